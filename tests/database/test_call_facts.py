"""What is read of a number's past before its next dial: whose dials count, how they stand, and what binds beside them (law 2)."""

from datetime import timedelta
from typing import Final

import pytest_asyncio
from sqlalchemy import text

from database.call_facts import CallFacts, facts_of_new_calls, read_facts
from database.sealing import KeyRing
from database.session import Database
from domain.contactability import CHOSEN, PROMISED
from domain.identifiers import AccountId, CallId
from tests.database.campaign_rows import CampaignRows, running_campaign, supposed
from tests.database.other_account import other_account

NUMBER: Final = "+4930555001"


class Past:
    """A call that is to be made, and calls to its number and another's of which there may be dials."""

    def __init__(self, rows: CampaignRows, calls: dict[str, CallId]) -> None:
        self.rows, self.calls = rows, calls

    async def dial(
        self, whose: str, *, hours: float | None, state: str = "closed", ended: str = "", result: str = ""
    ) -> None:
        """An attempt of that call, so long ago; hours: None for one that was not placed."""
        await self.rows.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, created_at, placing_at,
                                  leg_result, result)
            SELECT c.id || '-' || n.number, c.account_id, c.id, n.number, l.number_hash, c.trunk_id, :state,
                   now() - interval '100 h', now() - CAST(:hours AS float) * interval '1 h', nullif(:ended, ''), nullif(:result, '')
            FROM calls c JOIN leads l ON l.id = c.lead_id,
                 (SELECT 1 + count(*) AS number FROM attempts WHERE call_id = :call) AS n WHERE c.id = :call
            """,
            state=state,
            hours=hours,
            ended=ended,
            result=result,
            call=self.calls[whose],
        )

    async def stands(self, whose: str, how: str) -> None:
        """All attempts of that call stand so now."""
        await self.rows.run(f"UPDATE attempts SET {how} WHERE call_id = :call", call=self.calls[whose])

    async def read(self) -> CallFacts:
        """The facts of the call that is to be made."""
        async with self.rows.database.transaction() as session:
            facts = await read_facts(session, self.rows.account_id, self.calls["its own"], self.rows.key_ring)
        assert facts is not None
        return facts

    async def seen(self) -> list[tuple[str, int, bool, bool]]:
        """Of each dial that is seen: whose, how many hours ago, whether it lives, whether its fate is unknown."""
        facts, names = await self.read(), {call_id: whose for whose, call_id in self.calls.items()}
        return [
            (names[one.call_id], round((facts.now - one.at) / timedelta(hours=1)), one.live, one.unconfirmed)
            for one in facts.past
        ]


@pytest_asyncio.fixture
async def past(database: Database, key_ring: KeyRing, account_id: AccountId) -> Past:
    rows = await running_campaign(database, key_ring, account_id, lines=4)
    other = await running_campaign(database, key_ring, account_id)
    strangers = await running_campaign(database, key_ring, await other_account(database))
    return Past(
        rows,
        {
            "its own": await rows.call(NUMBER),
            "another campaign's": await other.call(NUMBER),
            "another number's": await other.call("+4930555002"),
            "a stranger's": await strangers.call(NUMBER),
        },
    )


async def test_dials_of_three_days_are_seen_the_newest_first(past: Past) -> None:
    """To the number, by every campaign of the account, and by no other account."""
    for whose in past.calls:
        await past.dial(whose, hours=71 if whose == "its own" else 5)
    await past.dial("another campaign's", hours=73)
    assert [("another campaign's", 5, False, False), ("its own", 71, False, False)] == await past.seen()
    assert 1 == (await past.read()).attempts_made


async def test_the_last_dial_is_seen_however_long_ago_and_one_that_was_not_sent_is_none(past: Past) -> None:
    """A gap may be longer than three days."""
    await past.dial("another campaign's", hours=74)
    await past.dial("another campaign's", hours=73)
    await past.dial("its own", hours=None)
    assert [("another campaign's", 73, False, False)] == await past.seen()
    assert 0 == (await past.read()).attempts_made


async def test_what_may_ring_is_seen_however_old_and_what_waits_only_elsewhere(past: Past) -> None:
    """Law 1: an attempt that exists counts; a call's own that was not sent is the one that is to be dialled."""
    await past.dial("another campaign's", hours=None, state="created")
    assert [("another campaign's", 100, True, False)] == await past.seen()
    await past.stands("another campaign's", "state = 'closed'")
    assert [] == await past.seen()
    await past.dial("another campaign's", hours=90)
    await past.dial("its own", hours=200, state="ringing")
    last = ("another campaign's", 90, False, False)
    assert [last, ("its own", 200, True, False)] == await past.seen()
    await past.stands("its own", "state = 'created', placing_at = NULL")
    assert [last] == await past.seen()


