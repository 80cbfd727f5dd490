"""A language is one file of tables: each has all of them, but for those that are known not to be written yet."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final

import pytest

from domain.language import tables
from domain.language.tables.every import EVERY
from domain.language.tables.shape import Language

NOT_WRITTEN_YET: Final = {"hi": frozenset({"dictation.tens"})}  # Hindi puts no numbers together


def _required(value: Any) -> Iterator[tuple[str, object]]:
    """Everything that a language must have, by its path; what has a default is not every language's."""
    for field in fields(value):
        part = getattr(value, field.name)
        if is_dataclass(part):
            yield from ((f"{field.name}.{name}", within) for name, within in _required(part))
        elif field.default is MISSING and field.default_factory is MISSING:
            yield field.name, part


@pytest.mark.parametrize("language", EVERY, ids=lambda one: one.tag)
def test_a_language_has_every_table(language: Language) -> None:
    """One that is written must leave the list, one that is forgotten fails."""
    found = dict(_required(language))
    assert len(found) > 50
    empty = {name for name, part in found.items() if not part}
    known = NOT_WRITTEN_YET.get(language.tag, frozenset())
    assert known == empty, (
        f"write or enter in NOT_WRITTEN_YET: {empty - known}; take out of it: {known - empty}"
    )


def test_every_file_of_tables_is_a_language_that_is_read() -> None:
    modules = [
        importlib.import_module(f"{tables.__name__}.{found.name}")
        for found in pkgutil.iter_modules(tables.__path__)
    ]
    languages = [
        value for module in modules for value in vars(module).values() if isinstance(value, Language)
    ]
    files = {module.__name__.rpartition(".")[2] for module in modules} - {"every", "shape"}
    assert files == {one.tag for one in languages} == {one.tag for one in EVERY}


def _texts(value: Any) -> Iterator[str]:
    """Every text within, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in _texts(getattr(value, field.name)))
    elif isinstance(value, Mapping):
        yield from (text for key, part in value.items() for text in (*_texts(key), *_texts(part)))
    elif isinstance(value, Iterable):
        yield from (text for part in value for text in _texts(part))


@pytest.mark.parametrize("language", EVERY, ids=lambda one: one.tag)
def test_a_count_of_words_is_a_count_and_no_text(language: Language) -> None:
    """In a formatted pattern "{0,2}" stands for the text "(0, 2)", unless its braces are doubled."""
    assert [] == [text for text in _texts(language) if re.search(r"\(\d+, \d+\)", text)]
