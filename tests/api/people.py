"""People who work with the API: invited, come in, signed in."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from domain.access import Role
from tests.api.conftest import Operator, client_of
from tests.api.declared import application

PASSWORD = "sieben blaue Enten"


@dataclass
class SignedIn:
    """Somebody with a session: a client that carries their access token, and what they were answered."""

    client: httpx.AsyncClient
    id: str
    email: str
    tokens: dict[str, Any]


async def invited(operator: Operator, role: Role = Role.ADMIN) -> dict[str, Any]:
    """Somebody with an address of their own, who has not come in yet; the whole answer, with their link."""
    body = {"email": f"{uuid4().hex}@example.com", "name": "Ada Lovelace", "role": role}
    return await operator.made("/api/users", body)


def client_with(operator: Operator, access_token: str) -> httpx.AsyncClient:
    """A client that carries this token."""
    headers = {"Authorization": f"Bearer {access_token}"}
    return client_of(application(operator.tools), raise_app_exceptions=False, headers=headers)


async def signed_in(operator: Operator, role: Role = Role.ADMIN) -> SignedIn:
    """Somebody in this role who came in by their link."""
    made = await invited(operator, role)
    answer = await operator.client.post(
        "/api/auth/accept", json={"token": made["link"]["token"], "password": PASSWORD}
    )
    assert answer.status_code == 200, answer.text
    tokens = answer.json()
    return SignedIn(
        client_with(operator, tokens["access_token"]), made["user"]["id"], made["user"]["email"], tokens
    )
