"""Recordings on their way to the archive: slow storage, lost segments, refusals, kills."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from domain.conversations import ConversationPlan
from domain.recordings import RecordingPermission, recording_permission
from domain.transcripts import Speaker, Transcript, Turn
from media.recording.recordings import CallRecording, Recordings
from providers.errors import ProviderUnavailable
from providers.recordings.archive import Recording, RecordingArchive
from providers.recordings.segments import SEGMENT_SAMPLES, Deletion
from providers.recordings.wav import HEADER_BYTES, wav_frames
from tests.media.plans import plan
from tests.providers.recordings import KEYS, TAKE, MemoryStorage, played, sound

PLAN = plan("call_1-1", record=True, announcement="This call is recorded.")
HEARD: Transcript = (Turn(Speaker.AGENT, "Hello, Ava here. This call is recorded.", 0, 3_000),)
REFUSED: Transcript = (*HEARD, Turn(Speaker.PERSON, "Please don't record me.", 4_000, 5_000))
FRAME = 160


class SlowStorage(MemoryStorage):
    """Takes nothing before it is let go, deletions aside if it is told so; fails as often as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.holds_deletions = True
        self.holds_something, self.has_deleted = threading.Event(), threading.Event()
        self.failures = 0

    def put(self, name: str, content: bytes) -> None:
        if name.endswith("/deleted") and not self.holds_deletions:
            super().put(name, content)
            self.has_deleted.set()
            return
        self.holds_something.set()
        self.may_go_on.wait(30)
        if self.failures:
            self.failures -= 1
            raise ProviderUnavailable
        super().put(name, content)


class Scene:
    """A recorded conversation over this storage; the person says sound(), the agent is silent."""

    def __init__(self, most_waiting: int = 200, plan: ConversationPlan = PLAN) -> None:
        assert RecordingPermission.GRANTED is recording_permission(PLAN, HEARD)
        self.storage = SlowStorage()
        self.archive = RecordingArchive(self.storage, KEYS)
        self.recordings = Recordings(
            self.archive, lambda: datetime(2026, 11, 21, 9, tzinfo=UTC), most_waiting=most_waiting
        )
        self.call: CallRecording = self.recordings.of_call(plan)
        self.now_ms = 0

    def passes(self, seconds: int) -> "Scene":
        """So much of the call passes."""
        said = sound(self.now_ms * 8 + seconds * 8_000)
        for begins in range(self.now_ms * 8, len(said), FRAME):
            self.now_ms += 20
            self.call.person([said[begins : begins + FRAME]], self.now_ms)
        return self

    def hears(self, transcript: Transcript) -> "Scene":
        self.call.follow(transcript, self.now_ms)
        return self

    def ends(self) -> "Scene":
        """The line goes down, and everything is stored."""
        self.call.end(self.now_ms)
        return self.rests()

    def rests(self) -> "Scene":
        """Whatever is on its way arrives."""
        self.storage.may_go_on.set()
        self.recordings.close()
        return self

    def found(self) -> Recording | Deletion | None:
        return self.archive.find(TAKE.account_id, TAKE.attempt_id)

    def recording(self) -> Recording:
        found = self.found()
        assert isinstance(found, Recording)
        return found


@pytest.fixture
def scene() -> Iterator[Scene]:
    made = Scene()
    yield made
    made.rests()


def silent(samples: int) -> bytes:
    return b"\xff" * samples


def test_a_recording_holds_what_passed_after_the_announcement(scene: Scene) -> None:
    scene.passes(3).hears(HEARD).passes(25).ends()
    recording = scene.recording()
    assert (3 * 8_000, 25 * 8_000, True) == (recording.starts_at, recording.samples, recording.is_complete)
    person = sound(28 * 8_000)[3 * 8_000 :]
    assert wav_frames(person, silent(len(person))) == played(scene.archive)[HEADER_BYTES:]
    assert (3, 0, 0) == tuple(scene.recordings.figures()[name] for name in ("kept", "lost", "waiting"))


def test_a_kill_loses_the_open_segment_only(scene: Scene) -> None:
    """Requirement 125: the segments alone say how far the recording goes."""
    scene.hears(HEARD).passes(39).rests()
    assert (3 * SEGMENT_SAMPLES, False) == (scene.recording().samples, scene.recording().is_complete)


def test_who_agreed_before_the_call_is_recorded_from_its_first_sample() -> None:
    scene = Scene(plan=plan("call_1-1", record=True, recording_consent=True))
    scene.hears(()).passes(12).ends()
    assert (0, 12 * 8_000) == (scene.recording().starts_at, scene.recording().samples)


def test_what_is_not_announced_leaves_nothing(scene: Scene) -> None:
    scene.passes(30).ends()
    assert {} == scene.storage.objects


def test_slow_storage_costs_segments_and_never_the_call(scene: Scene) -> None:
    """Nothing below waits: three segments may be on their way, the others are lost and named."""
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(55)
    assert (3, 2) == (scene.recordings.figures()["waiting"], scene.recordings.figures()["lost"])
    scene.call.end(scene.now_ms)
    scene.rests()
    recording = scene.recording()
    assert (55 * 8_000, 3, False) == (recording.samples, recording.lost_segments, recording.is_complete)
    kept = sorted(name.rpartition("/")[2] for name in scene.storage.objects)
    assert ["000000", "000001", "000002", "manifest"] == kept


def test_all_calls_together_keep_a_bounded_number_waiting() -> None:
    scene = Scene(most_waiting=1)
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(21)
    assert (1, 1) == (scene.recordings.figures()["waiting"], scene.recordings.figures()["lost"])
    scene.ends()


def test_storage_that_fails_costs_its_segment(scene: Scene) -> None:
    scene.storage.failures = 1
    scene.hears(HEARD).passes(25).ends()
    assert (1, False) == (scene.recording().lost_segments, scene.recording().is_complete)
    assert 1 == scene.recordings.figures()["lost"]


@pytest.mark.parametrize(
    "story",
    [
        lambda scene: scene.hears(HEARD).passes(25).hears(REFUSED).passes(25).ends(),
        lambda scene: scene.hears(REFUSED).passes(25).ends(),
        lambda scene: scene.hears(HEARD).passes(25).hears(REFUSED).rests(),
    ],
    ids=["in the middle", "at once", "and then a kill"],
)
def test_do_not_record_me_deletes_everything_and_ends_it(
    scene: Scene, story: Callable[[Scene], Scene]
) -> None:
    story(scene)
    assert ["call_1-1/deleted"] == list(scene.storage.objects)
    found = scene.found()
    assert isinstance(found, Deletion)
    assert "refused by the person" == found.because


def test_a_refusal_among_the_last_words_deletes_what_was_stored_after_the_end(scene: Scene) -> None:
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(15)
    scene.call.end(scene.now_ms)
    scene.hears(REFUSED).rests()
    assert ["call_1-1/deleted"] == list(scene.storage.objects)


def test_a_segment_that_arrives_after_the_deletion_is_deleted_as_well(scene: Scene) -> None:
    """It was on its way when they refused."""
    scene.storage.holds_deletions = False
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(15)
    assert scene.storage.holds_something.wait(30)
    scene.hears(REFUSED)
    assert scene.storage.has_deleted.wait(30)
    scene.rests()
    assert ["call_1-1/deleted"] == list(scene.storage.objects)


def test_a_permission_after_the_end_records_nothing(scene: Scene) -> None:
    scene.passes(5)
    scene.call.end(scene.now_ms)
    scene.hears(HEARD).rests()
    assert {} == scene.storage.objects
