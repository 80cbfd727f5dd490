"""A company's identity provider on loopback: `python -m simulators.identity_provider PORT` serves one for whoever tries signing in.

OpenID Connect as providers speak it: discovery, authorisation (everybody who comes is signed in at once), code exchange with PKCE and the
client's secret, keys. What is to go wrong is a fault; claims that are to be otherwise are given.
"""

import base64
import hashlib
import json
import secrets
import sys
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlencode

import anyio
import jwt
import uvicorn
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

CLIENT_ID: Final = "outbound"
CLIENT_SECRET: Final = "a secret: of theirs/and+ours"
_LIFE: Final = 300


class Fault(StrEnum):
    """What this provider, or somebody in its place, does wrong."""

    OTHER_NONCE = "other_nonce"
    NO_NONCE = "no_nonce"
    OTHER_AUDIENCE = "other_audience"
    OTHER_PARTY = "other_party"
    OTHER_ISSUER = "other_issuer"
    ALG_NONE = "alg_none"
    HS256_PUBLIC_KEY = "hs256_public_key"
    HS256_CLIENT_SECRET = "hs256_client_secret"  # nosec B105 # the name of a fault
    OTHER_KEY = "other_key"
    EXPIRED = "expired"
    FROM_THE_FUTURE = "from_the_future"
    NO_TOKEN = "no_token"  # nosec B105 # the name of a fault
    OTHER_ANSWERS_ISSUER = "other_answers_issuer"
    NO_ANSWERS_ISSUER = "no_answers_issuer"
    SLOW = "slow"
    FAILING = "failing"
    NOT_JSON = "not_json"
    OTHER_METADATA_ISSUER = "other_metadata_issuer"
    INSIDE_ENDPOINT = "inside_endpoint"


@dataclass(slots=True)
class _Given:
    """A code on its way."""

    nonce: str
    challenge: str
    redirect_uri: str


@dataclass(slots=True)
class IdentityProvider:
    """One provider with one client. issuer: its address; claims: of whoever signs in; requests: how often each address was asked."""

    issuer: str
    claims: dict[str, Any] = field(default_factory=dict)
    faults: set[Fault] = field(default_factory=set)
    secret_in_form: bool = False
    requests: dict[str, int] = field(default_factory=dict)
    slow_seconds: float = 30
    _codes: dict[str, _Given] = field(default_factory=dict)
    _keys: dict[str, rsa.RSAPrivateKey] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rotate_key()

    def rotate_key(self) -> None:
        """Sign with a new key from now on; the one before is shown no more."""
        self._keys.clear()
        self._keys[secrets.token_hex(4)] = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)

    def routes(self) -> list[BaseRoute]:
        """What it serves."""
        return [
            Route("/.well-known/openid-configuration", self._metadata),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/keys", self._shown_keys),
        ]

    async def _asked(self, request: Request) -> Response | None:
        self.requests[request.url.path] = self.requests.get(request.url.path, 0) + 1
        if Fault.SLOW in self.faults:
            await anyio.sleep(self.slow_seconds)
        if Fault.FAILING in self.faults:
            return JSONResponse({"error": "server_error"}, 503)
        return Response("<html>") if Fault.NOT_JSON in self.faults else None

    async def _metadata(self, request: Request) -> Response:
        inside = Fault.INSIDE_ENDPOINT in self.faults
        is_other = Fault.OTHER_METADATA_ISSUER in self.faults
        return await self._asked(request) or JSONResponse(
            {
                "issuer": f"{self.issuer}/other" if is_other else self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": "http://169.254.169.254/token" if inside else f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": [
                    "client_secret_post" if self.secret_in_form else "client_secret_basic"
                ],
                "authorization_response_iss_parameter_supported": True,
            }
        )

    async def _authorize(self, request: Request) -> Response:
        asked = request.query_params
        if (asked.get("response_type"), asked.get("client_id"), asked.get("code_challenge_method")) != (
            "code",
            CLIENT_ID,
            "S256",
        ) or "openid" not in asked.get("scope", "").split():
            return JSONResponse({"error": "invalid_request"}, 400)
        code = secrets.token_urlsafe(16)
        self._codes[code] = _Given(asked["nonce"], asked["code_challenge"], asked["redirect_uri"])
        answer = {"code": code, "state": asked["state"], "session_state": "theirs"}
        if Fault.NO_ANSWERS_ISSUER not in self.faults:
            is_other = Fault.OTHER_ANSWERS_ISSUER in self.faults
            answer["iss"] = "https://other.example.com" if is_other else self.issuer
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def _token(self, request: Request) -> Response:
        failed = await self._asked(request)
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        if failed is not None:
            return failed
        if not self._is_client(request, form):
            return JSONResponse({"error": "invalid_client"}, 401)
        given = self._codes.pop(form.get("code", ""), None)
        if given is None or not _proves(given, form):
            return JSONResponse({"error": "invalid_grant"}, 400)
        token = secrets.token_urlsafe(16)
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": _LIFE}  # nosec B105 # as RFC 6750 calls it
        if Fault.NO_TOKEN not in self.faults:
            answer["id_token"] = self.id_token(given.nonce)
        return JSONResponse(answer)

    def _is_client(self, request: Request, form: dict[str, str]) -> bool:
        if self.secret_in_form:
            return (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)
        kind, _, pair = request.headers.get("authorization", "").partition(" ")
        client, _, secret = base64.b64decode(pair).decode().partition(":")
        return (kind, unquote(client), unquote(secret)) == ("Basic", CLIENT_ID, CLIENT_SECRET)

    async def _shown_keys(self, request: Request) -> Response:
        shown = [
            {**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())), "kid": kid, "use": "sig"}
            for kid, key in self._keys.items()
        ]
        return await self._asked(request) or JSONResponse({"keys": shown})

    def id_token(self, nonce: str) -> str:
        """What it says of whoever signs in, with what is to be wrong about it."""
        now = int(time.time())
        said = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "248289761001",
            "iat": now,
            "exp": now + _LIFE,
            "nonce": nonce,
            **self.claims,
        }
        for fault in self.faults:
            said |= _otherwise(fault, now)
        said = {name: value for name, value in said.items() if value is not None}
        [(kid, key)] = self._keys.items()
        return _signed(said, kid, key, self.faults)


