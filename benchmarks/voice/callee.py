"""One callee on Twilio's media socket: 20 ms frames in real time, a playout buffer with marks, and turns to speak."""

import asyncio
import base64
from collections.abc import Callable
from typing import Any, Final

import msgspec

from benchmarks.voice import script
from benchmarks.voice.clock import Clock, now
from benchmarks.voice.frames import frame, numbers_in
from benchmarks.voice.script import Course
from benchmarks.voice.seen import Seen, Turn
from benchmarks.voice.wire import Line

_BYTES_PER_SECOND: Final = 8_000
_INTERRUPTS_AFTER: Final = (0.9, 1.3, 1.7)  # seconds into a reply, in turn


class _Payload(msgspec.Struct):
    payload: str


class _Mark(msgspec.Struct):
    name: str


class _Message(msgspec.Struct):
    event: str
    media: _Payload | None = None
    mark: _Mark | None = None


_decode: Final = msgspec.json.Decoder(_Message).decode
WhoseVoice = Callable[[int], tuple[int, int]]


class Callee:
    """Somebody who was called. sent: when each of their frames left, by its number."""

    def __init__(self, number: int, course: Course, clock: Clock, whose: WhoseVoice) -> None:
        """whose: the (call, turn) that a numbered utterance belongs to."""
        self.number, self.course = number, course
        self.sent: list[float] = []
        self.turn: Turn | None = None
        self.is_over = False
        self._clock, self._whose = clock, whose
        self._sid = f"MZ{number:032x}"
        self._line = Line(self._heard, self._ended)
        self._started = 0.0
        self._greeted = False
        self._turns = 0
        self._plays_until = 0.0
        self._reply_began = 0.0
        self._tail = b""
        self._marks: dict[str, asyncio.TimerHandle] = {}
        self._head = (
            f'{{"event":"media","sequenceNumber":"4","streamSid":"{self._sid}",'
            '"media":{"track":"inbound","chunk":"2","timestamp":"5","payload":"'
        ).encode()

    @property
    def _seen(self) -> Seen:
        return self._clock.seen

    async def pick_up(self, port: int, path: str, headers: dict[str, str]) -> None:
        """Connect the stream and start it. Raises OSError, ConnectionError."""
        await self._line.open("127.0.0.1", port, path, headers)
        self._line.send(b'{"event":"connected","protocol":"Call","version":"1.0.0"}')
        start = {
            "accountSid": "AC0", "streamSid": self._sid, "callSid": f"CA{self.number:032x}", "tracks": ["inbound"],
            "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
            "customParameters": {"call": str(self.number)},
        }  # fmt: skip
        self._send({"event": "start", "sequenceNumber": "1", "start": start, "streamSid": self._sid})
        self._started = now()
        self._clock.join(self)

    def hang_up(self) -> None:
        """Leave the call."""
        if self.is_over:
            return
        self.is_over = True
        self._clock.leave(self)
        stop = {"accountSid": "AC0", "callSid": f"CA{self.number:032x}"}
        self._send({"event": "stop", "sequenceNumber": "9", "streamSid": self._sid, "stop": stop})
        self._line.close()

    def tick(self, moment: float) -> None:
        """Send the next 20 ms."""
        place = len(self.sent)
        loud = self._speaks(place, moment)
        if self.is_over:
            return
        payload = base64.b64encode(frame(self.number, place, loud=loud))
        self._line.send(self._head + payload + b'"}}')
        self.sent.append(now())
        turn = self.turn
        if turn is not None and loud:
            if place == turn.frames[0]:
                turn.onset = self.sent[-1]
            if place == turn.frames[1]:
                turn.ended = self.sent[-1]

    def _speaks(self, place: int, moment: float) -> bool:
        """Whether this frame is speech; begins the next turn when it is time for it."""
        turn = self.turn
        if turn is not None and place <= turn.frames[1]:
            return True
        if turn is not None and turn.replied is None:
            if moment - self.sent[turn.frames[1]] < script.PATIENCE_MS / 1000:
                return False
            self._seen.lost += 1
        elif not self._greeted and moment - self._started < script.PATIENCE_MS / 1000:
            return False
        elif self._is_done() and not self.course.waits:
            self.hang_up()
            return False
        elif self._wants_to_interrupt(moment):
            return self._begin_turn(place, interrupts=True)
        elif moment < self._plays_until + script.PAUSE_MS / 1000:
            return False
        if self._is_done():
            self.hang_up()
            return False
        return self._begin_turn(place, interrupts=False)

    def _is_done(self) -> bool:
        return self.course.turns is not None and self._turns >= self.course.turns

    def _wants_to_interrupt(self, moment: float) -> bool:
        if not self.course.interrupts or not self._turns or moment > self._plays_until:
            return False
        after = _INTERRUPTS_AFTER[(self.number + self._turns) % len(_INTERRUPTS_AFTER)]
        return moment - self._reply_began > after

    def _begin_turn(self, place: int, *, interrupts: bool) -> bool:
        self._turns += 1
        self.turn = Turn(self.number, self._turns, (place, place + script.SPEECH_FRAMES - 1), interrupts)
        return True

    def _heard(self, message: bytes) -> None:
        moment = now()
        parsed = _decode(message)
        if parsed.media is not None:
            self._play(base64.b64decode(parsed.media.payload), moment)
        elif parsed.mark is not None:
            name, played = parsed.mark.name, max(moment, self._plays_until)
            self._marks[name] = self._clock.at(played, self._return_mark, name)
        elif parsed.event == "clear":
            self._clear(moment)

    def _play(self, audio: bytes, moment: float) -> None:
        numbers, self._tail = numbers_in(self._tail + audio)
        plays_from = max(moment, self._plays_until)
        late_ms, begins = max(0.0, moment - self._plays_until) * 1000, False
        for source, number in numbers:
            call, turn = self._whose(source)
            if call not in (0, self.number):
                self._seen.crossed += 1
            begins = begins or self._begins(turn, number, plays_from)
            self._seen.outgoing.append(0.0 if begins else late_ms)
        self._plays_until = plays_from + len(audio) / _BYTES_PER_SECOND

    def _begins(self, number: int, place: int, moment: float) -> bool:
        """Note the first frame of the greeting or of the reply that is awaited."""
        turn = self.turn
        if not self._greeted and number == place == 0:
            self._greeted = True
            self._seen.greetings.append((moment - self._started) * 1000)
            return True
        if turn is None or turn.number != number or turn.replied is not None or turn.ended is None:
            return False
        turn.audible_until = self._plays_until
        turn.replied = self._reply_began = moment
        self._seen.turns.append(turn)
        return True

    def _clear(self, moment: float) -> None:
        """Play nothing of what waits; as the carrier does, return every mark at once."""
        self._plays_until = min(self._plays_until, moment)
        for name, handle in tuple(self._marks.items()):
            handle.cancel()
            self._return_mark(name)

    def _return_mark(self, name: str) -> None:
        del self._marks[name]
        self._send({"event": "mark", "streamSid": self._sid, "sequenceNumber": "5", "mark": {"name": name}})

    def _send(self, message: dict[str, Any]) -> None:
        self._line.send(msgspec.json.encode(message))

    def _ended(self) -> None:
        if not self.is_over:
            self.is_over = True
            self._seen.broken += 1
            self._clock.leave(self)
