"""The time zones a lead may live in: every candidate, or the reason why a person has to look.

The lead's own zone comes first, then postcode and state, then the country, then the number. Being callable is decided
elsewhere, and only inside the windows of *every* zone named here (the number alone is not safe).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from phonenumbers import is_number_type_geographical
from phonenumbers.phonenumberutil import PhoneNumberType, region_code_for_country_code
from phonenumbers.tzdata import TIMEZONE_DATA

from domain.errors import InvalidInput
from domain.phone_numbers import NumberKind, PhoneNumber, country_code
from domain.places import (
    country_named,
    has_states,
    is_foreign_postcode,
    state_named,
    state_of_postcode,
    zones_of_country,
    zones_of_state,
)
from domain.time_zone_names import (
    clock_of,
    country_of_zone,
    distinct_clocks,
    shows_same_time,
    windows_zone,
    zone_named,
)


class ZoneSource(StrEnum):
    """What told the zones."""

    OWN_ZONE = "own_zone"
    POSTCODE = "postcode"
    STATE = "state"
    COUNTRY = "country"
    NUMBER = "number"


class ZoneReviewReason(StrEnum):
    """Why a lead's zones need a person's eye."""

    NOT_A_ZONE = "not_a_zone"
    ZONE_CONTRADICTS_COUNTRY = "zone_contradicts_country"
    ZONE_CONTRADICTS_STATE = "zone_contradicts_state"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_STATE = "unknown_state"
    POSTCODE_CONTRADICTS_STATE = "postcode_contradicts_state"
    POSTCODE_CONTRADICTS_COUNTRY = "postcode_contradicts_country"
    NUMBER_WITHOUT_PLACE = "number_without_place"


@dataclass(frozen=True, slots=True)
class LeadZones:
    """Every IANA zone the lead may live in (at least one, sorted), and what told them."""

    zones: tuple[str, ...]
    source: ZoneSource


@dataclass(frozen=True, slots=True)
class ZoneReview:
    """The lead's zones are unknown or contradictory: never dial before a person has mended it."""

    reason: ZoneReviewReason
    message: str


_MESSAGES: Final[dict[ZoneReviewReason, str]] = {
    ZoneReviewReason.NOT_A_ZONE: "The time zone is not a place's IANA zone; write one such as America/New_York.",
    ZoneReviewReason.ZONE_CONTRADICTS_COUNTRY: "The time zone lies in another country than the lead; correct one of them.",
    ZoneReviewReason.ZONE_CONTRADICTS_STATE: "The time zone is not kept in the lead's state or at its postcode; correct one of them.",
    ZoneReviewReason.UNKNOWN_COUNTRY: "The country is not recognised; write its ISO code, such as US or IN.",
    ZoneReviewReason.UNKNOWN_STATE: "The state is not one of the country's; write its code, such as FL.",
    ZoneReviewReason.POSTCODE_CONTRADICTS_STATE: "The postcode lies in another state; correct one of them.",
    ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY: "The postcode is written as another country's; correct the postcode or the country.",
    ZoneReviewReason.NUMBER_WITHOUT_PLACE: "The number belongs to no place; give the lead's time zone or country.",
}
MENDED_IN: Final[dict[ZoneReviewReason, str]] = {
    ZoneReviewReason.UNKNOWN_COUNTRY: "country",
    ZoneReviewReason.UNKNOWN_STATE: "state",
    ZoneReviewReason.POSTCODE_CONTRADICTS_STATE: "postcode",
    ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY: "postcode",
}
"""In which of a lead's fields a person mends it; in the zone where nothing is said."""
_REVIEWS: Final = {reason: ZoneReview(reason, message) for reason, message in _MESSAGES.items()}


def review_named(reason: str) -> ZoneReview | None:
    """The review that a stored reason means, with its sentence for people; None for any other text."""
    return _REVIEWS.get(ZoneReviewReason(reason)) if reason in {*ZoneReviewReason} else None


# Numbers that follow their owner or a company, never a place.
_PLACELESS: Final = frozenset(
    {
        NumberKind.TOLL_FREE,
        NumberKind.PERSONAL,
        NumberKind.COMPANY,
        NumberKind.PAGER,
        NumberKind.VOICEMAIL_ACCESS,
    }
)
# Territories that people write as part of the country.
_PART_OF: Final = {
    "PR": "US",
    "VI": "US",
    "GU": "US",
    "AS": "US",
    "MP": "US",
    "AX": "FI",
    "SJ": "NO",
    "BL": "FR",
}


