"""Twilio's status callback as an event of a leg."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pydantic import BaseModel, Field, ValidationError

from database.events import LegEvent
from domain.call_events import CallEventKind, Vendor, dedupe_key, leg_result, meaning_of
from domain.calls import AttemptState
from providers.errors import ProviderNonsense

_STATES = {
    CallEventKind.RINGING: AttemptState.RINGING,
    CallEventKind.ANSWERED: AttemptState.ANSWERED,
    CallEventKind.ENDED: AttemptState.ENDED,
}


class _StatusForm(BaseModel):
    sid: str = Field(alias="CallSid", min_length=1)
    status: str = Field(alias="CallStatus")
    sequence: str | None = Field(alias="SequenceNumber", default=None)
    timestamp: str = Field(alias="Timestamp", default="")
    duration: int | None = Field(alias="CallDuration", default=None)
    sip_code: int | None = Field(alias="SipResponseCode", default=None)


def read_status_callback(form: Mapping[str, str], received_at: datetime) -> LegEvent | None:
    """What the carrier says about a leg; None for a status before ringing, which tells nothing new.

    Raises ProviderNonsense for a form that is no status callback.
    """
    try:
        read = _StatusForm.model_validate(form)
    except ValidationError:
        raise ProviderNonsense(code="unreadable_status") from None
    meaning = meaning_of(Vendor.TWILIO, read.status)
    if meaning is None:
        raise ProviderNonsense(code="unknown_status")
    state = _STATES.get(meaning.kind)
    if state is None:
        return None
    # Whether a completed call was answered is known from its earlier events, not from this form.
    result = leg_result(Vendor.TWILIO, read.status, answered=meaning.result is None, sip_code=read.sip_code)
    return LegEvent(
        state=state,
        dedupe_key=dedupe_key(Vendor.TWILIO, read.sid, read.status, read.sequence),
        carrier_call_id=read.sid,
        occurred_at=_moment(read.timestamp, received_at),
        result=result,
        duration_seconds=read.duration,
    )


def _moment(timestamp: str, received_at: datetime) -> datetime:
    """Twilio's RFC 2822 time; the time of receipt where there is none."""
    try:
        moment = parsedate_to_datetime(timestamp)
    except (TypeError, ValueError):
        return received_at
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
