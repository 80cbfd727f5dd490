"""Twilio's requests about calls: whether they really come from Twilio, and what they say.

Signature: Twilio documentation, "Webhooks Security": base64 of HMAC-SHA1, keyed by the account's token, over the
address as Twilio saw it and the sorted form; with a webhooks rule of the account, by a key that the request names, with
the algorithm that it names (SDK 9.13, request_validator.py). It carries no time, so repetitions are ours to recognise: by dedupe_key.
That address is put together from OUTBOUND_PUBLIC_URL: by api/webhooks/legs.py, of a media stream by media/server.py.
"""

import hmac
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha1, sha256
from typing import Annotated, Final
from urllib.parse import urlsplit

import structlog
from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from domain.call_events import LegState, dedupe_key, meaning_of
from domain.calls import AttemptState
from domain.conversations import AnsweredBy
from domain.result_rules import result_of_leg
from providers.carriers.contract import (
    Answered,
    CallbackKind,
    CarrierNews,
    CarrierRequest,
    LegMoved,
    MachineHeard,
)
from providers.carriers.twilio.addresses import account_urls
from providers.carriers.twilio.statuses import MEANINGS, NAME
from providers.errors import MalformedMessage

log = structlog.get_logger()

_MOST_DIGITS: Final = 9  # what an integer of the database holds
_DEFAULT_PORTS: Final = {"https": 443, "wss": 443, "http": 80, "ws": 80}

_USUAL_ALGORITHM: Final = "HMAC_SHA1"
_ALGORITHMS: Final = {_USUAL_ALGORITHM: sha1, "HMAC_SHA256": sha256}

_SIGNATURE: Final = "X-Twilio-Signature"
_SIGNED_BY: Final = "X-Twilio-Webhooks-Signature-Settings"


@dataclass(frozen=True, slots=True)
class _Key:
    """What a request is signed with; algorithm is one of Twilio's names."""

    secret: str
    algorithm: str = _USUAL_ALGORITHM


class TwilioCallbacks:
    """Requests of one Twilio account. Without a token nothing is anybody's.

    shared_keys: secrets by id, for an account whose webhooks rule signs by keys of its own.
    """

    name: Final = NAME
    stream_dialect: Final = NAME

    def __init__(self, auth_token: str, shared_keys: Mapping[str, str] | None = None) -> None:
        self._account_key = _Key(auth_token)
        self._shared_keys = shared_keys or {}

    def verify(self, request: CarrierRequest) -> bool:
        """Say whether Twilio signed this address and form, by the account's token or by the shared key that it names.

        Its port rules vary, so the address counts with and without its scheme's default port.
        """
        named = request.header(_SIGNED_BY)
        key = self._key(named)
        is_signed = key is not None and _signed_spelling(request, _spellings(request.url), key) is not None
        if not is_signed and named:
            # What the header names is the id of a key, no secret: an account's webhooks rule asks for that key.
            log.warning("webhook.signed_otherwise", signed_by=named)
        return is_signed

    def opens(self, handshake: CarrierRequest) -> bool:
        """Say whether Twilio opens this media socket.

        Twilio's guide to troubleshooting says that the signed address of a socket may end in a slash that the request's
        own does not have; whether that goes for addresses with a path is not established. Each spelling is as hard to
        forge, and which of them was signed is told.
        """
        spellings = [*_spellings(handshake.url), *_spellings(f"{handshake.url}/")]
        signed = _signed_spelling(handshake, spellings, self._account_key)
        if signed is None:
            log.warning("stream.unsigned", has_token=bool(self._account_key.secret))
        elif signed != handshake.url:
            log.info("stream.signed_otherwise", with_slash=signed.endswith("/"), with_port=":443/" in signed)
        return signed is not None

    def read(self, kind: CallbackKind, form: Mapping[str, str]) -> CarrierNews:
        """What this form says at an address of this kind. Raises MalformedMessage."""
        match kind:
            case CallbackKind.ANSWER:
                return Answered(form.get("CallSid", ""))
            case CallbackKind.STATUS:
                return read_status(form)
            case CallbackKind.MACHINE:
                return read_machine(form)

    def account_addresses(self, public_url: str, proof: str) -> Mapping[str, str]:
        """Where Twilio tells of a whole account's calls, and of the messages that people write to it."""
        return account_urls(public_url, proof)

    def _key(self, named: str | None) -> _Key | None:
        """The key of this header ("key=…,algorithm=…"); None for a key or an algorithm that we do not have."""
        if not named:
            return self._account_key
        settings = dict(part.strip().partition("=")[::2] for part in named.split(","))
        secret = self._shared_keys.get(settings.get("key", ""))
        algorithm = settings.get("algorithm", "").upper()
        return _Key(secret, algorithm) if secret and algorithm in _ALGORITHMS else None


