"""OpenAI's realtime models: µ-law 8 kHz in and out over one socket for a call.

They never answer or fall silent by themselves here: when to do so is decided by the conversation. Wire format: OpenAI's
realtime reference (/v1/realtime?model=…), as the SDK 3.52 states it.
"""

from base64 import b64decode
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, Final
from urllib.parse import quote

import msgspec
import structlog

from providers.errors import ProviderUnavailable
from providers.language_models.contract import ToolRequest
from providers.language_models.tool_calls import arguments_of
from providers.payloads import Reader
from providers.speech.contract import Heard
from providers.speech.openai_socket import VendorError, append, open_session
from providers.speech.recogniser_socket import SILENCE, ListeningSocket, Quiet
from providers.speech_to_speech.contract import (
    AudioPiece,
    ReplyDone,
    ReplyFailed,
    ReplyNews,
    ReplyTool,
    SessionLost,
    SessionRequest,
    SpokenText,
)
from providers.speech_to_speech.limits import Limits
from providers.speech_to_speech.realtime_configuration import RealtimeSettings, configuration
from providers.speech_to_speech.realtime_turns import Turns

log = structlog.get_logger()

_BYTES_PER_MS: Final = 8
_TRANSCRIPTION: Final = "conversation.item.input_audio_transcription."
_FUNCTION_RESULT: Final = "Noted; it is done once your reply is heard."


class _Item(msgspec.Struct):
    id: str = ""


class _Response(msgspec.Struct):
    id: str = ""
    status: str = ""
    metadata: dict[str, str] | None = None


class _Message(msgspec.Struct):
    type: str
    item_id: str = ""
    response_id: str = ""
    call_id: str = ""
    name: str = ""
    arguments: str = ""
    delta: str = ""
    transcript: str = ""
    item: _Item | None = None
    response: _Response | None = None
    error: VendorError | None = None


_read = Reader(_Message)


class RealtimeModels:
    """Opens sessions at OpenAI."""

    def __init__(self, settings: RealtimeSettings) -> None:
        self._settings = settings

    def renew(self, settings: RealtimeSettings) -> None:
        """Open the next session by these; those that are open stay as they are."""
        self._settings = settings

    async def open(self, request: SessionRequest) -> "RealtimeSession":
        """A fresh session. Raises ProviderUnavailable, ProviderThrottled, CredentialsRefused, ProviderRefused."""
        settings = self._settings
        socket = await open_session(
            f"{settings.ws_url}/realtime?model={quote(settings.model)}",
            settings.api_key,
            configuration(settings, request),
            answer_seconds=settings.answer_seconds,
        )
        return RealtimeSession(socket, settings)


