"""The command line over a served API: what it prints, and the exit codes that scripts trust."""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from cli import app
from tests.api.conftest import SCRIPT, Operator
from tests.api.server import serving
from tests.api.stock import sent_through

pytestmark = pytest.mark.long

# What the shell of whoever runs the tests has set must not count.
TERMINAL = CliRunner(env={"OUTBOUND_URL": None, "OUTBOUND_API_KEY": None, "OUTBOUND_HOME": None})

EXAMPLES = Path(__file__).parents[2] / "examples"
NEXT_WEEK = (datetime.now(UTC) + timedelta(days=7)).isoformat(timespec="seconds")


class Terminal:
    """A shell that is told where the API is, and the key."""

    def __init__(self, operator: Operator, port: int) -> None:
        self.operator = operator
        self.options = ["--url", f"http://127.0.0.1:{port}", "--key", operator.key]

    async def run(
        self, *words: str, env: Mapping[str, str | None] | None = None, stdin: str | None = None
    ) -> Result:
        """What the command did. It blocks, so it runs beside the server."""
        return await asyncio.to_thread(TERMINAL.invoke, app, [*self.options, *words], env=env, input=stdin)

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
    """Requirement 6."""
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


async def test_the_accounts_language_is_chosen_and_left_to_the_agents(terminal: Terminal) -> None:
    assert "fr" == (await terminal.json("account", "language", "fr"))["language"]
    assert "fr" == (await terminal.json("account", "show"))["language"]
    assert (await terminal.json("account", "language"))["language"] is None
    refused = await terminal.run("account", "language", "klingon")
    assert (1, True) == (refused.exit_code, "There are no phrases for this language" in refused.output)


async def test_a_reminder_of_the_examples_is_a_campaign_with_outcomes_of_its_own(terminal: Terminal) -> None:
    """Its script and its plan as they stand in examples/."""
    files = ("--script-file", str(EXAMPLES / "reminder.yaml"), "--plan", str(EXAMPLES / "reminder_plan.yaml"))
    campaign = await terminal.json("campaigns", "create", "--name", "Reminder", *files)
    assert ["confirmed"] == campaign["plan"]["follow_ups"][0]["outcomes"]
    other = await terminal.run(
        "campaigns", "create", "--name", "Other", "--script-file", str(EXAMPLES / "script.yaml"), *files[2:]
    )
    assert (1, True) == (other.exit_code, "has an outcome confirmed" in " ".join(other.output.split()))


async def test_what_is_to_be_reviewed_is_told_apart(terminal: Terminal, tmp_path: Path) -> None:
    """Leads that are held for somebody to look at, and calls whose outcome somebody should look at."""
    leads = tmp_path / "leads.csv"
    leads.write_text("phone,city\n+14155552672,\n", encoding="utf-8")
    campaign = (await terminal.json("campaigns", "create", "--name", "Autumn"))["id"]
    await terminal.json("leads", "import", str(leads), "--campaign", campaign, "--commit")
    metrics = (await terminal.json("campaigns", "show", campaign))["metrics"]
    assert ({"needs_review": 1}, 0) == (metrics["leads"], metrics["needs_review"])
    shown = (await terminal.run("campaigns", "show", campaign)).stdout
    lines = [line.split() for line in shown.splitlines() if "review" in line and "Nobody" not in line]
    assert ["leads", "needs_review=1"] in lines
    assert ["calls_to_review", "0"] in lines
    assert 1 == shown.count("needs_review")


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


async def test_an_import_that_asks_is_answered_and_not_committed_before(
    terminal: Terminal, tmp_path: Path
) -> None:
    leads = tmp_path / "leads.csv"
    rows = "".join(f"{at},Reno,+1415555267{at}\n" for at in range(5))
    leads.write_text(f"Number,City,Call at\n{rows}", encoding="utf-8")
    campaign = await terminal.json("campaigns", "create", "--name", "Autumn")
    asked = await terminal.run("leads", "import", str(leads), "--campaign", campaign["id"], "--commit")
    import_id = next(word for word in asked.stdout.split() if word.startswith("imp_"))
    said = " ".join(asked.stdout.split())
    assert "5 of 5 rows would be refused" in said
    assert f"outbound leads answer {import_id} --map 'number=Call at'" in said
    answered = await terminal.json("leads", "answer", import_id, "--map", "number=Call at")
    assert ("staged", 5) == (answered["state"], answered["accepted"])


