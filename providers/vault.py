"""Secrets from a store that speaks Vault's HTTP interface (HashiCorp Vault, OpenBao), version 2 of its key-value engine.

`GET /v1/MOUNT/data/PATH` with `X-Vault-Token` answers {"data": {"data": {FIELD: VALUE}, "metadata": …}}; `POST /v1/auth/approle/login`
and `/v1/auth/kubernetes/login` answer {"auth": {"client_token": …, "lease_duration": SECONDS}}
(developer.hashicorp.com/vault/api-docs, read 2026-12-01). It blocks: settings are read before there is a loop, or in a thread.
"""

import threading
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import httpx

from providers.errors import CredentialsRefused, MalformedMessage, ProviderRefused, ProviderUnavailable

_LIMIT: Final = httpx.Timeout(5.0)
_KEPT: Final = 5.0
"""Seconds for which an answer serves: one secret's fields are several settings, which are read within a moment."""
_OF_A_LEASE: Final = 2 / 3
_LONGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class StoreAccount:
    """Where the store is, and who we are there: by a token; by role_id and secret_id; or by kubernetes_role and a token's file."""

    address: str
    token: str = field(default="", repr=False)
    role_id: str = ""
    secret_id: str = field(default="", repr=False)
    kubernetes_role: str = ""
    kubernetes_token: Path = Path()
    namespace: str = ""


@dataclass(slots=True)
class _Lease:
    token: str = field(repr=False)
    until: float


class SecretStore:
    """Reads secrets. It may be asked by several threads at once, which take turns."""

    def __init__(self, account: StoreAccount, transport: httpx.BaseTransport | None = None) -> None:
        self._account = account
        # No proxy: the environment's would see every secret.
        self._client = httpx.Client(
            base_url=account.address, timeout=_LIMIT, trust_env=False, transport=transport
        )
        self._lease: _Lease | None = None
        self._known: dict[str, tuple[float, dict[str, Any]]] = {}
        self._turn = threading.Lock()

    def read(self, reference: str) -> str:
        """The field of MOUNT/PATH#FIELD. Raises ProviderError, whose words name the place and no value."""
        path, _, name = reference.partition("#")
        mount, _, within = path.partition("/")
        if not (mount and within and name):
            raise ProviderRefused(f"vault:{reference} does not look like vault:MOUNT/PATH#FIELD.")
        with self._turn:
            value = self._secret(mount, within).get(name)
        if not isinstance(value, str) or not value:
            raise ProviderRefused(f"The store has no text under vault:{reference}.")
        return value

    def _secret(self, mount: str, path: str) -> dict[str, Any]:
        address, now = f"/v1/{mount}/data/{path}", time.monotonic()
        known = self._known.get(address)
        if known is None or known[0] < now - _KEPT:
            known = self._known[address] = (now, self._asked(address))
        return known[1]

    def _asked(self, address: str) -> dict[str, Any]:
        had_lease = self._lease is not None
        try:
            answer = self._exchange("GET", address, token=self._token())
        except CredentialsRefused:
            if not had_lease:
                raise
            self._lease = None  # revoked before its time
            answer = self._exchange("GET", address, token=self._token())
        found = answer.get("data")
        secret = found.get("data") if isinstance(found, dict) else None
        if not isinstance(secret, dict):
            raise MalformedMessage(f"The store's answer to {address} holds no secret of version 2.")
        return secret

    def _token(self) -> str:
        account = self._account
        if account.token:
            return account.token
        if self._lease is None or self._lease.until < time.monotonic():
            self._lease = self._signed_in()
        return self._lease.token

    def _signed_in(self) -> _Lease:
        account = self._account
        if account.role_id:
            proof = {"role_id": account.role_id, "secret_id": account.secret_id}
            answer = self._exchange("POST", "/v1/auth/approle/login", proof)
        elif account.kubernetes_role:
            # Kubernetes writes another token there before this one expires.
            try:
                jwt = account.kubernetes_token.read_text(encoding="utf-8").strip()
            except OSError as error:
                raise CredentialsRefused(f"{account.kubernetes_token}: {error.strerror}.") from None
            proof = {"role": account.kubernetes_role, "jwt": jwt}
            answer = self._exchange("POST", "/v1/auth/kubernetes/login", proof)
        else:
            raise CredentialsRefused(
                "VAULT_TOKEN, VAULT_ROLE_ID or VAULT_KUBERNETES_ROLE must say who we are there."
            )
        try:
            granted = answer["auth"]
            lasts = float(granted["lease_duration"]) or float("inf")
            return _Lease(str(granted["client_token"]), time.monotonic() + lasts * _OF_A_LEASE)
        except (KeyError, TypeError, ValueError):
            raise MalformedMessage("The store's answer to a sign-in holds no token.") from None

    def _exchange(
        self, method: str, address: str, body: dict[str, str] | None = None, *, token: str = ""
    ) -> dict[str, Any]:
        headers = {"X-Vault-Request": "true"}
        if token:
            headers["X-Vault-Token"] = token
        if self._account.namespace:
            headers["X-Vault-Namespace"] = self._account.namespace
        # Of what went wrong nothing is chained: the library's errors hold the request, and with it the token.
        try:
            answer = self._client.request(method, address, json=body, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ProviderUnavailable(f"The store does not answer ({type(error).__name__}).") from None
        if answer.status_code in (400, 401, 403):
            raise CredentialsRefused(f"The store does not let us read {address} ({answer.status_code}).")
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise ProviderRefused(f"The store has nothing at {address}.")
        if answer.status_code != httpx.codes.OK:
            raise ProviderUnavailable(f"The store answers {address} with {answer.status_code}.")
        try:
            told = answer.json() if len(answer.content) < _LONGEST else None
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise MalformedMessage(f"The store's answer to {address} is no JSON object.")
        return told


@cache
def asked_store(account: StoreAccount) -> SecretStore:
    """The store as this account is let in there; opened once, so that it keeps its lease."""
    return SecretStore(account)
