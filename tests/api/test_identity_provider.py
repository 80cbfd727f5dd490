"""An account's identity provider: set up, shown, removed; asked at once, and never where only we can ask."""

from dataclasses import replace
from typing import Any

import pytest

from domain.access import Role
from providers.identity.client import IdentityProviders
from providers.identity.outside_requests import OutsideRequests
from simulators.identity_provider import CLIENT_SECRET, Fault
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import signed_in
from tests.api.providers import provider_of, wish
from tests.domain.test_outside_addresses import TRICKS

PATH = "/api/identity-provider"


async def test_a_provider_is_shown_without_its_secret(operator: Operator, stranger: Operator) -> None:
    async with provider_of(operator, domains=["Theirs.Example", "theirs.example"]) as provider:
        answer = await operator.client.get(PATH)
        shown = answer.json()
        assert (provider.issuer, ["theirs.example"]) == (shown["issuer"], shown["domains"])
        assert "https://outbound.example/api/auth/oidc/callback" == shown["redirect_uri"]
        assert f"https://outbound.example/api/auth/oidc/start?account={operator.account_id}" == shown["start"]
        assert CLIENT_SECRET not in answer.text
        assert 404 == (await stranger.client.get(PATH)).status_code
        acts = (await operator.client.get("/api/audit-log")).json()["data"]
        assert ("identity_provider.set", 1) == (acts[0]["action"], acts[0]["detail"]["domains"])
        assert "theirs" not in str(acts)
    assert 204 == (await operator.client.delete(PATH)).status_code
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert ("identity_provider.removed", operator.account_id) == (acts[0]["action"], acts[0]["subject"])
    assert [404, 404] == [
        (await operator.client.request(method, PATH)).status_code for method in ("GET", "DELETE")
    ]


async def test_a_secret_stays_only_with_whom_it_was_given_for(operator: Operator) -> None:
    """Nobody has it sent elsewhere who does not know it."""
    async with provider_of(operator) as provider, provider_of(operator) as other:
        body = wish(other, default_role="agent")
        del body["client_secret"]
        assert (await operator.client.put(PATH, json=body)).is_success
        for change in ({"issuer": provider.issuer}, {"client_id": "another"}):
            refused = await operator.client.put(PATH, json={**body, **change})
            [problem] = refused.json()["errors"]
            assert ("/client_secret", "missing") == (problem["pointer"], problem["code"])


@pytest.mark.parametrize("fault", [Fault.OTHER_METADATA_ISSUER, Fault.INSIDE_ENDPOINT, Fault.NOT_JSON])
async def test_what_is_no_provider_is_not_set(operator: Operator, fault: Fault) -> None:
    async with provider_of(operator) as provider:
        provider.faults.add(fault)
        refused = await operator.client.put(PATH, json=wish(provider))
        [problem] = refused.json()["errors"]
        assert (422, "/issuer", "no_provider") == (refused.status_code, problem["pointer"], problem["code"])


async def test_a_provider_that_does_not_answer_is_not_set(operator: Operator) -> None:
    async with provider_of(operator) as provider:
        provider.faults.add(Fault.FAILING)
        refused = await operator.client.put(PATH, json=wish(provider))
        assert (503, "provider_unreachable") == (refused.status_code, refused.json()["code"])


@pytest.mark.parametrize("issuer", [*TRICKS, "https://login.example.com/?tenant=1"])
async def test_an_issuer_is_an_address_outside(operator: Operator, issuer: str) -> None:
    """As in production, where this machine is not asked."""
    strict = IdentityProviders(OutsideRequests(resolve=_nothing))
    async with client_of(
        application(replace(operator.tools, identities=strict)), headers=dict(operator.client.headers)
    ) as client:
        body = {"issuer": issuer, "client_id": "us", "client_secret": "theirs", "domains": ["theirs.example"]}
        refused = await client.put(PATH, json=body)
    await strict.aclose()
    assert 422 == refused.status_code
    assert "/issuer" == refused.json()["errors"][0]["pointer"]


async def _nothing(host: str, port: int) -> list[str]:
    raise AssertionError("nobody asked for this name")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"])
async def test_a_name_that_leads_inside_is_not_asked(operator: Operator, address: str) -> None:
    async def inside(host: str, port: int) -> list[str]:
        return ["93.184.215.14", address]

    strict = IdentityProviders(OutsideRequests(resolve=inside))
    async with client_of(
        application(replace(operator.tools, identities=strict)), headers=dict(operator.client.headers)
    ) as client:
        body = {
            "issuer": "https://login.example.com",
            "client_id": "us",
            "client_secret": "theirs",
            "domains": ["theirs.example"],
        }
        refused = await client.put(PATH, json=body)
    await strict.aclose()
    assert (422, "no_provider") == (refused.status_code, refused.json()["errors"][0]["code"])


@pytest.mark.parametrize(
    "rules",
    [
        {"domains": []},
        {"domains": ["@theirs.example"]},
        {"domains": ["*"]},
        {"domains": ["example"]},
        {"makes_people": True},
        {"group_claim": "groups"},
        {"group_roles": {"callers": "agent"}},
        {"group_claim": "groups", "group_roles": {"callers": "owner"}},
        {"client_secret": ""},
        {"makes_people": "yes"},
    ],
)
async def test_rules_let_in_somebody_and_nobody_else(operator: Operator, rules: dict[str, Any]) -> None:
    async with provider_of(operator) as provider:
        refused = await operator.client.put(PATH, json=wish(provider, **rules))
        assert 422 == refused.status_code


async def test_whoever_sets_a_provider_may_whatever_an_admin_may(operator: Operator) -> None:
    """By it they decide who anybody is."""
    made = await operator.made("/api/api-keys", {"name": "people", "scopes": ["users:write", "users:read"]})
    async with provider_of(operator) as provider:
        headers = {"Authorization": f"Bearer {made['key']}"}
        refused = await operator.client.put(PATH, json=wish(provider), headers=headers)
        assert (403, "not_allowed") == (refused.status_code, refused.json()["code"])
        manager = await signed_in(operator, Role.AGENT_MANAGER)
        assert 403 == (await manager.client.put(PATH, json=wish(provider))).status_code