def zones_of_lead(
    number: PhoneNumber, *, zone: str | None, country: str | None, state: str | None, postcode: str | None
) -> LeadZones | ZoneReview:
    """The lead's candidate zones from what its row says and, failing that, from its number.

    Empty texts count as absent. state and postcode are read within the lead's country, else the number's region.
    """
    return _zones_of_place(
        zone or "", country or "", state or "", postcode or "", number.region, _number_key(number)
    )


@lru_cache(maxsize=65_536)
def _zones_of_place(
    zone: str, country: str, state: str, postcode: str, region: str, number_key: str
) -> LeadZones | ZoneReview:
    own_country = country_named(country) if country.strip() else None
    if country.strip() and own_country is None:
        return _REVIEWS[ZoneReviewReason.UNKNOWN_COUNTRY]
    found = _zones_within(own_country or region, state, postcode)
    if zone.strip():
        return _own_zone(zone, own_country, region, found)
    if found is not None:
        return found
    if own_country is not None and (len(zones_of_country(own_country)) == 1 or own_country != region):
        return LeadZones(distinct_clocks(set(zones_of_country(own_country))), ZoneSource.COUNTRY)
    return _zones_of_number(number_key)


_CONTRADICTIONS: Final = frozenset(
    {ZoneReviewReason.POSTCODE_CONTRADICTS_STATE, ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY}
)
# Windows' names that people of another country use for their own clocks.
_LOCAL_WORDS: Final = {"AU": frozenset({"America/New_York", "America/Chicago"})}


def _own_zone(
    zone: str, country: str | None, region: str, within: LeadZones | ZoneReview | None
) -> LeadZones | ZoneReview:
    """By the zone that the row names. within: what its state and postcode say."""
    name = zone_named(zone)
    if name is None or (windows_zone(zone) in _LOCAL_WORDS.get(country or region, ())):
        return _REVIEWS[ZoneReviewReason.NOT_A_ZONE]
    if country is not None and not _may_lie_in(name, country):
        alike = _zones_alike(name, country) if windows_zone(zone) else ()
        return (
            LeadZones(alike, ZoneSource.OWN_ZONE)
            if alike
            else _REVIEWS[ZoneReviewReason.ZONE_CONTRADICTS_COUNTRY]
        )
    if isinstance(within, ZoneReview) and within.reason in _CONTRADICTIONS:
        return within
    if isinstance(within, LeadZones) and not any(shows_same_time(name, other) for other in within.zones):
        return _REVIEWS[ZoneReviewReason.ZONE_CONTRADICTS_STATE]
    return LeadZones((name,), ZoneSource.OWN_ZONE)


def _may_lie_in(zone: str, country: str) -> bool:
    home = country_of_zone(zone) or ""
    if country in (home, _PART_OF.get(home)):
        return True
    return clock_of(zone) in {clock_of(other) for other in zones_of_country(country)}


def _zones_alike(zone: str, country: str) -> tuple[str, ...]:
    """The country's zones whose clocks show this one's time: Windows names one zone for many countries."""
    return distinct_clocks({other for other in zones_of_country(country) if shows_same_time(zone, other)})


def _zones_within(country: str, state: str, postcode: str) -> LeadZones | ZoneReview | None:
    """By state and postcode; None when they say nothing."""
    if not has_states(country):
        return None
    if is_foreign_postcode(country, postcode):
        return _REVIEWS[ZoneReviewReason.POSTCODE_CONTRADICTS_COUNTRY]
    by_postcode = state_of_postcode(country, postcode) if postcode.strip() else None
    if not state.strip():
        return (by_postcode and LeadZones(zones_of_state(country, by_postcode), ZoneSource.POSTCODE)) or None
    named = state_named(country, state)
    if named is None:
        return _REVIEWS[ZoneReviewReason.UNKNOWN_STATE]
    if by_postcode is not None and by_postcode != named:
        return _REVIEWS[ZoneReviewReason.POSTCODE_CONTRADICTS_STATE]
    return LeadZones(zones_of_state(country, named), ZoneSource.STATE)


def _zones_of_number(number_key: str) -> LeadZones | ZoneReview:
    zones = _zones_by_key(number_key)
    if not zones:
        return _REVIEWS[ZoneReviewReason.NUMBER_WITHOUT_PLACE]
    return LeadZones(zones, ZoneSource.NUMBER)


