"""Call screening: who and why in one breath, then wait for the person, who is greeted again; or for the mailbox."""

import pytest

from domain.conversations import AnsweredBy, EndReason
from media.audio.line_sounds import Tone, ToneKind, Voice
from media.engine import actions
from media.engine.events import Hearing, Words
from media.engine.state import Machine
from tests.media.plans import plan
from tests.media.script import Script

WHO_AND_WHY = "Ava from Northwind, about your order."
APPLE = "Hi, if you record your name and reason for calling, I'll see if this person is available."
GOOGLE = (
    "Hi, the person you're calling is using a screening service from Google, and will get a copy of this "
    "conversation. Go ahead and say your name, and why you're calling."
)
CARRIER = "Please say your name and the reason for your call after the tone, and stay on the line."
MAILBOX = "Sorry, nobody can take your call. Please leave a message after the tone."
BEEP = Tone(1_000, 400)


def said(script: Script, text: str) -> Script:
    """The other end says this as a whole turn, four seconds long, which is recognised half a second late."""
    script.handle(Voice(True)).starts(text.split()[0]).later(2_000).goes_on(text).later(2_000)
    return script.handle(Voice(False)).later(500).handle(Words(Hearing.FINAL, text))


def stated(wording: str = APPLE) -> Script:
    """A screening has asked, and has been told who and why."""
    script = said(Script(plan(screening=WHO_AND_WHY)).at(500), wording).later(800)
    assert Machine.STATED is script.state.machine
    return script.until_silent()


@pytest.mark.parametrize("wording", [APPLE, GOOGLE, CARRIER], ids=["Apple", "Google", "a carrier"])
def test_a_screening_is_told_who_and_why_in_one_breath(wording: str) -> None:
    """Requirement 52: one clause, at once when it has asked, and nothing of the opening beside it."""
    script = said(Script(plan(screening=WHO_AND_WHY)).at(500), wording).later(800)
    assert AnsweredBy.SCREENING is script.state.answered_by
    assert [script.plan.opening, WHO_AND_WHY] == script.spoken()


def test_a_beep_is_the_sign_to_speak() -> None:
    """The prompt's own end is recognised later and means nothing then, though it speaks of a tone."""
    script = Script(plan(screening=WHO_AND_WHY)).at(500).handle(Voice(True)).starts("Please").later(2_000)
    script.goes_on(CARRIER).later(1_500).handle(Voice(False)).handle(BEEP)
    assert WHO_AND_WHY == script.spoken()[-1]
    script.later(300).handle(Words(Hearing.FINAL, CARRIER)).later(1_000)
    assert Machine.STATED is script.state.machine
    assert [] == script.all_of(actions.Clear)[1:]


def test_no_other_tone_is_the_sign_to_speak() -> None:
    script = said(Script(plan(screening=WHO_AND_WHY)).at(500), CARRIER).handle(Tone(425, 500, ToneKind.BUSY))
    assert [script.plan.opening] == script.later(200).spoken()


def test_a_script_without_such_words_says_its_opening() -> None:
    script = said(Script().at(500), APPLE).later(800)
    assert [script.plan.opening] * 2 == script.spoken()


def test_the_person_is_waited_for_in_silence() -> None:
    """Neither thanks nor silence is a turn of anybody's."""
    script = said(stated(), "Thanks, stay on the line.").later(20_000)
    assert WHO_AND_WHY == script.spoken()[-1]
    assert [] == script.all_of(actions.Ask)
    assert Machine.STATED is script.state.machine


def test_the_person_who_takes_the_call_is_greeted_and_talked_with() -> None:
    script = said(stated(), "Please hold.").later(6_000).says("Hello, this is Miller")
    assert AnsweredBy.PERSON is script.state.answered_by
    assert script.plan.opening == script.spoken()[-1]
    script.until_silent().says("Yes, go ahead then")
    assert "Yes, go ahead then" == script.asked().history[-1].text
    assert ["spoke with us"] == [
        each.what.partition(" at ")[0] for each in script.state.evidence if "spoke" in each.what
    ]


def test_a_person_who_takes_the_call_while_we_say_who_we_are_is_greeted() -> None:
    script = said(Script(plan(screening=WHO_AND_WHY * 3)).at(500), APPLE).later(1_500)
    assert script.speaker.waiting_ms
    script.says("Hello?")
    assert (AnsweredBy.PERSON, script.plan.opening) == (script.state.answered_by, script.spoken()[-1])


def test_a_person_who_declines_sends_us_to_the_mailbox_which_gets_its_message() -> None:
    """Requirement 56."""
    script = said(stated(), MAILBOX).later(400).handle(BEEP)
    assert script.plan.voicemail == script.spoken()[-1]
    report = script.until_silent().later(600).report()
    assert (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL) == (report.answered_by, report.end_reason)
    assert report.voicemail_proved


def test_a_screening_that_lets_nobody_through_is_left() -> None:
    report = stated().later(31_000).report()
    assert (AnsweredBy.SCREENING, EndReason.MACHINE) == (report.answered_by, report.end_reason)


def test_a_screening_that_hangs_up_is_a_machine_all_the_same() -> None:
    assert EndReason.MACHINE is stated().hangs_up().report().end_reason