def _otherwise(fault: Fault, now: int) -> dict[str, Any]:
    """What such a token says instead."""
    changes: dict[Fault, dict[str, Any]] = {
        Fault.OTHER_NONCE: {"nonce": "of another sign-in"},
        Fault.NO_NONCE: {"nonce": None},
        Fault.OTHER_AUDIENCE: {"aud": "somebody else"},
        Fault.OTHER_PARTY: {"aud": [CLIENT_ID, "somebody else"], "azp": "somebody else"},
        Fault.OTHER_ISSUER: {"iss": "https://other.example.com"},
        Fault.EXPIRED: {"iat": now - 400, "exp": now - 100},
        Fault.FROM_THE_FUTURE: {"iat": now + 400, "exp": now + 700},
    }
    return changes.get(fault, {})


def _signed(said: dict[str, Any], kid: str, key: rsa.RSAPrivateKey, faults: set[Fault]) -> str:
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    if Fault.ALG_NONE in faults:
        return jwt.encode(said, "", algorithm="none", headers={"kid": kid})
    if Fault.HS256_PUBLIC_KEY in faults:
        return hs256(said, public, kid)
    if Fault.HS256_CLIENT_SECRET in faults:
        return hs256(said, CLIENT_SECRET.encode(), kid)
    if Fault.OTHER_KEY in faults:
        key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    return jwt.encode(said, key, algorithm="RS256", headers={"kid": kid})


def hs256(said: dict[str, Any], secret: bytes, kid: str) -> str:
    """Signed by a shared secret, which may be a public key: a library that is careful refuses to make this."""
    parts = [
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=")
        for part in ({"alg": "HS256", "typ": "JWT", "kid": kid}, said)
    ]
    signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(
        b".".join(parts), secret
    )
    return b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()


def _proves(given: _Given, form: dict[str, str]) -> bool:
    digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return (challenge, form.get("redirect_uri"), form.get("grant_type")) == (
        given.challenge,
        given.redirect_uri,
        "authorization_code",
    )


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.exit("usage: python -m simulators.identity_provider PORT")
    somebody = {"email": "ada@example.com", "email_verified": True, "name": "Ada", "groups": ["callers"]}
    provider = IdentityProvider(f"http://127.0.0.1:{sys.argv[1]}", somebody)
    print(f"issuer {provider.issuer}, client {CLIENT_ID}, secret {CLIENT_SECRET}")
    uvicorn.run(
        Starlette(routes=provider.routes()), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning"
    )
