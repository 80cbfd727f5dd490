"""Numbers: requirement 16 (wrong numbers are refused with a reason) and law 8 of docs/laws.md (numbers are masked)."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.number_cells import RefusalReason
from domain.number_plans import quick_number
from domain.phone_numbers import (
    NumberKind,
    NumberRefusal,
    PhoneNumber,
    masked,
    parse_number,
)

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)


@pytest.mark.parametrize(
    "text, region, e164, kind",
    [
        ("+14155552671", None, "+14155552671", NumberKind.FIXED_LINE_OR_MOBILE),
        (" (415) 555-2671 ", "US", "+14155552671", NumberKind.FIXED_LINE_OR_MOBILE),
        ("1-415-555-2671", "us", "+14155552671", NumberKind.FIXED_LINE_OR_MOBILE),
        ("98765 43210", "IN", "+919876543210", NumberKind.MOBILE),
        ("09876543210", "IN", "+919876543210", NumberKind.MOBILE),
        ("919876543210", "IN", "+919876543210", NumberKind.MOBILE),
        ("491712345678", "DE", "+491712345678", NumberKind.MOBILE),
        ("49 30 123456", "DE", "+4930123456", NumberKind.FIXED_LINE),
        ("491712345", "DE", "+49491712345", NumberKind.FIXED_LINE),
        ("0491712345678", "DE", "+49491712345678", NumberKind.FIXED_LINE),
        ("+0014155552671", "DE", "+14155552671", NumberKind.FIXED_LINE_OR_MOBILE),
        ("00 44 20 7946 0018", "DE", "+442079460018", NumberKind.FIXED_LINE),
        ("+44 (0)20 7946 0018", None, "+442079460018", NumberKind.FIXED_LINE),
        ("+39 06 1234 5678", None, "+390612345678", NumberKind.FIXED_LINE),
        ("٩٨٧٦٥٤٣٢١٠", "IN", "+919876543210", NumberKind.MOBILE),
        ("1-800-FLOWERS", "US", "+18003569377", NumberKind.TOLL_FREE),
        ("tel:+61-412-345-678", None, "+61412345678", NumberKind.MOBILE),
    ],
)
def test_spellings_of_a_number(text: str, region: str | None, e164: str, kind: NumberKind) -> None:
    number = parse_number(text, region)
    assert isinstance(number, PhoneNumber)
    assert (e164, kind) == (number.e164, number.kind)


@pytest.mark.parametrize(
    "text, region, reason",
    [
        ("", "US", RefusalReason.EMPTY),
        ("   ", "US", RefusalReason.EMPTY),
        ("call me", "US", RefusalReason.NOT_A_NUMBER),
        ("98765", None, RefusalReason.NO_REGION),
        ("9876543210", "ZZ", RefusalReason.UNKNOWN_REGION),
        ("+999123456789", None, RefusalReason.UNKNOWN_REGION),
        ("+0915123020522", "IN", RefusalReason.UNKNOWN_REGION),
        ("+1415555", None, RefusalReason.TOO_SHORT),
        ("+141555526711234", None, RefusalReason.TOO_LONG),
        ("4" * 61, "US", RefusalReason.TOO_LONG),
        ("+10005551234", None, RefusalReason.NOT_VALID),
        ("+910000000000", None, RefusalReason.NOT_VALID),
        ("+1 415 555 2671 ext. 5", None, RefusalReason.EXTENSION),
        ("911", "US", RefusalReason.EMERGENCY_OR_SHORT),
        ("112", None, RefusalReason.EMERGENCY_OR_SHORT),
        ("100", "IN", RefusalReason.EMERGENCY_OR_SHORT),
        ("+1 900 555 1234", None, RefusalReason.PREMIUM_OR_SHARED_COST),
        ("0845 123 4567", "GB", RefusalReason.PREMIUM_OR_SHARED_COST),
    ],
)
def test_refusals_say_why_and_never_repeat_the_number(
    text: str, region: str | None, reason: RefusalReason
) -> None:
    """Requirement 16."""
    refusal = parse_number(text, region)
    assert isinstance(refusal, NumberRefusal)
    assert reason is refusal.reason
    assert refusal.message.endswith(".")
    assert not text.strip() or text.strip() not in refusal.message


def by_library(text: str, region: str | None) -> tuple[str, str, int] | None:
    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed) or parsed.extension:
        return None
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return e164, phonenumbers.region_code_for_number(parsed) or "", phonenumbers.number_type(parsed)


def agrees_with_library(text: str, region: str | None) -> None:
    quick = quick_number(text, region)
    if quick is not None:
        assert by_library(text, region) == (f"+{quick.code}{quick.national}", quick.region, quick.kind)


KINDS = [
    kind for kind in phonenumbers.PhoneNumberType.values() if kind != phonenumbers.PhoneNumberType.UNKNOWN
]


def test_the_quick_way_agrees_with_the_library_on_every_region_s_examples() -> None:
    recognised = 0
    for region in REGIONS:
        for kind in KINDS:
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            national = phonenumbers.national_significant_number(example)
            for text in (f"+{example.country_code}{national}", national):
                agrees_with_library(text, region)
                recognised += quick_number(text, region) is not None
    assert recognised > 1500


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(REGIONS), st.booleans(), st.text("0123456789", min_size=5, max_size=13))
def test_the_quick_way_agrees_with_the_library_on_any_digits(
    region: str, with_code: bool, digits: str
) -> None:
    code = phonenumbers.country_code_for_region(region)
    agrees_with_library(f"+{code}{digits}" if with_code else digits, region)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(REGIONS), st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 12))
def test_the_quick_way_agrees_near_real_numbers(region: str, kind: int, digit: int, place: int) -> None:
    example = phonenumbers.example_number_for_type(region, kind)
    if example is None:
        return
    national = phonenumbers.national_significant_number(example)
    changed = national[:place] + str(digit) + national[place + 1 :]
    agrees_with_library(f"+{example.country_code} {changed}", region)
    agrees_with_library(f"+{'0' * (place % 3)}{example.country_code}{changed}", region)
    agrees_with_library(changed, region)
    agrees_with_library(f"{changed[:3]}-{changed[3:]}", region)


@given(st.text(max_size=70), st.sampled_from([None, "US", "IN", "xx", ""]))
def test_any_text_gets_an_answer(text: str, region: str | None) -> None:
    """Law 10: whatever a file holds, a number or a reason, never an exception."""
    answer = parse_number(text, region)
    if isinstance(answer, PhoneNumber):
        assert answer == parse_number(answer.e164, None)


@pytest.mark.parametrize(
    "e164, shown",
    [
        ("+919876543210", "+91***3210"),
        ("+14155552671", "+1***2671"),
        ("+3545551234", "+354***234"),
        ("+29912345", "+299***5"),
        ("+2901234", "+***"),
        ("112", "+***"),
        ("", "+***"),
    ],
)
def test_masked_form(e164: str, shown: str) -> None:
    assert shown == masked(e164)


@given(st.from_regex(r"\+[1-9][0-9]{1,14}", fullmatch=True))
def test_masking_hides_at_least_four_digits_or_everything(e164: str) -> None:
    shown = masked(e164)
    digits = sum(c.isdigit() for c in shown)
    assert digits == 0 or digits <= len(e164) - 1 - 4
    assert e164 not in shown
