"""How many rows are read for a page of 50 where a table holds a million: of leads, calls and entries of the do-not-call list.

One lead, call and entry of the account's own are copied by the database. Nine tenths are the account's; half of these lie in one
campaign. Counted by PostgreSQL, of the table that is listed, as the API's own functions ask.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import asyncpg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from api.first_account import make_key
from benchmarks.access.people import signed_in
from benchmarks.report import Figure, Measured
from benchmarks.stage import OUR_NUMBER, Say, Stage
from database.call_views import CallFilter, list_calls
from database.leads import list_leads
from database.opt_outs import refused_since
from database.sealing import KeyRing
from database.session import Database, engine_for
from database.suppressions import list_suppressions
from domain.access import Role
from domain.identifiers import AccountId, UserId
from local.postgres import connect
from startup.first_connections import open_account

ROWS: Final = 1_000_000
PAGE: Final = 50
_COPIED: Final = """
    INSERT INTO {table} SELECT r.* FROM {table} t, generate_series(1, {rows}) n, LATERAL jsonb_populate_record(t, jsonb_build_object(
        'id', '{prefix}_0' || lpad(n::text, 25, '0'), 'account_id', CASE WHEN n % 10 = 0 THEN '{other}' ELSE '{account}' END {more}
    )) r WHERE t.id = {like}
"""
_READ: Final = text("""
    SELECT relname, seq_tup_read + idx_tup_fetch AS read FROM pg_stat_xact_user_tables
    WHERE seq_tup_read + idx_tup_fetch > 0 ORDER BY 2 DESC
""")
Ask = Callable[[AsyncSession, AccountId], Awaitable[object]]


async def measure(stage: Stage, say: Say) -> Measured:
    """The first page, one far down, and one of each filter that the lists are asked with, of what is rare."""
    environment = stage.system.environment
    ring = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"])
    database = Database(engine_for(environment["DATABASE_URL"], connections=1))
    try:
        names = await _filled(stage, database, say)
        account = AccountId(names["account"])
        asked = pages(names, ring, ROWS)
        reads = {page: await rows_read(database, account, ask) for page, ask in asked.items()}
    finally:
        await database.close()
        await _emptied(stage)
    worst = {page: max(tables.values()) for page, tables in reads.items()}
    return Measured(
        [
            Figure(
                f"rows read per page of {PAGE} at {ROWS:,} rows", max(worst.values()), "rows of a table", 60
            )
        ],
        reads,
        [
            f"{page}: {', '.join(f'{n} of {table}' for table, n in found.items())}"
            for page, found in reads.items()
        ],
    )


def pages(names: Mapping[str, str], ring: KeyRing, rows: int) -> dict[str, Ask]:
    """What is asked, by its name. Everything is from the middle of the rows, or rare."""

    def leads(campaign: str, before: str | None = None, **wanted: str | None) -> Ask:
        filters = {"state": None, "review": None, **wanted}
        return lambda session, account: list_leads(
            session, account, names[campaign], ring, before=before, limit=PAGE + 1, **filters
        )

    def calls(before: str | None = None, **wanted: Any) -> Ask:
        return lambda session, account: list_calls(
            session, account, ring, CallFilter(**wanted), before=before, limit=PAGE + 1
        )

    def entries(before: str | None = None) -> Ask:
        return lambda session, account: list_suppressions(
            session, account, ring, number=None, before=before, limit=PAGE + 1
        )

    middle = f"0{rows // 2:025}"
    return {
        "leads": leads("large"),
        "leads, far down": leads("large", f"lead_{middle}"),
        "leads of a small campaign": leads("small"),
        "leads to be reviewed": leads("large", review="zone"),
        "leads in hand": leads("large", state="needs_review"),
        "calls": calls(),
        "calls, far down": calls(f"call_{middle}"),
        "calls of a campaign": calls(campaign_id=names["large"]),
        "calls of a small campaign": calls(campaign_id=names["small"]),
        "calls of somebody's small campaign": calls(members_only=UserId(names["user"])),
        "calls to be reviewed": calls(needs_review=True),
        "calls in a rare state": calls(state="held"),
        "calls of a rare result": calls(result="busy"),
        "calls of a rare outcome": calls(outcome="callback"),
        "entries": entries(),
        "entries, far down": entries(f"sup_{middle}"),
        "what one person ever refused": lambda session, account: refused_since(
            session, account, OUR_NUMBER, ring, datetime(2026, 1, 1, tzinfo=UTC)
        ),
    }


async def rows_read(database: Database, account: AccountId, ask: Ask) -> dict[str, int]:
    """How many rows of each table were read for it; the figures are the connection's, and of before as well."""
    async with database.transaction() as session:
        before = {row.relname: row.read for row in await session.execute(_READ)}
        await ask(session, account)
        after = {row.relname: row.read for row in await session.execute(_READ)}
    return {name: more for name, read in after.items() if (more := read - before.get(name, 0))}


