"""The API process's entrance: what it serves with and where, whose key it admits, and what it closes."""

import asyncio
import signal
from base64 import b64encode
from collections.abc import Iterator
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse

import api.__main__ as entrance
from api.tools import ApiTools
from startup.settings import Settings

SEALING, LOOKUP, SIGNING = (b64encode(bytes([which]) * 32).decode() for which in (1, 2, 3))


def settings(**changes: Any) -> Settings:
    """Of a process whose database nobody reaches."""
    return Settings(
        database_url="postgresql+asyncpg://nobody@127.0.0.1:9/nothing",
        key_ring=f"1:{SEALING}",
        lookup_key=LOOKUP,
        signing_key=SIGNING,
        **changes,
    )


@pytest.fixture(autouse=True)
def own_signals() -> Iterator[None]:
    """The tests' process takes them again."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the entrance did, in order, with everything around it away."""
    done: list[Any] = []

    class Server:
        def __init__(self, config: Any) -> None:
            self._config = config

        async def serve(self) -> None:
            done.append(self._config)

    async def connect(settings: Settings, key_ring: object) -> Any:
        return SimpleNamespace()

    async def closed(self: Any) -> None:
        done.append(f"closed {type(self).__name__}")

    monkeypatch.setattr("api.__main__.connect", connect)
    monkeypatch.setattr("api.__main__.kept_up", lambda *_: nullcontext())
    monkeypatch.setattr("api.__main__.uvicorn.Server", Server)
    monkeypatch.setattr("api.__main__.build_app", lambda tools: tools)
    monkeypatch.setattr("api.__main__.recording_archive", lambda settings, ring: ("archive", ring))
    monkeypatch.setattr("api.__main__.Connections.aclose", closed)
    monkeypatch.setattr("api.__main__.Database.close", closed)
    return done


async def test_it_serves_where_the_settings_say_and_closes_what_it_opened(told: list[Any]) -> None:
    here = settings(host="127.0.0.2", api_port=9000)
    await entrance.serve(here)
    config, *closed = told
    assert ("127.0.0.2", 9000, 10) == (config.host, config.port, config.timeout_graceful_shutdown)
    assert isinstance(config.app.app, ApiTools)
    tools: Any = config.app.app
    assert (here, ("archive", tools.key_ring)) == (tools.settings, tools.recordings)
    assert ["closed Connections", "closed Database"] == closed


@pytest.mark.parametrize(
    ("public_url", "remembered"), [("https://a.example", True), ("http://a.example", False)]
)
async def test_pages_and_tls_are_as_the_settings_say(
    public_url: str, remembered: bool, told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.__main__.build_app", lambda tools: PlainTextResponse("here"))
    await entrance.serve(settings(public_url=public_url, cors_origins="https://a.example,https://b.example"))
    transport = httpx.ASGITransport(app=told[0].app)
    async with httpx.AsyncClient(transport=transport, base_url=public_url) as client:
        for origin in ("https://a.example", "https://b.example", "https://c.example"):
            answer = await client.get("/", headers={"Origin": origin})
            assert remembered == ("strict-transport-security" in answer.headers)
            allowed = None if "c." in origin else origin
            assert allowed == answer.headers.get("access-control-allow-origin")


async def test_what_is_sealed_and_looked_up_and_signed_is_so_by_its_own_key(told: list[Any]) -> None:
    await entrance.serve(settings())
    tools = told[0].app.app
    assert (bytes([1]) * 32, bytes([2]) * 32) == (tools.key_ring.key(1), tools.key_ring._lookup_key)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_whoever_ends_it_ends_it_in_order(told: list[Any], number: signal.Signals) -> None:
    """The server raises the signal again once it has ended: what is behind it must be closed all the same."""
    await entrance.serve(settings())
    signal.raise_signal(number)
    assert "closed Database" == told[-1]


def away_for(
    turns: int, monkeypatch: pytest.MonkeyPatch, *, waited_seconds: float = 1_000
) -> tuple[list[str], list[tuple[str, ...]]]:
    """The accounts asked for of a database that is away for so many turns, and the keys that it took."""
    monkeypatch.setattr("api.__main__._LOCAL_KEY_SECONDS", waited_seconds)
    asked, admitted = list[str](), list[tuple[str, ...]]()

    async def open_account(_: object, name: str) -> str:
        asked.append(name)
        if len(asked) <= turns:
            raise OSError("refused")
        return "acc_1"

    async def ensure_key(_: object, *key: str) -> None:
        admitted.append(key)

    monkeypatch.setattr("api.__main__._ADMIT_AGAIN_SECONDS", 0.001)
    monkeypatch.setattr("api.__main__.open_account", open_account)
    monkeypatch.setattr("api.__main__.ensure_key", ensure_key)
    monkeypatch.setattr("api.__main__.Database.transaction", lambda _: nullcontext(object()))
    return asked, admitted


@pytest.mark.parametrize("turns", [0, 3])
async def test_the_systems_own_key_is_admitted_before_anybody_is_served(
    told: list[Any], turns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for the API uses the key at once."""
    asked, admitted = away_for(turns, monkeypatch)
    async with asyncio.timeout(10):
        await entrance.serve(settings(api_key="ok_the_systems_own"))
    assert (["local"] * (turns + 1), [("acc_1", "local", "ok_the_systems_own")]) == (asked, admitted)


async def test_a_database_that_stays_away_holds_nobody_up(
    told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, admitted = away_for(1_000_000, monkeypatch, waited_seconds=0.02)
    async with asyncio.timeout(10):
        await entrance.serve(settings(api_key="ok_the_systems_own"))
    assert (True, []) == (bool(asked), admitted)
    assert ["closed Connections", "closed Database"] == told[1:]


async def test_without_a_key_nothing_is_asked(told: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    asked, _ = away_for(0, monkeypatch)
    async with asyncio.timeout(10):
        await entrance.serve(settings())
    assert [] == asked


def test_it_serves_by_fit_settings_and_logs_as_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    done = list[Any]()
    fit = SimpleNamespace(log_level="warning")
    monkeypatch.setattr("api.__main__.fit_settings", lambda: fit)
    monkeypatch.setattr("api.__main__.configure_logs", lambda *how: done.append(("logs", *how)))
    monkeypatch.setattr("api.__main__.serve", lambda given: ("served", given))
    monkeypatch.setattr("api.__main__.asyncio.run", done.append)
    entrance.main()
    assert [("logs", "warning", "api"), ("served", fit)] == done
