"""Answering machines: found by several kinds of evidence, given the message after the beep, counted only with proof."""

from domain.conversations import AnsweredBy, EndReason
from media import actions
from media.events import CarrierHint, Hearing, Tone, Voice, Words
from media.turns import Machine
from tests.media.plans import plan
from tests.media.script import Script

GREETING = "You have reached the voicemail of Miller. Please leave a message after the tone."
BEEP = Tone(1_000, 400)


def greeted() -> Script:
    """A mailbox has said its greeting; the beep is to come."""
    script = Script().at(500).happen(Voice(True)).starts("You").goes_on(GREETING).later(4_000)
    return script.happen(Voice(False)).happen(Words(Hearing.FINAL, GREETING))


def test_a_mailbox_phrase_silences_us_and_the_message_follows_the_beep() -> None:
    """Requirements 50, 55, 56."""
    script = greeted()
    assert script.state.machine is Machine.GREETING
    assert script.speaker.waiting_ms == 0
    script.later(500).happen(BEEP)
    assert script.spoken()[-1] == script.plan.voicemail
    script.until_silent().later(600)
    report = script.report()
    assert report.voicemail_proved
    assert (report.end_reason, report.answered_by) == (EndReason.VOICEMAIL, AnsweredBy.VOICEMAIL)


def test_without_a_beep_the_message_follows_the_end_of_the_greeting() -> None:
    """Requirement 54."""
    script = greeted().later(1_900)
    assert script.spoken()[-1] != script.plan.voicemail
    script.later(200)
    assert script.spoken()[-1] == script.plan.voicemail


def test_a_long_unbroken_greeting_is_a_machine() -> None:
    """Requirement 53."""
    script = Script().at(300).happen(Voice(True)).starts("Welcome").goes_on("Welcome to the home of the")
    script.later(2_000).goes_on("Welcome to the home of the Millers in the").later(2_600)
    assert script.state.answered_by is AnsweredBy.VOICEMAIL


def test_a_long_story_from_somebody_whom_the_carrier_calls_a_person_is_no_greeting() -> None:
    """The carrier's verdict may come after the story began."""
    script = Script().at(300).happen(Voice(True)).starts("Hello").goes_on("Hello there, who is this please?")
    script.later(1_000).happen(CarrierHint(AnsweredBy.PERSON)).later(5_000)
    assert script.state.answered_by is AnsweredBy.PERSON
    assert script.state.machine is Machine.NONE


def test_the_carrier_may_say_that_it_is_a_machine_and_that_it_beeped() -> None:
    script = Script().at(300).happen(CarrierHint(AnsweredBy.VOICEMAIL, beeped=True, word="machine_end_beep"))
    assert script.spoken()[-1] == script.plan.voicemail
    assert "machine_end_beep" == script.hangs_up().report().carrier_hint


def test_the_carrier_does_not_outweigh_a_person_who_talks_with_us() -> None:
    script = Script().until_silent().says("Yes, I am listening").model_says("Good.")
    script.happen(CarrierHint(AnsweredBy.VOICEMAIL))
    assert script.state.answered_by is AnsweredBy.PERSON
    assert script.state.machine is Machine.NONE


def test_a_message_cut_off_by_the_mailbox_does_not_count() -> None:
    script = greeted().happen(BEEP).later(1_000).hangs_up()
    assert not script.report().voicemail_proved
    assert script.report().end_reason is EndReason.VOICEMAIL


def test_a_line_that_goes_down_right_after_the_message_does_not_count() -> None:
    script = greeted().happen(BEEP).until_silent().later(100).hangs_up()
    assert not script.report().voicemail_proved


def test_a_message_whose_mark_never_came_back_does_not_count() -> None:
    script = greeted()
    script.marks_are_lost = True
    script.happen(BEEP).later(20_000)
    assert script.is_over
    assert not script.report().voicemail_proved


def test_the_greetings_last_words_arriving_late_do_not_disturb_the_message() -> None:
    script = Script().at(500).starts("You").goes_on(GREETING).later(3_000).happen(BEEP).later(300)
    script.happen(Words(Hearing.FINAL, GREETING)).until_silent().later(600)
    assert script.report().voicemail_proved


def test_a_beep_after_we_began_starts_the_message_again() -> None:
    script = greeted().later(2_200).later(500).happen(BEEP)
    assert script.spoken().count(script.plan.voicemail) == 2


def test_a_person_who_picks_up_during_the_message_is_talked_with() -> None:
    script = greeted().happen(BEEP).later(1_000).starts("Hello").goes_on("Hello I am here")
    assert script.state.answered_by is AnsweredBy.PERSON
    script.happen(Words(Hearing.FINAL, "Hello I am here after all"))
    assert script.asked().history[-1].text == "Hello I am here after all"


def test_without_a_message_to_leave_the_line_is_freed_at_once() -> None:
    script = Script(plan(voicemail="")).at(500).starts("You").goes_on(GREETING)
    assert script.has_ended
    assert script.report().end_reason is EndReason.VOICEMAIL


def test_a_machine_is_never_asked_for_its_opinion() -> None:
    script = greeted().happen(BEEP).until_silent().later(600)
    assert script.all_of(actions.Judge) == []
    assert script.report().answers == {}


def test_a_greeting_that_never_ends_is_given_up() -> None:
    script = Script().at(500).happen(Voice(True)).starts("You").goes_on(GREETING).later(30_000)
    assert script.has_ended
    assert not script.report().voicemail_proved
