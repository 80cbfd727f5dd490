"""Calls that were held so many days ago, with all that they leave, as rows and files: nobody waits half a year for them."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import text

from database.conversations import nothing_said
from database.people import Person
from database.retention import set_settings
from domain.identifiers import AttemptId, CallId, LeadId
from domain.retention import RetentionSettings
from providers.recordings.segments import Take
from tests.activities.scene import Scene
from tests.database.campaign_rows import OPEN, CampaignRows
from tests.providers.recordings import segments

NAME = "Zebulon Quackenbush"
_AGO = "now() - make_interval(days => :days)"
_HELD = (
    f"UPDATE leads SET created_at = {_AGO} WHERE id = :lead",
    f"""UPDATE calls SET state = 'closed', created_at = {_AGO}, closed_at = {_AGO}, why = 'said something',
        plan = '{{"follow_ups": []}}' WHERE id = :call""",
    f"""
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, created_at, closed_at, stream_epoch, duration_seconds)
        VALUES (:attempt, :account, :call, 1, :hash, :trunk, 'closed', {_AGO}, {_AGO}, 1, 20)
    """,
    f"""
        INSERT INTO decisions (account_id, call_id, attempt, verdict, rule_set, decided_at)
        VALUES (:account, :call, 1, 'allow', 'simulation@1', {_AGO})
    """,
    f"""
        INSERT INTO call_events (account_id, campaign_id, call_id, kind, dedupe_key, stored_at)
        VALUES (:account, :campaign, :call, 'call.closed', :call || '/closed', {_AGO})
    """,
    f"INSERT INTO messages (id, account_id, call_id, rule, created_at) VALUES ('msg_' || :call, :account, :call, 0, {_AGO})",
    f"""
        INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, decided_by, content_sealed,
                                   sentiment, began_at, ended_at)
        VALUES (:attempt, :account, :call, 'person', 'finished', 'interested', 'rule', :said, 'positive', {_AGO}, {_AGO})
    """,
    "INSERT INTO conversation_snapshots (attempt_id, account_id, epoch, content_sealed) VALUES (:attempt, :account, 1, :said)",
    "INSERT INTO crm_links (call_id, account_id, contact_id, record_id) VALUES (:call, :account, 'contact 1', 'record 1')",
)


async def held(scene: Scene, number: str, days: int, *, hours_key: str = OPEN, name: str = NAME) -> CallId:
    """A call to this number that ended so many days ago, recorded and told to the CRM."""
    campaign, ring = scene.campaign, scene.campaign.key_ring
    call_id = await campaign.call(number, hours_key=hours_key)
    attempt_id = AttemptId(f"{call_id}-1")
    parameters = {
        "days": days,
        "lead": await lead_of(campaign, call_id),
        "call": call_id,
        "attempt": attempt_id,
        "account": campaign.account_id,
        "campaign": campaign.campaign_id,
        "trunk": campaign.trunk_id,
        "hash": ring.lookup(number, campaign.account_id),
        "said": ring.seal_record(
            asdict(nothing_said()) | {"evidence": f"{name} likes it."}, campaign.account_id
        ),
    }
    async with campaign.database.transaction() as session:
        for statement in _HELD:
            await session.execute(text(statement), parameters)
        await session.execute(
            text("UPDATE leads SET person_sealed = :person WHERE id = :lead"),
            {
                "person": ring.seal_record(Person(number, name, "z@example.com"), campaign.account_id),
                "lead": parameters["lead"],
            },
        )
    take = Take(campaign.account_id, attempt_id, 1)
    for place, segment in enumerate(segments(400)):
        scene.tools.recordings.keep_segment(take, place, segment)
    scene.tools.recordings.flights.keep_part(take, 0, b"what was heard")
    return call_id


async def lead_of(campaign: CampaignRows, call_id: CallId) -> LeadId:
    """The call's lead."""
    return LeadId((await campaign.row("calls", call_id))["lead_id"])


async def person_of(campaign: CampaignRows, call_id: CallId) -> Person:
    """Whom the call was to, as it is known now."""
    lead = await campaign.row("leads", await lead_of(campaign, call_id))
    return campaign.key_ring.open_record(lead["person_sealed"], campaign.account_id, Person)


async def turned_on(campaign: CampaignRows, **times: Any) -> None:
    """The account's retention is on, with these times."""
    async with campaign.database.transaction() as session:
        await set_settings(session, campaign.account_id, RetentionSettings(is_on=True, **times))


async def acted(campaign: CampaignRows, days: int, *, action: str = "done", times: int = 1) -> None:
    """Acts of so many days ago, each in a transaction of its own."""
    for _ in range(times):
        await campaign.run(
            f"""
                INSERT INTO audit_events (account_id, actor, action, subject, at) VALUES (:account, 'key_1', :action, 'it', {_AGO})
            """,
            account=campaign.account_id,
            action=action,
            days=days,
        )


async def everything(campaign: CampaignRows) -> dict[str, list[Any]]:
    """Every row of the account that retention could touch."""
    tables = ("leads", "calls", "attempts", "decisions", "call_events", "messages", "conversations", "conversation_snapshots",
              "crm_links", "suppressions", "consents", "preferences", "audit_events")  # fmt: skip
    return {
        table: await campaign.rows(f"SELECT * FROM {table} WHERE account_id = :account_id ORDER BY 1")
        for table in tables
    }


async def now_of(campaign: CampaignRows) -> datetime:
    """The moment by the database's clock."""
    [row] = await campaign.rows("SELECT clock_timestamp() AS now")
    moment: datetime = row["now"]
    return moment
