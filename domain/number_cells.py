"""What people and spreadsheets write into a number's cell: made plain for the number parser, or refused with a reason.

Nothing is guessed here: what may be two numbers, a date, an amount or a number without its last digits never reaches
the parser, which would join the digits into a stranger's number.
What was repaired, and what is offered to be: offered_repairs.py.
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final


class RefusalReason(StrEnum):
    """Why a text is not a number that may be called."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    NO_REGION = "no_region"
    UNKNOWN_REGION = "unknown_region"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_VALID = "not_valid"
    EXTENSION = "extension"
    EMERGENCY_OR_SHORT = "emergency_or_short"
    PREMIUM_OR_SHARED_COST = "premium_or_shared_cost"
    SATELLITE = "satellite"
    DATE = "date"
    DIGITS_LOST = "digits_lost"
    TWO_NUMBERS = "two_numbers"
    LETTERS = "letters"
    INVENTED = "invented"


# What programs and people write where they have nothing to write.
NOTHING: Final = frozenset(
    {
        "n/a",
        "n.a.",
        "n.a",
        "n/d",
        "n.d.",
        "s/d",
        "k.a.",
        "k. a.",
        "null",
        "(null)",
        "<null>",
        "nil",
        "none",
        "nan",
        "<na>",
    }
    | {
        "undefined",
        "#n/a",
        "#n/d",
        "#nv",
        "#value!",
        "#wert!",
        "#ref!",
        "#name?",
        "#null!",
        "#num!",
        "#div/0!",
    }
    | {"-", "--", "---", "–", "—", "_", ".", "..", "...", "…", "?", "??", "???", "/", "\\", "\\n"}
    | {
        "not available",
        "not provided",
        "not specified",
        "not set",
        "not applicable",
        "keine angabe",
        "no data",
    }
    | {"(blank)", "(empty)", "sin datos", "non renseigné", "não informado", "нет данных"}
)
_NO_NUMBER: Final = frozenset(
    {
        "unknown",
        "no",
        "tbd",
        "tba",
        "x",
        "xx",
        "xxx",
        "private",
        "unlisted",
        "withheld",
        "anonymous",
        "blocked",
    }
    | {
        "restricted",
        "unbekannt",
        "keine",
        "desconocido",
        "desconhecido",
        "inconnu",
        "sconosciuto",
        "нет",
        "無",
        "无",
    }
)


def is_nothing(text: str) -> bool:
    """Whether a cell says that it has no value: "N/A", "NULL", "-". "NA" is what R writes, "na" may be a word."""
    return text in NOTHING_WRITTEN


NOTHING_WRITTEN: Final = frozenset(
    {"NA", *NOTHING, *map(str.upper, NOTHING), *map(str.capitalize, NOTHING), *map(str.title, NOTHING), "NaN"}
)


def plain_number(text: str) -> str | RefusalReason:
    """The cell's number with a leading "+" or none, digits and usual separators; letters only in printed words.

    text: a cell of at most 60 characters, trimmed.
    """
    if text.isascii() and text.isdigit():
        return text
    text = _quotes_off(text if text.isascii() else _ascii(text))
    if not text or is_nothing(text) or text.lower() in _NO_NUMBER:
        return RefusalReason.EMPTY
    if text.startswith("++"):
        text = "+" + text.lstrip("+")
    whole = _whole_number(text)
    if whole is not None:
        return whole
    text = _labels_off(text)
    return _why_not(text) or _without_area_slash(_CARRIER_MARK.sub(r"\g<1>", text)).rstrip(" .,;:-/")


# Marks that look alike -> the one that is meant.
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("•·∙・‧●▪⋅", "."),
        **dict.fromkeys("−‒–—―", "-"),
        **dict.fromkeys("‘’‚‛′＇´`", "'"),
        **dict.fromkeys("“”„‟″＂«»", '"'),
        **dict.fromkeys("∼〜～˜", "~"),
    }
)


def _ascii(text: str) -> str:
    """Any script's digits and signs as ours; what is not seen is gone. Raised digits stay, for they are footnotes."""
    return "".join(map(_ascii_sign, text.translate(_ALIKE))).strip()


