"""Reads, checks and seals the rows of a file: in a thread, or, for a long file, in a process of its own."""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import Final

from database.import_barred import Barred
from database.lead_staging import RowProblem, StagedLead
from database.people import Person
from database.sealing import KeyRing
from database.session import new_ids
from domain.identifiers import AccountId
from domain.import_notes import RepairGroup
from domain.lead_rows import RowRefusal
from lists.errors import ReaderDied
from lists.reader_process import own_process
from lists.rows import ReadRow, RowReader

_CHUNK_ROWS: Final = 5000
_CHUNKS_AHEAD: Final = 2

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that were read: those that can be taken, what is wrong with the others, the numbers that one of these says
    nobody may call, and what was repaired.
    """

    leads: Sequence[StagedLead]
    problems: Sequence[RowProblem]
    barred: Sequence[Barred] = ()
    repairs: Sequence[RepairGroup] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """How a file's rows are to be understood. mapping: field -> heading; needed: variables that no lead may be
    without; default_rules: for rows that name none; accepted: offered repairs that are done.
    """

    headers: Sequence[str]
    mapping: Mapping[str, str]
    needed: frozenset[str]
    default_region: str | None
    default_rules: str
    account_id: AccountId
    accepted: frozenset[str] = frozenset()


class Repairs:
    """What was repaired, grouped."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[int, list[str]]] = {}

    def note(self, column: str, code: str, rows: int, cells: Sequence[str]) -> None:
        """So many more rows, and where the first of them are."""
        former, first = self._found.get((column, code), (0, []))
        self._found[column, code] = (former + rows, [*first, *cells][:_FIRST_CELLS])

    def groups(self) -> list[RepairGroup]:
        """The most frequent first."""
        found = [RepairGroup(*key, rows, cells) for key, (rows, cells) in self._found.items()]
        return sorted(found, key=lambda group: -group.rows)


_FIRST_CELLS: Final = 3


async def read_chunks(
    rows: Iterator[Row], table: Table, key_ring: KeyRing, *, long: bool
) -> AsyncGenerator[Chunk, None]:
    """The file's rows, read; a few chunks ahead of what is taken. long: in a process of its own.

    Raises ReaderDied, and InvalidInput for what is no text table. Close it (contextlib.aclosing).
    """
    executor = _executor(table, long=long)
    ahead: deque[asyncio.Future[Chunk]] = deque()
    try:
        while taken := await asyncio.to_thread(list, islice(rows, _CHUNK_ROWS)):
            ahead.append(asyncio.get_running_loop().run_in_executor(executor, _read, taken, key_ring))
            if len(ahead) > _CHUNKS_AHEAD:
                yield await ahead.popleft()
        while ahead:
            yield await ahead.popleft()
    except BrokenProcessPool as error:
        raise ReaderDied from error
    finally:
        for chunk in ahead:
            chunk.cancel()
        await asyncio.shield(asyncio.to_thread(executor.shutdown, cancel_futures=True))


def _executor(table: Table, *, long: bool) -> Executor:
    if not long:
        return ThreadPoolExecutor(1, initializer=_begin, initargs=(table,))
    return own_process(_begin, table)


# What follows runs in the executor.


class _Work(threading.local):
    reader: RowReader
    account_id: AccountId


_work = _Work()


def _begin(table: Table) -> None:
    _work.reader = RowReader(
        table.headers,
        table.mapping,
        needed=table.needed,
        default_region=table.default_region,
        default_rules=table.default_rules,
        accepted=table.accepted,
    )
    _work.account_id = table.account_id


def _read(rows: Sequence[Row], key_ring: KeyRing) -> Chunk:
    """key_ring: as it stands when the rows go there, since another key may seal before a long file ends."""
    leads, problems, barred = [], [], []
    repairs = Repairs()
    account_id, reader = _work.account_id, _work.reader
    for lead_id, (number, row) in zip(new_ids("lead", len(rows)), rows, strict=True):
        read = reader.read(row)
        if isinstance(read, RowRefusal):
            cell = reader.cell(read.column, number)
            problems.append(
                RowProblem(number, "rejected", read.column, read.code, read.message, cell, read.offer or "")
            )
            barred += [
                Barred(key_ring.lookup(each, account_id), key_ring.seal_record(Person(each), account_id))
                for each in read.barred
            ]
            continue
        if read.repair is not None:
            repairs.note(read.number_column, read.repair, 1, [reader.cell(read.number_column, number)])
        cell = reader.cell(read.column, number) if read.column else ""
        leads.append(sealed_lead(read, lead_id, number, account_id, key_ring, cell=cell))
    return Chunk(leads, problems, barred, repairs.groups())


def sealed_lead(
    read: ReadRow, lead_id: str, row_number: int, account_id: AccountId, key_ring: KeyRing, *, cell: str = ""
) -> StagedLead:
    """An acceptable row as it is staged, the person sealed. cell: the one that a person has to look at, if it is about one."""
    return StagedLead(
        id=lead_id,
        row_number=row_number,
        number_hash=key_ring.lookup(read.person.number, account_id),
        list_hash=key_ring.lookup_on_lists(read.person.number, account_id),
        person_sealed=key_ring.seal_record(read.person, account_id),
        hours_key=read.hours_key,
        review=read.review,
        review_text=read.review_text,
        consents=read.consents,
        column=read.column,
        cell=cell,
    )
