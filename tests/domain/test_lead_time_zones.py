"""Candidate zones of a lead: requirement 24 (India, Arizona, Newfoundland, area code 850)."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.errors import InvalidInput
from domain.lead_time_zones import (
    HoursKey,
    LeadZones,
    ZoneReview,
    ZoneReviewReason,
    ZoneSource,
    hours_key,
    parse_hours_key,
    review_named,
    zones_of_lead,
)
from domain.phone_numbers import NumberKind, PhoneNumber, parse_number
from domain.place_names import COUNTRY_SPELLINGS, WINDOWS_ZONES
from domain.places import country_named, state_named, state_of_postcode, zones_of_country, zones_of_state
from domain.state_tables import STATES
from domain.time_zone_names import COUNTRY_ZONES, distinct_clocks, shows_same_time, zone_named

# Kazakhstan shares Russia's calling code, and none of its clocks.
KAZAKH = distinct_clocks(set(zones_of_country("KZ")))
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
        ("+447797123456", {}, ("Europe/Jersey",), ZoneSource.NUMBER),
        ("+77011234567", {}, KAZAKH, ZoneSource.NUMBER),
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
        ("+18505551234", {"zone": "Central Standard Time"}, ("America/Chicago",), ZoneSource.OWN_ZONE),
        (
            "+390612345678",
            {"zone": "W. Europe Standard Time", "country": "Italia"},
            ("Europe/Rome",),
            ZoneSource.OWN_ZONE,
        ),
        ("+18505551234", {"zone": "us_slash_central"}, ("America/Chicago",), ZoneSource.OWN_ZONE),
        (
            "+12125550123",
            {"zone": "America/New_York", "state": "Indiana"},
            ("America/New_York",),
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
        ("+12125550123", {"postcode": "unknown"}, ("America/New_York",), ZoneSource.NUMBER),
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
        (
            "+12125550123",
            {"zone": "America/New_York", "state": "CA"},
            ZoneReviewReason.ZONE_CONTRADICTS_STATE,
        ),
        (
            "+12125550123",
            {"zone": "America/New_York", "postcode": "94105"},
            ZoneReviewReason.ZONE_CONTRADICTS_STATE,
        ),
        (
            "+12125550123",
            {"zone": "America/New_York", "state": "NY", "postcode": "94105"},
            ZoneReviewReason.POSTCODE_CONTRADICTS_STATE,
        ),
        (
            "+12125550123",
            {"zone": "India Standard Time", "country": "US"},
            ZoneReviewReason.ZONE_CONTRADICTS_COUNTRY,
        ),
        ("+61412345678", {"zone": "Eastern Standard Time"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "Mars/Olympus"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "UTC"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "EST"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"zone": "../../etc/passwd"}, ZoneReviewReason.NOT_A_ZONE),
        ("+12125550123", {"country": "Atlantis"}, ZoneReviewReason.UNKNOWN_COUNTRY),
        ("+12125550123", {"state": "Bavaria"}, ZoneReviewReason.UNKNOWN_STATE),
        ("+12125550123", {"state": "NY", "postcode": "94105"}, ZoneReviewReason.POSTCODE_CONTRADICTS_STATE),
        ("+12125550123", {"postcode": "V6B 1A1"}, ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY),
        (
            "+12125550123",
            {"zone": "America/New_York", "country": "US", "postcode": "SW1A 1AA"},
            ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY,
        ),
        (
            "+12125550123",
            {"country": "Canada", "postcode": "94105"},
            ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY,
        ),
    ],
)
def test_what_a_person_must_look_at(number: str, place: dict[str, str], reason: ZoneReviewReason) -> None:
    review = zones(number, **place)
    assert isinstance(review, ZoneReview)
    assert reason is review.reason
    assert review.message.endswith(".")


@pytest.mark.parametrize("area_code", SPLIT_AREA_CODES)
def test_split_area_codes_give_all_their_zones(area_code: str) -> None:
    """Exchanges that are not listed fall to one default, so every zone of the area code counts."""
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
    "country, texts, state",
    [
        (
            "US",
            "florida |US-FL|Fla.|State of Florida|FL - Florida|Florida (FL)|FL-Florida|Florida, USA|FL, US|Florida US|USA-FL|Miami, FL",
            "FL",
        ),
        ("US", "Washington, D.C.|D.C.|District of Columbia|Wash. D.C.", "DC"),
        ("US", "Wash.|Washington State|WA", "WA"),
        ("US", "Hawaii|Hawai'i|Hawaiʻi|HAWAI’I|HI", "HI"),
        ("US", "N. Carolina|N.C.|No. Carolina|North Carolina", "NC"),
        ("US", "Commonwealth of Massachusetts|Mass|MA", "MA"),
        ("CA", "Québec|QUEBEC|Que.|P.Q.|Province of Quebec|QC - Québec", "QC"),
        ("CA", "Newfoundland & Labrador|Nfld.|NL|Terre-Neuve-et-Labrador", "NL"),
        ("CA", "CA-ON|Ontario, Canada|Ont", "ON"),
        ("BR", "Sao Paulo|SP|São Paulo - SP|Estado de São Paulo", "SP"),
        ("MX", "Edo Mex|Edo. de México|Estado de México|MEX", "MEX"),
        ("MX", "Ciudad de Mexico|D.F.|CDMX|Distrito Federal", "CMX"),
        ("AU", "Qld.|Queensland (QLD)|QLD", "QLD"),
        ("DE", "Bayern|BY|bayern", "BY"),
        ("GB", "Scotland|SCT", "SCT"),
        ("CH", "Zürich|ZH|Zurich", "ZH"),
        ("ES", "Cataluña|CT|Catalunya", "CT"),
    ],
)
def test_names_of_states(country: str, texts: str, state: str) -> None:
    assert dict.fromkeys(texts.split("|"), state) == {
        text: state_named(country, text) for text in texts.split("|")
    }


@pytest.mark.parametrize(
    "country, text",
    [
        ("US", "Ontario"),
        ("FR", "Bretagne"),
        ("US", "NY / NJ"),
        ("US", "Washington, PA"),
        ("US", "Miami or FL"),
        ("US", "Miami, Dade"),
        ("US", "Texas or thereabouts"),
        ("US", "USA"),
        ("US", ""),
        ("XX", "Florida"),
    ],
)
def test_what_is_no_state_is_none(country: str, text: str) -> None:
    assert state_named(country, text) is None


@pytest.mark.parametrize("country", sorted(STATES))
def test_every_state_is_known_by_its_code_and_has_zones(country: str) -> None:
    for line in STATES[country].strip().splitlines():
        code, names, _ = line.split("|")
        assert {code} == {state_named(country, text) for text in (code, *names.split(";"))}
        assert zones_of_state(country, code)


@pytest.mark.parametrize(
    "texts, code",
    [
        ("usa|U.S.A.|United States of America (the)|Vereinigte Staaten|EE.UU.|États-Unis|США", "US"),
        ("U.K.|England|Great Britain (UK)|Royaume-Uni|GBR|Scotland, UK", "GB"),
        ("Deutschland|Allemagne|Alemania|Германия|德国|DEU", "DE"),
        ("in|India (IN)|भारत|Inde", "IN"),
        ("Korea, Republic of|South Korea|Republic of Korea|Korea|대한민국", "KR"),
        ("Korea (Democratic People's Republic of)|Korea, Democratic People's Republic of|North Korea", "KP"),
        ("Congo (the Democratic Republic of the)|DRC|Congo, The Democratic Republic of the", "CD"),
        ("Republic of China|Taiwan, Province of China|台湾", "TW"),
        ("People's Republic of China|中国|China", "CN"),
        ("Côte d’Ivoire|COTE D IVOIRE|Ivory Coast", "CI"),
        ("Bosnia & Herzegovina|Bosnia and Herzegovina|Bosnia", "BA"),
        ("Iran (Islamic Republic of)|Iran, Islamic Republic of|Iran, Islamic Rep.|ایران", "IR"),
        ("Bahamas, The|The Bahamas|Bahamas (the)", "BS"),
        ("Republic of Ireland|Rep. of Ireland|Éire|Eire", "IE"),
        ("Hong Kong SAR|Hong Kong, China|Hong Kong S.A.R.|香港", "HK"),
    ],
)
def test_names_of_countries(texts: str, code: str) -> None:
    assert dict.fromkeys(texts.split("|"), code) == {text: country_named(text) for text in texts.split("|")}


@pytest.mark.parametrize("text", ["", " ", "Atlantis", "Congo", "Virgin Islands", "Georgia (US)", "+", "…"])
def test_what_may_be_several_countries_or_none_is_none(text: str) -> None:
    assert country_named(text) is None


@given(st.sampled_from(COUNTRY_SPELLINGS.strip().splitlines()))
def test_every_spelling_of_the_table_is_recognised(line: str) -> None:
    code, _, spellings = line.partition("|")
    assert {code} == {country_named(name) for name in (code, *spellings.split(";")) if name}


@pytest.mark.parametrize(
    "text, zone",
    [
        ("GMT Standard Time", "Europe/London"),
        ("India Standard Time", "Asia/Kolkata"),
        ("america_slash_argentina_slash_buenos_aires", "America/Argentina/Buenos_Aires"),
        ("America / New York", "America/New_York"),
        ("(GMT-05:00) Eastern Standard Time (America/New_York)", "America/New_York"),
        ("(UTC+05:30) Asia/Calcutta", "Asia/Kolkata"),
        ("(UTC+05:30) America/New_York", None),
        ("(UTC-05:00) Eastern Time (US & Canada)", None),
        ("America/New_York or America/Chicago", None),
        ("India Standard Time (IST)", "Asia/Kolkata"),
        ("Eastern Standard Time (Mexico)", "America/Cancun"),
        ("UTC+13", None),
        ("Dateline Standard Time", None),
    ],
)
def test_names_of_zones(text: str, zone: str | None) -> None:
    assert zone == zone_named(text)


@given(st.sampled_from(sorted({name for group in COUNTRY_ZONES.values() for name in group})))
def test_every_zone_is_recognised_as_a_crm_spells_it(zone: str) -> None:
    assert zone_named(zone) == zone_named(zone.lower().replace("/", "_slash_").replace("-", "_hyphen_"))


@given(st.sampled_from(sorted(COUNTRY_ZONES)), st.sampled_from(WINDOWS_ZONES.strip().splitlines()))
def test_a_zone_of_windows_is_the_country_s_own_or_held(country: str, line: str) -> None:
    """Nobody is called by the clock of another country than the one that the row names."""
    name, zone = line.split("|")
    found = zones("+12125550123", zone=name, country=country)
    if isinstance(found, ZoneReview):
        assert found.reason in (ZoneReviewReason.ZONE_CONTRADICTS_COUNTRY, ZoneReviewReason.NOT_A_ZONE)
        return
    present = zone_named(zone)
    assert present is not None
    assert all(shows_same_time(present, other) for other in found.zones)


@given(st.sampled_from(sorted(STATES)), st.data())
def test_a_zone_that_its_state_does_not_keep_is_held(country: str, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([line.split("|")[0] for line in STATES[country].strip().splitlines()]))
    zone = data.draw(st.sampled_from(zones_of_country(country)))
    found = zones("+12125550123", zone=zone, country=country, state=code)
    kept = any(shows_same_time(zone, other) for other in zones_of_state(country, code))
    assert isinstance(found, LeadZones) == kept


def test_a_stored_reason_is_told_with_its_sentence() -> None:
    for reason in ZoneReviewReason:
        review = review_named(str(reason))
        assert review is not None
        assert (review.reason, review.message[-1]) == (reason, ".")
    assert review_named("variables_missing:name") is None


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
