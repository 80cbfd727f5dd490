"""The media process: serve until told to stop, then drain.

Its doors: server.py; what a drain does to a conversation: engine/conversation.py.
"""

import asyncio
import gc
import signal
from datetime import UTC, datetime
from typing import Final

import structlog

from database.sealing import KeyRing
from media.recording.recordings import Recordings
from media.server import MediaAddress, MediaServer
from media.tools import Doors, MediaTools, Notices, Records
from startup.settings import Settings
from startup.speech_wiring import SpeechVendors
from startup.wiring import recording_archive

log = structlog.get_logger()

DRAIN_SECONDS: Final = 45.0


def address_of(settings: Settings, control_key: str) -> MediaAddress:
    """Where this process serves."""
    return MediaAddress(
        process=settings.media_process,
        control_key=control_key,
        public_url=settings.media_url,
        control_url=settings.media_control_url,
        host=settings.host,
        port=settings.media_port,
        control_host=settings.media_control_host,
        control_port=settings.media_control_port,
    )


def tools_of(
    settings: Settings,
    speech: SpeechVendors,
    recordings_ring: KeyRing,
    records: Records,
    notices: Notices,
    doors: Doors,
) -> MediaTools:
    """The vendors' clients and the house's records."""
    return MediaTools(
        records=records,
        notices=notices,
        doors=doors,
        recognisers=speech.recognisers,
        synthesiser=speech.voices,
        model=speech.models,
        recordings=Recordings(recording_archive(settings, recordings_ring), lambda: datetime.now(UTC)),
        speech_to_speech=speech.realtime,
    )


async def run(tools: MediaTools, address: MediaAddress, *, drain_seconds: float = DRAIN_SECONDS) -> None:
    """Hold conversations until SIGTERM or SIGINT; then let those that are live take leave."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    # What is here now stays: the collector looks at conversations only, so it is quick, and frees those that ended soon.
    gc.collect()
    gc.freeze()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        async with MediaServer(tools, address).serving() as server:
            await stop.wait()
            log.info("media.draining")
            await server.drain(drain_seconds)
    finally:  # whatever ends the process, what was recorded until then is kept
        if tools.recordings is not None:
            await asyncio.to_thread(tools.recordings.close)
        await tools.model.close()
        await tools.synthesiser.close()
