"""The model's opinion on who speaks: asked once, while nothing else tells; one sign among others; never waited for."""

import pytest

from domain.conversations import AnsweredBy, EndReason
from domain.timeouts import Timeouts
from media.audio.line_sounds import Tone, Voice
from media.engine import actions
from media.engine.events import CarrierHint, Hearing, Identified, Words
from media.engine.state import Deadline, Machine
from tests.media.plans import plan
from tests.media.script import Script

UNCLEAR = "Hi, the Millers are unavailable today"  # one weak sign of a mailbox


def unclear(script: Script, *, ms: int = 4_100) -> Script:
    """Somebody says for so long what might be a mailbox's or a person's."""
    script.handle(Voice(True)).starts("Hi").goes_on(UNCLEAR)
    return script.later(ms)


def questions(script: Script) -> list[str]:
    """What the model was asked."""
    return [action.words for action in script.all_of(actions.Identify)]


def test_the_model_is_asked_once_when_four_seconds_of_words_do_not_tell_who_speaks() -> None:
    """Requirement 52."""
    script = unclear(Script().at(500))
    assert [UNCLEAR] == questions(script)
    assert [UNCLEAR] == questions(script.goes_on(f"{UNCLEAR} but").later(9_000))


def test_with_another_sign_its_opinion_decides_for_a_machine() -> None:
    script = unclear(Script().at(500)).handle(Identified(AnsweredBy.VOICEMAIL))
    assert (AnsweredBy.VOICEMAIL, Machine.GREETING) == (script.state.answered_by, script.state.machine)
    assert "model" in [each.what for each in script.state.evidence]


def test_alone_it_makes_nobody_a_machine() -> None:
    """A person whom the model misjudges is talked with."""
    script = (
        Script().at(500).handle(Voice(True)).starts("So").goes_on("So there I was in the garden").later(4_000)
    )
    assert 1 == len(questions(script))
    script.handle(Identified(AnsweredBy.VOICEMAIL))
    assert Machine.NONE is script.state.machine


def test_its_opinion_that_it_is_a_person_counts() -> None:
    script = (
        Script().at(500).handle(Voice(True)).starts("So").goes_on("So there I was in the garden").later(4_000)
    )
    assert AnsweredBy.PERSON is script.handle(Identified(AnsweredBy.PERSON)).state.answered_by


def test_the_message_follows_though_the_greeting_is_over_when_the_model_answers() -> None:
    script = unclear(Script().at(500), ms=3_900).handle(Voice(False)).handle(Words(Hearing.FINAL, UNCLEAR))
    script.later(200).handle(Identified(AnsweredBy.VOICEMAIL))
    assert script.plan.voicemail == script.later(2_100).spoken()[-1]


@pytest.mark.parametrize(
    "words, hint",
    [("Hello, who is this please?", None), (UNCLEAR, AnsweredBy.VOICEMAIL), ("Please leave a message", None)],
)
def test_who_is_known_by_then_is_not_asked_about(words: str, hint: AnsweredBy | None) -> None:
    script = Script().at(500).handle(Voice(True)).starts("Hi").goes_on(words)
    if hint is not None:
        script.handle(CarrierHint(hint))
    assert [] == questions(script.later(5_000))


def test_too_few_words_are_nothing_to_ask_about() -> None:
    assert [] == questions(
        Script().at(500).handle(Voice(True)).starts("The").goes_on("The weather").later(6_000)
    )


def test_nobody_asks_where_it_is_switched_off() -> None:
    assert [] == questions(unclear(Script(plan(timeouts=Timeouts(who_speaks=0))).at(500), ms=6_000))


def test_a_late_opinion_is_ignored() -> None:
    script = unclear(Script().at(500)).later(3_100)
    assert Deadline.IDENTITY not in script.state.deadlines
    assert Machine.NONE is script.handle(Identified(AnsweredBy.VOICEMAIL)).state.machine


def test_an_opinion_that_comes_after_the_answer_is_known_changes_nothing() -> None:
    script = unclear(Script().at(500)).handle(Tone(1_000, 400))
    before = script.state.evidence
    script.handle(Identified(AnsweredBy.PERSON))
    assert (before, Machine.LEAVING) == (script.state.evidence, script.state.machine)


def test_a_call_goes_on_as_ever_when_the_model_never_answers() -> None:
    """Nothing waits for it: the turn is answered as a person's."""
    script = unclear(Script().at(500)).handle(Voice(False)).handle(Words(Hearing.FINAL, UNCLEAR))
    assert UNCLEAR == script.asked().history[-1].text
    script.model_says("I see, goodbye then.", ("end_call", "done")).until_silent().later(2_000)
    assert EndReason.FINISHED is script.report().end_reason
