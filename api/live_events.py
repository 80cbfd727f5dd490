"""`WS /api/ws`: live events, numbered without gaps, resumed at any number.

The first message is `{"token": KEY, "after": SEQ, "topics": ["campaign:ID", "call:ID", "dashboard"]}`, KEY a key or an access token; without `after`
the stream begins now, without `topics` it carries everything. What would be waited for in vain is refused with a reason.
Numbered in database/live_events.py; written by whoever changes a state.
"""

import asyncio
import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Final

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import Field, ValidationError

from api.authentication import Principal, principal_with
from api.errors import AddressNotAllowed, NotAllowed, NotAuthenticated, TooManyRequests
from api.networks import host_of
from api.permissions import check_permission
from api.request_bodies import Body, Whole
from api.request_limits import count_request, limits_of
from api.tools import ApiTools, tools_of
from database.live_events import LiveEvent, events_after, newest_seq, number_events, watchable
from database.outages import OUTAGES
from domain.access import Permission
from domain.errors import InvalidInput, OutboundError
from startup.access_tokens import LONGEST_TOKEN

router = APIRouter()

_HELLO_LIMIT: Final = 10.0
_HEARTBEAT: Final = 10.0
_ASKED_AGAIN: Final = 5.0
_PAGE: Final = 500
_REFUSED: Final = 4401
_MISUSED: Final = 4400
_NOT_ALLOWED: Final = 4403
_TOO_MANY: Final = 4429
_LATER: Final = 1013
_CLOSED_WITH: Final[Mapping[type[OutboundError], int]] = {
    NotAuthenticated: _REFUSED,
    NotAllowed: _NOT_ALLOWED,
    AddressNotAllowed: _NOT_ALLOWED,
    TooManyRequests: _TOO_MANY,
    InvalidInput: _MISUSED,
}
_NOT_VALID: Final = "this key is not valid"
_FIRST_MESSAGE: Final = (
    'the first message is {"token": KEY, "after": SEQ, "topics": ["campaign:ID", "call:ID", "dashboard"]}'
)
_AWAY: Final = "the database is away; come back and resume"

Topic = Annotated[str, Field(pattern=r"^(dashboard|(campaign|call):[A-Za-z0-9_]{1,64})$")]


class Hello(Body):
    """The first message."""

    token: str = Field(max_length=LONGEST_TOKEN)
    after: Whole | None = Field(None, ge=0)
    topics: list[Topic] = Field(default_factory=list, max_length=100)


class Tail:
    """The newest number, known to every socket of this process as soon as it is given."""

    def __init__(self) -> None:
        self.newest = 0
        self._changed = asyncio.Condition()

    async def advance(self, newest: int) -> None:
        """Wake those who wait for news."""
        if newest <= self.newest:
            return
        async with self._changed:
            self.newest = newest
            self._changed.notify_all()

    async def beyond(self, seen: int, limit: float) -> bool:
        """Wait for a number above seen; False if there is none within the limit (seconds)."""
        with suppress(TimeoutError):
            async with asyncio.timeout(limit), self._changed:
                await self._changed.wait_for(lambda: self.newest > seen)
            return True
        return False


async def publish(tools: ApiTools, tail: Tail) -> None:
    """Number what was committed, whoever's turn it is, and wake this process's sockets."""
    async with tools.database.transaction() as session:
        await number_events(session)
    async with tools.database.transaction() as session:
        await tail.advance(await newest_seq(session))


@router.websocket("/ws")
async def live(socket: WebSocket) -> None:
    """Serve one watcher until it leaves, or its key is removed."""
    await socket.accept()
    tools, tail = tools_of(socket), socket.app.state.tail
    assert isinstance(tail, Tail)
    try:
        async with asyncio.timeout(_HELLO_LIMIT):
            hello = Hello.model_validate_json(await socket.receive_text())
            principal = await _watcher(tools, hello, host_of(socket), is_new=True)
            await _check(tools, tail, principal, hello)
    except tuple(_CLOSED_WITH) as error:
        await _refuse(socket, error)
        return
    except (ValidationError, TimeoutError, KeyError):
        await socket.close(_MISUSED, _FIRST_MESSAGE)
        return
    except OUTAGES:
        await socket.close(_LATER, _AWAY)
        return
    except WebSocketDisconnect:
        return
    async with asyncio.TaskGroup() as group:  # ends with the socket
        sending = group.create_task(_send_all(socket, tools, tail, hello))
        await _until_left(socket)
        sending.cancel()


