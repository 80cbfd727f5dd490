"""Access tokens: JWTs of one algorithm (HMAC-SHA-256), by which somebody who signed in asks for a day.

The token only names a session, which is looked up with each request; what it says otherwise is for whoever reads it. Its keys are
derived from the key ring's, with their ids: the key that seals signs, and any other is good as long as it stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import jwt

from database.sealing import DerivedKeys
from domain.errors import TamperedOrExpired
from domain.identifiers import SessionId, UserId

PURPOSE: Final = "outbound access tokens"
_ALGORITHM: Final = "HS256"
_ISSUER, _AUDIENCE = "outbound", "outbound api"
_MUST_SAY: Final = ["iss", "aud", "sub", "sid", "iat", "exp"]
LONGEST_TOKEN: Final = 1_000
# Clocks of two API processes may differ by a minute.
_CLOCKS_DIFFER: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class AccessTokens:
    """Issues and reads them. keys: 32 bytes each, by their ids; life: from the issue on."""

    keys: DerivedKeys
    life: timedelta

    def issue(self, user_id: UserId, session_id: SessionId, now: datetime) -> str:
        """A token of this session."""
        signing = self.keys.signing
        claims = {
            "iss": _ISSUER,
            "aud": _AUDIENCE,
            "sub": user_id,
            "sid": session_id,
            "iat": int(now.timestamp()),
            "exp": int((now + self.life).timestamp()),
        }
        return jwt.encode(claims, self.keys[signing], algorithm=_ALGORITHM, headers={"kid": str(signing)})

    def session_of(self, token: str, now: datetime) -> SessionId:
        """The session that it names. Raises TamperedOrExpired."""
        if len(token) > LONGEST_TOKEN:
            raise TamperedOrExpired
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                self._key_of(token),
                algorithms=[_ALGORITHM],
                issuer=_ISSUER,
                audience=_AUDIENCE,
                options={"require": _MUST_SAY, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
            )
            return self._within(claims, now)
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError, OSError) as error:
            raise TamperedOrExpired from error

    def _key_of(self, token: str) -> bytes:
        named = jwt.get_unverified_header(token).get("kid")
        key = self.keys.get(int(named)) if isinstance(named, str) and named.isdecimal() else None
        if key is None:
            raise TamperedOrExpired
        return key

    def _within(self, claims: Mapping[str, Any], now: datetime) -> SessionId:
        issued, expires = (datetime.fromtimestamp(float(claims[name]), UTC) for name in ("iat", "exp"))
        if not issued - _CLOCKS_DIFFER <= now < expires or not isinstance(claims["sid"], str):
            raise TamperedOrExpired
        return SessionId(claims["sid"])


def looks_like_one(secret: str) -> bool:
    """Whether this is meant as an access token and not as a key: three parts with dots between them, the first a JSON object."""
    return secret.startswith("ey") and secret.count(".") == 2
