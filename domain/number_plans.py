"""Numbering plans, compiled: the ordinary spellings of a number recognised at a fraction of the full parser's cost.

Built from the number library's own plans. Only plain cases are answered here: digits and usual separators, no trunk or
international prefix, nothing that the parser would have to guess; for everything else the answer is None and the full
parser decides. Where this file answers, the parser gives the same answer (a property test says so).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberType

_Match = Callable[[str], object]
_SEPARATORS: Final = str.maketrans("", "", " -.()")
_PLAIN: Final = re.compile(r"\+?[0-9][0-9 .()\-]*|\([0-9][0-9 .()\-]*", re.ASCII)
_SHORTEST, _LONGEST = 5, 15


class QuickNumber(NamedTuple):
    """A valid number: country calling code, national digits, ISO region, the library's PhoneNumberType."""

    code: str
    national: str
    region: str
    kind: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """One region's plan, its checks in the library's order of precedence."""

    leading_digits: _Match | None
    general: tuple[frozenset[int], _Match]
    kinds: tuple[tuple[int, frozenset[int], _Match], ...]
    fixed_is_mobile: bool
    mobile: tuple[frozenset[int], _Match] | None

    def kind_of(self, national: str) -> int | None:
        """The kind of a national number; None where the plan has none such."""
        length = len(national)
        if not _fits(self.general, national, length):
            return None
        for kind, lengths, match in self.kinds:
            if (not lengths or length in lengths) and match(national):
                if kind == PhoneNumberType.FIXED_LINE and (self.fixed_is_mobile or self._is_mobile(national)):
                    return PhoneNumberType.FIXED_LINE_OR_MOBILE
                return kind
        if not self.fixed_is_mobile and self._is_mobile(national):
            return PhoneNumberType.MOBILE
        return None

    def _is_mobile(self, national: str) -> bool:
        return self.mobile is not None and _fits(self.mobile, national, len(national))


def _fits(check: tuple[frozenset[int], _Match], national: str, length: int) -> bool:
    lengths, match = check
    return (not lengths or length in lengths) and match(national) is not None


def quick_number(text: str, default_region: str | None) -> QuickNumber | None:
    """The number, where it is valid and plainly written; None to ask the full parser."""
    if not _PLAIN.fullmatch(text):
        return None
    digits = text.translate(_SEPARATORS)
    if digits[0] == "+":
        found = _split_code(digits[1:4])
        if found is None:
            return None
        code, prefix = found
        national = digits[1 + len(code) :]
    elif default_region is not None:
        own = _home(default_region)
        if own is None or own.guesses(digits):
            return None
        code, prefix, national = own.code, own.prefix, digits
    else:
        return None
    if not _SHORTEST <= len(national) <= _LONGEST or national[0] == "0" or (prefix and prefix(national)):
        return None
    return _valid(code, national)


def _valid(code: str, national: str) -> QuickNumber | None:
    for region, plan in _plans(code):
        if plan.leading_digits is not None and not plan.leading_digits(national):
            continue
        kind = plan.kind_of(national)
        if kind is not None:
            return QuickNumber(code, national, region, kind)
        if plan.leading_digits is not None:
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Home:
    """How numbers are written inside a region; what may be a prefix is left to the parser."""

    code: str
    prefix: _Match | None
    international: _Match | None

    def guesses(self, digits: str) -> bool:
        """Whether the digits may begin with the country code or the way out of the country."""
        return digits.startswith(self.code) or bool(self.international and self.international(digits))


@lru_cache(maxsize=512)
def _home(region: str) -> _Home | None:
    plan = PhoneMetadata.metadata_for_region(region, None)
    if plan is None:
        return None
    return _Home(
        str(plan.country_code),
        _matcher(plan.national_prefix_for_parsing),
        _matcher(plan.international_prefix),
    )


@lru_cache(maxsize=2048)
def _split_code(digits: str) -> tuple[str, _Match | None] | None:
    """The calling code at the start of some digits, and its main region's trunk prefix; None for no geographic one.

    None begins with 0: "+001415" is a way out of a country behind a plus, which the parser knows.
    """
    if digits.startswith("0"):
        return None
    for length in (1, 2, 3):
        code = digits[:length]
        if int(code) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            home = _home(phonenumbers.region_code_for_country_code(int(code)))
            return None if home is None else (code, home.prefix)
    return None


@lru_cache(maxsize=512)
def _plans(code: str) -> tuple[tuple[str, _Plan], ...]:
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code), ())
    found = []
    for region in regions:
        plan = PhoneMetadata.metadata_for_region(region, None)
        if plan is not None:
            # With one region the library asks no leading digits.
            found.append((region, _compiled(plan, alone=len(regions) == 1)))
    return tuple(found)


def _compiled(plan: Any, *, alone: bool) -> _Plan:
    kinds = (
        (PhoneNumberType.PREMIUM_RATE, plan.premium_rate),
        (PhoneNumberType.TOLL_FREE, plan.toll_free),
        (PhoneNumberType.SHARED_COST, plan.shared_cost),
        (PhoneNumberType.VOIP, plan.voip),
        (PhoneNumberType.PERSONAL_NUMBER, plan.personal_number),
        (PhoneNumberType.PAGER, plan.pager),
        (PhoneNumberType.UAN, plan.uan),
        (PhoneNumberType.VOICEMAIL, plan.voicemail),
        (PhoneNumberType.FIXED_LINE, plan.fixed_line),
    )
    checks = ((kind, _check(desc)) for kind, desc in kinds)
    return _Plan(
        leading_digits=None if alone else _matcher(plan.leading_digits),
        general=_check(plan.general_desc) or (frozenset({0}), _never),
        kinds=tuple((kind, *check) for kind, check in checks if check is not None),
        fixed_is_mobile=bool(plan.same_mobile_and_fixed_line_pattern),
        mobile=_check(plan.mobile),
    )


def _check(desc: Any) -> tuple[frozenset[int], _Match] | None:
    if desc is None or not desc.national_number_pattern:
        return None
    return frozenset(desc.possible_length), re.compile(desc.national_number_pattern).fullmatch


def _matcher(pattern: str | None) -> _Match | None:
    return re.compile(pattern).match if pattern else None


def _never(national: str) -> None:
    return None
