"""Telephone numbers: any spelling to E.164, what kind of number it is, why one is refused, and its masked form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

import phonenumbers
from phonenumbers import SUPPORTED_REGIONS, NumberParseException, PhoneNumberType

from domain.number_cells import RefusalReason, is_as_written, plain_number
from domain.number_plans import quick_number


class NumberKind(StrEnum):
    """What kind of number it is, as far as its digits tell."""

    FIXED_LINE = "fixed_line"
    MOBILE = "mobile"
    FIXED_LINE_OR_MOBILE = "fixed_line_or_mobile"
    VOIP = "voip"
    TOLL_FREE = "toll_free"
    PERSONAL = "personal"
    COMPANY = "company"
    PAGER = "pager"
    VOICEMAIL_ACCESS = "voicemail_access"


class PhoneNumber(NamedTuple):
    """A number that exists by its country's plan: "+" and digits, ISO region ("001" for none), kind."""

    e164: str
    region: str
    kind: NumberKind


@dataclass(frozen=True, slots=True)
class NumberRefusal:
    """Why a text was refused; the message says how to mend it and never repeats the text."""

    reason: RefusalReason
    message: str


_MESSAGES: Final[dict[RefusalReason, str]] = {
    RefusalReason.EMPTY: "The phone number is empty; fill it in.",
    RefusalReason.NOT_A_NUMBER: "This is not a phone number; write it with digits, such as +14155552671.",
    RefusalReason.NO_REGION: "The number has no country; write it with + and the country code, or name a default region.",
    RefusalReason.UNKNOWN_REGION: "The default region or the country code is unknown; use an ISO code such as US or IN.",
    RefusalReason.TOO_SHORT: "The number has too few digits for its country; check that none is missing.",
    RefusalReason.TOO_LONG: "The number has too many digits for its country; keep one number per field.",
    RefusalReason.NOT_VALID: "No such number can exist in its country; check the area code and the digits.",
    RefusalReason.EXTENSION: "Numbers with an extension cannot be dialled; give a direct number.",
    RefusalReason.EMERGENCY_OR_SHORT: "Emergency and short numbers are never called; give the full number.",
    RefusalReason.PREMIUM_OR_SHARED_COST: "Premium-rate and shared-cost numbers are never called; give an ordinary number.",
    RefusalReason.SATELLITE: "Satellite and worldwide network numbers are never called; give an ordinary number.",
    RefusalReason.DATE: "This is a date, not a phone number; check which column holds the number.",
    RefusalReason.DIGITS_LOST: "The spreadsheet has rounded this number; format the column as text and enter it again.",
    RefusalReason.TWO_NUMBERS: "The cell holds more than one number; keep one number per field.",
    RefusalReason.LETTERS: "Letters stand for digits only in printed toll-free numbers; write the number with digits.",
    RefusalReason.INVENTED: "This is a filler, not a phone number; give the real number.",
}

_KINDS: Final[dict[int, NumberKind]] = {
    PhoneNumberType.FIXED_LINE: NumberKind.FIXED_LINE,
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.VOIP: NumberKind.VOIP,
    PhoneNumberType.TOLL_FREE: NumberKind.TOLL_FREE,
    PhoneNumberType.PERSONAL_NUMBER: NumberKind.PERSONAL,
    PhoneNumberType.UAN: NumberKind.COMPANY,
    PhoneNumberType.PAGER: NumberKind.PAGER,
    PhoneNumberType.VOICEMAIL: NumberKind.VOICEMAIL_ACCESS,
}
_COSTLY: Final = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST})
_PARSE_ERRORS: Final[dict[int, RefusalReason]] = {
    NumberParseException.INVALID_COUNTRY_CODE: RefusalReason.NO_REGION,
    NumberParseException.NOT_A_NUMBER: RefusalReason.NOT_A_NUMBER,
    NumberParseException.TOO_SHORT_AFTER_IDD: RefusalReason.TOO_SHORT,
    NumberParseException.TOO_SHORT_NSN: RefusalReason.TOO_SHORT,
    NumberParseException.TOO_LONG: RefusalReason.TOO_LONG,
}
# Emergency and service numbers are written bare; no country's full numbers are this short.
_SHORT: Final = re.compile(r"[*#]?\d{2,4}[*#]?")
_LONGEST_SHORT: Final = 6
_LONGEST_TEXT: Final = 60


def parse_number(text: str, default_region: str | None) -> PhoneNumber | NumberRefusal:
    """The number a person meant, or why it cannot be called.

    default_region: ISO code ("IN") of numbers written without a country code; None asks for the "+" form.
    """
    if not text or not text.strip():
        return _refuse(RefusalReason.EMPTY)
    if len(text) > _LONGEST_TEXT:
        return _refuse(RefusalReason.TOO_LONG)
    text = text.strip()
    if len(text) <= _LONGEST_SHORT and _SHORT.fullmatch(text):
        return _refuse(RefusalReason.EMERGENCY_OR_SHORT)
    region = default_region.upper() if default_region else None
    quick = quick_number(text, region)
    if quick is not None and is_as_written(text):
        return _of_kind(f"+{quick.code}{quick.national}", quick.region, quick.kind)
    plain = plain_number(text)
    if isinstance(plain, RefusalReason):
        return _refuse(plain)
    if region is not None and region not in SUPPORTED_REGIONS:
        return _refuse(RefusalReason.UNKNOWN_REGION)
    return _parsed(plain, region)


