"""Whatever changes something stands in the audit log, with the key that did it and the thing it was done to.

Requirements 104, 118.
"""

import hashlib
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from domain.retention import RetentionSettings
from startup.rule_packs import read_rule_packs
from tests.api.conftest import SCRIPT, Operator
from tests.api.operations import KEYED, named
from tests.api.stock import CREDENTIALS, DOCUMENT, LATER, LIST, SOON
from tests.database.locks import locks_taken
from tests.locks import held_to

# An upload changes nothing before it is committed; of the others tell test_recordings.py, test_media_server.py and test_sign_in.py;
# the addresses without /api lead to the same routes.
ELSEWHERE: Final = {
    "DELETE /api/sessions/{session_id}",
    "PUT /api/identity-provider",
    "DELETE /api/identity-provider",
    "POST /api/auth/logout",
    "POST /api/me/password",
    "POST /api/me/second-factor",
    "POST /api/me/second-factor/confirm",
    "POST /api/me/second-factor/remove",
    "POST /api/lead-imports",
    "DELETE /api/calls/{call_id}/attempts/{number}/recording",
    "DELETE /api/media/phrases",
    "POST /calls/outbound",
    "POST /calls/outbound/schedule",
}
_SHIPPED: Final = read_rule_packs().named("ke")
KENYA: Final = _SHIPPED.text if _SHIPPED else ""
ASKING: Final = b"Number,City,Reached at\n" + b"".join(
    b"%d,Reno,+1415555260%d\n" % (at, at) for at in range(1, 8)
)


@dataclass
class Acts:
    """Acts of one operator, each looked up in the log as it is done."""

    operator: Operator
    key_id: str
    done: set[str] = field(default_factory=set)
    details: dict[str, Any] = field(default_factory=dict)
    locks: dict[str, list[str]] = field(default_factory=dict)
    last: int = 0

    async def act(
        self, operation: str, action: str, subject: str | None = "id", /, *, sent: Any = None, **parts: str
    ) -> dict[str, Any]:
        """Do it and see it in the log. subject: the field of the answer that names it, or the name itself."""
        method, _, path = operation.partition(" ")
        self.done.add(operation)
        carried = sent if sent is None or "files" in sent else {"json": sent}
        with locks_taken(self.operator.tools.database) as locks:
            answer = await self.operator.client.request(method, path.format(**parts), **(carried or {}))
        self.locks[operation] = locks
        assert answer.is_success, (operation, answer.text)
        told = answer.json() if answer.content else {}
        newest = (await self.operator.client.get("/api/audit-log", params={"limit": 1})).json()["data"][0]
        expected = told.get(subject, subject) if subject else newest["subject"]
        assert (action, expected, self.key_id) == (newest["action"], newest["subject"], newest["actor"]), (
            operation
        )
        assert newest["id"] > self.last, f"{operation} stands nowhere"
        assert 16 == len(newest["network"]), f"from where {operation} was asked is not told"
        self.last = newest["id"]
        self.details |= {action: newest["detail"]} if newest["detail"] else {}
        return told


async def test_every_act_stands_in_the_log_with_who_did_it_and_to_what(operator: Operator) -> None:
    key_id = (await operator.client.get("/api/api-keys")).json()["data"][0]["id"]
    acts = Acts(operator, key_id)
    await _with_parts(acts)
    parts = await operator.parts(more=" of others")
    await _with_a_campaign(acts, parts)
    await _with_calls(acts, parts)
    await _with_numbers_and_keys(acts)
    await _with_a_program(acts)
    await _with_one_person(acts)
    await _with_retention(acts)
    assert {named(each) for each in KEYED if each.method != "GET"} == acts.done | ELSEWHERE
    document = {"agent_id": acts.details["document.added"].get("agent_id"), "name": "prices.txt"}
    assert {
        "document.added": document,
        "document.deleted": document,
        "provider_limit.changed": {"most": 5},
        "leads.mended": {"review": "variables_missing:city", "mended": 1},
        "dnc.added": {"added": 1},
        "consent.given": {"basis": "express", "purposes": ["survey"], "channels": ["sms"]},
        "consent.withdrawn": {"purposes": [], "channels": []},
        "consent_text.added": {"name": "newsletter", "version": 1},
        "dnc.imported": {"added": 1},
        "dnc_list.filled": {"as_of": "2026-11-01", "numbers": 1, "rejected": 0},
        "preference.added": {"kind": "how_often"},
        "key.created": {"scopes": ["calls:read"]},
        "user.invited": {"role": "agent"},
        "user.changed": {
            "role": "agent_manager",
            "disabled": False,
            "was": {"role": "agent", "disabled": False},
        },
        "campaign.pace_changed": {"window": 5, "was": {"window": 20}},
        "trunk.pace_changed": {"calls_per_second": 2, "was": {"calls_per_second": 1}},
        "rule_pack.version_added": {
            "pack": "ke",
            "revision": 1,
            "less_strict": [],
            "sha256": hashlib.sha256(KENYA.encode()).hexdigest(),
        },
        "retention.changed": {
            "was": asdict(RetentionSettings()),
            "now": asdict(RetentionSettings(is_on=True)),
        },
        "predial_hook.added": {"campaign_id": None, "unanswered": "hold"},
        "webhook_endpoint.changed": {"disabled": False},
        "webhook_endpoint.replayed": {"deliveries": 0},
    } == acts.details
    held_to("acts", acts.locks)


