"""Real calls and simulated ones never share a database."""

from database.api_keys import ensure_account
from database.real_or_simulated import World, claim_world
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId
from tests.database.campaign_rows import running_campaign


async def _claim(database: Database, world: World) -> World:
    async with database.transaction() as session:
        return await claim_world(session, world)


async def test_an_unused_database_takes_either_world(fresh_database: Database) -> None:
    for world in (World.SIMULATED, World.REAL, World.SIMULATED):
        assert world is await _claim(fresh_database, world)


async def test_a_started_campaign_binds_the_database_to_its_world(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """A real campaign must not go on in the simulated world: its leads would count as called."""
    await _claim(fresh_database, World.REAL)
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    campaign = await running_campaign(fresh_database, key_ring, AccountId(account_id))
    await campaign.run("UPDATE campaigns SET started_at = now()")
    assert World.REAL is await _claim(fresh_database, World.SIMULATED)
    assert World.REAL is await _claim(fresh_database, World.REAL)


async def test_a_dialled_call_binds_the_database_to_its_world(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Though no campaign was started."""
    await _claim(fresh_database, World.SIMULATED)
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    campaign = await running_campaign(fresh_database, key_ring, AccountId(account_id))
    call_id = await campaign.single_call("+4930555001")
    assert World.REAL is await _claim(fresh_database, World.REAL)
    await campaign.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id)
        SELECT c.id || '-1', l.account_id, c.id, 1, l.number_hash, c.trunk_id
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        call=call_id,
    )
    assert World.REAL is await _claim(fresh_database, World.SIMULATED)
