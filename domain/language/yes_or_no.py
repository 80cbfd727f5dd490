"""Whether an answer is a yes or a no: what it consists of from its beginning, and what behind it says otherwise.

"Of course" is a yes and "of course not" a no, "no problem" is a yes and "yes, but" neither; what they are in each language stands in its
tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from domain.language.opt_outs_and_goodbyes import is_all, sentences
from domain.language.phrases import Phrases, base_of, says
from domain.language.statements import GAP, stated
from domain.language.tables.every import phrases_of


@dataclass(frozen=True, slots=True)
class Answer:
    """is_yes: None where it is neither; is_plain: nothing else was said in the sentence that answers."""

    is_yes: bool | None = None
    is_plain: bool = False


class _Mark(Enum):
    YES = auto()
    NO = auto()
    HEDGE = auto()
    NOTHING = auto()


_YES: Final = phrases_of(lambda one: one.wishes.yes)
_NO: Final = phrases_of(lambda one: one.wishes.no)
_HEDGES: Final = phrases_of(lambda one: one.wishes.hedges)
_COURTESIES: Final = phrases_of(lambda one: one.asides.courtesies)
_LEAVE: Final = phrases_of(lambda one: one.wishes.wants_end)

# Of phrases of one length the first holds.
_MARKS: Final = (
    (_Mark.NO, _NO),
    (_Mark.YES, _YES),
    (_Mark.HEDGE, _HEDGES),
    (_Mark.NOTHING, _COURTESIES),
    (_Mark.NOTHING, _LEAVE),
)

_LONGEST_PHRASE: Final = 8
"""In words: the longest assent or refusal that is looked for as one."""

_MOST_WORDS: Final = 60
"""Whatever follows these is no part of an answer."""


def yes_or_no(text: str, *languages: str) -> Answer:
    """What an answer is. Each sentence is read by itself; two that differ are neither, and the first decides whether it is one at all."""
    answers = [_read(sentence, languages) for sentence in sentences(text)]
    told = [answer for answer in answers if answer.is_yes is not None]
    if len({answer.is_yes for answer in told}) != 1 or told[0] is not answers[0]:
        return Answer()
    return told[0]


def _read(sentence: str, languages: tuple[str, ...]) -> Answer:
    words, is_question = stated(sentence, *languages)
    marks = list(_marks(words.split()[:_MOST_WORDS], languages))
    known = next((place for place, (mark, _) in enumerate(marks) if mark is None), len(marks))
    beginning = [mark for mark, _ in marks[:known]]
    rest = " ".join(phrase for _, phrase in marks[known:])
    if _Mark.NO in beginning:
        if _Mark.YES in _behind(beginning, _Mark.NO) or _Mark.YES in _behind(
            [mark for mark, _ in marks[known:]], None
        ):
            return Answer()
        return Answer(is_yes=False, is_plain=not (rest or is_question or _Mark.HEDGE in beginning))
    if _Mark.YES not in beginning or _Mark.HEDGE in beginning or is_question:
        return Answer()
    if GAP in rest.split() or any(says(rest, _own(table, languages)) for table in (_NO, _HEDGES)):
        return Answer()
    return Answer(is_yes=True, is_plain=not rest)


def _behind(marks: list[_Mark | None], last: _Mark | None) -> list[_Mark | None]:
    """The marks behind the last one of this kind; all where there is none."""
    return marks[len(marks) - marks[::-1].index(last) :] if last in marks else marks


def _marks(words: list[str], languages: tuple[str, ...]) -> Iterator[tuple[_Mark | None, str]]:
    """What each phrase is, and the phrase; None for a word that is none of these."""
    place = 0
    while place < len(words):
        mark, length = _mark_at(words[place : place + _LONGEST_PHRASE], languages)
        yield mark, " ".join(words[place : place + length])
        place += length


def _mark_at(words: list[str], languages: tuple[str, ...]) -> tuple[_Mark | None, int]:
    """What the longest phrase at the beginning of these words is, and its length in words."""
    if words[0] == GAP:
        return _Mark.HEDGE, 1
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        for mark, table in _MARKS:
            if is_all(phrase, {"en": _own(table, languages)}, "en"):
                return mark, length
    return None, 1


def _own(table: Phrases, languages: tuple[str, ...]) -> tuple[str, ...]:
    """A table's patterns in these languages, and not in English as well: small words mean other things elsewhere ("no sábado")."""
    own = dict.fromkeys(map(base_of, languages))
    return tuple(pattern for language in own for pattern in table.get(language, ())) or table["en"]
