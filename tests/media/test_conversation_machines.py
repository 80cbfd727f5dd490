"""Answering machines: found by several kinds of evidence, given the message after the beep, counted only with proof."""

import pytest

from domain.conversations import AnsweredBy, EndReason
from domain.timeouts import Timeouts
from media.audio.line_sounds import Tone, ToneKind, Voice
from media.engine import actions
from media.engine.events import CarrierHint, Hearing, Words
from media.engine.state import Floor, Machine, Phase
from tests.media.plans import plan
from tests.media.script import Script

GREETING = "You have reached the voicemail of Miller. Please leave a message after the tone."
BEEP = Tone(1_000, 400)


def greeted() -> Script:
    """A mailbox has said its greeting; the beep is to come."""
    script = Script().at(500).handle(Voice(True)).starts("You").goes_on(GREETING).later(4_000)
    return script.handle(Voice(False)).handle(Words(Hearing.FINAL, GREETING))


def test_a_mailbox_phrase_silences_us_and_the_message_follows_the_beep() -> None:
    """Requirements 50, 55, 56."""
    script = greeted()
    assert script.state.machine is Machine.GREETING
    assert script.speaker.waiting_ms == 0
    script.later(500).handle(BEEP)
    assert script.spoken()[-1] == script.plan.voicemail
    script.until_silent().later(600)
    report = script.report()
    assert report.voicemail_proved
    assert (report.end_reason, report.answered_by) == (EndReason.VOICEMAIL, AnsweredBy.VOICEMAIL)


def test_a_tone_too_short_for_a_beep_begins_no_message() -> None:
    """A click, or a syllable, in the midst of a greeting."""
    script = greeted().handle(Tone(1_000, Timeouts().shortest_beep - 1))
    assert Machine.GREETING is script.state.machine
    assert Machine.LEAVING is script.handle(Tone(1_000, Timeouts().shortest_beep)).state.machine


def test_without_a_beep_the_message_follows_the_end_of_the_greeting() -> None:
    """Requirement 54."""
    script = greeted().later(1_900)
    assert script.spoken()[-1] != script.plan.voicemail
    script.later(200)
    assert script.spoken()[-1] == script.plan.voicemail


def test_what_a_mailbox_says_is_no_wish_and_no_answer_of_the_persons() -> None:
    """The same words of somebody who talks with us are kept."""
    said = "Please text me instead."
    mailbox = Script().at(500).handle(Voice(True)).starts("You").goes_on(f"{GREETING} {said}").later(4_000)
    mailbox.handle(Voice(False)).handle(Words(Hearing.FINAL, f"{GREETING} {said}"))
    report = mailbox.handle(BEEP).until_silent().later(600).report()
    assert (AnsweredBy.VOICEMAIL, ()) == (report.answered_by, report.preferences)
    person = Script().until_silent().says(f"Hello, who is this? {said}").hangs_up().report()
    assert [said] == [wish.phrase for wish in person.preferences]


UNAWARE = "We are the Millers and we are not available, so leave who you are and what message we get"


def test_a_long_unbroken_greeting_that_asks_nothing_is_a_machine() -> None:
    """Requirement 53."""
    script = speaks(Script().at(500), UNAWARE, ms=5_000)
    assert script.state.answered_by is AnsweredBy.VOICEMAIL


@pytest.mark.parametrize("question", ["how may I help you", "so what is it, and from whom?"])
def test_a_receptionist_who_speaks_for_long_ends_with_a_question(question: str) -> None:
    """Requirement 53: nobody waits for an answer without having asked for one."""
    script = Script().at(500)
    speaks(script, f"We are the Millers, most of us are not available for a moment, {question}", ms=6_500)
    assert Machine.NONE is script.state.machine
    assert script.later(300).asked().history[-1].text.endswith(question)


def test_who_is_understood_is_heard_out_before_length_alone_decides() -> None:
    """Requirement 53."""
    script = Script().at(300).handle(Voice(True)).starts("So").goes_on("So I was thinking about")
    script.later(6_000).goes_on("So I was thinking about it all day long").later(4_600)
    assert AnsweredBy.UNKNOWN is script.state.answered_by
    assert Machine.GREETING is script.later(500).state.machine


def test_a_long_story_from_somebody_whom_the_carrier_calls_a_person_is_no_greeting() -> None:
    """The carrier's verdict may come after the story began."""
    script = Script().at(300).handle(Voice(True)).starts("Hello").goes_on("Hello there, who is this please?")
    script.later(1_000).handle(CarrierHint(AnsweredBy.PERSON)).later(5_000)
    assert script.state.answered_by is AnsweredBy.PERSON
    assert script.state.machine is Machine.NONE


