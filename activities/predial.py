"""Asks the customer's program before a dial, outside every transaction: a request that is signed, judged and limited as any notice.

The line stays with the call meanwhile, a few seconds at the most; whatever waits afterwards holds none. What an answer means:
domain/predial.py and contactability.py.
"""

import asyncio
import json
import os
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog

from activities.contact_facts import number_shown
from activities.elapsed_time import Moment
from activities.tools import Tools
from database.call_facts import CallFacts
from database.json_columns import plan_of
from database.predial_hooks import PredialHook
from domain.calls import DialRequest
from domain.identifiers import attempt_id
from domain.predial import GOOD_FOR, PredialAnswer, read_answer
from providers.errors import ProviderError
from providers.webhooks import Notice

log = structlog.get_logger(__name__)
KIND: Final = "call.predial"
ALLOW: Final = "allow"
_HARDLY: Final = timedelta(milliseconds=30)
# From the answer until the request leaves, besides what the program takes longer than before; by feel.
_MARGIN: Final = timedelta(milliseconds=200)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program answered, and when that came; hook_id: which one; took: seconds that it thought."""

    hook_id: str
    answer: PredialAnswer
    at: Moment
    took: float

    def serves(self, hook: PredialHook) -> bool:
        """Whether a dial may be decided on it now: the program is the same and the answer no older than a second."""
        return self.hook_id == hook.id and self.at.age_at(Moment.now().steady) <= GOOD_FOR

    def is_old_at(self, due: float) -> bool:
        """Whether nothing may leave on it any more at that moment of the steady clock, or hardly."""
        return self.at.age_at(due) + _HARDLY > GOOD_FOR


class CustomersWord:
    """Asks customers' programs whether a dial may leave."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def ask(self, request: DialRequest, facts: CallFacts, hook: PredialHook) -> Asked:
        """Ask once, within the hook's time; no answer in time, or none that can be read, is an answer too.

        The answer's age counts from when it came.
        """
        began = time.monotonic()
        answer = await self._answer(_notice(request, facts, hook), hook)
        if answer.failure:
            log.warning(
                "dial.customer_did_not_answer",
                attempt_id=attempt_id(request.call_id, request.attempt),
                failure=answer.failure,
            )
            if hook.unanswered == ALLOW:
                answer = replace(answer, allowed=True)
        return Asked(hook.id, answer, Moment.now(), time.monotonic() - began)

    async def ask_again(
        self, request: DialRequest, facts: CallFacts, hook: PredialHook, before: Asked, begins: float
    ) -> Asked:
        """Ask once more, so late that the answer is there, and fresh, when the dial begins on the steady clock.

        It is taken to think as long as before.
        """
        ahead = min(hook.timeout_ms / 1000, before.took * 1.5 + _MARGIN.total_seconds())
        await asyncio.sleep(begins - ahead - time.monotonic())
        return await self.ask(request, facts, hook)

    async def _answer(self, notice: Notice, hook: PredialHook) -> PredialAnswer:
        try:
            async with asyncio.timeout(hook.timeout_ms / 1000):
                answer = await self._tools.webhooks.send(notice)
        except TimeoutError:
            return PredialAnswer(None, failure="too_slow")
        except ProviderError as error:
            return PredialAnswer(None, failure=error.code or "no_answer")
        return read_answer(answer.status, answer.start)


def _notice(request: DialRequest, facts: CallFacts, hook: PredialHook) -> Notice:
    body = {
        "type": KIND,
        "timestamp": datetime.now(UTC).isoformat(),
        "data": {
            "call_id": facts.call_id,
            "campaign_id": facts.campaign_id,
            "lead_id": facts.lead_id,
            "attempt": request.attempt,
            "number": facts.person.number,
            "caller_number": number_shown(facts),
            "purpose": str(plan_of(facts.plan).purpose),
        },
    }
    # Each question is another message: an answer of before is none to it.
    name = f"{attempt_id(request.call_id, request.attempt)}-{os.urandom(6).hex()}"
    return Notice(name, hook.url, (hook.secret,), json.dumps(body))