async def _with_what_a_dial_answers_to(acts: Acts, connection: str) -> None:
    number = {"connection_id": connection, "number": "+14155552698", "purposes": ["survey"]}
    callers = "/api/caller-identities"
    caller = (await acts.act(f"POST {callers}", "caller_identity.created", sent=number))["id"]
    verification = f"POST {callers}/{{caller_id}}/verification"
    await acts.act(verification, "caller_identity.asked", caller_id=caller)
    removed = f"DELETE {callers}/{{caller_id}}"
    await acts.act(removed, "caller_identity.removed", caller, caller_id=caller)
    program = {"url": "https://hooks.example.com/may-we"}
    hook = (await acts.act("POST /api/predial-hooks", "predial_hook.added", sent=program))["id"]
    removed = "DELETE /api/predial-hooks/{predial_hook_id}"
    await acts.act(removed, "predial_hook.removed", hook, predial_hook_id=hook)


async def _with_parts(acts: Acts) -> None:
    script = await acts.act(
        "POST /api/scripts", "script.created", "script_id", sent={"name": "Survey", "content": SCRIPT}
    )
    version = "/api/scripts/{script_id}/versions"
    newer = {**SCRIPT, "closing": "Take care."}
    await acts.act(f"POST {version}", "script.version_added", sent=newer, script_id=script["script_id"])
    agent = (await acts.act("POST /api/agents", "agent.created", sent={"name": "Maya"}))["id"]
    documents = "/api/agents/{agent_id}/documents"
    document = await acts.act(f"POST {documents}", "document.added", sent={"files": DOCUMENT}, agent_id=agent)
    await acts.act(
        f"DELETE {documents}/{{document_id}}", "document.deleted", agent_id=agent, document_id=document["id"]
    )
    own = {"name": "own", "kind": "telephony", "vendor": "twilio", "credentials": CREDENTIALS}
    connection = (await acts.act("POST /api/connections", "connection.created", sent=own))["id"]
    await acts.act(
        "PUT /api/connections/{connection_id}/credentials",
        "connection.credentials_changed",
        sent={"credentials": {**CREDENTIALS, "auth_token": "newer"}},
        connection_id=connection,
    )
    await _with_what_a_dial_answers_to(acts, connection)
    trunk = {"name": "main", "caller_number": "+14155552671", "lines": 1}
    trunk_id = (await acts.act("POST /api/trunks", "trunk.created", sent=trunk))["id"]
    await acts.act(
        "PUT /api/trunks/{trunk_id}/pace",
        "trunk.pace_changed",
        sent={"calls_per_second": 2},
        trunk_id=trunk_id,
    )
    use = (await acts.operator.client.get("/api/provider-limits")).json()[0]
    limit = {"kind": use["kind"], "provider": use["provider"]}
    await acts.act(
        "PUT /api/provider-limits/{kind}/{provider}",
        "provider_limit.changed",
        None,
        sent={"most": 5},
        **limit,
    )


