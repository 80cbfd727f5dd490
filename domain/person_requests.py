"""What one person can ask for: all that is known of them, or to be forgotten; and the receipt of what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final

from domain.identifiers import AccountId
from domain.personal_data import OUTSIDE, TABLES, DataClass, Fate, PersonalStore

EXPORT_KEPT_FOR: Final = timedelta(days=7)
"""How long what is handed out can be fetched."""


class RequestKind(StrEnum):
    """What is asked for."""

    EXPORT = "export"
    ERASURE = "erasure"


class RequestState(StrEnum):
    """Where a request stands. held: a legal hold forbade the erasure, and nothing (more) was deleted."""

    WAITING = "waiting"
    DONE = "done"
    HELD = "held"


class InCrm(StrEnum):
    """What an erasure means for the CRM. contact: the contact goes with all that the CRM has about them, for good; calls: only our
    records of calls go."""

    CONTACT = "contact"
    CALLS = "calls"


@dataclass(frozen=True, slots=True)
class PersonOrder:
    """What the workflow of a request is started with, and each of its steps given."""

    account_id: AccountId
    request_id: str


class Step(StrEnum):
    """What came of a step. again: calls of theirs are still going on, or there is more of them than was known; held: a legal hold."""

    DONE = "done"
    AGAIN = "again"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class StepEnd:
    """What came of a step."""

    step: Step


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What was found of a person in one store and what became of it; why: what stays, and for what reason."""

    store: str
    data_class: str
    found: int
    deleted: int
    emptied: int
    kept: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was found, deleted and kept of a person. crm: how the CRM took it, in one sentence, empty where there is nothing to tell."""

    lines: Sequence[ReceiptLine] = ()
    crm: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a request has come. found: how much each store held when it was looked at first; histories: by call, how many runs of its
    workflow were deleted; crm: as in the receipt."""

    leads: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    found: Mapping[str, int] = field(default_factory=dict)
    histories: Mapping[str, int] = field(default_factory=dict)
    crm: str = ""

    def found_in_all(self) -> Mapping[str, int]:
        """How much was found in every store, histories of workflows too."""
        return {**self.found, "workflow histories": sum(self.histories.values())}


def receipt_of(found: Mapping[str, int], left: Mapping[str, int], crm: str = "") -> Receipt:
    """What became of what was found, by what is left of it. A store that held nothing is not named; the audit log always is."""
    return Receipt(
        [
            _line(store, found.get(store.name, 0), left.get(store.name, 0))
            for store in (*TABLES, *OUTSIDE)
            if store.data_class is DataClass.AUDIT or found.get(store.name) or left.get(store.name)
        ],
        crm,
    )


def held_receipt(found: Mapping[str, int], left: Mapping[str, int]) -> Receipt:
    """What a legal hold keeps, and what had gone before it was set."""
    why = "a legal hold forbids to delete it"
    return Receipt(
        [
            ReceiptLine(
                store.name,
                store.data_class,
                found[store.name],
                found[store.name] - kept,
                0,
                kept,
                why if kept else "",
            )
            for store in (*TABLES, *OUTSIDE)
            if found.get(store.name)
            for kept in [min(found[store.name], left.get(store.name, 0))]
        ]
    )


def _line(store: PersonalStore, found: int, left: int) -> ReceiptLine:
    emptied = left if store.fate is Fate.EMPTIED else 0
    why = store.why
    if left and store.fate is Fate.DELETED:
        why = "it could not be deleted"
    return ReceiptLine(
        store.name,
        store.data_class,
        found,
        max(0, found - left),
        emptied,
        left - emptied,
        why if left or store.data_class is DataClass.AUDIT else "",
    )
