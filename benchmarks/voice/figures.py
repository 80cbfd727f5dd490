"""What was seen, judged: whether a stretch is valid, whether the server kept up, and every figure with its bar. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from benchmarks.report import Figure, percentile
from benchmarks.voice.script import FLOOR_MS
from benchmarks.voice.seen import Seen, Turn

DRIVER_LATE_MS: Final = 5.0
DRIVER_CORE: Final = 0.95
_FRAME_MS: Final = 20.0
_HELD_MS: Final = 60.0
"""So long silence between turns may wait by design (docs/decisions/0019); later than that is late again."""
_TURN_MS: Final = FLOOR_MS + 60.0
_WAITED: Final = 0.15
_MIB: Final = 1024 * 1024
_ENOUGH_TURNS: Final = 1_000
_ENOUGH_INTERRUPTIONS: Final = 300


@dataclass(frozen=True, slots=True)
class Point:
    """One stretch in numbers. Delays are the 99th percentile for frames and the driver, the 95th for turns, in milliseconds.

    server_core, driver_core: shares of a core; server_waited: how long it was kept from its core by others. failures:
    turns without a reply, frames of other calls, and calls that the server ended.
    """

    calls: int
    server_core: float
    server_waited: float
    driver_core: float
    driver_late_ms: float
    frame_ms: float
    silence_ms: float
    turn_ms: float
    turns: int
    failures: int

    @classmethod
    def of(
        cls, seen: Seen, calls: int, *, server_core: float, server_waited: float, driver_core: float
    ) -> "Point":
        """The point of what was seen with so many calls."""
        delays = [percentile(delays, 0.99) for delays in (seen.incoming, seen.outgoing) if delays]
        turns = [turn.took_ms for turn in seen.turns]
        return cls(
            calls,
            server_core,
            server_waited,
            driver_core,
            percentile(seen.late, 0.99) if seen.late else 0.0,
            max(delays, default=float("inf")),
            percentile(seen.silence, 0.99) if seen.silence else 0.0,
            percentile(turns, 0.95) if turns else float("inf"),
            len(turns),
            seen.lost + seen.crossed + seen.broken,
        )

    @property
    def why_invalid(self) -> str:
        """What makes the driver's word worthless; empty when it is good."""
        if self.driver_late_ms > DRIVER_LATE_MS:
            return f"the driver itself was {self.driver_late_ms:.1f} ms late (p99)"
        if self.driver_core > DRIVER_CORE:
            return f"the driver used {self.driver_core:.0%} of its core"
        return ""

    @property
    def keeps_up(self) -> bool:
        """No frame waits, no turn is slow, nothing fails."""
        in_time = self.frame_ms < _FRAME_MS and self.silence_ms < _FRAME_MS + _HELD_MS
        return in_time and self.turn_ms < _TURN_MS and not self.failures

    @property
    def core_per_call(self) -> float:
        """The share of a core that a call takes."""
        return self.server_core / self.calls

    def __str__(self) -> str:
        return (
            f"{self.calls} calls: {self.server_core:.1%} of a core (kept waiting {self.server_waited:.1%}), "
            f"frames p99 {self.frame_ms:.1f} ms, of silence {self.silence_ms:.1f} ms, turns p95 floor {self.turn_ms - FLOOR_MS:+.1f} ms, failures {self.failures}; "
            f"driver {self.driver_core:.0%}, late p99 {self.driver_late_ms:.1f} ms"
        )


@dataclass(frozen=True, slots=True)
class Knee:
    """How many calls a server holds on one core. driver: why the driver could tell no more; empty if the server ended it."""

    calls: int
    driver: str = ""

    @property
    def note(self) -> str:
        """What the number hides."""
        return f">= {self.calls}: {self.driver}" if self.driver else ""


def knee(levels: Sequence[Sequence[Point]]) -> Knee:
    """The highest level of which one try keeps up; levels rise, each with its tries, noise can only add delay."""
    best = 0
    for tries in levels:
        valid = [point for point in tries if not point.why_invalid]
        if any(point.keeps_up for point in valid):
            best = tries[0].calls
        elif valid:
            return Knee(best)
        else:
            return Knee(best, tries[-1].why_invalid)
    return Knee(best, "no higher level was tried")


def capacity_figures(ours: Knee, peer: Knee | None) -> list[Figure]:
    """Calls per core, and beside the peer's."""
    figures = [Figure("calls per core", ours.calls or None, "calls", 60, "at least", ours.note)]
    if peer is not None:
        note = f"pipecat: {peer.calls}" + (f" ({peer.driver})" if peer.driver else "")
        ratio = ours.calls / peer.calls if peer.calls else None
        figures.append(Figure("calls per core ÷ pipecat's", ratio, "", 1, "at least", note))
    return figures


