"""Keys: digits are an answer, one key opts out, except where digits were asked for."""

import pytest

from domain.conversations import EndReason
from domain.outcomes import BusinessOutcome
from media import actions
from media.events import Key
from media.keys import PAUSE_MS
from tests.media.script import Script


def pressing(script: Script, keys: str) -> Script:
    """The person presses these keys, three a second."""
    for key in keys:
        script.happen(Key(key)).later(300)
    return script


def asking(question: str) -> Script:
    """A conversation in which the agent has just asked this."""
    script = Script().until_silent().says("Yes, I am listening")
    return script.model_says(question).until_silent()


def test_the_opt_out_key_opts_out_at_once() -> None:
    """Law 4, requirement 113."""
    script = pressing(asking("Are you satisfied with our service?"), "9")
    assert [actions.StoreOptOut("pressed 9")] == script.all_of(actions.StoreOptOut)
    script.until_silent().later(2_000)
    report = script.report()
    assert (EndReason.OPT_OUT, BusinessOutcome.OPT_OUT) == (report.end_reason, report.verdict.outcome)
    assert "person: pressed 9" in script.transcript()


def test_the_opt_out_key_cuts_the_agent_short() -> None:
    script = Script().later(300).happen(Key("9"))
    assert script.all_of(actions.StoreOptOut)


def test_a_nine_is_an_answer_where_a_number_was_asked_for() -> None:
    script = pressing(asking("How many points from one to ten would you give us?"), "9").later(PAUSE_MS)
    assert [] == script.all_of(actions.StoreOptOut)
    assert "person: 9" in script.transcript()


@pytest.mark.parametrize("keys, said", [("41", "41"), ("419", "419"), ("10#", "10")])
def test_digits_are_gathered_into_one_answer(keys: str, said: str) -> None:
    script = pressing(asking("Are you satisfied with our service?"), keys).later(PAUSE_MS)
    assert f"person: {said}" == [line for line in script.transcript() if line.startswith("person")][-1]
    assert [] == script.all_of(actions.StoreOptOut)


def test_the_end_key_alone_is_no_answer() -> None:
    script = asking("Are you satisfied with our service?")
    before = script.transcript()
    assert before == pressing(script, "#").transcript()
