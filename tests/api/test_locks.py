"""What routes lock that take no key, or that only people may use; of the others tells test_audit_log.py. Both are held to locks.txt."""

import re
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import pyotp

from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.lead_hooks import Program
from tests.api.people import PASSWORD, client_with, invited
from tests.api.providers import browser_of, code_in, finished, gone, invited_as, provider_of
from tests.database.locks import locks_taken
from tests.locks import held_to

_NAMED = re.compile(r"/(?:[a-z]+_[0-9a-z]{26}|[0-9]+)(?=/|$)")


@dataclass
class Asked:
    """Requests of one story, each with what it locked."""

    operator: Operator
    locks: dict[str, list[str]] = field(default_factory=dict)

    async def of(self, name: str, answer: Awaitable[httpx.Response]) -> httpx.Response:
        """What this request is answered; it has to succeed."""
        with locks_taken(self.operator.tools.database) as locks:
            told = await answer
        assert told.is_success or told.is_redirect, (name, told.text)
        request = told.request
        operation = f"{request.method} {_NAMED.sub('/{id}', request.url.path)}"
        self.locks[f"{operation}{f' ({name})' if name else ''}"] = locks
        return told


async def test_whoever_signs_in_waits_for_their_turn(operator: Operator) -> None:
    """Of tries that are counted, codes that are good once, and people who are changed meanwhile."""
    asked = Asked(operator)
    made = await invited(operator)
    email = made["user"]["email"]
    stranger = client_of(application(operator.tools), raise_app_exceptions=False)
    entered = {"token": made["link"]["token"], "password": PASSWORD}
    tokens = (await asked.of("", stranger.post("/api/auth/accept", json=entered))).json()
    body = {"email": email, "password": PASSWORD}
    own, factor = {"current": PASSWORD}, "/api/me/second-factor"
    async with client_with(operator, tokens["access_token"]) as person:
        offered = (await asked.of("", person.post(factor, json=own))).json()
        codes = pyotp.TOTP(offered["secret"])
        first = {"code": codes.at(operator.tools.now())}
        recovery = (await asked.of("", person.post(f"{factor}/confirm", json=first))).json()["recovery_codes"]
        for name, code in (
            ("code", codes.at(operator.tools.now() + timedelta(seconds=30))),
            ("recovery code", recovery[0]),
        ):
            opened = await asked.of(name, stranger.post("/api/auth/login", json={**body, "code": code}))
        refresh = {"refresh_token": opened.json()["refresh_token"]}
        await asked.of("", stranger.post("/api/auth/refresh", json=refresh))
        await asked.of("", person.post(f"{factor}/remove", json=own))
        await asked.of("", person.post("/api/me/password", json={**own, "password": "elf rote Katzen"}))
        other = (await person.get("/api/sessions")).json()["data"][0]["id"]
        await asked.of("", person.delete(f"/api/sessions/{other}"))
    held_to("people", asked.locks)


async def test_whoever_comes_from_a_provider_waits_for_their_turn(operator: Operator) -> None:
    """Behind that of whoever changes people, removes the provider or has it let fewer people in."""
    asked = Asked(operator)
    async with provider_of(operator) as provider, browser_of(operator) as browser:
        await invited_as(operator, provider.claims["email"])
        rules = {"makes_people": True, "default_role": "agent"}
        shown = (await operator.client.get("/api/identity-provider")).json()
        kept = {name: shown[name] for name in ("issuer", "client_id", "domains")}
        await asked.of("", operator.client.put("/api/identity-provider", json=kept | rules))
        for name in ("first", "again"):
            back = await asked.of(name, browser.get(await gone(operator, browser)))
            await asked.of(name, finished(browser, code_in(back)))
        await asked.of("", operator.client.delete("/api/identity-provider"))
    held_to("provider", asked.locks)


async def test_what_a_program_sends_waits_for_its_turn(operator: Operator) -> None:
    """A message is known by its name; its lead is counted within its campaign."""
    asked = Asked(operator)
    campaign = await operator.campaign()
    program = Program(operator, await operator.made("/api/lead-hooks", {"campaign_id": campaign["id"]}))
    for name in ("first", "again"):
        await asked.of(name, program.sign({"phone": "+14155552672", "city": "Reno"}))
    await asked.of("", operator.upload(campaign["id"], b"phone,city\n+14155552673,Reno\n"))
    held_to("leads", asked.locks)
