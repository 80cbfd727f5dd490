"""What is to be said of an imported list as a whole, beside what is said of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ImportNote:
    """One sentence for people, and its code for programs; it names sheets and columns, and repeats nothing of a row."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class RepairGroup:
    """How many rows' numbers were repaired in one way, with the first cells; code: a domain.offered_repairs.Repair."""

    column: str
    code: str
    rows: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class SampledColumn:
    """The first texts of a column, as they stand in the file: personal."""

    column: str
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """Why a mapping looks wrong. column: the one that is taken for the numbers; proposal: another mapping (field -> column)
    that looks right, empty for none; samples: what stands in the column, and in the one that is proposed.
    """

    code: str
    message: str
    column: str
    samples: Sequence[SampledColumn]
    proposal: Mapping[str, str] = field(default_factory=dict)
