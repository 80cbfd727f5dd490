"""What programs are told, as the rows know it: which events and from when on, in which order, when again, and what a replay brings."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from itertools import count

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import webhook_deliveries as deliveries
from database import webhook_endpoints as endpoints
from database.sealing import KeyRing
from database.session import Database
from database.webhook_deliveries import Receiver, TryEnd
from database.webhook_endpoints import EndpointSettings
from domain.identifiers import AccountId
from domain.webhook_rules import DeliveryState, WhyDisabled
from tests.database.other_account import other_account

SECOND = timedelta(seconds=1)
URL = "https://hooks.example.com/"


class Programs:
    """An account's programs and events, and one of another account's, within one transaction of which nothing stays."""

    def __init__(
        self, session: AsyncSession, account_id: AccountId, other: AccountId, ring: KeyRing, now: datetime
    ) -> None:
        self.session, self.account_id, self.other, self.ring, self.now = session, account_id, other, ring, now
        self._keys = count()

    async def run(self, statement: str, **given: object) -> None:
        await self.session.execute(text(statement), given)

    async def rows(self, statement: str, **given: object) -> list[tuple[object, ...]]:
        return [tuple(row) for row in await self.session.execute(text(statement), given)]

    async def program(self, *kinds: str, account_id: AccountId | None = None) -> str:
        """One that has been there for an hour."""
        account_id, settings = account_id or self.account_id, EndpointSettings(URL, "theirs")
        made = await endpoints.add_endpoint(
            self.session, account_id, settings, kinds, "whsec_dGhlaXJz", self.ring
        )
        await self.run(
            "UPDATE webhook_endpoints SET created_at = :at WHERE id = :id", at=self.at(-60), id=made
        )
        return made

    def at(self, minutes: float) -> datetime:
        return self.now + timedelta(minutes=minutes)

    async def event(
        self,
        *,
        kind: str = "opt_out",
        minutes: float = 0,
        call: str | None = None,
        campaign: str | None = None,
        account_id: AccountId | None = None,
    ) -> int:
        """One that happened then, and was stored; its number."""
        [[seq]] = await self.rows(
            """
            INSERT INTO call_events (account_id, kind, dedupe_key, call_id, campaign_id, occurred_at, stored_at, seq)
            SELECT :account, :kind, :key, :call, :campaign, :at, :at, COALESCE(max(seq), 0) + 1 FROM call_events RETURNING seq
            """,
            account=account_id or self.account_id,
            kind=kind,
            key=f"key {next(self._keys)}",
            call=call,
            campaign=campaign,
            at=self.at(minutes),
        )
        assert isinstance(seq, int)
        return seq

    async def told(self, program: str) -> list[int]:
        """The numbers of the events that it was told or waits to be told."""
        rows = await self.rows(
            "SELECT event_seq FROM webhook_deliveries WHERE endpoint_id = :id ORDER BY event_seq", id=program
        )
        return [seq for (seq,) in rows if isinstance(seq, int)]

    async def due(self, program: str) -> list[int]:
        found = await deliveries.due_deliveries(self.session, self.account_id, program, self.ring, limit=20)
        numbers = {
            str(own_id): seq
            for own_id, seq in await self.rows(
                "SELECT id, event_seq FROM webhook_deliveries WHERE endpoint_id = :id", id=program
            )
        }
        return [seq for each in found if isinstance(seq := numbers[each.id], int)]

    async def move(self, program: str, seq: int, change: str, **given: object) -> str:
        """Its delivery's id."""
        [[own_id]] = await self.rows(
            f"UPDATE webhook_deliveries SET {change} WHERE endpoint_id = :id AND event_seq = :seq RETURNING id",
            id=program,
            seq=seq,
            **given,
        )
        return str(own_id)


@pytest_asyncio.fixture
async def programs(database: Database, account_id: AccountId, key_ring: KeyRing) -> AsyncIterator[Programs]:
    other = await other_account(database)
    async with database.transaction() as session:
        now = (await session.execute(text("SELECT now()"))).scalar_one()
        await deliveries.make_deliveries(session, key_ring)
        await session.execute(
            text("UPDATE webhook_progress SET seq = (SELECT COALESCE(max(seq), 0) FROM call_events)")
        )
        yield Programs(session, account_id, other, key_ring, now)
        await session.rollback()


