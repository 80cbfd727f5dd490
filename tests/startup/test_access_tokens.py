"""Access tokens: ours are read, and nobody else's, whatever they are made of."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest

from database.sealing import KeyRing
from domain.errors import TamperedOrExpired
from domain.identifiers import SessionId, UserId
from startup.access_tokens import PURPOSE, AccessTokens, looks_like_one
from tests.startup.crafted_tokens import Forge

RING = {1: b"1" * 32, 2: b"2" * 32}
KEYS = dict(KeyRing(RING, b"l" * 32).derived(PURPOSE))
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
TOKENS = AccessTokens(KeyRing(RING, b"l" * 32).derived(PURPOSE), DAY)
SESSION = SessionId("ses_1")
CLAIMS = {
    "iss": "outbound",
    "aud": "outbound api",
    "sub": "usr_1",
    "sid": "ses_1",
    "iat": int(NOW.timestamp()),
    "exp": int((NOW + DAY).timestamp()),
}


def issued() -> str:
    return TOKENS.issue(UserId("usr_1"), SESSION, NOW)


FORGE = Forge(issued(), CLAIMS, KEYS[2], 2, KEYS[1])
CRAFTED = FORGE.tokens()


def test_our_own_token_is_read() -> None:
    assert SESSION == TOKENS.session_of(issued(), NOW)
    assert SESSION == TOKENS.session_of(FORGE.crafted(), NOW)
    assert looks_like_one(issued())


@pytest.mark.parametrize("token", CRAFTED.values(), ids=CRAFTED)
def test_a_crafted_token_is_refused(token: str) -> None:
    """Requirements 7, 147."""
    with pytest.raises(TamperedOrExpired):
        TOKENS.session_of(token, NOW)


def test_so_many_are_tried() -> None:
    assert 40 <= len(CRAFTED)


@pytest.mark.parametrize(
    "after, is_good",
    [
        (timedelta(seconds=-61), False),
        (timedelta(seconds=-60), True),
        (DAY - timedelta(seconds=1), True),
        (DAY, False),
        (DAY + timedelta(seconds=1), False),
    ],
)
def test_a_token_is_good_for_its_day_whichever_clock_was_right(after: timedelta, is_good: bool) -> None:
    if is_good:
        assert SESSION == TOKENS.session_of(issued(), NOW + after)
    else:
        with pytest.raises(TamperedOrExpired):
            TOKENS.session_of(issued(), NOW + after)


def test_the_key_that_seals_signs_and_an_older_one_is_read_as_long_as_it_stays() -> None:
    """The ring is renewed under the tokens' feet: a new key is read first, and signs once everybody knows it."""
    ring = KeyRing({1: RING[1]}, b"l" * 32)
    tokens = AccessTokens(ring.derived(PURPOSE), DAY)
    before = tokens.issue(UserId("usr_1"), SESSION, NOW)
    assert SESSION == TOKENS.session_of(before, NOW)
    with pytest.raises(TamperedOrExpired):
        tokens.session_of(issued(), NOW)
    ring.renew(KeyRing(RING, b"l" * 32))
    assert SESSION == tokens.session_of(issued(), NOW)
    assert "1" == jwt.get_unverified_header(tokens.issue(UserId("usr_1"), SESSION, NOW))["kid"]
    ring.seal_with(2)
    assert "2" == jwt.get_unverified_header(tokens.issue(UserId("usr_1"), SESSION, NOW))["kid"]
    ring.renew(KeyRing({2: RING[2]}, b"l" * 32))
    with pytest.raises(TamperedOrExpired):
        tokens.session_of(before, NOW)


@pytest.mark.parametrize("secret", ["", "ok_0123", "ok_a.b.c", "ey.a", "ey.a.b.c", "a.b.c"])
def test_a_key_is_no_token(secret: str) -> None:
    assert not looks_like_one(secret)
