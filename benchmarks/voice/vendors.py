"""The vendors under load: Flux's socket, OpenAI's stream and ElevenLabs' voice by HTTP and by socket, all in one door.

Their wire formats are those of simulators/, reduced to what the servers under test use; their answers and times are
fixed (script.py), and everything they hear and say carries its number.
"""

import asyncio
import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import msgspec

from benchmarks.voice import script
from benchmarks.voice.callee import Callee
from benchmarks.voice.clock import Clock, now
from benchmarks.voice.frames import from_pcm, numbers_in, speech, to_pcm
from benchmarks.voice.wire import BINARY, Request, Visitor

_encode: Final = msgspec.json.encode
_SSE: Final = b"text/event-stream"
_VERDICT: Final = {"outcome": "none", "evidence": "", "confidence": 1.0, "callback_phrase": ""}
_BYTES_PER_MS: Final = 8


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text as numbered audio; call and turn are 0 where the text does not tell."""

    source: int
    text: str
    call: int
    turn: int

    @property
    def frames(self) -> int:
        """How long it lasts, in frames of 20 ms."""
        return max(1, len(self.text) * script.AUDIO_MS_PER_CHARACTER // script.FRAME_MS)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of an utterance: µ-law, and the letters that begin in it with their times from the utterance's start."""

    mulaw: bytes
    start_ms: int
    letters: str
    starts_ms: tuple[int, ...]


@dataclass(slots=True)
class Vendors:
    """Every vendor. callees: whom the recogniser may hear, by number."""

    clock: Clock
    callees: dict[int, Callee] = field(default_factory=dict)
    _sources: Iterator[int] = field(default_factory=lambda: count(1))
    _belongs: dict[int, tuple[int, int]] = field(default_factory=dict)
    port: int = 0

    async def open(self) -> asyncio.Server:
        """Serve on a free port of loopback."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Visitor(self._answer), "127.0.0.1", 0, backlog=1_000)
        self.port = server.sockets[0].getsockname()[1]
        return server

    def belongs(self, source: int) -> tuple[int, int]:
        """The (call, turn) that an utterance was made for."""
        return self._belongs.get(source, (0, 0))

    def utter(self, text: str) -> Utterance:
        """A new utterance of this text; notes when the voice was asked for a turn's first words."""
        call, turn = script.spoken_for(text)
        utterance = Utterance(next(self._sources) & 0xFFFFFF, text, call, turn)
        self._belongs[utterance.source] = (call, turn)
        current = self.turn_of(call, turn)
        if current is not None and current.voiced is None:
            current.voiced = now()
        return utterance

    def sounded(self, utterance: Utterance) -> None:
        """Note when the voice began with a turn's first words."""
        current = self.turn_of(utterance.call, utterance.turn)
        if current is not None and current.sounded is None:
            current.sounded = now()

    def turn_of(self, call: int, number: int) -> Any:
        """The running turn of this number in this call, if it is that."""
        callee = self.callees.get(call)
        turn = None if callee is None else callee.turn
        return turn if turn is not None and turn.number == number else None

    def forget(self, callee: Callee) -> None:
        """This callee has left."""
        self.callees.pop(callee.number, None)

    def _answer(self, visitor: Visitor, request: Request) -> None:
        address = urlsplit(request.target)
        match request.method, address.path.rsplit("/", 1)[-1]:
            case "GET", "listen":
                Transcriber(self, visitor, request, parse_qs(address.query))
            case "GET", "multi-stream-input":
                VoiceSocket(self, visitor, request)
            case "POST", "completions":
                answer_as_model(self, visitor, request)
            case "POST", "stream":
                speak(self, visitor, request, _raw, b"audio/basic")
            case "POST", "with-timestamps":
                speak(self, visitor, request, _timed, b"application/json")
            case "GET", _:
                visitor.whole(b"{}")
            case _:
                visitor.whole(b'{"detail":"no such thing"}', status=b"404 Not Found")


