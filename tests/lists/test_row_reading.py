"""Rows are read in a thread or in a process of its own: the same rows come out, and no process outlives its import."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import psutil
import pytest

from database.people import Person
from database.sealing import KeyRing
from domain.identifiers import AccountId
from lists.errors import ReaderDied
from lists.row_reading import Row, Table, read_chunks

ACCOUNT = AccountId("acc_1")
TABLE = Table(
    headers=["phone", "name", "city"],
    mapping={"number": "phone", "name": "name"},
    needed=frozenset({"city"}),
    default_region="US",
    default_rules="simulation",
    account_id=ACCOUNT,
)


def _rows(count: int) -> Iterator[Row]:
    for place in range(count):
        yield place + 2, [f"+1415{2_000_000 + place:07}", f"Ann {place}", "Reno"]
    yield count + 2, ["12", "Too Short", "Reno"]


def _children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize("long", [False, True], ids=["a thread", "a process"])
async def test_every_row_comes_out_once_and_sealed(key_ring: KeyRing, long: bool) -> None:
    """Requirements 87 and 116: accepted and rejected are the rows."""
    before = _children()
    (chunk,) = [chunk async for chunk in read_chunks(_rows(3), TABLE, key_ring, long=long)]
    opened = [key_ring.open_record(lead.person_sealed, ACCOUNT, Person) for lead in chunk.leads]
    assert ["Ann 0", "Ann 1", "Ann 2"] == [person.name for person in opened]
    assert [(5, "rejected")] == [(problem.row_number, problem.verdict) for problem in chunk.problems]
    assert before >= _still_running(_children() - before)


async def test_long_files_come_in_chunks_in_their_order(key_ring: KeyRing) -> None:
    chunks = [chunk async for chunk in read_chunks(_rows(12_000), TABLE, key_ring, long=True)]
    numbers = [lead.row_number for chunk in chunks for lead in chunk.leads]
    assert (3, list(range(2, 12_002))) == (len(chunks), numbers)


async def test_a_reader_that_dies_is_an_error_that_says_what_to_do(key_ring: KeyRing) -> None:
    before = _children()
    with pytest.raises(ReaderDied, match="upload the file again"):
        await _read_and_kill(before, key_ring)


async def _read_and_kill(before: set[int], key_ring: KeyRing) -> None:
    async with aclosing(read_chunks(_rows(1_000_000), TABLE, key_ring, long=True)) as chunks:
        async for _ in chunks:
            for child in _workers(_children() - before):
                os.kill(child, signal.SIGKILL)


PARENT = """
import asyncio, os, sys
from tests.lists.test_row_reading import TABLE, _children, _rows, read_chunks
from database.sealing import KeyRing

async def main():
    async for _ in read_chunks(_rows(1), TABLE, KeyRing({1: bytes(32)}, bytes(32)), long=True):
        print(*_children(), flush=True)
        await asyncio.Event().wait()

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_no_reader_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    parent = await asyncio.create_subprocess_exec(
        sys.executable, str(script), cwd=root, env=environment, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    children = _workers({int(pid) for pid in (await parent.stdout.readline()).split()})
    assert children
    parent.kill()
    await parent.wait()
    running = [psutil.Process(pid) for pid in _still_running(children)]
    _, alive = await asyncio.to_thread(psutil.wait_procs, running, 20)
    assert [] == alive


def _still_running(pids: set[int]) -> set[int]:
    return {pid for pid in _workers(pids) if psutil.pid_exists(pid)}


def _workers(pids: set[int]) -> set[int]:
    """Of these processes the ones that read; Python's own resource tracker stays for as long as its parent."""
    found = set()
    for pid in pids:
        try:
            command = psutil.Process(pid).cmdline()
        except psutil.NoSuchProcess:
            continue
        if any("spawn_main" in part for part in command):
            found.add(pid)
    return found
