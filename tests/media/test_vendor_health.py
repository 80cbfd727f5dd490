"""How vendors do in one process: three troubles in short order make one degraded, and time or good requests mend it."""

from datetime import UTC, datetime, timedelta

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


def test_a_degraded_vendor_is_well_again_after_a_while() -> None:
    clock = Clock()
    recogniser = Health(clock).recogniser(RecogniserName.FLUX)
    for _ in range(3):
        recogniser.has_failed()
    clock.now = NOON + timedelta(minutes=5)
    assert "ok" == recogniser.state


def test_a_degraded_vendor_is_well_again_after_good_requests() -> None:
    voice = Health(Clock()).voice("eleven_flash_v2_5")
    for _ in range(3):
        voice.has_failed()
    voice.requests += 20
    assert "ok" == voice.state


def test_each_vendor_is_shown_by_its_part_and_name() -> None:
    health = Health(Clock())
    health.model("claude-haiku-4-5").requests += 1
    health.voice("aura-2").has_failed()
    health.recogniser(RecogniserName.NOVA).switches += 1
    shown = health.as_record()
    assert ["model/anthropic", "recogniser/nova", "speech/deepgram"] == list(shown)
    assert {
        "state": "ok",
        "requests": 0,
        "failures": 1,
        "late": 0,
        "switches": 0,
        "discarded": 0,
        "last_failure_at": NOON.isoformat(),
    } == shown["speech/deepgram"]
