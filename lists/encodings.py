"""Which encoding a text file is written in: by its mark, by what decodes, else by which of its readings are words."""

import codecs
import re
import unicodedata
from itertools import pairwise
from typing import BinaryIO, Final

from domain.lead_headings import means_something

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What spreadsheets write where they do not write UTF-8, the likeliest first: it is taken where several read as well.
_CODE_PAGES: Final = (
    ("cp1252", "LATIN"),
    ("mac_roman", "LATIN"),
    ("cp1250", "LATIN"),
    ("cp1254", "LATIN"),
    ("cp1251", "CYRILLIC"),
    ("koi8_r", "CYRILLIC"),
    ("cp866", "CYRILLIC"),
    ("cp1253", "GREEK"),
    ("cp1255", "HEBREW"),
    ("cp1256", "ARABIC"),
    ("cp932", "CJK"),
    ("gb18030", "CJK"),
    ("big5", "CJK"),
    ("cp949", "HANGUL"),
    ("cp874", "THAI"),
)
_JUDGED: Final = 16 * 1024


def encoding_of(file: BinaryIO, sample: bytes) -> str:
    """The encoding of a file that begins with the sample; one that every file can be read in, if there is no other."""
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    wide = _wide(sample)
    if wide is not None:
        return wide
    if _decodes(file, "utf-8") or _is_mostly_utf_8(sample):
        return "utf-8"
    found = [page for page in _CODE_PAGES if _decodes(file, page[0])]
    return max(found, key=lambda page: _judged(sample[:_JUDGED], *page))[0] if found else "latin-1"


def decoded(sample: bytes, encoding: str) -> str:
    """The sample's text; its last character may be cut off."""
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample).lstrip("\ufeff")


def _is_mostly_utf_8(sample: bytes) -> bool:
    """Whether a file in UTF-8 has got some lines of another one; letters of a code page are hardly ever UTF-8 by chance."""
    text = codecs.getincrementaldecoder("utf-8")(errors="replace").decode(sample)
    wrong = text.count("\ufffd")
    right = sum(not sign.isascii() for sign in text) - wrong
    return right > wrong


MIXED: Final = "outbound.mixed"
"""How bytes are read that are not in the file's encoding: as letters of Western Europe, whose programs leave them there."""


def _as_western(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(MIXED, _as_western)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of plain letters is zero. Zeros at the end are a crash's, not letters'."""
    text = sample.rstrip(b"\x00")
    first, second = text[::2].count(0), text[1::2].count(0)
    half = len(text) // 2
    if max(first, second) <= half // 2 or min(first, second) > half // 4:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _decodes(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while piece := file.read(1 << 20):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


_OF_A_HEADING: Final = 20


def _judged(sample: bytes, encoding: str, script: str) -> int:
    """How much of the sample reads as words, and most of all as headings that are known."""
    headings = {
        heading.strip(" \"'")
        for line in decoded(sample, encoding).splitlines()[:_HEADING_LINES]
        for heading in _BETWEEN_HEADINGS.split(line)[:_MOST_HEADINGS]
        if not heading.isascii()
    }
    return _likely(sample, encoding, script) + _OF_A_HEADING * sum(map(means_something, headings))


_HEADING_LINES: Final = 3
_MOST_HEADINGS: Final = 60
_BETWEEN_HEADINGS: Final = re.compile(r"[,;\t|]")
_WORD: Final = re.compile(r"[^\s\d,;|\"'()<>/@.:+_-]+")
# Letters of names and towns in the languages of each code page; others of it are seldom.
_USUAL: Final = frozenset("áéíóúàèìòùâêîôûäëïöüãõñçßøåæœăîșțąćęłńśźżčďěňřšťůýžőűğşı")
# Letters that every second one is, in Cyrillic, Greek, Hebrew and Arabic.
_FREQUENT: Final = frozenset("оеаинтсрвлαοιετσνηυρόςיוהלאתמרבשاليمنرتوبد")
_PUNCTUATION: Final = frozenset("–—’‘“”„…€«»°·ªº¿¡")


def _likely(sample: bytes, encoding: str, script: str) -> int:
    """How much of the sample reads as words of the code page's languages, in bytes."""
    return sum(
        _of_word(word, script) for word in _WORD.findall(decoded(sample, encoding)) if not word.isascii()
    )


def _of_word(word: str, script: str) -> int:
    others = [sign for sign in word if not sign.isascii()]
    if script == "CJK":
        return sum(map(_of_ideograph, others))
    if script == "HANGUL":
        return sum(2 if unicodedata.name(sign, "").startswith("HANGUL SYLLABLE") else -2 for sign in others)
    likely = sum(_of_letter(sign, script) for sign in others)
    likely -= 3 * sum(a.islower() and b.isupper() for a, b in pairwise(word))
    if script != "LATIN":
        return likely - 3 * any(sign.isascii() and sign.isalpha() for sign in word)
    return likely - 3 * bool(re.search(r"[^\W\d_a-zA-Z]{3}", word))


def _of_letter(sign: str, script: str) -> int:
    if sign in _PUNCTUATION:
        return 0
    if not sign.isalpha() or not unicodedata.name(sign, "").startswith(script):
        return -2
    if script == "LATIN":
        return 1 if sign.lower() in _USUAL else -1
    return 2 if sign.lower() in _FREQUENT else 1


def _of_ideograph(sign: str) -> int:
    """Two bytes each; usual Chinese characters stand in the first half of their table, kana are Japanese."""
    name = unicodedata.name(sign, "")
    if name.startswith(("HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "FULLWIDTH")):
        return 2
    if not name.startswith("CJK UNIFIED"):
        return -2
    try:
        return 2 if sign.encode("gb2312")[0] <= _LAST_USUAL else 0
    except UnicodeEncodeError:
        return 1 if _is_japanese(sign) else -2


_LAST_USUAL: Final = 0xD7


def _is_japanese(sign: str) -> bool:
    try:
        return sign.encode("cp932")[0] < _LAST_FIRST_LEVEL
    except UnicodeEncodeError:
        return False


_LAST_FIRST_LEVEL: Final = 0x98
