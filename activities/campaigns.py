"""The campaign's steps: feed one round, store its state, repair, wake and cancel its calls."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.abandonment import heed_abandonment
from activities.attempt_readiness import ready_calls
from activities.orphan_closing import Orphans
from activities.tools import Tools
from database import campaigns, claims, messages
from database.claims import Claim, FeedState, OpenCall
from database.suppressed_leads import refuse_listed
from database.suppression_lists import lists_lacking
from domain.calling_hours import is_open
from domain.calls import CallOrder
from domain.campaigns import (
    CampaignChange,
    CampaignOrder,
    CampaignStanding,
    CampaignState,
    FeedResult,
    FeedRound,
    PaceChange,
)
from domain.contactability import LISTED
from domain.errors import InvalidInput, NotFound
from domain.identifiers import CallId, LeadId, call_workflow_id
from domain.lead_time_zones import parse_hours_key
from domain.rule_packs import RulePack, RulePacks, holiday_dates

log = structlog.get_logger(__name__)

BATCH: Final = 25
# An update such as pause is answered only between local activities, so a round stays short.
BATCH_SECONDS: Final = 1.0
_LOOK_AGAIN_SECONDS: Final = 0.1
_REST_SECONDS: Final = 1.0
# With every lead claimed, all that can happen is the campaign's end.
_NO_LEADS_REST_SECONDS: Final = 5.0
_HELD_REST_SECONDS: Final = 60.0
# Calls admitted beyond the trunk's lines, so that a line that falls free is taken at once.
_QUEUE_AHEAD: Final = 2
_PAGE: Final = 100
# More than ever find a line at once; the walk reaches the others.
_FOREMOST: Final = 1000
_CANCELLED: Final = "cancelled with its campaign"
# So many leads are looked up in the do-not-call lists with one statement, a fifth of a second if all are on them.
_FURTHEST_AHEAD: Final = 4000


class CampaignActivities:
    """The steps of a campaign."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._orphans = Orphans(tools)

    @activity.defn
    async def feed(self, feed_round: FeedRound) -> FeedResult:
        """Claim this round's leads and start their calls: at most 25 and one second.

        Leads who may be called now come first; a round that was cut short goes on under its number, though its own
        claims may have filled the window or been the last leads.
        """
        until = time.monotonic() + BATCH_SECONDS
        async with self._tools.database.transaction() as session:
            state = await _state(session, feed_round)
            room = _room(state)
            if state.state is not CampaignState.RUNNING:
                return _idle(state)
            # A repeated round finds the leads it had claimed, and starts them, though there may be no room for others.
            if not (state.repeated or (room and state.ready)):
                if await self._is_over(session, feed_round, state):
                    state = replace(state, state=CampaignState.COMPLETED)
                return _idle(state)
            keys: list[str] = []
            if not state.repeated:
                lacking = await lists_lacking(
                    session, feed_round.account_id, feed_round.campaign_id, datetime.now(UTC).date()
                )
                if lacking:
                    return _held(state, lacking)
                keys = await claims.hours_keys_of(session, feed_round.account_id, feed_round.campaign_id)
                state = await heed_abandonment(session, feed_round, keys, state)
                if not state.window:
                    return _held(state, [])
                room = _room(state)
                if not room:
                    return _idle(state)
            packs = await self._tools.rule_packs.now(session, feed_round.account_id)
        open_keys, closed_keys = _by_hours(keys, packs, datetime.now(UTC))
        rule_sets = {key: _rule_set(key, packs) for key in (*open_keys, *closed_keys)}
        refused = await self._refuse_listed(feed_round, rule_sets, until - BATCH_SECONDS / 2)
        async with self._tools.database.transaction() as session:
            claimed = await claims.claim_leads(
                session,
                feed_round.account_id,
                feed_round.campaign_id,
                self._tools.key_ring,
                round_number=feed_round.round,
                hours_keys=[*open_keys, *closed_keys],
                open_keys=len(open_keys),
                limit=room,
            )
        if not claimed and not refused:
            return _idle(state)
        waiting = claimed[feed_round.begun or 0 :]
        started = await self._start(feed_round, waiting, until)
        whole = started == len(waiting)
        return FeedResult(
            state=state.state, started=started, whole=whole, wait_seconds=0.0, done=False, note=_note(state)
        )

    @activity.defn
    async def set_campaign_state(self, change: CampaignChange) -> CampaignStanding:
        """Store where the campaign stands, unless a newer act has said otherwise; where it stands then."""
        async with self._tools.database.transaction() as session:
            return await campaigns.set_campaign_state(
                session, change.account_id, change.campaign_id, change.state, change.act
            )

    @activity.defn
    async def set_pace(self, change: PaceChange) -> None:
        """Store the campaign's new window, unless a newer act has chosen another."""
        async with self._tools.database.transaction() as session:
            await campaigns.set_window(
                session, change.account_id, change.campaign_id, change.window, change.act
            )

    @activity.defn
    async def repair(self, order: CampaignOrder) -> int:
        """Start the calls that were claimed and never begun; how many those were."""
        async with self._tools.database.transaction() as session:
            stale = await claims.open_calls(
                session,
                order.account_id,
                self._tools.key_ring,
                campaign_id=order.campaign_id,
                stale_claims=True,
            )
        for call in stale:
            await self._start_call(_order(call), call.lead_id, call.masked_number)
        return len(stale)

    @activity.defn
    async def wake_calls(self, order: CampaignOrder) -> None:
        """Have every waiting call and deferred message of a resumed campaign look at the rules again.

        Those that are due come first, in the order in which they were planned; the walk through all goes on where it
        was cut off.
        """
        async with self._tools.database.transaction() as session:
            due = await claims.foremost_due(session, order.account_id, order.campaign_id, limit=_FOREMOST)
        await self._wake(order, due)
        async for call in self._open_calls(order):
            if call.state == "waiting":
                await self._tools.starter.wake(_workflow_id(call))
        async with self._tools.database.transaction() as session:
            leads = await messages.leads_with_deferred_messages(session, order.account_id, order.campaign_id)
        await self._wake(order, leads)

    @activity.defn
    async def cancel_calls(self, order: CampaignOrder) -> int:
        """Cancel every call of the campaign that is not closed; how many those were, 0 when all are seen to be closed.

        Goes on where it was cut off, and is not 0 then: those before may not have ended. A live call is hung up by its own
        workflow; a call whose workflow is gone or never was is ended here.
        """
        cancelled = 0
        async for call in self._open_calls(order):
            cancelled += 1
            if not await self._tools.starter.cancel(_workflow_id(call), why=_CANCELLED):
                await self._orphans.close(call, why=_CANCELLED)
        return max(cancelled, 1) if activity.info().heartbeat_details else cancelled

    async def _wake(self, order: CampaignOrder, calls: list[tuple[CallId, LeadId]]) -> None:
        for call_id, lead_id in calls:
            activity.heartbeat(*activity.info().heartbeat_details)
            await self._tools.starter.wake(call_workflow_id(call_id, order.campaign_id, lead_id))

    async def _refuse_listed(self, feed_round: FeedRound, rule_sets: dict[str, str], until: float) -> int:
        """Close the next leads that a do-not-call list forbids, further ahead while there are some; how many."""
        refused, ahead = 0, BATCH
        while rule_sets and time.monotonic() < until:
            async with self._tools.database.transaction() as session:
                found = await refuse_listed(
                    session,
                    feed_round.account_id,
                    feed_round.campaign_id,
                    rule_sets,
                    ahead=ahead,
                    reason=LISTED,
                )
            if not found:
                break
            refused, ahead = refused + found, min(4 * ahead, _FURTHEST_AHEAD)
        return refused

    async def _start(self, feed_round: FeedRound, claimed: list[Claim], until: float) -> int:
        """Start the claimed calls until the time is up or the campaign stops running; how many are started."""
        ready = await ready_calls(self._tools, feed_round.account_id, [claim.call_id for claim in claimed])
        looked_at = time.monotonic()
        for place, claim in enumerate(claimed):
            now = time.monotonic()
            if now > until:
                return place
            if now - looked_at > _LOOK_AGAIN_SECONDS:
                if not await self._is_running(feed_round):
                    return place
                looked_at = time.monotonic()
            order = CallOrder(
                feed_round.account_id,
                claim.call_id,
                claim.trunk_id,
                feed_round.campaign_id,
                ready=ready.get(claim.call_id),
            )
            await self._start_call(order, claim.lead_id, claim.masked_number)
        return len(claimed)

    async def _start_call(self, order: CallOrder, lead_id: LeadId, masked_number: str) -> None:
        await self._tools.starter.start_call(order, lead_id, masked_number=masked_number)

    async def _is_running(self, feed_round: FeedRound) -> bool:
        async with self._tools.database.transaction() as session:
            state = await campaigns.campaign_state(session, feed_round.account_id, feed_round.campaign_id)
        return state is CampaignState.RUNNING

    async def _is_over(self, session: AsyncSession, feed_round: FeedRound, state: FeedState) -> bool:
        if state.ready or state.open:
            return False
        return await campaigns.complete_if_over(session, feed_round.account_id, feed_round.campaign_id)

    async def _open_calls(self, order: CampaignOrder) -> AsyncIterator[OpenCall]:
        details = activity.info().heartbeat_details
        after = str(details[0]) if details else ""
        while True:
            async with self._tools.database.transaction() as session:
                page = await claims.open_calls(
                    session,
                    order.account_id,
                    self._tools.key_ring,
                    campaign_id=order.campaign_id,
                    after=after,
                    limit=_PAGE,
                )
            for call in page:
                yield call
                after = call.call_id
                activity.heartbeat(after)
            if len(page) < _PAGE:
                return


