"""The simulated Exotel's media socket: what it sends, plays and refuses; checked at a real socket."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.server import ServerConnection, serve

from simulators.phone_network.call import Call, CallStatus
from simulators.phone_network.exotel.call import ExotelCalls
from simulators.phone_network.exotel.playout import ChunkSpeaker
from simulators.phone_network.exotel.stream import BadStreamAddress, parameters_of
from simulators.serving import ServedWorld
from simulators.words import mulaw
from simulators.words.voice import Voice
from tests.simulators.conftest import THEIRS, listener
from tests.simulators.customer import until

CHUNK = b"\x00\x10" * 1_600


class Bot:
    """The customer's end of one Exotel stream."""

    def __init__(self, connection: ServerConnection) -> None:
        self.connection = connection
        self.authorization = connection.request.headers.get("Authorization") if connection.request else None
        self.messages: list[dict[str, Any]] = []
        self._sent = 0

    async def next(self, event: str) -> dict[str, Any]:
        """The next message of this kind; those before it are kept as well."""
        async with asyncio.timeout(10):
            while True:
                message = json.loads(await self.connection.recv())
                self.messages.append(message)
                if message["event"] == event:
                    return dict(message)

    async def send(self, event: str, body: dict[str, Any] | None = None, **fields: Any) -> None:
        self._sent += 1
        message = {
            "event": event,
            "sequence_number": self._sent,
            "stream_sid": self.messages[1]["stream_sid"],
        }
        message |= {event: body} if body else {}
        await self.connection.send(json.dumps(message | fields))

    async def play(self, samples: bytes) -> None:
        payload = base64.b64encode(samples).decode()
        await self.send("media", {"chunk": 1, "timestamp": "0", "payload": payload})


Agent = Callable[[Bot], Awaitable[None]]


@asynccontextmanager
async def serve_bot(agent: Agent, bots: list[Bot]) -> AsyncIterator[int]:
    """A customer's server whose bot does this; answers its port."""

    async def converse(connection: ServerConnection) -> None:
        bots.append(Bot(connection))
        await bots[-1].next("start")
        await agent(bots[-1])

    async with serve(converse, "127.0.0.1", 0) as server:
        yield next(iter(server.sockets)).getsockname()[1]


async def talk(world: ServedWorld, agent: Agent, query: str = "") -> tuple[Call, Bot]:
    """A call from pickup to end."""
    bots: list[Bot] = []
    calls = ExotelCalls(world.cast, world.ledger, world.world.network.ticker, world.world.tasks, world.faults)
    async with serve_bot(agent, bots) as port:
        call = calls.connect(THEIRS, f"ws://user:s%40cret@127.0.0.1:{port}/media{query}")
        await until(lambda: call.is_over)
    return call, bots[0]


async def test_a_stream_begins_as_exotels_pages_write_it(world: ServedWorld) -> None:
    async def agent(bot: Bot) -> None:
        await bot.next("media")

    call, bot = await talk(world, agent, "?sample-rate=8000&lead=7")
    connected, start, media = bot.messages[:3]
    assert {"event": "connected"} == connected
    assert {"lead": "7"} == start["start"]["custom_parameters"]
    assert (call.sid, THEIRS) == (start["start"]["call_sid"], start["start"]["from"])
    assert {"encoding": "audio/x-raw", "sample_rate": "8000", "bit_rate": "16"} == start["start"][
        "media_format"
    ]
    assert 1_600 == len(base64.b64decode(media["media"]["payload"]))
    assert "Basic " + base64.b64encode(b"user:s@cret").decode() == bot.authorization
    assert (CallStatus.COMPLETED, "document", []) == (call.status, call.ended_by, call.violations)


async def test_a_mark_comes_back_when_the_chunk_before_it_was_played(world: ServedWorld) -> None:
    async def agent(bot: Bot) -> None:
        await bot.play(CHUNK)
        await bot.send("mark", {"name": "end"})
        assert {"name": "end"} == (await bot.next("mark"))["mark"]

    call, bot = await talk(world, agent)
    assert ["end"] == call.marks_returned
    assert 200 == call.heard_ms
    assert 1 <= sum(message["event"] == "media" for message in bot.messages)


