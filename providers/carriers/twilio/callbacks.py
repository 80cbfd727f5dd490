"""Twilio's requests about calls: whether they really come from Twilio, and what they say.

Signature: Twilio documentation, "Webhooks Security": base64 of HMAC-SHA1, keyed by the account's token, over the
address as Twilio saw it and the sorted form; with a webhooks rule of the account, by a key that the request names, with
the algorithm that it names (SDK 9.13, request_validator.py). It carries no time, so repetitions are ours to recognise: by dedupe_key.
"""

import hmac
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha1, sha256
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from domain.call_events import LegState, Vendor, dedupe_key, leg_result, meaning_of
from domain.calls import AttemptState
from domain.conversations import AnsweredBy
from domain.outcomes import TechnicalResult
from providers.errors import MalformedMessage

_MOST_DIGITS: Final = 9  # what an integer of the database holds
_DEFAULT_PORTS: Final = {"https": 443, "wss": 443, "http": 80, "ws": 80}

_USUAL_ALGORITHM: Final = "HMAC_SHA1"
_ALGORITHMS: Final = {_USUAL_ALGORITHM: sha1, "HMAC_SHA256": sha256}

Form = Mapping[str, str] | Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What a request is signed with; algorithm is one of Twilio's names."""

    secret: str
    algorithm: str = _USUAL_ALGORITHM


def signing_key(named: str | None, auth_token: str, shared_keys: Mapping[str, str]) -> SigningKey | None:
    """The key that a request is to be checked by: the account's token, or the shared key that it names.

    named: its header X-Twilio-Webhooks-Signature-Settings ("key=…,algorithm=…"); shared_keys: secrets by id. None for
    a key or an algorithm that we do not have.
    """
    if not named:
        return SigningKey(auth_token)
    settings = dict(part.strip().partition("=")[::2] for part in named.split(","))
    secret, algorithm = shared_keys.get(settings.get("key", "")), settings.get("algorithm", "").upper()
    return SigningKey(secret, algorithm) if secret and algorithm in _ALGORITHMS else None


def verify(
    signature: str | None, url: str, form: Form, auth_token: str, algorithm: str = _USUAL_ALGORITHM
) -> bool:
    """Say whether this signature is Twilio's for this address and form.

    url: rebuilt from the configured public address, path and query included, never from the Host header; form: the
    decoded fields, as a mapping or, where a name may come twice, as pairs. Twilio's port rules vary, so the address
    counts with and without its scheme's default port. Without a token nothing is anybody's. auth_token, algorithm: of the
    key by which it is signed, see signing_key.
    """
    return _signed_spelling(signature, _spellings(url), form, SigningKey(auth_token, algorithm)) is not None


def verify_handshake(signature: str | None, url: str, auth_token: str) -> str | None:
    """The spelling of this media socket's wss:// address that Twilio signed; None if this is not Twilio.

    Twilio's guide to troubleshooting says that the signed address of a socket may end in a slash that the request's own
    does not have; whether that goes for addresses with a path is not established. Each spelling is as hard to forge.
    """
    spellings = [*_spellings(url), *_spellings(f"{url}/")]
    return _signed_spelling(signature, spellings, {}, SigningKey(auth_token))


def _signed_spelling(
    signature: str | None, spellings: Sequence[str], form: Form, key: SigningKey
) -> str | None:
    if not key.secret:
        return None
    fields = sorted(set(form.items() if isinstance(form, Mapping) else form))
    signed = "".join(name + value for name, value in fields)
    given = (signature or "").encode()
    # Every spelling is compared, so that the time taken says nothing.
    matches = [
        spelling for spelling in spellings if hmac.compare_digest(given, _sign(spelling + signed, key))
    ]
    return matches[0] if matches else None


def _sign(text: str, key: SigningKey) -> bytes:
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


@dataclass(frozen=True, slots=True)
class MachineHint:
    """What Twilio's answering-machine detection heard; a hint, the conversation may find otherwise.

    greeting_over: the machine's greeting has ended, a message may be left now.
    """

    carrier_call_id: str
    answered_by: AnsweredBy
    greeting_over: bool
    verdict: str
    detection_ms: int | None
    dedupe_key: str


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


def read_machine_callback(form: Mapping[str, str]) -> MachineHint:
    """The verdict of asynchronous detection from its form; it may come before, after or without media.

    Raises MalformedMessage.
    """
    try:
        read = _MachineForm.model_validate(form)
        answered_by = _VERDICTS[read.verdict]
    except (ValidationError, KeyError):
        raise MalformedMessage(code="unreadable_verdict") from None
    return MachineHint(
        carrier_call_id=read.sid,
        answered_by=answered_by,
        greeting_over=read.verdict.startswith("machine_end"),
        verdict=read.verdict,
        detection_ms=read.detection_ms,
        dedupe_key=f"twilio:{read.sid}:amd:{read.verdict}",
    )


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One progress report of a call: state says where the attempt stands, result why it ended unanswered.

    sequence orders a call's reports, arrival does not; dedupe_key is the same for every delivery of this one;
    occurred_at has whole seconds, None if Twilio does not say; duration_seconds is set once the call has ended.
    status, sip_code and error_code are Twilio's.
    """

    carrier_call_id: str
    state: AttemptState
    result: TechnicalResult | None
    status: str
    sequence: int | None
    sip_code: int | None
    error_code: str
    duration_seconds: int | None
    occurred_at: datetime | None
    dedupe_key: str


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
    error_code: str = Field(alias="ErrorCode", default="")
    duration: _Whole = Field(alias="CallDuration", default=None)
    occurred_at: _Moment = Field(alias="Timestamp", default=None)


def read_status_callback(form: Mapping[str, str]) -> StatusReport:
    """A progress report from its form; raises MalformedMessage."""
    try:
        read = _StatusForm.model_validate(form)
    except ValidationError:
        raise MalformedMessage(code="unreadable_report") from None
    meaning = meaning_of(Vendor.TWILIO, read.status)
    if meaning is None:
        raise MalformedMessage(code="unknown_status")
    return StatusReport(
        carrier_call_id=read.sid,
        state=_STATES[meaning.state],
        # Twilio calls only answered calls completed.
        result=leg_result(
            Vendor.TWILIO, read.status, answered=meaning.result is None, sip_code=read.sip_code
        ),
        status=read.status,
        sequence=read.sequence,
        sip_code=read.sip_code,
        error_code=read.error_code,
        duration_seconds=read.duration,
        occurred_at=read.occurred_at,
        dedupe_key=dedupe_key(Vendor.TWILIO, read.sid, read.status, read.sequence),
    )
