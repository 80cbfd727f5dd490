"""Whoever forgot their password comes in by a letter; a stranger learns nothing by asking, and can do nothing without it."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from activities.letters import LetterActivities
from domain.access import Role
from domain.identifiers import AccountId, UserId
from domain.letters import LetterOrder, ResetOrder
from providers.mail.smtp import Smtp, mail_server
from simulators.mail import Mailbox, mailbox
from tests.activities.scene import run, scene_of
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.people import PASSWORD, SignedIn, invited, signed_in
from tests.database.campaign_rows import running_campaign

ANEW = "zwölf rote Füchse"
ASKED = "/api/auth/password-reset"


def with_mail(operator: Operator) -> httpx.AsyncClient:
    """A stranger's client, where a mail server is set."""
    settings = operator.tools.settings.model_copy(update={"mail_url": "smtp://127.0.0.1:1"})
    return client_of(application(replace(operator.tools, settings=settings)), raise_app_exceptions=False)


async def letters_to(operator: Operator, box: Mailbox, order: ResetOrder) -> list[UserId]:
    """What the workflow's steps send, in production's own wiring but for the mail server's address."""
    scene = scene_of(
        await running_campaign(
            operator.tools.database, operator.tools.key_ring, AccountId(operator.account_id)
        )
    )
    smtp = Smtp(mail_server(f"smtp://127.0.0.1:{box.port}"), "Outbound <no-reply@outbound.example>")
    steps = LetterActivities(replace(scene.tools, mail=smtp, dashboard_url="https://calls.example"))
    found: list[UserId] = await run(steps.who_forgot, order)
    for user_id in found:
        await run(steps.send_reset_letter, LetterOrder(user_id))
    return found


def token_in(box: Mailbox) -> str:
    """Of the last letter."""
    found = re.search(r"https://calls\.example/#reset-code=(\S+)", box.letters[-1].get_content())
    assert found is not None
    return found[1]


async def left_of_link(operator: Operator, person: SignedIn) -> timedelta:
    """How long their link is good; the letter says within an hour."""
    query = text("SELECT expires_at - now() FROM one_time_links WHERE user_id = :id")
    async with operator.tools.database.transaction() as session:
        left: timedelta = (await session.execute(query, {"id": person.id})).scalar_one()
        return left


def started(operator: Operator) -> list[ResetOrder]:
    """What Temporal was asked for."""
    workflows: Any = operator.tools.workflows
    return list(workflows.resets)


async def accept(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post("/api/auth/accept", json={"token": token, "password": ANEW})


async def test_a_forgotten_password_is_chosen_anew_by_the_newest_letter(operator: Operator) -> None:
    person: SignedIn = await signed_in(operator)
    async with mailbox() as box, with_mail(operator) as client:
        asked = await client.post(ASKED, json={"email": person.email.upper()})
        assert 202 == asked.status_code, asked.text
        [order] = started(operator)
        assert [person.id] == await letters_to(operator, box, order)
        first = token_in(box)
        await letters_to(operator, box, order)
        assert person.email == box.letters[-1]["To"]
        assert timedelta(minutes=59) < await left_of_link(operator, person) <= timedelta(hours=1)
        assert 403 == (await accept(client, first)).status_code
        assert 200 == (await accept(client, token_in(box))).status_code
        assert 403 == (await accept(client, token_in(box))).status_code
        for password, status in ((PASSWORD, 401), (ANEW, 200)):
            body = {"email": person.email, "password": password}
            assert status == (await client.post("/api/auth/login", json=body)).status_code
    assert 401 == (await person.client.get("/api/me")).status_code
    acts = (await operator.client.get("/api/audit-log?limit=50")).json()["data"]
    assert 2 == sum(act["action"] == "user.reset_asked" and act["subject"] == person.id for act in acts)


async def test_nobody_without_a_password_gets_a_letter(operator: Operator, stranger: Operator) -> None:
    """Neither who has not come in, nor who is let in no more, nor nobody; a stranger cannot tell them apart."""
    gone, waiting = await signed_in(operator, Role.AGENT), await invited(operator)
    disabled = await operator.client.patch(f"/api/users/{gone.id}", json={"disabled": True})
    assert disabled.is_success
    addresses = [
        gone.email,
        waiting["user"]["email"],
        "nobody@example.com",
        (await signed_in(operator)).email,
    ]
    async with mailbox() as box, with_mail(operator) as client:
        answers = [await client.post(ASKED, json={"email": email}) for email in addresses]
        assert 1 == len({(answer.status_code, answer.text) for answer in answers})
        *nobodys, somebodys = started(operator)
        for order in nobodys:
            assert [] == await letters_to(operator, box, order)
        assert [] == box.letters
        assert 1 == len(await letters_to(operator, box, somebodys))
    assert 200 == (await accept(operator.client, waiting["link"]["token"])).status_code


async def test_whoever_asks_for_many_letters_waits_and_keeps_nobody_from_signing_in(
    operator: Operator,
) -> None:
    person = await signed_in(operator)
    async with with_mail(operator) as client:
        answers = [await client.post(ASKED, json={"email": person.email}) for _ in range(6)]
        assert [202] * 5 + [429] == [answer.status_code for answer in answers]
        assert int(answers[-1].headers["Retry-After"]) > 0
        signing = await client.post("/api/auth/login", json={"email": person.email, "password": PASSWORD})
    assert 200 == signing.status_code


async def test_without_a_mail_server_it_is_said_what_to_do(operator: Operator) -> None:
    answer = await operator.client.post(ASKED, json={"email": "ada@example.com"})
    assert (409, "no_mail") == (answer.status_code, answer.json()["code"])
    assert [] == started(operator)


@pytest.mark.parametrize("body", [{}, {"email": ""}, {"email": "a@b.example", "account": "acc_1"}])
async def test_what_is_no_address_is_refused(operator: Operator, body: dict[str, str]) -> None:
    async with with_mail(operator) as client:
        assert 422 == (await client.post(ASKED, json=body)).status_code
