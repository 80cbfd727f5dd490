"""Writes domain/place_names.py: countries' names in the languages of CLDR, Windows' zones, weekends: python scripts/place_names.py

Babel brings CLDR, pycountry ISO 3166's short and official names and three-letter codes. A spelling that means one country
in one language and another in another language belongs to the one that it means in English, else to none.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pycountry
import pytz
from babel import localedata
from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from domain.plain_names import plain_name  # noqa: E402

TARGET = ROOT / "domain" / "place_names.py"
# What the everyday word may mean either of two by; nobody is called on a guess.
AMBIGUOUS = frozenset({"congo", "virginislands", "stmartin", "saintmartin", "sanmartin"})
Names = dict[str, set[str]]


def main() -> int:
    TARGET.write_text(written(countries(), windows_zones(), weekends()), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)} written")
    return 0


def countries() -> dict[str, list[str]]:
    """ISO code -> its plain spellings, sorted, each spelling under one country alone."""
    english = _by_spelling({**_iso_names()}, _cldr_names("en"))
    anywhere = _by_spelling(*(_cldr_names(locale) for locale in localedata.locale_identifiers()))
    found: dict[str, list[str]] = {code: [] for code in sorted(pytz.country_timezones)}
    for spelling in sorted(english.keys() | anywhere.keys()):
        codes = english.get(spelling) or anywhere[spelling]
        is_code = len(spelling) == 2 and spelling.isascii()
        if spelling and len(codes) == 1 and not is_code and spelling not in AMBIGUOUS:
            found[next(iter(codes))].append(spelling)
    return found


def _by_spelling(*sources: Names) -> Names:
    found: Names = defaultdict(set)
    for source in sources:
        for code, names in source.items():
            for name in names:
                found[plain_name(name)].add(code)
    return dict(found)


def _iso_names() -> Names:
    """Short, official and everyday names and the three-letter code; "Korea, Republic of" in either order."""
    found: Names = defaultdict(set)
    for country in pycountry.countries:
        code = country.alpha_2
        if code not in pytz.country_timezones:
            continue
        for field in ("name", "official_name", "common_name", "alpha_3"):
            name = getattr(country, field, None)
            if name:
                found[code].update(_readings(name))
    return found


def _cldr_names(locale: str) -> Names:
    names = localedata.load(locale, merge_inherited=False).get("territories") or {}
    return {
        code: set(_readings(name)) for code, name in names.items() if code in pytz.country_timezones and name
    }


def _readings(name: str) -> Iterator[str]:
    """A name as it stands, without what it has in brackets, with "&" spoken, and with what follows its comma first."""
    yield name
    bare = re.sub(r"\s*[(（].*?[)）]", "", name)
    yield bare
    yield bare.replace("&", " and ")
    head, comma, tail = bare.partition(", ")
    if comma:
        yield f"{tail} {head}"
    if bare.startswith("St. "):
        yield bare.replace("St. ", "Saint ", 1)


def windows_zones() -> dict[str, str]:
    """Windows' name, plain -> the IANA zone that it stands for where no country is said; places alone."""
    return {
        plain_name(name): zone
        for name, zone in sorted(get_global("windows_zone_mapping").items())
        if not zone.startswith("Etc/")
    }


def weekends() -> dict[str, tuple[int, ...]]:
    """ISO code -> weekdays of its weekend, 0 is Monday, where CLDR says another than Saturday and Sunday."""
    found: dict[str, tuple[int, ...]] = {}
    for locale in localedata.locale_identifiers():
        code = locale.rpartition("_")[2]
        week = localedata.load(locale).get("week_data", {})
        start, end = week.get("weekend_start", 5), week.get("weekend_end", 6)
        days = tuple((start + step) % 7 for step in range((end - start) % 7 + 1))
        if code in pytz.country_timezones and days != (5, 6):
            found[code] = days
    return dict(sorted(found.items()))


def written(names: dict[str, list[str]], windows: dict[str, str], resting: dict[str, tuple[int, ...]]) -> str:
    """The module's text."""
    sources = f"CLDR by Babel {version('babel')}, ISO 3166 by pycountry {version('pycountry')}"
    lines = [
        '"""Names of countries and of Windows\' zones, and weekends, as tables. In one piece because it is written',
        "by scripts/place_names.py, never by hand.",
        "",
        f"Source: {sources}, {datetime.now(UTC):%B %Y}. Spellings are plain (domain/plain_names.py).",
        '"""',
        "",
        "# fmt: off",
        "from typing import Final",
        "",
        'COUNTRY_SPELLINGS: Final = """',
        *(f"{code}|{';'.join(spellings)}" for code, spellings in names.items()),
        '"""',
        '"""A country a line: ISO code, then every spelling."""',
        "",
        'WINDOWS_ZONES: Final = """',
        *(f"{name}|{zone}" for name, zone in windows.items()),
        '"""',
        '"""A zone of Windows\' a line: its plain name, then the IANA zone that it means where no country is said."""',
        "",
        f"WEEKENDS: Final[dict[str, tuple[int, ...]]] = {resting!r}".replace("'", '"'),
        '"""ISO code -> weekdays of its weekend (0 is Monday), where it is not Saturday and Sunday."""',
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
