"""How many SQL statements a clean call costs, counted in PostgreSQL's own log over a small campaign."""

import asyncio
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage

_CALLS = 20
_IDLE_SECONDS = 65  # one round of the sweep, which comes every minute
_FRAME = re.compile(r"^(BEGIN|COMMIT|ROLLBACK|START TRANSACTION|SAVEPOINT|RELEASE)\b", re.IGNORECASE)
# What asyncpg and SQLAlchemy ask when a connection is opened.
_SET_UP = re.compile(
    r"^(SET |RESET |SHOW |SELECT pg_catalog\.version|SELECT current_schema|SELECT set_config|SELECT current_setting"
    r"|WITH RECURSIVE typeinfo_tree|SELECT t\.oid|SELECT\s+t\.oid|ALTER SYSTEM|SELECT pg_reload_conf"
    r"|SELECT pg_advisory_unlock_all|CLOSE ALL|UNLISTEN)",
    re.IGNORECASE,
)
_TAKES_SLOT = "UPDATE trunks SET next_dial_at"  # a busy machine misses some, and a dial takes another then
_LOGGED = re.compile(r"^(?:statement|execute [^:]*): (?P<sql>.*)$", re.DOTALL)


async def measure(stage: Stage, say: Say) -> Measured:
    """Statements from a campaign's start to its last call's end, less what the idle system does in that time.

    Of the second campaign: what a process asks once has been asked by the first.
    """
    log = stage.system.home / "postgres" / "log" / "postgres.json"
    parts = await stage.parts(lines=20, calls_per_second=20)
    first, second = [await stage.draft(_CALLS, "cooperative", parts) for _ in range(2)]
    await stage.execute("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()")
    try:
        say(f"the idle system for {_IDLE_SECONDS} s")
        idle, idle_seconds = await _counted(log, asyncio.sleep(_IDLE_SECONDS))
        say(f"{_CALLS} clean calls of processes that have just begun")
        cold, cold_seconds = await _counted(log, _campaign(stage, first))
        say(f"{_CALLS} clean calls")
        busy, busy_seconds = await _counted(log, _campaign(stage, second))
    finally:
        await stage.execute("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()")
    per_call = _per_call(busy, idle, busy_seconds / idle_seconds)
    total, total_cold = (
        sum(per_call.values()),
        sum(_per_call(cold, idle, cold_seconds / idle_seconds).values()),
    )
    missed = sum(count for sql, count in per_call.items() if _TAKES_SLOT in sql) - 1
    samples = {
        "calls": _CALLS,
        "idle_seconds": idle_seconds,
        "busy_seconds": busy_seconds,
        "idle": dict(idle.most_common()),
        "busy": dict(busy.most_common()),
        "per_call": per_call,
        "slots_missed": missed,
        "cold": total_cold,
        "per_call_with_idle": sum(busy.values()) / _CALLS,
    }
    return Measured(
        [Figure("SQL statements per clean call", total, "statements", 15)],
        samples,
        [
            f"{missed:.2f} slots missed a call, each two to four of these statements; {total_cold:.2f} while cold",
            *_details(per_call),
        ],
    )


async def _campaign(stage: Stage, campaign_id: Any) -> None:
    await stage.run(campaign_id, limit=180)
    await stage.calls_ended(campaign_id, _CALLS, limit=60)


async def _counted(log: Path, work: Any) -> tuple[Counter[str], float]:
    """The statements logged while this work is done, by their normal form, and the seconds it took."""
    offset, began = await asyncio.to_thread(_size, log), asyncio.get_running_loop().time()
    await work
    seconds = asyncio.get_running_loop().time() - began
    await asyncio.sleep(0.5)  # the log collector writes a moment later
    return count_statements(await asyncio.to_thread(read_json_lines, log, offset)), seconds


def _size(file: Path) -> int:
    return file.stat().st_size


def read_json_lines(file: Path, offset: int) -> list[dict[str, Any]]:
    """The complete JSON lines of a log from this byte on."""
    with file.open("rb") as log:
        log.seek(offset)
        return [json.loads(line) for line in log if line.endswith(b"\n")]


def count_statements(lines: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """Statements by their normal form; transaction frames and the set-up of connections are left out."""
    found = (_LOGGED.match(str(line.get("message", ""))) for line in lines)
    normal = (normal_form(match["sql"]) for match in found if match)
    return Counter(sql for sql in normal if not _FRAME.match(sql) and not _SET_UP.match(sql))


def normal_form(sql: str) -> str:
    """The statement on one line, with literals replaced by ?, so that equal ones are counted together."""
    one_line = " ".join(sql.split()).rstrip("; ")
    no_text = re.sub(r"'(?:[^']|'')*'", "?", one_line)
    return re.sub(r"(?<![\w$])\d+(?:\.\d+)?\b", "?", no_text)


def _per_call(asked: Counter[str], idle: Counter[str], share: float) -> dict[str, float]:
    """What a call costs; what the idle system asks less often while it is busy is to nobody's credit."""
    return {sql: max(0.0, count - idle[sql] * share) / _CALLS for sql, count in asked.items()}


def _details(per_call: Mapping[str, float]) -> list[str]:
    shown = sorted(per_call.items(), key=lambda item: -item[1])
    return [f"{count:6.2f}  {sql[:170]}" for sql, count in shown if count >= 0.02]
