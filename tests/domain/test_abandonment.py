"""Abandoned calls: what counts, from which share on a campaign slows and holds, and by whose rule."""

import hashlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.abandonment import (
    FILE,
    Abandonment,
    AbandonmentLimit,
    AbandonmentStanding,
    abandonment_rules,
    greeted_until,
)
from domain.contact_rules import Rule
from domain.lead_time_zones import parse_hours_key
from domain.transcripts import Speaker, Turn

LIMIT = AbandonmentLimit(0.02, 0.03, Rule("here", "for these tests"))
GERMANY, BRITAIN = "de|Europe/Berlin|DE|", "gb|Europe/London|GB|"
SIMULATED = "simulation|Europe/Berlin|DE|"
# A version that was released is named by decisions for ever: a change needs a new date, and its line here.
RELEASED = {"2026-12-01": "11500779d81da645d756e3c704b7de57904c3d70ca3052ac8405814bacc518d5"}


@pytest.mark.parametrize(
    ("answered", "abandoned", "standing", "window"),
    [
        (0, 0, AbandonmentStanding.TOO_FEW, 20),
        (33, 33, AbandonmentStanding.TOO_FEW, 20),
        (34, 1, AbandonmentStanding.SLOWED, 2),
        (34, 2, AbandonmentStanding.HELD, 0),
        (100, 1, AbandonmentStanding.WITHIN, 20),
        (100, 2, AbandonmentStanding.SLOWED, 20),
        (1000, 25, AbandonmentStanding.SLOWED, 10),
        (1000, 29, AbandonmentStanding.SLOWED, 2),
        (100, 3, AbandonmentStanding.HELD, 0),
        (1000, 500, AbandonmentStanding.HELD, 0),
    ],
)
def test_a_campaign_slows_before_the_limit_and_holds_at_it(
    answered: int, abandoned: int, standing: AbandonmentStanding, window: int
) -> None:
    count = Abandonment(answered, abandoned)
    assert (standing, window) == (count.standing(LIMIT), count.slowed(20, LIMIT))


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 1000))
def test_what_is_left_of_the_window_is_none_only_at_the_limit(
    answered: int, abandoned: int, window: int
) -> None:
    """And another abandoned call never opens it wider."""
    count = Abandonment(max(answered, abandoned), min(answered, abandoned))
    left = count.slowed(window, LIMIT)
    assert 0 <= left <= window
    assert (left == 0) == (count.standing(LIMIT) is AbandonmentStanding.HELD)
    assert Abandonment(count.answered + 1, count.abandoned + 1).slowed(window, LIMIT) <= left or (
        count.answered < abandonment_rules().least_calls
    )


def test_fewer_calls_than_one_abandoned_one_may_be_of_say_nothing() -> None:
    """Of 33 calls a single one is more than the limit, of 34 it is not."""
    rules = abandonment_rules()
    strictest = min(limit.most for limit in (rules.otherwise, *rules.by_country.values()))
    assert math.ceil(1 / strictest) == rules.least_calls


def test_each_place_has_its_limit_and_its_source() -> None:
    rules = abandonment_rules()
    british = rules.limit_of(parse_hours_key(BRITAIN))
    assert british is not None
    assert "Ofcom" in british.rule.source
    assert "abandonment@2026-12-01 gb.most" == british.rule.name
    assert rules.otherwise == rules.limit_of(parse_hours_key(GERMANY))
    assert "310.4(b)" in rules.by_country["US"].rule.source
    assert all(0 < limit.slow_from < limit.most <= 0.03 for limit in rules.by_country.values())


def test_the_strictest_binds_a_campaign_and_the_simulated_world_has_none() -> None:
    rules = abandonment_rules()
    assert rules.strictest([SIMULATED]) is None
    assert rules.strictest([]) is None
    assert rules.otherwise == rules.strictest([SIMULATED, GERMANY])
    assert rules.otherwise == rules.strictest(["nonsense"])
    count = Abandonment(100, 100)
    assert (AbandonmentStanding.WITHIN, 9) == (count.standing(None), count.slowed(9, None))


def test_the_sentence_says_share_and_limit() -> None:
    assert Abandonment(100, 3).sentence(LIMIT) == (
        "Of 100 calls that a person answered 3 had no word of ours within 2 seconds: 3.0 %, of 3 % allowed."
    )


@pytest.mark.parametrize(
    ("theirs", "first_word_ms", "until"),
    [
        ([], 900, None),
        ([(300, 1100)], 1500, 1100),
        ([(300, 1100), (2500, 3000)], 4000, 1100),
        ([(300, 1100)], 700, 700),
        ([(900, 1100)], 900, None),
    ],
    ids=["silent", "greeted", "greeted again and again", "greets on", "after us"],
)
def test_a_greeting_ends_with_the_first_thing_said(
    theirs: list[tuple[int, int]], first_word_ms: int, until: int | None
) -> None:
    turns = [Turn(Speaker.AGENT, "Hello", first_word_ms, first_word_ms + 500)]
    turns += [Turn(Speaker.PERSON, "Hello?", *times) for times in theirs]
    transcript = tuple(sorted(turns, key=lambda turn: turn.began_ms))
    assert until == greeted_until(transcript, first_word_ms)


def test_a_released_version_of_the_limits_is_not_edited() -> None:
    version = abandonment_rules().version
    assert RELEASED.get(version) == hashlib.sha256(FILE.read_bytes()).hexdigest()
