"""One row of an imported list: from columns to a lead, or why not.

Every row is checked by itself and fast: the number is parsed once, everything that repeats from row to row (zones,
countries, states, consents) is remembered. A lead that needs a person's eye is accepted and marked; only what can never
be dialled is refused.
Cells: number_cells.py, lead_consents.py; columns: lead_headings.py; a campaign's own demands on a row: lists/rows.py.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from domain.errors import InvalidInput
from domain.lead_consents import consents_of, judges
from domain.lead_headings import FIELDS, NUMBER_FIELDS, plain_heading, variable_name
from domain.lead_time_zones import LeadZones, ZoneReview, hours_key, zones_of_lead
from domain.number_cells import NOTHING_WRITTEN, RefusalReason
from domain.offered_repairs import Repair, offered, repair_of
from domain.phone_numbers import PhoneNumber, parse_number, region_of_code
from domain.places import country_named, nation_named, state_named, state_of_postcode
from domain.plain_text import one_line
from domain.time_zone_names import zone_named


class LeadRow(NamedTuple):
    """An accepted row.

    zones: the candidates, or the review that is needed; country and state are ISO codes, empty if unknown; rule_pack
    is the name of the pack the row asks for, or its country in small letters, or "default"; consents are "express" and "written";
    variables are all other columns by variable name, and those that are wanted; every text is one printable line.
    number_column: the heading of the number's; repair: what was repaired in it.

    A tuple, for it is made for each row in a third of a record's time.
    """

    number: PhoneNumber
    name: str
    email: str
    zone: str
    country: str
    state: str
    postcode: str
    rule_pack: str
    variables: Mapping[str, str]
    external_id: str
    consents: frozenset[str]
    zones: LeadZones | ZoneReview
    number_column: str
    repair: Repair | None

    @property
    def hours_key(self) -> str:
        """The stored key of what this lead's hours depend on; without zones where a review is needed."""
        zones = self.zones.zones if isinstance(self.zones, LeadZones) else ()
        return hours_key(self.rule_pack, zones, self.country, self.state)

    @property
    def review(self) -> ZoneReview | None:
        """Why a person has to look before the lead is called; None for no reason."""
        return self.zones if isinstance(self.zones, ZoneReview) else None


@dataclass(frozen=True, slots=True)
class RowRefusal:
    """Why a row is no lead. column is the file's own heading; the message repeats nothing of the row.

    barred: the numbers (E.164) that nobody may call any more, whichever rows they stand in; offer: the repair that would
    make a lead of the row, if somebody says so.
    """

    code: str
    column: str
    message: str
    barred: tuple[str, ...] = ()
    offer: Repair | None = None


NO_PERSON: Final = "no_person"
"""The code of a row that holds one text and no number, as a report's title or footer does."""
_NO_PERSON: Final = (
    "The row holds one text and no number, as a title or a footer does; nothing is to be done about it."
)
DO_NOT_CALL: Final = "do_not_call"
"""The code of a row whose person must not be called, as one of its columns says."""