def _ascii_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    category = unicodedata.category(sign)
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category in ("Cf", "Cc", "Mn", "Me", "So", "Sk"):
        return ""
    if category == "Pd":
        return "-"
    alike = unicodedata.normalize("NFKC", sign)
    return alike if alike.isascii() and category != "No" else sign


def _quotes_off(text: str) -> str:
    """Without a spreadsheet's mark for text (an apostrophe), a formula's "=", and quotes around the whole."""
    return text.lstrip(" \t\n'\"=`").rstrip(" \t\n'\"`,;")


_EXPONENT: Final = re.compile(r"[+-]?(\d+)(?:[.,](\d*))?[eE]([+-]?\d{1,3})")
_WHOLE_FLOAT: Final = re.compile(r"(\+?\d{5,15})[.,]0{1,6}")
_OTHER_VALUE: Final = re.compile(
    r"\d+[.,]\d{1,2}"  # an amount: 1234.5
    r"|(?:1?\d{1,2})\.\d{4,}"  # a place on the earth: 52.520008
    r"|(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)"  # a computer: 192.168.1.20
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+"  # thousands: 1,234.56
)
_YEAR: Final = r"(?:(?:19|20)\d\d|\d\d)"
_DATE: Final = re.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1" + _YEAR + r"|(?:0?[1-9]|1[0-2])([./-])"
    r"(?:0?[1-9]|[12]\d|3[01])\2"
    + _YEAR
    + r"|(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\3(?:0?[1-9]|[12]\d|3[01]))"
    r"(?:[T ].{0,30})?"
)


def _whole_number(text: str) -> str | RefusalReason | None:
    """What a spreadsheet or a program made of the cell; None if it was left as it was written."""
    if text.startswith("-"):
        return RefusalReason.NOT_A_NUMBER
    exponent = _EXPONENT.fullmatch(text)
    if exponent is not None:
        return _without_exponent(*exponent.groups())
    whole = _WHOLE_FLOAT.fullmatch(text)
    if whole is not None:
        return whole[1]
    if _DATE.fullmatch(text):
        return RefusalReason.DATE
    return RefusalReason.NOT_A_NUMBER if _OTHER_VALUE.fullmatch(text) else None


def is_as_written(text: str) -> bool:
    """Whether digits and usual separators, which together are a number's, may be joined; False to look closer."""
    if text[1:].isdigit():
        return True
    if len(text) <= _LONGEST_DATE and _DATE.fullmatch(text):
        return False
    if "." in text and (_WHOLE_FLOAT.fullmatch(text) or _OTHER_VALUE.fullmatch(text)):
        return False
    return not (" " in text and _SIDE_BY_SIDE.search(text))


_LONGEST_DATE: Final = 10


def _without_exponent(whole: str, fraction: str | None, exponent: str) -> str | RefusalReason:
    """3.108207129E9 is 3108207129; 4.479E+11 has lost its last digits."""
    digits = (fraction or "").rstrip("0")
    places = int(exponent)
    if places < 0 or len(digits) > places:
        return RefusalReason.NOT_A_NUMBER
    written = fraction or ""
    if len(written) < places:
        return RefusalReason.DIGITS_LOST
    return whole + written[:places]


