"""`outbound connections` and `outbound trunks` over a served API: credentials go in unseen and never come out."""

import asyncio
import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from database.connections import open_connection
from tests.api.conftest import PUBLIC_URL
from tests.api.test_console import NARROW, Terminal, terminal

__all__ = ["terminal"]  # the fixture

ROOT: Final = Path(__file__).resolve().parents[2]
SECRET = "their-secret-token"
LIMIT: Final = 30.0  # seconds
OWN: Final = ("add", "own", "--kind", "telephony", "--vendor", "twilio")


def credentials(**more: str) -> str:
    """What opens an account of one's own, as a file holds it."""
    return json.dumps({"account_sid": "AC2", "auth_token": SECRET} | more)


async def added(terminal: Terminal) -> dict[str, Any]:
    """A connection that the command made."""
    result = await terminal.run("connections", *OWN, "--credentials", "-", "--json", stdin=credentials())
    assert 0 == result.exit_code, result.output
    made: dict[str, Any] = json.loads(result.stdout)
    return made


class Shell:
    """A command on a terminal of its own, where somebody types; its standard output goes elsewhere."""

    def __init__(self, terminal: Terminal, *words: str) -> None:
        self._here, there = pty.openpty()
        self.arguments = [sys.executable, "-m", "cli", *terminal.options, *words]
        # In a session of its own it cannot reach for the terminal of whoever runs the tests.
        self._process = subprocess.Popen(
            self.arguments,
            stdin=there,
            stdout=subprocess.PIPE,
            stderr=there,
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(there)
        self.shown = ""

    def type(self, answers: Mapping[str, str]) -> bytes:
        """What it printed when each of its questions had this answer. shown: what stood on the terminal."""
        for question, answer in answers.items():
            self._wait_for(question)
            os.write(self._here, f"{answer}\n".encode())
        printed, _ = self._process.communicate(timeout=LIMIT)
        self._wait_for("")
        os.close(self._here)
        assert 0 == self._process.returncode, self.shown
        return printed

    def _wait_for(self, question: str) -> None:
        seen = len(self.shown)
        while not question or question not in self.shown[seen:]:
            ready, _, _ = select.select([self._here], [], [], LIMIT)
            try:
                piece = os.read(self._here, 4096) if ready else b""
            except OSError:  # nobody holds the other end any more
                piece = b""
            if not piece:
                assert not question, f"{question!r} was not asked: {self.shown}"
                return
            self.shown += piece.decode()


async def test_credentials_are_typed_unseen(terminal: Terminal) -> None:
    """On a real terminal: nothing of them is echoed, printed or part of the command. Requirement 156."""
    shell = Shell(terminal, "connections", *OWN, "--json")
    answers = {"account_sid: ": "AC2", "auth_token: ": SECRET, "webhook_keys (Enter leaves it out): ": ""}
    printed = await asyncio.to_thread(shell.type, answers)
    made = json.loads(printed)
    assert ("AC2", False) == (made["identity"], made["of_installation"])
    tools = terminal.operator.tools
    async with tools.database.transaction() as session:
        stored = await open_connection(session, made["id"], tools.key_ring)
    assert stored is not None
    assert {"account_sid": "AC2", "auth_token": SECRET} == stored.credentials
    assert SECRET not in shell.shown + printed.decode() + " ".join(shell.arguments)


async def test_a_needed_credential_is_asked_for_until_it_is_given(terminal: Terminal) -> None:
    made = await added(terminal)
    shell = Shell(terminal, "connections", "change", made["id"], "--json")
    answers = {"account_sid: ": " ", "\r\naccount_sid: ": "AC2", "auth_token: ": "new", "(Enter": ""}
    assert 2 == json.loads(await asyncio.to_thread(shell.type, answers))["version"]


async def test_a_connection_is_made_listed_shown_and_changed(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text(credentials(), encoding="utf-8")
    words = ("connections", *OWN, "--credentials", str(file))
    made = await terminal.run(*words, env=NARROW)
    assert 0 == made.exit_code, made.output
    listed = await terminal.json("connections", "list")
    connection = next(each for each in listed if each["name"] == "own")
    assert connection == await terminal.json("connections", "show", connection["id"])
    file.write_text(credentials(auth_token="new"), encoding="utf-8")
    changed = await terminal.json("connections", "change", connection["id"], "--credentials", str(file))
    assert connection | {"version": 2} == changed
    again = await terminal.run(*words)
    assert (1, True) == (again.exit_code, "exists already" in again.stderr)


async def test_the_addresses_to_enter_at_the_vendor_are_shown_whole(terminal: Terminal) -> None:
    stdin = credentials()
    made = await terminal.run("connections", *OWN, "--credentials", "-", env=NARROW, stdin=stdin)
    listed = await terminal.run("connections", "list", env=NARROW)
    [connection] = [each for each in await terminal.json("connections", "list") if each["name"] == "own"]
    assert ["calls", "messages"] == list(connection["addresses"])
    for what, url in connection["addresses"].items():
        assert url.startswith(f"{PUBLIC_URL}/api/webhooks/twilio")
        for result in (made, listed):
            lines = result.stdout.splitlines()
            assert f"own: where twilio is to tell of {what}" == lines[lines.index(url) - 1]
    assert SECRET not in made.output + listed.output


async def test_without_a_terminal_nobody_is_asked(terminal: Terminal) -> None:
    refused = await terminal.run("connections", *OWN, stdin=f"AC2\n{SECRET}\n\n")
    assert (2, "") == (refused.exit_code, refused.stdout)
    assert "--credentials FILE" in refused.stderr
    assert SECRET not in refused.output


async def test_a_vendor_that_there_is_not_is_told_with_those_there_are(terminal: Terminal) -> None:
    refused = await terminal.run("connections", "add", "own", "--kind", "crm", "--vendor", "twilio")
    assert (1, True) == (refused.exit_code, "--kind telephony --vendor twilio" in refused.stderr)
    told = await terminal.run("connections", "vendors", env=NARROW)
    assert "account_sid, auth_token" in " ".join(told.stdout.split())


@pytest.mark.parametrize("stdin", [credentials(auth_token=""), credentials(region="ie1")])
async def test_what_the_vendor_does_not_take_is_refused_unseen(terminal: Terminal, stdin: str) -> None:
    refused = await terminal.run("connections", *OWN, "--credentials", "-", stdin=stdin)
    assert (1, "") == (refused.exit_code, refused.stdout)
    assert "credential" in refused.stderr
    assert SECRET not in refused.output


async def test_nobody_is_asked_for_what_the_settings_hold(terminal: Terminal) -> None:
    [ours] = [each for each in await terminal.json("connections", "list") if each["kind"] == "telephony"]
    for words, stdin in (((), None), (("--credentials", "-"), credentials())):
        refused = await terminal.run("connections", "change", ours["id"], *words, stdin=stdin)
        assert (1, True) == (refused.exit_code, "installation's settings" in refused.stderr)


async def test_a_trunk_goes_through_a_connection(terminal: Terminal) -> None:
    connection = await added(terminal)
    words = ("trunks", "add", "second", "--caller-number", "+14155552671", "--lines", "3")
    trunk = await terminal.json(*words, "--connection", connection["id"])
    assert (connection["id"], 3, 1.0) == (trunk["connection_id"], trunk["lines"], trunk["calls_per_second"])
    assert 1 == (await terminal.json("connections", "show", connection["id"]))["trunks"]
    assert trunk == await terminal.json("trunks", "show", trunk["id"])
    assert trunk["id"] in [each["id"] for each in await terminal.json("trunks", "list")]
    assert 2.5 == (await terminal.json("trunks", "pace", trunk["id"], "2.5"))["calls_per_second"]
    ours = await terminal.json(*words[:2], "third", *words[3:])
    assert ours["connection_id"] != connection["id"]
    refused = await terminal.run(*words[:2], "fourth", *words[3:], "--connection", "conn_nobody")
    assert (1, True) == (refused.exit_code, "/connection_id" in refused.stderr)
