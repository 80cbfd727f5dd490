"""Flight records: written and read again, whole, cut short and from another version."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.conversations import Backup, RecogniserName
from domain.timeouts import Timeouts
from media.engine.actions import Action
from media.engine.events import Event, Gone, Hearing, Key, Part, Started, Words
from media.recording.flight import (
    VERSION,
    Entry,
    FlightUnreadable,
    Happened,
    Note,
    Noted,
    Requested,
    Trouble,
    Wanted,
    read_flights,
    write_part,
)
from providers.language_models.contract import Line, ReplyRequest, Role, Tool
from tests.media.plans import plan

BEGUN_AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PLAN = plan()
MS = st.integers(0, 10_000_000)

# What JSON can carry: 64 bits, numbers that are numbers, times with a zone.
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
LINES = st.lists(st.builds(Line, st.sampled_from(Role), st.text()), max_size=3)
TOOLS = st.lists(st.builds(Tool, *[st.text()] * 4), max_size=1)
NOTES: st.SearchStrategy[Note] = st.one_of(
    st.builds(Requested, st.sampled_from(Wanted), st.builds(ReplyRequest, st.text(), LINES, TOOLS)),
    *(st.from_type(kind) for kind in get_args(Note) if kind is not Requested),
)


def of_any_kind(union: Any) -> st.SearchStrategy[Any]:
    """Values of every kind in a union."""
    return st.one_of([st.from_type(kind) for kind in get_args(union)])


HAPPENED = st.builds(
    Happened, MS, of_any_kind(Event), st.none() | st.lists(of_any_kind(Action), max_size=2).map(tuple)
)
ENTRIES: st.SearchStrategy[list[Entry]] = st.lists(HAPPENED | st.builds(Noted, MS, NOTES), max_size=4)


def part(number: int, *entries: Entry, begins: bool = False, ends: bool = False) -> list[bytes]:
    """The lines of a part."""
    header = (PLAN, BEGUN_AT) if begins else None
    return write_part(number, entries, begins=header, ends=ends).splitlines()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(ENTRIES)
def test_whatever_is_written_is_read(entries: list[Entry]) -> None:
    (flight,) = read_flights(part(0, *entries, begins=True, ends=True))
    assert (PLAN, BEGUN_AT, entries, True) == (
        flight.plan,
        flight.begun_at,
        flight.entries,
        flight.is_complete,
    )


@pytest.mark.parametrize("kind", [*get_args(Event), *get_args(Action)], ids=lambda kind: kind.__name__)
def test_every_kind_of_event_and_action_can_be_written_and_read(kind: type[Any]) -> None:
    """A new kind is covered the moment it joins its union."""

    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def there_and_back(value: Any) -> None:
        is_event = kind in get_args(Event)
        written = Happened(5, value, ()) if is_event else Happened(5, Gone(), (value,))
        (flight,) = read_flights(part(0, written, begins=True))
        assert [written] == flight.entries

    there_and_back()


STARTED, SAID, TROUBLE, GONE = (
    Happened(0, Started(), ()),
    Happened(900, Words(Hearing.FINAL, "Yes."), ()),
    Noted(950, Trouble(Part.MODEL, "gpt-6-luna", "ProviderUnavailable")),
    Happened(2_000, Gone(), ()),
)
PARTS = [
    part(0, STARTED, begins=True),
    part(1, SAID, TROUBLE),
    part(2, GONE, ends=True),
    part(3, GONE, ends=True),
]


@pytest.mark.parametrize(
    ("kept", "entries", "is_complete"),
    [
        ((0, 1, 2), [STARTED, SAID, TROUBLE, GONE], True),
        ((0, 1), [STARTED, SAID, TROUBLE], False),
        ((0, 2), [STARTED], False),
        ((0, 2, 3), [STARTED], False),
        ((0,), [STARTED], False),
    ],
    ids=["whole", "the process was lost", "a part was lost", "with more behind it", "nearly all was lost"],
)
def test_a_flight_is_good_as_far_as_its_parts_follow_each_other(
    kept: tuple[int, ...], entries: list[Entry], is_complete: bool
) -> None:
    (flight,) = read_flights(line for number in kept for line in PARTS[number])
    assert (entries, is_complete) == (flight.entries, flight.is_complete)


def test_each_process_that_held_a_conversation_has_its_flight() -> None:
    lines = [*PARTS[0], *PARTS[2], *part(0, SAID, begins=True), *part(1, GONE, ends=True)]
    first, second = read_flights(lines)
    assert ([STARTED], False) == (first.entries, first.is_complete)
    assert ([SAID, GONE], True) == (second.entries, second.is_complete)


def test_a_flight_whose_beginning_was_lost_is_none() -> None:
    assert [] == read_flights([*PARTS[1], *PARTS[2]])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (f'"flight",{VERSION}', '"flight",99', "format 99"),
        (f'"flight",{VERSION}', '"flight",0', "format 0"),
        ('"Words"', '"Semaphore"', "speaks of Semaphore"),
        ('"hearing":"final"', '"hearing":"guessed"', "guessed"),
        ('"event"', '"omen"', "kind omen"),
        ('"event"', "event", "cannot be read"),
    ],
    ids=["newer version", "older version", "event", "value", "line", "no JSON"],
)
def test_what_this_version_does_not_know_is_refused_with_the_reason(old: str, new: str, says: str) -> None:
    lines = b"\n".join([*PARTS[0], *PARTS[1]]).replace(old.encode(), new.encode())
    with pytest.raises(FlightUnreadable, match=says):
        read_flights(lines.splitlines())


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"[]", id="nothing"),
        pytest.param(b"5", id="no list"),
        pytest.param(b"null", id="null"),
        pytest.param(b"{}", id="no list but names"),
        pytest.param(b'["part"]', id="part without a number"),
        pytest.param(b'["flight"]', id="flight without a version"),
        pytest.param(b'["flight",%d,{},"2026-11-21T09:00:00Z","more"]' % VERSION, id="flight with more"),
        pytest.param(b'["event",0,"Key",{"digit":"5"},5]', id="actions that are none"),
        pytest.param(b'["event",0,"Key",{"digit":"5"},[[]]]', id="action without a name"),
        pytest.param(b'["event",0,[],{"digit":"5"},[]]', id="name that is none"),
        pytest.param(b"\xff", id="no text"),
        pytest.param(b'["\xff"]', id="no letters"),
    ],
)
def test_a_line_of_another_shape_is_refused(line: bytes) -> None:
    """Whatever a store gives back, a flight record can be read or is said to be unreadable."""
    with pytest.raises(FlightUnreadable):
        read_flights([*PARTS[0], line])


def test_the_plan_of_an_earlier_version_is_read_by_its_names() -> None:
    """Flight records are kept as long as transcripts, which is longer than a version lasts."""
    wishes = plan(
        recogniser=RecogniserName.NOVA,
        backup=Backup(RecogniserName.OPENAI),
        timeouts=Timeouts(recogniser_budget=1_234),
        pronunciation={"ears": "eers"},
    )
    written = b"\n".join(write_part(0, [], begins=(wishes, BEGUN_AT), ends=True).splitlines())
    for present, former in (
        ("recogniser_budget", "ears_budget"),
        ("recogniser", "ears"),
        ("timeouts", "patience"),
    ):
        assert f'"{present}":'.encode() in written
        written = written.replace(f'"{present}":'.encode(), f'"{former}":'.encode())
    (flight,) = read_flights(written.splitlines())
    assert wishes == flight.plan


@pytest.mark.parametrize("written", [b"null", b"[]", b'{"timeouts":5}'])
def test_a_plan_that_is_none_is_refused(written: bytes) -> None:
    with pytest.raises(FlightUnreadable, match="cannot be read"):
        read_flights([b'["part",0]', b'["flight",%d,%b,"2026-11-21T09:00:00Z"]' % (VERSION, written)])


def test_a_broken_step_is_kept_without_actions() -> None:
    broken = replace(STARTED, event=Key("5"), actions=None)
    (flight,) = read_flights(part(0, broken, begins=True))
    assert [broken] == flight.entries


def test_a_flight_of_the_version_before_names_things_as_that_did() -> None:
    """It is kept for as long as a transcript is, over many versions."""
    begun, *rest = PARTS[0][1:]
    head = json.loads(begun)
    head[2]["patience"] = {"ears_budget": 7} | {
        name: value for name, value in head[2].pop("timeouts").items() if name != "recogniser_budget"
    }
    head[2]["ears"] = head[2].pop("recogniser")
    (flight,) = read_flights([PARTS[0][0], json.dumps(head).encode(), *rest])
    assert (PLAN.recogniser, 7) == (flight.plan.recogniser, flight.plan.timeouts.recogniser_budget)
