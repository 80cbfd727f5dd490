"""A campaign that runs, with the activities' tools around it."""

import pytest_asyncio

from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from tests.activities.scene import Scene, scene_of
from tests.database.campaign_rows import running_campaign


@pytest_asyncio.fixture
async def scene(database: Database, key_ring: KeyRing, account_id: AccountId) -> Scene:
    """A campaign of an account of its own, two lines, twenty calls a second."""
    return scene_of(await running_campaign(database, key_ring, account_id))
