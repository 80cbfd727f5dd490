"""Calls that are recorded, or were: from the announcement on, both sides, and nothing of who refuses it."""

import io
import wave
from datetime import timedelta

import numpy as np
import pytest

from domain.conversations import ConversationPlan
from domain.transcripts import Speaker, said_by
from providers.recordings.archive import Recording
from providers.recordings.segments import Deletion
from tests.media.house import House, until
from tests.media.plans import plan

pytestmark = pytest.mark.long


async def test_a_recording_begins_after_its_announcement_and_has_both_sides(house: House) -> None:
    """Requirement 159; no segment is lost on the way."""
    announced = "Hello, this is Ava. I am an automated assistant, and this call is recorded."
    survey = plan("call_w-1", record=True, opening=announced, announcement="this call is recorded.")
    await house.dial("cooperative", survey)
    report = await house.report_of(survey)
    await until(lambda: recording_of(house, survey) is not None and not house.recordings.figures()["waiting"])
    await until(lambda: (found := recording_of(house, survey)) is not None and found.is_complete)
    recording = recording_of(house, survey)
    assert recording is not None
    opening = report.transcript[0]
    assert abs(recording.starts_at // 8 - opening.ended_ms) < 100
    assert report.ended_at - report.began_at > timedelta(seconds=recording.samples / 8_000)
    wav = b"".join(house.archive.wav(recording, 0, recording.wav_bytes - 1))
    with wave.open(io.BytesIO(wav)) as file:
        assert (2, 8_000) == (file.getnchannels(), file.getframerate())
        samples = np.frombuffer(file.readframes(-1), "<i2").reshape(-1, 2)
    assert (np.abs(samples).max(axis=0) > 1_000).all()


async def test_a_call_whose_announcement_was_not_heard_is_not_recorded(house: House) -> None:
    survey = plan("call_w-2", record=True)
    await house.dial("hangs_up_early", survey)
    await house.report_of(survey)
    assert recording_of(house, survey) is None


async def test_do_not_record_me_deletes_what_was_recorded(house: House) -> None:
    announced = "Hello, this is Ava. I am an automated assistant, and this call is recorded."
    survey = plan("call_w-3", record=True, opening=announced, announcement="this call is recorded.")
    await house.dial("refuses_recording", survey)
    report = await house.report_of(survey)
    assert any("not record me" in said for said in said_by(report.transcript, Speaker.PERSON))
    await until(lambda: isinstance(house.archive.find(survey.account_id, survey.attempt_id), Deletion))


def recording_of(house: House, survey: ConversationPlan) -> Recording | None:
    """What the archive holds of this conversation."""
    found = house.archive.find(survey.account_id, survey.attempt_id)
    return found if isinstance(found, Recording) else None
