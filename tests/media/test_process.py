"""The media process around its server."""

import asyncio
import signal
import socket
from datetime import UTC, datetime

import pytest

from media.process import run
from media.recordings import Recordings
from media.server import MediaAddress
from providers.recordings.archive import RecordingArchive
from tests.media.house import MemoryRecords, tools_towards
from tests.providers.recordings import KEYS, MemoryStorage


async def test_what_was_recorded_is_kept_whatever_ends_the_process() -> None:
    """Segments are stored by threads of their own; the process waits for them."""
    recordings = Recordings(RecordingArchive(MemoryStorage(), KEYS), lambda: datetime.now(UTC))
    tools = tools_towards("http://127.0.0.1:9", MemoryRecords(), recordings)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = MediaAddress("media-1", "token", "key", control_port=taken.getsockname()[1])
        try:
            with pytest.raises(OSError, match="in use"):
                await run(tools, address)
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):  # the tests' process takes them again
                asyncio.get_running_loop().remove_signal_handler(number)
    assert recordings._room.threads._shutdown
