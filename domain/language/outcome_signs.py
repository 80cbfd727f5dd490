"""What one turn of a person says about the outcome: its sentences one by one, and its answer to what was offered.

A sentence carries an outcome only by what it states: what is denied, asked, told of others or complained about is taken out of its
words first. The words stand in `tables/LANGUAGE.py`, what each table means in `tables/shape.py`; here stands which holds over which.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.callbacks import mentions_time
from domain.language.decision import decided, demand_of, is_disputed
from domain.language.intents import Demand, Finding, Intent, Listener
from domain.language.opt_outs_and_goodbyes import is_all, rules_on_contact
from domain.language.phrases import base_of, in_any_language, plain_words, says, spoken_in, without
from domain.language.preference_values import value_of
from domain.language.statements import GAP, only_asks_beside, stated
from domain.language.tables.every import EVERY, phrases_of
from domain.language.utterance import Utterance
from domain.language.yes_or_no import Answer
from domain.outcomes import BusinessOutcome
from domain.preferences import PreferenceKind

_REQUESTS: Final = phrases_of(lambda one: one.wishes.requests)
_WRONG_NUMBER: Final = phrases_of(lambda one: one.wishes.wrong_number)
_CALLBACK: Final = phrases_of(lambda one: one.wishes.callback)
_PUTS_OFF: Final = phrases_of(lambda one: one.wishes.puts_off)
_CALLBACK_IF_TIMED: Final = phrases_of(lambda one: one.wishes.callback_if_timed)
_FOLLOW_UP: Final = phrases_of(lambda one: one.wishes.follow_up)
_NOT_INTERESTED: Final = phrases_of(lambda one: one.wishes.not_interested)
_INTERESTED: Final = phrases_of(lambda one: one.wishes.interested)
_OFFER: Final = in_any_language(phrases_of(lambda one: one.ours.offer))
_OFFER_TO_SEND: Final = in_any_language(phrases_of(lambda one: one.ours.offer_to_send))
_OFFER_TO_CALL: Final = in_any_language(phrases_of(lambda one: one.ours.offer_to_call))
_ASKS_WHEN: Final = in_any_language(phrases_of(lambda one: one.ours.asks_when))
SHALL_WE_STOP: Final = frozenset(plain_words(one.remarks.shall_we_stop) for one in EVERY)
"""Our question whether to call no more, in each language: worded like an offer, and a no to it refuses nothing."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sentence that says something about the outcome.

    turn: its place in the transcript; is_plain: it says this and nothing else that we might have misunderstood; by: who heard it, and how
    surely.
    """

    outcome: str
    sentence: str
    turn: int
    is_plain: bool = True
    by: Listener = Listener.RULES
    confidence: float = 1.0


def signs_in(said: Utterance, turn: int, question: str = "") -> Iterator[Sign]:
    """What a turn's sentences say, the first first; a demand for no more calls is that of the turn, as on the live call.

    question: our last one in plain words; empty for none.
    """
    if said.opts_out:
        own = next((each.text for each in said.sentences if each.opts_out), said.text.strip())
        yield Sign(BusinessOutcome.OPT_OUT, own, turn)
    for sentence in said.sentences:
        if not (said.opts_out and sentence.opts_out):
            yield from _said_in(sentence, turn, question)


def _said_in(sentence: Utterance, turn: int, question: str) -> Iterator[Sign]:
    words, is_question = stated(sentence.text, *sentence.languages)
    demand = demand_of(rules_on_contact(sentence.text, *sentence.languages))
    for outcome in _carried(sentence, words, is_question, question):
        if demand is Demand.NONE or outcome in _BESIDE_A_DEMAND:
            is_torn = outcome is BusinessOutcome.NOT_INTERESTED and says(
                without(words, spoken_in(_NOT_INTERESTED, *sentence.languages)),
                spoken_in(_INTERESTED, *sentence.languages),
            )
            is_doubted = is_disputed(_INTENTS[outcome], sentence.heard)
            is_plain = not (is_torn or is_doubted or _is_about_contact(sentence, outcome))
            yield Sign(outcome, sentence.text, turn, is_plain)
            return


def _is_about_contact(sentence: Utterance, outcome: BusinessOutcome) -> bool:
    """Whether a sentence tells how, or that, somebody wants to be contacted from now on as well: of such tags half are wrong."""
    return sentence.keeps or (outcome is BusinessOutcome.FOLLOW_UP and bool(sentence.preferences))


_BESIDE_A_DEMAND: Final = (BusinessOutcome.WRONG_NUMBER, BusinessOutcome.NOT_INTERESTED)
"""What a sentence may say that perhaps demands no more calls as well; "I'd like that to stop" shows no interest."""

_INTENTS: Final = {
    BusinessOutcome.WRONG_NUMBER: Intent.WRONG_NUMBER,
    BusinessOutcome.CALLBACK: Intent.CALLBACK,
    BusinessOutcome.FOLLOW_UP: Intent.FOLLOW_UP,
    BusinessOutcome.NOT_INTERESTED: Intent.NOT_INTERESTED,
    BusinessOutcome.INTERESTED: Intent.INTERESTED,
}
"""What the classifier calls them; it tells a standing wish ("text me instead", "only on weekdays") from one for now."""

_OUTCOMES: Final = {intent: outcome for outcome, intent in _INTENTS.items()}
_INTEREST: Final = (Intent.INTERESTED, Intent.NOT_INTERESTED)


def worded_in(said: Utterance, turn: int, question: str = "") -> Iterator[Sign]:
    """What the wording of a turn's sentences says, by the classifier: for turns of which no rule knows what they mean.

    Nothing where more or no more calls are asked for. question: our last one in plain words; what follows one that offered nothing tells
    of no interest in it and of no lack ("how are you" "I'm good thanks").
    """
    if said.keeps or said.demand is not Demand.NONE:
        return
    answers = bool(question) and not _offers(question)
    among = [intent for intent in _OUTCOMES if not (answers and intent in _INTEREST)]
    for sentence in said.sentences:
        found = _worded(sentence, among)
        if found is None:
            continue
        if not (found.intent is Intent.CALLBACK and _is_standing(sentence)):
            yield Sign(
                _OUTCOMES[found.intent], sentence.text, turn, by=found.listener, confidence=found.confidence
            )


def _worded(sentence: Utterance, among: Iterable[Intent]) -> Finding | None:
    """What a sentence's wording says, of these: nothing where it only asks, nor where a rule knows something in it that only sounds so."""
    words, is_question = stated(sentence.text, *sentence.languages)
    if is_question:
        return None
    if GAP not in words.split():
        return decided(sentence.heard, *among)
    if not _states_beside_a_question(sentence, words):
        return None
    found = decided(sentence.heard, *among, beside_a_question=True)
    asked = _carried(
        sentence, sentence.words, is_question=False, question=""
    )  # "sorry, is this the wrong number"
    is_asked = found is not None and _OUTCOMES[found.intent] in (BusinessOutcome.CALLBACK, *asked)
    return None if is_asked else found


