"""Whatever people, vendors and files say is read in time that grows with its length, not faster: one call's words would
hold up every other call of the process.

Time is the processor's own, so waiting for it does not count, and what is judged is growth: four times the text may take
four times the time, not sixteen times. Other work on the machine makes ours slower all the same, by the caches that both
use: so the shortest of several times counts, and long and short texts are read in turn, as slow as each other. It is measured in a
process of its own, since nothing can interrupt a regular expression that does not end.
"""

import inspect
import multiprocessing
import re
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Final

import psutil
import pytest

from tests.words.patterns import modules, patterns
from tests.words.readers import readers
from tests.words.worst_cases import WorstCase, worst_cases

pytestmark = pytest.mark.long

Reader = Callable[[str], object]

_TIMES: Final = 1_000
_QUICK_SECONDS: Final = 0.001
_SUSPICIOUS_GROWTH: Final = 2.5
_LONGER: Final = 4
_MOST_GROWTH: Final = 8.0
_TRIES: Final = 5
_WATCHDOG_SECONDS: Final = 60
_GLANCE_SECONDS: Final = 1.0

_GENERAL: Final = tuple(
    WorstCase(before, again, behind)
    for again in (
        *("a ", "a", "hello ", "the ", "1 ", "1", "one ", "double ", "zero one ", "twenty ", "oh ", "and ", "m", "hm "),
        *(". ", ".", ", ", "? ", "!", "@", "@.", "a@", "a.", "-", "+", "'", '"', "(", "# ", "#", "* ", "\n", " \n"),
        *("at ", "dot ", "tomorrow ", "monday ", "12:30 ", "5 pm ", "half past ", "{{", "{{ a ", "हाँ ", "\u0301", "ß "),
        *("What did you say? ", "One moment, ", "I'll get ", "ich gebe die ", "Do you speak English? "),
    )
    for before, behind in (("", ""), ("a@", " zzz")) if len(again) < 3 or not behind
)  # fmt: skip


def every_pattern() -> Iterator[tuple[str, Reader, WorstCase]]:
    """Each regular expression with the worst texts for it."""
    for used in patterns():
        for case in worst_cases(used.written):
            yield f"{used.place}: {used.written[:60]}", used.reads, case


def every_reader() -> Iterator[tuple[str, Reader, WorstCase]]:
    """Each function that reads words with texts that are bad for most."""
    for name, reader in readers().items():
        for case in _GENERAL:
            yield name, reader, case


@pytest.mark.timeout(
    1800
)  # a minute of work, which other work beside it stretches; its own limit is the watchdog's
@pytest.mark.parametrize("what", [every_pattern, every_reader])
def test_words_are_read_in_time(what: Callable[[], Iterator[tuple[str, Reader, WorstCase]]]) -> None:
    assert [] == _slow(what)


def _slow(what: Callable[[], Iterator[tuple[str, Reader, WorstCase]]]) -> list[str]:
    """Those that take too long, as measured in a process of its own."""
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=measure, args=(what, there), daemon=True)
    child.start()
    there.close()
    assert child.pid is not None
    try:
        return [*_told_by(here, psutil.Process(child.pid))]
    finally:
        child.kill()
        child.join()


def _told_by(measuring: Connection, child: psutil.Process) -> Iterator[str]:
    """What is slow; the last is what the watchdog found running, by the processor's time as well."""
    doing, since = "beginning", 0.0
    while measuring.poll(_GLANCE_SECONDS) or _worked_seconds(child) - since < _WATCHDOG_SECONDS:
        if not measuring.poll():
            continue
        (doing, is_slow), since = measuring.recv(), _worked_seconds(child)
        if doing == "done":
            return
        if is_slow:
            yield doing
    yield f"does not end: {doing}"


def _worked_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def measure(what: Callable[[], Iterator[tuple[str, Reader, WorstCase]]], told: Connection) -> None:
    """Tell of each reader and text whether it takes too long, before and after it was tried."""
    before = ""
    for name, reader, case in what():
        if name != before:
            told.send((name, False))
            reader(case.text(1))  # what is made ready at the first text is no part of a longer one's time
        before = name
        if _is_slow(reader, case):
            told.send((f"{name} with {case}", True))
    told.send(("done", False))


def _is_slow(reader: Reader, case: WorstCase) -> bool:
    """Quick ones are not looked at twice, and others more often only if they seem slow."""
    shorter = _seconds(reader, case.text(_TIMES))
    if shorter < _QUICK_SECONDS or _seconds(reader, case.text(2 * _TIMES)) < _SUSPICIOUS_GROWTH * shorter:
        return False
    shorter, longer = _shortest(reader, case)
    return shorter >= _QUICK_SECONDS and longer / shorter > _MOST_GROWTH


def _shortest(reader: Reader, case: WorstCase) -> tuple[float, float]:
    """The least seconds for texts of the usual length and for longer ones; none is read twice, since answers are remembered."""
    tried = [
        [_seconds(reader, case.text(length * _TIMES + trial)) for length in (1, _LONGER)]
        for trial in range(1, _TRIES + 1)
    ]
    shorter, longer = (min(seconds) for seconds in zip(*tried, strict=True))
    return shorter, longer


def _seconds(reader: Reader, text: str) -> float:
    since = time.thread_time()
    reader(text)
    return time.thread_time() - since


def test_no_function_that_reads_words_is_left_out() -> None:
    reads = {"text", "words", "phrase", "quote", "heading"}
    read = {name.partition(" ")[0] for name in readers()}
    found = {
        f"{module.__name__}.{name}"
        for module in modules()
        if module.__name__.startswith("domain.")
        for name, value in vars(module).items()
        if not name.startswith("_") and callable(value)
        if getattr(value, "__module__", "") == module.__name__ and inspect.isroutine(inspect.unwrap(value))
        if reads & inspect.signature(value).parameters.keys()
    }
    assert len(found) > 30
    assert set() == found - read


def test_what_takes_the_square_of_a_text_is_found() -> None:
    """The instrument itself: each of these is as slow as it looks."""
    for written in (r"(?:a |b )*c", r"\S+(?=\s)"):
        assert any(_is_slow(_search(written), case) for case in worst_cases(written))
    assert not any(_is_slow(_search(r"(?:a |b ){0,4}c"), case) for case in worst_cases(r"(?:a |b ){0,4}c"))


def endless() -> Iterator[tuple[str, Reader, WorstCase]]:
    """A pattern that takes twice as long for each letter more, behind one that is quick."""
    yield "quick", _search("a+b"), WorstCase("", "c", "")
    yield "endless", _search("(a+)+$"), WorstCase("", "a", "!")


def test_what_does_not_end_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the work that was done, however long the processor was somebody else's."""
    monkeypatch.setattr("tests.words.test_in_time._WATCHDOG_SECONDS", 5)
    assert ["does not end: endless"] == _slow(endless)


def _search(written: str) -> Reader:
    return re.compile(written).search
