"""Announcements that ask us to stay on the line, and mailboxes that keep nothing: nothing is said to either."""

import pytest

from domain.conversations import AnsweredBy, EndReason
from media.audio.line_sounds import Tone, ToneKind, Voice
from media.engine import actions
from media.engine.events import CarrierHint, Hearing, Words
from media.engine.state import Machine, Waiting
from tests.media.script import Script
from tests.media.situations import BEEP, MAILBOX, listening

ON_HOLD = "The person you are calling has put your call on hold. Please stay on the line or call again later."
BUSY = "The subscriber you are calling is busy on another call. Please stay on the line."
IN_HINDI = "आप जिस व्यक्ति को कॉल कर रहे हैं वह दूसरी कॉल पर व्यस्त है। कृपया लाइन पर बने रहें।"
FULL = "The mailbox is full and cannot accept any messages at this time. Goodbye."
NOT_SET_UP = "The person you have called has a voice mailbox that has not been set up yet."


def said(script: Script, text: str, *, ms: int = 4_000) -> Script:
    """The other end says this as a whole turn."""
    script.handle(Voice(True)).starts(text.split()[0]).later(ms // 2).goes_on(text).later(ms // 2)
    return script.handle(Voice(False)).later(500).handle(Words(Hearing.FINAL, text))


def on_hold(text: str = ON_HOLD) -> Script:
    """An announcement has asked us to stay on the line."""
    script = said(Script().at(500), text)
    assert Machine.ON_HOLD is script.state.machine
    return script


@pytest.mark.parametrize("text", [ON_HOLD, BUSY, IN_HINDI])
def test_it_is_waited_at_and_said_again_as_often_as_it_likes(text: str) -> None:
    script = on_hold(text)
    for _ in range(3):
        said(script.later(6_000), text)
    said(script.later(500), IN_HINDI)
    assert [script.plan.opening] == script.spoken()
    assert (Machine.ON_HOLD, AnsweredBy.IVR) == (script.state.machine, script.state.answered_by)
    assert [] == script.all_of(actions.Ask)


@pytest.mark.parametrize(
    "text", ["Hello?", "Yes, sorry, I was on another call", "who is this", "Hello I am back now"]
)
def test_who_comes_back_is_greeted(text: str) -> None:
    script = on_hold().later(8_000).says(text)
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)
    assert [script.plan.opening] * 2 == script.spoken()


def test_a_demand_for_no_more_calls_is_heard() -> None:
    script = on_hold().later(8_000).says("Please do not call me again.")
    assert script.all_of(actions.StoreOptOut)


def test_neither_music_nor_beeps_nor_the_carrier_make_a_mailbox_of_it() -> None:
    script = on_hold().later(300).handle(Voice(True)).later(9_000).handle(BEEP).later(300)
    script.handle(CarrierHint(AnsweredBy.VOICEMAIL, word="machine_start")).handle(Voice(False)).later(3_000)
    assert Machine.ON_HOLD is script.state.machine
    assert [script.plan.opening] == script.spoken()


def test_a_mailbox_that_takes_over_gets_its_message() -> None:
    script = said(on_hold().later(10_000), MAILBOX).later(300).handle(BEEP)
    assert script.plan.voicemail == script.spoken()[-1]
    assert script.until_silent().later(600).report().voicemail_proved


def test_the_networks_own_tones_end_it() -> None:
    script = on_hold().later(4_000).handle(Tone(425, 500, ToneKind.NO_SUCH_NUMBER)).later(8_100)
    assert AnsweredBy.UNAVAILABLE is script.report().answered_by


def test_it_is_left_when_nobody_comes() -> None:
    script = on_hold()
    assert not script.later(script.plan.timeouts.moment - 5_000).has_ended
    report = script.later(8_000).report()
    assert (AnsweredBy.IVR, EndReason.MACHINE) == (report.answered_by, report.end_reason)
    assert not report.voicemail_proved


def test_a_person_who_puts_us_on_hold_is_waited_for() -> None:
    """In the midst of a call, from a network: nothing is answered, and nobody becomes a machine."""
    script = listening().says("Yes, that is right.")
    script.model_says("Good, and how many points?").until_silent()
    asked, spoken = len(script.all_of(actions.Ask)), len(script.spoken())
    said(script, "Your call has been put on hold. Please stay on the line.").later(20_000)
    assert (Waiting.MOMENT, Machine.NONE) == (script.state.waiting.whom, script.state.machine)
    assert (asked, spoken) == (len(script.all_of(actions.Ask)), len(script.spoken()))
    script.says("Sorry about that, go on please")
    assert asked + 1 == len(script.all_of(actions.Ask))


@pytest.mark.parametrize("beeps", [True, False])
@pytest.mark.parametrize("text", [FULL, NOT_SET_UP, f"Hi, this is Ann. {FULL}"])
def test_a_mailbox_that_keeps_nothing_is_left_without_a_word(text: str, beeps: bool) -> None:
    script = said(Script().at(500), text)
    assert Machine.GREETING is script.state.machine
    report = (script.handle(BEEP) if beeps else script).later(5_000).report()
    assert [script.plan.opening] == script.spoken()
    assert (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL, False) == (
        report.answered_by,
        report.end_reason,
        report.voicemail_proved,
    )


def test_a_message_that_was_begun_before_it_said_so_does_not_count() -> None:
    script = said(Script().at(500), MAILBOX.replace(" after the tone", "")).later(2_500)
    assert Machine.LEAVING is script.state.machine
    said(script, FULL, ms=2_000).later(5_000)
    assert not script.report().voicemail_proved


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, my mailbox is full, what was it about?",
        "I can't take messages for him, who is this?",
        "I was on another call, who is this?",
    ],
)
def test_a_person_who_speaks_of_such_things_is_answered(text: str) -> None:
    script = said(Script().at(500), text)
    assert text == script.asked().history[-1].text
    assert Machine.NONE is script.state.machine