async def _state(session: AsyncSession, feed_round: FeedRound) -> FeedState:
    state = await claims.feed_state(
        session, feed_round.account_id, feed_round.campaign_id, round_number=feed_round.round
    )
    if state is None:
        raise NotFound("The campaign does not exist.")
    return state


def _room(state: FeedState) -> int:
    """How many more calls may become due now: what waits for its turn is due, and a paused trunk gives none."""
    if state.paused_for is not None:
        return 0
    return max(0, min(state.window, state.lines + _QUEUE_AHEAD, BATCH + state.due) - state.due)


def _idle(state: FeedState) -> FeedResult:
    """Nothing to claim: how long to rest, unless the campaign is over."""
    return FeedResult(
        state=state.state,
        started=0,
        whole=True,
        wait_seconds=_rest(state),
        done=state.state is CampaignState.COMPLETED,
        note=_note(state),
    )


def _held(state: FeedState, lacking: list[str]) -> FeedResult:
    """Nobody is claimed who would wait for a list, or while too many calls are abandoned: the campaign looks again, and goes on by
    itself."""
    idle = _idle(state)
    return replace(idle, wait_seconds=_HELD_REST_SECONDS, note="; ".join([idle.note, *lacking]))


def _rest(state: FeedState) -> float:
    if state.paused_for is None and state.due:
        return _REST_SECONDS if state.ready else _NO_LEADS_REST_SECONDS
    rest = state.paused_for or state.next_in
    return 15.0 if rest is None else min(60.0, max(1.0, rest.total_seconds()))


