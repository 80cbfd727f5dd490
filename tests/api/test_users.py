"""The people of an account: invited, shown, changed, disabled; never the last admin, never another account's."""

import asyncio

import pytest

from database.users import lock_people
from domain.access import Role
from tests.api.conftest import Operator
from tests.api.people import PASSWORD, invited, signed_in
from tests.database.locks import until_blocked


async def test_whoever_is_invited_is_shown_with_what_became_of_them(operator: Operator) -> None:
    made = await invited(operator, Role.AGENT)
    user = made["user"]
    assert ("Ada Lovelace", "agent", False, None) == (
        user["name"],
        user["role"],
        user["has_come_in"],
        user["last_seen_at"],
    )
    await operator.client.post(
        "/api/auth/accept", json={"token": made["link"]["token"], "password": PASSWORD}
    )
    shown = (await operator.client.get(f"/api/users/{user['id']}")).json()
    assert shown["has_come_in"]
    assert shown["last_seen_at"] is not None
    assert [shown] == (await operator.client.get("/api/users")).json()["data"]


async def test_an_address_belongs_to_one_person_of_an_account(operator: Operator) -> None:
    user = (await invited(operator))["user"]
    body = {"email": user["email"].upper(), "name": "Somebody", "role": "agent"}
    assert 409 == (await operator.client.post("/api/users", json=body)).status_code


@pytest.mark.parametrize("email", ["", "ada", "ada@", "@example.com", "a b@example.com", "ada@example"])
async def test_an_address_is_one(operator: Operator, email: str) -> None:
    refused = await operator.client.post("/api/users", json={"email": email, "name": "Ada", "role": "agent"})
    assert (422, "/email") == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_a_role_binds_from_the_next_request_on(operator: Operator) -> None:
    person = await signed_in(operator, Role.AGENT)
    assert 403 == (await person.client.get("/api/users")).status_code
    changed = await operator.client.patch(f"/api/users/{person.id}", json={"role": "admin", "name": "Grace"})
    assert ("admin", "Grace") == (changed.json()["role"], changed.json()["name"])
    assert 200 == (await person.client.get("/api/users")).status_code


async def test_whoever_is_disabled_is_out_and_may_be_let_in_again(operator: Operator) -> None:
    """Requirement 94."""
    await signed_in(operator)
    person = await signed_in(operator, Role.AGENT_MANAGER)
    disabled = await operator.client.patch(f"/api/users/{person.id}", json={"disabled": True})
    since = disabled.json()["disabled_at"]
    assert since is not None
    again = await operator.client.patch(f"/api/users/{person.id}", json={"disabled": True})
    assert since == again.json()["disabled_at"]
    assert 401 == (await person.client.get("/api/campaigns")).status_code
    refresh = await operator.client.post(
        "/api/auth/refresh", json={"refresh_token": person.tokens["refresh_token"]}
    )
    assert 401 == refresh.status_code
    assert 409 == (await operator.client.post(f"/api/users/{person.id}/link")).status_code
    back = await operator.client.patch(f"/api/users/{person.id}", json={"disabled": False})
    assert back.json()["disabled_at"] is None
    assert 401 == (await person.client.get("/api/campaigns")).status_code  # the session ended
    login = {"email": person.email, "password": PASSWORD}
    assert 200 == (await operator.client.post("/api/auth/login", json=login)).status_code


async def test_a_link_is_of_no_use_to_whoever_was_disabled_before_they_came_in(operator: Operator) -> None:
    made = await invited(operator, Role.AGENT)
    await operator.client.patch(f"/api/users/{made['user']['id']}", json={"disabled": True})
    await operator.client.patch(f"/api/users/{made['user']['id']}", json={"disabled": False})
    body = {"token": made["link"]["token"], "password": PASSWORD}
    assert 403 == (await operator.client.post("/api/auth/accept", json=body)).status_code


async def test_an_account_keeps_an_admin(operator: Operator) -> None:
    """Also where two disable each other at once."""
    one, other = await signed_in(operator), await signed_in(operator)
    answers = await asyncio.gather(
        one.client.patch(f"/api/users/{other.id}", json={"disabled": True}),
        other.client.patch(f"/api/users/{one.id}", json={"role": "agent"}),
    )
    assert 1 == sum(each.status_code == 200 for each in answers)
    admins = [
        each
        for each in (await operator.client.get("/api/users")).json()["data"]
        if each["role"] == "admin" and each["disabled_at"] is None
    ]
    assert 1 == len(admins)
    for wish in ({"disabled": True}, {"role": "agent_manager"}):
        refused = await operator.client.patch(f"/api/users/{admins[0]['id']}", json=wish)
        assert (409, "last_admin") == (refused.status_code, refused.json()["code"])


async def test_two_admins_who_disable_each_other_by_what_they_saw_leave_one(operator: Operator) -> None:
    """An edit with If-Match sees what stood when it began, before it waited for its turn. What was done in that turn counts all the same:
    each act moves the end of the audit log, so that of two edits the later one is done anew."""
    admins = [await signed_in(operator, Role.ADMIN) for _ in range(2)]
    tags = [(await operator.client.get(f"/api/users/{each.id}")).headers["ETag"] for each in admins]
    database = operator.tools.database
    async with database.transaction() as session:
        await lock_people(session, operator.account_id)
        asked = [
            asyncio.create_task(
                operator.client.patch(
                    f"/api/users/{each.id}", json={"disabled": True}, headers={"If-Match": tag}
                )
            )
            for each, tag in zip(admins, tags, strict=True)
        ]
        await until_blocked(database, transactions=2)
    answers = [await each for each in asked]
    assert [200, 409] == sorted(each.status_code for each in answers)
    people = (await operator.client.get("/api/users")).json()["data"]
    assert 1 == sum(each["role"] == "admin" and each["disabled_at"] is None for each in people)


async def test_another_accounts_people_are_nobody(operator: Operator, stranger: Operator) -> None:
    person = await signed_in(operator)
    path = f"/api/users/{person.id}"
    answers = [
        await stranger.client.get(path),
        await stranger.client.patch(path, json={"disabled": True}),
        await stranger.client.patch(path, json={"name": "Mallory"}),
        await stranger.client.patch(path, json={"role": "agent"}),
        await stranger.client.post(f"{path}/link"),
    ]
    assert [404] * 5 == [each.status_code for each in answers]
    assert [] == (await stranger.client.get("/api/users")).json()["data"]
    assert 200 == (await person.client.get("/api/me")).status_code
