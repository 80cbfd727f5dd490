"""What a campaign's preflight looks at: its leads in groups that share every fact, not one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.suppressions import barring_calls
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class LeadsAlike:
    """Committed leads that nobody has called for this campaign yet and that no fact tells apart."""

    hours_key: str
    review: str | None
    consents: Sequence[str]
    suppressed: bool
    leads: int


# OFFSET 0 keeps the planner from joining the two tables: right after a large import it does not know their sizes, and
# compared every lead with every number of the list. One look at an index for each lead is quick whatever it believes.
LEADS_ALIKE = text(f"""
    SELECT hours_key, review, consents, suppressed, count(*) AS leads FROM (
        SELECT l.hours_key, l.review, l.consents, EXISTS (
            {barring_calls("l.account_id", "l.number_hash")} OFFSET 0) AS suppressed
        FROM leads l
        WHERE l.campaign_id = :campaign_id AND l.account_id = :account_id AND l.state IN ('ready', 'needs_review')
    ) AS lead GROUP BY 1, 2, 3, 4
""")


async def leads_alike(session: AsyncSession, account_id: AccountId, campaign_id: str) -> list[LeadsAlike]:
    """The campaign's uncalled leads, grouped."""
    rows = await session.execute(LEADS_ALIKE, {"account_id": account_id, "campaign_id": campaign_id})
    return [LeadsAlike(**row) for row in rows.mappings()]
