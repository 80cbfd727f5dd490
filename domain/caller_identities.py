"""Caller identities: the numbers that an account may show, for what and to whom; which of them a call shows.

A number is shown only while its carrier says that it is the account's. Which series a country asks for is dated data with its source
(dialling_rules/number_series.toml). Rows: database/caller_identities.py; asked of the carrier: api/caller_identities.py.
"""

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from domain.campaigns import Purpose
from domain.contact_rules import Rule
from domain.errors import InvalidInput

FILE: Final = Path(__file__).with_name("dialling_rules") / "number_series.toml"
OWN_SERIES: Final = "own"
VERIFIED_FOR: Final = timedelta(days=7)
"""So long the carrier's word counts that a number is the account's; it is asked each day, so that it may be away for some."""
_E164: Final = re.compile(r"\+[1-9]\d{6,14}")
PICKED: Final = Rule(
    "plan.caller_identities", "The numbers that the campaign may show: outbound callers list."
)
VERIFIED: Final = Rule(
    "caller_identities.verified",
    "Nobody is called from a number that its carrier does not call the account's.",
)


@dataclass(frozen=True, slots=True)
class CallerIdentity:
    """A number that may be shown. number: E.164; countries: of those it is for, none for all; verified_at: when its carrier last said
    that it is the account's, None if it never did or says no more; connection_id: the carrier's account that holds it."""

    id: str
    number: str
    connection_id: str
    purposes: tuple[Purpose, ...]
    countries: tuple[str, ...] = ()
    verified_at: datetime | None = None

    def is_verified(self, now: datetime) -> bool:
        """Whether the carrier's word still counts."""
        return self.verified_at is not None and self.verified_at + VERIFIED_FOR > now


@dataclass(frozen=True, slots=True)
class CallerChoice:
    """What a call may show. picked: the ids that its plan names, none for the number of its trunk, as it always was; identities: those of
    them that are there; connection_id: what it is dialled through; lead_id: whose call, for the choice among several."""

    picked: tuple[str, ...] = ()
    identities: tuple[CallerIdentity, ...] = ()
    connection_id: str = ""
    lead_id: str = ""


TRUNKS_NUMBER: Final = CallerChoice()


@dataclass(frozen=True, slots=True)
class Unfit:
    """No picked number may be shown, and by which rule. for_now: one would fit if its carrier called it the account's."""

    text: str
    rule: Rule
    for_now: bool


def caller_for(
    choice: CallerChoice, purpose: Purpose, country: str, now: datetime
) -> CallerIdentity | Unfit | None:
    """The number that is shown to somebody of this country, always the same one to a lead; None for the trunk's own.

    country: ISO code, empty where it is not known: then only numbers of no series for every country fit.
    """
    if not choice.picked:
        return None
    rules = series_rules()
    fitting = [
        each
        for each in choice.identities
        if each.connection_id == choice.connection_id
        and purpose in each.purposes
        and (not each.countries or country in each.countries)
        and rules.series_of(each.number) in rules.place_of(country).series[purpose]
    ]
    verified = sorted((each for each in fitting if each.is_verified(now)), key=lambda each: each.id)
    if verified:
        place = int.from_bytes(hashlib.sha256(choice.lead_id.encode()).digest()[:8])
        return verified[place % len(verified)]
    if fitting:
        return Unfit(
            "The carrier does not say that the number to be shown is the account's.", VERIFIED, for_now=True
        )
    place_rule = rules.place_of(country)
    wanted = " or ".join(place_rule.series[purpose])
    where = f" in {country}" if country else ""
    return Unfit(
        f"No number that the campaign may show fits a {purpose} call{where} (series: {wanted}).",
        place_rule.rule or PICKED,
        for_now=False,
    )


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that begin so (E.164) are of this series, and for these purposes alone."""

    name: str
    begins: str
    purposes: frozenset[Purpose]


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """The names of the series that a place wants, by purpose, and the rule that says so; None where none does."""

    series: dict[Purpose, tuple[str, ...]]
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class SeriesRules:
    """Which series there are, and which a country wants. version: "2026-12-01"."""

    version: str
    series: tuple[Series, ...]
    places: dict[str, PlaceRule]

    def series_of(self, number: str) -> str:
        """The name of the number's series, "own" for one of none."""
        found = self._series_of(number)
        return OWN_SERIES if found is None else found.name

    def place_of(self, country: str) -> PlaceRule:
        """What this country wants."""
        return self.places.get(country, _ANYWHERE)

    def check(self, number: str, purposes: Sequence[Purpose]) -> None:
        """Raises InvalidInput for a number that is none, or that its series is not for."""
        if not _E164.fullmatch(number):
            raise InvalidInput(
                "Write the number with + and the country code, digits alone, such as +14155552671.",
                pointer="/number",
                code="not_a_number",
            )
        series = self._series_of(number)
        for place, purpose in enumerate(purposes):
            if series is not None and purpose not in series.purposes:
                raise InvalidInput(
                    f"Numbers of the {series.name} series are for {' and '.join(sorted(series.purposes))} calls alone.",
                    pointer=f"/purposes/{place}",
                    code="other_series",
                )

    def _series_of(self, number: str) -> Series | None:
        return next((each for each in self.series if number.startswith(each.begins)), None)


_ANYWHERE: Final = PlaceRule(dict.fromkeys(Purpose, (OWN_SERIES,)), None)


@cache
def series_rules() -> SeriesRules:
    """What the file says, the same each time."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    version = table["version"].isoformat()
    series = (
        Series(one["name"], one["begins"], frozenset(Purpose(each) for each in one["purposes"]))
        for one in table["series"]
    )
    return SeriesRules(
        version,
        tuple(sorted(series, key=lambda one: -len(one.begins))),
        {
            country: PlaceRule(
                {purpose: tuple(one[purpose]) for purpose in Purpose},
                Rule(f"number_series@{version} {one['countries'][0].lower()}", one["source"]),
            )
            for one in table["places"]
            for country in one["countries"]
        },
    )
