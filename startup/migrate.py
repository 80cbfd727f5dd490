"""Brings the configured database to the newest tables: `python -m startup.migrate`.

The work: database/migrate.py; the migrations: database/migrations/versions/.
"""

import asyncio
import sys

import structlog

from database.migrate import migrate
from database.outages import OUTAGES, is_outage
from database.session import engine_for
from startup.logs import configure_logs
from startup.settings import Settings

log = structlog.get_logger()


async def _main() -> None:
    engine = engine_for(Settings().database_url, connections=1)
    try:
        await migrate(engine)
    except OUTAGES as error:
        if not is_outage(error):
            raise
        sys.exit(
            f"The database does not answer ({type(error).__name__}). To mend: start it, or correct DATABASE_URL."
        )
    finally:
        await engine.dispose()


if __name__ == "__main__":
    configure_logs("INFO", "migrate")
    asyncio.run(_main())
    log.info("database.up_to_date")
