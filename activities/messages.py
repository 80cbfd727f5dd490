"""Follow-up messages: the same contactability decision as for a dial, then one text message, never two (law 2)."""

from datetime import UTC, datetime, timedelta
from typing import Final

import structlog
from temporalio import activity

from activities.contact_rules import is_fictional, may_contact, why
from activities.tools import Tools
from database import call_facts, decisions, messages, suppressions
from database.call_facts import CallFacts
from database.records import plan_of
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


class MessageActivities:
    """The step that sends a follow-up."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def send_message(self, request: MessageRequest) -> MessageAnswer:
        """Send this follow-up if the person may be contacted now.

        May be repeated: a message that may have left is looked up, never sent again.
        """
        answer = await self._send_if_open(request)
        if not isinstance(answer, CallFacts):
            return answer
        try:  # not while the transaction held a connection of the database: opening needs another
            await self._tools.connections.telephony(answer.connection)
        except CredentialsRefused:
            return _postponed(answer, answer.now + _WAIT_WHEN_REFUSED, _REFUSED)
        answer = await self._send_if_open(request)
        assert not isinstance(answer, CallFacts)
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
            telephony = self._tools.connections.opened(facts.connection)
            if telephony is None:
                return facts
            now = facts.now
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
                decision = may_contact(facts, self._tools.rule_packs, now, channel=Channel.SMS)
                await decisions.store_decision(
                    session,
                    request.account_id,
                    request.call_id,
                    decision,
                    attempt=facts.attempts_made,
                    channel=Channel.SMS,
                    now=now,
                )
                if decision.verdict is ContactVerdict.DEFER:
                    return _postponed(facts, decision.again_at, why(decision, facts))
                if decision.verdict is ContactVerdict.REFUSE:
                    reason = why(decision, facts)
                    await messages.settle_message(
                        session, request.account_id, row.message_id, state="refused", reason=reason
                    )
                    log.info("message.settled", message_id=row.message_id, state="refused", reason=reason)
                    return MessageAnswer(sent=False, why=reason)
            try:
                message = self._text_message(
                    facts, request.rule, row.message_id, send_before, telephony.proof(row.message_id)
                )
            except InvalidInput as error:
                await messages.settle_message(
                    session, request.account_id, row.message_id, state="refused", reason=str(error)
                )
                log.warning("message.settled", message_id=row.message_id, state="refused", reason=str(error))
                return MessageAnswer(sent=False, why=str(error))
            if row.state == "created":
                await messages.begin_sending(session, request.account_id, row.message_id)
        if row.state == "sending":
            return await self._find(
                telephony.messenger, request, row.message_id, message, since=row.sending_at or now
            )
        return await self._send(telephony.messenger, request, row.message_id, message, facts)

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

    async def _send(
        self,
        messenger: Messenger,
        request: MessageRequest,
        message_id: MessageId,
        message: TextMessage,
        facts: CallFacts,
    ) -> MessageAnswer:
        try:
            provider_id = await messenger.send(message)
        except (ProviderUnavailable, SendRefused) as error:
            if isinstance(error, SendRefused) and error.code != "too_late":
                return await self._settle(request, message_id, "refused", reason=error.code)
            await self._settle(request, message_id, "created")
            return _postponed(facts, facts.now + _WAIT_WHEN_DOWN, "The service cannot be reached.")
        except RecipientOptedOut as error:
            async with self._tools.database.transaction() as session:
                await suppressions.suppress_number(
                    session,
                    request.account_id,
                    request.call_id,
                    channel="all",
                    source=SuppressionSource.CARRIER,
                    suppression_id=new_id("sup"),
                )
            return await self._settle(request, message_id, "refused", reason=error.code)
        except CredentialsRefused:
            # It is us whom they refuse, not the message; it waits for credentials that are accepted again.
            await self._settle(request, message_id, "created")
            return _postponed(facts, facts.now + _WAIT_WHEN_REFUSED, _REFUSED)
        except ProviderRefused as error:
            return await self._settle(request, message_id, "refused", reason=error.code)
        except OutcomeUnknown:
            return await self._find(messenger, request, message_id, message, since=facts.now)
        return await self._settle(request, message_id, "sent", provider_id=provider_id)

    async def _find(
        self,
        messenger: Messenger,
        request: MessageRequest,
        message_id: MessageId,
        message: TextMessage,
        *,
        since: datetime,
    ) -> MessageAnswer:
        """The message may have left: only the service's own list can say. Raises ProviderError to ask again."""
        provider_id = await messenger.find(message, since=since)
        if provider_id is None:
            return await self._settle(request, message_id, "unconfirmed", reason="never confirmed")
        return await self._settle(request, message_id, "sent", provider_id=provider_id)

    async def _settle(
        self,
        request: MessageRequest,
        message_id: MessageId,
        state: str,
        *,
        provider_id: str | None = None,
        reason: str | None = None,
    ) -> MessageAnswer:
        async with self._tools.database.transaction() as session:
            await messages.settle_message(
                session,
                request.account_id,
                message_id,
                state=state,
                provider_id=provider_id,
                reason=reason,
            )
        log.info("message.settled", message_id=message_id, state=state, reason=reason)
        return MessageAnswer(sent=state == "sent", why=reason or state)


def _postponed(facts: CallFacts, until: datetime, why: str) -> MessageAnswer:
    return MessageAnswer(sent=False, until=until, why=why, wait_seconds=(until - facts.now).total_seconds())
