"""Permits: no more calls use a speech provider at once than its account allows, whichever trunks they go over."""

import asyncio
from dataclasses import dataclass

import pytest_asyncio

from database.claims import feed_state
from database.closing import close_undialled
from database.provider_limits import PermitUse, permit_use, set_limit
from database.sealing import KeyRing
from database.session import Database
from database.trunk_lines import Reservation, take_line
from domain.identifiers import AccountId, CallId
from domain.outcomes import TechnicalResult
from domain.permits import LINE, PERMITS, Permit, PermitKind, SpeechProvider
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign
from tests.database.other_account import other_account

EARS = Permit(PermitKind.RECOGNISER, SpeechProvider.DEEPGRAM)
OTHER_EARS = Permit(PermitKind.RECOGNISER, SpeechProvider.OPENAI)
VOICE = Permit(PermitKind.SYNTHESISER, SpeechProvider.ELEVENLABS)


@dataclass
class Trunks:
    """Two campaigns of one account, each on a trunk of its own with five lines."""

    first: CampaignRows
    second: CampaignRows

    async def limit(self, permit: Permit, most: int | None) -> None:
        """Set the account's limit."""
        async with self.first.database.transaction() as session:
            await set_limit(session, self.first.account_id, permit, most)

    async def use(self, permit: Permit) -> PermitUse:
        """How it is used now."""
        async with self.first.database.transaction() as session:
            found = await permit_use(session, self.first.account_id)
        [use] = [use for use in found if use.permit == permit]
        return use

    async def calls(self, campaign: CampaignRows, count: int) -> list[CallId]:
        """Planned calls without a line."""
        return [await campaign.call(f"+49305550{place:02}") for place in range(count)]


@pytest_asyncio.fixture
async def trunks(database: Database, key_ring: KeyRing, account_id: AccountId) -> Trunks:
    first = await running_campaign(database, key_ring, account_id, lines=5)
    return Trunks(first, await running_campaign(database, key_ring, account_id, lines=5))


async def _take(campaign: CampaignRows, call_id: CallId) -> Reservation:
    async with campaign.database.transaction() as session:
        return await take_line(session, campaign.account_id, campaign.trunk_id, call_id)


async def _end(campaign: CampaignRows, call_id: CallId) -> None:
    async with campaign.database.transaction() as session:
        await close_undialled(
            session, campaign.account_id, call_id, result=TechnicalResult.CANCELLED, why="cancelled"
        )


async def _taken(campaign: CampaignRows) -> int:
    """How many of the account's lines are taken."""
    taken = "SELECT 1 AS one FROM lines WHERE account_id = :account_id AND call_id IS NOT NULL"
    return len(await campaign.rows(taken))


async def test_two_trunks_share_one_providers_limit_however_many_ask_at_once(trunks: Trunks) -> None:
    """Requirements 64 and 180: five calls, ten free lines, two permits; nobody counts what the lock waited for twice."""
    await trunks.limit(EARS, 2)
    asking = [(trunks.first, call) for call in await trunks.calls(trunks.first, 3)]
    asking += [(trunks.second, call) for call in await trunks.calls(trunks.second, 2)]
    answers = await asyncio.gather(*(_take(campaign, call) for campaign, call in asking))
    assert 2 == len([answer for answer in answers if answer.line is not None])
    assert {None, EARS.name} == {answer.waits_for for answer in answers}
    assert PermitUse(EARS, most=2, in_use=2, waiting=3) == await trunks.use(EARS)
    assert 2 == await _taken(trunks.first)


async def test_a_call_that_ends_frees_its_permit_with_its_line(trunks: Trunks) -> None:
    """Law 6."""
    await trunks.limit(VOICE, 1)
    [first], [second] = await trunks.calls(trunks.first, 1), await trunks.calls(trunks.second, 1)
    await _take(trunks.first, first)
    assert VOICE.name == (await _take(trunks.second, second)).waits_for
    await _end(trunks.first, first)
    assert 0 == (await trunks.use(VOICE)).in_use
    assert 1 == (await _take(trunks.second, second)).line
    assert PermitUse(VOICE, most=1, in_use=1, waiting=0) == await trunks.use(VOICE)


async def test_a_call_without_a_line_holds_no_permit_and_one_without_a_permit_no_line(trunks: Trunks) -> None:
    """All or nothing: what one cannot use is left to others."""
    await trunks.limit(EARS, 6)
    calls = await trunks.calls(trunks.first, 6)
    answers = [await _take(trunks.first, call) for call in calls]
    assert LINE == answers[-1].waits_for
    assert 5 == (await trunks.use(EARS)).in_use
    await trunks.limit(EARS, 5)
    [other] = await trunks.calls(trunks.second, 1)
    assert EARS.name == (await _take(trunks.second, other)).waits_for
    assert 5 == await _taken(trunks.first)


async def test_a_call_that_asks_again_needs_no_second_permit(trunks: Trunks) -> None:
    await trunks.limit(EARS, 1)
    [call] = await trunks.calls(trunks.first, 1)
    assert [1] * 3 == [(await _take(trunks.first, call)).line for _ in range(3)]


