"""What an API process does besides answering: number events, deliver late ones, start and finish what was cut off, ask
carriers whose numbers we show, seal audit logs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

import structlog

from api.audit_seals import seal_logs
from api.caller_identities import ask_carriers
from api.leads.list_tools import list_tools
from api.live_events import Tail, publish
from api.tools import ApiTools
from api.unstarted_workflows import start_forgotten
from api.webhooks.event_delivery import redeliver
from api.webhooks.text_opt_outs import read_missed
from database.idempotency import forget_old_keys
from database.import_files import forget_old_files
from database.lead_hook_messages import forget_old_messages
from database.outages import OUTAGES
from database.person_requests import forget_old_bundles
from database.provider_sign_ins import forget_unfinished
from database.request_limits import forget_old_requests
from database.sealing_keys import forget_silent
from database.sign_ins import forget_old_sign_ins
from database.suppression_lists import forget_replaced
from database.webhook_deliveries import forget_old_deliveries, make_deliveries, programs_waited_for
from domain.errors import OutboundError
from domain.identifiers import AccountId
from domain.webhook_orders import WebhookOrder
from lists.hook_messages import take_waiting
from lists.import_commits import finish_unfinished
from providers.errors import ProviderError

log = structlog.get_logger()
NUMBERING_EVERY: Final = 0.2
SWEEP_EVERY: Final = 1.0
REPAIR_EVERY: Final = 15.0
ASK_EVERY: Final = 5.0
READ_EVERY: Final = 60.0
SEAL_EVERY: Final = 60.0
FORGET_EVERY: Final = 3600.0


@asynccontextmanager
async def upkeep(tools: ApiTools, tail: Tail) -> AsyncIterator[None]:
    """Run all of it until the block ends."""
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(_every(seconds, name, work))
            for name, seconds, work in (
                ("number_events", NUMBERING_EVERY, lambda: publish(tools, tail)),
                ("redeliver", SWEEP_EVERY, lambda: redeliver(tools)),
                ("tell_programs", SWEEP_EVERY, lambda: tell_programs(tools)),
                ("tell_forgotten", REPAIR_EVERY, lambda: tell_forgotten(tools)),
                ("start_forgotten", REPAIR_EVERY, lambda: start_forgotten(tools)),
                ("finish_commits", REPAIR_EVERY, lambda: _finish_commits(tools)),
                ("ask_carriers", ASK_EVERY, lambda: ask_carriers(tools)),
                ("take_waiting_leads", REPAIR_EVERY, lambda: _take_waiting(tools)),
                ("read_messages", READ_EVERY, lambda: read_missed(tools)),
                ("seal_audit_logs", SEAL_EVERY, lambda: seal_logs(tools)),
                ("forget_old", FORGET_EVERY, lambda: _forget(tools)),
            )
        ]
        yield
        for task in tasks:
            task.cancel()


async def _every(seconds: float, name: str, work: Callable[[], Awaitable[object]]) -> None:
    """Do the work again and again; a server that is away for a while, or one bad row, is no reason to stop."""
    while True:
        try:
            await work()
        except (*OUTAGES, OutboundError, ProviderError) as error:
            log.warning("upkeep.failed", work=name, error=type(error).__name__)
        await asyncio.sleep(seconds)


async def tell_programs(tools: ApiTools) -> None:
    """Make deliveries of what happened, and have each program told that something is due to."""
    async with tools.database.transaction() as session:
        made = await make_deliveries(session, tools.key_ring)
    await _tell(tools, made)


async def tell_forgotten(tools: ApiTools) -> None:
    """Have programs told that something is late for: Temporal was away, or a signal was lost."""
    async with tools.database.transaction() as session:
        waited_for = await programs_waited_for(session)
    await _tell(tools, waited_for)


async def _tell(tools: ApiTools, programs: list[tuple[AccountId, str]]) -> None:
    for account_id, endpoint_id in programs:
        await tools.workflows.tell_program(WebhookOrder(account_id, endpoint_id))


async def _finish_commits(tools: ApiTools) -> None:
    await finish_unfinished(list_tools(tools))


async def _take_waiting(tools: ApiTools) -> None:
    await take_waiting(list_tools(tools))


async def _forget(tools: ApiTools) -> None:
    async with tools.database.transaction() as session:
        await forget_old_keys(session)
        await forget_old_files(session)
        await forget_old_bundles(session)
        await forget_old_sign_ins(session)
        await forget_unfinished(session)
        await forget_old_requests(session)
        await forget_old_deliveries(session)
        await forget_old_messages(session)
        await forget_silent(session)
    forgotten = 1
    while forgotten:  # a list's worth, in pieces that hold nobody up
        async with tools.database.transaction() as session:
            forgotten = await forget_replaced(session)
