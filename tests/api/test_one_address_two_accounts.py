"""One address in two accounts: whoever invites it keeps it from nobody, learns nothing, and guesses no better."""

from typing import Any

import httpx

from tests.api.conftest import Operator
from tests.api.people import PASSWORD, client_with, signed_in

OTHERS = "neun grüne Gänse"


async def came_in(operator: Operator, email: str, password: str) -> dict[str, Any]:
    """Somebody of this address, who has chosen this password."""
    made = await operator.made("/api/users", {"email": email, "name": "Ada", "role": "agent"})
    body = {"token": made["link"]["token"], "password": password}
    assert (await operator.client.post("/api/auth/accept", json=body)).is_success
    user: dict[str, Any] = made["user"]
    return user


async def login(operator: Operator, email: str, password: str, account: str | None = None) -> httpx.Response:
    body = {"email": email, "password": password, "account": account}
    return await operator.client.post("/api/auth/login", json=body)


async def whose(operator: Operator, answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    async with client_with(operator, answer.json()["access_token"]) as client:
        return str((await client.get("/api/me")).json()["account_id"])


async def test_an_invitation_keeps_an_address_from_no_other_account(
    operator: Operator, stranger: Operator
) -> None:
    """Nor does it tell that somebody there has it, nor change by what they sign in."""
    person = await signed_in(operator)
    invited = await stranger.client.post(
        "/api/users", json={"email": person.email, "name": "Squatter", "role": "agent"}
    )
    assert 201 == invited.status_code
    assert operator.account_id == await whose(operator, await login(operator, person.email, PASSWORD))


async def test_whoever_has_an_address_in_two_accounts_says_which(
    operator: Operator, stranger: Operator
) -> None:
    person = await signed_in(operator)
    await came_in(stranger, person.email, OTHERS)
    ours, theirs = operator.account_id, stranger.account_id
    assert ours == await whose(operator, await login(operator, person.email, PASSWORD))
    assert ours == await whose(operator, await login(operator, person.email, PASSWORD, ours))
    assert theirs == await whose(operator, await login(operator, person.email, OTHERS, theirs))
    for password, account in ((OTHERS, None), (OTHERS, ours), (PASSWORD, theirs), (PASSWORD, "acc_none")):
        assert 401 == (await login(operator, person.email, password, account)).status_code


async def test_an_address_that_was_squatted_first_signs_in_where_it_says(
    operator: Operator, stranger: Operator
) -> None:
    email = f"{operator.account_id}@example.com"
    await came_in(stranger, email, OTHERS)
    await came_in(operator, email, PASSWORD)
    signed = await login(operator, email, PASSWORD, operator.account_id)
    assert operator.account_id == await whose(operator, signed)


async def test_whoever_cannot_sign_in_stands_in_nobodys_way(operator: Operator, stranger: Operator) -> None:
    email = f"{operator.account_id}@example.com"
    gone = await came_in(stranger, email, OTHERS)
    await came_in(operator, email, PASSWORD)
    disabled = await stranger.client.patch(f"/api/users/{gone['id']}", json={"disabled": True})
    assert disabled.is_success
    assert operator.account_id == await whose(operator, await login(operator, email, PASSWORD))


async def test_who_signs_in_to_an_account_of_their_own_forgives_no_guesses_at_another(
    operator: Operator, stranger: Operator
) -> None:
    """Five guesses, then a wait, whatever succeeds meanwhile from the same network under the same address."""
    person = await signed_in(operator)
    await came_in(stranger, person.email, OTHERS)
    for guess in range(5):
        answer = await login(operator, person.email, f"guess {guess}", operator.account_id)
        assert 401 == answer.status_code
        theirs = await login(operator, person.email, OTHERS, stranger.account_id)
        assert 200 == theirs.status_code
    assert 429 == (await login(operator, person.email, PASSWORD, operator.account_id)).status_code
