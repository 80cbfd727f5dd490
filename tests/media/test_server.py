"""A media process from without: who is let in, what it tells of itself, and how it stops."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from database.media_processes import MediaPlace
from domain.conversations import AnsweredBy, ConversationPlan
from domain.identifiers import AttemptId
from media.engine.events import CarrierHint, Drain, Event, HangUp
from media.live.prewarming import Prepared
from media.recent_conversations import RecentConversations
from media.recording.recordings import Recordings
from media.server import MediaAddress, MediaServer
from providers.recordings.archive import RecordingArchive
from simulators.phone_network.twilio.webhooks import signature_of
from simulators.settings import Credentials
from tests.media.house import MemoryRecords, tools_towards, until
from tests.media.plans import plan
from tests.providers.recordings import KEYS, MemoryStorage

HERE, ELSEWHERE = AttemptId("call_here-1"), AttemptId("call_elsewhere-1")
HINT = CarrierHint(AnsweredBy.VOICEMAIL)


@dataclass
class Call:
    """A live call that only remembers what it is told, and ends when it is told to hang up."""

    media: "Media"
    told: list[Event] = field(default_factory=list)
    words: int = 12

    def handle(self, event: Event) -> None:
        self.told.append(event)
        if isinstance(event, HangUp):
            self.media.server._live.clear()
            self.media.server._none_live.set()

    def standing(self) -> None:
        """Nothing to take up."""


@dataclass
class Records(MemoryRecords):
    """A record of which streams cannot be opened while it is away."""

    is_away: bool = False

    async def open_stream(self, token: str, carrier: str) -> ConversationPlan:
        if self.is_away:
            raise ConnectionError("the record is away")
        return await super().open_stream(token, carrier)


@dataclass
class Media:
    """A process, and its record."""

    server: MediaServer
    records: Records

    def holds(self, attempt: AttemptId) -> Call:
        """A call is live here now."""
        call = Call(self)
        self.server._live[attempt] = cast("Any", call)
        self.server._none_live.clear()
        return call

    async def status_of(self, path: str) -> int:
        """How a carrier's handshake there is answered."""
        url = f"ws://127.0.0.1:{self.server.port}{path}"
        headers = {"X-Twilio-Signature": signature_of(Credentials().twilio_auth_token, url)}
        with pytest.raises(InvalidStatus) as refused:
            await connect(url, additional_headers=headers, proxy=None)
        return refused.value.response.status_code


@asynccontextmanager
async def serving(**address: Any) -> AsyncIterator[Media]:
    """A process whose vendors nobody reaches."""
    records = Records()
    recordings = Recordings(RecordingArchive(MemoryStorage(), KEYS), lambda: datetime.now(UTC))
    tools = tools_towards("http://127.0.0.1:9", records, recordings)
    async with MediaServer(tools, MediaAddress("media-7", "key", **address)).serving() as server:
        yield Media(server, records)
    await tools.model.close()
    await tools.synthesiser.close()
    await asyncio.to_thread(recordings.close)


@pytest.mark.parametrize(
    ("public", "control"), [(None, None), ("wss://voice.example.org", "http://media-7.internal")]
)
async def test_it_tells_where_it_is_before_it_serves_and_that_it_takes_no_more_as_it_ends(
    public: str | None, control: str | None
) -> None:
    async with serving(public_url=public, control_url=control) as media:
        server, (first, *_) = media.server, media.records.beats
        place = MediaPlace(
            "media-7",
            public or f"ws://127.0.0.1:{server.port}",
            control or f"http://127.0.0.1:{server.control_port}",
        )
        assert (place, 0, 0, True) == (first.place, first.live, first.prepared, first.accepts)
        assert f"{place.stream_url}/stream/exotel/media-7/" == server.stream_url("exotel")
    assert not media.records.beats[-1].accepts


