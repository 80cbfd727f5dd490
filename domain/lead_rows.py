"""One row of an imported list: from columns to a lead, or why not.

Every row is checked by itself and fast: the number is parsed once, everything that repeats from row to row (zones,
countries, states, consents) is remembered. A lead that needs a person's eye is accepted and marked; only what can never
be dialled is refused.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.errors import InvalidInput
from domain.lead_zones import LeadZones, ZoneReview, hours_key, zones_of_lead
from domain.phone_numbers import NumberRefusal, PhoneNumber, parse_number
from domain.places import country_named, nation_named, state_named, state_of_postcode
from domain.plain_text import one_line


@dataclass(frozen=True, slots=True)
class LeadRow:
    """An accepted row.

    zones: the candidates, or the review that is needed; country and state are ISO codes, empty if unknown; rule_pack
    is the name of the pack the row asks for, or its country in small letters, or "default"; consents are "express" and "written";
    variables are all other columns by variable name, and those that are wanted; every text is one printable line.
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
    """Why a row is no lead. column is the file's own heading; the message repeats nothing of the row."""

    code: str
    column: str
    message: str


# Field -> headings that mean it, as plain words; the first column that fits is taken.
_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "number": (
        "phone", "phone number", "number", "mobile", "mobile number", "mobile phone", "cell", "cell phone",
        "cellphone", "telephone", "tel", "phone no", "contact number", "contact no", "whatsapp", "msisdn", "e164",
        "telefon", "telefonnummer", "handy", "telefono", "numero de telefono", "movil", "telefono movil", "celular", "telefone", "telephone number", "phone1",
        "primary phone", "work phone", "home phone", "to",
    ),
    "name": ("name", "full name", "fullname", "contact name", "lead name", "customer name", "customer", "nombre", "nombre completo", "nome", "nome completo"),
    "first_name": ("first name", "firstname", "given name", "vorname", "fname"),
    "last_name": ("last name", "lastname", "surname", "family name", "nachname", "lname", "apellido", "apellidos"),
    "email": ("email", "e mail", "email address", "e mail address", "mail", "correo", "correo electronico"),
    "zone": ("time zone", "timezone", "tz", "zone", "iana zone", "zeitzone"),
    "country": ("country", "country code", "land", "pais", "nation", "iso country"),
    "state": ("state", "province", "region", "state province", "state code", "estado", "bundesland", "county"),
    "postcode": ("postcode", "postal code", "zip", "zip code", "zipcode", "post code", "pin code", "pincode", "plz", "cep", "codigo postal"),
    "rule_pack": ("rule pack", "rulepack", "rules", "calling rules", "pack"),
    "external_id": ("external id", "id", "lead id", "customer id", "crm id", "contact id", "record id"),
    "consents": ("consent", "consents", "consent level", "opt in", "permission"),
}  # fmt: skip
_FIELD_OF_HEADING: Final = {heading: field for field, headings in _HEADINGS.items() for heading in headings}

FIELDS: Final = tuple(_HEADINGS)
"""What a column may be mapped to; every other column is a variable of its own name."""


@lru_cache(maxsize=4096)
def variable_name(heading: str) -> str:
    """The name under which a script finds a column: "Last Order #" is last_order; empty for a heading without letters."""
    words = re.sub(r"[^a-z0-9]+", "_", heading.strip().lower()).strip("_")
    return words if words[:1].isalpha() else ""


def guess_columns(header: Iterable[str]) -> dict[str, str]:
    """Which field each column of a file is: field -> the file's heading; columns that fit nothing are left out.

    The result can be corrected by hand and given to lead_of_row().
    """
    mapping: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for heading in header:
        known = [_FIELD_OF_HEADING.get(plain) for plain in _readings(heading)]
        field = known[0]
        if field is None or set(known) != {field}:
            continue
        rank = _HEADINGS[field].index(_readings(heading)[0])
        if rank < ranks.get(field, 1_000):
            mapping[field], ranks[field] = heading, rank
    return mapping


def _readings(heading: str) -> list[str]:
    """The heading as plain words; where it is none that is known, each side of its slash ("Cell / WhatsApp")."""
    whole = _plain(heading)
    return [whole] if whole in _FIELD_OF_HEADING else [_plain(part) for part in heading.split("/")]


