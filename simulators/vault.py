"""A store of secrets as Vault's HTTP interface shows it: version 2 of the key-value engine, sign-in by AppRole and by Kubernetes.

Source: developer.hashicorp.com/vault/api-docs (kv-v2, auth/approle, auth/kubernetes), read 2026-12-01. Errors are {"errors": [...]};
a secret that is absent is a 404 with an empty list, a token that is not good, or lacks, a 403.
"""

import json
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx


@dataclass(slots=True)
class SimulatedVault:
    """secrets: by MOUNT/PATH. tokens: those that are good. role: role_id and secret_id; service_account: role and token.

    As an httpx.MockTransport's handler it is the store: httpx.MockTransport(vault).
    """

    secrets: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    role: tuple[str, str] = ("role-1", "secret-1")
    service_account: tuple[str, str] = ("outbound", "service.account.token")
    lease_seconds: int = 3600
    namespace: str = ""
    asked: list[str] = field(default_factory=list)
    is_sealed: bool = False
    _numbers: "count[int]" = field(default_factory=count)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        self.asked.append(f"{request.method} {request.url.path}")
        if self.is_sealed:
            return _refusal(503, "Vault is sealed")
        if request.headers.get("X-Vault-Namespace", "") != self.namespace:
            return _refusal(403, "permission denied")
        match request.method, request.url.path.removeprefix("/v1/").split("/"):
            case "POST", ["auth", "approle", "login"]:
                return self._sign_in(
                    request, ("role_id", "secret_id"), self.role, "invalid role or secret ID"
                )
            case "POST", ["auth", "kubernetes", "login"]:
                return self._sign_in(request, ("role", "jwt"), self.service_account, "permission denied")
            case "GET", [mount, "data", *path]:
                return self._secret(request, f"{mount}/{'/'.join(path)}")
        return _refusal(404)

    def _sign_in(
        self, request: httpx.Request, names: tuple[str, str], wanted: tuple[str, str], refusal: str
    ) -> httpx.Response:
        given = json.loads(request.content)
        if tuple(given.get(name) for name in names) != wanted:
            return _refusal(400 if "role_id" in names else 403, refusal)
        token = f"hvs.{next(self._numbers):024}"
        self.tokens.add(token)
        granted = {"client_token": token, "lease_duration": self.lease_seconds, "renewable": True}
        return httpx.Response(200, json={"auth": granted, "data": None, "lease_duration": 0})

    def _secret(self, request: httpx.Request, place: str) -> httpx.Response:
        if request.headers.get("X-Vault-Token") not in self.tokens:
            return _refusal(403, "permission denied")
        found = self.secrets.get(place)
        if found is None:
            return _refusal(404)
        metadata = {"version": 1, "destroyed": False, "deletion_time": ""}
        return httpx.Response(200, json={"data": {"data": found, "metadata": metadata}, "auth": None})


def _refusal(status: int, *errors: str) -> httpx.Response:
    return httpx.Response(status, json={"errors": list(errors)})
