"""Conversations as they go in the field, over the real engine: who answered, what cuts us short, and what ends a call."""

from collections.abc import Mapping
from typing import Any, Final

import pytest

from domain.conversations import AnsweredBy, EndReason
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import CarrierHint, Hearing, Words
from media.engine.pressed_keys import PAUSE_MS
from media.engine.state import Floor, Machine, Phase, Waiting
from tests.cases.files import cases, tried
from tests.media.plans import plan
from tests.media.script import MS_PER_CHARACTER, Script
from tests.media.situations import answering, asked, closing, listening

Case = Mapping[str, Any]

_FILE: Final = "conversations"
_FULL: Final = (
    "You have reached 415 555 0123. The mailbox is full and cannot accept any messages at this time."
)
_NOT_SET_UP: Final = "The person you are calling has a voice mailbox that has not been set up yet."
_ON_HOLD: Final = (
    "The person you are calling has put your call on hold. Please stay on the line or call again later."
)
_SCREENING: Final = (
    "Hi, if you record your name and reason for calling, I'll see if this person is available."
)
_MENU: Final = "For sales press one, for support press two, or stay on the line."
_WHO_AND_WHY: Final = "Ava from Northwind, about your order."
_LONG_ANSWER: Final = (
    "We offer a great many things to all of our customers in every town of the country and beyond."
)
_TRIED: Final = set[str]()


def of_kind(*kinds: str) -> list[Any]:
    """The cases of these kinds, which are tried herewith."""
    _TRIED.update(kinds)
    return tried(_FILE, *kinds)


def wanted(case: Case) -> Any:
    return case["expected"] if case["ours"] is None else case["ours"]


def says(script: Script, text: str) -> Script:
    """Somebody says this: word by word, the voice gate open as long, and the end recognised half a second late."""
    words = text.split()
    script.handle(Voice(True))
    for count, word in enumerate(words, start=1):
        script.later(len(word) * MS_PER_CHARACTER)
        script.handle(Words(Hearing.STARTED if count == 1 else Hearing.INTERIM, " ".join(words[:count])))
    return script.later(300).handle(Voice(False)).later(300).handle(Words(Hearing.FINAL, text))


@pytest.mark.parametrize("case", of_kind("who answered: a person"))
def test_who_converses_is_no_machine(case: Case) -> None:
    """Whatever phrase of a mailbox is among the words: it is answered."""
    script = says(Script().at(500), case["input"]).later(300)
    assert Machine.NONE is script.state.machine
    assert AnsweredBy.PERSON is script.state.answered_by
    assert not script.has_ended


@pytest.mark.parametrize("case", of_kind("who answered: a machine"))
def test_a_machine_is_known_by_its_words(case: Case) -> None:
    script = says(Script().at(500), case["input"]).later(100)
    assert wanted(case) == str(script.state.answered_by)
    assert Machine.NONE is not script.state.machine


@pytest.mark.parametrize("greeting", [_FULL, _NOT_SET_UP])
@pytest.mark.parametrize(
    "case", of_kind("mailbox full", "mailbox full, line stays up", "mailbox not set up, line stays up")
)
def test_a_mailbox_that_keeps_nothing_gets_no_message(case: Case, greeting: str) -> None:
    script = says(Script().at(500), greeting)
    script = script.later(10_000) if "stays up" in case["kind"] else script.hangs_up().later(2_000)
    report = script.report()
    assert wanted(case).startswith("no message")
    assert [script.plan.opening] == script.spoken()
    assert (AnsweredBy.VOICEMAIL, EndReason.VOICEMAIL) == (report.answered_by, report.end_reason)
    assert not report.voicemail_proved


@pytest.mark.parametrize("case", of_kind("hold announcement"))
def test_nothing_is_said_to_an_announcement_that_somebody_will_come(case: Case) -> None:
    script = says(Script().at(500), _ON_HOLD).later(15_000)
    assert "no message is left into it" == wanted(case)
    assert [script.plan.opening] == script.spoken()
    assert AnsweredBy.VOICEMAIL is not script.state.answered_by
    assert not script.has_ended


@pytest.mark.parametrize("case", of_kind("screening answered"))
def test_a_screening_hears_who_calls_and_why(case: Case) -> None:
    script = says(Script(plan(screening=_WHO_AND_WHY)).at(500), _SCREENING).later(5_000)
    assert wanted(case).startswith("the one-breath statement")
    assert [script.plan.opening, _WHO_AND_WHY] == script.spoken()


@pytest.mark.parametrize("case", of_kind("live turn after the opening"))
def test_a_turn_does_what_it_says(case: Case) -> None:
    script = says(listening(), case["input"]).later(300)
    opts_out = bool(script.all_of(actions.StoreOptOut))
    if wanted(case) == "opt-out stored":
        assert opts_out
        return
    assert not opts_out
    assert Waiting.NONE is script.state.waiting.whom
    if wanted(case) == "the model is asked":
        assert case["input"] == script.asked().history[-1].text
    else:
        assert "the conversation goes on" in wanted(case)
    assert Phase.TALKING is script.state.phase


