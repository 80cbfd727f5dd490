"""Twilio's requests about text messages: delivery reports, and what people write back, STOP above all.

Twilio tells each once, so an outage of the database is waited out as long as it listens; what is missed for all that is
read from its list afterwards (text_opt_outs.py).
"""

from typing import Final

from fastapi import APIRouter, Response

from api.tools import ApiTools, Tools
from api.webhooks.text_opt_outs import grant
from api.webhooks.twilio import Document, Legs, SignedForm
from database.messages import record_message_report
from database.opt_outs import suppress_by_own_word
from database.outages import persistently
from database.people import Person
from domain.errors import InvalidInput
from domain.identifiers import AccountId
from domain.suppressions import SuppressionSource
from providers.carriers.twilio.addresses import HOOKS
from providers.errors import MalformedMessage
from providers.messaging.contract import WrittenWish
from providers.messaging.twilio_sms_callbacks import (
    MessagePhase,
    MessageReport,
    read_inbound_message,
    read_message_report,
)

router = APIRouter(prefix=HOOKS, tags=["webhooks"])
_STATES: Final = {
    MessagePhase.UNDER_WAY: "sent",
    MessagePhase.DELIVERED: "delivered",
    MessagePhase.FAILED: "failed",
}
_NO_ANSWER: Final = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@router.post("/sms/{message_id}", status_code=204)
async def message_status(message_id: str, form: SignedForm, tools: Tools) -> Response:
    """How a follow-up message fared; a person who told Twilio to stop is told no more by any channel."""
    try:
        report = read_message_report(form)
    except MalformedMessage as error:
        raise InvalidInput("This is not a delivery report.", code=error.code) from error
    await persistently(lambda: _note(tools, message_id, report))
    return Response(status_code=204)


async def _note(tools: ApiTools, message_id: str, report: MessageReport) -> None:
    async with tools.database.transaction() as session:
        known = await record_message_report(
            session, message_id, state=_STATES[report.phase], reason=report.code or None
        )
        if known is not None and report.opted_out:
            account_id, call_id, sealed = known
            person = tools.key_ring.open_record(sealed, account_id, Person)
            await suppress_by_own_word(
                session,
                account_id,
                person.number,
                tools.key_ring,
                source=SuppressionSource.TEXT_MESSAGE,
                call_id=call_id,
            )


@router.post("/sms-inbound", response_class=Document)
async def inbound_message(form: SignedForm, legs: Legs, tools: Tools) -> Response:
    """A person writes: STOP binds before this is answered. Nothing is sent back; Twilio confirms a STOP itself."""
    try:
        message = read_inbound_message(form)
    except MalformedMessage as error:
        raise InvalidInput("This is not a message.", code=error.code) from error
    written = WrittenWish(message.from_number, message.to_number, message.wish, tools.now(), message.body)
    await persistently(lambda: _grant(tools, written, legs.account_id))
    return Document(_NO_ANSWER)


async def _grant(tools: ApiTools, written: WrittenWish, account_id: AccountId | None) -> None:
    async with tools.database.transaction() as session:
        await grant(session, tools, written, account_id)
