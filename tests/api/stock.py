"""An account with two of everything that its lists show, and one of everything that its addresses name."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from database.retention import end_run, open_run
from domain.retention_receipts import Receipt
from tests.api.conftest import SCRIPT, Operator

SOON: Final = (datetime.now(UTC) + timedelta(days=3)).isoformat()
LATER: Final = (datetime.now(UTC) + timedelta(days=4)).isoformat()
# Two leads, one that is held, and two rows that cannot be read.
LIST: Final = b"phone,city\n+14155552672,Reno\n+14155552673,Reno\n+14155552674,\n12,Reno\n13,Reno\n"
CREDENTIALS: Final = {"account_sid": "AC7", "auth_token": "a token of the account's own"}
DOCUMENT: Final = {"file": ("prices.txt", b"A cleaning costs 80 euros.", "text/plain")}


async def retained(operator: Operator) -> None:
    """A run of retention that is over."""
    plan = (await operator.client.get("/api/retention/plan")).json()["plan"]
    answer = await operator.client.put("/api/retention", json={"is_on": True, "plan_seen": plan})
    assert answer.is_success, answer.text
    await operator.made("/api/retention/runs", {})
    async with operator.tools.database.transaction() as session:
        due = await open_run(session, operator.account_id)
        assert due.run_id is not None
        await end_run(session, operator.account_id, due.run_id, Receipt())


async def sent_through(operator: Operator, hook: Mapping[str, str], number: str) -> None:
    """A lead that a program adds."""
    proof = {"Authorization": f"Bearer {hook['secret']}"}
    answer = await operator.client.post(f"/hooks/leads/{hook['id']}", json={"phone": number}, headers=proof)
    assert answer.is_success, answer.text


async def stocked(operator: Operator) -> dict[str, str]:
    """The names of the last of each, by what addresses call it."""
    names: dict[str, str] = {}
    for place in ("first", "second"):
        parts = await operator.parts(more=f" {place}")
        script = (await operator.client.get("/api/scripts")).json()["data"][0]["script_id"]
        await operator.made(f"/api/scripts/{script}/versions", {**SCRIPT, "closing": "Take care."})
        connection = await operator.made(
            "/api/connections",
            {"name": place, "kind": "telephony", "vendor": "twilio", "credentials": CREDENTIALS},
        )
        documents = f"/api/agents/{parts['agent_id']}/documents"
        document = (await operator.client.post(documents, files=DOCUMENT)).json()
        campaign = await operator.made("/api/campaigns", {"name": place, "default_region": "US", **parts})
        staged = (await operator.upload(campaign["id"], LIST, rules="simulation")).json()
        leads = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
        call = await operator.made(
            "/api/calls/outbound/schedule",
            {"to": "+14155552676", "variables": {"city": "Reno"}, "rules": "simulation", "at": SOON, **parts},
        )
        await operator.made("/api/dnc", {"numbers": ["+14155552677"], "channel": "sms" if names else "voice"})
        named = await operator.made("/api/dnc/lists", {"name": place})
        shown = {"connection_id": connection["id"], "number": "+14155552698", "purposes": ["survey"]}
        caller = await operator.made("/api/caller-identities", shown)
        asked_first = {"url": f"https://{place}.example.com/may-we", "campaign_id": campaign["id"]}
        predial = await operator.made("/api/predial-hooks", asked_first)
        preference = await operator.made(
            "/api/preferences", {"number": "+14155552677", "writing": ["sms"], "words": f"text me, {place}"}
        )
        wording = await operator.made(
            "/api/consent-texts", {"name": "newsletter", "text": f"I agree, {place}."}
        )
        agreed = {"basis": "written", "purposes": ["survey"], "channels": ["voice"], "text_id": wording["id"]}
        consent = await operator.made("/api/consents", {"number": "+14155552678", **agreed})
        asked = await operator.made("/api/people/exports", {"number": "+14155552677"})
        hold = await operator.made("/api/legal-holds", {"number": "+14155552677", "reason": f"claim {place}"})
        await retained(operator)
        key = await operator.made("/api/api-keys", {"name": place})
        person = {"email": f"{place}.{operator.account_id}@example.com", "name": place, "role": "agent"}
        user = (await operator.made("/api/users", person))["user"]
        await operator.client.put(f"/api/campaigns/{campaign['id']}/members/{user['id']}")
        program = {"url": f"https://{place}.example.com/in", "kinds": ["call.closed"]}
        endpoint = await operator.made("/api/webhook-endpoints", program)
        for _ in range(2):
            await operator.client.post(f"/api/webhook-endpoints/{endpoint['id']}/test")
        hook = await operator.made("/api/lead-hooks", {"campaign_id": campaign["id"], "proof": "secret"})
        for number in ("+14155552681", "+14155552682"):
            await sent_through(operator, hook, number)
        shipped = (await operator.client.get("/api/rule-packs/us")).json()["shipped_text"]
        version = await operator.made("/api/rule-packs/us/versions", {"text": shipped})
        entry = (await operator.client.get("/api/dnc")).json()["data"][0]
        names = {
            "agent_id": parts["agent_id"],
            "trunk_id": parts["trunk_id"],
            "script_id": script,
            "connection_id": connection["id"],
            "document_id": document["id"],
            "campaign_id": campaign["id"],
            "import_id": staged["id"],
            "lead_id": leads[0]["id"],
            "call_id": call["id"],
            "suppression_id": entry["id"],
            "list_id": named["id"],
            "caller_id": caller["id"],
            "predial_hook_id": predial["id"],
            "preference_id": preference["id"],
            "consent_id": consent["id"],
            "request_id": asked["id"],
            "hold_id": hold["id"],
            "key_id": key["id"],
            "user_id": user["id"],
            "endpoint_id": endpoint["id"],
            "hook_id": hook["id"],
            "name": "us",
            "kind": "recogniser",
            "provider": "deepgram",
            "revision": str(version["revision"]),
        }
    return names
