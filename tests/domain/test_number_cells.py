"""What spreadsheets, programs and people write into a number's cell: read as it was meant, or never dialled."""

import re
from datetime import date

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneMetadata

from domain.number_cells import RefusalReason
from domain.phone_numbers import NumberKind, NumberRefusal, PhoneNumber, parse_number


@pytest.mark.parametrize(
    "text, region, e164",
    [
        # spreadsheets and programs
        ("4155552671.0", "US", "+14155552671"),
        ("30123456,0", "DE", "+4930123456"),
        ("+14155552671.00", None, "+14155552671"),
        ("4.155552671E9", "US", "+14155552671"),
        ('="4155552671"', "US", "+14155552671"),
        ("=+14155552671", None, "+14155552671"),
        ("'+91 98765 43210'", None, "+919876543210"),
        # marks
        ("+1\u202f415\u202f555\u202f2671", None, "+14155552671"),
        ("+1(415)555•2671", None, "+14155552671"),
        ("\u202a+14155552671\u202c", None, "+14155552671"),
        ("📞 +1 415 555 2671", None, "+14155552671"),
        ("++14155552671", None, "+14155552671"),
        # labels
        ("415 555 2671 (home)", "US", "+14155552671"),
        ("Mobile: 415-555-2671", "US", "+14155552671"),
        ("Tel.: 030 123456", "DE", "+4930123456"),
        ("p:+14155552671", None, "+14155552671"),
        ("https://wa.me/14155552671", None, "+14155552671"),
        # a slash behind the area code, or between pairs
        ("030/12345678", "DE", "+493012345678"),
        ("+49 (0)30 / 12345678", None, "+493012345678"),
        ("06/12/34/56/78", "FR", "+33612345678"),
        # trunk zeros and ways out of the country
        ("49(0)345279580", "DE", "+49345279580"),
        ("44(0)7400123456", "US", "+447400123456"),
        ("+39 (0)6 698 12345", None, "+390669812345"),
        ("+1 (0) 415 555 2671", None, "+14155552671"),
        ("091 98765 43210", "IN", "+919876543210"),
        ("0044 20 7946 0018", None, "+442079460018"),
        ("+0044 20 7946 0018", None, "+442079460018"),
        ("+91 91 98765 43210", None, "+919876543210"),
        ("(0xx85) 2222-2222", "BR", "+558522222222"),
        ("06-30-123-4567", "HU", "+36301234567"),
        # plans as they were
        ("+52 1 55 4163 7145", None, "+525541637145"),
        ("044 55 4525 8448", "MX", "+525545258448"),
        ("01 55 4163 7145", "MX", "+525541637145"),
        ("+55 11 8765 4321", None, "+5511987654321"),
        ("+54 9 351 15 412 3456", None, "+5493514123456"),
    ],
)
def test_what_was_meant_is_read(text: str, region: str | None, e164: str) -> None:
    number = parse_number(text, region)
    assert isinstance(number, PhoneNumber), number
    assert e164 == number.e164


@pytest.mark.parametrize(
    "text, region, reason",
    [
        ("4.15555E+09", "US", RefusalReason.DIGITS_LOST),
        ("4,15555E+09", "DE", RefusalReason.DIGITS_LOST),
        ("-7811", "DE", RefusalReason.NOT_A_NUMBER),
        ("18.11.2026", "DE", RefusalReason.DATE),
        ("2026-11-18 10:30", "DE", RefusalReason.DATE),
        ("11/18/2026", "US", RefusalReason.DATE),
        ("12-11-2026", "SG", RefusalReason.DATE),
        ("1234567.89", "DE", RefusalReason.NOT_A_NUMBER),
        ("52.520008", "DE", RefusalReason.NOT_A_NUMBER),
        ("192.168.100.25", "PL", RefusalReason.NOT_A_NUMBER),
        ("#4155552671", "US", RefusalReason.NOT_A_NUMBER),
        ("4155552671²", "US", RefusalReason.NOT_A_NUMBER),
        ("*67 415 555 2671", "US", RefusalReason.NOT_A_NUMBER),
        ("Order 4155552671", "US", RefusalReason.LETTERS),
        ("030 123456O", "DE", RefusalReason.LETTERS),
        ("9876 543 Abc", "IN", RefusalReason.LETTERS),
        ("212-555-PLUM", "US", RefusalReason.LETTERS),
        ("415 555 2671 (do not call)", "US", RefusalReason.LETTERS),
        ("415-555-2671, 415-555-2672", "US", RefusalReason.TWO_NUMBERS),
        ("415-555-2671 or 415-555-2672", "US", RefusalReason.TWO_NUMBERS),
        ("030 1234 5678 / 9", "DE", RefusalReason.TWO_NUMBERS),
        ("030123456 0171234567", "DE", RefusalReason.TWO_NUMBERS),
        ("+49 30 123456 +49 30 123457", None, RefusalReason.TWO_NUMBERS),
        ("415-555-2671, 136", "US", RefusalReason.EXTENSION),
        ("030 123456 DW 12", "DE", RefusalReason.EXTENSION),
        ("+870 773 111 632", None, RefusalReason.SATELLITE),
        ("+881 6 1234 5678", None, RefusalReason.SATELLITE),
        ("15616842411", "MX", RefusalReason.TOO_LONG),
        ("+225 59005608", None, RefusalReason.TOO_SHORT),
        ("9999999999", "IN", RefusalReason.INVENTED),
        ("1234567890", "IN", RefusalReason.INVENTED),
        ("NULL", "US", RefusalReason.EMPTY),
        ("-", "US", RefusalReason.EMPTY),
        ("#N/A", "US", RefusalReason.EMPTY),
    ],
)
def test_what_is_no_single_number_is_refused_with_its_reason(
    text: str, region: str | None, reason: RefusalReason
) -> None:
    refusal = parse_number(text, region)
    assert isinstance(refusal, NumberRefusal), refusal
    assert reason is refusal.reason
    assert text not in refusal.message


