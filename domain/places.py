"""States and provinces: how people write them, which postcodes lie in them, which time zones they keep.

Zones and postcodes are known for the countries whose states keep different clocks (domain/state_tables.py); a state that
keeps two clocks has both, and whoever asks must then hold to all of them. Other countries' regions are named as the holiday
calendars name them, countries as in domain/place_names.py.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

import holidays as holiday_calendars

from domain import state_tables
from domain.place_names import COUNTRY_SPELLINGS
from domain.plain_names import plain_name
from domain.time_zone_names import COUNTRY_ZONES

# Words around a state's name that name none: "State of New York", "Ontario Province".
_AROUND: Final = re.compile(
    r"^(?:the )?(?:state|commonwealth|province|territory|estado|provincia|province|etat)"
    r" (?:of the|of|de la|de|do|da|du)\s+|(?<!\s)\s++(?:state|province|territory|prov\.?)$"
)
_PARTS: Final = re.compile(r"[,;/|()\[\]_–—-]")
_CITY_AND_STATE: Final = re.compile(r"[^,;/|]++,\s*+([^,;/|]+)")


def _zone(text: str) -> str:
    return text if text.startswith(("Pacific/", "Australia/")) else f"America/{text}"


def _states(country: str, table: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Every plain spelling -> code, and code -> zones."""
    names: dict[str, str] = {}
    zones: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        code, spellings, places = line.split("|")
        zones[code] = tuple(sorted(_zone(place) for place in places.split()))
        names.setdefault(plain_name(code), code)
        names.update((plain_name(spelling), code) for spelling in spellings.split(";"))
    for line in state_tables.SHORTENED[country].strip().splitlines():
        code, spellings = line.split("|")
        for spelling in spellings.split(";"):
            names.setdefault(plain_name(spelling), code)
    return names, zones


_STATES: Final = {country: _states(country, table) for country, table in state_tables.STATES.items()}
_CALENDARS: Final = holiday_calendars.list_supported_countries(include_aliases=False)


@cache
def _region_names(country: str) -> dict[str, str]:
    """Every plain spelling of a country's states or regions -> code; empty where none are known."""
    names = dict(_STATES[country][0]) if country in _STATES else {}
    for code, spelling in _regions_of_calendar(country):
        if country not in _STATES or code in _STATES[country][1]:
            names.setdefault(plain_name(spelling), code)
    return names


def _regions_of_calendar(country: str) -> Iterator[tuple[str, str]]:
    if not _CALENDARS.get(country):
        return
    calendar = holiday_calendars.country_holidays(country)
    for code in calendar.subdivisions:
        yield code, code
    for spelling, code in calendar.subdivisions_aliases.items():
        yield code, spelling


def _ranges(text: str) -> tuple[list[str], list[str]]:
    words = text.split()
    return words[::2], words[1::2]


_POSTCODES: Final = {
    "US": (3, 5, _ranges(state_tables.US_ZIP3)),
    "AU": (4, 4, _ranges(state_tables.AU_POSTCODE)),
    "BR": (3, 8, _ranges(state_tables.BR_CEP3)),
    "MX": (2, 5, _ranges(state_tables.MX_CP2)),
}
"""Country -> prefix length that decides, full length (spreadsheets drop leading zeros), ranges."""


_ZIP_PLUS_FOUR: Final = 9


def has_states(country: str) -> bool:
    """Whether this country's states are known here by name."""
    return country in _STATES


@lru_cache(maxsize=16_384)
def state_named(country: str, text: str) -> str | None:
    """The state's code ("FL", "NSW", "CMX"), from its code or name in any usual spelling; None if there is none such.

    Where several are named ("CA - California"), all must be the same.
    """
    names = _region_names(country)
    whole = _state_in(names, country, text)
    if whole is not None or not names:
        return whole
    head, _, last = text.strip().rpartition(" ")
    if head and country_named(last) == country:
        return state_named(country, head.rstrip(" ,;-"))
    parts = [part for part in _PARTS.split(text) if plain_name(part)]
    found = {_state_in(names, country, part) for part in parts if not _is_country(names, country, part)}
    city = _CITY_AND_STATE.fullmatch(text.strip())
    if city and _state_in(names, country, city[1]):
        found.discard(None)
    return found.pop() if len(found) == 1 else None


