"""Tells workflows what was stored for them: at once, and again by a sweep until they know (law 5)."""

import asyncio

import structlog

from api.errors import WorkflowGone, WorkflowsUnreachable
from api.tools import ApiTools
from database.reported_events import LEG_ENDED, StoredEvent, mark_delivered, take_turn, undelivered
from domain.calls import ConversationReported, LegEnded

log = structlog.get_logger()
_BATCH = 100


async def deliver(tools: ApiTools, event: StoredEvent) -> None:
    """Signal the event's workflow; while Temporal is away the event stays for the sweep.

    The event is marked by the attempt's close, in the statement that closes it: what the workflow has acted on needs
    no telling. Where no close comes soon, the sweep tells it once more, which changes nothing, and marks it.
    """
    try:
        taken = await _tell(tools, event)
    except WorkflowsUnreachable:
        log.warning("event.not_delivered", event_id=event.event_id, workflow_id=event.workflow_id)
        return
    if not taken:
        async with tools.database.transaction() as session:
            await mark_delivered(session, [event.event_id])


async def _tell(tools: ApiTools, event: StoredEvent) -> bool:
    """Whether there was a workflow to tell; one that is gone needs no telling any more."""
    event_id = str(event.event_id)
    try:
        if event.kind == LEG_ENDED:
            ended = LegEnded(event_id, event.attempt_id, event.talking)
            await tools.workflows.tell_leg_ended(event.workflow_id, ended)
        else:
            reported = ConversationReported(event_id, event.attempt_id)
            await tools.workflows.tell_conversation_reported(event.workflow_id, reported)
    except WorkflowGone:
        log.info("event.workflow_gone", event_id=event.event_id)
        return False
    return True


async def redeliver(tools: ApiTools) -> int:
    """Deliver what has waited too long; returns how many. One process does so at a time, and locks no event meanwhile.

    All are told at once: one workflow that cannot be reached, or is slow to answer, holds no other's news up. An attempt's
    close marks its events: it must not wait for what Temporal takes to answer about others.
    """
    async with tools.database.transaction() as turn:
        if not await take_turn(turn):
            return 0
        waiting = await undelivered(turn, older_than=tools.settings.redeliver_after, limit=_BATCH)
        told = await asyncio.gather(*(_is_told(tools, event) for event in waiting))
        delivered = [event.event_id for event, known in zip(waiting, told, strict=True) if known]
        async with tools.database.transaction() as session:
            await mark_delivered(session, delivered)
    return len(delivered)


async def _is_told(tools: ApiTools, event: StoredEvent) -> bool:
    """Whether its workflow knows it now, or needs no telling; the event of one that cannot be reached stays for the next sweep."""
    try:
        await _tell(tools, event)
    except WorkflowsUnreachable:
        log.warning("event.not_delivered", event_id=event.event_id, workflow_id=event.workflow_id)
        return False
    return True
