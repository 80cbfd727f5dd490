"""Sealing rows again, with the key that seals now: a few at a time, beside everything else, from where a killed run had come to.

Which columns: every one named `*_sealed`. A row is held while it is sealed again, for milliseconds; one that somebody else holds is
passed over, so that nobody waits for anybody in a circle. When a pass has found nothing, and what that means: startup/key_rotation.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Table, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers all tables
from database.sealing import CannotOpen, KeyRing

ROWS_AT_ONCE: Final = 500
_COUNTED_AT_ONCE: Final = 20_000
# A piece of a file is up to a megabyte.
_FEWER: Final = {"import_files": 10}
# What is sealed in these is copied into others as it is: they go first, so that what is copied later has the new key already.
_COPIED: Final = ("import_barred", "leads")
# What a value is bound to; the account where nothing else is said.
_CONTEXTS: Final = {
    ("users", "totp_sealed"): "t.id",
    ("users", "totp_offered_sealed"): "t.id",
    ("sessions", "device_sealed"): "t.user_id",
    ("connections", "credentials_sealed"): "t.account_id || '/' || t.id",
}


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table with sealed columns. keys: its primary key, with their types; columns: those sealed, with what each is bound to."""

    name: str
    keys: Mapping[str, str]
    columns: Mapping[str, str]

    @property
    def rows_at_once(self) -> int:
        return _FEWER.get(self.name, ROWS_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a ring's rows have been sealed again with this key; place: the table and the last row looked at, empty at first."""

    key_id: int
    place: tuple[str, ...] = ()
    passes: int = 0
    resealed: int = 0
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some rows of a table, one after the other. last: the last one's key, None at the table's end; found: how many were sealed with
    another key; resealed, unreadable: of these; the others were held by somebody."""

    last: tuple[str, ...] | None
    found: int = 0
    resealed: int = 0
    unreadable: int = 0

    def and_then(self, other: "Stretch") -> "Stretch":
        """Both, the other one being the next."""
        return Stretch(
            other.last,
            self.found + other.found,
            self.resealed + other.resealed,
            self.unreadable + other.unreadable,
        )


@cache
def sealed_tables() -> tuple[SealedTable, ...]:
    """Every table with a column named `*_sealed`, in the order in which they are sealed again."""
    tables = (_of(table) for table in SQLModel.metadata.sorted_tables)
    return tuple(sorted((each for each in tables if each.columns), key=lambda each: each.name not in _COPIED))


def _of(table: Table) -> SealedTable:
    sealed = [column.name for column in table.columns if column.name.endswith("_sealed")]
    return SealedTable(
        table.name,
        {
            column.name: {"BLOB": "BYTEA"}.get(str(column.type), str(column.type))
            for column in table.primary_key
        },
        {name: _CONTEXTS.get((table.name, name), "t.account_id") for name in sealed},
    )


async def reseal_stretch(
    session: AsyncSession, table: SealedTable, after: tuple[str, ...], key_ring: KeyRing
) -> Stretch:
    """Seal the next rows of the table again, as far as they are not sealed with the key that seals. after: empty for the first ones."""
    last = await _last_of(session, table, after, table.rows_at_once)
    other = " OR ".join(f"substring(t.{name} FROM 1 FOR 1) <> :sealing" for name in table.columns)
    within = " AND ".join((f"({other})", *_limits(table, after, last)))
    given = {
        "sealing": bytes((key_ring.sealing,)),
        **_bound(table, "after", after),
        **_bound(table, "last", last),
    }
    found = await session.scalar(text(f"SELECT count(*) FROM {table.name} t WHERE {within}"), given)
    if not found:
        return Stretch(last)
    rows = (await session.execute(text(_held(table, within)), given)).all()
    pairs = [_resealed(table, row, key_ring) for row in rows]
    if pairs:
        await session.execute(text(_replaced(table)), _columns_of(table, [values for values, _ in pairs]))
    whole = sum(opened for _, opened in pairs)
    return Stretch(last, found, whole, len(pairs) - whole)


async def count_by_key(
    session: AsyncSession, table: SealedTable, after: tuple[str, ...]
) -> tuple[Mapping[int, int], tuple[str, ...] | None]:
    """How many rows of the next ones each key sealed something of, by its id; and the last one's key, None at the table's end."""
    last = await _last_of(session, table, after, _COUNTED_AT_ONCE)
    within = " AND ".join(("TRUE", *_limits(table, after, last)))
    given = {**_bound(table, "after", after), **_bound(table, "last", last)}
    ids = ", ".join(f"substring(t.{name} FROM 1 FOR 1)" for name in table.columns)
    rows = await session.execute(
        text(f"""
            SELECT key_id, count(*) AS rows FROM {table.name} t, LATERAL (SELECT DISTINCT unnest(ARRAY[{ids}])) AS k(key_id)
            WHERE {within} AND key_id IS NOT NULL GROUP BY key_id
        """),
        given,
    )
    return {int.from_bytes(row.key_id): row.rows for row in rows}, last


async def audit_seals_by_key(session: AsyncSession) -> Mapping[int, int]:
    """How many seals and cuts of audit logs each key's derived one made; they are never made again."""
    rows = await session.execute(
        text("""
            SELECT key_id, count(*) AS seals FROM (SELECT key_id FROM audit_seals UNION ALL SELECT key_id FROM audit_cuts) AS made
            GROUP BY key_id
        """)
    )
    return {row.key_id: row.seals for row in rows}


async def older_transactions(session: AsyncSession, at: datetime) -> int:
    """How many transactions of this database are open that began before then: they may hold what was sealed before."""
    found: int | None = await session.scalar(
        text("""
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < :at
              AND backend_type = 'client backend'
        """),
        {"at": at},
    )
    return found or 0


async def moment_of(session: AsyncSession) -> datetime:
    """Now, by the database's clock."""
    at = await session.scalar(text("SELECT clock_timestamp()"))
    assert isinstance(at, datetime)
    return at


async def read_progress(session: AsyncSession, ring: str, key_id: int) -> Progress:
    """How far the ring's rows have come with this key; from the beginning if the last run was with another one."""
    rows = await session.execute(text("SELECT * FROM resealings WHERE ring = :ring"), {"ring": ring})
    row = rows.one_or_none()
    if row is None or row.key_id != key_id:
        return Progress(key_id)
    return Progress(key_id, tuple(row.place), row.passes, row.resealed, row.done_at)


async def keep_progress(session: AsyncSession, ring: str, progress: Progress) -> None:
    """Keep it, in the transaction that seals the rows again."""
    await session.execute(
        text("""
            INSERT INTO resealings AS r (ring, key_id, place, passes, resealed, done_at)
            VALUES (:ring, :key_id, CAST(:place AS text[]), :passes, :resealed, :done_at)
            ON CONFLICT (ring) DO UPDATE
            SET key_id = EXCLUDED.key_id, place = EXCLUDED.place, passes = EXCLUDED.passes, resealed = EXCLUDED.resealed,
                done_at = EXCLUDED.done_at,
                began_at = CASE WHEN r.key_id = EXCLUDED.key_id THEN r.began_at ELSE clock_timestamp() END
        """),
        {
            "ring": ring,
            "key_id": progress.key_id,
            "place": list(progress.place),
            "passes": progress.passes,
            "resealed": progress.resealed,
            "done_at": progress.done_at,
        },
    )


async def _last_of(
    session: AsyncSession, table: SealedTable, after: tuple[str, ...], rows_at_once: int
) -> tuple[str, ...] | None:
    names = ", ".join(table.keys)
    texts = ", ".join(f"CAST({name} AS TEXT)" for name in table.keys)
    beyond = f"WHERE ({names}) > ({_casts(table, 'after')})" if after else ""
    rows = await session.execute(
        text(f"SELECT {texts} FROM {table.name} {beyond} ORDER BY {names} OFFSET :skipped LIMIT 1"),
        {"skipped": rows_at_once - 1, **_bound(table, "after", after)},
    )
    row = rows.one_or_none()
    return None if row is None else tuple(row)


def _limits(table: SealedTable, after: tuple[str, ...], last: tuple[str, ...] | None) -> list[str]:
    names = ", ".join(f"t.{name}" for name in table.keys)
    limits = [f"({names}) > ({_casts(table, 'after')})"] if after else []
    return limits if last is None else [*limits, f"({names}) <= ({_casts(table, 'last')})"]


def _held(table: SealedTable, within: str) -> str:
    shown = ", ".join(
        (
            *(f"CAST(t.{name} AS TEXT) AS {name}" for name in table.keys),
            *(f"t.{name}" for name in table.columns),
            *(f"{context} AS context_of_{name}" for name, context in table.columns.items()),
        )
    )
    names = ", ".join(f"t.{name}" for name in table.keys)
    # One that refers to such a row, as a call to its lead, does not wait.
    return f"SELECT {shown} FROM {table.name} t WHERE {within} ORDER BY {names} FOR NO KEY UPDATE SKIP LOCKED"


def _resealed(table: SealedTable, row: Any, key_ring: KeyRing) -> tuple[dict[str, Any], bool]:
    """The row with its values sealed again, and whether all could be opened: one that could not stays as it is."""
    values, opened = dict(row._mapping), True
    for name in table.columns:
        sealed, context = values[name], values.pop(f"context_of_{name}")
        if sealed is None or sealed[:1] == bytes((key_ring.sealing,)):
            continue
        try:
            values[name] = key_ring.seal(key_ring.open(sealed, context), context)
        except CannotOpen:
            opened = False
    return values, opened


def _replaced(table: SealedTable) -> str:
    given = ", ".join(
        (
            *(f"CAST(:{name} AS text[])" for name in table.keys),
            *(f"CAST(:{name} AS bytea[])" for name in table.columns),
        )
    )
    names = ", ".join((*table.keys, *table.columns))
    changes = ", ".join(f"{name} = n.{name}" for name in table.columns)
    same = " AND ".join(f"t.{name} = CAST(n.{name} AS {kind})" for name, kind in table.keys.items())
    return f"UPDATE {table.name} t SET {changes} FROM unnest({given}) AS n({names}) WHERE {same}"


def _columns_of(table: SealedTable, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in (*table.keys, *table.columns)}


def _casts(table: SealedTable, prefix: str) -> str:
    return ", ".join(f"CAST(CAST(:{prefix}_{name} AS TEXT) AS {kind})" for name, kind in table.keys.items())


def _bound(table: SealedTable, prefix: str, key: tuple[str, ...] | None) -> dict[str, str]:
    return {f"{prefix}_{name}": value for name, value in zip(table.keys, key or (), strict=False)}
