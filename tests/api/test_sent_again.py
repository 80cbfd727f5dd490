"""Whatever makes or spends takes an Idempotency-Key: sent again it is answered again, has no second effect, and is nobody else's answer."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text

from api import idempotency
from api.routing import WITHOUT_KEY
from database import scripts
from startup.rule_packs import read_rule_packs
from tests.api.conftest import SCRIPT, Operator, client_of
from tests.api.declared import application
from tests.api.operations import KEYED, Operation, named
from tests.api.stock import CREDENTIALS, LATER, SOON, stocked
from tests.api.test_audit_log import ASKING

pytestmark = pytest.mark.long

SPENDING: Final = [
    each
    for each in KEYED
    if any(one["name"] == "Idempotency-Key" for one in each.described.get("parameters", ()))
]
ONCE: Final = {"Idempotency-Key": "once"}
CALL: Final = {"to": "+14155552676", "variables": {"city": "Reno"}, "rules": "simulation", "queue": True}
# Their work reaches beyond the database, or beyond one transaction: it is begun again with the same id instead.
BEYOND: Final = (
    "/dnc/imports",
    "/start",
    "/lead-imports",
    "/answer",
    "/commit",
    "/leads",
    "/mend",
    "/outbound",
    "/schedule",
    "/exports",
    "/erasures",
)
_RULES: Final = next(pack for pack in read_rule_packs().packs if pack.name == "us")
ALONE: Final = [each for each in SPENDING if not each.path.endswith(BEYOND)]
Sent = dict[str, Any]


async def ready(operator: Operator, operation: Operation) -> tuple[str, Sent]:
    """The address of a request of this operation that will be served, and what is sent, as httpx takes it."""
    names = await stocked(operator)
    parts = {name: names[name] for name in ("agent_id", "trunk_id")}
    version = (await operator.client.get(f"/api/scripts/{names['script_id']}")).json()["id"]
    parts["script_version_id"] = version
    imports = f"/api/lead-imports/{names['import_id']}"
    if operation.path.endswith("/start"):
        await operator.made(f"{imports}/commit", {})
    if operation.path.endswith(("/leads", "/answer", "/mend", "/lead-imports")):
        await operator.client.delete(imports)
    if operation.path.endswith("/answer"):
        names["import_id"] = (await operator.upload(names["campaign_id"], ASKING)).json()["id"]
    path = operation.path if operation.path.startswith("/api") else f"/api{operation.path}"
    return operation.url(**{name: names[name] for name in operation.path_names}), _sent(names, parts)[path]


def _sent(names: Mapping[str, str], parts: Mapping[str, str]) -> dict[str, Sent]:
    listed = ("leads.csv", b"phone,city\n+14155552690,Reno\n", "text/csv")
    call = CALL | dict(parts)
    bodies: dict[str, Any] = {
        "/api/agents": {"name": "Mona"},
        "/api/scripts": {"name": "Poll", "content": SCRIPT},
        "/api/scripts/{script_id}/versions": SCRIPT | {"closing": "So long."},
        "/api/connections": {
            "name": "own",
            "kind": "telephony",
            "vendor": "twilio",
            "credentials": CREDENTIALS,
        },
        "/api/trunks": {"name": "third", "caller_number": "+14155552671", "lines": 1},
        "/api/caller-identities": {
            "connection_id": names["connection_id"],
            "number": "+14155552699",
            "purposes": ["survey"],
        },
        "/api/caller-identities/{caller_id}/verification": None,
        "/api/predial-hooks": {"timeout_seconds": 1, "url": "https://hooks.example.com/may-we"},
        "/api/campaigns": {"name": "Winter", "default_region": "US", **parts},
        "/api/campaigns/{campaign_id}/start": None,
        "/api/campaigns/{campaign_id}/leads": {"number": "+14155552675", "variables": {"city": "Reno"}},
        "/api/campaigns/{campaign_id}/leads/mend": {"review": "unknown_country", "mend": {"country": "US"}},
        "/api/lead-imports/{import_id}/answer": {"confirm": True},
        "/api/lead-imports/{import_id}/commit": None,
        "/api/calls/outbound": call,
        "/api/calls/outbound/schedule": call | {"at": SOON},
        "/api/dnc": {"numbers": ["+14155552691"]},
        "/api/consents": {
            "number": "+14155552677",
            "basis": "express",
            "purposes": ["survey"],
            "channels": ["sms"],
        },
        "/api/consents/withdrawals": {"number": "+14155552677"},
        "/api/consents/{consent_id}/withdrawal": None,
        "/api/consent-texts": {"text": "I agree.", "name": "newsletter"},
        "/api/people/exports": {"number": "+14155552679"},
        "/api/people/erasures": {"number": "+14155552679"},
        "/api/legal-holds": {"number": "+14155552679", "reason": "claim 17"},
        "/api/legal-holds/{hold_id}/release": None,
        "/api/retention/runs": None,
        "/api/rule-packs/{name}/versions": {"text": _RULES.text},
        "/api/dnc/lists": {"name": "Registry", "kind": "registry"},
        "/api/preferences": {"number": "+14155552677", "every_days": 7},
        "/api/api-keys": {"name": "reporting", "scopes": ["calls:read"]},
        "/api/users": {"email": f"new.{names['campaign_id']}@example.com", "name": "Grace", "role": "agent"},
        "/api/users/{user_id}/link": None,
        "/api/lead-hooks": {"campaign_id": names["campaign_id"]},
        "/api/lead-hooks/{hook_id}/secret": None,
        "/api/webhook-endpoints": {"url": "https://hooks.example.com/in"},
        "/api/webhook-endpoints/{endpoint_id}/secret": None,
        "/api/webhook-endpoints/{endpoint_id}/test": None,
        "/api/webhook-endpoints/{endpoint_id}/replay": {"since": SOON, "until": LATER},
    }
    return {path: {} if body is None else {"json": body} for path, body in bodies.items()} | {
        "/api/agents/{agent_id}/documents": {
            "files": {"file": ("hours.txt", b"Open until six.", "text/plain")}
        },
        "/api/lead-imports": {"data": {"campaign_id": names["campaign_id"]}, "files": {"file": listed}},
        "/api/dnc/imports": {"files": {"file": listed}},
    }


async def everything(operator: Operator) -> tuple[list[Any], list[Any]]:
    """Every act in the account, and what there is of all that is made without one."""
    paths = ("/api/campaigns", "/api/calls", "/api/lead-imports", "/api/audit-log")
    return [(await operator.client.get(path, params={"limit": 200})).json() for path in paths], list(
        operator.workflows.starts
    )


@pytest.mark.parametrize("operation", SPENDING, ids=named)
async def test_what_is_sent_again_is_answered_again_and_done_once(
    operator: Operator, operation: Operation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another body under the same key: 422, while the first is worked on: 409; neither has an effect. Nor has a try whose answer
    cannot be kept, as of a process that dies between the two: they are one transaction."""
    url, sent = await ready(operator, operation)

    async def ask(sent: Sent = sent) -> httpx.Response:
        return await operator.client.request(operation.method, url, **sent, headers=ONCE)

    if operation in ALONE:
        stood = await everything(operator)
        with monkeypatch.context() as patched:
            patched.setattr(idempotency, "keep_answer", _fails)
            assert 500 == (await ask()).status_code
        assert stood == await everything(operator)
    first = await ask()
    assert first.is_success, first.text
    assert "idempotency-replayed" not in first.headers
    before = await everything(operator)
    again = await ask()
    assert (first.status_code, first.content, "true") == (
        again.status_code,
        again.content,
        again.headers.get("idempotency-replayed"),
    )
    await _forget_answers(operator)
    assert (409, "idempotency_key_in_progress") == _told(await ask())
    if other := _another(sent):
        assert (422, "idempotency_key_reused") == _told(await ask(other))
    assert before == await everything(operator)


