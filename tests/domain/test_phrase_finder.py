"""Phrases are found where one alternation of them would find them, and a pattern begins only as is said of it."""

import random
import re
from typing import Any

import pytest

from domain.language.beginnings import beginnings
from domain.language.phrase_finder import Finder
from domain.language.readiness import patterns_of
from domain.language.tables.every import EVERY
from tests.words.worst_cases import samples

BREAKS = " \n"


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("stop calling", {"stop c"}),
        ("(?:please )?stop", {"please s", "stop"}),
        ("(?:do not|dont) (?:ever )?call", {"do n", "dont e", "dont c"}),
        ("un ?subscribe(?: me)?", {"un s", "unsubscribe", "unsubscribe m"}),
        (r"(?<!not )(?:take|get)(?: \w+){0,2} off", {"take", "take o", "get", "get o"}),
        ("[ab]c?(?= d)|x{2} y", {"a", "ac", "b", "bc", "xx y"}),
        ("(?:me|us)?+ ?no", {"me n", "us n", "meno", "usno", "no"}),
        (r"(?>one|two) (?!three)\w+", {"one", "two"}),
        (r"\w+ times", None),
        ("hm+", None),
        (r"data\w* is", None),
        ("(?:stop)?", None),
    ],
)
def test_a_pattern_begins_with_these_words(pattern: str, begins: set[str] | None) -> None:
    assert begins == beginnings(pattern)


@pytest.mark.parametrize("language", EVERY, ids=lambda one: one.tag)
def test_whatever_a_pattern_of_the_tables_matches_begins_as_is_said(language: Any) -> None:
    tried = 0
    for pattern in patterns_of(language):
        begun = beginnings(pattern)
        for text in samples(pattern, 5):
            found = re.fullmatch(pattern, text)
            if begun is None or not found or not text.strip() or text.startswith(" "):
                continue
            word, _, rest = text.partition(" ")
            assert word in begun or f"{word} {rest[:1]}" in begun, (pattern, text)
            tried += 1
    assert tried > 150


def test_what_is_found_is_what_one_alternation_finds() -> None:
    chance = random.Random(7)
    patterns = ("a b", "b(?: c)?", "(?:c|a) a", r"\w+ d", "a$", "^c", "b a{1,2}", "(?<!a )c b")
    written = "|".join(f"(?:{pattern})" for pattern in patterns).replace(" ", r"\s")
    together = re.compile(rf"(?<!\S)(?:{written})(?!\S)", re.MULTILINE)
    finder = Finder(patterns)
    for _ in range(3_000):
        words = [chance.choice("abcde") for _ in range(chance.randint(0, 7))]
        lines = "".join(f"{word}{chance.choice(BREAKS)}" for word in words).strip()
        assert [found.span() for found in together.finditer(lines)] == [
            found.span() for found in finder.all_in(lines)
        ]
        assert finder.any_in(lines) == bool(together.search(lines))
        barred = finder.barred(lines)
        assert len(lines) == len(barred)
        assert lines.count("\n") == barred.count("\n")


def test_words_without_phrases_and_words_that_are_one_are_as_one_alternation_has_them() -> None:
    chance = random.Random(8)
    patterns = ("a b", "b(?: c)?", "(?:c|a) a", r"\w+ d", "b a{1,2}", "(?<!a )c b")
    written = "|".join(f"(?:{pattern})" for pattern in patterns)
    together, alone = re.compile(rf"(?<!\S)(?:{written})(?!\S)"), re.compile(written)
    finder = Finder(patterns)
    for _ in range(3_000):
        words = " ".join(chance.choices("abcde", k=chance.randint(0, 7)))
        assert together.sub("|", words) == finder.without(words)
        assert together.sub("|", words, count=1) == finder.without(words, 1)
        assert finder.is_all(words) == bool(alone.fullmatch(words)), words
