"""How a phrase is looked for in what somebody said; the phrases of each language stand in domain/language/tables.

Texts are compared as plain words: small letters, no accents, apostrophes gone ("don't" is "dont"), Devanagari without the marks that
are written or left out at will, everything else a space. Patterns are regular expressions over such words and match whole words only. The tables are short on purpose:
a rule fires where the meaning is certain, the rest is left to the model.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from domain.language.phrase_finder import finder

Phrases = Mapping[str, tuple[str, ...]]
"""Language ("en") -> patterns."""


_ASCII: Final = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)} | dict.fromkeys(
    b"'`"
)
_LEFT_OUT: Final = str.maketrans(
    {"\u093c": None, "\u0901": "\u0902"}
    | dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", "कखगजडढफय", strict=True))
)
"""Devanagari's nukta, also where it is one with its letter, and the chandrabindu, for which a dot is written as well."""


def spelled_alike(text: str) -> str:
    """A text, or a pattern, in the one spelling of Devanagari that plain words have: "फ़ोन" as "फोन", "हाँ" as "हां"."""
    return text.translate(_LEFT_OUT)


@lru_cache(maxsize=2048)
def plain_words(text: str) -> str:
    """The text as words that can be compared; letters of any script stay."""
    if text.isascii():  # a fifth of the time for most of what is said in English
        return " ".join(text.lower().translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFD", text.lower().replace("ß", "ss"))
    kept = spelled_alike(re.sub(r"['’`´\u0300-\u036f]", "", decomposed))
    words = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in kept)
    return " ".join(unicodedata.normalize("NFC", words).split())


def says(words: str, patterns: tuple[str, ...]) -> bool:
    """Whether plain words contain one of the patterns as whole words."""
    return finder(patterns).any_in(words)


def end_of(words: str, patterns: tuple[str, ...]) -> int | None:
    """Where the last of these patterns ends in plain words; None if they contain none."""
    return max((found.end() for found in finder(patterns).all_in(words)), default=None)


def without(words: str, patterns: tuple[str, ...], *, most: int | None = None) -> str:
    """Plain words without these phrases, or without the first few of them; what stood before and after one never becomes a phrase
    together."""
    return finder(patterns).without(words, most)


def base_of(language: str) -> str:
    """A tag's language without its region: "es" of "es-MX"."""
    return language.partition("-")[0].lower()


def spoken_in(phrases: Phrases, *languages: str) -> tuple[str, ...]:
    """The patterns of these languages ("en-US") and of English, which is heard everywhere."""
    heard = dict.fromkeys((*map(base_of, languages), "en"))
    return tuple(pattern for language in heard for pattern in phrases.get(language, ()))


def in_any_language(phrases: Phrases) -> tuple[str, ...]:
    """The patterns of all languages."""
    return tuple(pattern for patterns in phrases.values() for pattern in patterns)
