"""What an account's calls do at this moment, and how those of the last hour went: counted from the rows (law 7).

Only what is open or an hour old is looked at, so that it costs the same after a million calls.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.abandonment import NO_LONGER_TRUE_AFTER
from database.campaign_figures import share_of
from database.campaign_members import only_theirs
from database.own_outcomes import FLAGS_OF_CALL
from domain.abandonment import Abandonment
from domain.identifiers import AccountId, UserId
from domain.outcomes import OUTCOME_FLAGS, RESULT_FLAGS, TechnicalResult


@dataclass(frozen=True, slots=True)
class OpenCampaign:
    """A campaign that has begun and is not over. live: with somebody on the line; dialling: ringing; queued: due, and waiting for something."""

    id: str
    name: str
    state: str
    window: int
    live: int
    dialling: int
    queued: int
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wallboard:
    """at: the database's moment. calls: open ones by state, those that sleep left out; waits_for: due ones by what they are short of.

    dials_last_minute, results (of finished dials), with_person: of dials that began in the last hour; closed, goals: of the calls of these
    dials those that are over, and that reached their goal. needs_review: of all times. abandonment: as the running campaigns' meters have it.
    """

    at: datetime
    calls: Mapping[str, int]
    waits_for: Mapping[str, int]
    dials: int
    dials_last_minute: int
    results: Mapping[str, int]
    with_person: int
    closed: int
    goals: int
    needs_review: int
    abandonment: Abandonment
    campaigns: Sequence[OpenCampaign]

    @property
    def technical_rate(self) -> float | None:
        """Share of finished dials that reached a definite end without our fault; None before the first."""
        return share_of(self.results, lambda name: RESULT_FLAGS[TechnicalResult(name)].definite)

    @property
    def answer_rate(self) -> float | None:
        """Share of finished dials that somebody or something picked up."""
        return share_of(self.results, lambda name: RESULT_FLAGS[TechnicalResult(name)].answered)

    @property
    def person_rate(self) -> float | None:
        """Share of finished dials that a person answered."""
        finished = sum(self.results.values())
        return self.with_person / finished if finished else None

    @property
    def goal_rate(self) -> float | None:
        """Share of the calls that are over whose outcome counts as a success."""
        return self.goals / self.closed if self.closed else None


_MINE: Final = only_theirs("c.campaign_id")
_MOST_CAMPAIGNS: Final = 50
_CAMPAIGNS: Final = text(f"""
    SELECT m.id, m.name, m.state, (m.plan ->> 'window')::int AS window,
           count(c.id) FILTER (WHERE c.state = 'live')::int AS live,
           count(c.id) FILTER (WHERE c.state = 'dialling')::int AS dialling,
           count(c.id) FILTER (WHERE c.state IN ('queued', 'claimed'))::int AS queued,
           (SELECT min(next_attempt_at) FROM calls s WHERE s.campaign_id = m.id AND s.state = 'waiting') AS next_at
    FROM campaigns m LEFT JOIN calls c ON c.campaign_id = m.id AND c.state IN ('claimed', 'queued', 'dialling', 'live')
    WHERE m.account_id = :account_id AND m.state IN ('running', 'paused', 'cancelling') AND {only_theirs("m.id")}
    GROUP BY m.id ORDER BY m.id DESC LIMIT {_MOST_CAMPAIGNS}
""")
_OPEN: Final = text(f"""
    SELECT c.state, c.waits_for, count(*) AS n FROM calls c
    WHERE c.account_id = :account_id AND c.state IN ('claimed', 'queued', 'dialling', 'live') AND {_MINE}
    GROUP BY c.state, c.waits_for
""")
_DIALS: Final = text(f"""
    SELECT a.result, count(*) AS n,
           count(*) FILTER (WHERE a.placing_at > clock_timestamp() - interval '1 minute') AS last_minute,
           count(*) FILTER (WHERE v.answered_by = 'person') AS with_person
    FROM attempts a JOIN calls c ON c.id = a.call_id LEFT JOIN conversations v ON v.attempt_id = a.id
    WHERE a.account_id = :account_id AND a.placing_at > clock_timestamp() - interval '1 hour' AND {_MINE}
    GROUP BY a.result
""")
_ENDED: Final = text(f"""
    SELECT c.outcome, count(*) AS n, count(*) FILTER (WHERE ({FLAGS_OF_CALL} ->> 'success')::boolean) AS own_goals
    FROM calls c
    WHERE c.state = 'closed' AND c.account_id = :account_id AND {_MINE} AND c.id IN (
        SELECT call_id FROM attempts
        WHERE account_id = :account_id AND placing_at > clock_timestamp() - interval '1 hour'
    )
    GROUP BY c.outcome
""")
_REST: Final = text(f"""
    SELECT clock_timestamp() AS at,
           (SELECT count(*) FROM calls c WHERE c.account_id = :account_id AND c.needs_review AND {_MINE}) AS needs_review,
           COALESCE(sum(m.answered), 0)::int AS answered, COALESCE(sum(m.abandoned), 0)::int AS abandoned
    FROM abandonment_meters m
    WHERE m.account_id = :account_id AND m.counted_at > clock_timestamp() - CAST(:age AS interval) AND {only_theirs("m.campaign_id")}
""")


async def read_wallboard(
    session: AsyncSession, account_id: AccountId, members_only: UserId | None = None
) -> Wallboard:
    """The account's, or what one of its people may see."""
    whose = {"account_id": account_id, "members_only": members_only}
    campaigns = await session.execute(_CAMPAIGNS, whose)
    still_open = (await session.execute(_OPEN, whose)).all()
    dials = (await session.execute(_DIALS, whose)).all()
    ended = (await session.execute(_ENDED, whose)).all()
    rest = (await session.execute(_REST, {**whose, "age": NO_LONGER_TRUE_AFTER})).one()
    calls: dict[str, int] = {}
    waits_for: dict[str, int] = {}
    for row in still_open:
        calls[row.state] = calls.get(row.state, 0) + row.n
        if row.state == "queued" and row.waits_for is not None:
            waits_for[row.waits_for] = row.n
    return Wallboard(
        at=rest.at,
        calls=calls,
        waits_for=waits_for,
        dials=sum(row.n for row in dials),
        dials_last_minute=sum(row.last_minute for row in dials),
        results={row.result: row.n for row in dials if row.result is not None},
        with_person=sum(row.with_person for row in dials if row.result is not None),
        closed=sum(row.n for row in ended),
        goals=sum(row.n if _is_success(row.outcome) else row.own_goals for row in ended),
        needs_review=rest.needs_review,
        abandonment=Abandonment(rest.answered, rest.abandoned),
        campaigns=[OpenCampaign(**row) for row in campaigns.mappings()],
    )


def _is_success(outcome: str | None) -> bool:
    return outcome is not None and outcome in OUTCOME_FLAGS and OUTCOME_FLAGS[outcome].success
