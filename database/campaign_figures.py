"""A campaign's figures, counted from its rows each time (law 7)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.own_outcomes import FLAGS_OF_CALL
from domain.identifiers import AccountId
from domain.outcomes import OUTCOME_FLAGS, RESULT_FLAGS, TechnicalResult


@dataclass(frozen=True, slots=True)
class CampaignNumbers:
    """Counts by their own names; the rates are derived from them.

    leads: by state; calls: by state; results, outcomes: of closed calls; attempt_results: of finished attempts;
    deferred: calls that sleep until a moment; waits_for: queued calls by what they are short of (a line or a permit's
    name); own_successes: closed calls whose outcome is one of their script's own, and a success;
    sentiments: of conversations with a person; talk_seconds: of all finished legs; words: spoken by both sides.
    """

    leads: Mapping[str, int]
    calls: Mapping[str, int]
    results: Mapping[str, int]
    outcomes: Mapping[str, int]
    attempt_results: Mapping[str, int]
    sentiments: Mapping[str, int]
    attempts: int
    retries: int
    deferred: int
    waits_for: Mapping[str, int]
    needs_review: int
    talk_seconds: int
    words: int
    own_successes: int

    @property
    def technical_rate(self) -> float | None:
        """Share of finished attempts that reached a definite end without our fault; None before the first."""
        return share_of(self.attempt_results, lambda name: RESULT_FLAGS[TechnicalResult(name)].definite)

    @property
    def answer_rate(self) -> float | None:
        """Share of finished attempts that somebody or something picked up."""
        return share_of(self.attempt_results, lambda name: RESULT_FLAGS[TechnicalResult(name)].answered)

    @property
    def goal_rate(self) -> float | None:
        """Share of closed calls whose outcome counts as a success."""
        total = sum(self.outcomes.values())
        built_in = sum(
            n for name, n in self.outcomes.items() if name in OUTCOME_FLAGS and OUTCOME_FLAGS[name].success
        )
        return (built_in + self.own_successes) / total if total else None


def share_of(counts: Mapping[str, int], fits: Callable[[str], bool]) -> float | None:
    """The share of those whose name fits, None where there is nothing."""
    total = sum(counts.values())
    return None if not total else sum(n for name, n in counts.items() if fits(name)) / total


_NUMBERS = text(f"""
    WITH mine AS (SELECT id, state, result, outcome, needs_review, waits_for FROM calls
                  WHERE campaign_id = :campaign_id AND account_id = :account_id),
    closed AS (SELECT * FROM mine WHERE state = 'closed'),
    tries AS (SELECT a.number, a.result, a.duration_seconds FROM attempts a JOIN mine ON mine.id = a.call_id
              WHERE a.placing_at IS NOT NULL),
    talks AS (SELECT v.answered_by, v.sentiment, v.words FROM conversations v JOIN mine ON mine.id = v.call_id),
    counted AS (
        SELECT 'leads' AS kind, state AS name, count(*) AS n FROM leads
        WHERE campaign_id = :campaign_id AND account_id = :account_id GROUP BY state
        UNION ALL SELECT 'calls', state, count(*) FROM mine GROUP BY state
        UNION ALL SELECT 'waits_for', waits_for, count(*) FROM mine
                  WHERE state = 'queued' AND waits_for IS NOT NULL GROUP BY waits_for
        UNION ALL SELECT 'results', result, count(*) FROM closed WHERE result IS NOT NULL GROUP BY result
        UNION ALL SELECT 'outcomes', outcome, count(*) FROM closed WHERE outcome IS NOT NULL GROUP BY outcome
        UNION ALL SELECT 'attempt_results', result, count(*) FROM tries WHERE result IS NOT NULL GROUP BY result
        UNION ALL SELECT 'sentiments', sentiment, count(*) FROM talks WHERE answered_by = 'person' GROUP BY sentiment
        UNION ALL SELECT 'single', 'attempts', count(*) FROM tries
        UNION ALL SELECT 'single', 'retries', count(*) FROM tries WHERE number > 1
        UNION ALL SELECT 'single', 'deferred', count(*) FROM mine WHERE state = 'waiting'
        UNION ALL SELECT 'single', 'needs_review', count(*) FROM mine WHERE needs_review
        UNION ALL SELECT 'single', 'own_successes', count(*) FROM closed c
                  WHERE ({FLAGS_OF_CALL} ->> 'success')::boolean
        UNION ALL SELECT 'single', 'talk_seconds', COALESCE(sum(duration_seconds), 0) FROM tries
        UNION ALL SELECT 'single', 'words', COALESCE(sum(words), 0) FROM talks
    )
    SELECT kind, name, n FROM counted
""")


async def campaign_figures(session: AsyncSession, account_id: AccountId, campaign_id: str) -> CampaignNumbers:
    """The figures as the rows have them now."""
    rows = await session.execute(_NUMBERS, {"account_id": account_id, "campaign_id": campaign_id})
    counts: dict[str, dict[str, int]] = {}
    for kind, name, n in rows:
        counts.setdefault(kind, {})[name] = int(n)
    single = counts["single"]
    return CampaignNumbers(
        leads=counts.get("leads", {}),
        calls=counts.get("calls", {}),
        results=counts.get("results", {}),
        outcomes=counts.get("outcomes", {}),
        attempt_results=counts.get("attempt_results", {}),
        sentiments=counts.get("sentiments", {}),
        attempts=single["attempts"],
        retries=single["retries"],
        deferred=single["deferred"],
        waits_for=counts.get("waits_for", {}),
        needs_review=single["needs_review"],
        talk_seconds=single["talk_seconds"],
        words=single["words"],
        own_successes=single["own_successes"],
    )
