"""Flight records on their way to the archive: parts of ten seconds, kills, refusals, slow storage."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from database.sealing import CannotOpen
from domain.identifiers import AccountId
from media.engine.events import Gone, Started, TimePassed
from media.recording.flight import Flight, Happened, Marked, Noted, read_flights
from media.recording.flight_recorder import FlightRecorder
from media.recording.recordings import Recordings
from providers.errors import ProviderUnavailable
from providers.recordings.archive import RecordingArchive
from providers.recordings.segments import Take
from tests.media.plans import plan
from tests.media.test_recordings import SlowStorage
from tests.providers.recordings import KEYS

PLAN = plan()
BEGUN_AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Scene:
    """A conversation whose flight is recorded over this storage."""

    def __init__(self, most_waiting: int = 200) -> None:
        self.storage = SlowStorage()
        self.archive = RecordingArchive(self.storage, KEYS)
        self.recordings = Recordings(self.archive, lambda: BEGUN_AT, most_waiting=most_waiting)
        self.recorder: FlightRecorder = self.recordings.flight_of(PLAN)
        self.recorder.begin(BEGUN_AT)

    def lasts_until(self, ms: int) -> "Scene":
        """An event every second."""
        for now in range(0, ms, 1_000):
            self.recorder.happens(now, TimePassed() if now else Started()).actions = ()
            self.recorder.follow(now)
        return self

    def ends(self) -> "Scene":
        self.recorder.end()
        return self.rests()

    def rests(self) -> "Scene":
        """Whatever is on its way arrives."""
        self.storage.may_go_on.set()
        self.recordings.close()
        return self

    def arrives(self) -> "Scene":
        """Whatever is on its way is kept, and more may follow."""
        self.storage.may_go_on.set()
        give_up_at = time.monotonic() + 10
        while self.figures()[-1]:
            assert time.monotonic() < give_up_at
        return self

    def flights(self) -> list[Flight]:
        return read_flights(self.archive.flights.read(PLAN.account_id, PLAN.attempt_id).splitlines())

    def figures(self) -> tuple[int, ...]:
        """Parts kept, lost and on their way."""
        figures = self.recordings.figures()
        return tuple(figures[f"flight_parts_{name}"] for name in ("kept", "lost", "waiting"))


@pytest.fixture
def scene() -> Iterator[Scene]:
    made = Scene()
    yield made
    made.rests()


def test_a_flight_is_kept_in_parts_of_ten_seconds_and_is_one_again(scene: Scene) -> None:
    (flight,) = scene.lasts_until(35_000).ends().flights()
    assert ([ms * 1_000 for ms in range(35)], True) == (
        [entry.at_ms for entry in flight.entries],
        flight.is_complete,
    )
    assert ((4, 0, 0), 4) == (scene.figures(), len(scene.storage.objects))


def test_a_kill_loses_what_came_since_the_last_part(scene: Scene) -> None:
    (flight,) = scene.lasts_until(35_000).rests().flights()
    assert (30_000, False) == (flight.entries[-1].at_ms, flight.is_complete)


def test_what_came_before_the_stream_began_is_no_part_of_the_flight(scene: Scene) -> None:
    scene.recorder.happens(3_000, Gone())
    scene.recorder.begin(BEGUN_AT.replace(second=4))
    (flight,) = scene.lasts_until(1_000).ends().flights()
    assert (BEGUN_AT.replace(second=4), [Happened(0, Started(), ())]) == (flight.begun_at, flight.entries)


def test_a_part_that_was_kept_before_the_stream_began_is_another_flights(scene: Scene) -> None:
    """Its times began with another event, and so do its parts: the first of ten seconds again."""
    scene.lasts_until(12_000).recorder.begin(BEGUN_AT.replace(second=12))
    _, flight = scene.lasts_until(12_000).ends().flights()
    assert ([ms * 1_000 for ms in range(12)], True) == (
        [entry.at_ms for entry in flight.entries],
        flight.is_complete,
    )
    begun_ms = [int(BEGUN_AT.replace(second=second).timestamp() * 1000) for second in (0, 12)]
    assert [
        f"flights/{PLAN.attempt_id}/{begun_ms[0]}/000000",
        f"flights/{PLAN.attempt_id}/{begun_ms[1]}/000000",
        f"flights/{PLAN.attempt_id}/{begun_ms[1]}/000001",
    ] == sorted(scene.storage.objects)


def test_vendors_are_noted_between_the_events(scene: Scene) -> None:
    scene.lasts_until(1_000).recorder.note(40, Marked("1/2"))
    (flight,) = scene.ends().flights()
    assert Noted(40, Marked("1/2")) == flight.entries[-1]


def test_slow_storage_costs_the_end_of_the_record_and_never_the_call(scene: Scene) -> None:
    scene.storage.may_go_on.clear()
    scene.lasts_until(65_000)
    assert (0, 3, 3) == scene.figures()
    (flight,) = scene.ends().flights()
    assert (30_000, False) == (flight.entries[-1].at_ms, flight.is_complete)


def test_what_is_kept_behind_a_lost_part_is_not_taken_for_what_followed(scene: Scene) -> None:
    scene.storage.may_go_on.clear()
    scene.lasts_until(65_000).arrives()
    (flight,) = scene.ends().flights()
    assert (4, 3) == scene.figures()[:2]
    assert (30_000, False) == (flight.entries[-1].at_ms, flight.is_complete)


def test_storage_that_fails_costs_its_part_and_what_follows(scene: Scene) -> None:
    scene.lasts_until(1_000)
    scene.storage.refuses["000000"] = ProviderUnavailable()
    assert [] == scene.ends().flights()
    assert (0, 1, 0) == scene.figures()


def test_all_calls_together_keep_a_bounded_number_waiting() -> None:
    scene = Scene(most_waiting=1)
    scene.storage.may_go_on.clear()
    scene.lasts_until(25_000)
    assert (0, 1, 1) == scene.figures()
    scene.ends()


def test_do_not_record_me_leaves_the_words_to_the_transcripts_retention(scene: Scene) -> None:
    scene.lasts_until(1_000).ends()
    scene.archive.delete_recording(PLAN.account_id, PLAN.attempt_id, at=BEGUN_AT, because="refused")
    assert 1 == len(scene.flights())


def test_of_a_flight_that_was_deleted_nothing_stays_that_was_still_on_its_way(scene: Scene) -> None:
    """Storage that stumbles takes the last parts minutes after the person was erased; a process that was away, hours after."""
    scene.lasts_until(11_000).arrives()
    for _ in range(2):
        scene.archive.flights.delete(PLAN.attempt_id)
        assert not scene.archive.flights.is_kept(PLAN.attempt_id)
        scene.lasts_until(11_000).arrives()
    scene.ends()
    assert not scene.archive.flights.is_kept(PLAN.attempt_id)
    assert b"" == scene.archive.flights.read(PLAN.account_id, PLAN.attempt_id)
    assert [f"flights/{PLAN.attempt_id}/deleted"] == list(scene.storage.objects)


def test_a_part_is_deleted_that_is_stored_while_its_flight_is_being_deleted(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It arrives behind the look for parts, and in front of the end."""
    take, flights = Take(PLAN.account_id, PLAN.attempt_id, 1), scene.archive.flights
    scene.storage.may_go_on.set()
    delete = scene.storage.delete

    def late(names: Sequence[str]) -> None:
        monkeypatch.setattr(scene.storage, "delete", delete)
        flights.keep_part(take, 1, b"[1]")
        delete(names)

    flights.keep_part(take, 0, b"[0]")
    monkeypatch.setattr(scene.storage, "delete", late)
    flights.delete(PLAN.attempt_id)
    assert not flights.is_kept(PLAN.attempt_id)


