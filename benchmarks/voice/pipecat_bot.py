"""A pipecat bot with the duties of our media server: `pipecat_bot.py VENDORS_PORT FOLDER [bare]`.

Runs in a virtualenv of its own (peer.py), so nothing of ours is imported. In pipecat's best configuration: Flux's turns,
no local voice activity detection or turn model, sentences to ElevenLabs' socket in automatic mode, RTVI off, debug logs
off, uvloop, no compression. As ours does, it keeps both sides of each call in FOLDER, ten seconds at a time (unsealed),
and times each turn's spans; bare leaves that out. Nothing of it listens for beeps, tones or voices, as ours does.
"""

import asyncio
import json
import socket
import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, WebSocket
from loguru import logger
from pipecat.frames.frames import TTSSpeakFrame
from pipecat.observers.user_bot_latency_observer import UserBotLatencyObserver
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import (
    LLMContextAggregatorPair,
    LLMUserAggregatorParams,
)
from pipecat.processors.audio.audio_buffer_processor import AudioBufferProcessor
from pipecat.runner.utils import parse_telephony_websocket
from pipecat.serializers.twilio import TwilioFrameSerializer
from pipecat.services.deepgram.flux.stt import DeepgramFluxSTTService
from pipecat.services.elevenlabs.tts import ElevenLabsTTSService
from pipecat.services.openai.llm import OpenAILLMService
from pipecat.transports.websocket.fastapi import FastAPIWebsocketParams, FastAPIWebsocketTransport
from pipecat.turns.user_turn_strategies import ExternalUserTurnStrategies
from pipecat.workers.runner import WorkerRunner

VENDORS = f"127.0.0.1:{int(sys.argv[1])}"
FOLDER = Path(sys.argv[2])
IS_BARE = "bare" in sys.argv[3:]
SEGMENT_BYTES = 10 * 8_000 * 2
PROMPT = "You are Ava from Northwind. Note what the person says, in a few words."
app = FastAPI()


@app.get("/stats")
async def stats() -> dict[str, int]:
    """As our own control address tells it."""
    return {"tasks": len(asyncio.all_tasks())}


@app.websocket("/ws")
async def converse(websocket: WebSocket) -> None:
    """One call, until the carrier leaves."""
    await websocket.accept()
    _, call = await parse_telephony_websocket(websocket)
    greeting = f"Hello, this is Ava from Northwind with call {call['body']['call']}."
    serializer = TwilioFrameSerializer(
        call["stream_id"], params=TwilioFrameSerializer.InputParams(auto_hang_up=False)
    )
    transport = FastAPIWebsocketTransport(
        websocket,
        FastAPIWebsocketParams(audio_in_enabled=True, audio_out_enabled=True, serializer=serializer),
    )
    worker = PipelineWorker(
        _pipeline(transport, call["call_id"]),
        params=PipelineParams(
            audio_in_sample_rate=8000, audio_out_sample_rate=8000, enable_metrics=not IS_BARE
        ),
        observers=[] if IS_BARE else [UserBotLatencyObserver()],
        idle_timeout_secs=None,
        enable_rtvi=False,
        enable_turn_tracking=not IS_BARE,
    )
    runner = WorkerRunner(handle_sigint=False)

    @transport.event_handler("on_client_connected")  # type: ignore[untyped-decorator]
    async def greet(_transport: object, _client: object) -> None:
        await worker.queue_frame(TTSSpeakFrame(greeting))

    @transport.event_handler("on_client_disconnected")  # type: ignore[untyped-decorator]
    async def leave(_transport: object, _client: object) -> None:
        await runner.cancel()

    await runner.add_workers(worker)
    await runner.run()


def _recording(call_id: str) -> AudioBufferProcessor:
    """Both sides, each on its own channel, written while the call lasts."""
    recording = AudioBufferProcessor(num_channels=2, buffer_size=SEGMENT_BYTES, auto_start_recording=True)
    path = FOLDER / f"{call_id}.pcm"

    def keep(audio: bytes) -> None:
        with path.open("ab") as kept:
            kept.write(audio)

    @recording.event_handler("on_audio_data")  # type: ignore[untyped-decorator]
    async def segment(_recording: object, audio: bytes, _rate: int, _channels: int) -> None:
        await asyncio.to_thread(keep, audio)

    return recording


def _pipeline(transport: FastAPIWebsocketTransport, call_id: str) -> Pipeline:
    context = LLMContext([{"role": "system", "content": PROMPT}])
    aggregators = LLMContextAggregatorPair(
        context, user_params=LLMUserAggregatorParams(user_turn_strategies=ExternalUserTurnStrategies())
    )
    return Pipeline(
        [
            transport.input(),
            DeepgramFluxSTTService(api_key="load", url=f"ws://{VENDORS}/v2/listen"),
            aggregators.user(),
            OpenAILLMService(
                api_key="load",
                base_url=f"http://{VENDORS}/v1",
                settings=OpenAILLMService.Settings(model="gpt-4o-mini"),
            ),
            ElevenLabsTTSService(
                api_key="load",
                url=f"ws://{VENDORS}",
                settings=ElevenLabsTTSService.Settings(voice="load", model="eleven_flash_v2_5"),
            ),
            transport.output(),
            *([] if IS_BARE else [_recording(call_id)]),
            aggregators.assistant(),
        ]
    )


def main() -> None:
    """Serve on a free port of loopback, which the first line of output tells, until SIGTERM."""
    logger.remove()
    logger.add(sys.stderr, level="WARNING")
    bound = socket.create_server(("127.0.0.1", 0), backlog=1_000)
    port = bound.getsockname()[1]
    config = uvicorn.Config(
        app,
        loop="uvloop",
        access_log=False,
        log_level="warning",
        ws_ping_interval=None,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=1,
    )
    print(json.dumps({"port": port, "control_port": port}), flush=True)
    uvicorn.Server(config).run(sockets=[bound])


if __name__ == "__main__":
    main()
