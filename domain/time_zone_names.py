"""Which country each IANA time zone belongs to, how zones are written, and which names mean the same clock.

The countries' zones are pytz's table; old names and equal clocks are the links of tzdata 2026.6. Fixed offsets (UTC, EST,
Etc/GMT+5) are no places and therefore absent.
"""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

import pytz

from domain.calling_hours import zone_info
from domain.place_names import WINDOWS_ZONES
from domain.plain_names import plain_name

# Old or local names: the present name, then the names it replaces.
_RENAMED: Final = """
Africa/Abidjan Africa/Timbuktu Iceland
Africa/Cairo Egypt
Africa/Nairobi Africa/Asmera
Africa/Tripoli Libya
America/Adak America/Atka US/Aleutian
America/Anchorage US/Alaska
America/Argentina/Buenos_Aires America/Buenos_Aires
America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Catamarca
America/Argentina/Cordoba America/Cordoba America/Rosario
America/Argentina/Jujuy America/Jujuy
America/Argentina/Mendoza America/Mendoza
America/Chicago US/Central
America/Denver America/Shiprock Navajo US/Mountain
America/Detroit US/Michigan
America/Edmonton America/Yellowknife Canada/Mountain
America/Halifax Canada/Atlantic
America/Havana Cuba
America/Indiana/Indianapolis America/Fort_Wayne America/Indianapolis US/East-Indiana
America/Indiana/Knox America/Knox_IN US/Indiana-Starke
America/Iqaluit America/Pangnirtung
America/Jamaica Jamaica
America/Kentucky/Louisville America/Louisville
America/Los_Angeles US/Pacific
America/Manaus Brazil/West
America/Mazatlan Mexico/BajaSur
America/Mexico_City Mexico/General
America/New_York US/Eastern
America/Noronha Brazil/DeNoronha
America/Nuuk America/Godthab
America/Panama America/Coral_Harbour
America/Phoenix US/Arizona
America/Puerto_Rico America/Virgin
America/Regina Canada/Saskatchewan
America/Rio_Branco America/Porto_Acre Brazil/Acre
America/Santiago Chile/Continental
America/Sao_Paulo Brazil/East
America/St_Johns Canada/Newfoundland
America/Tijuana America/Ensenada America/Santa_Isabel Mexico/BajaNorte
America/Toronto America/Montreal America/Nipigon America/Thunder_Bay Canada/Eastern
America/Vancouver Canada/Pacific
America/Whitehorse Canada/Yukon
America/Winnipeg America/Rainy_River Canada/Central
Asia/Ashgabat Asia/Ashkhabad
Asia/Dhaka Asia/Dacca
Asia/Ho_Chi_Minh Asia/Saigon
Asia/Hong_Kong Hongkong
Asia/Jerusalem Asia/Tel_Aviv Israel
Asia/Kathmandu Asia/Katmandu
Asia/Kolkata Asia/Calcutta
Asia/Macau Asia/Macao
Asia/Makassar Asia/Ujung_Pandang
Asia/Nicosia Europe/Nicosia
Asia/Seoul ROK
Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin PRC
Asia/Singapore Singapore
Asia/Taipei ROC
Asia/Tehran Iran
Asia/Thimphu Asia/Thimbu
Asia/Tokyo Japan
Asia/Ulaanbaatar Asia/Choibalsan Asia/Ulan_Bator
Asia/Urumqi Asia/Kashgar
Asia/Yangon Asia/Rangoon
Atlantic/Faroe Atlantic/Faeroe
Australia/Adelaide Australia/South
Australia/Brisbane Australia/Queensland
Australia/Broken_Hill Australia/Yancowinna
Australia/Darwin Australia/North
Australia/Hobart Australia/Currie Australia/Tasmania
Australia/Lord_Howe Australia/LHI
Australia/Melbourne Australia/Victoria
Australia/Perth Australia/West
Australia/Sydney Australia/ACT Australia/Canberra Australia/NSW
Europe/Berlin Atlantic/Jan_Mayen
Europe/Brussels
Europe/Chisinau Europe/Tiraspol
Europe/Dublin Eire
Europe/Istanbul Asia/Istanbul Turkey
Europe/Kyiv Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye
Europe/Lisbon Portugal
Europe/London Europe/Belfast GB GB-Eire
Europe/Moscow W-SU
Europe/Warsaw Poland
Pacific/Auckland Antarctica/South_Pole NZ
Pacific/Chatham NZ-CHAT
Pacific/Easter Chile/EasterIsland
Pacific/Guadalcanal Pacific/Ponape
Pacific/Honolulu Pacific/Johnston US/Hawaii
Pacific/Kanton Pacific/Enderbury
Pacific/Kwajalein Kwajalein
Pacific/Pago_Pago Pacific/Samoa US/Samoa
Pacific/Port_Moresby Pacific/Truk Pacific/Yap
"""