async def _fails(*_: object) -> bool:
    raise RuntimeError


def _told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code")


def _another(sent: Sent) -> Sent | None:
    """Something else that is valid as well."""
    if "files" in sent:
        name, content, kind = sent["files"]["file"]
        return sent | {"files": {"file": (name, content + b"\n", kind)}}
    if isinstance(body := sent.get("json"), dict):
        return {"json": body | _MORE[next(iter(body))]}
    return None


_MORE: Final[dict[str, Sent]] = {
    "name": {"name": "Another"},
    "text": {"text": "Another."},
    "opening": {"opening": "Another."},
    "number": {"number": "+14155552699"},
    "review": {"review": "unknown_state"},
    "confirm": {"confirm": False, "mapping": {"number": "Number"}},
    "to": {"to": "+14155552699"},
    "numbers": {"numbers": ["+14155552699"]},
    "email": {"name": "Another"},
    "url": {"description": "another"},
    "connection_id": {"purposes": ["service"]},
    "timeout_seconds": {"timeout_seconds": 2},
    "campaign_id": {"description": "another"},
    "since": {"until": None, "since": SOON},
}


async def _forget_answers(operator: Operator) -> None:
    """As if each key's request were being worked on still."""
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE idempotency_keys SET status = NULL, created_at = now() WHERE account_id = :id"),
            {"id": operator.account_id},
        )


