"""From words to what they can mean: numbers, clock times, dates and a language's own words of time, in their order."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.callbacks.lexicon.shape import OF_TIME, Kind, Lexicon

_LONGEST: Final = 500
"""Characters that are read: nobody names a time in more."""
_PIECE: Final = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})(?!\d)"
    r"|(?P<clock>\d{1,2}[:h]\d{2})(?!\d)"
    r"|(?P<dotted>\d{1,2}\.\d{2})(?![\d.]\d)(?!\d)"
    r"|(?P<date>\d{1,2}[/.]\d{1,2}(?:[/.](?:\d{4}|\d{2}))?)(?!\d)"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|o|a|ten|te)(?![^\W\d_])"
    r"|(?P<dash>(?<=\d)[-–](?=\d))"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f])*+)"
    r"|(?P<stop>[.,;:!?…—–।\n])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a few, with everything they can mean; text as it was read."""

    kinds: Mapping[Kind, object]
    text: str

    def has(self, *kinds: Kind) -> bool:
        """Whether it can mean any of these."""
        return any(kind in self.kinds for kind in kinds)

    def number(self, kind: Kind = Kind.NUMBER) -> int:
        """The value of a kind whose value is one number."""
        value = self.kinds[kind]
        assert isinstance(value, int)
        return value

    def numbers(self, kind: Kind) -> tuple[int | None, ...]:
        """The value of a kind whose value is several numbers."""
        value = self.kinds[kind]
        assert isinstance(value, tuple)
        return value

    def whole_numbers(self, kind: Kind) -> tuple[int, ...]:
        """The value of a kind whose several numbers are all told."""
        return tuple(number for number in self.numbers(kind) if number is not None)

    def length(self) -> tuple[int, int, str]:
        """The value of a SPAN: least, most, unit."""
        value = self.kinds[Kind.SPAN]
        assert isinstance(value, tuple)
        least, most, unit = value
        return int(least), int(most), str(unit)

    def name(self, kind: Kind) -> str:
        """The value of a kind whose value is a name."""
        return str(self.kinds[kind])


def plain(text: str, words: Lexicon) -> str:
    """Small letters without accents; apostrophes are nothing, or a blank where the language parts words by them."""
    folded = "".join(_folded(letter) for letter in text[:_LONGEST].lower())
    folded = re.sub(r"['’ʼ`´]", " " if words.apostrophe_parts else "", folded)
    folded = re.sub(r"\b([ap])\. ?m\b\.?", r"\1m", folded)
    folded = re.sub(r"(?<=\d) ?[-–] ?(?=\d)", "-", folded)
    folded = re.sub(r" - ", " , ", folded)
    for pattern, anew in words.rewritten:
        folded = pattern.sub(anew, folded)
    return folded