def test_the_carrier_may_say_that_it_is_a_machine_and_that_it_beeped() -> None:
    script = Script().at(300).handle(CarrierHint(AnsweredBy.VOICEMAIL, beeped=True, word="machine_end_beep"))
    assert script.spoken()[-1] == script.plan.voicemail
    assert "machine_end_beep" == script.hangs_up().report().carrier_hint


def test_a_carrier_that_tells_of_a_machine_first_and_of_its_beep_later_is_believed_both_times() -> None:
    """The message is for after the beep; what the carrier said last is what it found."""
    script = Script().at(300).handle(CarrierHint(AnsweredBy.VOICEMAIL, word="machine_start")).later(500)
    assert (Machine.GREETING, [script.plan.opening]) == (script.state.machine, script.spoken())
    script.handle(CarrierHint(AnsweredBy.VOICEMAIL, beeped=True, word="machine_end_beep"))
    assert script.plan.voicemail == script.spoken()[-1]
    assert "machine_end_beep" == script.hangs_up().report().carrier_hint


def test_the_carrier_does_not_outweigh_a_person_who_talks_with_us() -> None:
    script = Script().until_silent().says("Yes, I am listening").model_says("Good.")
    script.handle(CarrierHint(AnsweredBy.VOICEMAIL))
    assert script.state.answered_by is AnsweredBy.PERSON
    assert script.state.machine is Machine.NONE


def test_a_message_cut_off_by_the_mailbox_does_not_count() -> None:
    script = greeted().handle(BEEP).later(1_000).hangs_up()
    assert not script.report().voicemail_proved
    assert script.report().end_reason is EndReason.VOICEMAIL


def test_a_greeting_that_goes_on_behind_our_message_has_not_heard_it() -> None:
    script = greeted().handle(BEEP).until_silent().later(100).starts("please")
    script.handle(Words(Hearing.INTERIM, "please leave your message after the tone")).later(1_500)
    assert (Machine.GREETING, Phase.TALKING) == (script.state.machine, script.state.phase)
    script.handle(Words(Hearing.FINAL, "please leave your message after the tone")).later(500)
    script.handle(BEEP).until_silent().later(600)
    assert [script.plan.voicemail] * 2 == script.spoken()[-2:]
    assert script.report().voicemail_proved


def test_a_greeting_that_never_ends_behind_our_message_is_given_up_as_well() -> None:
    script = greeted().handle(BEEP).later(1_000).handle(Voice(True)).starts("please")
    script.goes_on("please leave your message after the tone").later(30_000)
    assert (True, False) == (script.has_ended, script.report().voicemail_proved)


def test_a_line_that_goes_down_right_after_the_message_does_not_count() -> None:
    script = greeted().handle(BEEP).until_silent().later(100).hangs_up()
    assert not script.report().voicemail_proved


def test_a_message_behind_which_the_network_says_that_nobody_is_there_does_not_count() -> None:
    """A long announcement without a beep was taken for a mailbox."""
    script = speaks(Script().at(500), UNAWARE, ms=5_000).later(2_200).until_silent().later(100)
    assert Machine.LEAVING is script.state.machine
    script.handle(Tone(1_800, 330, ToneKind.NO_SUCH_NUMBER)).later(10_000)
    assert (AnsweredBy.UNAVAILABLE, False) == (
        script.report().answered_by,
        script.report().voicemail_proved,
    )


def test_a_message_whose_mark_never_came_back_does_not_count() -> None:
    script = greeted()
    script.marks_are_lost = True
    script.handle(BEEP).later(20_000)
    assert script.is_over
    assert not script.report().voicemail_proved


def test_the_greetings_last_words_arriving_late_do_not_disturb_the_message() -> None:
    script = Script().at(500).starts("You").goes_on(GREETING).later(3_000).handle(BEEP).later(300)
    script.handle(Words(Hearing.FINAL, GREETING)).until_silent().later(600)
    assert script.report().voicemail_proved


def test_a_beep_after_we_began_starts_the_message_again() -> None:
    script = greeted().later(2_200).later(500).handle(BEEP)
    assert script.spoken().count(script.plan.voicemail) == 2


