"""A seed is a storm: the same one each time, over people of its own."""

from collections import Counter

from tests.chaos.storms import CLOCKED, KILLABLE, MOST_OFF_SECONDS, STORM_SECONDS, Kind, storm_of

SEEDS = range(1, 301)


def test_the_same_seed_is_the_same_storm() -> None:
    assert storm_of(7) == storm_of(7)
    assert storm_of(7) != storm_of(8)


def test_nobody_is_called_in_two_storms() -> None:
    numbers = Counter(lead.number for seed in SEEDS for lead in storm_of(seed).leads)
    assert {1} == set(numbers.values())


def test_every_kind_of_trouble_comes_and_every_process_is_hit() -> None:
    troubles = [trouble for seed in SEEDS for trouble in storm_of(seed).troubles]
    assert set(Kind) == {trouble.kind for trouble in troubles}
    for kind in (Kind.STALL, Kind.KILL):
        assert set(KILLABLE) == {trouble.target for trouble in troubles if trouble.kind is kind}


def test_every_clock_is_off_in_some_storm_and_by_a_minute_at_most() -> None:
    clocks = [clock for seed in SEEDS for clock in storm_of(seed).clocks.items()]
    assert set(CLOCKED) == {name for name, _ in clocks}
    assert all(1 <= abs(seconds) <= MOST_OFF_SECONDS for _, seconds in clocks)


def test_troubles_come_in_order_and_within_the_storm() -> None:
    for seed in SEEDS:
        moments = [trouble.at for trouble in storm_of(seed).troubles]
        assert sorted(moments) == moments
        assert all(0 <= moment <= STORM_SECONDS for moment in moments)
