"""Runs of retention among others': which account is next, whose run is open, and what of it is kept."""

from datetime import date

import pytest

from database import retention
from database.retention import SCHEDULE
from domain.errors import Conflict
from domain.retention import RetentionSettings, Times, kept_for
from domain.retention_receipts import Receipt
from tests.database.neighbours import Neighbours

ON = RetentionSettings(is_on=True, content_days=99, countries={"DE": Times(evidence_days=4000)})
KEPT = kept_for(ON, date(2026, 12, 1))


async def _settings(beside: Neighbours, **of: RetentionSettings) -> None:
    for name, settings in of.items():
        await retention.set_settings(beside.session, getattr(beside, name), settings)


async def _begun(beside: Neighbours, asked_by: str = SCHEDULE) -> str:
    run, is_new = await retention.begin_run(beside.session, beside.ours, KEPT, asked_by=asked_by)
    assert is_new
    return run


async def test_the_next_account_is_one_that_is_on_or_has_not_ended_its_run(beside: Neighbours) -> None:
    """Behind the one before it, in the order of ids."""
    assert beside.ours < beside.theirs
    await _settings(beside, ours=ON, theirs=RetentionSettings())
    before = beside.ours[:-1]
    assert beside.ours == await retention.next_account(beside.session, before)
    assert await retention.next_account(beside.session, beside.ours) is None
    run = await _begun(beside)
    await _settings(beside, ours=RetentionSettings(), theirs=ON)
    assert beside.ours == await retention.next_account(beside.session, before)
    assert beside.theirs == await retention.next_account(beside.session, beside.ours)
    await retention.end_run(beside.session, beside.ours, run, Receipt())
    assert beside.theirs == await retention.next_account(beside.session, before)


async def test_an_account_has_one_open_run_and_what_went_by_it_is_added_up(beside: Neighbours) -> None:
    """Not that of the run before, nor another account's."""
    await _settings(beside, ours=ON, theirs=ON)
    first = await _begun(beside)
    theirs, _ = await retention.begin_run(beside.session, beside.theirs, KEPT, asked_by=SCHEDULE)
    assert (first, False) == await retention.begin_run(beside.session, beside.ours, KEPT, asked_by="key_1")
    for gone in ({"content/calls": 2}, {"content/calls": 3, "evidence/leads": 1}):
        await retention.note_gone(beside.session, beside.ours, first, gone)
    total = {"content/calls": 5, "evidence/leads": 1}
    assert total == await retention.gone_so_far(beside.session, beside.ours, first)
    assert await retention.gone_so_far(beside.session, beside.ours, theirs) is None
    await retention.end_run(beside.session, beside.ours, first, Receipt())
    assert await retention.gone_so_far(beside.session, beside.ours, first) is None
    second = await _begun(beside, "key_1")
    assert {} == await retention.gone_so_far(beside.session, beside.ours, second)
    for account, run in ((beside.ours, second), (beside.theirs, theirs)):
        assert run == (await retention.open_run(beside.session, account)).run_id
    runs = await retention.list_runs(beside.session, beside.ours, before=None, limit=9)
    assert [(second, "key_1", None), (first, SCHEDULE, Receipt([], []))] == [
        (each.id, each.asked_by, each.receipt) for each in runs
    ]
    older = await retention.list_runs(beside.session, beside.ours, before=second, limit=9)
    assert [first] == [each.id for each in older]
    assert [total, beside.now] == [older[0].gone, older[0].finished_at]


async def test_what_is_chosen_is_the_accounts_own_and_off_begins_nothing(beside: Neighbours) -> None:
    await _settings(beside, ours=ON)
    assert [ON, RetentionSettings()] == [
        await retention.get_settings(beside.session, account) for account in (beside.ours, beside.theirs)
    ]
    off = RetentionSettings(content_days=200, evidence_days=2000, audit_days=3000)
    await _settings(beside, ours=off, theirs=ON)
    assert [off, ON] == [
        await retention.get_settings(beside.session, account) for account in (beside.ours, beside.theirs)
    ]
    with pytest.raises(Conflict):
        await retention.begin_run(beside.session, beside.ours, KEPT, asked_by=SCHEDULE)
