"""When a process counts as ready."""

import asyncio
import os
from pathlib import Path

from temporalio import workflow
from temporalio.client import Client
from temporalio.worker import Worker

from local.ports import free_port
from local.readiness import http_status, listens, polls, wrote
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
