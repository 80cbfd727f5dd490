"""A call as people look at it: every part of it by itself, of the right attempt, conversation and campaign."""

from datetime import UTC, datetime, timedelta
from typing import Final

from database.call_views import AttemptView, CallView, attempts_of, get_call
from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from tests.database.campaign_rows import running_campaign

AT: Final = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)


async def test_a_call_and_its_dials_are_shown_as_they_are(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """By the trunk and agent that its campaign has now; a dial that was not sent is none, yet it is shown."""
    campaign = await running_campaign(database, key_ring, account_id)
    other = await running_campaign(database, key_ring, account_id)
    call_id = await campaign.call("+4930555001")
    await campaign.run(
        """
        UPDATE campaigns SET trunk_id = o.trunk_id, agent_id = o.agent_id FROM campaigns o
        WHERE campaigns.id = :id AND o.id = :other
        """,
        other=other.campaign_id,
    )
    await campaign.run(
        """
        UPDATE calls SET state = 'waiting', why = 'busy', result = 'talked', outcome = 'callback', needs_review = true,
               not_before = :at, next_attempt_at = :later, created_at = :earlier, closed_at = :last WHERE id = :call
        """,
        at=AT,
        later=AT + HOUR,
        earlier=AT - HOUR,
        last=AT + 2 * HOUR,
        call=call_id,
    )
    views = [
        AttemptView(
            id=f"{call_id}-{number}",
            number=number,
            state="closed",
            result="busy" if number == 2 else None,
            reason=f"because {number}",
            carrier_call_id=f"CA{number}",
            machine_hint="human" if number == 1 else None,
            placing_at=None if number == 3 else AT + number * HOUR,
            answered_at=AT + number * HOUR + timedelta(seconds=1),
            ended_at=AT + number * HOUR + timedelta(seconds=2),
            duration_seconds=seconds,
        )
        for number, seconds in ((1, 30), (2, 12), (3, None))
    ]
    for view in reversed(views):
        await campaign.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, result, reason, carrier_call_id,
                                  machine_hint, placing_at, answered_at, ended_at, duration_seconds)
            SELECT :attempt, c.account_id, c.id, :number, l.number_hash, c.trunk_id, :state, CAST(:result AS text), :reason, :leg,
                   CAST(:hint AS text), CAST(:placing AS timestamptz), :answered, :ended, CAST(:seconds AS int)
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """,
            call=call_id,
            attempt=view.id,
            number=view.number,
            state=view.state,
            result=view.result,
            reason=view.reason,
            leg=view.carrier_call_id,
            hint=view.machine_hint,
            placing=view.placing_at,
            answered=view.answered_at,
            ended=view.ended_at,
            seconds=view.duration_seconds,
        )
    for number, sentiment, language, disclosed in (
        (2, "positive", "es", 2_000),
        (1, "negative", "en", 1_000),
    ):
        await campaign.run(
            """
            INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, decided_by,
                                       sentiment, language, disclosed_at_ms, content_sealed, began_at)
            SELECT id, account_id, call_id, 'person', 'finished', 'none', '', :sentiment, :language, :disclosed, '', placing_at
            FROM attempts WHERE id = :attempt
            """,
            attempt=f"{call_id}-{number}",
            sentiment=sentiment,
            language=language,
            disclosed=disclosed,
        )
    async with database.transaction() as session:
        shown = await get_call(session, account_id, call_id, key_ring)
        dials = await attempts_of(session, account_id, call_id)
    agent = (await campaign.row("campaigns", other.campaign_id))["agent_id"]
    assert views == dials
    assert (
        CallView(
            id=call_id,
            campaign_id=campaign.campaign_id,
            lead_id=shown.lead_id,
            trunk_id=other.trunk_id,
            agent_id=agent,
            direction="outbound",
            state="waiting",
            why="busy",
            result="talked",
            outcome="callback",
            sentiment="positive",
            language="es",
            disclosed_at_ms=2_000,
            needs_review=True,
            not_before=AT,
            next_attempt_at=AT + HOUR,
            created_at=AT - HOUR,
            closed_at=AT + 2 * HOUR,
            attempts=2,
            duration_seconds=42,
            person=Person("+4930555001", "Ada Moss"),
        )
        == shown
    )
    assert f"lead_{call_id[5:]}" == shown.lead_id
    single = await campaign.single_call("+4930555002")
    async with database.transaction() as session:
        alone = await get_call(session, account_id, single, key_ring)
    assert (None, 0, None, None) == (
        alone.campaign_id,
        alone.attempts,
        alone.duration_seconds,
        alone.sentiment,
    )
    assert agent == alone.agent_id
