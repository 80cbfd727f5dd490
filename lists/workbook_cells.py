"""What a workbook's cell shows, as the text that a list has in its place.

Numbers come without a float's tail, with the zeros and the plus that their format shows; dates as 2027-01-15.
"""

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape

LONGEST_TEXT: Final = 40_000
"""Characters; a spreadsheet's own limit is 32,767."""


def shown(value: object, number_format: str, epoch: datetime) -> str:
    """The cell's text; empty for None. epoch: the day from which the workbook counts its dates."""
    if value is None:
        return ""
    if isinstance(value, str):
        return unescape(value[:LONGEST_TEXT]).replace("\x00", "") if "_x" in value else value[:LONGEST_TEXT]
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return _number(value, number_format, epoch)
    return _moment(value)


def _number(value: float, number_format: str, epoch: datetime) -> str:
    kind = _kind_of(number_format)
    if kind in ("date", "span"):
        try:
            return _moment(from_excel(value, epoch, timedelta=kind == "span"))
        except (OverflowError, ValueError):
            return _plain(value)  # a phone number in a column of dates
    if kind == "percent":
        return f"{_plain(value * 100)}%"
    plain = _plain(value)
    return _as_written(plain, number_format) if kind == "written" and plain.isdigit() else plain


@lru_cache(maxsize=1024)
def _kind_of(number_format: str) -> str:
    if is_date_format(number_format):
        return "span" if is_timedelta_format(number_format) else "date"
    section = number_format.split(";")[0]
    if "%" in _LITERAL.sub("", section):
        return "percent"
    literals = "".join(part.strip('"').lstrip("\\") for part in _PART.findall(section) if part not in "0#?")
    says_more = section.count("0") > 1 or any(sign == "+" or sign.isdigit() for sign in literals)
    return "written" if says_more and _WRITTEN.fullmatch(section) else ""


_LITERAL: Final = re.compile(r'"[^"]*"|\\.')
_PART: Final = re.compile(r'"[^"]*"|\\.|.')
# Placeholders and signs that are shown as they stand; a decimal point, thousands and fractions are another matter.
_WRITTEN: Final = re.compile(r'(?:"[^"]*"|\\.|[0#?()+\- ])+')


def _as_written(digits: str, number_format: str) -> str:
    """The digits in their format's places: 2134 in 00000 is 02134, 9876543210 in "+91 "0 is +91 9876543210."""
    parts = _PART.findall(number_format.split(";")[0])
    written: list[str] = []
    left = digits
    places = sum(part in "0#?" for part in parts)
    for part in reversed(parts):
        if part not in "0#?":
            written.append(part.strip('"') if part.startswith('"') else part.removeprefix("\\"))
            continue
        places -= 1
        here = 1 if places else len(left)  # the first place takes all that is left
        written.append(left[-here:] if left and here else "0" if part == "0" and not left else "")
        left = left[: len(left) - here]
    return "".join(reversed(written)).strip()


def _plain(value: float) -> str:
    """All digits of a number, of which a spreadsheet keeps fifteen; never with an exponent a list could mistake."""
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return str(value)
    if value.is_integer() and abs(value) < _LONGEST_WHOLE:
        return str(int(value))
    text = format(value, ".15g")
    return format(Decimal(text), "f") if "e" in text and abs(value) > _SMALLEST else text


_LONGEST_WHOLE: Final = 1e21
_SMALLEST: Final = 1e-9


def _moment(value: object) -> str:
    match value:
        case datetime():
            written = value.isoformat(" ", "minutes" if not value.second else "seconds")
            return written.removesuffix(" 00:00")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes" if not value.second else "seconds")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return str(value)
