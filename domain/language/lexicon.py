"""What a word means, as plain English lemmas: "llámenme" is "call me", "Anruf" is "call", "फोन" is "phone".

lexicon.tsv holds a line for each word that people say often on such calls: its language, the word as plain words have it, its lemmas.
Written by hand for the classifier, which learns from it what the six languages have in common; no rule reads it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from domain.language.phrases import base_of

FILE: Final = Path(__file__).with_name("lexicon.tsv")
NUMBER: Final = ("NUM",)
"""What digits mean, and words for numbers."""

Lemmas = tuple[str, ...]


@cache
def _by_language() -> Mapping[str, Mapping[str, Lemmas]]:
    words: dict[str, dict[str, Lemmas]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        language, word, lemmas = line.split("\t")
        words.setdefault(language, {})[word] = tuple(lemmas.split())
    return words


def lemmas_of(word: str, language: str) -> Lemmas:
    """Of a plain word that was said where this language ("es", "es-MX") is spoken; of another language's word where this one has none
    such, since people mix them; none for a word that is not known."""
    if word.isdigit():
        return NUMBER
    known = _by_language()
    own = known.get(base_of(language), {}).get(word)
    if own is not None:
        return own
    return next((words[word] for words in known.values() if word in words), ())


def language_of(words: str, languages: Sequence[str]) -> str:
    """Which of these languages plain words are of: the one that knows most of them, of equals the first."""
    if len(languages) == 1:
        return languages[0]
    said = words.split()

    def known_of(tag: str) -> int:
        its_words = _by_language().get(base_of(tag), {})
        return sum(word in its_words for word in said)

    return max(languages, key=known_of)
