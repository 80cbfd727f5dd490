"""The CRM step against a real PostgreSQL: the closed call as it was, one record however often it runs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from activities.crm import CrmActivities
from domain.calls import CallRef
from domain.campaigns import AttemptCaps, CampaignPlan
from domain.conversations import EndReason, Verdict
from domain.identifiers import AccountId, CallId
from domain.outcomes import BusinessOutcome, OutcomeFlags, TechnicalResult
from domain.script_fields import FieldAnswer, FieldType
from domain.transcripts import Speaker, Turn
from providers.crm.contract import CrmCall, CrmContact, CrmLink
from providers.errors import ProviderRefused, ProviderUnavailable
from tests.activities.carrier import WorkerDied
from tests.activities.connections import through
from tests.activities.scene import NUMBER, Scene, run
from tests.database.other_account import other_account

SAID = (
    Turn(Speaker.AGENT, "Are you happy with us?", 0, 1500),
    Turn(Speaker.PERSON, "Very happy indeed, please go on.", 2000, 3800),
)


@dataclass
class RememberedCrm:
    """Keeps one record for each call. failure: what the next requests meet; late: only after the record was made."""

    failure: Exception | None = None
    late: bool = False
    records: dict[str, tuple[CrmContact, CrmCall]] = field(default_factory=dict)
    forgotten: list[tuple[str, bool]] = field(default_factory=list)

    async def record_call(self, contact: CrmContact, call: CrmCall) -> CrmLink:
        """Keep it, or fail as the script says."""
        if self.failure is None or self.late:
            self.records[call.call_id] = (contact, call)
        if self.failure is not None:
            raise self.failure
        return CrmLink("contact 7", f"record of {call.call_id}")

    async def forget_person(self, links: Sequence[CrmLink], *, contact: bool) -> None:
        """Forget these records; contact: and note that the contact is gone. Or fail as the script says."""
        if self.failure is not None:
            raise self.failure
        for link in links:
            self.records.pop(link.call_record_id.removeprefix("record of "), None)
        self.forgotten += [(link.contact_id, contact) for link in links]


async def test_a_closed_call_is_recorded_as_it_was(scene: Scene) -> None:
    """Requirement 109."""
    crm, call_id = RememberedCrm(), await _talked(scene)
    await _sync(scene, crm, call_id)
    contact, call = crm.records[call_id]
    assert CrmContact(NUMBER, "Ada Moss", "") == contact
    assert (NUMBER, "+14155552671") == (call.to_number, call.from_number)
    assert (TechnicalResult.TALKED, BusinessOutcome.INTERESTED) == (call.result, call.outcome)
    attempt = await scene.campaign.row("attempts", f"{call_id}-1")
    assert attempt["answered_at"] == call.at
    assert abs((attempt["ended_at"] - call.at).total_seconds() * 1000 - call.duration_ms) <= 0.5
    assert [
        "Result: talked. Outcome: interested.",
        "Because they said: “Very happy indeed”",
        "Agent: Are you happy with us?",
        "Person: Very happy indeed, please go on.",
    ] == call.summary.splitlines()
    assert [("contact 7", f"record of {call_id}")] == await _links(scene)


async def test_what_was_said_is_told_although_a_later_attempt_came_to_nothing(scene: Scene) -> None:
    """Who is interested and did not answer the call that was promised is known with their words."""
    crm, call_id = RememberedCrm(), await _talked(scene)
    await scene.campaign.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, result)
        SELECT call_id || '-2', account_id, call_id, 2, number_hash, trunk_id, 'closed', now(), 'no_answer'
        FROM attempts WHERE call_id = :call
        """,
        call=call_id,
    )
    await scene.campaign.run("UPDATE calls SET result = 'no_answer' WHERE id = :call", call=call_id)
    await _sync(scene, crm, call_id)
    summary = crm.records[call_id][1].summary.splitlines()
    assert "Result: no_answer. Outcome: interested." == summary[0]
    assert "Person: Very happy indeed, please go on." == summary[-1]


async def test_the_summary_and_the_fields_stand_first(scene: Scene) -> None:
    """And the script's own outcome is the CRM's as well."""
    crm, call_id = RememberedCrm(), await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    flags = OutcomeFlags(final=True, suppresses=False, success=True)
    summary = "She is <happy>. Nothing is to be done."
    verdict = Verdict("confirmed", "Very happy indeed", flags=flags, summary=summary)
    fields = (
        FieldAnswer("happy", FieldType.BOOLEAN, "true", "Very happy"),
        FieldAnswer("room", FieldType.TEXT),
    )
    await scene.converse(call_id, verdict, EndReason.FINISHED, SAID, fields=fields)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    await scene.close(call_id)
    await _sync(scene, crm, call_id)
    call = crm.records[call_id][1]
    assert "confirmed" == call.outcome
    assert [
        summary,
        "happy: true",
        "room: open",
        "Result: talked. Outcome: confirmed.",
    ] == call.summary.splitlines()[:4]


