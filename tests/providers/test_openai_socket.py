"""A session with OpenAI's realtime service that does not begin leaves no socket behind, and says why it did not."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from providers.speech.openai_socket import open_session


class Service:
    """Says this to each session that is asked for, None for nothing. asked: the first messages; left: closed sockets."""

    def __init__(self, says: str | None) -> None:
        self.says = says
        self.asked: list[object] = []
        self.keys: list[str | None] = []
        self.left = asyncio.Event()

    async def converse(self, socket: ServerConnection) -> None:
        """One session."""
        assert socket.request is not None
        self.keys.append(socket.request.headers.get("Authorization"))
        self.asked.append(json.loads(await socket.recv()))
        if self.says is not None:
            await socket.send(self.says)
        await socket.wait_closed()
        self.left.set()


@asynccontextmanager
async def service(says: str | None) -> AsyncIterator[tuple[Service, str]]:
    """A service and its address."""
    found = Service(says)
    async with serve(found.converse, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield found, f"ws://127.0.0.1:{port}/v1/realtime"


def error(code: str, kind: str = "invalid_request_error") -> str:
    """The service's own refusal."""
    return json.dumps({"type": "error", "error": {"type": kind, "code": code, "message": "No."}})


@pytest.mark.parametrize(
    ("says", "kind"),
    [
        (None, ProviderUnavailable),
        ("{", ProviderUnavailable),
        (error("invalid_api_key"), CredentialsRefused),
        (error("insufficient_quota"), CredentialsRefused),
        (error("rate_limit_exceeded"), ProviderThrottled),
        (error("overloaded", "server_error"), ProviderUnavailable),
        (error("invalid_value"), ProviderRefused),
    ],
)
async def test_a_session_that_does_not_begin_is_closed(says: str | None, kind: type[ProviderError]) -> None:
    async with asyncio.timeout(10), service(says) as (vendor, address):
        with pytest.raises(kind):
            await open_session(address, "a key", {"type": "realtime"}, answer_seconds=0.2)
        await vendor.left.wait()


async def test_a_service_that_hangs_up_has_begun_no_session() -> None:
    async def hang_up(socket: ServerConnection) -> None:
        await socket.recv()

    async with asyncio.timeout(10), serve(hang_up, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        with pytest.raises(ProviderUnavailable):
            await open_session(f"ws://127.0.0.1:{port}/", "a key", {}, answer_seconds=2)


async def test_a_session_that_begins_stays_open_and_was_asked_for_with_the_key() -> None:
    async with asyncio.timeout(10), service('{"type": "session.updated"}') as (vendor, address):
        socket = await open_session(address, "a key", {"type": "realtime"}, answer_seconds=2)
        assert (["Bearer a key"], [{"type": "session.update", "session": {"type": "realtime"}}]) == (
            vendor.keys,
            vendor.asked,
        )
        assert not vendor.left.is_set()
        await socket.close()
        await vendor.left.wait()
