"""Keys: digits are an answer, one key opts out where that was announced, and is asked about where it was not."""

import pytest

from domain.conversations import EndReason
from domain.outcomes import BusinessOutcome
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import Key
from media.engine.pressed_keys import PAUSE_MS
from media.engine.state import Phase
from tests.media.plans import SCRIPT, plan
from tests.media.script import Script

ANNOUNCED = f"{SCRIPT.opening} To stop our calls, press 9 at any time."


def pressing(script: Script, keys: str) -> Script:
    """The person presses these keys, three a second."""
    for key in keys:
        script.handle(Key(key)).later(300)
    return script


def asking(question: str, opening: str = SCRIPT.opening) -> Script:
    """A conversation in which the agent has just asked this."""
    script = Script(plan(opening=opening)).until_silent().says("Yes, I am listening")
    return script.model_says(question).until_silent()


def test_an_announced_opt_out_key_opts_out_at_once() -> None:
    """Law 4, requirement 113."""
    script = pressing(asking("Are you satisfied with our service?", ANNOUNCED), "9")
    assert [actions.StoreOptOut("pressed 9", by_key=True)] == script.all_of(actions.StoreOptOut)
    script.until_silent().later(2_000)
    report = script.report()
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert "person: pressed 9" in script.transcript()


def test_the_opt_out_key_cuts_the_agent_short() -> None:
    script = Script(plan(opening=ANNOUNCED)).later(300).handle(Key("9"))
    assert script.all_of(actions.StoreOptOut)


@pytest.mark.parametrize("opening", [SCRIPT.opening, ANNOUNCED])
@pytest.mark.parametrize(
    "question",
    [
        "How many points from one to ten would you give us?",
        "On a scale of one to ten, how would you rate us? You may also press a key.",
        "Please type your five digit zip code now.",
        "And what is your age?",
        "Press one for yes, nine for no.",
    ],
)
def test_a_nine_is_an_answer_where_a_number_or_a_key_was_asked_for(question: str, opening: str) -> None:
    """In whatever words: the model seldom uses the script's own."""
    script = pressing(asking(question, opening), "9").later(PAUSE_MS)
    assert [] == script.all_of(actions.StoreOptOut)
    assert "person: 9" == script.transcript()[-1]
    assert "9" == script.asked().history[-1].text


AGAIN = "To stop our calls for good, press 9 again, or say stop."


def test_an_opt_out_key_that_nobody_announced_is_asked_back() -> None:
    script = pressing(asking("Are you satisfied with our service?"), "9").later(PAUSE_MS).until_silent()
    assert [] == script.all_of(actions.StoreOptOut)
    assert ["person: pressed 9", f"agent: {AGAIN}"] == script.transcript()[-2:]


@pytest.mark.parametrize("keys", [True, False])
def test_whoever_confirms_it_opts_out(keys: bool) -> None:
    """Law 4."""
    script = pressing(asking("Are you satisfied with our service?"), "9").later(PAUSE_MS + 2_000)
    script.handle(Key("9")) if keys else script.handle(Voice(True)).says("Stop")
    assert 1 == len(script.all_of(actions.StoreOptOut))


def test_no_machine_is_asked_back() -> None:
    """Its own tones may be taken for a key; our question would be the message that it keeps."""
    script = Script().later(300)
    script.says("You have reached the voicemail of Miller, please leave a message after the tone")
    pressing(script, "9").later(PAUSE_MS).until_silent().later(5_000)
    assert [SCRIPT.opening, SCRIPT.voicemail] == script.spoken()


def test_whoever_meant_something_else_goes_on() -> None:
    script = pressing(asking("Are you satisfied with our service?"), "9").later(PAUSE_MS).until_silent()
    script.says("No, that was a mistake")
    assert [] == script.all_of(actions.StoreOptOut)
    assert "No, that was a mistake" == script.asked().history[-1].text


def test_another_key_may_be_the_one_that_opts_out() -> None:
    opening = f"{SCRIPT.opening} If you want no more calls, press two."
    script = Script(plan(opening=opening, opt_out_key="2")).until_silent()
    assert pressing(script, "2").all_of(actions.StoreOptOut)


def test_without_an_opt_out_key_every_key_is_an_answer() -> None:
    script = Script(plan(opt_out_key="")).until_silent().says("Yes, I am listening")
    pressing(script.model_says("Shall we go on?").until_silent(), "9").later(PAUSE_MS)
    assert "person: 9" == script.transcript()[-1]


@pytest.mark.parametrize("opening", [SCRIPT.opening, ANNOUNCED])
@pytest.mark.parametrize("keys, said", [("41", "41"), ("419", "419"), ("10#", "10")])
def test_digits_are_gathered_into_one_answer(keys: str, said: str, opening: str) -> None:
    """The announced key in their midst is one of them."""
    script = pressing(asking("Are you satisfied with our service?", opening), keys).later(PAUSE_MS)
    assert f"person: {said}" == [line for line in script.transcript() if line.startswith("person")][-1]
    assert [] == script.all_of(actions.StoreOptOut)


def test_nobody_is_prompted_in_the_midst_of_an_answer() -> None:
    """The silence that was nearly over is none any more with the first key."""
    script = asking("How many points from one to ten would you give us?").later(5_800)
    script = pressing(script, "10").later(PAUSE_MS)
    assert script.plan.silence_prompt not in script.spoken()
    assert "10" == script.asked().history[-1].text


def test_the_end_key_alone_is_no_answer() -> None:
    script = asking("Are you satisfied with our service?")
    before = script.transcript()
    assert before == pressing(script, "#").transcript()


def test_an_answer_is_kept_although_the_person_hangs_up_behind_it() -> None:
    """Most who press the last key that was asked for do."""
    script = pressing(asking("How many points from one to ten would you give us?"), "8").hangs_up()
    assert "person: 8" == script.transcript()[-1]
    assert {"score": "8"} == script.later(5_000).report().answers


def test_what_is_typed_into_our_goodbye_is_kept_and_opens_nothing_again() -> None:
    script = asking("How many points from one to ten would you give us?").says("Goodbye")
    script = pressing(script, "8").later(PAUSE_MS).until_silent().later(5_000)
    assert script.has_ended
    assert "person: 8" in script.transcript()


def test_nobody_is_hung_up_on_who_types_while_we_say_that_we_hear_nobody() -> None:
    script = asking("How many points from one to ten would you give us?")
    while script.state.end_reason is None:
        script.later(500)
    assert EndReason.NO_RESPONSE is script.state.end_reason
    pressing(script.later(500), "8").later(PAUSE_MS)
    assert (Phase.TALKING, "8") == (script.state.phase, script.asked().history[-1].text)


def test_the_end_key_alone_does_not_leave_the_goodbye_unsaid() -> None:
    script = asking("Are you satisfied with our service?")
    while script.state.end_reason is None:
        script.later(500)
    assert script.key("#").until_silent().later(5_000).has_ended


@pytest.mark.parametrize("nonsense", ["", "x", "88"])
def test_what_is_no_key_changes_nothing(nonsense: str) -> None:
    """A carrier's news of an empty one took the watch off the silence."""
    script = asking("Are you satisfied with our service?")
    assert script.state == script.key(nonsense).state