# Different places, one clock: the zone that carries the rules, then those linked to it.
_SAME_CLOCK: Final = """
Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Nouakchott Africa/Ouagadougou Atlantic/Reykjavik Atlantic/St_Helena
Africa/Johannesburg Africa/Maseru Africa/Mbabane
Africa/Lagos Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Libreville Africa/Luanda Africa/Malabo Africa/Niamey Africa/Porto-Novo
Africa/Maputo Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi Africa/Lusaka
Africa/Nairobi Africa/Addis_Ababa Africa/Asmara Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Indian/Antananarivo Indian/Comoro Indian/Mayotte
America/Panama America/Atikokan America/Cayman
America/Phoenix America/Creston
America/Puerto_Rico America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Montserrat America/Port_of_Spain America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola
America/Toronto America/Nassau
Asia/Bangkok Asia/Phnom_Penh Asia/Vientiane Indian/Christmas
Asia/Dubai Asia/Muscat Indian/Mahe Indian/Reunion
Asia/Kuching Asia/Brunei
Asia/Qatar Asia/Bahrain
Asia/Riyadh Antarctica/Syowa Asia/Aden Asia/Kuwait
Asia/Singapore Asia/Kuala_Lumpur
Asia/Yangon Indian/Cocos
Europe/Belgrade Europe/Ljubljana Europe/Podgorica Europe/Sarajevo Europe/Skopje Europe/Zagreb
Europe/Berlin Arctic/Longyearbyen Europe/Copenhagen Europe/Oslo Europe/Stockholm
Europe/Brussels Europe/Amsterdam Europe/Luxembourg
Europe/Helsinki Europe/Mariehamn
Europe/London Europe/Guernsey Europe/Isle_of_Man Europe/Jersey
Europe/Paris Europe/Monaco
Europe/Prague Europe/Bratislava
Europe/Rome Europe/San_Marino Europe/Vatican
Europe/Zurich Europe/Busingen Europe/Vaduz
Indian/Maldives Indian/Kerguelen
Pacific/Auckland Antarctica/McMurdo
Pacific/Guadalcanal Pacific/Pohnpei
Pacific/Guam Pacific/Saipan
Pacific/Pago_Pago Pacific/Midway
Pacific/Port_Moresby Antarctica/DumontDUrville Pacific/Chuuk
Pacific/Tarawa Pacific/Funafuti Pacific/Majuro Pacific/Wake Pacific/Wallis
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in text.split("\n") if line)
    return {first: tuple(rest) for first, *rest in rows}


def _inverse(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {name: first for first, names in table.items() for name in names}


COUNTRY_ZONES: Final[dict[str, tuple[str, ...]]] = {
    country: tuple(sorted(zones)) for country, zones in pytz.country_timezones.items()
}
"""ISO country code -> all its zones, sorted."""

_COUNTRY_OF_ZONE: Final = _inverse(COUNTRY_ZONES)
_PRESENT_NAME: Final = _inverse(_table(_RENAMED))
_CLOCK_OF: Final = _inverse(_table(_SAME_CLOCK))
_BY_LOWER_CASE: Final = {name.lower(): name for name in (*_COUNTRY_OF_ZONE, *_PRESENT_NAME)}


_WINDOWS: Final = dict(line.split("|") for line in WINDOWS_ZONES.strip().splitlines())
# A CRM that allows letters and underscores alone spells the signs out: america_slash_new_york.
_SPELLED_OUT: Final = (("_slash_", "/"), ("_hyphen_", "-"), ("_dash_", "-"), (" ", "_"))
_OFFSET_LABEL: Final = re.compile(r"\((?:UTC|GMT)\s*(?:([+\-−–])\s*(\d{1,2})(?::?(\d\d))?)?\)\s*")
_ABBREVIATION: Final = re.compile(r"(?<!\s)\s*+\([A-Z]{2,5}\)\s*+$")
_ZONE_IN_LABEL: Final = re.compile(r"\b[A-Za-z_]+(?:/[A-Za-z0-9_+\-]+){1,2}")


@lru_cache(maxsize=4_096)
def zone_named(text: str) -> str | None:
    """The present IANA name of a zone, whatever its case or age; None for anything that is not a place's zone.

    Also by Windows' name, by a CRM's spelling of it, and from a label that has it ("(GMT-05:00) America/New_York"),
    unless the label's offset is never the zone's own.
    """
    written = text.strip()
    label = _OFFSET_LABEL.match(written)
    bare = written[label.end() :] if label else written
    zone = _iana_named(bare) or windows_zone(bare)
    if zone is None:
        inside = {_iana_named(name) for name in _ZONE_IN_LABEL.findall(bare)}
        zone = inside.pop() if len(inside) == 1 else None
    if zone is None or label is None:
        return zone
    return zone if _offset_of(label) in _clock(zone) else None


def windows_zone(text: str) -> str | None:
    """The zone that Windows' name stands for where no country is said; None for any other name."""
    zone = _WINDOWS.get(plain_name(text)) or _WINDOWS.get(plain_name(_ABBREVIATION.sub("", text)))
    return None if zone is None else _PRESENT_NAME.get(zone, zone)


