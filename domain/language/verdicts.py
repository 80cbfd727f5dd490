"""The decision engine: what the person wants, with the sentence that proves it.

Rules over the words come first, the classifier of wordings where they hear nothing, the model's verdict second; where both speak
and differ the rules hold and a person is asked to look, but for an opt-out, which binds whoever of them heard it for certain. Nothing
is ever inferred from silence: every outcome but NONE quotes a sentence the person really said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.conversations import Verdict
from domain.language.callback_words import callback_words
from domain.language.decision import demand_of
from domain.language.intents import Demand, Finding, Intent, Listener
from domain.language.opt_outs_and_goodbyes import sentences
from domain.language.outcome_signs import (
    SHALL_WE_STOP,
    Sign,
    answer_to,
    is_no_to_something_else,
    signs_in,
    worded_in,
)
from domain.language.own_signs import own_sign
from domain.language.phrases import plain_words
from domain.language.statements import states_nothing
from domain.language.utterance import Utterance
from domain.outcomes import BusinessOutcome, OutcomeFlags
from domain.own_outcomes import OutcomeDefinition
from domain.transcripts import Speaker, Transcript, Turn

_UNSURE: Final = 0.5
"""How sure rules are of words that they understand in part."""

_ABOUT_INTEREST: Final = frozenset(
    {BusinessOutcome.INTERESTED, BusinessOutcome.NOT_INTERESTED, BusinessOutcome.FOLLOW_UP}
)
"""What a script's own outcomes go before: they say more exactly what its calls are for. The other built-in ones bind."""


@dataclass(slots=True)
class _Heard:
    """What a conversation has said so far.

    question: the agent's last, in plain words; opt_out: the demand that holds; kept: the sentence that took one back; likely: what
    perhaps demanded no more calls, until it is confirmed, refused or taken back; own: the script's outcomes.
    """

    signs: list[Sign]
    own: Sequence[OutcomeDefinition] = ()
    question: str = ""
    opt_out: Sign | None = None
    kept: str = ""
    likely: Sign | None = None


def judge_by_rules(transcript: Transcript, *languages: str, own: Sequence[OutcomeDefinition] = ()) -> Verdict:
    """What the person's own words prove, in any of the languages that may have been spoken; NONE when nothing.

    An opt-out that was not taken back outranks everything, then a wrong number; otherwise the last sign holds, interest behind
    the script's own outcomes. A yes or no counts only
    as the answer to an offer of the agent's, and for nothing where the script has outcomes of its own: what was offered may be one of
    them. Those are found by their phrases. needs_review: interest and refusal in one call, words understood in part, an opt-out that
    was taken back (its evidence where nothing else was wanted), a likely one that nobody confirmed.
    """
    heard = _listen(transcript, languages, own)
    decisive = _decisive(heard)
    needs_look = bool(heard.kept) or heard.likely is not None
    if decisive is None:
        return Verdict(BusinessOutcome.NONE, evidence=heard.kept, needs_review=needs_look)
    flags = {each.name: each.flags for each in own}
    is_torn = _is_torn({sign.outcome for sign in heard.signs}, flags)
    is_opt_out, is_callback = decisive is heard.opt_out, decisive.outcome == BusinessOutcome.CALLBACK
    return Verdict(
        decisive.outcome,
        evidence=decisive.sentence,
        decided_by=str(decisive.by),
        needs_review=not is_opt_out and (needs_look or is_torn or not decisive.is_plain),
        callback_phrase=callback_words(transcript, heard.signs, *languages) if is_callback else "",
        confidence=decisive.confidence if needs_look or is_torn or decisive.is_plain else _UNSURE,
        flags=flags.get(decisive.outcome),
    )


def _is_torn(outcomes: set[str], own: Mapping[str, OutcomeFlags]) -> bool:
    """Whether one call holds interest and refusal, or outcomes of the script's own of which only some are its goal."""
    goals = {own[outcome].success for outcome in outcomes if outcome in own}
    return len(goals) > 1 or outcomes >= {BusinessOutcome.INTERESTED, BusinessOutcome.NOT_INTERESTED}


def _decisive(heard: _Heard) -> Sign | None:
    if heard.opt_out is not None:
        return heard.opt_out
    wrong = [sign for sign in heard.signs if sign.outcome == BusinessOutcome.WRONG_NUMBER]
    names = {each.name for each in heard.own}
    if any(sign.outcome in names for sign in heard.signs):
        others = [sign for sign in heard.signs if sign.outcome not in _ABOUT_INTEREST]
        return next(iter(wrong or others[-1:]), None)
    return next(iter(wrong or heard.signs[-1:]), None)


