"""What a person's own words want at once: no more calls, the end of this one, to know whether we are a machine.

What follows from it: decision.py; in the call: media/engine/opting_out.py; the words: tables/.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, islice
from typing import Final

from domain.language.intents import Finding, Intent, Listener
from domain.language.phrase_finder import Finder, finder
from domain.language.phrases import (
    Phrases,
    end_of,
    in_any_language,
    plain_words,
    says,
    spoken_in,
    without,
)
from domain.language.preferences import PREFERENCES, preferences_in
from domain.language.tables.every import phrases_of

_SENTENCE_END: Final = re.compile(r"(?<=[.!?।])\s+")
_QUESTION_MARKS: Final = ("?", "？")
_NEXT_SENTENCE: Final = re.compile(r"\n(?!\?)")
_OPT_OUT: Final = in_any_language(phrases_of(lambda one: one.wishes.opt_out))
_OPT_OUT_ALONE: Final = phrases_of(lambda one: one.wishes.opt_out_alone)
_OPT_OUT_LIKELY: Final = in_any_language(phrases_of(lambda one: one.wishes.opt_out_likely))
_OPT_OUT_DOUBTED: Final = in_any_language(phrases_of(lambda one: one.wishes.opt_out_doubted))
_NO_OPT_OUT: Final = in_any_language(phrases_of(lambda one: one.wishes.no_opt_out))
_DEMANDS: Final = (*_OPT_OUT, *_OPT_OUT_LIKELY, *_OPT_OUT_DOUBTED)
_UNFINISHED: Final = in_any_language(phrases_of(lambda one: one.wishes.unfinished))
_KEEPS: Final = phrases_of(lambda one: one.wishes.keeps)
_NO_KEEPS: Final = phrases_of(lambda one: one.wishes.no_keeps)
_COURTESIES: Final = phrases_of(lambda one: one.asides.courtesies)
_NOT_INTERESTED: Final = phrases_of(lambda one: one.wishes.not_interested)
_CERTAIN, _LIKELY, _DOUBTED = 1.0, 0.7, 0.5
"""How sure the rules are of a demand; doubted: by the person's own words."""
_MOST_WISHES: Final = 3
"""Leave is looked for before so many wishes of a sentence."""
_LEAVE_WORDS: Final = 3
"""In fewer words greetings and goodbyes are told apart by phrases alone."""
_ROBOT_WORDS: Final = 3
"""In fewer words only phrases ask whether we are a machine: "Software." answers what somebody sells."""
_ROBOT_QUESTION: Final = phrases_of(lambda one: one.wishes.robot_question)
_LONE_ROBOT: Final = phrases_of(lambda one: one.wishes.lone_robot)
_NO_ROBOT_QUESTION: Final = phrases_of(lambda one: one.wishes.no_robot_question)
_WANTS_END: Final = phrases_of(lambda one: one.wishes.wants_end)
_NO_END: Final = phrases_of(lambda one: one.wishes.no_end)
_GOES_ON: Final = phrases_of(lambda one: one.wishes.goes_on)
_THEN_WISHES: Final = phrases_of(lambda one: one.wishes.then_wishes)
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
    return any(
        finding.intent is Intent.OPT_OUT and finding.confidence == _CERTAIN
        for finding in rules_on_contact(text, *languages)
    )


def keeps(text: str, *languages: str) -> bool:
    """Whether the person takes an opt-out back, or says that they meant none: "no, no, keep me on the list"."""
    lines = _lines_of((sentence, plain_words(sentence)) for sentence in sentences(text))
    return next(_kept_in(lines, languages), None) is not None


def _lines_of(said: Iterable[tuple[str, str]]) -> str:
    """Sentences, each with its plain words, as lines; a question's mark has a line of its own: nothing is a demand across it, and
    tables may ask for it (" \\?")."""
    return "\n".join(
        f"{words}\n?" if sentence.endswith(_QUESTION_MARKS) else words for sentence, words in said if words
    )


def _kept_in(lines: str, languages: tuple[str, ...]) -> Iterator[int]:
    """Where in these lines an opt-out is plainly taken back or denied, not where that itself is denied, asked or reported."""
    keeping = finder(spoken_in(_KEEPS, *languages))
    if not keeping.any_in(lines):  # nearly every turn
        return
    none = finder(spoken_in(_NO_KEEPS, *languages))
    each = (none.barred(sentence) for sentence in _NEXT_SENTENCE.split(lines))
    yield from (begins for begins, _ in keeping.within_lines("\n".join(each)))


