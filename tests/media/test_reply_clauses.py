"""Where a reply in the making is cut for the voice."""

import pytest

from media.engine.reply_clauses import next_clause, same_words

WORDS = "one two three four five six seven eight nine ten eleven "


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("Of course, we have", True, ("Of course,", " we have")),
        ("Yes, of", True, None),
        ("Yes. Of course. And", True, ("Yes. Of course.", " And")),
        ("That costs 3.5 euros", True, None),
        ("Ask Dr. Miller. He", True, ("Ask Dr. Miller.", " He")),
        (WORDS, True, ("one two three four five six seven eight nine ten", " eleven ")),
        (WORDS, False, None),
        ("Of course, we have", False, None),
        ("We have. And", False, ("We have.", " And")),
        ("It is done.", False, None),
        ("ठीक है। और", True, ("ठीक है।", " और")),
    ],
)
def test_a_clause_ends_at_punctuation_or_after_ten_words(
    text: str, first: bool, expected: tuple[str, str] | None
) -> None:
    assert next_clause(text, first=first) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Yes, please!", "yes please", True), ("I'm fine", "I am fine", False), ("", "", True)],
)
def test_the_same_words_differ_in_case_and_punctuation_only(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same
