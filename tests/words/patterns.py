"""Every regular expression of the rooms that read other people's words, found in their modules, as it is used."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Final

import domain
import media
import providers

_ROOMS: Final = (domain, media, providers)
_ANYWHERE: Final = frozenset({"search", "finditer", "findall", "sub", "split"})
_TABLES_OF: Final = frozenset(
    {
        "domain.language.phrases",
        "domain.language.asides",
        "domain.language.passing_on",
        "domain.language.key_words",
        "domain.language.answerers",
        "domain.language.languages",
    }
)


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
        if module.__name__ in _TABLES_OF:
            yield from _in_tables(module)


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


def _in_tables(module: ModuleType) -> Iterator[Used]:
    """Patterns over plain words, by language or for all, looked for as whole words."""
    for name, value in vars(module).items():
        for language, table in (value if isinstance(value, Mapping) else {"": value}).items():
            if isinstance(table, tuple) and all(isinstance(each, str) for each in table):
                for number, written in enumerate(table):
                    place = f"{module.__name__}.{name} {language} {number}"
                    yield Used(place, rf"(?<!\S)(?:{written.replace('NAMED', 'german')})(?!\S)", True)