async def test_a_clear_returns_every_mark_and_spares_the_chunk_that_plays(world: ServedWorld) -> None:
    async def agent(bot: Bot) -> None:
        for name in ("first", "second", "third"):
            await bot.play(CHUNK)
            await bot.send("mark", {"name": name})
        await bot.next("media")
        await bot.send("clear")
        await bot.send("mark", {"name": "after"})
        while (await bot.next("mark"))["mark"]["name"] != "after":
            continue

    call, _ = await talk(world, agent)
    assert ["first", "second", "third", "after"] == call.marks_returned
    assert (1, True) == (call.clears, 200 <= call.heard_ms < 600)


@pytest.mark.parametrize(
    ("size", "code"), [(3_200 - 320, 3_200), (3_300, 320), (100_160, 100_000), (3_200, None), (99_840, None)]
)
async def test_a_chunk_of_a_wrong_size_is_a_violation(
    world: ServedWorld, size: int, code: int | None
) -> None:
    async def agent(bot: Bot) -> None:
        await bot.play(b"\x00" * size)
        await bot.send("clear")
        await bot.send("mark", {"name": "end"})
        await bot.next("mark")

    call, _ = await talk(world, agent)
    assert ([] if code is None else [code]) == [violation.code for violation in call.violations]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (b"binary", 1003),
        ("no JSON", 1007),
        ('{"event":"dance","stream_sid":"S"}', 1007),
        ('{"event":"media","stream_sid":"S","media":{"payload":""}}', 1007),
        ('{"event":"clear","stream_sid":"S"}', 1008),
    ],
)
async def test_misuse_is_a_violation(world: ServedWorld, message: bytes | str, code: int) -> None:
    async def agent(bot: Bot) -> None:
        await bot.connection.send(message)
        await bot.send("mark", {"name": "end"})
        await bot.next("mark")

    call, _ = await talk(world, agent)
    assert [code] == [violation.code for violation in call.violations]


async def test_the_person_understands_what_was_played_and_presses_a_key(world: ServedWorld) -> None:
    async def agent(bot: Bot) -> None:
        samples = mulaw.decode(Voice().say("Press one to agree.").mulaw).astype("<i2").tobytes()
        await bot.play(samples + b"\x00" * (-len(samples) % 320))
        assert {"digit": "1", "duration": "100"} == (await bot.next("dtmf"))["dtmf"]

    world.cast.assign(THEIRS, listener(replies=[{"when": "press one", "press": "1"}]))
    call, _ = await talk(world, agent)
    assert "Press one to agree." == " ".join(word.text for word in call.heard)
    assert (["1"], []) == (call.dtmf, call.violations)


async def test_a_person_who_hangs_up_ends_the_stream_with_a_stop(world: ServedWorld) -> None:
    async def agent(bot: Bot) -> None:
        assert "callended" == (await bot.next("stop"))["stop"]["reason"]

    world.cast.assign(THEIRS, listener(patience_s=0.5))
    call, _ = await talk(world, agent)
    assert ("person", CallStatus.COMPLETED) == (call.ended_by, call.status)


@pytest.mark.parametrize(
    "url",
    [
        "https://media.example/x",
        "wss://media.example/x?sample-rate=16000",
        "wss://media.example/x?a=1&b=2&c=3&d=4",
        "wss://media.example/x?a=" + "1" * 300,
    ],
)
def test_some_addresses_are_not_connected(url: str) -> None:
    with pytest.raises(BadStreamAddress):
        parameters_of(url)


@given(st.integers(1, 6), st.integers(0, 60))
def test_a_clear_leaves_at_most_the_rest_of_one_chunk(chunks: int, played: int) -> None:
    speaker = ChunkSpeaker()
    for number in range(chunks):
        speaker.accept(b"\x01" * 1_600)
        speaker.mark(str(number))
    for _ in range(played):
        speaker.play()
    left_of_chunk = -speaker.played_bytes % 1_600
    speaker.clear()
    assert (left_of_chunk if played else 0) == speaker.waiting_ms * 8
    speaker.accept(b"\x02" * 1_600)
    assert speaker.received_bytes == speaker.played_bytes + speaker.cleared_bytes + speaker.waiting_ms * 8
    speaker.clear()
    assert (left_of_chunk if played else 0) == speaker.waiting_ms * 8
