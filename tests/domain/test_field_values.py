"""Values of fields, by rules that are certain and by what a model writes: right, or nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.field_values import Heard, agrees, is_lately, value_said, value_written
from domain.script_fields import FieldAnswer, FieldDefinition, FieldType

BERLIN = ("Europe/Berlin",)
ENDED = datetime(2026, 11, 30, 10, tzinfo=UTC)  # a Monday
HEARD = Heard(("en",), BERLIN, ENDED)
ROOMS = ("garden room", "room", "Suite")


def field(kind: FieldType) -> FieldDefinition:
    return FieldDefinition("it", "What is it?", kind, choices=ROOMS if kind is FieldType.CHOICE else ())


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        (FieldType.BOOLEAN, "Yes.", "true"),
        (FieldType.BOOLEAN, "No, thank you.", "false"),
        (FieldType.BOOLEAN, "Yes, but not on Mondays.", ""),
        (FieldType.BOOLEAN, "My wife knows.", ""),
        (FieldType.NUMBER, "Four.", "4"),
        (FieldType.NUMBER, "Twenty-five people, I think", "25"),
        (FieldType.NUMBER, "it is 2.50", "2.5"),
        (FieldType.NUMBER, "120", "120"),
        (FieldType.NUMBER, "Three or four.", ""),
        (FieldType.NUMBER, "Three, four", ""),
        (FieldType.NUMBER, "Twenty and five.", ""),
        (FieldType.NUMBER, "20 5", ""),
        (FieldType.NUMBER, "Eight out of ten.", ""),
        (FieldType.NUMBER, "Many.", ""),
        (FieldType.NUMBER, "I would say eight.", "8"),
        (FieldType.NUMBER, "We come at two, my wife and my mother too.", ""),
        (FieldType.CHOICE, "I'd like the garden room please.", "garden room"),
        (FieldType.CHOICE, "We had the suite last year.", ""),
        (FieldType.DATE, "Tomorrow.", "2026-12-01"),
        (FieldType.DATE, "On Thursday at ten", "2026-12-03"),
        (FieldType.DATE, "Some day.", ""),
        (FieldType.CHOICE, "The suite, please.", "Suite"),
        (FieldType.CHOICE, "The garden room.", "garden room"),
        (FieldType.CHOICE, "A room.", "room"),
        (FieldType.CHOICE, "Not the suite.", ""),
        (FieldType.CHOICE, "The suite or the garden room.", ""),
        (FieldType.PHONE, "It's 0 1 7 1, 2 3 4 5 6 7 8.", "01712345678"),
        (FieldType.PHONE, "I have two.", ""),
        (FieldType.EMAIL, "john underscore smith at example dot com", "john_smith@example.com"),
        (FieldType.EMAIL, "I have none.", ""),
        (FieldType.TEXT, "The heating is broken.", "The heating is broken."),
        (FieldType.TEXT, "Sorry, what was that?", ""),
        (FieldType.TEXT, "Mhm.", ""),
        (FieldType.TEXT, "x" * 400, "x" * 300),
    ],
)
def test_an_answer_is_read_where_it_is_certain(kind: FieldType, words: str, value: str) -> None:
    assert value == value_said(field(kind), words, HEARD)


def test_an_answer_is_read_in_the_language_of_the_call() -> None:
    german = Heard(("de", "en"), BERLIN, ENDED)
    assert "true" == value_said(field(FieldType.BOOLEAN), "Ja.", german)
    assert "25" == value_said(field(FieldType.NUMBER), "Fünfundzwanzig.", german)
    assert "2026-12-01" == value_said(field(FieldType.DATE), "Morgen.", german)


def test_a_day_that_depends_on_where_they_are_is_open() -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert "" == value_said(
        field(FieldType.DATE), "Tomorrow.", Heard(("en",), ("Europe/Berlin", "America/New_York"), late)
    )
    assert "" == value_said(field(FieldType.DATE), "Tomorrow.", Heard(("en",), (), late))


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (FieldType.BOOLEAN, "TRUE", "true"),
        (FieldType.BOOLEAN, "yes", ""),
        (FieldType.NUMBER, "007.50", "7.5"),
        (FieldType.NUMBER, "1e9", ""),
        (FieldType.NUMBER, "about 4", ""),
        (FieldType.NUMBER, "٤", ""),
        (FieldType.DATE, "2026-12-04", "2026-12-04"),
        (FieldType.DATE, "2026-02-30", ""),
        (FieldType.DATE, "Friday", ""),
        (FieldType.CHOICE, " suite ", "Suite"),
        (FieldType.CHOICE, "penthouse", ""),
        (FieldType.PHONE, "+49 (171) 234-5678", "+491712345678"),
        (FieldType.PHONE, "none", ""),
        (FieldType.EMAIL, "John@Example.com", "john@example.com"),
        (FieldType.EMAIL, "john at example", ""),
        (FieldType.TEXT, "line one\n<b>two</b>\u202e", "line one <b>two</b>"),
        (FieldType.TEXT, " ", ""),
    ],
)
def test_what_a_model_writes_is_of_its_type_or_nothing(kind: FieldType, written: str, value: str) -> None:
    assert value == value_written(field(kind), written)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-12-01", False), ("2026-11-30", True), ("2025-11-30", True), ("2025-11-29", False)],
)
def test_a_day_of_the_year_before_the_call_needs_no_year(day: str, expected: bool) -> None:
    assert expected is is_lately(day, ENDED)


@pytest.mark.parametrize(
    ("kind", "said", "written", "expected"),
    [
        (FieldType.PHONE, "017112345678", "+4917112345678", True),
        (FieldType.PHONE, "017112345678", "017199345678", True),
        (FieldType.PHONE, "017112345678", "017112945678", False),
        (FieldType.NUMBER, "4", "40", False),
        (FieldType.CHOICE, "Suite", "Suite", True),
        (FieldType.TEXT, "It is cold.", "The heating is broken.", True),
    ],
)
def test_two_readings_agree_where_they_say_the_same(
    kind: FieldType, said: str, written: str, expected: bool
) -> None:
    assert expected is agrees(field(kind), said, written)


WORDS = [
    "yes",
    "no",
    "not",
    "four",
    "twenty",
    "five",
    "oh",
    "the",
    "suite",
    "garden",
    "room",
    "tomorrow",
    "on",
    "thursday",
    "john",
    "at",
    "dot",
    "com",
    "double",
    "0171",
    "2.5",
    "٤",
    "½",
    "may",
]


@given(
    st.sampled_from(FieldType),
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=40),
    st.sampled_from(["en", "de", "hi", "xx", ""]),
)
def test_what_is_read_has_the_written_form_of_its_type(kind: FieldType, words: str, language: str) -> None:
    """Whatever is said: a value that is stored is one that could have been written."""
    value = value_said(field(kind), words, Heard((language, "en"), BERLIN, ENDED))
    assert value == value_written(field(kind), value)
    assert value_written(field(kind), words) == value_written(field(kind), value_written(field(kind), words))


def test_a_value_is_shown_as_what_it_is() -> None:
    kinds = {
        FieldType.BOOLEAN: ("false", False),
        FieldType.NUMBER: ("2.5", 2.5),
        FieldType.DATE: ("2026-12-04",) * 2,
    }
    for kind, (value, typed) in kinds.items():
        assert typed == FieldAnswer("it", kind, value).typed
        assert FieldAnswer("it", kind).typed is None
