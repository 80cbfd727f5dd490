"""The audit log as evidence: verified and handed out over the API, sealed beside it. Requirement 163."""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog

import api.audit
import database.audit_verification
from api.audit_seals import seal_logs
from console.audit import _SAYS
from database.audit_chain import last_seal
from domain.audit_chain import Flaw
from tests.api.conftest import PUBLIC_URL, Operator
from tests.api.declared import application
from tests.api.server import serving
from tests.api.test_console import Terminal
from tests.database.audit_logs import AuditLog


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two entries at a time."""
    for module in (api.audit, database.audit_verification):
        monkeypatch.setattr(module, "BATCH", 2)


def log_of(operator: Operator) -> AuditLog:
    """The operator's log, as whoever owns the database sees it."""
    return AuditLog(operator.tools.database, operator.tools.key_ring, operator.account_id)


async def verification(operator: Operator, **query: str) -> dict[str, Any]:
    """What a verification answers."""
    answer = await operator.client.get("/api/audit-log/verification", params=query)
    assert 200 == answer.status_code, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def exported(operator: Operator, **query: str) -> list[dict[str, Any]]:
    """The lines of an export."""
    answer = await operator.client.get("/api/audit-log/export", params=query)
    assert (200, "application/x-ndjson") == (answer.status_code, answer.headers["content-type"])
    return [json.loads(line) for line in answer.text.splitlines()]


@pytest.mark.usefixtures("small_batches")
async def test_a_log_is_whole_until_somebody_writes_in_it(operator: Operator, stranger: Operator) -> None:
    await operator.parts()
    await operator.parts(more=" more")
    newest = (await operator.client.get("/api/audit-log")).json()["data"][0]
    whole = await verification(operator)
    assert {
        "is_whole": True,
        "broken": None,
        "entries": 6,
        "head": f"6:{newest['hash']}",
        "sealed_to": 0,
        "sealed_at": None,
        "late_from": None,
        "late_to": None,
    } == whole
    assert whole == await verification(operator, known=whole["head"])
    await log_of(operator).tamper(
        "UPDATE audit_events SET actor = 'key' WHERE account_id = '{account}' AND seq = 5"
    )
    broken = await verification(operator)
    assert (False, "changed", 5) == (broken["is_whole"], broken["broken"]["flaw"], broken["broken"]["seq"])
    assert broken["broken"]["act_id"] is not None
    assert {"entries": 0, "is_whole": True} == {
        name: (await verification(stranger))[name] for name in ("entries", "is_whole")
    }


@pytest.mark.parametrize("known", ["1", "1:ab", f"-1:{'a' * 64}", f"1:{'g' * 64}", f"{'9' * 19}:{'a' * 64}"])
async def test_what_is_known_of_a_log_has_its_form(operator: Operator, known: str) -> None:
    answer = await operator.client.get("/api/audit-log/verification", params={"known": known})
    assert (422, "/query/known") == (answer.status_code, answer.json()["errors"][0]["pointer"])


@pytest.mark.usefixtures("small_batches")
async def test_an_export_has_every_act_and_all_that_its_hash_is_made_of(
    operator: Operator, stranger: Operator
) -> None:
    await operator.parts()
    await operator.parts(more=" more")
    lines = await exported(operator)
    listed = (await operator.client.get("/api/audit-log")).json()["data"][::-1]
    assert [act["id"] for act in listed] == [line["id"] for line in lines]
    assert [*range(1, 7)] == [line["seq"] for line in lines]
    assert {line["previous_hash"] for line in lines[1:]} == {line["hash"] for line in lines[:-1]}
    answer = await operator.client.get("/api/audit-log/export")
    for line, raw in zip(lines, answer.text.splitlines(), strict=True):
        assert line["hash"] == _as_the_decision_says(line, raw)
    third, fifth = lines[2]["at"], lines[4]["at"]
    assert lines[2:4] == await exported(operator, since=third, until=fifth)
    assert lines[2:] == await exported(operator, since=third)
    assert lines[:4] == await exported(operator, until=fifth)
    assert [] == await exported(stranger)
    refused = await operator.client.get("/api/audit-log/export", params={"since": "2026-12-01T00:00:00"})
    assert 422 == refused.status_code


