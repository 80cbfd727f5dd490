"""The processes as data, and the database they are started on."""

import pytest

from database.api_keys import ensure_account
from database.sealing import KeyRing
from database.session import Database
from database.world import World
from local.errors import LocalSystemError
from local.services import claim, worker_names
from tests.database.campaign_rows import running_campaign


async def test_real_calls_do_not_go_on_in_the_simulated_world(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Law 10: the refused start says what to do instead."""
    address = fresh_database.engine.url.render_as_string(hide_password=False)
    await claim(address, World.REAL)
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    campaign = await running_campaign(fresh_database, key_ring, account_id)
    await campaign.run("UPDATE campaigns SET started_at = now()")
    await claim(address, World.REAL)
    with pytest.raises(LocalSystemError, match=r"calls of the real world.*choose another folder"):
        await claim(address, World.SIMULATED)


def test_workers_have_names_of_their_own() -> None:
    assert ["worker"] == worker_names(1)
    assert ["worker", "worker-2", "worker-3"] == worker_names(3)
