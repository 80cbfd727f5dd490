"""The worker process: builds the activities with their tools and serves workflows, activities and each trunk's dials."""

import asyncio
import compileall
import signal
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog
import uvloop
from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleSpec,
)
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

import workflows
from activities.account_rules import AccountRules
from activities.log_context import LogContext
from activities.registry import DIALS, LINE_WAITS, PEOPLE, STEPS, TELLINGS, activities_of
from activities.retry_after import AskedPauses
from activities.tools import Limits, Stage, Tools
from database import trunks
from database.outages import OUTAGES
from database.sealing import KeyRing
from database.session import Database, engine_for
from domain.identifiers import WEBHOOK_QUEUE, TrunkId, dial_queue, line_queue
from domain.retention import RetentionOrder
from domain.workflow_messages import RETENTION, SWEEP
from providers.webhooks import WebhookSender
from startup.call_starter import TemporalCallStarter
from startup.connections import Connections
from startup.fitness import fit_settings
from startup.key_rings import KeyRings, kept_up, key_rings
from startup.logs import configure_logs
from startup.media_control import MediaStage, control_client
from startup.renewal import Renewal
from startup.rule_packs import read_rule_packs
from startup.settings import Settings
from startup.temporal import WORKFLOW_QUEUE, connect
from startup.wiring import mail, recording_archive
from workflows.call import CallWorkflow
from workflows.campaign import CampaignWorkflow
from workflows.person import PersonErasureWorkflow, PersonExportWorkflow
from workflows.reset import PasswordResetWorkflow
from workflows.retention import RetentionWorkflow
from workflows.sweep import SweepWorkflow
from workflows.webhook import WebhookWorkflow

log = structlog.get_logger()

WORKFLOWS: Final = [
    CampaignWorkflow,
    CallWorkflow,
    SweepWorkflow,
    WebhookWorkflow,
    PersonExportWorkflow,
    PersonErasureWorkflow,
    RetentionWorkflow,
    PasswordResetWorkflow,
]
INTERCEPTORS: Final = [LogContext(), AskedPauses()]
_SWEEP_ID: Final = "sweep"
_SWEEP_EVERY: Final = timedelta(minutes=1)
_RETENTION_ID: Final = "retention"
_RETENTION_EVERY: Final = timedelta(days=1)
_RETENTION_AT: Final = timedelta(hours=2, minutes=20)  # UTC
_LOOK_FOR_TRUNKS_EVERY: Final = 1.0  # seconds
# Well above any trunk's pace: near it the queue itself would hold dials back for the length of a poll.
_COARSE_DIALS_PER_SECOND: Final = 100.0
# Only the foremost of a trunk looks often; those beyond it wait in the queue, and nobody else waits there.
_MOST_LINE_WAITS: Final = 1000  # of each trunk
_LINE_WAIT_POLLS: Final = 2  # few begin to wait in any second
_MOST_TOLD: Final = 50  # programs at once
_GRACE: Final = timedelta(seconds=10)
_TEMPORAL_RETRY: Final = 1.0  # seconds


def workflow_runner() -> SandboxedWorkflowRunner:
    """The sandbox; it passes through exactly the rules and the activities (decision 0007)."""
    return SandboxedWorkflowRunner(
        restrictions=SandboxRestrictions.default.with_passthrough_modules("domain", "activities")
    )


def main_worker(client: Client, tools: Tools) -> Worker:
    """Serves the workflows and all activities but the dials.

    Also the calls that began to wait for a line before those had a queue of their own.
    """
    return Worker(
        client,
        task_queue=WORKFLOW_QUEUE,
        workflows=WORKFLOWS,
        activities=activities_of((*STEPS, *LINE_WAITS, *PEOPLE), tools),
        interceptors=INTERCEPTORS,
        workflow_runner=workflow_runner(),
        max_concurrent_activities=500,
        max_concurrent_local_activities=50,
        graceful_shutdown_timeout=_GRACE,
    )


def line_worker(client: Client, tools: Tools, trunk_id: TrunkId) -> Worker:
    """Serves one trunk's calls that wait for a line, for hours perhaps: nothing else may wait behind them."""
    return Worker(
        client,
        task_queue=line_queue(trunk_id),
        activities=activities_of(LINE_WAITS, tools),
        max_concurrent_activities=_MOST_LINE_WAITS,
        max_concurrent_activity_task_polls=_LINE_WAIT_POLLS,
        graceful_shutdown_timeout=_GRACE,
    )


def dial_worker(client: Client, tools: Tools, trunk_id: TrunkId) -> Worker:
    """Serves one trunk's dials; the queue's own limit is a coarse guard, the slot row keeps the pace."""
    return Worker(
        client,
        task_queue=dial_queue(trunk_id),
        activities=activities_of(DIALS, tools),
        max_task_queue_activities_per_second=_COARSE_DIALS_PER_SECOND,
        max_concurrent_activities=50,
        graceful_shutdown_timeout=_GRACE,
    )


