"""What of a conversation must outlive its process: an opt-out, and the one report; and who is told that it is over.

The rows: startup/media_records.py; the signal to the call's workflow: startup/call_notices.py.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

import structlog

from domain.conversations import ConversationPlan, ConversationReport
from domain.errors import Superseded
from media.engine.actions import StoreOptOut
from media.engine.events import Event, NotStored, Store, Stored
from media.metrics import Figures
from media.tools import MediaTools

log = structlog.get_logger()

_STORE_SECONDS: Final = 5.0
# With neither the record nor Temporal within reach: how long a report is held on to, and how often it is tried.
_INSIST_SECONDS: Final = 60.0
_INSIST_AGAIN_SECONDS: Final = 1.0


class Durability:
    """One conversation's way to the record. tell: takes what became of it."""

    def __init__(
        self, plan: ConversationPlan, tools: MediaTools, tell: Callable[[Event], None], figures: Figures
    ) -> None:
        self._plan = plan
        self._tools = tools
        self._tell = tell
        self._figures = figures
        self._is_superseded = False

    async def store_opt_out(self, demand: StoreOptOut, at: datetime) -> None:
        """Suppress the person; tells whether that is durable. Of a failure the engine decides how long to insist."""
        records = self._tools.records
        await self._store(
            Store.OPT_OUT, records.store_opt_out(self._plan, demand.phrase, at, by_key=demand.by_key)
        )

    async def take_back_opt_out(self, phrase: str, at: datetime) -> None:
        """Lift what this conversation has bound; tells whether that is durable."""
        await self._store(Store.TAKEN_BACK, self._tools.records.take_back_opt_out(self._plan, phrase, at))

    async def store_report(self, report: ConversationReport) -> None:
        """Keep the report; tells whether that is durable. Of a failure the engine decides how long to insist."""
        await self._store(Store.REPORT, self._tools.records.store_report(report))

    async def _store(self, what: Store, work: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await work
        except Superseded:
            log.warning("conversation.superseded", attempt_id=self._plan.attempt_id, what=what)
            self._is_superseded = True
            self._tell(Stored(what))
        except Exception:  # whatever the record's failure is
            log.exception("conversation.not_stored", attempt_id=self._plan.attempt_id, what=what)
            self._tell(NotStored(what))
        else:
            self._tell(Stored(what))

    async def notify(self, report: ConversationReport, *, stored: bool) -> None:
        """Tell the call's workflow; what could not be stored is insisted on, here and there, for a minute."""
        if self._is_superseded:
            return
        self._figures.reported(report)
        self._figures.not_stored += not stored
        if await self._told(report, stored=stored) or stored:  # a sweep delivers what was stored
            return
        loop = asyncio.get_running_loop()
        give_up_at = loop.time() + _INSIST_SECONDS
        while loop.time() < give_up_at:
            if await self._stores(report) or await self._told(report, stored=False):
                return
            await asyncio.sleep(_INSIST_AGAIN_SECONDS)
        log.error("conversation.lost", attempt_id=self._plan.attempt_id)

    async def store_and_notify(self, report: ConversationReport) -> None:
        """For a conversation that no engine holds any more."""
        await self.notify(report, stored=await self._stores(report))

    async def _told(self, report: ConversationReport, *, stored: bool) -> bool:
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await self._tools.notices.conversation_reported(self._plan, report, stored=stored)
        except Exception:  # whatever Temporal's failure is, the call goes on without it
            self._figures.not_notified += 1
            log.warning("conversation.not_notified", attempt_id=self._plan.attempt_id, exc_info=True)
            return False
        return True

    async def _stores(self, report: ConversationReport) -> bool:
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await self._tools.records.store_report(report)
        except Superseded:
            self._is_superseded = True
        except Exception:  # whatever the record's failure is
            return False
        return True
