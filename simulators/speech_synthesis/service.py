"""The HTTP side of text to speech: refuses what the vendor refuses, then streams raw audio.

Wire format: ElevenLabs' API reference, as the SDK 2.78 speaks it.
"""

import base64
from collections.abc import AsyncIterator, Callable
from datetime import date
from typing import Annotated, Any, get_args
from uuid import uuid4

import msgspec
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from simulators.broken_streams import BreakableResponse, while_wanted
from simulators.clock import now_seconds, utc_today
from simulators.keyed_route import KeyedRoute
from simulators.ordered_faults import Faults
from simulators.speech_synthesis.alignment import letters_of, timed_alignment_of
from simulators.speech_synthesis.sockets import SpeechSockets
from simulators.speech_synthesis.speaker import AudioChunk, AudioFormat, Manner, Speaker, SynthesisTiming
from simulators.speech_synthesis.voices import MODELS, RefusedVoice, VoiceAccount, check_model
from simulators.vendor_journal import Journal
from simulators.words.voice import Utterance

_OUR_FORMATS: tuple[str, ...] = get_args(AudioFormat)
_FAMILIES = ("mp3_", "pcm_", "ulaw_", "alaw_", "opus_")
_CONTENT_TYPES = {"ulaw_8000": "audio/basic", "pcm_8000": "audio/pcm"}
_REFUSALS = {
    "401": ("invalid_api_key", "Invalid API key"),
    "402": ("paid_plan_required", "Free users cannot use library voices via the API. Please upgrade."),
    "429": ("too_many_concurrent_requests", "Too many concurrent requests for your subscription."),
    "500": ("internal_server_error", "Something went wrong."),
    "503": ("system_busy", "We are experiencing heavy traffic. Please try again."),
}
_OUT_OF_CREDITS = "quota_exceeded"
_QUOTA = (401, _OUT_OF_CREDITS, "This request exceeds your quota.")


Rendering = Callable[[Utterance, AudioChunk], bytes]


class VoiceSettings(BaseModel):
    """How the voice sounds; only the speed is heard here."""

    model_config = ConfigDict(extra="ignore")

    speed: Annotated[float, Field(ge=0.7, le=1.2)] = 1.0


class SpeechRequest(BaseModel):
    """What to say; fields that change nothing audible here are accepted and ignored."""

    model_config = ConfigDict(extra="ignore")

    text: Annotated[str, Field(max_length=40_000)]
    model_id: str = "eleven_multilingual_v2"
    voice_settings: VoiceSettings | None = None
    language_code: str | None = None


def routes(
    api_key: str,
    faults: Faults,
    journal: Journal,
    timing: SynthesisTiming | None = None,
    account: VoiceAccount | None = None,
    today: Callable[[], date] = utc_today,
) -> list[BaseRoute]:
    """Streaming by HTTP and by socket, models and voices. Faults of service "elevenlabs": a status ("429") or
    "quota_exceeded" instead of an answer, "slow" (seconds before the first byte), "stall" (seconds after it), "close"
    after the first chunk, "empty". account, today: say which voices there are."""
    speaker = Speaker("elevenlabs", faults, journal, timing or SynthesisTiming())
    requests = _SpeechRequests(api_key, faults, journal, speaker, account or VoiceAccount(), today)
    sockets = SpeechSockets(api_key, journal, speaker)
    return [
        Route("/v1/text-to-speech/{voice_id}/stream", requests.stream, methods=["POST"]),
        Route("/v1/text-to-speech/{voice_id}", requests.stream, methods=["POST"]),
        Route(
            "/v1/text-to-speech/{voice_id}/stream/with-timestamps", requests.stream_timed, methods=["POST"]
        ),
        Route("/v1/voices/{voice_id}", requests.show_voice, methods=["GET"]),
        KeyedRoute("/v1/models", requests.list_models, header="xi-api-key"),
        WebSocketRoute("/v1/text-to-speech/{voice_id}/stream-input", sockets.one_stream),
    ]


