"""A closed call as the CRM is told of it."""

from datetime import UTC, datetime, timedelta

import pytest

from database.attempts import read_attempt_end
from database.closing import read_call_end
from database.connections import add_connection, change_credentials, installation_connection
from database.conversations import store_report
from database.finished_calls import CallRecord, read_call_record, store_crm_link
from database.sealing import KeyRing
from database.session import Database, new_id
from database.trunks import add_trunk
from domain.connections import ConnectionKind, ConnectionRef
from domain.conversations import EndReason, Verdict
from domain.identifiers import AccountId, CallId, ConnectionId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene
from tests.database.campaign_rows import CampaignRows, running_campaign

AT = datetime(2026, 11, 30, 9, tzinfo=UTC)
_SWAPPED = "+14155552999"


async def _swap_trunk(campaign: CampaignRows) -> None:
    async with campaign.database.transaction() as session:
        trunk = await add_trunk(
            session,
            campaign.account_id,
            name="the other",
            carrier="twilio",
            caller_number=_SWAPPED,
            calls_per_second=1,
            lines=1,
        )
    await campaign.run("UPDATE campaigns SET trunk_id = :trunk WHERE id = :id", trunk=trunk.id)


async def test_a_call_that_was_never_dialled_has_the_number_it_would_have_been_made_with(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    call_id = await campaign.call("+493055501")
    await _swap_trunk(campaign)
    await campaign.run(
        "UPDATE calls SET state = 'closed', result = :result, outcome = 'none' WHERE id = :call",
        call=call_id,
        result=TechnicalResult.NEVER_DIALLED,
    )
    async with database.transaction() as session:
        record = await read_call_record(session, account_id, call_id, key_ring)
    assert record is not None
    assert _SWAPPED == record.caller_number


async def test_a_call_that_was_dialled_has_the_number_it_was_dialled_from(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _swap_trunk(scene.campaign)
    await scene.campaign.run(
        "UPDATE calls SET state = 'closed', result = 'talked' WHERE id = :call", call=call_id
    )
    async with scene.campaign.database.transaction() as session:
        record = await read_call_record(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert record is not None
    assert "+14155552671" == record.caller_number


async def _ended_attempt(scene: Scene, call_id: CallId, number: int) -> None:
    """One that was answered at nine seconds past its hour, and lasted one and a half."""
    await scene.campaign.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, answered_at, ended_at)
        SELECT c.id || '-' || CAST(:number AS int), c.account_id, c.id, CAST(:number AS int), l.number_hash, c.trunk_id, 'ended', :at, :answered, :ended
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        number=number,
        at=AT + timedelta(hours=number),
        answered=AT + timedelta(hours=number, seconds=9),
        ended=AT + timedelta(hours=number, seconds=10.5),
        call=call_id,
    )


GLAD, LATER, NOTHING = BusinessOutcome.INTERESTED, BusinessOutcome.CALLBACK, BusinessOutcome.NONE
# What each attempt's conversation came to, what the call came to, and the attempt of whose conversation the CRM is told.
TOLD = [
    ((GLAD, LATER), GLAD, 1),
    ((LATER, GLAD), GLAD, 2),
    ((GLAD, NOTHING), GLAD, 1),
    ((GLAD, GLAD, LATER), GLAD, 2),
    ((LATER, NOTHING), GLAD, 1),
    ((NOTHING, NOTHING), NOTHING, 2),
]


@pytest.mark.parametrize(("said", "came_to", "told"), TOLD)
async def test_a_record_tells_what_was_said_where_the_call_came_to_its_outcome(
    scene: Scene, said: tuple[BusinessOutcome, ...], came_to: BusinessOutcome, told: int
) -> None:
    """Else what was said last, if it came to anything."""
    campaign, call_id = scene.campaign, await scene.campaign.call(NUMBER)
    for number, outcome in enumerate(said, start=1):
        await _ended_attempt(scene, call_id, number)
        report = scene.report(
            call_id, Verdict(outcome, f"said in {number}"), EndReason.FINISHED, number=number
        )
        async with campaign.database.transaction() as session:
            await store_report(session, report, campaign.key_ring, suppression_id=new_id("sup"))
    await campaign.run(
        "UPDATE calls SET state = 'closed', result = 'talked', outcome = :outcome, why = '' WHERE id = :call",
        outcome=str(came_to),
        call=call_id,
    )
    async with campaign.database.transaction() as session:
        record = await read_call_record(session, campaign.account_id, call_id, campaign.key_ring)
    assert record is not None
    assert record.content is not None
    assert f"said in {told}" == record.content.evidence


async def test_a_record_is_of_the_last_attempt_and_of_what_was_said_in_it(scene: Scene) -> None:
    """Answered or not; nothing before the call is closed."""
    campaign, call_id = scene.campaign, await scene.campaign.call(NUMBER)
    for number in (1, 2):
        await _ended_attempt(scene, call_id, number)
    ring = campaign.key_ring
    for number in (1, 2):
        verdict = Verdict(BusinessOutcome.INTERESTED, f"said in {number}")
        report = scene.report(call_id, verdict, EndReason.FINISHED, number=number)
        async with campaign.database.transaction() as session:
            await store_report(session, report, ring, suppression_id=new_id("sup"))
    await campaign.run(
        "UPDATE calls SET result = 'talked', outcome = 'interested', why = 'they said so' WHERE id = :call",
        call=call_id,
    )

    async def read() -> CallRecord | None:
        async with campaign.database.transaction() as session:
            return await read_call_record(session, campaign.account_id, call_id, ring)

    assert await read() is None
    await campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    record = await read()
    assert record is not None
    assert record.content is not None
    assert (
        NUMBER,
        AT + timedelta(hours=2, seconds=9),
        1500,
        "talked",
        "interested",
        "they said so",
        "said in 2",
    ) == (
        record.person.number,
        record.at,
        record.duration_ms,
        record.result,
        record.outcome,
        record.why,
        record.content.evidence,
    )
    await campaign.run("UPDATE attempts SET answered_at = NULL WHERE id = :id_", id_=f"{call_id}-2")
    await campaign.run("UPDATE calls SET outcome = NULL WHERE id = :call", call=call_id)
    record = await read()
    assert record is not None
    assert (AT + timedelta(hours=2), 0, "none") == (record.at, record.duration_ms, record.outcome)


async def test_records_go_to_the_newest_of_the_accounts_own_crms_else_to_the_installations(
    scene: Scene,
) -> None:
    """Whichever step asks, and by the credentials of the moment."""
    campaign = scene.campaign
    account_id, key_ring = campaign.account_id, campaign.key_ring
    call_id = await campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await campaign.run(
        "UPDATE calls SET state = 'closed', result = 'talked', why = '' WHERE id = :call", call=call_id
    )
    await campaign.run(
        "DELETE FROM connections WHERE kind = 'crm' AND account_id = :account_id", account_id=account_id
    )

    async def goes_to() -> ConnectionRef | None:
        async with campaign.database.transaction() as session:
            record = await read_call_record(session, account_id, call_id, key_ring)
            closed = await read_call_end(session, account_id, call_id)
            attempt = await read_attempt_end(session, account_id, attempt_id(call_id, 1), key_ring)
        assert record is not None
        assert closed is not None
        assert attempt is not None
        [ref] = {record.crm, closed.crm, attempt.crm}
        return ref

    async def add(kind: ConnectionKind, vendor: str, name: str) -> ConnectionId:
        async with campaign.database.transaction() as session:
            added = await add_connection(
                session,
                account_id,
                kind,
                vendor,
                key_ring,
                name=name,
                identity="",
                credentials={"token": name},
            )
        return added.id

    assert await goes_to() is None
    first = await add(ConnectionKind.CRM, "hubspot", "first")
    async with campaign.database.transaction() as session:
        shared = await installation_connection(session, account_id, ConnectionKind.CRM, "salesforce")
    assert ConnectionRef(first, account_id, "hubspot", 1) == await goes_to()
    second = await add(ConnectionKind.CRM, "salesforce", "second")
    await add(ConnectionKind.TELEPHONY, "twilio", "no CRM")
    async with campaign.database.transaction() as session:
        await change_credentials(
            session, account_id, second, key_ring, identity="", credentials={"token": "new"}
        )
    assert ConnectionRef(second, account_id, "salesforce", 2) == await goes_to()
    await campaign.run("DELETE FROM connections WHERE id = ANY(:own)", own=[first, second])
    assert ConnectionRef(shared, account_id, "salesforce", 1) == await goes_to()


async def test_a_call_is_found_where_the_crm_has_it_now(scene: Scene) -> None:
    """A sync whose answer was lost is made again: contacts are merged, and a record that was deleted is made anew."""
    campaign, call_id = scene.campaign, await scene.campaign.call(NUMBER)
    async with campaign.database.transaction() as session:
        for contact, record in (("contact 1", "record 1"), ("contact 2", "record 2")):
            await store_crm_link(session, campaign.account_id, call_id, contact_id=contact, record_id=record)
    links = await campaign.rows(
        "SELECT contact_id, record_id FROM crm_links WHERE call_id = :call", call=call_id
    )
    assert [{"contact_id": "contact 2", "record_id": "record 2"}] == links
