"""The processes as data, and the database they are started on."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from database.api_keys import ensure_account
from database.real_or_simulated import World
from database.sealing import KeyRing
from database.session import Database
from local.errors import LocalSystemError
from local.processes import Program
from local.services import PORT_SETTINGS, ROOT, claim, media_names, product, usual_ports, worker_names
from local.system import product_environment
from startup.settings import Settings
from tests.database.campaign_rows import running_campaign


async def test_real_calls_do_not_go_on_in_the_simulated_world(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Law 10: the refused start says what to do instead."""
    address = fresh_database.engine.url.render_as_string(hide_password=False)
    await claim(address, World.REAL)
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    campaign = await running_campaign(fresh_database, key_ring, account_id)
    await campaign.run("UPDATE campaigns SET started_at = now()")
    await claim(address, World.REAL)
    with pytest.raises(LocalSystemError, match=r"calls of the real world.*choose another folder"):
        await claim(address, World.SIMULATED)


def test_workers_have_names_of_their_own() -> None:
    assert ["worker"] == worker_names(1)
    assert ["worker", "worker-2", "worker-3"] == worker_names(3)


PORTS = usual_ports(2)


def _programs(home: Path) -> dict[str, Program]:
    told = {"TEMPORAL_ADDRESS": "127.0.0.1:1", "TEMPORAL_NAMESPACE": "outbound", "OUTBOUND_API_KEY": "a key"}
    return {one.name: one for one in product(home, PORTS, told, workers=2)}


def _settings(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Settings()


def test_the_processes_start_in_the_order_in_which_they_need_each_other(tmp_path: Path) -> None:
    programs = _programs(tmp_path)
    assert {
        "codec": ("-m", "startup.codec"),
        "api": ("-m", "api"),
        "media-1": ("-m", "media"),
        "media-2": ("-m", "media"),
        "worker": ("worker.py",),
        "worker-2": ("worker.py",),
    } == {name: one.command[1:] for name, one in programs.items()}
    assert ["codec", "api", "media-1", "media-2", "worker", "worker-2"] == list(programs)


def test_each_process_is_told_the_secrets_and_has_a_log_of_its_own(tmp_path: Path) -> None:
    programs = _programs(tmp_path)
    assert {"a key"} == {one.environment["OUTBOUND_API_KEY"] for one in programs.values()}
    assert [tmp_path / "logs" / f"{name}.jsonl" for name in programs] == [
        one.log for one in programs.values()
    ]
    assert {ROOT} == {one.folder for one in programs.values()}


def test_what_holds_conversations_has_time_to_end_them_and_is_watched(tmp_path: Path) -> None:
    """Requirement 144."""
    programs = _programs(tmp_path)
    assert {"codec"} == {n for n, one in programs.items() if one.stop_within < timedelta(seconds=15)}
    assert {"media-1", "media-2"} == {name for name, one in programs.items() if one.is_beating is not None}


def test_a_media_process_is_found_where_it_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it tells others of itself, and what it binds, are the same."""
    for name in media_names(PORTS):
        found = _settings(_programs(tmp_path)[name].environment, monkeypatch)
        assert (name, PORTS[name], PORTS[f"{name}-control"]) == (
            found.media_process,
            found.media_port,
            found.media_control_port,
        )
        assert f"ws://127.0.0.1:{found.media_port}" == found.media_url
        assert f"http://127.0.0.1:{found.media_control_port}" == found.media_control_url


def test_the_products_settings_are_those_of_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _settings(product_environment(tmp_path, PORTS), monkeypatch)
    assert (PORTS["api"], PORTS["codec"], tmp_path) == (found.api_port, found.codec_port, found.home)
    assert ("127.0.0.1", f"http://127.0.0.1:{found.api_port}") == (found.host, found.public_url)


@pytest.mark.parametrize("processes", [1, 4])
def test_no_two_processes_want_the_same_port(processes: int) -> None:
    ports = usual_ports(processes)
    assert len(ports) == len(set(ports.values()))
    assert processes == len(media_names(ports))
    assert set(PORT_SETTINGS) <= set(ports)
