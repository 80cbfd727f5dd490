"""Calls whose report cannot be stored, for a while or not at all by us (law 4)."""

import pytest

from domain.conversations import EndReason
from domain.outcomes import BusinessOutcome
from tests.media.house import House, until
from tests.media.plans import plan

pytestmark = pytest.mark.long


async def test_a_record_that_fails_at_first_still_gets_its_one_report(house: House) -> None:
    survey = plan("call_f-1")
    call = await house.dial("hangs_up_early", survey)
    await until(lambda: call.heard)
    house.records.failures = 2
    assert (await house.report_of(survey)).end_reason is EndReason.PERSON_HUNG_UP


async def test_an_opt_out_that_cannot_be_stored_in_time_is_handed_to_the_workflow(house: House) -> None:
    """Law 4: the conversation tries for five seconds."""
    survey, records = plan("call_handed_over-1"), house.records
    call = await house.dial("opting_out", survey)
    await until(lambda: call.heard)
    records.failures = 10_000
    await until(lambda: records.handed_over)
    records.failures = 0
    (report,) = records.handed_over
    assert (survey.attempt_id, BusinessOutcome.OPT_OUT) == (report.attempt_id, report.verdict.outcome)


async def test_an_opt_out_is_held_on_to_while_neither_record_nor_workflow_is_there(house: House) -> None:
    """Law 4: and stored when it can be."""
    survey, records = plan("call_held_on_to-1"), house.records
    call = await house.dial("opting_out", survey)
    await until(lambda: call.heard)
    records.failures, records.lost_notices = 10_000, 2
    await until(lambda: not records.lost_notices)
    records.failures = 0
    await until(lambda: any(report.attempt_id == survey.attempt_id for report in records.reports))
    (report,) = [report for report in records.reports if report.attempt_id == survey.attempt_id]
    assert report.verdict.outcome == BusinessOutcome.OPT_OUT


async def test_a_defect_of_ours_costs_no_report(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    survey = plan("call_y-1")
    call = await house.dial("silent", survey)
    await until(lambda: call.heard)
    monkeypatch.setattr("media.audio.tones.power", None)
    report = await house.report_of(survey)
    assert report.end_reason is EndReason.BROKEN
