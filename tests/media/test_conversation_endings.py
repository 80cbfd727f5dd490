"""Endings: opt-outs are durable first, every conversation has one report, and nothing waits for ever."""

import pytest

from domain.conversations import EndReason, Verdict
from domain.outcomes import BusinessOutcome
from domain.timeouts import Timeouts
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.durable import Durable
from media.engine.events import Drain, Failed, HangUp, Hearing, Part, Store, Stored, Words
from media.engine.state import Phase, wake_at
from tests.media.plans import plan
from tests.media.script import Script
from tests.media.situations import BEEP, MAILBOX

OPT_OUT = "Please do not call me again."


def test_an_opt_out_is_durable_before_it_is_confirmed() -> None:
    """Law 4."""
    script = Script().until_silent().says(OPT_OUT)
    kinds = [type(action) for _, action in script.done]
    confirmed = [a for a in script.all_of(actions.Speak) if a.text == script.plan.opt_out_confirmation]
    assert len(confirmed) == 1
    assert kinds.index(actions.StoreOptOut) < script_index(script, confirmed[0])
    script.until_silent().later(1_000)
    report = script.report()
    assert report.end_reason is EndReason.OPT_OUT
    assert report.verdict == Verdict(BusinessOutcome.OPT_OUT, evidence=OPT_OUT, decided_by="guard")


def script_index(script: Script, action: actions.Action) -> int:
    """Where this action stands among all."""
    return [a for _, a in script.done].index(action)


@pytest.mark.parametrize("moment", ["opening", "thinking", "speaking", "prompting", "closing", "message"])
def test_an_opt_out_counts_in_every_phase(moment: str) -> None:
    script = at_moment(moment)
    script.says(OPT_OUT).later(10_000)
    assert script.all_of(actions.StoreOptOut) == [actions.StoreOptOut(OPT_OUT)]
    assert script.state.opt_out.durable is Durable.STORED
    assert script.report().end_reason in (EndReason.OPT_OUT,)


def at_moment(moment: str) -> Script:
    """A conversation in the middle of something."""
    match moment:
        case "opening":
            return Script().at(2_500)
        case "thinking":
            return Script().until_silent().says("Yes go on")
        case "speaking":
            return (
                Script()
                .until_silent()
                .says("Yes go on")
                .model_says("A long story about many things.")
                .later(300)
            )
        case "prompting":
            return Script().until_silent().later(6_200)
        case "closing":
            return Script().until_silent().says("Goodbye").later(100)
        case _:
            greeting = "You have reached the voicemail of Miller, leave a message after the tone."
            script = Script().at(300).starts("You").handle(Words(Hearing.FINAL, greeting))
            return script.later(2_600)


def test_an_opt_out_in_the_last_words_before_hanging_up_counts() -> None:
    script = Script().until_silent().starts("Please").goes_on(OPT_OUT).hangs_up()
    assert script.all_of(actions.StoreOptOut) == [actions.StoreOptOut(OPT_OUT)]
    assert script.report().verdict.outcome == BusinessOutcome.OPT_OUT


def test_what_bound_on_the_call_binds_and_is_summed_up() -> None:
    """The model is asked all the same, for the summary and the fields; its outcome changes nothing (law 4)."""
    script = Script()
    script.verdict = Verdict(
        BusinessOutcome.INTERESTED, "Yes", "model", summary="She wants no calls. None are made."
    )
    script.until_silent().says(OPT_OUT).later(10_000)
    verdict = script.report().verdict
    assert (BusinessOutcome.OPT_OUT, OPT_OUT, "guard") == (
        verdict.outcome,
        verdict.evidence,
        verdict.decided_by,
    )
    assert "She wants no calls. None are made." == verdict.summary


def test_an_opt_out_is_not_confirmed_while_it_is_not_durable() -> None:
    script = Script()
    script.record_is_away = True
    script.until_silent().says(OPT_OUT).later(3_000)
    assert script.plan.opt_out_confirmation not in script.spoken()
    demands = script.all_of(actions.StoreOptOut)
    assert len(demands) > 2
    assert {script.state.opt_out.said_ms} == {demand.said_ms for demand in demands}, (
        "said once, however often it is tried"
    )
    script.record_is_away = False
    script.later(1_000)
    assert script.spoken()[-1] == script.plan.opt_out_confirmation


