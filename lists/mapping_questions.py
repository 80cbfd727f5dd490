"""Whether a mapping looks wrong: most rows would be refused, or what it takes for numbers are somebody's identifiers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from domain.import_notes import ImportQuestion, SampledColumn
from domain.lead_headings import NUMBER_FIELDS, is_bare_number
from domain.lead_rows import DO_NOT_CALL, NO_PERSON
from domain.number_cells import is_nothing
from domain.phone_numbers import PhoneNumber, parse_number
from domain.plain_text import one_line
from lists.workbooks import Row

_NO_FAULTS: Final = (DO_NOT_CALL, NO_PERSON)  # of the mapping
SAMPLED_ROWS: Final = 200
_FEWEST_REFUSED: Final = 3
_FEWEST_IDENTIFIERS: Final = 5
_SHOWN: Final = 5
_LONGEST_SHOWN: Final = 80


@dataclass(slots=True)
class Judgement:
    """What was seen of a file so far: its first rows, and why rows were refused."""

    headers: Sequence[str]
    mapping: Mapping[str, str]
    default_region: str | None
    rows: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    messages: dict[str, str] = field(default_factory=dict)
    sample: list[Row] = field(default_factory=list)

    def watch(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, the first of which are kept as a sample."""
        for row in rows:
            if len(self.sample) < SAMPLED_ROWS:
                self.sample.append(row)
            yield row

    def note(self, rows: int, refused: Iterable[tuple[str, str]]) -> None:
        """So many rows more were read, and some refused: code and message."""
        self.rows += rows
        for code, message in refused:
            self.refused[code] += 1
            self.messages.setdefault(code, message)

    def question(self) -> ImportQuestion | None:
        """What has to be asked before the commit; None for a mapping that looks right."""
        column = self.mapping["number"]
        better = self._better()
        apart = sum(self.refused[code] for code in _NO_FAULTS)
        refused = self.refused.total() - apart
        if refused >= _FEWEST_REFUSED and 2 * refused > self.rows - apart:
            return self._asked("mostly_refused", self._why_refused(refused, column), column, better)
        if self._look_like_identifiers(column) and (better or is_bare_number(column)):
            message = f'What stands in "{column}" looks like identifiers that are counted up, not like phone numbers.'
            return self._asked("identifiers", message, column, better)
        return None

    def _why_refused(self, refused: int, column: str) -> str:
        code = max(
            (code for code in self.refused if code not in _NO_FAULTS), key=lambda code: self.refused[code]
        )
        return f'{refused} of {self.rows} rows would be refused, reading numbers from "{column}". Most often: {self.messages[code]}'

    def _asked(self, code: str, message: str, column: str, better: str | None) -> ImportQuestion:
        proposal: dict[str, str] = {}
        if better is not None:
            proposal = {field: each for field, each in self.mapping.items() if field not in NUMBER_FIELDS}
            proposal = {field: each for field, each in proposal.items() if each != better} | {
                "number": better
            }
            message += f' "{better}" looks as if it held them.'
        shown = [column, *([better] if better else [])]
        samples = [SampledColumn(each, self._texts(each)[:_SHOWN]) for each in shown]
        return ImportQuestion(code, message, column, samples, proposal)

    def _texts(self, column: str) -> list[str]:
        place = self.headers.index(column)
        texts = (one_line(row[place]).strip() for _, row in self.sample if place < len(row))
        return [text[:_LONGEST_SHOWN] for text in texts if text and not is_nothing(text)]

    def _valid(self, column: str) -> int:
        return sum(
            isinstance(parse_number(text, self.default_region), PhoneNumber) for text in self._texts(column)
        )

    def _better(self) -> str | None:
        """Another column with more good numbers than all that are mapped, in most rows, and not counted up."""
        taken = {self.mapping[field] for field in NUMBER_FIELDS if field in self.mapping}
        others = {
            column: self._valid(column)
            for column in dict.fromkeys(self.headers)
            if column.strip() and column not in taken and not self._look_like_identifiers(column)
        }
        best = max(others, key=lambda column: others[column], default=None)
        if best is None or 2 * others[best] <= len(self.sample):
            return None
        own = 0 if self._look_like_identifiers(self.mapping["number"]) else max(map(self._valid, taken))
        return best if others[best] > own else None

    def _look_like_identifiers(self, column: str) -> bool:
        """Whole numbers without a plus, most of them a little more, or a little less, than the one before."""
        texts = self._texts(column)
        if len(texts) < _FEWEST_IDENTIFIERS or not all(map(_WHOLE.fullmatch, texts)):
            return False
        steps = [
            int(after.removesuffix(".0")) - int(before.removesuffix(".0"))
            for before, after in pairwise(texts)
        ]
        up = sum(0 < step <= _STEP for step in steps)
        down = sum(-_STEP <= step < 0 for step in steps)
        return _MOST * max(up, down) >= (_MOST - 1) * len(steps)


_WHOLE: Final = re.compile(r"[1-9]\d{2,14}(?:\.0)?", re.ASCII)
_STEP: Final = 25
_MOST: Final = 5
