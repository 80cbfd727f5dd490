"""Call documents for Twilio: connect a media stream, wait, or hang up."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from twilio.twiml.voice_response import Connect, VoiceResponse

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_LONGEST_PARAMETER: Final = 500  # name and value together


def connect_stream(url: str, parameters: Mapping[str, str], then_url: str) -> str:
    """Connect the call both ways with the socket at url; when our server closes it, ask then_url (POST) what is next.

    url: wss:// without a query (Twilio 31920, 31922), ws:// on loopback only; parameters arrive in the start
    message. Raises ValueError for what Twilio would refuse.
    """
    _check(url, parameters)
    connect = Connect()
    stream = connect.stream(url=url)
    for name, value in parameters.items():
        stream.parameter(name=name, value=value)
    response = VoiceResponse()
    response.append(connect)
    response.redirect(then_url, method="POST")
    return str(response)


def wait(seconds: int, then_url: str) -> str:
    """Keep the line silent for so long, then ask then_url (POST) what is next."""
    response = VoiceResponse()
    response.pause(length=seconds)
    response.redirect(then_url, method="POST")
    return str(response)


def hang_up() -> str:
    """End the call."""
    response = VoiceResponse()
    response.hangup()
    return str(response)


def _check(url: str, parameters: Mapping[str, str]) -> None:
    parts = urlsplit(url)
    if parts.scheme != "wss" and not (parts.scheme == "ws" and parts.hostname in _LOOPBACK):
        raise ValueError("a stream's address begins with wss://")
    if parts.query or "?" in url:
        raise ValueError("a stream's address carries no query; use parameters or its path")
    for name, value in parameters.items():
        if len(name) + len(value) >= _LONGEST_PARAMETER:
            raise ValueError(f"the stream parameter {name} is longer than Twilio takes")
        if not (name + value).isprintable():
            raise ValueError(f"the stream parameter {name} holds characters that no document can carry")