def _folded(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter == "ß":
        return "ss"
    parts = unicodedata.normalize("NFKD", letter)
    return parts[0] if parts[0].isascii() else parts


def tokens_of(text: str, words: Lexicon) -> tuple[Token, ...]:
    """Every word of a phrase with its meaning; the longest entry of the lexicon holds."""
    pieces = [
        (found.lastgroup or "", found[found.lastgroup or 0]) for found in _PIECE.finditer(plain(text, words))
    ]
    tokens: list[Token] = []
    place = 0
    while place < len(pieces):
        group, piece = pieces[place]
        if group == "word" and piece.endswith("ish") and piece[:-3] in words.entries:
            pieces[place : place + 1] = [("word", piece[:-3]), ("word", "ish")]  # "fourish"
            continue
        found = _entry(pieces, place, words) if group in ("word", "number") else None
        if found is not None:
            token, length = found
            if not token.has(Kind.NOISE):
                tokens.append(token)
            place += length
            continue
        if group in ("number", "dotted") and words.dots_are_dates:
            dated = _with_dot(pieces, place, tokens, words)
            if dated is not None:
                tokens.append(dated[0])
                place += dated[1]
                continue
        tokens.append(_token(group, piece, words))
        place += 1
    return _with_no_decided(tokens, verb_last=words.verb_last)


def _with_dot(
    pieces: list[tuple[str, str]], place: int, before: list[Token], words: Lexicon
) -> tuple[Token, int] | None:
    """ "am 25. November", "um 9.10 Uhr": what a dot makes of a number depends on its neighbours. How many pieces it takes."""
    group, piece = pieces[place]
    following = [one for _, one in pieces[place + 1 : place + 3]]
    if group == "dotted":
        is_clock = following[:1] == ["uhr"] or (before and before[-1].has(Kind.AT, Kind.ABOUT))
        hour, minute = (int(part) for part in piece.split("."))
        return (_clock(hour, minute, piece), 1) if is_clock else None
    if len(piece) > 2 or following[:1] != ["."]:
        return None
    month = _entry(pieces, place + 2, words) if len(following) == 2 else None
    if (month is not None and month[0].has(Kind.MONTH)) or (before and before[-1].has(Kind.DATE_LEAD)):
        return Token({Kind.DATE: (int(piece), None, None)}, piece), 2
    return None


_ENDS: Final = (
    *OF_TIME, Kind.NUMBER, Kind.MONTH, Kind.AM, Kind.PM, Kind.OCLOCK, Kind.MINUTES_AFTER, Kind.NEXT, Kind.ORDINAL,
    Kind.WEEK, Kind.DATE_TAIL,
)  # fmt: skip


def _with_no_decided(tokens: list[Token], *, verb_last: bool) -> tuple[Token, ...]:
    """Each "no" as what it does: behind a time it refuses it, on its own it corrects, else it refuses what follows."""
    decided = list(tokens)
    for place, token in enumerate(tokens):
        if not token.has(Kind.NO):
            continue
        before = place - 1
        while before >= 0 and tokens[before].has(Kind.THE, Kind.NOISE) and not tokens[before].has(*_ENDS):
            before -= 1
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if before >= 0 and tokens[before].has(*_ENDS):
            kind = Kind.BAD
        elif before >= 0 and tokens[before].has(Kind.FILLER):
            kind = Kind.WORD  # "right now, no"
        elif following is None or following.has(Kind.STOP, Kind.WISH, Kind.CORRECT):
            kind = Kind.CORRECT
        else:
            kind = Kind.WORD if verb_last else Kind.NOT
        decided[place] = Token({kind: None}, token.text)
    return tuple(decided)


def _entry(pieces: list[tuple[str, str]], place: int, words: Lexicon) -> tuple[Token, int] | None:
    for key, kinds in words.entries.get(pieces[place][1], ()):
        if all(
            place + step < len(pieces)
            and pieces[place + step][1] == word
            and pieces[place + step][0] != "stop"
            for step, word in enumerate(key)
        ):
            return Token(kinds, " ".join(key)), len(key)
    return None


def _token(group: str, piece: str, words: Lexicon) -> Token:
    match group:
        case "stop":
            return Token({Kind.STOP: None}, piece)
        case "dash":
            return Token({Kind.TO: None}, piece)
        case "number":
            return Token({Kind.NUMBER: int(piece)} if len(piece) <= 4 else {Kind.WORD: None}, piece)
        case "ordinal":
            return Token({Kind.DATE: (int(piece), None, None)}, piece)
        case "clock":
            hour, minute = (int(part) for part in re.split(r"[:h]", piece))
            return _clock(hour, minute, piece)
        case "dotted":
            first, second = (int(part) for part in piece.split("."))
            if words.dots_are_dates and 1 <= second <= 12 and 1 <= first <= 31:
                return Token({Kind.DATE: (first, second, None)}, piece)
            return _clock(first, second, piece)
        case "iso":
            year, month, day = (int(part) for part in piece.split("-"))
            return Token({Kind.DATE: (day, month, year)}, piece)
        case "date":
            return _date(piece, words)
    return Token({Kind.WORD: None}, piece)


def _clock(hour: int, minute: int, piece: str) -> Token:
    if hour > 24 or minute > 59:
        return Token({Kind.WORD: None}, piece)
    return Token({Kind.CLOCK: (hour, minute, piece.startswith("0"))}, piece)


def _date(piece: str, words: Lexicon) -> Token:
    """A date in figures; one that two countries read differently is a date without meaning (day 0)."""
    if piece == "24/7":
        return Token({Kind.WORD: None}, piece)
    first, second, *rest = (int(part) for part in re.split(r"[/.]", piece))
    year = rest[0] if rest else None
    year = 2000 + year if year is not None and year < 100 else year
    day, month = (first, second) if words.day_before_month or first > 12 else (second, first)
    if not words.day_before_month and first <= 12 and second <= 12 and first != second:
        day = 0
    return Token({Kind.DATE: (day, month, year)}, piece)
