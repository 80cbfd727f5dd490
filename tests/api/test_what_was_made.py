"""What was made is shown as it was asked for, field by field: when it is made, looked at and listed.

Every field differs from its default and from its neighbours, so that none can stand in another's place.
"""

from dataclasses import asdict, fields
from typing import Any, Final

import pytest
from pydantic import BaseModel

from api.agents.routes import TimeoutsBody
from api.campaigns.plans import CapsBody, FollowUpBody, PlanBody, RetryRuleBody
from domain.campaigns import AttemptCaps, CampaignPlan, FollowUpRule, RetryRule
from domain.timeouts import Timeouts
from tests.api.conftest import SCRIPT, Operator
from tests.api.stock import CREDENTIALS

AGENT: Final = {
    "name": "Maya",
    "voice": "JBFqnCBsd6RMkjVDRZzb",
    "voice_model": "eleven_multilingual_v2",
    "model": "gpt-6.1-terra",
    "engine": "realtime",
    "recogniser": "nova",
    "backup": {
        "recogniser": "openai",
        "model": "claude-haiku-5-5",
        "voice": "EXAVITQu4vr4xnSDxMaL",
        "voice_model": "eleven_turbo_v2_5",
    },
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
CONTENT: Final = {
    **SCRIPT,
    "opening": "Hello {{first_name}}.",
    "screening": "Maya from Acme, about {{order}}.",
    "questions": [
        {"key": "room", "text": "Which room?", "expects": "choice", "choices": ["suite", "garden room"]}
    ],
    "objections": [{"objection": "no time", "answer": "It is one question."}],
    "outcomes": [
        {
            "name": "orders_again",
            "description": "They will order again.",
            "success": True,
            "retry": False,
            "suppress": False,
            "follow_up": True,
            "phrases": ["I'll order again"],
        }
    ],
    "fields": [
        {"name": "arrived", "question": "When was it?", "type": "date", "required": True, "choices": []},
        {
            "name": "size",
            "question": "Which one?",
            "type": "choice",
            "required": False,
            "choices": ["S", "M"],
        },
    ],
}
PLAN: Final = {
    "purpose": "service",
    "window": 7,
    "ring_seconds": 31,
    "longest_call_seconds": 411,
    "caps": {"per_lead": 9, "per_day": 4, "gap_seconds": 1801.0},
    "hours": [{"weekdays": [1, 3], "opens": "10:05", "closes": "16:35"}],
    "closed_on": ["2027-02-03"],
    "follow_ups": [
        {"text": "Thank you.", "delay_seconds": 90.0, "outcomes": ["interested"], "results": ["busy"]}
    ],
    "sync_crm": False,
    "record": True,
    "voicemails": 2,
    "callback_default_seconds": 7200.0,
}
RETRY: Final = {
    "attempts": 5,
    "first_wait_seconds": 601.0,
    "factor": 3.0,
    "longest_wait_seconds": 9000.0,
    "jitter": 0.25,
    "another_part_of_day": True,
}


async def seen(
    operator: Operator, path: str, wanted: dict[str, Any], key: str = "id"
) -> list[dict[str, Any]]:
    """The thing when it is made, looked at and listed."""
    made = await operator.made(path, wanted)
    shown = (await operator.client.get(f"{path}/{made[key]}")).json()
    [listed] = [each for each in (await operator.client.get(path)).json()["data"] if each[key] == made[key]]
    return [made, shown, listed]


async def test_an_agent(operator: Operator) -> None:
    for agent in await seen(operator, "/api/agents", AGENT):
        assert AGENT == {name: agent[name] for name in AGENT}


async def test_a_trunk(operator: Operator) -> None:
    trunk = {
        "name": "north",
        "carrier": "twilio",
        "caller_number": "+14155552671",
        "lines": 17,
        "calls_per_second": 3.5,
    }
    rest = {"lines_taken": 0, "paused_until": None, "paused_because": None}
    for told in await seen(operator, "/api/trunks", trunk):
        assert trunk | rest == {name: told[name] for name in trunk | rest}


async def test_a_script(operator: Operator) -> None:
    for version in await seen(operator, "/api/scripts", {"name": "Survey", "content": CONTENT}, "script_id"):
        assert ("Survey", 1, CONTENT) == (version["name"], version["number"], version["content"])
        assert ["city", "first_name", "order"] == version["variables"]


async def test_a_campaign(operator: Operator) -> None:
    campaign = {
        "name": "Autumn",
        "default_region": "GB",
        **await operator.parts(),
        "plan": {**PLAN, "retries": {"busy": RETRY}},
    }
    for told in await seen(operator, "/api/campaigns", campaign):
        plan = told["plan"]
        assert (PLAN, RETRY) == ({name: plan[name] for name in PLAN}, plan["retries"]["busy"])
        rest = {name: campaign[name] for name in campaign if name != "plan"}
        assert rest == {name: told[name] for name in rest}
        assert ("draft", None, None) == (told["state"], told["started_at"], told["finished_at"])


@pytest.mark.parametrize(
    ("connection", "identity", "told"),
    [
        ({"kind": "telephony", "vendor": "twilio", "credentials": CREDENTIALS}, "AC7", {"calls", "messages"}),
        ({"kind": "crm", "vendor": "hubspot", "credentials": {"token": "pat-7"}}, "", set()),
    ],
)
async def test_a_connection(
    operator: Operator, connection: dict[str, Any], identity: str, told: set[str]
) -> None:
    for shown in await seen(operator, "/api/connections", {"name": "north", **connection}):
        wanted = {name: connection[name] for name in ("kind", "vendor")}
        rest = {"name": "north", "identity": identity, "of_installation": False, "version": 1, "trunks": 0}
        assert wanted | rest == {name: shown[name] for name in wanted | rest}
        assert told == shown["addresses"].keys()


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
