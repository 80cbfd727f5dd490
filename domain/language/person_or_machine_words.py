"""What machines say that answer telephones, and what only people say: signs in the words of a call's first turns.

Signs add up: a strong one is enough alone, weak ones need company, since a recogniser gets every seventh word wrong
on the telephone. What a person asks us is no machine's, whatever words are in it: "can you leave your number?".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.conversations import AnsweredBy
from domain.language.opt_outs_and_goodbyes import is_pickup_phrase
from domain.language.phrases import Phrases, base_of, plain_words, says, spoken_in, without
from domain.language.tables.every import EVERY, phrases_of

STRONG: Final = 4.0
WEAK: Final = 1.0
OF_A_PERSON: Final = 3.0
PICKED_UP: Final = 2.0
HOLD: Final = "hold"
"""A sign by this name is of an announcement that asks us to stay on the line."""

_PERSON: Final = phrases_of(lambda one: one.answerers.person)
_ON_HOLD: Final = phrases_of(lambda one: one.answerers.on_hold)
_RECORDS_NOTHING: Final = phrases_of(lambda one: one.answerers.records_nothing)
_EVERY_TAG: Final = tuple(one.tag for one in EVERY)

_TABLES: Final[tuple[tuple[AnsweredBy, str, Phrases, float], ...]] = (
    (AnsweredBy.VOICEMAIL, "phrase", phrases_of(lambda one: one.answerers.voicemail), STRONG),
    (AnsweredBy.VOICEMAIL, "word", phrases_of(lambda one: one.answerers.voicemail_words), WEAK),
    (AnsweredBy.VOICEMAIL, "full", _RECORDS_NOTHING, STRONG),
    (
        AnsweredBy.IVR,
        HOLD,
        _ON_HOLD,
        2 * STRONG,
    ),  # beside "the person you are calling", which a mailbox says as well
    (AnsweredBy.IVR, "phrase", phrases_of(lambda one: one.answerers.ivr), STRONG),
    (AnsweredBy.IVR, "word", phrases_of(lambda one: one.answerers.ivr_words), WEAK),
    (AnsweredBy.SCREENING, "phrase", phrases_of(lambda one: one.answerers.screening), STRONG + 1.5),
    (AnsweredBy.SCREENING, "word", phrases_of(lambda one: one.answerers.screening_words), WEAK),
    (AnsweredBy.UNAVAILABLE, "phrase", phrases_of(lambda one: one.answerers.unavailable), STRONG),
    (AnsweredBy.UNAVAILABLE, "word", phrases_of(lambda one: one.answerers.unavailable_words), WEAK),
    (AnsweredBy.PERSON, "phrase", _PERSON, OF_A_PERSON),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing in somebody's words that speaks for a class; what names it without quoting the words."""

    answered_by: AnsweredBy
    what: str
    weight: float


def signs(text: str, *languages: str, whole: bool = False) -> tuple[Sign, ...]:
    """Everything that these words say about who speaks them, in these languages; whole: more than them was not said."""
    found = tuple(_signs(plain_words(text), languages))
    return (*found, *picked_up(text, *languages)) if whole else found


def picked_up(text: str, *languages: str) -> tuple[Sign, ...]:
    """That these words are all that was said, and only pick up a telephone, speaks for a person; nothing if they do not."""
    is_pickup = is_pickup_phrase(text, *languages)
    return (Sign(AnsweredBy.PERSON, "picked up", PICKED_UP),) if is_pickup else ()


def is_one_phrase(text: str, *languages: str) -> bool:
    """Whether one phrase is all that speaks for a machine: "stay on the line" may be anybody's."""
    words = plain_words(text)
    rest = without(words, _of_machines(_written_in(words, languages)), most=1)
    return rest != words and all(sign.answered_by is AnsweredBy.PERSON for sign in _signs(rest, languages))


@lru_cache(maxsize=64)
def _of_machines(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Every strong phrase of a machine; asking to hold is more than a phrase."""
    return tuple(
        pattern
        for answered_by, kind, table, _ in _TABLES
        if answered_by is not AnsweredBy.PERSON and kind not in ("word", HOLD)
        for pattern in spoken_in(table, *languages)
    )


def is_hold_announcement(text: str, *languages: str) -> bool:
    """Whether a network asks us to stay on the line for somebody who is on another call."""
    words = plain_words(text)
    return says(words, spoken_in(_ON_HOLD, *_written_in(words, languages)))


def records_nothing(text: str, *languages: str) -> bool:
    """Whether a mailbox says that it takes no message: it is full, or was never set up."""
    words = plain_words(text)
    return says(words, spoken_in(_RECORDS_NOTHING, *_written_in(words, languages)))


def _written_in(words: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Networks speak the language of the country: words in other letters than the Latin ones are looked for in every language."""
    return languages if words.isascii() else (*languages, *_EVERY_TAG)


def _signs(words: str, languages: tuple[str, ...]) -> Iterator[Sign]:
    heard = _written_in(words, languages)
    not_asked: str | None = None
    for answered_by, kind, table, weight in _TABLES:
        patterns = _own(table, languages) if kind == "word" else spoken_in(table, *heard)
        if not patterns or not says(words, patterns):
            continue
        said = words
        if answered_by is not AnsweredBy.PERSON:
            not_asked = without(words, spoken_in(_PERSON, *heard)) if not_asked is None else not_asked
            said = not_asked
        for place, pattern in enumerate(patterns):
            if says(said, (pattern,)):
                yield Sign(answered_by, f"{kind} {place}", weight)


def _own(table: Phrases, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of these languages alone (those of English for one that has none): single words of English, such as
    "service", mean little elsewhere."""
    return tuple(pattern for base in map(base_of, languages) for pattern in table.get(base, table["en"]))
