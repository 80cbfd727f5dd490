"""Lists that nobody reads any more are ended, so that what waits for them goes on."""

import structlog

from database.abandoned_imports import end_abandoned
from lists.tools import ListTools

log = structlog.get_logger()


async def end_abandoned_lists(tools: ListTools) -> None:
    """End each list whose reader died, one transaction each: what was staged of it may be long."""
    ended: str | None = ""
    while ended is not None:
        async with tools.database.transaction() as session:
            ended = await end_abandoned(session)
        if ended:
            log.warning("import.abandoned", import_id=ended)
