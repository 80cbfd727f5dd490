"""May this attempt be dialled at this moment? Decided under the number's lock from rows that are read anew (law 2)."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from activities.contact_facts import may_contact, why
from activities.elapsed_time import Moment
from activities.predial import Asked
from activities.tools import Tools
from database import call_facts, closing, decisions, dialling
from database.call_facts import CallFacts
from database.placing import withdraw_created
from database.predial_hooks import PredialHook
from domain.calls import AttemptState, CallState, DialAnswer, DialKind, DialRequest
from domain.contactability import Channel, Contactability, ContactVerdict
from domain.identifiers import attempt_id
from domain.permits import LINE, TRUNK, waits_for_text

_SENT: Final = frozenset(
    {AttemptState.PLACING, AttemptState.PLACED, AttemptState.RINGING, AttemptState.ANSWERED}
)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The rules allow the dial, the call holds a line, its trunk is not paused. since: no earlier were the facts read."""

    facts: CallFacts
    decision: Contactability
    since: Moment


@dataclass(frozen=True, slots=True)
class SentBefore:
    """Somebody has placed this attempt, perhaps this step when it ran before: it is looked up, never sent again."""


@dataclass(frozen=True, slots=True)
class AskCustomer:
    """Everything else allows the dial: the customer's program is to be asked, outside the transaction, and all decided anew."""

    facts: CallFacts
    hook: PredialHook


class DialDecisions:
    """Asks the rules about one attempt, and keeps what they say where it is not yes."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def decide(
        self,
        session: AsyncSession,
        request: DialRequest,
        asked: Asked | None = None,
    ) -> Allowed | AskCustomer | SentBefore | DialAnswer:
        """Whether the attempt may leave now; a refusal or a postponement is stored, and answers the dial.

        asked: what the customer's program answered, which counts if it is no older than a second.
        """
        since = Moment.now()
        facts = await call_facts.read_facts(
            session,
            request.account_id,
            request.call_id,
            self._tools.key_ring,
            attempt_id=attempt_id(request.call_id, request.attempt),
        )
        if facts is None or facts.call_state == CallState.CLOSED:
            await withdraw_created(session, request.account_id, request.call_id)
            return DialAnswer(DialKind.REFUSED, why="The call is closed.")
        if facts.attempt_state in _SENT:
            return SentBefore()
        if facts.attempt_state in (AttemptState.ENDED, AttemptState.CLOSED):
            return DialAnswer(DialKind.FAILED, why="This attempt is over.")
        if facts.is_answered:
            return DialAnswer(DialKind.REFUSED, why=await closing.close_answered(session, facts))
        packs = await self._tools.rule_packs.of(session, facts.account_id, facts.rule_versions)
        hook = facts.predial_hook
        word = asked.answer if hook is not None and asked is not None and asked.serves(hook) else None
        decision = may_contact(facts, packs, facts.now, channel=Channel.VOICE, predial=word)
        if decision.verdict is ContactVerdict.REFUSE:
            return await self._refuse(session, facts, request, decision)
        if decision.verdict is ContactVerdict.DEFER:
            return await self._postpone(session, facts, request, decision)
        missing = _missing_on_the_trunk(facts)
        if missing is not None:
            return await self.wait(session, facts, missing)
        if hook is not None and word is None:
            return AskCustomer(facts, hook)
        return Allowed(facts, decision, since)

    async def wait(self, session: AsyncSession, facts: CallFacts, waits_for: str) -> DialAnswer | SentBefore:
        """The call lost its turn on the trunk: it keeps its place in line, and this was no attempt (law 3).

        Unless somebody else placed the attempt meanwhile: that counts. waits_for: one of domain.permits.TURNS.
        """
        reason = waits_for_text(waits_for)
        waits = await dialling.back_in_line(session, facts, waits_for=waits_for, why=reason)
        return DialAnswer(DialKind.DEFERRED, why=reason) if waits else SentBefore()

    async def _postpone(
        self, session: AsyncSession, facts: CallFacts, request: DialRequest, decision: Contactability
    ) -> DialAnswer | SentBefore:
        """The call asks again when the rules may allow it, and this was no attempt (law 3)."""
        until, reason = decision.again_at, why(decision, facts)
        postponed = await dialling.defer(session, facts, decision, attempt=request.attempt, why=reason)
        if not postponed:
            return SentBefore()
        wait = (until - facts.now).total_seconds()
        return DialAnswer(DialKind.DEFERRED, until=until, why=reason, wait_seconds=wait)

    async def keep(self, session: AsyncSession, allowed: Allowed, request: DialRequest) -> None:
        """Store a decision to allow that no admission stores: the attempt exists already."""
        await decisions.store_decision(
            session,
            request.account_id,
            request.call_id,
            allowed.decision,
            attempt=request.attempt,
            channel=Channel.VOICE,
            now=allowed.facts.now,
        )

    async def _refuse(
        self, session: AsyncSession, facts: CallFacts, request: DialRequest, decision: Contactability
    ) -> DialAnswer | SentBefore:
        reason = why(decision, facts)
        refused = await closing.refuse_call(
            session,
            facts.account_id,
            facts.call_id,
            decision,
            attempt=request.attempt,
            now=facts.now,
            why=reason,
        )
        return DialAnswer(DialKind.REFUSED, why=reason) if refused else SentBefore()


def _missing_on_the_trunk(facts: CallFacts) -> str | None:
    """What an allowed dial lacks all the same; None if nothing."""
    if facts.trunk_paused_until is not None and facts.trunk_paused_until > facts.now:
        return TRUNK
    return LINE if facts.line is None else None
