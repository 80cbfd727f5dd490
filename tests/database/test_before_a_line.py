"""What stands before a line: each thing that keeps it from a call, beside the nearest one that does not (law 6, requirement 64)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.claims import FeedState, claim_leads, feed_state, foremost_due, open_calls
from database.sealing import KeyRing
from database.session import Database
from database.trunk_lines import take_line
from domain.calls import CallState
from domain.identifiers import AccountId, CallId
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign, supposed
from tests.database.other_account import other_account

MINUTE: Final = timedelta(minutes=1)
VENDOR, OTHER_VENDOR = "model/openai", "model/anthropic"


@dataclass(frozen=True)
class Others:
    """A campaign, one beside it on its trunk, one elsewhere on another, and a stranger's; a call of each, planned before it."""

    here: CampaignRows
    campaigns: Mapping[str, CampaignRows]
    calls: Mapping[str, CallId]

    def stands(
        self, whose: str, state: str, waits_for: str | None, minutes: float
    ) -> tuple[str, dict[str, Any]]:
        """A statement by which that call stands so; minutes: when it was planned and goes on, from now."""
        return (
            """
            UPDATE calls SET state = :state, waits_for = :waits_for, created_at = now() + :minutes * interval '1 min',
                   next_attempt_at = CASE WHEN :state = 'waiting' THEN now() + :minutes * interval '1 min' END
            WHERE id = :call
            """,
            {"state": state, "waits_for": waits_for, "minutes": minutes, "call": self.calls[whose]},
        )


@pytest_asyncio.fixture
async def others(database: Database, key_ring: KeyRing, account_id: AccountId) -> Others:
    here = await running_campaign(database, key_ring, account_id, lines=5)
    campaigns = {
        "here": here,
        "beside": await running_campaign(database, key_ring, account_id, trunk_id=here.trunk_id),
        "elsewhere": await running_campaign(database, key_ring, account_id),
        "a stranger's": await running_campaign(database, key_ring, await other_account(database)),
    }
    return Others(
        here, campaigns, {whose: await rows.call("+4930555000") for whose, rows in campaigns.items()}
    )


BREAKER = (
    "INSERT INTO vendor_breakers (account_id, vendor, failures, held_until) VALUES (:account, :vendor, 3, {})"
)
LIMIT = (
    "INSERT INTO provider_limits (account_id, kind, provider, most) VALUES (:account, :kind, :provider, 0)"
)
NO_MEDIA = "UPDATE media_processes SET accepts = false"
SILENT_MEDIA = "UPDATE media_processes SET seen_at = now() - interval '4 s'"


def _held(others: Others) -> dict[str, tuple[str, dict[str, Any], str | None]]:
    """What is so beside the calls, and what a call waits for then."""
    ours, theirs = others.here.account_id, others.campaigns["a stranger's"].account_id
    soon = "now() + interval '1 min'"
    return {
        "nothing": ("SELECT 1", {}, None),
        "a vendor": (BREAKER.format(soon), {"account": ours, "vendor": VENDOR}, f"vendor/{VENDOR}"),
        "a vendor it does not need": (BREAKER.format(soon), {"account": ours, "vendor": OTHER_VENDOR}, None),
        "a stranger's vendor": (BREAKER.format(soon), {"account": theirs, "vendor": VENDOR}, None),
        "a vendor that holds nobody yet": (BREAKER.format("NULL"), {"account": ours, "vendor": VENDOR}, None),
        "its recogniser": (
            LIMIT,
            {"account": ours, "kind": "recogniser", "provider": "deepgram"},
            "recogniser/deepgram",
        ),
        "its voice": (
            LIMIT,
            {"account": ours, "kind": "synthesiser", "provider": "elevenlabs"},
            "synthesiser/elevenlabs",
        ),
        "its recogniser, not its voice": (
            f"{LIMIT}, (:account, 'synthesiser', 'elevenlabs', 9)",
            {"account": ours, "kind": "recogniser", "provider": "deepgram"},
            "recogniser/deepgram",
        ),
        "its voice, not its recogniser": (
            f"{LIMIT}, (:account, 'recogniser', 'deepgram', 9)",
            {"account": ours, "kind": "synthesiser", "provider": "elevenlabs"},
            "synthesiser/elevenlabs",
        ),
        "another recogniser": (LIMIT, {"account": ours, "kind": "recogniser", "provider": "openai"}, None),
        "another voice": (LIMIT, {"account": ours, "kind": "synthesiser", "provider": "deepgram"}, None),
        "a stranger's voice": (
            LIMIT,
            {"account": theirs, "kind": "synthesiser", "provider": "elevenlabs"},
            None,
        ),
        "media that take no calls": (NO_MEDIA, {}, "media"),
        "media that are silent": (SILENT_MEDIA, {}, "media"),
    }


