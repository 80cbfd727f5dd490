"""The corpus of what people say: corpus/{practice,judged}/LANGUAGE.tsv, written by hand for this.

A line: what the words want (intents, comma-separated), a tab, the intent that they only sound like (or -), a tab, the words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from domain.language.intents import Intent

FOLDER: Final = Path(__file__).with_name("corpus")
LANGUAGES: Final = ("en", "es", "pt", "de", "fr", "hi")
Half = Literal["practice", "judged"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words with what they want; near: what they sound like and do not want."""

    language: str
    text: str
    intents: frozenset[Intent]
    near: Intent | None = None


class BadLine(ValueError):
    """A line of the corpus that cannot be read."""


def read(half: Half, languages: Iterable[str] = LANGUAGES, folder: Path = FOLDER) -> list[Said]:
    """All sentences of one half in these languages, in the order of the files; a language without a file has none."""
    return [
        said
        for language in languages
        for file in [folder / half / f"{language}.tsv"]
        if file.exists()
        for said in _lines(file, language)
    ]


def _lines(file: Path, language: str) -> Iterator[Said]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            intents, near, text = line.split("\t")
            wanted = frozenset(Intent(intent.strip()) for intent in intents.split(","))
            yield Said(language, text.strip(), wanted, None if near == "-" else Intent(near))
        except ValueError as error:
            raise BadLine(f"{file.name}:{number}: {error}") from error


def digest(said: Iterable[Said]) -> str:
    """Tells two corpora apart, whatever stands in them."""
    lines = (f"{one.language}\t{','.join(sorted(one.intents))}\t{one.text}\n" for one in said)
    return sha256("".join(lines).encode()).hexdigest()[:16]