def _iana_named(text: str) -> str | None:
    name = text.strip().lower()
    for sign, meant in _SPELLED_OUT:
        name = name.replace(sign, meant)
    name = re.sub("(?<!_)_*/_*", "/", name)
    found = _BY_LOWER_CASE.get(name)
    return None if found is None else _PRESENT_NAME.get(found, found)


def _offset_of(label: re.Match[str]) -> timedelta:
    sign, hours, minutes = label.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return offset if sign in (None, "+") else -offset


# The years for which tzdata 2026.6 knows every zone's clock, summer time included.
_FIRST_DAY: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)
_DAYS: Final = 730


@lru_cache(maxsize=1_024)
def _clock(zone: str) -> tuple[timedelta, ...]:
    """A zone's offset from UTC on each day of the years looked at; empty for a zone that does not exist."""
    rules = zone_info(zone)
    if rules is None:
        return ()
    days = (_FIRST_DAY + timedelta(days=day) for day in range(_DAYS))
    return tuple(day.astimezone(rules).utcoffset() or timedelta() for day in days)


def shows_same_time(zone: str, other: str) -> bool:
    """Whether both clocks show the same time on every day of these years, however they differed before."""
    return clock_of(zone) == clock_of(other) or _clock(zone) == _clock(other)


def country_of_zone(zone: str) -> str | None:
    """The ISO code of the country a zone (by its present name) lies in."""
    return _COUNTRY_OF_ZONE.get(zone)


def clock_of(zone: str) -> str:
    """The zone whose rules this one follows: two zones with equal answers always show the same time."""
    return _CLOCK_OF.get(zone, zone)


def distinct_clocks(zones: frozenset[str] | set[str]) -> tuple[str, ...]:
    """These zones sorted, under present names, without those whose clock is another one's of the set."""
    names = {_PRESENT_NAME.get(zone, zone) for zone in zones}
    return tuple(sorted(name for name in names if _CLOCK_OF.get(name) not in names))
