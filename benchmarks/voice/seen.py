"""What the driver saw in one stretch of time: every turn, frame delay and greeting, and how punctual it was itself."""

from array import array
from dataclasses import dataclass, field


@dataclass(slots=True)
class Turn:
    """One turn of one call. Times are the driver's, in seconds; None: has not happened.

    frames: the callee's first and last loud frame; onset, ended: when those were sent; heard: the recogniser had
    the last one; told: it said that the turn is over; asked: the model was; voiced: a voice was asked for the first clause;
    sounded: the voice's first audio; replied: the callee's ear had it. audible_until: when the reply that this turn
    interrupts was last heard.
    """

    call: int
    number: int
    frames: tuple[int, int]
    interrupts: bool = False
    onset: float | None = None
    ended: float | None = None
    heard: float | None = None
    told: float | None = None
    asked: float | None = None
    voiced: float | None = None
    sounded: float | None = None
    replied: float | None = None
    audible_until: float | None = None

    @property
    def took_ms(self) -> float:
        """From the callee's last word to the agent's first; only for a turn that was replied to."""
        assert self.ended is not None
        assert self.replied is not None
        return (self.replied - self.ended) * 1000

    @property
    def fell_silent_ms(self) -> float:
        """From the callee's onset to the last audible moment of the reply that they interrupt."""
        assert self.onset is not None
        assert self.audible_until is not None
        return (self.audible_until - self.onset) * 1000


def _numbers() -> "array[float]":
    return array("d")


@dataclass(slots=True)
class Seen:
    """One stretch. Delays are milliseconds.

    incoming: each frame of the callees' turns, from the carrier to the recogniser, until the end of the turn is told;
    silence: each frame of theirs between turns, which a server may hold back for a while; outgoing: each of the agent's, past the
    moment at which the carrier ran out of them; greetings: from the stream's start to the agent's first frame;
    late: the driver's own timers; lost: turns without a reply; crossed: frames of another call's; broken: calls
    that the server ended.
    """

    incoming: "array[float]" = field(default_factory=_numbers)
    silence: "array[float]" = field(default_factory=_numbers)
    outgoing: "array[float]" = field(default_factory=_numbers)
    greetings: "array[float]" = field(default_factory=_numbers)
    late: "array[float]" = field(default_factory=_numbers)
    turns: list[Turn] = field(default_factory=list)
    lost: int = 0
    crossed: int = 0
    broken: int = 0