def _as_the_decision_says(line: dict[str, Any], raw: str) -> str:
    """By nothing of ours: what decision 0053 says to somebody who has but the file."""
    detail = raw.partition('"detail":')[2].partition(',"previous_hash"')[0]
    at = datetime.fromisoformat(line["at"]).replace(tzinfo=None).isoformat(timespec="microseconds")
    names = ("actor", "action", "subject", "network")
    chain = (line["account_id"], str(line["seq"]), line["previous_hash"], str(line["id"]), at)
    parts = ["outbound act 1", *chain, *(line[name] for name in names), detail]
    return hashlib.sha256(b"".join(b"%d:%s" % (len(each.encode()), each.encode()) for each in parts)).hexdigest()  # fmt: skip


async def test_an_act_says_from_which_network_it_came_and_not_from_which_address(operator: Operator) -> None:
    headers = {"Authorization": f"Bearer {operator.key}"}
    for host in ("203.0.113.9", "203.0.113.200", "198.51.100.9"):
        transport = httpx.ASGITransport(application(operator.tools), client=(host, 4_000))
        async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, headers=headers) as client:
            assert (await client.patch("/api/account", json={"language": "de"})).is_success
    lines = await exported(operator)
    first, same, other = (line["network"] for line in lines)
    assert (first, 16) == (same, len(first))
    assert other not in (first, "")
    assert "203.0" not in str(lines)


@pytest.mark.usefixtures("small_batches")
async def test_logs_are_sealed_as_they_go_on_and_what_broke_is_told(
    operator: Operator, stranger: Operator
) -> None:
    await operator.parts()
    await stranger.parts()
    await seal_logs(operator.tools)
    assert 3 == (await verification(operator))["sealed_to"]
    with structlog.testing.capture_logs() as logs:
        await seal_logs(operator.tools)
    assert [] == [each for each in logs if each.get("account_id") == operator.account_id]
    await operator.parts(more=" more")
    await stranger.parts(more=" more")
    tampered = "UPDATE audit_events SET actor = 'x' WHERE account_id = '{account}' AND seq = 5"
    await log_of(stranger).tamper(tampered)
    with structlog.testing.capture_logs() as logs:
        await seal_logs(operator.tools)
    whole = await verification(operator)
    assert (6, None) == (whole["sealed_to"], whole["late_from"])
    own, theirs = (
        [each for each in logs if each.get("account_id") == each_of.account_id]
        for each_of in (operator, stranger)
    )
    seq, _, digest = whole["head"].partition(":")
    assert [("audit.sealed", int(seq), digest)] == [
        (each["event"], each["seq"], each["hash"]) for each in own
    ]
    assert [("audit.broken", "changed", 5)] == [(each["event"], each["flaw"], each["seq"]) for each in theirs]
    async with operator.tools.database.transaction() as session:
        seal = await last_seal(session, stranger.account_id)
    assert seal is not None
    assert 3 == seal.link.seq


async def test_the_command_line_verifies_what_is_there_and_what_was_kept(
    operator: Operator, tmp_path: Path
) -> None:
    await operator.parts()
    file = tmp_path / "log.jsonl"
    async with serving(operator) as port:
        terminal = Terminal(operator, port)
        listed = await terminal.json("audit", "list")
        whole = await terminal.json("audit", "verify")
        assert listed[0]["hash"] == whole["head"].partition(":")[2]
        assert whole == await terminal.json("audit", "verify", "--known", whole["head"])
        await terminal.json("audit", "export", str(file))
        assert 3 == len(file.read_bytes().splitlines())
        kept = await terminal.json("audit", "verify", "--file", str(file))
        assert (True, whole["head"]) == (kept["is_whole"], kept["head"])
        await terminal.json("audit", "export", str(file), "--since", listed[1]["at"])
        assert whole["head"] == (await terminal.json("audit", "verify", "--file", str(file)))["head"]
        file.write_text(file.read_text().replace("agent.created", "agent.removed"))
        changed = await terminal.run("audit", "verify", "--file", str(file))
        assert (1, True) == (changed.exit_code, "place 2" in changed.stdout)
        assert "the entry was changed" in changed.stdout
        file.write_text("{}\n")
        unread = await terminal.run("audit", "verify", "--file", str(file))
        assert (2, True) == (unread.exit_code, "line 1 cannot be read" in unread.stderr)
        await log_of(operator).tamper("DELETE FROM audit_events WHERE account_id = '{account}' AND seq = 2")
        broken = await terminal.run("audit", "verify")
        assert (1, True) == (broken.exit_code, "place 2: the entry is missing" in broken.stdout)
        as_json = await terminal.run("audit", "verify", "--json")
        assert (1, "missing") == (as_json.exit_code, json.loads(as_json.stdout)["broken"]["flaw"])


def test_every_flaw_has_its_sentence() -> None:
    assert set(Flaw) == set(_SAYS)
