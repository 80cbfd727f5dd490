"""Whoever placed an attempt owns it: what each step may do to an attempt as it finds it, and what it leaves (law 1)."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import attempts, placing
from database.placing import PlacingLost
from database.sealing import KeyRing
from database.session import Database
from domain.calls import AttemptState
from domain.identifiers import AccountId, AttemptId, CallId, attempt_id
from tests.database.campaign_rows import CampaignRows, running_campaign, supposed
from tests.database.other_account import other_account

AT: Final = datetime(2026, 11, 30, 9, tzinfo=UTC)
OURS, LEG, OTHER_LEG = "our token", "CA-ours", "CA-other"
NUMBER = "+4930555001"

# How a step finds the attempt that it placed.
FOUND: Final[dict[str, str]] = {
    "as it was placed": "state = 'placing'",
    "not placed yet": "state = 'created', placing_at = NULL, placing_token = NULL",
    "placed by another": "placing_token = 'theirs', placing_at = placing_at + interval '1 s'",
    "known by its leg": f"carrier_call_id = '{LEG}'",
    "known by another leg": f"carrier_call_id = '{OTHER_LEG}'",
    "placed": f"state = 'placed', carrier_call_id = '{LEG}', placed_at = placing_at",
    "ringing": f"state = 'ringing', leg_rank = 2, carrier_call_id = '{LEG}', placed_at = placing_at",
    "ringing, of which leg nobody knows": "state = 'ringing', leg_rank = 2",
    "over": f"state = 'ended', leg_rank = 4, carrier_call_id = '{LEG}', placed_at = placing_at",
    "closed": f"state = 'closed', carrier_call_id = '{LEG}', placed_at = placing_at",
    "another account's": "account_id = :other",
}


class Placed:
    """A call that holds a line, with an attempt that this step placed."""

    def __init__(self, rows: CampaignRows, call_id: CallId, other: AccountId) -> None:
        self.rows, self.call_id, self.other = rows, call_id, other
        self.attempt = attempt_id(call_id, 1)

    async def each(
        self, step: Callable[[AsyncSession], Awaitable[object]], *also: str
    ) -> dict[str, dict[str, Any] | None]:
        """What the step leaves of each attempt it may find; it is left out where the step is told that it lost the placing."""
        left: dict[str, dict[str, Any] | None] = {}
        async with self.rows.database.transaction() as session:
            for name, found in FOUND.items():
                other = {"other": self.other} if ":other" in found else {}
                async with supposed(
                    session, f"UPDATE attempts SET {found} WHERE id = :attempt", attempt=self.attempt, **other
                ):
                    for statement in also:
                        await session.execute(text(statement))
                    try:
                        answer = await step(session)
                    except PlacingLost:
                        continue
                    row = await session.execute(
                        text("SELECT * FROM attempts WHERE id = :attempt"), {"attempt": self.attempt}
                    )
                    kept = row.mappings().one_or_none()
                    left[name] = None if kept is None else {**kept, "answer": answer}
        return left


@pytest_asyncio.fixture
async def placed(database: Database, key_ring: KeyRing, account_id: AccountId) -> Placed:
    rows = await running_campaign(database, key_ring, account_id)
    call_id = await rows.call(NUMBER)
    await rows.run(
        "UPDATE lines SET call_id = :call WHERE trunk_id = :trunk AND number = 1",
        call=call_id,
        trunk=rows.trunk_id,
    )
    await _attempt(rows, call_id, AT)
    await rows.run(
        "UPDATE attempts SET placing_token = :token WHERE call_id = :call", token=OURS, call=call_id
    )
    return Placed(rows, call_id, await other_account(database))


async def _attempt(
    rows: CampaignRows, call_id: CallId, at: datetime, leg: str | None = None, state: str = "placing"
) -> AttemptId:
    await rows.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, carrier_call_id)
        SELECT :attempt, l.account_id, c.id, 1, l.number_hash, c.trunk_id, :state, :at, CAST(:leg AS text)
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        attempt=attempt_id(call_id, 1),
        at=at,
        leg=leg,
        state=state,
        call=call_id,
    )
    return attempt_id(call_id, 1)


async def test_only_an_attempt_that_waits_is_placed_and_only_with_a_line(placed: Placed) -> None:
    account_id = placed.rows.account_id

    async def begin(session: AsyncSession) -> str | None:
        return await placing.begin_placing(session, account_id, placed.attempt)

    left = await placed.each(begin)
    tokens = {name: row["answer"] for name, row in left.items() if row is not None}
    assert {"not placed yet"} == {name for name, token in tokens.items() if token is not None}
    row = left["not placed yet"]
    assert row is not None
    assert ("placing", row["answer"]) == (row["state"], row["placing_token"])
    assert row["placing_at"] is not None
    without = await placed.each(begin, "UPDATE lines SET call_id = NULL")
    assert {None} == {row["answer"] for row in without.values() if row is not None}


async def test_what_the_carrier_told_the_sender_is_kept_and_moves_nothing_back(placed: Placed) -> None:
    left = await placed.each(
        lambda session: placing.record_placed(session, placed.rows.account_id, placed.attempt, LEG)
    )
    states = {
        "as it was placed": "placed",
        "placed by another": "placed",
        "known by its leg": "placed",
        "known by another leg": "placed",
        "placed": "placed",
        "ringing": "ringing",
        "ringing, of which leg nobody knows": "ringing",
        "over": "ended",
        "closed": "closed",
    }
    assert states == {name: row["state"] for name, row in left.items() if row is not None}
    assert {LEG} == {row["carrier_call_id"] for row in left.values() if row is not None}
    for name, row in left.items():
        assert row is not None
        assert (row["placed_at"] == AT) is (name in ("placed", "ringing", "over", "closed")), name
        assert row["placed_at"] is not None


async def test_a_leg_that_was_found_is_taken_for_the_attempts_own_if_it_is_nobody_elses(
    placed: Placed,
) -> None:
    async def adopt(session: AsyncSession) -> None:
        await placing.adopt_leg(session, placed.rows.account_id, placed.attempt, LEG)

    assert (
        FOUND.keys() - {"not placed yet", "known by another leg", "another account's"}
        == (await placed.each(adopt)).keys()
    )
    strangers = await running_campaign(placed.rows.database, placed.rows.key_ring, placed.other)
    await _attempt(strangers, await strangers.call(NUMBER), AT, LEG, "closed")
    assert {} == await placed.each(adopt)


async def test_only_its_own_sender_takes_back_or_ends_what_nothing_was_heard_of(placed: Placed) -> None:
    account_id = placed.rows.account_id
    withdrawn = await placed.each(
        lambda session: placing.withdraw_placing(session, account_id, placed.attempt, OURS)
    )
    assert {"as it was placed": None} == withdrawn
    refused = await placed.each(
        lambda session: placing.end_refused(
            session, account_id, placed.attempt, OURS, result="invalid_number", reason="21211"
        )
    )
    assert {"as it was placed"} == refused.keys()
    unconfirmed = await placed.each(
        lambda session: placing.end_unconfirmed(session, account_id, placed.attempt, AT, reason="not found")
    )
    ended = {name: row for name, row in unconfirmed.items() if row is not None and row["answer"]}
    assert {"as it was placed"} == ended.keys()
    told = [
        (row["state"], row["leg_result"], row["reason"])
        for row in (*refused.values(), *ended.values())
        if row
    ]
    assert [("ended", "invalid_number", "21211"), ("ended", "unconfirmed", "not found")] == told
    for row in (*refused.values(), *ended.values()):
        assert row is not None
        assert row["ended_at"] is not None


async def test_an_attempt_that_was_placed_is_not_withdrawn_with_its_call(placed: Placed) -> None:
    left = await placed.each(
        lambda session: placing.withdraw_created(session, placed.rows.account_id, placed.call_id)
    )
    assert {"not placed yet"} == {name for name, row in left.items() if row is None}
    assert FOUND.keys() == left.keys()


async def test_a_calls_attempts_may_have_a_leg_from_their_placing_to_their_close(placed: Placed) -> None:
    account_id, may_live = placed.rows.account_id, set()
    async with placed.rows.database.transaction() as session:
        for state in AttemptState:
            async with supposed(
                session,
                "UPDATE attempts SET state = :state WHERE id = :attempt",
                state=str(state),
                attempt=placed.attempt,
            ):
                found = await attempts.placed_attempts(session, account_id, placed.call_id)
                assert found in ([], [placed.attempt])
                may_live |= {state for _ in found}
    assert set(AttemptState) - {AttemptState.CREATED, AttemptState.CLOSED} == may_live


async def test_a_look_up_takes_no_other_recent_dial_to_the_number_for_its_own(placed: Placed) -> None:
    rows, account_id = placed.rows, placed.rows.account_id
    now, ours = datetime.now(UTC), f"CA-{placed.call_id}"
    await rows.run(
        "UPDATE attempts SET carrier_call_id = :leg, placing_at = :at WHERE id = :attempt",
        leg=ours,
        at=now,
        attempt=placed.attempt,
    )
    await rows.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, carrier_call_id)
        SELECT call_id || '-2', account_id, call_id, 2, number_hash, trunk_id, 'closed', placing_at, 'CA-before'
        FROM attempts WHERE id = :attempt
        """,
        attempt=placed.attempt,
    )
    for leg, account, number, hours in (
        ("CA-yesterday", account_id, NUMBER, 23),
        ("CA-long-ago", account_id, NUMBER, 25),
        ("CA-another-number", account_id, "+4930555002", 0),
        ("CA-a-strangers", placed.other, NUMBER, 0),
        (None, account_id, NUMBER, 0),
    ):
        campaign = await running_campaign(rows.database, rows.key_ring, account)
        await _attempt(campaign, await campaign.call(number), now - timedelta(hours=hours), leg, "closed")
    # No two accounts have one hash of a number; were it so, it would be no bridge between them.
    await rows.run(
        "UPDATE attempts SET number_hash = this.number_hash FROM attempts this "
        "WHERE attempts.carrier_call_id = 'CA-a-strangers' AND this.id = :attempt",
        attempt=placed.attempt,
    )
    async with rows.database.transaction() as session:
        found = await attempts.carrier_calls_of_number(session, account_id, placed.attempt)
        assert {"CA-yesterday", "CA-before"} == set(found)
        assert [] == await attempts.carrier_calls_of_number(session, placed.other, placed.attempt)
        for known, is_anothers in (
            (ours, False),
            ("CA-before", True),
            ("CA-a-strangers", True),
            ("CA-nobodys", False),
        ):
            assert is_anothers is await attempts.is_anothers_leg(session, placed.attempt, known), known


