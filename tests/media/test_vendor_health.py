"""How vendors do in one process: three troubles in short order make one degraded, and time or good requests mend it."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.conversations import RecogniserName
from media.vendor_health import Health

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_a_vendor_is_degraded_by_its_third_trouble() -> None:
    """Design, section 6: failover by slowness as well as by errors; health per process, shown."""
    model = Health(Clock()).model("gpt-6-luna")
    model.has_failed()
    model.was_late()
    assert "ok" == model.state
    model.was_late()
    assert "degraded" == model.state


@pytest.mark.parametrize(
    ("seconds", "requests", "state"),
    [(299, 19, "degraded"), (300, 0, "ok"), (0, 20, "ok")],
)
@pytest.mark.parametrize("troubles", ["fff", "lll", "flf"])
def test_a_degraded_vendor_is_well_again_after_a_while_or_after_good_requests(
    seconds: int, requests: int, state: str, troubles: str
) -> None:
    clock = Clock()
    recogniser = Health(clock).recogniser(RecogniserName.FLUX)
    for trouble in troubles:
        recogniser.has_failed() if trouble == "f" else recogniser.was_late()
    clock.now += timedelta(seconds=seconds)
    recogniser.requests += requests
    assert state == recogniser.state


def test_only_the_last_three_troubles_count() -> None:
    clock = Clock()
    voice = Health(clock).voice("eleven_flash_v2_5")
    voice.has_failed()
    clock.now += timedelta(minutes=4)
    voice.has_failed()
    voice.has_failed()
    clock.now += timedelta(minutes=2)
    assert "ok" == voice.state
    voice.was_late()
    assert "degraded" == voice.state


def test_each_vendor_is_shown_by_its_part_and_name() -> None:
    health = Health(Clock())
    health.model("claude-haiku-4-5").requests += 1
    health.voice("aura-2").has_failed()
    health.recogniser(RecogniserName.NOVA).switches += 1
    health.speech_to_speech().was_late()
    shown = health.as_record()
    assert ["model/anthropic", "recogniser/nova", "speech/deepgram", "speech_to_speech/openai"] == list(shown)
    assert {
        "state": "ok",
        "requests": 0,
        "failures": 1,
        "late": 0,
        "switches": 0,
        "discarded": 0,
        "last_failure_at": NOON.isoformat(),
    } == shown["speech/deepgram"]
    late = shown["speech_to_speech/openai"]
    assert (0, 1, None) == (late["failures"], late["late"], late["last_failure_at"])
