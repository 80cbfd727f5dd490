"""Whole calls: the real media server and its real clients, a simulated world on loopback, words from the audio."""

import asyncio
import io
import wave
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import numpy as np
import pytest
import pytest_asyncio
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from domain.conversations import AnsweredBy, ConversationPlan, ConversationReport, EndReason
from domain.outcomes import BusinessOutcome
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, said_by
from providers.recordings.archive import Recording
from providers.recordings.segments import Deletion
from simulators.faults import Fault
from simulators.people.person import LineQuality
from simulators.phone_network.call import Call
from simulators.phone_network.twilio.webhooks import signature_of
from simulators.settings import Credentials
from tests.media.house import House, open_house, until
from tests.media.plans import plan, short_plan


@pytest_asyncio.fixture(scope="module")
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


async def test_a_prepared_call_greets_at_once_and_ends_with_one_report(house: House) -> None:
    """Requirements 12, 47, 49, 62, 78 and 90: the agent speaks first, the talk has turns, the answers are kept."""
    survey = plan("call_a-1")
    assert (await house.prepare(survey)).status_code == 200
    call = await house.dial("cooperative", survey)
    report = await house.report_of(survey)
    assert report.end_reason == EndReason.FINISHED
    assert report.answered_by == AnsweredBy.PERSON
    assert {"satisfied", "score"} == set(report.answers)
    assert not call.violations
    assert call.greeting_after_start_ms is not None
    assert report.greeting_ms is not None
    assert max(call.greeting_after_start_ms, report.greeting_ms) < 500
    assert all(
        turn.response_ms is not None for turn in report.transcript[3:] if turn.speaker is Speaker.AGENT
    )


async def test_each_kind_of_person_gets_the_right_ending(house: House) -> None:
    """Requirements 1, 48, 50, 55, 56 and 74: seven calls at once, each with its own conversation."""
    people = {
        "opting_out": (EndReason.OPT_OUT, AnsweredBy.PERSON, BusinessOutcome.OPT_OUT),
        "silent": (EndReason.NO_RESPONSE, AnsweredBy.UNKNOWN, BusinessOutcome.NONE),
        "voicemail": (EndReason.VOICEMAIL, AnsweredBy.VOICEMAIL, BusinessOutcome.NONE),
        "hangs_up_early": (EndReason.PERSON_HUNG_UP, AnsweredBy.PERSON, BusinessOutcome.NONE),
        "asks_later": (EndReason.FINISHED, AnsweredBy.PERSON, BusinessOutcome.CALLBACK),
        "not_interested": (EndReason.FINISHED, AnsweredBy.PERSON, BusinessOutcome.NOT_INTERESTED),
        "interrupting": (EndReason.FINISHED, AnsweredBy.PERSON, None),
    }
    calls = await asyncio.gather(*(called(house, place, person) for place, person in enumerate(people)))
    ended = {person: (report, call) for person, (report, call) in zip(people, calls, strict=True)}
    for person, (reason, answered_by, outcome) in people.items():
        report, call = ended[person]
        assert (person, report.end_reason, report.answered_by) == (person, reason, answered_by)
        assert outcome is None or report.verdict.outcome is outcome
        assert call.violations == []
    assert ended["voicemail"][0].voicemail_proved
    assert [phrase for _, phrase, _ in house.records.opt_outs] == [ended["opting_out"][0].verdict.evidence]
    interrupted = [turn for turn in ended["interrupting"][0].transcript if turn.interrupted]
    assert interrupted
    assert ended["interrupting"][1].clears >= len(interrupted)
    heard = " ".join(word.text for word in ended["interrupting"][1].heard)
    assert [] == [turn.text for turn in interrupted if turn.text not in heard]


async def called(house: House, place: int, person: str) -> tuple[ConversationReport, Call]:
    """One prepared call to its report."""
    survey = plan(f"call_{person}-1", timeouts=Timeouts(prompts=(1_500,)))
    (await house.prepare(survey)).raise_for_status()
    call = await house.dial(person, survey, number=f"+1415555{place:04d}")
    return await house.report_of(survey), call


async def test_a_call_without_preparation_is_held_all_the_same(house: House) -> None:
    survey = plan("call_u-1", opening="Hello, this is Ava, and nobody told me that you would pick up.")
    await house.dial("hangs_up_early", survey)
    report = await house.report_of(survey)
    assert survey.opening.startswith(said_by(report.transcript, Speaker.AGENT)[0])


