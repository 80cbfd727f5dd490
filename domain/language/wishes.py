"""What a person's own words want at once: no more calls, the end of this one, to know whether we are a machine."""

import re
from functools import lru_cache
from typing import Final

from domain.language.intents import Finding, Intent, Listener
from domain.language.phrases import (
    Phrases,
    end_of,
    in_any_language,
    plain_words,
    says,
    spoken_in,
    without,
)
from domain.language.preferences import preferences_in
from domain.language.tables.every import phrases_of

_SENTENCE_END: Final = re.compile(r"(?<=[.!?।])\s+")
_QUESTION_MARKS: Final = ("?", "？")
_OPT_OUT: Final = in_any_language(phrases_of(lambda one: one.wishes.opt_out))
_OPT_OUT_ALONE: Final = phrases_of(lambda one: one.wishes.opt_out_alone)
_OPT_OUT_LIKELY: Final = in_any_language(phrases_of(lambda one: one.wishes.opt_out_likely))
_NO_OPT_OUT: Final = in_any_language(phrases_of(lambda one: one.wishes.no_opt_out))
_KEEPS: Final = phrases_of(lambda one: one.wishes.keeps)
_LIKELY: Final = 0.5
_ROBOT_QUESTION: Final = phrases_of(lambda one: one.wishes.robot_question)
_LONE_ROBOT: Final = phrases_of(lambda one: one.wishes.lone_robot)
_WANTS_END: Final = phrases_of(lambda one: one.wishes.wants_end)
_NO_END: Final = phrases_of(lambda one: one.wishes.no_end)
_GOES_ON: Final = phrases_of(lambda one: one.wishes.goes_on)
_PICKUP: Final = phrases_of(lambda one: one.asides.pickup)
_VOICEMAIL_GREETING: Final = phrases_of(lambda one: one.answerers.voicemail_greeting)


def sentences(text: str) -> list[str]:
    """The sentences of a text, trimmed, without empty ones."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def is_opt_out(text: str, *languages: str) -> bool:
    """Whether the person demands not to be contacted again; a wish for another time is none.

    A demand counts in whatever language it comes; languages decide about single words such as "stop", which count where
    they are a whole sentence: "No. Stop."
    """
    words = plain_words(text)
    alone = dict.fromkeys((words, *map(plain_words, sentences(text))))
    return says(without(words, _NO_OPT_OUT), _OPT_OUT) or any(
        is_all(each, _OPT_OUT_ALONE, *languages) for each in alone
    )


def keeps(text: str, *languages: str) -> bool:
    """Whether the person takes an opt-out back, or says that they meant none: "no, no, keep me on the list"."""
    return any(says(plain_words(each), spoken_in(_KEEPS, *languages)) for each in sentences(text))


def rules_on_contact(text: str, *languages: str) -> tuple[Finding, ...]:
    """What the rules hear about being contacted again: certainly or likely never, all the same, or in some other way."""
    findings = []
    if is_opt_out(text, *languages):
        findings.append(Finding(Intent.OPT_OUT, Listener.RULES, text, 1.0))
    elif says(without(plain_words(text), _NO_OPT_OUT), _OPT_OUT_LIKELY):
        findings.append(Finding(Intent.OPT_OUT, Listener.RULES, text, _LIKELY))
    if keeps(text, *languages):
        findings.append(Finding(Intent.KEEP, Listener.RULES, text, 1.0))
    wishes = (each for each in sentences(text) if preferences_in(each, *languages))
    findings.extend(Finding(Intent.PREFERENCE, Listener.RULES, each, 1.0) for each in wishes)
    return tuple(findings)


def is_robot_question(text: str, language: str) -> bool:
    """Whether the person asks if they speak with a machine."""
    return any(
        _asks_about_robot(plain_words(sentence), language, question="?" in sentence)
        for sentence in sentences(text)
    )


def _asks_about_robot(words: str, language: str, *, question: bool) -> bool:
    """A lone "robot" is a question only with its question mark."""
    if says(words, spoken_in(_LONE_ROBOT, language)) and len(words.split()) <= 2:
        return question
    return says(words, spoken_in(_ROBOT_QUESTION, language))


def wants_end(text: str, *languages: str) -> bool:
    """Whether the person takes leave or wants to hang up, and does not go on after it: "I have to run, but tell me quickly"."""
    leave, none, more = (spoken_in(table, *languages) for table in (_WANTS_END, _NO_END, _GOES_ON))
    wants_end = False
    for sentence in sentences(text):
        words = without(plain_words(sentence), none)
        end = end_of(words, leave)
        asks = end is None and sentence.endswith(_QUESTION_MARKS)
        wants_end = (wants_end or end is not None) and not asks and not says(words[end:].strip(), more)
    return wants_end


def is_voicemail_greeting(text: str, language: str) -> bool:
    """Whether these words are a machine's greeting rather than a person's."""
    return says(plain_words(text), spoken_in(_VOICEMAIL_GREETING, language))


def is_pickup_phrase(text: str, *languages: str) -> bool:
    """Whether these words are only how one picks up a telephone: "Hello?", "Yes, Miller speaking"."""
    return is_all(plain_words(text), _PICKUP, *languages)


def is_all(words: str, table: Phrases, *languages: str) -> bool:
    """Whether plain words are nothing else than one of a table's phrases."""
    return _any_of(spoken_in(table, *languages)).fullmatch(words) is not None


@lru_cache(maxsize=128)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
