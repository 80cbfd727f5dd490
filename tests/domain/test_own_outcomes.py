"""What a call is for: a script's own outcomes, found by phrase or by the model, never before what binds (requirement 74)."""

from dataclasses import replace

import pytest

from domain.conversations import Verdict
from domain.language.verdicts import combine, judge_by_rules
from domain.outcomes import BusinessOutcome, Outcome, OutcomeFlags
from domain.own_outcomes import OutcomeDefinition
from tests.domain.test_verdicts import talk

COMES = OutcomeDefinition(
    "confirmed",
    "They will come.",
    success=True,
    phrases=("I'll come", "we'll be there", "see you on Tuesday"),
)
STAYS_AWAY = OutcomeDefinition("declined", "They will not come.", phrases=("I can't make it", "I won't come"))
DEAD = OutcomeDefinition(
    "deceased", "The person we ask for has died.", suppress=True, phrases=("has passed away",)
)
OWN = (COMES, STAYS_AWAY, DEAD)
ASKED = "agent: Would you like to come to your appointment on Tuesday?"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Yes, I'll come.", "confirmed"),
        ("Oh hello, sure, we'll be there, thank you, bye.", "confirmed"),
        ("No way I'll come.", "none"),
        ("No, I'll come.", "none"),
        ("I'll come, I guess.", "none"),
        ("I'll come as soon as pigs fly.", "none"),
        ("I'll come after you!", "none"),
        ("Okay. I'll come. Thanks.", "confirmed"),
        ("No, I can't make it.", "declined"),
        ("I'm sorry I won't come", "declined"),
        ("I don't think I'll come.", "none"),
        ("I'll come if I can.", "none"),
        ("Maybe I'll come.", "none"),
        ("I'll come?", "none"),
        ("My sister said I'll come back as a frog.", "none"),
        ("I'll come, no wait, I can't make it.", "none"),
        ("Yes.", "none"),
        ("No.", "none"),
    ],
)
def test_a_phrase_counts_where_it_is_certain(said: str, outcome: str) -> None:
    """What is not is left open; a mere yes to what only the script knows is no interest."""
    verdict = judge_by_rules(talk(ASKED, f"person: {said}"), "en", own=OWN)
    assert outcome == verdict.outcome
    assert bool(verdict.evidence) is (outcome != "none")


@pytest.mark.parametrize(
    ("language", "phrase", "certain", "doubtful"),
    [
        (
            "de",
            "ich komme",
            "Ja klar, ich komme, danke.",
            ("Ich komme nicht.", "Nein, ich komme.", "Ich komme wahrscheinlich."),
        ),
        ("es", "voy a ir", "Sí, voy a ir.", ("No voy a ir.", "Voy a ir si puedo.", "Quizás voy a ir.")),
        ("fr", "je viens", "Oui, je viens.", ("Je viens pas.", "Je viens peut-être.", "Je viens de manger.")),
        ("pt", "eu vou", "Sim, eu vou.", ("Não, eu não vou.", "Eu vou se puder.", "Eu vou não.")),
        ("hi", "main aaunga", "haan main aaunga", ("main aaunga nahi", "shayad main aaunga")),
    ],
)
def test_phrases_are_certain_or_nothing_in_each_language(
    language: str, phrase: str, certain: str, doubtful: tuple[str, ...]
) -> None:
    own = (replace(COMES, phrases=(phrase,)),)
    assert "confirmed" == judge_by_rules(talk(ASKED, f"person: {certain}"), language, own=own).outcome
    for said in doubtful:
        assert "confirmed" != judge_by_rules(talk(ASKED, f"person: {said}"), language, own=own).outcome, said


def test_without_outcomes_of_its_own_the_answer_is_about_interest() -> None:
    assert BusinessOutcome.INTERESTED == judge_by_rules(talk(ASKED, "person: Yes."), "en").outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("I'll come. And never call me again.", BusinessOutcome.OPT_OUT),
        ("Never call me again. I'll come.", BusinessOutcome.OPT_OUT),
        ("You have the wrong number. I'll come.", BusinessOutcome.WRONG_NUMBER),
        ("I'm interested. I'll come.", "confirmed"),
    ],
)
def test_opt_outs_and_wrong_numbers_bind_before_any_own_outcome(said: str, outcome: str) -> None:
    """Law 4."""
    assert outcome == judge_by_rules(talk(ASKED, f"person: {said}"), "en", own=OWN).outcome


