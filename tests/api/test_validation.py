"""What is accepted is meant; what is not is refused with its place and a remedy. Requirement 96's sentence: clear errors."""

from typing import Any

import pytest

from tests.api.conftest import SCRIPT, Operator

QUESTION = {"key": "well", "text": "Are you well?", "expects": "yes_no"}
COMES = {"name": "confirmed", "description": "They will come.", "success": True, "phrases": ["I'll come"]}
GUESTS = {"name": "guests", "question": "How many will come?", "type": "number"}


async def _refusal(operator: Operator, path: str, body: dict[str, Any]) -> tuple[int, str, str]:
    answer = await operator.client.post(path, json=body)
    problem = answer.json()
    return answer.status_code, problem["errors"][0]["pointer"], problem["errors"][0]["code"]


@pytest.mark.parametrize(
    "change, pointer, code",
    [
        ({"opening": "Hi {{First Name}}"}, "/opening", "bad_placeholder"),
        ({"voicemail": "Hi {first}"}, "/voicemail", "bad_placeholder"),
        ({"questions": [{**QUESTION, "text": "{{"}]}, "/questions/0/text", "bad_placeholder"),
        ({"disclosure": " "}, "/disclosure", "no_disclosure"),
        ({"disclosure": "."}, "/disclosure", "no_disclosure"),
        ({"disclosure": "{{disclosure}}"}, "/disclosure", "no_disclosure"),
        ({"disclosure": "{{disclosure}}."}, "/disclosure", "no_disclosure"),
        ({"opening": "  "}, "/opening", "blank"),
        ({"instructions": " "}, "/instructions", "blank"),
        ({"closing": " "}, "/closing", "blank"),
        ({"questions": [QUESTION, QUESTION]}, "/questions/1/key", "duplicate_key"),
        ({"questions": [{**QUESTION, "expects": "choice"}]}, "/questions/0/choices", "no_choices"),
        ({"questions": [{**QUESTION, "choices": [" "]}]}, "/questions/0/choices/0", "blank"),
        ({"outcomes": [{**COMES, "name": "interested"}]}, "/outcomes/0/name", "name_taken"),
        ({"outcomes": [{**COMES, "name": "no_answer"}]}, "/outcomes/0/name", "name_taken"),
        ({"outcomes": [COMES, COMES]}, "/outcomes/1/name", "duplicate_name"),
        ({"outcomes": [{**COMES, "description": " "}]}, "/outcomes/0/description", "blank"),
        ({"outcomes": [{**COMES, "description": "{{when}}"}]}, "/outcomes/0/description", "bad_placeholder"),
        ({"outcomes": [{**COMES, "suppress": True}]}, "/outcomes/0/success", "contradictory_flags"),
        ({"outcomes": [{**COMES, "retry": True}]}, "/outcomes/0/success", "contradictory_flags"),
        (
            {"outcomes": [{**COMES, "success": False, "suppress": True, "follow_up": True}]},
            "/outcomes/0/follow_up",
            "contradictory_flags",
        ),
        (
            {"outcomes": [{**COMES, "success": False, "suppress": True, "retry": True}]},
            "/outcomes/0/retry",
            "contradictory_flags",
        ),
        ({"outcomes": [{**COMES, "phrases": ["?!"]}]}, "/outcomes/0/phrases/0", "blank"),
        (
            {"outcomes": [{**COMES, "phrases": ["I'll come", "Yes"]}]},
            "/outcomes/0/phrases/1",
            "only_an_answer",
        ),
        (
            {"outcomes": [{**COMES, "phrases": ["never call me again"]}]},
            "/outcomes/0/phrases/0",
            "demands_no_calls",
        ),
        (
            {"outcomes": [{**COMES, "phrases": ["rufen Sie mich nicht mehr an"]}]},
            "/outcomes/0/phrases/0",
            "demands_no_calls",
        ),
        ({"fields": [GUESTS, GUESTS]}, "/fields/1/name", "duplicate_name"),
        (
            {"questions": [QUESTION], "fields": [{**GUESTS, "name": "well"}]},
            "/fields/0/name",
            "duplicate_name",
        ),
        ({"fields": [{**GUESTS, "question": " "}]}, "/fields/0/question", "blank"),
        ({"fields": [{**GUESTS, "question": "{{"}]}, "/fields/0/question", "bad_placeholder"),
        ({"fields": [{**GUESTS, "type": "choice"}]}, "/fields/0/choices", "no_choices"),
        ({"fields": [{**GUESTS, "choices": ["one"]}]}, "/fields/0/choices", "no_choice"),
        (
            {"fields": [{**GUESTS, "type": "choice", "choices": ["A room", "a room!"]}]},
            "/fields/0/choices/1",
            "ambiguous_choice",
        ),
        (
            {"outcomes": [COMES, {**COMES, "name": "declined", "phrases": ["i'll come!"]}]},
            "/outcomes/1/phrases/0",
            "ambiguous_phrase",
        ),
    ],
)
async def test_a_script_that_would_be_said_wrongly_is_refused(
    operator: Operator, change: dict[str, Any], pointer: str, code: str
) -> None:
    refused = await _refusal(operator, "/api/scripts", {"name": "Survey", "content": {**SCRIPT, **change}})
    assert (422, f"/content{pointer}", code) == refused
    script = await operator.made("/api/scripts", {"name": "Survey", "content": SCRIPT})
    path = f"/api/scripts/{script['script_id']}/versions"
    assert (422, pointer, code) == await _refusal(operator, path, {**SCRIPT, **change})


