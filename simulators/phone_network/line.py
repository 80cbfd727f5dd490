"""The callee's end of an answered call: ear, mouth and loudspeaker, 20 ms at a time.

What the person hears is only what the loudspeaker really played; what they say leaves in real time.
"""

import asyncio
from array import array
from collections.abc import Callable
from typing import Protocol

from simulators.clock import now_ms
from simulators.people.conversation import Conversation, HangUp, Press, Speak
from simulators.people.person import Person
from simulators.phone_network.call import Call, HeardText, Turn
from simulators.phone_network.dtmf_ear import KeyEar
from simulators.phone_network.line_quality import Impairment
from simulators.phone_network.playout import FRAME_BYTES, SILENCE, Speaker
from simulators.tasks import Tasks
from simulators.words import sounds
from simulators.words.ear import Ear
from simulators.words.voice import Mouth, Voice

# µ-law bytes of a magnitude below about 100 of 32768: the noise of a quiet line.
_QUIET = bytes(byte for byte in range(256) if (byte & 0x7F) >= 0x74)
_AUDIBLE_SAMPLES = 8  # louder samples in a stretch of sound that make it audible; chosen by feel
_EAR_RINGS_ON_FRAMES = 10  # silent frames the ear still gets after sound, so that it finishes its word


def is_audible(audio: bytes) -> bool:
    """Say whether µ-law audio holds more than the noise of a quiet line."""
    return len(audio.translate(None, _QUIET)) >= _AUDIBLE_SAMPLES


class Outlet(Protocol):
    """Where the callee's sound goes: the media stream that is connected at the moment."""

    @property
    def carries(self) -> int | None:
        """Its place among the call's streams, from 1; None when its line is dead and sound goes nowhere."""

    def send_audio(self, frame: bytes) -> None:
        """Send 20 ms."""

    def send_digit(self, digit: str) -> None:
        """Send one pressed key."""

    def return_marks(self, names: list[str]) -> None:
        """Report these marks as played."""


