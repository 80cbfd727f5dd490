"""Numbers that may be shown among others': whose carrier is asked when, what its answer changes, and what a removed one is no more."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from database import caller_identities
from database.caller_identities import ASKED_EACH, CallerView
from domain.caller_identities import CallerIdentity
from domain.campaigns import Purpose
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId
from tests.database.neighbours import Neighbours

NUMBERS = [f"+1415555{2600 + place}" for place in range(30)]
SOON = timedelta(minutes=10)
NEAR = timedelta(seconds=30)  # the rows have the clock's own moments


async def _connection(beside: Neighbours, account: AccountId) -> str:
    [found] = await beside.found(
        "SELECT id FROM connections WHERE account_id = :id AND kind = 'telephony' AND vendor = 'twilio'",
        id=account,
    )
    return str(found)


async def _caller(beside: Neighbours, number: str, account: AccountId | None = None) -> str:
    of = account or beside.ours
    shown = CallerIdentity("", number, await _connection(beside, of), (Purpose.SURVEY,), ("US",))
    return (await caller_identities.add_caller(beside.session, of, shown)).identity.id


async def _row(beside: Neighbours, caller: str) -> dict[str, Any]:
    found = await beside.session.execute(
        text("SELECT * FROM caller_identities WHERE id = :id"), {"id": caller}
    )
    return dict(found.mappings().one())


async def _taken(beside: Neighbours, *ours: str) -> list[str]:
    """Which of these are to be asked of now."""
    due = await caller_identities.take_due_questions(beside.session)
    return [each.caller_id for each in due if each.caller_id in ours]


def _is_near(at: datetime | None, expected: datetime) -> bool:
    return at is not None and abs(at - expected) < NEAR


async def test_a_new_number_is_asked_of_at_once_and_by_nobody_else_for_ten_minutes(
    beside: Neighbours,
) -> None:
    """None that was removed, or whose time has not come."""
    due, later, removed, theirs = [
        await _caller(beside, number, account)
        for number, account in zip(NUMBERS, (None, None, None, beside.theirs), strict=False)
    ]
    await caller_identities.remove_caller(beside.session, beside.ours, removed)
    await beside.run(
        "UPDATE caller_identities SET ask_from = clock_timestamp() + interval '1 s' WHERE id = :id", id=later
    )
    everybodys = (due, later, removed, theirs)
    assert {due, theirs} == set(await _taken(beside, *everybodys))
    assert [] == await _taken(beside, *everybodys)
    assert _is_near((await _row(beside, due))["ask_from"], beside.now + SOON)
    await caller_identities.ask_anew(beside.session, beside.ours, later)
    with pytest.raises(NotFound):
        await caller_identities.ask_anew(beside.session, beside.ours, theirs)
    assert [later] == await _taken(beside, *everybodys)


async def test_twenty_are_asked_of_at_a_time_those_that_wait_longest(beside: Neighbours) -> None:
    callers = [await _caller(beside, number) for number in NUMBERS[:22]]
    for place, caller in enumerate(callers):
        at = beside.now - timedelta(days=9, seconds=place)
        await beside.run("UPDATE caller_identities SET ask_from = :at WHERE id = :id", at=at, id=caller)
    assert set(callers[2:]) == set(await _taken(beside, *callers))
    assert set(callers[:2]) == set(await _taken(beside, *callers))


async def test_a_carriers_yes_counts_from_now_and_is_asked_for_again_in_a_day(beside: Neighbours) -> None:
    """Its no ends that at once, and is asked again as soon as it would be; the number beside it stays as it was."""
    them, other, theirs = (
        await _caller(beside, NUMBERS[0]),
        await _caller(beside, NUMBERS[1]),
        await _caller(beside, NUMBERS[0], beside.theirs),
    )
    asked = [them, other, theirs]
    await _taken(beside, *asked)
    before = {each: await _row(beside, each) for each in asked}

    async def says(held_as: str | None, caller: str = them) -> bool:
        return await caller_identities.store_answer(beside.session, beside.ours, caller, held_as=held_as)

    assert not await says("owned", theirs)
    changed = []
    for held_as in (None, "owned", "verified", None, None):
        changed.append(await says(held_as))
        row = await _row(beside, them)
        assert held_as == row["held_as"]
        assert _is_near(row["asked_at"], beside.now)
        assert (held_as is None) == (row["verified_at"] is None)
        expected = beside.now + (SOON if len(changed) == 1 else ASKED_EACH)
        assert _is_near(row["ask_from"], expected)
    assert [False, True, False, True, False] == changed
    assert [before[each] for each in (other, theirs)] == [
        await _row(beside, each) for each in (other, theirs)
    ]


async def test_numbers_are_listed_newest_first_and_a_removed_one_is_none(beside: Neighbours) -> None:
    first, second, removed, third = [await _caller(beside, number) for number in NUMBERS[:4]]
    theirs = await _caller(beside, NUMBERS[0], beside.theirs)
    with pytest.raises(Conflict):
        await _caller(beside, NUMBERS[0])
    await caller_identities.remove_caller(beside.session, beside.ours, removed)
    for gone in (removed, theirs):
        for ask in (caller_identities.get_caller, caller_identities.remove_caller):
            with pytest.raises(NotFound):
                await ask(beside.session, beside.ours, gone)

    async def listed(before: str | None) -> list[CallerView]:
        return await caller_identities.list_callers(beside.session, beside.ours, before=before, limit=2)

    assert [[third, second], [first]] == [
        [each.identity.id for each in await listed(before)] for before in (None, second)
    ]
    picked = await caller_identities.picked_callers(
        beside.session, beside.ours, [third, removed, theirs, first]
    )
    assert [first, third] == [each.id for each in picked]
    assert [("US",), (Purpose.SURVEY,)] == [picked[0].countries, picked[0].purposes]
    again = await _caller(beside, NUMBERS[2])
    assert again != removed


async def test_only_a_carriers_connection_of_the_account_has_numbers(beside: Neighbours) -> None:
    theirs = await _connection(beside, beside.theirs)
    [records] = await beside.found(
        "SELECT id FROM connections WHERE account_id = :id AND kind = 'crm' LIMIT 1", id=beside.ours
    )
    for connection in (theirs, records):
        with pytest.raises(NotFound):
            await caller_identities.add_caller(
                beside.session, beside.ours, CallerIdentity("", NUMBERS[0], connection, (Purpose.SURVEY,))
            )
