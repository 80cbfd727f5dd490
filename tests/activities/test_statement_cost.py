"""What a clean call asks of PostgreSQL, step by step: the table of docs/performance.md. A statement more is noticed here."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from activities import dialling, slot_clock
from activities.campaigns import CampaignActivities
from activities.crm import CrmActivities
from database.reported_events import LegEvent, record_leg_event
from database.session import Database
from domain.calls import AttemptState, CallRef, DialKind
from domain.campaigns import FeedRound
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome
from tests.activities.connections import through
from tests.activities.scene import NUMBER, Scene, run
from tests.activities.test_crm import RememberedCrm


@contextmanager
def _sent(database: Database) -> Iterator[list[str]]:
    """The statements that this engine sends; transaction frames are none."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture(autouse=True)
def no_slot_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each slot that is missed costs statements of its own; here the machine may be busy."""
    monkeypatch.setattr(dialling, "LATE", timedelta(seconds=5))
    monkeypatch.setattr(dialling, "LEAST_LEFT", timedelta(seconds=-5))
    monkeypatch.setattr(dialling, "OLDEST_DECISION", timedelta(seconds=20))
    monkeypatch.setattr(slot_clock, "_QUICK_SECONDS", 5.0)


async def test_a_clean_call_costs_twelve_statements(scene: Scene) -> None:
    """Behind its feeder, who asks for 25 calls at once."""
    call_id = await _fed(scene)
    scene.tools = through(scene.tools, crm_client=RememberedCrm())
    ref = CallRef(scene.campaign.account_id, call_id)
    cost: dict[str, int] = {}
    with _sent(scene.campaign.database) as sent:

        def took(step: str) -> None:
            cost[step] = len(sent)
            sent.clear()

        assert DialKind.PLACED is (await scene.dial(call_id)).kind
        took("facts behind the lock; decision, slot and attempt; compare and set; the carrier's id")
        await _moves(scene, call_id, AttemptState.RINGING)
        took("ringing")
        await scene.converse(call_id, Verdict(BusinessOutcome.INTERESTED, "I am happy"), EndReason.FINISHED)
        took("the stream is opened; the report stored behind its lock")
        await _moves(scene, call_id, AttemptState.ENDED)
        took("ended")
        assert (await scene.close(call_id)).sync_crm
        took("what is known of the attempt, behind its lock; attempt and call closed")
        await run(CrmActivities(scene.tools).sync_crm, ref)
        took("read for the CRM; told")
    assert [4, 1, 2, 1, 2, 2] == list(cost.values()), cost


async def _fed(scene: Scene) -> CallId:
    """A call that its feeder found ready: it asks nothing before its dial."""
    await scene.campaign.lead(NUMBER)
    await run(
        CampaignActivities(scene.tools).feed,
        FeedRound(scene.campaign.account_id, scene.campaign.campaign_id, 1),
    )
    [order] = scene.temporal.orders.values()
    assert order.ready is not None
    return order.call_id


async def _moves(scene: Scene, call_id: CallId, state: AttemptState) -> None:
    """The carrier's callback."""
    attempt = attempt_id(call_id, 1)
    told = LegEvent(state, str(state), f"CA-{attempt}", datetime.now(UTC))
    async with scene.campaign.database.transaction() as session:
        assert await record_leg_event(session, attempt, told)