def test_whoever_says_both_is_looked_at_and_the_last_word_holds() -> None:
    torn = judge_by_rules(talk(ASKED, "person: I'll come.", "person: Oh. I can't make it."), "en", own=OWN)
    assert ("declined", True, STAYS_AWAY.flags) == (torn.outcome, torn.needs_review, torn.flags)


def test_what_an_outcome_means_goes_with_it() -> None:
    assert OutcomeFlags(final=True, suppresses=False, success=True) == COMES.flags
    assert OutcomeFlags(final=True, suppresses=True, success=False) == DEAD.flags
    again = OutcomeDefinition("undecided", "They do not know yet.", retry=True, follow_up=True)
    assert (False, True, True) == (again.flags.final, again.flags.retries, again.flags.follows_up)
    found = judge_by_rules(talk(ASKED, "person: I'll come."), "en", own=OWN)
    assert COMES.flags == found.means
    assert Outcome.of("opt_out", COMES.flags).flags.suppresses, "a built-in outcome means what it always does"
    assert Outcome.of("unheard of").flags.final, "nobody is called again by an outcome nobody knows"


SAID = talk(ASKED, "person: Why not, my daughter drives me.", "person: My husband died in spring.")
BY_MODEL = Verdict("confirmed", SAID[1].text, "model", confidence=0.9, flags=COMES.flags)


def test_the_models_own_outcome_stands_where_the_rules_found_nothing_or_interest() -> None:
    nothing = Verdict(BusinessOutcome.NONE)
    glad = Verdict(BusinessOutcome.INTERESTED, SAID[1].text)
    refused = Verdict(BusinessOutcome.NOT_INTERESTED, SAID[1].text)
    for rules, needs_review in ((nothing, False), (glad, False), (refused, True)):
        found = combine(rules, BY_MODEL, SAID, "en")
        assert ("confirmed", "model", COMES.flags) == (found.outcome, found.decided_by, found.flags)
        assert needs_review is found.needs_review
    assert combine(glad, replace(BY_MODEL, needs_review=True), SAID, "en").needs_review
    assert combine(replace(glad, needs_review=True), BY_MODEL, SAID, "en").needs_review


@pytest.mark.parametrize(
    "outcome", [BusinessOutcome.OPT_OUT, BusinessOutcome.WRONG_NUMBER, BusinessOutcome.CALLBACK]
)
def test_no_own_outcome_of_the_model_goes_before_what_binds(outcome: BusinessOutcome) -> None:
    found = combine(Verdict(outcome, SAID[1].text), BY_MODEL, SAID, "en")
    assert (outcome, True) == (found.outcome, found.needs_review)


def test_an_own_outcome_that_suppresses_is_looked_at_and_needs_its_sentence() -> None:
    """As a wrong number that the model alone heard."""
    dead = Verdict("deceased", SAID[2].text, "model", confidence=0.9, flags=DEAD.flags)
    alone = combine(Verdict(BusinessOutcome.NONE), dead, SAID, "en")
    assert ("deceased", True) == (alone.outcome, alone.needs_review)
    thin = combine(
        Verdict(BusinessOutcome.NONE), replace(dead, evidence="Who has died?"), talk("person: Who has died?")
    )
    assert BusinessOutcome.NONE == thin.outcome
    glad = combine(Verdict(BusinessOutcome.INTERESTED, SAID[1].text), dead, SAID, "en")
    assert (BusinessOutcome.INTERESTED, True) == (glad.outcome, glad.needs_review)
    unsaid = combine(Verdict(BusinessOutcome.NONE), replace(dead, evidence="He is dead."), SAID, "en")
    assert (BusinessOutcome.NONE, True) == (unsaid.outcome, unsaid.needs_review)


@pytest.mark.parametrize(("said", "outcome"), [("Yes please.", "confirmed"), ("Hello?", "none")])
def test_a_yes_that_also_picks_up_a_telephone_carries_what_was_asked(said: str, outcome: str) -> None:
    by_model = Verdict("confirmed", said, "model", confidence=0.9, flags=COMES.flags)
    assert (
        outcome
        == combine(Verdict(BusinessOutcome.NONE), by_model, talk(ASKED, f"person: {said}"), "en").outcome
    )


def test_the_rules_own_outcome_holds_against_the_model() -> None:
    stated = judge_by_rules(talk(ASKED, "person: I'll come."), "en", own=OWN)
    other = Verdict(BusinessOutcome.INTERESTED, "I'll come.", "model", confidence=0.9)
    found = combine(stated, other, talk(ASKED, "person: I'll come."), "en")
    assert ("confirmed", True) == (found.outcome, found.needs_review)
