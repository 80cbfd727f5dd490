"""A campaign's activities that follow a script: leads in order, open hours first, calls started for real."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from temporalio import activity
from temporalio.client import WorkflowHandle

from domain.calling_hours import is_open
from domain.campaigns import (
    CampaignChange,
    CampaignOrder,
    CampaignStanding,
    CampaignState,
    FeedResult,
    FeedRound,
    PaceChange,
)
from domain.identifiers import CallId
from domain.lead_time_zones import parse_hours_key
from tests.workflows.steps import PlannedCall, Steps

Call = WorkflowHandle[object, None]

NOT_DUE = ("waiting", "closed")
WISHES = (CampaignState.RUNNING, CampaignState.PAUSED)
ENDS = (CampaignState.COMPLETED, CampaignState.CANCELLED)


@dataclass
class Feeder:
    """One campaign's leads and calls. fed: the numbers of all rounds; rounds: what each claimed, a repeated one the same.

    most_at_once: so many calls one step starts; the rest of its round is left to the next. before_cancel, before_wake:
    what the walks through the open calls wait for; never_ending: so many cancelling walks find a call that does not end.
    act, acts: the newest act behind the row's state, and those of all that was stored; pace_acts: those of its paces.
    after_look: what happens once between what a round finds and its answer. before_end: what happens while the campaign's end is about to be stored; late_answers: what the answer to a stored act
    waits for.
    """

    steps: Steps
    start: Callable[[PlannedCall], Awaitable[Call]]
    leads: list[PlannedCall] = field(default_factory=list)
    window: int = 20
    most_at_once: int = 1000
    claimed: dict[int, list[PlannedCall]] = field(default_factory=dict)
    state: CampaignState = CampaignState.RUNNING
    states: list[CampaignState] = field(default_factory=list)
    act: int = 0
    acts: list[int] = field(default_factory=list)
    pace_acts: list[int] = field(default_factory=list)
    fed: list[int] = field(default_factory=list)
    rounds: dict[int, list[Call]] = field(default_factory=dict)
    called: list[PlannedCall] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    repairs: int = 0
    woken: int = 0
    sweeps: int = 0
    cancel_walks: int = 0
    before_cancel: Callable[[], Awaitable[object]] | None = None
    before_wake: Callable[[], Awaitable[object]] | None = None
    before_end: Callable[[], Awaitable[object]] | None = None
    late_answers: dict[int, Callable[[], Awaitable[object]]] = field(default_factory=dict)
    after_look: Callable[[], Awaitable[object]] | None = None
    feed_failures: int = 0
    never_ending: int = 0

    @activity.defn
    async def feed(self, feed_round: FeedRound) -> FeedResult:
        """Start as many leads as the window lets in, those that may be called now first."""
        if self.feed_failures:
            self.feed_failures -= 1
            raise ConnectionError("the record is away")
        self.fed.append(feed_round.round)
        now = await self.steps.now()
        started = self.steps.calls.values()
        due = sum(call.state not in NOT_DUE for call in started)
        open_first = sorted(self.leads, key=lambda lead: not self._is_open(lead, now))
        goes_on = feed_round.begun is not None
        fresh = [] if goes_on else open_first[: max(0, self.window - due)]
        claimed = self.claimed.setdefault(feed_round.round, fresh)
        waiting = claimed[feed_round.begun or 0 :]
        begun, left = waiting[: self.most_at_once], waiting[self.most_at_once :]
        self.leads = [lead for lead in self.leads if not any(lead is mine for mine in claimed)]
        calls = [await self._call_of(lead) for lead in begun]
        self.rounds[feed_round.round] = [*self.rounds.get(feed_round.round, []), *calls] if goes_on else calls
        done = not claimed and not self.leads and all(call.state == "closed" for call in started)
        wait = 0.0 if claimed else 1.0 if due else 900.0
        if self.after_look is not None:
            after_look, self.after_look = self.after_look, None
            await after_look()
        return FeedResult(self.state, len(begun), not left, wait, done, f"{due} due")

    async def _call_of(self, lead: PlannedCall) -> Call:
        """The lead's call, started if it was not before."""
        for place, known in enumerate(self.called):
            if known is lead:
                return self.calls[place]
        self.called.append(lead)
        self.calls.append(await self.start(lead))
        return self.calls[-1]

    def _is_open(self, lead: PlannedCall, now: datetime) -> bool:
        key = parse_hours_key(lead.hours_key)
        pack = self.steps.packs.for_hours(key)
        return pack is not None and is_open(pack.hours, key.zones, frozenset(), now)

    @activity.defn
    async def set_campaign_state(self, change: CampaignChange) -> CampaignStanding:
        """Note the state, as the row does: nothing over an end, over a cancel its end, over a newer act no older one."""
        if change.state is CampaignState.COMPLETED and self.before_end is not None:
            await self.before_end()
        is_old = change.state in WISHES and 0 < change.act <= self.act
        is_late = self.state is CampaignState.CANCELLING and change.state is not CampaignState.CANCELLED
        has_more = change.state is CampaignState.COMPLETED and bool(self.leads)
        if self.state not in (change.state, *ENDS) and not (is_old or is_late or has_more):
            self.state, self.act = change.state, max(self.act, change.act)
            self.states.append(change.state)
        standing = CampaignStanding(self.state, self.act)
        self.acts.append(change.act)
        if late := self.late_answers.pop(change.act, None):
            await late()
        return standing

    @activity.defn
    async def set_pace(self, change: PaceChange) -> None:
        """Note the window."""
        self.window = change.window
        self.pace_acts.append(change.act)

    @activity.defn
    async def repair(self, order: CampaignOrder) -> int:
        """Count."""
        self.repairs += 1
        return 0

    @activity.defn
    async def wake_calls(self, order: CampaignOrder) -> None:
        """Count; takes as long as the test wants."""
        self.woken += 1
        if self.before_wake is not None:
            await self.before_wake()

    @activity.defn
    async def cancel_calls(self, order: CampaignOrder) -> int:
        """Ask every call that is not closed to cancel; how many those were."""
        self.cancel_walks += 1
        if self.before_cancel is not None:
            await self.before_cancel()
        still_open = [call for call in self.calls if self.steps.calls[CallId(call.id)].state != "closed"]
        for call in still_open:
            await call.cancel()
        return len(still_open) or (self.cancel_walks <= self.never_ending)

    @activity.defn
    async def sweep(self) -> int:
        """Nothing is ever left behind here."""
        self.sweeps += 1
        return 0
