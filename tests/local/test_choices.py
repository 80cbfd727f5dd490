"""What a local system starts, with which settings, by what was chosen; without starting any of it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from database.real_or_simulated import World
from local import services
from local.ports import free_port
from local.processes import Program
from local.running_note import read_note, running_system
from local.supervisor import Supervisor
from local.system import Choices, LocalSystem

OWN_DATABASE = "postgresql://me@db.example/calls"
WORLD = "http://127.0.0.1:8123"


@dataclass
class Started:
    """A system, the programs it would have started, the settings its tables were made with, and whose world it claimed."""

    system: LocalSystem
    programs: list[Program] = field(default_factory=list)
    claims: list[tuple[str, World]] = field(default_factory=list)
    migrated: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [program.name for program in self.programs]


@asynccontextmanager
async def started(home: Path, monkeypatch: pytest.MonkeyPatch, **chosen: Any) -> AsyncIterator[Started]:
    choices = Choices(**{"usual_ports": False, "media_processes": 1, **chosen})
    found = Started(LocalSystem(home, choices))

    async def start(_: Supervisor, program: Program) -> None:
        found.programs.append(program)

    async def claim(url: str, world: World) -> None:
        found.claims.append((url, world))

    async def migrate(_: Path, environment: dict[str, str]) -> None:
        found.migrated = dict(environment)

    async def reachable(_: str) -> None: ...

    async def own_namespace(_address: str, _keys: object) -> str:
        return "of-ones-own"

    monkeypatch.setattr(Supervisor, "start", start)
    monkeypatch.setattr(services, "claim", claim)
    monkeypatch.setattr(services, "migrate", migrate)
    monkeypatch.setattr("local.system.check_reachable", reachable)
    monkeypatch.setattr("local.system.check_temporal", own_namespace)
    monkeypatch.setattr("local.system.temporal_cli", lambda: home / "temporal")
    async with found.system:
        yield found


PRODUCT = ["codec", "api", "media-1", "worker"]


@pytest.mark.parametrize(
    ("chosen", "names", "world"),
    [
        ({}, ["postgres", "temporal", *PRODUCT], World.REAL),
        ({"simulate": True}, ["postgres", "temporal", "simulators", *PRODUCT], World.SIMULATED),
        ({"world_url": WORLD}, ["postgres", "temporal", *PRODUCT], World.SIMULATED),
        ({"world_url": WORLD, "simulate": True}, ["postgres", "temporal", *PRODUCT], World.SIMULATED),
        ({"database_url": OWN_DATABASE}, ["temporal", *PRODUCT], World.REAL),
        ({"temporal_address": "temporal.example:7233"}, ["postgres", *PRODUCT], World.REAL),
        ({"without": ("api", "worker")}, ["postgres", "temporal", "codec", "media-1"], World.REAL),
        (
            {"workers": 2, "media_processes": 2},
            ["postgres", "temporal", "codec", "api", "media-1", "media-2", "worker", "worker-2"],
            World.REAL,
        ),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, dict) else "",
)
async def test_what_is_started_in_which_order_and_for_which_world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: dict[str, Any], names: list[str], world: World
) -> None:
    async with started(tmp_path, monkeypatch, **chosen) as found:
        assert (names, [world]) == (found.names, [claimed for _, claimed in found.claims])
        assert [found.system.environment["DATABASE_URL"]] == [url for url, _ in found.claims]
        assert found.system.environment == found.migrated


async def test_servers_of_ones_own_are_used_under_their_own_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"database_url": OWN_DATABASE, "temporal_address": "temporal.example:7233"}
    async with started(tmp_path, monkeypatch, **own) as found:
        told, addresses = found.system.environment, found.system.addresses
        assert (OWN_DATABASE, "temporal.example:7233", "of-ones-own") == (
            told["DATABASE_URL"],
            told["TEMPORAL_ADDRESS"],
            told["TEMPORAL_NAMESPACE"],
        )
        assert (OWN_DATABASE, "temporal.example:7233") == (addresses["database"], addresses["temporal"])
        assert "temporal_ui" not in addresses, "its owner knows where it is"


async def test_the_product_is_turned_to_the_world_and_a_setting_of_ones_own_is_over_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = {"world_url": WORLD, "extra_environment": {"OPENAI_API_KEY": "mine", "OUTBOUND_HOST": "0.0.0.0"}}
    async with started(tmp_path, monkeypatch, **chosen) as found:
        [api] = [program for program in found.programs if program.name == "api"]
        assert (WORLD, "mine", "0.0.0.0") == tuple(
            api.environment[name] for name in ("TWILIO_BASE_URL", "OPENAI_API_KEY", "OUTBOUND_HOST")
        )
        assert WORLD == found.system.addresses["simulators"]
    async with started(tmp_path / "real", monkeypatch) as found:
        assert "TWILIO_BASE_URL" not in found.system.environment
        assert "simulators" not in found.system.addresses


async def test_a_command_is_put_before_the_one_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(tmp_path, monkeypatch, before={"api": ("nice", "-n", "5")}) as found:
        assert ["api"] == [one.name for one in found.programs if one.command[:3] == ("nice", "-n", "5")]
        assert ["api"] == [one.name for one in found.programs if one.command[0] == "nice"]


@pytest.mark.parametrize("restarts", [True, False])
async def test_whether_what_dies_is_started_again_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, restarts: bool
) -> None:
    async with started(tmp_path, monkeypatch, restarts=restarts) as found:
        assert restarts == found.system._supervisor._restarts


async def test_people_and_the_web_ui_find_what_runs_and_afterwards_only_the_ports_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(tmp_path, monkeypatch) as found:
        running, ports = running_system(tmp_path), read_note(tmp_path)["ports"]
        assert running is not None
        assert found.system.addresses == running.addresses
        [temporal] = [program for program in found.programs if program.name == "temporal"]
        assert f"http://127.0.0.1:{ports['codec']}" in " ".join(temporal.command)
        assert f"http://127.0.0.1:{ports['api']}/docs" == running.addresses["api_docs"]
    assert ({"ports": ports}, None) == (read_note(tmp_path), running_system(tmp_path))


async def test_of_the_last_runs_ports_those_of_what_still_runs_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three media processes before, and one now."""
    kept = {"api": free_port(), "media-1": free_port(), "media-3": free_port()}
    (tmp_path / "running.json").write_text(json.dumps({"ports": kept}))
    async with started(tmp_path, monkeypatch, usual_ports=True):
        ports = read_note(tmp_path)["ports"]
    assert (kept["api"], kept["media-1"]) == (ports["api"], ports["media-1"])
    assert services.usual_ports(1).keys() == ports.keys()
