"""Recordings in the archive: requirements 125 (object storage, ranges) and 159 (sealed)."""

import io
import wave
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.sealing import CannotOpen
from domain.identifiers import AccountId, AttemptId
from media.audio.voice_activity import LINEAR
from providers.errors import MalformedMessage, ProviderUnavailable
from providers.recordings.archive import Recording, RecordingArchive
from providers.recordings.segments import SEGMENT_SAMPLES, Deletion, Manifest
from providers.recordings.wav import HEADER_BYTES, SILENCE, wav_frames
from tests.providers.recordings import KEYS, TAKE, MemoryStorage, played, segments, sound

LENGTHS = st.integers(1, 4 * SEGMENT_SAMPLES) | st.sampled_from(
    [SEGMENT_SAMPLES, 2 * SEGMENT_SAMPLES, SEGMENT_SAMPLES + 1]
)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def archived(samples: int, *, ended: bool = True, lost: frozenset[int] = frozenset()) -> RecordingArchive:
    """An archive with one take of this length; of the lost segments nothing was kept."""
    archive = RecordingArchive(MemoryStorage(), KEYS)
    for number, segment in enumerate(segments(samples, starts_at=4_000)):
        if number not in lost:
            archive.keep_segment(TAKE, number, segment)
    if ended:
        archive.keep_manifest(TAKE, Manifest(4_000, samples, tuple(sorted(lost))))
    return archive


def found(archive: RecordingArchive) -> Recording:
    """The take's recording."""
    recording = archive.find(TAKE.account_id, TAKE.attempt_id)
    assert isinstance(recording, Recording)
    return recording


@settings(max_examples=25, deadline=None)
@given(LENGTHS, st.booleans())
def test_what_is_assembled_is_what_was_kept_with_and_without_a_manifest(samples: int, ended: bool) -> None:
    archive = archived(samples, ended=ended)
    recording = found(archive)
    assert (samples, 4_000, ended, 0) == (
        recording.samples,
        recording.starts_at,
        recording.is_complete,
        recording.lost_segments,
    )
    assert wav_frames(sound(samples), sound(samples, seed=1)) == played(archive)[HEADER_BYTES:]


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 3)), st.booleans())
def test_a_lost_segment_is_silence_in_its_place(lost: set[int], ended: bool) -> None:
    samples = 3 * SEGMENT_SAMPLES + 4_321
    kept = [number for number in range(4) if number not in lost]
    if not ended and not kept:
        return
    archive = archived(samples, ended=ended, lost=frozenset(lost))
    known = samples if ended else min(samples, (max(kept) + 1) * SEGMENT_SAMPLES)
    person, agent = bytearray(sound(known)), bytearray(sound(known, seed=1))
    for number in lost:
        begin, end = number * SEGMENT_SAMPLES, min(known, (number + 1) * SEGMENT_SAMPLES)
        if begin < known:
            person[begin:end] = agent[begin:end] = SILENCE * (end - begin)
    assert wav_frames(bytes(person), bytes(agent)) == played(archive)[HEADER_BYTES:]
    assert not (lost and found(archive).is_complete)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_range_is_that_slice_of_the_whole(data: st.DataObject) -> None:
    archive = archived(2 * SEGMENT_SAMPLES + 777)
    whole = played(archive)
    edges = st.integers(0, len(whole) - 1) | st.sampled_from(
        [0, 43, 44, 45, HEADER_BYTES + 4 * SEGMENT_SAMPLES, len(whole) - 1]
    )
    first, last = sorted((data.draw(edges), data.draw(edges)))
    assert whole[first : last + 1] == played(archive, first, last)


def test_a_range_opens_only_the_segments_it_needs() -> None:
    storage = MemoryStorage()
    archive = RecordingArchive(storage, KEYS)
    for number, segment in enumerate(segments(3 * SEGMENT_SAMPLES)):
        archive.keep_segment(TAKE, number, segment)
    recording = found(archive)
    storage.delete([TAKE.segment_name(0), TAKE.segment_name(2)])
    middle = HEADER_BYTES + 4 * SEGMENT_SAMPLES
    assert 400 == len(b"".join(archive.wav(recording, middle, middle + 399)))


def test_the_wav_is_what_every_player_reads() -> None:
    archive = archived(SEGMENT_SAMPLES + 100)
    with wave.open(io.BytesIO(played(archive))) as file:
        assert (2, 2, 8_000) == (file.getnchannels(), file.getsampwidth(), file.getframerate())
        samples = np.frombuffer(file.readframes(-1), "<i2").reshape(-1, 2)
    person = LINEAR[np.frombuffer(sound(SEGMENT_SAMPLES + 100), np.uint8)]
    assert np.array_equal(person, samples[:, 0])


