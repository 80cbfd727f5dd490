"""What would go when its time is over, before it does; and what went, what stayed and why, afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.personal_data import DataClass


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One store. due: rows, or files, whose time is over and that would go or be emptied; bytes: how much that is, about; oldest_at: from
    when the oldest of them counts; held: how many more a legal hold keeps; in_use: how many are as old and belong to calls in flight or
    promised, or to campaigns that go on."""

    store: str
    data_class: DataClass
    due: int = 0
    bytes: int = 0
    oldest_at: datetime | None = None
    held: int = 0
    in_use: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One store. gone: rows, or files, deleted or emptied by the run; held, in_use: as in a plan, when it was over; left: what was due
    and that the run did not get hold of, such as what somebody else was working on."""

    store: str
    data_class: DataClass
    gone: int
    held: int
    in_use: int
    left: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a run. notes: what is to be said besides, as sentences."""

    lines: Sequence[ReceiptLine] = ()
    notes: Sequence[str] = ()


def receipt_of(gone: Mapping[str, int], left: Sequence[PlanLine], notes: Sequence[str]) -> Receipt:
    """The receipt of a run, by what went (see counted) and what a plan finds afterwards."""
    return Receipt(
        [
            ReceiptLine(
                line.store,
                line.data_class,
                gone.get(counted(line.data_class, line.store), 0),
                line.held,
                line.in_use,
                line.due,
            )
            for line in left
        ],
        list(notes),
    )


def counted(data_class: DataClass, store: str) -> str:
    """Under which name it is counted what went: of one store rows are emptied as content and deleted as evidence."""
    return f"{data_class}/{store}"
