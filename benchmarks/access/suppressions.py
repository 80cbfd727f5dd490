"""How long a decision waits for the do-not-call lists when a list has ten million numbers. The numbers are made by the database: what is
looked up is 16 random bytes, as a keyed hash is."""

import os
import statistics
import time
from typing import Final

import asyncpg

from benchmarks.report import Figure, Measured, percentile
from benchmarks.stage import Say, Stage

NUMBERS: Final = 10_000_000
_AT_ONCE: Final = 1_000_000
_LOOK_UPS: Final = 2000
_MADE: Final = """
    INSERT INTO suppression_list_numbers (version, hash)
    SELECT $1, decode(md5(n::text), 'hex') FROM generate_series($2::bigint, $3::bigint) AS n
"""
_LOOK_UP: Final = "SELECT channel FROM suppressing_v1($1, $2, $3, NULL, 'marketing')"


async def measure(stage: Stage, say: Say) -> Measured:
    """Half of the look-ups find their number; each account has its lists, and the account's own entries are asked as well."""
    made = await stage.post("/dnc/lists", {"name": "bench", "kind": "own"})
    connection = await asyncpg.connect(stage.system.environment["DATABASE_URL"])
    try:
        version = await _version(connection, made["id"])
        began = time.perf_counter()
        for first in range(0, NUMBERS, _AT_ONCE):
            await connection.execute(_MADE, version, first, first + _AT_ONCE - 1, timeout=600)
            say(f"{(first + _AT_ONCE):,} numbers after {time.perf_counter() - began:.0f} s")
        await connection.execute("VACUUM ANALYZE suppression_list_numbers", timeout=600)
        size = await connection.fetchval("SELECT pg_total_relation_size('suppression_list_numbers')")
        took, found = await _look_ups(connection, made["id"])
    finally:
        await connection.execute("TRUNCATE suppression_list_numbers")
        await connection.close()
    slow = percentile(took, 0.99) * 1_000
    return Measured(
        [Figure(f"suppression look-up among {NUMBERS:,}, p99", slow, "ms", 2)],
        {"took": took},
        [
            f"median {statistics.median(took) * 1_000:.3f} ms; {found} found of {_LOOK_UPS}; {size / 1e9:.2f} GB on disk"
        ],
    )


async def _version(connection: asyncpg.Connection, list_id: str) -> int:
    version: int = await connection.fetchval(
        """
        INSERT INTO suppression_list_versions (account_id, list_id, as_of, state, added_by)
        SELECT account_id, id, current_date, 'in_force', 'bench' FROM suppression_lists WHERE id = $1 RETURNING id
        """,
        list_id,
    )
    await connection.execute(
        "UPDATE suppression_lists SET version = $1, as_of = current_date WHERE id = $2", version, list_id
    )
    return version


async def _look_ups(connection: asyncpg.Connection, list_id: str) -> tuple[list[float], int]:
    """Their times, and how many found something."""
    account = await connection.fetchval("SELECT account_id FROM suppression_lists WHERE id = $1", list_id)
    there = await connection.fetch(
        "SELECT hash FROM suppression_list_numbers TABLESAMPLE SYSTEM (0.1) LIMIT $1", _LOOK_UPS // 2
    )
    hashes = [hash for row in there for hash in (row["hash"], os.urandom(16))]
    statement = await connection.prepare(_LOOK_UP)
    took, found = [], 0
    for each in hashes:
        began = time.perf_counter()
        rows = await statement.fetch(account, os.urandom(32), each)
        took.append(time.perf_counter() - began)
        found += bool(rows)
    return took, found
