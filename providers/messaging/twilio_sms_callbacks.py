"""What Twilio tells us about text messages: delivery reports, and messages that people send (what they ask for: opt_out_keywords.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, Field, ValidationError

from providers.errors import MalformedMessage
from providers.messaging.contract import Wish
from providers.messaging.opt_out_keywords import wish_in


class MessagePhase(StrEnum):
    """Where a message stands."""

    UNDER_WAY = "under_way"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MessageReport:
    """One delivery report. status and code are Twilio's; dedupe_key is the same for every delivery of it.

    opted_out: the person told Twilio to stop (21610); suppress the number. Reports come in any order, but a phase
    never follows an earlier one: DELIVERED and FAILED are final.
    """

    message_id: str
    phase: MessagePhase
    status: str
    code: str
    opted_out: bool
    dedupe_key: str


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """A message from a person. Numbers are E.164. STOP suppresses every channel, START lifts the SMS block only."""

    message_id: str
    from_number: str
    to_number: str
    body: str
    wish: Wish


# Twilio's specification (message_enum_status), read 2026-11-29.
_PHASES: Final = {
    **dict.fromkeys(
        (
            "accepted",
            "scheduled",
            "queued",
            "sending",
            "sent",
            "partially_delivered",
            "receiving",
            "received",
        ),
        MessagePhase.UNDER_WAY,
    ),
    **dict.fromkeys(("delivered", "read"), MessagePhase.DELIVERED),
    **dict.fromkeys(("undelivered", "failed", "canceled"), MessagePhase.FAILED),
}
OPTED_OUT: Final = "21610"


class _ReportForm(BaseModel):
    sid: str = Field(alias="MessageSid", min_length=1)
    status: str = Field(alias="MessageStatus")
    code: str = Field(alias="ErrorCode", default="")


class _InboundForm(BaseModel):
    sid: str = Field(alias="MessageSid", min_length=1)
    sender: str = Field(alias="From", min_length=1)
    receiver: str = Field(alias="To", min_length=1)
    body: str = Field(alias="Body", default="")
    opt_out_type: str = Field(alias="OptOutType", default="")


def read_message_report(form: Mapping[str, str]) -> MessageReport:
    """A delivery report from its form; raises MalformedMessage."""
    try:
        read = _ReportForm.model_validate(form)
        phase = _PHASES[read.status]
    except (ValidationError, KeyError):
        raise MalformedMessage(code="unreadable_report") from None
    return MessageReport(
        message_id=read.sid,
        phase=phase,
        status=read.status,
        code=read.code,
        opted_out=read.code == OPTED_OUT,
        dedupe_key=f"twilio:{read.sid}:{read.status}",
    )


def read_inbound_message(form: Mapping[str, str]) -> InboundMessage:
    """A person's message from its form; raises MalformedMessage."""
    try:
        read = _InboundForm.model_validate(form)
    except ValidationError:
        raise MalformedMessage(code="unreadable_message") from None
    # Advanced Opt-Out recognises an account's own words and says so.
    named = read.opt_out_type.lower()
    wish = Wish(named) if named in ("stop", "start", "help") else wish_in(read.body)
    return InboundMessage(read.sid, read.sender, read.receiver, read.body, wish)
