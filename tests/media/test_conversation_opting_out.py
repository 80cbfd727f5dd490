"""A demand for no more calls that is only likely is asked about; one that was made by mistake is taken back in the same call."""

import pytest

from domain.asked_back import StopQuestion
from domain.conversations import EndReason, Verdict
from domain.language.tables.every import language_of
from domain.outcomes import BusinessOutcome
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.durable import Durable
from media.engine.events import STOP_CALLING, Event, Hearing, NotStored, Store, Stored, Words
from media.engine.state import Phase
from tests.media.plans import plan
from tests.media.script import Script

LIKELY = "I don't think I want these calls."
CERTAIN = "Please do not call me again."
KEEP = "No, no, keep me on the list."
NOTED = Verdict(BusinessOutcome.NONE)
REMARKS = language_of("en").remarks


def asked() -> Script:
    """We have asked, and it was heard."""
    return Script().until_silent().says(LIKELY).until_silent()


def test_a_likely_demand_is_asked_about_before_anything_else() -> None:
    script = Script().until_silent().says(LIKELY)
    assert script.spoken()[-1] == REMARKS.shall_we_stop
    assert [] == script.all_of(actions.StoreOptOut)
    assert [] == script.all_of(actions.Ask)


@pytest.mark.parametrize("answer", ["Yes", "Yes please", "Yeah. I would like that.", CERTAIN])
def test_yes_binds_it_with_their_own_words_as_evidence(answer: str) -> None:
    script = asked().says(answer).until_silent().later(1_000)
    evidence = CERTAIN if answer == CERTAIN else LIKELY
    assert [actions.StoreOptOut(evidence)] == script.all_of(actions.StoreOptOut)
    assert script.plan.opt_out_confirmation in script.spoken()
    report = script.report()
    assert report.end_reason is EndReason.OPT_OUT
    assert report.verdict == Verdict(BusinessOutcome.OPT_OUT, evidence=evidence, decided_by="guard")


def test_yes_counts_while_the_question_is_still_heard() -> None:
    script = Script().until_silent().says(LIKELY).later(1_500).says("Yes")
    assert [actions.StoreOptOut(LIKELY)] == script.all_of(actions.StoreOptOut)


@pytest.mark.parametrize("answer", ["No", "No, go on", "What does it cost?", "I am not sure", "Hello?"])
def test_anything_else_does_not(answer: str) -> None:
    script = asked().says(answer).model_says("Then I go on.").until_silent()
    assert [] == script.all_of(actions.StoreOptOut)
    assert script.state.doubt.question is StopQuestion.ANSWERED
    assert any("did not want that" in note for note in script.asked().notes)
    script.verdict = NOTED
    assert not script.hangs_up().later(1_000).report().verdict.needs_review


def test_who_says_the_same_instead_of_yes_is_left_to_a_person() -> None:
    script = asked().says(LIKELY).model_says("I see.").until_silent()
    assert [] == script.all_of(actions.StoreOptOut)
    assert script.hangs_up().later(1_000).report().verdict.needs_review


def test_it_is_asked_once_and_what_is_said_again_is_for_review() -> None:
    script = asked().says("No").model_says("Fine.").until_silent().says(LIKELY)
    assert 1 == script.spoken().count(REMARKS.shall_we_stop)
    assert script.model_says("I see.").until_silent().hangs_up().later(1_000).report().verdict.needs_review


@pytest.mark.parametrize("leaves", [True, False])
def test_who_does_not_answer_is_left_to_a_person(leaves: bool) -> None:
    script = asked()
    script = script.hangs_up().later(1_000) if leaves else script.later(30_000)
    report = script.report()
    assert report.verdict.needs_review
    assert report.verdict.outcome == BusinessOutcome.NONE
    assert [] == script.all_of(actions.StoreOptOut)


def test_who_went_on_before_the_question_was_heard_is_asked_again() -> None:
    script = Script().until_silent().says(LIKELY).later(60).says("Yes")
    assert 2 == script.spoken().count(REMARKS.shall_we_stop)
    assert [] == script.all_of(actions.StoreOptOut)
    script.until_silent().says("Yes")
    assert [actions.StoreOptOut(LIKELY)] == script.all_of(actions.StoreOptOut)


def test_a_demand_is_taken_back_in_the_same_call() -> None:
    script = Script().until_silent().says(CERTAIN).later(500).says(KEEP)
    assert [actions.TakeBackOptOut(KEEP)] == script.all_of(actions.TakeBackOptOut)
    assert script.state.opt_out.durable is Durable.NONE
    assert script.state.phase is Phase.TALKING
    assert REMARKS.you_stay in script.spoken()
    script.model_says("So, are you satisfied?").until_silent().hangs_up().later(1_000)
    report = script.report()
    assert report.end_reason is EndReason.PERSON_HUNG_UP
    assert report.verdict.needs_review
    assert report.verdict.outcome != BusinessOutcome.OPT_OUT


def test_who_has_taken_it_back_is_prompted_as_anybody_who_falls_silent() -> None:
    """However long they were silent before they demanded it."""
    script = Script().until_silent()
    while script.spoken().count(script.plan.silence_prompt) < 2:
        script.later(500)
    script.until_silent().says(CERTAIN).later(500).says(KEEP).model_says("Good.").until_silent()
    script.later(6_100)
    assert script.plan.silence_prompt == script.spoken()[-1]


