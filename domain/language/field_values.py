"""Values of a script's fields: read from a person's words by rules that are certain, or from what a model wrote down.

Both end in the one written form of the field's type (domain/script_fields.py), or in nothing: what is doubtful stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from domain.callbacks import Moment, resolve
from domain.calling_hours import zone_info
from domain.language.dictation import Dictated, digits_in, email_in, is_dictation, value_in
from domain.language.phrases import plain_words, says, spoken_in
from domain.language.tables.every import phrases_of
from domain.language.utterance import Utterance
from domain.plain_text import one_line
from domain.script_fields import FieldDefinition, FieldType

LONGEST_TEXT: Final = 300
"""Characters of a text's value; chosen by feel."""

_NO: Final = phrases_of(lambda one: one.wishes.no)
_HEDGES: Final = phrases_of(lambda one: one.wishes.hedges)
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_DECIMAL: Final = re.compile(r"(?<![0-9])[0-9]++[.,][0-9]++")
_PHONE: Final = re.compile(r"\+?[0-9]{3,15}")
_BETWEEN_DIGITS: Final = re.compile(r"[\s()./-]")
_WORDS_BESIDE_A_NUMBER: Final = 3
_WORDS_BESIDE_A_CHOICE: Final = 5
"""And what stands for the choice itself: "I'd like the … please"; who says more may tell of another time. Chosen by feel."""

_SAME_DIGITS: Final = 6
"""So many last digits make two telephone numbers one, written with and without the country's code."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Where and when words were said. languages: the conversation's first; zones: those in which the person may be."""

    languages: tuple[str, ...]
    zones: tuple[str, ...]
    at: datetime

    @property
    def language(self) -> str:
        """The one in which the conversation was held."""
        return self.languages[0]


def value_said(field: FieldDefinition, words: str, heard: Heard) -> str:
    """What these words tell of the field, as the answer to its question; empty where that is not certain.

    A day without its year is the next one of its name, which is certain of what is still to come alone.
    """
    said = Utterance(words, heard.language, heard.languages)
    if said.aside is not None:  # "Sorry, what was that?" answers nothing
        return ""
    match field.type:
        case FieldType.BOOLEAN:
            return str(said.answer.is_yes).lower() if said.answer.is_plain else ""
        case FieldType.NUMBER:
            return _number_in(words, heard.language)
        case FieldType.DATE:
            return _date_in(words, heard)
        case FieldType.CHOICE:
            return _choice_in(field.choices, said)
        case FieldType.PHONE:
            is_number = is_dictation(Dictated.PHONE, words, heard.language)
            return _phone(value_in(Dictated.PHONE, words, heard.language) or "") if is_number else ""
        case FieldType.EMAIL:
            return email_in(words, heard.language) or ""
        case FieldType.TEXT:
            is_told = not (said.only_listens or said.picks_up or words.rstrip().endswith(("?", "？")))
            return _text(words) if is_told else ""


def value_written(field: FieldDefinition, text: str) -> str:
    """What a model wrote down for the field, if it is of its type; else empty."""
    plain = text.strip()
    match field.type:
        case FieldType.BOOLEAN:
            return plain.lower() if plain.lower() in ("true", "false") else ""
        case FieldType.NUMBER:
            return _written_number(plain)
        case FieldType.DATE:
            return _iso_date(plain)
        case FieldType.CHOICE:
            return next((each for each in field.choices if plain_words(each) == plain_words(plain)), "")
        case FieldType.PHONE:
            return _phone(_BETWEEN_DIGITS.sub("", plain))
        case FieldType.EMAIL:
            return plain.lower() if email_in(plain, "en") == plain.lower() else ""
        case FieldType.TEXT:
            return _text(plain)


def names_year(day: str, words: str, language: str) -> bool:
    """Whether these words name the year of a date."""
    return day[:4] in digits_in(words, language)


def is_lately(day: str, at: datetime) -> bool:
    """Whether a date is one of the year before this moment: "last Thursday" needs no year."""
    return timedelta(0) <= at.date() - date.fromisoformat(day) < timedelta(days=366)


def agrees(field: FieldDefinition, said: str, written: str) -> bool:
    """Whether two readings of one field say the same; a text may be put in other words."""
    if field.type is FieldType.TEXT:
        return True
    if field.type is FieldType.PHONE:
        return said[-_SAME_DIGITS:] == written[-_SAME_DIGITS:]
    return said == written


def _text(words: str) -> str:
    return one_line(words)[:LONGEST_TEXT].strip()


def _phone(digits: str) -> str:
    return digits if _PHONE.fullmatch(digits) else ""


def _number_in(words: str, language: str) -> str:
    """The one number that was said: a word, tens with a unit, or figures; several are not one, nor is one within a story."""
    decimals = _DECIMAL.findall(words)
    spoken = plain_words(words).split()
    places = [place for place, word in enumerate(spoken) if digits_in(word, language)]
    if not places or places[-1] - places[0] >= 2 or len(spoken) - len(places) > _WORDS_BESIDE_A_NUMBER:
        return ""
    if len(places) == 1:
        return _written_number(digits_in(spoken[places[0]], language))
    if len(decimals) == 1:
        return _written_number(decimals[0].replace(",", "."))
    tens, both = (
        digits_in(" ".join(spoken[places[0] : end]), language) for end in (places[1], places[1] + 1)
    )
    return both if len(tens) == len(both) == 2 and tens.endswith("0") else ""


def _written_number(figures: str) -> str:
    return f"{Decimal(figures).normalize():f}" if _NUMBER.fullmatch(figures) else ""


def _date_in(words: str, heard: Heard) -> str:
    """The day they mean on their own calendar, if it is still to come; empty where it depends on where they are."""
    answer = resolve(words, heard.zones, heard.at, languages=heard.languages)
    clocks = [clock for zone in heard.zones if (clock := zone_info(zone)) is not None]
    if not isinstance(answer, Moment) or not clocks:
        return ""
    days = {answer.at.astimezone(clock).date() for clock in clocks}
    return days.pop().isoformat() if len(days) == 1 else ""


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _choice_in(choices: Sequence[str], said: Utterance) -> str:
    """The one choice that is named in few words, and not denied or doubted; one within another's words is that other."""
    words = f" {said.words} "
    named = [each for each in choices if f" {plain_words(each)} " in words]
    longest = max(named, key=len, default="")
    if not longest or any(f" {plain_words(each)} " not in f" {plain_words(longest)} " for each in named):
        return ""
    rest = words.replace(f" {plain_words(longest)} ", " | ", 1)
    doubted = any(says(rest.strip(), spoken_in(table, *said.languages)) for table in (_NO, _HEDGES))
    return "" if doubted or len(rest.split()) > _WORDS_BESIDE_A_CHOICE else longest
