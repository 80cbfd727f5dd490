"""What was repaired in a number's cell is told; what could be repaired is offered, and never done unasked."""

import pytest

from domain.offered_repairs import Repair, offered, repair_of
from domain.phone_numbers import NumberRefusal, PhoneNumber, parse_number


@pytest.mark.parametrize(
    "cell, region, repair",
    [
        ("+14155552671", None, None),
        ("4155552671", "US", None),
        ("(415) 555-2671", "US", None),
        ("+1 (415) 555-2671", None, None),
        ("1 415 555 2671", "US", None),
        ("011 44 20 7946 0958", "US", None),
        ("0049 30 1234567", "FR", None),
        ("+49 (0)30 1234567", None, None),
        ("030/1234567", "DE", None),
        ("8 (495) 123-45-67", "RU", None),
        ("+39 06 6982 1234", None, None),
        ("06 6982 1234", "IT", None),
        ("06 20 123 4567", "HU", None),
        ("4155552671.0", "US", Repair.SPREADSHEET_NUMBER),
        ("4.155552671E9", "US", Repair.SPREADSHEET_NUMBER),
        ("9.19876543210E+11", "IN", Repair.SPREADSHEET_NUMBER),
        ("'4155552671", "US", Repair.SIGNS),
        ('="4155552671"', "US", Repair.SIGNS),
        ("\u202a+14155552671\u202c", None, Repair.SIGNS),
        ("٠٥٠١٢٣٤٥٦٧", "SA", Repair.SIGNS),
        ("tel: 415-555-2671", "US", Repair.LABEL),
        ("415-555-2671 (mobile)", "US", Repair.LABEL),
        ("1-800-FLOWERS", "US", Repair.LETTERS),
        ("+52 1 55 1234 5678", None, Repair.RENUMBERED),
        ("11 9712-3456", "BR", Repair.RENUMBERED),
        ("+54 11 15 2345 6789", None, Repair.RENUMBERED),
    ],
)
def test_a_repair_is_told_and_a_usual_writing_is_none(
    cell: str, region: str | None, repair: Repair | None
) -> None:
    number = parse_number(cell, region)
    assert isinstance(number, PhoneNumber), number
    assert repair == repair_of(cell, number)


@pytest.mark.parametrize(
    "cell, region, expected",
    [
        ("4155552671 / 4155552672", "US", (Repair.FIRST_NUMBER, "+14155552671")),
        ("4155552671;4155552672", "US", (Repair.FIRST_NUMBER, "+14155552671")),
        ("4155552671 or 4155552672", "US", (Repair.FIRST_NUMBER, "+14155552671")),
        ("+14155552671 +14155552672", None, (Repair.FIRST_NUMBER, "+14155552671")),
        ("12345678901234 / 4155552672", "US", (Repair.FIRST_NUMBER, "+14155552672")),
        ("030 1234567 oder 0171 1234567", "DE", (Repair.FIRST_NUMBER, "+49301234567")),
        ("415-555-2671 x12", "US", (Repair.WITHOUT_EXTENSION, "+14155552671")),
        ("+49 30 1234567 Durchwahl 12", None, (Repair.WITHOUT_EXTENSION, "+49301234567")),
        ("(415) 555-2671 ext. 4", "US", (Repair.WITHOUT_EXTENSION, "+14155552671")),
        ("22-11-2024", "DK", (Repair.DIGITS, "+4522112024")),
        ("4,155,552,671", "US", (Repair.DIGITS, "+14155552671")),
        ("12.05.2024", "US", None),
        ("2024-05-12 10:00", "DK", None),
        ("900 555 0100 / 911", "US", None),
        ("N/A", "US", None),
        ("call me", "US", None),
        ("192.168.1.20", "DE", None),
    ],
)
def test_what_could_be_repaired_is_offered(
    cell: str, region: str | None, expected: tuple[Repair, str] | None
) -> None:
    refused = parse_number(cell, region)
    assert isinstance(refused, NumberRefusal), refused
    found = offered(cell, region, refused.reason)
    assert expected == (found and (found[0], found[1].e164))
