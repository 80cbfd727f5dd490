"""Events of a leg: duplicates, disorder and late words change nothing; the log is append-only (law 5)."""

import itertools
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import DBAPIError

from database.events import LegEvent, mark_delivered, record_leg_event
from domain.calls import AttemptState
from domain.identifiers import attempt_id
from domain.outcomes import TechnicalResult
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
WORDS = (AttemptState.RINGING, AttemptState.ANSWERED, AttemptState.ENDED)


def _event(state: AttemptState, carrier_call_id: str) -> LegEvent:
    result = TechnicalResult.BUSY if state is AttemptState.ENDED else None
    return LegEvent(state, f"{carrier_call_id}/{state}", carrier_call_id, AT, result)


@pytest.mark.parametrize("order", list(itertools.permutations(WORDS)))
async def test_the_order_of_the_words_does_not_matter(scene: Scene, order: tuple[AttemptState, ...]) -> None:
    """Requirement 13: each word twice, in any order; one event of each, the leg stands at the highest."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    for state in (*order, *order):
        async with scene.campaign.database.transaction() as session:
            await record_leg_event(session, attempt, _event(state, f"CA-{attempt}"))
    row = await scene.campaign.row("attempts", attempt)
    assert ("ended", 4, "busy") == (row["state"], row["leg_rank"], row["leg_result"])
    kinds = await scene.campaign.rows(
        "SELECT kind FROM call_events WHERE attempt_id = :attempt AND kind LIKE 'leg.%'", attempt=attempt
    )
    assert sorted(f"leg.{state}" for state in WORDS) == sorted(found["kind"] for found in kinds)


async def test_a_duplicate_is_signalled_until_it_was_delivered(scene: Scene) -> None:
    """Law 5: a duplicate of an undelivered event is delivered again."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt, told = attempt_id(call_id, 1), []
    for _ in range(3):
        async with scene.campaign.database.transaction() as session:
            stored = await record_leg_event(session, attempt, _event(AttemptState.ENDED, f"CA-{attempt}"))
            assert stored is not None
            told.append(stored.must_be_signalled)
            if len(told) == 2:
                await mark_delivered(session, [stored.event_id])
    assert [True, True, False] == told


async def test_another_leg_is_not_this_attempts(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    async with scene.campaign.database.transaction() as session:
        stranger = _event(AttemptState.ENDED, "CA-of-somebody-else")
        assert await record_leg_event(session, attempt_id(call_id, 1), stranger) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE call_events SET kind = 'other' WHERE account_id = :account",
        "UPDATE call_events SET detail = '{\"a\": 1}' WHERE account_id = :account",
        "DELETE FROM call_events WHERE account_id = :account",
    ],
)
async def test_the_log_refuses_to_be_changed(scene: Scene, statement: str) -> None:
    """Requirement 118."""
    await scene.prepared_dial(await scene.campaign.call(NUMBER))
    with pytest.raises(DBAPIError):
        await scene.campaign.run(statement, account=scene.campaign.account_id)
