"""Every address of every simulated vendor: nobody is served without a key, nor with a wrong one or another vendor's."""

import base64
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from starlette.routing import BaseRoute, Route
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from simulators.app import build_app
from simulators.control import ControlInterface
from simulators.serving import ServedWorld, serve_world
from simulators.settings import WorldSettings
from simulators.world import World

# The world's own addresses, for whoever runs it, need none.
OPEN = {route.path for route in ControlInterface(World(WorldSettings())).routes() if isinstance(route, Route)}
KEYS = WorldSettings().credentials
VERSION = {"anthropic-version": "2023-06-01"}
STRANGERS: dict[str, dict[str, str]] = {
    "nobody": {},
    "a guess": {"authorization": "Bearer guess", "xi-api-key": "guess", "x-api-key": "guess"},
    "a guess at Deepgram": {"authorization": "Token guess"},
    "a guess at Twilio": {"authorization": f"Basic {base64.b64encode(b'AC1:guess').decode()}"},
}
OWNERS: dict[str, dict[str, str]] = {
    "/v1/listen": {"authorization": f"Token {KEYS.deepgram_api_key}"},
    "/v2/listen": {"authorization": f"Token {KEYS.deepgram_api_key}"},
    "/v1/speak": {"authorization": f"Token {KEYS.deepgram_api_key}"},
    "/v1/voices": {"xi-api-key": KEYS.elevenlabs_api_key},
    "/v1/text-to-speech": {"xi-api-key": KEYS.elevenlabs_api_key},
    "/v1/messages": {"x-api-key": KEYS.anthropic_api_key},
    "/v1/chat": {"authorization": f"Bearer {KEYS.openai_api_key}"},
    "/v1/realtime": {"authorization": f"Bearer {KEYS.openai_api_key}"},
    "/crm": {"authorization": f"Bearer {KEYS.hubspot_token}"},
}


def _routes() -> Iterator[BaseRoute]:
    app: Any = build_app(World(WorldSettings()))
    yield from app._app.routes


def _address(path: str) -> str:
    return re.sub(r"{\w+(:\w+)?}", "x", path.replace("{account}", KEYS.twilio_account_sid))


ASKED = sorted(
    {
        (method, _address(route.path))
        for route in _routes()
        if isinstance(route, Route) and route.path not in OPEN
        for method in route.methods or ()
    }
)
# Takes the key in its first message as well, and so opens first; test_speech_synthesis.py has it closed again.
ASKS_LATER = "/v1/text-to-speech/x/stream-input"
SOCKETS = sorted(
    {_address(route.path) for route in _routes() if not isinstance(route, Route) and hasattr(route, "path")}
    - {ASKS_LATER}
)


@pytest_asyncio.fixture(scope="module")
async def served() -> AsyncIterator[ServedWorld]:
    """One world for all of them."""
    async with serve_world(WorldSettings()) as world:
        yield world


def test_all_of_them_are_found() -> None:
    assert (len(ASKED) > 30, len(SOCKETS)) == (True, 3)


@pytest.mark.parametrize("stranger", STRANGERS)
async def test_no_address_serves_who_has_no_right_key(served: ServedWorld, stranger: str) -> None:
    async with httpx.AsyncClient(base_url=served.base_url) as client:
        answered = {
            (method, path): (
                await client.request(method, path, headers=STRANGERS[stranger] | VERSION, json={})
            ).status_code
            for method, path in ASKED
        }
    assert {} == {asked: status for asked, status in answered.items() if status not in (401, 403)}


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("path", SOCKETS)
async def test_no_socket_opens_to_who_has_no_right_key(served: ServedWorld, path: str, stranger: str) -> None:
    url = served.base_url.replace("http", "ws", 1) + path
    with pytest.raises(InvalidStatus) as refused:
        async with connect(url, additional_headers=STRANGERS[stranger], proxy=None):
            pass
    assert refused.value.response.status_code in (401, 403)


@pytest.mark.parametrize("owner", OWNERS)
async def test_no_vendor_takes_anothers_key(served: ServedWorld, owner: str) -> None:
    theirs = [(method, path) for method, path in ASKED if not path.startswith(tuple(_of(OWNERS[owner])))]
    async with httpx.AsyncClient(base_url=served.base_url) as client:
        answered = {
            (method, path): (
                await client.request(method, path, headers=OWNERS[owner] | VERSION, json={})
            ).status_code
            for method, path in theirs
            if not path.startswith("/v1/models")  # each vendor's own, told apart by its header
        }
    assert {} == {asked: status for asked, status in answered.items() if status not in (401, 403)}


def _of(key: dict[str, str]) -> Iterator[str]:
    """The addresses that this key opens."""
    yield from (path for path, each in OWNERS.items() if each == key)