def _plain(heading: str) -> str:
    letters = unicodedata.normalize("NFKD", heading.lower())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


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
    ) -> None:
        """wanted: variables that are kept although a field is read from their column; mapping: field -> heading; default_region: ISO country of numbers without one in rows that name none; rule_pack: for all rows that
        name none. Raises InvalidInput for an unknown field, a missing column, or no number column."""
        headings = list(header)
        for field, heading in mapping.items():
            if field not in _HEADINGS:
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
        taken = set(mapping.values())
        self._variables = [
            (name, place)
            for place, heading in enumerate(headings)
            if (name := variable_name(heading)) and (heading not in taken or name in wanted)
        ]
        self._columns_count = len(headings)

    def read(self, cells: list[str]) -> LeadRow | RowRefusal:
        """The lead of one row, its cells in the header's order. Missing cells at the end count as empty."""
        if len(cells) > self._columns_count and any(cells[self._columns_count :]):
            return RowRefusal(
                "too_many_cells", "", "The row has more cells than the header; check its quotes."
            )
        number = parse_number(self._cell(cells, "number"), self._region_of(cells))
        if isinstance(number, NumberRefusal):
            return RowRefusal(number.reason, self._columns["number"], number.message)
        email = self._cell(cells, "email")
        if email and not _EMAIL.fullmatch(email):
            return RowRefusal(
                "not_an_email", self._columns["email"], "The e-mail address cannot be right; correct it."
            )
        return self._lead(cells, number, email)

    def _lead(self, cells: list[str], number: PhoneNumber, email: str) -> LeadRow:
        zone, country = self._cell(cells, "zone"), self._cell(cells, "country")
        state, postcode = self._cell(cells, "state"), self._cell(cells, "postcode")
        country_code, state_code = _place_codes(country, state, postcode, number.region)
        pack = self._cell(cells, "rule_pack").lower() or self._rule_pack or country_code.lower() or "default"
        return LeadRow(
            number=number,
            name=self._name(cells),
            email=email,
            zone=zone,
            country=country_code,
            state=state_code,
            postcode=postcode,
            rule_pack=_PACK.sub("", pack),
            variables=self._values(cells),
            external_id=self._cell(cells, "external_id"),
            consents=_consents(self._cell(cells, "consents")),
            zones=zones_of_lead(number, zone=zone, country=country, state=state, postcode=postcode),
        )

    def _region_of(self, cells: list[str]) -> str | None:
        """The country of a number written without one: the row's own, else the file's default."""
        country = self._cell(cells, "country")
        return (country_named(country) if country else None) or self._default_region

    def _cell(self, cells: list[str], field: str) -> str:
        place = self._place.get(field)
        return one_line(cells[place]).strip() if place is not None and place < len(cells) else ""

    def _name(self, cells: list[str]) -> str:
        name = self._cell(cells, "name")
        return name or f"{self._cell(cells, 'first_name')} {self._cell(cells, 'last_name')}".strip()

    def _values(self, cells: list[str]) -> dict[str, str]:
        found = {
            name: one_line(cells[place]).strip() for name, place in self._variables if place < len(cells)
        }
        for field in ("first_name", "last_name"):
            if field in self._place:
                found[field] = self._cell(cells, field)
        return {name: value for name, value in found.items() if value}


_EMAIL: Final = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,190}\.[^@\s,;<>.]{2,24}")
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


_CONSENTS: Final = frozenset({"express", "written"})
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "ja", "si", "oui", "sim", "opted in", "opt in"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "nein", "none", "opted out", "opt out"})


@lru_cache(maxsize=1024)
def _consents(text: str) -> frozenset[str]:
    """Consents named in a cell ("express", "written;sms"); a plain yes is express consent, a no is none.

    Other words are no consent, and are kept nowhere: a remark may name somebody.
    """
    words = {word.strip().lower() for word in re.split(r"[,;|/]", text)}
    if words & (_NO - {""}):
        return frozenset()
    return frozenset("express" if word in _YES else word for word in words if word in _YES | _CONSENTS)