def test_a_second_beep_does_not_begin_a_message_again_that_follows_a_beep() -> None:
    """Some mailboxes beep twice; whoever hears the message later hears it once, and whole."""
    script = greeted().later(500).handle(BEEP).later(1_000).handle(BEEP).until_silent().later(600)
    assert 1 == script.spoken().count(script.plan.voicemail)
    assert script.report().voicemail_proved


def test_a_beep_just_after_the_message_starts_it_again_and_the_first_time_proves_nothing() -> None:
    """It was spoken into a pause of the greeting: the mailbox has begun to keep what it hears only now."""
    script = greeted().later(2_100).until_silent().later(200).handle(BEEP).later(1_000)
    assert not script.has_ended
    assert script.until_silent().later(600).report().voicemail_proved
    assert [script.plan.voicemail] * 2 == script.spoken()[-2:]


def test_a_person_who_picks_up_during_the_message_is_talked_with() -> None:
    script = greeted().handle(BEEP).later(1_000).starts("Hello").goes_on("Hello I am here")
    assert script.state.answered_by is AnsweredBy.PERSON
    script.handle(Words(Hearing.FINAL, "Hello I am here after all"))
    assert script.asked().history[-1].text == "Hello I am here after all"


@pytest.mark.parametrize("blank", ["", " \n"])
def test_without_a_message_to_leave_the_line_is_freed_at_once(blank: str) -> None:
    script = Script(plan(voicemail=blank)).at(500).starts("You").goes_on(GREETING)
    assert script.has_ended
    assert script.report().end_reason is EndReason.VOICEMAIL


def test_a_machine_is_never_asked_for_its_opinion() -> None:
    script = greeted().handle(BEEP).until_silent().later(600)
    assert script.all_of(actions.Judge) == []
    assert script.report().answers == {}


def test_a_greeting_that_never_ends_is_given_up() -> None:
    script = Script().at(500).handle(Voice(True)).starts("You").goes_on(GREETING).later(30_000)
    assert script.has_ended
    assert not script.report().voicemail_proved


MENU = "For sales, press one. For support, press two."
SCREENED = "Please record your name and reason for calling"
NO_NUMBER = "The number you have dialed is not in service"


def speaks(script: Script, text: str, *, ms: int = 4_000) -> Script:
    """Something says this as a whole turn."""
    script.handle(Voice(True)).starts(text.split()[0]).later(ms // 2).goes_on(text).later(ms // 2)
    return script.handle(Voice(False)).handle(Words(Hearing.FINAL, text))


def test_a_menu_is_left() -> None:
    """Requirement 52."""
    script = speaks(Script().at(500), MENU).later(1_100)
    assert script.has_ended
    report = script.report()
    assert (AnsweredBy.IVR, EndReason.MACHINE) == (report.answered_by, report.end_reason)
    assert script.all_of(actions.Judge) == []


def test_an_announcement_that_nobody_is_there_ends_the_call() -> None:
    script = speaks(Script().at(500), NO_NUMBER).later(1_100)
    assert (AnsweredBy.UNAVAILABLE, True) == (script.report().answered_by, script.has_ended)


def test_tones_that_say_that_there_is_no_such_number_end_the_call() -> None:
    script = Script().at(1_600).handle(Tone(1_800, 330, ToneKind.NO_SUCH_NUMBER)).later(8_100)
    assert AnsweredBy.UNAVAILABLE is script.report().answered_by


def test_a_screening_is_told_who_and_why_and_the_person_is_greeted_again() -> None:
    script = speaks(Script(plan(screening="Ava from Northwind, about your order.")).at(500), SCREENED)
    script.later(1_000)
    assert "Ava from Northwind, about your order." == script.spoken()[-1]
    script.until_silent().handle(Words(Hearing.FINAL, "Thanks, stay on the line"))
    assert EndReason.MACHINE is not script.state.end_reason
    script.later(5_000).says("Hello, this is Miller")
    assert AnsweredBy.PERSON is script.state.answered_by
    assert script.plan.opening == script.spoken()[-1]


def test_a_screening_that_lets_nobody_through_ends_in_silence() -> None:
    script = speaks(Script().at(500), SCREENED).later(45_000)
    assert script.has_ended
    assert EndReason.MACHINE is script.report().end_reason


@pytest.mark.parametrize("text", [GREETING, MENU, SCREENED, NO_NUMBER])
def test_every_class_may_turn_into_a_person(text: str) -> None:
    script = Script().at(500).handle(Voice(True)).starts("You").goes_on(text).later(500)
    assert script.state.machine is not Machine.NONE
    script.handle(Voice(False)).later(400).handle(Voice(True)).starts("Hello").later(300)
    script.handle(Words(Hearing.FINAL, "Hello, who is this?"))
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)


