"""An import's life in the database: committed in pieces, resumed after a crash, replaced while it is still read."""

import io
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from database import import_files, lead_imports
from database.consents import ledgers_of
from database.import_barred import Barred, bar_numbers, bind_barred, count_barred
from database.import_questions import begin_again, confirm_mapping, sealed_question
from database.import_reports import list_problems
from database.lead_imports import ImportPending, ImportState
from database.lead_staging import RowProblem, StagedLead, stage_rows
from database.people import Person
from database.sealing import KeyRing
from database.session import Database, new_id, new_ids
from database.suppressions import list_suppressions
from domain.campaigns import CampaignPlan, CampaignState, Purpose
from domain.channels import Channel
from domain.consents import ConsentBasis, ConsentEntry, ConsentLedger
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, ImportId
from tests.database.campaign_rows import running_campaign, supposed
from tests.database.drafts import draft_campaign
from tests.database.other_account import other_account


def _leads(key_ring: KeyRing, account_id: AccountId, count: int) -> list[StagedLead]:
    return [
        StagedLead(
            id=lead_id,
            row_number=at + 2,
            number_hash=key_ring.lookup(f"+1415555{at:04d}", account_id),
            list_hash=b"on lists",
            person_sealed=b"sealed",
            hours_key=f"us|America/{'Los_Angeles' if at % 2 else 'Denver'}|US|CA",
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


async def test_with_the_commit_the_consents_of_a_list_are_on_record(
    database: Database, account_id: AccountId, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each once, for the campaign's purpose, by its import; what is staged, or is a number's second row, gives none."""
    monkeypatch.setattr(lead_imports, "COMMIT_BATCH", 2)
    plan = CampaignPlan(purpose=Purpose.MARKETING)
    campaign = await running_campaign(database, key_ring, account_id, plan=plan)
    import_id = await _begin(database, account_id, campaign.campaign_id)
    said = [("express",), (), ("written", "express"), ("recording",)]
    leads = [
        each._replace(consents=consents)
        for each, consents in zip(_leads(key_ring, account_id, 4), said, strict=True)
    ]
    second = _leads(key_ring, account_id, 2)[1]._replace(consents=("written",), row_number=9)
    await _stage(database, account_id, import_id, campaign.campaign_id, [*leads, second])
    hashes = [lead.number_hash for lead in leads]
    async with database.transaction() as session:
        assert {} == await ledgers_of(session, account_id, hashes)
        await lead_imports.finish_import(session, account_id, import_id, 6)
        await lead_imports.begin_commit(session, account_id, import_id)
        while await lead_imports.release_leads(session, account_id, import_id):
            pass
        found = await ledgers_of(session, account_id, hashes)
        sources = await session.execute(
            text("SELECT DISTINCT source, import_id FROM consents WHERE account_id = :id"), {"id": account_id}
        )
        assert [("import", import_id)] == [tuple(row) for row in sources]
    marketing, everywhere = frozenset({Purpose.MARKETING}), frozenset(Channel)
    assert {
        leads[place].number_hash: ConsentLedger(
            (ConsentEntry(f"cons_{leads[place].id[5:]}", basis, marketing, everywhere, None),)
        )
        for place, basis in ((0, ConsentBasis.EXPRESS), (2, ConsentBasis.WRITTEN))
    } == found


async def test_a_commit_that_was_interrupted_is_completed_by_the_next(
    database: Database, account_id: AccountId, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 1_000 <= lead_imports.COMMIT_BATCH <= 50_000, (
        "leads: a long list in few transactions, none of them long"
    )
    monkeypatch.setattr(lead_imports, "COMMIT_BATCH", 3)
    campaign_id = await draft_campaign(database, account_id)
    import_id = await _begin(database, account_id, campaign_id)
    assert await _stage(database, account_id, import_id, campaign_id, _leads(key_ring, account_id, 8)) == 0
    async with database.transaction() as session:
        staged = await lead_imports.finish_import(session, account_id, import_id, 9)
        assert (staged.accepted, staged.rejected, staged.duplicates) == (8, 1, 0)
        early = await lead_imports.finish_commit(session, account_id, import_id, datetime.now(UTC))
        assert (ImportState.STAGED, None) == (early.state, early.committed_at)
    async with database.transaction() as session:
        await lead_imports.begin_commit(session, account_id, import_id)
        assert await lead_imports.release_leads(session, account_id, import_id) == 3
        rows = await session.execute(
            text("SELECT state FROM leads WHERE import_id = :id ORDER BY id"), {"id": import_id}
        )
        assert ["needs_review", "ready", "needs_review", *["staged"] * 5] == list(rows.scalars()), (
            "in the file's order"
        )
    with pytest.raises(Conflict):
        async with database.transaction() as session:
            await lead_imports.discard_import(session, account_id, import_id)
    async with database.transaction() as session:
        assert (
            await lead_imports.begin_commit(session, account_id, import_id)
        ).state is ImportState.COMMITTING
        released = [await lead_imports.release_leads(session, account_id, import_id) for _ in range(3)]
        now = datetime.now(UTC)
        done = await lead_imports.finish_commit(session, account_id, import_id, now)
        assert done == await lead_imports.finish_commit(
            session, account_id, import_id, now + timedelta(hours=1)
        )
        groups = await session.execute(
            text("SELECT hours_key FROM lead_groups WHERE campaign_id = :id"), {"id": campaign_id}
        )
    assert released == [3, 2, 0]
    assert (ImportState.COMMITTED, now) == (done.state, done.committed_at)
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
    with pytest.raises(Conflict):
        async with database.transaction() as session:
            await lead_imports.finish_import(session, account_id, import_id, 2)


async def test_another_account_finds_no_import(database: Database, account_id: AccountId) -> None:
    campaign_id = await draft_campaign(database, account_id)
    import_id, other = await _begin(database, account_id, campaign_id), await other_account(database)
    for act in (lead_imports.get_import, lead_imports.begin_commit, lead_imports.discard_import):
        with pytest.raises(NotFound):
            async with database.transaction() as session:
                await act(session, other, import_id)
    with pytest.raises(NotFound):
        await _begin(database, other, campaign_id)


TAKES_LEADS = ("draft", "running", "paused")


async def test_a_campaign_takes_leads_until_it_is_being_ended(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign, taken = await running_campaign(database, key_ring, account_id), set()
    async with database.transaction() as session:
        for state in CampaignState:
            so = "UPDATE campaigns SET state = :state WHERE id = :id"
            async with supposed(session, so, state=str(state), id=campaign.campaign_id):
                with suppress(Conflict):
                    await lead_imports.hold_campaign(session, account_id, campaign.campaign_id)
                    taken.add(str(state))
    assert set(TAKES_LEADS) == taken


async def test_what_stands_in_the_way_of_another_list(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """A file that waits for its commit or its answer; of one lead only a file that is being read."""
    campaign = await running_campaign(database, key_ring, account_id)
    import_id = await _begin(database, account_id, campaign.campaign_id)
    file, single = set(), set()
    async with database.transaction() as session:
        for state in ImportState:
            so = "UPDATE lead_imports SET state = :state WHERE id = :id"
            async with supposed(session, so, state=str(state), id=import_id):
                try:
                    await lead_imports.begin_import(
                        session, account_id, campaign.campaign_id, file_name="x", replace=False
                    )
                except ImportPending:
                    file.add(str(state))
            async with supposed(session, so, state=str(state), id=import_id):
                try:
                    await lead_imports.begin_single(session, account_id, campaign.campaign_id)
                except ImportPending:
                    single.add(str(state))
    assert ({"validating", "staged", "asking"}, {"validating"}) == (file, single)


async def test_a_commit_that_is_repeated_after_its_campaigns_end_is_answered(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """And what was asked about a list that is discarded is forgotten."""
    campaign = await running_campaign(database, key_ring, account_id)
    import_id = await _begin(database, account_id, campaign.campaign_id)
    async with database.transaction() as session:
        await lead_imports.finish_import(session, account_id, import_id, 0)
        await lead_imports.begin_commit(session, account_id, import_id)
        done = await lead_imports.finish_commit(session, account_id, import_id, datetime.now(UTC))
    await campaign.set_state(CampaignState.CANCELLED)
    async with database.transaction() as session:
        assert done == await lead_imports.begin_commit(session, account_id, import_id)
        late = lead_imports.ImportCounts(9, 9, 9, 9)
        await lead_imports.note_progress(session, account_id, import_id, late)
        assert done == await lead_imports.get_import(session, account_id, import_id)
    await campaign.run("UPDATE campaigns SET state = 'running' WHERE id = :id")
    asking = await _begin(database, account_id, campaign.campaign_id)
    async with database.transaction() as session:
        await lead_imports.finish_import(session, account_id, asking, 0, question_sealed=b"asks")
        assert b"asks" == await sealed_question(session, account_id, asking)
        discarded = await lead_imports.discard_import(session, account_id, asking)
        assert ImportState.DISCARDED is discarded.state
        assert await sealed_question(session, account_id, asking) is None


async def test_a_number_that_a_list_bars_is_called_by_no_lead_that_waits(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Those of its campaign are held, whichever list they came with; those of others are refused by the do-not-call list."""
    campaign = await running_campaign(database, key_ring, account_id)
    other = await running_campaign(database, key_ring, account_id)
    barred, free = "+4930555001", "+4930555002"
    earlier, unbarred = await campaign.lead(barred), await campaign.lead(free)
    elsewhere, under_way = await other.lead(barred), await campaign.lead("+4930555003")
    await campaign.run("UPDATE leads SET state = 'claimed' WHERE id = :lead", lead=under_way)
    numbers = [
        Barred(key_ring.lookup(number, account_id), key_ring.seal_record(Person(number), account_id))
        for number in (barred, "+4930555003")
    ]
    import_id = await _begin(database, account_id, campaign.campaign_id)
    async with database.transaction() as session:
        await stage_rows(
            session, account_id, import_id, campaign.campaign_id, [], [], number_column="", barred=numbers
        )
        assert 2 == await count_barred(session, account_id, import_id)
        assert [] == await list_suppressions(session, account_id, key_ring, number=None, before=None, limit=5)
        for _ in range(2):
            await bind_barred(session, account_id, import_id)
        assert 0 == await count_barred(session, account_id, import_id)
        listed = await list_suppressions(session, account_id, key_ring, number=None, before=None, limit=5)
    assert {(barred, "all", "import"), ("+4930555003", "all", "import")} == {
        (entry.number, entry.scope.channel, entry.source) for entry in listed
    }
    rows = await campaign.rows("SELECT id, state, review FROM leads WHERE account_id = :account_id")
    assert {
        earlier: ("needs_review", "do_not_call"),
        unbarred: ("ready", None),
        elsewhere: ("ready", None),
        under_way: ("claimed", None),
    } == {row["id"]: (row["state"], row["review"]) for row in rows}


async def test_what_is_read_later_of_a_list_holds_what_it_staged_before(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Of this list, and of the numbers that it bars."""
    campaign_id = await draft_campaign(database, account_id)
    import_id = await _begin(database, account_id, campaign_id)
    leads = _leads(key_ring, account_id, 4)
    await _stage(database, account_id, import_id, campaign_id, leads)
    async with database.transaction() as session:
        barred = [Barred(leads[1].number_hash, b"sealed")]
        await stage_rows(session, account_id, import_id, campaign_id, [], [], number_column="", barred=barred)
        rows = await session.execute(
            text("SELECT review FROM leads WHERE import_id = :id ORDER BY id"), {"id": import_id}
        )
        assert ["not_a_zone", "do_not_call", "not_a_zone", None] == list(rows.scalars())


async def test_a_number_stands_once_in_a_campaign_and_its_row_says_where_it_stood_before(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    known = _leads(key_ring, account_id, 1)
    await campaign.lead("+14155550000")
    await campaign.run("UPDATE leads SET state = 'closed' WHERE campaign_id = :id")
    import_id = await _begin(database, account_id, campaign.campaign_id)
    new = _leads(key_ring, account_id, 2)[1:]
    for batch in (
        [*known, *new, new[0]._replace(id=new_id("lead"), row_number=8)],
        [new[0]._replace(row_number=9)],
    ):
        async with database.transaction() as session:
            staged = await stage_rows(
                session,
                account_id,
                import_id,
                campaign.campaign_id,
                batch,
                [],
                number_column="phone",
                number_letter="C" if len(batch) > 1 else "",
            )
            assert len(batch) - (1 if len(batch) > 1 else 0) == staged
    async with database.transaction() as session:
        problems = await list_problems(session, account_id, import_id, after_row=0, limit=9)
        done = await lead_imports.finish_import(session, account_id, import_id, 4)
    assert [
        (2, "duplicate", "phone", "duplicate_in_campaign", "C2"),
        (8, "duplicate", "phone", "duplicate_in_file", "C8"),
        (9, "duplicate", "phone", "duplicate_in_file", ""),
    ] == [(each.row_number, each.verdict, each.column, each.code, each.cell) for each in problems]
    assert (4, 1, 0, 3) == (done.rows, done.accepted, done.rejected, done.duplicates)


async def test_a_file_is_kept_whole_in_its_pieces(
    database: Database, key_ring: KeyRing, account_id: AccountId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its beginning, in the place of the one before; none that is too large."""
    assert 50_000_000 <= import_files.LARGEST_KEPT <= 100_000_000, "bytes"
    monkeypatch.setattr(import_files, "_PIECE", 3)
    monkeypatch.setattr(import_files, "LARGEST_KEPT", 40)
    campaign_id = await draft_campaign(database, account_id)
    import_id = await _begin(database, account_id, campaign_id)
    content = bytes(range(65, 105))

    async def kept(given: bytes) -> tuple[bool, bytes]:
        file, copy = io.BytesIO(given), io.BytesIO()
        file.seek(5)
        async with database.transaction() as session:
            await import_files.keep_file(session, account_id, import_id, file, key_ring)
            found = await import_files.write_file(session, account_id, import_id, key_ring, copy)
        return found, copy.getvalue()

    assert (True, content) == await kept(content)
    assert (True, content[:7]) == await kept(content[:7])
    assert (False, b"") == await kept(content + b"!")


async def test_a_file_waits_a_week_for_its_answer_whosever_it_is(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """It is personal, and nobody may ever answer."""
    kept: dict[int, tuple[AccountId, ImportId]] = {}
    async with database.transaction() as session:
        for days, account in ((6, account_id), (8, await other_account(database))):
            import_id = await _begin(database, account, await draft_campaign(database, account))
            kept[days] = account, import_id
            await import_files.keep_file(session, account, import_id, io.BytesIO(b"a list"), key_ring)
            await session.execute(
                text(
                    "UPDATE import_files SET created_at = now() - :days * interval '1 day' WHERE import_id = :id"
                ),
                {"days": days, "id": import_id},
            )
        await import_files.forget_old_files(session)
        found = {
            days: await import_files.write_file(session, *of, key_ring, io.BytesIO())
            for days, of in kept.items()
        }
    assert {6: True, 8: False} == found


@pytest.mark.parametrize("again", [False, True], ids=["confirmed", "begun again"])
async def test_what_an_answer_about_its_columns_leaves_of_an_import(
    database: Database, key_ring: KeyRing, account_id: AccountId, again: bool
) -> None:
    """Confirmed, its rows wait for their commit; begun again, nothing of them is left. Either way the question is answered,
    and a list that asks nothing has no answer.
    """
    campaign_id = await draft_campaign(database, account_id)
    import_id = await _begin(database, account_id, campaign_id)
    leads = _leads(key_ring, account_id, 2)
    await _stage(database, account_id, import_id, campaign_id, leads)
    answer = begin_again if again else confirm_mapping
    async with database.transaction() as session:
        with pytest.raises(Conflict, match="validating asks nothing"):
            await answer(session, account_id, import_id)
        await bar_numbers(session, account_id, import_id, campaign_id, [Barred(b"hash", b"sealed")])
        await import_files.keep_file(session, account_id, import_id, io.BytesIO(b"a list"), key_ring)
        await lead_imports.finish_import(session, account_id, import_id, 3, question_sealed=b"which?")
        view = await answer(session, account_id, import_id)
        problems = await list_problems(session, account_id, import_id, after_row=0, limit=9)
        staged = await session.execute(text("SELECT id FROM leads WHERE import_id = :id"), {"id": import_id})
        left = (
            len(staged.all()),
            [each.verdict for each in problems],
            await count_barred(session, account_id, import_id),
        )
        assert await sealed_question(session, account_id, import_id) is None
        assert not await import_files.write_file(session, account_id, import_id, key_ring, io.BytesIO())
    assert (ImportState.VALIDATING if again else ImportState.STAGED) is view.state
    assert ((0, [], 0) if again else (2, ["review", "rejected"], 1)) == left


def test_ids_made_together_ascend() -> None:
    many = new_ids("lead", 1000)
    assert sorted(set(many)) == many
    assert len(many[0]) == len(new_id("lead"))
