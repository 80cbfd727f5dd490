"""When somebody wants to be called again: their own words, in the languages of the calls, to a moment, a question or nothing.

A phrase is read by a grammar over each language's words of time (lexicon/), and resolved on the person's own clock.
Nothing is guessed: what is not understood for certain, or contradicts itself, is a question (Ask).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.callbacks.answers import AgreedCallback, Answer, Ask, Moment, Nothing, Unclear
from domain.callbacks.lexicon.english import ENGLISH
from domain.callbacks.lexicon.french import FRENCH
from domain.callbacks.lexicon.german import GERMAN
from domain.callbacks.lexicon.hindi import HINDI
from domain.callbacks.lexicon.portuguese import PORTUGUESE
from domain.callbacks.lexicon.shape import Lexicon
from domain.callbacks.lexicon.spanish import SPANISH
from domain.callbacks.options import Reading
from domain.callbacks.parser import is_surely_in, mentions, read
from domain.callbacks.resolver import Resolver
from domain.calling_hours import zone_info

__all__ = [
    "AgreedCallback",
    "Answer",
    "Ask",
    "Moment",
    "Nothing",
    "Unclear",
    "denies_time",
    "lexicons",
    "mentions_time",
    "resolve",
]

_LEXICONS: Final[dict[str, Lexicon]] = {
    one.tag: one for one in (ENGLISH, SPANISH, GERMAN, FRENCH, PORTUGUESE, HINDI)
}


def mentions_time(phrase: str, *languages: str) -> bool:
    """Whether these words say anything about when, in any of these languages; English when none is named."""
    return any(mentions(phrase, words) for words in lexicons(phrase, languages))


def denies_time(phrase: str, *languages: str) -> bool:
    """Whether these words name a day or time that is refused: "Monday does not work"."""
    return any(not read(phrase, words).refused.is_empty for words in lexicons(phrase, languages))


def resolve(
    phrase: str,
    zones: Sequence[str],
    now: datetime,
    *,
    languages: Sequence[str] = ("en",),
    lives_in: str | None = None,
) -> Answer:
    """The moment that these words mean to somebody in one of the zones.

    Several zones: a moment that all of them agree on, else that of lives_in, the zone in which nearly everybody of the
    place lives, else Ask. languages: those that may have been spoken, the likeliest first. now must carry a time zone.
    """
    answer: Answer = Nothing(phrase)
    for words in lexicons(phrase, languages):
        answer = _of_zones(read(phrase, words), words, zones, now, phrase, lives_in)
        if not isinstance(answer, Nothing):
            return answer
    return answer


def lexicons(phrase: str, languages: Sequence[str]) -> Iterator[Lexicon]:
    """Those that are known of the languages; then English, where none is or the words are surely English."""
    spoken = dict.fromkeys(language.split("-")[0].lower() for language in languages)
    known = [_LEXICONS[tag] for tag in spoken if tag in _LEXICONS]
    yield from known
    if ENGLISH not in known and (not known or is_surely_in(phrase, ENGLISH)):
        yield ENGLISH


def _of_zones(
    reading: Reading, words: Lexicon, zones: Sequence[str], now: datetime, phrase: str, lives_in: str | None
) -> Answer:
    named = zone_info(reading.zone) if reading.zone else None
    clocks = [clock for zone in zones if (clock := zone_info(zone)) is not None]
    if not clocks or len(clocks) < len(zones):
        return Ask(Unclear.ZONE, phrase, "The person's time zone is not known.")
    answers = {
        zone: Resolver(reading, clock, named, now, next_skips=words.next_skips_this_week).answer(phrase)
        for zone, clock in zip(zones, clocks, strict=True)
    }
    moments = [answer for answer in answers.values() if isinstance(answer, Moment)]
    agreed = _agreed(moments) if len(moments) == len(answers) else None
    if agreed is not None:
        return agreed
    if lives_in in answers:
        return answers[lives_in]
    if len(moments) == len(answers):
        return Ask(Unclear.ZONE, phrase, "It depends on which of the time zones the person is in.")
    return next(answer for answer in answers.values() if not isinstance(answer, Moment))


def _agreed(moments: list[Moment]) -> Moment | None:
    """A moment that keeps what was said whichever clock is the person's."""
    earliest, latest = max(one.earliest for one in moments), min(one.latest for one in moments)
    if earliest > latest:
        return None
    at = min(max(max(one.at for one in moments), earliest), latest)
    return replace(moments[0], at=at, earliest=earliest, latest=latest)
