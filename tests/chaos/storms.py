"""What a seed means: a short campaign, the people in it, and the troubles that come over it, each with its moment.

Pure: the same seed is the same storm. storm_run.py lets it happen, laws.py judges what came of it.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from simulators.people.person import Person
from tests.end_to_end.house import Lead
from tests.end_to_end.people import LINGERS, OPTS_OUT, SAYS_HELLO, VOICEMAIL, YES

STORM_SECONDS: Final = 9.0
MOST_OFF_SECONDS: Final = 60  # by which a process's clock may differ

# Area codes whose 555-01xx lines are kept for fiction: enough for thousands of people who are called in one storm each.
_AREAS: Final = (
    *(202, 203, 205, 206, 207, 208, 212, 213, 214, 215, 216, 218, 219, 224, 225, 229, 231, 234, 239, 240, 248, 251, 252),
    *(253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303, 304, 305, 307, 308, 309, 310, 312, 313, 314, 315),
)  # fmt: skip
MOST_LEADS: Final = 7

_PEOPLE: Final[tuple[str | Person, ...]] = (
    *(YES, YES, SAYS_HELLO, SAYS_HELLO, VOICEMAIL, OPTS_OUT, OPTS_OUT, LINGERS),
    *("busy", "busy_then_cooperative", "not_interested", "wrong_number"),
)

WORKERS: Final = ("worker", "worker-2")
MEDIA: Final = ("media-1", "media-2")
KILLABLE: Final = (*WORKERS, *MEDIA, "api", "postgres", "temporal")
CLOCKED: Final = (*WORKERS, *MEDIA, "api", "postgres")


class Kind(StrEnum):
    """What goes wrong, or what the operator does meanwhile."""

    STALL = "stalls"
    KILL = "is killed"
    FAULT = "misbehaves"
    PAUSE = "is paused"
    CANCEL = "is cancelled"
    CANCEL_CALL = "has a call cancelled"
    DO_NOT_CALL = "has a number put on the list"
    STOP_BY_TEXT = "has somebody write STOP"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One event of a storm. seconds: how long it lasts; fault: the world's order;

    lead: the place of the lead that it is about.
    """

    at: float
    kind: Kind
    target: str
    seconds: float = 0.0
    fault: Mapping[str, Any] = field(default_factory=dict)
    lead: int = 0

    def __str__(self) -> str:
        match self.kind:
            case Kind.STALL | Kind.KILL | Kind.PAUSE:
                what = f"{self.target} {self.kind} for {self.seconds:.1f} s"
            case Kind.FAULT:
                what = f"{self.target} {self.kind}: {self.fault['kind']} × {self.fault['times']}"
            case Kind.CANCEL:
                what = f"{self.target} {self.kind}"
            case _:
                what = f"{self.target} {self.kind}: lead {self.lead}"
        return f"{self.at:.1f} s: {what}"


@dataclass(frozen=True, slots=True)
class Storm:
    """One seed: who is called over which trunk by which plan, whose clocks are off, and what comes over it, in order of time.

    clocks: by how many seconds each process's clock is ahead, or behind.
    """

    seed: int
    leads: tuple[Lead, ...]
    lines: int
    calls_per_second: int
    plan: Mapping[str, Any]
    clocks: Mapping[str, float]
    troubles: tuple[Trouble, ...]


def storm_of(seed: int) -> Storm:
    """The storm of this seed; its numbers are those of no other among the next thousands."""
    dice = random.Random(seed)
    leads = tuple(
        Lead(
            dice.choice(_PEOPLE),
            name=f"Lead{place} Storm",
            email=f"s{seed}l{place}@example.org",
            number=number,
        )
        for place, number in enumerate(_numbers_of(seed)[: dice.randint(3, MOST_LEADS)])
    )
    troubles = [_trouble(dice, len(leads)) for _ in range(dice.randint(2, 5))]
    clocks = {name: _off(dice) for name in CLOCKED if dice.random() < 0.4}
    return Storm(
        seed=seed,
        leads=leads,
        lines=dice.randint(1, 5),
        calls_per_second=dice.choice((1, 2, 4)),
        plan=_plan(dice),
        clocks=clocks,
        troubles=tuple(sorted(troubles, key=lambda trouble: trouble.at)),
    )


