"""The decision engine: what the person wants, with the sentence that proves it.

Rules over the words come first, the model's verdict second; where both speak and differ the rules hold and a person is
asked to look. Nothing is ever inferred from silence: every outcome but NONE quotes a sentence the person really said.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from domain.conversations import Verdict
from domain.language.callbacks import mentions_time
from domain.language.phrases import in_any_language, plain_words, says, spoken_in
from domain.language.tables.every import phrases_of
from domain.language.utterance import Utterance
from domain.language.wishes import is_all, sentences, wants_end
from domain.outcomes import OUTCOME_FLAGS, BusinessOutcome
from domain.transcripts import Speaker, Transcript, Turn

_YES: Final = phrases_of(lambda one: one.wishes.yes)
_NO: Final = phrases_of(lambda one: one.wishes.no)
_OFFER: Final = in_any_language(phrases_of(lambda one: one.ours.offer))
_OFFER_TO_SEND: Final = in_any_language(phrases_of(lambda one: one.ours.offer_to_send))
_OFFER_TO_CALL: Final = in_any_language(phrases_of(lambda one: one.ours.offer_to_call))


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sentence that says something about the outcome; turn is its place in the transcript."""

    outcome: BusinessOutcome
    sentence: str
    turn: int


# Within one sentence the first that matches holds.
_TABLES: Final = (
    (BusinessOutcome.WRONG_NUMBER, phrases_of(lambda one: one.wishes.wrong_number)),
    (BusinessOutcome.CALLBACK, phrases_of(lambda one: one.wishes.callback)),
    (BusinessOutcome.FOLLOW_UP, phrases_of(lambda one: one.wishes.follow_up)),
    (BusinessOutcome.NOT_INTERESTED, phrases_of(lambda one: one.wishes.not_interested)),
    (BusinessOutcome.INTERESTED, phrases_of(lambda one: one.wishes.interested)),
)


def judge_by_rules(transcript: Transcript, *languages: str) -> Verdict:
    """What the person's own words prove, in any of the languages that may have been spoken; NONE when nothing.

    An opt-out anywhere outranks everything, then a wrong number; otherwise the last sign holds. A yes or no counts
    only as the answer to an offer of the agent's. Interest and refusal in one call are marked for review.
    """
    signs = list(_signs(transcript, languages))
    decisive = _decisive(signs)
    if decisive is None:
        return Verdict(BusinessOutcome.NONE)
    callback = decisive.outcome is BusinessOutcome.CALLBACK
    outcomes = {sign.outcome for sign in signs}
    return Verdict(
        decisive.outcome,
        evidence=decisive.sentence,
        needs_review=outcomes >= {BusinessOutcome.INTERESTED, BusinessOutcome.NOT_INTERESTED},
        callback_phrase=_callback_phrase(transcript, decisive) if callback else "",
    )


def _decisive(signs: list[_Sign]) -> _Sign | None:
    for outcome in (BusinessOutcome.OPT_OUT, BusinessOutcome.WRONG_NUMBER):
        for sign in signs:
            if sign.outcome is outcome:
                return sign
    return signs[-1] if signs else None


def _signs(transcript: Transcript, languages: tuple[str, ...]) -> Iterator[_Sign]:
    offer = ""
    for place, turn in enumerate(transcript):
        if turn.speaker is Speaker.AGENT:
            offer = _last_question(turn)
            continue
        said = Utterance(turn.text, next(iter(languages), "en"), languages)
        found = list(_signs_in(said, place, languages))
        if not found:
            found = list(_answer_to(offer, said, place, languages))
        yield from found


def _signs_in(said: Utterance, place: int, languages: tuple[str, ...]) -> Iterator[_Sign]:
    proven = False
    for sentence in said.sentences:
        if sentence.opts_out:
            proven = True
            yield _Sign(BusinessOutcome.OPT_OUT, sentence.text, place)
            continue
        for outcome, table in _TABLES:
            if says(sentence.words, spoken_in(table, *languages)):
                yield _Sign(outcome, sentence.text, place)
                break
    if said.opts_out and not proven:  # "Stop. Calling me."
        yield _Sign(BusinessOutcome.OPT_OUT, said.text.strip(), place)


def _last_question(turn: Turn) -> str:
    """The agent's last question in plain words; empty when it asked nothing."""
    asked = [sentence for sentence in sentences(turn.text) if sentence.endswith("?")]
    return plain_words(asked[-1]) if asked else ""


def _answer_to(offer: str, said: Utterance, place: int, languages: tuple[str, ...]) -> Iterator[_Sign]:
    if not says(offer, _OFFER) or says(offer, _OFFER_TO_CALL):
        return
    first = next(iter(said.sentences), said.of(""))
    if wants_end(first.text, *languages):  # "Okay, bye" agrees to nothing
        return
    if is_all(first.words, _NO, *languages):
        yield _Sign(BusinessOutcome.NOT_INTERESTED, first.text, place)
    elif is_all(first.words, _YES, *languages):
        wanted = BusinessOutcome.FOLLOW_UP if says(offer, _OFFER_TO_SEND) else BusinessOutcome.INTERESTED
        yield _Sign(wanted, first.text, place)


def _callback_phrase(transcript: Transcript, sign: _Sign) -> str:
    """The person's own words about when: the last sentence, from the sign's on, that mentions a time."""
    later = [
        sentence
        for place, turn in enumerate(transcript)
        if place >= sign.turn and turn.speaker is Speaker.PERSON
        for sentence in sentences(turn.text)
        if mentions_time(sentence)
    ]
    if mentions_time(sign.sentence):
        return sign.sentence
    return later[-1] if later else ""


def combine(rules: Verdict, model: Verdict | None, transcript: Transcript) -> Verdict:
    """One verdict from both.

    model is None when it could not be asked; it is dropped when its evidence is no sentence of the person's. The rules
    hold where they found something; where they found nothing the model's proven verdict stands. The sentiment is the
    model's. needs_review: they disagree, the model was unsure, missing or dropped, or it alone would suppress the number.
    """
    proven = _proven(model, transcript)
    if proven is None:
        return replace(rules, needs_review=True)
    if rules.outcome is BusinessOutcome.NONE:
        suppresses = OUTCOME_FLAGS[proven.outcome].suppresses
        return replace(proven, decided_by="model", needs_review=proven.needs_review or suppresses)
    if proven.outcome is rules.outcome:
        phrase = rules.callback_phrase or proven.callback_phrase
        return replace(rules, callback_phrase=phrase, sentiment=proven.sentiment)
    return replace(rules, needs_review=True, sentiment=proven.sentiment)


def _proven(model: Verdict | None, transcript: Transcript) -> Verdict | None:
    """The model's verdict if the person really said its evidence; a callback phrase that nobody said is left out."""
    if model is None:
        return None
    if model.outcome is BusinessOutcome.NONE:
        return replace(model, evidence="", callback_phrase="")
    if not said_by_person(model.evidence, transcript):
        return None
    phrase = model.callback_phrase if said_by_person(model.callback_phrase, transcript) else ""
    return replace(model, callback_phrase=phrase)


def said_by_person(quote: str, transcript: Transcript) -> bool:
    """Whether the person said these words in one turn, whatever their case and punctuation."""
    words = plain_words(quote)
    return bool(words) and any(
        f" {words} " in f" {plain_words(turn.text)} " for turn in transcript if turn.speaker is Speaker.PERSON
    )
