"""What it looks like when the database is away, and work that survives a connection that died unnoticed."""

import asyncio
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


def is_slow(error: BaseException) -> bool:
    """Whether an outage may be that of one statement, or of one process that asks too much at once."""
    return isinstance(error, TimeoutError | PoolExhausted)


async def retried_once(work: Callable[[], Awaitable[T]]) -> T:
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


_PAUSE_SECONDS: Final = 0.25


async def persistently(work: Callable[[], Awaitable[T]], *, seconds: float = 10.0) -> T:
    """The work's result, tried again and again for this long while the database is away. Raises TimeoutError.

    For what is told only once: Twilio waits fifteen seconds for an answer and does not repeat a person's message. Only
    for work that may be repeated.
    """
    async with asyncio.timeout(seconds):
        while True:
            try:
                return await work()
            except OUTAGES as error:
                if not is_outage(error):
                    raise
            await asyncio.sleep(_PAUSE_SECONDS)
