"""Ranked states and the vendors' words: requirements 76 (illegal regressions ignored) and 81 (each status has a reason)."""

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.call_events import (
    CallEventKind,
    LegState,
    dedupe_key,
    is_news,
    meaning_of,
)
from domain.calls import LEG_RANKS
from domain.outcomes import TechnicalResult
from domain.result_rules import result_of_leg
from providers.carriers.exotel import statuses as exotel
from providers.carriers.twilio import statuses as twilio


def test_states_rise_in_the_order_a_call_takes() -> None:
    assert sorted(LegState, key=lambda s: s.rank) == ["queued", "initiated", "ringing", "answered", "ended"]


def test_ranks_agree_with_those_that_are_stored() -> None:
    assert {state: LegState(state).rank for state in LEG_RANKS} == LEG_RANKS


@given(st.lists(st.sampled_from(list(LegState)), max_size=20))
def test_duplicates_disorder_and_late_events_never_move_a_leg_back(states: list[LegState]) -> None:
    """Requirement 76: whatever the order and however often, the leg ends where its farthest event says."""
    rank = -1
    for state in states:
        if is_news(rank, state.rank):
            assert state.rank > rank
            rank = state.rank
    assert max((state.rank for state in states), default=-1) == rank


@pytest.mark.parametrize("carrier", [twilio, exotel])
def test_every_ended_status_has_an_ended_kind(carrier: ModuleType) -> None:
    for meaning in carrier.MEANINGS.values():
        assert (meaning.state is LegState.ENDED) == (meaning.kind is CallEventKind.ENDED)
        assert meaning.result is None or meaning.state is LegState.ENDED


@pytest.mark.parametrize(
    "status, answered, sip_code, result",
    [
        ("busy", False, None, TechnicalResult.BUSY),
        ("no-answer", False, None, TechnicalResult.NO_ANSWER),
        ("failed", False, None, TechnicalResult.CARRIER_FAILED),
        ("failed", False, 503, TechnicalResult.CARRIER_FAILED),
        ("failed", False, 404, TechnicalResult.INVALID_NUMBER),
        ("failed", False, 486, TechnicalResult.BUSY),
        ("canceled", False, None, TechnicalResult.CANCELLED),
        ("completed", False, None, TechnicalResult.NO_ANSWER),
        ("completed", True, None, None),
        ("failed", True, None, None),
        ("ringing", False, None, None),
        ("something-new", False, None, None),
    ],
)
def test_the_leg_s_result(
    status: str, answered: bool, sip_code: int | None, result: TechnicalResult | None
) -> None:
    """Requirement 81."""
    for carrier in (twilio, exotel):
        meaning = meaning_of(status, carrier.MEANINGS)
        assert result == result_of_leg(meaning, answered=answered, sip_code=sip_code)


def test_spelling_of_a_status_does_not_matter() -> None:
    assert meaning_of("In_Progress", exotel.MEANINGS) == meaning_of("in-progress", twilio.MEANINGS)


def test_a_repeated_delivery_has_the_same_key_and_another_event_has_not() -> None:
    first = dedupe_key("twilio", "CA1", "ringing", 1)
    assert first == dedupe_key("twilio", "CA1", "Ringing ", "1")
    others = {
        dedupe_key("twilio", "CA1", "ringing", 2),
        dedupe_key("twilio", "CA2", "ringing", 1),
        dedupe_key("exotel", "CA1", "ringing", 1),
        dedupe_key("twilio", "CA1", "completed", 1),
        dedupe_key("exotel", "CA1", "completed", None),
    }
    assert len(others) == 5
    assert first not in others