async def test_leads_are_added_and_held_ones_mended(terminal: Terminal, tmp_path: Path) -> None:
    campaign = await terminal.json("campaigns", "create", "--name", "Autumn")
    leads = tmp_path / "leads.csv"
    rows = "".join(f"+1415555267{at},Reno,Merica\n" for at in range(3))
    leads.write_text(f"phone,city,country\n{rows}", encoding="utf-8")
    await terminal.run("leads", "import", str(leads), "--campaign", campaign["id"], "--commit")
    listed = await terminal.json("leads", "list", "--campaign", campaign["id"], "--review", "unknown_country")
    mended = await terminal.json("leads", "mend", listed[0]["id"], "--country", "US")
    assert "ready" == mended["state"]
    all_of_them = ("--campaign", campaign["id"], "--review", "unknown_country", "--where", "country=Merica")
    assert {"mended": 2, "held": 0} == await terminal.json(
        "leads", "mend-all", *all_of_them, "--country", "US"
    )
    added = await terminal.json(
        "leads", "add", "+14155552679", "--campaign", campaign["id"], "--var", "city=Reno"
    )
    assert "ready" == added["lead"]["state"]
    nothing = await terminal.run("leads", "mend", listed[0]["id"])
    assert (2, True) == (nothing.exit_code, "Nothing is to be put right" in nothing.stderr)


async def test_calls_are_placed_scheduled_shown_and_cancelled(terminal: Terminal) -> None:
    """Requirement 18."""
    words = ("+14155552672", "--var", "city=Reno", "--rules", "simulation")
    placed = await terminal.json("calls", "place", *words)
    assert placed["state"] == "queued"
    later = await terminal.json("calls", "schedule", "+14155552673", *words[1:], "--at", NEXT_WEEK)
    scheduled = await terminal.json("calls", "list", "--scheduled")
    assert [call["id"] for call in scheduled] == [later["id"]]
    mixed = await terminal.run("calls", "list", "--scheduled", "--state", "closed")
    assert (2, "--scheduled goes with no other filter." in mixed.stderr) == (mixed.exit_code, True)
    shown = await terminal.json("calls", "show", placed["id"])
    assert shown["attempts"] == []
    cancelled = await terminal.run("calls", "cancel", placed["id"])
    assert cancelled.exit_code == 0