def rules_on_contact(text: str, *languages: str) -> tuple[Finding, ...]:
    """What the rules hear about being contacted again: certainly or likely never, all the same, or in some other way."""
    said = [(sentence, words) for sentence in sentences(text) if (words := plain_words(sentence))]
    lines = _lines_of(said)
    if not _touches_on_contact(lines, languages):  # nearly every turn
        return ()
    findings = []
    kept = [*_kept_in(lines, languages)]
    sure, begins, ends = _demand_in(lines, languages)
    taken_back = sum(ends <= each for each in kept)
    if taken_back:  # in one breath: they are asked, unless they say it twice over, or only ask us ("Remove me? No no, keep me on")
        is_asked = "?" in lines[ends - 1 : ends + 2]
        sure = 0.0 if taken_back > 1 or is_asked else min(sure, _DOUBTED)
    if sure:
        evidence = said[lines.count("\n", 0, begins) - lines.count("?", 0, begins)][0]
        findings.append(Finding(Intent.OPT_OUT, Listener.RULES, evidence, sure))
    if kept:
        findings.append(Finding(Intent.KEEP, Listener.RULES, text, 1.0))
    wishes = (sentence for sentence, _ in said if preferences_in(sentence, *languages))
    findings.extend(Finding(Intent.PREFERENCE, Listener.RULES, each, 1.0) for each in wishes)
    return tuple(findings)


def _touches_on_contact(lines: str, languages: tuple[str, ...]) -> bool:
    """Whether anything that rules_on_contact looks for could be in it."""
    return _demands().any_in(lines) or _other_wishes(languages).any_in(lines)


def sounds_like_opt_out(text: str) -> tuple[Finding, ...]:
    """What the rules are certain of to be no demand for no more calls, whatever it resembles: "stop calling me Bob"."""
    words = plain_words(text)
    is_none = finder(_NO_OPT_OUT).barred(words) != words
    return (Finding(Intent.OTHER, Listener.RULES, text, 1.0),) if is_none else ()


@cache
def _demands() -> Finder:
    return finder(_DEMANDS)


@lru_cache(maxsize=64)
def _other_wishes(languages: tuple[str, ...]) -> Finder:
    tables = (_OPT_OUT_ALONE, _KEEPS, *PREFERENCES)
    return finder(tuple(chain.from_iterable(spoken_in(table, *languages) for table in tables)))


def get_ready() -> None:
    """Compile what rules_on_contact looks for in whatever language it comes."""
    others = (in_any_language(table) for table in (_OPT_OUT_ALONE, _KEEPS, _NO_KEEPS, *PREFERENCES))
    for table in (_DEMANDS, _NO_OPT_OUT, _OPT_OUT_DOUBTED, _OPT_OUT, _OPT_OUT_LIKELY, *others):
        finder(table).get_ready()


def _demand_in(lines: str, languages: tuple[str, ...]) -> tuple[float, int, int]:
    """How surely no more calls are demanded, 0 for not at all, and where in these lines the last such demand begins and ends.

    A sentence by itself demands what it says. What is a demand only over a sentence's end ("I don't. Call me again") is
    certain where the first sentence is not over ("Please do. Not call me"), since recognisers write a full stop where
    somebody breathes.
    """
    sounding = finder(_NO_OPT_OUT).barred(lines)
    undoubted = finder(_OPT_OUT_DOUBTED).barred(sounding)
    certain = [*finder(_OPT_OUT).within_lines(undoubted)]
    doubted = [found.span() for found in finder(_OPT_OUT_DOUBTED).all_in(sounding)]
    likely = [found.span() for found in finder(_OPT_OUT_LIKELY).all_in(undoubted)]
    for found in finder(_OPT_OUT).all_in(undoubted):
        if "\n" in found[0]:
            (certain if _is_unfinished(undoubted, found) else likely).append(found.span())
    for begins, ends, is_certain in _alone_in(undoubted, languages):
        (certain if is_certain else likely).append((begins, ends))
    if certain:
        return _CERTAIN, *max(certain)
    if doubted:
        return _DOUBTED, *max((*likely, *doubted))
    return (_LIKELY, *max(likely)) if likely else (0.0, -1, -1)


def _is_unfinished(lines: str, found: re.Match[str]) -> bool:
    """Whether the first of the lines over which something was found is no sentence of its own."""
    begins = lines.rfind("\n", 0, found.start()) + 1
    ends = lines.index("\n", found.start())
    return says(lines[begins:ends], _UNFINISHED)