@pytest.mark.parametrize("case", of_kind("while the agent speaks"))
def test_a_listener_leaves_us_the_floor_and_nobody_else_does(case: Case) -> None:
    script = says(asked().model_says(_LONG_ANSWER).later(1_500), case["input"]).later(100)
    assert (wanted(case) == "cut") == bool(script.all_of(actions.Clear))
    assert wanted(case) == "cut" or script.sounds


@pytest.mark.parametrize("case", of_kind("a cough while the agent speaks"))
def test_a_cough_holds_us_for_a_moment(case: Case) -> None:
    script = answering().handle(Voice(True)).later(300).handle(Voice(False)).later(1_000)
    assert "the reply goes on" == wanted(case)
    assert [] == script.all_of(actions.Clear)
    assert (1, Floor.OURS) == (len(script.all_of(actions.Resume)), script.floor)


@pytest.mark.parametrize("case", of_kind("hello into the greeting"))
def test_picking_up_is_no_interruption(case: Case) -> None:
    script = says(Script().at(300), "Hello? Hello?").later(300)
    assert "the opening goes on" == wanted(case)
    assert [] == script.all_of(actions.Clear)
    assert script.sounds


@pytest.mark.parametrize("case", of_kind("closing words"))
def test_the_closing_is_heard_to_its_end(case: Case) -> None:
    script = closing()
    assert wanted(case).startswith("the closing is heard to its end")
    assert [] == script.all_of(actions.Close)
    script.until_silent().later(1_000)
    assert script.all_of(actions.Close)
    assert f"agent: {script.plan.closing}" == script.transcript()[-1]


@pytest.mark.parametrize("case", of_kind("person hangs up"))
def test_a_line_that_is_gone_is_not_hung_up(case: Case) -> None:
    script = says(listening(), "Tell me more please").hangs_up().later(10_000)
    assert wanted(case).startswith("no hang-up is asked")
    assert [] == script.all_of(actions.Close)
    assert EndReason.PERSON_HUNG_UP is script.report().end_reason


@pytest.mark.parametrize("case", of_kind("menu that repeats for ever"))
def test_a_menu_without_end_is_left(case: Case) -> None:
    script = Script().at(500)
    for _ in range(10):
        if not script.has_ended:
            says(script, _MENU).later(900)
    assert "the line is freed" == wanted(case)
    assert (AnsweredBy.IVR, EndReason.MACHINE) == (script.report().answered_by, script.report().end_reason)


@pytest.mark.parametrize("case", of_kind("another bot at the other end"))
def test_two_bots_do_not_talk_for_ever(case: Case) -> None:
    script = listening()
    for _ in range(8):
        if script.state.phase is Phase.TALKING:
            says(script, "How can I help you with your order today?")
            script.model_says("I would like to ask you something.").until_silent()
    assert "the call is ended" == wanted(case)
    assert EndReason.MACHINE is script.later(20_000).report().end_reason


@pytest.mark.parametrize("case", of_kind("silence"))
def test_who_says_nothing_is_asked_and_left(case: Case) -> None:
    script = Script().at(60_000)
    assert "prompts, then a polite end" == wanted(case)
    assert [script.plan.silence_prompt] * 2 == script.spoken()[1:3]
    assert [script.plan.silence_goodbye] == script.spoken()[3:]
    assert EndReason.NO_RESPONSE is script.report().end_reason


@pytest.mark.parametrize("case", of_kind("noise without words"))
def test_noise_alone_keeps_no_call_open(case: Case) -> None:
    script = Script().at(500)
    for _ in range(200):
        script.handle(Voice(True)).later(300).handle(Voice(False)).later(900)
        if script.has_ended:
            break
    assert wanted(case).startswith("an end in reasonable time (two minutes)")
    assert script.has_ended
    assert script.state.ended_ms is not None
    assert script.state.ended_ms <= 120_000


@pytest.mark.parametrize("case", of_kind("DTMF"))
def test_keys_are_an_answer(case: Case) -> None:
    script = listening().key("1").later(200).key("0").later(PAUSE_MS + 100)
    assert "taken as the answer 10" == wanted(case)
    assert "10" == script.asked().history[-1].text


@pytest.mark.parametrize("case", of_kind("carrier's AMD wrong and late", "carrier's AMD wrong and early"))
def test_a_carriers_opinion_makes_no_machine_of_a_person(case: Case) -> None:
    hint = CarrierHint(AnsweredBy.VOICEMAIL, word="machine_start")
    if case["kind"].endswith("late"):
        script = says(listening(), "Yes, I am very satisfied with it").handle(hint)
    else:
        script = says(Script().at(200).handle(hint).later(400), "Hello?")
    assert "person" in wanted(case)
    assert (AnsweredBy.PERSON, Machine.NONE) == (script.state.answered_by, script.state.machine)


def test_every_kind_is_tried() -> None:
    assert {case["kind"] for case in cases(_FILE)} == _TRIED
