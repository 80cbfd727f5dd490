"""The demonstration's files fit each other, and name nobody who could be real."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from console.demo_campaign import DEMO_LIST, EXAMPLES
from domain.lead_rows import LeadRow, RowReader, RowRefusal
from domain.lead_time_zones import LeadZones
from lists.column_mapping import find_header
from lists.list_files import open_list
from startup.wiring import demonstration_numbers

CONTINENTS = ("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/")


@pytest.fixture(scope="module")
def rows() -> list[LeadRow | RowRefusal]:
    with (EXAMPLES / DEMO_LIST).open("rb") as file:
        opened = open_list(file)
        assert "Autumn survey" == opened.sheet
        assert ["other_sheets"] == [note.code for note in opened.notes]
        header, mapping, lines = find_header(opened.rows, {})
        reader = RowReader(mapping, header, default_region=None, rule_pack="")
        return [reader.read(line) for _, line in lines]


@pytest.fixture(scope="module")
def leads(rows: list[LeadRow | RowRefusal]) -> list[LeadRow]:
    return [row for row in rows if isinstance(row, LeadRow)]


def cast() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load((EXAMPLES / "people" / "cast.yaml").read_text(encoding="utf-8"))
    return found


def test_the_list_spans_eight_zones_on_five_continents(leads: list[LeadRow]) -> None:
    zones = {zone for lead in leads if isinstance(lead.zones, LeadZones) for zone in lead.zones.zones}

    assert len(zones) >= 8
    assert len({name for name in CONTINENTS if any(zone.startswith(name) for zone in zones)}) >= 5


def test_the_list_is_messy(rows: list[LeadRow | RowRefusal], leads: list[LeadRow]) -> None:
    reviewed = {str(lead.zones.reason) for lead in leads if not isinstance(lead.zones, LeadZones)}

    assert 3 == sum(1 for row in rows if isinstance(row, RowRefusal))
    assert 2 == len(leads) - len({lead.number.e164 for lead in leads})
    assert {"number_without_place", "zone_contradicts_country"} == reviewed


def test_no_number_can_reach_a_real_network(leads: list[LeadRow]) -> None:
    may_only_be_played = demonstration_numbers()

    assert [] == [lead.number.e164 for lead in leads if not may_only_be_played(lead.number.e164)]


def test_everybody_on_the_list_who_may_be_called_is_cast(leads: list[LeadRow]) -> None:
    callable_numbers = {
        lead.number.e164 for lead in leads if isinstance(lead.zones, LeadZones) and lead.variables.get("plan")
    }

    assert callable_numbers == set(cast())


def test_everybody_cast_is_somebody() -> None:
    known = {path.stem for path in Path(EXAMPLES / "people").glob("*.yaml")}

    assert set() == set(cast().values()) - known


def test_plenty_keep_their_countrys_hours(leads: list[LeadRow]) -> None:
    own_hours: list[Any] = [lead for lead in leads if lead.rule_pack != "simulation"]

    assert 6 <= len(own_hours) <= 10
    assert len({lead.country for lead in own_hours}) >= 6