@pytest.mark.parametrize(
    "text, region, e164",
    [
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("1-800-flowers", "US", "+18003569377"),
        ("1-888-CALL-NOW", "US", "+18882255669"),
        ("0800 TELEKOM", "DE", "+498008353566"),
        ("800 555 call", "US", None),
        ("0800 12 Anna", "FR", None),
    ],
)
def test_letters_are_digits_in_a_printed_toll_free_number_alone(
    text: str, region: str, e164: str | None
) -> None:
    number = parse_number(text, region)
    assert e164 == (number.e164 if isinstance(number, PhoneNumber) else None)
    if isinstance(number, PhoneNumber):
        assert number.kind is NumberKind.TOLL_FREE


def test_no_region_s_short_number_is_ever_dialled() -> None:
    """Emergency, premium and service numbers of the number library's own tables."""
    tried = 0
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        plan = PhoneMetadata.short_metadata_for_region(region)
        for kind in (
            "emergency",
            "short_code",
            "premium_rate",
            "standard_rate",
            "toll_free",
            "carrier_specific",
        ):
            example = getattr(getattr(plan, kind, None), "example_number", None)
            if example:
                tried += 1
                assert isinstance(parse_number(example, region), NumberRefusal), (region, example)
    assert tried > 600


REGIONS = ["US", "DE", "AT", "IN", "GB", "FR", "BR", "JP", "IT", "AU"]
DIGITS = st.text("0123456789", min_size=6, max_size=12)


@given(DIGITS, st.sampled_from(REGIONS))
def test_a_float_is_the_number_it_was_made_of(digits: str, region: str) -> None:
    assert parse_number(digits, region) == parse_number(f"{digits}.0", region)


@given(DIGITS, st.sampled_from(REGIONS), st.integers(1, 5), st.sampled_from("eE"))
def test_a_rounded_number_is_never_dialled(digits: str, region: str, lost: int, sign: str) -> None:
    rounded = f"{digits[0]}.{digits[1:-lost]}{sign}+{len(digits) - 1:02}"
    assert isinstance(parse_number(rounded, region), NumberRefusal)


@given(
    DIGITS,
    DIGITS,
    st.sampled_from(REGIONS),
    st.sampled_from([", ", "; ", " & ", " or ", " | ", "\n", " ::: "]),
)
def test_two_numbers_are_never_one(first: str, second: str, region: str, between: str) -> None:
    together = parse_number(f"+{first}{between}{second}", region)
    joined = re.sub(r"\D", "", first + second)
    assert not isinstance(together, PhoneNumber) or joined != together.e164[1:]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(REGIONS),
    st.sampled_from(["%d.%m.%Y", "%m/%d/%Y", "%Y-%m-%d", "%d-%m-%y"]),
)
def test_a_date_is_no_number(day: date, region: str, form: str) -> None:
    written = day.strftime(form)
    assert isinstance(parse_number(written, region), NumberRefusal)


@given(DIGITS, st.text("abcdefgxyzO", min_size=1, max_size=4), st.sampled_from(REGIONS))
def test_letters_among_the_digits_are_neither_dropped_nor_dialled(
    digits: str, letters: str, region: str
) -> None:
    middle = len(digits) // 2
    found = parse_number(f"{digits[:middle]}{letters}{digits[middle:]}", region)
    assert isinstance(found, NumberRefusal)
