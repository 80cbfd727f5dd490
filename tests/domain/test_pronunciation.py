"""Words that are spoken otherwise than written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInput
from domain.pronunciation import check_pronunciation, names_of, pronounced

DICTIONARY = {"SQL": "sequel", "Nguyen": "win", "Nguyen Ltd.": "win limited", "GIF": "jif"}


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("We like SQL.", "We like sequel."),
        ("sql, Sql and SQL", "sequel, sequel and sequel"),
        ("MySQL is no SQLite", "MySQL is no SQLite"),
        ("Mr Nguyen of Nguyen Ltd. called", "Mr win of win limited called"),
        ("Nothing here", "Nothing here"),
        ("", ""),
    ],
)
def test_whole_words_are_spoken_as_the_dictionary_says(written: str, spoken: str) -> None:
    assert spoken == pronounced(written, DICTIONARY).text


def test_places_in_the_spoken_text_are_found_in_the_written_one() -> None:
    written = "We like SQL and GIF."
    spoken = pronounced(written, DICTIONARY)
    assert "We like sequel and jif." == spoken.text
    ends = {word: spoken.text.index(word) + len(word) for word in ("We", "like", "sequel", "and", "jif", ".")}
    heard = [written[: spoken.written_at(end)] for end in ends.values()]
    assert ["We", "We like", "We like SQL", "We like SQL and", "We like SQL and GIF", written] == heard
    assert spoken.written_at(spoken.text.index("quel")) is None


@given(
    st.lists(st.sampled_from(["SQL", "GIF", "and", "so,", "Nguyen", "x"]), max_size=12), st.integers(0, 80)
)
def test_every_place_has_one_that_does_not_run_ahead(words: list[str], at: int) -> None:
    written = " ".join(words)
    spoken = pronounced(written, DICTIONARY)
    at = min(at, len(spoken.text))
    place = spoken.written_at(at)
    if place is not None:
        assert spoken.text[:at] == pronounced(written[:place], DICTIONARY).text
    assert len(written) == spoken.written_at(len(spoken.text))


@pytest.mark.parametrize(
    "wrong",
    [{"": "x"}, {" SQL": "sequel"}, {"--": "dash"}, {"SQL": " "}, {"SQL": "se\nquel"}, {"SQL": "a", "sql": "b"}, {"a" * 101: "b"}, {"a": "b" * 101}, {f"w{n}": "x" for n in range(201)}],
)  # fmt: skip
def test_what_cannot_be_spoken_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidInput, match="pronunciation"):
        check_pronunciation(wrong)


def test_a_dictionary_that_can_be_spoken_is_taken() -> None:
    check_pronunciation(DICTIONARY)
    assert "We like SQL." == pronounced("We like SQL.", {}).text


@pytest.mark.parametrize(
    ("values", "spoken"),
    [
        ({"first_name": "Siobhan", "phonetic_first_name": "shivawn"}, {"Siobhan": "shivawn"}),
        ({"name": "Ng Wei", "phonetic_name": "<b>ing</b>\nway"}, {"Ng Wei": "b ing /b way"}),
        ({"first_name": "Ann", "phonetic_first_name": " "}, {}),
        ({"first_name": "", "phonetic_first_name": "ann"}, {}),
        ({"phonetic_first_name": "ann"}, {}),
        ({"first_name": "Ann"}, {}),
    ],
)
def test_a_leads_name_is_spoken_as_its_columns_say(values: dict[str, str], spoken: dict[str, str]) -> None:
    assert spoken == names_of(values)
    check_pronunciation(spoken)
