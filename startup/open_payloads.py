"""How many workflows may hold payloads that a former key sealed: those that are open and whose run began before it was replaced."""

import asyncio
from datetime import UTC, datetime
from typing import Final

from temporalio.service import RPCError

from startup.key_rings import key_rings
from startup.settings import Settings
from startup.temporal import connect

_LIMIT: Final = 10.0


async def begun_before(settings: Settings, at: datetime) -> int | None:
    """Their number; None while Temporal does not answer."""
    try:
        async with asyncio.timeout(_LIMIT):
            client = await connect(settings, key_rings(settings).data)
            moment = at.astimezone(UTC).isoformat()
            found = await client.count_workflows(f"ExecutionStatus = 'Running' AND StartTime < '{moment}'")
    except (RPCError, RuntimeError, TimeoutError):
        return None
    return found.count
