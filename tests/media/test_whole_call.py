"""Whole calls: the real media server and its real clients, a simulated world on loopback, words from the audio."""

import asyncio

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from domain.conversations import AnsweredBy, ConversationReport, EndReason
from domain.outcomes import BusinessOutcome
from domain.timeouts import Timeouts
from domain.transcripts import Speaker, said_by
from simulators.phone_network.call import Call
from simulators.phone_network.twilio.webhooks import signature_of
from simulators.settings import Credentials
from tests.media.house import House, open_house, until
from tests.media.plans import plan, short_plan

pytestmark = pytest.mark.long


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
        assert outcome is None or report.verdict.outcome == outcome
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
