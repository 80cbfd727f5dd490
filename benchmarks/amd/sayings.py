"""What persons and machines say, read from the data files of the two halves; names, firms and digits filled in."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import yaml

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("en", "es", "de", "fr", "pt", "hi")
_SHARES: Final = (0.5, 0.1, 0.1, 0.1, 0.1, 0.1)
# espeak voices and variants of the two halves: no speaker is in both.
VOICES: Final = {
    "practice": {"en": ("en-us", "en-gb-x-rp"), "es": ("es",), "de": ("de",), "fr": ("fr",), "pt": ("pt",), "hi": ("hi",)},
    "judged": {"en": ("en-us-nyc", "en-gb-scotland", "en-029"), "es": ("es-419",), "de": ("de",), "fr": ("fr-BE",), "pt": ("pt-BR",), "hi": ("hi",)},
}  # fmt: skip
SPEAKERS: Final = {
    "practice": ("m1", "m3", "m7", "f1", "f3", "Mario", "Alicia", "klatt2"),
    "judged": ("m2", "m5", "m8", "f2", "f4", "f5", "Andrea", "Annie", "Michael", "belinda", "steph"),
}


@dataclass(frozen=True)
class Sayings:
    """One half's sentences: kind -> language -> texts; machines by class, persons by how they pick up."""

    half: str
    table: dict[str, Any]

    @classmethod
    def read(cls, half: str) -> "Sayings":
        """The half "practice" or "judged"."""
        return cls(half, yaml.safe_load((HERE / f"{half}.yaml").read_text(encoding="utf-8")))

    @cached_property
    def vocabulary(self) -> dict[str, list[str]]:
        """Every word of the persons, by language: what a recogniser may hear instead of the right one."""
        words: dict[str, list[str]] = {language: [] for language in LANGUAGES}
        for kinds in self.table["person"].values():
            for language, texts in kinds.items():
                words[language] += [word for text in texts for word in text.split() if word.isalpha()]
        return words

    def language(self, dice: np.random.Generator, *kind: str) -> str:
        """A language in which this kind of saying exists."""
        table = self._texts(kind)
        while (language := str(dice.choice(LANGUAGES, p=_SHARES))) not in table:
            pass
        return language

    def voice(self, dice: np.random.Generator, language: str) -> str:
        """A speaker of the language."""
        accents, speakers = VOICES[self.half][language], SPEAKERS[self.half]
        return f"{dice.choice(accents)}+{dice.choice(speakers)}"

    def text(self, dice: np.random.Generator, language: str, *kind: str) -> str:
        """One of the half's sayings of this kind."""
        name = str(dice.choice(self.table["names"][language]))
        firm = str(dice.choice(self.table["firms"]))
        number = " ".join(str(digit) for digit in dice.integers(0, 10, 7))
        text = str(dice.choice(self._texts(kind)[language]))
        return text.format(name=name, firm=firm, digits=number)

    def _texts(self, kind: tuple[str, ...]) -> dict[str, list[str]]:
        table = self.table
        for each in kind:
            table = table[each]
        return table
