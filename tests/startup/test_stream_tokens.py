"""What a stream's token says, and for how long."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import TamperedOrExpired
from domain.identifiers import AttemptId
from startup.stream_tokens import StreamClaim, StreamTokens

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
TOKENS = StreamTokens(base64.b64encode(b"s" * 32).decode())
CLAIM = StreamClaim(AttemptId("call_1-1"), "twilio", "CA1", 2)


def test_a_token_says_whose_stream_it_opens() -> None:
    assert CLAIM == TOKENS.read(TOKENS.issue(CLAIM, NOW), NOW + timedelta(minutes=2))


def test_a_token_is_good_for_two_minutes() -> None:
    """Requirement 46."""
    with pytest.raises(TamperedOrExpired):
        TOKENS.read(TOKENS.issue(CLAIM, NOW), NOW + timedelta(minutes=2, seconds=1))


@pytest.mark.parametrize(
    ("was", "altered"),
    [(".twilio.", ".exotel."), ("call_1-1", "call_2-1"), ("CA1", "CA2"), (".2.", ".3."), ("call", "cäll")],
)
def test_nothing_of_it_can_be_altered(was: str, altered: str) -> None:
    token = TOKENS.issue(CLAIM, NOW)
    with pytest.raises(TamperedOrExpired):
        TOKENS.read(token.replace(was, altered, 1), NOW)


@pytest.mark.parametrize("token", ["", ".", "....", "nonsense"])
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(TamperedOrExpired):
        TOKENS.read(token, NOW)
