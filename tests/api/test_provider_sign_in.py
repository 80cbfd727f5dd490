"""Signing in with a company's identity provider, which runs on loopback: whole, and as it is attacked."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pyotp
import pytest

from domain.access import Role
from simulators.identity_provider import Fault
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import PASSWORD, client_with, signed_in
from tests.api.providers import (
    browser_of,
    came_back,
    claims_of,
    code_in,
    finished,
    gone,
    invited_as,
    provider_of,
    signed_in_there,
    wish,
)

pytestmark = pytest.mark.long

ANYBODY = {"makes_people": True, "default_role": "agent"}
BY_GROUP = {"group_claim": "groups", "group_roles": {"bosses": "admin", "callers": "agent"}}


async def who(operator: Operator, answer: httpx.Response) -> dict[str, Any]:
    """Who is signed in by this answer."""
    assert answer.status_code == 200, answer.text
    async with client_with(operator, answer.json()["access_token"]) as client:
        me: dict[str, Any] = (await client.get("/api/me")).json()
    return me


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


NOBODY = (403, "not_invited")
NOT_BELIEVED = (403, "provider_refused")
NO_STATE = (403, "state_refused")
NO_CODE = (403, "code_refused")


async def test_somebody_who_is_invited_signs_in_with_their_company(operator: Operator) -> None:
    """Requirement 94. They need no password, come again by issuer and subject, and their link is good no more."""
    async with provider_of(operator) as provider:
        made = await invited_as(operator, provider.claims["email"])
        first = await who(operator, await signed_in_there(operator))
        provider.claims["email"] = "renamed@theirs.example"
        again = await signed_in_there(operator)
    assert made["user"]["id"] == first["id"] == (await who(operator, again))["id"]
    assert ("agent_manager", made["user"]["email"]) == (first["role"], first["email"])
    assert 0 < again.json()["session_ends_in"] <= 86_400
    link = {"token": made["link"]["token"], "password": PASSWORD}
    assert 403 == (await operator.client.post("/api/auth/accept", json=link)).status_code
    shown = (await operator.client.get(f"/api/users/{first['id']}")).json()
    assert shown["has_come_in"]
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    theirs = [(each["action"], each["detail"]) for each in acts if each["actor"] == first["id"]]
    by = {"by": "provider"}
    assert [("session.opened", by), ("session.opened", by), ("user.came_in", by)] == theirs


async def test_what_the_browser_carries_is_bound_and_says_nothing(operator: Operator) -> None:
    """No token in an address; a cookie that scripts and other hosts do not reach; PKCE by S256."""
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        begun = await browser.get("/api/auth/oidc/start", params={"account": operator.account_id})
        cookie = begun.headers["set-cookie"]
        assert cookie.startswith("__Host-outbound-sign-in=")
        assert {"httponly", "secure", "samesite=lax", "path=/"} <= set(cookie.lower().split("; "))
        asked = parse_qs(urlsplit(begun.headers["location"]).query)
        assert (["S256"], ["code"]) == (asked["code_challenge_method"], asked["response_type"])
        assert {43} == {len(asked[name][0]) for name in ("state", "nonce", "code_challenge")}
        assert "no-store" in begun.headers["cache-control"]
        back = await came_back(operator, browser)
        tokens = (await finished(browser, code_in(back))).json()
        said = begun.headers["location"] + back.headers["location"] + cookie
        assert not [each for each in (tokens["access_token"], tokens["refresh_token"]) if each in said]


@pytest.mark.parametrize(
    "fault",
    [
        Fault.OTHER_NONCE,
        Fault.NO_NONCE,
        Fault.OTHER_AUDIENCE,
        Fault.OTHER_PARTY,
        Fault.OTHER_ISSUER,
        Fault.ALG_NONE,
        Fault.HS256_PUBLIC_KEY,
        Fault.HS256_CLIENT_SECRET,
        Fault.OTHER_KEY,
        Fault.EXPIRED,
        Fault.FROM_THE_FUTURE,
        Fault.NO_TOKEN,
        Fault.OTHER_ANSWERS_ISSUER,
        Fault.NO_ANSWERS_ISSUER,
        Fault.NOT_JSON,
    ],
)
async def test_what_the_provider_did_not_say_so_lets_nobody_in(operator: Operator, fault: Fault) -> None:
    """And nobody is made by it; once it is right again they come in."""
    async with provider_of(operator, **ANYBODY) as provider:
        provider.faults.add(fault)
        assert NOT_BELIEVED == refusal(await signed_in_there(operator))
        assert [] == (await operator.client.get("/api/users")).json()["data"]
        provider.faults.clear()
        assert 200 == (await signed_in_there(operator)).status_code


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.FAILING])
async def test_a_provider_that_does_not_answer_is_waited_for_no_longer(
    operator: Operator, fault: Fault
) -> None:
    async with provider_of(operator, **ANYBODY) as provider:
        provider.slow_seconds = 3  # the test's limit is two
        provider.faults.add(fault)
        assert (503, "provider_unreachable") == refusal(await signed_in_there(operator))


async def test_a_provider_signs_with_new_keys_and_is_not_asked_for_them_without_need(
    operator: Operator,
) -> None:
    """An unknown key has them fetched anew, once a minute at most."""
    async with provider_of(operator, **ANYBODY) as provider:
        for _ in range(2):
            assert 200 == (await signed_in_there(operator)).status_code
        assert 1 == provider.requests["/keys"]
        operator.tools.identities._clock = lambda: 10.0**9
        provider.rotate_key()
        assert 200 == (await signed_in_there(operator)).status_code
        asked = provider.requests["/keys"]
        provider.rotate_key()
        assert NOT_BELIEVED == refusal(await signed_in_there(operator))
        assert asked == provider.requests["/keys"]


async def test_a_provider_may_take_the_secret_in_the_form(operator: Operator) -> None:
    async with provider_of(operator, **ANYBODY) as provider:
        provider.secret_in_form = True
        body = wish(provider, **ANYBODY)
        assert 200 == (await operator.client.put("/api/identity-provider", json=body)).status_code
        assert 200 == (await signed_in_there(operator)).status_code


async def test_a_state_is_used_once_in_the_browser_that_began(operator: Operator) -> None:
    async with (
        provider_of(operator, **ANYBODY),
        browser_of(operator) as browser,
        browser_of(operator) as other,
    ):
        back = await gone(operator, browser)
        assert 303 == (await browser.get(back)).status_code
        assert NO_STATE == refusal(await browser.get(back))
        stolen = await gone(operator, browser)
        await other.get("/api/auth/oidc/start", params={"account": operator.account_id})
        assert NO_STATE == refusal(await other.get(stolen))
        assert NO_STATE == refusal(await browser.get(stolen))  # whoever tried, it is used
        assert NO_STATE == refusal(await browser.get("/api/auth/oidc/callback?state=made+up&code=1"))


async def test_of_two_who_come_back_at_once_one_does(operator: Operator) -> None:
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        back = await gone(operator, browser)
        answers = await asyncio.gather(*(browser.get(back) for _ in range(4)))
        assert [303, 403, 403, 403] == sorted(each.status_code for each in answers)
        code = code_in(next(each for each in answers if each.status_code == 303))
        ends = await asyncio.gather(*(finished(browser, code) for _ in range(4)))
        assert 1 == [each.status_code for each in ends].count(200)
        assert NO_CODE == refusal(await finished(browser, code))


async def test_two_first_sign_ins_at_once_make_one_person(operator: Operator) -> None:
    async with provider_of(operator, **ANYBODY):
        answers = await asyncio.gather(*(signed_in_there(operator) for _ in range(3)))
        assert [200] * 3 == [each.status_code for each in answers]
        assert 1 == len((await operator.client.get("/api/users")).json()["data"])


async def test_several_sign_ins_of_one_browser_do_not_disturb_each_other(operator: Operator) -> None:
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        one, two = [await gone(operator, browser) for _ in range(2)]
        assert [303, 303] == [(await browser.get(each)).status_code for each in (one, two)]


@pytest.mark.parametrize("seconds, is_good", [(599, True), (600, False)])
async def test_a_state_is_good_for_ten_minutes(operator: Operator, seconds: int, is_good: bool) -> None:
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        now = operator.tools.now()
        begun = replace(operator.tools, now=lambda: now - timedelta(seconds=seconds))
        async with client_of(application(begun)) as earlier:
            back = await gone(operator, earlier)
            browser.cookies = earlier.cookies
        at = replace(operator.tools, now=lambda: now)
        async with client_of(application(at), raise_app_exceptions=False) as later:
            later.cookies = browser.cookies
            answer = await later.get(back)
        assert (303 if is_good else 403) == answer.status_code


async def test_a_code_is_another_browsers_nothing(operator: Operator) -> None:
    """Nor does somebody sign in to an attacker's session who is handed the attacker's code."""
    async with (
        provider_of(operator, **ANYBODY),
        browser_of(operator) as browser,
        browser_of(operator) as other,
    ):
        code = code_in(await came_back(operator, browser))
        await other.get("/api/auth/oidc/start", params={"account": operator.account_id})
        async with browser_of(operator) as bare:
            assert [NO_CODE, NO_CODE] == [refusal(await finished(each, code)) for each in (other, bare)]
        assert 200 == (await finished(browser, code)).status_code


@pytest.mark.parametrize("seconds, is_good", [(299, True), (300, False)])
async def test_a_code_is_good_for_five_minutes(operator: Operator, seconds: int, is_good: bool) -> None:
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        now = operator.tools.now()
        tools = replace(operator.tools, now=lambda: now)
        async with client_of(application(tools), raise_app_exceptions=False) as first:
            code = code_in(await came_back(operator, first))
            browser.cookies = first.cookies
        at = replace(operator.tools, now=lambda: now + timedelta(seconds=seconds))
        async with client_of(application(at), raise_app_exceptions=False) as later:
            later.cookies = browser.cookies
            assert (200 if is_good else 403) == (await finished(later, code)).status_code


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
        {"email": None},
        {"email": ["ada@theirs.example"]},
        {"email": "ada@else.example"},
        {"email": "ada@theirs.example.else.example"},
        {"email": "ada@sub.theirs.example"},
    ],
)
async def test_an_address_that_is_not_verified_or_not_theirs_makes_nobody(
    operator: Operator, claims: dict[str, Any]
) -> None:
    """Nor is somebody taken for who was invited."""
    async with provider_of(operator, **ANYBODY) as provider:
        await invited_as(operator, provider.claims["email"])
        provider.claims |= claims
        assert NOBODY == refusal(await signed_in_there(operator))


async def test_an_address_is_no_proof_of_who_has_a_password_or_is_known_as_another(
    operator: Operator,
) -> None:
    """Whoever gets the address of somebody at the provider does not get their place here."""
    async with provider_of(operator, **ANYBODY) as provider:
        made = await invited_as(operator, provider.claims["email"], Role.ADMIN)
        body = {"token": made["link"]["token"], "password": PASSWORD}
        assert (await operator.client.post("/api/auth/accept", json=body)).is_success
        assert NOBODY == refusal(await signed_in_there(operator))
        provider.claims = claims_of("grace")
        assert 200 == (await signed_in_there(operator)).status_code
        provider.claims["sub"] = "another"
        assert NOBODY == refusal(await signed_in_there(operator))


async def test_without_an_invitation_nobody_comes_in_unless_people_are_made(operator: Operator) -> None:
    async with provider_of(operator, default_role="agent"):
        assert NOBODY == refusal(await signed_in_there(operator))
    async with provider_of(operator, **ANYBODY) as provider:
        me = await who(operator, await signed_in_there(operator))
        assert (provider.claims["email"], "ada", "agent") == (me["email"], me["name"], me["role"])


async def test_whoever_is_disabled_stays_out(operator: Operator) -> None:
    """At each step: before they begin, before they finish, and by their sessions."""
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        answer = await signed_in_there(operator)
        me = await who(operator, answer)
        code = code_in(await came_back(operator, browser))
        disabled = await operator.client.patch(f"/api/users/{me['id']}", json={"disabled": True})
        assert disabled.is_success
        assert 401 == (await finished(browser, code)).status_code
        assert NOBODY == refusal(await signed_in_there(operator))
        async with client_with(operator, answer.json()["access_token"]) as client:
            assert 401 == (await client.get("/api/me")).status_code


async def test_a_second_factor_that_somebody_set_up_here_is_asked_for_here(operator: Operator) -> None:
    """Whoever vouches for them. The code of the address is still good after it was asked for, and after a wrong one."""
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        me = await who(operator, await signed_in_there(operator))
        link = await operator.made(f"/api/users/{me['id']}/link", {})
        body = {"token": link["token"], "password": PASSWORD}
        tokens = (await operator.client.post("/api/auth/accept", json=body)).json()
        async with client_with(operator, tokens["access_token"]) as client:
            secret = await client.post("/api/me/second-factor", json={"current": PASSWORD})
            assert secret.is_success, secret.text
            made = pyotp.TOTP(secret.json()["secret"])
            code = made.at(operator.tools.now())
            confirmed = await client.post("/api/me/second-factor/confirm", json={"code": code})
            assert confirmed.is_success, confirmed.text
        one_time = code_in(await came_back(operator, browser))
        assert (401, "second_factor_needed") == refusal(await finished(browser, one_time))
        wrong = await finished(browser, one_time, second_factor="000000")
        assert (401, "sign_in_refused") == refusal(wrong)
        later = made.at(operator.tools.now() + timedelta(seconds=30))
        assert 200 == (await finished(browser, one_time, second_factor=later)).status_code


async def test_roles_follow_the_groups_that_the_provider_tells(operator: Operator) -> None:
    """At each sign-in; the highest of several; who is in none comes in no more. There is another admin, so that they may go."""
    await signed_in(operator)
    async with provider_of(operator, makes_people=True, **BY_GROUP) as provider:
        roles = []
        for groups in (["callers", "others"], ["bosses", "callers"], "callers"):
            provider.claims["groups"] = groups
            roles.append((await who(operator, await signed_in_there(operator)))["role"])
        assert ["agent", "admin", "agent"] == roles
        nothing: list[Any] = [["others"], [], None, {"bosses": True}]
        for said in nothing:
            provider.claims["groups"] = said
            assert NOBODY == refusal(await signed_in_there(operator))


@pytest.mark.parametrize("has_password", [True, False])
async def test_the_last_admin_stays_one_whatever_their_groups(operator: Operator, has_password: bool) -> None:
    """With a password or by the provider alone; whoever has none is no reason to let the last who has one go."""
    async with provider_of(operator, makes_people=True, **BY_GROUP) as provider:
        provider.claims["groups"] = ["bosses"]
        me = await who(operator, await signed_in_there(operator))
        if has_password:
            link = await operator.made(f"/api/users/{me['id']}/link", {})
            body = {"token": link["token"], "password": PASSWORD}
            assert (await operator.client.post("/api/auth/accept", json=body)).is_success
            provider.claims |= {"sub": "another", "email": "another@theirs.example"}
            assert "admin" == (await who(operator, await signed_in_there(operator)))["role"]
            refused = await operator.client.patch(f"/api/users/{me['id']}", json={"role": "agent"})
            assert (409, "last_admin") == (refused.status_code, refused.json()["code"])
            return
        provider.claims["groups"] = ["callers"]
        assert "admin" == (await who(operator, await signed_in_there(operator)))["role"]


async def test_one_accounts_provider_lets_nobody_into_another(operator: Operator, stranger: Operator) -> None:
    """The same person of the same provider is somebody of each account, or nobody."""
    async with provider_of(operator, **ANYBODY) as provider:
        body = wish(provider, domains=["theirs.example"])
        assert (await stranger.client.put("/api/identity-provider", json=body)).is_success
        me = await who(operator, await signed_in_there(operator))
        assert operator.account_id == me["account_id"]
        assert NOBODY == refusal(await signed_in_there(stranger))


async def test_a_provider_that_is_removed_or_replaced_lets_nobody_in(operator: Operator) -> None:
    """Not who is on the way, not who came back, and by no session of who has no password."""
    async with provider_of(operator, **ANYBODY) as provider, browser_of(operator) as browser:
        answer = await signed_in_there(operator)
        code, back = code_in(await came_back(operator, browser)), await gone(operator, browser)
        assert 204 == (await operator.client.delete("/api/identity-provider")).status_code
        assert NO_STATE == refusal(await browser.get(back))
        assert NO_CODE == refusal(await finished(browser, code))
        async with client_with(operator, answer.json()["access_token"]) as client:
            assert 401 == (await client.get("/api/me")).status_code
        assert 404 == (await browser.get(f"/api/auth/oidc/start?account={operator.account_id}")).status_code
        body = wish(provider, **ANYBODY)
        assert (await operator.client.put("/api/identity-provider", json=body)).is_success
        back = await gone(operator, browser)
        other = {**body, "client_id": "another"}
        assert (await operator.client.put("/api/identity-provider", json=other)).is_success
        assert NO_STATE == refusal(await browser.get(back))


@pytest.mark.parametrize(
    "rules, told",
    [
        (None, NO_STATE),
        ({**ANYBODY, "client_id": "another"}, NO_STATE),
        ({}, NOBODY),
        ({**ANYBODY, "domains": ["else.example"]}, NOBODY),
    ],
)
async def test_what_an_admin_decides_while_the_provider_is_asked_counts(
    operator: Operator,
    monkeypatch: pytest.MonkeyPatch,
    rules: dict[str, Any] | None,
    told: tuple[int, str],
) -> None:
    """Removed, given another client, making nobody any more, of another domain: nobody is made by what stood before."""
    path = "/api/identity-provider"
    async with provider_of(operator, **ANYBODY) as provider:
        ask = operator.tools.identities.claims_for

        async def asked(*given: Any) -> Any:
            claims = await ask(*given)
            if rules is None:
                answer = await operator.client.delete(path)
            else:
                answer = await operator.client.put(path, json=wish(provider, **rules))
            assert answer.is_success, answer.text
            return claims

        monkeypatch.setattr(operator.tools.identities, "claims_for", asked)
        assert told == refusal(await signed_in_there(operator))
        assert [] == (await operator.client.get("/api/users")).json()["data"]


async def test_who_is_out_with_the_provider_is_out_by_their_keys_too(operator: Operator) -> None:
    """A key is no more than whoever made it; it is good again for who has come in again."""
    async with provider_of(operator, makes_people=True, **BY_GROUP) as provider:
        provider.claims["groups"] = ["bosses"]
        tokens = (await signed_in_there(operator)).json()
        async with client_with(operator, tokens["access_token"]) as admin:
            made = (await admin.post("/api/api-keys", json={"name": "program"})).json()
        async with client_with(operator, made["key"]) as program:
            assert 200 == (await program.get("/api/agents")).status_code
            assert 204 == (await operator.client.delete("/api/identity-provider")).status_code
            assert 401 == (await program.get("/api/agents")).status_code
            user = (await operator.client.get("/api/users")).json()["data"][0]["id"]
            link = await operator.made(f"/api/users/{user}/link", {})
            body = {"token": link["token"], "password": PASSWORD}
            assert (await operator.client.post("/api/auth/accept", json=body)).is_success
            assert 200 == (await program.get("/api/agents")).status_code


async def test_whoever_the_provider_refuses_is_not_let_in(operator: Operator) -> None:
    async with provider_of(operator, **ANYBODY), browser_of(operator) as browser:
        back = urlsplit(await gone(operator, browser))
        state = parse_qs(back.query)["state"][0]
        answer = await browser.get(f"{back.path}?state={state}&error=access_denied&code=1")
        assert NOT_BELIEVED == refusal(answer)


async def test_nobody_begins_at_an_account_that_is_none(operator: Operator) -> None:
    async with browser_of(operator) as browser:
        for account in (operator.account_id, "acc_none"):
            answer = await browser.get("/api/auth/oidc/start", params={"account": account})
            assert (404, "not_found") == refusal(answer)
