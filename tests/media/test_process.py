"""What a media process is made of, as the settings say, and how it ends."""

import asyncio
import signal
import socket
from datetime import UTC, datetime
from typing import cast

import pytest

from domain.conversations import RecogniserName
from media.process import run, tools_of
from media.recording.recordings import Recordings
from media.server import MediaAddress
from media.tools import Notices, Records
from providers.recordings.archive import RecordingArchive
from providers.speech.deepgram import FluxRecogniser
from providers.speech.deepgram_nova import NovaRecogniser
from providers.speech.openai_transcription import TranscriptionRecogniser
from startup.settings import Settings
from tests.media.house import MemoryRecords, doors_of, tools_towards
from tests.providers.recordings import KEYS, MemoryStorage

OF_CHOICE = {
    RecogniserName.FLUX: FluxRecogniser,
    RecogniserName.NOVA: NovaRecogniser,
    RecogniserName.OPENAI: TranscriptionRecogniser,
}


@pytest.mark.parametrize("recogniser", RecogniserName)
async def test_every_choice_of_ears_is_heard_by_its_own(recogniser: RecogniserName) -> None:
    """Requirement 63: whose recogniser listens is the agent's choice."""
    tools = tools_of(Settings(), KEYS, cast("Records", None), cast("Notices", None), doors_of(""))
    try:
        assert OF_CHOICE[recogniser] is type(tools.recognisers[recogniser])
    finally:
        await tools.model.close()
        await tools.synthesiser.close()
        if tools.recordings is not None:
            await asyncio.to_thread(tools.recordings.close)


async def test_what_was_recorded_is_kept_whatever_ends_the_process() -> None:
    """Segments are stored by threads of their own; the process waits for them."""
    recordings = Recordings(RecordingArchive(MemoryStorage(), KEYS), lambda: datetime.now(UTC))
    tools = tools_towards("http://127.0.0.1:9", MemoryRecords(), recordings)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = MediaAddress("media-1", "key", control_port=taken.getsockname()[1])
        try:
            with pytest.raises(OSError, match="in use"):
                await run(tools, address)
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):  # the tests' process takes them again
                asyncio.get_running_loop().remove_signal_handler(number)
    assert recordings._room.threads._shutdown
