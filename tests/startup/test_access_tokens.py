"""Access tokens: ours are read, and nobody else's, whatever they are made of."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest

from database.sealing import KeyRing
from domain.errors import TamperedOrExpired
from domain.identifiers import SessionId, UserId
from startup.access_tokens import PURPOSE, AccessTokens, looks_like_one

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


def crafted(
    *, key: bytes = KEYS[2], alg: str = "HS256", header: dict[str, Any] | None = None, **claims: Any
) -> str:
    """A token with this instead of what stands in ours; None leaves a claim out."""
    said = {name: value for name, value in {**CLAIMS, **claims}.items() if value is not None}
    return jwt.encode(said, key, algorithm=alg, headers={"kid": "2", **(header or {})})


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def with_part(place: int, change: Callable[[str], str]) -> str:
    parts = issued().split(".")
    parts[place] = change(parts[place])
    return ".".join(parts)


CRAFTED = {
    "nothing": "",
    "dots": "..",
    "no signature": with_part(2, lambda _: ""),
    "another signature": with_part(2, lambda part: part[::-1]),
    "a sign changed": with_part(2, lambda part: ("A" if part[0] != "A" else "B") + part[1:]),
    "a signature twice": with_part(2, lambda part: part * 2),
    "no header": with_part(0, lambda _: ""),
    "no claims": with_part(1, lambda _: ""),
    "a header that is no object": with_part(0, lambda _: part("HS256")),
    "claims that are no object": with_part(1, lambda _: part([CLAIMS])),
    "other claims under our signature": with_part(1, lambda _: part({**CLAIMS, "sid": "ses_2"})),
    "alg none": f"{part({'alg': 'none', 'kid': '2'})}.{part(CLAIMS)}.",
    "alg None": f"{part({'alg': 'None', 'kid': '2'})}.{part(CLAIMS)}.",
    "alg none with our signature": with_part(0, lambda _: part({"alg": "none", "kid": "2"})),
    "no alg": with_part(0, lambda _: part({"kid": "2"})),
    "a stronger alg": crafted(alg="HS512", key=b"2" * 64),
    "a stronger alg under our key, repeated": crafted(alg="HS384", key=KEYS[2] * 2),
    "an alg of public keys": with_part(0, lambda _: part({"alg": "RS256", "kid": "2"})),
    "an alg nobody knows": with_part(0, lambda _: part({"alg": "HS1", "kid": "2"})),
    "alg a list": with_part(0, lambda _: part({"alg": ["HS256"], "kid": "2"})),
    "another key": crafted(key=b"3" * 32),
    "the other key under this id": crafted(key=KEYS[1]),
    "an empty key": crafted(key=b"\0" * 32),
    "a key id nobody knows": crafted(header={"kid": "3"}),
    "key id zero": crafted(header={"kid": "0"}),
    "a negative key id": crafted(header={"kid": "-1"}),
    "a key id that is a path": crafted(header={"kid": "../../dev/null"}),
    "a key id that is SQL": crafted(header={"kid": "2' OR '1'='1"}),
    "a key id that is a number": with_part(0, lambda _: part({"alg": "HS256", "kid": 2})),
    "no key id": with_part(0, lambda _: part({"alg": "HS256"})),
    "a key of its own": crafted(key=b"3" * 32, header={"jwk": {"kty": "oct", "k": "MzMz"}}),
    "an address of keys": crafted(key=b"3" * 32, header={"jku": "https://evil.example/keys"}),
    "a certificate": crafted(key=b"3" * 32, header={"x5u": "https://evil.example/cert"}),
    "an extension we must know": crafted(header={"crit": ["b64"], "b64": False}),
    "another issuer": crafted(iss="evil"),
    "no issuer": crafted(iss=None),
    "another audience": crafted(aud="somebody else"),
    "no audience": crafted(aud=None),
    "nobody": crafted(sub=None),
    "no session": crafted(sid=None),
    "a session that is a list": crafted(sid=["ses_1"]),
    "a session that is a number": crafted(sid=1),
    "no end": crafted(exp=None),
    "an end in words": crafted(exp="tomorrow"),
    "an end beyond all calendars": crafted(exp=10**18),
    "an end that is no number": with_part(1, lambda _: part({**CLAIMS, "exp": float("nan")})),
    "no beginning": crafted(iat=None),
    "a beginning in an hour": crafted(iat=int((NOW + timedelta(hours=1)).timestamp())),
    "over": crafted(exp=int(NOW.timestamp())),
    "longer than any": crafted(more="x" * 2_000),
    "a stranger's": jwt.encode({"sub": "usr_1"}, b"3" * 32, algorithm="HS256"),
    "encrypted": "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c",
}


def test_our_own_token_is_read() -> None:
    assert SESSION == TOKENS.session_of(issued(), NOW)
    assert SESSION == TOKENS.session_of(crafted(), NOW)
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