def webhook_worker(client: Client, tools: Tools) -> Worker:
    """Serves what other people's programs are told: they may be slow, and nothing of ours waits behind them."""
    return Worker(
        client,
        task_queue=WEBHOOK_QUEUE,
        activities=activities_of(TELLINGS, tools),
        max_concurrent_activities=_MOST_TOLD,
        graceful_shutdown_timeout=_GRACE,
    )


async def serve_trunks(client: Client, tools: Tools, stop: asyncio.Event) -> None:
    """Serve each trunk's dials and waits, those of trunks that are added later too, until told to stop."""
    async with asyncio.TaskGroup() as group:
        served: set[TrunkId] = set()
        while not stop.is_set():
            try:
                async with tools.database.transaction() as session:
                    known = await trunks.all_trunk_ids(session)
            except OUTAGES as error:
                log.warning("worker.database_away", error=type(error).__name__)
                known = set()
            for trunk_id in known - served:
                served.add(trunk_id)
                for worker in (dial_worker(client, tools, trunk_id), line_worker(client, tools, trunk_id)):
                    group.create_task(_serve(worker, stop), name=worker.task_queue)
            await _wait(stop, _LOOK_FOR_TRUNKS_EVERY)


async def ensure_sweep(client: Client) -> None:
    """The schedule of the sweep, made once; an outage is not made up for."""
    schedule = Schedule(
        action=ScheduleActionStartWorkflow(SWEEP.name, id=_SWEEP_ID, task_queue=WORKFLOW_QUEUE),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=_SWEEP_EVERY)]),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(minutes=1)),
    )
    await _make_once(client, _SWEEP_ID, schedule)


async def ensure_retention(client: Client) -> None:
    """The schedule of retention, made once: a round a day, in the European night; one that an outage kept from running is made up for."""
    schedule = Schedule(
        action=ScheduleActionStartWorkflow(
            RETENTION.name, RetentionOrder(), id=_RETENTION_ID, task_queue=WORKFLOW_QUEUE
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=_RETENTION_EVERY, offset=_RETENTION_AT)]),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=_RETENTION_EVERY),
    )
    await _make_once(client, _RETENTION_ID, schedule)


async def _make_once(client: Client, schedule_id: str, schedule: Schedule) -> None:
    try:
        await client.create_schedule(schedule_id, schedule)
    except ScheduleAlreadyRunningError:
        return


def tools_of(settings: Settings, client: Client, stage: Stage, key_ring: KeyRing) -> Tools:
    """All the tools of the activities, from the settings."""
    database = Database(engine_for(settings.database_url, connections=15))
    return Tools(
        database=database,
        key_ring=key_ring,
        rule_packs=AccountRules(read_rule_packs()),
        connections=Connections(settings, database, key_ring),
        stage=stage,
        starter=TemporalCallStarter(client),
        webhooks=WebhookSender(local=settings.webhooks_to_this_machine),
        recordings=recording_archive(settings, key_ring),
        public_url=settings.public_url,
        mail=mail(settings),
        dashboard_url=settings.dashboard_url or settings.public_url,
        limits=Limits(send_limit=settings.send_limit, unconfirmed_after=settings.unconfirmed_after),
    )


async def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT, then let activities in progress finish."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    rings = key_rings(settings)
    client = await _connected(settings, rings, stop)
    if client is None:
        return
    async with control_client(settings) as media:
        tools = tools_of(settings, client, MediaStage(media), rings.data)
        assert isinstance(tools.connections, Connections)
        renewal = Renewal([rings.renew, tools.connections.renew])
        async with kept_up(tools.database, rings, renewal, "worker"):
            await ensure_sweep(client)
            await ensure_retention(client)
            async with asyncio.TaskGroup() as group:
                group.create_task(_serve(main_worker(client, tools), stop), name="workflows")
                group.create_task(_serve(webhook_worker(client, tools), stop), name="webhooks")
                group.create_task(serve_trunks(client, tools, stop), name="trunks")
        await tools.webhooks.aclose()
        await tools.database.close()
    log.info("worker.ended")


async def _connected(settings: Settings, rings: KeyRings, stop: asyncio.Event) -> Client | None:
    """A client that has reached Temporal, however long that takes; None when told to stop first."""
    while not stop.is_set():
        try:
            return await connect(settings, rings.data, lazy=False)
        except RuntimeError as error:
            log.warning("worker.temporal_away", error=str(error).splitlines()[0])
            await _wait(stop, _TEMPORAL_RETRY)
    return None


async def _serve(worker: Worker, stop: asyncio.Event) -> None:
    async with worker:
        await stop.wait()


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


def compile_workflows() -> None:
    """Write down the compiled form of the workflows' files, where that is possible.

    The sandbox imports them anew for each call: that takes 2 ms of the loop that keeps the pace, or 9 if they are compiled
    each time, as where PYTHONDONTWRITEBYTECODE is set.
    """
    compileall.compile_dir(str(Path(workflows.__file__).parent), quiet=2)


def main() -> None:
    """Read the settings and work."""
    settings = fit_settings()
    configure_logs(settings.log_level, "worker")
    log.info("worker.starting")
    compile_workflows()
    uvloop.run(run(settings))


if __name__ == "__main__":
    main()
