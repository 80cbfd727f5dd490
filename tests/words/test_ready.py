"""No call waits for a pattern to be compiled: on the loop of a media process each would stop the sound of all its calls.

In a process of its own, since patterns are compiled once and other tests have tried most of them.
"""

import multiprocessing
import re
import sys
from importlib import import_module
from typing import Any, Final

import pytest

from benchmarks.understanding.corpus import read
from domain.language.readiness import get_ready, is_ready
from domain.language.tables.every import EVERY
from tests.words.readers import readers

pytestmark = pytest.mark.long

_LANGUAGES: Final = tuple(language.tag for language in EVERY)
_LONG: Final = 1_000
"""Shorter patterns take less than a millisecond."""
_SENTENCES: Final = 15


@pytest.mark.timeout(300)  # half a minute of work, which other work beside it may stretch
def test_what_people_say_compiles_nothing_once_its_languages_are_ready() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as processes:
        before, during = processes.apply(_compiled_while_read)
    assert before > 100
    assert not during


def _compiled_while_read() -> tuple[int, list[str]]:
    """How many long patterns were compiled to get ready, and which ones afterwards while every reader read."""
    compiler: Any = import_module("re._compiler")
    compiled: list[str] = []
    compile_really = compiler.compile

    def compile_and_tell(pattern: Any, flags: int = 0) -> re.Pattern[str]:
        if len(str(pattern)) >= _LONG:
            compiled.append(f"{str(pattern)[:60]} for {' < '.join(_asked_by())}")
        return compile_really(pattern, flags)  # type: ignore[no-any-return]

    compiler.compile = compile_and_tell
    assert not is_ready()
    get_ready("es")
    assert is_ready("es-MX", "en")
    assert not is_ready("es", "de")
    get_ready(*_LANGUAGES)
    assert is_ready(*_LANGUAGES)
    before = len(compiled)
    for name, reader in readers().items():
        language = name.rpartition(" ")[2]
        for text in _sentences(language if language in _LANGUAGES else "en"):
            reader(text)
    return before, compiled[before:]


def _asked_by() -> list[str]:
    frame, functions = sys._getframe(2), list[str]()
    while frame.f_back is not None and len(functions) < 8:
        functions.append(f"{frame.f_globals['__name__']}.{frame.f_code.co_name}")
        frame = frame.f_back
    return [function for function in functions if not function.startswith("re.")][:4]


def _sentences(language: str) -> list[str]:
    """Some of what people say in this language."""
    said = read("practice", [language])
    return [each.text for each in said[:: len(said) // _SENTENCES]]