def _states_beside_a_question(sentence: Utterance, words: str) -> bool:
    """Whether something is left of a sentence besides what it asks; with a mark at its end it asks as a whole."""
    is_left = set(words.split()) != {GAP} and not sentence.text.rstrip().endswith(("?", "？"))
    return is_left and only_asks_beside(sentence.text, *sentence.languages)


def _carried(sentence: Utterance, words: str, is_question: bool, question: str) -> Iterator[BusinessOutcome]:
    """The outcomes that a sentence may carry, in the order in which they hold."""
    spoken = sentence.languages
    is_wish = not is_question or says(words, spoken_in(_REQUESTS, *spoken))
    if not is_question and says(words, spoken_in(_WRONG_NUMBER, *spoken)):
        yield BusinessOutcome.WRONG_NUMBER
    asks_for_a_call = _asks_for_a_call(sentence, words) or _puts_off(sentence, question)
    if asks_for_a_call and not _is_standing(sentence):
        yield BusinessOutcome.CALLBACK
    if says(words, spoken_in(_FOLLOW_UP, *spoken)):
        yield BusinessOutcome.FOLLOW_UP
    if not is_question and says(words, spoken_in(_NOT_INTERESTED, *spoken)):
        yield BusinessOutcome.NOT_INTERESTED
    if is_wish and says(words, spoken_in(_INTERESTED, *spoken)):
        yield BusinessOutcome.INTERESTED


