"""What the doctor asks of the machine and of a running system, part by part."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Mapping
from inspect import iscoroutinefunction
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
import pytest_asyncio

from local import doctor
from local.doctor import Finding
from local.errors import PartMissing
from local.ports import free_port, owner_of
from local.running_note import RunningSystem
from local.toolchains import NotHad

KEY = "ok_the_systems_own"
WELL: Mapping[str, Any] = {
    "/readyz": {},
    "/api/media": {"media-1": {"health": {}}},
    "/api/provider-limits": [],
    "/api/provider-limits/failing": [],
    "/api/agents": {"data": [{"name": "Maya", "warnings": ["Its voice will be ended."]}]},
}


class Api:
    """Answers GETs as an API does that was given this key; away: addresses that answer 503."""

    def __init__(self) -> None:
        self.away: set[str] = set()
        self.asked: list[str] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, or several on the same connection."""
        while head := await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b"":
            target = head.split()[1].decode()
            path = target.partition("?")[0]
            self.asked.append(target)
            is_let_in = path == "/readyz" or f"Bearer {KEY}".encode() in head
            status = "503 Away" if path in self.away else "200 OK" if is_let_in else "401 No"
            body = json.dumps(WELL[path]).encode()
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            await writer.drain()
            if b"Connection: close" in head:
                break
        writer.close()


@pytest.fixture
def api() -> Api:
    return Api()


@pytest_asyncio.fixture
async def running(api: Api) -> AsyncIterator[RunningSystem]:
    """A system whose API is this one."""
    server = await asyncio.start_server(_forgiving(api), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield RunningSystem(1, {"api": f"http://127.0.0.1:{port}"}, KEY)
    server.close()


def _forgiving(api: Api) -> Any:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await api.serve(reader, writer)
        except asyncio.IncompleteReadError:
            writer.close()

    return serve


async def test_a_running_api_is_well_if_it_is_ready(running: RunningSystem, api: Api) -> None:
    where = running.addresses["api"]
    assert ("api", True, f"{where} answers 200") == _short(await doctor.api(running))
    api.away.add("/readyz")
    assert ("api", False, f"{where} answers 503") == _short(await doctor.api(running))
    gone = RunningSystem(1, {"api": f"http://127.0.0.1:{free_port()}"}, KEY)
    assert (await doctor.api(gone)).detail.endswith("answers nothing")
    absent = await doctor.api(None)
    assert (False, False, "run `outbound up --simulate`") == (absent.is_well, absent.is_needed, absent.mend)


async def test_vendors_and_agents_are_asked_about_with_the_systems_key(
    running: RunningSystem, api: Api
) -> None:
    found = await doctor.vendors(running)
    assert [("vendors", True), ("agent Maya", False)] == [(each.part, each.is_well) for each in found]
    assert len(WELL) - 1 == len(api.asked)


@pytest.mark.parametrize("path", [path for path in WELL if path != "/readyz"])
async def test_one_answer_that_is_missing_is_told(running: RunningSystem, api: Api, path: str) -> None:
    api.away.add(path)
    [found] = await doctor.vendors(running)
    assert ("media", False, "no media process answers") == _short(found)


async def test_a_system_that_cannot_be_asked_says_nothing_of_vendors() -> None:
    gone = RunningSystem(1, {"api": f"http://127.0.0.1:{free_port()}"}, KEY)
    assert [] == await doctor.vendors(gone)
    assert [] == await doctor.vendors(None)


async def test_usual_ports_of_others_are_told_unless_they_are_the_systems_own(
    running: RunningSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = int(running.addresses["api"].rpartition(":")[2])
    monkeypatch.setattr(doctor, "usual_ports", lambda _: {"api": taken, "codec": free_port()})
    [found] = doctor.ports(None)
    assert ("port", True) == (found.part, found.is_well)
    assert f"{taken} (api) belongs to {owner_of(taken)}; a free one will be taken" == found.detail
    assert [] == doctor.ports(running)


def test_a_disk_is_judged_where_the_home_will_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = doctor.LEAST_FREE_BYTES
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=free))
    assert ("disk", True, f"2.0 GB free at {tmp_path}") == _short(doctor.free_disk(tmp_path / "not" / "yet"))
    free -= 1
    assert not doctor.free_disk(tmp_path).is_well