class _SpeechRequests:
    def __init__(
        self,
        api_key: str,
        faults: Faults,
        journal: Journal,
        speaker: Speaker,
        account: VoiceAccount,
        today: Callable[[], date],
    ) -> None:
        self._api_key = api_key
        self._faults = faults
        self._journal = journal
        self._speaker = speaker
        self._account = account
        self._today = today

    async def list_models(self, request: Request) -> Response:
        """The models; also the cheapest request with which a client can warm its connection."""
        if not self._knows(request):
            return self._refused(401, *_REFUSALS["401"])
        return JSONResponse([{"model_id": name, "can_do_text_to_speech": True} for name in MODELS])

    async def show_voice(self, request: Request) -> Response:
        """A voice, if this account may speak with it."""
        if not self._knows(request):
            return self._refused(401, *_REFUSALS["401"])
        voice = request.path_params["voice_id"]
        try:
            self._account.check_voice(voice, self._today())
        except RefusedVoice as error:
            return self._refused(error.status, error.name, str(error))
        return JSONResponse({"voice_id": voice, "name": voice, "category": "premade"})

    async def stream(self, request: Request) -> Response:
        """The text as raw audio."""
        return await self._answered(request, lambda _utterance, chunk: chunk.audio)

    async def stream_timed(self, request: Request) -> Response:
        """The text as lines of JSON with audio and the times of its letters."""
        return await self._answered(request, _timed)

    async def _answered(self, request: Request, rendered: Rendering) -> Response:
        asked_at = now_seconds()
        if fault := self._faults.take("elevenlabs", kinds=_REFUSALS.keys()):
            return self._refused(int(fault.kind), *_REFUSALS[fault.kind])
        if self._faults.take("elevenlabs", kinds={_OUT_OF_CREDITS}):
            return self._refused(*_QUOTA)
        if not self._knows(request):
            return self._refused(401, *_REFUSALS["401"])
        audio_format = request.query_params.get("output_format", "mp3_44100_128")
        if audio_format not in _OUR_FORMATS:
            return self._refused_format(audio_format)
        try:
            wanted = SpeechRequest.model_validate_json(await request.body())
        except ValidationError as error:
            return self._invalid(["body"], error.errors(include_url=False, include_context=False))
        return await self._spoken(request.path_params["voice_id"], wanted, audio_format, asked_at, rendered)

    async def _spoken(
        self, voice_id: str, wanted: SpeechRequest, audio_format: Any, asked_at: float, rendered: Rendering
    ) -> Response:
        try:
            self._account.check_voice(voice_id, self._today())
            check_model(wanted.model_id, wanted.language_code)
        except RefusedVoice as error:
            return self._refused(error.status, error.name, str(error))
        settings = wanted.voice_settings or VoiceSettings()
        manner = Manner(voice_id, wanted.language_code or "en", settings.speed)
        self._journal.record(
            "elevenlabs", "Request", text=wanted.text, voice=voice_id, language=manner.language
        )
        utterance = await self._speaker.utter(wanted.text, manner)

        async def audio() -> AsyncIterator[bytes]:
            async for chunk in self._speaker.chunks(wanted.text, utterance, audio_format, asked_at):
                yield rendered(utterance, chunk)

        def cancelled() -> None:
            self._journal.record("elevenlabs", "Cancelled", text=wanted.text)

        headers = {"request-id": uuid4().hex, "character-cost": str(len(wanted.text))}
        spoken = while_wanted(audio(), cancelled)
        media_type = "application/json" if rendered is _timed else _CONTENT_TYPES[audio_format]
        return BreakableResponse(spoken, media_type=media_type, headers=headers)

    def _knows(self, request: Request) -> bool:
        return request.headers.get("xi-api-key") == self._api_key

    def _refused(self, status: int, name: str, message: str) -> Response:
        self._journal.record("elevenlabs", "Refused", status=status)
        return JSONResponse({"detail": {"status": name, "message": message}}, status_code=status)

    def _refused_format(self, audio_format: str) -> Response:
        if not audio_format.startswith(_FAMILIES):
            problem = {"loc": ["output_format"], "msg": "Input should be a known format", "type": "enum"}
            return self._invalid(["query"], [problem])
        message = f"Output format {audio_format} is not allowed here; use one of {', '.join(_OUR_FORMATS)}."
        return self._refused(403, "output_format_not_allowed", message)

    def _invalid(self, place: list[str], problems: Any) -> Response:
        detail = [
            {"loc": [*place, *problem["loc"]], "msg": problem["msg"], "type": problem["type"]}
            for problem in problems
        ]
        self._journal.record("elevenlabs", "Refused", status=422)
        return JSONResponse({"detail": detail}, status_code=422)


def _timed(utterance: Utterance, chunk: AudioChunk) -> bytes:
    alignment = timed_alignment_of(letters_of(utterance), chunk.start_ms, chunk.end_ms)
    piece = {
        "audio_base64": base64.b64encode(chunk.audio).decode(),
        "alignment": alignment,
        "normalized_alignment": alignment,
    }
    return msgspec.json.encode(piece) + b"\n"
