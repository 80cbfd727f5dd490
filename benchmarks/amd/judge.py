"""One call through the product's own ears and engine, in simulated time: frames in, who answered and when it knew out."""

import heapq
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Final

from benchmarks.amd.calls import OPENING_MS, Call
from domain.conversations import AnsweredBy, ConversationPlan, Verdict
from domain.identifiers import AccountId, AttemptId, CallId
from domain.outcomes import BusinessOutcome
from media.audio.line_sounds import Tone
from media.audio.tones import LineSounds
from media.audio.voice_activity import FRAME_BYTES, FRAME_MS
from media.engine import actions
from media.engine.conversation import begin, step
from media.engine.events import (
    Began,
    Cut,
    Event,
    Judged,
    ModelDone,
    ModelText,
    Played,
    Started,
    Store,
    Stored,
    Synthesised,
    TimePassed,
)
from media.engine.state import Machine, Phase, is_over, wake_at

_BEGAN_AT: Final = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
_MS_PER_CHARACTER: Final = 60
_OPENING: Final = "x" * (OPENING_MS // _MS_PER_CHARACTER)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one call.

    found: the class at its end; decided_ms: since the first sound, until the side (person or machine) that it ended
    on was taken, None if undecided; was_lost: it was treated as a machine at any time.
    """

    call: str
    truth: AnsweredBy
    found: AnsweredBy
    decided_ms: int | None
    was_lost: bool
    beeps: tuple[tuple[int, bool], ...]


def sounds_of(audio: bytes) -> list[tuple[int, Event]]:
    """What the ears make of a line: voices and tones with the time at which they are known."""
    ears, found = LineSounds(), list[tuple[int, Event]]()
    for place in range(len(audio) // FRAME_BYTES):
        events = ears.frame(audio[place * FRAME_BYTES : (place + 1) * FRAME_BYTES])
        found += [((place + 1) * FRAME_MS, event) for event in events]
    return found


def judge(call: Call, sounds: list[tuple[int, Event]], *, words: bool) -> Judgement:
    """Let the engine hold this call; an agent of one opening stands behind it, and a line that plays everything."""
    engine = _Engine(call.language, list(sounds) + (list(call.words) if words else []))
    engine.run(until=len(call.audio) // FRAME_BYTES * FRAME_MS)
    found = engine.answered_by
    side = engine.history[-1] if engine.history else None
    decided = None if side is None or side[1] is None else max(0, side[0] - call.first_sound_ms)
    return Judgement(call.name, call.answered_by, found, decided, engine.was_machine, tuple(engine.beeps))


@dataclass
class _Engine:
    language: str
    heard: list[tuple[int, Event]]
    was_machine: bool = False
    history: list[tuple[int, bool | None]] = field(default_factory=list)
    beeps: list[tuple[int, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        plan = ConversationPlan(
            AccountId("acc"), CallId("call"), AttemptId("call-1"), None, "call/direct/call",
            opening=_OPENING, voicemail="x" * 60, closing="x" * 30, language=self.language,
        )  # fmt: skip
        self._state = begin(plan, _BEGAN_AT)
        self._order = count()
        self._agenda: list[tuple[int, int, Event]] = []
        self._current = 0
        for at, event in [(0, Started()), *self.heard]:
            self._plan(at, event)

    @property
    def answered_by(self) -> AnsweredBy:
        return self._state.answered_by

    def run(self, until: int) -> None:
        """Let everything happen in order, deadlines included."""
        while not is_over(self._state):
            wake = wake_at(self._state)
            if wake is not None and (not self._agenda or wake <= self._agenda[0][0]):
                self._plan(wake, TimePassed())
            at, _, event = heapq.heappop(self._agenda)
            if at > until:
                return
            self._happen(at, event)

    def _plan(self, at: int, event: Event) -> None:
        heapq.heappush(self._agenda, (at, next(self._order), event))

    def _happen(self, at: int, event: Event) -> None:
        if isinstance(event, Tone) and event.is_beep:
            self.beeps.append((at, self._state.machine is Machine.GREETING))
        if isinstance(event, Played) and event.reply != self._current:
            return
        self._state, wanted = step(self._state, event, at)
        for action in wanted:
            self._do(at, action)
        self._note_side(at)

    def _note_side(self, at: int) -> None:
        if self._state.phase is not Phase.ENDED and self._state.machine is not Machine.NONE:
            self.was_machine = True
        known = self.answered_by
        side = None if known is AnsweredBy.UNKNOWN else known is AnsweredBy.PERSON
        if not self.history or self.history[-1][1] is not side:
            self.history.append((at, side))

    def _do(self, at: int, action: actions.Action) -> None:
        match action:
            case actions.Speak(reply, text):
                lasts = len(text) * _MS_PER_CHARACTER
                self._current = reply
                self._plan(at, Synthesised(reply, lasts))
                self._plan(at, Began(reply))
                self._plan(at + lasts, Played(reply))
            case actions.Ask(reply):
                self._plan(at + 300, ModelText(reply, "x" * 30 + "."))
                self._plan(at + 300, ModelDone(reply))
            case actions.Cancel():
                self._current = 0
            case actions.Clear(reply):
                self._plan(at, Cut(reply, ""))
            case actions.Judge():
                self._plan(at, Judged(Verdict(BusinessOutcome.NONE)))
            case actions.StoreReport():
                self._plan(at, Stored(Store.REPORT))
            case actions.StoreOptOut():
                self._plan(at, Stored(Store.OPT_OUT))
            case actions.TakeBackOptOut():
                self._plan(at, Stored(Store.TAKEN_BACK))
            case _:
                return
