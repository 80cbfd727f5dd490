"""For how long what is kept: the account's times, raised to what laws demand. Requirement 161."""

from dataclasses import replace
from datetime import date

import pytest

from database.retention_rows import ROW_SWEEPS
from domain.errors import InvalidInput
from domain.personal_data import OUTSIDE, TABLES, DataClass, Ends
from domain.retention import ELSEWHERE, LAWS, UNKNOWN, RetentionSettings, Times, check_times, kept_for

NOW, FROM_MAY_2027 = date(2026, 12, 1), date(2027, 5, 13)


def test_by_default_content_is_kept_half_a_year_evidence_five_and_audit_seven() -> None:
    """Requirement 160."""
    kept = kept_for(RetentionSettings(), NOW)
    assert (183, 1827, 2557) == (kept.content[ELSEWHERE], kept.evidence[ELSEWHERE], kept.audit)
    assert not RetentionSettings().is_on


def test_a_country_has_its_own_times_and_others_the_accounts() -> None:
    settings = RetentionSettings(content_days=100, countries={"DE": Times(60), "FR": Times(None, 4000)})
    kept = kept_for(settings, NOW)
    assert {"DE": 60, "FR": 100, ELSEWHERE: 100, UNKNOWN: 100} == kept.content
    assert (1827, 4000, 1827) == (kept.evidence["DE"], kept.evidence["FR"], kept.evidence["US"])
    assert (100, 4000) == (kept.longest_content, kept.longest_evidence)


def test_a_law_raises_what_an_account_chose_from_its_day_on() -> None:
    """India's holds from May 2027; of whom nobody knows the country, what any law demands is kept."""
    settings = RetentionSettings(content_days=90, countries={"IN": Times(content_days=90)})
    before, since = kept_for(settings, NOW), kept_for(settings, FROM_MAY_2027)
    assert (90, 90) == (before.content["IN"], before.content[UNKNOWN])
    assert (366, 366, 90) == (since.content["IN"], since.content[UNKNOWN], since.content[ELSEWHERE])
    check_times(settings, NOW)
    with pytest.raises(InvalidInput, match="DPDP") as refused:
        check_times(settings, FROM_MAY_2027)
    assert "/countries/IN/content_days" == refused.value.pointer


@pytest.mark.parametrize(
    ("settings", "pointer"),
    [
        (RetentionSettings(content_days=29), "/content_days"),
        (RetentionSettings(evidence_days=1826), "/evidence_days"),
        (RetentionSettings(audit_days=2556), "/audit_days"),
        (RetentionSettings(countries={"FR": Times(content_days=29)}), "/countries/FR/content_days"),
        (RetentionSettings(countries={"US": Times(evidence_days=1826)}), "/countries/US/evidence_days"),
    ],
)
def test_no_time_is_shorter_than_it_may_be(settings: RetentionSettings, pointer: str) -> None:
    """Nor is it when somebody wrote it into the database."""
    with pytest.raises(InvalidInput) as refused:
        check_times(settings, NOW)
    assert pointer == refused.value.pointer
    kept = kept_for(settings, NOW)
    assert min(kept.content.values()) >= 30
    assert min(kept.evidence.values()) >= 1827
    assert kept.audit >= 2557


def test_a_plan_is_of_the_times_it_was_made_by() -> None:
    seen = RetentionSettings(countries={"DE": Times(90)})
    assert seen.mark() == replace(seen, is_on=True).mark()
    for other in (
        replace(seen, content_days=184),
        replace(seen, evidence_days=1828),
        replace(seen, audit_days=2558),
        replace(seen, countries={"DE": Times(91)}),
        replace(seen, countries={}),
    ):
        assert other.mark() != seen.mark()


def test_every_law_says_where_it_says_so() -> None:
    assert all(law.source and law.at_least > 0 and law.since.year > 2000 for law in LAWS)
    assert len({(law.country, law.data_class) for law in LAWS}) == len(LAWS)


BY_CALL = {
    "calls", "leads", "attempts", "decisions", "call_events", "messages", "conversations", "conversation_snapshots", "crm_links",
    "recordings", "flight records", "workflow histories", "spoken phrases",
}  # fmt: skip


def test_every_store_whose_time_ends_is_one_that_retention_knows() -> None:
    """A new store names who sees to its end; one that says "time" has to be swept."""
    ending = {store.name for store in (*TABLES, *OUTSIDE) if store.ends is Ends.TIME}
    swept = {sweep.store for sweep in ROW_SWEEPS} - {"retention_runs"}
    assert ending == BY_CALL | swept | {"audit_events"}
    assert {"suppression_list_numbers"} == {store.name for store in TABLES if store.ends is Ends.NEVER}


def test_what_is_evidence_is_not_swept_as_content() -> None:
    classes = {store.name: store.data_class for store in TABLES}
    for sweep in ROW_SWEEPS:
        if classes.get(sweep.store) in (DataClass.EVIDENCE, DataClass.AUDIT):
            assert sweep.data_class is DataClass.EVIDENCE, sweep.store