async def test_the_end_of_a_leg_that_two_accounts_found_concerns_both(placed: Placed) -> None:
    """Closed or not: what is told late is noted."""
    rows = placed.rows
    strangers = await running_campaign(rows.database, rows.key_ring, placed.other)
    leg = f"CA-{placed.call_id}"
    theirs = await _attempt(strangers, await strangers.call(NUMBER), AT, leg)
    await rows.run(
        "UPDATE attempts SET carrier_call_id = :leg, state = 'closed' WHERE id = :attempt",
        leg=leg,
        attempt=placed.attempt,
    )
    async with rows.database.transaction() as session:
        told = {
            account_id: await attempts.attempts_of_leg(session, leg, account_id)
            for account_id in (None, rows.account_id, placed.other)
        }
        assert [] == await attempts.attempts_of_leg(session, "CA-nobodys", None)
    assert {
        None: sorted([placed.attempt, theirs]),
        rows.account_id: [placed.attempt],
        placed.other: [theirs],
    } == told


async def test_the_carriers_first_opinion_of_who_answered_is_kept(placed: Placed) -> None:
    async with placed.rows.database.transaction() as session:
        for hint in ("human", "machine"):
            await attempts.set_machine_hint(session, placed.attempt, hint)
    assert "human" == (await placed.rows.row("attempts", placed.attempt))["machine_hint"]