class RealtimeSession:
    """One session at OpenAI."""

    def __init__(self, socket: ListeningSocket, settings: RealtimeSettings) -> None:
        self._socket = socket
        self._settings = settings
        self._turns = Turns()
        self._quiet = Quiet(self._while_quiet)
        self._limits = Limits(socket)
        self._hear: Callable[[ReplyNews], None] = _nobody
        self._active = 0  # the reply that the service is making; it makes one at a time
        self._waiting: int | None = None
        self._text_of = ""  # the message whose words came last
        self._cancelled: set[int] = set()
        self._unsaid: set[int] = set()
        self._numbers: dict[str, int] = {}
        self._items: dict[int, dict[str, int]] = {}  # of each reply, with the bytes of their audio
        self._notes: tuple[str, ...] = ()
        self._phrases: dict[int, str] = {}

    def tell_replies_to(self, hear: Callable[[ReplyNews], None]) -> None:
        """Who learns what becomes of replies."""
        self._hear = hear

    # The ear

    def feed(self, audio: bytes) -> None:
        """Hear this next; a socket that has taken nothing for seconds is given up."""
        self._quiet.fed()
        self._socket.send_text(append(audio))

    def finalize(self) -> None:
        """Take what was said so far as a turn."""
        if self._turns.voice_is_on:
            self._say("input_audio_buffer.commit")

    async def heard(self) -> AsyncIterator[Heard]:
        """The ear's news, as it comes. Raises ProviderUnavailable."""
        self._limits.expect_life(self._settings.pulse_seconds, self._probe)
        try:
            async for message in self._socket.messages():
                self._limits.is_alive()
                for news in self._take(_read.decode(message)):
                    yield news
        except (
            ProviderUnavailable,
            msgspec.DecodeError,
            ValueError,
        ) as error:  # the last: audio that is none
            for news in self._turns.lost():
                yield news
            self._hear(SessionLost())
            raise ProviderUnavailable("The realtime session broke off.") from error

    async def close(self) -> None:
        """Let the session go."""
        self._quiet.stop()
        self._limits.stop()
        await self._socket.close()

    def _while_quiet(self) -> None:
        """Silence ends a voice that was heard; it costs, and the service needs no other sign of life."""
        if self._turns.voice_is_on:
            self._socket.send_text(append(SILENCE))

    def _probe(self) -> None:
        """Ask for any answer; changes nothing."""
        self._say("session.update", session={"type": "realtime"})

    # The voice

    def ask(self, reply: int, notes: Sequence[str] = (), found: Sequence[str] = ()) -> None:
        """Answer what was heard."""
        for note in notes:
            if note not in self._notes:
                self._create({"role": "system", "content": [{"type": "input_text", "text": note}]})
        self._notes = tuple(notes)
        for data in found:
            self._create({"role": "user", "content": [{"type": "input_text", "text": data}]})
        if self._active:
            self._waiting = reply
        else:
            self._respond(reply)

    def typed(self, keys: str) -> None:
        """The person pressed these keys."""
        self._create({"role": "user", "content": [{"type": "input_text", "text": keys}]})

    def cancel(self, reply: int) -> None:
        """Say no more of this reply."""
        self._cancelled.add(reply)
        if self._waiting == reply:
            self._waiting = None
        if self._active == reply:
            self._limits.expect("reply", self._settings.first_sound_seconds)
            self._say("response.cancel")

    def was_heard(self, reply: int, heard_ms: int) -> None:
        """Only so much of a reply was heard."""
        if heard_ms <= 0:
            self._unsaid.add(reply)
        left_ms = heard_ms
        for item, audio_bytes in self._items.get(reply, {}).items():
            lasts_ms = audio_bytes // _BYTES_PER_MS
            if left_ms <= 0 and (lasts_ms or heard_ms <= 0):
                self._say("conversation.item.delete", item_id=item)
            elif 0 < left_ms < lasts_ms:
                self._say("conversation.item.truncate", item_id=item, content_index=0, audio_end_ms=left_ms)
            left_ms -= lasts_ms

    def said(self, reply: int, text: str) -> None:
        """Another voice says this; what was told of it before is replaced."""
        before = self._phrases.pop(reply, None)
        if text:
            item = self._phrases[reply] = f"said_{reply}" if before is None else f"heard_{reply}"
            content = [{"type": "output_text", "text": text}]
            self._create({"id": item, "role": "assistant", "content": content}, after=before)
        if before is not None:
            self._say("conversation.item.delete", item_id=before)

    def _respond(self, reply: int) -> None:
        self._active, self._text_of = reply, ""
        self._limits.expect("reply", self._settings.first_sound_seconds)
        self._say("response.create", response={"metadata": {"reply": str(reply)}})

    # The service's messages

    def _take(self, message: _Message) -> list[Heard]:
        kind = message.type
        if kind == "response.output_audio.delta":
            self._audio(message)
        elif kind.startswith("response."):
            self._take_of_reply(message)
        elif kind == "input_audio_buffer.speech_started":
            return self._turns.voice_began()
        elif kind == "input_audio_buffer.committed":
            self._limits.expect("words", self._settings.words_seconds)
            return self._turns.turn_ended(message.item_id)
        elif kind.startswith(_TRANSCRIPTION):
            return self._read_words(message)
        elif kind == "error":  # the session goes on; when it does not, the socket says so
            log.warning("realtime.error", code=message.error and message.error.code)
        return []

    def _read_words(self, message: _Message) -> list[Heard]:
        match message.type.removeprefix(_TRANSCRIPTION):
            case "completed":
                text: str | None = message.transcript.strip()
                if not text:  # a noise; the model need not wonder about it later
                    self._say("conversation.item.delete", item_id=message.item_id)
            case "failed":
                text = None
                log.warning("realtime.unreadable", code=message.error and message.error.code)
            case _:
                return []
        news = self._turns.read(message.item_id, text)
        self._limits.met("words")
        if self._turns.words_are_owed:
            self._limits.expect("words", self._settings.words_seconds)
        return news

    def _audio(self, message: _Message) -> None:
        if reply := self._wanted(message):
            audio = b64decode(message.delta)
            items = self._items.setdefault(reply, {})
            items[message.item_id] = items.get(message.item_id, 0) + len(audio)
            self._hear(AudioPiece(reply, audio))

    def _text(self, message: _Message) -> None:
        if reply := self._wanted(message):
            follows = self._text_of not in ("", message.item_id)
            self._text_of = message.item_id
            self._hear(SpokenText(reply, f" {message.delta}" if follows else message.delta))

    def _take_of_reply(self, message: _Message) -> None:
        match message.type.removeprefix("response."):
            case "created":
                self._created(message.response or _Response())
            case "output_item.added":
                self._item_added(message)
            case "output_audio_transcript.delta":
                self._text(message)
            case "function_call_arguments.done":
                self._tool_wanted(message)
            case "done":
                self._done(message.response or _Response())

    def _created(self, response: _Response) -> None:
        number = (response.metadata or {}).get("reply", "")
        if number.isdecimal():
            self._numbers[response.id] = int(number)

    def _wanted(self, message: _Message) -> int:
        """The reply that this belongs to; 0 for one that was cancelled."""
        reply = self._numbers.get(message.response_id, 0)
        if reply in self._cancelled:
            return 0
        self._limits.met("reply")
        return reply

    def _item_added(self, message: _Message) -> None:
        reply, item = self._numbers.get(message.response_id, 0), message.item or _Item()
        self._items.setdefault(reply, {}).setdefault(item.id, 0)
        if reply in self._unsaid:
            self._say("conversation.item.delete", item_id=item.id)

    def _tool_wanted(self, message: _Message) -> None:
        if reply := self._wanted(message):
            output = {"type": "function_call_output", "call_id": message.call_id, "output": _FUNCTION_RESULT}
            self._say("conversation.item.create", item=output)
            request = ToolRequest(message.name, arguments_of(message.arguments), message.call_id)
            self._hear(ReplyTool(reply, request))

    def _done(self, response: _Response) -> None:
        """A reply is over; the next that was asked for meanwhile may begin."""
        reply = self._numbers.pop(response.id, 0)
        if reply == self._active:
            self._active = 0
            self._limits.met("reply")
        if reply and reply not in self._cancelled:
            if response.status != "completed":
                log.warning("realtime.reply_broke_off", status=response.status)
            self._hear(ReplyDone(reply) if response.status == "completed" else ReplyFailed(reply))
        if not self._active and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._respond(waiting)

    def _create(self, item: dict[str, Any], after: str | None = None) -> None:
        place = {} if after is None else {"previous_item_id": after}
        self._say("conversation.item.create", item={"type": "message"} | item, **place)

    def _say(self, kind: str, **fields: Any) -> None:
        self._socket.send_text(msgspec.json.encode({"type": kind} | fields))


def _nobody(news: ReplyNews) -> None:
    """Nobody listens before the call begins, and nothing was asked by then."""
