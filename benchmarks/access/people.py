"""People of the running system: invited over its API, signed in, and what they ask with."""

import os
from dataclasses import dataclass

import httpx

from benchmarks.stage import Stage
from domain.access import Role

PASSWORD = "sieben blaue Enten"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody with a session."""

    id: str
    email: str
    access_token: str
    refresh_token: str


async def signed_in(stage: Stage, role: Role) -> SignedIn:
    """A new person in this role, who came in by their link."""
    email = f"{os.urandom(6).hex()}@example.com"
    made = await stage.post("/users", {"email": email, "name": "Ada Lovelace", "role": role})
    answer = await stage.api.post(
        "/auth/accept", json={"token": made["link"]["token"], "password": PASSWORD}, headers=somewhere()
    )
    tokens = answer.raise_for_status().json()
    return SignedIn(made["user"]["id"], email, tokens["access_token"], tokens["refresh_token"])


async def login(api: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    """A try to sign in, from a network of its own."""
    body = {"email": email, "password": password}
    return await api.post("/auth/login", json=body, headers=somewhere())


def somewhere() -> dict[str, str]:
    """A header by which a proxy on this machine says that it asks for somebody in another network."""
    return {"X-Forwarded-For": "10.{}.{}.1".format(*os.urandom(2))}
