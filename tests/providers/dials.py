"""Requests that the tests of carriers and messages make: from whom, to whom, of which attempt."""

from datetime import UTC, datetime, timedelta

from domain.identifiers import AttemptId, MessageId
from providers.carriers.contract import CallbackAddress, PlaceRequest
from providers.messaging.contract import TextMessage

CALLER = "+14155550100"
SOMEBODY = "+14155550142"
# Not reserved for fiction; it is only ever dialled on loopback.
ORDINARY = "+14155552671"
ABROAD = "203.0.113.7"
"""An address that is not loopback (RFC 5737, for documentation)."""


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def dial(
    to: str = SOMEBODY,
    *,
    correlation: str = "call_1-1",
    fictional: bool = True,
    due: float = 0.0,
    send_before: datetime | None = None,
    machine_detection: bool = True,
    ring_seconds: int = 25,
    callbacks: str = "http://127.0.0.1:9",
) -> PlaceRequest:
    """A dial of this attempt; nothing listens at its addresses unless callbacks names a listener."""
    return PlaceRequest(
        to=to,
        from_number=CALLER,
        callbacks=CallbackAddress(callbacks, AttemptId(correlation), "media-1"),
        ring_seconds=ring_seconds,
        longest_call_seconds=300,
        fictional=fictional,
        due=due,
        send_before=send_before or now() + timedelta(seconds=30),
        machine_detection=machine_detection,
    )


def text(
    to: str = SOMEBODY,
    body: str = "Thank you for your time.",
    *,
    fictional: bool = True,
    send_before: datetime | None = None,
    callbacks: str = "http://127.0.0.1:9",
) -> TextMessage:
    """A text message; nothing listens at its address unless another is given."""
    return TextMessage(
        to=to,
        from_number=CALLER,
        body=body,
        message_id=MessageId("msg_1"),
        public_url=callbacks,
        fictional=fictional,
        send_before=send_before or now() + timedelta(seconds=30),
    )
