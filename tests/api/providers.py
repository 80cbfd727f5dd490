"""People who sign in with their company's identity provider: the provider on loopback, and a browser that goes there and back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import httpx

from domain.access import Role
from simulators.identity_provider import CLIENT_ID, CLIENT_SECRET, IdentityProvider
from tests.api.conftest import PUBLIC_URL, Operator, client_of
from tests.api.declared import application
from tests.simulators.loopback import serving


@asynccontextmanager
async def provider_of(operator: Operator, **rules: Any) -> AsyncIterator[IdentityProvider]:
    """A provider that serves, and is the account's; whoever signs in there is a new person of theirs.example."""
    provider = IdentityProvider("")
    provider.claims = claims_of("ada")
    async with serving(provider.routes()) as address:
        provider.issuer = f"http://{address}"
        answer = await operator.client.put("/api/identity-provider", json=wish(provider, **rules))
        assert answer.status_code == 200, answer.text
        yield provider


def wish(provider: IdentityProvider, **rules: Any) -> dict[str, Any]:
    """What sets this provider up."""
    return {
        "issuer": provider.issuer,
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "domains": ["theirs.example"],
        **rules,
    }


def claims_of(name: str, **more: Any) -> dict[str, Any]:
    """What the provider says of a new person."""
    sign = uuid4().hex
    return {
        "sub": sign,
        "email": f"{name}.{sign}@theirs.example",
        "email_verified": True,
        "name": name,
        **more,
    }


async def invited_as(operator: Operator, email: str, role: Role = Role.AGENT_MANAGER) -> dict[str, Any]:
    """Somebody who is invited under this address; the whole answer."""
    return await operator.made("/api/users", {"email": email, "name": "Ada", "role": role})


def browser_of(operator: Operator) -> httpx.AsyncClient:
    """A browser without cookies."""
    return client_of(application(operator.tools), raise_app_exceptions=False)


async def gone(operator: Operator, browser: httpx.AsyncClient) -> str:
    """The path by which this browser comes back from the account's provider, where it signed in."""
    begun = await browser.get("/api/auth/oidc/start", params={"account": operator.account_id})
    assert begun.status_code == 303, begun.text
    async with httpx.AsyncClient() as there:
        answer = await there.get(begun.headers["location"])
    assert answer.status_code == 302, answer.text
    back: str = answer.headers["location"]
    assert back.startswith(f"{PUBLIC_URL}/api/auth/oidc/callback?")
    return back


def code_in(answer: httpx.Response) -> str:
    """The code of the address at the dashboard."""
    assert answer.status_code == 303, answer.text
    parts = urlsplit(answer.headers["location"])
    assert (PUBLIC_URL, "/", "") == (f"{parts.scheme}://{parts.netloc}", parts.path, parts.query)
    return parse_qs(parts.fragment)["sign-in-code"][0]


async def came_back(operator: Operator, browser: httpx.AsyncClient) -> httpx.Response:
    """What the browser is answered that comes back."""
    return await browser.get(await gone(operator, browser))


async def finished(browser: httpx.AsyncClient, code: str, **more: Any) -> httpx.Response:
    """What the dashboard in this browser is answered for the code."""
    return await browser.post("/api/auth/oidc/finish", json={"code": code, **more})


async def signed_in_there(operator: Operator) -> httpx.Response:
    """The whole way, in a new browser; the last answer."""
    async with browser_of(operator) as browser:
        back = await came_back(operator, browser)
        return await finished(browser, code_in(back)) if back.status_code == 303 else back