def nation_named(country: str, text: str) -> str | None:
    """The code of a nation that is written as the country: "Scotland" for the United Kingdom's; None for no such."""
    return state_named(country, text) if country == "GB" else None


def _state_in(names: dict[str, str], country: str, text: str) -> str | None:
    plain = plain_name(text)
    bare = plain_name(_AROUND.sub("", text.strip().lower()))
    for spelling in (
        plain,
        plain.removeprefix(country.lower()),
        plain_name(text.replace("&", " and ")),
        bare,
    ):
        if spelling in names:
            return names[spelling]
    return None


def _is_country(names: dict[str, str], country: str, part: str) -> bool:
    """Whether a part only repeats the country ("California, USA")."""
    return country_named(part) == country and plain_name(part) not in names


def state_of_postcode(country: str, postcode: str) -> str | None:
    """The state a postcode lies in; None where the country or the postcode is not known here."""
    written = re.sub(r"[\s-]", "", postcode).upper()
    if country == "CA":
        return (
            state_tables.CA_LETTER.get(written[:1])
            if re.fullmatch(r"[A-Z]\d[A-Z](\d[A-Z]\d)?", written)
            else None
        )
    known = _POSTCODES.get(country)
    if known is None or not re.fullmatch(r"\d{3,9}", written):
        return None
    prefix_length, full_length, (starts, states) = known
    written = written.zfill(_ZIP_PLUS_FOUR if country == "US" and len(written) > full_length else full_length)
    digits = written[:full_length]
    state = states[bisect_right(starts, digits[:prefix_length]) - 1]
    return None if state == "-" else state


# As their post offices print them: Britain's and Canada's have letters, those of the other countries known here have none.
_BRITISH: Final = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}")
_CANADIAN: Final = re.compile(r"[A-Z]\d[A-Z]\s*+-?\s*+\d[A-Z]\d")
_ZIP: Final = re.compile(r"\d{5}(-\d{4})?")


def is_foreign_postcode(country: str, postcode: str) -> bool:
    """Whether a postcode has the whole form of another country's; what has no form at all tells nothing."""
    written = postcode.strip().upper()
    if country == "CA":
        return bool(_ZIP.fullmatch(written) or _BRITISH.fullmatch(written))
    return country in _POSTCODES and bool(_CANADIAN.fullmatch(written) or _BRITISH.fullmatch(written))


def zones_of_state(country: str, state: str) -> tuple[str, ...]:
    """All zones of a state by its code; empty if unknown."""
    table = _STATES.get(country)
    return () if table is None else table[1].get(state, ())


def zones_of_country(country: str) -> tuple[str, ...]:
    """All zones of a country by its ISO code; empty if unknown."""
    return COUNTRY_ZONES.get(country, ())


