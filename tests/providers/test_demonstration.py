"""Which numbers are never dialled on a real network."""

from pathlib import Path

import pytest

from providers.carriers.demonstration import (
    DemonstrationNumbers,
    is_e164,
    is_reserved_for_fiction,
    read_demonstration_list,
)


@pytest.mark.parametrize(
    "number",
    [
        "+12125550100",
        "+12125550199",
        "+442079460000",
        "+442079460958",
        "+441134960123",
        "+441614960999",
        "+441914980001",
        "+442896496001",
        "+442920180001",
        "+441632960123",
        "+447700900461",
        "+443069990000",
        "+448081570000",
        "+61255501234",
        "+61870101234",
        "+61491570006",
        "+61491570156",
        "+353209101234",
        "+33199001234",
        "+33639981234",
        "+493023125000",
        "+492214710123",
        "+46313900600",
    ],
)
def test_numbers_set_aside_for_stories_are_recognised(number: str) -> None:
    assert is_reserved_for_fiction(number)


@pytest.mark.parametrize(
    "number",
    [
        "+12125550099",
        "+12125550200",
        "+12125551212",
        "+121255501001",
        "+442079470000",
        "+447700800461",
        "+447700901000",
        "+61491570007",
        "+61291570006",
        "+33199011234",
        "+493023126000",
        "+14155552671",
        "12125550100",
        "+1 212 555 0100",
        "+12125550100\n",
        "",
    ],
)
def test_neighbouring_numbers_belong_to_people(number: str) -> None:
    assert not is_reserved_for_fiction(number)


def test_list_adds_its_numbers_to_the_reserved_ranges(tmp_path: Path) -> None:
    listed = tmp_path / "numbers.txt"
    listed.write_text(
        "# India has no reserved range\n+919876543210\n\n+5511987654321  # São Paulo\n", encoding="utf-8"
    )

    demonstration = read_demonstration_list(listed)

    assert {
        number: demonstration(number)
        for number in ("+919876543210", "+5511987654321", "+12125550100", "+14155552671")
    } == {"+919876543210": True, "+5511987654321": True, "+12125550100": True, "+14155552671": False}


def test_list_with_a_number_in_another_form_is_refused_by_name(tmp_path: Path) -> None:
    listed = tmp_path / "numbers.txt"
    listed.write_text("+91 98765 43210\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"numbers\.txt: '\+91 98765 43210' is not E\.164"):
        read_demonstration_list(listed)


def test_empty_list_leaves_the_reserved_ranges() -> None:
    assert DemonstrationNumbers()("+447700900461")


@pytest.mark.parametrize(
    "number", ["+1", "14155552671", "+0155552671", "+1415555267a", "+1234567890123456", "+١٢٣٤٥٦٧٨"]
)
def test_only_plain_international_numbers_are_compared(number: str) -> None:
    assert not is_e164(number)
