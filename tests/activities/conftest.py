"""A campaign that runs, with the activities' tools around it."""

from datetime import timedelta

import pytest
import pytest_asyncio

from activities import dialling
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from tests.activities.scene import Scene, scene_of
from tests.database.campaign_rows import running_campaign


@pytest.fixture(autouse=True)
def slots_on_a_busy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slot is missed by 200 ms, not by 30: what else the machine does decides no test. The pace itself is judged end to end."""
    monkeypatch.setattr(dialling, "LATE", timedelta(milliseconds=200))


@pytest_asyncio.fixture
async def scene(database: Database, key_ring: KeyRing, account_id: AccountId) -> Scene:
    """A campaign of an account of its own, two lines, twenty calls a second."""
    return scene_of(await running_campaign(database, key_ring, account_id))
