"""What counts as the database being away, and what is done again then."""

from collections.abc import Awaitable, Callable
from inspect import signature

import asyncpg
import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from database import outages
from database.outages import is_outage, is_slow, persistently, retried_once

AWAY = {
    "nobody listens": ConnectionRefusedError(),
    "no socket": FileNotFoundError(),
    "no answer": TimeoutError(),
    "the pool is empty": PoolExhausted(),
    "it is starting": asyncpg.CannotConnectNowError(),
    "the driver lost it": asyncpg.InterfaceError("lost"),
    "it went while it worked": OperationalError("SELECT", None, Exception()),
    "the connection is closed": InterfaceError("SELECT", None, Exception()),
    "the connection is dead": DBAPIError("SELECT", None, Exception(), connection_invalidated=True),
}
REFUSED = {
    "a wrong statement": ProgrammingError("SELECT", None, Exception()),
    "a name that is taken": IntegrityError("INSERT", None, Exception()),
    "a wrong value": DBAPIError("SELECT", None, Exception()),
    "our own mistake": ValueError(),
}


def test_a_database_that_is_away_is_told_from_one_that_refused() -> None:
    assert dict.fromkeys(AWAY, True) == {what: is_outage(error) for what, error in AWAY.items()}
    assert dict.fromkeys(REFUSED, False) == {what: is_outage(error) for what, error in REFUSED.items()}


def test_only_what_waited_in_vain_is_slow() -> None:
    assert {"no answer", "the pool is empty"} == {
        what for what, error in (AWAY | REFUSED).items() if is_slow(error)
    }


def _fails(*errors: Exception) -> tuple[Callable[[], Awaitable[str]], list[int]]:
    """Work that fails so, one time after the other, before it is done; and its tries."""
    left, tries = list(errors), list[int]()

    async def work() -> str:
        tries.append(len(tries))
        if left:
            raise left.pop(0)
        return "done"

    return work, tries


@pytest.mark.parametrize("what", AWAY)
async def test_work_that_found_the_database_away_is_done_once_more(what: str) -> None:
    work, tries = _fails(AWAY[what])
    assert ("done", 2) == (await retried_once(work), len(tries))
    work, tries = _fails(AWAY[what], AWAY[what])
    with pytest.raises(type(AWAY[what])):
        await retried_once(work)
    assert 2 == len(tries)


@pytest.mark.parametrize("what", REFUSED)
async def test_work_that_was_refused_is_not_repeated(what: str) -> None:
    for again in (retried_once, persistently):
        work, tries = _fails(REFUSED[what])
        with pytest.raises(type(REFUSED[what])):
            await again(work)
        assert 1 == len(tries)


async def test_what_is_told_only_once_is_tried_until_the_database_is_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 0.1 <= outages._PAUSE_SECONDS <= 1, "seconds: soon, and without a hurry"
    monkeypatch.setattr(outages, "_PAUSE_SECONDS", 0.0)
    work, tries = _fails(*AWAY.values())
    assert ("done", len(AWAY) + 1) == (await persistently(work), len(tries))


async def test_and_no_longer_than_its_teller_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outages, "_PAUSE_SECONDS", 0.0)
    work, tries = _fails(*[ConnectionRefusedError()] * 100_000)
    with pytest.raises(TimeoutError):
        await persistently(work, seconds=0.01)
    assert 1 < len(tries) < 100_000
    within = signature(persistently).parameters["seconds"].default
    assert 5 <= within <= 12, "a request of Twilio's has fifteen seconds, and no second try"