def _listen(transcript: Transcript, languages: tuple[str, ...], own: Sequence[OutcomeDefinition]) -> _Heard:
    heard = _Heard([], own)
    for place, turn in enumerate(transcript):
        if turn.speaker is Speaker.AGENT:
            heard.question = last_question(turn)
        else:
            _hear(heard, Utterance(turn.text, next(iter(languages), "en"), languages), place)
    return heard


def _hear(heard: _Heard, said: Utterance, place: int) -> None:
    signs = list(signs_in(said, place, heard.question))
    _hear_of_contact(heard, said, signs, place)
    stated = own_sign(said, heard.own, place)
    if stated is not None:
        signs = [*(sign for sign in signs if sign.outcome not in _ABOUT_INTEREST), stated]
    elif not signs and not said.keeps:
        signs = _answered(heard, said, place)
    elif is_no_to_something_else(heard.question, said):  # "Any other questions?" "No thank you."
        signs = [sign for sign in signs if sign.outcome != BusinessOutcome.NOT_INTERESTED]
    heard.signs.extend(sign for sign in signs if sign.outcome != BusinessOutcome.OPT_OUT)


def _hear_of_contact(heard: _Heard, said: Utterance, signs: list[Sign], place: int) -> None:
    """Whether calls are still welcome: demanded, likely demanded, confirmed or not when we asked, taken back."""
    demands = [sign for sign in signs if sign.outcome == BusinessOutcome.OPT_OUT]
    if heard.likely is not None and heard.question in SHALL_WE_STOP:
        if said.answer.is_yes and said.answer.is_plain:
            demands.append(heard.likely)
        elif said.answer.is_yes is False:
            heard.likely = None
    if demands:
        heard.opt_out, heard.kept, heard.likely = demands[0], "", None
    elif said.only_keeps:
        if heard.opt_out is not None:
            heard.kept = next((each.text for each in said.sentences if each.keeps), said.text.strip())
        heard.opt_out = heard.likely = None
    elif said.demand is Demand.LIKELY:
        heard.likely = Sign(BusinessOutcome.OPT_OUT, said.text.strip(), place)


def _answered(heard: _Heard, said: Utterance, place: int) -> list[Sign]:
    """The answer to the agent's last question, else what its wording says; a yes to a call that was wished for before says nothing new,
    and nothing that only the script understands says anything about interest."""
    sign = answer_to(heard.question, said, place)
    if sign is None:
        signs = worded_in(said, place, heard.question)
        return [each for each in signs if not (heard.own and each.outcome in _ABOUT_INTEREST)]
    if heard.own and sign.outcome in _ABOUT_INTEREST:
        return []
    is_known = any(each.outcome == BusinessOutcome.CALLBACK for each in heard.signs)
    return [] if sign.outcome == BusinessOutcome.CALLBACK and is_known else [sign]


def last_question(turn: Turn) -> str:
    """The agent's last question in plain words; empty when it asked nothing."""
    asked = [sentence for sentence in sentences(turn.text) if sentence.endswith("?")]
    return plain_words(asked[-1]) if asked else ""


def combine(rules: Verdict, model: Verdict | None, transcript: Transcript, *languages: str) -> Verdict:
    """One verdict from both.

    model is None when it could not be asked; it is dropped when its evidence is no sentence of the person's, or none that could carry
    anything. An opt-out of which it is certain binds unless the person took it back; one that is likely goes to a person. Otherwise
    the rules hold where they found something, and where they found nothing the model's verdict stands; what the classifier heard alone
    holds only where the model hears nothing. One of the script's own outcomes stands before interest and refusal. The sentiment is the model's.
    needs_review: they disagree, the model was unsure, missing or dropped, its evidence is thin, or it alone would suppress the number.
    """
    proven = _proven(model, transcript, languages)
    if proven is None:
        return replace(rules, needs_review=True)
    rules = replace(rules, sentiment=proven.sentiment)
    if proven.outcome == rules.outcome and rules.evidence:
        phrase = rules.callback_phrase or proven.callback_phrase
        return replace(
            rules, callback_phrase=phrase, needs_review=rules.needs_review and rules.confidence > _UNSURE
        )
    if proven.outcome == BusinessOutcome.OPT_OUT:
        return _opted_out(rules, proven, transcript, languages)
    if rules.outcome in _ABOUT_INTEREST and proven.flags is not None:
        return _own_before_interest(rules, proven)
    if rules.decided_by == Listener.CLASSIFIER and proven.outcome != BusinessOutcome.NONE:
        return replace(_by_model_alone(rules, proven, transcript, languages), needs_review=True)
    if rules.outcome != BusinessOutcome.NONE:
        return replace(rules, needs_review=True)
    return _by_model_alone(rules, proven, transcript, languages)