async def _filled(stage: Stage, database: Database, say: Say) -> dict[str, str]:
    """The names of what was made, as fill takes them."""
    parts = await stage.parts(lines=1, calls_per_second=1)
    large, small = [await stage.empty_campaign(parts) for _ in range(2)]
    await stage.import_rows(large, b"phone,first_name\n+12025550101,Ann\n")
    call = await stage.post("/calls/outbound", _call(parts, next(stage.numbers)))
    await stage.post("/dnc", {"numbers": [OUR_NUMBER]})
    user = (await signed_in(stage, Role.AGENT)).id
    (await stage.api.put(f"/campaigns/{small}/members/{user}")).raise_for_status()
    await make_key(database, "another account")
    async with database.transaction() as session:
        other = await open_account(session, "another account")
        account = await session.scalar(text("SELECT account_id FROM campaigns WHERE id = :id"), {"id": large})
    names = {
        "account": str(account),
        "other": other,
        "large": large,
        "small": small,
        "user": user,
        "call": call["id"],
    }
    connection = await connect(stage.system.environment["DATABASE_URL"])
    try:
        await fill(connection, names, ROWS, say)
    finally:
        await connection.close()
    return names


async def fill(connection: asyncpg.Connection, names: Mapping[str, str], rows: int, say: Say) -> None:
    """So many rows in each table. names: account and another, two campaigns, a call whose likes are made, somebody who sees the small
    campaign; of leads and entries the last one's likes are made."""
    campaign = "CASE WHEN n % 10 = 0 THEN NULL WHEN n <= 200 THEN '{small}' WHEN n % 2 = 0 THEN '{large}' END".format(
        **names
    )
    rare = "n % 10000 < 3"
    made = {
        "leads": (
            "lead",
            "(SELECT max(id) FROM leads WHERE campaign_id IS NOT NULL)",
            f", 'number_hash', '\\x' || md5(n::text), 'list_hash', NULL, 'campaign_id', {campaign},"
            f" 'state', CASE WHEN {rare} THEN 'needs_review' ELSE 'closed' END, 'review', CASE WHEN {rare} THEN 'zone' END",
        ),
        "calls": (
            "call",
            f"'{names['call']}'",
            f", 'lead_id', 'lead_0' || lpad(n::text, 25, '0'), 'campaign_id', {campaign}, 'needs_review', {rare},"
            f" 'state', CASE WHEN {rare} THEN 'held' ELSE 'closed' END,"
            f" 'result', CASE WHEN {rare} THEN 'busy' ELSE 'talked' END,"
            f" 'outcome', CASE WHEN {rare} THEN 'callback' ELSE 'interested' END",
        ),
        "suppressions": (
            "sup",
            "(SELECT max(id) FROM suppressions)",
            ", 'number_hash', '\\x' || md5(n::text)",
        ),
    }
    await connection.execute("SET session_replication_role = replica")
    for table, (prefix, like, more) in made.items():
        statement = _COPIED.format(table=table, prefix=prefix, rows=rows, like=like, more=more, **names)
        await connection.execute(statement, timeout=600)
        await connection.execute(f"VACUUM ANALYZE {table}", timeout=600)
        say(f"{rows:,} {table}")


def _call(parts: Mapping[str, str], number: str) -> dict[str, Any]:
    return {"to": number, "variables": {"first_name": "Ann"}, "rules": "simulation", **parts}


async def _emptied(stage: Stage) -> None:
    """Others measure on the same system."""
    copied = "WHERE id LIKE '%\\_0000000%'"
    await stage.execute(
        "SET session_replication_role = replica",
        *(f"DELETE FROM {table} {copied}" for table in ("calls", "leads", "suppressions")),
        *(f"VACUUM {table}" for table in ("calls", "leads", "suppressions")),
    )