def _parsed(plain: str, region: str | None) -> PhoneNumber | NumberRefusal:
    """The first of the readings that is a number; else why the plain text is none."""
    if any(map(str.isalpha, plain)):
        return _in_words(plain, region)
    refused = None
    for reading in _readings(plain, region):
        found = _read(reading, region)
        if isinstance(found, PhoneNumber) or found.reason in _SETTLED:
            return found
        refused = refused or found
    return refused or _refuse(RefusalReason.NOT_A_NUMBER)


def _read(text: str, region: str | None) -> PhoneNumber | NumberRefusal:
    try:
        return _checked(phonenumbers.parse(text, region))
    except NumberParseException as error:
        return _refuse(_parse_error(error, text))


_SETTLED: Final = frozenset(
    {RefusalReason.PREMIUM_OR_SHARED_COST, RefusalReason.SATELLITE, RefusalReason.INVENTED}
)
_ZERO: Final = re.compile(r"\(\s*0\s*\)")
_CODE_AND_ZERO: Final = re.compile(r"\s*+(?:\+|00)?\s*+\(?([1-9]\d{0,2})\)?\s*+(?=\(\s*+0\s*+\))")


def _readings(plain: str, region: str | None) -> Iterator[str]:
    """What may be meant, the likeliest first; a later one counts only where no such number exists in an earlier one.

    Trunk zeros, ways out of the country and plans that were changed are written in all of these ways.
    """
    if re.match(r"\+\s*00", plain):
        plain = plain.lstrip("+ ")
    code = _CODE_AND_ZERO.match(plain)
    if code is not None:  # 49(0)345 279580: only behind a country's code a zero is put in brackets
        plain = f"+{code[1]}{plain[code.end() :]}"
    digits = re.sub(r"\D", "", plain)
    if "+" not in plain and region is not None and _lacks_plus(digits, region):
        yield f"+{digits}"
    yield plain
    if _ZERO.search(plain):
        yield _ZERO.sub(" ", plain)
    if "+" not in plain:
        if digits.startswith("00"):
            digits = digits[2:]
            yield f"+{digits}"
        elif region is not None:
            home = _code_of(region)
            bare = digits.removeprefix("0")
            if bare.startswith(home):
                digits = bare
                yield f"+{digits}"
            elif len(digits) == _ONE_AND_TEN and digits[0] == "1":
                return  # 1 and ten digits: Mexico's old prefix, or a number of the United States
            else:
                digits = home + digits
    own = country_code(digits)
    if digits.startswith(own * 2):
        yield f"+{digits[len(own) :]}"  # a form put the code before a number that had it
    yield from _by_old_plan(digits)


def _code_of(region: str) -> str:
    return str(phonenumbers.country_code_for_region(region))


def _lacks_plus(digits: str, region: str) -> bool:
    """Whether these begin with the region's own code, where at home they would begin with a 0."""
    return _begins_with_zero(region) and digits.startswith(_code_of(region))


@lru_cache(maxsize=512)
def _begins_with_zero(region: str) -> bool:
    """Whether numbers are dialled with a 0 before them there."""
    plan = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    return plan is not None and plan.national_prefix == "0"


_ONE_AND_TEN: Final = 11
_MEXICO: Final = re.compile(r"52(?:1|044|045|01)(\d{10})")
_BRAZIL: Final = re.compile(r"55(\d\d)([689]\d{7})")
_ARGENTINA: Final = re.compile(r"54(?:9)?0?(?=\d{12}\Z)")


def _by_old_plan(digits: str) -> Iterator[str]:
    """The number as it is today, of digits as they were written before its country's plan was changed.

    Mexico's mobile prefix is gone since 2019, Brazil's mobiles have a ninth digit since 2016; Argentina's 15 is a 9 from
    abroad. Ivory Coast's old numbers have several successors and are not guessed.
    """
    mexican = _MEXICO.fullmatch(digits)
    if mexican is not None:
        yield f"+52{mexican[1]}"
    brazilian = _BRAZIL.fullmatch(digits)
    if brazilian is not None:
        yield f"+55{brazilian[1]}9{brazilian[2]}"
    argentine = _ARGENTINA.match(digits)
    if argentine is not None:
        rest = digits[argentine.end() :]
        yield from (f"+549{rest[:n]}{rest[n + 2 :]}" for n in (2, 3, 4) if rest[n : n + 2] == "15")


# Calling codes of countries whose toll-free numbers are printed as words.
_WORD_CODES: Final = frozenset({1, 27, 31, 41, 43, 44, 49, 61, 64, 353})


def _in_words(plain: str, region: str | None) -> PhoneNumber | NumberRefusal:
    found = _read(plain, region)
    if isinstance(found, PhoneNumber):
        word = found.kind is NumberKind.TOLL_FREE and int(country_code(found.e164)) in _WORD_CODES
        return found if word else _refuse(RefusalReason.LETTERS)
    return found