def _own_before_interest(rules: Verdict, model: Verdict) -> Verdict:
    """The rules heard interest or refusal, the model what that was about; it suppresses no number by itself."""
    if model.means.suppresses:
        return replace(rules, needs_review=True)
    differ = rules.means.success is not model.means.success
    return replace(model, decided_by="model", needs_review=rules.needs_review or model.needs_review or differ)


def _opted_out(rules: Verdict, model: Verdict, transcript: Transcript, languages: tuple[str, ...]) -> Verdict:
    """The model alone heard an opt-out, which binds as surely as a rule's."""
    demand = demand_of((Finding(Intent.OPT_OUT, Listener.MODEL, model.evidence, model.confidence),))
    if demand is Demand.CERTAIN and not _taken_back(model.evidence, transcript, languages):
        return replace(model, decided_by="model", needs_review=True)
    return replace(rules, needs_review=True)


def _by_model_alone(
    rules: Verdict, model: Verdict, transcript: Transcript, languages: tuple[str, ...]
) -> Verdict:
    """The rules found nothing: the model's verdict stands, for review where its sentence carries it badly."""
    is_thin = any(states_nothing(each, *languages) for each in sentences(model.evidence))
    suppresses = model.means.suppresses
    if is_thin and suppresses:
        return replace(rules, needs_review=True)
    needs_review = model.needs_review or suppresses or is_thin or _is_nearly_silent(transcript, languages)
    is_none = model.outcome == BusinessOutcome.NONE  # nothing found is nothing to check
    return replace(
        model, decided_by="model", needs_review=rules.needs_review or (needs_review and not is_none)
    )


def _proven(model: Verdict | None, transcript: Transcript, languages: tuple[str, ...]) -> Verdict | None:
    """The model's verdict if the person really said its evidence; a callback phrase that nobody said is left out."""
    if model is None:
        return None
    if model.outcome == BusinessOutcome.NONE:
        return replace(model, evidence="", callback_phrase="")
    if not said_by_person(model.evidence, transcript) or not _can_carry(
        model.evidence, transcript, languages
    ):
        return None
    phrase = model.callback_phrase if said_by_person(model.callback_phrase, transcript) else ""
    return replace(model, callback_phrase=phrase)


def _can_carry(evidence: str, transcript: Transcript, languages: tuple[str, ...]) -> bool:
    """Whether any outcome can rest on these words: a greeting, a listener's "mhm" and "what?" carry none, unless they answer us."""
    if not _is_empty(evidence, languages):
        return True
    if Utterance(evidence, next(iter(languages), "en"), languages).aside is not None:
        return False
    asked = False
    for turn in transcript:
        if turn.speaker is Speaker.AGENT:
            asked = bool(last_question(turn))
        elif asked and _holds(turn, evidence) and not _only_greets(evidence, languages):
            return True
    return False


def _is_empty(text: str, languages: tuple[str, ...]) -> bool:
    """Whether these words only pick up the telephone, listen, or ask for ours again, in any of the languages."""
    spoken = [Utterance(text, language, languages) for language in languages or ("en",)]
    return any(said.picks_up or said.only_listens or said.aside is not None for said in spoken)


def _only_greets(text: str, languages: tuple[str, ...]) -> bool:
    """Whether these words answer a telephone and no question: "yes please" may do both, "hello?" does not."""
    spoken = [Utterance(text, language, languages) for language in languages or ("en",)]
    return any(said.picks_up and not said.only_listens and not said.answer.is_plain for said in spoken)


def _is_nearly_silent(transcript: Transcript, languages: tuple[str, ...]) -> bool:
    """Whether the person never said more than that somebody is there."""
    said = [turn.text for turn in transcript if turn.speaker is Speaker.PERSON]
    return all(_is_empty(each, languages) for text in said for each in sentences(text))


def _taken_back(evidence: str, transcript: Transcript, languages: tuple[str, ...]) -> bool:
    """Whether the person took it back after the last turn in which they said this."""
    theirs = [turn for turn in transcript if turn.speaker is Speaker.PERSON]
    last = max((place for place, turn in enumerate(theirs) if _holds(turn, evidence)), default=-1)
    language = next(iter(languages), "en")
    return any(Utterance(turn.text, language, languages).only_keeps for turn in theirs[last + 1 :])


def said_by_person(quote: str, transcript: Transcript) -> bool:
    """Whether the person said these words in one turn, whatever their case and punctuation."""
    return any(_holds(turn, quote) for turn in transcript if turn.speaker is Speaker.PERSON)


def _holds(turn: Turn, quote: str) -> bool:
    words = plain_words(quote)
    return bool(words) and f" {words} " in f" {plain_words(turn.text)} "