_LABEL: Final = (
    "tel|telephone|phone(?: ?no| ?number)?|ph|mobile|mob|cell(?: ?phone)?|cel|celular|movil|home|work|office|business|"
    "main|direct|private|personal|gsm|handy|telefono|telefone|telefon|fon|fixe|portable|privat|mobil|mobiltelefon|"
    "whats ?app|wa|sms|callto|sip|number"
)
_LABEL_BEFORE: Final = re.compile(
    rf"(?:(?:{_LABEL}|[pmthwco])\.?\s*:\s*(?://)?|\((?:{_LABEL}|[mthwco])\)\s*|(?:{_LABEL})[.\s]\s*)(?=[+(\[\d])",
    re.I,
)
_LABEL_BEHIND: Final = re.compile(
    rf"(?<=[\d)])\s*(?:[(\[]\s*(?:{_LABEL}|[mthwco])\s*[)\]]|[\s-]+(?:{_LABEL})\.?)", re.I
)
_LINK: Final = re.compile(r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?(\d{6,15})", re.I)


def _labels_off(text: str) -> str:
    """Without what says whose or what kind of number it is, before or behind it."""
    link = _LINK.fullmatch(text)
    if link is not None:
        return "+" + link[1]
    before = _LABEL_BEFORE.match(text)
    text = text[before.end() :] if before else text
    behind = _LABEL_BEHIND.search(text)
    return text[: behind.start()] if behind and behind.end() == len(text) else text


_EXTENSION: Final = re.compile(
    r"(?<![\d\s().-])[\d\s().-]{4,}+(?:"
    r"[\s,;]*+(?:e?xt(?:ension|n)?|x|int(?:erno)?|anexo|ramal|poste|dw|durchwahl|nebenstelle|press|option|pin|toestel|"
    r"wew|доб|доп)[\s.:=#]*+|[\s,;]*+#\s*+|\s*+[,;]++\s*+(?:[pw]\s*+)?|[pw])\d{1,5}#?\Z",
    re.I,
)
_BETWEEN: Final = re.compile(
    r"[,;|&\\\n]|:::|(?<=[\s\d])(?:or|and|und|oder|ou|et|o|y|e|или|и)(?=[\s\d+])", re.I
)
# A whole number, a blank, and another one that begins as numbers do.
_SIDE_BY_SIDE: Final = re.compile(r"(?<![\d().-])[\d().-]{6,}+ +[(]?(?:\+|0)[\d().-]{5,}")
_WORD_NUMBER: Final = re.compile(r"\+?[\d\s().-]{3,}+(?:(?:[A-Za-z]{2,}+|\d++)[\s.-]*+){1,5}", re.ASCII)
_SIGNS: Final = re.compile(r"[(\[\s]*+\+?[\d\s().\-/~\[\]]+")
# The carrier that a Brazilian caller chooses: 0xx85.
_CARRIER_MARK: Final = re.compile(r"^(\(?0)\s*[xX]{2}(?=\s*\d)")
_ENOUGH: Final = 5
_A_WHOLE_WORD: Final = 7


def _why_not(text: str) -> RefusalReason | None:
    """Why the digits of this text must not be joined into one number."""
    if sum(map(str.isdigit, text)) == 0:
        return RefusalReason.NOT_A_NUMBER
    if _EXTENSION.search(text):
        return RefusalReason.EXTENSION
    parts = _BETWEEN.split(text)
    if len(parts) > 1:
        whole = [part for part in parts if sum(map(str.isdigit, part)) >= _ENOUGH]
        return RefusalReason.TWO_NUMBERS if len(whole) > 1 else RefusalReason.NOT_A_NUMBER
    if _SIDE_BY_SIDE.search(text) or text.count("+") > 1:
        return RefusalReason.TWO_NUMBERS
    if _SIGNS.fullmatch(_CARRIER_MARK.sub(r"\g<1>", text)):
        return _why_not_slash(text)
    if any(map(str.isalpha, text)):
        return None if _is_word_number(text) else RefusalReason.LETTERS
    return RefusalReason.NOT_A_NUMBER


def _is_word_number(text: str) -> bool:
    """1-800-FLOWERS: as printed, in capitals, or one whole word; whether its country has such is asked later."""
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) < 3 or not _WORD_NUMBER.fullmatch(text):
        return False
    return all(map(str.isupper, letters)) or re.search(rf"[A-Za-z]{{{_A_WHOLE_WORD}}}$", text) is not None


def _why_not_slash(text: str) -> RefusalReason | None:
    """A slash stands behind an area code (030/1234567) or between pairs; anywhere else it means two numbers."""
    parts = [re.sub(r"\D", "", part) for part in text.split("/")]
    if len(parts) == 1 or (len(parts) >= 4 and all(len(part) == 2 for part in parts[1:])):
        return None
    longest = 8 if text.lstrip(" (").startswith("+") else 10 if parts[0].startswith("00") else 6
    if len(parts) == 2 and len(parts[0]) <= longest and len(parts[1]) >= _ENOUGH:
        return None
    return RefusalReason.TWO_NUMBERS


def _without_area_slash(text: str) -> str:
    return text.replace("/", " ").replace("[", "(").replace("]", ")")
