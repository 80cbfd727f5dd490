"""Lines of the consent ledger that came with a list have their number from the lead's row; before that goes, they are given it."""

from collections.abc import Sequence

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.people import Person
from database.sealing import CannotOpen, KeyRing
from domain.identifiers import AccountId

log = structlog.get_logger(__name__)


async def keep_numbers_agreed_with(
    session: AsyncSession, account_id: AccountId, leads: Sequence[str], key_ring: KeyRing
) -> None:
    """Give the lines that came with these leads, which are about to be deleted, the number and nothing else; whom one is of that cannot be
    opened nobody knows any more, and the log names its lead."""
    rows = await session.execute(
        text("""
            SELECT c.id, c.lead_id, l.person_sealed FROM leads l JOIN consents c
                ON c.account_id = :account_id AND c.number_hash = l.number_hash AND c.lead_id = l.id
            WHERE l.id = ANY(:leads) AND l.account_id = :account_id AND c.number_sealed IS NULL
        """),
        {"account_id": account_id, "leads": list(leads)},
    )
    given: dict[str, bytes] = {}
    for row in rows.all():
        try:
            number = key_ring.open_record(bytes(row.person_sealed), account_id, Person).number
        except CannotOpen:
            log.error("lead.unreadable", lead_id=row.lead_id)
            number = ""
        given[row.id] = key_ring.seal_record(Person(number), account_id)
    if given:
        await session.execute(
            text("""
                UPDATE consents c SET number_sealed = n.sealed
                FROM unnest(CAST(:ids AS text[]), CAST(:sealed AS bytea[])) AS n (id, sealed)
                WHERE c.id = n.id AND c.account_id = :account_id
            """),
            {"account_id": account_id, "ids": list(given), "sealed": list(given.values())},
        )