def why_not_comparable(ours: Point, peer: Point) -> str:
    """What makes this pair's cost worthless; empty when it is good. A server that others hold up does less than it should."""
    if why := ours.why_invalid or peer.why_invalid:
        return why
    waited = max(ours.server_waited, peer.server_waited)
    return f"others kept a server from its core for {waited:.0%} of the time" if waited > _WAITED else ""


def cost_figures(rounds: Sequence[Mapping[int, tuple[Point, Point]]], levels: Sequence[int]) -> list[Figure]:
    """CPU per call beside the peer's at equal calls: the median of the rounds' ratios. A pair is (ours, the peer's)."""
    figures = []
    for calls in levels:
        pairs = [each[calls] for each in rounds if calls in each]
        good = [pair for pair in pairs if not why_not_comparable(*pair)]
        ratios = [ours.core_per_call / peer.core_per_call for ours, peer in good]
        note = f"invalid: {why_not_comparable(*pairs[-1])}" if pairs else "not measured"
        if good:
            each = [100 * median(pair[which].core_per_call for pair in good) for which in (0, 1)]
            note = f"ours {each[0]:.2f} %, pipecat's {each[1]:.2f} % of a core per call; {len(good)} of {len(pairs)} rounds"
        value = median(ratios) if ratios else None
        figures.append(Figure(f"CPU per call ÷ pipecat's, {calls} calls", value, "", 0.25, note=note))
    return figures


def turn_figures(seen: Seen, why_invalid: str) -> list[Figure]:
    """What we add to each turn."""
    added = [turn.took_ms - FLOOR_MS for turn in seen.turns]
    why = why_invalid or ("" if len(added) >= _ENOUGH_TURNS else f"only {len(added)} turns")
    return [
        _percentile(f"delay added per turn at 50 calls, {name}", added, share, bar, why)
        for name, share, bar in (("p50", 0.5, 10.0), ("p95", 0.95, 25.0))
    ]


def spans(seen: Seen) -> list[str]:
    """Where the turns' time went, beyond what the vendors take."""
    steps = (("ended", "heard"), ("heard", "told"), ("told", "asked"), ("asked", "voiced"), ("voiced", "sounded"), ("sounded", "replied"))  # fmt: skip
    lines = []
    for start, end in steps:
        pairs = [(getattr(turn, start), getattr(turn, end)) for turn in seen.turns]
        took = [1000 * (last - first) for first, last in pairs if first is not None and last is not None]
        if took:
            lines.append(
                f"{start} to {end}: p50 {percentile(took, 0.5):.1f}, p95 {percentile(took, 0.95):.1f} ms"
            )
    return lines


def greeting_figure(name: str, delays: Sequence[float], bar: float, why_invalid: str) -> Figure:
    """From the stream's start to the agent's first frame."""
    return _percentile(f"greeting after start, {name}, p95", delays, 0.95, bar, why_invalid)


def silence_figure(turns: Sequence[Turn], why_invalid: str) -> Figure:
    """From the callee's onset to our last audible frame."""
    delays = [turn.fell_silent_ms for turn in turns if turn.interrupts]
    why = why_invalid or ("" if len(delays) >= _ENOUGH_INTERRUPTIONS else f"only {len(delays)} interruptions")
    return _percentile("silent after the callee's onset, p95", delays, 0.95, 350.0, why)


def footprint_figures(calls: int, tasks: int, memory: int) -> list[Figure]:
    """tasks and memory (bytes): what so many calls added."""
    return [
        Figure("tasks per call", tasks / calls, "", 5),
        Figure("memory per call without recording", memory / calls / _MIB, "MiB", 1),
    ]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a server holds on to: asyncio tasks, descriptors, bytes of memory."""

    tasks: int
    descriptors: int
    memory: int


def soak_figures(before: Holdings, after: Holdings) -> list[Figure]:
    """What did not come back after the calls between."""
    growth = 100 * (after.memory / before.memory - 1)
    return [
        Figure("tasks not returned after 500 calls", abs(after.tasks - before.tasks), "", 0),
        Figure(
            "descriptors not returned after 500 calls", abs(after.descriptors - before.descriptors), "", 0
        ),
        Figure("memory grown after 500 calls", growth, "%", 2),
    ]


def _percentile(name: str, values: Sequence[float], share: float, bar: float, why_invalid: str) -> Figure:
    note = f"invalid: {why_invalid}" if why_invalid else f"{len(values)} measured"
    value = percentile(values, share) if values and not why_invalid else None
    return Figure(name, value, "ms", bar, note=note)
