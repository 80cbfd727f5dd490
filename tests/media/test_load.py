"""A process whose event loop runs late takes no more calls, until it has recovered well."""

import pytest

from media.load import Door


def after(*lags_ms: float) -> Door:
    """A door that saw these lags, each for a second (ten looks)."""
    door = Door()
    for lag_ms in lags_ms:
        for _ in range(10):
            door.saw(lag_ms)
    return door


@pytest.mark.parametrize(
    ("lags_ms", "is_open"),
    [
        ((0, 1, 2), True),
        ((30,), True),  # one slow second is no overload yet
        ((60, 60, 60), False),
        ((60, 60, 60, 15, 15, 15), False),  # better, but not well
        ((60, 60, 60, 2, 2, 2), True),
    ],
)
def test_the_door_closes_late_and_opens_later(lags_ms: tuple[float, ...], is_open: bool) -> None:
    assert is_open == after(*lags_ms).is_open


def test_one_long_stall_does_not_close_it() -> None:
    door = after(1, 1)
    door.saw(150)
    assert door.is_open
