"""Whatever people, vendors and files say is read in time that grows with its length, not faster: one call's words would
hold up every other call of the process.

Time is the processor's own, so other work on the machine does not count, and what is judged is growth: twice the text
may take twice the time, not four times. It is measured in a process of its own, since nothing can interrupt a regular
expression that does not end.
"""

import inspect
import multiprocessing
import re
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Final

import pytest

from tests.words.patterns import modules, patterns
from tests.words.readers import readers
from tests.words.worst_cases import WorstCase, worst_cases

pytestmark = pytest.mark.long

Reader = Callable[[str], object]

_TIMES: Final = 1_000
_QUICK_SECONDS: Final = 0.004
_MOST_GROWTH: Final = 3.0
_TRIES: Final = 5
_WATCHDOG_SECONDS: Final = 60

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


@pytest.mark.timeout(400)  # a minute of work, which other work beside it may stretch
@pytest.mark.parametrize("what", [every_pattern, every_reader])
def test_words_are_read_in_time(what: Callable[[], Iterator[tuple[str, Reader, WorstCase]]]) -> None:
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=measure, args=(what, there), daemon=True)
    child.start()
    there.close()
    try:
        slow = [*_told_by(here)]
    finally:
        child.kill()
        child.join()
    assert [] == slow


def _told_by(measuring: Connection) -> Iterator[str]:
    """What is slow; the last is what the watchdog found running."""
    doing = "beginning"
    while measuring.poll(_WATCHDOG_SECONDS):
        doing, is_slow = measuring.recv()
        if doing == "done":
            return
        if is_slow:
            yield doing
    yield f"does not end: {doing}"


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
    if shorter < _QUICK_SECONDS:
        return False
    longer = _seconds(reader, case.text(2 * _TIMES))
    return longer / shorter > _MOST_GROWTH and _growth(reader, case) > _MOST_GROWTH


def _growth(reader: Reader, case: WorstCase) -> float:
    """How much longer a text of twice the length takes; no text is read twice, since answers are remembered."""
    shorter, longer = (
        min(_seconds(reader, case.text(times + trial)) for trial in range(1, _TRIES + 1))
        for times in (_TIMES, 2 * _TIMES)
    )
    return longer / shorter


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


def _search(written: str) -> Reader:
    return re.compile(written).search
