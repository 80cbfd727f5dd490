"""Names compared as people write them: letters and digits alone, without case and accents, in any script."""

import unicodedata
from typing import Final

_ACCENTS: Final = range(0x0300, 0x0370)
# Letters by their class, apostrophes by their use: Hawaiʻi.
_APOSTROPHES: Final = range(0x02B0, 0x0300)


def plain_name(text: str) -> str:
    """ "Côte d'Ivoire" and "COTE D IVOIRE" are both cotedivoire; vowel signs of scripts that write them so are kept."""
    if text.isascii():
        return "".join(letter for letter in text.lower() if letter.isalnum())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if _counts(part))


def _counts(part: str) -> bool:
    if part.isalnum():
        return ord(part) not in _APOSTROPHES
    return unicodedata.category(part) in ("Mn", "Mc") and ord(part) not in _ACCENTS