# North American overlays have no zone detail of their own: they cover the area of the code they were laid over.
_LAID_OVER: Final = {
    "930": "812", "364": "270", "448": "850", "729": "423", "458": "541", "236": "250", "672": "250", "778": "250",
    "581": "418", "367": "418", "986": "208", "208": "986", "879": "709",
}  # fmt: skip
# The library gives this one Puerto Rico besides Newfoundland.
_WRONG_IN_LIBRARY: Final = {"879": frozenset({"America/Puerto_Rico"})}
_LONGEST_PREFIX: Final = 9
_GEOGRAPHIC_TYPES: Final = {
    NumberKind.FIXED_LINE: PhoneNumberType.FIXED_LINE,
    NumberKind.MOBILE: PhoneNumberType.MOBILE,
    NumberKind.FIXED_LINE_OR_MOBILE: PhoneNumberType.FIXED_LINE_OR_MOBILE,
}


def _number_key(number: PhoneNumber) -> str:
    """What decides a number's zones: area code, place prefix, calling code, or the country that shares another's calling
    code (Kazakhstan Russia's); empty for a placeless number.
    """
    if number.kind in _PLACELESS:
        return ""
    digits = number.e164[1:]
    code = country_code(digits)
    if code == "1":
        return digits[:4]
    if code == "62" and number.kind is NumberKind.MOBILE:
        return code  # Indonesian mobiles roam over three zones, though the library places them
    key = _key_without_place(code, number.kind, number.region)
    return digits[:_LONGEST_PREFIX] if key is None else key


@lru_cache(maxsize=4096)
def _key_without_place(code: str, number_kind: NumberKind, region: str) -> str | None:
    """What decides the zones of such a number that belongs to no place of its country; None where it has one."""
    kind = _GEOGRAPHIC_TYPES.get(number_kind)
    if kind is not None and is_number_type_geographical(kind, int(code)):
        return None
    shares = region != region_code_for_country_code(int(code)) and zones_of_country(region)
    return region if shares else code


@lru_cache(maxsize=65_536)
def _zones_by_key(key: str) -> tuple[str, ...]:
    if len(key) == 4 and key[0] == "1":
        return _zones_of_area_code(key[1:])
    if key.isalpha():
        return distinct_clocks(set(zones_of_country(key)))
    for length in range(len(key), 0, -1):
        zones = TIMEZONE_DATA.get(key[:length])
        if zones is not None:
            return distinct_clocks(set(zones))
    return ()


def _zones_of_area_code(area_code: str) -> tuple[str, ...]:
    """All zones of a North American area code, since exchanges that the library does not list fall to one default."""
    wanted = {area_code, _LAID_OVER.get(area_code, area_code)}
    zones = {
        zone
        for code in wanted
        for zone in _ZONES_OF_AREA_CODES.get(code, ())
        if zone not in _WRONG_IN_LIBRARY.get(code, ())
    }
    return distinct_clocks(zones)


def _area_codes() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for prefix, zones in TIMEZONE_DATA.items():
        if len(prefix) >= 4 and prefix[0] == "1":
            found.setdefault(prefix[1:4], set()).update(zones)
    return found


_ZONES_OF_AREA_CODES: Final = _area_codes()


@dataclass(frozen=True, slots=True)
class HoursKey:
    """What a lead's hours depend on: rule pack, zones (sorted), ISO country, state code; empty texts for unknown."""

    pack: str
    zones: tuple[str, ...]
    country: str
    state: str


@lru_cache(maxsize=16_384)
def hours_key(pack: str, zones: tuple[str, ...], country: str | None, state: str | None) -> str:
    """One stable text for everybody with the same hours: "us|America/Chicago,America/New_York|US|FL"."""
    return "|".join((pack, ",".join(sorted(zones)), country or "", state or ""))


@lru_cache(maxsize=16_384)
def parse_hours_key(key: str) -> HoursKey:
    """What hours_key() joined. Raises InvalidInput on any other text."""
    parts = key.split("|")
    if len(parts) != 4 or not parts[0]:
        raise InvalidInput(
            "An hours key is written pack|zones|country|state, the pack not empty.", pointer="hours_key"
        )
    pack, zones, country, state = parts
    return HoursKey(pack, tuple(zone for zone in zones.split(",") if zone), country, state)
