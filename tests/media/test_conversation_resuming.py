"""A conversation whose process is lost goes on in another one, from wherever its snapshot says it stood."""

from dataclasses import fields, replace
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.asked_back import Doubt, Promise, Settled, StopQuestion
from domain.conversations import AnsweredBy, EndReason, Evidence, Snapshot
from domain.language.tables.every import language_of
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, Turn
from media.audio.line_sounds import Tone, ToneKind, Voice
from media.engine import actions
from media.engine.conversation import begin
from media.engine.events import NOTE_CALLBACK, Event
from media.engine.resuming import snapshot_of, taken_up
from media.engine.state import Machine, Phase, Wait, Waiting
from tests.media.plans import SCRIPT, plan
from tests.media.script import BEGAN_AT, Script
from tests.media.test_conversation_walks import EVENTS, holds

SORRY = "Sorry, we were cut off."


def _talking() -> Script:
    """The opening was heard, a question was asked and answered."""
    script = Script().until_silent()
    script.says("Yes, go ahead.").model_says("Thank you. Are you satisfied with our service?")
    return script.until_silent()


def test_before_the_opening_was_heard_it_is_said_again_in_full() -> None:
    """The disclosure in it must have been heard."""
    script = Script().at(500).cut_off()
    assert [SCRIPT.opening] == script.spoken()
    assert Phase.OPENING is script.state.phase


def test_our_question_is_asked_again() -> None:
    script = _talking().cut_off()
    assert [f"{SORRY} Are you satisfied with our service?"] == script.spoken()


def test_the_persons_last_words_are_answered() -> None:
    lost = _talking()
    lost.says("Very much so, thank you.")
    script = lost.cut_off()
    assert [SORRY] == script.spoken()
    assert "Very much so, thank you." == script.asked().history[-1].text
    script.model_says("Good to hear.").until_silent()
    assert f"agent: {SORRY} Good to hear." == script.transcript()[-1]


def test_what_was_said_before_is_in_the_one_report_with_its_times() -> None:
    lost = _talking()
    heard, began_at = lost.transcript(), lost.state.began_at
    script = lost.cut_off(away_ms=3_000)
    script.until_silent().says("Goodbye.").until_silent().later(1_000)
    report = script.report()
    assert heard == script.transcript()[: len(heard)]
    assert 2 == report.epoch
    assert began_at == report.began_at
    turns = report.transcript
    assert turns[len(heard)].began_ms >= turns[len(heard) - 1].ended_ms + 3_000
    assert EndReason.FINISHED is report.end_reason


def test_an_opt_out_on_the_way_is_stored_and_confirmed() -> None:
    """Law 4: whether the first process had stored it is not known, so it is stored again."""
    lost = Script(record_is_away=True).until_silent()
    lost.says("Please do not call me again.")
    script = lost.cut_off()
    assert ["Please do not call me again."] == [a.phrase for a in script.all_of(actions.StoreOptOut)]
    assert lost.all_of(actions.StoreOptOut)[0].said_ms == script.all_of(actions.StoreOptOut)[0].said_ms
    script.until_silent().later(1_000)
    assert [script.plan.opt_out_confirmation] == script.spoken()
    assert EndReason.OPT_OUT is script.report().end_reason


def test_the_closing_is_said_again() -> None:
    lost = _talking()
    lost.says("Goodbye.")
    script = lost.cut_off()
    assert [SCRIPT.closing] == script.spoken()
    script.until_silent().later(1_000)
    assert script.is_over


def _mailbox() -> Script:
    script = Script().later(300)
    script.says("You have reached the voicemail of Miller, please leave a message after the tone")
    return script


def test_a_message_is_left_from_its_beginning() -> None:
    lost = _mailbox()
    lost.handle(Tone(1_000, 400, ToneKind.BEEP)).later(1_000)
    assert Machine.LEAVING is lost.state.machine
    script = lost.cut_off()
    assert [SCRIPT.voicemail] == script.spoken()
    script.until_silent().later(2_000)
    assert script.report().voicemail_proved


def test_the_longest_time_counts_from_the_first_process_on() -> None:
    lost = Script(plan(timeouts=Timeouts(longest_call=30_000))).until_silent()
    lost.says("Who is this?").model_says("It is Ava.").until_silent()
    script = lost.cut_off(away_ms=20_000)
    script.at(41_000).until_silent().later(1_000)
    assert EndReason.TOO_LONG is script.report().end_reason


def test_it_may_be_lost_again_before_anything_happened() -> None:
    script = _talking().cut_off().cut_off()
    assert [f"{SORRY} Are you satisfied with our service?"] == script.spoken()
    assert 3 == script.plan.epoch


@pytest.mark.parametrize("machine", list(Machine))
def test_from_every_machine_there_is_a_way_on(machine: Machine) -> None:
    lost = _mailbox()
    lost.state = replace(lost.state, machine=machine)
    script = lost.cut_off()
    assert script.has_ended or script.spoken() or machine is Machine.ON_HOLD
    script.later(120_000)
    assert script.is_over


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 4_000), EVENTS), max_size=12), st.integers(0, 12))
def test_restored_at_every_point_of_a_walk(walk: list[tuple[int, Event]], lost_at: int) -> None:
    """Whatever had happened, the conversation goes on, keeps its invariants and ends in one report."""
    script = Script()
    for place, (wait, event) in enumerate(walk):
        if place == lost_at and not script.has_ended:
            script = script.cut_off()
        script.later(wait).handle(event)
        holds(script)
    script.handle(Voice(False)).later(400_000)
    assert script.is_over
    assert 1 == len(script.all_of(actions.Notify))