async def _refuse(socket: WebSocket, error: Exception) -> None:
    code = next(code for kind, code in _CLOSED_WITH.items() if isinstance(error, kind))
    await socket.close(code, _NOT_VALID if code == _REFUSED else str(error))


async def _watcher(tools: ApiTools, hello: Hello, host: str, *, is_new: bool = False) -> Principal:
    """Who watches, from this address; a new socket counts as a request. Raises NotAuthenticated, NotAllowed, AddressNotAllowed, TooManyRequests."""
    async with tools.database.transaction() as session:
        principal = await principal_with(session, tools, hello.token, host)
        if is_new and not principal.runs_the_system:
            await count_request(session, principal.actor, limits_of(tools.settings, principal))
    check_permission(principal, Permission.CALLS_READ)
    return principal


async def _check(tools: ApiTools, tail: Tail, principal: Principal, hello: Hello) -> None:
    """Raise InvalidInput for what would be waited for in vain. Its sentence fits a close frame, 123 bytes."""
    wanted = {topic.partition(":")[2] for topic in hello.topics if topic != "dashboard"}
    async with tools.database.transaction() as session:
        newest = max(tail.newest, await newest_seq(session))
        known = (
            await watchable(session, principal.account_id, wanted, principal.members_only)
            if wanted
            else set()
        )
    if hello.after is not None and hello.after > newest:
        raise InvalidInput(f"after is beyond the newest event, {newest}; leave it out to begin now")
    if wanted - known:
        raise InvalidInput("a topic names no campaign or call of this account")


async def _until_left(socket: WebSocket) -> None:
    """Whatever else the watcher says is passed over."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        continue


async def _send_all(socket: WebSocket, tools: ApiTools, tail: Tail, hello: Hello) -> None:
    seen = tail.newest if hello.after is None else hello.after
    with suppress(WebSocketDisconnect, RuntimeError):  # the socket closed while we were sending
        try:
            await socket.send_json({"type": "ready", "seq": seen})
            await _follow(socket, tools, tail, hello, seen)
        except (NotAuthenticated, NotAllowed, AddressNotAllowed) as error:
            await _refuse(socket, error)
        except OUTAGES:
            await socket.close(_LATER, _AWAY)


async def _follow(socket: WebSocket, tools: ApiTools, tail: Tail, hello: Hello, seen: int) -> None:
    """Send what happens. The key is asked about again and again: one that was removed is out within 15 seconds."""
    clock = asyncio.get_running_loop().time
    asked_at = -math.inf
    while True:
        if clock() - asked_at >= _ASKED_AGAIN:
            principal, asked_at = await _watcher(tools, hello, host_of(socket)), clock()
        if await tail.beyond(seen, _HEARTBEAT):
            seen = await _send_page(socket, tools, tail.newest, principal, seen, hello.topics)
        else:
            await socket.send_json({"type": "heartbeat", "seq": seen})


async def _send_page(
    socket: WebSocket, tools: ApiTools, newest: int, principal: Principal, seen: int, topics: Sequence[str]
) -> int:
    """Send the next events; returns the number up to which everything has been sent."""
    async with tools.database.transaction() as session:
        events = await events_after(
            session,
            principal.account_id,
            seen,
            until=newest,
            limit=_PAGE,
            members_only=principal.members_only,
        )
    for event in events:
        if _is_wanted(event, topics):
            await socket.send_json(_message(event))
    return events[-1].seq if len(events) == _PAGE else newest


def _is_wanted(event: LiveEvent, topics: Sequence[str]) -> bool:
    return (
        not topics
        or "dashboard" in topics
        or f"campaign:{event.campaign_id}" in topics
        or f"call:{event.call_id}" in topics
    )


def _message(event: LiveEvent) -> dict[str, object]:
    return {
        "type": "event",
        "seq": event.seq,
        "kind": event.kind,
        "campaign_id": event.campaign_id,
        "call_id": event.call_id,
        "attempt_id": event.attempt_id,
        "detail": dict(event.detail),
        "occurred_at": event.occurred_at.isoformat(),
    }