async def _with_a_campaign(acts: Acts, parts: dict[str, str]) -> None:
    sent = {"name": "Autumn", "default_region": "US", **parts}
    campaign = await acts.act("POST /api/campaigns", "campaign.created", sent=sent)
    of = {"campaign_id": campaign["id"]}
    await acts.act("PATCH /api/campaigns/{campaign_id}", "campaign.changed", sent={"name": "Winter"}, **of)
    await acts.act("PUT /api/campaigns/{campaign_id}/pace", "campaign.pace_changed", sent={"window": 5}, **of)
    asking = (await acts.operator.upload(campaign["id"], ASKING)).json()["id"]
    answer = "POST /api/lead-imports/{import_id}/answer"
    await acts.act(answer, "import.confirmed", sent={"confirm": True}, import_id=asking)
    await acts.act("DELETE /api/lead-imports/{import_id}", "import.discarded", import_id=asking)
    staged = (await acts.operator.upload(campaign["id"], LIST, rules="simulation")).json()["id"]
    await acts.act("POST /api/lead-imports/{import_id}/commit", "import.committed", import_id=staged)
    await _with_leads(acts, of)
    await _with_a_hook(acts, of)
    await _with_a_member(acts, of)
    for action, recorded in (
        ("start", "started"),
        ("pause", "paused"),
        ("resume", "resumed"),
        ("cancel", "cancelled"),
    ):
        await acts.act(f"POST /api/campaigns/{{campaign_id}}/{action}", f"campaign.{recorded}", **of)


async def _with_a_hook(acts: Acts, of: dict[str, str]) -> None:
    path = "/api/lead-hooks"
    hook = (await acts.act(f"POST {path}", "lead_hook.added", sent=of))["id"]
    await acts.act(f"POST {path}/{{hook_id}}/secret", "lead_hook.secret_rotated", hook, hook_id=hook)
    await acts.act(f"DELETE {path}/{{hook_id}}", "lead_hook.revoked", hook, hook_id=hook)
    assert {"campaign": of["campaign_id"]} == acts.details.pop("lead_hook.added")


async def _with_a_member(acts: Acts, of: dict[str, str]) -> None:
    grace = {"email": f"grace.{acts.operator.account_id}@example.com", "name": "Grace", "role": "agent"}
    user = (await acts.act("POST /api/users", "user.invited", None, sent=grace))["user"]["id"]
    member = "/api/campaigns/{campaign_id}/members/{user_id}"
    for method, action in (("PUT", "campaign.member_added"), ("DELETE", "campaign.member_removed")):
        await acts.act(f"{method} {member}", action, of["campaign_id"], user_id=user, **of)
    members = {f"campaign.member_{done}": {"user_id": user} for done in ("added", "removed")}
    assert members == {name: acts.details.pop(name) for name in members}


async def _with_leads(acts: Acts, of: dict[str, str]) -> None:
    add = "POST /api/campaigns/{campaign_id}/leads"
    told = await acts.act(add, "lead.added", None, sent={"number": "+14155552675"}, **of)
    held = told["lead"]["id"]
    newest = (await acts.operator.client.get("/api/audit-log", params={"limit": 1})).json()["data"][0]
    assert held == newest["subject"]
    mend = {"variables": {"city": "Reno"}}
    await acts.act("PATCH /api/leads/{lead_id}", "lead.mended", sent=mend, lead_id=held)
    every = {"review": "variables_missing:city", "mend": mend}
    await acts.act(f"{add}/mend", "leads.mended", of["campaign_id"], sent=every, **of)


async def _with_calls(acts: Acts, parts: dict[str, str]) -> None:
    sent = {"to": "+14155552676", "variables": {"city": "Reno"}, "rules": "simulation", **parts}
    call = (await acts.act("POST /api/calls/outbound", "call.placed", sent=sent))["id"]
    await acts.act("POST /api/calls/{call_id}/cancel", "call.cancelled", call_id=call)
    await acts.act("DELETE /api/calls/{call_id}/conversations", "conversations.erased", call, call_id=call)
    at = {**sent, "to": "+14155552678", "at": SOON}
    later = (await acts.act("POST /api/calls/outbound/schedule", "call.placed", sent=at))["id"]
    scheduled = "/api/scheduled-calls/{call_id}"
    await acts.act(f"PATCH {scheduled}", "call.rescheduled", sent={"at": LATER}, call_id=later)
    await acts.act(f"DELETE {scheduled}", "call.cancelled", call_id=later)


