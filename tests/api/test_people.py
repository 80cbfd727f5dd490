"""What one person may ask for, over the API: asked for once, worked on by a workflow, fetched for a week; legal holds."""

from typing import Any

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from activities.people import PeopleActivities
from api.upkeep import _forget
from database.legal_holds import is_held
from domain.person_requests import PersonOrder, RequestKind
from tests.activities.scene import run, scene_of
from tests.activities.test_people import THEIRS, WORDS, planted
from tests.api.conftest import Operator
from tests.api.test_erasure import held
from tests.database.campaign_rows import running_campaign

NUMBER = "+14155552679"


async def _shown(operator: Operator, request_id: str) -> dict[str, Any]:
    shown: dict[str, Any] = (await operator.client.get(f"/api/people/requests/{request_id}")).json()
    return shown


async def _gathered(operator: Operator) -> str:
    """An export that is put together."""
    rows = await running_campaign(operator.tools.database, operator.tools.key_ring, operator.account_id)
    scene = scene_of(rows)
    await planted(scene)
    asked = await operator.made("/api/people/exports", {"number": THEIRS})
    await run(PeopleActivities(scene.tools).gather_export, PersonOrder(operator.account_id, asked["id"]))
    return str(asked["id"])


@pytest.mark.parametrize("kind", RequestKind)
async def test_what_is_asked_for_is_worked_on_by_a_workflow_that_knows_no_number(
    operator: Operator, kind: RequestKind
) -> None:
    with capture_logs() as logs:
        asked = await operator.made(
            f"/api/people/{kind}s", {"number": "(415) 555-2679", "default_region": "US"}
        )
    assert (kind, "waiting", None) == (asked["kind"], asked["state"], asked["receipt"])
    assert [(kind, PersonOrder(operator.account_id, asked["id"]))] == operator.workflows.asked
    assert asked == await _shown(operator, asked["id"])
    listed = (await operator.client.get("/api/people/requests")).json()["data"]
    assert [asked["id"]] == [each["id"] for each in listed]
    assert "4155552679" not in f"{asked}{logs}{operator.workflows.asked}"


async def test_the_same_request_sent_again_is_one(operator: Operator) -> None:
    headers, body = {"Idempotency-Key": "k"}, {"number": NUMBER}
    answers = [
        (await operator.client.post("/api/people/erasures", json=body, headers=headers)).json()
        for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert 1 == len(operator.workflows.asked)


async def test_a_number_that_cannot_be_read_asks_for_nothing(operator: Operator) -> None:
    refused = await operator.client.post("/api/people/erasures", json={"number": "12"})
    assert (422, "/number") == (refused.status_code, refused.json()["errors"][0]["pointer"])
    assert [] == operator.workflows.asked


async def test_an_export_is_fetched_for_a_week_and_each_time_is_an_act(operator: Operator) -> None:
    request_id = await _gathered(operator)
    path = f"/api/people/requests/{request_id}/export"
    fetched = await operator.client.get(path)
    assert (200, "application/json", "private, no-store") == (
        fetched.status_code,
        fetched.headers["content-type"],
        fetched.headers["cache-control"],
    )
    assert WORDS in fetched.text
    newest = (await operator.client.get("/api/audit-log")).json()["data"][0]
    assert ("person.export_read", request_id) == (newest["action"], newest["subject"])
    shown = await _shown(operator, request_id)
    assert "done" == shown["state"]
    assert {"conversations", "leads"} <= {line["store"] for line in shown["receipt"]["lines"]}
    await _run(
        operator, "UPDATE person_requests SET expires_at = now() - interval '1 s' WHERE id = :id", request_id
    )
    assert (410, "export_gone") == (
        (gone := await operator.client.get(path)).status_code,
        gone.json()["code"],
    )
    assert await _bundle(operator, request_id) is not None
    await _forget(operator.tools)
    assert await _bundle(operator, request_id) is None


async def test_what_is_no_export_or_not_ready_or_anothers_is_not_fetched(
    operator: Operator, stranger: Operator
) -> None:
    erasure = await operator.made("/api/people/erasures", {"number": NUMBER})
    export = await operator.made("/api/people/exports", {"number": NUMBER})
    ready = await _gathered(operator)
    asked = [(operator, erasure["id"]), (operator, export["id"]), (stranger, ready), (stranger, export["id"])]
    answers = [await who.client.get(f"/api/people/requests/{which}/export") for who, which in asked]
    assert [404, 409, 404, 404] == [answer.status_code for answer in answers]
    assert 404 == (await stranger.client.get(f"/api/people/requests/{ready}")).status_code
    assert [] == (await stranger.client.get("/api/people/requests")).json()["data"]


async def test_a_hold_is_set_listed_and_released(operator: Operator, stranger: Operator) -> None:
    hold = await operator.made("/api/legal-holds", {"number": NUMBER, "reason": "claim 17"})
    await operator.made("/api/legal-holds", {"number": "+14155552670", "reason": "claim 18"})
    listed = (await operator.client.get("/api/legal-holds", params={"number": NUMBER})).json()["data"]
    assert [(hold["id"], NUMBER, "claim 17", None)] == [
        (each["id"], each["number"], each["reason"], each["released_at"]) for each in listed
    ]
    assert 2 == len((await operator.client.get("/api/legal-holds")).json()["data"])
    assert 404 == (await stranger.client.post(f"/api/legal-holds/{hold['id']}/release")).status_code
    assert await _holds(operator)
    assert not await _holds(stranger)
    for _ in range(2):
        assert 200 == (await operator.client.post(f"/api/legal-holds/{hold['id']}/release")).status_code
    assert not await _holds(operator)
    acts = [act["action"] for act in (await operator.client.get("/api/audit-log")).json()["data"]]
    assert (2, 1) == (acts.count("hold.set"), acts.count("hold.released"))
    await operator.made("/api/legal-holds", {"number": NUMBER, "reason": "claim 19"})
    assert await _holds(operator)


async def test_a_hold_keeps_what_was_said_and_heard_from_whoever_deletes_it(operator: Operator) -> None:
    """And once it is released they may."""
    call = await held(operator)
    path = f"/api/calls/{call.call_id}"
    number = (await operator.client.get(path)).json()["number"]
    hold = await operator.made("/api/legal-holds", {"number": number, "reason": "claim 17"})
    paths = (f"{path}/attempts/1/recording", f"{path}/conversations")
    for each in paths:
        refused = await operator.client.delete(each)
        assert (409, "on_legal_hold") == (refused.status_code, refused.json()["code"])
    assert 200 == (await operator.client.get(f"{path}/attempts/1/recording")).status_code
    assert (await operator.client.get(f"{path}/transcript")).json()["conversations"][0]["turns"]
    await operator.made(f"/api/legal-holds/{hold['id']}/release", {})
    assert [204, 204] == [(await operator.client.delete(each)).status_code for each in paths]


async def _holds(operator: Operator) -> bool:
    async with operator.tools.database.transaction() as session:
        number_hash = operator.tools.key_ring.lookup(NUMBER, operator.account_id)
        return await is_held(session, operator.account_id, number_hash)


async def _run(operator: Operator, statement: str, request_id: str) -> None:
    async with operator.tools.database.transaction() as session:
        await session.execute(text(statement), {"id": request_id})


async def _bundle(operator: Operator, request_id: str) -> bytes | None:
    async with operator.tools.database.transaction() as session:
        sealed: bytes | None = await session.scalar(
            text("SELECT bundle_sealed FROM person_requests WHERE id = :id"), {"id": request_id}
        )
    return sealed
