"""The media process's entrance: what it prepares before it serves, what it serves with, and what it closes."""

from base64 import b64encode
from types import SimpleNamespace
from typing import Any, cast

import pytest

import media.__main__ as entrance
from startup.media_records import CallRecords
from startup.settings import Settings
from startup.stream_openers import StreamDoors

KEY = b64encode(bytes(32)).decode()


def settings(**changes: Any) -> Settings:
    """Of a process whose database nobody reaches."""
    nowhere = "postgresql+asyncpg://nobody@127.0.0.1:9/nothing"
    return Settings(database_url=nowhere, key_ring=f"1:{KEY}", lookup_key=KEY, signing_key=KEY, **changes)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the entrance did, in order, with everything around it away."""
    done: list[Any] = []

    async def connect(settings: Settings, key_ring: object) -> Any:
        return SimpleNamespace()

    async def run(tools: Any, address: Any) -> None:
        done.append(("run", tools, address))

    async def closed(self: Any) -> None:
        done.append(("closed", type(self).__name__))

    monkeypatch.setattr("media.__main__.connect", connect)
    monkeypatch.setattr("media.__main__.run", run)
    monkeypatch.setattr("media.__main__.Connections.aclose", closed)
    monkeypatch.setattr("media.__main__.Database.close", closed)
    monkeypatch.setattr("media.__main__.tools_of", lambda *parts: SimpleNamespace(parts=parts))
    monkeypatch.setattr("media.__main__.log", SimpleNamespace(warning=lambda event, **_: done.append(event)))
    return done


async def test_it_serves_with_the_record_of_its_own_name_and_closes_what_it_opened(told: list[Any]) -> None:
    await entrance.serve(settings(media_process="media-9"))
    (_, tools, address), *closed = told
    _, _, _, records, _, doors = tools.parts
    assert isinstance(records, CallRecords)
    assert isinstance(doors, StreamDoors)
    assert ("media-9", "media-9") == (address.process, records._process)
    assert cast("Any", doors._named).__name__ == "telephony_named", (
        "an account's own credentials open streams"
    )
    assert [("closed", "Connections"), ("closed", "Database")] == closed


@pytest.mark.parametrize(("trouble", "is_told"), [("no such voice", True), (None, False)])
async def test_a_voice_that_is_absent_and_settings_that_end_are_told(
    told: list[Any], trouble: str | None, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def of_the_voice() -> str | None:
        return trouble

    monkeypatch.setattr("media.__main__.voices", lambda _: SimpleNamespace(trouble=of_the_voice))
    monkeypatch.setattr("media.__main__.ending_settings", lambda *_: {"A": "ends"} if is_told else {})
    await entrance.serve(settings())
    assert (["setting.ends", "voice.absent"] if is_told else []) == [
        event for event in told if isinstance(event, str)
    ]


def test_what_takes_seconds_is_ready_before_anybody_is_served(
    told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    fit = SimpleNamespace(log_level="warning")
    monkeypatch.setattr("media.__main__.fit_settings", lambda: fit)
    monkeypatch.setattr("media.__main__.configure_logs", lambda *how: told.append(("logs", *how)))
    monkeypatch.setattr("media.__main__.readiness.get_ready", lambda: told.append("words"))
    monkeypatch.setattr("media.__main__.serve", lambda given: ("served", given))
    monkeypatch.setattr("media.__main__.uvloop.run", told.append)
    entrance.main()
    assert [("logs", "warning", "media"), "words", ("served", fit)] == told