QUESTIONS = (
    "Good, and what do you sell?",
    "What does it cost?",
    "Where are you from?",
    "When do you open?",
    "Do you deliver to us?",
    "Who else works there?",
)
"""Of somebody who talks for longer than any machine is waited for."""


@pytest.mark.parametrize("text", [GREETING, MENU, SCREENED, NO_NUMBER])
def test_who_turns_out_to_be_a_person_is_answered_and_the_call_goes_on(text: str) -> None:
    script = speaks(Script().at(500), text).later(200).handle(Voice(True)).starts("Hello").later(300)
    script.handle(Voice(False)).handle(Words(Hearing.FINAL, "Hello, sorry, who is this please?"))
    assert "Hello, sorry, who is this please?" == script.asked().history[-1].text
    script.model_says("This is Ava.").until_silent()
    spoken = len(script.spoken())
    for question in QUESTIONS:
        script.later(3_000).says(question).model_says("We do that for you.").until_silent()
    assert (AnsweredBy.PERSON, None) == (script.state.answered_by, script.state.end_reason)
    assert ["We do that for you."] * len(QUESTIONS) == script.spoken()[spoken:], "no beep is waited for"


def test_a_networks_tone_may_be_shorter_than_a_beep() -> None:
    here = plan(timeouts=Timeouts(shortest_beep=400))
    script = Script(here).at(1_600).handle(Tone(1_800, 330, ToneKind.NO_SUCH_NUMBER))
    assert AnsweredBy.UNAVAILABLE is script.state.answered_by


def test_a_person_may_pick_up_after_tones_that_said_that_nobody_is_there() -> None:
    """A network's tone before a late connection."""
    script = Script().at(1_600).handle(Tone(425, 500, ToneKind.BUSY)).later(1_000)
    assert AnsweredBy.UNAVAILABLE is script.state.answered_by
    script.says("Hello?")
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)


def test_a_person_who_picks_up_and_hears_a_beep_stays_a_person() -> None:
    """Somebody's microwave is no mailbox."""
    script = Script().at(300).handle(Voice(True)).starts("Hello").later(500).handle(Voice(False))
    script.handle(Words(Hearing.FINAL, "Hello?")).later(900).handle(BEEP)
    assert Machine.NONE is script.state.machine


def test_the_report_carries_the_evidence_and_its_confidence() -> None:
    """Requirement 57."""
    report = greeted().handle(BEEP).until_silent().later(600).report()
    assert "beep" in [each.what for each in report.answer_evidence]
    assert report.confidence > 0.99


def test_without_words_a_very_long_sound_is_a_machine_unless_it_is_our_own_echo() -> None:
    """Requirement 53: be silent for a moment, and see whether it goes on."""
    timeouts = Timeouts(long_sound=2_000)
    script = Script(plan(timeouts=timeouts)).at(200).handle(Voice(True)).later(2_100)
    assert script.floor is Floor.HELD
    assert Machine.GREETING is script.later(1_300).state.machine
    echo = Script(plan(timeouts=timeouts)).at(200).handle(Voice(True)).later(2_700).handle(Voice(False))
    assert Machine.NONE is echo.later(1_500).state.machine


def test_each_stretch_of_sound_is_measured_by_itself() -> None:
    """A cough at the start makes no machine of whoever clears their throat later."""
    script = Script().at(500).handle(Voice(True)).later(700).handle(Voice(False)).later(12_000)
    script.handle(Voice(True)).later(1_500)
    assert (Machine.NONE, []) == (
        script.state.machine,
        [each.what for each in script.state.evidence if "long" in each.what],
    )


MINE = "The person you are trying to reach is my mother, she's asleep."


def test_one_phrase_is_heard_out_before_it_makes_a_machine_of_anybody() -> None:
    """Without a message to leave, a machine is hung up on at once."""
    script = Script(plan(voicemail="")).at(500).handle(Voice(True)).starts("The").later(500)
    script.goes_on("The person you are trying to reach").later(800)
    assert (Machine.NONE, False) == (script.state.machine, script.has_ended)
    script.goes_on(MINE).handle(Voice(False)).later(500).handle(Words(Hearing.FINAL, MINE))
    assert MINE == script.asked().history[-1].text


