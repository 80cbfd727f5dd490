"""How Deepgram's listening sockets open, are refused before they open, and end."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar
from uuid import uuid4

from pydantic import ValidationError
from starlette.datastructures import QueryParams
from starlette.responses import JSONResponse
from starlette.websockets import WebSocket

from simulators.ordered_faults import Faults

Wanted = TypeVar("Wanted")

_REFUSALS = {
    "400": (HTTPStatus.BAD_REQUEST, "Bad Request", "The request was not understood."),
    "401": (HTTPStatus.UNAUTHORIZED, "INVALID_AUTH", "Invalid credentials."),
    "402": (HTTPStatus.PAYMENT_REQUIRED, "ASR_PAYMENT_REQUIRED", "Project does not have enough credits."),
    "403": (HTTPStatus.FORBIDDEN, "INSUFFICIENT_PERMISSIONS", "The project has no access to this model."),
    "429": (HTTPStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "Too many requests. Please try again later."),
    "500": (HTTPStatus.INTERNAL_SERVER_ERROR, "INTERNAL_SERVER_ERROR", "An internal error occurred."),
    "503": (HTTPStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE", "Please try again later."),
}


class StreamEnded(Exception):
    """The conversation over this socket is finished; it has been or is being closed with this code."""

    def __init__(self, code: int = 1000, reason: str = "") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class _Refused(Exception):
    """The handshake is answered with this status instead of a socket."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


async def admit(
    socket: WebSocket, api_key: str, faults: Faults, read: Callable[[QueryParams], Wanted]
) -> tuple[str, Wanted] | None:
    """Open the socket: the request's id and what its query asks for; None when it was refused.

    Faults of service "deepgram" refuse by their status. read raises pydantic.ValidationError.
    """
    request_id = str(uuid4())
    try:
        if fault := faults.take("deepgram", kinds=_REFUSALS.keys()):
            raise _Refused(fault.kind)
        if not _knows_key(socket, api_key):
            raise _Refused("401")
        wanted = read(socket.query_params)
    except _Refused as refused:
        await _refuse(socket, request_id, refused.status)
        return None
    except ValidationError as error:
        await _refuse(socket, request_id, "400", what_is_wrong(error))
        return None
    await socket.accept(headers=[(b"dg-request-id", request_id.encode())])
    return request_id, wanted


def what_is_wrong(error: ValidationError) -> str:
    """The first problem, in the vendor's words."""
    first = error.errors(include_url=False)[0]
    return f"Invalid query parameter {'.'.join(map(str, first['loc'])) or 'combination'}: {first['msg']}"


def _knows_key(socket: WebSocket, api_key: str) -> bool:
    given = socket.headers.get("authorization", "")
    return given in (f"Token {api_key}", f"token {api_key}", f"Bearer {api_key}")


async def _refuse(socket: WebSocket, request_id: str, status: str, message: str | None = None) -> None:
    code, error, explanation = _REFUSALS[status]
    said = message or explanation
    body = {"err_code": error, "err_msg": said, "request_id": request_id}
    headers = {"dg-error": said, "dg-request-id": request_id}
    await socket.send_denial_response(JSONResponse(body, status_code=code, headers=headers))
