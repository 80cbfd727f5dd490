"""The command line over a served API: what it prints, and the exit codes that scripts trust."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest_asyncio
from typer.testing import CliRunner, Result

from cli import app
from tests.api.conftest import SCRIPT, Operator
from tests.api.server import serving

# What the shell of whoever runs the tests has set must not count.
TERMINAL = CliRunner(env={"OUTBOUND_URL": None, "OUTBOUND_API_KEY": None, "OUTBOUND_HOME": None})

NEXT_WEEK = (datetime.now(UTC) + timedelta(days=7)).isoformat(timespec="seconds")


class Terminal:
    """A shell that is told where the API is, and the key."""

    def __init__(self, operator: Operator, port: int) -> None:
        self.operator = operator
        self._options = ["--url", f"http://127.0.0.1:{port}", "--key", operator.key]

    async def run(self, *words: str) -> Result:
        """What the command did. It blocks, so it runs beside the server."""
        return await asyncio.to_thread(TERMINAL.invoke, app, [*self._options, *words])

    async def json(self, *words: str) -> Any:
        """The JSON that a successful command printed."""
        result = await self.run(*words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)


@pytest_asyncio.fixture
async def terminal(operator: Operator) -> AsyncIterator[Terminal]:
    """A terminal on a served API with one script, agent and trunk."""
    await operator.parts()
    async with serving(operator) as port:
        yield Terminal(operator, port)


async def test_from_a_list_to_a_launched_campaign(terminal: Terminal, tmp_path: Path) -> None:
    leads = tmp_path / "leads.csv"
    leads.write_text("phone,city\n+14155552672,Reno\n12,Reno\n", encoding="utf-8")
    campaign = await terminal.json("campaigns", "create", "--name", "Autumn", "--region", "US")
    report = await terminal.json(
        "leads", "import", str(leads), "--campaign", campaign["id"], "--rules", "simulation", "--commit"
    )
    assert (report["rows"], report["accepted"], report["rejected"], report["state"]) == (2, 1, 1, "committed")
    launched = await terminal.json("campaigns", "launch", campaign["id"])
    assert launched["state"] == "running"
    assert (await terminal.json("campaigns", "pause", campaign["id"]))["state"] == "paused"
    assert [one["name"] for one in await terminal.json("campaigns", "list")] == ["Autumn"]
    shown = await terminal.run("campaigns", "show", campaign["id"])
    assert "1 callable now" in shown.stdout


async def test_an_import_shows_its_report_and_writes_the_rows(terminal: Terminal, tmp_path: Path) -> None:
    leads = tmp_path / "leads.csv"
    leads.write_text("phone,city\n+14155552672,Reno\n12,Reno\n", encoding="utf-8")
    campaign = await terminal.json("campaigns", "create", "--name", "Autumn")
    imported = await terminal.run("leads", "import", str(leads), "--campaign", campaign["id"])
    assert "emergency_or_short" in imported.stdout
    staged = (await terminal.json("campaigns", "show", campaign["id"]))["metrics"]["leads"]
    assert staged == {"staged": 1}
    import_id = next(word for word in imported.stdout.split() if word.startswith("imp_"))
    await terminal.run("leads", "report", import_id, "--output", str(tmp_path / "problems.csv"))
    assert "emergency_or_short" in (tmp_path / "problems.csv").read_text(encoding="utf-8")


async def test_calls_are_placed_scheduled_shown_and_cancelled(terminal: Terminal) -> None:
    words = ("+14155552672", "--var", "city=Reno", "--rules", "simulation")
    placed = await terminal.json("calls", "place", *words)
    assert placed["state"] == "queued"
    later = await terminal.json("calls", "schedule", "+14155552673", *words[1:], "--at", NEXT_WEEK)
    scheduled = await terminal.json("calls", "list", "--scheduled")
    assert [call["id"] for call in scheduled] == [later["id"]]
    shown = await terminal.json("calls", "show", placed["id"])
    assert shown["attempts"] == []
    cancelled = await terminal.run("calls", "cancel", placed["id"])
    assert cancelled.exit_code == 0


async def test_a_script_file_becomes_a_version(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "survey.yaml"
    file.write_text(json.dumps({"name": "From a file", **SCRIPT}), encoding="utf-8")
    words = ("campaigns", "create", "--name", "One", "--script-file", str(file))
    first, second = await terminal.json(*words), await terminal.json(*words)
    assert first["script_version_id"] != second["script_version_id"]


async def test_the_do_not_call_list_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    assert (await terminal.json("dnc", "add", "+14155552672"))["added"] == 1
    file = tmp_path / "dnc.csv"
    file.write_text("phone\n+14155552672\n+14155552673\n", encoding="utf-8")
    assert (await terminal.json("dnc", "import", str(file)))["added"] == 1
    entries = await terminal.json("dnc", "list")
    assert len(entries) == 2
    await terminal.json("dnc", "remove", entries[0]["id"])
    assert len(await terminal.json("dnc", "list")) == 1


async def test_exit_codes_tell_refused_from_misused_from_unreachable(
    terminal: Terminal, tmp_path: Path
) -> None:
    refused = await terminal.run("campaigns", "show", "camp_unknown")
    misused = await terminal.run("calls", "place", "+14155552672", "--var", "city")
    unreachable = await asyncio.to_thread(
        TERMINAL.invoke, app, ["--url", "http://127.0.0.1:9", "--key", "k", "campaigns", "list"]
    )
    nothing_runs = await asyncio.to_thread(
        TERMINAL.invoke, app, ["--home", str(tmp_path), "campaigns", "list"]
    )
    codes = [result.exit_code for result in (refused, misused, unreachable, nothing_runs)]
    assert codes == [1, 2, 3, 3]
    assert "outbound up" in nothing_runs.stderr


async def test_a_calls_events_are_tailed_until_it_closes(terminal: Terminal) -> None:
    call = await terminal.json(
        "calls", "place", "+14155552672", "--var", "city=Reno", "--rules", "simulation"
    )
    terminal.operator.workflows.running.clear()
    await terminal.run("calls", "cancel", call["id"])
    tailed = await terminal.run("calls", "tail", call["id"], "--json")
    assert tailed.exit_code == 0, tailed.output
    assert [json.loads(line)["kind"] for line in tailed.stdout.splitlines()] == ["call.closed"]


async def test_a_providers_limit_is_set_shown_and_lifted(terminal: Terminal) -> None:
    """Requirement 180."""
    assert 40 == (await terminal.json("limits", "set", "synthesiser", "elevenlabs", "40"))["most"]
    listed = await terminal.run("limits", "list")
    assert "elevenlabs" in listed.stdout
    assert "40" in listed.stdout
    assert (await terminal.json("limits", "lift", "synthesiser", "elevenlabs"))["most"] is None
