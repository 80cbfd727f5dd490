"""OpenID Connect: where a provider is found, how a code is exchanged, and with which keys it signs.

What a provider says of itself and its keys are kept for a while in each process; a token that names a key nobody has seen has the keys
fetched anew, once a minute at most.
"""

import base64
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote, urlencode

from domain.errors import InvalidInput
from domain.outside_addresses import read_outside_address
from providers.errors import MalformedMessage
from providers.identity.id_tokens import ALGORITHMS, Expected, UnknownKey, read_id_token
from providers.identity.outside_requests import OutsideRequests

_WELL_KNOWN: Final = "/.well-known/openid-configuration"
_KEPT: Final = 3_600.0  # seconds
_AGAIN: Final = 60.0  # seconds between two looks at a provider's keys
_MOST_KEPT: Final = 200  # providers
_SCOPE: Final = "openid email profile"
_BASIC, _POST = "client_secret_basic", "client_secret_post"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a provider says of itself (OpenID Connect Discovery 1.0). tells_issuer: its answers name it (RFC 9207)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    algorithms: frozenset[str]
    secret_in_form: bool
    tells_issuer: bool


@dataclass(frozen=True, slots=True)
class Client:
    """Who we are to a provider."""

    id: str
    secret: str
    redirect_uri: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """One sign-in. challenge: the verifier's SHA-256 (PKCE, S256)."""

    state: str
    nonce: str
    challenge: str


@dataclass(slots=True)
class _Kept:
    metadata: Metadata
    at: float
    keys: Sequence[Mapping[str, Any]] | None = None
    keys_at: float = -_KEPT


class IdentityProviders:
    """All that this process asks of them. Raises as OutsideRequests does; MalformedMessage for metadata that is not to be relied on."""

    def __init__(self, requests: OutsideRequests, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._requests, self._clock = requests, clock
        self._kept: dict[str, _Kept] = {}
        self.local = requests.local

    async def metadata(self, issuer: str) -> Metadata:
        """What this provider says of itself."""
        return (await self._of(issuer)).metadata

    async def check(self, issuer: str) -> Metadata:
        """The same, asked anew: for whoever sets a provider up."""
        self._kept.pop(issuer, None)
        return await self.metadata(issuer)

    async def address(self, issuer: str, client: Client, challenge: Challenge) -> str:
        """Where somebody's browser goes to sign in."""
        endpoint = (await self.metadata(issuer)).authorization_endpoint
        asked = urlencode(
            {
                "response_type": "code",
                "client_id": client.id,
                "redirect_uri": client.redirect_uri,
                "scope": _SCOPE,
                "state": challenge.state,
                "nonce": challenge.nonce,
                "code_challenge": challenge.challenge,
                "code_challenge_method": "S256",
            },
            quote_via=quote,
        )
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{asked}"

    async def claims_for(
        self, issuer: str, client: Client, code: str, verifier: str, nonce: str, now: Callable[[], datetime]
    ) -> Mapping[str, Any]:
        """What the provider says of who came back with this code. Raises ProviderRefused for a code that is not good, IdTokenRefused."""
        metadata = await self.metadata(issuer)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": client.redirect_uri,
            "code_verifier": verifier,
        }
        headers = {}
        if metadata.secret_in_form:
            form |= {"client_id": client.id, "client_secret": client.secret}
        else:
            headers["authorization"] = _basic(client)
        token = (await self._requests.post(metadata.token_endpoint, form, headers)).get("id_token")
        expected = Expected(issuer, client.id, nonce, metadata.algorithms)
        try:
            return read_id_token(token, await self._keys(issuer), expected, now())
        except UnknownKey:
            return read_id_token(token, await self._keys(issuer, anew=True), expected, now())

    async def _keys(self, issuer: str, *, anew: bool = False) -> Sequence[Mapping[str, Any]]:
        kept = await self._of(issuer)
        age = self._clock() - kept.keys_at
        if kept.keys is None or age >= (_AGAIN if anew else _KEPT):
            kept.keys_at = self._clock()
            kept.keys = _keys_in(await self._requests.get(kept.metadata.jwks_uri))
        return kept.keys

    async def _of(self, issuer: str) -> _Kept:
        kept = self._kept.get(issuer)
        if kept is None or self._clock() - kept.at >= _KEPT:
            found = await self._requests.get(issuer.rstrip("/") + _WELL_KNOWN)
            read = _metadata(issuer, found, local=self.local)
            self._kept.pop(issuer, None)
            while len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            kept = self._kept[issuer] = _Kept(read, self._clock())
        return kept

    async def aclose(self) -> None:
        """Close what is open."""
        await self._requests.aclose()


def _metadata(issuer: str, found: Mapping[str, Any], *, local: bool) -> Metadata:
    if found.get("issuer") != issuer:
        raise MalformedMessage(
            "What answers there calls itself otherwise; the issuer has to be the same, sign by sign."
        )
    algorithms = (
        frozenset(_texts(found, "id_token_signing_alg_values_supported", ["RS256"])) & ALGORITHMS.keys()
    )
    if not algorithms:
        raise MalformedMessage("The provider signs by no algorithm that is taken.")
    if "S256" not in _texts(found, "code_challenge_methods_supported", ["S256"]):
        raise MalformedMessage("The provider does not know PKCE (S256).")
    ways = _texts(found, "token_endpoint_auth_methods_supported", [_BASIC])
    if not {_BASIC, _POST} & set(ways):
        raise MalformedMessage("The provider takes no client secret.")
    authorization, token, keys = (
        _address(found, name, local=local)
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
    )
    return Metadata(
        issuer,
        authorization,
        token,
        keys,
        algorithms,
        secret_in_form=_BASIC not in ways,
        tells_issuer=found.get("authorization_response_iss_parameter_supported") is True,
    )


def _texts(found: Mapping[str, Any], name: str, default: list[str]) -> list[str]:
    listed = found.get(name, default)
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def _address(found: Mapping[str, Any], name: str, *, local: bool) -> str:
    url = found.get(name)
    try:
        if isinstance(url, str):
            read_outside_address(url, local=local)
            return url
    except InvalidInput as error:
        raise MalformedMessage(f"The provider's {name} is not to be asked: {error}") from error
    raise MalformedMessage(f"The provider names no {name}.")


def _keys_in(found: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    keys = found.get("keys")
    if not isinstance(keys, list):
        raise MalformedMessage("The provider shows no keys.")
    return keys


def _basic(client: Client) -> str:
    """RFC 6749, section 2.3.1: both are form-encoded first."""
    pair = f"{quote(client.id, safe='')}:{quote(client.secret, safe='')}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"