def _alone_in(lines: str, languages: tuple[str, ...]) -> Iterator[tuple[int, int, bool]]:
    """Where a sentence is only "stop" or the like, and whether it is certain what is to stop: not us, perhaps, where more
    follows ("Stop. I dropped my pen")."""
    at = 0
    each = lines.split("\n")
    for place, line in enumerate(each):
        if is_all(line, _OPT_OUT_ALONE, *languages) and each[place + 1 : place + 2] != ["?"]:
            yield at, at + len(line), all(_adds_nothing(other, languages) for other in each[place + 1 :])
        at += len(line) + 1


def _adds_nothing(line: str, languages: tuple[str, ...]) -> bool:
    """Whether a sentence behind "Stop." leaves it as it is: the same again, a courtesy, leave, a refusal."""
    return (
        is_all(line, _OPT_OUT_ALONE, *languages)
        or _courtesies(languages).fullmatch(line) is not None
        or any(says(line, spoken_in(table, *languages)) for table in (_NOT_INTERESTED, _WANTS_END))
    )


@lru_cache(maxsize=64)
def _courtesies(languages: tuple[str, ...]) -> re.Pattern[str]:
    word = "|".join((*spoken_in(_COURTESIES, *languages), r"\|+"))
    return re.compile(rf"(?:(?:{word})(?: |$)){{1,6}}")


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
    asked = spoken_in(_ROBOT_QUESTION, language)
    return says(words, asked) and says(without(words, spoken_in(_NO_ROBOT_QUESTION, language)), asked)


def may_be_robot_question(text: str, *languages: str) -> bool:
    """Whether a turn that no phrase takes for that question may be one: it is no single word, and has nothing in it that only sounds so."""
    words = plain_words(text)
    is_short = len(words.split()) < _ROBOT_WORDS
    return not (is_short or says(words, spoken_in(_NO_ROBOT_QUESTION, *languages)))


def wants_end(text: str, *languages: str) -> bool:
    """Whether the person takes leave or wants to hang up, and does not go on after it: "I have to run, but tell me quickly"."""
    leave, none, more = (spoken_in(table, *languages) for table in (_WANTS_END, _NO_END, _GOES_ON))
    wants_end = False
    for sentence in sentences(text):
        words, end = plain_words(sentence), None
        if says(words, leave):  # most sentences are no leave whatever is taken out of them
            words = without(words, none)
            end = end_of(words, leave)
        if wants_end or end is not None:
            asks = end is None and sentence.endswith(_QUESTION_MARKS)
            wants_end = not asks and not says(words[end:].strip(), more)
        wants_end = wants_end or _leaves_and_wishes(words, leave, none, spoken_in(_THEN_WISHES, *languages))
    return wants_end


def _leaves_and_wishes(
    words: str, leave: tuple[str, ...], none: tuple[str, ...], wishes: tuple[str, ...]
) -> bool:
    """Whether a sentence takes leave and then wishes for something that nobody need stay for: "bye, call me later"."""
    first = islice(finder(wishes).all_in(words), _MOST_WISHES)
    before = (words[: found.start()].strip() for found in first)
    return any(said and says(said, leave) and says(without(said, none), leave) for said in before)


def may_be_leave(text: str, *languages: str) -> bool:
    """Whether a turn that no phrase takes for leave may be one: it asks nothing, greets nobody, does not go on, nor only sounds like it."""
    words = plain_words(text)
    against = finder((*spoken_in(_NO_END, *languages), *spoken_in(_GOES_ON, *languages)))
    is_short = len(words.split()) < _LEAVE_WORDS
    return not (is_short or text.rstrip().endswith(_QUESTION_MARKS) or against.any_in(words))


def is_voicemail_greeting(text: str, language: str) -> bool:
    """Whether these words are a machine's greeting rather than a person's."""
    return says(plain_words(text), spoken_in(_VOICEMAIL_GREETING, language))


def is_pickup_phrase(text: str, *languages: str) -> bool:
    """Whether these words are only how one picks up a telephone: "Hello?", "Yes, Miller speaking"."""
    return is_all(plain_words(text), _PICKUP, *languages)


def is_all(words: str, table: Phrases, *languages: str) -> bool:
    """Whether plain words are nothing else than one of a table's phrases."""
    return finder(spoken_in(table, *languages)).is_all(words)