async def _with_numbers_and_keys(acts: Acts) -> None:
    await acts.act("POST /api/dnc", "dnc.added", "dnc", sent={"numbers": ["+14155552677"]})
    listed = {"file": ("dnc.csv", b"phone\n+14155552679\n", "text/csv")}
    await acts.act("POST /api/dnc/imports", "dnc.imported", "dnc", sent={"files": listed})
    entry = (await acts.operator.client.get("/api/dnc")).json()["data"][0]["id"]
    await acts.act("DELETE /api/dnc/{suppression_id}", "dnc.removed", entry, suppression_id=entry)
    made = await acts.act("POST /api/dnc/lists", "dnc_list.created", sent={"name": "Registry"})
    day = {"files": {"file": ("list.txt", b"+14155552679\n", "text/plain")}, "data": {"as_of": "2026-11-01"}}
    await acts.act(
        "POST /api/dnc/lists/{list_id}/versions", "dnc_list.filled", made["id"], sent=day, list_id=made["id"]
    )
    removing = "DELETE /api/dnc/lists/{list_id}"
    await acts.act(removing, "dnc_list.removed", made["id"], list_id=made["id"])
    wished = {"number": "+14155552677", "every_days": 7}
    preference = (await acts.act("POST /api/preferences", "preference.added", sent=wished))["id"]
    removing = "DELETE /api/preferences/{preference_id}"
    await acts.act(removing, "preference.removed", preference, preference_id=preference)
    agreed = {"number": "+14155552677", "basis": "express", "purposes": ["survey"], "channels": ["sms"]}
    consent = (await acts.act("POST /api/consents", "consent.given", sent=agreed))["id"]
    await acts.act("POST /api/consents/{consent_id}/withdrawal", "consent.withdrawn", consent_id=consent)
    await acts.act("POST /api/consents/withdrawals", "consent.withdrawn", sent={"number": "+14155552677"})
    words = {"name": "newsletter", "text": "I agree."}
    await acts.act("POST /api/consent-texts", "consent_text.added", sent=words)
    await acts.act(
        "POST /api/rule-packs/{name}/versions", "rule_pack.version_added", sent={"text": KENYA}, name="ke"
    )
    account = str(acts.operator.account_id)
    await acts.act("PATCH /api/account", "account.changed", account, sent={"language": "de"})
    key = (
        await acts.act(
            "POST /api/api-keys", "key.created", sent={"name": "reporting", "scopes": ["calls:read"]}
        )
    )["id"]
    await acts.act("DELETE /api/api-keys/{key_id}", "key.removed", key, key_id=key)
    ada = {"email": f"{acts.operator.account_id}@example.com", "name": "Ada", "role": "agent"}
    user = (await acts.act("POST /api/users", "user.invited", None, sent=ada))["user"]["id"]
    change = {"name": "Grace", "role": "agent_manager", "disabled": False}
    await acts.act("PATCH /api/users/{user_id}", "user.changed", sent=change, user_id=user)
    await acts.act("POST /api/users/{user_id}/link", "user.link_made", user, user_id=user)


async def _with_a_program(acts: Acts) -> None:
    path = "/api/webhook-endpoints"
    sent = {"url": "https://hooks.example.com/in"}
    of = (await acts.act(f"POST {path}", "webhook_endpoint.added", sent=sent))["id"]
    one = f"{path}/{{endpoint_id}}"
    again = {"disabled": False}
    await acts.act(f"PATCH {one}", "webhook_endpoint.changed", of, sent=again, endpoint_id=of)
    await acts.act(f"POST {one}/secret", "webhook_endpoint.secret_rotated", of, endpoint_id=of)
    await acts.act(f"POST {one}/test", "webhook_endpoint.tested", of, endpoint_id=of)
    then = {"since": SOON, "until": LATER}
    await acts.act(f"POST {one}/replay", "webhook_endpoint.replayed", of, sent=then, endpoint_id=of)
    await acts.act(f"DELETE {one}", "webhook_endpoint.removed", of, endpoint_id=of)


async def _with_one_person(acts: Acts) -> None:
    who = {"number": "+14155552679"}
    await acts.act("POST /api/people/exports", "person.export_asked", sent=who)
    await acts.act("POST /api/people/erasures", "person.erasure_asked", sent=who)
    hold = (await acts.act("POST /api/legal-holds", "hold.set", sent={**who, "reason": "claim 17"}))["id"]
    await acts.act("POST /api/legal-holds/{hold_id}/release", "hold.released", hold_id=hold)


async def _with_retention(acts: Acts) -> None:
    of = acts.operator.account_id
    await acts.act("PUT /api/retention", "retention.changed", of, sent={"is_on": False})
    plan = (await acts.operator.client.get("/api/retention/plan")).json()["plan"]
    await acts.act("PUT /api/retention", "retention.changed", of, sent={"is_on": True, "plan_seen": plan})
    await acts.act("POST /api/retention/runs", "retention.asked")
