"""A real PostgreSQL for the whole run: the server of DATABASE_URL if it is set, else an embedded one made for the run.

Every database is a copy of one migrated template, so a fresh one costs a fraction of a second.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
import structlog
import typer.testing
from hypothesis import settings
from typer.main import get_command

from database.migrate import migrate
from database.sealing import KeyRing
from database.session import Database, engine_for
from domain.identifiers import AccountId
from local.postgres import EmbeddedPostgres, administration, connect, drop_database, with_database
from startup.first_connections import open_account

pytest_plugins = ["tests.processes"]

# A busy machine is no counterexample.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# No test speaks TLS. Each HTTP client that is made would read the system's authorities, which takes as long as a small test;
# the programs that a test starts inherit this. The one authority's key was thrown away.
os.environ["SSL_CERT_FILE"] = str(Path(__file__).parent / "one_authority.pem")

# Built once: a hundred commands take as long to build as one of them to run. It remembers nothing of a run.
typer.testing._get_command = cache(get_command)  # type: ignore[attr-defined]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that last long begin first, since each runs in one process."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session", autouse=True)
def logs_go_to_stderr() -> None:
    """A command's standard output is read as JSON while servers of other tests live, and log, in the same process.

    Tracebacks are plain, as in production: with every local variable drawn, one takes seconds, on the loop that carries
    audio.
    """
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            plain,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.__stderr__),
    )


@pytest.fixture(scope="session")
def postgres_home() -> Iterator[Path]:
    """A folder outside pytest's, whose folders another run beside this one may close or remove."""
    folder = Path(tempfile.mkdtemp(prefix="outbound-pg-")).resolve()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest_asyncio.fixture(scope="session")
async def postgres_url(postgres_home: Path) -> AsyncIterator[str]:
    """The address of a server on which databases may be made."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    server = EmbeddedPostgres(postgres_home, throwaway=True)
    yield await server.start()
    await server.stop()


class Databases:
    """Makes databases that hold all tables and no rows."""

    def __init__(self, server_url: str) -> None:
        self._server_url = server_url
        self._prefix = f"test_{os.getpid()}"
        self._made: list[str] = []

    async def make_template(self) -> None:
        """Migrate the database that all others are copied from."""
        url = await self._create("template", "")
        engine = engine_for(url, connections=1)
        await migrate(engine)
        await engine.dispose()

    async def fresh(self) -> str:
        """The address of a new migrated database."""
        return await self._create(
            f"{len(self._made)}", f' TEMPLATE "{self._prefix}_template" STRATEGY file_copy'
        )

    async def empty(self) -> str:
        """The address of a new database without tables."""
        return await self._create(f"{len(self._made)}", "")

    async def _create(self, name: str, options: str) -> str:
        full_name = f"{self._prefix}_{name}"
        connection = await connect(administration(self._server_url))
        try:
            await connection.execute(f'CREATE DATABASE "{full_name}"{options}')
        finally:
            await connection.close()
        self._made.append(with_database(self._server_url, full_name))
        return self._made[-1]

    async def drop_all(self) -> None:
        """Remove everything that was made."""
        for url in reversed(self._made):
            await drop_database(url)


@pytest_asyncio.fixture(scope="session")
async def databases(postgres_url: str) -> AsyncIterator[Databases]:
    """The maker of fresh databases."""
    made = Databases(postgres_url)
    await made.make_template()
    yield made
    if "DATABASE_URL" in os.environ:  # a server of the run's own ends with all that is in it
        await made.drop_all()


@pytest_asyncio.fixture(scope="session")
async def database_url(databases: Databases) -> str:
    """One migrated database that tests share; they keep apart by account."""
    return await databases.fresh()


@pytest_asyncio.fixture(scope="session")
async def database(database_url: str) -> AsyncIterator[Database]:
    """The shared database."""
    opened = Database(engine_for(database_url))
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def fresh_database(databases: Databases) -> AsyncIterator[Database]:
    """A database of the test's own, for what looks at all accounts at once."""
    opened = Database(engine_for(await databases.fresh(), connections=5))
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def key_ring() -> KeyRing:
    """Keys that are no secret."""
    return KeyRing({1: b"k" * 32}, b"l" * 32)


@pytest_asyncio.fixture
async def account_id(database: Database) -> AccountId:
    """A new account in the shared database."""
    async with database.transaction() as session:
        return await open_account(session, f"account {os.urandom(6).hex()}")