def _is_standing(sentence: Utterance) -> bool:
    """Whether a sentence says when, or how often, somebody wants to be called from now on: "never at work", "only after six"."""
    return any(
        wish.kind is not PreferenceKind.WRITING and value_of(wish, *sentence.languages) is not None
        for wish in sentence.preferences
    )


def _asks_for_a_call(sentence: Utterance, words: str) -> bool:
    spoken = sentence.languages
    is_timed = says(words, spoken_in(_CALLBACK_IF_TIMED, *spoken)) and mentions_time(sentence.text, *spoken)
    return is_timed or says(words, spoken_in(_CALLBACK, *spoken))


def _puts_off(sentence: Utterance, question: str) -> bool:
    """Whether the call itself is put off: not what we offered, nor some other moment that we asked for."""
    is_about_calling = says(question, _OFFER_TO_CALL) or not says(question, (*_OFFER, *_ASKS_WHEN))
    return is_about_calling and is_all(sentence.words, _PUTS_OFF, *sentence.languages)


def answer_to(question: str, said: Utterance, turn: int) -> Sign | None:
    """What a turn answers to the agent's last question, in plain words; empty for none.

    An offer to call again, or a question about when, is answered by a callback; any other offer for the business.
    """
    if says(question, _OFFER_TO_CALL):
        return _answer_about_calling(question, said, turn)
    if not _offers(question):
        return None
    first = next(iter(said.sentences), None)
    answer = said.answer
    if (
        answer.is_yes is None or first is None or (answer.is_yes and first.wants_end)
    ):  # "Okay, bye" agrees to nothing
        return None
    if not answer.is_yes:
        return Sign(BusinessOutcome.NOT_INTERESTED, first.text, turn, answer.is_plain)
    wanted = BusinessOutcome.FOLLOW_UP if says(question, _OFFER_TO_SEND) else BusinessOutcome.INTERESTED
    return Sign(wanted, first.text, turn, answer.is_plain)


def _offers(question: str) -> bool:
    return says(question, _OFFER) and question not in SHALL_WE_STOP


def _answer_about_calling(question: str, said: Utterance, turn: int) -> Sign | None:
    timed = [each for each in said.sentences if tells_when(each)]
    if says(question, _ASKS_WHEN) and timed:
        return Sign(BusinessOutcome.CALLBACK, timed[0].text, turn)
    if not said.agrees or said.wants_end:
        return None
    return Sign(BusinessOutcome.CALLBACK, said.sentences[0].text, turn, said.answer.is_plain)


def is_no_to_something_else(question: str, said: Utterance) -> bool:
    """Whether a turn is only a no, and answers a question of ours that offered nothing."""
    return bool(question) and not _offers(question) and said.answer == Answer(is_yes=False, is_plain=True)


def tells_when(sentence: Utterance) -> bool:
    """Whether a sentence names a time, and not that of something else that was done or is asked about."""
    words, spoken = sentence.text, sentence.languages
    return mentions_time(words, *spoken) and mentions_time(stated(words, *spoken)[0], *spoken)


def asks_when(question: str, *languages: str) -> bool:
    """Whether our question, in plain words, is about a moment."""
    return says(question, _ASKS_WHEN) or mentions_time(question, *languages)


def is_excuse(sentence: Utterance) -> bool:
    """Whether a sentence only tells why we cannot talk now, and asks for no call; in a language without a table it asks."""
    spoken = sentence.languages
    if not any(base_of(language) in _CALLBACK_IF_TIMED for language in spoken):
        return False
    return says(sentence.words, spoken_in(_CALLBACK, *spoken)) and not says(
        sentence.words, spoken_in(_CALLBACK_IF_TIMED, *spoken)
    )
