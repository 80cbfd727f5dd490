"""Rows of a lead list for one campaign: the domain reads them, the campaign's script and the rule packs judge them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from database.people import Person
from domain import lead_rows
from domain.lead_rows import NO_PERSON, LeadRow, RowRefusal
from domain.lead_time_zones import MENDED_IN
from domain.number_cells import RefusalReason
from domain.offered_repairs import Repair
from domain.rule_packs import DEFAULT_PACK, SIMULATION_PACK
from domain.scripts import missing_variables
from lists.cell_marks import EMPTY_CELLS, ERROR, NO_RESULT, UNCLOSED_QUOTE

LONGEST_VALUE: Final = 2000


class ReadRow(NamedTuple):
    """An acceptable row; review: why a person has to look before the call, review_text: the same as a sentence, column: the
    heading of what it is about, if it is about one; repair: what was repaired in the number of the column number_column.

    A tuple, for it is made for each row in a third of a record's time.
    """

    person: Person
    hours_key: str
    review: str | None
    review_text: str
    consents: tuple[str, ...]
    number_column: str
    column: str = ""
    repair: Repair | None = None


class RowReader:
    """Reads the rows of one file for one campaign; needed: the variables that each of its leads must have a value for."""

    def __init__(
        self,
        headers: Sequence[str],
        mapping: Mapping[str, str],
        *,
        needed: Collection[str],
        default_region: str | None,
        default_rules: str,
        accepted: Collection[str] = (),
    ) -> None:
        self._rows = lead_rows.RowReader(
            mapping,
            headers,
            default_region=default_region,
            rule_pack=default_rules,
            wanted=needed,
            accepted=accepted,
        )
        self._headings = list(headers)
        self._mapping = mapping
        self._letters = {heading: letter_of(place) for place, heading in reversed([*enumerate(headers)])}
        self._rules_column = mapping.get("rule_pack", "")
        self._needed = frozenset(needed)

    def read(self, cells: list[str]) -> ReadRow | RowRefusal:
        """The person of this row, or why it cannot be taken."""
        if cells[0] == UNCLOSED_QUOTE:
            return RowRefusal(
                "unclosed_quote", "", "A quote in this row, or in one beside it, is never closed; close it."
            )
        if max(map(len, cells)) > LONGEST_VALUE:
            return RowRefusal("value_too_long", "", f"A field is longer than {LONGEST_VALUE} characters.")
        lead = self._rows.read(cells)
        if isinstance(lead, RowRefusal):
            return self._of_formula(lead, cells)
        if not _may_choose(lead):
            return RowRefusal(
                "unknown_rules", self._rules_column, 'Rules are left empty, or "simulation" for a rehearsal.'
            )
        person = Person(lead.number.e164, lead.name, lead.email, dict(lead.variables))
        column = ""
        review, text = self._missing(person)
        if lead.review is not None:
            review, text = str(lead.review.reason), lead.review.message
            column = self._mapping.get(MENDED_IN.get(lead.review.reason, "zone"), "")
        if review is not None:
            person = replace(person, whereabouts=self._rows.said_places(cells))
        return ReadRow(
            person,
            lead.hours_key,
            review,
            text,
            tuple(sorted(lead.consents)) if lead.consents else (),
            number_column=lead.number_column,
            column=column,
            repair=lead.repair,
        )

    def cell(self, column: str, row_number: int) -> str:
        """The cell of a row in the column of this heading, as a spreadsheet names it: "C7"; empty for no such column."""
        letter = self._letters.get(column)
        return f"{letter}{row_number}" if letter else ""

    def _of_formula(self, refusal: RowRefusal, cells: list[str]) -> RowRefusal:
        """The refusal, as what it is if the number's cell is a formula without a value."""
        place = self._headings.index(refusal.column) if refusal.code in _NOTHING_THERE else len(cells)
        if place >= len(cells) or cells[place] not in EMPTY_CELLS:
            return refusal
        code, message = _FORMULAS[cells[place]]
        return RowRefusal(code, refusal.column, message)

    def _missing(self, person: Person) -> tuple[str | None, str]:
        absent = self._needed - person.variables.keys()  # an empty cell is no variable
        if not absent or (person.name and absent <= _OF_NAMES):
            return None, ""
        missing = sorted(missing_variables(self._needed, person.script_values()))
        if not missing:
            return None, ""
        names = ", ".join(missing)
        return (
            f"variables_missing:{','.join(missing)}",
            f"The script or a message needs a value for {names}; fill it in.",
        )


def letter_of(place: int) -> str:
    """A spreadsheet's name of a column, the first of which has the place 0: A … Z, AA …"""
    letters = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        letters, place = chr(ord("A") + rest) + letters, place - 1
    return letters


# Whoever has a name has a value for both.
_OF_NAMES: Final = frozenset({"name", "first_name"})
_NOTHING_THERE: Final = (RefusalReason.EMPTY, NO_PERSON)
_FORMULAS: Final = {
    ERROR: (
        "formula_error",
        "The cell is a formula whose result is an error; mend it, or write the number there.",
    ),
    NO_RESULT: (
        "formula_without_result",
        "The cell is a formula whose result was not saved; open the file in a spreadsheet, save it, and upload that.",
    ),
}


def _may_choose(lead: LeadRow) -> bool:
    """A row may ask for the simulated world, where nobody real is called; another country's rules it may not."""
    return lead.rule_pack in (SIMULATION_PACK, DEFAULT_PACK, lead.country.lower())
