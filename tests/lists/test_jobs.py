"""The work on a list is a job that any process can run: here without HTTP and without Temporal. Requirements 87, 96."""

import io
from datetime import UTC, datetime

import pytest

from database.campaigns import get_campaign
from database.held_leads import HeldLead, hold_leads
from database.lead_imports import ImportState, ImportView, begin_commit
from database.scripts import get_version
from database.sealing import KeyRing
from database.session import Database
from domain.errors import InvalidInput
from domain.identifiers import AccountId, CampaignId, ImportId
from lists.held_leads import Mended, Mending, mend_leads
from lists.import_commits import finish_commit
from lists.importing import Upload, import_leads
from lists.problem_lines import problem_lines
from lists.tools import ListTools
from tests.database.campaign_rows import CampaignRows, running_campaign

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
LIST = b"phone,country,zone\n+14155552671,US,\n+14155552672,Merica,America/Denver\n+14155552671,US,\n12,US,\n"


class Job:
    """The work on one running campaign's lists. told: its feeder was told of more leads, so many times."""

    def __init__(self, rows: CampaignRows) -> None:
        self.rows, self.told = rows, 0
        self.tools = ListTools(rows.database, rows.key_ring, lambda: NOW, self._tell)

    async def _tell(self, campaign_id: CampaignId) -> None:
        assert self.rows.campaign_id == campaign_id
        self.told += 1

    async def read(self, content: bytes) -> ImportView:
        """The staged import."""
        account_id = self.rows.account_id
        async with self.tools.database.transaction() as session:
            campaign = await get_campaign(session, account_id, self.rows.campaign_id)
            version = await get_version(session, account_id, campaign.script_version_id)
        upload = Upload(io.BytesIO(content), "people.csv")
        return await import_leads(self.tools, account_id, campaign, version.content, upload)

    async def held(self, review: str) -> list[HeldLead]:
        """The leads that are held for this reason."""
        async with self.tools.database.transaction() as session:
            return await hold_leads(
                session,
                self.rows.account_id,
                self.rows.campaign_id,
                review,
                self.tools.key_ring,
                after="",
                limit=9,
            )


@pytest.fixture
async def job(database: Database, key_ring: KeyRing, account_id: AccountId) -> Job:
    return Job(await running_campaign(database, key_ring, account_id))


async def test_a_list_is_read_told_of_and_committed_and_the_feeder_is_told_once(job: Job) -> None:
    staged = await job.read(LIST)
    assert (ImportState.STAGED, 4, 2, 1, 1) == (
        staged.state,
        staged.rows,
        staged.accepted,
        staged.rejected,
        staged.duplicates,
    )
    lines = problem_lines(job.tools.database, job.rows.account_id, staged.id)
    told = "".join([piece async for piece in lines]).splitlines()
    assert ["row", "3", "4", "5"] == [line.partition(",")[0] for line in told]
    assert 0 == job.told
    committed = await finish_commit(job.tools, job.rows.account_id, await _begun(job, staged))
    assert (ImportState.COMMITTED, NOW, 1) == (committed.state, committed.committed_at, job.told)


async def _begun(job: Job, staged: ImportView) -> ImportId:
    async with job.tools.database.transaction() as session:
        return (await begin_commit(session, job.rows.account_id, staged.id)).id


async def test_held_leads_are_mended_and_the_feeder_is_told(job: Job) -> None:
    staged = await job.read(LIST)
    await finish_commit(job.tools, job.rows.account_id, await _begun(job, staged))
    [lead] = await job.held("unknown_country")
    mended = await mend_leads(
        job.tools,
        job.rows.account_id,
        job.rows.campaign_id,
        lead.review,
        Mending({"country": "US"}),
        said={"country": "Merica"},
        actor="key_of_a_worker",
    )
    assert (Mended(1, 0), [], 2) == (mended, await job.held("unknown_country"), job.told)


async def test_what_is_no_list_is_refused_before_anything_is_kept(job: Job) -> None:
    with pytest.raises(InvalidInput) as refused:
        await job.read(b"\x1f\x8bno gzip")
    assert ("/file", "unreadable_file") == (refused.value.pointer, refused.value.code)
    assert [] == await job.rows.rows("SELECT id FROM lead_imports WHERE account_id = :account_id")
