"""Production's own functions over the judged half: what each sentence, phrase and dictation is taken for."""

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from benchmarks.understanding.corpus import Said
from benchmarks.understanding.figures import Answered, Callback, Dictation, Heard
from domain.callbacks import Moment, resolve
from domain.language.classifier import classify
from domain.language.dictation import Dictated, value_in
from domain.language.features import forget_words
from domain.language.intents import Demand, Intent
from domain.language.phrases import plain_words
from domain.language.tables.every import language_of
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.transcripts import Speaker, Transcript, Turn

_HERE: Final = Path(__file__).parent
CALLBACKS: Final = _HERE / "callbacks" / "judged.tsv"
DICTATIONS: Final = _HERE / "dictation" / "judged.tsv"
_TURN_WORDS: Final = 25
_YES_NO: Final = {
    "en": ("Yes.", "No."),
    "es": ("Sí.", "No."),
    "pt": ("Sim.", "Não."),
    "de": ("Ja.", "Nein."),
    "fr": ("Oui.", "Non."),
    "hi": ("हाँ।", "नहीं।"),
}


def heard(said: Iterable[Said]) -> Iterator[Heard]:
    """Each sentence as a whole turn, in a conversation that is held in its language, and as a whole call."""
    for one in said:
        turn = Utterance(one.text, one.language, (one.language,))
        verdict = judge_by_rules(call(one, turn.demand), one.language)
        yield Heard(
            one,
            turn.demand,
            verdict.outcome,
            not verdict.needs_review,
            turn.wants_end,
            turn.asks_for_the_truth,
        )


def call(one: Said, demand: Demand) -> Transcript:
    """The sentence; where production asks whether to stop calling, that question too, and an answer that says what was meant."""
    said = Turn(Speaker.PERSON, one.text, 0, 1_000)
    if demand is not Demand.LIKELY:
        return (said,)
    yes, no = _YES_NO[one.language]
    question = language_of(one.language).remarks.shall_we_stop
    answer = yes if Intent.OPT_OUT in one.intents else no
    return (said, Turn(Speaker.AGENT, question, 1_500, 3_500), Turn(Speaker.PERSON, answer, 4_000, 4_500))


def _lines(file: Path) -> list[list[str]]:
    """A table's lines, without its heading where it has one."""
    lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line]
    return lines[1:] if lines and lines[0][0] == "language" else lines


def callbacks(file: Path = CALLBACKS) -> Iterator[Callback]:
    """Each phrase resolved in its zone. Nothing found in words about when goes to a person: it counts as asked."""
    for language, said_at, zone, phrase, earliest, *latest in _lines(file):
        now = _moment(said_at, zone)
        answer = resolve(phrase, (zone,), now, languages=(language,))
        if not isinstance(answer, Moment):
            answered = Answered.RIGHT if earliest == "ask" else Answered.ASKED
        elif earliest == "ask":
            answered = Answered.WRONG
        else:
            is_right = _moment(earliest, zone) <= answer.at <= _moment(latest[0] or earliest, zone)
            answered = Answered.RIGHT if is_right else Answered.WRONG
        yield Callback(language, phrase, answered, answer.why)


def _moment(written: str, zone: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone))


def dictations(file: Path = DICTATIONS) -> Iterator[Dictation]:
    """Each as it would be read back."""
    for language, kind, said, meant in _lines(file):
        yield Dictation(language, said, meant, value_in(Dictated(kind), said, language))


def microseconds(said: Sequence[Said], *, cold: bool) -> list[float]:
    """How long the classifier takes for a final turn of up to 25 words, each; cold: none of its words was met before."""
    turns = [
        (words, one.language) for one in said if len((words := plain_words(one.text)).split()) <= _TURN_WORDS
    ]
    taken = []
    for words, language in turns:
        if cold:
            forget_words()
        began = time.perf_counter_ns()
        classify(words, language)
        taken.append((time.perf_counter_ns() - began) / 1_000)
    return taken
