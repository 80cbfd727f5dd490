"""What reading people's words needs, made before anybody waits for it.

Patterns are compiled when they are first tried. On the loop that carries the sound of all calls the first turn in each language would
stop the other calls for a tenth of a second, and the first verdict for longer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from domain.language import asides, classifier, languages, opt_outs_and_goodbyes, preference_values
from domain.language.phrase_finder import finder
from domain.language.phrases import base_of, spelled_alike
from domain.language.tables.every import language_of
from domain.language.tables.shape import Language


def get_ready(*spoken: str) -> None:
    """What is heard in whatever language it comes, and all of English and of these languages ("es-MX"); once in a process.

    Takes about two seconds for English, and up to one for each other language.
    """
    _common()
    for tag in _heard(spoken) - _ready:
        _compile(tag)
        _ready.add(tag)


def is_ready(*spoken: str) -> bool:
    """Whether there is nothing left to do for these languages."""
    return _heard(spoken) <= _ready


_ready: Final[set[str]] = set()


def _heard(spoken: Iterable[str]) -> set[str]:
    return {"en", *map(base_of, spoken)}


@cache
def _common() -> None:
    opt_outs_and_goodbyes.get_ready()
    languages.get_ready()
    classifier.get_ready()


def _compile(tag: str) -> None:
    finder(patterns_of(language_of(tag))).get_ready()
    asides.get_ready(tag)
    preference_values.get_ready(tag)


def patterns_of(language: Language) -> tuple[str, ...]:
    """Whatever stands in its tables of phrases, each once."""
    return tuple(dict.fromkeys(map(spelled_alike, _patterns(language))))


def _patterns(tables: Any) -> Iterator[str]:
    for table in (getattr(tables, field.name) for field in fields(tables)):
        if is_dataclass(table):
            yield from _patterns(table)
        elif isinstance(table, tuple):
            yield from (phrase for phrase in table if isinstance(phrase, str))
