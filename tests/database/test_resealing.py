"""Every sealed value is sealed again with another key, beside whoever reads and writes; none is forgotten (issue 13)."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import pytest
from sqlalchemy import LargeBinary, text
from sqlmodel import SQLModel

from database.resealing import (
    Progress,
    SealedTable,
    Stretch,
    count_by_key,
    keep_progress,
    read_progress,
    reseal_stretch,
    sealed_tables,
)
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from startup.first_connections import open_account
from tests.database.campaign_rows import running_campaign
from tests.database.everything import something_of_everything
from tests.database.sealed_everything import seal_everything

LOOKUP = b"l" * 32
OLD = KeyRing({1: b"k" * 32}, LOOKUP)
BOTH = KeyRing({1: b"k" * 32, 2: b"n" * 32}, LOOKUP)
NEW = KeyRing({2: b"n" * 32}, LOOKUP)
LEADS = next(each for each in sealed_tables() if each.name == "leads")


async def reseal_all(database: Database, key_ring: KeyRing) -> Mapping[str, Stretch]:
    """One pass over every table, with its sums."""
    return {table.name: await reseal_table(database, table, key_ring) for table in sealed_tables()}


async def reseal_table(database: Database, table: SealedTable, key_ring: KeyRing) -> Stretch:
    total = Stretch(())
    while total.last is not None:
        async with database.transaction() as session:
            total = total.and_then(await reseal_stretch(session, table, total.last, key_ring))
    return total


async def opened_values(database: Database, key_ring: KeyRing) -> dict[tuple[str, str], set[bytes]]:
    """What each sealed column holds, opened. Raises CannotOpen."""
    found: dict[tuple[str, str], set[bytes]] = {}
    async with database.transaction() as session:
        for table in sealed_tables():
            for column, context in table.columns.items():
                rows = await session.execute(
                    text(f"SELECT t.{column}, {context} FROM {table.name} t WHERE t.{column} IS NOT NULL")
                )
                found[table.name, column] = {key_ring.open(sealed, bound_to) for sealed, bound_to in rows}
    return found


async def keys_of(database: Database) -> dict[int, int]:
    counted: dict[int, int] = {}
    async with database.transaction() as session:
        for table in sealed_tables():
            ids, last = await count_by_key(session, table, ())
            assert last is None
            counted = {key: counted.get(key, 0) + ids.get(key, 0) for key in {*counted, *ids}}
    return counted


def test_every_column_of_bytes_is_named_for_what_it_holds() -> None:
    """The rotation finds what is sealed by its name: bytes that are neither sealed nor a hash have no place here."""
    of_bytes = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and not column.name.endswith(("_sealed", "hash"))
    }
    assert {"audit_cuts.mac", "audit_seals.mac"} == of_bytes


async def test_every_sealed_column_is_sealed_again_with_the_new_key(fresh_database: Database) -> None:
    """A new sealed column needs a value in sealed_everything.py, which shows that it is bound to what the rotation thinks."""
    async with fresh_database.transaction() as session:
        account_id = await open_account(session, "one")
    ids = await something_of_everything(fresh_database, OLD, account_id)
    await seal_everything(fresh_database, OLD, account_id, ids)
    before = await opened_values(fresh_database, OLD)
    assert [] == [column for column, values in before.items() if not values]
    found = await reseal_all(fresh_database, BOTH)
    assert all(each.found == each.resealed > 0 for each in found.values()), found
    assert before == await opened_values(fresh_database, NEW)
    assert {2} == set(await keys_of(fresh_database))
    assert all(each.found == 0 for each in (await reseal_all(fresh_database, BOTH)).values())


async def leads_of(database: Database, count: int) -> tuple[AccountId, list[str]]:
    async with database.transaction() as session:
        account_id = await open_account(session, "with leads")
    rows = await running_campaign(database, OLD, account_id)
    return account_id, [await rows.lead(f"+4930555{number:04}") for number in range(count)]


@pytest.mark.parametrize("rows_at_once", [1, 2, 3, 4])
async def test_no_row_is_passed_over_between_two_stretches(
    fresh_database: Database, rows_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("database.resealing.ROWS_AT_ONCE", rows_at_once)
    await leads_of(fresh_database, 3)
    found = await reseal_table(fresh_database, LEADS, BOTH)
    assert (3, 3, 0) == (found.found, found.resealed, found.unreadable)


async def test_a_row_that_somebody_holds_is_found_and_left_and_nobody_waits(fresh_database: Database) -> None:
    _, leads = await leads_of(fresh_database, 2)
    async with fresh_database.transaction() as writer:
        await writer.execute(text("UPDATE leads SET hours_key = 'x' WHERE id = :id"), {"id": leads[0]})
        async with asyncio.timeout(5):
            found = await reseal_table(fresh_database, LEADS, BOTH)
    assert (2, 1, 0) == (found.found, found.resealed, found.unreadable)
    found = await reseal_table(fresh_database, LEADS, BOTH)
    assert (1, 1, 0) == (found.found, found.resealed, found.unreadable)


async def test_what_does_not_open_is_counted_and_stays_as_it_is(fresh_database: Database) -> None:
    account_id, leads = await leads_of(fresh_database, 2)
    strange = KeyRing({9: b"z" * 32}, LOOKUP).seal(b"{}", account_id)
    async with fresh_database.transaction() as session:
        await session.execute(
            text("UPDATE leads SET person_sealed = :sealed WHERE id = :id"),
            {"sealed": strange, "id": leads[0]},
        )
    found = await reseal_table(fresh_database, LEADS, BOTH)
    assert (2, 1, 1) == (found.found, found.resealed, found.unreadable)
    assert {2: 1, 9: 1} == await keys_of(fresh_database)


async def test_progress_is_kept_for_one_key_and_begins_anew_with_another(fresh_database: Database) -> None:
    async with fresh_database.transaction() as session:
        assert Progress(2) == await read_progress(session, "data", 2)
        kept = Progress(2, ("leads", "lead_1"), 1, 500)
        await keep_progress(session, "data", kept)
        await keep_progress(session, "data", replace(kept, resealed=700))
    async with fresh_database.transaction() as session:
        assert replace(kept, resealed=700) == await read_progress(session, "data", 2)
        assert Progress(3) == await read_progress(session, "data", 3)
        assert Progress(2) == await read_progress(session, "recordings", 2)