def test_takes_follow_each_other() -> None:
    """A second media process that took the call over begins a take of its own."""
    archive = archived(1_000, ended=False)
    later = replace(TAKE, began_ms=TAKE.began_ms + 60_000)
    for number, segment in enumerate(segments(500)):
        archive.keep_segment(later, number, segment)
    archive.keep_manifest(later, Manifest(0, 500))
    sides = (sound(1_000) + sound(500), sound(1_000, seed=1) + sound(500, seed=1))
    assert wav_frames(*sides) == played(archive)[HEADER_BYTES:]
    assert (4_000, False) == (found(archive).starts_at, found(archive).is_complete)


def test_what_was_deleted_says_so_and_is_gone() -> None:
    storage = MemoryStorage()
    archive = RecordingArchive(storage, KEYS)
    archive.keep_segment(TAKE, 0, segments(100)[0])
    archive.delete_recording(TAKE.account_id, TAKE.attempt_id, at=NOW, because="refused")
    archive.keep_segment(TAKE, 1, segments(100)[0])  # it was on its way
    archive.delete_recording(TAKE.account_id, TAKE.attempt_id, at=datetime.now(UTC), because="again")
    assert Deletion(NOW.isoformat(), "refused") == archive.find(TAKE.account_id, TAKE.attempt_id)
    assert [f"{TAKE.attempt_id}/deleted"] == list(storage.objects)


def test_what_was_on_its_way_while_it_was_deleted_goes_as_it_comes() -> None:
    """Storage that stumbles takes the last segments minutes after the person was erased."""
    storage = MemoryStorage()
    archive = RecordingArchive(storage, KEYS)
    archive.keep_segment(TAKE, 0, segments(100)[0])
    archive.delete_recording(TAKE.account_id, TAKE.attempt_id, at=NOW, because="erased")
    archive.keep_segment(TAKE, 1, segments(100)[0])
    assert not archive.is_kept(TAKE.attempt_id)  # its process may die before the take's end
    archive.keep_manifest(TAKE, Manifest(0, 200))
    assert Deletion(NOW.isoformat(), "erased") == archive.find(TAKE.account_id, TAKE.attempt_id)
    assert [f"{TAKE.attempt_id}/deleted"] == list(storage.objects)


def test_what_a_broken_off_deletion_leaves_is_never_played(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 9: that it is deleted is told before anything of it goes."""
    storage = MemoryStorage()
    archive = RecordingArchive(storage, KEYS)
    archive.keep_segment(TAKE, 0, segments(100)[0])

    def breaks_off(_names: Sequence[str]) -> None:
        raise ProviderUnavailable

    monkeypatch.setattr(storage, "delete", breaks_off)
    with pytest.raises(ProviderUnavailable):
        archive.delete_recording(TAKE.account_id, TAKE.attempt_id, at=NOW, because="refused")
    assert Deletion(NOW.isoformat(), "refused") == archive.find(TAKE.account_id, TAKE.attempt_id)


def test_nothing_kept_is_nothing_found() -> None:
    assert archived(100).find(TAKE.account_id, AttemptId("call_1-10")) is None


def test_an_object_opens_only_for_its_account_and_in_its_place() -> None:
    storage = MemoryStorage()
    archive = RecordingArchive(storage, KEYS)
    for number, segment in enumerate(segments(2 * SEGMENT_SAMPLES)):
        archive.keep_segment(TAKE, number, segment)
    with pytest.raises(CannotOpen):
        archive.find(AccountId("acc_2"), TAKE.attempt_id)
    objects = storage.objects
    first, second = TAKE.segment_name(0), TAKE.segment_name(1)
    objects[first], objects[second] = objects[second], objects[first]
    with pytest.raises(CannotOpen):
        archive.find(TAKE.account_id, TAKE.attempt_id)


def test_objects_are_sealed_and_named_by_ids_alone() -> None:
    """Law 8."""
    storage = MemoryStorage()
    archive = RecordingArchive(storage, KEYS)
    (segment,) = segments(8_000)
    archive.keep_segment(TAKE, 0, segment)
    archive.keep_manifest(TAKE, Manifest(0, 8_000))
    assert {f"call_1-1/{TAKE.began_ms}/000000", f"call_1-1/{TAKE.began_ms}/manifest"} == set(storage.objects)
    assert not any(segment.person[:64] in content for content in storage.objects.values())


def test_a_part_that_went_away_while_it_is_played_is_told() -> None:
    """It was deleted between the look and the sound."""
    archive = archived(SEGMENT_SAMPLES + 1)
    recording = found(archive)
    archive._storage.delete([recording.stretches[1].name])
    pieces = archive.wav(recording, 0, recording.wav_bytes - 1)
    with pytest.raises(MalformedMessage):
        b"".join(pieces)
