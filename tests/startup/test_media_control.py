"""How the control address of a media process is asked, and what becomes of its answers."""

import base64
import json
import os
from typing import Any

import httpx
import pytest

from database.media_processes import Beat, MediaPlace, beat
from database.sealing import KeyRing
from database.session import Database
from domain.conversations import RecogniserName
from domain.identifiers import AttemptId
from providers.errors import ProviderThrottled
from startup import media_control
from startup.media_control import MediaProcesses, MediaStage, control_client, control_key
from startup.secrets import UnfitSecret
from startup.settings import Settings
from tests.media.plans import plan


def stage(status: int) -> MediaStage:
    """The stage before a media process that answers so."""
    answers = httpx.MockTransport(lambda _: httpx.Response(status))
    return MediaStage(httpx.AsyncClient(transport=answers))


async def test_a_full_vendor_is_told_apart_from_a_media_process_that_fails() -> None:
    """Requirement 21: a dial waits for the one and goes on without the other."""
    await stage(200).prepare("http://media", plan())
    with pytest.raises(ProviderThrottled):
        await stage(429).prepare("http://media", plan())
    for status in (401, 404, 503):
        with pytest.raises(OSError, match=str(status)):
            await stage(status).prepare("http://media", plan())


async def test_a_media_process_of_the_version_before_is_told_who_is_to_listen() -> None:
    """It prepares the recogniser while it rings, and reads the rest of the plan from the rows."""
    sent: list[dict[str, Any]] = []

    def take(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(200)

    client = httpx.AsyncClient(transport=httpx.MockTransport(take))
    await MediaStage(client).prepare("http://media", plan(recogniser=RecogniserName.NOVA))
    assert ["nova", "nova"] == [sent[0]["ears"], sent[0]["recogniser"]]


async def test_a_process_is_asked_where_it_was_for_half_a_minute_and_no_longer(
    database: Database, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that is answered must not wait for the database; a process that moved is found again."""
    name = f"media-{os.urandom(6).hex()}"
    before, moved = (MediaPlace(name, "ws://media", f"http://{where}") for where in ("here", "there"))
    processes = MediaProcesses(database, httpx.AsyncClient())
    for place in (before, moved):
        async with database.transaction() as session:
            await beat(session, Beat(place, 0, 0, 0.0, accepts=True), (), key_ring, age_seconds=0)
        assert before == await processes.place(name)
    assert 30 == media_control._REMEMBERED_SECONDS
    monkeypatch.setattr(media_control, "_REMEMBERED_SECONDS", 0.0)
    assert moved == await processes.place(name)


def test_the_control_key_follows_from_the_signing_key_and_from_none_without() -> None:
    keys = [control_key(Settings(signing_key=base64.b64encode(os.urandom(32)).decode())) for _ in range(2)]
    assert keys[0] != keys[1]
    known = control_key(Settings(signing_key=base64.b64encode(bytes(range(32))).decode()))
    assert "1c2e157d5c0078f8f6d5c9f9d1933ef5d9a06768a9d8ae87cd44b3b7d2804a04" == known, (
        "processes of two versions agree, and it is no other key that is made from the same"
    )
    with pytest.raises(UnfitSecret):
        control_key(Settings(signing_key=""))


async def test_every_control_address_is_asked_with_the_key_and_within_seconds() -> None:
    """Directly: a proxy of the environment would be given the key."""
    settings = Settings(signing_key=base64.b64encode(os.urandom(32)).decode())
    async with control_client(settings) as client:
        assert f"Bearer {control_key(settings)}" == client.headers["Authorization"]
        assert (False, httpx.Timeout(3.0)) == (client.trust_env, client.timeout)


async def test_a_stage_is_asked_for_its_attempt_and_one_that_is_gone_is_no_crash() -> None:
    asked: list[str] = []

    def take(request: httpx.Request) -> httpx.Response:
        asked.append(f"{request.method} {request.url}")
        raise httpx.ConnectError("gone")

    gone = MediaStage(httpx.AsyncClient(transport=httpx.MockTransport(take)))
    with pytest.raises(OSError, match="ConnectError"):
        await gone.prepare("http://media", plan())
    with pytest.raises(OSError, match="ConnectError"):
        await gone.release("http://media", AttemptId("call_1-1"))
    assert ["POST http://media/prepare", "POST http://media/release/call_1-1"] == asked


async def test_a_process_that_was_not_there_is_looked_for_and_all_are_read_anew(
    database: Database, key_ring: KeyRing
) -> None:
    name = f"media-{os.urandom(6).hex()}"
    place = MediaPlace(name, "ws://media", "http://here")
    processes = MediaProcesses(database, httpx.AsyncClient())
    assert await processes.place(name) is None
    assert name not in await processes.places()
    async with database.transaction() as session:
        await beat(session, Beat(place, 0, 0, 0.0, accepts=True), (), key_ring, age_seconds=0)
    assert place == await processes.place(name)
    assert place == (await processes.places())[name]
    later = MediaPlace(f"{name}-later", "ws://media", "http://there")
    async with database.transaction() as session:
        await beat(session, Beat(later, 0, 0, 0.0, accepts=True), (), key_ring, age_seconds=0)
    assert later == (await processes.places())[later.process]


async def test_a_process_is_asked_at_its_control_address_within_the_limit_given(database: Database) -> None:
    asked: list[tuple[str, str, Any]] = []

    def take(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, str(request.url), request.extensions["timeout"]["read"]))
        return httpx.Response(200)

    processes = MediaProcesses(database, httpx.AsyncClient(transport=httpx.MockTransport(take)))
    await processes.ask(MediaPlace("m", "ws://m", "http://here"), "GET", "/health", limit_seconds=0.5)
    assert [("GET", "http://here/health", 0.5)] == asked
