"""Transactions that wait for each other, and what they wait for."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event, text

from database.session import Database

_LOCKING: Final = re.compile(
    r"\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b(?: OF \w+(?:, \w+)*)?(?: SKIP LOCKED)?|\bpg_(?:try_)?advisory_xact_lock\("
)
_TABLE: Final = re.compile(r"\b(?:FROM|UPDATE|INTO) (?!SET\b|SKIP\b|OF\b)([a-z]\w+)")
_CHANGED: Final = re.compile(r"\b(?:INSERT INTO|DELETE FROM|(?<!KEY )(?<!FOR )(?<!DO )UPDATE) ([a-z]\w+)")
_CALLED: Final = re.compile(r"\b([a-z_]+_v\d+)\(([^()]*)")
_SQL: Final = Path(__file__).parents[2] / "database" / "sql"


_within: Final[ContextVar[object]] = ContextVar("within", default=None)
"""Whose locks are written down, in the tasks that belong to it."""


async def until_blocked(database: Database, transactions: int = 1) -> None:
    """Until so many transactions wait for a lock in this database; fails after ten seconds."""
    waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    async with asyncio.timeout(10):
        is_blocked = False
        while not is_blocked:
            async with database.transaction() as session:
                found = await session.scalar(text(f"SELECT count(*) FROM ({waiting}) AS blocked"))
                is_blocked = found is not None and found >= transactions


@contextmanager
def locks_taken(database: Database) -> Iterator[list[str]]:
    """What each transaction of the block locks, what it looked at before, and what it changes behind that.

    `users read, LOCK accounts FOR NO KEY UPDATE, users, audit_events`: a line for each transaction with a lock, in their order.
    """
    steps: dict[int, list[str]] = {}
    lines: list[str] = []

    def executes(connection: Any, _: Any, statement: str, parameters: Any, *__: object) -> None:
        # Not what a task does beside it that was begun before.
        if _within.get() is steps:
            steps.setdefault(id(connection.connection.dbapi_connection), []).extend(
                _steps(statement, parameters)
            )

    def ends(connection: Any) -> None:
        taken = steps.pop(id(connection.connection.dbapi_connection), [])
        first, last = ([step.startswith("LOCK") for step in order] for order in (taken, taken[::-1]))
        if any(first):
            begin, end = first.index(True), len(taken) - last.index(True)
            behind = [step for step in taken[end:] if not step.endswith(" read")]
            lines.append(", ".join(dict.fromkeys([*taken[:begin], *taken[begin:end], *behind])))

    heard: dict[str, Callable[..., object]] = {
        "before_cursor_execute": executes,
        "commit": ends,
        "rollback": ends,
    }
    engine = database.engine.sync_engine
    for name, listener in heard.items():
        event.listen(engine, name, listener)
    before = _within.set(steps)
    try:
        yield lines
    finally:
        _within.reset(before)
        for name, listener in heard.items():
            event.remove(engine, name, listener)


def _steps(statement: str, parameters: Any) -> list[str]:
    """What a statement locks, then what it changes; what it reads if it does neither."""
    said = " ".join(statement.split())
    locks = [_lock(said, found, parameters) for found in _LOCKING.finditer(said)]
    locks += [
        f"LOCK by {name}"
        for name, given in _CALLED.findall(said)
        if name in _locking_functions() and not _is_told_not_to(given, parameters)
    ]
    changed = _CHANGED.findall(said)
    read = _TABLE.search(said)
    return [*locks, *changed] or ([f"{read[1]} read"] if read else [])


def _lock(statement: str, found: re.Match[str], parameters: Any) -> str:
    if not found[0].startswith("pg_"):
        before = [each[1] for each in _TABLE.finditer(statement[: found.start()])]
        return f"LOCK {before[-1]} {found[0]}"
    of = statement[found.end() :]
    named = re.match(r"hashtextextended\('([^']*)'", of)
    if of.startswith("('x' || left(encode("):
        return "LOCK a number"
    return f"LOCK {named[1].strip()!r}" if named else f"LOCK {_plain(parameters)}"


def _plain(parameters: Any) -> str:
    """The lock's number, or its name without the ids in it."""
    first = next(iter(parameters), "")
    return str(first) if isinstance(first, int) else re.sub(r".*/", "", str(first))


def _is_told_not_to(given: str, parameters: Any) -> bool:
    """Whether a function's last argument, which says whether it locks where it may do without, is false."""
    last = given.rpartition(",")[2].strip()
    place = re.match(r"\$(\d+)", last)
    return last == "false" or (place is not None and parameters[int(place[1]) - 1] is False)


@cache
def _locking_functions() -> frozenset[str]:
    """The SQL functions that lock something, or have another one do so."""
    texts = {each.stem: each.read_text() for each in _SQL.glob("*.sql")}
    locking = {name for name, words in texts.items() if _LOCKING.search(words)}
    calling = {
        name
        for name, words in texts.items()
        if locking & {called for called, _ in _CALLED.findall(words)} - {name}
    }
    return frozenset(locking | calling)