def test_a_record_that_stays_away_lets_the_workflow_finish_the_call() -> None:
    """After five seconds the workflow is told all the same."""
    script = Script()
    script.record_is_away = True
    script.until_silent().hangs_up().later(6_000)
    assert script.is_over
    (notice,) = script.all_of(actions.Notify)
    assert not notice.stored


def test_hanging_up_ends_with_one_report_that_holds_what_was_heard() -> None:
    script = Script().at(1_500).hangs_up()
    report = script.report()
    assert report.end_reason is EndReason.PERSON_HUNG_UP
    assert report.transcript[0].interrupted
    assert len(script.all_of(actions.StoreReport)) == 1
    assert script.all_of(actions.Close) == []


def test_the_model_ends_the_call_after_its_last_words() -> None:
    script = Script().until_silent().says("I have told you everything")
    script.model_says("Thank you, goodbye.", ("end_call", "finished")).until_silent()
    before = script.has_ended
    script.later(500)
    assert (before, script.has_ended) == (False, True)
    assert script.state.transcript[-1].text == "Thank you, goodbye."
    assert script.report().end_reason is EndReason.FINISHED


def test_a_model_that_only_ends_the_call_lets_us_say_the_closing() -> None:
    script = Script().until_silent().says("I have told you everything").model_says("", ("end_call", "done"))
    assert script.spoken()[-1] == script.plan.closing


def test_tools_of_a_guess_run_only_when_it_is_released() -> None:
    script = Script().until_silent().starts("Call me").handle(Words(Hearing.EAGER, "Call me tomorrow"))
    script.model_says("Of course.", ("note_callback", "tomorrow"))
    assert script.state.callback_phrase == ""
    script.handle(Words(Hearing.FINAL, "Call me tomorrow"))
    assert script.state.callback_phrase == "tomorrow"
    script.hangs_up()
    assert script.report().verdict.callback_phrase == "tomorrow"


def test_a_noted_callback_without_words_is_followed_by_words() -> None:
    script = (
        Script()
        .until_silent()
        .says("Call me tomorrow at three")
        .model_says("", ("note_callback", "tomorrow"))
    )
    assert len(script.all_of(actions.Ask)) == 2
    assert any("another time" in note for note in script.asked().notes)
    assert [True, False] == [asked.note for asked in script.all_of(actions.Ask)], "it is noted already"


def test_what_the_model_is_to_know_is_told_once_however_often_it_is_noted() -> None:
    script = Script().until_silent()
    for said in ("Call me tomorrow please", "No, on Tuesday", "No, on Friday"):
        script.says(said).model_says("All right.", ("note_callback", said)).until_silent()
    notes = script.says("And what do you sell?").asked().notes
    assert 1 == len([note for note in notes if "another time" in note])


@pytest.mark.parametrize("how", ["again", "nothing", "an error"])
def test_a_callback_is_confirmed_although_the_model_never_says_a_word(how: str) -> None:
    """Whoever wants to be called later is not asked to say it again, nor hung up on."""
    script = Script().until_silent()
    for said in ("Call me tomorrow please", "At five please", "No, at six"):
        script.says(said).later(300).model_says("", ("note_callback", said)).later(300)
        if how == "an error":
            script.handle(Failed(Part.MODEL, script.asked().reply))
        else:
            script.model_says("", *([("note_callback", said)] if how == "again" else []))
        script.until_silent()
        assert "agent: Of course, I have noted that." == script.transcript()[-1]
    script.hangs_up().later(5_000)
    assert (EndReason.PERSON_HUNG_UP, "No, at six") == (
        script.report().end_reason,
        script.report().verdict.callback_phrase,
    )


def test_who_takes_leave_is_let_go() -> None:
    script = Script().until_silent().says("Goodbye")
    assert script.spoken()[-1] == script.plan.closing
    script.until_silent().later(500)
    assert script.report().end_reason is EndReason.FINISHED


def test_the_longest_call_ends_with_the_closing() -> None:
    script = Script(plan(timeouts=Timeouts(prompts=(60_000,), longest_call=10_000))).at(10_020)
    assert script.spoken()[-1] == script.plan.closing
    script.until_silent().later(500)
    assert script.report().end_reason is EndReason.TOO_LONG