# What countries are called beside their names in CLDR and ISO 3166: everyday English, and other languages' short forms.
# As known in November 2026.
_NICKNAMES: Final = """
AE|UAE;Emirates;EAU;VAE;الإمارات
AG|Antigua
BA|Bosnia
BN|Negara Brunei Darussalam
CD|DRC;DR Congo;Democratic Republic of Congo;Democratic Republic of the Congo;Congo Kinshasa;Zaire
CG|Congo Brazzaville;Congo Republic;Republic of Congo
CI|Republic of Ivory Coast
CN|PRC;P.R. China;Mainland China;China PRC;China Mainland
CZ|Czech;Czech Rep;Tschechische Republik
DO|Dominican Rep;Rep. Dominicana
FK|Falklands;Malvinas
FM|Micronesia Fed. Sts.
GB|UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland;N. Ireland;Inglaterra;Angleterre;Schottland;Großbritannien;Inghilterra;Great Britain and Northern Ireland;Grande-Bretagne;Gran Bretaña
HK|Hong Kong SAR China;Hong Kong China;Hongkong;香港
IE|Eire;Éire;Irish Republic;Southern Ireland;ROI
IN|Bharat;Hindustan
KN|St Kitts;Saint Kitts
KR|Korea;한국;Korea South;S. Korea;Republic of South Korea;ROK
KP|Korea North;N. Korea;DPRK
LA|Lao;Lao PDR;Lao P.D.R.
LK|Ceylon
MK|Macedonia;FYROM;Former Yugoslav Republic of Macedonia
MO|Macau SAR;Macao SAR;Macau China;Macao China;澳門;澳门
MM|Burma Myanmar
NL|Holland;Netherlands Holland
PG|PNG
PS|Palestine;West Bank and Gaza;Palestinian Territory;Occupied Palestinian Territory
RE|Reunion Island;Île de la Réunion
RU|Russia Federation
SA|KSA;السعودية
SX|St Maarten
TC|Turks and Caicos
TT|Trinidad;Tobago
TW|Republic of China;Taiwan ROC;Chinese Taipei;Taiwan R.O.C.
US|USA;America;United States America;EEUU;EE.UU.;EUA;The States;Estados Unidos de America;Etats-Unis d'Amerique;Vereinigte Staaten von Amerika;США
VA|Vatican;Holy See
VC|St Vincent;Saint Vincent
VE|Venezuela RB
ZA|RSA;S. Africa
"""
# Styles as the World Bank's lists shorten them behind a comma: "Egypt, Arab Rep.".
_STYLES: Final = {"dem.": "democratic ", "people's": "people's ", "rep.": "republic of"}
_SHORT_STYLE: Final = re.compile(r"dem\.|people's|rep\.", re.IGNORECASE)
# Before a country's name in its full style, which names the country alone as well: "Republic of Ireland".
_STYLE: Final = re.compile(
    r"^(?:the )?(?:(?:federal |federative |islamic |bolivarian |plurinational |united )?"
    r"(?:republic|rep\.|kingdom|state|states|sultanate|principality|commonwealth|union) of (?:the )?)?"
)


@cache
def _countries() -> dict[str, str]:
    """Every plain spelling -> ISO code; made when the first is asked for."""
    found = {code.lower(): code for code in COUNTRY_ZONES}
    for table in (_NICKNAMES, COUNTRY_SPELLINGS):
        for line in table.strip().splitlines():
            for spelling in line[3:].split(";"):
                # The written table is plain already, and long.
                found.setdefault(spelling if table is COUNTRY_SPELLINGS else plain_name(spelling), line[:2])
    found.pop("", None)
    return found


@lru_cache(maxsize=16_384)
def country_named(text: str) -> str | None:
    """The ISO code of a country, from its codes or its name in any language of CLDR; None if not recognised."""
    names = _countries()
    for reading in _country_readings(text):
        found = names.get(plain_name(reading))
        if found is not None:
            return found
    parts = {country_named(part) for part in re.split("[,/]", text)} if re.search("[,/]", text) else {None}
    return parts.pop() if len(parts) == 1 else None


def _country_readings(text: str) -> Iterator[str]:
    """The text; without brackets, "Iran (Islamic Republic of)" in order; without the style before its name."""
    yield text
    head, bracket, inner = text.partition("(")
    inner = inner.rpartition(")")[0]
    if bracket and inner.strip().lower().endswith((" of", " of the")):
        yield f"{inner} {head}"
        return
    first, comma, style = head.partition(",")
    style = _SHORT_STYLE.sub(lambda short: _STYLES[short[0].lower()], style)
    if comma and style.strip().lower().endswith((" of", " of the", "the")):
        yield f"{style} {first}"
        yield _STYLE.sub("", f"{style} {first}".strip().lower())
        return
    if bracket and not (inner and country_named(inner) not in (None, country_named(head))):
        yield head
    yield head.replace("&", " and ") if not bracket else ""
    if not bracket:
        yield _STYLE.sub("", text.strip().lower())
