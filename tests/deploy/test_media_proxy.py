"""The shipped configuration of a stock reverse proxy: one address, and each stream reaches the process its path names.

Skipped where no nginx could be had: `make test` obtains one where it can.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from domain.conversations import EndReason
from local.errors import PartMissing
from local.nginx import ways_to_find_nginx
from local.ports import free_port, is_free
from local.temporal_programs import first_that_works
from media.recording.recordings import Recordings
from media.server import MediaAddress, MediaServer
from providers.recordings.archive import RecordingArchive
from simulators.phone_network.twilio.webhooks import signature_of
from simulators.serving import serve_world
from simulators.settings import Credentials, WorldSettings
from tests.media.house import CONTROL_KEY, House, MemoryRecords, tools_towards, until
from tests.media.plans import short_plan
from tests.providers.recordings import KEYS, MemoryStorage

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy" / "media_proxy" / "nginx.conf"


def _nginx() -> Path | None:
    """What is there already: a test fetches nothing."""
    with suppress(PartMissing):
        return first_that_works("nginx", ways_to_find_nginx(), mend="make test")
    return None


NGINX = _nginx()
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx could not be had")


@pytest_asyncio.fixture(scope="module")
async def houses(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[House]]:
    """Two media processes behind the one address."""
    proxy, ports = free_port(), (free_port(), free_port())
    records, archive = MemoryRecords(), RecordingArchive(MemoryStorage(), KEYS)
    recordings = Recordings(archive, lambda: datetime.now(UTC))
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(serve_world(WorldSettings()))
        http = await stack.enter_async_context(httpx.AsyncClient(timeout=20, trust_env=False))
        tools = tools_towards(world.base_url, records, recordings)
        opened = []
        for number, port in enumerate(ports, start=1):
            address = MediaAddress(
                f"media-{number}",
                CONTROL_KEY,
                public_url=f"ws://127.0.0.1:{proxy}",
                port=port,
            )
            media = await stack.enter_async_context(MediaServer(tools, address).serving())
            opened.append(House(world, media, records, http, recordings, archive))
        async with nginx(tmp_path_factory.mktemp("nginx"), proxy, ports):
            yield opened
        await tools.model.close()
        await tools.synthesiser.close()
        await asyncio.to_thread(recordings.close)


@asynccontextmanager
async def nginx(folder: Path, port: int, processes: tuple[int, int]) -> AsyncIterator[None]:
    """The shipped file, with this test's ports and folders."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    for shipped, ours in (("8443", port), ("8001", processes[0]), ("8011", processes[1])):
        assert f"127.0.0.1:{shipped};" in text
        text = text.replace(f"127.0.0.1:{shipped};", f"127.0.0.1:{ours};")
    # Debian's nginx keeps these where only its package makes folders.
    temporary = "".join(f"{kind}_temp_path {kind};" for kind in _TEMPORARY)
    text = text.replace("http {", f"http {{ {temporary}", 1)
    file = folder / "nginx.conf"
    file.write_text(text, encoding="utf-8")
    assert NGINX is not None
    command = (NGINX, "-p", str(folder), "-c", str(file), "-g", "daemon off;")
    process = await asyncio.create_subprocess_exec(*command)
    try:
        await until(lambda: not is_free(port), 10)
        yield
    finally:
        process.terminate()
        await process.wait()


async def test_each_call_reaches_the_process_that_its_path_names(houses: list[House]) -> None:
    """Requirements 135 and 207."""
    for number, house in enumerate(houses, start=1):
        survey = short_plan(f"call_proxied_{number}-1")
        assert (await house.prepare(survey)).status_code == 200
        call = await house.dial("cooperative", survey, number=f"+1415555010{number}")
        assert EndReason.FINISHED is (await house.report_of(survey)).end_reason
        assert not call.violations
        assert number == sum(one.media.stats()["conversations"] == 1 for one in houses)


async def test_a_path_of_no_process_is_not_found(houses: list[House]) -> None:
    """Requirement 207."""
    address = houses[0].media.stream_url("twilio").replace("media-1", "media-9")
    with pytest.raises(InvalidStatus) as refused:
        async with connect(f"{address}token"):
            pass
    assert 404 == refused.value.response.status_code


@pytest.mark.parametrize("path", ["stream/twilio", "stream/exotel", "stream", "exotel"])
async def test_an_address_of_this_version_and_of_the_one_before_reach_the_process(
    houses: list[House], path: str
) -> None:
    """It is the process that refuses the token, after the proxy."""
    address = houses[1].media.stream_url("twilio").replace("stream/twilio", path)
    signature = signature_of(Credentials().twilio_auth_token, f"{address}token")
    with pytest.raises(InvalidStatus) as refused:
        async with connect(f"{address}token", additional_headers={"X-Twilio-Signature": signature}):
            pass
    assert 403 == refused.value.response.status_code
