"""Deepgram's text to speech by HTTP: refuses what the vendor refuses, then streams audio.

Wire format: Deepgram's reference of /v1/speak, as the SDK 7.17 speaks it, and its page on errors.
"""

import struct
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulators.broken_streams import BreakableResponse, while_wanted
from simulators.clock import now_seconds
from simulators.keyed_route import KeyedRoute
from simulators.ordered_faults import Faults
from simulators.speech_synthesis.speaker import AudioFormat, Manner, Speaker, SynthesisTiming
from simulators.vendor_journal import Journal

_SERVICE = "deepgram.speak"
_LONGEST_TEXT = 2_000
_FORMATS: dict[str, AudioFormat] = {"mulaw": "ulaw_8000", "linear16": "pcm_8000"}
_CONTENT_TYPES = {"mulaw": "audio/mulaw", "linear16": "audio/l16"}
_REFUSALS = {
    "400": (400, "Bad Request", "The request was not understood."),
    "401": (401, "INVALID_AUTH", "Invalid credentials."),
    "402": (402, "ASR_PAYMENT_REQUIRED", "Project does not have enough credits."),
    "413": (413, "PAYLOAD_TOO_LARGE", f"Input text exceeds the limit of {_LONGEST_TEXT} characters."),
    "429": (429, "TOO_MANY_REQUESTS", "Too many requests. Please try again later."),
    "500": (500, "INTERNAL_SERVER_ERROR", "An internal error occurred."),
    "503": (503, "SERVICE_UNAVAILABLE", "Please try again later."),
}


class AuraParameters(BaseModel):
    """The request's query. Of the vendor's formats only those of a telephone are spoken here."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: Annotated[str, Field(pattern=r"^aura(-2)?-[a-z]+-[a-z]{2}$")] = "aura-asteria-en"
    encoding: Literal["mulaw", "linear16"]
    sample_rate: Literal["8000"]
    container: Literal["none", "wav"] = "wav"
    mip_opt_out: bool = False
    tag: str = ""


class AuraText(BaseModel):
    """What to say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, Field(min_length=1)]


def aura_routes(
    api_key: str, faults: Faults, journal: Journal, timing: SynthesisTiming | None = None
) -> list[BaseRoute]:
    """/v1/speak. Faults of service "deepgram.speak": a status ("429") instead of an answer, "slow" (seconds before
    the first byte), "stall" (seconds after it), "close" after the first chunk, "empty"."""
    speaker = Speaker(_SERVICE, faults, journal, timing or SynthesisTiming())
    aura = _Aura(api_key, faults, journal, speaker)
    return [
        Route("/v1/speak", aura.speak, methods=["POST"]),
        KeyedRoute("/v1/models", aura.list_models, header="authorization", begins="Token "),
    ]


class _Aura:
    def __init__(self, api_key: str, faults: Faults, journal: Journal, speaker: Speaker) -> None:
        self._api_key = api_key
        self._faults = faults
        self._journal = journal
        self._speaker = speaker

    async def list_models(self, request: Request) -> Response:
        """Some models; also the cheapest request with which a client can warm its connection."""
        if not self._knows(request):
            return self._refused("401")
        return JSONResponse({"stt": [], "tts": [{"canonical_name": "aura-2-thalia-en", "languages": ["en"]}]})

    async def speak(self, request: Request) -> Response:
        """The text as audio."""
        asked_at = now_seconds()
        if fault := self._faults.take(_SERVICE, kinds=_REFUSALS.keys()):
            return self._refused(fault.kind)
        if not self._knows(request):
            return self._refused("401")
        try:
            parameters = AuraParameters.model_validate(dict(request.query_params))
            wanted = AuraText.model_validate_json(await request.body())
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            return self._refused("400", f"Invalid {'.'.join(map(str, first['loc']))}: {first['msg']}")
        if len(wanted.text) > _LONGEST_TEXT:
            return self._refused("413")
        return await self._spoken(wanted.text, parameters, asked_at)

    async def _spoken(self, text: str, parameters: AuraParameters, asked_at: float) -> Response:
        self._journal.record(_SERVICE, "Request", text=text, voice=parameters.model)
        manner = Manner(parameters.model, parameters.model.rpartition("-")[2])
        utterance = await self._speaker.utter(text, manner)

        async def audio() -> AsyncIterator[bytes]:
            header = _wav_header(parameters.encoding) if parameters.container == "wav" else b""
            async for chunk in self._speaker.chunks(text, utterance, _FORMATS[parameters.encoding], asked_at):
                yield header + chunk.audio
                header = b""

        def cancelled() -> None:
            self._journal.record(_SERVICE, "Cancelled", text=text)

        headers = {
            "dg-request-id": str(uuid4()),
            "dg-char-count": str(len(text)),
            "dg-model-name": parameters.model,
        }
        spoken = while_wanted(audio(), cancelled)
        return BreakableResponse(spoken, media_type=_CONTENT_TYPES[parameters.encoding], headers=headers)

    def _knows(self, request: Request) -> bool:
        return request.headers.get("authorization") in (f"Token {self._api_key}", f"Bearer {self._api_key}")

    def _refused(self, kind: str, message: str | None = None) -> Response:
        status, code, explanation = _REFUSALS[kind]
        self._journal.record(_SERVICE, "Refused", status=status)
        request_id = str(uuid4())
        said = message or explanation
        body: dict[str, Any] = {"err_code": code, "err_msg": said, "request_id": request_id}
        return JSONResponse(body, status, {"dg-error": said, "dg-request-id": request_id})


def _wav_header(encoding: str) -> bytes:
    """A WAV file's beginning, for as much audio as may come: mono, 8 kHz, 8-bit µ-law or 16-bit linear."""
    kind, sample_bytes = (7, 1) if encoding == "mulaw" else (1, 2)
    layout = struct.pack("<HHIIHH", kind, 1, 8000, 8000 * sample_bytes, sample_bytes, 8 * sample_bytes)
    endless = struct.pack("<I", 0x7FFF_FFFF)
    return b"RIFF" + endless + b"WAVEfmt " + struct.pack("<I", len(layout)) + layout + b"data" + endless
