"""What the classifier sees of words: which of a fixed number of buckets each word, its kind, its letters and rows of these fall into.

The hash is stable (CRC-32), so that weights learnt in one process are true in every other.
"""

from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from domain.language.word_kinds import kind_of

BUCKETS_LOG2: Final = 18
BUCKETS: Final = 1 << BUCKETS_LOG2
_MASK: Final = BUCKETS - 1
_LETTERS: Final = 4
"""So many letters stand in a row, a word's edges among them; only words without a kind are looked at so closely."""

_BEGINNING: Final = crc32(b"^")
_END: Final = crc32(b"$")
_FIRST: Final = np.uint32(0x01000193)
_SECOND: Final = np.uint32(0x9E3779B1)
_TO_BUCKET: Final = np.uint32(32 - BUCKETS_LOG2)
_OF_KINDS, _OF_KINDS_ALONE, _APART = np.uint32(0x1B873593), np.uint32(0x2545F491), np.uint32(0x6C078965)
_MOST_WORDS: Final = 200
"""More are not looked at: who speaks so long without an end says it in their first words or in their last."""

Buckets = npt.NDArray[np.int64]
_Hashes = npt.NDArray[np.uint32]


def features(words: str) -> Buckets:
    """The buckets of plain words (`domain.language.phrases.plain_words`), each as often as it is met; none for no words."""
    said = words.split()
    if not said:
        return np.empty(0, np.int64)
    if len(said) > _MOST_WORDS:
        said = said[: _MOST_WORDS // 2] + said[-_MOST_WORDS // 2 :]
    known = [_of_word(word) for word in said]
    spoken = np.array([_BEGINNING, *[word for word, _, _, _ in known], _END], np.uint32)
    kinds = np.array([_BEGINNING, *[kind for _, kind, _, _ in known], _END], np.uint32)
    alone = np.array([_BEGINNING, *[kind for _, kind, has_one, _ in known if has_one], _END], np.uint32)
    pairs, pairs_alone = _row(kinds[:-1], kinds[1:]), _row(alone[:-1], alone[1:])
    rows = np.concatenate(
        (
            _row(spoken[:-1], spoken[1:]),
            pairs ^ _OF_KINDS,
            _row(pairs[:-1], kinds[2:]) ^ _OF_KINDS,
            pairs_alone ^ _OF_KINDS_ALONE,
            _row(pairs_alone[:-1], alone[2:]) ^ _OF_KINDS_ALONE,
            _row(alone[:-2], alone[2:]) ^ _APART,
            _row(alone[:-3], alone[3:]) ^ _APART,
        )
    )
    themselves = np.frombuffer(b"".join([each for _, _, _, each in known]), np.uint32)
    return np.concatenate((rows * _SECOND >> _TO_BUCKET, themselves)).astype(np.int64)


def _row(one: _Hashes, other: _Hashes) -> _Hashes:
    return one * _FIRST ^ other


@lru_cache(maxsize=16_384)
def _of_word(word: str) -> tuple[int, int, bool, bytes]:
    """A word's hash; that of its kind, or of itself where it has none; whether it has one; its own buckets, as 32-bit numbers."""
    whole, kind = crc32(word.encode()), kind_of(word)
    if kind:
        of_kind = crc32(f"kind {kind}".encode())
        return whole, of_kind, True, np.array([whole & _MASK, of_kind & _MASK], np.uint32).tobytes()
    marked = f"<{word}>".encode("utf-16-le")  # two bytes a letter: slices are letters
    width = 2 * _LETTERS
    letters = [crc32(marked[at : at + width]) & _MASK for at in range(0, len(marked) - width + 1, 2)]
    return whole, whole, False, np.array([whole & _MASK, *letters], np.uint32).tobytes()


def forget_words() -> None:
    """Every word is new again, as in a process that has just begun."""
    _of_word.cache_clear()
