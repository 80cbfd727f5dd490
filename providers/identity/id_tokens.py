"""ID tokens: what a provider says of who signed in, believed only if it is theirs, for us, for this sign-in, and now.

OpenID Connect Core 1.0, section 3.1.3.7; algorithms are fixed by RFC 8725, section 3.1: of public keys only, and each for its own kind of key.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from providers.errors import ProviderError

# Which kind of key (RFC 7518, section 6: kty, and crv of a curve) each algorithm is for; what is not here is not taken.
ALGORITHMS: Final[Mapping[str, tuple[str, str | None]]] = {
    "RS256": ("RSA", None),
    "RS384": ("RSA", None),
    "RS512": ("RSA", None),
    "PS256": ("RSA", None),
    "PS384": ("RSA", None),
    "PS512": ("RSA", None),
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "ES512": ("EC", "P-521"),
    "EdDSA": ("OKP", "Ed25519"),
}
LONGEST: Final = 16_000  # signs
LONGEST_SUBJECT: Final = 255
"""Signs, all of which can be seen: half a character (U+D800) can be written in JSON, and nowhere else."""
CLOCKS_DIFFER: Final = timedelta(minutes=1)
_MADE_WITHIN: Final = timedelta(minutes=10)
"""It was fetched a moment ago, so it was made a moment ago."""
_LEAST_RSA_BITS: Final = 2_048
_END_OF_TIME: Final = 10**12  # seconds: nothing beyond is a moment, and NaN is not before it


class IdTokenRefused(ProviderError):
    """This ID token is not what the provider says of this sign-in."""


class UnknownKey(IdTokenRefused):
    """The token names a key that the provider did not show; it may have a new one."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must be: by this provider, for this client, of this sign-in, signed by one of these algorithms."""

    issuer: str
    client_id: str
    nonce: str
    algorithms: frozenset[str]


def read_id_token(
    token: object, keys: Sequence[Mapping[str, Any]], expected: Expected, now: datetime
) -> Mapping[str, Any]:
    """The claims of this token. keys: as the provider shows them (RFC 7517). Raises IdTokenRefused, UnknownKey."""
    if not isinstance(token, str) or len(token) > LONGEST:
        raise IdTokenRefused("There is no ID token, or it is too long.", code="no_token")
    algorithm, key = _key_of(token, keys, expected.algorithms)
    try:
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[algorithm],
            options={
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
                "verify_aud": False,
                "verify_iss": False,
                "verify_sub": False,
                "verify_jti": False,
            },
        )
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError) as error:
        raise IdTokenRefused("The signature is not the provider's.", code="signature") from error
    _check(claims, expected, now)
    return claims


def _key_of(token: str, keys: Sequence[Mapping[str, Any]], allowed: frozenset[str]) -> tuple[str, Any]:
    try:
        header = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError) as error:
        raise IdTokenRefused("This is no signed token.", code="no_token") from error
    algorithm, named = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm not in allowed or algorithm not in ALGORITHMS:
        raise IdTokenRefused(
            "The token is signed by an algorithm that is not the provider's.", code="algorithm"
        )
    if "crit" in header or "b64" in header:
        raise IdTokenRefused("The token has extensions that must be known.", code="header")
    fitting = [key for key in keys if _fits(key, algorithm) and named in (None, key.get("kid"))]
    if not fitting:
        raise UnknownKey("The token names no key of the provider.", code="unknown_key")
    if len(fitting) > 1:
        raise IdTokenRefused("The token does not say by which key it is signed.", code="header")
    return algorithm, _loaded(fitting[0], algorithm)


def _fits(key: object, algorithm: str) -> bool:
    if not isinstance(key, Mapping):
        return False
    kind, curve = ALGORITHMS[algorithm]
    operations = key.get("key_ops")
    return (
        key.get("kty") == kind
        and (curve is None or key.get("crv") == curve)
        and key.get("alg") in (None, algorithm)
        and key.get("use") in (None, "sig")
        and (operations is None or (isinstance(operations, list) and "verify" in operations))
    )


def _loaded(key: Mapping[str, Any], algorithm: str) -> Any:
    public = {name: value for name, value in key.items() if name in ("kty", "crv", "n", "e", "x", "y")}
    try:
        loaded = jwt.PyJWK({**public, "alg": algorithm}).key
    except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:
        raise IdTokenRefused("The provider's key cannot be read.", code="key") from error
    if isinstance(loaded, RSAPublicKey) and loaded.key_size < _LEAST_RSA_BITS:
        raise IdTokenRefused("The provider's key is too short.", code="key")
    return loaded


def _check(claims: Mapping[str, Any], expected: Expected, now: datetime) -> None:
    subject, nonce = claims.get("sub"), claims.get("nonce")
    if claims.get("iss") != expected.issuer:
        raise IdTokenRefused("The token is another provider's.", code="issuer")
    _check_audience(claims.get("aud"), claims.get("azp"), expected.client_id)
    if nonce != expected.nonce:
        raise IdTokenRefused("The token is of another sign-in.", code="nonce")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT or not subject.isprintable():
        raise IdTokenRefused("The token names nobody.", code="subject")
    _check_times(claims, now)


def _check_audience(audience: object, party: object, client_id: str) -> None:
    listed = audience if isinstance(audience, list) else [audience]
    if client_id not in listed or not all(isinstance(each, str) for each in listed):
        raise IdTokenRefused("The token is for somebody else.", code="audience")
    if party != client_id if len(listed) > 1 else party not in (None, client_id):
        raise IdTokenRefused("The token was given to somebody else.", code="party")


def _check_times(claims: Mapping[str, Any], now: datetime) -> None:
    at, slack = now.timestamp(), CLOCKS_DIFFER.total_seconds()
    issued, ends = _moment(claims.get("iat")), _moment(claims.get("exp"))
    begins = _moment(claims.get("nbf", 0))
    if at >= ends + slack:
        raise IdTokenRefused("The token is over.", code="expired")
    if not at - _MADE_WITHIN.total_seconds() <= issued <= at + slack or begins > at + slack:
        raise IdTokenRefused("The token was not made just now.", code="times")


def _moment(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _END_OF_TIME:
        return float(value)
    raise IdTokenRefused("The token does not say when it was made and ends.", code="times")