class CalleeLine:
    """One answered call at the callee's end; beaten by the ticker from answer to end."""

    def __init__(
        self,
        call: Call,
        person: Person,
        voice: Voice,
        tasks: Tasks,
        *,
        hang_up: Callable[[], None],
        keep_audio: bool = False,
    ) -> None:
        self.speaker = Speaker()
        self.outlet: Outlet | None = None
        self.kept: tuple[bytearray, bytearray] | None = (bytearray(), bytearray()) if keep_audio else None
        self._call = call
        self._person = person
        self._mouth = Mouth(voice, accent=person.voice, words_per_minute=person.words_per_minute)
        self._tasks = tasks
        self._hang_up = hang_up
        self._conversation = Conversation(person, call.answered_ms or now_ms())
        self._ear = Ear()
        self._key_ear = KeyEar()
        self._silent_frames = 0
        self._speech = b""
        self._spoken = 0
        self._speech_ends = 0
        self._impairment = Impairment(person.line, call.sid)
        self._queue_empty = asyncio.Event()
        self._late_ms = array("f")
        self.machine_has_greeted = asyncio.Event()

    def received(self, audio: bytes, now: float) -> None:
        """Audio of ours has arrived at the network: queue it and stamp it."""
        self.speaker.accept(audio)
        self._queue_empty.clear()
        turn = self._open_turn()
        if turn is not None and turn.reply_received_ms is None and is_audible(audio):
            turn.reply_received_ms = now

    def disconnected(self) -> None:
        """The stream is gone: what it had queued is heard no more."""
        self.outlet = None
        self.speaker.clear()

    def hung_up(self) -> None:
        """The call is over: note how late its beats were."""
        late = sorted(self._late_ms)
        self._call.late_p99_ms = late[int(len(late) * 0.99)] if late else None

    async def all_played(self) -> None:
        """Wait until the loudspeaker is empty."""
        if self.speaker.waiting_ms:
            self._queue_empty.clear()
            await self._queue_empty.wait()

    def beat(self, now: float, late_ms: float) -> None:
        """Live through the next 20 ms: speak, hear, react."""
        self._late_ms.append(late_ms)
        spoken = self._speak(now)
        heard = self._listen(now)
        if self.kept is not None:
            self.kept[0].extend(heard or SILENCE)
            self.kept[1].extend(spoken)
        for action in self._conversation.act(now):
            match action:
                case Speak(text, beep_after):
                    self._tasks.start(self._prepare(text, beep_after), f"speech of {self._person.name}")
                case Press(digits):
                    self._press(digits)
                case HangUp():
                    self._hang_up()

    def _speak(self, now: float) -> bytes:
        if self._speech:
            frame = self._speech[self._spoken : self._spoken + FRAME_BYTES].ljust(FRAME_BYTES, b"\xff")
        else:
            frame = self._impairment.quiet()
        frame = self._impairment.with_echo(frame)
        for arriving in self._impairment.arriving(frame):
            if self.outlet is not None:
                self.outlet.send_audio(arriving)
        if self._speech:
            self._advance_speech(now)
        return frame

    def _advance_speech(self, now: float) -> None:
        turn = self._call.turns[-1]
        if self._spoken < self._speech_ends:
            carried_by = None if self.outlet is None else self.outlet.carries
            turn.stream = carried_by if self._spoken == 0 or turn.stream == carried_by else None
        self._spoken += FRAME_BYTES
        if self._spoken >= self._speech_ends and turn.person_ended_ms is None:
            turn.person_ended_ms = now_ms()
            turn.overlapped = self.speaker.waiting_ms > 0
        if self._spoken >= len(self._speech):
            self._speech = b""
            self._conversation.spoken(now)
            self.machine_has_greeted.set()

    def _listen(self, now: float) -> bytes | None:
        frame, marks = self.speaker.play()
        self._impairment.heard(frame)
        if marks and self.outlet is not None:
            self.outlet.return_marks(marks)
        if not self.speaker.waiting_ms:
            self._queue_empty.set()
        sounds_now = frame is not None and is_audible(frame)
        if sounds_now:
            self._stamp_heard(now)
        self._silent_frames = 0 if frame is not None else self._silent_frames + 1
        words: list[str] = []
        if self._silent_frames <= _EAR_RINGS_ON_FRAMES:
            words = [*self._hear(frame or SILENCE, now), *self._hear_key(frame or SILENCE)]
        self._conversation.hear(words, sounds_now, now)
        return frame

    def _hear(self, frame: bytes, now: float) -> list[str]:
        heard = self._ear.feed(frame)
        for word in heard:
            ago_ms = self._ear.heard_ms - word.start_ms
            self._call.heard.append(HeardText(word.text, int(now - (self._call.answered_ms or now) - ago_ms)))
            self._call.missed_words += word.missed_before
        return [word.text for word in heard]

    def _hear_key(self, frame: bytes) -> list[str]:
        """A key counts as the word that people's replies know it by."""
        key = self._key_ear.feed(frame)
        self._call.keys_heard += key
        return [f"key_{key}"] if key else []

    def _stamp_heard(self, now: float) -> None:
        self._call.heard_ms += 20
        if self._call.greeting_after_answer_ms is None and self._call.answered_ms is not None:
            self._call.greeting_after_answer_ms = now - self._call.answered_ms
        turn = self._open_turn()
        if turn is not None and turn.reply_received_ms is not None and turn.reply_began_ms is None:
            turn.reply_began_ms = now

    def _open_turn(self) -> Turn | None:
        """The last turn, if the person has ended and the reply to it is still awaited or arriving."""
        turn = self._call.turns[-1] if self._call.turns else None
        if turn is None or turn.person_ended_ms is None or turn.reply_began_ms is not None:
            return None
        return turn

    async def _prepare(self, text: str, beep_after: bool) -> None:
        """Render a sentence off the beat, then begin to say it."""
        utterance = await asyncio.to_thread(self._mouth.say, text)
        audio = utterance.mulaw
        ends = max((word.end_ms for word in utterance.words), default=0) * 8
        if beep_after and self._person.machine is not None and self._person.machine.beep_hz:
            machine = self._person.machine
            audio += sounds.silence(machine.beep_after_ms) + sounds.beep(machine.beep_hz, machine.beep_ms)
            ends = len(audio)
        now = now_ms()
        self._call.said.append(HeardText(text, self._call.ms_since_answer()))
        self._call.turns.append(Turn(said=text, person_began_ms=now))
        self._speech, self._spoken, self._speech_ends = audio or SILENCE, 0, ends

    def _press(self, digits: str) -> None:
        for digit in digits:
            self._call.dtmf.append(digit)
            if self.outlet is not None:
                self.outlet.send_digit(digit)