async def test_a_record_that_fails_at_first_still_gets_its_one_report(house: House) -> None:
    survey = plan("call_f-1")
    call = await house.dial("hangs_up_early", survey)
    await until(lambda: call.heard)
    house.records.failures = 2
    assert (await house.report_of(survey)).end_reason is EndReason.PERSON_HUNG_UP


async def test_an_opt_out_that_cannot_be_stored_in_time_is_handed_to_the_workflow(house: House) -> None:
    """Law 4: the conversation tries for five seconds."""
    survey, records = plan("call_handed_over-1"), house.records
    call = await house.dial("opting_out", survey)
    await until(lambda: call.heard)
    records.failures = 10_000
    await until(lambda: records.handed_over)
    records.failures = 0
    (report,) = records.handed_over
    assert (survey.attempt_id, BusinessOutcome.OPT_OUT) == (report.attempt_id, report.verdict.outcome)


async def test_an_opt_out_is_held_on_to_while_neither_record_nor_workflow_is_there(house: House) -> None:
    """Law 4: and stored when it can be."""
    survey, records = plan("call_held_on_to-1"), house.records
    call = await house.dial("opting_out", survey)
    await until(lambda: call.heard)
    records.failures, records.lost_notices = 10_000, 2
    await until(lambda: not records.lost_notices)
    records.failures = 0
    await until(lambda: any(report.attempt_id == survey.attempt_id for report in records.reports))
    (report,) = [report for report in records.reports if report.attempt_id == survey.attempt_id]
    assert report.verdict.outcome is BusinessOutcome.OPT_OUT


@pytest.mark.parametrize("kind", ["close_without_stop", "no_start"])
async def test_a_broken_stream_is_reported_too(house: House, kind: str) -> None:
    survey = plan(f"call_{kind}-1")
    house.world.faults.add(Fault("twilio.stream", kind, parameters={"seconds": 1.5}))
    await house.dial("silent", survey)
    assert (await house.report_of(survey)).end_reason in (EndReason.PERSON_HUNG_UP, EndReason.BROKEN)


async def test_a_recogniser_that_breaks_off_is_opened_again(house: House) -> None:
    survey = short_plan("call_r-1")
    house.world.faults.add(Fault("deepgram", "close"))
    await house.dial("cooperative", survey)
    assert (await house.report_of(survey)).end_reason is EndReason.FINISHED


async def test_a_model_and_a_voice_that_stumble_do_not_end_the_talk(house: House) -> None:
    survey = short_plan("call_m-1")
    house.world.faults.add(Fault("openai", "500"))
    house.world.faults.add(Fault("elevenlabs", "500"))
    await house.dial("cooperative", survey)
    assert (await house.report_of(survey)).end_reason is EndReason.FINISHED


async def test_a_loud_late_echo_is_not_taken_for_the_person(house: House) -> None:
    """Our own words come back 300 ms later and 15 dB down; the person is heard over them."""
    survey = plan("call_echo-1")
    person = house.world.cast.named("cooperative")
    line = LineQuality(echo_db=15, echo_ms=300)
    echoing = person.model_copy(update={"line": line, "greeting": None})
    call = await house.dial(echoing, survey)
    report = await house.report_of(survey)
    assert EndReason.FINISHED is report.end_reason
    assert {"satisfied", "score"} == set(report.answers)
    ours = " ".join(said_by(report.transcript, Speaker.AGENT)).lower()
    assert not [text for text in said_by(report.transcript, Speaker.PERSON) if text.lower() in ours]
    assert not [turn for turn in report.transcript if turn.interrupted]
    assert 0 == call.clears


async def test_an_operator_hangs_up(house: House) -> None:
    survey = plan("call_h-1")
    call = await house.dial("silent", survey)
    await until(lambda: call.heard)
    assert (await house.control("/hang-up/call_h-1")).status_code == 204
    assert (await house.report_of(survey)).end_reason is EndReason.CANCELLED
    assert (await house.control("/hang-up/call_nobody-1")).status_code == 404


async def test_the_carriers_machine_detection_reaches_the_conversation(house: House) -> None:
    survey = plan("call_d-1")
    call = await house.dial("silent", survey)
    await until(lambda: call.heard)
    hint = {"answered_by": "voicemail", "greeting_over": True, "word": "machine_end_beep"}
    answer = await house.control("/machine/call_d-1", json=hint)
    assert answer.status_code == 204
    report = await house.report_of(survey)
    assert (report.answered_by, report.voicemail_proved) == (AnsweredBy.VOICEMAIL, True)
    assert "machine_end_beep" == report.carrier_hint


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


