"""What is sent is kept and shown as it was sent: every field, none taken for another, and none for its default."""

from dataclasses import asdict, fields
from typing import Any, Final

import pytest
from pydantic import BaseModel

from api.agents.routes import BackupBody, TimeoutsBody
from api.campaigns.plans import CapsBody, FollowUpBody, PlanBody, RetryRuleBody
from domain.campaigns import AttemptCaps, CampaignPlan, FollowUpRule, RetryRule
from domain.conversations import Backup
from domain.timeouts import Timeouts
from tests.api.conftest import Operator
from tests.api.operations import DESCRIPTION
from tests.api.stock import CREDENTIALS, SOON

BACKUP: Final = {
    "recogniser": "nova",
    "model": "claude-haiku-5-5",
    "voice": "otherVoiceOtherVoice",
    "voice_model": "eleven_turbo_v2_5",
}
AGENT: Final[dict[str, Any]] = {
    "name": "Maya",
    "voice": "firstVoiceFirstVoice",
    "voice_model": "eleven_multilingual_v2",
    "model": "claude-sonnet-5-5",
    "engine": "realtime",
    "recogniser": "openai",
    "backup": BACKUP,
    "language": "en-GB",
    "languages": ["es-MX", "de"],
    "pronunciation": {"SQL": "sequel"},
    "menus": "navigate",
    "opt_out_key": "7",
    "timeouts": {
        "prompts": [5_001, 4_002],
        **{
            each.name: getattr(Timeouts(), each.name) + 10 + place
            for place, each in enumerate(fields(Timeouts))
            if each.name != "prompts"
        },
    },
}
PLAN: Final[dict[str, Any]] = {
    "purpose": "service",
    "window": 7,
    "ring_seconds": 31,
    "longest_call_seconds": 420,
    "caps": {"per_lead": 5, "per_day": 2, "gap_seconds": 4000.0},
    "hours": [{"weekdays": [1, 3], "opens": "10:15", "closes": "16:45"}],
    "closed_on": ["2027-05-01"],
    "follow_ups": [
        {"text": "Thank you.", "delay_seconds": 90.0, "outcomes": ["interested"], "results": ["no_answer"]}
    ],
    "sync_crm": False,
    "record": True,
    "voicemails": 2,
    "callback_default_seconds": 90_000.0,
}
RETRY: Final = {
    "attempts": 4,
    "first_wait_seconds": 1200.0,
    "factor": 1.5,
    "longest_wait_seconds": 86_000.0,
    "jitter": 0.25,
    "another_part_of_day": True,
}


SAID: Final[dict[str, dict[str, Any]]] = {
    "/api/agents": AGENT,
    "/api/scripts": {
        "name": "Survey",
        "content": {
            "opening": "Hello {{first_name}}.",
            "disclosure": "I am an automated assistant.",
            "instructions": "Ask about {{city}}.",
            "questions": [
                {"key": "fruit", "text": "Which fruit?", "expects": "choice", "choices": ["fig", "plum"]}
            ],
            "voicemail": "We will call again.",
            "screening": "Maya from Acme, about {{order}}.",
            "objections": [{"objection": "too expensive", "answer": "It is paid in parts."}],
            "closing": "Goodbye.",
            "outcomes": [
                {
                    "name": "booked",
                    "description": "They booked a visit.",
                    "success": True,
                    "retry": False,
                    "suppress": False,
                    "follow_up": True,
                    "phrases": ["book me in"],
                }
            ],
            "fields": [
                {
                    "name": "size",
                    "question": "How big is it?",
                    "type": "choice",
                    "required": True,
                    "choices": ["small", "large"],
                }
            ],
        },
    },
    "/api/trunks": {
        "name": "main",
        "carrier": "twilio",
        "caller_number": "+14155552671",
        "lines": 7,
        "calls_per_second": 2.5,
    },
}


BESIDE: Final[dict[str, dict[str, Any]]] = {
    "/api/scripts": {"number": 1, "variables": ["city", "first_name", "order"]},
    "/api/trunks": {"lines_taken": 0, "paused_until": None, "paused_because": None},
}
"""What is told beside what was sent."""


@pytest.mark.parametrize("path", SAID)
async def test_what_is_made_is_shown_and_listed_as_it_was_sent(operator: Operator, path: str) -> None:
    await _is_kept(operator, path, SAID[path])


async def test_a_trunk_keeps_the_connection_that_it_was_made_with(operator: Operator) -> None:
    own = {"name": "own", "kind": "telephony", "vendor": "twilio", "credentials": CREDENTIALS}
    connection = await operator.made("/api/connections", own)
    sent = {**SAID["/api/trunks"], "connection_id": connection["id"]}
    await _is_kept(operator, "/api/trunks", sent)
    assert 1 == (await operator.client.get(f"/api/connections/{connection['id']}")).json()["trunks"]


@pytest.mark.parametrize(
    ("connection", "identity", "addresses"),
    [
        ({"kind": "telephony", "vendor": "twilio", "credentials": CREDENTIALS}, "AC7", {"calls", "messages"}),
        ({"kind": "crm", "vendor": "hubspot", "credentials": {"token": "pat-7"}}, "", set()),
    ],
)
async def test_a_connection_is_shown_without_its_credentials(
    operator: Operator, connection: dict[str, Any], identity: str, addresses: set[str]
) -> None:
    made = await operator.made("/api/connections", {"name": "north", **connection})
    shown = (await operator.client.get(f"/api/connections/{made['id']}")).json()
    listed = (await operator.client.get("/api/connections")).json()["data"]
    assert made == shown == next(each for each in listed if each["id"] == made["id"])
    wanted = {name: connection[name] for name in ("kind", "vendor")}
    rest = {"name": "north", "identity": identity, "of_installation": False, "version": 1, "trunks": 0}
    assert wanted | rest == {name: shown[name] for name in wanted | rest}
    assert addresses == shown["addresses"].keys()


