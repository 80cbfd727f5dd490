"""Engine, sessions, and the one place that commits."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from domain.errors import InvalidInput
from domain.identifiers import ENTROPY_BYTES, Prefix, make_id, make_ids


def engine_for(database_url: str, *, connections: int = 10) -> AsyncEngine:
    """An engine on asyncpg for a postgresql:// address; connections that died are replaced unnoticed."""
    address = database_url.replace("postgresql://", "postgresql+asyncpg://", 1)
    return create_async_engine(
        address,
        pool_size=connections,
        max_overflow=connections,
        pool_pre_ping=False,
        hide_parameters=True,  # an error's text must not carry anybody's data
        connect_args={"timeout": 10, "command_timeout": 30, "server_settings": {"timezone": "UTC"}},
    )


class Database:
    """Hands out transactions; built once per process."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._sessions = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session whose work is committed at the end of the block, or rolled back by an exception.

        Raises InvalidInput for data that PostgreSQL cannot hold: no repetition mends it.
        """
        with telling_of_the_data():
            async with self._sessions() as session, session.begin():
                yield session

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


@contextmanager
def telling_of_the_data() -> Iterator[None]:
    """Raises InvalidInput instead of PostgreSQL's error about data that it cannot hold."""
    try:
        yield
    except DBAPIError as error:
        if not _is_about_the_data(error):
            raise
        raise InvalidInput("The database cannot hold this value.") from error


def _is_about_the_data(error: DBAPIError) -> bool:
    """Class 22 of SQLSTATE, *data exception*: a null character, a number or a moment out of range."""
    return str(getattr(error.orig, "sqlstate", None) or "").startswith("22")


def new_ids(prefix: Prefix, count: int) -> list[str]:
    """Fresh ids for many rows at once, in ascending order: faster than one by one, and kinder to an index."""
    return make_ids(prefix, datetime.now(UTC), os.urandom(ENTROPY_BYTES), count)


def new_id(prefix: Prefix) -> str:
    """A fresh id for a row."""
    return make_id(prefix, datetime.now(UTC), os.urandom(ENTROPY_BYTES))
