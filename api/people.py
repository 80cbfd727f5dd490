"""From what a caller says about a person to the key of the hours they may be called in."""

from dataclasses import dataclass
from typing import Final

from domain.errors import InvalidInput
from domain.lead_rows import LeadRow, lead_of_row
from domain.phone_numbers import PhoneNumber
from domain.rule_packs import SIMULATION_PACK

_PLACE: Final = ("zone", "country", "state", "postcode")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person lives, as far as the caller says; empty texts for what is not said."""

    zone: str = ""
    country: str = ""
    state: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A number and the hours it may be called in."""

    number: PhoneNumber
    hours_key: str


def locate(text: str, default_region: str | None, place: Place, rules: str) -> Located:
    """The number that is meant and the key to its hours. Raises InvalidInput that says what to mend."""
    if not knows_rules(rules):
        raise InvalidInput('Rules are left empty, or "simulation".', pointer="/rules", code="unknown_rules")
    row = {"to": text, **{field: getattr(place, field) for field in _PLACE}}
    mapping = {"number": "to", **{field: field for field in _PLACE}}
    lead = lead_of_row(row, mapping, default_region=default_region, rule_pack=rules)
    if not isinstance(lead, LeadRow):
        raise InvalidInput(lead.message, pointer="/to", code=str(lead.code))
    if lead.review is not None:
        raise InvalidInput(lead.review.message, pointer="/timezone", code=str(lead.review.reason))
    return Located(lead.number, lead.hours_key)


def knows_rules(rules: str) -> bool:
    """Whether a caller may ask for these rules; a country's own are never chosen, they follow from the person."""
    return rules in ("", SIMULATION_PACK)
