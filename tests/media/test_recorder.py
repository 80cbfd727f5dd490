"""What is recorded is what was played: any conversation, cut at any point, killed at any moment."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from media.recording.recorder import Recorder
from providers.recordings.segments import SEGMENT_SAMPLES, Segment
from tests.providers.recordings import sound

TICK_MS = 10
TICK = 8 * TICK_MS
SILENCE = b"\xff"


@dataclass
class Line:
    """A telephone line by the clock: what the person says and what their loudspeaker really plays.

    held_up: ticks for which the network holds the person's sound back before it comes all at once.
    """

    said: bytearray = field(default_factory=bytearray)
    heard: bytearray = field(default_factory=bytearray)
    loudspeaker: bytearray = field(default_factory=bytearray)
    on_the_way: bytearray = field(default_factory=bytearray)
    held_up: int = 0
    recorder: Recorder = field(default_factory=Recorder)
    sealed: list[Segment] = field(default_factory=list)

    @property
    def now_ms(self) -> int:
        return len(self.heard) // 8

    def tick(self) -> None:
        """Ten milliseconds pass."""
        frame = sound(TICK, seed=len(self.said) // TICK)
        self.said += frame
        self.on_the_way += frame
        self.heard += self.loudspeaker[:TICK].ljust(TICK, SILENCE)
        del self.loudspeaker[:TICK]
        self.held_up = max(0, self.held_up - 1)
        if not self.held_up:
            self.recorder.person(bytes(self.on_the_way))
            self.on_the_way.clear()
            if segment := self.recorder.full(self.now_ms):
                self.sealed.append(segment)

    def speak(self, samples: int) -> None:
        """The agent sends this much ahead."""
        audio = sound(samples, seed=9)
        self.loudspeaker += audio
        self.recorder.agent(audio, self.now_ms)

    def clear(self) -> None:
        """The agent is interrupted."""
        self.loudspeaker.clear()
        self.recorder.cleared(self.now_ms)


# What happens, and how many ticks pass after it.
_EVENTS = st.tuples(
    st.sampled_from(["speak", "clear", "hold up", "nothing"]), st.integers(1, 400), st.integers(1, 190)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_EVENTS, min_size=5, max_size=40), st.integers(0, 300), st.integers(0, 190), st.booleans())
def test_what_is_sealed_is_what_was_played(
    events: list[tuple[str, int, int]], begins_after: int, still_plays: int, is_killed: bool
) -> None:
    """A kill loses the open segment only; an ordered end loses nothing.

    What was sent before the beginning is not kept, though it still plays; what follows is in its place all the same.
    """
    line = Line()
    for _ in range(begins_after):
        line.tick()
    begun_at = len(line.heard)
    line.speak(still_plays * TICK)
    line.loudspeaker[:] = SILENCE * len(line.loudspeaker)
    line.recorder.begin(line.now_ms)
    for what, ticks, amount in events:
        if what == "speak":
            line.speak(amount * TICK)
        elif what == "clear":
            line.clear()
        elif what == "hold up" and not line.held_up:  # one at a time, so that what is held up has a bound
            line.held_up = amount
        for _ in range(ticks):
            line.tick()
    came = len(line.said) - len(line.on_the_way)
    kept = line.sealed if is_killed else line.sealed + line.recorder.rest(line.now_ms)

    length = sum(len(segment.person) for segment in kept)
    person, agent = (b"".join(side) for side in ([s.person for s in kept], [s.agent for s in kept]))
    assert line.said[begun_at : min(came, begun_at + length)].ljust(length, SILENCE) == person
    assert line.heard[begun_at : begun_at + length].ljust(length, SILENCE) == agent
    assert [begun_at + n * SEGMENT_SAMPLES for n in range(len(kept))] == [s.starts_at for s in kept]
    unsealed = len(line.heard) - begun_at - length
    assert unsealed < SEGMENT_SAMPLES + 190 * TICK if is_killed else unsealed <= 190 * TICK


def test_nothing_is_kept_before_it_may_be() -> None:
    line = Line()
    line.speak(50 * TICK)
    for _ in range(3_000):
        line.tick()
    assert ([], []) == (line.sealed, line.recorder.rest(line.now_ms))


def test_a_side_that_is_held_up_too_long_is_silence_and_stays_in_its_place() -> None:
    line = Line()
    line.recorder.begin(0)
    for _ in range(600):
        line.tick()
    line.held_up = 10_000
    for _ in range(700):
        line.tick()
    segment = line.recorder.full(line.now_ms)
    assert segment is not None
    assert bytes(line.said[: 600 * TICK]).ljust(SEGMENT_SAMPLES, SILENCE) == segment.person
    line.held_up = 0
    line.tick()
    (rest,) = line.recorder.rest(line.now_ms)
    assert line.said[SEGMENT_SAMPLES:] == rest.person


def test_what_is_sent_ahead_plays_behind_what_was_sent_before() -> None:
    """Two pieces sent at once are heard one after the other, and what a clear took back is not heard."""
    recorder, first, second = Recorder(), sound(1_600, seed=1), sound(1_600, seed=2)
    recorder.begin(0)
    recorder.agent(first, 0)
    recorder.agent(second, 20)
    recorder.cleared(300)
    recorder.agent(first, 300)
    (segment,) = recorder.rest(450)
    assert first + second[:800] + first[:1_200] == segment.agent


def test_what_was_sent_and_not_played_when_the_line_went_down_was_not_heard() -> None:
    recorder = Recorder()
    recorder.begin(0)
    recorder.agent(sound(1_600, seed=1), 0)
    (segment,) = recorder.rest(100)
    assert 800 == len(segment.agent)


def test_of_what_began_before_the_recording_may_its_rest_is_kept() -> None:
    recorder, audio = Recorder(), sound(1_600, seed=1)
    recorder.agent(audio, 0)
    recorder.begin(100)
    recorder.agent(audio, 110)
    (segment,) = recorder.rest(1_000)
    assert SILENCE * 800 + audio == segment.agent, "it began to play when the first was over"


def test_a_full_segment_waits_two_seconds_for_the_persons_side() -> None:
    recorder = Recorder()
    recorder.begin(0)
    recorder.person(sound(800, seed=1))
    assert recorder.full(9_990) is None
    assert recorder.full(11_990) is None
    segment = recorder.full(12_000)
    assert segment is not None
    assert SEGMENT_SAMPLES == len(segment.person)


def test_a_conversation_that_was_taken_up_is_recorded_behind_what_came_before() -> None:
    recorder = Recorder(stream_began_ms=5_000)
    recorder.begin(5_000)
    recorder.person(audio := sound(1_600, seed=1))
    (segment,) = recorder.rest(6_000)
    assert (40_000, audio) == (segment.starts_at, segment.person)
