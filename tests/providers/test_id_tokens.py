"""ID tokens: the provider's own for this sign-in is believed, and nothing else, whatever it is made of."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from providers.identity.id_tokens import ALGORITHMS, Expected, IdTokenRefused, UnknownKey, read_id_token
from simulators.identity_provider import hs256

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
AT = int(NOW.timestamp())
ISSUER, CLIENT, NONCE = "https://login.example.com", "outbound", "of this sign-in"
RSA, OTHER, SHORT = (
    rsa.generate_private_key(public_exponent=65_537, key_size=size) for size in (2_048, 2_048, 1_024)
)
CURVE, WIDER, EDWARDS = (
    ec.generate_private_key(ec.SECP256R1()),
    ec.generate_private_key(ec.SECP384R1()),
    ed25519.Ed25519PrivateKey.generate(),
)
RSA_PEM = RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
RSA_DER = RSA.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def shown(kid: str, key: Any, **more: Any) -> dict[str, Any]:
    """This key as a provider shows it."""
    kinds = {
        rsa.RSAPrivateKey: jwt.algorithms.RSAAlgorithm,
        ec.EllipticCurvePrivateKey: jwt.algorithms.ECAlgorithm,
        ed25519.Ed25519PrivateKey: jwt.algorithms.OKPAlgorithm,
    }
    maker: Any = next(maker for kind, maker in kinds.items() if isinstance(key, kind))
    return {**json.loads(maker.to_jwk(key.public_key())), "kid": kid, **more}


KEYS = [
    shown("rsa", RSA, use="sig", alg="RS256"),
    shown("curve", CURVE, use="sig"),
    shown("edwards", EDWARDS),
    shown("any", RSA),
    shown("short", SHORT),
    shown("sealing", OTHER, use="enc"),
    shown("signing", OTHER, key_ops=["sign"]),
    {"kty": "oct", "kid": "shared", "k": "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"},
    {"kty": "RSA", "kid": "broken", "n": "!", "e": "AQAB"},
    {"kid": "no kind"},
]
EXPECTED = Expected(ISSUER, CLIENT, NONCE, frozenset(ALGORITHMS))
CLAIMS: dict[str, Any] = {
    "iss": ISSUER,
    "aud": CLIENT,
    "sub": "248289761001",
    "nonce": NONCE,
    "iat": AT,
    "exp": AT + 300,
}


def crafted(
    *,
    key: Any = RSA,
    alg: str = "RS256",
    kid: str | None = "rsa",
    header: dict[str, Any] | None = None,
    **claims: Any,
) -> str:
    """A token with this instead of what stands in theirs; None leaves a claim out."""
    said = {name: value for name, value in {**CLAIMS, **claims}.items() if value is not None}
    named = {} if kid is None else {"kid": kid}
    return jwt.encode(said, key, algorithm=alg, headers={**named, **(header or {})})


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def with_part(place: int, change: Callable[[str], str]) -> str:
    parts = crafted().split(".")
    parts[place] = change(parts[place])
    return ".".join(parts)


def read(token: object, expected: Expected = EXPECTED, now: datetime = NOW) -> Any:
    return read_id_token(token, KEYS, expected, now)


GOOD = {
    "RS256": crafted(),
    "PS256 by a key for any": crafted(alg="PS256", kid="any"),
    "ES256": crafted(key=CURVE, alg="ES256", kid="curve"),
    "EdDSA": crafted(key=EDWARDS, alg="EdDSA", kid="edwards"),
    "the only key that fits unnamed": crafted(key=EDWARDS, alg="EdDSA", kid=None),
    "a list of us alone": crafted(aud=[CLIENT]),
    "several, given to us": crafted(aud=[CLIENT, "their API"], azp=CLIENT),
    "given to us": crafted(azp=CLIENT),
    "fractions of seconds": crafted(iat=AT + 0.5, exp=AT + 300.5),
}

CRAFTED: dict[str, object] = {
    "nothing": "",
    "no text": None,
    "a number": 7,
    "dots": "..",
    "no signature": with_part(2, lambda _: ""),
    "another signature": with_part(2, lambda text: text[::-1]),
    "no header": with_part(0, lambda _: ""),
    "no claims": with_part(1, lambda _: ""),
    "a header that is no object": with_part(0, lambda _: part("RS256")),
    "claims that are no object": with_part(1, lambda _: part([CLAIMS])),
    "half a character as who it is": crafted(sub="\ud800"),
    "what cannot be seen as who it is": crafted(sub="ada\u0000"),
    "other claims under their signature": with_part(1, lambda _: part({**CLAIMS, "sub": "1"})),
    "alg none": f"{part({'alg': 'none', 'kid': 'rsa'})}.{part(CLAIMS)}.",
    "alg nOnE": f"{part({'alg': 'nOnE', 'kid': 'rsa'})}.{part(CLAIMS)}.",
    "alg none with their signature": with_part(0, lambda _: part({"alg": "none", "kid": "rsa"})),
    "no alg": with_part(0, lambda _: part({"kid": "rsa"})),
    "alg a list": with_part(0, lambda _: part({"alg": ["RS256"], "kid": "rsa"})),
    "HS256 by their public key": hs256(CLAIMS, RSA_PEM, "rsa"),
    "HS256 by their public key, DER": hs256(CLAIMS, RSA_DER, "rsa"),
    "HS256 by the text of their key": hs256(CLAIMS, KEYS[0]["n"].encode(), "rsa"),
    "HS256 by a shared key that they show": hs256(
        CLAIMS, base64.b64decode("c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"), "shared"
    ),
    "HS256 by our secret": hs256(CLAIMS, b"our client secret", "rsa"),
    "another algorithm than the key's own": crafted(alg="RS512"),
    "another padding than the key's own": crafted(alg="PS256"),
    "another kind of key under this id": crafted(key=CURVE, alg="ES256", kid="rsa"),
    "a wider curve": crafted(key=WIDER, alg="ES384", kid="curve"),
    "somebody's own key": crafted(key=OTHER),
    "a key of its own": crafted(key=OTHER, header={"jwk": shown("own", OTHER)}),
    "an address of keys": crafted(key=OTHER, kid="evil", header={"jku": "https://evil.example/keys"}),
    "a certificate": crafted(key=OTHER, kid="evil", header={"x5u": "https://evil.example/cert"}),
    "a key id nobody knows": crafted(kid="new"),
    "a key id that is a path": crafted(kid="../../dev/null"),
    "a key id that is a number": with_part(0, lambda _: part({"alg": "RS256", "kid": 1})),
    "no key id, and several that fit": crafted(alg="PS256", kid=None, key=RSA),
    "a key that seals": crafted(key=OTHER, kid="sealing"),
    "a key that only signs": crafted(key=OTHER, kid="signing"),
    "a short key": crafted(key=SHORT, kid="short"),
    "a key that cannot be read": crafted(kid="broken"),
    "a key without a kind": crafted(kid="no kind"),
    "an extension that must be known": crafted(header={"crit": ["exp"]}),
    "a body that is not encoded": crafted(header={"b64": False}),
    "another issuer": crafted(iss="https://evil.example"),
    "the issuer with a slash": crafted(iss=f"{ISSUER}/"),
    "no issuer": crafted(iss=None),
    "another audience": crafted(aud="somebody else"),
    "no audience": crafted(aud=None),
    "an audience that begins as we do": crafted(aud=f"{CLIENT}-2"),
    "an audience that is an object": with_part(1, lambda _: part({**CLAIMS, "aud": {CLIENT: 1}})),
    "an empty list": crafted(aud=[]),
    "several, given to nobody": crafted(aud=[CLIENT, "their API"]),
    "several, given to another": crafted(aud=[CLIENT, "their API"], azp="their API"),
    "for us, given to another": crafted(azp="their API"),
    "another nonce": crafted(nonce="of another sign-in"),
    "no nonce": crafted(nonce=None),
    "an empty nonce": crafted(nonce=""),
    "a nonce that is a list": crafted(nonce=[NONCE]),
    "nobody": crafted(sub=None),
    "an empty name": crafted(sub=""),
    "a name too long": crafted(sub="x" * 256),
    "no end": crafted(exp=None),
    "an end in words": with_part(1, lambda _: part({**CLAIMS, "exp": "tomorrow"})),
    "an end that is true": crafted(exp=True),
    "an end that is no number": crafted(exp=float("nan")),
    "an end beyond all calendars": crafted(exp=10**18),
    "an end beyond all numbers": crafted(exp=10**400),
    "over": crafted(iat=AT - 300, exp=AT - 60),
    "no beginning": crafted(iat=None),
    "made tomorrow": crafted(iat=AT + 61),
    "made long ago, and lasting": crafted(iat=AT - 601),
    "not good yet": crafted(nbf=AT + 61),
    "longer than any": crafted(more="x" * 16_000),
    "encrypted": "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c",
}


@pytest.mark.parametrize("token", GOOD.values(), ids=GOOD)
def test_what_the_provider_says_of_this_sign_in_is_believed(token: str) -> None:
    assert "248289761001" == read(token)["sub"]


@pytest.mark.parametrize("token", CRAFTED.values(), ids=CRAFTED)
def test_a_crafted_token_is_refused(token: object) -> None:
    """Requirement 147."""
    with pytest.raises(IdTokenRefused):
        read(token)


def test_so_many_are_tried() -> None:
    assert 60 <= len(CRAFTED)


@pytest.mark.parametrize("algorithm, token", [("RS256", GOOD["ES256"]), ("ES256", GOOD["RS256"])])
def test_only_algorithms_that_the_provider_names_are_taken(algorithm: str, token: str) -> None:
    with pytest.raises(IdTokenRefused) as refused:
        read(token, Expected(ISSUER, CLIENT, NONCE, frozenset({algorithm})))
    assert "algorithm" == refused.value.code


def test_no_shared_secret_is_an_algorithm_whatever_the_provider_names() -> None:
    named = Expected(ISSUER, CLIENT, NONCE, frozenset({"HS256", "none", "RS256"}))
    for name in ("HS256 by their public key", "HS256 by a shared key that they show", "alg none"):
        with pytest.raises(IdTokenRefused) as refused:
            read(CRAFTED[name], named)
        assert "algorithm" == refused.value.code


@pytest.mark.parametrize(
    "seconds, is_good", [(-61, False), (-60, True), (0, True), (359, True), (360, False), (600, False)]
)
def test_clocks_may_differ_by_a_minute(seconds: int, is_good: bool) -> None:
    now = NOW + timedelta(seconds=seconds)
    if is_good:
        assert read(crafted(), now=now)
    else:
        with pytest.raises(IdTokenRefused):
            read(crafted(), now=now)


@pytest.mark.parametrize("after, is_good", [(600, True), (601, False)])
def test_a_token_was_made_within_ten_minutes(after: int, is_good: bool) -> None:
    token = crafted(exp=AT + 9_000)
    if is_good:
        assert read(token, now=NOW + timedelta(seconds=after))
    else:
        with pytest.raises(IdTokenRefused):
            read(token, now=NOW + timedelta(seconds=after))


def test_a_key_that_is_not_shown_is_told_from_a_wrong_signature() -> None:
    """By which the keys are fetched anew."""
    with pytest.raises(UnknownKey):
        read(CRAFTED["a key id nobody knows"])
    with pytest.raises(IdTokenRefused) as refused:
        read(CRAFTED["somebody's own key"])
    assert not isinstance(refused.value, UnknownKey)