async def test_the_same_words_are_the_same_version(operator: Operator) -> None:
    """A command that is refused after it stored its script may be repeated."""
    first = await operator.made("/api/scripts", {"name": "Survey", "content": SCRIPT})
    path = f"/api/scripts/{first['script_id']}/versions"
    same, other = (
        await operator.made(path, SCRIPT),
        await operator.made(path, {**SCRIPT, "closing": "So long."}),
    )
    assert (first["id"], 1, 2) == (same["id"], same["number"], other["number"])


async def test_a_script_keeps_its_outcomes_and_has_at_most_twelve(operator: Operator) -> None:
    twelve = [
        {**COMES, "name": f"kind_{place}", "phrases": [f"number {place} please"]} for place in range(12)
    ]
    script = await operator.made(
        "/api/scripts", {"name": "Survey", "content": {**SCRIPT, "outcomes": twelve}}
    )
    shown = (await operator.client.get(f"/api/scripts/{script['script_id']}")).json()["content"]["outcomes"]
    assert [{"retry": False, "suppress": False, "follow_up": False, **each} for each in twelve] == shown
    more = {**SCRIPT, "outcomes": [*twelve, {**COMES, "name": "kind_12"}]}
    path = f"/api/scripts/{script['script_id']}/versions"
    assert (422, "/outcomes") == (await _refusal(operator, path, more))[:2]
    fields = [{**GUESTS, "name": f"field_{place}"} for place in range(13)]
    assert (422, "/fields") == (await _refusal(operator, path, {**SCRIPT, "fields": fields}))[:2]


FOLLOW_UP = {"text": "Thank you.", "outcomes": ["interested"]}
WINDOW = {"weekdays": [0], "opens": "09:00", "closes": "17:00"}


@pytest.mark.parametrize(
    "change, pointer, code",
    [
        ({"name": "   "}, "/name", "string_too_short"),
        ({"default_region": "XX"}, "/default_region", "value_error"),
        ({"default_region": "ZZ"}, "/default_region", "value_error"),
        ({"plan": {"hours": [{**WINDOW, "closes": "09:00"}]}}, "/plan/hours/0/closes", "empty_window"),
        (
            {"plan": {"follow_ups": [{**FOLLOW_UP, "text": "{{ bad"}]}},
            "/plan/follow_ups/0/text",
            "bad_placeholder",
        ),
        ({"plan": {"follow_ups": [{**FOLLOW_UP, "text": " "}]}}, "/plan/follow_ups/0/text", "blank"),
        ({"plan": {"follow_ups": [{"text": "Thank you."}]}}, "/plan/follow_ups/0", "never_sent"),
        (
            {"plan": {"follow_ups": [FOLLOW_UP, {**FOLLOW_UP, "outcomes": ["interested", "opt_out"]}]}},
            "/plan/follow_ups/1/outcomes/1",
            "never_sent",
        ),
        (
            {"plan": {"follow_ups": [{**FOLLOW_UP, "outcomes": ["wrong_number"]}]}},
            "/plan/follow_ups/0/outcomes/0",
            "never_sent",
        ),
        (
            {"plan": {"follow_ups": [{**FOLLOW_UP, "outcomes": ["interested", "confirmed"]}]}},
            "/plan/follow_ups/0/outcomes/1",
            "unknown_outcome",
        ),
    ],
)
async def test_a_campaign_that_could_not_be_meant_is_refused(
    operator: Operator, change: dict[str, Any], pointer: str, code: str
) -> None:
    body = {"name": "Autumn", **await operator.parts(), **change}
    assert (422, pointer, code) == await _refusal(operator, "/api/campaigns", body)
    draft = await operator.made(
        "/api/campaigns", {**body, "name": "Autumn", "default_region": "US", "plan": {}}
    )
    patched = await operator.client.patch(f"/api/campaigns/{draft['id']}", json=change)
    assert (422, pointer) == (patched.status_code, patched.json()["errors"][0]["pointer"])


