"""The written table of names: it is what the script writes, and each spelling means one country."""

import re

from domain import place_names
from domain.plain_names import plain_name
from domain.time_zone_names import COUNTRY_ZONES, zone_named
from scripts.place_names import TARGET, countries, weekends, windows_zones, written


def test_the_table_is_what_the_script_writes() -> None:
    """Nobody mends it by hand; after a new Babel it is written anew."""
    stamp = re.compile(r"(pycountry \S+), \w+ \d{4}")
    text = written(countries(), windows_zones(), weekends())
    assert stamp.sub(r"\1", text) == stamp.sub(r"\1", TARGET.read_text(encoding="utf-8"))


def test_each_spelling_is_plain_and_means_one_country() -> None:
    spellings: dict[str, str] = {}
    for line in place_names.COUNTRY_SPELLINGS.strip().splitlines():
        code, _, names = line.partition("|")
        assert code in COUNTRY_ZONES
        for name in names.split(";"):
            assert plain_name(name) == name
            assert spellings.setdefault(name, code) == code
    assert len(spellings) > 30_000


def test_each_zone_of_windows_is_a_place_known_here() -> None:
    for line in place_names.WINDOWS_ZONES.strip().splitlines():
        name, zone = line.split("|")
        assert zone_named(name) == zone_named(zone) is not None
