"""The lexicon: what words mean, in plain English, the same whoever says them."""

import pytest

from domain.language.lexicon import FILE, NUMBER, language_of, lemmas_of
from domain.language.phrases import plain_words

LINES = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()]


def test_each_line_is_a_language_a_plain_word_and_up_to_three_lemmas() -> None:
    bad = [
        line
        for line in LINES
        if len(line) != 3
        or line[0] not in ("en", "es", "pt", "de", "fr", "hi")
        or line[1] != plain_words(line[1])
        or " " in line[1]
        or not 1 <= len(line[2].split()) <= 3
    ]
    assert [] == bad


def test_a_word_stands_once_in_a_language() -> None:
    words = [tuple(line[:2]) for line in LINES]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "word, language, lemmas",
    [
        ("llamen", "es", ("call",)),
        ("llamen", "es-MX", ("call",)),
        ("nummer", "de", ("number",)),
        ("para", "es-MX", ("for",)),
        ("para", "pt-BR", ("to",)),
        ("nummer", "hi", ("number",)),
        ("415", "fr", NUMBER),
        ("xqzwv", "en", ()),
    ],
)
def test_a_word_means_what_its_language_says_then_what_another_does(
    word: str, language: str, lemmas: tuple[str, ...]
) -> None:
    assert lemmas == lemmas_of(word, language)


@pytest.mark.parametrize(
    "words, languages, language",
    [
        ("je ne consens pas", ("en", "fr"), "fr"),
        ("je ne consens pas", ("en", "de", "fr-CA"), "fr-CA"),
        ("call me", ("en", "fr"), "en"),
        ("xqzwv", ("es", "en"), "es"),
        ("call me", ("hi",), "hi"),
    ],
)
def test_words_are_of_the_language_that_knows_most_of_them(
    words: str, languages: tuple[str, ...], language: str
) -> None:
    assert language == language_of(words, languages)
