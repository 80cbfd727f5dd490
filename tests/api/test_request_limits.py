"""Limits of requests over HTTP: told in each answer, for each key by itself, over several API processes."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from api.tools import ApiTools
from startup.settings import Settings
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import PASSWORD, invited, signed_in

OF_EVERYBODY = Settings()


def limited(tools: ApiTools, **more: Any) -> ApiTools:
    """The tools of a process with everybody's limits."""
    names = ("requests_a_minute", "requests_burst", "requests_an_hour")
    limits = {name: getattr(OF_EVERYBODY, name) for name in names}
    return replace(tools, settings=tools.settings.model_copy(update={**limits, **more}))


def client(operator: Operator, key: str, **more: Any) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {key}"}
    return client_of(application(limited(operator.tools, **more)), headers=headers)


async def test_the_limits_are_those_that_were_promised() -> None:
    """Requirements 168-170."""
    assert (100, 120, 1_000) == (
        OF_EVERYBODY.requests_a_minute,
        OF_EVERYBODY.requests_burst,
        OF_EVERYBODY.requests_an_hour,
    )


async def test_a_person_in_a_browser_has_more_than_a_program(operator: Operator) -> None:
    person = await signed_in(operator)
    async with client(operator, person.tokens["access_token"]) as mine:
        answer = await mine.get("/api/account")
    assert '"burst";q=360;w=60, "hour";q=12000;w=3600' == answer.headers["ratelimit-policy"]


async def test_a_hundred_and_twenty_pass_over_two_processes_and_no_more(operator: Operator) -> None:
    """Requirements 8, 170."""
    key = (await operator.made("/api/api-keys", {"name": "busy"}))["key"]
    other = (await operator.made("/api/api-keys", {"name": "another"}))["key"]
    async with client(operator, key) as one, client(operator, key) as two, client(operator, other) as else_:
        answers = [await (one, two)[turn % 2].get("/api/account") for turn in range(120)]
        assert {200} == {each.status_code for each in answers}
        assert '"burst";q=120;w=60, "hour";q=1000;w=3600' == answers[0].headers["ratelimit-policy"]
        assert answers[0].headers["ratelimit"].startswith('"burst";r=119;')
        refused = await two.get("/api/account")
        assert (429, "too_many_requests", True) == (
            refused.status_code,
            refused.json()["code"],
            refused.json()["retryable"],
        )
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert refused.headers["ratelimit"].startswith('"burst";r=0;t=')
        assert 200 == (await else_.get("/api/account")).status_code


async def test_what_is_refused_for_another_reason_counts_too(operator: Operator) -> None:
    key = (await operator.made("/api/api-keys", {"name": "narrow", "scopes": ["calls:read"]}))["key"]
    async with client(operator, key, requests_a_minute=2, requests_burst=2) as narrow:
        statuses = [
            (await narrow.get(path)).status_code for path in ("/api/users", "/api/nothing", "/api/calls")
        ]
    assert [403, 404, 429] == statuses


async def test_whoever_runs_the_system_has_no_limit(operator: Operator) -> None:
    async with client(
        operator, operator.key, api_key=operator.key, requests_a_minute=1, requests_burst=1
    ) as own:
        answers = [await own.get("/api/account") for _ in range(3)]
    assert [200] * 3 == [each.status_code for each in answers]
    assert "ratelimit" not in answers[0].headers


async def test_a_person_is_counted_in_all_their_sessions(operator: Operator) -> None:
    made = await invited(operator)
    entered = {"token": made["link"]["token"], "password": PASSWORD}
    first = (await operator.client.post("/api/auth/accept", json=entered)).json()["access_token"]
    login = {"email": made["user"]["email"], "password": PASSWORD}
    second = (await operator.client.post("/api/auth/login", json=login)).json()["access_token"]
    async with client(operator, first, requests_a_minute=2, requests_burst=2) as one:
        assert [200] * 6 == [(await one.get("/api/account")).status_code for _ in range(6)]
    async with client(operator, second, requests_a_minute=2, requests_burst=2) as other:
        assert 429 == (await other.get("/api/account")).status_code
        # Whoever has the token does not keep its owner from ending the session.
        assert [200, 200] == [(await other.get(path)).status_code for path in ("/api/me", "/api/sessions")]
        assert 429 == (await other.get("/api/media")).status_code
        assert 204 == (await other.post("/api/auth/logout")).status_code


@pytest.mark.parametrize("path", ["login", "refresh", "accept"])
async def test_a_network_signs_in_so_often_and_no_more(operator: Operator, path: str) -> None:
    async with (
        client_of(application(operator.tools)) as anybody,
        client_of(application(operator.tools)) as elsewhere,
    ):
        answers = [await anybody.post(f"/api/auth/{path}", json={}) for _ in range(31)]
        assert [422] * 30 + [429] == [each.status_code for each in answers]
        assert "retry-after" in answers[-1].headers
        assert 422 == (await elsewhere.post(f"/api/auth/{path}", json={})).status_code


async def test_an_unknown_key_is_told_nothing_of_limits(operator: Operator) -> None:
    async with client(operator, "ok_unknown") as unknown:
        answer = await unknown.get("/api/account")
    assert 401 == answer.status_code
    assert "ratelimit" not in answer.headers
