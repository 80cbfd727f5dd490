"""Whole calls over Exotel's wire: the real conversation with its real clients, people of the simulated world."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest_asyncio
from websockets.asyncio.server import ServerConnection, serve

from domain.conversations import AnsweredBy, ConversationPlan, ConversationReport, EndReason
from media.call import LiveCall
from media.carriers.exotel_stream import ExotelStream
from media.figures import Figures
from media.prepared import Prepared
from media.ticker import Ticker
from simulators.phone_network.call import Call
from simulators.phone_network.exotel_call import ExotelCalls
from tests.media.house import House, open_house, tools_towards
from tests.media.plans import plan, short_plan


@dataclass
class Line:
    """A house whose calls come over Exotel's wire."""

    house: House
    url: str
    plans: dict[str, ConversationPlan]
    calls: ExotelCalls

    async def call(
        self, person: str, survey: ConversationPlan, number: str
    ) -> tuple[ConversationReport, Call]:
        """The whole call with this person."""
        self.house.world.cast.assign(number, person)
        self.plans[f"/{survey.attempt_id}"] = survey
        call = self.calls.connect(number, f"{self.url}/{survey.attempt_id}?sample-rate=8000")
        return await self.house.report_of(survey), call


@asynccontextmanager
async def open_line(house: House) -> AsyncIterator[Line]:
    """A socket that holds a conversation for each stream, as the media server does."""
    tools = tools_towards(house.world.base_url, house.records, house.recordings)
    ticker, figures, plans = Ticker(), Figures(), dict[str, ConversationPlan]()

    async def converse(connection: ServerConnection) -> None:
        assert connection.request is not None
        survey = plans.pop(connection.request.path.partition("?")[0])
        await LiveCall(
            survey,
            connection,
            tools,
            ticker=ticker,
            figures=figures,
            prepared=Prepared(survey),
            dialect=ExotelStream(),
        ).run()

    world = house.world.world
    calls = ExotelCalls(world.cast, world.ledger, world.network.ticker, world.tasks)
    async with serve(converse, "127.0.0.1", 0, compression=None, ping_interval=None) as door:
        yield Line(house, f"ws://127.0.0.1:{next(iter(door.sockets)).getsockname()[1]}", plans, calls)
    await tools.model.close()
    await tools.synthesiser.close()


@pytest_asyncio.fixture(scope="session")
async def line() -> AsyncIterator[Line]:
    async with open_house() as house, open_line(house) as opened:
        yield opened


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


async def test_a_person_who_hangs_up_is_noticed(line: Line) -> None:
    report, call = await line.call("hangs_up_early", short_plan("call_xe-1"), "+919800000005")
    assert (EndReason.PERSON_HUNG_UP, "person") == (report.end_reason, call.ended_by)
