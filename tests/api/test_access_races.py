"""People and what changes beside them: two at once, a password that is replaced while it is compared, and who reaches how far."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import httpx
import pyotp
import pytest
from sqlalchemy import text

from domain.access import Role
from startup.passwords import Passwords
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import PASSWORD, client_with, invited, signed_in

OTHER = "neun grüne Gänse"


async def login(operator: Operator, email: str, password: str = PASSWORD) -> httpx.Response:
    return await operator.client.post("/api/auth/login", json={"email": email, "password": password})


async def accept(operator: Operator, token: str, password: str = OTHER, **more: Any) -> httpx.Response:
    return await operator.client.post("/api/auth/accept", json={"token": token, "password": password, **more})


async def link(operator: Operator, user_id: str) -> str:
    return str((await operator.made(f"/api/users/{user_id}/link", {}))["token"])


class Between:
    """Has something happen between the comparing of a password and what follows from it, once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, happens: Callable[[], Awaitable[object]]) -> None:
        compare = Passwords.is_right
        left = [happens]

        async def is_right(kept: Passwords, password_hash: str | None, password: str) -> bool:
            answer = await compare(kept, password_hash, password)
            if left:
                await left.pop()()
            return answer

        monkeypatch.setattr(Passwords, "is_right", is_right)


