"""From what a caller says about a person to the key of the hours they may be called in."""

from dataclasses import asdict, dataclass
from typing import Final

from domain.errors import InvalidInput
from domain.lead_rows import LeadRow, lead_of_row
from domain.lead_time_zones import MENDED_IN
from domain.phone_numbers import PhoneNumber
from domain.rule_packs import SIMULATION_PACK

# Field of a lead -> the caller's name for it, which is the pointer to what is wrong.
_FIELDS: Final = {
    "number": "to",
    "email": "email",
    "zone": "timezone",
    "country": "country",
    "state": "state",
    "postcode": "postcode",
}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How a person is reached and where they live, as far as the caller says; empty texts for what is not said."""

    to: str
    email: str = ""
    timezone: str = ""
    country: str = ""
    state: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A number and the hours it may be called in."""

    number: PhoneNumber
    hours_key: str


def locate(whereabouts: Whereabouts, default_region: str | None, rules: str) -> Located:
    """The number that is meant and the key to its hours. Raises InvalidInput that says what to mend."""
    if not knows_rules(rules):
        raise InvalidInput('Rules are left empty, or "simulation".', pointer="/rules", code="unknown_rules")
    lead = lead_of_row(asdict(whereabouts), _FIELDS, default_region=default_region, rule_pack=rules)
    if not isinstance(lead, LeadRow):
        raise InvalidInput(lead.message, pointer=f"/{lead.column}", code=str(lead.code))
    if lead.review is not None:
        field = MENDED_IN.get(lead.review.reason, "zone")
        raise InvalidInput(lead.review.message, pointer=f"/{_FIELDS[field]}", code=str(lead.review.reason))
    return Located(lead.number, lead.hours_key)


def knows_rules(rules: str) -> bool:
    """Whether a caller may ask for these rules; a country's own are never chosen, they follow from the person."""
    return rules in ("", SIMULATION_PACK)
