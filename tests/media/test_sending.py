"""The agent's audio on its way to the carrier: what is sent when, what is told, and a socket that takes nothing."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest
from websockets.protocol import State

from domain.identifiers import AttemptId
from media.audio.playout import BYTES_PER_MS, Playout
from media.engine import actions
from media.engine.events import Began, Cut, Ending, Event, Synthesised
from media.live.sending import Sender

SECOND = b"\x55" * 1_000 * BYTES_PER_MS


class Composer:
    """Writes what it is asked for, with the time."""

    def media(self, audio: bytes, now: float) -> tuple[bytes, ...]:
        return (b"media %d at %d" % (len(audio) // BYTES_PER_MS, now),)

    def mark(self, name: str) -> tuple[bytes, ...]:
        return (b"mark",)

    def clear(self) -> tuple[bytes, ...]:
        return (b"clear",)

    def overdue(self, now: float) -> tuple[bytes, ...]:
        return (b"overdue at %d" % now,)


@dataclass
class Line:
    """A sender over a socket that remembers; buffers 200 ms at the far end, in pieces of 100."""

    now: float = 0.0
    state: State = State.OPEN
    unsent: int = 0
    is_aborted: bool = False
    is_awake: bool = False
    written: list[bytes] = field(default_factory=list)
    told: list[Event] = field(default_factory=list)
    playout: Playout = field(default_factory=Playout)
    recorded: list[tuple[object, ...]] = field(default_factory=list)
    spoken: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sender = Sender(
            AttemptId("call_1-1"),
            cast("Any", self),
            self.playout,
            tell=self.told.append,
            now=lambda: self.now,
            spoke=self.spoken.append,
            wake=self._wakes,
        )

    @property
    def protocol(self) -> Any:
        return SimpleNamespace(state=self.state, send_text=self.written.append)

    @property
    def transport(self) -> Any:
        return SimpleNamespace(get_write_buffer_size=lambda: self.unsent, abort=self._aborts)

    def send_data(self) -> None: ...

    def _aborts(self) -> None:
        self.is_aborted = True

    def _wakes(self) -> None:
        self.is_awake = True

    def begins(self) -> "Line":
        recording = SimpleNamespace(
            agent=lambda audio, now: self.recorded.append((len(audio) // BYTES_PER_MS, now)),
            cleared=lambda now: self.recorded.append(("cleared", now)),
        )
        self.sender.begin(Composer(), cast("Any", recording))
        return self

    def says(self, audio: bytes = SECOND) -> "Line":
        """A reply of one clause, released and complete."""
        clause = self.playout.clause(1, "We do.")
        clause.audio += audio
        clause.end()
        self.sender.obey(actions.Complete(1))
        self.written.clear()
        self.sender.obey(actions.Release(1))
        return self

    def passes(self, ms: float) -> list[bytes]:
        """What is written at the clock's next beat after so long."""
        self.now += ms
        self.written.clear()
        self.sender.send_what_is_due()
        return self.written


def test_as_much_is_sent_at_once_as_the_far_end_takes_and_then_by_the_clock() -> None:
    line = Line(now=500.0).begins().says()
    assert [b"media 100 at 500", b"media 100 at 500", b"overdue at 500"] == line.written
    assert [b"overdue at 520"] == line.passes(20)
    assert [b"media 100 at 600", b"overdue at 600"] == line.passes(80)
    assert ([Began(1), Ending(1)], True) == (line.told, line.is_awake)


def test_nothing_leaves_before_the_stream_has_begun() -> None:
    assert ([], []) == ((line := Line()).says().written, line.passes(20))


def test_what_is_held_is_not_sent_and_goes_on_at_once() -> None:
    line = Line().begins().says()
    line.sender.obey(actions.Hold())
    assert [b"overdue at 500"] == [text for text in line.passes(500) if b"at" in text]
    line.is_awake = False
    line.sender.obey(actions.Resume())
    assert b"media 100 at 500" in line.written
    assert line.is_awake


def test_a_reply_that_is_over_ends_with_a_mark_and_the_clock_may_rest() -> None:
    line = Line().begins()
    line.says(SECOND[: 50 * BYTES_PER_MS])
    assert [b"media 50 at 0", b"mark", b"overdue at 0"] == line.written
    assert not line.is_awake


def test_a_reply_that_is_heard_already_ends_when_it_is_said_to_be_complete() -> None:
    line = Line().begins()
    line.sender.obey(actions.Release(1))
    clause = line.playout.clause(1, "We do.")
    clause.audio += SECOND[: 50 * BYTES_PER_MS]
    clause.end()
    line.sender.feed()
    assert b"mark" not in line.written
    line.sender.obey(actions.Complete(1))
    assert b"mark" in line.written


def test_what_is_cleared_is_told_as_far_as_it_was_heard() -> None:
    line = Line().begins().says(SECOND[: 100 * BYTES_PER_MS])
    line.now = 400.0
    line.sender.obey(actions.Clear(1))
    assert (b"clear", Cut(1, "We do.")) == (line.written[-1], line.told[-1])


def test_what_is_sent_is_recorded_and_told_to_the_ear_and_what_is_taken_back_is_not() -> None:
    """The recording is of what was heard; the ear tells our own sound from the person's."""
    line = Line(now=300.0).begins().says()
    line.now = 340.0
    line.sender.obey(actions.Clear(1))
    assert [(100, 300.0), (100, 300.0), ("cleared", 340.0)] == line.recorded
    assert SECOND[: 200 * BYTES_PER_MS] == b"".join(line.spoken)
    assert [] == [text for text in line.passes(100) if text.startswith(b"media")]


def test_keys_are_a_clause_of_their_reply() -> None:
    line = Line().begins()
    line.sender.obey(actions.PressKeys(1, "1", "1"))
    (told,) = line.told
    assert isinstance(told, Synthesised)
    line.sender.obey(actions.Release(1))
    assert line.written


@pytest.mark.parametrize(("unsent", "is_dead"), [(256_000, False), (256_001, True)])
def test_a_socket_that_takes_nothing_is_given_up(unsent: int, is_dead: bool) -> None:
    line = Line(unsent=unsent).begins().says()
    assert (is_dead, not is_dead) == (line.is_aborted, bool(line.written))


@pytest.mark.parametrize("state", [State.CLOSING, State.CLOSED])
def test_nothing_is_written_to_a_socket_that_closes(state: State) -> None:
    assert [] == Line(state=state).begins().says().written
