"""The worker process itself: what it is wired with, and that it outlives what its servers do."""

import asyncio
import os
import signal
import sys
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import replace
from datetime import timedelta
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, ClassVar

import pytest
import uvloop
from sqlalchemy.ext.asyncio import create_async_engine
from structlog.testing import capture_logs
from temporalio.activity import _Definition
from temporalio.client import (
    Client,
    ScheduleActionStartWorkflow,
    ScheduleOverlapPolicy,
)
from temporalio.testing import WorkflowEnvironment
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

import worker
import workflows
from activities.account_rules import AccountRules
from activities.log_context import LogContext
from activities.registry import DIALS, LINE_WAITS, PEOPLE, STEPS, TELLINGS, activity_names
from activities.retry_after import AskedPauses
from activities.tools import Limits, Stage, Tools
from database import trunks
from database.api_keys import ensure_account
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import WEBHOOK_QUEUE, TrunkId, dial_queue, line_queue
from domain.workflow_messages import SWEEP
from local.keys import new_keys
from local.processes import Child
from local.services import product
from local.temporal import DevServer
from startup.call_starter import TemporalCallStarter
from startup.connections import Connections
from startup.media_control import MediaStage
from startup.settings import Settings, TwilioSettings
from startup.temporal import WORKFLOW_QUEUE
from tests.activities.scene import RememberedStage
from tests.database.campaign_rows import running_campaign
from tests.media.house import until
from tests.workflows.schedules import remembered_schedules
from worker import serve_trunks, tools_of, workflow_runner

SETTINGS = Settings(
    database_url="postgresql://nowhere/none",
    key_ring=f"1:{b64encode(b'k' * 32).decode()}",
    lookup_key=b64encode(b"l" * 32).decode(),
    signing_key=b64encode(b"s" * 32).decode(),
    twilio=TwilioSettings(account_sid="AC1", auth_token="t"),
)


def _tools(settings: Settings, client: Client) -> Tools:
    return tools_of(
        settings, client, RememberedStage(), KeyRing.parse(settings.key_ring, settings.lookup_key)
    )


async def test_the_limits_of_ambiguous_dials_are_those_of_the_settings(skipping: WorkflowEnvironment) -> None:
    """Law 1."""
    limits = Limits(send_limit=timedelta(seconds=4), unconfirmed_after=timedelta(seconds=7))
    chosen = {"send_limit": limits.send_limit, "unconfirmed_after": limits.unconfirmed_after}
    assert limits == _tools(SETTINGS.model_copy(update=chosen), skipping.client).limits


async def test_the_process_that_takes_workflows_has_scheduled_the_sweep(
    fresh_database: Database, tmp_path: Path
) -> None:
    """Law 6: without it all seems well until a workflow is lost."""
    async with AsyncExitStack() as ends:
        server = DevServer(tmp_path)
        ends.push_async_callback(server.stop)
        environment = {
            **new_keys(),
            "OUTBOUND_MODE": "local",
            "DATABASE_URL": fresh_database.engine.url.render_as_string(hide_password=False),
            "TEMPORAL_ADDRESS": await server.start(),
            "TEMPORAL_NAMESPACE": server.namespace,
        }
        [*_, program] = product(tmp_path, {"api": 1, "codec": 2}, environment)
        worker = await Child.start(program, tmp_path / "worker.pid")
        ends.push_async_callback(worker.stop)
        client = await Client.connect(server.address, namespace=server.namespace)
        await client.get_schedule_handle("sweep").describe()


async def test_a_full_pool_does_not_end_the_process(
    fresh_database: Database, skipping: WorkflowEnvironment
) -> None:
    """A PostgreSQL that hangs fills the pool; the dials under way must not be cancelled with the process."""
    url, stop = fresh_database.engine.url, asyncio.Event()
    crowded = Database(create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=0.05))
    tools = replace(_tools(SETTINGS, skipping.client), database=crowded)
    with capture_logs() as logs:
        async with crowded.engine.connect():
            serving = asyncio.create_task(serve_trunks(skipping.client, tools, stop))
            await until(lambda: len(logs) > 0, 10)
        stop.set()
        await asyncio.wait_for(serving, 10)
    await crowded.close()
    assert [("worker.database_away", "TimeoutError")] == [(line["event"], line["error"]) for line in logs]


async def test_each_trunk_is_served_with_a_queue_for_its_dials_and_one_for_its_waits(
    fresh_database: Database, key_ring: KeyRing, skipping: WorkflowEnvironment
) -> None:
    tools, stop = replace(_tools(SETTINGS, skipping.client), database=fresh_database), asyncio.Event()
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    serving = asyncio.create_task(serve_trunks(skipping.client, tools, stop))
    made = [(await running_campaign(fresh_database, key_ring, account_id)).trunk_id for _ in range(2)]
    wanted = {queue(trunk) for queue in (dial_queue, line_queue) for trunk in made}
    await until(lambda: wanted <= {task.get_name() for task in asyncio.all_tasks()}, 10)
    stop.set()
    await asyncio.wait_for(serving, 10)


