"""How many calls a person answered and how many of those were abandoned, counted from the rows (law 7).

A count looks at every answered call of 30 days, so that a campaign's is kept for a minute. What it means: domain/abandonment.py.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.abandonment import Abandonment, abandonment_rules
from domain.identifiers import AccountId, CampaignId

COUNTED_ANEW_AFTER: Final = timedelta(minutes=1)
"""So old the feeder lets a campaign's count become."""
NO_LONGER_TRUE_AFTER: Final = timedelta(minutes=5)
"""So old a count may be on which a dial is decided: the feeder, which counts each minute, may have been away."""

# Answered by a person, or by who knows whom. An answered call of which no conversation was ever reported was silent to its end; one
# whose greeting we did not hear was silent since the answer, both by the database's clock. A second process that takes a stream over
# opens it anew, and says nothing of that.
_COUNTS: Final = """
    SELECT count(*)::int AS answered, count(*) FILTER (WHERE waited > make_interval(secs => :within))::int AS abandoned
    FROM (
        SELECT CASE
            WHEN v.attempt_id IS NULL THEN a.ended_at - a.answered_at
            ELSE COALESCE(v.greeting_ms * interval '1 ms', v.ended_at - v.began_at)
                 - COALESCE(v.greeted_until_ms, 0) * interval '1 ms'
                 + CASE WHEN v.greeted_until_ms IS NULL AND a.stream_epoch = 1 AND a.stream_opened_at > a.answered_at
                   THEN a.stream_opened_at - a.answered_at ELSE interval '0' END
            END AS waited
        FROM attempts a JOIN calls c ON c.id = a.call_id LEFT JOIN conversations v ON v.attempt_id = a.id
        WHERE a.account_id = :account_id AND a.answered_at > clock_timestamp() - make_interval(secs => :period)
          AND (CAST(:campaign_id AS text) IS NULL OR c.campaign_id = :campaign_id)
          AND (v.answered_by IN ('person', 'unknown') OR (v.attempt_id IS NULL AND a.state = 'closed'))
    ) AS answers
"""
_COUNT = text(_COUNTS)
_COUNT_ANEW = text(f"""
    INSERT INTO abandonment_meters (campaign_id, account_id, answered, abandoned, counted_at)
    SELECT m.id, m.account_id, counted.answered, counted.abandoned, clock_timestamp()
    FROM campaigns m, ({_COUNTS}) AS counted WHERE m.id = :campaign_id AND m.account_id = :account_id
    ON CONFLICT (campaign_id) DO UPDATE
        SET answered = EXCLUDED.answered, abandoned = EXCLUDED.abandoned, counted_at = EXCLUDED.counted_at
        WHERE abandonment_meters.counted_at <= EXCLUDED.counted_at
    RETURNING answered, abandoned
""")
_KEPT = text("""
    SELECT answered, abandoned FROM abandonment_meters
    WHERE campaign_id = :campaign_id AND account_id = :account_id AND counted_at > clock_timestamp() - CAST(:age AS interval)
""")


async def count_abandoned(
    session: AsyncSession, account_id: AccountId, campaign_id: CampaignId | None = None
) -> Abandonment:
    """Of the campaign, or of the whole account, as the rows have them now."""
    row = (await session.execute(_COUNT, _parameters(account_id, campaign_id))).one()
    return Abandonment(row.answered, row.abandoned)


async def kept_count(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> Abandonment:
    """The campaign's as counted last, anew where that is over a minute ago."""
    parameters = {"account_id": account_id, "campaign_id": campaign_id, "age": COUNTED_ANEW_AFTER}
    kept = (await session.execute(_KEPT, parameters)).one_or_none()
    if kept is not None:
        return Abandonment(kept.answered, kept.abandoned)
    return await count_anew(session, account_id, campaign_id)


async def count_anew(session: AsyncSession, account_id: AccountId, campaign_id: CampaignId) -> Abandonment:
    """Count the campaign's and keep that; the counts of nothing where the account has no such campaign."""
    row = (await session.execute(_COUNT_ANEW, _parameters(account_id, campaign_id))).one_or_none()
    return Abandonment() if row is None else Abandonment(row.answered, row.abandoned)


def abandonment_of(kept: dict[str, Any] | None, now: datetime) -> Abandonment | None:
    """A count as call_facts_v7 reads it; None where there is none on which a dial could be decided."""
    if kept is None or datetime.fromisoformat(kept["counted_at"]) < now - NO_LONGER_TRUE_AFTER:
        return None
    return Abandonment(kept["answered"], kept["abandoned"])


def _parameters(account_id: AccountId, campaign_id: CampaignId | None) -> dict[str, Any]:
    rules = abandonment_rules()
    return {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "within": rules.within.total_seconds(),
        "period": rules.period.total_seconds(),
    }