# Another call: whose, how it stands, what for, and when it was planned or goes on; whether a claim leaves the line to it.
CLAIMS: Final = [
    *(("beside", "queued", turn, -1, True) for turn in ("line", "pace", "media", "trunk")),
    *(("elsewhere", "queued", turn, -1, False) for turn in ("line", "pace", "media", "trunk")),
    ("elsewhere", "queued", "recogniser/deepgram", -1, True),
    ("elsewhere", "queued", "synthesiser/elevenlabs", -1, True),
    ("elsewhere", "queued", "recogniser/openai", -1, False),
    ("elsewhere", "queued", "synthesiser/deepgram", -1, False),
    ("a stranger's", "queued", "recogniser/deepgram", -1, False),
    *(
        ("beside", "queued", other, -1, False)
        for other in (None, "recogniser/openai", f"vendor/{OTHER_VENDOR}")
    ),
    ("beside", "live", "line", -1, False),
    ("elsewhere", "live", "recogniser/deepgram", -1, False),
    ("here", "waiting", None, -1, True),
    ("here", "waiting", None, 1, False),
    ("beside", "waiting", None, -1, False),
]


async def _claimed_lines(session: AsyncSession, here: CampaignRows) -> int:
    """How many lines go with a claim of the one lead."""
    await claim_leads(
        session,
        here.account_id,
        here.campaign_id,
        here.key_ring,
        round_number=1,
        hours_keys=[OPEN],
        open_keys=1,
        limit=3,
    )
    found = await session.execute(
        text("SELECT count(*) FROM lines WHERE trunk_id = :trunk AND call_id IS NOT NULL"),
        {"trunk": here.trunk_id},
    )
    return int(found.scalar_one())


async def test_who_is_claimed_overtakes_nobody_who_waits_for_the_same(others: Others) -> None:
    here = others.here
    await here.lead("+4930555001")
    given = {}
    async with here.database.transaction() as session:
        for case in CLAIMS:
            statement, parameters = others.stands(*case[:4])
            async with supposed(session, statement, **parameters):
                given[case] = await _claimed_lines(session, here)
    assert {case: 0 if case[-1] else 1 for case in CLAIMS} == given


async def test_no_line_goes_with_a_claim_while_what_it_needs_is_held(others: Others) -> None:
    here, held, given = others.here, _held(others), {}
    ours = {"account": here.account_id, "vendor": VENDOR}
    held["a vendor that may be tried"] = (BREAKER.format("now() - interval '1 min'"), ours, "by one call")
    await here.lead("+4930555001")
    async with here.database.transaction() as session:
        for name, (statement, parameters, _) in held.items():
            async with supposed(session, statement, **parameters):
                given[name] = await _claimed_lines(session, here)
    assert {name: 1 if waits_for is None else 0 for name, (_, _, waits_for) in held.items()} == given


async def test_a_line_that_is_held_is_given_to_nobody_else(others: Others) -> None:
    """Neither with a claim nor to a call that asks, not even the foremost (law 6)."""
    here, holder = others.here, others.calls["beside"]
    lead_id = await here.lead("+4930555001")
    held = "UPDATE lines SET call_id = :call WHERE trunk_id = :trunk AND number = :number"
    lines = text(
        "SELECT number, call_id FROM lines WHERE trunk_id = :trunk AND call_id IS NOT NULL ORDER BY number"
    )
    async with here.database.transaction() as session:
        async with supposed(session, held, call=holder, trunk=here.trunk_id, number=1):
            assert 2 == await _claimed_lines(session, here)
            rows = await session.execute(lines, {"trunk": here.trunk_id})
            assert [(1, holder), (2, f"call_{lead_id[5:]}")] == [tuple(row) for row in rows]
        async with supposed(session, held, call=holder, trunk=here.trunk_id, number=1):
            reserved = await take_line(
                session, here.account_id, here.trunk_id, others.calls["here"], in_line=True
            )
            assert 2 == reserved.line
            again = await take_line(session, here.account_id, here.trunk_id, others.calls["here"])
            assert 2 == again.line
            rows = await session.execute(lines, {"trunk": here.trunk_id})
            assert [(1, holder), (2, others.calls["here"])] == [tuple(row) for row in rows]