def test_one_phrase_that_is_all_there_is_makes_a_machine() -> None:
    script = speaks(Script().at(500), "The person you are trying to reach is Miller")
    assert Machine.GREETING is script.state.machine


def test_who_sounded_like_a_machine_in_mid_sentence_is_answered_at_its_end() -> None:
    words = "I'm unable to come to the phone, I mean, to my desk, can you hear me?"
    script = Script().at(500).handle(Voice(True)).starts("I'm").later(500)
    script.goes_on("I'm unable to come to the phone").later(800)
    assert Machine.GREETING is script.state.machine
    script.goes_on(words).later(1_500).handle(Voice(False)).later(500).handle(Words(Hearing.FINAL, words))
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)
    assert words == script.asked().history[-1].text


@pytest.mark.parametrize(
    "words",
    [
        "My husband can't come to the phone right now, can I take a message?",
        "She can't come to the phone, she's in the shower.",
        "He is away from his desk, can I help you?",
        "Would you like to leave a message for her?",
        "Did you leave a message on my voicemail?",
        "I got your voicemail, what's it about?",
        "May I ask the purpose of your call?",
        "And the reason for your call is what exactly? Who are you?",
        "I thought this was the answering machine, hello, who is this?",
        "Sorry, you have the wrong number, this number is no longer in service for him.",
        "Check the number, I think you have the wrong person.",
        "Is this call being recorded for training purposes?",
        "All our agents are busy, can you hold for a moment?",
        "We don't take unknown calls, what do you want?",
        "I don't listen to my voicemail, so what is it about?",
        "Can you call back after the tone, I mean after two?",
        "Press what? I didn't hear you.",
        "You know what to do? I don't know what you want.",
        "The office is closed, I'm just the cleaner, he's not here.",
        "This is his wife, he's not available to take your call.",
        "Is this an automated system?",
        "Do I have to press one now?",
        "Sorry I missed your call earlier today.",
        "My other phone is no longer in service, so use this.",
        "You've got an incorrect number there.",
        "Leave your number with my secretary.",
        "I'll call you back shortly, I'm in a meeting.",
        "I'll get back to you as soon as I can, okay?",
        "You've reached my office, can I help?",
    ],
)
def test_a_person_who_uses_a_machines_words_is_talked_with(words: str) -> None:
    script = speaks(Script().at(500), words).later(300)
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)
    assert words == script.asked().history[-1].text


@pytest.mark.parametrize(
    "words",
    [
        "Stay on the line.",
        "Incorrect number.",
        "the post office is closed",
        "Leave a message if I don't pick up",
        "Press one.",
    ],
)
@pytest.mark.parametrize("turns_before", [0, 1])
def test_one_phrase_in_answer_to_us_is_a_persons(words: str, turns_before: int) -> None:
    """Machines speak at once, and say more."""
    script = Script().until_silent()
    for _ in range(turns_before):
        script.says("Yes, that is me.").model_says("Good, how many points?").until_silent()
    speaks(script, words, ms=1_500).later(300)
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)
    assert words == script.asked().history[-1].text


def test_a_mailbox_that_takes_over_late_says_more_than_one_phrase() -> None:
    """Its greeting begins after our opening."""
    assert Machine.GREETING is speaks(Script().until_silent(), GREETING).state.machine


@pytest.mark.parametrize(
    "words",
    [
        "Hi, it's Ann, I'm probably with the kids. Text me instead.",
        "You've reached Ann's phone. I can't pick up right now.",
        "Hey, it's Bob, you know what to do.",
        "Don't leave a voicemail, just shoot me a text.",
        "We're out, you know the drill.",
        "I'm not here right now, do your thing at the beep.",
    ],
)
def test_private_greetings_without_the_usual_words_are_a_mailboxs(words: str) -> None:
    assert AnsweredBy.VOICEMAIL is speaks(Script().at(500), words).state.answered_by


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Before I try to connect you, can I ask what this call is about?", AnsweredBy.SCREENING),
        ("Please wait while your call is being connected to the subscriber.", AnsweredBy.IVR),
        ("The user you are calling is busy, please try again later.", AnsweredBy.UNAVAILABLE),
        ("The subscriber you have dialed is currently switched off.", AnsweredBy.UNAVAILABLE),
    ],
)
def test_other_machines_are_known_by_their_wording(words: str, expected: AnsweredBy) -> None:
    assert expected is speaks(Script().at(500), words).state.answered_by
