"""What is known of an attempt when it is closed: every part of it by itself, of the right row (law 5)."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import text

from database.attempts import AttemptEnd, read_attempt_end
from database.call_facts import CallFacts, read_facts
from database.connections import add_connection
from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from database.trunks import add_trunk
from domain.calls import AttemptState
from domain.connections import ConnectionKind, ConnectionRef
from domain.identifiers import AccountId, LeadId, attempt_id
from domain.outcomes import Outcome, OutcomeFlags, TechnicalResult
from tests.database.campaign_rows import OPEN, running_campaign, supposed

AT: Final = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)
OWN: Final = OutcomeFlags(final=False, suppresses=False, success=True, follows_up=True)


async def test_what_is_known_of_an_attempt(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Through the trunk it was dialled by, whatever the campaign has now; the call's earlier attempts are counted alone."""
    campaign = await running_campaign(database, key_ring, account_id)
    other = await running_campaign(database, key_ring, account_id)
    call_id = await campaign.call("+4930555001")
    async with database.transaction() as session:
        connection = await add_connection(
            session,
            account_id,
            ConnectionKind.TELEPHONY,
            "exotel",
            key_ring,
            name="theirs",
            identity="",
            credentials={},
        )
        trunk = await add_trunk(
            session,
            account_id,
            name="dialled by",
            carrier="exotel",
            caller_number="+14155559999",
            calls_per_second=1,
            lines=1,
            connection_id=connection.id,
        )
        await session.execute(
            text("UPDATE connections SET version = 4 WHERE id = :id"), {"id": connection.id}
        )
        await session.execute(
            text("""
                INSERT INTO media_processes (process, stream_url, control_url, seen_at)
                VALUES ('media-ends', 'wss://ends', 'http://ends', now() - interval '1 day') ON CONFLICT DO NOTHING
            """)
        )
    await campaign.run("UPDATE campaigns SET trunk_id = :trunk WHERE id = :id", trunk=other.trunk_id)
    await campaign.run("UPDATE calls SET outcome = 'maybe', result = 'busy' WHERE id = :call", call=call_id)
    await campaign.run(
        "UPDATE lines SET call_id = :call, recogniser = 'openai', synthesiser = 'deepgram' WHERE trunk_id = :trunk",
        call=call_id,
        trunk=trunk.id,
    )
    for number, result in ((1, "busy"), (2, "busy"), (3, "no_answer"), (4, "talked"), (5, "cancelled")):
        await campaign.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, result)
            SELECT c.id || '-' || CAST(:number AS int), c.account_id, c.id, CAST(:number AS int), l.number_hash, :trunk, 'closed', :result
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """,
            number=number,
            result=result,
            trunk=trunk.id,
            call=call_id,
        )
    attempt = attempt_id(call_id, 4)
    await campaign.run(
        """
        UPDATE attempts SET fictional = true, carrier_call_id = 'CA4', created_at = :created, placing_at = :placing,
               answered_at = :answered, ended_at = :ended, leg_result = 'unconfirmed', duration_seconds = 17,
               media_process = 'media-ends'
        WHERE id = :attempt
        """,
        created=AT,
        placing=AT + HOUR,
        answered=AT + 2 * HOUR,
        ended=AT + 3 * HOUR,
        attempt=attempt,
    )
    for said_in, outcome, flags in ((3, "maybe", OWN), (4, "none", None)):
        await campaign.run(
            """
            INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, outcome_flags,
                                       decided_by, content_sealed, words)
            SELECT id, account_id, call_id, 'person', 'finished', :outcome, CAST(:flags AS jsonb), 'model', 'sealed', number
            FROM attempts WHERE id = :attempt
            """,
            outcome=outcome,
            flags=None
            if flags is None
            else '{"final": false, "suppresses": false, "success": true, "follows_up": true}',
            attempt=attempt_id(call_id, said_in),
        )

    async with database.transaction() as session:

        async def known() -> AttemptEnd:
            end = await read_attempt_end(session, account_id, attempt, key_ring)
            assert end is not None
            return end

        end = await known()
        assert end.conversation is not None
        assert (4, "none", False) == (
            end.conversation["words"],
            end.conversation["outcome"],
            "content_sealed" in end.conversation,
        )
        expected = {
            "account_id": account_id,
            "call_id": call_id,
            "attempt_id": attempt,
            "number": 4,
            "campaign_id": campaign.campaign_id,
            "lead_id": LeadId(f"lead_{call_id[5:]}"),
            "trunk_id": trunk.id,
            "permits": ("recogniser/openai", "synthesiser/deepgram"),
            "state": AttemptState.CLOSED,
            "to_number": "+4930555001",
            "caller_number": "+14155559999",
            "connection": ConnectionRef(connection.id, account_id, "exotel", 4),
            "fictional": True,
            "carrier_call_id": "CA4",
            "created_at": AT,
            "placing_at": AT + HOUR,
            "answered_at": AT + 2 * HOUR,
            "ended_at": AT + 3 * HOUR,
            "leg_result": TechnicalResult.UNCONFIRMED,
            "duration_seconds": 17,
            "talking": False,
            "result": TechnicalResult.TALKED,
            "hours_key": OPEN,
            "call_outcome": Outcome.of("maybe", OWN),
            "ended_so": {TechnicalResult.BUSY: 2, TechnicalResult.NO_ANSWER: 1},
            "content_sealed": b"sealed",
            "media_control_url": "http://ends",
        }
        assert expected == {name: getattr(end, name) for name in expected}
        assert {"read_at", "plan", "conversation", "crm"} == {
            each.name for each in fields(end)
        } - expected.keys()
        assert (AT + HOUR, True) == (end.sent_at, end.leg_ended)
        async with supposed(
            session, "UPDATE attempts SET stream_opened_at = now() WHERE id = :id", id=attempt
        ):
            assert (await known()).talking
        so = "UPDATE attempts SET state = :state, placing_at = NULL WHERE id = :id"
        over = set()
        for state in AttemptState:
            async with supposed(session, so, state=str(state), id=attempt):
                end = await known()
                assert end.sent_at == AT
                over |= {state} if end.leg_ended else set()
        assert {AttemptState.ENDED, AttemptState.CLOSED} == over
        async with supposed(session, "UPDATE lines SET call_id = NULL WHERE call_id = :id", id=call_id):
            assert () == (await known()).permits


async def test_what_decides_about_a_call(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Every part of it by itself; its trunk, script and agent are those that its campaign has now."""
    campaign = await running_campaign(database, key_ring, account_id, lines=3)
    call_id = await campaign.call("+4930555001", consents=("express", "written"))
    await campaign.run(
        """
        UPDATE calls SET state = 'waiting', why = 'other', not_before = :at, next_attempt_at = :later,
               not_before_because = 'because', may_queue = false WHERE id = :call
        """,
        at=AT,
        later=AT + HOUR,
        call=call_id,
    )
    await campaign.run("UPDATE leads SET review = 'no_zone' WHERE campaign_id = :id")
    await campaign.run(
        """
        UPDATE trunks SET paused_until = :until, paused_because = 'it is slow', caller_number = '+14155559999',
               calls_per_second = 7 WHERE id = :trunk
        """,
        until=AT,
        trunk=campaign.trunk_id,
    )
    await campaign.run(
        "UPDATE lines SET call_id = :call WHERE trunk_id = :trunk AND number = 3",
        call=call_id,
        trunk=campaign.trunk_id,
    )
    await campaign.run("UPDATE campaigns SET state = 'paused' WHERE id = :id")
    for place, (channel, removed) in enumerate((("sms", None), ("voice", AT), ("all", None))):
        await campaign.run(
            """
            INSERT INTO suppressions (id, account_id, number_hash, number_sealed, channel, source, removed_at)
            SELECT id || '-' || CAST(:place AS int), account_id, number_hash, person_sealed, :channel, 'api',
                   CAST(:removed AS timestamptz) FROM leads WHERE campaign_id = :id
            """,
            place=place,
            channel=channel,
            removed=removed,
        )
    async with database.transaction() as session:
        facts = await read_facts(session, account_id, call_id, key_ring, attempt_id=attempt_id(call_id, 1))
        assert facts is not None
        expected = {
            "account_id": account_id,
            "call_id": call_id,
            "campaign_id": campaign.campaign_id,
            "lead_id": LeadId(f"lead_{call_id[5:]}"),
            "campaign_state": "paused",
            "call_state": "waiting",
            "not_before": AT,
            "not_before_because": "because",
            "may_queue": False,
            "person": Person("+4930555001", "Ada Moss"),
            "number_hash": key_ring.lookup("+4930555001", account_id),
            "hours_key": OPEN,
            "review": "no_zone",
            "consents": frozenset(("express", "written")),
            "trunk_id": campaign.trunk_id,
            "caller_number": "+14155559999",
            "calls_per_second": 7.0,
            "trunk_paused_until": AT,
            "trunk_paused_because": "it is slow",
            "line": 3,
            "suppressed_on": frozenset(("sms", "all")),
            "attempts_made": 0,
            "past": (),
            "attempt_state": None,
            "outcome": Outcome.of(None),
            "is_placed": False,
            "preferences": (),
            "last_talk_at": None,
            "promised_at": None,
        }
        assert expected == {name: getattr(facts, name) for name in expected}
        left_out = {each.name for each in fields(CallFacts)} - expected.keys()
        assert {
            *("now", "plan", "script", "agent", "connection", "ledger"),
            *("rule_versions", "lists", "abandonment", "callers", "predial_hook"),
        } == left_out
        assert ("Hello.", account_id, "twilio") == (
            facts.script["opening"],
            facts.agent["account_id"],
            facts.connection.vendor,
        )
        await session.execute(
            text("""
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id)
                SELECT c.id || '-1', c.account_id, c.id, 1, l.number_hash, c.trunk_id
                FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """),
            {"call": call_id},
        )
        again = await read_facts(session, account_id, call_id, key_ring, attempt_id=attempt_id(call_id, 1))
        assert again is not None
        assert replace(facts, attempt_state="created", now=again.now) == again
