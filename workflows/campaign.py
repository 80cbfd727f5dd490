"""One campaign: feed its leads into calls through a window of due calls, round by round, until every call is closed."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

from activities.campaigns import CampaignActivities
from domain.campaigns import (
    CampaignAction,
    CampaignChange,
    CampaignOrder,
    CampaignStanding,
    CampaignState,
    FeedResult,
    FeedRound,
    PaceChange,
    legal_actions,
    next_state,
)
from domain.errors import IllegalTransition
from domain.identifiers import act_of_update
from domain.workflow_messages import CAMPAIGN, CANCEL_CAMPAIGN, LOOK_AGAIN, PAUSE, RESUME, SET_PACE
from workflows.activity_options import CAMPAIGN_WALK, QUICK_STEP
from workflows.shielded import to_its_end

# Rows and Temporal are compared this often.
_REPAIR_EVERY: Final = timedelta(seconds=30)
_PAUSED_REST: Final = timedelta(hours=1)
# A call whose carrier cannot be reached does not end at once; it is asked less and less often.
_FIRST_REST: Final = timedelta(seconds=1)
_LONGEST_REST: Final = timedelta(seconds=30)
_OVER: Final = (CampaignState.COMPLETED, CampaignState.CANCELLED)

# Where a run that began before does otherwise (law 9).
_CANCELLING_GOES_ON: Final = "cancelling campaigns continue as new"
_PAUSED_GOES_ON: Final = "paused campaigns continue as new"
_WAKE_APART: Final = "wake apart from the update"


@workflow.defn(name=CAMPAIGN.name)
class CampaignWorkflow:
    """The campaign's feeder and the place where operators pause, resume, pace and cancel it."""

    @workflow.init
    def __init__(self, order: CampaignOrder) -> None:
        self._order = order
        self._state = order.state
        self._act = 0  # the newest that an answer of the row told of
        self._changed = False
        self._waking: list[asyncio.Task[None]] = []
        self._begun: int | None = None  # of a round that was cut short
        self._repaired_at = workflow.now()

    @workflow.run
    async def run(self, order: CampaignOrder) -> None:
        """Feed rounds until every lead's call is closed, or cancel them all; Temporal's own Cancel does the same."""
        try:
            await self._feed_all(order)
        except (asyncio.CancelledError, FailureError) as error:
            if not is_cancelled_exception(error):
                raise
            self._state = CampaignState.CANCELLING
            await to_its_end(self._cancel_all())
            raise asyncio.CancelledError from error
        if self._state is CampaignState.CANCELLING:
            await to_its_end(self._cancel_all())
        await workflow.wait_condition(self._is_settled)

    @workflow.update(name=PAUSE.name, description="Start no further calls; calls in progress finish.")
    async def pause(self) -> str:
        """Pause; the state afterwards: another one if something newer was wished for."""
        return str(await self._move(CampaignAction.PAUSE))

    @pause.validator
    def _may_pause(self) -> None:
        self._refuse_unless_legal(CampaignAction.PAUSE)

    @workflow.update(name=RESUME.name, description="Go on after a pause.")
    async def resume(self) -> str:
        """Resume; the state afterwards. The calls that waited for it are woken meanwhile, however many they are."""
        state = await self._move(CampaignAction.RESUME)
        if state is not CampaignState.RUNNING:
            return str(state)
        if workflow.patched(_WAKE_APART):
            self._waking.append(asyncio.create_task(self._wake_calls()))
        else:
            await self._wake_calls()
        return str(state)

    @resume.validator
    def _may_resume(self) -> None:
        self._refuse_unless_legal(CampaignAction.RESUME)

    @workflow.update(
        name=CANCEL_CAMPAIGN.name,
        description="Cancel every call that is not closed and hang up those that are live.",
    )
    async def cancel(self) -> str:
        """Begin to cancel; the state afterwards."""
        return str(await self._move(CampaignAction.CANCEL))

    @cancel.validator
    def _may_cancel(self) -> None:
        self._refuse_unless_legal(CampaignAction.CANCEL)

    @workflow.update(name=SET_PACE.name, description="How many calls may be due at once.")
    async def set_pace(self, window: int) -> str:
        """Change the window; the state afterwards."""
        act = _act_behind_the_update()
        change = PaceChange(self._order.account_id, self._order.campaign_id, window, act)
        await workflow.execute_local_activity_method(CampaignActivities.set_pace, change, **QUICK_STEP)
        self._changed = True
        return str(self._state)

    @set_pace.validator
    def _may_set_pace(self, window: int) -> None:
        if not 1 <= window <= 1000:
            raise ApplicationError("The window must be between 1 and 1000 calls.", type="InvalidInput")

    @workflow.signal(name=LOOK_AGAIN.name, description="Leads were added: look for them now.")
    def look_again(self) -> None:
        """An import was committed."""
        self._changed = True

    async def _feed_all(self, order: CampaignOrder) -> None:
        number = order.round
        while self._state is not CampaignState.CANCELLING:
            self._changed = False
            if self._state is CampaignState.PAUSED:
                await self._rest(_PAUSED_REST, "paused")
                if workflow.info().is_continue_as_new_suggested() and workflow.patched(_PAUSED_GOES_ON):
                    await self._go_on(number)
                continue
            result = await self._feed(number)
            self._begun = None if result.whole else (self._begun or 0) + result.started
            number += 1 if result.whole else 0
            if result.state in _OVER:
                return
            if result.done and self._state is CampaignState.RUNNING:  # told by a step of before
                standing = await self._store(CampaignState.COMPLETED)
                if standing is None or standing.state in _OVER:
                    return
            if result.wait_seconds:
                await self._repair_now_and_then()
                await self._rest(timedelta(seconds=result.wait_seconds), result.note)
            if result.whole and workflow.info().is_continue_as_new_suggested() and not self._changed:
                await self._go_on(number)

    async def _go_on(self, number: int) -> None:
        """In another run, with a short history, unless an operator has just said something else."""
        state = self._state
        await workflow.wait_condition(self._is_settled)
        if self._state is state:
            workflow.continue_as_new(replace(self._order, round=number, state=state))

    async def _feed(self, number: int) -> FeedResult:
        result: FeedResult = await workflow.execute_local_activity_method(
            CampaignActivities.feed,
            FeedRound(self._order.account_id, self._order.campaign_id, number, self._begun),
            **QUICK_STEP,
        )
        workflow.set_current_details(f"**{self._state}**, round {number}: {result.note}.")
        return result

    async def _rest(self, limit: timedelta, why: str) -> None:
        """Until something is changed by an operator, at most this long."""
        try:
            await workflow.wait_condition(
                lambda: self._changed, timeout=limit, timeout_summary=f"{why}; then look again"
            )
        except TimeoutError:
            return

    async def _repair_now_and_then(self) -> None:
        if workflow.now() - self._repaired_at < _REPAIR_EVERY:
            return
        self._repaired_at = workflow.now()
        await workflow.execute_local_activity_method(CampaignActivities.repair, self._order, **QUICK_STEP)

    async def _cancel_all(self) -> None:
        """Walk through the open calls until none is left, then the campaign is cancelled."""
        workflow.set_current_details("**cancelling**: ends every call that is not closed.")
        await self._store(CampaignState.CANCELLING)
        rest = _FIRST_REST
        while await workflow.execute_activity_method(
            CampaignActivities.cancel_calls, self._order, summary="cancel the open calls", **CAMPAIGN_WALK
        ):
            await workflow.sleep(rest, summary="for the calls to end")
            rest = min(2 * rest, _LONGEST_REST)
            if workflow.info().is_continue_as_new_suggested() and workflow.patched(_CANCELLING_GOES_ON):
                await self._go_on(self._order.round)
        await self._store(CampaignState.CANCELLED)

    async def _wake_calls(self) -> None:
        try:
            await workflow.execute_activity_method(
                CampaignActivities.wake_calls, self._order, summary="wake the waiting calls", **CAMPAIGN_WALK
            )
        except FailureError:
            workflow.logger.warning("calls.not_woken")
        self._changed = True  # the feeder looked before they woke, and would rest until they were due

    def _is_settled(self) -> bool:
        return workflow.all_handlers_finished() and all(task.done() for task in self._waking)

    async def _move(self, action: CampaignAction) -> CampaignState:
        state = next_state(self._state, action)
        standing = await self._store(state, _act_behind_the_update())
        self._changed = True
        return state if standing is None else self._state

    async def _store(self, state: CampaignState, act: int = 0) -> CampaignStanding | None:
        """Where the row stands then, which counts; None where an earlier version stored it, whose rows said nothing."""
        self._state = state
        change = CampaignChange(self._order.account_id, self._order.campaign_id, state, act)
        standing: CampaignStanding | None = await workflow.execute_local_activity_method(
            CampaignActivities.set_campaign_state, change, **QUICK_STEP
        )
        if standing is not None and self._state is not CampaignState.CANCELLING:
            self._heed(standing, refused=standing.state is not state)
        return standing

    def _heed(self, standing: CampaignStanding, *, refused: bool) -> None:
        """Stand as the row does. Answers may come in another order than the row gave them: the newest act counts."""
        if standing.act > self._act or (refused and standing.act == self._act):
            self._act, self._state = standing.act, standing.state

    def _refuse_unless_legal(self, action: CampaignAction) -> None:
        try:
            next_state(self._state, action)
        except IllegalTransition as error:
            raise ApplicationError(
                str(error), *[str(legal) for legal in legal_actions(self._state)], type="IllegalTransition"
            ) from error


def _act_behind_the_update() -> int:
    """The number of the operator's act that the update at hand carries out; 0 if the sender knew none."""
    update = workflow.current_update_info()
    return 0 if update is None else act_of_update(update.id)
