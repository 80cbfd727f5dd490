"""What a media process is made of, as the settings say, and how it ends."""

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import cast

import pytest

from domain.conversations import RecogniserName
from media.process import address_of, run, tools_of
from media.recording.recordings import Recordings
from media.server import MediaAddress, MediaServer
from media.tools import Notices, Records
from providers.recordings.archive import RecordingArchive
from providers.speech.deepgram_flux import FluxRecogniser
from providers.speech.deepgram_nova import NovaRecogniser
from providers.speech.openai_transcription import TranscriptionRecogniser
from startup.settings import Settings
from startup.speech_wiring import SpeechVendors
from tests.media.house import MemoryRecords, doors_of, tools_towards, until
from tests.providers.recordings import KEYS, MemoryStorage

OF_CHOICE = {
    RecogniserName.FLUX: FluxRecogniser,
    RecogniserName.NOVA: NovaRecogniser,
    RecogniserName.OPENAI: TranscriptionRecogniser,
}


@pytest.mark.parametrize("recogniser", RecogniserName)
async def test_every_choice_of_ears_is_heard_by_its_own(recogniser: RecogniserName) -> None:
    """Requirement 63: whose recogniser listens is the agent's choice."""
    tools = tools_of(
        Settings(),
        SpeechVendors(Settings()),
        KEYS,
        cast("Records", None),
        cast("Notices", None),
        doors_of(""),
    )
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


def test_a_process_serves_where_the_settings_say() -> None:
    settings = Settings(
        media_process="media-9",
        media_url="wss://voice.example.org",
        media_control_url="http://media-9.internal",
        host="0.0.0.0",
        media_port=9001,
        media_control_host="127.0.0.2",
        media_control_port=9002,
    )
    assert MediaAddress(
        process="media-9",
        control_key="key",
        public_url="wss://voice.example.org",
        control_url="http://media-9.internal",
        host="0.0.0.0",
        port=9001,
        control_host="127.0.0.2",
        control_port=9002,
    ) == address_of(settings, "key")


async def test_a_process_has_everything_that_a_conversation_may_need() -> None:
    records, doors = MemoryRecords(), doors_of("")
    tools = tools_of(Settings(), SpeechVendors(Settings()), KEYS, records, records, doors)
    assert (records, records, doors) == (tools.records, tools.notices, tools.doors)
    assert set(RecogniserName) == set(tools.recognisers)
    assert None not in (tools.speech_to_speech, tools.recordings)
    await tools.model.close()
    await tools.synthesiser.close()
    await asyncio.to_thread(cast("Recordings", tools.recordings).close)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_whoever_stops_a_process_lets_it_take_leave_and_close(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For 45 seconds, which a deployment grants."""
    recordings = Recordings(RecordingArchive(MemoryStorage(), KEYS), lambda: datetime.now(UTC))
    records, drained, closed = MemoryRecords(), list[float](), list[str]()
    tools = tools_towards("http://127.0.0.1:9", records, recordings)

    async def drain(server: MediaServer, limit_seconds: float) -> None:
        drained.append(limit_seconds)

    def closes(name: str) -> Callable[[], Awaitable[None]]:
        async def close() -> None:
            closed.append(name)

        return close

    monkeypatch.setattr(MediaServer, "drain", drain)
    monkeypatch.setattr(tools.model, "close", closes("model"))
    monkeypatch.setattr(tools.synthesiser, "close", closes("voice"))
    running = asyncio.create_task(run(tools, MediaAddress("media-1", "key")))
    try:
        await until(lambda: records.beats, 10)
        signal.raise_signal(number)
        await asyncio.wait_for(running, 10)
    finally:
        for each in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().remove_signal_handler(each)
    assert ([45.0], ["model", "voice"]) == (drained, closed)
    assert recordings._room.threads._shutdown
    assert not records.beats[-1].accepts
