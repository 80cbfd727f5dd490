"""Leads that are held until a person has looked at them: found, and let go on once they are mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.people import Person
from database.sealing import KeyRing
from domain.errors import Conflict
from domain.identifiers import AccountId, CampaignId, LeadId

_SELECT = """
    SELECT id, campaign_id, state, person_sealed, hours_key, review FROM leads
    WHERE account_id = :account_id AND state IN ('needs_review', 'staged') AND review IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class HeldLead:
    """A lead with the reason why it is held; its row is locked until the transaction ends."""

    id: LeadId
    campaign_id: CampaignId
    person: Person
    hours_key: str
    review: str


async def hold_lead(
    session: AsyncSession, account_id: AccountId, lead_id: str, key_ring: KeyRing
) -> HeldLead:
    """The held lead. Raises Conflict for one that is not held, CannotOpen."""
    found = await session.execute(
        text(f"{_SELECT} AND id = :id FOR UPDATE"), {"account_id": account_id, "id": lead_id}
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise Conflict("This lead is not held; there is nothing to mend.")
    return _held(row, account_id, key_ring)


async def hold_leads(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: str,
    review: str,
    key_ring: KeyRing,
    *,
    after: str,
    limit: int,
) -> list[HeldLead]:
    """The campaign's next leads that are held for this reason, those whose id comes after the one named. Raises CannotOpen."""
    rows = await session.execute(
        text(f"""
            {_SELECT} AND campaign_id = :campaign_id AND review = :review AND id > :after
            ORDER BY id LIMIT :limit FOR UPDATE
        """),
        {
            "account_id": account_id,
            "campaign_id": campaign_id,
            "review": review,
            "after": after,
            "limit": limit,
        },
    )
    return [_held(row, account_id, key_ring) for row in rows.mappings()]


def _held(row: Any, account_id: AccountId, key_ring: KeyRing) -> HeldLead:
    return HeldLead(
        id=row["id"],
        campaign_id=row["campaign_id"],
        person=key_ring.open_record(row["person_sealed"], account_id, Person),
        hours_key=row["hours_key"],
        review=row["review"],
    )


async def store_mended(
    session: AsyncSession, account_id: AccountId, mended: Sequence[HeldLead], key_ring: KeyRing
) -> None:
    """Keep these leads as they are now; those without a review (empty) go on: at once, or with the commit of their import."""
    parameters = {
        "account_id": account_id,
        "ids": [lead.id for lead in mended],
        "sealed": [key_ring.seal_record(lead.person, account_id) for lead in mended],
        "keys": [lead.hours_key for lead in mended],
        "reviews": [lead.review for lead in mended],
    }
    await session.execute(
        text("""
            INSERT INTO lead_groups (campaign_id, hours_key, account_id)
            SELECT DISTINCT l.campaign_id, n.key, l.account_id
            FROM unnest(CAST(:ids AS text[]), CAST(:keys AS text[]), CAST(:reviews AS text[])) AS n(id, key, review)
            JOIN leads l ON l.id = n.id
            WHERE l.account_id = :account_id AND n.review = '' AND l.state = 'needs_review'
            ON CONFLICT DO NOTHING
        """),
        {name: parameters[name] for name in ("account_id", "ids", "keys", "reviews")},
    )
    await session.execute(
        text("""
            UPDATE leads l SET person_sealed = n.sealed, hours_key = n.key, review = nullif(n.review, ''),
                state = CASE WHEN l.state = 'needs_review' AND n.review = '' THEN 'ready' ELSE l.state END
            FROM unnest(CAST(:ids AS text[]), CAST(:sealed AS bytea[]), CAST(:keys AS text[]), CAST(:reviews AS text[]))
                AS n(id, sealed, key, review)
            WHERE l.id = n.id AND l.account_id = :account_id
        """),
        parameters,
    )
