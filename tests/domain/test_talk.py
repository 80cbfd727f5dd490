"""How people talk in languages other than English: what binds, what is asked about, what only sounds like it.

One suite for all; a language is its tables in tests/domain/talk.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest

from domain.conversations import AnsweredBy
from domain.language.asides import Aside
from domain.language.decision import demand_of
from domain.language.dictation import digits_in
from domain.language.intents import Demand
from domain.language.opt_outs_and_goodbyes import rules_on_contact
from domain.language.person_or_machine_words import STRONG, signs
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome
from domain.preferences import PreferenceKind
from domain.transcripts import Speaker, Turn
from tests.domain.talk.french import FRENCH
from tests.domain.talk.german import GERMAN
from tests.domain.talk.hindi import HINDI
from tests.domain.talk.shape import Talk

TALKS: Final = (GERMAN, FRENCH, HINDI)


def each(table: Callable[[Talk], Sequence[Any]], *names: str) -> pytest.MarkDecorator:
    """Every row of a table in every language; names: of its columns."""
    rows = [(talk, *((row,) if len(names) == 1 else row)) for talk in TALKS for row in table(talk)]
    return pytest.mark.parametrize(
        ("talk", *names), rows, ids=lambda one: one.tag if isinstance(one, Talk) else None
    )


def said(talk: Talk, text: str) -> Utterance:
    return Utterance(text, talk.tag, (talk.tag,))


def by_rules(talk: Talk, text: str) -> Demand:
    """How surely no more calls are demanded, by the rules alone."""
    return demand_of(rules_on_contact(text, talk.tag))


def outcome(talk: Talk, text: str) -> str:
    return judge_by_rules((Turn(Speaker.PERSON, text, 0, 1_000),), talk.tag).outcome


@each(lambda talk: talk.bound, "text")
def test_a_demand_binds_on_the_call_and_after_it(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert said(talk, spelled).demand is Demand.CERTAIN, spelled
        assert outcome(talk, spelled) is BusinessOutcome.OPT_OUT, spelled


@each(lambda talk: talk.asked_about, "text")
def test_a_likely_demand_is_asked_about(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert by_rules(talk, spelled) is Demand.LIKELY, spelled
        assert said(talk, spelled).demand is not Demand.NONE, spelled


@each(lambda talk: talk.no_demand, "text")
def test_what_only_sounds_like_a_demand_is_none(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert by_rules(talk, spelled) is Demand.NONE, spelled
        assert said(talk, spelled).demand is not Demand.CERTAIN, spelled


@each(lambda talk: talk.kept, "text")
def test_a_demand_is_taken_back(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert said(talk, spelled).keeps, spelled
        assert by_rules(talk, spelled) is Demand.NONE, spelled


@each(lambda talk: talk.not_kept, "text")
def test_what_only_sounds_like_it_takes_nothing_back(talk: Talk, text: str) -> None:
    assert not any(said(talk, spelled).keeps for spelled in talk.spellings(text))


@each(lambda talk: talk.preferred, "kind", "text")
def test_a_wish_about_how_to_be_contacted_is_no_demand(talk: Talk, kind: PreferenceKind, text: str) -> None:
    for spelled in talk.spellings(text):
        assert kind in [wish.kind for wish in said(talk, spelled).preferences], spelled
        assert said(talk, spelled).demand is not Demand.CERTAIN, spelled


@each(lambda talk: talk.not_preferred, "text")
def test_what_only_sounds_like_a_wish_is_none(talk: Talk, text: str) -> None:
    assert () == said(talk, text).preferences


@each(lambda talk: talk.comes_to, "wanted", "text")
def test_a_sentence_carries_an_outcome(talk: Talk, wanted: BusinessOutcome, text: str) -> None:
    for spelled in talk.spellings(text):
        if spelled == text or "?" not in text:  # a request that is written as a question is one with its mark
            assert outcome(talk, spelled) is wanted, spelled


@each(lambda talk: talk.comes_to_nothing, "text")
def test_what_only_sounds_like_an_outcome_is_none(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert outcome(talk, spelled) is BusinessOutcome.NONE, spelled


@each(lambda talk: talk.answers, "question", "text", "wanted")
def test_an_answer_is_about_what_was_offered(
    talk: Talk, question: str, text: str, wanted: BusinessOutcome
) -> None:
    turns = (Turn(Speaker.AGENT, question, 0, 1_000), Turn(Speaker.PERSON, text, 2_000, 3_000))
    assert judge_by_rules(turns, talk.tag).outcome is wanted


@each(lambda talk: talk.leaves, "text")
def test_leave_is_taken(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert said(talk, spelled).wants_end, spelled


@each(lambda talk: talk.stays, "text")
def test_what_only_sounds_like_leaving_ends_nothing(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert not said(talk, spelled).wants_end, spelled


@each(lambda talk: talk.asks_for_the_truth, "text")
def test_who_asks_whether_we_are_a_machine_is_heard(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        assert said(talk, spelled).asks_for_the_truth, spelled


@each(lambda talk: talk.asks_nothing_of_us, "text")
def test_other_machines_are_no_question_about_us(talk: Talk, text: str) -> None:
    assert not any(said(talk, spelled).asks_for_the_truth for spelled in talk.spellings(text))


@each(lambda talk: talk.asides, "aside", "text")
def test_an_aside_is_heard(talk: Talk, aside: Aside, text: str) -> None:
    for spelled in talk.spellings(text):
        assert said(talk, spelled).aside is aside, spelled


@each(lambda talk: talk.no_asides, "text")
def test_what_only_sounds_like_an_aside_is_none(talk: Talk, text: str) -> None:
    assert [None] == list({said(talk, spelled).aside for spelled in talk.spellings(text)})


@each(lambda talk: talk.listens, "text")
def test_who_only_listens_takes_no_turn(talk: Talk, text: str) -> None:
    assert all(said(talk, spelled).only_listens for spelled in talk.spellings(text))


def weights(talk: Talk, text: str) -> tuple[float, float]:
    """What speaks for a person, and for the likeliest machine."""
    of: dict[AnsweredBy, float] = {}
    for sign in signs(text, talk.tag, whole=True):
        of[sign.answered_by] = of.get(sign.answered_by, 0.0) + sign.weight
    person = of.pop(AnsweredBy.PERSON, 0.0)
    return person, max(of.values(), default=0.0)


@each(lambda talk: talk.people, "text")
def test_whoever_answers_for_another_is_no_machine(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        person, machine = weights(talk, spelled)
        assert machine < STRONG or machine < person, spelled


@each(lambda talk: talk.machines, "text")
def test_a_machine_is_known_by_its_words(talk: Talk, text: str) -> None:
    for spelled in talk.spellings(text):
        person, machine = weights(talk, spelled)
        assert machine >= STRONG > person, spelled


@pytest.mark.parametrize(
    ("digits", "text"),
    [
        ("9845", "अट्ठानवे पैंतालीस"),
        ("9845", "atthanave paintalis"),
        ("50725", "पचास सात पच्चीस"),
        ("381", "अड़तीस एक"),
        ("4090", "चालीस नब्बे"),
    ],
)
def test_hindi_numbers_of_two_digits_are_words_of_their_own(digits: str, text: str) -> None:
    assert all(digits_in(spelled, "hi") == digits for spelled in HINDI.spellings(text))