async def test_a_program_is_told_what_was_stored_since_it_is_there_of_its_kinds_and_account(
    programs: Programs,
) -> None:
    every, some, theirs, stopped = (
        await programs.program(),
        await programs.program("call.closed"),
        await programs.program(account_id=programs.other),
        await programs.program(),
    )
    await endpoints.disable_endpoint(programs.session, programs.account_id, stopped, WhyDisabled.ASKED)
    await programs.event(minutes=-61)
    first, closed = await programs.event(minutes=-60), await programs.event(kind="call.closed", minutes=-1)
    await programs.event(account_id=programs.other, minutes=-61)
    other = await programs.event(account_id=programs.other)
    made = await deliveries.make_deliveries(programs.session, programs.ring)
    expected = [(programs.account_id, every), (programs.account_id, some), (programs.other, theirs)]
    assert sorted(expected) == made
    told = [await programs.told(each) for each in (every, some, theirs, stopped)]
    assert [[first, closed], [closed], [other], []] == told
    assert [] == await deliveries.make_deliveries(programs.session, programs.ring), "once"


@pytest.mark.parametrize(
    ("one", "other", "waits"),
    [
        ({"call": "call_1", "campaign": "camp_1"}, {"call": "call_1", "campaign": "camp_1"}, True),
        ({"call": "call_1", "campaign": "camp_1"}, {"call": "call_2", "campaign": "camp_1"}, False),
        ({"campaign": "camp_1"}, {"campaign": "camp_1"}, True),
        ({"campaign": "camp_1"}, {"call": "call_1", "campaign": "camp_1"}, False),
        ({"campaign": "camp_1"}, {"campaign": "camp_2"}, False),
        ({}, {}, True),
    ],
)
async def test_what_is_told_in_its_order(
    programs: Programs, one: dict[str, str], other: dict[str, str], waits: bool
) -> None:
    """Of one call, or else campaign, or else account, the later waits for the earlier, though that one was put off or is sent anew."""
    program = await programs.program()
    first, second = await programs.event(**one), await programs.event(**other)  # type: ignore[arg-type]
    await deliveries.make_deliveries(programs.session, programs.ring)
    await programs.move(program, second, "next_at = :at", at=programs.at(-1))
    assert ([first] if waits else [second, first]) == await programs.due(program)
    await programs.move(program, first, "next_at = :at", at=programs.at(5))
    assert ([] if waits else [second]) == await programs.due(program)
    again = await deliveries.next_due(programs.session, programs.account_id, program)
    assert programs.at(5 if waits else -1) == again
    delivery = await programs.move(program, first, "state = 'delivered'")
    assert [second] == await programs.due(program)
    await deliveries.replay_delivery(programs.session, programs.account_id, program, delivery)
    assert ({first} if waits else {first, second}) == set(await programs.due(program))


async def test_a_replay_brings_what_happened_from_the_one_moment_to_before_the_other(
    programs: Programs,
) -> None:
    """Of its kinds, also what it was never told; once more what it has; nothing that is still to be told by itself."""
    program = await programs.program("opt_out")
    before, first, last, end = [await programs.event(minutes=minutes) for minutes in (-11, -10, -9.999, -8)]
    await programs.event(kind="call.closed", minutes=-9)
    await programs.event(account_id=programs.other, minutes=-9)
    await deliveries.make_deliveries(programs.session, programs.ring)
    await programs.move(program, first, "state = 'delivered', attempts = 3, settled_at = now()")
    await programs.run("DELETE FROM webhook_deliveries WHERE event_seq = :seq", seq=last)
    later = await programs.event(minutes=-9)

    async def replayed(since: float, until: float) -> int:
        return await deliveries.replay_range(
            programs.session,
            programs.account_id,
            program,
            programs.at(since),
            programs.at(until),
            programs.ring,
        )

    assert 2 == await replayed(-10, -8)
    assert [before, first, last, end] == await programs.told(program)
    rows = await programs.rows(
        "SELECT DISTINCT state, attempts, settled_at FROM webhook_deliveries WHERE endpoint_id = :id",
        id=program,
    )
    assert [("waiting", 0, None)] == rows
    assert 0 == await replayed(-10.5, -10)
    await deliveries.make_deliveries(programs.session, programs.ring)
    assert [before, first, last, end, later] == await programs.told(program)


