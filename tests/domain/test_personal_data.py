"""The inventory of what is kept about people who are called names every table and every sealed column there is."""

import pytest
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers all tables
from domain.person_requests import Progress, held_receipt, receipt_of
from domain.personal_data import NOBODY_WHO_IS_CALLED, OUTSIDE, TABLES, DataClass, Fate, PersonalStore

COLUMNS = {table.name: set(table.columns.keys()) for table in SQLModel.metadata.sorted_tables}
STORES = {store.name: store for store in TABLES}


def test_every_table_is_about_people_who_are_called_or_is_said_not_to_be() -> None:
    """Requirement 162: what nobody knows of cannot be given out or erased."""
    assert set(COLUMNS) == set(STORES) | set(NOBODY_WHO_IS_CALLED)
    assert set() == set(STORES) & set(NOBODY_WHO_IS_CALLED)
    assert len(STORES) == len(TABLES)


@pytest.mark.parametrize("store", TABLES, ids=lambda store: store.name)
def test_every_column_that_tells_of_somebody_is_named(store: PersonalStore) -> None:
    """A new sealed column, or another hash of a number, has to be given a fate."""
    telling = {name for name in COLUMNS[store.name] if name.endswith("_sealed") or name == "number_hash"}
    assert telling <= set(store.columns) <= COLUMNS[store.name]


@pytest.mark.parametrize("store", [*TABLES, *OUTSIDE], ids=lambda store: store.name)
def test_what_stays_says_why(store: PersonalStore) -> None:
    assert (store.fate is Fate.DELETED) == (store.why == "")
    assert not (store.fate is Fate.DELETED and store.data_class in (DataClass.EVIDENCE, DataClass.AUDIT))


def test_a_receipt_tells_what_went_by_what_is_left() -> None:
    receipt = receipt_of(
        {"conversations": 3, "preferences": 2, "attempts": 4}, {"conversations": 3, "attempts": 4}, "told"
    )
    lines = {line.store: (line.found, line.deleted, line.emptied, line.kept) for line in receipt.lines}
    assert {
        "conversations": (3, 0, 3, 0),
        "preferences": (2, 2, 0, 0),
        "attempts": (4, 0, 0, 4),
        "audit_events": (0, 0, 0, 0),
    } == lines
    assert "told" == receipt.crm
    assert all((line.why != "") == (line.store != "preferences") for line in receipt.lines)


def test_a_receipt_does_not_say_that_what_is_left_was_deleted() -> None:
    (line,) = [
        line
        for line in receipt_of({"preferences": 2}, {"preferences": 1}).lines
        if line.store == "preferences"
    ]
    assert (2, 1, 0, 1, "it could not be deleted") == (
        line.found,
        line.deleted,
        line.emptied,
        line.kept,
        line.why,
    )


def test_a_hold_keeps_all_that_had_not_gone_before() -> None:
    receipt = held_receipt({"recordings": 2, "preferences": 1}, {"preferences": 1})
    assert [("preferences", 1, 0, 1), ("recordings", 2, 2, 0)] == [
        (line.store, line.found, line.deleted, line.kept) for line in receipt.lines
    ]
    assert [True, False] == ["legal hold" in line.why for line in receipt.lines]


def test_histories_are_found_by_their_calls() -> None:
    progress = Progress(found={"calls": 2}, histories={"call_1": 2, "call_2": 1})
    assert {"calls": 2, "workflow histories": 3} == progress.found_in_all()
