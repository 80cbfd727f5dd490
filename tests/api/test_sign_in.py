"""Signing in, staying signed in, signing out; and what strangers learn and reach by trying."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from api.networks import network_of
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import PASSWORD, client_with, invited, signed_in
from tests.api.test_pagination import walked


async def login(operator: Operator, email: str, password: str = PASSWORD) -> httpx.Response:
    return await operator.client.post("/api/auth/login", json={"email": email, "password": password})


async def refreshed(operator: Operator, token: str) -> httpx.Response:
    return await operator.client.post("/api/auth/refresh", json={"refresh_token": token})


async def is_let_in(client: httpx.AsyncClient) -> bool:
    return (await client.get("/api/me")).status_code == 200


async def seconds_later(operator: Operator, seconds: float, table: str, column: str) -> None:
    """Move what is kept into the past instead of waiting."""
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text(f"UPDATE {table} SET {column} = {column} - make_interval(secs => :seconds)"),
            {"seconds": seconds},
        )


async def test_somebody_comes_in_by_their_link_and_signs_in_by_their_password(operator: Operator) -> None:
    """Requirements 94, 127."""
    person = await signed_in(operator)
    answer = await login(operator, f" {person.email.upper()} ")
    assert answer.status_code == 200
    tokens = answer.json()
    assert ("Bearer", 86_400) == (tokens["token_type"], tokens["expires_in"])
    async with client_with(operator, tokens["access_token"]) as client:
        me = (await client.get("/api/me")).json()
    assert (person.id, person.email, "Ada Lovelace", "admin") == (
        me["id"],
        me["email"],
        me["name"],
        me["role"],
    )


async def test_a_link_is_good_once_and_not_for_ever(operator: Operator) -> None:
    made = await invited(operator)
    body = {"token": made["link"]["token"], "password": PASSWORD}
    weak = await operator.client.post("/api/auth/accept", json={**body, "password": "password1234"})
    assert (422, "weak_password") == (weak.status_code, weak.json()["errors"][0]["code"])
    assert 200 == (await operator.client.post("/api/auth/accept", json=body)).status_code
    again = await operator.client.post("/api/auth/accept", json=body)
    assert (403, "link_refused") == (again.status_code, again.json()["code"])
    late = await invited(operator)
    await seconds_later(operator, 8 * 86_400, "one_time_links", "expires_at")
    body = {"token": late["link"]["token"], "password": PASSWORD}
    assert 403 == (await operator.client.post("/api/auth/accept", json=body)).status_code


async def test_a_second_link_replaces_the_first_and_a_new_password_ends_what_was_open(
    operator: Operator,
) -> None:
    person = await signed_in(operator)
    first, second = [(await operator.made(f"/api/users/{person.id}/link", {}))["token"] for _ in range(2)]
    body = {"password": "neun grüne Gänse"}
    assert 403 == (await operator.client.post("/api/auth/accept", json={"token": first, **body})).status_code
    assert await is_let_in(person.client)
    assert 200 == (await operator.client.post("/api/auth/accept", json={"token": second, **body})).status_code
    assert not await is_let_in(person.client)
    assert 401 == (await login(operator, person.email)).status_code


async def test_whoever_tries_learns_nothing_of_who_is_here(operator: Operator) -> None:
    """A wrong password, an address nobody has, somebody who did not come in yet, somebody who is disabled: one answer."""
    person, fresh, gone = (
        await signed_in(operator),
        await invited(operator),
        await signed_in(operator),
    )
    await operator.client.patch(f"/api/users/{gone.id}", json={"disabled": True})
    answers = [
        await login(operator, person.email, "another password"),
        await login(operator, "nobody@example.com"),
        await login(operator, fresh["user"]["email"]),
        await login(operator, gone.email),
    ]
    told = [{**each.json(), "request_id": "", "instance": ""} for each in answers]
    assert [401] * 4 == [each.status_code for each in answers]
    assert [told[0]] * 4 == told
    assert "sign_in_refused" == told[0]["code"]


async def test_guesses_are_slow_and_hold_only_whoever_guesses(operator: Operator) -> None:
    """Five tries at once, then longer and longer; the person signs in elsewhere, and here once the wait is over."""
    person = await signed_in(operator)
    tries = await asyncio.gather(*(login(operator, person.email, f"guess {each}") for each in range(12)))
    assert [401] * 5 + [429] * 7 == sorted(each.status_code for each in tries)
    held = await login(operator, person.email)
    assert (429, "too_many_tries") == (held.status_code, held.json()["code"])
    assert 0 < int(held.headers["retry-after"]) <= 30
    async with client_of(application(operator.tools)) as elsewhere:
        there = await elsewhere.post("/api/auth/login", json={"email": person.email, "password": PASSWORD})
    assert 200 == there.status_code
    await seconds_later(operator, 31, "sign_in_failures", "at")
    assert 200 == (await login(operator, person.email)).status_code
    assert 401 == (await login(operator, person.email, "a slip")).status_code  # what was before is forgiven


async def test_a_session_goes_on_by_its_refresh_token_and_each_is_good_once(operator: Operator) -> None:
    """Requirement 148."""
    person = await signed_in(operator)
    first = person.tokens["refresh_token"]
    second = (await refreshed(operator, first)).json()
    assert second["refresh_token"] != first
    assert 0 < second["session_ends_in"] <= 30 * 86_400
    async with client_with(operator, second["access_token"]) as client:
        assert await is_let_in(client)
        at_once = await refreshed(operator, first)
        assert (401, "refresh_refused") == (at_once.status_code, at_once.json()["code"])
        assert await is_let_in(client)
        await seconds_later(operator, 11, "refresh_tokens", "used_at")
        assert 401 == (await refreshed(operator, first)).status_code
        assert not await is_let_in(client)
    assert 401 == (await refreshed(operator, second["refresh_token"])).status_code


async def test_of_those_who_refresh_at_once_one_wins(operator: Operator) -> None:
    token = (await signed_in(operator)).tokens["refresh_token"]
    for _ in range(5):
        answers = await asyncio.gather(*(refreshed(operator, token) for _ in range(5)))
        won = [each.json() for each in answers if each.status_code == 200]
        assert [200] + [401] * 4 == sorted(each.status_code for each in answers)
        token = won[0]["refresh_token"]


async def test_a_session_ends_after_thirty_days_however_often_it_was_refreshed(operator: Operator) -> None:
    person = await signed_in(operator)
    token = (await refreshed(operator, person.tokens["refresh_token"])).json()["refresh_token"]
    await seconds_later(operator, 30 * 86_400, "sessions", "ends_at")
    assert 401 == (await refreshed(operator, token)).status_code
    assert not await is_let_in(person.client)


@pytest.mark.parametrize("hours, is_good", [(23.99, True), (24, False)])
async def test_an_access_token_is_good_for_a_day(operator: Operator, hours: float, is_good: bool) -> None:
    """Requirement 147."""
    person = await signed_in(operator)
    now = operator.tools.now
    later = replace(operator.tools, now=lambda: now() + timedelta(hours=hours))
    headers = dict(person.client.headers)
    async with client_of(application(later), headers=headers) as client:
        assert is_good is await is_let_in(client)


async def test_whoever_signs_out_is_out_by_every_token(operator: Operator) -> None:
    person = await signed_in(operator)
    other = (await login(operator, person.email)).json()
    assert 204 == (await person.client.post("/api/auth/logout")).status_code
    assert not await is_let_in(person.client)
    assert 401 == (await refreshed(operator, person.tokens["refresh_token"])).status_code
    async with client_with(operator, other["access_token"]) as client:
        assert await is_let_in(client)


async def test_ones_sessions_are_listed_and_ended_and_nobody_elses(operator: Operator) -> None:
    person, other = await signed_in(operator), await signed_in(operator)
    await login(operator, person.email)
    listed = await walked(person.client, "/api/sessions", 200)
    assert listed == await walked(person.client, "/api/sessions", 1)
    assert [False, True] == [each["current"] for each in listed]
    assert {"python-httpx"} == {each["device"].partition("/")[0] for each in listed}
    theirs = (await other.client.get("/api/sessions")).json()["data"][0]["id"]
    assert 404 == (await person.client.delete(f"/api/sessions/{theirs}")).status_code
    assert 204 == (await person.client.delete(f"/api/sessions/{listed[1]['id']}")).status_code
    assert not await is_let_in(person.client)
    assert await is_let_in(other.client)


async def test_a_changed_password_ends_the_other_sessions(operator: Operator) -> None:
    person = await signed_in(operator)
    other = client_with(operator, (await login(operator, person.email)).json()["access_token"])
    wish = {"current": PASSWORD, "password": "neun grüne Gänse"}
    wrong = await person.client.post("/api/me/password", json={**wish, "current": "not this one"})
    assert (401, "sign_in_refused") == (wrong.status_code, wrong.json()["code"])
    own = await person.client.post("/api/me/password", json={**wish, "password": "dear Lovelace, hello"})
    assert 422 == own.status_code
    assert 204 == (await person.client.post("/api/me/password", json=wish)).status_code
    assert await is_let_in(person.client)
    async with other:
        assert not await is_let_in(other)
    assert [401, 200] == [
        (await login(operator, person.email, each)).status_code for each in (PASSWORD, "neun grüne Gänse")
    ]


async def test_guesses_of_the_password_one_has_are_slow_too(operator: Operator) -> None:
    """Whoever finds a telephone that is signed in does not find out the password."""
    person = await signed_in(operator)
    wish = {"current": "a guess", "password": "neun grüne Gänse"}
    tries = [(await person.client.post("/api/me/password", json=wish)).status_code for _ in range(7)]
    assert [401] * 5 + [429] * 2 == tries


async def test_nothing_of_a_person_is_kept_to_be_read(operator: Operator) -> None:
    person = await signed_in(operator)
    secrets = (
        PASSWORD,
        person.email,
        "Lovelace",
        person.tokens["refresh_token"],
        "python-httpx",
        "127.0.0.1",
    )
    async with operator.tools.database.transaction() as session:
        for table in (
            "users",
            "sessions",
            "refresh_tokens",
            "one_time_links",
            "sign_in_failures",
            "audit_events",
        ):
            rows = str((await session.execute(text(f"SELECT t::text, to_jsonb(t) FROM {table} t"))).all())
            found = [each for each in secrets if each in rows or each.encode().hex() in rows]
            assert [] == found, table


@pytest.mark.parametrize(
    "host, network",
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("", "unknown"),
        ("testclient", "unknown"),
    ],
)
def test_a_network_is_what_one_household_has(host: str, network: str) -> None:
    assert network == network_of(host)


async def test_a_program_has_no_session(operator: Operator) -> None:
    for method, path in (("GET", "/api/me"), ("GET", "/api/sessions"), ("POST", "/api/auth/logout")):
        refused = await operator.client.request(method, path)
        assert (403, "not_allowed") == (refused.status_code, refused.json()["code"])


async def test_who_signed_in_and_out_is_in_the_audit_log(operator: Operator) -> None:
    person = await signed_in(operator)
    await person.client.post("/api/auth/logout")
    acts: list[dict[str, Any]] = (await operator.client.get("/api/audit-log")).json()["data"]
    assert ["session.ended", "session.opened", "user.came_in"] == [
        each["action"] for each in acts if each["actor"] == person.id
    ]
