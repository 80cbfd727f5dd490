"""A page of a long list is found in an index: rows that are read are counted, so the figure is exact."""

import asyncpg
import pytest

from benchmarks.access.pages import PAGE, fill, pages, rows_read
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import suppress
from domain.suppressions import SuppressionSource
from startup.first_connections import open_account
from tests.database.campaign_rows import running_campaign

ROWS = 30_000
# Of a table so short it may be cheaper to look at some rows beside those that are shown; of a million make bench-access tells.
A_FEW = 5
NUMBER = "+4930555000111"


@pytest.mark.timeout(180)
async def test_a_page_of_a_long_list_does_not_read_the_list(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """The first page, one far down, and those of what is rare, of calls, leads and the do-not-call list."""
    async with fresh_database.transaction() as session:
        account, other = [await open_account(session, name) for name in ("long", "other")]
    large, small = [await running_campaign(fresh_database, key_ring, account) for _ in range(2)]
    call_id = await large.call(NUMBER)
    async with fresh_database.transaction() as session:
        await suppress(session, account, [NUMBER], key_ring, channel="all", source=SuppressionSource.OPERATOR)
    names = {
        "account": account,
        "other": other,
        "large": large.campaign_id,
        "small": small.campaign_id,
        "user": "usr_1",
        "call": call_id,
    }
    url = fresh_database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)
    try:
        await fill(connection, names, ROWS, print)
        await connection.execute(
            "INSERT INTO campaign_members (campaign_id, user_id, account_id) VALUES ($1, 'usr_1', $2)",
            small.campaign_id,
            account,
        )
    finally:
        await connection.close()
    for page, ask in pages(names, key_ring, ROWS).items():
        found = await rows_read(fresh_database, account, ask)
        assert max(found.values(), default=0) <= A_FEW * PAGE, page
