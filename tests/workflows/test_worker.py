"""The worker process itself: what it is wired with, and that it outlives what its servers do."""

import asyncio
from base64 import b64encode
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import create_async_engine
from structlog.testing import capture_logs
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from activities.tools import Limits, Tools
from database.api_keys import ensure_account
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import dial_queue, line_queue
from local.keys import new_keys
from local.processes import Child
from local.services import product
from local.temporal import DevServer
from startup.settings import Settings, TwilioSettings
from tests.activities.scene import RememberedStage
from tests.database.campaign_rows import running_campaign
from tests.media.house import until
from worker import serve_trunks, tools_of

SETTINGS = Settings(
    database_url="postgresql://nowhere/none",
    key_ring=f"1:{b64encode(b'k' * 32).decode()}",
    lookup_key=b64encode(b"l" * 32).decode(),
    signing_key=b64encode(b"s" * 32).decode(),
    twilio=TwilioSettings(account_sid="AC1", auth_token="t"),
)


def _tools(settings: Settings, client: Client) -> Tools:
    return tools_of(settings, client, RememberedStage())


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
    trunks = [(await running_campaign(fresh_database, key_ring, account_id)).trunk_id for _ in range(2)]
    wanted = {queue(trunk) for queue in (dial_queue, line_queue) for trunk in trunks}
    await until(lambda: wanted <= {task.get_name() for task in asyncio.all_tasks()}, 10)
    stop.set()
    await asyncio.wait_for(serving, 10)