# Another call: whose, how it stands, what for, and when it was planned; what a call that is planned now waits for then.
STANDING_BACK: Final = [
    *(
        ("beside", "queued", wanted, -1, wanted)
        for wanted in (
            *("line", "pace", "media", "trunk"),
            *("recogniser/deepgram", "synthesiser/elevenlabs", f"vendor/{VENDOR}"),
        )
    ),
    *(
        ("beside", "queued", wanted, -1, None)
        for wanted in ("recogniser/openai", "synthesiser/deepgram", f"vendor/{OTHER_VENDOR}")
    ),
    ("beside", "queued", "line", 0, "line"),
    ("beside", "queued", "line", 1, None),
    ("beside", "live", "line", -1, None),
    ("elsewhere", "queued", "line", -1, None),
    ("elsewhere", "queued", "recogniser/deepgram", -1, None),
]


async def test_a_call_stands_back_behind_who_was_planned_earlier_and_waits_for_the_same(
    others: Others,
) -> None:
    """Unless it is the foremost of those that wait already."""
    here, call_id = others.here, await others.here.call("+4930555001")
    waits, foremost = {}, set()
    async with here.database.transaction() as session:
        await session.execute(text("UPDATE calls SET created_at = now() WHERE id = :call"), {"call": call_id})
        for case in STANDING_BACK:
            statement, parameters = others.stands(*case[:4])
            async with supposed(session, statement, **parameters):
                waits[case] = (await take_line(session, here.account_id, here.trunk_id, call_id)).waits_for
            async with supposed(session, statement, **parameters):
                reserved = await take_line(session, here.account_id, here.trunk_id, call_id, in_line=True)
                foremost.add(reserved.line)
    assert {case: case[-1] for case in STANDING_BACK} == waits
    assert {1} == foremost


async def test_of_those_before_it_the_foremost_says_what_it_waits_for(others: Others) -> None:
    here, call_id, last = others.here, await others.here.call("+4930555001"), others.calls["beside"]
    foremost = await others.campaigns["beside"].call("+4930555002")
    stands = others.stands("beside", "queued", "line", -1)
    async with here.database.transaction() as session, supposed(session, stands[0], **stands[1]):
        await session.execute(
            text(stands[0]), stands[1] | {"call": foremost, "waits_for": "pace", "minutes": -2}
        )
        assert "pace" == (await take_line(session, here.account_id, here.trunk_id, call_id)).waits_for
        await session.execute(
            text(stands[0]), stands[1] | {"call": last, "waits_for": "media", "minutes": -3}
        )
        assert "media" == (await take_line(session, here.account_id, here.trunk_id, call_id)).waits_for


async def test_lines_go_to_those_of_the_first_hours(others: Others) -> None:
    """However early the others came to the list."""
    here = others.here
    later, first = (
        await here.lead("+4930555001"),
        await here.lead("+4930555002", hours_key="simulation|Asia/Kolkata|IN|"),
    )
    await here.run("DELETE FROM lines WHERE trunk_id = :trunk AND number > 1", trunk=here.trunk_id)
    claimed = await here.claim(
        round_number=1, hours_keys=["simulation|Asia/Kolkata|IN|", OPEN], open_keys=2, limit=2
    )
    held = await here.rows("SELECT call_id FROM lines WHERE trunk_id = :trunk", trunk=here.trunk_id)
    assert ([later, first], [{"call_id": f"call_{first[5:]}"}]) == ([each.lead_id for each in claimed], held)


