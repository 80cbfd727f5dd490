"""Follow-up messages: the decision that a dial needs (domain/contactability.py), then one text message, never two (law 2).

Which messages follow a call is decided in closing.py; texts: domain/scripts.py; the vendor: providers/messaging/twilio_sms.py.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contact_facts import is_fictional, may_contact, why
from activities.tools import Tools
from database import call_facts, decisions, messages, suppressions
from database.call_facts import CallFacts
from database.json_columns import plan_of
from database.session import new_id
from domain.calls import MessageAnswer, MessageRequest
from domain.contactability import Channel, ContactVerdict
from domain.errors import InvalidInput
from domain.identifiers import MessageId
from domain.scripts import fill
from domain.suppressions import SuppressionSource
from providers.errors import (
    CredentialsRefused,
    OutcomeUnknown,
    ProviderRefused,
    ProviderUnavailable,
    RecipientOptedOut,
    SendRefused,
)
from providers.messaging.contract import Messenger, TextMessage

log = structlog.get_logger(__name__)

# Nothing is sent on an older decision (law 2).
_OLDEST_DECISION: Final = timedelta(seconds=1)
_WAIT_WHEN_DOWN: Final = timedelta(minutes=1)
_WAIT_WHEN_REFUSED: Final = timedelta(minutes=5)
_REFUSED: Final = "The service refuses our credentials."


@dataclass(frozen=True, slots=True)
class _Sending:
    """A message that may be sent, and by which service; facts: on which that was decided."""

    request: MessageRequest
    message: TextMessage
    messenger: Messenger
    facts: CallFacts


class MessageActivities:
    """The step that sends a follow-up."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def send_message(self, request: MessageRequest) -> MessageAnswer:
        """Send this follow-up if the person may be contacted now.

        May be repeated: a message that may have left is looked up, never sent again.
        """
        while isinstance(answer := await self._send_if_open(request), CallFacts):
            try:  # not while a transaction holds a connection of the database: opening needs another
                await self._tools.connections.telephony(answer.connection)
            except CredentialsRefused:
                return _postponed(answer, answer.now + _WAIT_WHEN_REFUSED, _REFUSED)
        return answer

    async def _send_if_open(self, request: MessageRequest) -> MessageAnswer | CallFacts:
        """The facts alone, with nothing done, when what the message goes through is not open yet."""
        send_before = datetime.now(UTC) + _OLDEST_DECISION
        async with self._tools.database.transaction() as session:
            facts = await call_facts.read_facts(
                session, request.account_id, request.call_id, self._tools.key_ring
            )
            if facts is None:
                return MessageAnswer(sent=False, why="There is no such call.")
            if not facts.person.number:
                return MessageAnswer(sent=False, why="The person was erased.")
            telephony = self._tools.connections.opened(facts.connection)
            if telephony is None:
                return facts
            row = await messages.open_message(
                session,
                request.account_id,
                request.call_id,
                request.rule,
                message_id=MessageId(new_id("msg")),
            )
            if row.state not in ("created", "sending"):
                return MessageAnswer(sent=row.state == "sent", why=f"The message is {row.state}.")
            if row.state == "created":
                held = await self._held_by_the_rules(session, request, row.message_id, facts)
                if held is not None:
                    return held
            try:
                message = self._text_message(
                    facts, request.rule, row.message_id, send_before, telephony.proof(row.message_id)
                )
            except InvalidInput as error:
                return await _refuse(session, request, row.message_id, str(error))
            if row.state == "created":
                await messages.begin_sending(session, request.account_id, row.message_id)
        sending = _Sending(request, message, telephony.messenger, facts)
        if row.state == "sending":
            return await self._find(sending, since=row.sending_at or facts.now)
        return await self._send(sending)

    async def _held_by_the_rules(
        self, session: AsyncSession, request: MessageRequest, message_id: MessageId, facts: CallFacts
    ) -> MessageAnswer | None:
        """Decide, and keep the decision; what to answer if the person may not be written to now."""
        packs = await self._tools.rule_packs.of(session, facts.account_id, facts.rule_versions)
        decision = may_contact(facts, packs, facts.now, channel=Channel.SMS)
        await decisions.store_decision(
            session,
            request.account_id,
            request.call_id,
            decision,
            attempt=facts.attempts_made,
            channel=Channel.SMS,
            now=facts.now,
        )
        if decision.verdict is ContactVerdict.DEFER:
            return _postponed(facts, decision.again_at, why(decision, facts))
        if decision.verdict is ContactVerdict.REFUSE:
            return await _refuse(session, request, message_id, why(decision, facts))
        return None

    def _text_message(
        self, facts: CallFacts, rule: int, message_id: MessageId, send_before: datetime, proof: str
    ) -> TextMessage:
        return TextMessage(
            to=facts.person.number,
            from_number=facts.caller_number,
            body=fill(plan_of(facts.plan).follow_ups[rule].text, facts.person.script_values()),
            message_id=message_id,
            public_url=self._tools.public_url,
            proof=proof,
            fictional=is_fictional(facts),
            send_before=send_before,
        )

    async def _send(self, sending: _Sending) -> MessageAnswer:
        facts = sending.facts
        try:
            provider_id = await sending.messenger.send(sending.message)
        except (ProviderUnavailable, SendRefused) as error:
            if isinstance(error, SendRefused) and error.code != "too_late":
                return await self._settle(sending, "refused", reason=error.code)
            await self._settle(sending, "created")
            return _postponed(facts, facts.now + _WAIT_WHEN_DOWN, "The service cannot be reached.")
        except RecipientOptedOut as error:
            await self._suppress(sending.request)
            return await self._settle(sending, "refused", reason=error.code)
        except CredentialsRefused:
            # It is us whom they refuse, not the message; it waits for credentials that are accepted again.
            await self._settle(sending, "created")
            return _postponed(facts, facts.now + _WAIT_WHEN_REFUSED, _REFUSED)
        except ProviderRefused as error:
            return await self._settle(sending, "refused", reason=error.code)
        except OutcomeUnknown:
            return await self._find(sending, since=facts.now)
        return await self._settle(sending, "sent", provider_id=provider_id)

    async def _find(self, sending: _Sending, *, since: datetime) -> MessageAnswer:
        """The message may have left: only the service's own list can say. Raises ProviderError to ask again."""
        provider_id = await sending.messenger.find(sending.message, since=since)
        if provider_id is None:
            return await self._settle(sending, "unconfirmed", reason="never confirmed")
        return await self._settle(sending, "sent", provider_id=provider_id)

    async def _suppress(self, request: MessageRequest) -> None:
        async with self._tools.database.transaction() as session:
            await suppressions.suppress_number(
                session,
                request.account_id,
                request.call_id,
                channel="all",
                source=SuppressionSource.CARRIER,
                suppression_id=new_id("sup"),
            )

    async def _settle(
        self, sending: _Sending, state: str, *, provider_id: str | None = None, reason: str | None = None
    ) -> MessageAnswer:
        async with self._tools.database.transaction() as session:
            return await _settled(
                session,
                sending.request,
                sending.message.message_id,
                state,
                provider_id=provider_id,
                reason=reason,
            )


async def _refuse(
    session: AsyncSession, request: MessageRequest, message_id: MessageId, reason: str
) -> MessageAnswer:
    return await _settled(session, request, message_id, "refused", reason=reason)


async def _settled(
    session: AsyncSession,
    request: MessageRequest,
    message_id: MessageId,
    state: str,
    *,
    provider_id: str | None = None,
    reason: str | None = None,
) -> MessageAnswer:
    await messages.settle_message(
        session, request.account_id, message_id, state=state, provider_id=provider_id, reason=reason
    )
    log.info("message.settled", message_id=message_id, state=state, reason=reason)
    return MessageAnswer(sent=state == "sent", why=reason or state)


def _postponed(facts: CallFacts, until: datetime, why: str) -> MessageAnswer:
    return MessageAnswer(sent=False, until=until, why=why, wait_seconds=(until - facts.now).total_seconds())
