"""The media process: serve until told to stop, then drain."""

import asyncio
import gc
import signal
from datetime import UTC, datetime
from typing import Final

import structlog

from database.sealing import KeyRing
from domain.conversations import Ears
from media.recording.recordings import Recordings
from media.server import MediaAddress, MediaServer
from media.tools import MediaTools, Notices, Records
from providers.language_models.anthropic import AnthropicModel, AnthropicSettings
from providers.language_models.models import Models
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.speech.deepgram import FluxRecogniser, FluxSettings
from providers.speech.deepgram_aura import AuraSettings, AuraSynthesiser
from providers.speech.deepgram_nova import NovaRecogniser, NovaSettings
from providers.speech.elevenlabs import ElevenLabsSynthesiser
from providers.speech.openai_transcription import TranscriptionRecogniser, TranscriptionSettings
from providers.speech.voices import Voices
from providers.speech_to_speech.openai_realtime import RealtimeModels
from providers.speech_to_speech.realtime_configuration import RealtimeSettings
from startup.settings import Settings
from startup.wiring import elevenlabs, recording_archive, stream_openers

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


def tools_of(settings: Settings, key_ring: KeyRing, records: Records, notices: Notices) -> MediaTools:
    """The vendors' clients and the house's records; needs a running event loop."""
    deepgram, openai, anthropic = settings.deepgram, settings.openai, settings.anthropic
    return MediaTools(
        records=records,
        notices=notices,
        carriers=stream_openers(settings),
        recognisers={
            Ears.FLUX: FluxRecogniser(FluxSettings(deepgram.api_key, deepgram.ws_url, deepgram.model)),
            Ears.NOVA: NovaRecogniser(NovaSettings(deepgram.api_key, deepgram.ws_url)),
            Ears.OPENAI: TranscriptionRecogniser(
                TranscriptionSettings(openai.api_key, openai.ws_url, openai.transcription_model)
            ),
        },
        synthesiser=Voices(
            {
                "eleven": ElevenLabsSynthesiser(elevenlabs(settings)),
                "aura": AuraSynthesiser(AuraSettings(deepgram.api_key, deepgram.base_url)),
            }
        ),
        model=Models(
            {
                "gpt": OpenAIModel(OpenAISettings(openai.api_key, openai.base_url)),
                "claude": AnthropicModel(AnthropicSettings(anthropic.api_key, anthropic.base_url)),
            },
            kept=settings.allowed_models,
        ),
        recordings=Recordings(recording_archive(settings, key_ring), lambda: datetime.now(UTC)),
        speech_to_speech=RealtimeModels(
            RealtimeSettings(
                openai.api_key,
                openai.ws_url,
                model=openai.realtime_model,
                voice=openai.realtime_voice,
                transcription_model=openai.transcription_model,
            )
        ),
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