async def test_a_script_file_becomes_a_version(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "survey.yaml"
    file.write_text(json.dumps({"name": "From a file", **SCRIPT}), encoding="utf-8")
    words = ("campaigns", "create", "--name", "One", "--script-file", str(file))
    first, same = await terminal.json(*words), await terminal.json(*words)
    file.write_text(json.dumps({"name": "From a file", **SCRIPT, "closing": "So long."}), encoding="utf-8")
    other = await terminal.json(*words)
    versions = [campaign["script_version_id"] for campaign in (first, same, other)]
    assert (True, 2) == (versions[0] == versions[1], len(set(versions)))


async def test_a_script_file_that_is_absent_is_not_called_unreadable_yaml(terminal: Terminal) -> None:
    refused = await terminal.run("campaigns", "create", "--name", "One", "--script-file", "nowhere.yaml")
    assert (2, "nowhere.yaml cannot be read: No such file or directory.\n") == (
        refused.exit_code,
        refused.stderr,
    )


async def test_agents_are_listed_with_what_will_end(terminal: Terminal) -> None:
    """The list is where an operator sees it; the key of a vendor need not be set."""
    body = {"name": "Old", "voice": "21m00Tcm4TlvDq8ikWAM"}
    [warning] = (await terminal.operator.made("/api/agents", body))["warnings"]
    listed = await terminal.run("agents", "list")
    assert f"Old: {warning}" in " ".join(listed.stdout.split())


async def test_the_do_not_call_list_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    assert (await terminal.json("dnc", "add", "+14155552672"))["added"] == 1
    file = tmp_path / "dnc.csv"
    file.write_text("phone\n+14155552672\n+14155552673\n", encoding="utf-8")
    assert (await terminal.json("dnc", "import", str(file)))["added"] == 1
    entries = await terminal.json("dnc", "list")
    assert len(entries) == 2
    await terminal.json("dnc", "remove", entries[0]["id"])
    assert len(await terminal.json("dnc", "list")) == 1


async def test_preferences_are_noted_listed_and_removed(terminal: Terminal) -> None:
    number = "+14155552672"
    evenings = ("--hours", "mon=17:00-20:00", "--hours", "tue=09:00-10:00", "--hours", "tue=17:00-20:00")
    await terminal.json("preferences", "add", number, *evenings, "--words", "in the evening")
    await terminal.json("preferences", "add", number, "--writing", "sms", "--writing", "email")
    await terminal.json("preferences", "add", number, "--writing", "any")
    await terminal.json("preferences", "add", number, "--every-days", "7")
    often, anything, writing, when = await terminal.json("preferences", "list", "--number", number)
    assert {"mon": ["17:00-20:00"], "tue": ["09:00-10:00", "17:00-20:00"]} == when["hours"]
    assert ("in the evening", 7.0) == (when["words"], often["every_days"])
    assert ([], ["sms", "email"]) == (anything["writing"], writing["writing"])
    assert [True, True, False, True] == [each["current"] for each in (often, anything, writing, when)]
    await terminal.json("preferences", "remove", when["id"])
    assert 3 == len(await terminal.json("preferences", "list"))


async def test_programs_are_named_told_and_forgotten(terminal: Terminal) -> None:
    made = await terminal.json("webhooks", "add", LONG_URL, "--kind", "call.closed")
    endpoint = made["id"]
    assert made["secret"] != (await terminal.json("webhooks", "rotate", endpoint))["secret"]
    assert "asked" == (await terminal.json("webhooks", "disable", endpoint))["disabled_why"]
    assert (await terminal.json("webhooks", "enable", endpoint))["disabled_at"] is None
    await terminal.json("webhooks", "test", endpoint)
    [ping] = await terminal.json("webhooks", "deliveries", endpoint)
    again = await terminal.json("webhooks", "replay", endpoint, "--delivery", ping["id"])
    assert {"deliveries": 1} == again
    assert {"removed": endpoint} == await terminal.json("webhooks", "remove", endpoint)
    assert [] == await terminal.json("webhooks", "list")


async def test_people_and_keys_are_made_changed_and_removed(terminal: Terminal) -> None:
    address = f"{terminal.operator.account_id}@example.com"
    made = await terminal.json("users", "invite", address, "--name", "Ada", "--role", "agent")
    person = made["user"]["id"]
    assert made["link"]["token"] != (await terminal.json("users", "link", person))["token"]
    assert "admin" == (await terminal.json("users", "role", person, "admin"))["role"]
    assert (await terminal.json("users", "disable", person))["disabled_at"] is not None
    assert (await terminal.json("users", "enable", person))["disabled_at"] is None
    assert [address] == [each["email"] for each in await terminal.json("users", "list")]
    key = await terminal.json("keys", "add", "reporting", "--scope", "calls:read")
    await terminal.json("keys", "remove", key["id"])
    [shown] = [each for each in await terminal.json("keys", "list") if each["id"] == key["id"]]
    assert (key["key"][:11], ["calls:read"]) == (shown["prefix"], shown["scopes"])
    assert shown["revoked_at"] is not None
    unknown = await terminal.run("keys", "add", "reporting", "--scope", "calls:everything")
    assert 1 == unknown.exit_code
    assert "/scopes" in unknown.stderr


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
    too_far = await terminal.run("calls", "tail", call["id"], "--after", str(10**9))
    assert (1, True) == (too_far.exit_code, "beyond the newest event" in too_far.stderr)


async def test_a_providers_limit_is_set_shown_and_lifted(terminal: Terminal) -> None:
    """Requirement 180."""
    assert 40 == (await terminal.json("limits", "set", "synthesiser", "elevenlabs", "40"))["most"]
    listed = await terminal.run("limits", "list")
    assert "elevenlabs" in listed.stdout
    assert "40" in listed.stdout
    assert (await terminal.json("limits", "lift", "synthesiser", "elevenlabs"))["most"] is None


NARROW = {"COLUMNS": "80"}
LONG_URL = f"https://hooks.example.com/{'in/' * 40}?token=abc"
ODD_NAME = "[/bold]\x1b]0;pwned\x07 Ada of the very long name that nobody would expect on a telephone"


async def _every_list_and_page(terminal: Terminal, tmp_path: Path) -> list[Result]:
    """What people look at, with rows in all of it."""
    leads = tmp_path / "leads.csv"
    leads.write_text(
        f"phone,city,name\n+14155552672,Reno,{ODD_NAME}\n12,Reno,Bob\n+14155552675,,Zed\n", encoding="utf-8"
    )
    dnc = tmp_path / "dnc.csv"
    dnc.write_text("phone\n12\n+14155552679\n", encoding="utf-8")
    words = ("--var", "city=Reno", "--rules", "simulation")
    campaign = (await terminal.json("campaigns", "create", "--name", ODD_NAME))["id"]
    call = (await terminal.json("calls", "place", "+14155552672", "--name", ODD_NAME, *words))["id"]
    await terminal.json("calls", "schedule", "+14155552673", *words, "--at", NEXT_WEEK)
    await terminal.json("limits", "set", "synthesiser", "elevenlabs", "40")
    connection = (await terminal.json("connections", "list"))[0]["id"]
    trunk = (await terminal.json("trunks", "list"))[0]["id"]
    endpoint = (await terminal.json("webhooks", "add", LONG_URL))["id"]
    await terminal.json("webhooks", "test", endpoint)
    hook = await terminal.json("lead-hooks", "add", campaign, "--proof", "secret")
    await sent_through(terminal.operator, hook, "+14155552681")
    commands = (
        ("leads", "import", str(leads), "--campaign", campaign, "--commit"),
        ("leads", "list", "--campaign", campaign),
        ("dnc", "import", str(dnc)),
        ("dnc", "list"),
        ("preferences", "add", "+14155552679", "--hours", "mon=17:00-20:00", "--words", ODD_NAME),
        ("preferences", "list"),
        ("campaigns", "list"),
        ("campaigns", "show", campaign),
        ("calls", "list"),
        ("calls", "list", "--scheduled"),
        ("calls", "show", call),
        ("calls", "cancel", call),
        ("agents", "list"),
        ("limits", "list"),
        ("connections", "vendors"),
        ("connections", "list"),
        ("connections", "show", connection),
        (
            "users",
            "invite",
            f"{terminal.operator.account_id}@example.com",
            "--name",
            ODD_NAME,
            "--role",
            "agent",
        ),
        ("users", "list"),
        ("keys", "add", "reporting", "--scope", "calls:read", "--scope", "campaigns:read"),
        ("keys", "list"),
        ("webhooks", "add", LONG_URL, "--kind", "webhook_endpoint.disabled", "--description", ODD_NAME),
        ("lead-hooks", "add", campaign, "--description", ODD_NAME, "--from", "2001:db8:7:1::/64"),
        ("lead-hooks", "list"),
        ("lead-hooks", "messages", hook["id"]),
        ("webhooks", "list"),
        ("webhooks", "show", endpoint),
        ("webhooks", "deliveries", endpoint),
        ("trunks", "list"),
        ("trunks", "show", trunk),
        ("audit", "list"),
        ("audit", "verify"),
    )
    return [await terminal.run(*command, env=NARROW) for command in commands]


async def test_eighty_columns_are_enough_and_no_id_is_broken(terminal: Terminal, tmp_path: Path) -> None:
    for result in await _every_list_and_page(terminal, tmp_path):
        # An address is for copying, and alone on its line.
        lines = [line for line in result.output.splitlines() if not line.startswith("http")]
        assert max(map(cell_len, lines)) <= 80, result.output
        ids = re.findall(
            r"\b(?:camp|call|lead|imp|sup|pref|agent|trunk|conn|sv|usr|key)_01\w*", result.output
        )
        assert {len(each.partition("_")[2]) for each in ids} <= {26}, result.output
        assert "\x1b" not in result.output


async def test_answers_go_to_standard_output_and_errors_to_the_other(terminal: Terminal) -> None:
    campaign = (await terminal.json("campaigns", "create", "--name", "Autumn"))["id"]
    launched = await terminal.run("campaigns", "launch", campaign)
    assert ("0 callable now" in launched.stdout, "no_leads" in launched.stderr) == (True, True)
    assert ("no_leads" in launched.stdout, launched.exit_code) == (False, 1)


async def test_what_is_refused_is_told_once_and_as_json_to_programs(terminal: Terminal) -> None:
    words = ("calls", "schedule", "+14155552673", "--at", "2020-01-15T16:30:00Z", "--var", "city=Reno")
    told = await terminal.run(*words)
    assert ["This moment has passed; choose a later one. [past, /at]"] == told.stderr.splitlines()
    as_json = await terminal.run(*words, "--json")
    assert ("", "past") == (as_json.stdout, json.loads(as_json.stderr)["code"])


async def test_a_moment_without_a_zone_is_refused_before_anything_is_stored(
    terminal: Terminal, tmp_path: Path
) -> None:
    """The API refuses it as well; before, the command took the machine's zone."""
    file = tmp_path / "survey.yaml"
    file.write_text(json.dumps({"name": "From a file", **SCRIPT}), encoding="utf-8")
    refused = await terminal.run(
        *("calls", "schedule", "+14155552673", "--at", "2030-01-15T16:30:00", "--script-file", str(file))
    )
    assert (2, True) == (refused.exit_code, "zone" in refused.stderr)
    scripts = (await terminal.operator.client.get("/api/scripts")).json()["data"]
    assert ["Survey"] == [script["name"] for script in scripts]


async def test_a_do_not_call_list_with_unreadable_rows_ends_with_1(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "dnc.csv"
    file.write_text("Whom\n+14155552672\n12\n", encoding="utf-8")
    unnamed = await terminal.run("dnc", "import", str(file))
    assert (1, True) == (unnamed.exit_code, "--map number=COLUMN" in unnamed.stderr)
    partly = await terminal.run("dnc", "import", str(file), "--map", "number=Whom", "--json")
    imported = json.loads(partly.stdout)
    assert (1, 1, 1) == (partly.exit_code, imported["added"], imported["rejected"])


async def test_what_does_not_exist_is_not_waited_for(terminal: Terminal) -> None:
    assert 1 == (await terminal.run("calls", "tail", "call_nope")).exit_code
    assert 1 == (await terminal.run("calls", "tail", "--campaign", "camp_nope")).exit_code


async def test_the_shell_is_offered_the_ids_there_are(terminal: Terminal) -> None:
    campaign = (await terminal.json("campaigns", "create", "--name", "Autumn"))["id"]
    call = (
        await terminal.json("calls", "place", "+14155552672", "--var", "city=Reno", "--rules", "simulation")
    )["id"]
    assert [campaign] == await _offered(terminal, "campaigns", "show", "camp_")
    assert [call] == await _offered(terminal, "calls", "cancel", "")
    assert [] == await _offered(terminal, "calls", "cancel", "camp_")
    assert [] == await _offered(terminal, "--url", "http://127.0.0.1:9", "calls", "cancel", "")


async def _offered(terminal: Terminal, *words: str) -> list[str]:
    """What bash would offer for the last word."""
    typed = ["outbound", *terminal.options, *words]
    asked = {
        "_OUTBOUND_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(typed),
        "COMP_CWORD": f"{len(typed) - 1}",
    }
    result = await asyncio.to_thread(TERMINAL.invoke, app, [], prog_name="outbound", env=asked)
    return result.stdout.split()


async def test_the_version_and_the_whole_path_are_said(terminal: Terminal) -> None:
    assert "outbound 0" in (await terminal.run("--version")).stdout
    nothing = await asyncio.to_thread(TERMINAL.invoke, app, ["--home", ".nowhere", "campaigns", "list"])
    assert f"{os.getcwd()}/.nowhere" in nothing.stderr