class RowReader:
    """Reads rows of one file: who knows the columns once need not look for them in every row."""

    def __init__(
        self,
        mapping: Mapping[str, str],
        header: Iterable[str],
        *,
        default_region: str | None,
        rule_pack: str = "",
        wanted: Collection[str] = (),
        accepted: Collection[str] = (),
    ) -> None:
        """wanted: variables that are kept although a field is read from their column; mapping: field -> heading; default_region: ISO country of numbers without one in rows that name none; rule_pack: for all rows that
        name none; accepted: offered repairs that are done. Raises InvalidInput for an unknown field, a missing column, or no number column."""
        headings = list(header)
        for field, heading in mapping.items():
            if field not in FIELDS:
                raise InvalidInput(
                    f"{field!r} is no field; choose one of: {', '.join(FIELDS)}.", pointer=field
                )
            if heading not in headings:
                raise InvalidInput(f"The file has no column {heading!r}.", pointer=field)
        if "number" not in mapping:
            raise InvalidInput("No column holds the phone number; name it.", pointer="number")
        self._default_region, self._rule_pack = default_region, rule_pack.lower()
        self._columns = dict(mapping)
        self._place = {field: headings.index(heading) for field, heading in mapping.items()}
        self._again = {
            field: places[1:] for field in mapping if len(places := _places(headings, mapping[field])) > 1
        }
        self._numbers = [
            place
            for field in NUMBER_FIELDS
            if field in mapping
            for place in _places(headings, mapping[field])
        ]
        self._variables = list(_variables(headings, mapping, wanted))
        self._names = [field for field in ("first_name", "last_name") if field in mapping]
        self._about = [field for field in _ABOUT if field in mapping]
        self._names_countries = not {"country", "calling_code"}.isdisjoint(mapping)
        self._columns_count = len(headings)
        self._headings = headings
        self._judges = list(judges(headings, mapping))
        self._barred: set[str] = set()
        self._accepted = frozenset(accepted)
        self._loosely_named = {
            field for field in ("zone", "state") if plain_heading(mapping.get(field, "")) in _SALES_AREAS
        }

    def read(self, cells: list[str]) -> LeadRow | RowRefusal:
        """The lead of one row, its cells in the header's order. Missing cells at the end count as empty."""
        if len(cells) > self._columns_count and any(cells[self._columns_count :]):
            return RowRefusal(
                "too_many_cells", "", "The row has more cells than the header; check its quotes."
            )
        country, region = self._country_of(cells)
        read = self._number(cells, region)
        if self._judges:
            barring = self._barring(cells, region, None if isinstance(read, RowRefusal) else read.number)
            if barring is not None:
                return barring
        if isinstance(read, RowRefusal):
            if read.code == RefusalReason.EMPTY and self._columns_count > 2 and sum(map(bool, cells)) == 1:
                return RowRefusal(NO_PERSON, read.column, _NO_PERSON)
            return read
        email = _email(self._cell(cells, "email"))
        if email is None:
            return RowRefusal(
                "not_an_email", self._columns["email"], "The e-mail address cannot be right; correct it."
            )
        return self._lead(cells, read, email, country)

    def _number(self, cells: list[str], region: str | None) -> "_ReadNumber | RowRefusal":
        """The first good number of the row's columns; else what is wrong with the first that is not empty."""
        refused: RowRefusal | None = None
        for place in self._numbers:
            value = _value(cells, place)
            found = parse_number(value, region)
            if isinstance(found, PhoneNumber):
                is_other = refused is not None and refused.code != RefusalReason.EMPTY
                repair = Repair.ANOTHER_COLUMN if is_other else repair_of(value, found)
                return _ReadNumber(found, self._headings[place], repair)
            offer = offered(value, region, found.reason)
            if offer is not None and offer[0] in self._accepted:
                return _ReadNumber(offer[1], self._headings[place], offer[0])
            if refused is None or refused.code == RefusalReason.EMPTY:
                refused = RowRefusal(
                    found.reason, self._headings[place], found.message, offer=offer[0] if offer else None
                )
        assert refused is not None  # a file without a column of numbers has no reader
        return refused

    def _barring(self, cells: list[str], region: str | None, number: PhoneNumber | None) -> RowRefusal | None:
        """Why the row's person must not be called, or an earlier row's of the same number; None for no such word."""
        for place, bars_call in self._judges:
            value = _value(cells, place)
            if value and bars_call(value):
                barred = tuple(self._all_numbers(cells, region))
                self._barred.update(barred)
                return RowRefusal(DO_NOT_CALL, self._headings[place], BARRED, barred)
        is_above = number is not None and number.e164 in self._barred
        return RowRefusal(DO_NOT_CALL, "", _BARRED_ABOVE) if is_above else None

    def _all_numbers(self, cells: list[str], region: str | None) -> Iterator[str]:
        """Each number of a row, in whichever of its columns: who does not want to be called wants it at none of them."""
        for place in self._numbers:
            value = _value(cells, place)
            found = parse_number(value, region)
            if isinstance(found, PhoneNumber):
                yield found.e164
            elif offer := offered(value, region, found.reason):
                yield offer[1].e164

    def _lead(self, cells: list[str], read: "_ReadNumber", email: str, country: str) -> LeadRow:
        number = read.number
        about = {field: self._cell(cells, field) for field in self._about}
        zone, state = about.get("zone", ""), about.get("state", "")
        postcode = about.get("postcode", "").removeprefix("'").removesuffix(".0")  # marks of spreadsheets
        if self._loosely_named:
            zone, state = self._places_alone(zone, state, country or number.region)
        country_code, state_code = _place_codes(country, state, postcode, number.region)
        pack = about.get("rule_pack", "").lower() or self._rule_pack or country_code.lower() or "default"
        return LeadRow(
            number=number,
            name=self._name(cells),
            email=email,
            zone=zone,
            country=country_code,
            state=state_code,
            postcode=postcode,
            rule_pack=pack if pack.isalpha() and pack.isascii() else _PACK.sub("", pack),
            variables=self._values(cells),
            external_id=about.get("external_id", ""),
            consents=consents_of(about.get("consents", "")),
            zones=zones_of_lead(number, zone=zone, country=country, state=state, postcode=postcode),
            number_column=read.column,
            repair=read.repair,
        )

    def said_places(self, cells: list[str]) -> dict[str, str]:
        """Zone, country, state and postcode as the row has them, those that it has."""
        return {name: said for name in _PLACES if (said := self._cell(cells, name))}

    def _country_of(self, cells: list[str]) -> tuple[str, str | None]:
        """The row's country as it is written, and the region of numbers without one: the row's own, else the default."""
        if not self._names_countries:
            return "", self._default_region
        code = _country_cell(self._cell(cells, "calling_code"))[1] if "calling_code" in self._place else None
        place = self._place.get("country", self._columns_count)
        country = self._cell(cells, "country")
        if not country and place < len(cells) and cells[place] == "NA":  # Namibia
            country = "NA"
        if not country:
            return "", code or self._default_region
        country, region = _country_cell(country)
        return country, code or region or self._default_region

    def _places_alone(self, zone: str, state: str, country: str) -> tuple[str, str]:
        """Zone and state without what is only somebody's sales area ("North"): such a column says nothing of the hours."""
        if "zone" in self._loosely_named and zone_named(zone) is None and not _LIKE_A_ZONE.search(zone):
            zone = ""
        if "state" in self._loosely_named and state_named(country_named(country) or "", state) is None:
            state = ""
        return zone, state

    def _cell(self, cells: list[str], field: str) -> str:
        place = self._place.get(field)
        if place is None:
            return ""
        value = _value(cells, place)
        if value or field not in self._again:
            return value
        return next(filter(None, (_value(cells, place) for place in self._again[field])), "")

    def _name(self, cells: list[str]) -> str:
        name = self._cell(cells, "name")
        return name or f"{self._cell(cells, 'first_name')} {self._cell(cells, 'last_name')}".strip()

    def _values(self, cells: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, place in self._variables:
            value = _value(cells, place)
            if value and name not in found:
                found[name] = value
        for field in self._names:
            if value := self._cell(cells, field):
                found[field] = value
        return found


def _places(headings: Sequence[str], heading: str) -> list[int]:
    """Where a heading stands; what is empty in the first such column is looked for in the others."""
    return [place for place, each in enumerate(headings) if each == heading]


class _ReadNumber(NamedTuple):
    number: PhoneNumber
    column: str
    repair: Repair | None


BARRED: Final = "The list says that this person must not be called."
_BARRED_ABOVE: Final = "An earlier row of the list says that this number must not be called."
_ABOUT: Final = ("zone", "state", "postcode", "rule_pack", "external_id", "consents")
_PLACES: Final = ("zone", "country", "state", "postcode")
_SALES_AREAS: Final = frozenset({"zone", "region", "county"})
_LIKE_A_ZONE: Final = re.compile(r"[/_+]|time|gmt|utc|^[A-Za-z]{2,4}[Tt]$", re.IGNORECASE)
_COUNTRY_WITH_CODE: Final = re.compile(
    r"(?P<before>[^\d+(]*)\(?(?:\+|00)?(?P<code>\d{1,3})(?:[ -]?\d{3})?(?:\.0)?\)?(?P<after>[^\d]*)"
)
_LONGEST_COUNTRY: Final = 60


def _value(cells: list[str], place: int) -> str:
    """One printable line, empty where the cell only says that it has none."""
    if place >= len(cells):
        return ""
    text = cells[place]
    value = (text if text.isprintable() else one_line(text)).strip()
    return "" if len(value) < _LONGEST_NOTHING and value in NOTHING_WRITTEN else value


_LONGEST_NOTHING: Final = 16


@lru_cache(maxsize=4096)
def _country_cell(text: str) -> tuple[str, str | None]:
    """The country a cell names and the region its numbers are read by: "India", "+91", "91" or "India (+91)".

    A calling code names no country by itself, for several may share it: the number then says which.
    """
    coded = _COUNTRY_WITH_CODE.fullmatch(text[:_LONGEST_COUNTRY]) if any(map(str.isdigit, text)) else None
    if coded is None:
        return text, country_named(text)
    name = f"{coded['before']} {coded['after']}".strip(" ()-:,")
    region = region_of_code(coded["code"])
    if country_named(name) is None:
        return "", region
    return name, region or country_named(name)


def _variables(
    headings: Sequence[str], mapping: Mapping[str, str], wanted: Collection[str]
) -> Iterator[tuple[str, int]]:
    """Every variable's name and column. Of equal names the later columns get a number; equal headings fill each other."""
    taken = {heading for field, heading in mapping.items() if field not in _KEPT}
    names: dict[str, str] = {}
    for place, heading in enumerate(headings):
        name = variable_name(heading) or (f"column_{place + 1}" if any(map(str.isalnum, heading)) else "")
        former = _FORMER_SIGN.sub("_", heading.strip().lower()).strip("_")
        if former in wanted and former != name:
            yield former, place
        if not name or (heading in taken and name not in wanted):
            continue
        if names.get(name) == heading:
            yield name, place
        count = 2
        while name in names:
            name, count = f"{variable_name(heading) or 'column'}_{count}", count + 1
        names[name] = heading
        yield name, place


_FORMER_SIGN: Final = re.compile(r"[^a-z0-9]+")
# Fields whose columns are variables as well: other numbers are kept as alternatives.
_KEPT: Final = frozenset({*NUMBER_FIELDS[1:], "do_not_call", "calling_code"})


def _email(text: str) -> str | None:
    """The first address in a cell; empty where none is given, None where it cannot be one."""
    text = text.removeprefix("mailto:")
    if not text or _EMAIL.fullmatch(text):
        return text
    if plain_heading(text) in _NO_EMAIL:
        return ""
    parts = (part.strip("<>()\"' ").removeprefix("mailto:") for part in re.split(r"[\s,;|]+|:::", text))
    return next((part for part in parts if _EMAIL.fullmatch(part)), None)


_EMAIL: Final = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,190}\.[^@\s,;<>.]{2,24}")
_NO_EMAIL: Final = frozenset({"", "no", "unknown", "no email", "no mail", "not known", "kein", "keine", "sin correo", "0", "x", "xx", "xxx", "tbd", "noemail"})  # fmt: skip
_PACK: Final = re.compile(r"[^a-z0-9_-]")


def lead_of_row(
    row: Mapping[str, str], mapping: Mapping[str, str], *, default_region: str | None, rule_pack: str = ""
) -> LeadRow | RowRefusal:
    """The lead of one row given as heading -> value; for many rows make one RowReader. Raises InvalidInput like it."""
    reader = RowReader(mapping, row.keys(), default_region=default_region, rule_pack=rule_pack)
    return reader.read(list(row.values()))


@lru_cache(maxsize=65_536)
def _place_codes(country: str, state: str, postcode: str, region: str) -> tuple[str, str]:
    """ISO country and state code of a row; the number's region where the row names no country, "" where nothing is known."""
    code = country_named(country) if country else region
    if code is None or len(code) != 2 or not code.isalpha():
        return "", ""
    named = state_named(code, state) if state else state_of_postcode(code, postcode)
    return code, named or nation_named(code, country) or ""
