"""What the activities work on in their tests: a real database, a scripted carrier, a remembered Temporal and stage."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from temporalio.testing import ActivityEnvironment

from activities.account_rules import AccountRules
from activities.attempt_readiness import LineWaitActivities, ReadinessActivities
from activities.closing import ClosingActivities
from activities.dialling import DialActivities
from activities.legs import LegActivities
from activities.tools import Limits, Tools
from database.attempts import AttemptEnd, read_attempt_end
from database.conversations import open_stream, store_report
from database.session import new_id
from domain.callbacks import AgreedCallback
from domain.calls import (
    AfterAttempt,
    AttemptRef,
    CallCancelled,
    CallOrder,
    CallRef,
    DialAnswer,
    DialRequest,
    LegStatus,
    Readiness,
)
from domain.conversations import AnsweredBy, ConversationPlan, ConversationReport, EndReason, Verdict
from domain.identifiers import AttemptId, CallId, LeadId, attempt_id, call_workflow_id
from domain.script_fields import FieldAnswer
from domain.transcripts import Transcript
from providers.recordings.archive import RecordingArchive
from providers.webhooks import WebhookSender
from startup.rule_packs import read_rule_packs
from tests.activities.carrier import ScriptedCarrier
from tests.activities.connections import FixedConnections
from tests.database.campaign_rows import CampaignRows
from tests.providers.recordings import MemoryStorage

NUMBER = "+4930555001"
OTHER_NUMBER = "+4930555002"
T = TypeVar("T")


@dataclass
class RememberedStage:
    """Remembers for which attempts it was to get ready, and at which control addresses; refuses if it is told to.

    ready: those for which it is; before_answer: what it waits for.
    """

    refusal: Exception | None = None
    before_answer: Callable[[], Awaitable[object]] | None = None
    prepared: list[AttemptId] = field(default_factory=list)
    ready: list[AttemptId] = field(default_factory=list)
    released: list[AttemptId] = field(default_factory=list)
    asked_at: list[str] = field(default_factory=list)
    forgot_phrases: list[str] = field(default_factory=list)

    async def prepare(self, control_url: str, plan: ConversationPlan) -> None:
        """Note the attempt."""
        self.prepared.append(plan.attempt_id)
        self.asked_at.append(control_url)
        if self.before_answer is not None:
            await self.before_answer()
        if self.refusal is not None:
            raise self.refusal
        self.ready.append(plan.attempt_id)

    async def release(self, control_url: str, attempt_id: AttemptId) -> None:
        """Note the attempt."""
        self.released.append(attempt_id)
        self.asked_at.append(control_url)

    async def forget_phrases(self, control_url: str) -> None:
        """Note the address."""
        self.forgot_phrases.append(control_url)


@dataclass
class RememberedTemporal:
    """Remembers the calls it was to start, with their orders and masked numbers, wake and cancel.

    open_workflows are those it says are running; closed_workflows ran before and are never started again; away_for: the
    one that cannot be reached.
    """

    started: list[str] = field(default_factory=list)
    orders: dict[CallId, CallOrder] = field(default_factory=dict)
    masked: list[str] = field(default_factory=list)
    woken: list[str] = field(default_factory=list)
    followed_up: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    open_workflows: set[str] = field(default_factory=set)
    closed_workflows: set[str] = field(default_factory=set)
    away_for: str = ""
    before_start: Callable[[], Awaitable[object]] | None = None

    async def start_call(self, order: CallOrder, lead_id: LeadId, *, masked_number: str) -> None:
        """Start it once."""
        if self.before_start is not None:
            await self.before_start()
        workflow_id = call_workflow_id(order.call_id, order.campaign_id, lead_id)
        if workflow_id not in self.open_workflows | self.closed_workflows:
            self.started.append(workflow_id)
            self.masked.append(masked_number)
            self.orders[order.call_id] = order
            self.open_workflows.add(workflow_id)

    async def follow_up(self, order: CallOrder, lead_id: LeadId, *, masked_number: str) -> None:
        """Note it."""
        self.followed_up.append(call_workflow_id(order.call_id, order.campaign_id, lead_id))

    async def is_open(self, workflow_id: str) -> bool:
        """Whether it was started."""
        return workflow_id in self.open_workflows

    async def cancel(self, workflow_id: str, *, why: str) -> bool:
        """Cancel it if it was started."""
        if workflow_id == self.away_for:
            raise ConnectionError("away")
        self.cancelled.append(workflow_id)
        return workflow_id in self.open_workflows

    async def is_known(self, workflow_id: str) -> bool:
        """Whether it was started, and not forgotten."""
        return workflow_id in (self.open_workflows | self.closed_workflows) - set(self.forgotten)

    async def forget(self, workflow_id: str) -> int:
        """Forget that it was started; it must have ended."""
        assert workflow_id not in self.open_workflows
        self.forgotten.append(workflow_id)
        return int(workflow_id in self.closed_workflows)

    async def look_again(self, workflow_id: str) -> None:
        """Note the campaign."""
        self.told.append(workflow_id)

    async def wake(self, workflow_id: str) -> None:
        """Wake it."""
        self.woken.append(workflow_id)


@dataclass
class Scene:
    """One campaign, the tools, and the steps as the workflow would take them."""

    campaign: CampaignRows
    carrier: ScriptedCarrier
    stage: RememberedStage
    temporal: RememberedTemporal
    tools: Tools

    def within(self, **limits: timedelta) -> None:
        """Shorter limits for ambiguous dials."""
        self.tools = replace(self.tools, limits=Limits(**limits))

    async def prepare(self, call_id: CallId) -> Readiness:
        """The local activity before a dial."""
        return await run(ReadinessActivities(self.tools).prepare_attempt, self._ref(call_id))

    async def wait_for_line(self, call_id: CallId) -> Readiness:
        """The activity in which a call waits for its turn."""
        return await run(LineWaitActivities(self.tools).wait_for_line, self._ref(call_id))

    async def dial(self, call_id: CallId, number: int = 1) -> DialAnswer:
        """The dial activity."""
        request = DialRequest(self.campaign.account_id, call_id, number)
        return await run(DialActivities(self.tools).dial, request)

    async def prepared_dial(self, call_id: CallId, number: int = 1) -> DialAnswer:
        """A line, then the dial."""
        await self.prepare(call_id)
        return await self.dial(call_id, number)

    async def close(self, call_id: CallId, number: int = 1) -> AfterAttempt:
        """The local activity at an attempt's end."""
        return await run(ClosingActivities(self.tools).close_attempt, self.attempt(call_id, number))

    async def hang_up(self, call_id: CallId, number: int = 1) -> LegStatus:
        """The activity that ends a leg."""
        return await run(LegActivities(self.tools).hang_up, self.attempt(call_id, number))

    async def cancel(self, call_id: CallId, number: int = 1) -> None:
        """The local activity at a cancelled call's end."""
        cancelled = CallCancelled(
            self.campaign.account_id, call_id, attempt_id(call_id, number), "an operator"
        )
        await run(ClosingActivities(self.tools).close_cancelled, cancelled)

    async def what_follows(self, call_id: CallId) -> AfterAttempt:
        """The local activity after a call that another step closed."""
        return await run(ClosingActivities(self.tools).what_follows, self._ref(call_id))

    async def store(self, report: ConversationReport) -> None:
        """The workflow stores what the media server could not."""
        await run(ClosingActivities(self.tools).store_report, report)

    def report(
        self,
        call_id: CallId,
        verdict: Verdict,
        end_reason: EndReason,
        transcript: Transcript = (),
        *,
        number: int = 1,
    ) -> ConversationReport:
        """What the media server reports of an attempt's twenty seconds with a person."""
        began = datetime.now(UTC) - timedelta(seconds=30)
        return ConversationReport(
            self.campaign.account_id,
            call_id,
            attempt_id(call_id, number),
            AnsweredBy.PERSON,
            end_reason,
            verdict,
            transcript,
            began,
            began + timedelta(seconds=20),
        )

    async def converse(
        self,
        call_id: CallId,
        verdict: Verdict,
        end_reason: EndReason,
        transcript: Transcript = (),
        *,
        number: int = 1,
        failed_vendor: str = "",
        fields: tuple[FieldAnswer, ...] = (),
        callback: AgreedCallback | None = None,
    ) -> None:
        """The media server opens the attempt's stream, talks and stores its report."""
        key_ring = self.campaign.key_ring
        report = self.report(call_id, verdict, end_reason, transcript, number=number)
        report = replace(report, failed_vendor=failed_vendor, fields=fields, callback=callback)
        async with self.campaign.database.transaction() as session:
            leg = f"CA-{report.attempt_id}"
            await open_stream(
                session, report.attempt_id, key_ring, carrier_call_id=leg, epoch=1, process="media-1"
            )
            await store_report(session, report, key_ring, suppression_id=new_id("sup"))

    async def moment_comes(self, call_id: CallId) -> None:
        """The moment for which the call waits is here."""
        await self.campaign.run(
            "UPDATE calls SET not_before = now() - interval '1 s', next_attempt_at = now() WHERE id = :call",
            call=call_id,
        )

    async def known(self, call_id: CallId, number: int = 1) -> AttemptEnd | None:
        """What is known of the attempt; None if there is none."""
        async with self.campaign.database.transaction() as session:
            return await read_attempt_end(
                session, self.campaign.account_id, attempt_id(call_id, number), self.campaign.key_ring
            )

    async def workflow_of(self, call_id: CallId) -> str:
        """The id of the workflow that owns this call."""
        lead_id = LeadId((await self.campaign.row("calls", call_id))["lead_id"])
        return call_workflow_id(call_id, self.campaign.campaign_id, lead_id)

    async def attempts(self) -> int:
        """How many attempts the account has."""
        return len(await self.campaign.rows("SELECT id FROM attempts WHERE account_id = :account_id"))

    async def lines_taken(self) -> int:
        """How many lines are taken."""
        return len(
            await self.campaign.rows(
                "SELECT 1 AS taken FROM lines WHERE account_id = :account_id AND call_id IS NOT NULL"
            )
        )

    def attempt(self, call_id: CallId, number: int = 1) -> AttemptRef:
        """An attempt's reference."""
        return AttemptRef(self.campaign.account_id, call_id, attempt_id(call_id, number))

    def _ref(self, call_id: CallId) -> CallRef:
        return CallRef(self.campaign.account_id, call_id)


def scene_of(campaign: CampaignRows, carrier: ScriptedCarrier | None = None) -> Scene:
    """The scene around one campaign; campaigns may share a carrier."""
    carrier, stage, temporal = carrier or ScriptedCarrier(), RememberedStage(), RememberedTemporal()
    tools = Tools(
        database=campaign.database,
        key_ring=campaign.key_ring,
        rule_packs=AccountRules(read_rule_packs()),
        connections=FixedConnections(carrier),
        stage=stage,
        starter=temporal,
        webhooks=WebhookSender(local=True),
        recordings=RecordingArchive(MemoryStorage(), campaign.key_ring),
        public_url="https://outbound.example",
    )
    return Scene(campaign, carrier, stage, temporal, tools)


async def run(step: Callable[..., Awaitable[T]], *arguments: object) -> T:
    """What an activity answers."""
    return await ActivityEnvironment().run(step, *arguments)
