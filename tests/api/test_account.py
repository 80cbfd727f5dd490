"""The account's own settings, and what a call told first: summary and fields."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from database.audit import list_acts
from database.conversations import store_report
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.outcomes import OutcomeFlags
from domain.script_fields import FieldAnswer, FieldType
from domain.transcripts import Speaker, Turn
from tests.api.conftest import Operator
from tests.api.test_recordings import NOW, Recorded, recorded

SUMMARY = "Sie kommt am Dienstag. Nichts ist zu tun."


async def test_the_account_chooses_the_language_of_its_summaries(operator: Operator) -> None:
    """None is that of each call's agent; the act is audited."""
    assert (await operator.client.get("/api/account")).json()["language"] is None
    changed = await operator.client.patch("/api/account", json={"language": "de-AT"})
    assert (200, "de-AT") == (changed.status_code, changed.json()["language"])
    assert changed.json() == (await operator.client.get("/api/account")).json()
    back = await operator.client.patch("/api/account", json={"language": None})
    assert back.json()["language"] is None
    async with operator.tools.database.transaction() as session:
        acts = [act.action for act in await list_acts(session, operator.account_id, before=None, limit=9)]
    assert 2 == acts.count("account.changed")


@pytest.mark.parametrize("body", [{}, {"language": "xx"}, {"language": "German"}, {"name": "Other"}])
async def test_a_change_that_could_not_be_meant_is_refused(operator: Operator, body: dict[str, str]) -> None:
    assert 422 == (await operator.client.patch("/api/account", json=body)).status_code


async def _reported(operator: Operator, summary: str) -> Recorded:
    call = await recorded(operator, "closed")
    said = "Yes, I'll come."
    flags = OutcomeFlags(final=True, suppresses=False, success=True)
    report = ConversationReport(
        operator.account_id,
        call.call_id,
        call.attempt_id,
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict("confirmed", said, flags=flags, summary=summary),
        (Turn(Speaker.PERSON, said, 0, 1_000),),
        NOW,
        NOW + timedelta(seconds=20),
        fields=(FieldAnswer("comes", FieldType.BOOLEAN, "true", said, "rules", True, "Will you come?"),),
    )
    async with operator.tools.database.transaction() as session:
        await store_report(session, report, operator.tools.key_ring, suppression_id="sup_2")
        await session.execute(
            text("UPDATE calls SET outcome = 'confirmed' WHERE id = :id"), {"id": call.call_id}
        )
    return call


@pytest.mark.parametrize("summary", [SUMMARY, ""])
async def test_a_call_shows_summary_and_fields_before_all_else(operator: Operator, summary: str) -> None:
    """And its own outcome, by which calls are found."""
    call = await _reported(operator, summary)
    shown = (await operator.client.get(f"/api/calls/{call.call_id}")).json()
    assert ["summary", "fields"] == list(shown)[:2]
    assert (summary or None, "confirmed") == (shown["summary"], shown["outcome"])
    assert [("comes", True, "Yes, I'll come.")] == [
        (field["name"], field["value"], field["evidence"]) for field in shown["fields"]
    ]
    held = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()["conversations"][0]
    assert (["summary", "fields"], shown["summary"]) == (list(held)[:2], held["summary"])
    found = [
        [
            each["id"]
            for each in (await operator.client.get("/api/calls", params={"outcome": name})).json()["data"]
        ]
        for name in ("confirmed", "declined")
    ]
    assert [[call.call_id], []] == found
    assert 422 == (await operator.client.get("/api/calls", params={"outcome": "No Name"})).status_code


async def test_whoever_may_not_read_transcripts_is_told_nothing_of_what_was_said(operator: Operator) -> None:
    """Requirement 158."""
    call = await _reported(operator, SUMMARY)
    key = (await operator.made("/api/api-keys", {"name": "calls", "scopes": ["calls:read"]}))["key"]
    headers = {"Authorization": f"Bearer {key}"}
    shown = (await operator.client.get(f"/api/calls/{call.call_id}", headers=headers)).json()
    assert (None, [], "confirmed") == (shown["summary"], shown["fields"], shown["outcome"])
    refused = await operator.client.get(f"/api/calls/{call.call_id}/transcript", headers=headers)
    assert 403 == refused.status_code