async def test_a_lowered_limit_ends_no_call_and_lets_none_in(trunks: Trunks) -> None:
    """Exhaustion pauses new dials and spoils no live call."""
    calls = await trunks.calls(trunks.first, 3)
    for call in calls[:2]:
        await _take(trunks.first, call)
    await trunks.limit(EARS, 1)
    use = await trunks.use(EARS)
    assert (2, 2.0) == (use.in_use, use.utilisation)
    await _end(trunks.first, calls[0])
    assert EARS.name == (await _take(trunks.first, calls[2])).waits_for
    await trunks.limit(EARS, None)
    assert (await _take(trunks.first, calls[2])).line is not None


async def test_each_agent_uses_the_permits_of_its_own_providers(trunks: Trunks) -> None:
    await trunks.first.run(
        "UPDATE agents SET recogniser = 'openai' FROM campaigns m WHERE m.id = :id AND agents.id = m.agent_id"
    )
    await trunks.limit(EARS, 0)
    await trunks.limit(OTHER_EARS, 1)
    [first], [second] = await trunks.calls(trunks.first, 1), await trunks.calls(trunks.second, 1)
    assert 1 == (await _take(trunks.first, first)).line
    assert EARS.name == (await _take(trunks.second, second)).waits_for
    assert 1 == (await trunks.use(OTHER_EARS)).in_use


async def test_an_account_has_its_limits_to_itself(
    trunks: Trunks, database: Database, key_ring: KeyRing
) -> None:
    await trunks.limit(EARS, 0)
    other = await running_campaign(database, key_ring, await other_account(database))
    assert (await _take(other, await other.call("+493055501"))).line is not None
    assert (0, 2) == (await _may_hold(trunks.first), await _may_hold(other))


async def _may_hold(campaign: CampaignRows) -> int:
    """How many of the campaign's calls its feeder takes to be possible at once."""
    async with campaign.database.transaction() as session:
        state = await feed_state(session, campaign.account_id, campaign.campaign_id, round_number=1)
    assert state is not None
    return state.lines


async def test_a_claim_gives_as_many_lines_as_there_are_permits(trunks: Trunks) -> None:
    """The others wait like calls without a line."""
    await trunks.limit(VOICE, 2)
    for place in range(4):
        await trunks.first.lead(f"+493055503{place}")
    claimed = await trunks.first.claim(round_number=1, hours_keys=[OPEN], open_keys=1, limit=4)
    assert (4, 2) == (len(claimed), await _taken(trunks.first))
    assert 2 == (await trunks.use(VOICE)).in_use


async def test_a_claim_does_not_overtake_a_call_that_waits_for_a_permit(trunks: Trunks) -> None:
    """Requirement 64, fairness: first come, first served across the campaigns of an account."""
    await trunks.limit(EARS, 1)
    live, early = await trunks.calls(trunks.first, 2)
    await _take(trunks.first, live)
    await _take(trunks.first, early)
    await _end(trunks.first, live)
    await trunks.second.lead("+4930555040")
    await trunks.second.claim(round_number=1, hours_keys=[OPEN], open_keys=1, limit=1)
    assert 0 == await _taken(trunks.first)
    assert 1 == (await _take(trunks.first, early)).line


async def test_without_a_limit_nobody_waits_behind_a_call_of_another_trunk(trunks: Trunks) -> None:
    """Nothing is locked where nothing is limited; the turns of one trunk are given one after the other."""
    [first], [second] = await trunks.calls(trunks.first, 1), await trunks.calls(trunks.second, 1)
    async with trunks.first.database.transaction() as session:
        await take_line(session, trunks.first.account_id, trunks.first.trunk_id, first)
        assert 1 == (await _take(trunks.second, second)).line


async def test_a_limit_is_of_its_provider_and_none_is_another_thing_than_zero(trunks: Trunks) -> None:
    """What is freed is not in use, and who waits no more does not wait, whatever its row says of before."""
    [first], [second] = await trunks.calls(trunks.first, 1), await trunks.calls(trunks.second, 1)
    for permit in (EARS, OTHER_EARS, VOICE):
        await trunks.limit(permit, 1)
    await _take(trunks.first, first)
    assert EARS.name == (await _take(trunks.second, second)).waits_for
    assert (1, 1, 1.0) == ((use := await trunks.use(EARS)).in_use, use.waiting, use.utilisation)
    await trunks.first.run("UPDATE calls SET state = 'live' WHERE id = :call", call=second)
    await _end(trunks.first, first)
    assert (0, 0, 0.0) == ((use := await trunks.use(EARS)).in_use, use.waiting, use.utilisation)
    await trunks.limit(EARS, 0)
    assert (0, 1.0) == ((use := await trunks.use(EARS)).most, use.utilisation)
    await trunks.limit(EARS, None)
    assert (None, 1, 1) == (
        (await trunks.use(EARS)).most,
        (await trunks.use(OTHER_EARS)).most,
        (await trunks.use(VOICE)).most,
    )


async def test_every_permit_is_shown_with_its_use(trunks: Trunks) -> None:
    """Requirement 180."""
    async with trunks.first.database.transaction() as session:
        found = await permit_use(session, trunks.first.account_id)
    assert [(permit, None) for permit in PERMITS] == [(use.permit, use.utilisation) for use in found]