async def test_of_several_at_once_one_has_the_effect(operator: Operator) -> None:
    asked = [operator.client.post("/api/agents", json={"name": "Mona"}, headers=ONCE) for _ in range(8)]
    answers = await asyncio.gather(*asked)
    assert {201, 409} >= {each.status_code for each in answers}
    assert 1 == len((await operator.client.get("/api/agents")).json()["data"])
    assert 1 == len({each.text for each in answers if each.status_code == 201})


async def test_whoever_takes_long_keeps_the_key(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute is over at once here; whoever is at work says so more often."""
    monkeypatch.setattr(idempotency, "HEARD_EVERY", timedelta(seconds=0.05))
    began, may_end = asyncio.Event(), asyncio.Event()
    make = scripts.add_script

    async def slowly(*given: Any, **named: Any) -> Any:
        began.set()
        await may_end.wait()
        return await make(*given, **named)

    monkeypatch.setattr(scripts, "add_script", slowly)
    body = {"name": "Slow", "content": SCRIPT}
    first = asyncio.create_task(operator.client.post("/api/scripts", json=body, headers=ONCE))
    await began.wait()
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE idempotency_keys SET heard_at = created_at WHERE account_id = :id"),
            {"id": operator.account_id},
        )
    await _heard(operator)
    may_end.set()
    assert 201 == (await first).status_code


async def _heard(operator: Operator) -> None:
    """Wait until whoever has the key says that they work on it."""
    query = text("SELECT heard_at > created_at FROM idempotency_keys WHERE account_id = :id")
    async with asyncio.timeout(10):
        while True:
            async with operator.tools.database.transaction() as session:
                if (await session.execute(query, {"id": operator.account_id})).scalar_one():
                    return
            await asyncio.sleep(0.01)


async def test_a_key_belongs_to_one_address_and_one_body(operator: Operator) -> None:
    parts = await operator.parts()
    first = {"name": "Autumn", **parts}
    assert 201 == (await operator.client.post("/api/campaigns", json=first, headers=ONCE)).status_code
    campaign = (await operator.client.get("/api/campaigns")).json()["data"][0]["id"]
    for path, body in (
        ("/api/campaigns", {**first, "name": "Winter"}),
        ("/api/calls/outbound", CALL | parts),
        (f"/api/campaigns/{campaign}/start", None),
    ):
        refused = await operator.client.post(path, json=body, headers=ONCE)
        assert (422, "idempotency_key_reused") == (refused.status_code, refused.json()["code"]), path


async def test_a_form_is_the_same_whatever_stands_between_its_parts(operator: Operator) -> None:
    """Each sending draws another boundary; a field, a file's name and each of its bytes count."""
    campaign = (await operator.campaign())["id"]
    file = b"phone,city\n+14155552672,Reno\n"

    async def ask(content: bytes = file, name: str = "a.csv", **form: str) -> httpx.Response:
        return await operator.client.post(
            "/api/lead-imports",
            data={"campaign_id": campaign, **form},
            files={"file": (name, content, "text/csv")},
            headers=ONCE,
        )

    first, again = await ask(), await ask()
    assert (201, first.json(), "true") == (201, again.json(), again.headers.get("idempotency-replayed"))
    for other in (ask(file + b"\n"), ask(name="b.csv"), ask(sheet="x")):
        assert (422, "idempotency_key_reused") == _told(await other)


async def test_two_addresses_of_one_route_are_one(operator: Operator) -> None:
    wanted = CALL | await operator.parts()
    first = await operator.client.post("/calls/outbound", json=wanted, headers=ONCE)
    again = await operator.client.post("/api/calls/outbound", json=wanted, headers=ONCE)
    assert (first.json(), "true") == (again.json(), again.headers.get("idempotency-replayed"))


async def test_the_same_key_in_another_account_is_another(operator: Operator, stranger: Operator) -> None:
    made = [
        (
            await each.client.post(
                "/api/campaigns", json={"name": "Autumn", **await each.parts()}, headers=ONCE
            )
        ).json()["id"]
        for each in (operator, stranger)
    ]
    assert made[0] != made[1]


async def test_the_same_key_of_somebody_else_in_the_account_is_another(operator: Operator) -> None:
    """What was shown to one, such as a new key's secret, is not told to the other."""
    other = await operator.made("/api/api-keys", {"name": "other"})
    headers = {"Authorization": f"Bearer {other['key']}"}
    wanted = {"name": "reporting", "scopes": ["calls:read"]}
    async with client_of(application(operator.tools), headers=headers) as client:
        made = [
            (await each.post("/api/api-keys", json=wanted, headers=ONCE)).json()["key"]
            for each in (operator.client, client)
        ]
    assert made[0] != made[1]


async def test_what_a_client_writes_in_a_key_stands_nowhere(operator: Operator) -> None:
    """Law 8: it may be a number, and so may what is answered."""
    number = "+14155552688"
    made = await operator.client.post(
        "/api/api-keys", json={"name": number}, headers={"Idempotency-Key": f"key of {number}"}
    )
    async with operator.tools.database.transaction() as session:
        rows = await session.execute(
            text("SELECT k::text FROM idempotency_keys k WHERE account_id = :id"),
            {"id": operator.account_id},
        )
        [kept] = rows.scalars()
    for secret in (number, made.json()["key"]):
        assert secret not in kept
        assert secret.encode().hex() not in kept


async def test_whoever_may_no_more_is_not_answered_again(operator: Operator) -> None:
    made = await operator.made("/api/api-keys", {"name": "scoped", "scopes": ["agents:write"]})
    headers = {"Authorization": f"Bearer {made['key']}"}
    async with client_of(application(operator.tools), headers=headers) as client:
        assert 201 == (await client.post("/api/agents", json={"name": "Mona"}, headers=ONCE)).status_code
        async with operator.tools.database.transaction() as session:
            await session.execute(
                text("UPDATE api_keys SET scopes = '{calls:read}' WHERE id = :id"), {"id": made["id"]}
            )
        assert 403 == (await client.post("/api/agents", json={"name": "Mona"}, headers=ONCE)).status_code


@pytest.mark.parametrize("path", ["/api/calls/outbound", "/api/campaigns"])
async def test_a_refusal_is_forgotten_and_may_be_put_right_under_the_same_key(
    operator: Operator, path: str
) -> None:
    """It changed nothing."""
    parts = await operator.parts()
    wanted = parts | (CALL if path.endswith("outbound") else {"name": "Autumn"})
    refused = await operator.client.post(path, json=wanted | {"agent_id": "agent_nobody"}, headers=ONCE)
    placed = await operator.client.post(path, json=wanted, headers=ONCE)
    assert (True, True) == (refused.is_client_error, placed.is_success)


@pytest.mark.parametrize("key", ["", "x" * 256])
async def test_a_key_is_neither_empty_nor_endless(operator: Operator, key: str) -> None:
    refused = await operator.client.post(
        "/api/agents", json={"name": "Mona"}, headers={"Idempotency-Key": key}
    )
    assert 422 == refused.status_code
    assert "Idempotency-Key" in refused.json()["errors"][0]["pointer"]


def test_every_post_takes_a_key_or_stands_in_the_list_of_those_that_need_none() -> None:
    without = {
        each.path.removeprefix("/api") for each in KEYED if each.method == "POST" and each not in SPENDING
    }
    assert without == set(WITHOUT_KEY)
