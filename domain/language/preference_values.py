"""What a wish about contact comes to, and which ones a conversation leaves behind: preferences.py only hears that there is one."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Final, TypeVar

from domain.callbacks.standing import NotStanding, refuses, standing_hours
from domain.calling_hours import narrowed
from domain.conversations import Verdict
from domain.language.opt_outs_and_goodbyes import sentences
from domain.language.phrases import base_of, plain_words, says, spelled_alike, spoken_in
from domain.language.preferences import Preference, preferences_in
from domain.language.tables.every import language_of, phrases_of
from domain.language.tables.shape import Rates
from domain.preferences import PreferenceKind, PreferenceValue, SaidPreference, WritingChannel
from domain.transcripts import Speaker, Transcript

_Value = TypeVar("_Value")
_ALWAYS: Final = phrases_of(lambda one: one.preferences.always)
_CHANNELS: Final = (
    (WritingChannel.SMS, phrases_of(lambda one: one.preferences.sms)),
    (WritingChannel.WHATSAPP, phrases_of(lambda one: one.preferences.whatsapp)),
    (WritingChannel.EMAIL, phrases_of(lambda one: one.preferences.email)),
)


def get_ready(language: str) -> None:
    """Compile how rates are named in this language ("es")."""
    _rate(language)


def value_of(wish: Preference, *languages: str) -> PreferenceValue | None:
    """What it comes to, as far as it is understood; None for what is about one day or call and no standing wish."""
    match wish.kind:
        case PreferenceKind.WHEN:
            return _when(wish.phrase, languages)
        case PreferenceKind.WRITING:
            words = plain_words(wish.phrase)
            named = (channel for channel, table in _CHANNELS if says(words, spoken_in(table, *languages)))
            return PreferenceValue(wish.kind, channels=tuple(named))
        case PreferenceKind.HOW_OFTEN:
            return PreferenceValue(wish.kind, gap=_gap(wish.phrase, languages))


def _when(phrase: str, languages: tuple[str, ...]) -> PreferenceValue | None:
    hours = standing_hours(phrase, *languages)
    if hours is NotStanding.ONE_TIME:
        return None
    is_standing = refuses(phrase, *languages) or _is_habit(phrase, languages)
    understood = None if isinstance(hours, NotStanding) or not is_standing else hours
    return PreferenceValue(PreferenceKind.WHEN, hours=understood)


def _is_habit(phrase: str, languages: tuple[str, ...]) -> bool:
    """Whether a time is named for every call: by a word for that, or in a language whose wishes are such."""
    spoken = {base_of(language) for language in languages}
    return not spoken <= _ALWAYS.keys() or _names_every_call(phrase, languages)


def _names_every_call(phrase: str, languages: tuple[str, ...]) -> bool:
    return says(plain_words(phrase), spoken_in(_ALWAYS, *languages))


def _gap(phrase: str, languages: tuple[str, ...]) -> timedelta | None:
    """How much time shall at least lie between two talks; None where no rate is named."""
    words = plain_words(phrase)
    for language in dict.fromkeys((*map(base_of, languages), "en")):
        rates = language_of(language).preferences.rates
        if says(words, tuple(map(spelled_alike, rates.too_often))):
            continue
        days = _days(words, language, rates)
        if days is not None:
            return timedelta(days=days)
    return None


def _days(words: str, language: str, rates: Rates) -> float | None:
    """A rate with a count goes before a mere "every"; what is more often than once a day leaves nothing to keep."""
    found = list(_rate(language).finditer(words))
    rate = next((each for each in found if each["count"]), next(iter(found), None))
    if rate is None or (not rate["count"] and refuses(words, language)):
        return None  # "not every day" says how often not, and not how often
    unit = _spelled(rates.units)[rate["unit"] or rate["each"]]
    number = _spelled(rates.numbers).get(rate["number"] or rate["many"] or "", 1)
    count = _spelled(rates.counts).get(rate["count"] or "", 1)
    days = unit * number / count
    return days if days >= 1 else None


def _spelled(words: Mapping[str, _Value]) -> dict[str, _Value]:
    return {spelled_alike(word): value for word, value in words.items()}


@cache
def _rate(language: str) -> re.Pattern[str]:
    """ "Once a week", "once every two weeks", "every other week"."""
    rates = language_of(language).preferences.rates
    counts, numbers, units = (_any_of(each) for each in (rates.counts, rates.numbers, rates.units))
    span = rf"(?:(?P<number>{numbers}) )?(?P<unit>{units})"
    every = "|".join(map(spelled_alike, rates.every))
    per = spelled_alike(rates.per)
    rate = rf"(?P<count>{counts}) (?:{per}|{every}) {span}"
    if rates.unit_first:
        rate = rf"{span} (?:{per} )?(?:\w+ )?(?P<count>{counts})"
    each = rf"(?:{every}) (?:(?P<many>{numbers}) )?(?P<each>{units})"
    return re.compile(rf"(?<!\S)(?:{rate}|{each})(?!\S)")


def _any_of(words: Mapping[str, object]) -> str:
    longest_first = sorted(map(spelled_alike, words), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


def preferences_said(
    transcript: Transcript, verdict: Verdict, began_at: datetime, *languages: str
) -> tuple[SaidPreference, ...]:
    """The preferences that a conversation leaves behind, at most one of each kind; turns count from began_at.

    Hours of several wishes hold together where they leave any, else the last ones. What only says when the promised call shall
    be is no preference, unless it refuses other hours or names them for every call.
    """
    found: dict[PreferenceKind, SaidPreference] = {}
    for turn in transcript:
        if turn.speaker is not Speaker.PERSON:
            continue
        said_at = began_at + timedelta(milliseconds=turn.ended_ms)
        for wish in (wish for each in sentences(turn.text) for wish in preferences_in(each, *languages)):
            value = value_of(wish, *languages)
            if value is None or _only_promises(verdict.callback_phrase, wish.phrase, languages):
                continue
            found[wish.kind] = _after(found.get(wish.kind), SaidPreference(value, wish.phrase, said_at))
    return tuple(found.values())


def wants_writing_since(promised: str, transcript: Transcript, *languages: str) -> bool:
    """Whether the person wanted to be written to instead after they said these words about a call."""
    wants = False
    for turn in transcript:
        for sentence in sentences(turn.text) if turn.speaker is Speaker.PERSON else ():
            wished = any(one.kind is PreferenceKind.WRITING for one in preferences_in(sentence, *languages))
            wants = wished or (wants and not _is_of(promised, sentence))
    return wants


def _only_promises(promised: str, phrase: str, languages: tuple[str, ...]) -> bool:
    """Whether this says no more than when the promised call shall be."""
    is_standing = refuses(phrase, *languages) or _names_every_call(phrase, languages)
    return _is_of(promised, phrase) and not is_standing


def _is_of(promised: str, phrase: str) -> bool:
    return bool(promised) and phrase in promised


def _after(before: SaidPreference | None, said: SaidPreference) -> SaidPreference:
    """The later one; one that is not understood takes nothing away from what was."""
    if before is None or before.value.hours is None:
        return said if before is None or said.value.has_effect or not before.value.has_effect else before
    if said.value.hours is None:
        return before
    both = narrowed(before.value.hours, said.value.hours)
    if both == before.value.hours:  # said again
        return before
    if both.never:
        return said
    return replace(said, value=replace(said.value, hours=both), phrase=f"{before.phrase} {said.phrase}")