async def test_a_call_waits_for_what_is_held(others: Others) -> None:
    """Before it stands back: what is held is what it tells of."""
    here, call_id, held = others.here, await others.here.call("+4930555001"), _held(others)
    waits, behind = {}, {}
    stands_back, in_front = others.stands("beside", "queued", "line", -1)
    async with here.database.transaction() as session:
        for name, (statement, parameters, _) in held.items():
            async with supposed(session, statement, **parameters):
                waits[name] = (await take_line(session, here.account_id, here.trunk_id, call_id)).waits_for
            async with supposed(session, statement, **parameters):
                await session.execute(text(stands_back), in_front)
                reserved = await take_line(session, here.account_id, here.trunk_id, call_id)
                behind[name] = reserved.waits_for
    assert {name: waits_for for name, (_, _, waits_for) in held.items()} == waits
    assert {name: waits_for or "line" for name, (_, _, waits_for) in held.items()} == behind


async def test_what_a_call_that_asks_for_a_line_says_then(others: Others) -> None:
    """Its state, what for, when it goes on, whether it may wait for a line again, and whose trunk it is in line for."""
    here, call_id = others.here, others.calls["elsewhere"]
    said = {}
    async with here.database.transaction() as session:
        for state in ("claimed", "waiting", "queued", "dialling", "live"):
            for name, statement in (("has", "SELECT 1"), ("waits", NO_MEDIA)):
                async with supposed(session, statement):
                    await session.execute(
                        text(
                            "UPDATE calls SET state = :state, may_queue = false, next_attempt_at = now(), why = 'as it was' "
                            "WHERE id = :call"
                        ),
                        {"state": state, "call": call_id},
                    )
                    await take_line(session, here.account_id, here.trunk_id, call_id)
                    row = await session.execute(
                        text("""
                            SELECT c.state, waits_for, next_attempt_at IS NULL, may_queue, c.trunk_id = :trunk, why,
                                   n.recogniser, n.synthesiser, n.taken_at IS NOT NULL
                            FROM calls c LEFT JOIN lines n ON n.call_id = c.id WHERE c.id = :call
                        """),
                        {"call": call_id, "trunk": here.trunk_id},
                    )
                    said[state, name] = tuple(row.one())
    line, none = ("deepgram", "elevenlabs", True), (None, None, False)
    for state in ("claimed", "waiting", "queued"):
        assert (
            "queued",
            None,
            True,
            True,
            True,
            "has a line, about to be dialled",
            *line,
        ) == said[state, "has"], state
        assert (
            "queued",
            "media",
            True,
            False,
            True,
            "waits for a media process that takes calls; see outbound doctor",
            *none,
        ) == said[state, "waits"], state
    for state in ("dialling", "live"):
        assert (state, None, False, False, False, "as it was", *line) == said[state, "has"], state


async def test_where_the_feeding_of_a_campaign_stands(others: Others) -> None:
    """Every part by itself: what changes it, and what does not."""
    here = others.here
    campaign, account = {"id": here.campaign_id}, {"account": here.account_id}
    async with here.database.transaction() as session:

        async def stands() -> FeedState:
            found = await feed_state(session, here.account_id, here.campaign_id, round_number=7)
            assert found is not None
            return found

        async def so(statement: str, **parameters: Any) -> FeedState:
            async with supposed(session, statement, **parameters):
                return await stands()

        call_id, base = others.calls["here"], await stands()
        assert (1, True, False, 5, None, None, False) == (
            base.due,
            base.open,
            base.ready,
            base.lines,
            base.next_in,
            base.paused_for,
            base.repeated,
        )
        of_call = "UPDATE calls SET state = :state, next_attempt_at = now() + :minutes * interval '1 min' WHERE id = :call"
        for state in CallState:
            told = await so(of_call, state=str(state), minutes=1, call=call_id)
            is_due = state in ("claimed", "queued", "dialling", "live")
            next_in = MINUTE if state is CallState.WAITING else None
            assert replace(base, due=int(is_due), open=state != "closed", next_in=next_in) == told, state
        told = await so(of_call, state="waiting", minutes=-1, call=call_id)
        assert replace(base, next_in=-MINUTE) == told
        told = await so(of_call, state="waiting", minutes=0, call=call_id)
        assert replace(base, next_in=timedelta(0)) == told
        leads = "UPDATE leads SET state = :state WHERE campaign_id = :id"
        assert replace(base, ready=True) == await so(leads, state="ready", **campaign)
        for other in ("staged", "needs_review", "closed"):
            assert base == await so(leads, state=other, **campaign)
        rounds = "UPDATE leads SET claim_round = :round WHERE campaign_id = :id"
        assert replace(base, repeated=True) == await so(rounds, round=7, **campaign)
        assert [base, base] == [await so(rounds, round=each, **campaign) for each in (6, 8)]
        limit = "INSERT INTO provider_limits (account_id, kind, provider, most) VALUES (:account, 'recogniser', 'deepgram', :ears), (:account, 'synthesiser', 'elevenlabs', :voice), (:account, 'synthesiser', 'deepgram', 1)"
        assert replace(base, lines=3) == await so(limit, ears=3, voice=4, **account)
        assert replace(base, lines=2) == await so(limit, ears=3, voice=2, **account)
        assert base == await so(limit, ears=6, voice=7, **account)
        assert base == await so(
            "UPDATE lines SET call_id = :call WHERE trunk_id = :trunk AND number = 1",
            call=call_id,
            trunk=here.trunk_id,
        )
        pause = "UPDATE trunks SET paused_until = now() + :minutes * interval '1 min' WHERE id = :trunk"
        assert replace(base, paused_for=MINUTE) == await so(pause, minutes=1, trunk=here.trunk_id)
        assert base == await so(pause, minutes=-1, trunk=here.trunk_id)
        assert replace(base, window=7) == await so(
            "UPDATE campaigns SET plan = '{\"window\": 7}' WHERE id = :id", **campaign
        )
        assert replace(base, window=20) == await so(
            "UPDATE campaigns SET plan = '{}' WHERE id = :id", **campaign
        )


