"""Candidate zones of a lead: requirement 24 (India, Arizona, Newfoundland, area code 850)."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.errors import InvalidInput
from domain.lead_zones import (
    HoursKey,
    LeadZones,
    ZoneReview,
    ZoneReviewReason,
    ZoneSource,
    hours_key,
    parse_hours_key,
    zones_of_lead,
)
from domain.phone_numbers import NumberKind, PhoneNumber, parse_number
from domain.places import country_named, state_named, state_of_postcode, zones_of_country
from domain.zone_names import COUNTRY_ZONES, distinct_clocks, zone_named

SPLIT_AREA_CODES = [
    "208",
    "219",
    "250",
    "270",
    "308",
    "418",
    "423",
    "541",
    "574",
    "605",
    "606",
    "620",
    "701",
    "709",
    "775",
    "785",
    "807",
    "812",
    "850",
    "867",
    "879",
    "906",
    "907",
    "928",
    "986",
]


def zones(
    number: str, zone: str = "", country: str = "", state: str = "", postcode: str = ""
) -> LeadZones | ZoneReview:
    parsed = parse_number(number, None)
    assert isinstance(parsed, PhoneNumber), number
    return zones_of_lead(parsed, zone=zone, country=country, state=state, postcode=postcode)


@pytest.mark.parametrize(
    "number, place, expected, source",
    [
        ("+919876543210", {}, ("Asia/Kolkata",), ZoneSource.NUMBER),
        ("+16025550123", {}, ("America/Phoenix",), ZoneSource.NUMBER),
        ("+17095551234", {}, ("America/Halifax", "America/St_Johns"), ZoneSource.NUMBER),
        ("+18505551234", {}, ("America/Chicago", "America/New_York"), ZoneSource.NUMBER),
        ("+14485551234", {}, ("America/Chicago", "America/New_York"), ZoneSource.NUMBER),
        ("+19302001234", {}, ("America/Chicago", "America/New_York"), ZoneSource.NUMBER),
        ("+447400123456", {}, ("Europe/London",), ZoneSource.NUMBER),
        ("+18505551234", {"zone": "America/Chicago"}, ("America/Chicago",), ZoneSource.OWN_ZONE),
        ("+18505551234", {"zone": "us/central"}, ("America/Chicago",), ZoneSource.OWN_ZONE),
        ("+18505551234", {"zone": "Asia/Calcutta"}, ("Asia/Kolkata",), ZoneSource.OWN_ZONE),
        (
            "+4740612345",
            {"zone": "Europe/Berlin", "country": "Norway"},
            ("Europe/Berlin",),
            ZoneSource.OWN_ZONE,
        ),
        (
            "+17875551234",
            {"zone": "America/Puerto_Rico", "country": "US"},
            ("America/Puerto_Rico",),
            ZoneSource.OWN_ZONE,
        ),
        ("+12125550123", {"state": "Arizona"}, ("America/Denver", "America/Phoenix"), ZoneSource.STATE),
        ("+12125550123", {"state": "ca", "country": "US"}, ("America/Los_Angeles",), ZoneSource.STATE),
        ("+12125550123", {"postcode": "94105"}, ("America/Los_Angeles",), ZoneSource.POSTCODE),
        ("+12125550123", {"postcode": "2139"}, ("America/New_York",), ZoneSource.POSTCODE),
        (
            "+14165550123",
            {"postcode": "A1A 1A1"},
            ("America/Goose_Bay", "America/St_Johns"),
            ZoneSource.POSTCODE,
        ),
        ("+61412345678", {"state": "Victoria"}, ("Australia/Melbourne",), ZoneSource.STATE),
        ("+12125550123", {"country": "India"}, ("Asia/Kolkata",), ZoneSource.COUNTRY),
        ("+18004321234", {"country": "GB"}, ("Europe/London",), ZoneSource.COUNTRY),
    ],
)
def test_zones_and_what_told_them(
    number: str, place: dict[str, str], expected: tuple[str, ...], source: ZoneSource
) -> None:
    """Requirement 24."""
    assert LeadZones(expected, source) == zones(number, **place)


@given(
    st.sampled_from(sorted(COUNTRY_ZONES)),
    st.sampled_from(["+12125550123", "+919876543210", "+447400123456", "+5511987654321"]),
)
def test_who_lives_in_another_country_than_their_number_has_every_clock_of_theirs(
    country: str, number: str
) -> None:
    """Requirement 24: a number is taken abroad; where it is from tells nothing about the hours there."""
    parsed = parse_number(number, None)
    assert isinstance(parsed, PhoneNumber)
    assume(country != parsed.region)
    every_clock = distinct_clocks(set(zones_of_country(country)))
    assert LeadZones(every_clock, ZoneSource.COUNTRY) == zones(number, country=country)


@pytest.mark.parametrize(
    "number, place, reason",
    [
        ("+18004321234", {}, ZoneReviewReason.NUMBER_WITHOUT_PLACE),
        ("+18004321234", {"country": "US"}, ZoneReviewReason.NUMBER_WITHOUT_PLACE),
        ("+80012345678", {}, ZoneReviewReason.NUMBER_WITHOUT_PLACE),
        (
            "+12125550123",
            {"zone": "Asia/Kolkata", "country": "US"},
            ZoneReviewReason.ZONE_CONTRADICTS_COUNTRY,
        ),
        ("+12125550123", {"zone": "Mars/Olympus"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "UTC"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "EST"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "../../etc/passwd"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"country": "Atlantis"}, ZoneReviewReason.UNKNOWN_COUNTRY),
        ("+12125550123", {"state": "Bavaria"}, ZoneReviewReason.UNKNOWN_STATE),
        ("+12125550123", {"state": "NY", "postcode": "94105"}, ZoneReviewReason.POSTCODE_CONTRADICTS_STATE),
    ],
)
def test_what_a_person_must_look_at(number: str, place: dict[str, str], reason: ZoneReviewReason) -> None:
    review = zones(number, **place)
    assert isinstance(review, ZoneReview)
    assert reason is review.reason
    assert review.message.endswith(".")


@pytest.mark.parametrize("area_code", SPLIT_AREA_CODES)
def test_split_area_codes_give_all_their_zones(area_code: str) -> None:
    """product.md 2.7: exchanges that are not listed fall to one default, so every zone of the area code counts."""
    number = PhoneNumber(f"+1{area_code}5550100", "US", NumberKind.FIXED_LINE_OR_MOBILE)
    found = zones_of_lead(number, zone=None, country=None, state=None, postcode=None)
    assert isinstance(found, LeadZones)
    assert len(found.zones) >= 2


def test_every_zone_named_here_exists() -> None:
    for names in COUNTRY_ZONES.values():
        for name in names:
            assert ZoneInfo(name).key == name
            assert zone_named(name.lower()) == name


@pytest.mark.parametrize(
    "country, postcode, state",
    [
        ("US", "10001", "NY"),
        ("US", "32501-1234", "FL"),
        ("US", "99501", "AK"),
        ("US", "501", "NY"),
        ("US", "2139-1234", "MA"),
        ("US", "70011234", "NJ"),
        ("US", "5011234", "NY"),
        ("US", "09012", None),
        ("CA", "V6B 1A1", "BC"),
        ("CA", "12345", None),
        ("AU", "2600", "ACT"),
        ("AU", "0800", "NT"),
        ("BR", "01310-100", "SP"),
        ("BR", "69005-070", "AM"),
        ("MX", "22000", "BCN"),
        ("IN", "560001", None),
    ],
)
def test_states_of_postcodes(country: str, postcode: str, state: str | None) -> None:
    assert state == state_of_postcode(country, postcode)


@pytest.mark.parametrize(
    "country, text, state",
    [
        ("US", " florida ", "FL"),
        ("US", "US-FL", "FL"),
        ("US", "Washington, D.C.", "DC"),
        ("CA", "Québec", "QC"),
        ("BR", "Sao Paulo", "SP"),
        ("MX", "Edo Mex", "MEX"),
        ("MX", "Ciudad de Mexico", "CMX"),
        ("US", "Ontario", None),
        ("FR", "Bretagne", None),
    ],
)
def test_names_of_states(country: str, text: str, state: str | None) -> None:
    assert state == state_named(country, text)


@pytest.mark.parametrize(
    "text, code", [("usa", "US"), ("U.K.", "GB"), ("Deutschland", "DE"), ("in", "IN"), ("", None)]
)
def test_names_of_countries(text: str, code: str | None) -> None:
    assert code == country_named(text)


names = st.sampled_from([name for group in COUNTRY_ZONES.values() for name in group])


@given(
    st.sampled_from(["us", "simulation", "default"]),
    st.lists(names, max_size=4, unique=True),
    st.sampled_from(["", "US", "DE"]),
    st.sampled_from(["", "FL"]),
)
def test_hours_keys_can_be_read_back(pack: str, zones: list[str], country: str, state: str) -> None:
    key = hours_key(pack, tuple(zones), country or None, state or None)
    assert HoursKey(pack, tuple(sorted(zones)), country, state) == parse_hours_key(key)
    assert key == hours_key(pack, tuple(reversed(zones)), country, state)


@pytest.mark.parametrize("key", ["", "us", "us|a|b", "|Europe/Berlin|DE|", "us|a|b|c|d"])
def test_other_texts_are_no_hours_keys(key: str) -> None:
    with pytest.raises(InvalidInput):
        parse_hours_key(key)