# What is taken over, with values that no new conversation has.
KEPT: Final[dict[str, Any]] = {
    "transcript": (Turn(Speaker.PERSON, "Hello?", 300, 900),),
    "answered_by": AnsweredBy.SCREENING,
    "machine": Machine.STATED,
    "evidence": (Evidence(AnsweredBy.SCREENING, "asks who calls", 400, 5.0),),
    "carrier_hint": "machine_start",
    "greeting_ms": 120,
    "replies_made": 3,
    "callback_phrase": "tomorrow at four",
    "notes": ("The person dictated 415.",),
    "switched_to": "es",
    "greeted_ms": 2_500,
    "waiting": Wait(Waiting.ANOTHER),
    "doubt": Doubt(StopQuestion.ANSWERED, "I don't think I want these calls.", 4_000),
    "promise": Promise(
        "tomorrow at four", "So tomorrow at four?", None, "tomorrow at four", Settled.AGREED, agreed_ms=5_000
    ),
}
# What is done again instead (law 4).
ANEW: Final = {"opt_out_phrase", "opt_out_by_key", "opt_out_ms", "opt_out_stored"}
# Of which the phase and its times are made.
OF_THE_MOMENT: Final = {"taken_ms", "opened", "closing", "taken_back_words"}


def test_nothing_that_was_kept_is_left_behind() -> None:
    """Whatever another process does not take over is as if it had never happened."""
    assert {field.name for field in fields(Snapshot)} == {"began_at", *KEPT, *ANEW, *OF_THE_MOMENT}
    state = replace(begin(plan(), BEGAN_AT), phase=Phase.TALKING, **KEPT)
    snapshot = snapshot_of(state, 9_000)
    assert snapshot is not None
    again = taken_up(plan(), snapshot)
    assert {"began_at": BEGAN_AT, **KEPT} == {name: getattr(again, name) for name in ("began_at", *KEPT)}


def test_what_a_screening_has_heard_is_still_owed_to_the_person_behind_it() -> None:
    """The disclosure is for whoever is there now, also in another process."""
    lost = Script(plan(screening="Ava from Northwind.")).at(300)
    lost.says("Please say your name and why you are calling.").later(1_000).until_silent()
    assert Machine.STATED is lost.state.machine
    lost.says("Hello, this is Miller.").later(200)
    script = lost.cut_off()
    assert [SORRY, SCRIPT.opening] == script.spoken()


LIKELY = "I don't think I want these calls."
SHALL_WE_STOP = language_of("en").remarks.shall_we_stop


def test_an_open_question_about_calling_again_is_put_again_and_its_answer_binds() -> None:
    lost = _talking()
    lost.says(LIKELY)
    script = lost.cut_off()
    assert [f"{SORRY} {SHALL_WE_STOP}"] == script.spoken()
    script.until_silent().says("Yes.")
    assert [LIKELY] == [stored.phrase for stored in script.all_of(actions.StoreOptOut)]


def test_who_was_asked_about_calling_again_and_stays_is_not_asked_again() -> None:
    lost = _talking()
    lost.says(LIKELY).until_silent().says("No, that is fine.").model_says("Good.").until_silent()
    script = lost.cut_off().until_silent().says(LIKELY)
    assert SHALL_WE_STOP not in script.spoken()
    assert script.hangs_up().later(10_000).report().verdict.needs_review


def _asked_for_monday() -> Script:
    words = "Call me on Monday at four"
    script = Script(plan(zones=("America/New_York",))).until_silent().says(words)
    return script.model_says("Of course.", (NOTE_CALLBACK, words)).until_silent()


def test_a_moment_that_was_not_agreed_to_yet_is_read_back_again() -> None:
    lost = _asked_for_monday()
    read_back = lost.spoken()[-1]
    script = lost.cut_off()
    assert [f"{SORRY} {read_back}"] == script.spoken()
    script.until_silent().says("Yes").hangs_up().later(10_000)
    assert script.report().callback is not None


def test_what_was_agreed_before_stays_agreed() -> None:
    lost = _asked_for_monday()
    lost.says("Yes").model_says("Good.").until_silent()
    agreed = lost.state.promise
    script = lost.cut_off().hangs_up().later(10_000)
    assert agreed is not None
    assert agreed.agreed(script.report().began_at) == script.report().callback is not None


def test_a_demand_that_was_taken_back_is_still_shown_to_a_person() -> None:
    lost = Script().until_silent().says("Stop calling me.").later(100)
    lost.says("No, no, keep me on the list.").later(200).model_says("Good.").until_silent()
    assert lost.state.taken_back.words
    report = lost.cut_off().hangs_up().later(10_000).report()
    assert (True, EndReason.PERSON_HUNG_UP) == (report.verdict.needs_review, report.end_reason)


def test_a_person_is_still_one() -> None:
    assert AnsweredBy.PERSON is _talking().cut_off().state.answered_by


def test_whoever_is_being_fetched_is_greeted_all_the_same() -> None:
    """Nobody who comes to the telephone goes without the disclosure."""
    lost = _talking()
    lost.says("I'll get my wife.").later(1_000)
    script = lost.cut_off().until_silent()
    assert ([SORRY], []) == (script.spoken(), script.all_of(actions.Ask))
    script.later(1_500).says("Hello?").until_silent()
    assert [SORRY, SCRIPT.opening] == script.spoken()
