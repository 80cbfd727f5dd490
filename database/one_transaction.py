"""Several transactions as parts of one: what they do is stored together, or not at all."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import Database, telling_of_the_data
from domain.identifiers import AccountId

# SQLSTATE: serialization_failure, deadlock_detected.
_OVERTAKEN: Final = ("40001", "40P01")


class PartsOfOne(Database):
    """A database whose transactions are savepoints of one, which begins with the first of them."""

    def __init__(self, database: Database, stack: AsyncExitStack, *, as_it_stood: bool) -> None:
        self.engine = database.engine
        self._database, self._stack, self._as_it_stood = database, stack, as_it_stood
        self._session: AsyncSession | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A part: kept if the whole is, undone by an exception that leaves its block. Raises InvalidInput as any does."""
        session = await self._whole()
        with telling_of_the_data():
            async with session.begin_nested():
                yield session

    async def _whole(self) -> AsyncSession:
        if self._session is None:
            self._session = await self._stack.enter_async_context(self._database.transaction())
            if self._as_it_stood:
                await self._session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        return self._session


@asynccontextmanager
async def one_transaction(database: Database, *, as_it_stood: bool = False) -> AsyncIterator[Database]:
    """A database whose every transaction within the block is a part of one; committed at its end, undone by an exception.

    as_it_stood: all of them see what stood at the first one's beginning, and a row that somebody else changed since is not
    changed again: a failure to serialise (SQLSTATE 40001) instead. No vendor and no workflow may be asked within the block
    for what must be stored first.
    """
    async with AsyncExitStack() as stack:
        yield PartsOfOne(database, stack, as_it_stood=as_it_stood)


def was_overtaken(error: DBAPIError) -> bool:
    """Whether a row was changed by somebody else since the transaction's beginning, so that the whole of it is to be done anew."""
    return getattr(error.orig, "sqlstate", None) in _OVERTAKEN


async def take_turn(session: AsyncSession, account_id: AccountId, name: str) -> None:
    """Wait until nobody else has the turn of this name in this account, and have it until the transaction ends."""
    await session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": f"{account_id}/{name}"}
    )