def is_region(code: str) -> bool:
    """Whether numbers can be read as those of this country ("IN")."""
    return code in SUPPORTED_REGIONS


def region_of_code(code: str) -> str | None:
    """The region numbers with this calling code are read by ("91": "IN"; of several the main one); None for no code."""
    region = phonenumbers.region_code_for_country_code(int(code))
    return region if region in SUPPORTED_REGIONS else None


def _parse_error(error: NumberParseException, text: str) -> RefusalReason:
    reason = _PARSE_ERRORS.get(error.error_type, RefusalReason.NOT_A_NUMBER)
    if reason is RefusalReason.NO_REGION and "+" in text:
        return RefusalReason.UNKNOWN_REGION
    return reason


def _checked(parsed: phonenumbers.PhoneNumber) -> PhoneNumber | NumberRefusal:
    if parsed.extension:
        return _refuse(RefusalReason.EXTENSION)
    kind = phonenumbers.number_type(parsed)
    region = phonenumbers.region_code_for_number(parsed)
    if kind == PhoneNumberType.UNKNOWN or region is None:
        return _refuse(_why_not_valid(parsed))
    return _of_kind(f"+{parsed.country_code}{phonenumbers.national_significant_number(parsed)}", region, kind)


def _of_kind(e164: str, region: str, kind: int) -> PhoneNumber | NumberRefusal:
    if kind in _COSTLY:
        return _refuse(RefusalReason.PREMIUM_OR_SHARED_COST)
    if region == _NO_REGION:
        return (
            PhoneNumber(e164, region, _KINDS[kind])
            if kind == _TOLL_FREE
            else _refuse(RefusalReason.SATELLITE)
        )
    if len(e164) > _LONGEST_E164:
        return _refuse(RefusalReason.TOO_LONG)
    if e164[-4:] in _FILLER_ENDS and e164[1 + len(country_code(e164)) :] in _FILLERS:
        return _refuse(RefusalReason.INVENTED)
    return PhoneNumber(e164, region, _KINDS[kind])


_NO_REGION: Final = "001"
_TOLL_FREE: Final = PhoneNumberType.TOLL_FREE
_LONGEST_E164: Final = 16  # "+" and 15 digits
# Whole national numbers that people type where one is asked for.
_FILLERS: Final = frozenset(
    {digit * length for digit in "0123456789" for length in range(7, 12)}
    | {"1234567890"[:length] for length in range(7, 11)}
    | {"0123456789"}
)
_FILLER_ENDS: Final = frozenset(filler[-4:] for filler in _FILLERS)


def _why_not_valid(parsed: phonenumbers.PhoneNumber) -> RefusalReason:
    possible = phonenumbers.is_possible_number_with_reason(parsed)
    if possible == phonenumbers.ValidationResult.TOO_SHORT:
        return RefusalReason.TOO_SHORT
    if possible == phonenumbers.ValidationResult.TOO_LONG:
        return RefusalReason.TOO_LONG
    if possible == phonenumbers.ValidationResult.INVALID_COUNTRY_CODE:
        return RefusalReason.UNKNOWN_REGION
    return RefusalReason.NOT_VALID


def _refuse(reason: RefusalReason) -> NumberRefusal:
    return _REFUSALS[reason]


_REFUSALS: Final = {reason: NumberRefusal(reason, message) for reason, message in _MESSAGES.items()}

# Country codes by length; all others that start with these digits are three digits long (ITU E.164 list).
_TWO_DIGIT_CODES: Final = frozenset(
    [
        "20",
        "27",
        "30",
        "31",
        "32",
        "33",
        "34",
        "36",
        "39",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "49",
        "51",
        "52",
        "53",
        "54",
        "55",
        "56",
        "57",
        "58",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "81",
        "82",
        "84",
        "86",
        "90",
        "91",
        "92",
        "93",
        "94",
        "95",
        "98",
    ]
)
_SHOWN: Final = 4
_HIDDEN_AT_LEAST: Final = 4


def country_code(e164: str) -> str:
    """The calling code of an E.164 number, without "+": "1", "91", "353"."""
    digits = e164.removeprefix("+")
    if digits[:1] in ("1", "7"):
        return digits[:1]
    return digits[:2] if digits[:2] in _TWO_DIGIT_CODES else digits[:3]


def masked(e164: str) -> str:
    """The number for logs and screens: "+91***3210". Of short numbers less than four digits, or none, are shown."""
    digits = re.sub(r"\D", "", e164)
    code = country_code(digits)
    rest = digits[len(code) :]
    shown = min(_SHOWN, max(0, len(rest) - _HIDDEN_AT_LEAST))
    return f"+{code}***{rest[len(rest) - shown :]}" if len(rest) > _HIDDEN_AT_LEAST else "+***"


def national_digits(e164: str) -> str:
    """The digits of an E.164 number without its country's code, as people of that country write them down."""
    return phonenumbers.national_significant_number(phonenumbers.parse(e164))
