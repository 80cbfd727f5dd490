"""Engine, sessions, and the one place that commits."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

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
        """A session whose work is committed at the end of the block, or rolled back by an exception."""
        async with self._sessions() as session, session.begin():
            yield session

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def new_ids(prefix: Prefix, count: int) -> list[str]:
    """Fresh ids for many rows at once, in ascending order: faster than one by one, and kinder to an index."""
    return make_ids(prefix, datetime.now(UTC), os.urandom(ENTROPY_BYTES), count)


def new_id(prefix: Prefix) -> str:
    """A fresh id for a row."""
    return make_id(prefix, datetime.now(UTC), os.urandom(ENTROPY_BYTES))
