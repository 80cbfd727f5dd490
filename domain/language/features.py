"""What the classifier sees of words: each word, what it means (`lexicon.py`), of which kind that is (`word_kinds.py`), and rows of these.

A feature is a hash of 32 bits. It is stable (CRC-32), so that weights learnt in one process are true in every other.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from domain.language.lexicon import lemmas_of
from domain.language.word_kinds import kind_of, kind_of_lemma

_LETTERS: Final = 4
"""So many letters stand in a row, a word's edges among them; only words that nobody knows are looked at so closely."""

_MOST_WORDS: Final = 200
"""More are not looked at: who speaks so long without an end says it in their first words or in their last."""

_LONGEST_WORD: Final = 40
"""So many letters of a word are looked at."""

_WEAK: Final = frozenset((
    "the", "uh", "be", "to", "of", "in", "a", "and", "that", "it", "so", "for", "with", "on", "at", "do", "will", "would", "have", "this",
    "by", "from",
))  # fmt: skip
"""What may stand between two meanings without parting them."""

Features = npt.NDArray[np.uint32]

_BEGINNING, _END = crc32(b"^"), crc32(b"$")
_OF_WORD, _OF_LEMMA, _OF_UNKNOWN = crc32(b"word "), crc32(b"lemma "), crc32(b"unknown ")
_OF_KIND, _OF_LETTERS = crc32(b"kind "), crc32(b"letters ")
_FIRST, _SECOND = np.uint32(0x01000193), np.uint32(0x9E3779B1)
_OF_MEANINGS, _OF_KINDS, _APART = np.uint32(0x1B873593), np.uint32(0x2545F491), np.uint32(0x6C078965)


@dataclass(frozen=True, slots=True)
class _Word:
    """Hashes of a word: of itself, of its meanings, of the kinds of those that are not weak, and of all that is a feature by itself."""

    itself: int
    meanings: tuple[int, ...]
    kinds: tuple[int, ...]
    alone: tuple[int, ...]


def features(words: str, language: str) -> Features:
    """Those of plain words (`domain.language.phrases.plain_words`), each as often as it is met; none for no words.

    language: in which the conversation is held.
    """
    said = words.split()
    if not said:
        return np.empty(0, np.uint32)
    if len(said) > _MOST_WORDS:
        said = said[: _MOST_WORDS // 2] + said[-_MOST_WORDS // 2 :]
    known = [_word(word[:_LONGEST_WORD], language) for word in said]
    meanings = _within_edges([meaning for word in known for meaning in word.meanings])
    kinds = _within_edges([kind for word in known for kind in word.kinds])
    pairs = _pairs(kinds)
    rows = (
        _pairs(_within_edges([word.itself for word in known])),
        _pairs(meanings) ^ _OF_MEANINGS,
        pairs ^ _OF_KINDS,
        pairs[:-1] * _FIRST ^ kinds[2:] ^ _OF_KINDS,
        kinds[:-2] * _FIRST ^ kinds[2:] ^ _APART,
    )
    alone = np.array([feature for word in known for feature in word.alone], np.uint32)
    return np.concatenate((alone, np.concatenate(rows) * _SECOND))


def _within_edges(hashes: list[int]) -> Features:
    return np.array([_BEGINNING, *hashes, _END], np.uint32)


def _pairs(hashes: Features) -> Features:
    return hashes[:-1] * _FIRST ^ hashes[1:]


@lru_cache(maxsize=16_384)
def _word(word: str, language: str) -> _Word:
    whole, lemmas = crc32(word.encode(), _OF_WORD), lemmas_of(word, language)
    if not lemmas:
        meaning, kind = crc32(word.encode(), _OF_UNKNOWN), crc32((kind_of(word) or word).encode(), _OF_KIND)
        return _Word(whole, (meaning,), (kind,), (whole, meaning, kind, *_letters(word)))
    known = [_lemma(lemma) for lemma in lemmas]
    meanings = tuple(meaning for meaning, _ in known)
    kinds = tuple(kind for _, kind in known if kind is not None)
    return _Word(whole, meanings, kinds, (whole, *meanings, *kinds))


@cache
def _lemma(lemma: str) -> tuple[int, int | None]:
    """Its hash and that of its kind, if it is not weak; lemmas are a closed set, so that each is looked at once."""
    kind = None if lemma in _WEAK else crc32((kind_of_lemma(lemma) or lemma).encode(), _OF_KIND)
    return crc32(lemma.encode(), _OF_LEMMA), kind


def _letters(word: str) -> list[int]:
    marked = f"<{word}>"
    rows = (marked[at : at + _LETTERS] for at in range(len(marked) - _LETTERS + 1))
    return [crc32(row.encode(), _OF_LETTERS) for row in rows]


def forget_words() -> None:
    """Every word is new again, as in a process that has just begun."""
    _word.cache_clear()