def _note(state: FeedState) -> str:
    rest = "leads remain" if state.ready else "no lead remains"
    held = "" if state.paused_for is None else "; the trunk is paused"
    slowed = f"; {state.slowed_because}" if state.slowed_because else ""
    return f"{state.due} calls due of {state.window}, {rest}{held}{slowed}"


def _by_hours(keys: list[str], packs: RulePacks, now: datetime) -> tuple[list[str], list[str]]:
    """The hours keys that may be called now, and the others: they come last, so that they hold nobody else up."""
    open_keys = [key for key in sorted(keys) if _is_open(key, packs, now)]
    return open_keys, sorted(set(keys).difference(open_keys))


def _is_open(key: str, packs: RulePacks, now: datetime) -> bool:
    pack = _pack_of(key, packs)
    if pack is None:
        return False
    hours = parse_hours_key(key)
    closed = holiday_dates(pack, hours.state, (now.year - 1, now.year, now.year + 1), hours.zones)
    return is_open(pack.hours, hours.zones, closed, now)


def _rule_set(key: str, packs: RulePacks) -> str:
    pack = _pack_of(key, packs)
    return "none" if pack is None else pack.rule_set


def _pack_of(key: str, packs: RulePacks) -> RulePack | None:
    try:
        return packs.for_hours(parse_hours_key(key))
    except InvalidInput:
        return None


def _order(call: OpenCall) -> CallOrder:
    return CallOrder(call.account_id, call.call_id, call.trunk_id, call.campaign_id)


def _workflow_id(call: OpenCall) -> str:
    return call_workflow_id(call.call_id, call.campaign_id, call.lead_id)
