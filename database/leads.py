"""Leads as their account sees them, and the person of a direct call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.consents import entering
from database.people import Person
from database.sealing import KeyRing
from domain.campaigns import Purpose
from domain.consents import ConsentSource
from domain.errors import NotFound
from domain.identifiers import AccountId, CampaignId, LeadId

_SELECT = """
    SELECT id, campaign_id, import_id, state, person_sealed, hours_key, review, consents, created_at
    FROM leads WHERE account_id = :account_id
"""


# A page's ids come first, out of an index of the campaign's alone: whose it is, the campaign says.
_OF_CAMPAIGN: Final = """
    campaign_id = :campaign_id AND EXISTS (SELECT FROM campaigns c WHERE c.id = :campaign_id AND c.account_id = :account_id)
"""
# What is not asked for is left out: for what is, there is an index.
_WANTED: Final = {
    "before": "AND id < :before",
    "state": "AND state = :state",
    "review": "AND review = :review",
}
_AGREED = """
    SELECT id, account_id, number_hash, consents, import_id, CAST(:purpose AS text) AS purpose, CAST(:source AS text) AS source
    FROM lead
"""
_ADD_DIRECT = text(f"""
    WITH lead AS (
        INSERT INTO leads (id, account_id, state, number_hash, list_hash, person_sealed, hours_key, consents)
        VALUES (:id, :account_id, 'claimed', :number_hash, :list_hash, :person_sealed, :hours_key, :consents)
        ON CONFLICT (id) DO NOTHING RETURNING id, account_id, number_hash, consents, import_id
    )
    {entering(_AGREED)}
""")


@dataclass(frozen=True, slots=True)
class LeadView:
    """A lead with its person; campaign_id is None for the person of a direct call."""

    id: LeadId
    campaign_id: CampaignId | None
    import_id: str | None
    state: str
    person: Person
    hours_key: str
    review: str | None
    consents: Sequence[str]
    created_at: datetime


async def add_direct_lead(
    session: AsyncSession,
    account_id: AccountId,
    lead_id: LeadId,
    person: Person,
    key_ring: KeyRing,
    *,
    hours_key: str,
    consents: Sequence[str],
    purpose: Purpose,
) -> None:
    """The person of a call outside any campaign, with what they agreed to for its purpose; one of this id is left as it is."""
    await session.execute(
        _ADD_DIRECT,
        {
            "id": lead_id,
            "account_id": account_id,
            "number_hash": key_ring.lookup(person.number, account_id),
            "list_hash": key_ring.lookup_on_lists(person.number, account_id),
            "person_sealed": key_ring.seal_record(person, account_id),
            "hours_key": hours_key,
            "consents": list(consents),
            "purpose": str(purpose),
            "source": str(ConsentSource.CALL),
        },
    )


async def get_lead(session: AsyncSession, account_id: AccountId, lead_id: str, key_ring: KeyRing) -> LeadView:
    """The lead. Raises NotFound, CannotOpen."""
    found = await session.execute(text(f"{_SELECT} AND id = :id"), {"account_id": account_id, "id": lead_id})
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such lead.")
    return _view(row, account_id, key_ring)


async def list_leads(
    session: AsyncSession,
    account_id: AccountId,
    campaign_id: str,
    key_ring: KeyRing,
    *,
    state: str | None,
    review: str | None = None,
    before: str | None,
    limit: int,
) -> list[LeadView]:
    """The campaign's newest leads, or those older than the one named by before. Raises CannotOpen."""
    given = {"before": before, "state": state, "review": review}
    asked = {name: value for name, value in given.items() if value}
    conditions = " ".join(_WANTED[name] for name in asked)
    rows = await session.execute(
        text(f"""
            {_SELECT} AND id = ANY(ARRAY(
                SELECT id FROM leads WHERE {_OF_CAMPAIGN} {conditions} ORDER BY id DESC LIMIT :limit
            )) ORDER BY id DESC
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "limit": limit, **asked},
    )
    return [_view(row, account_id, key_ring) for row in rows.mappings()]


def _view(row: Any, account_id: AccountId, key_ring: KeyRing) -> LeadView:
    fields = {name: value for name, value in row.items() if name != "person_sealed"}
    return LeadView(**fields, person=key_ring.open_record(row["person_sealed"], account_id, Person))


async def has_leads(session: AsyncSession, account_id: AccountId, campaign_id: str) -> bool:
    """Whether anything was imported into the campaign."""
    return await _exists(session, account_id, campaign_id, "")


async def has_ready_leads(session: AsyncSession, account_id: AccountId, campaign_id: str) -> bool:
    """Whether there is anybody to call."""
    return await _exists(session, account_id, campaign_id, "AND state = 'ready'")


async def _exists(session: AsyncSession, account_id: AccountId, campaign_id: str, condition: str) -> bool:
    found = await session.execute(
        text(f"""
            SELECT true FROM leads WHERE campaign_id = :campaign_id AND account_id = :account_id {condition} LIMIT 1
        """),
        {"campaign_id": campaign_id, "account_id": account_id},
    )
    return found.one_or_none() is not None
