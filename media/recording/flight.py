"""The flight record of a conversation: every event that reached the engine, what it asked for, and what vendors did.

It is enough to hold the conversation again, since `step` is pure. The words in it are as personal as a transcript: it is
sealed like one and kept as long. "Do not record me" deletes the sound of a call, which a flight record has none of.

A record is kept in parts of lines, each line a JSON array that begins with its kind. Kinds of events, actions and notes
are read from the unions they belong to, so that a new one needs no word here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeVar, get_args

import msgspec

from domain.conversations import ConversationPlan
from domain.errors import OutboundError
from domain.former_names import plan_with_present_names
from media.engine.actions import Action
from media.engine.events import Event, Part
from providers.language_models.contract import ReplyRequest

VERSION: Final = 1
T = TypeVar("T")


class FlightUnreadable(OutboundError):
    """This flight record cannot be read."""

    code = "flight_unreadable"


class Wanted(StrEnum):
    """What a model is asked for."""

    REPLY = "reply"
    VERDICT = "verdict"
    WHO_SPEAKS = "who_speaks"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Requested:
    """A model was asked."""

    wanted: Wanted
    request: ReplyRequest


@dataclass(frozen=True, slots=True)
class Trouble:
    """A vendor failed us; error is ours for it, name what was asked: a model, a voice's model, a recogniser."""

    part: Part
    name: str
    error: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The carrier played the audio up to this mark, or was told to forget it."""

    mark: str


Note = Requested | Trouble | Marked


@dataclass(slots=True)
class Happened:
    """An event at a millisecond of the call, and what the engine asked for; actions: None if it broke."""

    at_ms: int
    event: Event
    actions: tuple[Action, ...] | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that did not reach the engine."""

    at_ms: int
    note: Note


Entry = Happened | Noted


@dataclass(slots=True)
class Flight:
    """What one process recorded of a conversation that it held from begun_at on.

    is_complete: to its end; otherwise the process was lost, or a part of the record was, and this is what came before.
    """

    plan: ConversationPlan
    begun_at: datetime
    entries: list[Entry] = field(default_factory=list)
    is_complete: bool = False


def _kinds(union: Any) -> Mapping[str, Any]:
    return {kind.__name__: kind for kind in get_args(union)}


_EVENTS: Final = _kinds(Event)
_ACTIONS: Final = _kinds(Action)
_NOTES: Final = _kinds(Note)


def write_part(
    number: int, entries: Sequence[Entry], *, begins: tuple[ConversationPlan, datetime] | None, ends: bool
) -> bytes:
    """Lines for these entries. begins: of the first part, the plan and when the conversation began; ends: of the last."""
    lines: list[Any] = [("part", number)]
    if begins is not None:
        lines.append(("flight", VERSION, *begins))
    lines += (_line(entry) for entry in entries)
    if ends:
        lines.append(("end",))
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def _line(entry: Entry) -> tuple[Any, ...]:
    if isinstance(entry, Noted):
        return ("note", entry.at_ms, *_named(entry.note))
    done = None if entry.actions is None else [_named(action) for action in entry.actions]
    return ("event", entry.at_ms, *_named(entry.event), done)


def _named(value: Event | Action | Note) -> tuple[str, Any]:
    return type(value).__name__, value


def read_flights(lines: Iterable[bytes]) -> list[Flight]:
    """The flights written in these lines, process after process. Raises FlightUnreadable."""
    flights: list[Flight] = []
    try:
        for kind, *rest in _whole(msgspec.json.decode(line) for line in lines if line.strip()):
            if kind == "flight":
                flights.append(_begun(*rest))
            elif flights:
                _add(flights[-1], kind, rest)
    except (msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
        raise FlightUnreadable(f"This flight record cannot be read: {error}.") from error
    return flights


def _whole(lines: Iterable[list[Any]]) -> Iterator[list[Any]]:
    """What can be relied on: lines of parts that follow each other; after a lost part nothing until the next flight."""
    expected, is_lost = 0, False
    for line in lines:
        if line[0] != "part":
            if not is_lost:
                yield line
            continue
        number = line[1]
        expected, is_lost = (1, False) if number == 0 else (expected + 1, is_lost or number != expected)


def _begun(version: int, plan: Any = None, begun_at: Any = None) -> Flight:
    if version != VERSION:
        raise FlightUnreadable(f"This flight record has format {version}; this version reads {VERSION}.")
    return Flight(
        msgspec.convert(plan_with_present_names(plan), ConversationPlan), msgspec.convert(begun_at, datetime)
    )


def _add(flight: Flight, kind: str, rest: list[Any]) -> None:
    match kind, rest:
        case "event", [at_ms, name, fields, done]:
            happened = Happened(at_ms, _read(_EVENTS, name, fields))
            if done is not None:
                happened.actions = tuple(_read(_ACTIONS, *action) for action in done)
            flight.entries.append(happened)
        case "note", [at_ms, name, fields]:
            flight.entries.append(Noted(at_ms, _read(_NOTES, name, fields)))
        case "end", []:
            flight.is_complete = True
        case _:
            raise FlightUnreadable(f"This flight record has a line of the unknown kind {kind}.")


def _read(kinds: Mapping[str, type[T]], name: str, fields: Any) -> T:
    if name not in kinds:
        raise FlightUnreadable(f"This flight record speaks of {name}, which this version does not know.")
    return msgspec.convert(fields, kinds[name])