def _signed_spelling(request: CarrierRequest, spellings: Sequence[str], key: _Key) -> str | None:
    """The one of these spellings of the address that was signed, with the form; None if none of them was."""
    if not key.secret:
        return None
    signed = "".join(name + value for name, value in sorted(set(request.form)))
    given = (request.header(_SIGNATURE) or "").encode()
    # Every spelling is compared, so that the time taken says nothing.
    matches = [
        spelling for spelling in spellings if hmac.compare_digest(given, _sign(spelling + signed, key))
    ]
    return matches[0] if matches else None


def _sign(text: str, key: _Key) -> bytes:
    return b64encode(hmac.new(key.secret.encode(), text.encode(), _ALGORITHMS[key.algorithm]).digest())


def _spellings(url: str) -> list[str]:
    parts = urlsplit(url)
    port = _DEFAULT_PORTS.get(parts.scheme)
    if port is None or not parts.netloc:
        return [url]
    if parts.port == port:
        return [url, parts._replace(netloc=parts.netloc.rpartition(":")[0]).geturl()]
    if parts.port is None:
        return [url, parts._replace(netloc=f"{parts.netloc}:{port}").geturl()]
    return [url]


_VERDICTS: Final = {
    "human": AnsweredBy.PERSON,
    "machine_start": AnsweredBy.VOICEMAIL,
    "machine_end_beep": AnsweredBy.VOICEMAIL,
    "machine_end_silence": AnsweredBy.VOICEMAIL,
    "machine_end_other": AnsweredBy.VOICEMAIL,
    "fax": AnsweredBy.UNAVAILABLE,
    "unknown": AnsweredBy.UNKNOWN,
}


def _whole(value: object) -> int | None:
    """A number of a few digits; anything else is no reason to lose the report."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def _moment(value: object) -> datetime | None:
    """RFC 2822 as Twilio writes it; anything else is no reason to lose the report."""
    try:
        moment = parsedate_to_datetime(str(value))
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


_Whole = Annotated[int | None, BeforeValidator(_whole)]
_Moment = Annotated[datetime | None, BeforeValidator(_moment)]


class _MachineForm(BaseModel):
    sid: str = Field(alias="CallSid", min_length=1)
    verdict: str = Field(alias="AnsweredBy")
    detection_ms: _Whole = Field(alias="MachineDetectionDuration", default=None)


def read_machine(form: Mapping[str, str]) -> MachineHeard:
    """The verdict of asynchronous detection from its form; it may come before, after or without media.

    Raises MalformedMessage.
    """
    try:
        read = _MachineForm.model_validate(form)
        answered_by = _VERDICTS[read.verdict]
    except (ValidationError, KeyError):
        raise MalformedMessage(code="unreadable_verdict") from None
    return MachineHeard(
        carrier_call_id=read.sid,
        answered_by=answered_by,
        greeting_over=read.verdict.startswith("machine_end"),
        word=read.verdict,
        detection_ms=read.detection_ms,
    )


_STATES: Final = {
    LegState.QUEUED: AttemptState.PLACED,
    LegState.INITIATED: AttemptState.PLACED,
    LegState.RINGING: AttemptState.RINGING,
    LegState.ANSWERED: AttemptState.ANSWERED,
    LegState.ENDED: AttemptState.ENDED,
}


class _StatusForm(BaseModel):
    sid: str = Field(alias="CallSid", min_length=1)
    status: str = Field(alias="CallStatus", min_length=1)
    sequence: _Whole = Field(alias="SequenceNumber", default=None)
    sip_code: _Whole = Field(alias="SipResponseCode", default=None)
    duration: _Whole = Field(alias="CallDuration", default=None)
    occurred_at: _Moment = Field(alias="Timestamp", default=None)


def read_status(form: Mapping[str, str]) -> LegMoved:
    """A progress report from its form; raises MalformedMessage."""
    try:
        read = _StatusForm.model_validate(form)
    except ValidationError:
        raise MalformedMessage(code="unreadable_report") from None
    meaning = meaning_of(read.status, MEANINGS)
    if meaning is None:
        raise MalformedMessage(code="unknown_status")
    return LegMoved(
        carrier_call_id=read.sid,
        state=_STATES[meaning.state],
        # Twilio calls only answered calls completed.
        result=result_of_leg(meaning, answered=meaning.result is None, sip_code=read.sip_code),
        status=read.status,
        sequence=read.sequence,
        duration_seconds=read.duration,
        occurred_at=read.occurred_at,
        dedupe_key=dedupe_key(NAME, read.sid, read.status, read.sequence),
    )
