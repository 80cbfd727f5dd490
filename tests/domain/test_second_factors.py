"""Which steps of time count, and what is meant as a code."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.second_factors import is_code, plain, steps_at

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("seconds, middle", [(59, 1), (60, 2), (89.9, 2), (90, 3)])
def test_a_telephones_clock_may_be_one_step_off(seconds: float, middle: int) -> None:
    assert [middle - 1, middle, middle + 1] == list(steps_at(EPOCH + timedelta(seconds=seconds)))


@pytest.mark.parametrize(
    "typed, code",
    [
        ("123 456", True),
        ("123-456", True),
        ("12345", False),
        ("1234567", False),
        ("12345a", False),
        ("١٢٣٤٥٦", False),
    ],
)
def test_six_digits_are_a_code_however_they_are_typed(typed: str, code: bool) -> None:
    assert code is is_code(plain(typed))


def test_a_recovery_code_is_read_as_people_type_it() -> None:
    assert "0a1b2c3d4e5f6071" == plain(" 0A1B2C3D - 4e5f6071\n")