def test_a_flight_opens_for_its_account_and_attempt_only(scene: Scene) -> None:
    scene.lasts_until(1_000).ends()
    with pytest.raises(CannotOpen):
        scene.archive.flights.read(AccountId("acc_2"), PLAN.attempt_id)
    (name,) = scene.storage.objects
    moved = replace(PLAN, attempt_id=plan("call_2-1").attempt_id)
    scene.storage.objects[name.replace(PLAN.attempt_id, moved.attempt_id)] = scene.storage.objects[name]
    with pytest.raises(CannotOpen):
        scene.archive.flights.read(PLAN.account_id, moved.attempt_id)
    assert PLAN.opening.encode() not in scene.storage.objects[name]


def test_without_a_storage_nothing_is_recorded() -> None:
    recorder = FlightRecorder(PLAN, None)
    recorder.begin(BEGUN_AT)
    recorder.happens(0, Started()).actions = ()
    recorder.end()
    assert Happened(1, Gone()) == recorder.happens(1, Gone())


def test_a_defect_costs_its_part_and_no_count(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise three of them would leave a conversation without a record, and two hundred all of them."""

    def broken(*_: object, **__: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("media.recording.flight_recorder.write_part", broken)
    scene.lasts_until(12_000).ends()
    assert (0, 2, 0) == scene.figures()
