"""Spans: how each turn of the agent's came about, step by step."""

from datetime import UTC, datetime

import pytest

from domain.transcripts import Spans
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import Began, FirstAudio, Hearing, ModelSpoke, ModelText, Words
from media.engine.latency_spans import DELAYS, delays_of, stamp
from media.metrics import Figures
from media.vendor_health import Health
from tests.media.script import Script


def greeted() -> Script:
    """A conversation whose opening was heard."""
    return Script().until_silent()


def spans_of(script: Script) -> Spans:
    """Those of the reply that is being made or heard."""
    assert script.state.reply is not None
    return script.state.reply.spans


def test_every_step_of_an_answer_is_stamped_with_its_time() -> None:
    script = greeted()
    began = script.now
    script.handle(Voice(True)).later(400).goes_on("Yes I am").later(500).handle(Voice(False)).later(60)
    script.handle(Words(Hearing.FINAL, "Yes I am satisfied.")).later(200)
    script.handle(ModelText(script.asked().reply, "Great. ")).later(100)
    script.handle(ModelText(script.asked().reply, "How many points would you give us? ")).later(40)
    expected = Spans(
        end_of_speech=began + 600,
        end_of_turn=began + 960,
        first_token=began + 1_160,
        first_clause=began + 1_260,
        first_audio=began + 1_260,
        first_frame=began + 1_260,
    )
    script.model_says("").until_silent()
    assert expected == script.state.transcript[-1].spans


def test_the_voices_first_sound_counts_and_not_the_end_of_its_clause() -> None:
    script = greeted().says("Yes")
    reply = script.asked().reply
    script.handle(FirstAudio(reply))
    first = script.now
    script.later(300).handle(ModelText(reply, "A whole clause is here, and more follows. "))
    assert first == spans_of(script).first_audio


def test_an_answer_to_a_guess_has_its_token_before_the_end_of_the_turn() -> None:
    script = greeted().starts("Yes").later(300).handle(Words(Hearing.EAGER, "Yes, gladly."))
    script.model_says("How many points would you give us?").later(300)
    script.handle(Words(Hearing.FINAL, "Yes, gladly.")).later(20)
    spans = spans_of(script)
    assert spans.first_token is not None
    assert spans.end_of_turn is not None
    assert spans.first_token < spans.end_of_turn
    assert dict(delays_of(spans))["time_to_first_token"] == 0


def test_a_model_that_speaks_by_itself_has_token_and_audio_at_once() -> None:
    script = greeted().says("Yes")
    reply = script.asked().reply
    script.handle(ModelSpoke(reply, "Good.")).handle(Began(reply))
    spans = spans_of(script)
    assert (script.now, script.now, None) == (spans.first_token, spans.first_audio, spans.first_clause)


def test_a_voice_that_was_heard_at_another_time_is_not_the_turns() -> None:
    script = greeted().handle(Voice(True)).later(400).handle(Voice(False)).later(900)
    script.says("Yes").model_says("Good, thank you.").later(20)
    assert spans_of(script).end_of_speech is None


def test_the_opening_answers_nobody() -> None:
    spans = greeted().state.transcript[0].spans
    assert spans is not None
    assert (None, None, None) == (spans.end_of_speech, spans.end_of_turn, spans.first_token)
    assert [] == [delay for delay, _ in delays_of(spans) if delay != "time_to_first_frame"]


@pytest.mark.parametrize(
    ("spans", "delays"),
    [
        (Spans(), {}),
        (Spans(end_of_speech=100, end_of_turn=360), {"end_of_turn_delay": 260}),
        (Spans(end_of_turn=360, first_token=200), {"time_to_first_token": 0}),
        (
            Spans(100, 360, 600, 700, 900, 905),
            dict(zip(DELAYS, (260, 240, 100, 200, 5, 805), strict=True)),
        ),
    ],
)
def test_delays_are_told_between_the_steps_that_were(spans: Spans, delays: dict[str, int]) -> None:
    assert delays == dict(delays_of(spans))


def test_a_step_keeps_its_first_time() -> None:
    assert Spans(first_token=5) == stamp(stamp(Spans(), "first_token", 5), "first_token", 9)


def test_the_process_tells_the_middle_and_the_tail_of_each_delay() -> None:
    """Requirements 3, 139: from the end of their speech to our first frame, and each step between."""
    script = greeted()
    for answer in ("Yes", "No"):
        script.says(answer).later(140).model_says("Good, thank you.").until_silent()
    script.hangs_up().later(2_000)
    figures = Figures(Health(lambda: datetime.now(UTC)))
    figures.reported(script.report())
    delays = figures.as_record()["delays_ms"]
    assert {"count": 2, "p50": 140, "p95": 140, "max": 140} == delays["time_to_first_token"]
    assert {"count": 0} == delays["voice_to_voice"]


def test_a_filler_is_the_first_thing_that_is_heard() -> None:
    script = greeted().says("Yes")
    asked_at = script.now
    while len(script.all_of(actions.Speak)) == 1:
        script.later(100)
    script.later(100)
    spans = spans_of(script)
    assert (asked_at, None) == (spans.end_of_turn, spans.first_token)
    assert spans.first_clause == spans.first_audio == spans.first_frame
    script.handle(ModelText(script.asked().reply, "Good, thank you. And what else? "))
    later = spans_of(script)
    assert (spans.first_clause, script.now) == (later.first_clause, later.first_token)
    assert dict(delays_of(later))["time_to_first_clause"] == 0
