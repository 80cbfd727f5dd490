"""Which number a call shows: for its purpose, to somebody of that country, of those that are the account's by its carrier's word."""

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.caller_identities import (
    FILE,
    VERIFIED_FOR,
    CallerChoice,
    CallerIdentity,
    Unfit,
    caller_for,
    series_rules,
)
from domain.campaigns import Purpose
from domain.errors import InvalidInput

NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
OURS = CallerIdentity("cid_1", "+14155552671", "conn_1", tuple(Purpose), (), NOW)
PROMOTIONAL = CallerIdentity("cid_2", "+911401234567", "conn_1", (Purpose.MARKETING,), ("IN",), NOW)
SERVICE = CallerIdentity("cid_3", "+911600123456", "conn_1", (Purpose.SERVICE,), ("IN",), NOW)
INDIAN = CallerIdentity("cid_4", "+919876543210", "conn_1", tuple(Purpose), ("IN",), NOW)
# A version that was released is named by decisions for ever: a change needs a new date, and its line here.
RELEASED = {"2026-12-01": "32c52aeb27c367d05d02fc44f39e5fc10653d7cef8b61d9be8dfa0105dbbf6aa"}


def choice(*identities: CallerIdentity, lead: str = "lead_1", connection: str = "conn_1") -> CallerChoice:
    return CallerChoice(tuple(each.id for each in identities) or ("cid_9",), identities, connection, lead)


def test_without_a_choice_the_trunks_number_is_shown() -> None:
    """Campaigns of before have none."""
    assert caller_for(CallerChoice((), (), "conn_1", "lead_1"), Purpose.MARKETING, "IN", NOW) is None


@pytest.mark.parametrize(
    ("identity", "purpose", "country", "fits"),
    [
        (OURS, Purpose.MARKETING, "US", True),
        (OURS, Purpose.SURVEY, "DE", True),
        (OURS, Purpose.SURVEY, "", True),
        (replace(OURS, purposes=(Purpose.SERVICE,)), Purpose.MARKETING, "US", False),
        (replace(OURS, countries=("US",)), Purpose.SURVEY, "US", True),
        (replace(OURS, countries=("US",)), Purpose.SURVEY, "CA", False),
        (replace(OURS, countries=("US",)), Purpose.SURVEY, "", False),
        (replace(OURS, connection_id="conn_2"), Purpose.SURVEY, "US", False),
        (PROMOTIONAL, Purpose.MARKETING, "IN", True),
        (PROMOTIONAL, Purpose.SERVICE, "IN", False),
        (replace(PROMOTIONAL, countries=()), Purpose.MARKETING, "US", False),
        (SERVICE, Purpose.SERVICE, "IN", True),
        (SERVICE, Purpose.MARKETING, "IN", False),
        (INDIAN, Purpose.MARKETING, "IN", False),
        (INDIAN, Purpose.SERVICE, "IN", False),
        (INDIAN, Purpose.SURVEY, "IN", True),
    ],
)
def test_a_number_fits_its_purposes_its_countries_and_the_series_of_the_place(
    identity: CallerIdentity, purpose: Purpose, country: str, fits: bool
) -> None:
    """TRAI, TCCCPR 2018: 140 for promotional calls in India, 160 for service; 47 CFR 64.1604: one's own elsewhere."""
    found = caller_for(choice(identity), purpose, country, NOW)
    if fits:
        assert identity == found
    else:
        assert isinstance(found, Unfit)
        assert not found.for_now


def test_what_does_not_fit_says_which_series_would_and_by_whose_rule() -> None:
    found = caller_for(choice(INDIAN), Purpose.MARKETING, "IN", NOW)
    assert isinstance(found, Unfit)
    assert "No number that the campaign may show fits a marketing call in IN (series: 140)." == found.text
    assert ("number_series@2026-12-01 in", True) == (found.rule.name, "TRAI" in found.rule.source)
    assert isinstance(removed := caller_for(choice(), Purpose.SURVEY, "US", NOW), Unfit)
    assert not removed.for_now


@pytest.mark.parametrize(
    ("verified_at", "counts"),
    [
        (NOW, True),
        (NOW - VERIFIED_FOR + timedelta(seconds=1), True),
        (NOW - VERIFIED_FOR, False),
        (None, False),
    ],
)
def test_only_what_its_carrier_calls_the_accounts_is_shown(
    verified_at: datetime | None, counts: bool
) -> None:
    """Held, not refused: the carrier may say so tomorrow."""
    found = caller_for(choice(replace(OURS, verified_at=verified_at)), Purpose.SURVEY, "US", NOW)
    assert counts == isinstance(found, CallerIdentity)
    assert counts or (isinstance(found, Unfit) and found.for_now)


def test_of_several_each_lead_sees_one_and_always_the_same() -> None:
    pool = tuple(replace(OURS, id=f"cid_{at}", number=f"+1415555267{at}") for at in range(4))
    lost = replace(OURS, id="cid_5", verified_at=None)
    seen: Counter[str] = Counter()
    for at in range(400):
        lead = f"lead_{at}"
        found = caller_for(choice(*pool, lost, lead=lead), Purpose.SURVEY, "US", NOW)
        again = caller_for(choice(lost, *reversed(pool), lead=lead), Purpose.SURVEY, "US", NOW)
        assert isinstance(found, CallerIdentity)
        assert found == again
        seen[found.id] += 1
    assert {each.id for each in pool} == set(seen)
    assert min(seen.values()) > 60


@pytest.mark.parametrize(
    ("number", "series"),
    [
        ("+911401234567", "140"),
        ("+911600123456", "160"),
        ("+919876543210", "own"),
        ("+14001234567", "own"),
    ],
)
def test_a_series_is_told_by_how_a_number_begins(number: str, series: str) -> None:
    assert series == series_rules().series_of(number)


@pytest.mark.parametrize(
    ("number", "purposes", "pointer"),
    [
        ("4155552671", [Purpose.SURVEY], "/number"),
        ("+1 415 555 2671", [Purpose.SURVEY], "/number"),
        ("+911401234567", [Purpose.MARKETING, Purpose.SERVICE], "/purposes/1"),
        ("+911600123456", [Purpose.SURVEY], "/purposes/0"),
    ],
)
def test_a_number_is_not_kept_for_what_its_series_is_not_for(
    number: str, purposes: list[Purpose], pointer: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        series_rules().check(number, purposes)
    assert pointer == refused.value.pointer


def test_each_place_says_who_says_so_for_every_purpose() -> None:
    for place in series_rules().places.values():
        assert set(place.series) == set(Purpose)
        assert place.rule is not None
        assert "as summarised December 2026" in place.rule.source


def test_a_released_version_of_the_series_is_not_edited() -> None:
    assert RELEASED.get(series_rules().version) == hashlib.sha256(FILE.read_bytes()).hexdigest()
