"""What OpenAI's realtime sockets have in common: how they are refused, what they say of a bad message, how they number.

Wire format: OpenAI's realtime reference, as the SDK 3.52 states it.
"""

import binascii
from base64 import b64decode
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, Final
from uuid import uuid4

import msgspec
from pydantic import ValidationError
from starlette.responses import JSONResponse
from starlette.websockets import WebSocket

REFUSALS: Final = {
    "400": ("invalid_request_error", "missing_model", "You must provide a model, or intent=transcription."),
    "401": ("invalid_request_error", "invalid_api_key", "Incorrect API key provided."),
    "403": ("invalid_request_error", "model_not_found", "You do not have access to this model."),
    "404": (
        "invalid_request_error",
        "model_not_found",
        "The model does not exist, or you do not have access to it.",
    ),
    "429": ("requests", "rate_limit_exceeded", "Rate limit reached. Please try again in 1s."),
    "500": ("server_error", None, "The server had an error while processing your request."),
    "503": ("server_error", None, "The server is currently overloaded, please try again later."),
}
INTERNAL_ERROR: Final = 1011
SESSION_SECONDS: Final = 3600


class Refused(Exception):
    """The client's message is answered with an error; the session goes on."""

    def __init__(self, code: str, message: str, parameter: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.parameter = parameter


async def refuse(socket: WebSocket, status: str) -> None:
    """Answer the handshake with one of REFUSALS."""
    kind, code, message = REFUSALS[status]
    body = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    headers = {"retry-after": "1"} if int(status) == HTTPStatus.TOO_MANY_REQUESTS else {}
    await socket.send_denial_response(JSONResponse(body, int(status), headers))


async def send(socket: WebSocket, kind: str, **fields: Any) -> None:
    """Send one event."""
    message = {"type": kind, "event_id": new_id("event")} | fields
    await socket.send_text(msgspec.json.encode(message).decode())


async def obey(socket: WebSocket, text: str, take: Callable[[Any], Awaitable[None]]) -> None:
    """Give the client's message to take; what it refuses, and what is no JSON, is answered with an error event."""
    event_id = None
    try:
        message = msgspec.json.decode(text)
        event_id = message.get("event_id") if isinstance(message, dict) else None
        await take(message)
    except msgspec.DecodeError:
        await _fail(socket, Refused("invalid_json", "The message is not valid JSON."), event_id)
    except Refused as refusal:
        await _fail(socket, refusal, event_id)


async def _fail(socket: WebSocket, refusal: Refused, event_id: str | None) -> None:
    error = {"type": "invalid_request_error", "code": refusal.code, "message": str(refusal)}
    await send(socket, "error", error=error | {"param": refusal.parameter, "event_id": event_id})


def refusal_of(error: ValidationError, place: str) -> Refused:
    """What the vendor says of a record that does not fit; place: where in the message it stands."""
    first = error.errors(include_url=False)[0]
    where = ".".join((place, *map(str, first["loc"])))
    return Refused("invalid_value", f"Invalid '{where}': {first['msg']}", where)


def audio_in(text: str) -> bytes:
    """The audio of an append. Raises Refused."""
    try:
        return b64decode(text, validate=True)
    except binascii.Error as error:
        raise Refused(
            "invalid_value", "Invalid 'audio'. Expected base64-encoded audio bytes.", "audio"
        ) from error


def new_id(kind: str) -> str:
    """A fresh id: sess_…, item_…, event_…, resp_…"""
    return f"{kind}_{uuid4().hex[:20]}"
