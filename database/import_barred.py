"""Numbers that a list says nobody may call: with the commit they go on the do-not-call list, and no earlier lead is called."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import new_ids
from database.suppressions import suppress_barred
from domain.identifiers import AccountId


class Barred(NamedTuple):
    """One such number: its keyed hash, and a Person of it, sealed."""

    number_hash: bytes
    person_sealed: bytes


async def bar_numbers(
    session: AsyncSession, account_id: AccountId, import_id: str, campaign_id: str, barred: Sequence[Barred]
) -> None:
    """Note the numbers; what earlier rows of this import staged of them is held."""
    parameters = {
        "account_id": account_id,
        "import_id": import_id,
        "campaign_id": campaign_id,
        "hashes": [each.number_hash for each in barred],
    }
    await session.execute(
        text("""
            UPDATE leads SET review = 'do_not_call'
            WHERE import_id = :import_id AND campaign_id = :campaign_id AND account_id = :account_id
              AND state = 'staged' AND number_hash = ANY(:hashes)
        """),
        parameters,
    )
    await session.execute(
        text("""
            INSERT INTO import_barred (import_id, number_hash, account_id, suppression_id, person_sealed)
            SELECT :import_id, n.hash, :account_id, n.id, n.sealed
            FROM unnest(CAST(:ids AS text[]), CAST(:hashes AS bytea[]), CAST(:sealed AS bytea[])) AS n(id, hash, sealed)
            ON CONFLICT DO NOTHING
        """),
        {
            **parameters,
            "ids": new_ids("sup", len(barred)),
            "sealed": [each.person_sealed for each in barred],
        },
    )


async def bind_barred(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """Let nobody contact the import's barred numbers any more: their leads that are ready are held, whichever import they
    came with, and each is on the do-not-call list, so that calls under way to other dials stop as well.
    """
    parameters = {"account_id": account_id, "import_id": import_id}
    await session.execute(
        text("""
            UPDATE leads l SET review = 'do_not_call', state = 'needs_review'
            FROM import_barred b, lead_imports i
            WHERE b.import_id = :import_id AND b.account_id = :account_id AND i.id = b.import_id
              AND l.campaign_id = i.campaign_id AND l.number_hash = b.number_hash AND l.state = 'ready'
        """),
        parameters,
    )
    await suppress_barred(session, account_id, import_id)
    await forget_barred(session, account_id, import_id)


async def forget_barred(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """Keep none of them; the import was discarded, or they are on the list."""
    await session.execute(
        text("DELETE FROM import_barred WHERE import_id = :import_id AND account_id = :account_id"),
        {"account_id": account_id, "import_id": import_id},
    )


async def count_barred(session: AsyncSession, account_id: AccountId, import_id: str) -> int:
    """How many numbers will go on the do-not-call list with the commit."""
    found = await session.execute(
        text("SELECT count(*) FROM import_barred WHERE import_id = :import_id AND account_id = :account_id"),
        {"account_id": account_id, "import_id": import_id},
    )
    return int(found.scalar_one())