def _numbers_of(seed: int) -> list[str]:
    first = seed * MOST_LEADS
    places = [(first + place) % (100 * len(_AREAS)) for place in range(MOST_LEADS)]
    return [f"+1{_AREAS[place // 100]}55501{place % 100:02}" for place in places]


def _plan(dice: random.Random) -> dict[str, Any]:
    follow_up = {"text": "Thank you, {{first_name}}.", "delay_seconds": 0, "results": ["talked"]}
    return {
        "window": dice.choice((2, 5, 30)),
        "sync_crm": dice.random() < 0.5,
        "follow_ups": [follow_up] if dice.random() < 0.5 else [],
        "longest_call_seconds": 20,
    }


def _trouble(dice: random.Random, leads: int) -> Trouble:
    make = dice.choices(tuple(_MAKERS), tuple(_MAKERS.values()))[0]
    return make(dice, round(dice.uniform(0.0, STORM_SECONDS), 1), dice.randrange(leads))


def _stall(dice: random.Random, at: float, lead: int) -> Trouble:
    # Long ones outlast the heartbeat's limit, so that another execution of the same step runs beside the sleeper's.
    seconds = dice.choice((0.4, 1.2, 3.0, 17.0))
    return Trouble(at, Kind.STALL, dice.choice(KILLABLE), seconds)


def _kill(dice: random.Random, at: float, lead: int) -> Trouble:
    return Trouble(at, Kind.KILL, dice.choice(KILLABLE), dice.choice((0.0, 1.0, 4.0)))


def _off(dice: random.Random) -> float:
    return round(dice.choice((-1, 1)) * dice.uniform(1, MOST_OFF_SECONDS), 1)


def _fault(dice: random.Random, at: float, lead: int) -> Trouble:
    service, kinds = dice.choice(tuple(_FAULTS.items()))
    order = {
        "service": service,
        "kind": dice.choice(kinds),
        "times": dice.randint(1, 4),
        "parameters": {"seconds": round(dice.uniform(0.5, 6.0), 1)},
    }
    return Trouble(at, Kind.FAULT, service, fault=order)


_FAULTS: Final[Mapping[str, tuple[str, ...]]] = {
    "twilio.place": (
        *("401", "429", "500_before_effect", "500_after_effect", "reset_after_effect", "slow", "slow_before_effect"),
        "callback_first",
    ),
    "twilio.fetch": ("401", "500", "slow_before_effect"),
    "twilio.list": ("401", "500", "slow_before_effect"),
    "twilio.update": ("401", "500", "slow_before_effect"),
    "twilio.callback": ("lost", "duplicate", "late", "reorder", "forged"),
    "twilio.stream": ("no_start", "drop_frame", "close_without_stop", "half_open"),
    "sms": ("401", "429", "500_before_effect", "500_after_effect", "reset_after_effect"),
    "hubspot": ("401", "429", "500", "500_after_effect", "reset_after_effect", "slow"),
    "deepgram": ("401", "429", "500", "503"),
    "elevenlabs": ("401", "429", "500", "503", "slow", "stall", "close"),
    "openai": ("401", "429", "500", "slow", "stall", "eof", "close", "error"),
}  # fmt: skip


def _pause(dice: random.Random, at: float, lead: int) -> Trouble:
    return Trouble(at, Kind.PAUSE, "the campaign", dice.uniform(0.5, 4.0))


def _cancel(dice: random.Random, at: float, lead: int) -> Trouble:
    return Trouble(at, Kind.CANCEL, "the campaign")


def _cancel_call(dice: random.Random, at: float, lead: int) -> Trouble:
    return Trouble(at, Kind.CANCEL_CALL, "the campaign", lead=lead)


def _do_not_call(dice: random.Random, at: float, lead: int) -> Trouble:
    return Trouble(at, Kind.DO_NOT_CALL, "the account", lead=lead)


def _stop_by_text(dice: random.Random, at: float, lead: int) -> Trouble:
    return Trouble(at, Kind.STOP_BY_TEXT, "the account", lead=lead)


# With their weights.
_MAKERS: Final[Mapping[Callable[[random.Random, float, int], Trouble], float]] = {
    _stall: 5,
    _kill: 4,
    _fault: 7,
    _pause: 1,
    _cancel: 0.7,
    _cancel_call: 1,
    _do_not_call: 1,
    _stop_by_text: 1,
}
