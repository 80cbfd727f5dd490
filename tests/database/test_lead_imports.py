"""An import's life in the database: committed in pieces, resumed after a crash, replaced while it is still read."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from database import lead_imports
from database.lead_imports import ImportPending, ImportState
from database.lead_staging import RowProblem, StagedLead, stage_rows
from database.sealing import KeyRing
from database.session import Database, new_id, new_ids
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, ImportId
from tests.database.drafts import draft_campaign
from tests.database.other_account import other_account


def _leads(key_ring: KeyRing, account_id: AccountId, count: int) -> list[StagedLead]:
    return [
        StagedLead(
            id=lead_id,
            row_number=at + 2,
            number_hash=key_ring.lookup(f"+1415555{at:04d}", account_id),
            person_sealed=b"sealed",
            hours_key="us|America/Los_Angeles|US|CA",
            review=None if at % 2 else "not_a_zone",
            review_text="" if at % 2 else "Write a zone.",
            consents=(),
        )
        for at, lead_id in enumerate(new_ids("lead", count))
    ]


async def _begin(
    database: Database, account_id: AccountId, campaign_id: str, *, replace: bool = False
) -> ImportId:
    async with database.transaction() as session:
        return await lead_imports.begin_import(
            session, account_id, campaign_id, file_name="leads.csv", replace=replace
        )


async def _stage(
    database: Database, account_id: AccountId, import_id: str, campaign_id: str, leads: list[StagedLead]
) -> int:
    async with database.transaction() as session:
        return await stage_rows(
            session,
            account_id,
            import_id,
            campaign_id,
            leads,
            [RowProblem(1000, "rejected", "phone", "too_short", "Too short.")],
            number_column="phone",
        )


async def test_a_commit_that_was_interrupted_is_completed_by_the_next(
    database: Database, account_id: AccountId, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lead_imports, "COMMIT_BATCH", 3)
    campaign_id = await draft_campaign(database, account_id)
    import_id = await _begin(database, account_id, campaign_id)
    assert await _stage(database, account_id, import_id, campaign_id, _leads(key_ring, account_id, 8)) == 0
    async with database.transaction() as session:
        staged = await lead_imports.finish_import(session, account_id, import_id, 9)
        assert (staged.accepted, staged.rejected, staged.duplicates) == (8, 1, 0)
    async with database.transaction() as session:
        await lead_imports.begin_commit(session, account_id, import_id)
        assert await lead_imports.release_leads(session, account_id, import_id) == 3
    with pytest.raises(Conflict):
        async with database.transaction() as session:
            await lead_imports.discard_import(session, account_id, import_id)
    async with database.transaction() as session:
        assert (
            await lead_imports.begin_commit(session, account_id, import_id)
        ).state is ImportState.COMMITTING
        released = [await lead_imports.release_leads(session, account_id, import_id) for _ in range(3)]
        done = await lead_imports.finish_commit(session, account_id, import_id, datetime.now(UTC))
        groups = await session.execute(
            text("SELECT hours_key FROM lead_groups WHERE campaign_id = :id"), {"id": campaign_id}
        )
    assert released == [3, 2, 0]
    assert done.state is ImportState.COMMITTED
    assert groups.scalars().all() == ["us|America/Los_Angeles|US|CA"]


async def test_an_upload_that_is_replaced_can_stage_no_more(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    campaign_id = await draft_campaign(database, account_id)
    first = await _begin(database, account_id, campaign_id)
    with pytest.raises(ImportPending):
        await _begin(database, account_id, campaign_id)
    await _begin(database, account_id, campaign_id, replace=True)
    with pytest.raises(Conflict):
        await _stage(database, account_id, first, campaign_id, _leads(key_ring, account_id, 2))


async def test_a_row_that_went_missing_is_noticed(
    database: Database, account_id: AccountId, key_ring: KeyRing
) -> None:
    campaign_id = await draft_campaign(database, account_id)
    import_id = await _begin(database, account_id, campaign_id)
    await _stage(database, account_id, import_id, campaign_id, _leads(key_ring, account_id, 2))
    with pytest.raises(Conflict):
        async with database.transaction() as session:
            await lead_imports.finish_import(session, account_id, import_id, 4)


async def test_another_account_finds_no_import(database: Database, account_id: AccountId) -> None:
    campaign_id = await draft_campaign(database, account_id)
    import_id, other = await _begin(database, account_id, campaign_id), await other_account(database)
    for act in (lead_imports.get_import, lead_imports.begin_commit, lead_imports.discard_import):
        with pytest.raises(NotFound):
            async with database.transaction() as session:
                await act(session, other, import_id)
    with pytest.raises(NotFound):
        await _begin(database, other, campaign_id)


def test_ids_made_together_ascend() -> None:
    many = new_ids("lead", 1000)
    assert sorted(set(many)) == many
    assert len(many[0]) == len(new_id("lead"))
