"""A socket of OpenAI's realtime interface, whose session is configured before anything else is said.

Wire format: OpenAI's realtime reference, as the SDK 3.57 states it.
"""

import asyncio
from base64 import b64encode
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from domain.language.phrases import base_of
from providers.errors import CredentialsRefused, ProviderRefused, ProviderThrottled, ProviderUnavailable
from providers.facts.openai import TAKE_LANGUAGES
from providers.payloads import Reader
from providers.speech.recogniser_socket import ListeningSocket

_APPEND: Final = b'{"type":"input_audio_buffer.append","audio":"'


class VendorError(msgspec.Struct):
    """What the service says went wrong."""

    type: str | None = None
    code: str | None = None


class _Message(msgspec.Struct):
    type: str
    error: VendorError | None = None


_read = Reader(_Message)


async def open_session(
    address: str, api_key: str, session: dict[str, Any], *, answer_seconds: float
) -> ListeningSocket:
    """A fresh socket whose session was accepted within answer_seconds.

    Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused.
    """
    socket = await ListeningSocket.open(address, f"Bearer {api_key}")
    try:
        async with asyncio.timeout(answer_seconds):
            await _configure(socket, session)
    except TimeoutError as error:
        await socket.close()
        raise ProviderUnavailable("The realtime service does not answer.") from error
    except msgspec.DecodeError as error:
        await socket.close()
        raise ProviderUnavailable("The realtime service sent something unreadable.") from error
    except BaseException:
        await socket.close()
        raise
    return socket


def transcription(model: str, languages: Sequence[str]) -> dict[str, Any]:
    """How what is heard is written down: in one language, in one of several where the model may be told them, else in
    whichever it finds out."""
    spoken = list(dict.fromkeys(map(base_of, languages)))
    if len(spoken) == 1:
        return {"model": model, "language": spoken[0]}
    return {"model": model} | ({"languages": spoken} if model in TAKE_LANGUAGES else {})


def append(audio: bytes) -> bytes:
    """The message that feeds audio."""
    return _APPEND + b64encode(audio) + b'"}'


async def _configure(socket: ListeningSocket, session: dict[str, Any]) -> None:
    """Say how to listen, and wait until that is accepted."""
    socket.send_text(msgspec.json.encode({"type": "session.update", "session": session}))
    async for message in socket.messages():
        told = _read.decode(message)
        if told.type == "session.updated":
            return
        if told.type == "error":
            raise _refusal(told.error or VendorError())


def _refusal(error: VendorError) -> ProviderUnavailable | ProviderRefused:
    code = error.code or error.type or ""
    if code in ("invalid_api_key", "insufficient_quota"):
        return CredentialsRefused(code=code)
    if code == "rate_limit_exceeded":
        return ProviderThrottled(code=code)
    if error.type == "server_error":
        return ProviderUnavailable(code=code)
    return ProviderRefused(code=code)
