"""Telephone menus: left politely, or answered by keys where the agent may."""

import pytest

from domain.conversations import AnsweredBy, EndReason, Menus
from media.audio.dtmf import tones
from media.engine import actions
from media.engine.events import ModelDone, ModelText, ToolCall
from tests.media.plans import SCRIPT, plan
from tests.media.script import Script

MENU = "For sales, press one. For support, press two. To speak to an operator, press zero."
MORE = "For orders, press one. For anything else, stay on the line or press three."


def at_a_menu(menus: Menus = Menus.NAVIGATE) -> Script:
    """A menu has answered and named its keys."""
    return Script(plan(menus=menus)).later(300).says(MENU).later(1_100)


def pressing(script: Script, keys: str) -> Script:
    """The model chooses these."""
    reply = script.asked().reply
    return script.handle(ToolCall(reply, "press_keys", keys)).handle(ModelDone(reply)).until_silent()


def test_a_menu_is_left_unless_the_agent_answers_menus() -> None:
    script = at_a_menu(Menus.HANG_UP)
    assert script.has_ended
    report = script.later(2_000).report()
    assert (AnsweredBy.IVR, EndReason.MACHINE) == (report.answered_by, report.end_reason)


def test_the_model_chooses_a_key_which_is_heard_as_a_tone() -> None:
    script = at_a_menu()
    asked = script.asked()
    assert (True, MENU) == (asked.menu, asked.history[-1].text)
    before = script.speaker.received_bytes
    pressing(script, "0")
    assert len(tones("0")) == script.speaker.received_bytes - before
    assert "agent: pressed 0" == script.transcript()[-1]
    assert [actions.PressKeys(asked.reply + 1, "0", "pressed 0")] == script.all_of(actions.PressKeys)


def test_a_person_behind_the_menu_is_greeted_with_the_opening() -> None:
    script = pressing(at_a_menu(), "0").later(12_000).says("Hello, Miller speaking.").until_silent()
    assert f"agent: {SCRIPT.opening}" == script.transcript()[-1]
    assert AnsweredBy.PERSON is script.state.answered_by
    script.says("Yes, I have a minute for you")
    assert not script.asked().menu


def test_three_keys_are_pressed_at_most() -> None:
    script = at_a_menu()
    for _ in range(4):
        if script.asked().menu and script.state.reply is not None:
            pressing(script, "1")
        script.says(MORE).later(1_100)
    assert 3 == len(script.all_of(actions.PressKeys))
    assert EndReason.MACHINE is script.later(32_000).report().end_reason


def test_nothing_that_the_model_writes_is_said_to_a_menu() -> None:
    script = at_a_menu()
    said, reply = len(script.spoken()), script.asked().reply
    script.handle(ModelText(reply, "I would like an operator, please. ")).handle(ModelDone(reply)).later(
        2_000
    )
    assert said == len(script.spoken())
    assert not script.has_ended
    script.says(MORE).later(1_100)
    assert reply + 1 == script.asked().reply


def test_a_menu_that_goes_on_while_the_model_chooses_does_not_have_it_choose_twice() -> None:
    script = at_a_menu()
    script.says("Or press nine to hear this again.").later(1_100)
    assert 1 == len(script.all_of(actions.Ask))
    pressing(script, "0")
    assert ["0"] == [press.keys for press in script.all_of(actions.PressKeys)]


def test_a_model_that_sees_no_way_ends_the_call() -> None:
    script = at_a_menu()
    script.handle(ToolCall(script.asked().reply, "end_call", "no way"))
    assert EndReason.MACHINE is script.later(2_000).report().end_reason


def test_a_model_that_says_nothing_in_time_ends_it_too() -> None:
    assert EndReason.MACHINE is at_a_menu().later(8_000).report().end_reason


def test_a_menu_that_leads_nowhere_is_left_after_half_a_minute() -> None:
    script = pressing(at_a_menu(), "2")
    assert not script.later(28_000).has_ended
    assert script.later(3_000).has_ended


def test_a_key_gives_the_menu_half_a_minute_more() -> None:
    """It may ring for long behind it; counted from the key, not from when the menu began."""
    script = pressing(at_a_menu(), "1").later(20_000).says(MORE).later(1_100)
    script = pressing(script, "3")
    assert not script.later(28_000).has_ended
    assert script.later(3_000).has_ended


@pytest.mark.parametrize("keys", ["", "operator", "press it"])
def test_what_is_no_key_presses_none(keys: str) -> None:
    script = at_a_menu()
    script.handle(
        ToolCall(script.asked().reply, "press_keys", "".join(k for k in keys if k not in "abcdABCD"))
    )
    assert [] == script.all_of(actions.PressKeys)


def test_a_person_is_never_offered_keys() -> None:
    script = Script(plan(menus=Menus.NAVIGATE)).until_silent().says("Tell me more please")
    assert not script.asked().menu
    script.handle(ToolCall(script.asked().reply, "press_keys", "1"))
    assert [] == script.all_of(actions.PressKeys)