async def test_how_a_try_went_is_kept_of_what_waits_alone(programs: Programs) -> None:
    """A try that comes to its end behind another one undoes nothing; failing begins with the first failure behind a success."""
    program = await programs.program()
    seq = await programs.event()
    await deliveries.make_deliveries(programs.session, programs.ring)
    delivery = await programs.move(program, seq, "next_at = now()")

    async def tried(
        attempts: int, failure: str | None, minutes: float, again: float | None = None
    ) -> datetime:
        end = TryEnd(
            delivery,
            attempts,
            500 if failure else 200,
            failure,
            b"",
            None if again is None else programs.at(again),
        )
        return await deliveries.store_try(
            programs.session, programs.account_id, program, end, programs.at(minutes), programs.ring
        )

    assert programs.at(1) == await tried(1, "refused", 1, again=2)
    assert programs.at(1) == await tried(2, "refused", 2, again=7)
    assert programs.at(7) == await deliveries.next_due(programs.session, programs.account_id, program)
    assert programs.at(3) == await tried(3, None, 3)
    assert programs.at(4) == await tried(4, "refused", 4, again=9)
    [shown] = await deliveries.list_deliveries(
        programs.session, programs.account_id, program, programs.ring, before=None, limit=5
    )
    assert (DeliveryState.DELIVERED, 3, 200, None, None) == (
        shown.state,
        shown.attempts,
        shown.status,
        shown.failure,
        shown.next_at,
    )


async def test_who_is_waited_for_is_looked_for_after_a_minute(programs: Programs) -> None:
    late, soon, stopped, behind = [await programs.program() for _ in range(4)]
    first, second = await programs.event(call="call_1"), await programs.event(call="call_1")
    await deliveries.make_deliveries(programs.session, programs.ring)
    for program, minutes in ((late, -1), (soon, -1), (stopped, -5), (behind, 5)):
        at = programs.at(minutes) - (SECOND if program != soon else -SECOND)
        await programs.move(program, first, "next_at = :at", at=at)
        await programs.move(program, second, "next_at = :at", at=programs.at(-9 if program == behind else 5))
    await endpoints.disable_endpoint(programs.session, programs.account_id, stopped, WhyDisabled.ASKED)
    waited_for = await deliveries.programs_waited_for(programs.session)
    ours = [program for account, program in waited_for if account == programs.account_id]
    assert [late] == ours
    assert await deliveries.next_due(programs.session, programs.account_id, stopped) is None


async def test_the_secret_before_signs_as_well_for_its_day(programs: Programs) -> None:
    program = await programs.program()

    async def signs() -> Receiver | None:
        return await deliveries.receiver_of(programs.session, programs.account_id, program, programs.ring)

    day = timedelta(hours=24)
    for since, secrets in ((day - SECOND, ("whsec_bmV3", "whsec_dGhlaXJz")), (day, ("whsec_bmV3",))):
        await programs.run("SAVEPOINT before")
        await endpoints.rotate_secret(
            programs.session, programs.account_id, program, "whsec_bmV3", programs.now - since, programs.ring
        )
        assert Receiver(URL, secrets) == await signs()
        await programs.run("ROLLBACK TO SAVEPOINT before")


async def test_what_was_settled_is_kept_for_a_month(programs: Programs) -> None:
    program, month = await programs.program(), timedelta(days=30)
    old, young, waiting = [await programs.event(call=f"call_{each}") for each in range(3)]
    await deliveries.make_deliveries(programs.session, programs.ring)
    for seq, ago in ((old, month + SECOND), (young, month - SECOND)):
        await programs.move(program, seq, "state = 'failed', settled_at = :at", at=programs.now - ago)
    await programs.move(program, waiting, "created_at = :at", at=programs.now - 2 * month)
    await deliveries.forget_old_deliveries(programs.session)
    assert [young, waiting] == await programs.told(program)


async def test_a_program_that_is_told_again_gets_all_its_tries_at_once(programs: Programs) -> None:
    """What failed before it was stopped is no reason to stop it with the next failure."""
    program, seq = await programs.program(), await programs.event()
    await deliveries.make_deliveries(programs.session, programs.ring)
    delivery = await programs.move(program, seq, "attempts = 7, next_at = :at", at=programs.at(600))
    long_ago = programs.at(-10_000)
    await programs.run(
        "UPDATE webhook_endpoints SET failing_since = :at WHERE id = :id", at=long_ago, id=program
    )
    await endpoints.disable_endpoint(programs.session, programs.account_id, program, WhyDisabled.FAILING)
    await endpoints.enable_endpoint(programs.session, programs.account_id, program)
    [due] = await deliveries.due_deliveries(
        programs.session, programs.account_id, program, programs.ring, limit=5
    )
    assert (delivery, 0) == (due.id, due.attempts)
    failed = TryEnd(delivery, 1, 500, "refused", b"", programs.at(1))
    assert programs.now == await deliveries.store_try(
        programs.session, programs.account_id, program, failed, programs.now, programs.ring
    )