class Remembered:
    """Stands for a worker: what it was made of, and what it does, noted in order."""

    order: ClassVar[list[str]] = []

    def __init__(self, client: Client, **made_of: Any) -> None:
        self.made_of, self.task_queue = made_of, made_of["task_queue"]

    async def __aenter__(self) -> None:
        self.order.append(f"serves {self.task_queue}")

    async def __aexit__(self, *_: object) -> None:
        self.order.append("ends")

    @property
    def served(self) -> set[str]:
        """The names of its activities."""
        return {str(_Definition.must_from_callable(each).name) for each in self.made_of["activities"]}


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Workers are remembered, not run; returns what they do."""
    monkeypatch.setattr(worker, "Worker", Remembered)
    monkeypatch.setattr(Remembered, "order", [])
    return Remembered.order


def test_each_worker_serves_what_it_is_for(skipping: WorkflowEnvironment, remembered: list[str]) -> None:
    """No dial waits behind a call that waits for a line, and neither where hang-ups, cancels and sweeps are served."""
    tools, trunk = _tools(SETTINGS, skipping.client), TrunkId("trunk_1")
    main: Any = worker.main_worker(skipping.client, tools)
    line: Any = worker.line_worker(skipping.client, tools, trunk)
    dial: Any = worker.dial_worker(skipping.client, tools, trunk)
    told: Any = worker.webhook_worker(skipping.client, tools)
    assert (WEBHOOK_QUEUE, activity_names(TELLINGS)) == (told.task_queue, told.served)
    assert [WORKFLOW_QUEUE, line_queue(trunk), dial_queue(trunk)] == [
        each.task_queue for each in (main, line, dial)
    ]
    assert [
        activity_names((*STEPS, *LINE_WAITS, *PEOPLE)),
        activity_names(LINE_WAITS),
        activity_names(DIALS),
    ] == [each.served for each in (main, line, dial)]
    assert (worker.WORKFLOWS, SandboxedWorkflowRunner) == (
        main.made_of["workflows"],
        type(main.made_of["workflow_runner"]),
    )
    assert [LogContext, AskedPauses] == [type(each) for each in main.made_of["interceptors"]], (
        "services' pauses are kept"
    )
    for each in (main, line, dial, told):
        assert SETTINGS.send_limit <= each.made_of["graceful_shutdown_timeout"] <= timedelta(minutes=1), (
            "what is under way is finished, and a release is not held up"
        )
    # A thousand calls of a trunk may wait, and its few dials need no more than its pace; hang-ups never queue.
    assert 1000 <= line.made_of["max_concurrent_activities"]
    assert 2 >= line.made_of["max_concurrent_activity_task_polls"], "there are many trunks"
    assert 20 <= dial.made_of["max_concurrent_activities"], "a second of the fastest trunk"
    assert 5 * 20 <= dial.made_of["max_task_queue_activities_per_second"], "the rows keep the pace"
    assert 100 <= main.made_of["max_concurrent_activities"]
    assert 25 <= main.made_of["max_concurrent_local_activities"]


def test_the_sandbox_lets_through_the_rules_and_the_activities_alone() -> None:
    """Decision 0007: a workflow's own modules are read anew for each run."""
    default = SandboxRestrictions.default.passthrough_modules
    assert {"domain", "activities"} == workflow_runner().restrictions.passthrough_modules - default