async def test_what_was_prepared_in_vain_is_freed(house: House) -> None:
    """Requirement 21."""
    before = house.media.stats()["prepared"]
    await house.prepare(plan("call_v-1"))
    await house.prepare(plan("call_v-1"))
    assert house.media.stats()["prepared"] == int(str(before)) + 1
    assert (await house.control("/release/call_v-1")).status_code == 204
    assert house.media.stats()["prepared"] == before


async def test_equal_phrases_are_synthesised_once(house: House) -> None:
    """Requirements 58, 59."""
    plans = [plan(f"call_e{n}-1", opening="Good day, this greeting is said to everybody.") for n in range(4)]
    await asyncio.gather(*(house.prepare(one) for one in plans))
    asked = [
        e
        for e in house.world.journal.entries()
        if e["event"] == "Request" and "to everybody" in e.get("text", "")
    ]
    assert len(asked) == 1
    for one in plans:
        await house.control(f"/release/{one.attempt_id}")


@pytest.mark.parametrize(
    ("path", "token", "status"),
    [
        ("/stream/twilio/media-1/x", "wrong", 403),
        ("/stream/twilio/media-1/x", None, 403),
        ("/stream/media-1/x", "wrong", 403),
        ("/stream/media-1/x", None, 403),
        ("/stream/twilio/media-2/x", None, 404),
        ("/stream/nobody/media-1/x", None, 404),
        ("/stream/twilio/media-1/x/y", None, 404),
        ("/elsewhere", None, 404),
    ],
    ids=[
        "forged signature",
        "unknown token",
        "forged signature, address of before",
        "unknown token, address of before",
        "other process",
        "unknown carrier",
        "longer path",
        "other path",
    ],
)
async def test_a_stranger_cannot_open_a_stream(
    house: House, path: str, token: str | None, status: int
) -> None:
    """Requirement 46."""
    url = f"ws://127.0.0.1:{house.media.port}{path}"
    signature = signature_of(token or Credentials().twilio_auth_token, url)
    with pytest.raises(InvalidStatus) as refused:
        await connect(url, additional_headers={"X-Twilio-Signature": signature}, proxy=None)
    assert refused.value.response.status_code == status


async def test_a_token_opens_one_stream(house: House) -> None:
    """Requirement 46."""
    survey = plan("call_t-1")
    house.records.plans["once"] = survey
    url = house.media.stream_url("twilio") + "once"
    headers = {"X-Twilio-Signature": signature_of(Credentials().twilio_auth_token, url)}
    async with connect(url, additional_headers=headers, proxy=None):
        with pytest.raises(InvalidStatus):
            await connect(url, additional_headers=headers, proxy=None)
    assert (await house.report_of(survey)).transcript == ()


async def test_the_phrase_cache_can_be_looked_at_and_cleared(house: House) -> None:
    """Requirements 60, 61."""
    await house.prepare(short_plan("call_c-1"))
    kept = (await house.control("/phrases", method="GET")).json()
    assert kept["kept"] >= 1
    cleared = (await house.control("/phrases", method="DELETE")).json()
    assert cleared["cleared"] >= kept["kept"]
    assert (await house.control("/phrases", method="GET")).json()["kept"] < kept["kept"]
    await house.control("/release/call_c-1")


async def test_the_control_address_wants_its_key_and_says_how_it_is(house: House) -> None:
    address = f"http://127.0.0.1:{house.media.control_port}"
    async with httpx.AsyncClient(base_url=address, trust_env=False) as stranger:
        assert (await stranger.get("/stats")).status_code == 401
        assert (await stranger.post("/prepare", content=b"{}")).status_code == 401
        assert (await stranger.get("/healthz")).json() == {"ready": True}
    assert (await house.control("/prepare", content=b"{}")).status_code == 422


async def test_a_draining_process_takes_leave_and_welcomes_nobody_new() -> None:
    survey = plan("call_z-1", timeouts=Timeouts(prompts=(60_000,)))
    async with open_house() as house:
        call = await house.dial("silent", survey)
        await until(lambda: call.heard)
        await house.media.drain(40)
        assert (await house.report_of(survey)).end_reason is EndReason.DRAINED
        assert (await house.prepare(plan("call_z-2"))).status_code == 503


async def test_a_defect_of_ours_costs_no_report(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = plan("call_y-1")
    call = await house.dial("silent", survey)
    await until(lambda: call.heard)
    monkeypatch.setattr("media.audio.tones.power", None)
    report = await house.report_of(survey)
    assert report.end_reason is EndReason.BROKEN
