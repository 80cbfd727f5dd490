"""Questions to a carrier that may take long, since no refusal of the carrier's ends them; news makes them needless."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from temporalio import workflow
from temporalio.exceptions import ActivityError

from domain.calls import LegStatus

# A run that began before waits for the answer all the same (law 9).
_TOLD_WHILE_ASKING = "told while asking"


async def answer_unless_told(
    question: workflow.ActivityHandle[LegStatus], is_told: Callable[[], bool]
) -> LegStatus | None:
    """The carrier's answer; None if the leg's end is told meanwhile: a carrier that refuses us may go on telling."""
    knew = is_told()
    try:
        await workflow.wait_condition(lambda: question.done() or (not knew and is_told()))
    except asyncio.CancelledError:
        await _drop(question)
        raise
    if question.done() or not workflow.patched(_TOLD_WHILE_ASKING):
        return await question
    await _drop(question)
    return None


async def _drop(question: workflow.ActivityHandle[LegStatus]) -> None:
    question.cancel()
    with suppress(ActivityError, asyncio.CancelledError):
        await question
