"""Conversations as scripts of events in virtual time: the real engine and playout, a modelled carrier, no waiting.

The voice takes 60 ms a character and is ready at once; the carrier is the simulated network's loudspeaker, so marks
come back exactly when their audio has been played, or when it was cleared.
"""

import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Self, TypeVar, cast

from domain.conversations import ConversationPlan, ConversationReport, Verdict
from domain.outcomes import BusinessOutcome
from domain.transcripts import WordTime
from media.audio.playout import BYTES_PER_MS, Playout
from media.carriers import stream
from media.carriers.carrier_socket import CarrierSocket
from media.engine import actions
from media.engine.conversation import begin, step
from media.engine.events import (
    Event,
    Gone,
    Hearing,
    Judged,
    Key,
    ModelDone,
    ModelText,
    NotStored,
    Played,
    Started,
    Store,
    Stored,
    Synthesised,
    TimePassed,
    ToolCall,
    Words,
)
from media.engine.resuming import snapshot_of
from media.engine.state import Conversation, Floor, Phase, is_over, wake_at
from media.live.sending import Sender
from media.recording.flight import Flight, Happened
from media.recording.recordings import Unrecorded
from simulators.phone_network.playout import Speaker
from tests.media.invariants import Step, Witness
from tests.media.plans import plan as usual_plan

MS_PER_CHARACTER = 60
FOREVER = 10**9
BEGAN_AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
A = TypeVar("A")


@dataclass
class _Wire:
    """A stream's wire into the loudspeaker, without messages."""

    speaker: Speaker
    returned: deque[str] = field(default_factory=deque)

    def media(self, audio: bytes, now: float) -> stream.Messages:
        self.speaker.accept(audio)
        return ()

    def mark(self, name: str) -> stream.Messages:
        self.returned += self.speaker.mark(name)
        return ()

    def clear(self) -> stream.Messages:
        self.returned += self.speaker.clear()
        return ()

    def overdue(self, now: float) -> stream.Messages:
        return ()


