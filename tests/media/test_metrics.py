"""What a process tells of its conversations: every count once, every delay by its name."""

from dataclasses import replace

from domain.conversations import EndReason, Verdict
from domain.outcomes import BusinessOutcome
from domain.transcripts import Spans, Speaker, Turn
from media.engine.actions import Discard
from media.engine.events import Part
from media.engine.reporting import report_of
from media.metrics import Figures
from media.vendor_health import Health
from tests.media.script import BEGAN_AT, Script

SPANS = Spans(
    end_of_speech=1_000,
    end_of_turn=1_200,
    first_token=1_500,
    first_clause=1_550,
    first_audio=1_750,
    first_frame=1_800,
)
SAID = (
    Turn(Speaker.AGENT, "Hello, Ava here.", 0, 900),
    Turn(Speaker.PERSON, "Who is that?", 950, 1_000),
    Turn(Speaker.AGENT, "It is Ava.", 1_800, 2_500, response_ms=600, spans=SPANS),
)


def reported(*outcomes: BusinessOutcome, greeting_ms: int = 120) -> Figures:
    """After a conversation of each."""
    figures = Figures(Health(lambda: BEGAN_AT))
    for outcome in outcomes:
        state = replace(
            Script().state,
            transcript=SAID,
            end_reason=EndReason.FINISHED,
            greeting_ms=greeting_ms,
            ended_ms=1,
        )
        figures.reported(report_of(state, Verdict(outcome)))
    return figures


def test_conversations_are_counted_by_their_outcome_and_their_end() -> None:
    told = reported(BusinessOutcome.NONE, BusinessOutcome.CALLBACK, BusinessOutcome.NONE).as_record()
    assert (3, 27) == (told["conversations"], told["words"])
    assert ({"none": 2, "callback": 1}, {"finished": 3}) == (told["outcomes"], told["end_reasons"])


def test_every_delay_is_told_by_its_name() -> None:
    told = reported(BusinessOutcome.NONE).as_record()
    assert {
        "end_of_turn_delay": 200,
        "time_to_first_token": 300,
        "time_to_first_clause": 50,
        "time_to_first_audio": 200,
        "time_to_first_frame": 50,
        "voice_to_voice": 800,
    } == {delay: summary["p50"] for delay, summary in told["delays_ms"].items()}
    assert (120, 600) == (told["greeting_ms"]["p50"], told["response_ms"]["max"])


def test_what_was_never_measured_is_no_zero() -> None:
    assert {"count": 0} == reported().as_record()["greeting_ms"]


def test_the_middle_and_the_end_of_many_are_told_and_the_oldest_are_forgotten() -> None:
    figures = reported()
    figures.greeting_ms.extend(range(10_000))
    told = figures.as_record()["greeting_ms"]
    assert {"count": 2_000, "p50": 9_000, "p95": 9_900, "max": 9_999} == told


def test_where_a_backup_took_over_and_what_was_not_kept_is_counted() -> None:
    figures = reported()
    for part in (Part.MODEL, Part.MODEL, Part.SPEECH):
        figures.count_switch(part)
    figures.not_stored, figures.not_notified = 2, 3
    told = figures.as_record()
    assert ({"model": 2, "speech": 1}, 2, 3) == (told["switched"], told["not_stored"], told["not_notified"])


def test_what_was_made_in_vain_is_counted_by_what_it_cost() -> None:
    figures = reported()
    figures.discard(Discard(1, was_guess=True, read=700, written=40, spoken=20))
    figures.discard(Discard(2, was_guess=False, read=1_000, written=300, spoken=9))
    assert {
        "replies": 2,
        "guesses": 1,
        "characters_read": 1_700,
        "characters_written": 340,
        "characters_spoken": 29,
    } == figures.as_record()["discarded"]