async def test_the_sweep_is_scheduled_once_each_minute_and_never_beside_itself(
    skipping: WorkflowEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 6; what an outage kept from running is not made up for."""
    made = remembered_schedules(monkeypatch, skipping.client)
    for _ in range(2):
        await worker.ensure_sweep(skipping.client)
    [(name, schedule)] = made
    assert isinstance(schedule.action, ScheduleActionStartWorkflow)
    assert ("sweep", SWEEP.name, WORKFLOW_QUEUE) == (
        name,
        schedule.action.workflow,
        schedule.action.task_queue,
    )
    assert [timedelta(minutes=1)] == [each.every for each in schedule.spec.intervals]
    assert ScheduleOverlapPolicy.SKIP is schedule.policy.overlap
    assert timedelta(minutes=1) == schedule.policy.catchup_window


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
async def test_a_worker_waits_for_temporal_then_serves_until_it_is_told_to_end(
    skipping: WorkflowEnvironment,
    remembered: list[str],
    monkeypatch: pytest.MonkeyPatch,
    told: signal.Signals,
) -> None:
    """The sweep is scheduled before anything is served, and the database closed behind all that uses it."""

    async def connect(settings: Settings, key_ring: KeyRing, *, lazy: bool) -> Client:
        assert not lazy, "one that connects at its first use knows no Temporal that is away"
        remembered.append("connects")
        if remembered.count("connects") < 3:
            raise RuntimeError("away\nfor a reason")
        return skipping.client

    async def ensure_sweep(client: Client) -> None:
        remembered.append("sweep")

    async def ensure_retention(client: Client) -> None:
        remembered.append("retention")

    async def close(database: Database) -> None:
        remembered.append("closes")

    looks = []

    async def trunk_ids(session: object) -> set[TrunkId]:
        looks.append(session)
        return {TrunkId("1")}

    @asynccontextmanager
    async def transaction(database: Database) -> AsyncIterator[None]:
        yield

    assert 5 >= max(worker._TEMPORAL_RETRY, worker._LOOK_FOR_TRUNKS_EVERY), "seconds: a new trunk dials soon"
    stages: list[Stage] = []

    def tools(settings: Settings, client: Client, stage: Stage, key_ring: KeyRing) -> Tools:
        stages.append(stage)
        return tools_of(settings, client, stage, key_ring)

    monkeypatch.setattr(worker, "tools_of", tools)
    monkeypatch.setattr(worker, "connect", connect)
    monkeypatch.setattr(worker, "kept_up", lambda *_: nullcontext())
    monkeypatch.setattr(worker, "ensure_sweep", ensure_sweep)
    monkeypatch.setattr(worker, "ensure_retention", ensure_retention)
    monkeypatch.setattr(worker, "_TEMPORAL_RETRY", 0.01)
    monkeypatch.setattr(worker, "_LOOK_FOR_TRUNKS_EVERY", 0.01)
    monkeypatch.setattr(Database, "close", close)
    monkeypatch.setattr(Database, "transaction", transaction)
    monkeypatch.setattr(trunks, "all_trunk_ids", trunk_ids)
    with capture_logs() as logs:
        running = asyncio.create_task(worker.run(SETTINGS))
        await until(
            lambda: len(looks) > 3 and len(remembered) >= 9, 10
        )  # a trunk that is served is not served again
        os.kill(os.getpid(), told)
        await asyncio.wait_for(running, 10)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().remove_signal_handler(number)
    assert ["connects"] * 3 + ["sweep", "retention"] == remembered[:5]
    assert {
        f"serves {each}"
        for each in (WORKFLOW_QUEUE, WEBHOOK_QUEUE, dial_queue(TrunkId("1")), line_queue(TrunkId("1")))
    } == set(remembered[5:9])
    assert ["ends"] * 4 + ["closes"] == remembered[9:]
    assert [MediaStage] == [type(stage) for stage in stages], "the media processes make ready while it rings"
    away = ("worker.temporal_away", "away")
    assert [away, away, ("worker.ended", None)] == [(line["event"], line.get("error")) for line in logs]


def test_the_tools_are_those_of_the_settings(skipping: WorkflowEnvironment) -> None:
    chosen = SETTINGS.model_copy(update={"public_url": "https://calls.example"})
    tools = _tools(chosen, skipping.client)
    ring = KeyRing.parse(chosen.key_ring, chosen.lookup_key)
    assert "https://calls.example" == tools.public_url
    assert ring.lookup("+49", "acc_1") == tools.key_ring.lookup("+49", "acc_1")
    assert b"x" == ring.open(tools.key_ring.seal(b"x", "acc_1"), "acc_1")
    assert (AccountRules, Connections, TemporalCallStarter, RememberedStage) == tuple(
        type(each) for each in (tools.rule_packs, tools.connections, tools.starter, tools.stage)
    )
    assert "nowhere" == tools.database.engine.url.host
    pool: Any = tools.database.engine.pool
    assert 10 <= pool.size(), "fifty cheap steps run at once"


def test_a_worker_reads_its_settings_then_writes_as_they_say_then_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[object] = []

    def fit_settings() -> Settings:
        done.append("fit")
        return SETTINGS

    monkeypatch.setattr(worker, "fit_settings", fit_settings)
    monkeypatch.setattr(worker, "configure_logs", lambda *how: done.append(how))
    monkeypatch.setattr(worker, "compile_workflows", lambda: done.append("compiled"))
    monkeypatch.setattr(worker, "run", lambda settings: settings)
    monkeypatch.setattr(uvloop, "run", done.append)
    with capture_logs() as logs:
        worker.main()
    assert ["fit", (SETTINGS.log_level, "worker"), "compiled", SETTINGS] == done
    assert ["worker.starting"] == [line["event"] for line in logs]


def test_a_workflows_files_are_compiled_once_and_not_for_each_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sandbox imports them for each call, on the loop that keeps the pace; here nothing else may write them down."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    worker.compile_workflows()
    files = Path(workflows.__file__).parent.glob("*.py")
    assert all(Path(cache_from_source(str(file))).is_file() for file in files)
