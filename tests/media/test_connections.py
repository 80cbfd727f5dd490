"""Connections to the model's vendor: opened while it rings, then kept for every reply of every call."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from domain.conversations import ConversationPlan
from domain.transcripts import Speaker, Turn
from media.engine.events import Event, ModelDone
from media.live.model_replies import ReplyWriter
from media.live.phrase_cache import Phrases
from media.live.prewarming import Preparation
from media.metrics import Figures
from media.recording.recordings import Recordings
from media.vendor_health import Health
from providers.language_models.openai import OpenAIModel, OpenAISettings
from providers.recordings.archive import RecordingArchive
from simulators.serving import serve_world
from simulators.settings import Credentials, WorldSettings
from tests.media.house import MemoryRecords, tools_towards, until
from tests.media.plans import plan
from tests.providers.recordings import KEYS, MemoryStorage


@dataclass
class Door:
    """A way to the vendor that counts who comes through."""

    url: str = ""
    connections: int = 0


@asynccontextmanager
async def door_to(address: str) -> AsyncIterator[Door]:
    """Passes bytes on in both directions."""
    vendor, door = urlsplit(address), Door()
    passing: set[asyncio.Task[None]] = set()

    async def enter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        door.connections += 1
        there, back = await asyncio.open_connection(vendor.hostname, vendor.port)
        passing.update(asyncio.create_task(_pass(*pair)) for pair in ((reader, back), (there, writer)))

    server = await asyncio.start_server(enter, "127.0.0.1", 0)
    door.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield door
    server.close()
    for task in passing:
        task.cancel()
    await asyncio.gather(*passing, return_exceptions=True)


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await reader.read(65_536):
            writer.write(piece)
    writer.close()


async def _replies(chosen: ConversationPlan, model: OpenAIModel, figures: Figures) -> None:
    """A call that asks its model twice."""
    happened: list[Event] = []
    mind = ReplyWriter(chosen, model, happened.append, figures, lambda _note: None)
    async with asyncio.TaskGroup() as group:
        for reply in (1, 2):
            mind.ask(group, reply, (Turn(Speaker.PERSON, "Who is this?", 0, 900),), ())
            await until(lambda reply=reply: ModelDone(reply) in happened, 10)  # type: ignore[misc]


async def test_the_connection_opened_while_ringing_serves_every_reply() -> None:
    """Requirement 21: one client for each process, kept alive and primed; no turn pays for a handshake."""
    recordings = Recordings(RecordingArchive(MemoryStorage(), KEYS), lambda: datetime.now(UTC))
    figures = Figures(Health(lambda: datetime.now(UTC)))
    async with (
        serve_world(WorldSettings()) as world,
        door_to(world.base_url) as door,
        asyncio.TaskGroup() as group,
    ):
        model = OpenAIModel(OpenAISettings(Credentials().openai_api_key, f"{door.url}/v1"))
        tools = replace(tools_towards(world.base_url, MemoryRecords(), recordings), model=model)
        preparation = Preparation(tools, Phrases(tools.synthesiser), group, figures.health)
        for number in range(3):
            chosen = plan(f"call_kept-{number}")
            ready = await preparation.prepare(chosen)
            assert ready.rest is not None
            await ready.rest
            assert 1 == door.connections
            await _replies(chosen, model, figures)
        assert 1 == door.connections
        await preparation.release_all()
        await model.close()
        await tools.synthesiser.close()
    assert 6 == figures.health.model("gpt").requests
    recordings.close()
