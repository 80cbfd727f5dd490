"""Call documents (TwiML): what to do with an answered call, read as Twilio reads them. Pure."""

import io
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class BadDocument(ValueError):
    """Twilio refuses this document; code is the number in its debugger."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Stream:
    """Connect the call's sound both ways to this socket; blocks until our server closes it."""

    url: str
    parameters: dict[str, str]
    name: str | None = None
    status_callback: str | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Speak a text to the callee."""

    text: str


@dataclass(frozen=True, slots=True)
class Play:
    """Play the sound at this address: a WAV file, mono, 16-bit, 8 kHz."""

    url: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait in silence."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Redirect:
    """Fetch the next document here."""

    url: str
    method: str


@dataclass(frozen=True, slots=True)
class Hangup:
    """End the call; refused before answer if rejected."""


Verb = Stream | Say | Play | Pause | Redirect | Hangup


def read_document(xml: str) -> tuple[Verb, ...]:
    """The verbs of a call document in order; raises BadDocument (12100 not XML, 12200 not TwiML, 319xx)."""
    try:
        root = ElementTree.fromstring(xml)  # nosec B314 # our own documents
    except ElementTree.ParseError as error:
        raise BadDocument(12100, f"document parse failure: {error}") from error
    if root.tag != "Response":
        raise BadDocument(12200, f"the document's root is <{root.tag}>, expected <Response>")
    return tuple(_verbs(root))


def samples_in(wav: bytes) -> bytes:
    """The 16-bit little-endian samples of a WAV file; raises BadDocument for another format (12300)."""
    try:
        with wave.open(io.BytesIO(wav)) as sound:
            if (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) != (1, 2, 8000):
                raise BadDocument(12300, "this network plays mono sound of 16 bits and 8 kHz only")
            return bytes(sound.readframes(sound.getnframes()))
    except (wave.Error, EOFError) as error:
        raise BadDocument(12300, f"not a WAV file: {error}") from error


def _verbs(root: ElementTree.Element) -> Iterator[Verb]:
    for element in root:
        match element.tag:
            case "Connect":
                yield _stream(element)
            case "Say":
                yield Say((element.text or "").strip())
            case "Play":
                yield Play((element.text or "").strip())
            case "Pause":
                yield Pause(float(element.get("length", "1")))
            case "Redirect":
                yield Redirect((element.text or "").strip(), element.get("method", "POST").upper())
            case "Hangup" | "Reject":
                yield Hangup()
            case other:
                raise BadDocument(12200, f"<{other}> is not a verb this network plays")


def _stream(connect: ElementTree.Element) -> Stream:
    children = list(connect)
    if len(children) != 1 or children[0].tag != "Stream":
        raise BadDocument(12200, "<Connect> needs exactly one <Stream>")
    stream = children[0]
    return Stream(
        url=_checked_address(stream.get("url", "")),
        parameters=dict(_parameters(stream)),
        name=stream.get("name"),
        status_callback=stream.get("statusCallback"),
    )


def _checked_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.query:
        raise BadDocument(31920, "a stream address carries no query string; use <Parameter> or the path")
    if parts.scheme == "ws" and parts.hostname in LOOPBACK:
        return url
    if parts.scheme != "wss" or not parts.hostname:
        raise BadDocument(31922, "a stream address begins with wss://")
    if parts.port not in (None, 443) and parts.hostname not in LOOPBACK:
        raise BadDocument(31910, "a stream address uses port 443")
    return url


def _parameters(stream: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for parameter in stream:
        name, value = parameter.get("name"), parameter.get("value")
        if parameter.tag != "Parameter" or name is None or value is None:
            raise BadDocument(12200, "<Stream> holds only <Parameter name value>")
        if len(name) + len(value) >= 500:
            raise BadDocument(12200, f"parameter {name!r} is longer than 500 characters with its name")
        yield name, value
