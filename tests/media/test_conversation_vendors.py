"""What a report says of the vendors that were to hold the conversation: a failure that was not made good is theirs."""

from collections.abc import Callable

import pytest

from domain.conversations import EndReason
from media.engine import actions
from media.engine.events import Failed, Gone, ModelText, Part
from tests.media.script import Script
from tests.media.situations import ANSWER, answering, asked, listening

MODEL, EARS, VOICE = "model/openai", "recogniser/deepgram", "synthesiser/elevenlabs"


def _model_fails(script: Script) -> Script:
    return script.handle(Failed(Part.MODEL, script.asked().reply)).later(40)


def _broken_by_the_model() -> Script:
    """Asked, asked again, and once more by the person; nothing comes."""
    script = asked()
    for _ in range(2):
        _model_fails(script)
    return _model_fails(script.until_silent().says("I said that I want to know more.")).later(20_000)


def _voice_fails() -> Script:
    script = Script(voice_is_away=True)
    [opening, *_] = script.all_of(actions.Speak)
    return script.handle(Failed(Part.SPEECH, opening.reply)).later(20_000)


def _ears_fail() -> Script:
    return listening().handle(Failed(Part.RECOGNISER)).until_silent().later(20_000)


def _hung_up_while_the_model_fails() -> Script:
    return _model_fails(asked()).later(500).handle(Gone()).later(20_000)


@pytest.mark.parametrize(
    "script, vendor, reason",
    [
        (_broken_by_the_model, MODEL, EndReason.BROKEN),
        (_voice_fails, VOICE, EndReason.BROKEN),
        (_ears_fail, EARS, EndReason.BROKEN),
        (_hung_up_while_the_model_fails, MODEL, EndReason.PERSON_HUNG_UP),
    ],
)
def test_a_failure_that_was_not_made_good_is_reported(
    script: Callable[[], Script], vendor: str, reason: EndReason
) -> None:
    report = script().report()
    assert (vendor, reason) == (report.failed_vendor, report.end_reason)


def test_a_failure_that_an_answer_followed_is_forgotten() -> None:
    script = _model_fails(asked()).model_says(ANSWER).until_silent()
    assert "" == script.handle(Gone()).later(20_000).report().failed_vendor


def test_an_answer_that_the_person_cut_off_was_an_answer_all_the_same() -> None:
    script = _model_fails(asked()).model_says(ANSWER).later(1_500).says("Thank you, that is all I need.")
    assert "" == script.handle(Gone()).later(20_000).report().failed_vendor


def test_a_filler_is_no_answer() -> None:
    script = _model_fails(asked().later(1_700)).later(2_500)
    script.handle(Gone()).later(20_000)
    assert MODEL == script.report().failed_vendor


def test_a_conversation_that_went_well_names_nobody() -> None:
    script = answering().until_silent().handle(Gone()).later(20_000)
    assert "" == script.report().failed_vendor


def test_a_model_that_stalls_behind_words_of_its_own_did_answer() -> None:
    script = asked()
    script.handle(ModelText(script.asked().reply, "Of course, we have a new")).later(20_000)
    assert "" == script.handle(Gone()).later(20_000).report().failed_vendor
