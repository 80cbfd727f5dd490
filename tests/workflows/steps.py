"""The activities of a call, by the names of the real ones: they follow a script but decide by the real rules.

Nothing here touches a database or a carrier: a call's rows are one record, a dial is an entry in `dials`. The moment of
every decision is Temporal's own, so that skipped time is the time of the rules.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from temporalio import activity
from temporalio.testing import WorkflowEnvironment

from domain.calls import (
    AfterAttempt,
    AttemptRef,
    CallCancelled,
    CallRef,
    DialAnswer,
    DialKind,
    DialRequest,
    LegEnded,
    LegStatus,
    MessageAnswer,
    MessageRequest,
    PlannedMessage,
    Readiness,
    ReadinessKind,
    Reschedule,
)
from domain.campaigns import AttemptCaps, CampaignPlan
from domain.contactability import Channel, ContactFacts, ContactVerdict, decide_contact
from domain.conversations import ConversationReport
from domain.identifiers import AccountId, CallId, TrunkId, attempt_id
from domain.lead_time_zones import parse_hours_key
from domain.outcomes import OUTCOME_FLAGS, BusinessOutcome, Outcome, TechnicalResult
from domain.retry_policy import RetryAt, decide_retry
from startup.rule_packs import read_rule_packs
from tests.domain.ledgers import ledger_of

OPEN = "simulation|Europe/Berlin|DE|"
ACCOUNT = AccountId("acc_1")
# When a workflow is closed the clock runs on to its time-out, which without this lies ten years ahead.
LONGEST = timedelta(days=40)


@dataclass
class PlannedCall:
    """A call's rows. results: how its attempts end, the last one repeated; told: whether the carrier's callback comes;
    outlives: so many hang-ups.
    """

    hours_key: str = OPEN
    plan: CampaignPlan = field(default_factory=lambda: CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    results: list[TechnicalResult] = field(default_factory=lambda: [TechnicalResult.TALKED])
    told: bool = True
    talking: bool = False
    sync_crm: bool = False
    messages: tuple[PlannedMessage, ...] = ()
    line_free: bool = True
    waits_for: str = ""
    not_before: datetime | None = None
    attempts_made: int = 0
    leg_live: bool = False
    outlives: int = 0
    state: str = "claimed"
    closed_as: str = ""
    outcome: str = BusinessOutcome.NONE


@dataclass(frozen=True, slots=True)
class Dial:
    """One dial and its moment."""

    call_id: CallId
    attempt: int
    at: datetime


@dataclass
class Steps:
    """The activities of a call, by the names of the real ones."""

    env: WorkflowEnvironment
    trunk_id: TrunkId
    calls: dict[CallId, PlannedCall] = field(default_factory=dict)
    dials: list[Dial] = field(default_factory=list)
    prepared: list[datetime] = field(default_factory=list)
    hung_up: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    closed: list[CallCancelled] = field(default_factory=list)
    closed_at: list[datetime] = field(default_factory=list)
    synced: list[datetime] = field(default_factory=list)
    sent: list[datetime] = field(default_factory=list)
    sent_rules: list[int] = field(default_factory=list)
    first_asked: dict[int, datetime] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    dial_answers: list[DialAnswer] = field(default_factory=list)
    message_answers: list[MessageAnswer] = field(default_factory=list)
    message_failures: dict[int, Exception] = field(default_factory=dict)
    during_dial: Callable[[DialRequest], Awaitable[None]] | None = None
    during_prepare: Callable[[CallRef], Awaitable[None]] | None = None
    before_store: Callable[[], Awaitable[object]] | None = None
    before_line: Callable[[], Awaitable[object]] | None = None
    before_crm: Callable[[], Awaitable[object]] | None = None
    during_message: Callable[[CallRef], Awaitable[None]] | None = None
    crm_failures: int = 0
    prepare_failures: int = 0
    store_failure: Exception | None = None
    stores: int = 0
    reschedule_failure: Exception | None = None
    reschedules: int = 0
    carrier_failure: Exception | None = None
    packs = read_rule_packs()

    async def now(self) -> datetime:
        """Temporal's moment."""
        return await self.env.get_current_time()

    @activity.defn
    async def prepare_attempt(self, ref: CallRef) -> Readiness:
        """The real rule over the remembered rows."""
        if self.prepare_failures:
            self.prepare_failures -= 1
            raise ConnectionError("the record is away")
        if self.during_prepare is not None:
            await self.during_prepare(ref)
        call, now = self.calls[ref.call_id], await self.now()
        self.prepared.append(now)
        if call.state == "closed":
            return Readiness(ReadinessKind.FINAL, why="The call is closed.")
        facts = ContactFacts(
            channel=Channel.VOICE,
            hours_key=call.hours_key,
            purpose=call.plan.purpose,
            hours=call.plan.hours,
            caps=call.plan.caps,
            attempts_made=call.attempts_made,
            not_before=call.not_before,
            consents=ledger_of("written", purpose=call.plan.purpose),
        )
        decision = decide_contact(facts, self.packs.for_hours(parse_hours_key(call.hours_key)), now)
        attempt, why = call.attempts_made + 1, " ".join(reason.text for reason in decision.reasons)
        if decision.verdict is ContactVerdict.DEFER:
            call.state = "waiting"
            return Readiness(ReadinessKind.WAIT, attempt=attempt, until=decision.until, why=why)
        if decision.verdict is ContactVerdict.REFUSE:
            call.state = "closed"
            return Readiness(ReadinessKind.REFUSED, attempt=attempt, why=why)
        call.state = "queued"
        kind = ReadinessKind.READY if call.line_free else ReadinessKind.WAIT_FOR_LINE
        return Readiness(
            kind,
            attempt=attempt,
            why="+49***001",
            trunk_id=self.trunk_id,
            ring_seconds=call.plan.ring_seconds,
            longest_call_seconds=call.plan.longest_call_seconds,
            waits_for=call.waits_for,
        )

    @activity.defn
    async def wait_for_line(self, ref: CallRef) -> Readiness:
        """A line falls free at once, or when the test says so."""
        self.log.append("waited for a line")
        if self.before_line is not None:
            await self.before_line()
        self.calls[ref.call_id].line_free = True
        return await self.prepare_attempt(ref)

    @activity.defn
    async def reschedule_call(self, ref: CallRef, change: Reschedule) -> None:
        """Note the new moment."""
        self.reschedules += 1
        if self.reschedule_failure is not None:
            raise self.reschedule_failure
        self.calls[ref.call_id].not_before = change.at

    @activity.defn
    async def dial(self, request: DialRequest) -> DialAnswer:
        """The script's next answer; without one the telephone rings and, if so planned, the callback comes at once."""
        self.log.append(f"dial {request.attempt}")
        if self.during_dial is not None:
            await self.during_dial(request)
        if self.dial_answers:
            answer = self.dial_answers.pop(0)
            if answer.kind is not DialKind.PLACED:
                return answer
        call = self.calls[request.call_id]
        call.attempts_made += 1
        call.leg_live = True
        self.dials.append(Dial(request.call_id, request.attempt, await self.now()))
        if call.told:
            await self.tell_leg_ended(request.call_id, request.attempt)
        return DialAnswer(DialKind.PLACED)

    async def tell_leg_ended(self, call_id: CallId, attempt: int) -> None:
        """The carrier's callback, as the API signals it."""
        call = self.calls[call_id]
        call.leg_live = False
        attempted = attempt_id(call_id, attempt)
        event = LegEnded(f"{attempted}/ended", attempted, talking=call.talking)
        await self.env.client.get_workflow_handle(call_id).signal("leg_ended", event)

    @activity.defn
    async def check_leg(self, ref: AttemptRef) -> LegStatus:
        """What the carrier says of the leg."""
        self.asked.append(ref.attempt_id)
        if self.carrier_failure is not None:
            raise self.carrier_failure
        call = self.calls[ref.call_id]
        return LegStatus(ended=not call.leg_live, talking=call.talking, reported=False)

    @activity.defn
    async def hang_up(self, ref: AttemptRef) -> LegStatus:
        """The leg ends, if it does not outlive this."""
        call = self.calls[ref.call_id]
        self.hung_up.append(ref.attempt_id)
        if self.carrier_failure is not None:
            raise self.carrier_failure
        self.log.append("hang up")
        call.leg_live = self.hung_up.count(ref.attempt_id) <= call.outlives
        return LegStatus(ended=not call.leg_live, talking=call.talking, reported=False)

    @activity.defn
    async def store_report(self, report: ConversationReport) -> None:
        """The report is kept; a final answer closes a call that waits."""
        self.stores += 1
        if self.store_failure is not None:
            raise self.store_failure
        if self.before_store is not None:
            await self.before_store()
        self.log.append(f"store {report.verdict.outcome}")
        call = self.calls[report.call_id]
        call.outcome = report.verdict.outcome
        if call.state == "waiting" and OUTCOME_FLAGS[call.outcome].final:
            call.state, call.closed_as = "closed", str(call.results[0])

    @activity.defn
    async def close_attempt(self, ref: AttemptRef) -> AfterAttempt:
        """The real retry rule over the scripted result."""
        call, now = self.calls[ref.call_id], await self.now()
        self.closed_at.append(now)
        number = int(ref.attempt_id.rpartition("-")[2])
        self.log.append(f"close {number}")
        so_far = [call.results[min(made, len(call.results)) - 1] for made in range(1, number + 1)]
        follows = decide_retry(
            so_far[-1],
            Outcome.of(None),
            attempts_so={so_far[-1]: so_far.count(so_far[-1])},
            attempts_made=number,
            plan=call.plan,
            zones=parse_hours_key(call.hours_key).zones,
            ended_at=now,
            seed=ref.attempt_id,
            callback_at=None,
        )
        if isinstance(follows, RetryAt):
            call.not_before, call.state = follows.at, "waiting"
            return AfterAttempt(False, so_far[-1], BusinessOutcome.NONE, why=follows.reason)
        call.state, call.closed_as = "closed", str(so_far[-1])
        return AfterAttempt(True, so_far[-1], call.outcome, follows.reason, call.sync_crm, call.messages)

    @activity.defn
    async def what_follows(self, ref: CallRef) -> AfterAttempt:
        """The CRM's record, if there was an attempt, and the messages of a call that a late answer closed."""
        call = self.calls[ref.call_id]
        result = TechnicalResult(call.closed_as) if call.closed_as else TechnicalResult.NEVER_DIALLED
        messages = call.messages if call.outcome != BusinessOutcome.NONE else ()
        return AfterAttempt(
            True, result, call.outcome, "closed", call.sync_crm and call.attempts_made > 0, messages
        )

    @activity.defn
    async def close_cancelled(self, cancelled: CallCancelled) -> None:
        """The call is closed as cancelled."""
        self.closed.append(cancelled)
        self.log.append("close cancelled")
        self.calls[cancelled.call_id].state = "closed"
        self.calls[cancelled.call_id].closed_as = "cancelled"

    @activity.defn
    async def sync_crm(self, ref: CallRef) -> None:
        """Fails as often as scripted; takes as long as the test wants."""
        if self.before_crm is not None:
            await self.before_crm()
        if self.crm_failures:
            self.crm_failures -= 1
            raise ConnectionError("the CRM is down")
        self.synced.append(await self.now())

    @activity.defn
    async def send_message(self, request: MessageRequest) -> MessageAnswer:
        """The script's next answer; without one the message is sent. One that fails by its rule fails each time."""
        self.first_asked.setdefault(request.rule, await self.now())
        if request.rule in self.message_failures:
            raise self.message_failures[request.rule]
        if self.during_message is not None:
            await self.during_message(CallRef(request.account_id, request.call_id))
        answer = self.message_answers.pop(0) if self.message_answers else MessageAnswer(sent=True)
        if answer.sent:
            self.sent.append(await self.now())
            self.sent_rules.append(request.rule)
        return answer