class Transcriber:
    """Flux on one socket: hears numbered frames, and reports the turns of the callee they belong to."""

    def __init__(
        self, vendors: Vendors, visitor: Visitor, request: Request, query: dict[str, list[str]]
    ) -> None:
        self._vendors, self._visitor = vendors, visitor
        self._is_pcm = query.get("encoding", ["linear16"])[0] == "linear16"
        self._tail = b""
        self._said = 0
        visitor.upgrade(request, self._take)
        visitor.send(
            b'{"type":"Connected","request_id":"00000000-0000-0000-0000-000000000000","sequence_id":0}'
        )

    def _take(self, opcode: int, payload: bytes) -> None:
        if opcode != BINARY:
            return
        moment = now()
        audio = from_pcm(payload) if self._is_pcm else payload
        numbers, self._tail = numbers_in(self._tail + audio if self._tail else audio)
        for call, place in numbers:
            callee = self._vendors.callees.get(call)
            if callee is not None and place < len(callee.sent):
                seen, turn = self._vendors.clock.seen, callee.turn
                in_turn = turn is not None and place >= turn.frames[0] and turn.told is None
                (seen.incoming if in_turn else seen.silence).append((moment - callee.sent[place]) * 1000)
                self._hear(callee, place, moment)

    def _hear(self, callee: Callee, place: int, moment: float) -> None:
        turn = callee.turn
        if turn is None:
            return
        if place == turn.frames[0]:
            self._begin(callee.number, turn.number, moment)
        elif place == turn.frames[1]:
            turn.heard = moment
            self._vendors.clock.at(moment + script.END_OF_TURN_MS / 1000, self._end, turn)

    def _begin(self, call: int, number: int, moment: float) -> None:
        words = script.said(call, number).split()
        lasts_ms = script.SPEECH_FRAMES * script.FRAME_MS
        times = range(script.HEARD_START_MS, lasts_ms, script.UPDATE_MS)
        for place, at_ms in enumerate(times):
            so_far = " ".join(words[: max(1, len(words) * at_ms // lasts_ms)])
            event = "Update" if place else "StartOfTurn"
            self._vendors.clock.at(moment + at_ms / 1000, self._tell, event, number, so_far)

    def _end(self, turn: Any) -> None:
        self._tell("EndOfTurn", turn.number, script.said(turn.call, turn.number))
        turn.told = now()

    def _tell(self, event: str, turn: int, transcript: str) -> None:
        self._said += 1
        words = [{"word": word, "confidence": 0.98} for word in transcript.split()]
        told = {
            "type": "TurnInfo", "request_id": "00000000-0000-0000-0000-000000000000", "sequence_id": self._said,
            "event": event, "turn_index": turn, "audio_window_start": 0.0, "audio_window_end": 1.0,
            "transcript": transcript, "words": words, "end_of_turn_confidence": 0.9,
        }  # fmt: skip
        self._visitor.send(_encode(told))


def answer_as_model(vendors: Vendors, visitor: Visitor, request: Request) -> None:
    """OpenAI: a reply token by token, or the verdict at once where no stream is wanted."""
    moment = now()
    if b'"stream":true' not in request.body.replace(b" ", b""):
        verdict = {"role": "assistant", "content": _encode(_VERDICT).decode(), "refusal": None}
        whole = _completion("chat.completion", {"message": verdict, "finish_reason": "stop"})
        vendors.clock.at(moment + script.VERDICT_MS / 1000, visitor.whole, _encode(whole))
        return
    call, number = script.what_was_said(request.body)
    turn = vendors.turn_of(call, number)
    if turn is not None and turn.asked is None:
        turn.asked = moment
    callee = vendors.callees.get(call)
    tokens = script.reply(call, number, callee.course.sentences if callee is not None else 1)
    due = moment + script.FIRST_TOKEN_MS / 1000
    for place, token in enumerate(tokens):
        vendors.clock.at(due, _token if place else _first_token, visitor, token)
        due += script.TOKEN_MS / 1000
    vendors.clock.at(due, _end_reply, visitor)


def _first_token(visitor: Visitor, token: str) -> None:
    visitor.begin(_SSE)
    visitor.piece(_event({"role": "assistant", "content": "", "refusal": None}))
    _token(visitor, token)


def _token(visitor: Visitor, token: str) -> None:
    visitor.piece(_event({"content": token}))


def _end_reply(visitor: Visitor) -> None:
    visitor.piece(_event({}, finish="stop") + b"data: [DONE]\n\n")
    visitor.end()


def _event(delta: dict[str, Any], finish: str | None = None) -> bytes:
    choice = {"delta": delta, "finish_reason": finish}
    return b"data: " + _encode(_completion("chat.completion.chunk", choice)) + b"\n\n"


def _completion(kind: str, choice: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "chatcmpl-0", "object": kind, "created": 1, "model": "gpt-4o-mini", "service_tier": "default",
        "system_fingerprint": "fp_load", "choices": [{"index": 0, "logprobs": None, **choice}],
    }  # fmt: skip


def chunks_of(utterance: Utterance) -> list[Chunk]:
    """The utterance in pieces; its letters share its time evenly."""
    audio, text = speech(utterance.source, utterance.frames), utterance.text
    size = script.CHUNK_MS * _BYTES_PER_MS
    chunks = []
    for start in range(0, len(audio), size):
        start_ms = start // _BYTES_PER_MS
        inside = [
            (letter, place * script.AUDIO_MS_PER_CHARACTER)
            for place, letter in enumerate(text)
            if start_ms <= place * script.AUDIO_MS_PER_CHARACTER < start_ms + script.CHUNK_MS
        ]
        letters, times = "".join(letter for letter, _ in inside), tuple(at_ms for _, at_ms in inside)
        chunks.append(Chunk(audio[start : start + size], start_ms, letters, times))
    return chunks


def speak(
    vendors: Vendors,
    visitor: Visitor,
    request: Request,
    rendered: Callable[[Chunk], bytes],
    content_type: bytes,
) -> None:
    """ElevenLabs by HTTP: one text, one answer in pieces."""
    utterance = vendors.utter(msgspec.json.decode(request.body)["text"])
    due = now() + script.FIRST_AUDIO_MS / 1000
    first, *others = (rendered(chunk) for chunk in chunks_of(utterance))

    def begin() -> None:
        vendors.sounded(utterance)
        visitor.begin(content_type)
        visitor.piece(first)

    vendors.clock.at(due, begin)
    for piece in others:
        due += script.CHUNK_EVERY_MS / 1000
        vendors.clock.at(due, visitor.piece, piece)
    vendors.clock.at(due + script.CHUNK_EVERY_MS / 1000, visitor.end)


def _raw(chunk: Chunk) -> bytes:
    return chunk.mulaw


def _timed(chunk: Chunk) -> bytes:
    lasts = script.AUDIO_MS_PER_CHARACTER
    alignment = {
        "characters": list(chunk.letters),
        "character_start_times_seconds": [at_ms / 1000 for at_ms in chunk.starts_ms],
        "character_end_times_seconds": [(at_ms + lasts) / 1000 for at_ms in chunk.starts_ms],
    }
    return _encode({"audio_base64": chunk.mulaw, "alignment": alignment}) + b"\n"


class VoiceSocket:
    """ElevenLabs' socket for several contexts at once, in automatic mode: every text is spoken as soon as it comes."""

    def __init__(self, vendors: Vendors, visitor: Visitor, request: Request) -> None:
        self._vendors, self._visitor = vendors, visitor
        self._is_pcm = "output_format=pcm_8000" in request.target
        self._free_at: dict[str, float] = {}
        visitor.upgrade(request, self._take)

    def _take(self, opcode: int, payload: bytes) -> None:
        order = msgspec.json.decode(payload)
        context, text = order.get("context_id"), order.get("text", "")
        if order.get("close_context"):
            self._vendors.clock.at(self._free_at.pop(context, 0.0), self._finish, context)
        elif text.strip():
            self._say(context, text)

    def _say(self, context: str, text: str) -> None:
        utterance, moment = self._vendors.utter(text), now()
        due = max(moment + script.FIRST_AUDIO_MS / 1000, self._free_at.get(context, 0.0))
        for chunk in chunks_of(utterance):
            self._vendors.clock.at(due, self._send, context, chunk, utterance)
            due += script.CHUNK_EVERY_MS / 1000
        self._free_at[context] = due

    def _send(self, context: str, chunk: Chunk, utterance: Utterance) -> None:
        self._vendors.sounded(utterance)
        audio = to_pcm(chunk.mulaw) if self._is_pcm else chunk.mulaw
        alignment = {
            "chars": list(chunk.letters),
            "charStartTimesMs": [at_ms - chunk.start_ms for at_ms in chunk.starts_ms],
            "charDurationsMs": [script.AUDIO_MS_PER_CHARACTER] * len(chunk.letters),
        }
        said = {"audio": base64.b64encode(audio).decode(), "isFinal": None, "contextId": context}
        self._visitor.send(_encode(said | {"alignment": alignment, "normalizedAlignment": alignment}))

    def _finish(self, context: str) -> None:
        self._visitor.send(_encode({"isFinal": True, "contextId": context}))