def test_an_operator_ends_the_call_at_once() -> None:
    script = Script().at(1_000).handle(HangUp())
    assert script.all_of(actions.Close) == [actions.Close()]
    assert script.report().end_reason is EndReason.CANCELLED


def test_a_draining_process_lets_the_talk_go_on_a_little_and_takes_leave() -> None:
    script = Script(plan(timeouts=Timeouts(prompts=(60_000,)))).at(5_000).handle(Drain()).later(9_000)
    assert not script.has_ended
    script.later(1_100)
    assert script.spoken()[-1] == script.plan.closing
    script.until_silent().later(500)
    assert script.report().end_reason is EndReason.DRAINED


def test_without_ears_we_take_leave() -> None:
    script = Script().until_silent().handle(Failed(Part.RECOGNISER)).until_silent().later(500)
    assert script.report().end_reason is EndReason.BROKEN


def test_a_voice_that_fails_at_the_greeting_ends_the_call() -> None:
    script = Script().handle(Failed(Part.SPEECH, 1))
    assert script.report().end_reason is EndReason.BROKEN


def test_a_repeated_store_changes_nothing() -> None:
    script = Script().until_silent().hangs_up().handle(Stored(Store.REPORT)).handle(Stored(Store.OPT_OUT))
    assert len(script.all_of(actions.Notify)) == 1


def test_a_finished_conversation_waits_for_nothing() -> None:
    script = Script().until_silent().hangs_up()
    assert (script.state.phase, wake_at(script.state)) == (Phase.ENDED, None)


def test_the_answers_to_the_questions_are_kept() -> None:
    script = (
        Script().until_silent().says("Sure").model_says("Are you satisfied with our service?").until_silent()
    )
    script.says("Yes, very much").hangs_up()
    assert script.report().answers == {"satisfied": "Yes, very much"}


def test_two_machines_do_not_talk_to_each_other_for_ever() -> None:
    """The other end answers whatever we say with the same sentence."""
    script = Script().until_silent()
    for asked in range(3):
        script.says("Welcome to the menu of Example Bank.")
        if asked < 2:
            script.model_says("I would like to ask you something.").until_silent()
    script.until_silent().later(2_000)
    assert script.report().end_reason is EndReason.MACHINE
    assert script.plan.closing == script.spoken()[-1]


def test_a_person_may_say_yes_three_times() -> None:
    script = Script().until_silent()
    for _ in range(4):
        script.says("Yes.").model_says("And the next question?").until_silent()
    assert script.state.end_reason is None


# What outlasts the longest call


def test_nobody_is_taken_leave_of_in_mid_sentence() -> None:
    script = (
        Script(plan(timeouts=Timeouts(longest_call=12_000))).at(10_000).starts("My").goes_on("My account")
    )
    script.later(3_000).goes_on("My account number is")
    assert script.plan.closing not in script.spoken()
    script.later(1_000).handle(Words(Hearing.FINAL, "My account number is four one five")).later(300)
    assert script.plan.closing == script.spoken()[-1]
    assert EndReason.TOO_LONG is script.until_silent().later(3_000).report().end_reason


def test_who_never_ends_a_sentence_is_taken_leave_of_all_the_same() -> None:
    script = Script(plan(timeouts=Timeouts(longest_call=12_000))).at(10_000).starts("So")
    for word in range(20):
        script.later(700).goes_on(f"So {'and so on ' * word}")
    assert script.plan.closing in script.spoken()


MESSAGE = "This is Northwind. " + "Please call us back at four one five, at any time from nine to five. " * 4


@pytest.mark.parametrize("drains", [True, False])
def test_a_message_that_has_begun_is_left_to_its_end_and_proved(drains: bool) -> None:
    """A deployment, or a short call, leaves no half messages, which would be left again next time."""
    longest = 300_000 if drains else 12_000
    script = Script(plan(voicemail=MESSAGE, timeouts=Timeouts(longest_call=longest))).at(500)
    script.handle(Voice(True)).starts("You").goes_on(MAILBOX).later(3_000).handle(Voice(False))
    script.handle(Words(Hearing.FINAL, MAILBOX)).later(100).handle(BEEP).later(2_000)
    script = script.handle(Drain()) if drains else script
    script.later(45_000)
    assert (EndReason.VOICEMAIL, True) == (script.report().end_reason, script.report().voicemail_proved)
    assert MESSAGE.strip() == script.report().transcript[-1].text
