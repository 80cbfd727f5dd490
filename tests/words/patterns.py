"""Every regular expression of the rooms that read other people's words, found in their modules, as it is used."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import ModuleType
from typing import Any, Final

import domain
import media
import providers
from domain.language.tables.every import EVERY
from domain.language.tables.shape import Language

_ROOMS: Final = (domain, media, providers)
_ANYWHERE: Final = frozenset({"search", "finditer", "findall", "sub", "split"})


@dataclass(frozen=True)
class Used:
    """A pattern where it is used; anywhere: it is looked for in all of a text, else only from its beginning on."""

    place: str
    written: str
    anywhere: bool

    @property
    def reads(self) -> Callable[[str], object]:
        """The use of it that takes longest."""
        compiled = re.compile(self.written)
        return compiled.search if self.anywhere else compiled.fullmatch


def patterns() -> Iterator[Used]:
    """All of them."""
    for module in modules():
        yield from _named(module)
        yield from _written_where_used(module)
    for language in EVERY:
        yield from _in_tables(language)


def modules() -> Iterator[ModuleType]:
    """Every module of these rooms."""
    for room in _ROOMS:
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def _named(module: ModuleType) -> Iterator[Used]:
    source = inspect.getsource(module)
    for name, value in vars(module).items():
        pattern = getattr(value, "__self__", value)  # a name may stand for its method
        if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
            uses = set(re.findall(rf"\b{name}\.(\w+)", source))
            yield Used(f"{module.__name__}.{name}", pattern.pattern, not uses or bool(uses & _ANYWHERE))


def _written_where_used(module: ModuleType) -> Iterator[Used]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), use), [ast.Constant(str(written)), *_]):
                if use != "compile":
                    yield Used(f"{module.__name__}:{node.lineno}", written, use in _ANYWHERE)
            case _:
                pass


def _in_tables(language: Language) -> Iterator[Used]:
    """Patterns over plain words, looked for as whole words."""
    for name, table in tables_of(language):
        for number, written in enumerate(table):
            place = f"domain.language.tables.{language.tag} {name} {number}"
            yield Used(place, rf"(?<!\S)(?:{written.replace('NAMED', 'german')})(?!\S)", True)


def tables_of(value: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every table of strings in a language, or in a part of it, by its path."""
    for field in fields(value):
        table = getattr(value, field.name)
        if is_dataclass(table):
            yield from ((f"{field.name}.{name}", within) for name, within in tables_of(table))
        elif isinstance(table, tuple) and all(isinstance(each, str) for each in table):
            yield field.name, table