async def test_a_dial_is_over_with_its_leg_and_its_fate_is_unknown_by_either_result(past: Past) -> None:
    await past.dial("its own", hours=6, ended="busy", result="unconfirmed")
    await past.dial("its own", hours=5, ended="unconfirmed", result="cancelled")
    await past.dial("its own", hours=4, ended="busy", result="busy")
    await past.dial("its own", hours=3)
    await past.dial("its own", hours=2, state="ended")
    await past.dial("its own", hours=1, state="placed")
    assert [
        ("its own", 1, True, False),
        ("its own", 2, False, False),
        ("its own", 3, False, False),
        ("its own", 4, False, False),
        ("its own", 5, False, True),
        ("its own", 6, False, True),
    ] == await past.seen()
    facts = await past.read()
    assert (6, True) == (facts.attempts_made, facts.is_placed)


async def test_a_call_is_placed_until_its_attempt_is_closed(past: Past) -> None:
    await past.dial("its own", hours=1)
    assert not (await past.read()).is_placed
    await past.dial("its own", hours=1, state="ended")
    assert (await past.read()).is_placed


async def test_a_promise_is_as_old_as_the_conversation_in_which_it_was_made(past: Past) -> None:
    """Whatever else that came to; and is none when the call waits for something else."""
    for outcome, hours in (("callback", 5), ("interested", 4)):
        await past.dial("its own", hours=hours)
        await past.rows.run(
            """
            INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, decided_by,
                                       content_sealed, began_at, ended_at)
            SELECT id, account_id, call_id, 'person', 'finished', :outcome, '', '', placing_at, placing_at
            FROM attempts WHERE call_id = :call ORDER BY number DESC LIMIT 1
            """,
            outcome=outcome,
            call=past.calls["its own"],
        )
    because = "UPDATE calls SET not_before_because = :because WHERE id = :call"
    await past.rows.run(because, because=PROMISED, call=past.calls["its own"])
    facts = await past.read()
    assert facts.promised_at is not None
    assert 4 == round((facts.now - facts.promised_at) / timedelta(hours=1))
    await past.rows.run(because, because=CHOSEN, call=past.calls["its own"])
    assert (await past.read()).promised_at is None


async def test_only_calls_that_were_claimed_and_never_dialled_are_known_ahead(past: Past) -> None:
    """One that cannot be opened holds up none behind it."""
    rows, mine = past.rows, past.calls["its own"]
    others = [await rows.call(f"+493055501{place}") for place in range(3)]
    async with rows.database.transaction() as session:

        async def known() -> set[CallId]:
            found = await facts_of_new_calls(session, rows.account_id, [mine, *others[:2]], rows.key_ring)
            return {facts.call_id for facts in found}

        for number, call_id in enumerate((mine, *others), 1):
            await session.execute(
                text("UPDATE lines SET call_id = :call WHERE trunk_id = :trunk AND number = :number"),
                {"call": call_id, "trunk": rows.trunk_id, "number": number},
            )
        assert {mine, *others[:2]} == await known()
        for state in ("waiting", "queued", "dialling", "closed"):
            async with supposed(
                session, "UPDATE calls SET state = :state WHERE id = :id", state=state, id=mine
            ):
                assert set(others[:2]) == await known(), state
        async with supposed(session, "UPDATE lines SET call_id = NULL WHERE call_id = :id", id=mine):
            assert {mine, *others[:2]} == await known(), "without a line it may wait for one"
        async with supposed(
            session,
            "UPDATE leads SET person_sealed = 'x' FROM calls c WHERE c.lead_id = leads.id AND c.id = :id",
            id=mine,
        ):
            assert set(others[:2]) == await known()
    await past.dial("its own", hours=1)
    async with rows.database.transaction() as session:
        assert set(others[:2]) == await known()