async def test_a_campaign_keeps_its_whole_plan(operator: Operator) -> None:
    parts = await operator.parts()
    plan = {**PLAN, "retries": {"busy": RETRY}}
    sent = {"name": "Autumn", "default_region": "DE", **parts, "plan": plan}
    made = await operator.made("/api/campaigns", sent)
    shown = (await operator.client.get(f"/api/campaigns/{made['id']}")).json()
    assert made == shown == (await operator.client.get("/api/campaigns")).json()["data"][0]
    assert RETRY == shown["plan"].pop("retries")["busy"]
    assert {**sent, "plan": {**PLAN, "required_lists": [], "caller_identities": []}} == {
        name: shown[name] for name in sent
    }
    assert ("draft", None, None) == (shown["state"], shown["started_at"], shown["finished_at"])


async def test_a_change_of_a_campaign_changes_what_it_names_and_nothing_else(operator: Operator) -> None:
    before = await operator.campaign(plan=PLAN)
    others = await operator.parts(more=" of others")
    changes: list[dict[str, Any]] = [
        {"name": "Winter"},
        {"default_region": "DE"},
        *({field: value} for field, value in others.items()),
        {"plan": {"ring_seconds": 40}},
        {"plan": {"record": False}},
    ]
    for change in changes:
        answer = await operator.client.patch(f"/api/campaigns/{before['id']}", json=change)
        plan = before["plan"] | change.get("plan", {})
        before = before | change | {"plan": plan}
        assert before == answer.json()


async def test_a_call_keeps_whom_it_calls_and_with_what(operator: Operator) -> None:
    parts = await operator.parts()
    sent = {
        "to": "+14155552672",
        "name": "Ada",
        "variables": {"city": "Reno"},
        "rules": "simulation",
        "at": SOON,
    }
    call = await operator.made("/api/calls/outbound/schedule", sent | parts)
    assert (parts["trunk_id"], parts["agent_id"], "+14155552672", "Ada", None) == tuple(
        call[name] for name in ("trunk_id", "agent_id", "number", "name", "campaign_id")
    )
    script = (await operator.client.get(f"/api/calls/{call['id']}/script")).json()
    assert parts["script_version_id"] == script["version"]["id"]
    assert {"city": "Reno", "first_name": "Ada"}.items() <= script["values"].items()


async def test_a_changed_pace_is_kept(operator: Operator) -> None:
    campaign = await operator.campaign()
    for path, sent, shown in (
        (f"/api/trunks/{campaign['trunk_id']}", {"calls_per_second": 2.5}, ["calls_per_second"]),
        (f"/api/campaigns/{campaign['id']}", {"window": 7}, ["plan", "window"]),
    ):
        changed = await operator.client.put(f"{path}/pace", json=sent)
        now = (await operator.client.get(path)).json()
        assert (200, now) == (changed.status_code, changed.json())
        for name in shown:
            now = now[name]
        assert [*sent.values()] == [now]


async def _is_kept(operator: Operator, path: str, sent: dict[str, Any]) -> None:
    """It is answered, shown and listed with all that was sent."""
    made = await operator.made(path, sent)
    shown = (await operator.client.get(f"{path}/{made.get('script_id', made['id'])}")).json()
    listed = (await operator.client.get(path)).json()["data"][0]
    assert made == shown == listed
    told = sent | BESIDE.get(path, {})
    assert told == {name: shown[name] for name in told}


def _fields(schema: str) -> set[str]:
    return set(DESCRIPTION["components"]["schemas"][schema]["properties"])


def test_every_field_is_tried() -> None:
    """A new one is to be sent here as well, with another value than its default."""
    assert _fields("AgentBody") == set(AGENT)
    assert _fields("PlanBody") == {*PLAN, "retries", "required_lists", "caller_identities"}, (
        "the lists: test_dnc_lists.py; the numbers: test_caller_identities.py"
    )
    assert _fields("RetryRuleBody") == set(RETRY)
    assert _fields("TrunkBody") == {*SAID["/api/trunks"], "connection_id"}
    content = SAID["/api/scripts"]["content"]
    assert _fields("ContentBody") == set(content)
    for schema, part in (
        ("QuestionBody", "questions"),
        ("ObjectionBody", "objections"),
        ("OutcomeBody", "outcomes"),
        ("FieldBody", "fields"),
    ):
        assert _fields(schema) == set(content[part][0]), schema


def test_who_chooses_nothing_has_what_the_domain_has() -> None:
    assert CampaignPlan() == PlanBody().plan()
    assert Backup() == BackupBody().record()


@pytest.mark.parametrize(
    ("body", "record"),
    [
        (RetryRuleBody(), RetryRule()),
        (CapsBody(), AttemptCaps()),
        (FollowUpBody(text="Hello."), FollowUpRule("Hello.")),
        (TimeoutsBody(), Timeouts()),
        (PlanBody(), CampaignPlan()),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_is_left_out_is_what_the_description_says(body: BaseModel, record: Any) -> None:
    """Who reads of a default there relies on it, though the rules take their own."""
    told, kept = body.model_dump(), asdict(record)
    assert kept.keys() == told.keys()
    for name, value in told.items():
        assert (tuple(value) if isinstance(value, list) else value) == kept[name], name