def test_a_home_without_keys_is_well(tmp_path: Path) -> None:
    assert doctor.keys(tmp_path).is_well


def test_a_package_of_another_version_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = [("one", "1.0", "1.0"), ("two", "2.0", None), ("three", "3.0", "2.9")]
    monkeypatch.setattr(doctor, "compared", lambda: packages)
    found = doctor.locked_packages()
    assert (False, "2 differ from requirements.lock: two 2.0 (absent), three 3.0 (2.9)") == (
        found.is_well,
        found.detail,
    )


def test_a_part_is_looked_for_in_each_place_until_it_is_found(tmp_path: Path) -> None:
    def absent() -> Path:
        raise NotHad("not there")

    def broken() -> Path:
        raise PartMissing("TEMPORAL_CLI is set to x. To mend: correct or unset it.")

    ways = (("the path", absent), (".tools", lambda: tmp_path), ("a third", broken))
    assert ("temporal", True, str(tmp_path)) == _short(doctor.obtained("temporal", ways, "run it"))
    nowhere = doctor.obtained("temporal", ways[:1], "run `make tools`")
    assert (False, "run `make tools`") == (nowhere.is_well, nowhere.mend)
    named = doctor.obtained("temporal", (("named", broken), *ways), "run it")
    assert (False, "TEMPORAL_CLI is set to x.", "correct or unset it.") == (
        named.is_well,
        named.detail,
        named.mend,
    )


@pytest.mark.parametrize(("trouble", "told"), [(None, []), ("It is gone: add another.", ["It is gone"])])
async def test_the_default_voice_is_told_only_where_there_is_trouble(
    monkeypatch: pytest.MonkeyPatch, trouble: str | None, told: list[str]
) -> None:
    async def asked() -> str | None:
        return trouble

    monkeypatch.setattr(doctor, "voices", lambda _: SimpleNamespace(vendor="ElevenLabs", trouble=asked))
    found = await doctor.default_voice()
    assert told == [each.detail for each in found]
    assert all(not each.is_needed and each.mend == "add another." for each in found)
    monkeypatch.setattr(doctor, "voices", lambda _: None)
    assert [] == await doctor.default_voice()


ONE: Final = (
    "python_version",
    "locked_packages",
    "free_disk",
    "keys",
    "database",
    "temporal",
    "obtained",
    "api",
)
SEVERAL: Final = ("ports", "provider_keys", "settings_that_end", "default_voice", "vendors")


async def test_every_part_is_looked_at_in_the_order_in_which_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*ONE, *SEVERAL):
        finding = Finding(name, True, "")
        found = finding if name in ONE else [finding]
        is_waited_for = iscoroutinefunction(getattr(doctor, name))
        monkeypatch.setattr(doctor, name, _waited(found) if is_waited_for else lambda *_, found=found: found)
    assert [
        "python_version",
        "locked_packages",
        "free_disk",
        "keys",
        "database",
        "temporal",
        "obtained",
        "ports",
        "provider_keys",
        "settings_that_end",
        "default_voice",
        "api",
        "vendors",
    ] == [finding.part for finding in await doctor.examine(tmp_path)]


def _waited(found: object) -> Any:
    async def look(*_: object) -> object:
        return found

    return look


def test_every_vendor_whose_account_calls_need_is_named() -> None:
    """Those whose keys the settings have; a language model's other vendor is a choice."""
    named = {name for names in doctor.PROVIDERS.values() for name in names}
    assert {
        "TWILIO_ACCOUNT_SID",
        "TWILIO_AUTH_TOKEN",
        "DEEPGRAM_API_KEY",
        "ELEVENLABS_API_KEY",
        "OPENAI_API_KEY",
        "HUBSPOT_TOKEN",
    } == named


def test_what_is_not_needed_is_marked_otherwise_than_what_is() -> None:
    marks = [
        list(doctor.told(each))
        for each in (
            Finding("one", True, "is well", "do nothing"),
            Finding("two", False, "is sick", "mend it"),
            Finding("three", False, "is sick", is_needed=False),
        )
    ]
    assert [
        [("ok", "one: is well")],
        [("MEND", "two: is sick"), ("", "to mend: mend it")],
        [("—", "three: is sick")],
    ] == marks


def _short(finding: Finding) -> tuple[str, bool, str]:
    return finding.part, finding.is_well, finding.detail
