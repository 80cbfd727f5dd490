"""What sentences say of the outcome of a call, in tables: as they are written, and as recognisers write them."""

from typing import Final

import pytest

from domain.language.outcome_signs import answer_to, signs_in
from domain.language.phrases import plain_words
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from tests.domain import outcome_sentences as of
from tests.domain.test_verdicts import talk

_OFFER: Final = "agent: Would you like a free demonstration?"
_TO_SEND: Final = "agent: Shall we send you a brochure?"
_HOW_ARE_YOU: Final = "agent: Hello, this is Ava from Northwind. How are you today?"
_OPENING: Final = "agent: Hello, this is Ava from Northwind."

Outcome = BusinessOutcome
NOTHING: Final = frozenset({Outcome.NONE})


def but(outcome: BusinessOutcome) -> frozenset[BusinessOutcome]:
    return frozenset(Outcome) - {outcome}


TABLES: Final = (
    ("an offer is refused", _OFFER, of.REFUSALS, {Outcome.NOT_INTERESTED, Outcome.NONE}),
    ("a no that agrees", _TO_SEND, of.AGREEMENTS, {Outcome.FOLLOW_UP, Outcome.INTERESTED, Outcome.NONE}),
    ("how they are", _HOW_ARE_YOU, of.SMALL_TALK, NOTHING),
    ("nothing is refused", _OPENING, of.NO_REFUSALS, but(Outcome.NOT_INTERESTED)),
    ("no interest is shown", _OPENING, of.NO_INTEREST, but(Outcome.INTERESTED)),
    ("the number is right", _OPENING, of.RIGHT_NUMBERS, but(Outcome.WRONG_NUMBER)),
    ("no call is asked for", _OPENING, of.NO_CALLBACKS, but(Outcome.CALLBACK)),
    ("nothing is to be sent", _OPENING, of.NOTHING_TO_SEND, but(Outcome.FOLLOW_UP)),
    ("yes", _OFFER, of.YES, {Outcome.INTERESTED}),
    ("no", _OFFER, of.NO, {Outcome.NOT_INTERESTED}),
    ("yes, send it", _TO_SEND, of.SEND, {Outcome.FOLLOW_UP}),
    ("wrong number", _OPENING, of.WRONG_NUMBERS, {Outcome.WRONG_NUMBER}),
    ("callback", _OPENING, of.CALLBACKS, {Outcome.CALLBACK}),
    ("follow-up", _OPENING, of.FOLLOW_UPS, {Outcome.FOLLOW_UP}),
    ("not interested", _OPENING, of.NOT_INTERESTED, {Outcome.NOT_INTERESTED}),
    ("interested", _OPENING, of.INTERESTED, {Outcome.INTERESTED}),
)


@pytest.mark.parametrize(
    "before, sentences, expected", [table[1:] for table in TABLES], ids=[table[0] for table in TABLES]
)
def test_what_a_sentence_comes_to(before: str, sentences: list[str], expected: set[BusinessOutcome]) -> None:
    written = dict.fromkeys(words for sentence in sentences for words in (sentence, plain_words(sentence)))
    found = {words: judge_by_rules(talk(before, f"person: {words}"), "en").outcome for words in written}
    assert {} == {words: outcome for words, outcome in found.items() if outcome not in expected}


ANSWERS: Final = (
    ("es", "¿Le interesa una demostración?", "Sí, claro.", Outcome.INTERESTED),
    ("es", "¿Le interesa una demostración?", "Claro que no.", Outcome.NOT_INTERESTED),
    ("es", "¿Le interesa una demostración?", "Sí, pero ahora no puedo.", None),
    ("de", "Möchten Sie eine Vorführung?", "Ja, gerne.", Outcome.INTERESTED),
    ("de", "Möchten Sie eine Vorführung?", "Natürlich nicht.", Outcome.NOT_INTERESTED),
    ("de", "Möchten Sie eine Vorführung?", "Ja, aber nicht jetzt.", None),
    ("hi", "Kya aap demo chahte hain?", "Haan, zaroor.", Outcome.INTERESTED),
    ("hi", "Kya aap demo chahte hain?", "Ji nahi.", Outcome.NOT_INTERESTED),
    ("en", "Would you like a visit?", "Yes, my wife told me about you.", Outcome.INTERESTED),
)


@pytest.mark.parametrize("language, question, answer, expected", ANSWERS)
def test_an_answer_is_read_in_its_language(
    language: str, question: str, answer: str, expected: BusinessOutcome | None
) -> None:
    sign = answer_to(plain_words(question), Utterance(answer, language, (language,)), 1)
    assert expected == (sign and sign.outcome)


def test_an_answer_that_says_more_is_not_plain() -> None:
    """What is said besides may be anything: somebody looks, unless the model hears the same."""
    sign = answer_to("would you like a visit", Utterance("Yes, my wife told me about you."), 1)
    assert sign is not None
    assert not sign.is_plain
    verdict = judge_by_rules(
        talk("agent: Would you like a visit?", "person: Yes, my wife told me about you.")
    )
    assert (Outcome.INTERESTED, True) == (verdict.outcome, verdict.needs_review)


@pytest.mark.parametrize(
    "words, outcomes",
    [
        ("Not interested. Stop calling me.", [Outcome.OPT_OUT, Outcome.NOT_INTERESTED]),
        ("Call me tomorrow. Send me an email.", [Outcome.CALLBACK, Outcome.FOLLOW_UP]),
        ("Hello? What is this about?", []),
    ],
)
def test_each_sentence_says_its_own(words: str, outcomes: list[BusinessOutcome]) -> None:
    assert outcomes == [sign.outcome for sign in signs_in(Utterance(words), 0)]


@pytest.mark.parametrize(
    ("said", "outcome", "needs_review"),
    [
        ("Call me tomorrow at five.", Outcome.CALLBACK, False),
        ("Don't call before lunch, call me today at two.", Outcome.CALLBACK, False),
        ("Call me only on weekdays.", Outcome.NONE, False),
        ("Please don't call me at work.", Outcome.NONE, False),
        ("Message me, don't call.", Outcome.FOLLOW_UP, True),
        ("Keep me on your list, I'm interested.", Outcome.INTERESTED, True),
    ],
)
def test_a_standing_wish_is_no_callback_and_goes_to_a_person_where_it_may_be_a_follow_up(
    said: str, outcome: BusinessOutcome, needs_review: bool
) -> None:
    verdict = judge_by_rules(talk(_OPENING, f"person: {said}"), "en")
    assert (outcome, needs_review) == (verdict.outcome, verdict.needs_review)
