"""When a process counts as ready."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio import workflow
from temporalio.client import Client
from temporalio.worker import Worker

from local import ready_conditions, supervisor
from local.ports import free_port
from local.ready_conditions import answers_http, http_status, listens, polls, speaks_http, wrote
from local.temporal import DevServer
from tests.local.waiting import until

NOBODY = 1  # a process that certainly is no worker


@workflow.defn(sandboxed=False)  # this file imports more than a workflow may
class Nothing:
    """Work for a worker that is never given any."""

    @workflow.run
    async def run(self) -> None:
        """Ends at once."""


async def test_a_worker_is_ready_when_it_polls_itself(tmp_path: Path) -> None:
    """The polls of a worker that was killed stay visible for minutes; they must not count for its successor."""
    server = DevServer(tmp_path)
    address = await server.start()
    is_ready = polls(address, server.namespace, "outbound")
    assert not await is_ready(os.getpid())
    client = await Client.connect(address, namespace=server.namespace)
    async with Worker(client, task_queue="outbound", workflows=[Nothing]):
        await until(lambda: is_ready(os.getpid()))
        assert not await is_ready(NOBODY)
    await server.stop()


async def test_a_server_is_ready_when_it_answers() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    assert await listens(port)(NOBODY)
    assert 503 == await http_status(f"http://127.0.0.1:{port}/readyz")
    server.close()
    await server.wait_closed()
    assert await http_status(f"http://127.0.0.1:{free_port()}/") is None
    assert not await listens(free_port())(NOBODY)


async def test_an_empty_port_file_is_not_written_yet(tmp_path: Path) -> None:
    file = tmp_path / "port"
    assert not await wrote(file)(NOBODY)
    file.touch()
    assert not await wrote(file)(NOBODY)
    file.write_text("8000")
    assert await wrote(file)(NOBODY)


@pytest.mark.parametrize(
    ("status", "is_ready"), [("200 OK", True), ("204 No", True), ("301 Go", False), ("503 No", False)]
)
async def test_ready_is_who_answers_well_and_alive_who_answers_at_all(status: str, is_ready: bool) -> None:
    async with answering(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode()) as url:
        assert is_ready is await answers_http(url)(NOBODY)
        assert await speaks_http(url)(NOBODY)


async def test_who_says_nothing_is_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_conditions, "ANSWER_WITHIN", timedelta(seconds=0.05))
    async with answering(b"") as url:
        assert not await answers_http(url)(NOBODY)
        assert not await speaks_http(url)(NOBODY)
    assert not await speaks_http(f"http://127.0.0.1:{free_port()}/")(NOBODY)


async def test_a_beat_is_waited_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter than the beats are apart."""
    assert ready_conditions.BEAT_WITHIN <= supervisor.BEAT_EVERY
    monkeypatch.setattr(ready_conditions, "BEAT_WITHIN", timedelta(seconds=0.05))
    async with asyncio.timeout(1), answering(b"") as url:
        assert not await speaks_http(url)(NOBODY)


@asynccontextmanager
async def answering(says: bytes) -> AsyncIterator[str]:
    """The address of a server that answers so, or is silent on an open line."""
    is_over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(says)
        if not says:
            await is_over.wait()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/healthz"
    is_over.set()
    server.close()
