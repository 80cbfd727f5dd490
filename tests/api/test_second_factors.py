"""The second factor: set up with the password, needed from then on, each code good once, a lost one got over."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import httpx
import pyotp
import pytest
import pytest_asyncio
from sqlalchemy import text

from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import PASSWORD, SignedIn, signed_in

BASE = "/api/me/second-factor"
OWN = {"current": PASSWORD}


@dataclass
class Protected:
    """Somebody with a second factor, over an API whose clock stands at `now`; each use of the clock is a minute later."""

    operator: Operator
    person: SignedIn
    secret: str
    recovery_codes: list[str]
    now: datetime

    def code(self, steps: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(self.now + timedelta(seconds=30 * steps))

    def later(self) -> None:
        """Codes that were used are over."""
        self.now += timedelta(minutes=5)

    async def login(self, code: str | None = None, password: str = PASSWORD) -> httpx.Response:
        tools = replace(self.operator.tools, now=lambda: self.now)
        body = {"email": self.person.email, "password": password, "code": code}
        async with client_of(application(tools)) as client:
            return await client.post("/api/auth/login", json=body)


async def _set_up(operator: Operator) -> Protected:
    person = await signed_in(operator)
    offered = (await person.client.post(BASE, json=OWN)).json()
    now = operator.tools.now()
    code = pyotp.TOTP(offered["secret"]).at(now)
    confirmed = await person.client.post(f"{BASE}/confirm", json={"code": code})
    assert confirmed.status_code == 200, confirmed.text
    return Protected(
        operator, person, offered["secret"], confirmed.json()["recovery_codes"], now + timedelta(minutes=5)
    )


@pytest_asyncio.fixture
async def protected(operator: Operator) -> Protected:
    return await _set_up(operator)


def problem(answer: httpx.Response) -> tuple[int, Any]:
    return answer.status_code, answer.json().get("code")


async def test_a_code_is_needed_beside_the_password(protected: Protected) -> None:
    assert (401, "second_factor_needed") == problem(await protected.login())
    assert (401, "sign_in_refused") == problem(
        await protected.login("000000" if protected.code() != "000000" else "1")
    )
    assert (401, "sign_in_refused") == problem(await protected.login(protected.code(), "not this one"))
    assert 200 == (await protected.login(f"{protected.code()[:3]} {protected.code()[3:]}")).status_code
    me = (await protected.person.client.get("/api/me")).json()
    assert me["has_second_factor"]


async def test_without_the_password_nobody_learns_whether_there_is_one(protected: Protected) -> None:
    plain = await signed_in(protected.operator)
    told = []
    for email in (protected.person.email, plain.email):
        body = {"email": email, "password": "a guess of mine"}
        async with client_of(application(protected.operator.tools)) as client:
            told.append(
                {**(await client.post("/api/auth/login", json=body)).json(), "request_id": "", "instance": ""}
            )
    assert told[0] == told[1]


@pytest.mark.parametrize("steps, is_taken", [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_a_clock_may_be_half_a_minute_off(protected: Protected, steps: int, is_taken: bool) -> None:
    assert is_taken is ((await protected.login(protected.code(steps))).status_code == 200)


async def test_a_code_is_good_once_also_for_two_at_once_and_so_are_those_before_it(
    protected: Protected,
) -> None:
    code = protected.code()
    both = await asyncio.gather(protected.login(code), protected.login(code))
    assert [200, 401] == sorted(each.status_code for each in both)
    assert 401 == (await protected.login(protected.code(-1))).status_code
    assert 200 == (await protected.login(protected.code(1))).status_code


async def test_a_recovery_code_is_good_once(protected: Protected) -> None:
    assert 10 == len(set(protected.recovery_codes))
    first, second = protected.recovery_codes[:2]
    both = await asyncio.gather(protected.login(first), protected.login(first))
    assert [200, 401] == sorted(each.status_code for each in both)
    assert 200 == (await protected.login(second.replace("-", " ").upper())).status_code


async def test_guesses_of_a_code_are_as_slow_as_of_a_password(protected: Protected) -> None:
    tools = replace(protected.operator.tools, now=lambda: protected.now)
    async with client_of(application(tools)) as thief:
        statuses = []
        for guess in range(7):
            body = {"email": protected.person.email, "password": PASSWORD, "code": f"guess {guess}"}
            statuses.append((await thief.post("/api/auth/login", json=body)).status_code)
    assert [401] * 5 + [429] * 2 == statuses


async def test_it_is_set_up_by_whoever_knows_the_password_and_shows_the_code(operator: Operator) -> None:
    person = await signed_in(operator)
    assert (401, "sign_in_refused") == problem(await person.client.post(BASE, json={"current": "a guess"}))
    nothing = await person.client.post(f"{BASE}/confirm", json={"code": "123456"})
    assert (422, "wrong_code") == (nothing.status_code, nothing.json()["errors"][0]["code"])
    offered = (await person.client.post(BASE, json=OWN)).json()
    assert offered["uri"].startswith("otpauth://totp/Outbound:")
    assert f"secret={offered['secret']}" in offered["uri"]
    wrong = await person.client.post(f"{BASE}/confirm", json={"code": "12345"})
    assert 422 == wrong.status_code
    assert not (await person.client.get("/api/me")).json()["has_second_factor"]
    body = {"email": person.email, "password": PASSWORD}
    assert 200 == (await operator.client.post("/api/auth/login", json=body)).status_code


async def test_it_is_replaced_only_after_it_was_removed(protected: Protected) -> None:
    person = protected.person
    assert 409 == (await person.client.post(BASE, json=OWN)).status_code
    refused = await person.client.post(f"{BASE}/remove", json={"current": "a guess"})
    assert 401 == refused.status_code
    assert 204 == (await person.client.post(f"{BASE}/remove", json=OWN)).status_code
    assert 200 == (await protected.login()).status_code
    assert 200 == (await person.client.post(BASE, json=OWN)).status_code


async def test_a_link_alone_lets_nobody_past_it_and_an_admin_removes_a_lost_one(protected: Protected) -> None:
    operator, user = protected.operator, f"/api/users/{protected.person.id}"
    link = (await operator.made(f"{user}/link", {}))["token"]
    body = {"token": link, "password": "neun grüne Gänse"}
    alone = await operator.client.post("/api/auth/accept", json=body)
    assert (401, "second_factor_needed") == problem(alone)
    removed = await operator.client.patch(user, json={"second_factor": False})
    assert not removed.json()["has_second_factor"]
    assert 200 == (await operator.client.post("/api/auth/accept", json=body)).status_code


async def test_nothing_of_it_is_kept_to_be_read(protected: Protected) -> None:
    async with protected.operator.tools.database.transaction() as session:
        rows = str((await session.execute(text("SELECT u::text FROM users u"))).all())
    for secret in (protected.secret, *protected.recovery_codes):
        assert secret not in rows
        assert secret.encode().hex() not in rows


async def test_what_was_done_is_in_the_audit_log(protected: Protected) -> None:
    await protected.person.client.post(f"{BASE}/remove", json=OWN)
    acts = (await protected.operator.client.get("/api/audit-log")).json()["data"]
    assert ["second_factor.removed", "second_factor.added"] == [
        each["action"] for each in acts if each["action"].startswith("second_factor")
    ]


async def test_the_code_that_set_it_up_is_used(operator: Operator) -> None:
    person = await signed_in(operator)
    offered = (await person.client.post(BASE, json=OWN)).json()
    now = operator.tools.now()
    code = pyotp.TOTP(offered["secret"]).at(now)
    confirmed = await person.client.post(f"{BASE}/confirm", json={"code": code})
    protected = Protected(operator, person, offered["secret"], confirmed.json()["recovery_codes"], now)
    assert 401 == (await protected.login(code)).status_code
    protected.later()
    assert 200 == (await protected.login(protected.code())).status_code
