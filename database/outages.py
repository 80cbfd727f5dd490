"""What it looks like when the database is away, and work that survives a connection that died unnoticed."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import asyncpg
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

T = TypeVar("T")

# asyncpg's own errors come unwrapped while a connection is being made.
OUTAGES: Final = (
    OSError,
    TimeoutError,
    PoolExhausted,
    DBAPIError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
)


def is_outage(error: BaseException) -> bool:
    """Whether the database is away or full, rather than having refused a statement."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)
    return isinstance(error, OUTAGES)


async def twice(work: Callable[[], Awaitable[T]]) -> T:
    """The work's result; done a second time, on a new connection, if the first one turned out to be dead.

    After a restart of the database every connection of the pool is dead and the first statement finds out. Only for
    work that may be repeated.
    """
    try:
        return await work()
    except OUTAGES as error:
        if not is_outage(error):
            raise
    return await work()
