"""Recordings on their way to the archive: slow storage, lost segments, refusals, kills."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from domain.conversations import ConversationPlan
from domain.identifiers import AttemptId
from domain.recordings import RecordingPermission, recording_permission
from domain.transcripts import Speaker, Transcript, Turn
from media.recording.recordings import CallRecording, Recordings
from providers.errors import ProviderUnavailable
from providers.recordings.archive import Recording, RecordingArchive
from providers.recordings.segments import SEGMENT_SAMPLES, Deletion, Manifest, seal_context
from providers.recordings.wav import HEADER_BYTES, wav_frames
from tests.media.plans import plan
from tests.providers.recordings import KEYS, TAKE, MemoryStorage, played, sound

PLAN = plan("call_1-1", record=True, announcement="This call is recorded.")
HEARD: Transcript = (Turn(Speaker.AGENT, "Hello, Ava here. This call is recorded.", 0, 3_000),)
REFUSED: Transcript = (*HEARD, Turn(Speaker.PERSON, "Please don't record me.", 4_000, 5_000))
FRAME = 160
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


class SlowStorage(MemoryStorage):
    """Takes nothing before it is let go, except what is free.

    By the ends of names: refuses, what it fails to take, and how; loses_answers, what it takes and then fails.
    """

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.is_free: Callable[[str], bool] = lambda name: False
        self.holds_something, self.has_deleted = threading.Event(), threading.Event()
        self.has_manifest = threading.Event()
        self.refuses: dict[str, Exception] = {}
        self.loses_answers: dict[str, Exception] = {}
        self.asked: list[str] = []

    def put(self, name: str, content: bytes) -> None:
        self.asked.append(name)
        if not self.is_free(name):
            self.holds_something.set()
            self.may_go_on.wait(30)
        end = name.rpartition("/")[2]
        if end in self.refuses:
            raise self.refuses.pop(end)
        super().put(name, content)
        if end == "manifest":
            self.has_manifest.set()
        if end in self.loses_answers:
            raise self.loses_answers.pop(end)

    def delete(self, names: Sequence[str]) -> None:
        super().delete(names)
        self.has_deleted.set()


class Scene:
    """A recorded conversation over this storage; the person says sound(), the agent is silent."""

    def __init__(self, most_waiting: int = 200, plan: ConversationPlan = PLAN) -> None:
        assert RecordingPermission.GRANTED is recording_permission(PLAN, HEARD)
        self.storage = SlowStorage()
        self.archive = RecordingArchive(self.storage, KEYS)
        self.recordings = Recordings(self.archive, lambda: NOW, most_waiting=most_waiting)
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

    def manifest(self) -> Manifest:
        (name,) = (name for name in self.storage.objects if name.endswith("/manifest"))
        opened = KEYS.open(self.storage.objects[name], seal_context(TAKE.account_id, name))
        return msgspec.json.decode(opened, type=Manifest)

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


def test_a_take_is_named_for_its_first_millisecond_and_ends_once(scene: Scene) -> None:
    """Whoever holds the call says its end wherever it comes to it."""
    scene.hears(HEARD).passes(5)
    scene.call.end(scene.now_ms)
    assert scene.storage.has_manifest.wait(10)
    scene.ends()
    began_ms = int(NOW.timestamp() * 1000)
    assert [f"call_1-1/{began_ms}/000000", f"call_1-1/{began_ms}/manifest"] == scene.storage.asked


def test_a_kill_loses_the_open_segment_only(scene: Scene) -> None:
    """Requirement 125: the segments alone say how far the recording goes."""
    scene.hears(HEARD).passes(39).rests()
    assert (3 * SEGMENT_SAMPLES, False) == (scene.recording().samples, scene.recording().is_complete)


def test_who_agreed_before_the_call_is_recorded_from_its_first_sample() -> None:
    scene = Scene(plan=plan("call_1-1", record=True, recording_consent=True))
    scene.hears(()).passes(12).ends()
    assert (0, 12 * 8_000) == (scene.recording().starts_at, scene.recording().samples)


def test_a_conversation_that_was_taken_up_is_recorded_behind_what_came_before(scene: Scene) -> None:
    call = scene.recordings.of_call(PLAN, stream_began_ms=5_000)
    call.follow(HEARD, 5_000)
    call.person([sound(1_600)], 5_200)
    call.end(5_200)
    scene.rests()
    assert (5 * 8_000, 1_600) == (scene.recording().starts_at, scene.recording().samples)


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


@pytest.mark.parametrize("failure", [ProviderUnavailable(), RuntimeError("a defect of ours")], ids=repr)
def test_storage_that_fails_costs_its_segment(scene: Scene, failure: Exception) -> None:
    scene.storage.refuses["000002"] = failure
    scene.hears(HEARD).passes(25).ends()
    assert (25 * 8_000, 1, False) == (
        scene.recording().samples,
        scene.recording().lost_segments,
        scene.recording().is_complete,
    )
    assert (2, 1, 0) == tuple(scene.recordings.figures()[name] for name in ("kept", "lost", "waiting"))


def test_the_manifest_names_what_was_lost_in_order(scene: Scene) -> None:
    """The first is lost last: it was on its way while those behind it found no room."""
    scene.storage.refuses["000000"] = ProviderUnavailable()
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(45)
    scene.call.end(scene.now_ms)
    scene.rests()
    assert (0, 3, 4) == scene.manifest().lost


def test_a_call_that_is_over_does_not_wait_for_the_segments_of_others(scene: Scene) -> None:
    other = scene.recordings.of_call(replace(PLAN, attempt_id=AttemptId("call_2-1")))
    scene.storage.is_free = lambda name: name.startswith("call_1-1/")
    scene.storage.may_go_on.clear()
    other.follow(HEARD, 0)
    other.person([sound(SEGMENT_SAMPLES)], 10_000)
    assert scene.storage.holds_something.wait(30)
    scene.hears(HEARD).passes(5)
    scene.call.end(scene.now_ms)
    assert scene.storage.has_manifest.wait(10)
    assert scene.recording().is_complete


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


@pytest.mark.parametrize("answer", [None, ProviderUnavailable(), RuntimeError("a defect of ours")], ids=repr)
def test_a_segment_that_arrives_after_the_deletion_is_deleted_as_well(
    scene: Scene, answer: Exception | None
) -> None:
    """It was on its way when they refused, whatever the storage says of it."""
    if answer is not None:
        scene.storage.loses_answers["000000"] = answer
    scene.storage.is_free = lambda name: name.endswith("/deleted")
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(15)
    assert scene.storage.holds_something.wait(30)
    scene.hears(REFUSED)
    assert scene.storage.has_deleted.wait(30)
    scene.rests()
    assert ["call_1-1/deleted"] == list(scene.storage.objects)


@pytest.mark.parametrize("answer", [None, ProviderUnavailable()], ids=repr)
def test_a_manifest_that_arrives_after_the_deletion_is_deleted_as_well(
    scene: Scene, answer: Exception | None
) -> None:
    """It was being written when they refused with their last words."""
    if answer is not None:
        scene.storage.loses_answers["manifest"] = answer
    scene.storage.is_free = lambda name: not name.endswith("/manifest")
    scene.storage.may_go_on.clear()
    scene.hears(HEARD).passes(15)
    scene.call.end(scene.now_ms)
    assert scene.storage.holds_something.wait(30)
    scene.hears(REFUSED)
    assert scene.storage.has_deleted.wait(30)
    scene.rests()
    assert ["call_1-1/deleted"] == list(scene.storage.objects)


def test_nothing_is_cut_any_more_of_what_passes_after_a_refusal(scene: Scene) -> None:
    scene.hears(HEARD).passes(15).hears(REFUSED).passes(25).ends()
    assert (1, 0) == tuple(scene.recordings.figures()[name] for name in ("kept", "lost"))


def test_what_still_waited_when_they_refused_is_not_stored_at_all(scene: Scene) -> None:
    """Another call keeps all threads but one, and that one has the first segment."""
    other = scene.recordings.of_call(replace(PLAN, attempt_id=AttemptId("call_2-1")))
    scene.storage.may_go_on.clear()
    other.follow(HEARD, 0)
    for seconds in (10, 20, 30):
        other.person([sound(SEGMENT_SAMPLES)], seconds * 1_000)
    scene.hears(HEARD).passes(25).hears(REFUSED).rests()
    assert [] == [name for name in scene.storage.asked if name.endswith("/000001") and "call_1-1" in name]


@pytest.mark.parametrize(
    ("failure", "counts"),
    [(None, (1, 0)), (ProviderUnavailable(), (0, 1)), (RuntimeError("a defect of ours"), (0, 1))],
    ids=repr,
)
def test_a_deletion_is_counted_and_one_that_failed_as_such(
    scene: Scene, failure: Exception | None, counts: tuple[int, int]
) -> None:
    if failure is not None:
        scene.storage.refuses["deleted"] = failure
    scene.hears(REFUSED).ends()
    assert counts == tuple(scene.recordings.figures()[name] for name in ("deleted", "not_deleted"))


def test_a_permission_after_the_end_records_nothing(scene: Scene) -> None:
    scene.passes(5)
    scene.call.end(scene.now_ms)
    scene.hears(HEARD).rests()
    assert {} == scene.storage.objects
