"""What the doctor says about healthy and sick parts."""

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from cli import app
from local.doctor import (
    Finding,
    agent_findings,
    examine,
    keys,
    locked_packages,
    provider_keys,
    settings_that_end,
    vendor_findings,
)
from local.keys import local_keys
from local.ports import free_port
from local.running_note import forget_running, ports_before, remember_running, running_system


def named(findings: list[Finding], part: str) -> Finding:
    return next(finding for finding in findings if finding.part == part)


def test_nothing_it_says_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What goes on in another line stands under its beginning, and nothing is left out."""
    sick = Finding("packages", False, "one differs from requirements.lock, " * 5, "run `make setup` " * 9)
    well = Finding("database", True, f"embedded, {'/a/long/path' * 4}, as the user pgserver")

    async def found(_: Path) -> list[Finding]:
        return [sick, well]

    monkeypatch.setattr("local.doctor.examine", found)
    result = CliRunner(env={"COLUMNS": "80"}).invoke(app, ["--home", str(tmp_path), "doctor"])
    lines = result.stdout.splitlines()
    assert 80 >= max(map(cell_len, lines))
    assert {"MEND", "ok", ""} == {line[:6].strip() for line in lines}
    said = " ".join(line[6:].strip() for line in lines)
    assert all(" ".join(text.split()) in said for text in (sick.detail, sick.mend, well.detail))


async def test_every_part_is_examined_even_where_nothing_runs(tmp_path: Path) -> None:
    parts = {finding.part for finding in await examine(tmp_path)}
    assert {
        "python",
        "packages",
        "disk",
        "keys",
        "database",
        "temporal",
        "test server",
        "Twilio",
        "api",
    } <= parts


async def test_an_unreachable_database_is_found_with_the_way_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://me@127.0.0.1:{free_port()}/calls")
    finding = named(await examine(tmp_path), "database")
    assert not finding.is_well
    assert "'calls' at 127.0.0.1" in finding.detail
    assert finding.mend.startswith("start that server")


def test_keys_that_others_may_read_are_found(tmp_path: Path) -> None:
    local_keys(tmp_path)
    assert keys(tmp_path).is_well
    (tmp_path / "keys.json").chmod(0o644)
    assert f"chmod 600 {tmp_path / 'keys.json'}" == keys(tmp_path).mend
    assert not keys(tmp_path).is_well


def test_the_installed_packages_are_those_of_the_lock() -> None:
    assert Finding("packages", True, "as requirements.lock says") == locked_packages()


def test_absent_provider_keys_are_named_but_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPGRAM_API_KEY", "x")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert named(provider_keys(), "Deepgram").is_well
    assert "set OPENAI_API_KEY for real calls" == named(provider_keys(), "OpenAI").mend
    assert not named(provider_keys(), "OpenAI").is_needed


def test_a_running_system_is_found_by_its_note_and_a_dead_one_is_not(tmp_path: Path) -> None:
    assert running_system(tmp_path) is None
    remember_running(tmp_path, {"api": 8000}, {"api": "http://127.0.0.1:8000"})
    running = running_system(tmp_path)
    assert running is not None
    assert {"api": "http://127.0.0.1:8000"} == running.addresses
    assert local_keys(tmp_path)["OUTBOUND_API_KEY"] == running.api_key
    note = tmp_path / "running.json"
    note.write_text(note.read_text().replace('"started": ', '"started": 1'))
    assert running_system(tmp_path) is None
    forget_running(tmp_path)
    assert (None, {"api": 8000}) == (running_system(tmp_path), ports_before(tmp_path))


def _health(state: str, **counts: int) -> dict[str, object]:
    return {"state": state, "requests": 30, "failures": 0, "late": 0, **counts}


def test_a_vendor_that_fails_often_is_found_in_its_process() -> None:
    figures = {
        "media-1": {"health": {"model/openai": _health("ok"), "speech/elevenlabs": _health("ok")}},
        "media-2": {"health": {"model/openai": _health("degraded", failures=2, late=3)}},
    }
    [found] = vendor_findings(figures, [])
    assert ("model/openai in media-2", False) == (found.part, found.is_needed)
    assert "2 failed and 3 late of 30 requests" == found.detail


def test_calls_that_wait_for_a_permit_are_found_with_the_way_to_mend_it() -> None:
    """Requirement 64: exhaustion is visible."""
    idle = {"kind": "synthesiser", "provider": "elevenlabs", "most": 9, "in_use": 9, "waiting": 0}
    short = {"kind": "recogniser", "provider": "deepgram", "most": 50, "in_use": 50, "waiting": 4}
    [found] = vendor_findings({}, [idle, short])
    assert "50 of 50 in use, 4 calls wait" == found.detail
    assert "outbound limits set recogniser deepgram MORE" in found.mend


def test_a_vendor_that_holds_the_dialling_is_found_with_how_many_wait_for_it() -> None:
    held = {
        "vendor": "model/openai",
        "failures": 5,
        "held_until": "2026-11-29T16:00:00Z",
        "waiting": 12,
    }
    [found] = vendor_findings({}, [], [held, {**held, "vendor": "model/anthropic", "held_until": None}])
    assert ("model/openai", False) == (found.part, found.is_well)
    assert "failed the last 5 conversations, 12 calls wait for it" == found.detail


def test_well_vendors_are_one_line() -> None:
    assert [True] == [finding.is_well for finding in vendor_findings({"media-1": {"health": {}}}, [])]


def test_an_agent_whose_vendor_ends_its_model_is_found_with_what_takes_its_place() -> None:
    told = "The model gpt-4o-mini will be ended by its vendor on 2027-01-14; use gpt-6-luna instead."
    [found] = agent_findings([{"name": "Maya", "warnings": [told]}, {"name": "Ava", "warnings": []}])
    assert ("agent Maya", told, False) == (found.part, found.detail, found.is_needed)


def test_settings_that_name_what_ends_are_found_where_there_is_an_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = {
        "OPENAI_TRANSCRIPTION_MODEL": "gpt-4o-transcribe",
        "OPENAI_REALTIME_MODEL": "gpt-realtime",
        "HUBSPOT_VERSION": "v3",
        "ELEVENLABS_DEFAULT_VOICE": "21m00Tcm4TlvDq8ikWAM",
    }
    keys = ("OPENAI_API_KEY", "HUBSPOT_TOKEN", "ELEVENLABS_API_KEY")
    for name, value in (chosen | dict.fromkeys(keys, "a key")).items():
        monkeypatch.setenv(name, value)
    found = settings_that_end(date(2027, 1, 1))
    assert set(chosen) == {finding.part for finding in found}
    assert "use 2026-09 instead" in named(found, "HUBSPOT_VERSION").detail
    for name in keys:
        monkeypatch.delenv(name)
    assert [] == settings_that_end(date(2027, 1, 1))