async def test_it_tells_what_it_does() -> None:
    async with serving() as media:
        media.holds(HERE)
        media.server.preparation._keep(Prepared(plan("call_rings-1")))
        media.server.preparation._keep(Prepared(plan("call_rings-2")))
        told, stats = media.server._told(), media.server.stats()
        assert (1, 2, True) == (told.live, told.prepared, told.accepts)
        assert (1, 2, 12, False) == tuple(
            stats[name] for name in ("live", "prepared", "live_words", "draining")
        )
        assert {"kept": 0, "bytes": 0, "hits": 0, "misses": 0, "hit_rate": 0.0} == stats["phrases"]
        media.server._lag._door.is_open = False
        assert not media.server._told().accepts


async def test_news_of_an_attempt_reach_its_call() -> None:
    async with serving() as media:
        call, server = media.holds(HERE), media.server
        server.preparation._keep(ringing := Prepared(plan("call_rings-1")))
        assert [True, False] == [server.hint(attempt, HINT) for attempt in (HERE, ELSEWHERE)]
        assert server.hint(ringing.plan.attempt_id, HINT)
        assert HINT == ringing.hint
        assert [True, False] == [server.holds(attempt) for attempt in (HERE, ELSEWHERE)]
        assert [True, False] == [server.hang_up(attempt) for attempt in (HERE, ELSEWHERE)]
        assert [HINT, HangUp()] == call.told


async def test_a_process_that_drains_tells_its_calls_takes_no_more_and_waits_as_long_as_it_may() -> None:
    async with serving() as media:
        call = media.holds(HERE)
        draining = asyncio.create_task(media.server.drain(30))
        await until(lambda: call.told, 5)
        assert ([Drain()], False, False) == (
            call.told,
            media.server.is_ready,
            media.server._told().accepts,
        )
        assert 503 == await media.status_of("/stream/twilio/media-7/token")
        assert not draining.done()
        call.handle(HangUp())
        await asyncio.wait_for(draining, 5)
        call = media.holds(HERE)
        await media.server.drain(0.01)
        assert [Drain()] == call.told
    assert [Drain(), HangUp()] == call.told, "at the end every call is hung up"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stream/twilio/media-7/unknown", 403),
        ("/stream/twilio/media-1/unknown", 404),
        ("/stream/nobody/media-7/unknown", 404),
        ("/stats", 404),
        ("/", 404),
    ],
)
async def test_who_has_no_business_here_is_told_so(path: str, status: int) -> None:
    async with serving() as media:
        assert status == await media.status_of(path)


async def test_a_stream_that_cannot_be_opened_now_may_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its token is good all the same."""
    async with serving() as media:
        media.records.is_away = True
        media.records.plans["good"] = plan()
        assert 503 == await media.status_of("/stream/twilio/media-7/good")
        assert "good" in media.records.plans

        async def broken(*_: Any, **__: Any) -> None:
            raise ConnectionError

        monkeypatch.setattr(type(media.server._tools.doors), "opener", broken)
        assert 503 == await media.status_of("/stream/twilio/media-7/good")


@pytest.mark.parametrize("step", ["open_stream", "opener"])
async def test_a_door_that_hangs_is_not_waited_for(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has answered, and hears nothing."""
    monkeypatch.setattr("media.server._OPEN_SECONDS", 0.05)

    async def hangs(*_: Any, **__: Any) -> None:
        await asyncio.Event().wait()

    async with serving() as media:
        owner = Records if step == "open_stream" else type(media.server._tools.doors)
        monkeypatch.setattr(owner, step, hangs)
        assert 503 == await asyncio.wait_for(media.status_of("/stream/twilio/media-7/good"), 10)


def test_the_last_five_thousand_conversations_that_ended_here_are_known() -> None:
    lately, attempts = RecentConversations(), [AttemptId(f"call_{number}-1") for number in range(5_001)]
    for attempt in attempts:
        lately.add(attempt)
    assert [False, True, True] == [attempt in lately for attempt in (attempts[0], attempts[1], attempts[-1])]