@dataclass
class Script:
    """One conversation; `at` moves time, the other methods let something happen now. Every step is held to the invariants.

    voice_is_away: it stops in the middle of each clause, without a word; verdict_is_away: Judge is never answered;
    times_are_known: the voice tells when each of its words ends.
    """

    plan: ConversationPlan = field(default_factory=usual_plan)
    verdict: Verdict = field(default_factory=lambda: Verdict(BusinessOutcome.NONE))
    record_is_away: bool = False
    marks_are_lost: bool = False
    voice_is_away: bool = False
    verdict_is_away: bool = False
    times_are_known: bool = False
    now: int = 0
    done: list[tuple[int, actions.Action]] = field(default_factory=list)

    def __post_init__(self) -> None:
        begun_at = BEGAN_AT + timedelta(milliseconds=self.now)
        self.state: Conversation = begin(self.plan, begun_at)
        self.flight = Flight(self.plan, begun_at, is_complete=True)
        self.playout = Playout()
        self.speaker = Speaker()
        self.wire = _Wire(self.speaker)
        self.sender = Sender(
            self.plan.attempt_id,
            cast("CarrierSocket", None),  # nothing is written: the wire's messages are none
            self.playout,
            tell=self._told,
            now=lambda: self.now,
            spoke=lambda _: None,
            wake=lambda: None,
        )
        self.sender.begin(self.wire, Unrecorded())
        self._waiting: deque[Event] = deque()
        self.witness = Witness()
        self.handle(Started())

    def cut_off(self, away_ms: int = 2_000) -> "Script":
        """The process is lost now; another goes on with the conversation so much later."""
        plan = replace(
            self.plan,
            epoch=self.plan.epoch + 1,
            cut_off=snapshot_of(self.state, self.now) or self.plan.cut_off,
        )
        return Script(plan, self.verdict, now=self.now + away_ms)

    def at(self, ms: int) -> Self:
        """Let time pass until this millisecond of the call."""
        while self.now < ms:
            self._advance(min(ms, self._next_moment()))
        return self

    def later(self, ms: int) -> Self:
        """Let this many milliseconds pass."""
        return self.at(self.now + ms)

    def until_silent(self) -> Self:
        """Let the agent finish what it is saying."""
        while self.sounds:
            self._advance(self._next_moment())
        return self.later(40)

    def handle(self, event: Event) -> Self:
        """Something happens now; what comes of it at once follows when all that it asks for is done, as in a live call."""
        self._waiting.append(event)
        if len(self._waiting) > 1:
            return self
        while self._waiting:
            self._step(self._waiting[0])
            self._waiting.popleft()
        return self

    def _step(self, event: Event) -> None:
        before = self.state
        self.state, wanted = step(before, event, self.now)
        self.witness.see(Step(before, event, self.state, wanted, self.now))
        self.flight.entries.append(Happened(self.now, event, wanted))
        for action in wanted:
            self.done.append((self.now, action))
            self._do(action)

    def starts(self, text: str) -> Self:
        """The person begins to speak."""
        return self.handle(Words(Hearing.STARTED, text))

    def goes_on(self, text: str) -> Self:
        """The person's turn is longer now."""
        return self.handle(Words(Hearing.INTERIM, text))

    def says(self, text: str) -> Self:
        """The person speaks a whole turn, at 60 ms a character."""
        self.starts(text.split()[0]).later(len(text) * MS_PER_CHARACTER)
        return self.handle(Words(Hearing.FINAL, text))

    def key(self, digit: str) -> Self:
        """The person presses a key."""
        return self.handle(Key(digit))

    def model_says(self, text: str, *tools: tuple[str, str]) -> Self:
        """The model answers the last question it was asked."""
        reply = self.asked().reply
        self.handle(ModelText(reply, text))
        for name, argument in tools:
            self.handle(ToolCall(reply, name, argument))
        return self.handle(ModelDone(reply))

    def hangs_up(self) -> Self:
        """The person hangs up."""
        return self.handle(Gone())

    def all_of(self, kind: type[A]) -> list[A]:
        """Every action of a kind so far."""
        return [action for _, action in self.done if isinstance(action, kind)]

    def asked(self) -> actions.Ask:
        """The last question to the model."""
        return self.all_of(actions.Ask)[-1]

    def spoken(self) -> list[str]:
        """Every clause given to the voice."""
        return [action.text for action in self.all_of(actions.Speak)]

    def report(self) -> ConversationReport:
        """The one report."""
        (report,) = {id(a.report): a.report for a in self.all_of(actions.Notify)}.values()
        return report

    def transcript(self) -> list[str]:
        """Who said what."""
        return [f"{turn.speaker}: {turn.text}" for turn in self.state.transcript]

    def voice_says(self, reply: int, text: str) -> None:
        """The voice turns a clause into audio."""
        clause = self.playout.clause(reply, text)
        audio_ms = len(text) * MS_PER_CHARACTER // (2 if self.voice_is_away else 1)
        clause.audio += b"\x00" * (audio_ms * BYTES_PER_MS)
        if self.times_are_known:
            ends = [word.end() for word in re.finditer(r"\S+", text)]
            clause.words += [WordTime(at, at * MS_PER_CHARACTER) for at in ends]
        if not self.voice_is_away:
            self.handle(Synthesised(reply, clause.end()))
        self._pump()

    @property
    def sounds(self) -> bool:
        """Something of ours is being played, or waits to be."""
        return self.speaker.waiting_ms > 0 or not self.playout.idle

    def _next_moment(self) -> int:
        """The next frame while something sounds, and the next deadline."""
        wake, frame = wake_at(self.state), (self.now // 20 + 1) * 20
        if wake is None:
            return frame if self.sounds else FOREVER
        wake = max(wake, self.now + 1)
        return min(wake, frame) if self.sounds else wake

    def _advance(self, to: int) -> None:
        self.now = to
        if to % 20 == 0:
            _, marks = self.speaker.play()
            self._return(marks)
            self._pump()
        wake = wake_at(self.state)
        if wake is not None and wake <= self.now:
            self.handle(TimePassed())

    def _pump(self) -> None:
        self.sender.pump()
        self._deliver()

    def _deliver(self) -> None:
        """Marks come back after what was sent with them was told, as over a wire."""
        while self.wire.returned:
            self._return([self.wire.returned.popleft()])

    def _told(self, event: Event) -> None:
        self.handle(event)

    def _return(self, marks: list[str]) -> None:
        for mark in marks:
            if (reply := self.playout.mark_returned(mark)) and not self.marks_are_lost:
                self.handle(Played(reply))

    def _do(self, action: actions.Action) -> None:
        match action:
            case actions.Speak(reply, text):
                self.voice_says(reply, text)
            case action if isinstance(action, actions.Playing):
                self.sender.obey(action)
                self._deliver()
            case actions.StoreOptOut():
                self.handle(NotStored(Store.OPT_OUT) if self.record_is_away else Stored(Store.OPT_OUT))
            case actions.TakeBackOptOut():
                away = self.record_is_away
                self.handle(NotStored(Store.TAKEN_BACK) if away else Stored(Store.TAKEN_BACK))
            case actions.StoreReport():
                self.handle(NotStored(Store.REPORT) if self.record_is_away else Stored(Store.REPORT))
            case actions.Judge() if not self.verdict_is_away:
                self.handle(Judged(self.verdict))
            case _:
                return

    @property
    def floor(self) -> Floor:
        """Who speaks."""
        return self.state.floor

    @property
    def is_over(self) -> bool:
        """Everything is done and durable."""
        return is_over(self.state)

    @property
    def has_ended(self) -> bool:
        """The line is free."""
        return self.state.phase is Phase.ENDED
