"""What one clean call costs: its history in Temporal and its statements in PostgreSQL; and how soon it greets."""

import asyncio
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

import asyncpg
from temporalio.client import Client

from benchmarks import scripts
from benchmarks.figures import Figure, percentile
from benchmarks.stage import Stage

CALLS = 20
_PASSED_OVER = re.compile(
    r"^(BEGIN|COMMIT|ROLLBACK|SHOW|SET|SELECT pg_catalog|select pg_catalog|RESET|UNLISTEN|CLOSE)"
)


def measure_calls(stage: Stage, client: Client) -> list[Figure]:
    """History events and bytes, statements per call, greeting after `start`, from one campaign of clean calls."""
    log = stage.system.home / "postgres" / "log" / "postgres.json"
    asyncio.run(_log_statements(stage.system.environment["DATABASE_URL"], on=True))
    begins = log.stat().st_size
    campaign = stage.campaign(
        "clean calls",
        "cooperative",
        CALLS,
        script=scripts.SHORT,
        lines=CALLS,
        calls_per_second=10,
        window=CALLS,
        longest_call_seconds=60,
    )
    stage.finished(campaign, limit=120)
    time.sleep(3)  # the CRM's last records
    asyncio.run(_log_statements(stage.system.environment["DATABASE_URL"], on=False))
    statements = _statements_since(log, begins)
    histories = asyncio.run(_histories(client, campaign))
    greetings = [
        call["greeting_after_start_ms"]
        for call in stage.ledger(campaign)
        if call["greeting_after_start_ms"] is not None
    ]
    events = [history[0] for history in histories]
    sizes = [history[1] for history in histories]
    return [
        Figure("history of a clean call", max(events, default=None), "events", 30, samples=events),
        Figure("history of a clean call, size", max(sizes, default=None), "bytes", 7 * 1024, samples=sizes),
        Figure(
            "SQL statements per clean call",
            sum(statements.values()) / CALLS,
            "statements",
            15,
            samples=[[count, text] for text, count in statements.most_common(60)],
        ),
        Figure("greeting frame after start, p95", percentile(greetings, 0.95), "ms", 50, samples=greetings),
    ]


async def _log_statements(database_url: str, *, on: bool) -> None:
    connection = await asyncpg.connect(database_url)
    try:
        await connection.execute(f"ALTER SYSTEM SET log_statement = '{'all' if on else 'none'}'")
        await connection.execute("SELECT pg_reload_conf()")
    finally:
        await connection.close()


def _statements_since(log: Path, offset: int) -> Counter[str]:
    """Each statement's first words, with how often it ran; readers (API polling by this benchmark) left out."""
    found: Counter[str] = Counter()
    with log.open("rb") as lines:
        lines.seek(offset)
        for line in lines:
            text = _statement(json.loads(line))
            if text is not None and not _PASSED_OVER.match(text) and not _is_polling(text):
                found[text] += 1
    return found


def _statement(entry: dict[str, Any]) -> str | None:
    message = str(entry.get("message", ""))
    match = re.match(r"(?:statement|execute [^:]*): (.*)", message, re.DOTALL)
    return " ".join(match.group(1).split())[:160] if match else None


def _is_polling(text: str) -> bool:
    """What processes ask regularly, calls or no calls: it is no call's cost."""
    return bool(
        re.search(
            r"FROM trunks$|seq IS NULL|pg_try_advisory|e\.delivered_at IS NULL|FROM api_keys|idempotency_keys"
            r"|WITH mine AS|FROM campaigns|pg_reload_conf|ALTER SYSTEM|INSERT INTO (agents|scripts|trunks|lines)|lead_imports",
            text,
        )
    )


async def _histories(client: Client, campaign: str) -> list[tuple[int, int]]:
    found = []
    query = f"CampaignId='{campaign}' AND WorkflowType='CallWorkflow'"
    async for call in client.list_workflows(query):
        info = (await client.get_workflow_handle(call.id).describe()).raw_description.workflow_execution_info
        found.append((info.history_length, info.history_size_bytes))
    return found
