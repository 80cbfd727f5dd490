"""Whole calls over Exotel's wire: the real media server and its real clients, people of the simulated world."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from domain.conversations import AnsweredBy, ConversationPlan, ConversationReport, EndReason, Engine
from simulators.ordered_faults import Fault
from simulators.phone_network.call import Call
from simulators.phone_network.exotel.call import ExotelCalls
from tests.media.house import House, open_house
from tests.media.plans import plan, short_plan

pytestmark = pytest.mark.long


@dataclass
class Line:
    """A house whose calls come over Exotel's wire."""

    house: House
    calls: ExotelCalls

    async def call(
        self, person: str, survey: ConversationPlan, number: str
    ) -> tuple[ConversationReport, Call]:
        """The whole call with this person."""
        self.house.world.cast.assign(number, person)
        token = f"token-{survey.attempt_id}"
        self.house.records.plans[token] = survey
        call = self.calls.connect(number, f"{self.door}/{token}?sample-rate=8000")
        return await self.house.report_of(survey), call

    @property
    def door(self) -> str:
        """Where Exotel's streams of this house go."""
        return f"ws://127.0.0.1:{self.house.media.port}/stream/exotel/media-1"


@pytest_asyncio.fixture(scope="module")
async def line() -> AsyncIterator[Line]:
    async with open_house() as house:
        world = house.world.world
        yield Line(
            house,
            ExotelCalls(world.cast, world.ledger, world.network.ticker, world.tasks, house.world.faults),
        )


async def test_conversations_are_held_over_exotels_wire_without_a_misuse(line: Line) -> None:
    """A survey to its end, an opt-out, an interruption: three calls at once."""
    talks = await asyncio.gather(
        line.call("cooperative", plan("call_xa-1"), "+919800000001"),
        line.call("opting_out", plan("call_xb-1"), "+919800000002"),
        line.call("interrupting", plan("call_xc-1"), "+919800000003"),
    )
    (survey, heard), (opted, _), (cut, interrupted) = talks
    assert (EndReason.FINISHED, AnsweredBy.PERSON) == (survey.end_reason, survey.answered_by)
    assert {"satisfied", "score"} == set(survey.answers)
    assert survey.transcript[0].text in " ".join(word.text for word in heard.heard)
    assert (EndReason.OPT_OUT, EndReason.FINISHED) == (opted.end_reason, cut.end_reason)
    assert interrupted.clears > 0
    assert [[], [], []] == [call.violations for _, call in talks]


async def test_what_counts_as_heard_was_heard(line: Line) -> None:
    """A clear spares the chunk that plays, so the person may have heard a little more, never less."""
    report, call = await line.call("interrupting", plan("call_xd-1"), "+919800000004")
    (cut, *_) = [turn for turn in report.transcript if turn.interrupted]
    assert cut.text in " ".join(word.text for word in call.heard)


async def test_a_realtime_model_speaks_over_exotels_wire_too(line: Line) -> None:
    survey = short_plan("call_xr-1", engine=Engine.REALTIME)
    (await line.house.prepare(survey)).raise_for_status()
    report, call = await line.call("cooperative", survey, "+919800000006")
    assert (EndReason.FINISHED, []) == (report.end_reason, call.violations)
    assert {"satisfied"} == set(report.answers)
    assert 0 == line.house.switched("speech_to_speech")


async def test_a_person_who_hangs_up_is_noticed(line: Line) -> None:
    report, call = await line.call("hangs_up_early", short_plan("call_xe-1"), "+919800000005")
    assert (EndReason.PERSON_HUNG_UP, "person") == (report.end_reason, call.ended_by)


@pytest.mark.parametrize(
    "kind, person, reason",
    [
        ("drop_frame", "cooperative", EndReason.FINISHED),
        ("close_without_stop", "silent", EndReason.PERSON_HUNG_UP),
        ("half_open", "silent", EndReason.PERSON_HUNG_UP),
        ("no_start", "silent", EndReason.BROKEN),
    ],
)
async def test_a_wire_that_fails_costs_no_report(
    line: Line, monkeypatch: pytest.MonkeyPatch, kind: str, person: str, reason: EndReason
) -> None:
    monkeypatch.setattr("media.live.call._QUIET_SECONDS", 1.0)
    fault = Fault("exotel.stream", kind, parameters={"seconds": 2.0, "frames": 3})
    line.house.world.faults.add(fault)
    report, call = await line.call(person, short_plan(f"call_x_{kind}-1"), "+919800000007")
    assert (reason, []) == (report.end_reason, call.violations)
    assert 1 == line.house.world.faults.played[f"exotel.stream:{kind}"]


async def test_a_stream_without_a_good_token_is_refused(line: Line) -> None:
    """Exotel signs nothing: the token alone admits."""
    with pytest.raises(InvalidStatus) as refused:
        await connect(f"{line.door}/forged?sample-rate=8000")
    assert refused.value.response.status_code == 403