@pytest.mark.parametrize(
    "words",
    [
        "Good. And don't put me back on the list.",
        "I never said keep me on the list.",
        "I did not say you can call me again.",
        "You'd better not leave me on the list.",
        "Stop calling me. No wait, keep me on the list.",
    ],
)
def test_only_plain_words_lift_a_demand(words: str) -> None:
    script = (
        Script().until_silent().says(CERTAIN).later(300).says(words).until_silent().hangs_up().later(3_000)
    )
    assert [] == script.all_of(actions.TakeBackOptOut)
    assert script.report().verdict.outcome == BusinessOutcome.OPT_OUT


def test_a_demand_taken_back_in_one_breath_is_asked_about() -> None:
    script = Script().until_silent().says("Stop calling me. No wait, keep me on the list.").until_silent()
    assert REMARKS.shall_we_stop in script.spoken()
    assert [] == script.all_of(actions.StoreOptOut)


def test_it_is_lifted_only_after_it_was_bound() -> None:
    """Whatever fails in between, the number stays off the list."""
    script = Script()
    script.record_is_away = True
    script.until_silent().says(CERTAIN).later(300).says(KEEP)
    assert [] == script.all_of(actions.TakeBackOptOut)
    script.record_is_away = False
    script.later(1_000)
    kinds = [type(action) for _, action in script.done]
    last_bound = max(place for place, kind in enumerate(kinds) if kind is actions.StoreOptOut)
    assert last_bound < kinds.index(actions.TakeBackOptOut)
    assert script.state.taken_back.durable is Durable.STORED


def test_a_record_that_stays_away_leaves_the_number_off_the_list() -> None:
    script = Script().until_silent().says(CERTAIN).later(300)
    script.record_is_away = True
    script.says(KEEP).later(20_000)
    assert script.is_over
    assert script.state.taken_back.durable is Durable.GIVEN_UP
    assert REMARKS.you_stay not in script.spoken()
    assert script.report().verdict == Verdict(
        BusinessOutcome.OPT_OUT, evidence=CERTAIN, decided_by="guard", needs_review=True
    )


def test_who_demands_it_again_while_it_is_being_lifted_is_bound_again() -> None:
    script = Script().until_silent().says(CERTAIN).later(300)
    script.record_is_away = True
    script.says(KEEP).says("Stop calling me.")
    assert 1 == len(script.all_of(actions.StoreOptOut))
    script.record_is_away = False
    script.later(2_000).until_silent().later(1_000)
    assert ["Please do not call me again.", "Stop calling me."] == [
        demand.phrase for demand in script.all_of(actions.StoreOptOut)
    ]
    assert script.report().verdict.outcome == BusinessOutcome.OPT_OUT


@pytest.mark.parametrize("takes_back", [False, True])
@pytest.mark.parametrize("sounds", [Voice(True), Words(Hearing.INTERIM, "and the news at")])
def test_what_sounds_while_the_record_is_away_keeps_no_line_open(sounds: Event, takes_back: bool) -> None:
    """A television: law 6, the call ends by itself."""
    script = Script().until_silent()
    script.record_is_away = not takes_back
    script.says(CERTAIN)
    if takes_back:
        script.record_is_away = True
        script.later(300).says(KEEP)
    script.handle(sounds).later(20_000)
    assert script.all_of(actions.Close)


def test_who_demands_it_again_when_it_could_not_be_lifted_stays_bound_after_the_end() -> None:
    """Whatever became of the lifting: what was said last is bound last."""
    script = Script().until_silent().says(CERTAIN).later(300)
    script.record_is_away = True
    script.says(KEEP).says("Stop calling me.").hangs_up()
    script.record_is_away = False
    script.later(10_000)
    kinds = [
        action
        for _, action in script.done
        if isinstance(action, actions.StoreOptOut | actions.TakeBackOptOut)
    ]
    assert "Stop calling me." == getattr(kinds[-1], "phrase", "")
    assert script.state.opt_out.durable is Durable.STORED


def test_nobody_takes_back_what_was_not_demanded() -> None:
    script = Script().until_silent().says(KEEP)
    assert [] == script.all_of(actions.TakeBackOptOut)


WORDS = "It is as my old uncle used to put it about salesmen and their shoes"
"""Neither rules nor classifier hear a demand in it."""


def test_what_the_model_hears_binds_when_the_person_said_it() -> None:
    """Any listener may be certain (domain.language.decision)."""
    script = Script().until_silent().says(WORDS).model_says("", (STOP_CALLING, WORDS))
    assert [actions.StoreOptOut(WORDS)] == script.all_of(actions.StoreOptOut)
    assert script.until_silent().later(1_000).report().end_reason is EndReason.OPT_OUT


@pytest.mark.parametrize("quoted", ["Never call me again", "You may not call us any more, ever"])
def test_what_nobody_said_is_asked_about(quoted: str) -> None:
    script = Script().until_silent().says(WORDS).model_says("Well.", (STOP_CALLING, quoted))
    assert [] == script.all_of(actions.StoreOptOut)
    assert script.spoken()[-1] == REMARKS.shall_we_stop


def test_the_language_of_the_question_is_that_of_the_conversation() -> None:
    script = Script(plan(language="de")).until_silent().says(LIKELY)
    assert script.spoken()[-1] == language_of("de").remarks.shall_we_stop


def test_a_late_answer_of_the_record_changes_nothing() -> None:
    script = asked().says("Yes").handle(Stored(Store.TAKEN_BACK)).handle(NotStored(Store.TAKEN_BACK))
    assert script.state.opt_out.durable is Durable.STORED
    assert script.state.taken_back.durable is Durable.NONE
