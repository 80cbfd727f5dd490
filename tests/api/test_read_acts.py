"""Who read what was said stands in the audit log: requirement 158."""

from typing import Any

from sqlalchemy import text

from tests.api.conftest import Operator
from tests.api.test_erasure import held
from tests.api.test_recordings import Recorded


async def _acts(operator: Operator) -> list[tuple[str, str]]:
    """What was read, first one first."""
    log = (await operator.client.get("/api/audit-log")).json()["data"]
    return [(act["action"], act["subject"]) for act in reversed(log) if act["action"].endswith(".read")]


async def test_each_reading_of_what_was_said_is_one_act_of_whoever_read(operator: Operator) -> None:
    call = await held(operator)
    path = f"/api/calls/{call.call_id}"
    for part in ("/transcript", "/transcript", "/attempts/1/recording", "/attempts/1/flight"):
        assert 200 == (await operator.client.get(f"{path}{part}")).status_code
    attempt = call.attempt_id
    assert [
        ("transcript.read", call.call_id),
        ("transcript.read", call.call_id),
        ("recording.read", attempt),
        ("flight.read", attempt),
    ] == await _acts(operator)
    (key,) = (await operator.client.get("/api/api-keys")).json()["data"]
    rows: list[Any] = await _rows(call)
    assert {(key["id"], "{}")} == {(row.actor, row.detail) for row in rows}


async def test_who_saw_nothing_has_read_nothing(operator: Operator, stranger: Operator) -> None:
    """What is another's, of an attempt that never was, or deleted, nobody has read; nor is a list of calls what was said."""
    call = await held(operator)
    path = f"/api/calls/{call.call_id}"
    for part in ("/transcript", "/attempts/1/recording", "/attempts/1/flight"):
        assert 404 == (await stranger.client.get(f"{path}{part}")).status_code
    for part in ("", "/attempts", "/attempts/2/recording", "/attempts/2/flight", "/script"):
        await operator.client.get(f"{path}{part}")
    await operator.client.delete(f"{path}/conversations")
    assert (410, 404) == tuple(
        [
            (await operator.client.get(f"{path}/attempts/1/{part}")).status_code
            for part in ("recording", "flight")
        ]
    )
    assert [] == await _acts(operator) == await _acts(stranger)


async def _rows(call: Recorded) -> list[Any]:
    async with call.operator.tools.database.transaction() as session:
        found = await session.execute(
            text(
                "SELECT actor, detail::text FROM audit_events WHERE account_id = :account AND action LIKE '%.read'"
            ),
            {"account": call.operator.account_id},
        )
        return list(found.all())