async def test_a_message_may_follow_an_outcome_of_the_campaigns_script(operator: Operator) -> None:
    """And the script is not exchanged for one that has it not."""
    parts = await operator.parts()
    own = await operator.made(
        "/api/scripts", {"name": "Reminder", "content": {**SCRIPT, "outcomes": [COMES]}}
    )
    plan = {"follow_ups": [{**FOLLOW_UP, "outcomes": ["confirmed"]}]}
    body = {"name": "Reminders", **parts, "script_version_id": own["id"], "plan": plan}
    campaign = await operator.made("/api/campaigns", body)
    assert ["confirmed"] == campaign["plan"]["follow_ups"][0]["outcomes"]
    change = {"script_version_id": parts["script_version_id"]}
    refused = await operator.client.patch(f"/api/campaigns/{campaign['id']}", json=change)
    assert (422, "unknown_outcome") == (refused.status_code, refused.json()["errors"][0]["code"])


async def test_a_plans_retries_change_the_rules_they_name_and_no_other(operator: Operator) -> None:
    usual = (await operator.campaign())["plan"]["retries"]
    own = await operator.made(
        "/api/campaigns",
        {
            "name": "Own",
            "script_version_id": (await operator.client.get("/api/scripts")).json()["data"][0]["id"],
            "agent_id": (await operator.client.get("/api/agents")).json()["data"][0]["id"],
            "trunk_id": (await operator.client.get("/api/trunks")).json()["data"][0]["id"],
            "plan": {"retries": {"busy": {"attempts": 1}}},
        },
    )
    retries = own["plan"]["retries"]
    assert (1, usual["conversation_lost"]) == (retries["busy"]["attempts"], retries["conversation_lost"])
    patch = {"plan": {"retries": {"no_answer": {"attempts": 2}}}}
    changed = (await operator.client.patch(f"/api/campaigns/{own['id']}", json=patch)).json()["plan"][
        "retries"
    ]
    assert (1, 2) == (changed["busy"]["attempts"], changed["no_answer"]["attempts"])


async def test_a_lead_without_what_a_follow_up_needs_is_held_before_the_call(operator: Operator) -> None:
    """The message was refused at its time, without a word."""
    rule = {**FOLLOW_UP, "text": "Hi {{nombre}}, thank you."}
    campaign = await operator.campaign(plan={"follow_ups": [rule]})
    content = b"phone,city,nombre\n+14155552672,Reno,Ada\n+14155552673,Reno,\n"
    report = (await operator.upload(campaign["id"], content)).json()
    assert [("review", "variables_missing:nombre", 1)] == [
        (group["verdict"], group["code"], group["rows"]) for group in report["problems"]
    ]
    more = {"plan": {"follow_ups": [{**FOLLOW_UP, "text": "Hi {{apellido}}."}]}}
    refused = await operator.client.patch(f"/api/campaigns/{campaign['id']}", json=more)
    assert (409, True) == (refused.status_code, "apellido" in refused.json()["detail"])


async def test_a_single_call_without_what_its_follow_up_needs_is_refused(operator: Operator) -> None:
    rule = {**FOLLOW_UP, "text": "Hi {{nombre}}."}
    body = {
        "to": "+14155552672",
        "rules": "simulation",
        "variables": {"city": "Reno"},
        **await operator.parts(),
        "plan": {"follow_ups": [rule]},
    }
    assert (422, "/variables", "missing_variable") == await _refusal(operator, "/api/calls/outbound", body)


@pytest.mark.parametrize("language", ["xx", "it", "zz-ZZ"])
async def test_an_agent_speaks_a_language_there_are_phrases_for(operator: Operator, language: str) -> None:
    refused = await _refusal(operator, "/api/agents", {"name": "Maya", "language": language})
    assert (422, "/language", "value_error") == refused


@pytest.mark.parametrize("path", ["/api/agents", "/api/scripts"])
async def test_blanks_are_no_name(operator: Operator, path: str) -> None:
    body = {"name": "  ", **({"content": SCRIPT} if path == "/api/scripts" else {})}
    assert (422, "/name", "string_too_short") == await _refusal(operator, path, body)


async def test_a_caller_number_that_is_none_makes_no_trunk(operator: Operator) -> None:
    trunk = {"name": "odd", "caller_number": "12", "lines": 1}
    refused = await operator.client.post("/api/trunks", json=trunk)
    assert (422, ["/caller_number"]) == (
        refused.status_code,
        [problem["pointer"] for problem in refused.json()["errors"]],
    )
    assert [] == (await operator.client.get("/api/trunks")).json()["data"]
