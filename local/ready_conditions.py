"""Conditions under which a process counts as ready.

How long one is waited for (`ready_within`) stands with each program: temporal.py, postgres.py, services.py.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from temporalio.api.enums.v1 import TaskQueueType
from temporalio.api.taskqueue.v1 import TaskQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest
from temporalio.client import Client
from temporalio.service import RPCError

Condition = Callable[[int], Awaitable[bool]]
"""Given the process's id, says whether it is ready."""

ANSWER_WITHIN = timedelta(seconds=2)
BEAT_WITHIN = timedelta(seconds=0.5)


def answers_http(url: str) -> Condition:
    """Ready when the address answers a GET with a status below 300."""

    async def is_ready(_: int) -> bool:
        status = await http_status(url)
        return status is not None and status < 300

    return is_ready


def speaks_http(url: str) -> Condition:
    """Alive when the address answers a GET at once, with whatever status."""

    async def is_alive(_: int) -> bool:
        try:
            async with asyncio.timeout(BEAT_WITHIN.total_seconds()):
                return await http_status(url) is not None
        except TimeoutError:
            return False

    return is_alive


async def http_status(url: str) -> int | None:
    """The status of a GET, or None where nobody speaks HTTP. (A client library would cost more than the process.)"""
    parts = urlsplit(url)
    request = f"GET {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n"
    try:
        async with asyncio.timeout(ANSWER_WITHIN.total_seconds()):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            try:
                writer.write(request.encode())
                return int((await reader.readline()).split()[1])
            finally:
                writer.close()
                with suppress(OSError):
                    await writer.wait_closed()
    except (OSError, TimeoutError, ValueError, IndexError):
        return None


def listens(port: int) -> Condition:
    """Ready when somebody accepts connections on the loopback port."""

    async def is_ready(_: int) -> bool:
        try:
            async with asyncio.timeout(ANSWER_WITHIN.total_seconds()):
                _reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except (OSError, TimeoutError):
            return False
        writer.close()
        return True

    return is_ready


def wrote(file: Path) -> Condition:
    """Ready when the file is there and not empty, such as a port file."""

    async def is_ready(_: int) -> bool:
        return await asyncio.to_thread(lambda: file.exists() and file.stat().st_size > 0)

    return is_ready


def polls(address: str, namespace: str, task_queue: str) -> Condition:
    """Ready when the process itself (not a dead one before it) asks the task queue for work."""

    async def is_ready(pid: int) -> bool:
        try:
            async with asyncio.timeout(ANSWER_WITHIN.total_seconds()):
                return await is_polled_by(f"{pid}@{socket.gethostname()}", address, namespace, task_queue)
        except (RPCError, RuntimeError, TimeoutError):
            return False

    return is_ready


async def is_polled_by(identity: str, address: str, namespace: str, task_queue: str) -> bool:
    client = await Client.connect(address, namespace=namespace)
    answer = await client.workflow_service.describe_task_queue(
        DescribeTaskQueueRequest(
            namespace=namespace,
            task_queue=TaskQueue(name=task_queue),
            task_queue_type=TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        )
    )
    return any(poller.identity == identity for poller in answer.pollers)
