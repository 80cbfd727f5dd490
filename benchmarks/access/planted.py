"""Words that are planted in a run, in every spelling in which they could leave it, and the search for them.

A planted word must not occur by chance: names, addresses and what is said hold one stem that nothing else does; telephone
numbers are those that are kept for fiction, in one row of them; secrets are long and random.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

import numpy as np

SECRETS: Final = "secrets"
"""The kind of words that are long and random; they are kept as hashes, which nobody tries out."""
_PIECE: Final = 1 << 22  # bytes looked at together
_LEAST_OF_BASE64: Final = 10  # signs; fewer stand in random text by chance


@dataclass(slots=True)
class Planted:
    """What was planted, by kind: "number", "name" …; found: each word that was found somewhere, by the places where it stood."""

    words: dict[str, list[str]] = field(default_factory=dict)
    found: dict[str, set[str]] = field(default_factory=dict)

    def plant(self, kind: str, *words: str) -> None:
        """From now on these must be found nowhere."""
        self.words.setdefault(kind, []).extend(words)

    def __len__(self) -> int:
        return sum(map(len, self.words.values()))

    def patterns(self) -> Mapping[bytes, str]:
        """Every spelling, lower case, with the word that it spells."""
        return {
            form: word
            for kind, words in self.words.items()
            for word in words
            for form in (*spellings(word), *(() if kind == SECRETS else hashes(word)))
        }

    def search(self, places: Iterable[tuple[str, bytes]]) -> int:
        """Look for all of them in each place, by its name; how many bytes were looked at."""
        finder = _Finder(self.patterns())
        looked = 0
        for place, content in places:
            looked += len(content)
            for word in finder.words_in(content.lower()):
                self.found.setdefault(word, set()).add(place)
        return looked


class _Finder:
    """Thousands of patterns at once: only where six bytes begin one of them it is looked closer."""

    def __init__(self, patterns: Mapping[bytes, str]) -> None:
        self._by_beginning: dict[bytes, list[tuple[bytes, str]]] = {}
        self._first, self._next = np.zeros(1 << 24, bool), np.zeros(1 << 24, bool)
        for form, word in patterns.items():
            self._by_beginning.setdefault(form[:6], []).append((form, word))
            self._first[int.from_bytes(form[:3])] = True
            self._next[int.from_bytes(form[3:6])] = True

    def words_in(self, content: bytes) -> set[str]:
        """The words that are spelled anywhere in it."""
        found: set[str] = set()
        for start in range(0, len(content), _PIECE):
            piece = np.frombuffer(content, np.uint8, min(_PIECE + 5, len(content) - start), start).astype(
                np.uint32
            )
            if len(piece) < 6:
                continue
            threes = (piece[:-2] << 16) | (piece[1:-1] << 8) | piece[2:]
            for place in np.flatnonzero(self._first[threes[:-3]] & self._next[threes[3:]]) + start:
                beginning = content[place : place + 6]
                found |= {
                    word
                    for form, word in self._by_beginning.get(beginning, ())
                    if content.startswith(form, int(place))
                }
        return found


def spellings(word: str) -> Iterator[bytes]:
    """The word as it could be written down, in lower case since the search is: plain, of a number also without its plus and
    country and with signs between; as hexadecimal digits; in BASE64, wherever within a longer text it begins; percent-encoded;
    escaped for JSON."""
    plain = {word, *_of_a_number(word)}
    for text in plain:
        raw = text.encode()
        yield from {
            raw.lower(),
            text.encode("utf-16-le").lower(),
            quote(text, safe="").encode().lower(),
            json.dumps(text)[1:-1].encode().lower(),
            binascii.hexlify(raw),
            *_in_base64(raw),
        }


def hashes(word: str) -> Iterator[bytes]:
    """The word as a hash that needs no key, by which all numbers or names can be tried out; what is random cannot."""
    for text in {word, *_of_a_number(word)}:
        raw = text.encode()
        yield hashlib.sha256(raw).hexdigest().encode()
        yield hashlib.sha1(raw, usedforsecurity=False).hexdigest().encode()
        yield hashlib.md5(raw, usedforsecurity=False).hexdigest().encode()


def _of_a_number(word: str) -> tuple[str, ...]:
    if not word.startswith("+1") or not word[1:].isdecimal():
        return ()
    area, exchange, line = word[2:5], word[5:8], word[8:]
    return f"{area}{exchange}{line}", f"{area}-{exchange}-{line}", f"({area}) {exchange}-{line}"


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """What of it is sure to stand in any text around it, for the three places where it can begin; in both alphabets."""
    for before in range(3):
        encoded = base64.b64encode(bytes(before) + raw).rstrip(b"=")
        first = -(-before * 8 // 6)
        last = (before + len(raw)) * 8 // 6
        sure = encoded[first:last].lower()
        if len(sure) >= _LEAST_OF_BASE64:
            yield sure
            yield sure.translate(bytes.maketrans(b"+/", b"-_"))
