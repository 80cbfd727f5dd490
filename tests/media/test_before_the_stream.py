"""What happens to a call after its handshake and before its stream begins: nothing of it is forgotten."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from websockets.asyncio.client import ClientConnection, connect

from domain.conversations import AnsweredBy, ConversationPlan, EndReason
from media.engine.events import CarrierHint
from simulators.phone_network.twilio.webhooks import signature_of
from simulators.settings import Credentials
from tests.media.house import House, open_house, until
from tests.media.plans import short_plan

pytestmark = pytest.mark.long

STARTS = json.dumps(
    {
        "event": "start",
        "streamSid": "MZ1",
        "start": {
            "streamSid": "MZ1",
            "callSid": "CA1",
            "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        },
    }
)


@pytest_asyncio.fixture
async def house() -> AsyncIterator[House]:
    async with open_house() as opened:
        yield opened


@asynccontextmanager
async def greeted(house: House, survey: ConversationPlan) -> AsyncIterator[ClientConnection]:
    """The socket of a carrier that has not begun its stream."""
    house.records.plans["early"] = survey
    url = house.media.stream_url("twilio") + "early"
    headers = {"X-Twilio-Signature": signature_of(Credentials().twilio_auth_token, url)}
    async with connect(url, additional_headers=headers, proxy=None, ping_interval=None) as socket:
        await until(lambda: house.media._live, 5)
        yield socket


async def test_a_hint_counts(house: House) -> None:
    survey = short_plan("call_early-1")
    async with greeted(house, survey) as socket:
        assert house.media.hint(survey.attempt_id, CarrierHint(AnsweredBy.PERSON, word="human"))
        await socket.send(STARTS)
        await asyncio.wait_for(socket.recv(), 5)
    assert "human" == (await house.report_of(survey)).carrier_hint


async def test_a_drain_counts(monkeypatch: pytest.MonkeyPatch, house: House) -> None:
    monkeypatch.setattr("media.engine.conversation._DRAIN_PATIENCE_MS", 300)
    survey = short_plan("call_early-2")
    async with greeted(house, survey) as socket, asyncio.TaskGroup() as group:
        group.create_task(house.media.drain(20))
        await until(lambda: house.media._draining, 5)
        await socket.send(STARTS)
        report = await house.report_of(survey, 20)
        assert EndReason.DRAINED is report.end_reason


async def test_who_was_hung_up_on_is_not_greeted(house: House) -> None:
    survey = short_plan("call_early-3")
    async with greeted(house, survey) as socket:
        assert house.media.hang_up(survey.attempt_id)
        await socket.send(STARTS)
        report = await house.report_of(survey)
    assert (EndReason.CANCELLED, ()) == (report.end_reason, report.transcript)
