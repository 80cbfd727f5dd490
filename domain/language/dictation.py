"""Numbers and e-mail addresses as people dictate them: "double five, oh", "john underscore smith at example dot com".

Digits are found in figures and in words, addresses spelled or spoken; each can be said back so that a listener can check
it. Words are compared as in domain/language/phrases.py.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from domain.language.dictation_repairs import attempts_in, corrected, without_explanations
from domain.language.phrases import Phrases, base_of, plain_words, spoken_in
from domain.language.tables.every import EVERY, phrases_of


class Dictated(StrEnum):
    """What a question may ask to be dictated; names are those of domain.scripts.Question.expects."""

    DIGITS = "digits"
    PHONE = "phone"
    EMAIL = "email"


_TIMES: Final = {word: times for one in EVERY for word, times in one.dictation.times.items()}
_NOUGHTS: Final = {word: noughts for one in EVERY for word, noughts in one.dictation.noughts.items()}
_HOMOPHONES: Final = {word: digit for one in EVERY for word, digit in one.dictation.homophones.items()}
_LINKS: Final = frozenset(word for one in EVERY for word in one.dictation.link)
_BESIDE_NUMBERS: Final = frozenset(word for one in EVERY for word in one.dictation.beside_numbers.split())
_BEFORE_AN_ADDRESS: Final = frozenset(
    word for one in EVERY for word in one.dictation.before_an_address.split()
)
_ONE_WORD: Final = tuple(both for one in EVERY for both in one.dictation.written_as_one)
_FEW_DIGITS: Final = 3
_MOST_TRIES: Final = 5
"""How many signs "@", the last ones, may be that of the address."""

_AT: Final = phrases_of(lambda one: one.dictation.at)
_DOT: Final = phrases_of(lambda one: one.dictation.dot)
_UNDERSCORE: Final = phrases_of(lambda one: one.dictation.underscore)
_DASH: Final = phrases_of(lambda one: one.dictation.dash)
_PLUS: Final = phrases_of(lambda one: one.dictation.plus)
_SYMBOLS: Final = {"@": _AT, ".": _DOT, "_": _UNDERSCORE, "-": _DASH, "+": _PLUS}
_any_as_in = "|".join(words for one in EVERY for words in one.dictation.as_in)
_any_like = "|".join(words for one in EVERY for words in one.dictation.spelled_like)
_any_case = "|".join(words for one in EVERY for words in one.dictation.letter_case)
_any_decimal = "|".join(words for one in EVERY for words in one.dictation.decimal)
_any_double = "|".join(words for one in EVERY for words in one.dictation.double_letter)
_AS_IN: Final = re.compile(rf"(?<= )([a-z]) (?:{_any_as_in}) \w+")
_SPELLED_LIKE: Final = re.compile(rf"(?<= )([^\W\d_]) (?:{_any_like}) \1\w+")
_LETTER_CASE: Final = re.compile(rf"(?<= )(?:{_any_case}) (?=\w(?: |$))")
_DECIMAL: Final = re.compile(rf"(?P<whole>[^ ].*) (?:{_any_decimal}) (?P<part>.+)")
_DOUBLE_LETTER: Final = re.compile(rf"(?<= )(?:{_any_double}) ([a-z0-9])(?= |$)")
_ADDRESS: Final = re.compile(r"[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@(?:[a-z0-9-]+\.)+[a-z]{2,}")
_PARTS: Final = re.compile(r"[^\W_]+|[@._+-]")
_COMPLETE_PHONE: Final = 10
_LONGEST_WHOLE: Final = 3
_MOST_DECIMALS: Final = 2
_LONGEST_PHONE: Final = 12


def digits_in(text: str, language: str) -> str:
    """All digits of a text in order, with a leading + where one was said; empty when there are none."""
    digits, _ = _read_digits(text, language)
    return f"+{digits}" if digits and _begins_with_plus(text, language) else digits


def _begins_with_plus(text: str, language: str) -> bool:
    units, tens = _digit_words(language)
    words = _joined(text).split()
    first = next(
        place for place, word in enumerate(words) if word.isdecimal() or word in units or word in tens
    )
    named = first > 0 and words[first - 1] in spoken_in(_PLUS, language)
    return named or re.match(r"\D*\+", text) is not None


def email_in(text: str, language: str) -> str | None:
    """The address that a text dictates, in small letters; None when there is none that could exist."""
    parts = _symbols(_spelled(_parts(without_explanations(text))), language)
    ats = [place for place, part in enumerate(parts) if part == "@"]
    for place in reversed(ats[-_MOST_TRIES:]):
        address = f"{_local_part(parts[:place])}@{_domain(parts[place + 1 :])}"
        if _ADDRESS.fullmatch(address):
            return address
    return None


def value_in(kind: Dictated, text: str, language: str) -> str | None:
    """What was dictated, normalised; None when nothing was. Digits may be a decimal number ("3.5")."""
    if kind is Dictated.EMAIL:
        return email_in(text, language)
    decimal = _decimal_in(text, language) if kind is Dictated.DIGITS else None
    return decimal or digits_in(text, language) or None


def _decimal_in(text: str, language: str) -> str | None:
    """A small number with one or two decimals, if that is all that was dictated."""
    found = _DECIMAL.fullmatch(_joined(text)) or re.fullmatch(r"\D*(?P<whole>\d+)[.,](?P<part>\d+)\D*", text)
    if found is None:
        return None
    whole, part = (_read_digits(found[name], language)[0] for name in ("whole", "part"))
    return f"{whole}.{part}" if 0 < len(whole) <= _LONGEST_WHOLE and 0 < len(part) <= _MOST_DECIMALS else None


def is_dictation(kind: Dictated | None, text: str, language: str) -> bool:
    """Whether these words are, or begin, something dictated; kind: what was asked for, None if nothing was.

    Without a question only groups of digits and spelled letters count, and three of them.
    """
    if kind is Dictated.EMAIL:
        parts = _symbols(_parts(text), language)
        letters = [part for part in parts if len(part) == 1]
        return "@" in parts or len(letters) >= _FEW_DIGITS
    digits, others = _read_digits(text, language)
    own = [word for word in others if word not in _BESIDE_NUMBERS]
    if kind is not None:
        return bool(digits) and len(own) <= len(digits)
    spelled = [word for word in others if len(word) == 1]
    return not [word for word in own if len(word) > 1] and max(len(digits), len(spelled)) >= _FEW_DIGITS


def is_complete(kind: Dictated | None, text: str, language: str) -> bool:
    """Whether nothing more can be expected: a whole address, or as many digits as a telephone number has."""
    if kind is Dictated.EMAIL:
        return email_in(text, language) is not None
    digits = digits_in(text, language)
    if kind is not Dictated.PHONE:
        return False
    return len(digits) >= _LONGEST_PHONE or (len(digits) == _COMPLETE_PHONE and digits[0] not in "+01")


def said_back(kind: Dictated, value: str, language: str) -> str:
    """The value in a form that is heard clearly: digits in groups, addresses spelled."""
    if kind is not Dictated.EMAIL:
        groups = ", ".join(" ".join(group) for group in _groups(value.removeprefix("+")))
        return f"{_name(_PLUS, language)} {groups}" if value.startswith("+") else groups
    local, _, domain = value.partition("@")
    spelled = " ".join(_sign(character, language) for character in local)
    labels = f" {_name(_DOT, language)} ".join(
        " ".join(_label(label, language)) for label in domain.split(".")
    )
    return f"{spelled} {_name(_AT, language)} {labels}"


def _sign(character: str, language: str) -> str:
    return _name(_SYMBOLS[character], language) if character in _SYMBOLS else character


def _label(label: str, language: str) -> list[str]:
    """A label is said as a word, but digits and dashes one by one."""
    return [part if part.isalpha() else _sign(part, language) for part in re.findall(r"[a-z]+|.", label)]


def _groups(digits: str) -> list[str]:
    """Three by three, the rest of four or fewer in one or two."""
    groups = []
    while len(digits) > 4:
        groups.append(digits[:3])
        digits = digits[3:]
    return [*groups, digits]


def _read_digits(text: str, language: str) -> tuple[str, list[str]]:
    """The digits, with what corrected them, and the words that are none."""
    digits, others = "", list[str]()
    for attempt in attempts_in(_joined(text), language):
        found, rest = _read_attempt(attempt, language)
        digits = corrected(digits, found)
        others += rest
    return digits, others


def _read_attempt(words: str, language: str) -> tuple[str, list[str]]:
    units, tens = _digit_words(language)
    digits, others, times, ten = "", list[str](), 1, 0
    for word in _heard_right(words.split(), units, tens):
        unit = word if word.isdecimal() else units.get(word)
        if unit is not None:
            unit = unit if unit.isascii() else "".join(str(int(digit)) for digit in unit)
            follows = ten and unit != "0" and len(unit) <= 2 and int(unit) < (20 if ten in (60, 80) else 10)
            digits += str(ten + int(unit)) if follows else (str(ten) if ten else "") + unit * times
            times, ten = 1, 0
        elif word in _LINKS and ten:
            continue
        else:
            digits, ten = digits + (str(ten) if ten else ""), tens.get(word, 0)
            times = _TIMES.get(word, 1)
            digits += _NOUGHTS.get(word, "") if digits else ""
            if not ten and times == 1 and word not in _NOUGHTS:
                others.append(word)
    return digits + (str(ten) if ten else ""), others


def _heard_right(words: list[str], units: Mapping[str, str], tens: Mapping[str, int]) -> list[str]:
    """Words with the digits that a recogniser wrote as other words: "for" between two digits is a four."""
    right = list(words)

    def is_digit(place: int) -> bool:
        word = right[place] if 0 <= place < len(right) else ""
        return word.isdecimal() or word in units or word in tens

    for place, word in enumerate(words):
        meant = _HOMOPHONES.get(word)
        follows = place + 1 < len(words) and words[place + 1] in _HOMOPHONES
        if meant is not None and is_digit(place - 1) and (follows or is_digit(place + 1)):
            right[place] = meant
    return right


@cache
def _digit_words(language: str) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """Units and tens of a language and of English; numbers that are one word are units."""
    units: dict[str, str] = {}
    tens: dict[str, int] = {}
    spoken = [
        one.dictation for tag in dict.fromkeys((base_of(language), "en")) for one in EVERY if one.tag == tag
    ]
    for each in spoken:
        for number, words in enumerate(each.units):
            units |= {
                plain_words(word): str(number) for word in words.split() if plain_words(word) not in units
            }
        for number, words in enumerate(each.tens, start=2):
            tens |= dict.fromkeys(words.split(), number * 10)
    units |= {word: str(number) for each in spoken for word, number in each.compounds.items()}
    return units, tens


def _joined(text: str) -> str:
    """Plain words, with those that belong together written as one."""
    return _together(plain_words(text))


def _together(words: str) -> str:
    words = f" {words} "
    for apart, together in _ONE_WORD:
        words = words.replace(f" {apart} ", f" {together} ")
    return words.strip()


def _name(table: Phrases, language: str) -> str:
    return table.get(base_of(language), table["en"])[0]


def _parts(text: str) -> list[str]:
    """Words and signs, without the end of the sentence; what stands between white space is one word with its signs."""
    joined = re.sub(r"[.,;!?]+(?=\s|$)", " ", text.lower())
    found: list[str] = []
    for chunk in joined.split():
        found += _PARTS.findall(chunk) if re.search(r"[@._+-]", chunk) else _joined(chunk).split()
    return _together(" ".join(found)).split()


def _spelled(parts: list[str]) -> list[str]:
    """Without "as in boy" after a letter or "capital" before it, and with doubled letters."""
    text = _AS_IN.sub(r"\1", f" {' '.join(parts)}")
    text = _LETTER_CASE.sub("", _SPELLED_LIKE.sub(r"\1", text))
    text = _DOUBLE_LETTER.sub(r"\1 \1", text)
    return text.split()


def _symbols(parts: list[str], language: str) -> list[str]:
    """Names of signs and digits as what they name."""
    units, tens = _digit_words(language)
    signs = {_together(name): sign for sign, table in _SYMBOLS.items() for name in spoken_in(table, language)}
    named = [signs.get(part) or (part if len(part) == 1 else units.get(part, part)) for part in parts]
    return _with_tens(named, tens)


def _with_tens(parts: list[str], tens: Mapping[str, int]) -> list[str]:
    """Tens, with the unit that follows them, in figures: "forty two"."""
    found: list[str] = []
    for part in parts:
        before = found[-1] if found else ""
        if before in tens and len(part) == 1 and part.isdecimal() and part != "0":
            found[-1] = str(tens[before] + int(part))
        else:
            found.append(part)
    return [str(tens[part]) if part in tens else part for part in found]


def _local_part(parts: list[str]) -> str:
    start = max(
        (place + 1 for place, part in enumerate(parts) if part == "@" or part in _BEFORE_AN_ADDRESS),
        default=0,
    )
    return "".join(parts[start:])


def _domain(parts: list[str]) -> str:
    """Up to the last label: one word, or letters spelled one by one."""
    dots = [place for place, part in enumerate(parts) if part == "."]
    if not dots:
        return ""
    last = parts[dots[-1] + 1 :]
    letters = next((place for place, part in enumerate(last) if len(part) != 1), len(last))
    return "".join([*parts[: dots[-1] + 1], *last[: letters or 1]])