async def test_a_sign_in_does_not_outlive_the_password_it_was_begun_with(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await signed_in(operator)
    reset = await link(operator, person.id)
    Between(monkeypatch, lambda: accept(operator, reset))
    assert 401 == (await login(operator, person.email)).status_code


async def test_a_sign_in_does_not_outlive_its_person(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await signed_in(operator, Role.AGENT)
    path = f"/api/users/{person.id}"
    Between(monkeypatch, lambda: operator.client.patch(path, json={"disabled": True}))
    assert 401 == (await login(operator, person.email)).status_code
    await operator.client.patch(path, json={"disabled": False})
    assert [] == (await _sessions(operator, person.email))


async def _sessions(operator: Operator, email: str) -> list[dict[str, Any]]:
    """Those that were open before this one."""
    token = (await login(operator, email)).json()["access_token"]
    async with client_with(operator, token) as client:
        data: list[dict[str, Any]] = (await client.get("/api/sessions")).json()["data"]
        return [each for each in data if not each["current"]]


async def test_a_password_change_does_not_undo_a_reset(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thief's that was begun before it."""
    person = await signed_in(operator)
    reset = await link(operator, person.id)
    Between(monkeypatch, lambda: accept(operator, reset))
    change = {"current": PASSWORD, "password": "elf rote Katzen"}
    assert 401 == (await person.client.post("/api/me/password", json=change)).status_code
    assert [200, 401] == [
        (await login(operator, person.email, each)).status_code for each in (OTHER, "elf rote Katzen")
    ]


async def test_of_links_made_at_once_one_is_good(operator: Operator) -> None:
    person = await signed_in(operator)
    made = await asyncio.gather(*(link(operator, person.id) for _ in range(6)))
    answers = [(await accept(operator, token)).status_code for token in made]
    assert [200] + [403] * 5 == sorted(answers)


async def test_changes_of_one_person_at_once_all_come_through(operator: Operator) -> None:
    person, path = await signed_in(operator, Role.AGENT), "/api/users"
    changes = [
        {"name": "Grace", "role": "agent"},
        {"role": "agent"},
        {"name": "Ada"},
        {"disabled": False},
    ] * 5
    answers = await asyncio.gather(
        *(operator.client.patch(f"{path}/{person.id}", json=change) for change in changes),
        person.client.post("/api/me/password", json={"current": PASSWORD, "password": OTHER}),
        operator.client.post(f"{path}/{person.id}/link"),
    )
    assert [200] * 20 + [204, 201] == [each.status_code for each in answers]


async def test_codes_are_guessed_as_slowly_with_a_link_and_the_link_stays(operator: Operator) -> None:
    person = await signed_in(operator)
    offered = (await person.client.post("/api/me/second-factor", json={"current": PASSWORD})).json()
    code = _code(operator, offered["secret"])
    assert 200 == (await person.client.post("/api/me/second-factor/confirm", json={"code": code})).status_code
    token = await link(operator, person.id)
    tries = [(await accept(operator, token, code=f"guess {turn}")).status_code for turn in range(7)]
    assert [401] * 5 + [429] * 2 == tries


def _code(operator: Operator, secret: str) -> str:
    return pyotp.TOTP(secret).at(operator.tools.now())


async def test_no_connection_is_held_while_a_password_is_hashed(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await invited(operator)
    hashing, held = Passwords.hash, []

    async def hash_(kept: Passwords, password: str) -> str:
        held.append(operator.tools.database.engine.pool.checkedout())  # type: ignore[attr-defined]
        return await hashing(kept, password)

    monkeypatch.setattr(Passwords, "hash", hash_)
    assert 200 == (await accept(operator, made["link"]["token"])).status_code
    assert [0] == held


async def test_the_only_person_who_came_in_may_be_shut_out_if_they_are_no_admin(operator: Operator) -> None:
    person = await signed_in(operator, Role.AGENT_MANAGER)
    await invited(operator, Role.ADMIN)
    path = f"/api/users/{person.id}"
    assert 200 == (await operator.client.patch(path, json={"role": "agent"})).status_code
    assert 200 == (await operator.client.patch(path, json={"disabled": True})).status_code
    assert 401 == (await person.client.get("/api/me")).status_code


@pytest.mark.parametrize("role, status", [("agent", 403), ("agent_manager", 403), ("admin", 403)])
async def test_who_deals_with_people_makes_nobody_who_may_more(
    operator: Operator, role: str, status: int
) -> None:
    admin = await signed_in(operator)
    key = (await operator.made("/api/api-keys", {"name": "people", "scopes": ["users:write", "users:read"]}))[
        "key"
    ]
    async with client_with(operator, key) as narrow:
        answers = [
            await narrow.post(
                "/api/users", json={"email": f"{admin.id}@example.com", "name": "M", "role": role}
            ),
            await narrow.patch(f"/api/users/{admin.id}", json={"second_factor": False}),
            await narrow.patch(f"/api/users/{admin.id}", json={"role": role}),
            await narrow.post(f"/api/users/{admin.id}/link"),
        ]
    assert [status] * 4 == [each.status_code for each in answers]
    assert {"not_allowed"} == {each.json()["code"] for each in answers}


async def test_one_changes_ones_own_with_the_password_at_hand(operator: Operator) -> None:
    """A stolen access token replaces neither password nor second factor."""
    admin = await signed_in(operator)
    answers = [
        await admin.client.patch(f"/api/users/{admin.id}", json={"second_factor": False}),
        await admin.client.post(f"/api/users/{admin.id}/link"),
    ]
    assert [409, 409] == [each.status_code for each in answers]
    assert 200 == (await admin.client.patch(f"/api/users/{admin.id}", json={"name": "Grace"})).status_code


async def test_a_strangers_guesses_keep_nobody_out_whose_wait_is_over(operator: Operator) -> None:
    person = await signed_in(operator)
    for turn in range(5):
        await login(operator, person.email, f"slip {turn}")
    async with operator.tools.database.transaction() as session:
        await session.execute(text("UPDATE sign_in_failures SET at = at - interval '6 minutes'"))
    async with client_of(application(operator.tools)) as stranger:
        await stranger.post("/api/auth/login", json={"email": person.email, "password": "a guess"})
    assert 200 == (await login(operator, person.email)).status_code


async def test_what_ends_by_a_stolen_token_and_a_recovery_code_are_in_the_audit_log(
    operator: Operator,
) -> None:
    person = await signed_in(operator)
    first = person.tokens["refresh_token"]
    await operator.client.post("/api/auth/refresh", json={"refresh_token": first})
    async with operator.tools.database.transaction() as session:
        await session.execute(text("UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds'"))
    for _ in range(2):
        await operator.client.post("/api/auth/refresh", json={"refresh_token": first})
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert [{"by": "reuse"}] == [each["detail"] for each in acts if each["action"] == "session.ended"]


async def test_a_session_that_is_over_does_not_end_again(operator: Operator) -> None:
    person = await signed_in(operator)
    other = (await login(operator, person.email)).json()["access_token"]
    mine = (await person.client.get("/api/sessions")).json()["data"][0]["id"]
    async with client_with(operator, other):
        for _ in range(2):
            assert 204 == (await person.client.delete(f"/api/sessions/{mine}")).status_code
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    assert 1 == sum(each["action"] == "session.ended" for each in acts)


async def test_the_systems_own_key_is_removed_by_whoever_runs_it(operator: Operator) -> None:
    own = (await operator.client.get("/api/api-keys")).json()["data"][0]["id"]
    admin = await signed_in(operator)
    settings = operator.tools.settings.model_copy(update={"api_key": operator.key})
    app = application(replace(operator.tools, settings=settings))
    async with client_of(app, headers=dict(admin.client.headers)) as client:
        assert 409 == (await client.delete(f"/api/api-keys/{own}")).status_code
    assert 200 == (await operator.client.get("/api/account")).status_code


@pytest.mark.parametrize(
    "field, value", [("name", "Ada\u202egnP.exe"), ("name", "Ada\x1b[2J"), ("email", "a\u202eb@example.com")]
)
async def test_a_person_is_called_by_what_can_be_seen(operator: Operator, field: str, value: str) -> None:
    body = {"email": "ada@example.com", "name": "Ada", "role": "agent"} | {field: value}
    refused = await operator.client.post("/api/users", json=body)
    assert (422, f"/{field}") == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_whoever_signs_in_forgives_no_guesses_of_strangers(operator: Operator) -> None:
    person = await signed_in(operator)
    body = {"email": person.email, "password": "a guess"}
    async with client_of(application(operator.tools)) as stranger:
        guesses = [(await stranger.post("/api/auth/login", json=body)).status_code for _ in range(6)]
        assert 200 == (await login(operator, person.email)).status_code
        still = await stranger.post("/api/auth/login", json=body)
    assert [401] * 5 + [429] == guesses
    assert 429 == still.status_code


async def test_whoever_types_the_right_password_often_is_never_made_to_wait(operator: Operator) -> None:
    """After slips too: each right one forgives them."""
    person = await signed_in(operator)
    begin = "/api/me/second-factor"
    for _ in range(3):
        slips = [await person.client.post(begin, json={"current": "a slip"}) for _ in range(4)]
        right = await person.client.post(begin, json={"current": PASSWORD})
        assert [401] * 4 + [200] == [*(each.status_code for each in slips), right.status_code]