async def test_of_sleeping_calls_the_next_one_is_waited_for_and_the_foremost_that_are_due_are_woken(
    others: Others,
) -> None:
    here = others.here
    calls = [others.calls["here"], *[await here.call(f"+493055500{place}") for place in range(1, 5)]]
    async with here.database.transaction() as session:
        # Planned in this order; due at these minutes from now.
        for place, minutes in enumerate((-1, -3, 5, -2, 2)):
            await session.execute(
                text(
                    "UPDATE calls SET state = 'waiting', created_at = now() + :place * interval '1 s', "
                    "next_attempt_at = now() + :minutes * interval '1 min' WHERE id = :call"
                ),
                {"place": place, "minutes": minutes, "call": calls[place]},
            )
        feeding = await feed_state(session, here.account_id, here.campaign_id, round_number=1)
        assert feeding is not None
        assert (3, -3 * MINUTE) == (feeding.due, feeding.next_in)
        due = await foremost_due(session, here.account_id, here.campaign_id, limit=2)
    assert [(call_id, f"lead_{call_id[5:]}") for call_id in (calls[0], calls[1])] == due


# A call that is not closed: its state, its age in seconds, and since when it should have gone on; whether a sweep looks at it.
OVERDUE: Final = [
    *(
        (state, 61, None, state != "waiting")
        for state in ("claimed", "queued", "dialling", "live", "needs_review")
    ),
    ("live", 59, None, False),
    ("waiting", 61, 301, True),
    ("waiting", 59, 301, False),
    ("waiting", 61, 299, False),
    ("waiting", 61, -60, False),
    ("closed", 61, None, False),
]


async def test_the_sweep_looks_at_calls_that_neither_began_just_now_nor_rightly_sleep(others: Others) -> None:
    """Through the trunk by which they would be dialled now."""
    here, call_id = others.here, others.calls["here"]
    await here.run(
        "UPDATE campaigns SET trunk_id = :trunk WHERE id = :id", trunk=others.campaigns["elsewhere"].trunk_id
    )
    found = {}
    async with here.database.transaction() as session:
        for case in OVERDUE:
            async with supposed(
                session,
                """
                UPDATE calls SET state = :state, created_at = clock_timestamp() - :age * interval '1 s',
                       next_attempt_at = clock_timestamp() - CAST(:late AS int) * interval '1 s' WHERE id = :call
                """,
                state=case[0],
                age=case[1],
                late=case[2],
                call=call_id,
            ):
                found[case] = await open_calls(
                    session, here.account_id, here.key_ring, campaign_id=here.campaign_id, overdue=True
                )
    assert {case: [call_id] if case[-1] else [] for case in OVERDUE} == {
        case: [each.call_id for each in calls] for case, calls in found.items()
    }
    assert {others.campaigns["elsewhere"].trunk_id} == {
        each.trunk_id for calls in found.values() for each in calls
    }