async def test_a_call_that_nobody_answered_is_recorded_too(scene: Scene) -> None:
    """Requirement 109: without a conversation there is a result and nothing said."""
    crm, call_id = RememberedCrm(), await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    scene.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    await scene.hang_up(call_id)
    await scene.cancel(call_id)
    await _sync(scene, crm, call_id)
    _, call = crm.records[call_id]
    assert (0, "Result: cancelled. Outcome: none.") == (call.duration_ms, call.summary)


async def test_a_call_that_was_tried_again_is_recorded_as_it_went_the_last_time(scene: Scene) -> None:
    """Requirement 109: nobody answered first; then there was a talk."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    crm, call_id = RememberedCrm(), await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    scene.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    await scene.hang_up(call_id)
    assert not (await scene.close(call_id)).closed
    await scene.campaign.run("UPDATE calls SET not_before = NULL WHERE id = :call", call=call_id)
    await scene.prepared_dial(call_id, 2)
    verdict = Verdict(BusinessOutcome.INTERESTED, "Very happy indeed")
    await scene.converse(call_id, verdict, EndReason.FINISHED, SAID, number=2)
    scene.carrier.end(f"CA-{call_id}-2", None)
    await scene.hang_up(call_id, 2)
    assert (await scene.close(call_id, 2)).closed
    await _sync(scene, crm, call_id)
    _, call = crm.records[call_id]
    second = await scene.campaign.row("attempts", f"{call_id}-2")
    assert second["answered_at"] == call.at
    assert abs((second["ended_at"] - call.at).total_seconds() * 1000 - call.duration_ms) <= 0.5
    assert "Person: Very happy indeed, please go on." == call.summary.splitlines()[-1]


async def test_a_repeated_sync_leaves_one_record_and_one_link(scene: Scene) -> None:
    crm, call_id = RememberedCrm(), await _talked(scene)
    for _ in range(2):
        await _sync(scene, crm, call_id)
    assert [call_id] == list(crm.records)
    assert 1 == len(await _links(scene))


@pytest.mark.parametrize("late", [True, False])
async def test_a_sync_that_was_cut_off_is_made_up_for(scene: Scene, late: bool) -> None:
    """Requirement 91: the worker died before or after the CRM had kept it."""
    crm, call_id = RememberedCrm(WorkerDied(), late=late), await _talked(scene)
    with pytest.raises(WorkerDied):
        await _sync(scene, crm, call_id)
    assert [] == await _links(scene)
    crm.failure = None
    await _sync(scene, crm, call_id)
    assert ([call_id], 1) == (list(crm.records), len(await _links(scene)))


@pytest.mark.parametrize("failure", [ProviderUnavailable(), ProviderRefused(code="403")])
async def test_a_crm_that_fails_changes_nothing_here(scene: Scene, failure: Exception) -> None:
    """Requirement 91: Temporal asks again, or never, by the error's name."""
    crm, call_id = RememberedCrm(failure), await _talked(scene)
    before = await scene.campaign.snapshot()
    with pytest.raises(type(failure)):
        await _sync(scene, crm, call_id)
    assert (before, []) == (await scene.campaign.snapshot(), await _links(scene))


async def test_a_call_that_is_not_closed_is_not_recorded(scene: Scene) -> None:
    crm, call_id = RememberedCrm(), await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _sync(scene, crm, call_id)
    assert ({}, []) == (crm.records, await _links(scene))


async def test_another_accounts_call_is_not_recorded(scene: Scene) -> None:
    crm, call_id = RememberedCrm(), await _talked(scene)
    await _sync(scene, crm, call_id, account_id=await other_account(scene.campaign.database))
    assert {} == crm.records


async def test_without_a_crm_there_is_nothing_to_do(scene: Scene) -> None:
    await _sync(scene, None, await _talked(scene))
    assert [] == await _links(scene)


async def _sync(
    scene: Scene, crm: RememberedCrm | None, call_id: CallId, *, account_id: AccountId | None = None
) -> None:
    ref = CallRef(account_id or scene.campaign.account_id, call_id)
    await run(CrmActivities(through(scene.tools, crm_client=crm)).sync_crm, ref)


async def _talked(scene: Scene) -> CallId:
    """A call with a conversation, closed."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    verdict = Verdict(BusinessOutcome.INTERESTED, "Very happy indeed")
    await scene.converse(call_id, verdict, EndReason.FINISHED, SAID)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    assert (await scene.close(call_id)).closed
    return call_id


async def _links(scene: Scene) -> list[tuple[Any, Any]]:
    found = await scene.campaign.rows(
        "SELECT contact_id, record_id FROM crm_links WHERE account_id = :account_id"
    )
    return [(link["contact_id"], link["record_id"]) for link in found]
