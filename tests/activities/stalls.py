"""One execution of a step that stands still at its k-th wait for the world, while another execution runs beside it."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from activities.tools import Tools
from database.session import Database
from tests.activities.connections import FixedConnections, connections_of

# Either execution ends by itself well within it.
LIMIT_SECONDS = 20.0


class Stall:
    """Where an execution stands still: at its k-th wait, counted from 1, or at the first one of this name.

    looks_up: it asks the carrier what became of a dial, and may go on asking until the other one has sent it.
    """

    def __init__(self, at: int | str) -> None:
        self._at = at
        self._waits = 0
        self.reached = asyncio.Event()
        self.go_on = asyncio.Event()
        self.looks_up = asyncio.Event()

    async def wait(self, name: str) -> None:
        """The execution waits here for the world."""
        self._waits += 1
        if name == "find":
            self.looks_up.set()
        if self._at in (self._waits, name) and not self.reached.is_set():
            self.reached.set()
            await self.go_on.wait()


class _StallingDatabase(Database):
    """Stalls before a transaction, before each statement, before the commit and after it."""

    def __init__(self, database: Database, stall: Stall) -> None:
        self.engine = database.engine
        self._real, self._stall = database, stall

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        await self._stall.wait("begin")
        async with self._real.transaction() as session:
            execute = session.execute

            async def stalling(*arguments: Any, **options: Any) -> Any:
                await self._stall.wait("execute")
                return await execute(*arguments, **options)

            session.execute = stalling  # type: ignore[method-assign]
            yield session
            await self._stall.wait("commit")
        await self._stall.wait("committed")


class _Stalling:
    """A tool that stalls before each of its questions, and once more before its answer is read."""

    def __init__(self, tool: Any, stall: Stall) -> None:
        self._tool, self._stall = tool, stall

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._tool, name)
        if not inspect.iscoroutinefunction(found):
            return found

        async def stalling(*arguments: Any, **options: Any) -> Any:
            await self._stall.wait(name)
            try:
                return await found(*arguments, **options)
            finally:
                await self._stall.wait(f"{name} answered")

        return stalling


def stalling(tools: Tools, stall: Stall) -> Tools:
    """The same tools, as the execution with this stall uses them."""

    def of(tool: Any) -> Any:
        return tool and _Stalling(tool, stall)

    connections = connections_of(tools)
    return replace(
        tools,
        database=_StallingDatabase(tools.database, stall),
        connections=FixedConnections(
            of(connections.carrier), of(connections.messenger), of(connections.crm_client)
        ),
        stage=of(tools.stage),
        starter=of(tools.starter),
    )


Execution = Callable[[Tools], Coroutine[Any, Any, Any]]


async def side_by_side(
    execution: Execution,
    tools: Tools,
    *,
    first: Stall,
    second: Stall,
    meanwhile: Callable[[Any], Awaitable[object]],
) -> bool:
    """Run it twice, the first one stalled until the second has ended, stalled itself or waits for the first.

    meanwhile: what the workflow does with the second one's answer, before the first goes on. False when the first one
    never came to its stall.
    """
    async with asyncio.timeout(LIMIT_SECONDS), asyncio.TaskGroup() as group:
        one = group.create_task(execution(stalling(tools, first)), name="first")
        await _either(one, first.reached)
        if not first.reached.is_set():
            return False
        two = group.create_task(execution(stalling(tools, second)), name="second")
        await _ends_or_waits(tools.database, two, second)
        if two.done():
            await meanwhile(two.result())
            first.go_on.set()
        else:
            first.go_on.set()
            await _either(one, first.looks_up)
            second.go_on.set()
            await meanwhile(await two)
    return True


async def _either(task: asyncio.Task[Any], event: asyncio.Event) -> None:
    waiting = asyncio.create_task(event.wait())
    await asyncio.wait((task, waiting), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()


async def _ends_or_waits(database: Database, task: asyncio.Task[Any], stall: Stall) -> None:
    """Until the execution is over or stalled, looks its double's dial up, or waits for a lock."""
    while not (task.done() or stall.reached.is_set() or stall.looks_up.is_set()):
        async with database.transaction() as session:
            locked = await session.execute(
                text("""
                    SELECT EXISTS (SELECT FROM pg_stat_activity
                                   WHERE wait_event_type = 'Lock' AND datname = current_database())
                """)
            )
            if locked.scalar_one():
                return
