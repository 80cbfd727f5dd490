"""What one account has, no other one sees, changes or uses, by whichever route."""

from typing import Any, Final

import pytest

from tests.api.conftest import SCRIPT, Operator
from tests.api.operations import KEYED, Operation, named
from tests.api.stock import DOCUMENT, LATER, SOON, stocked

# What a key may ask for; of people's own sessions test_sign_in.py tells.
ASKED: Final = [each for each in KEYED if not each.is_for_people]
# A limit is named by what it limits, and rules by their country; each account has its own (test_rule_packs.py).
NAMED_BY_ID: Final = [
    each
    for each in ASKED
    if each.path_names and not {"provider-limits", "rule-packs"} & {*each.path.split("/")}
]
BODIES: Final[dict[str, dict[str, Any]]] = {
    "PUT /api/connections/{connection_id}/credentials": {
        "credentials": {"account_sid": "AC7", "auth_token": "a stranger's"}
    },
    "PATCH /api/campaigns/{campaign_id}": {"name": "theirs"},
    "PUT /api/campaigns/{campaign_id}/pace": {"window": 7},
    "POST /api/campaigns/{campaign_id}/leads": {"number": "+14155552675", "variables": {"city": "Reno"}},
    "POST /api/campaigns/{campaign_id}/leads/mend": {
        "review": "variables_missing:city",
        "mend": {"variables": {"city": "Reno"}},
    },
    "PATCH /api/leads/{lead_id}": {"variables": {"city": "Reno"}},
    "POST /api/lead-imports/{import_id}/answer": {"confirm": True},
    "POST /api/scripts/{script_id}/versions": {**SCRIPT, "closing": "Until tomorrow."},
    "PUT /api/trunks/{trunk_id}/pace": {"calls_per_second": 2},
    "PATCH /api/scheduled-calls/{call_id}": {"at": LATER},
    "PATCH /api/users/{user_id}": {"name": "Mallory", "role": "agent", "disabled": True},
    "PATCH /api/webhook-endpoints/{endpoint_id}": {"url": "https://mallory.example.com/", "disabled": True},
    "POST /api/webhook-endpoints/{endpoint_id}/replay": {"since": SOON, "until": LATER},
}
# What their owner has not made here; tests/api/test_recordings.py, test_flights.py, test_identity_provider.py and test_people.py look at them.
UNMADE: Final = ("/recording", "/flight", "/identity-provider", "/requests/{request_id}/export")

# To look there is an act of its owner's own, which the log shows; tests/api/test_read_acts.py looks.
READ_BY_ACTS: Final = ("/transcript",)


def sent(operation: Operation) -> dict[str, Any]:
    """What a request of this operation carries, such that its owner would be served."""
    if operation.body("multipart/form-data"):
        return {"files": DOCUMENT, "data": {"as_of": "2026-11-01"} if "/dnc/lists/" in operation.path else {}}
    return {"json": BODIES[named(operation)]} if named(operation) in BODIES else {}


async def everything(operator: Operator, names: dict[str, str]) -> dict[str, Any]:
    """What the account's own operator is shown, by operation; without what is told of this moment."""
    shown = {}
    for each in ASKED:
        if each.method == "GET" and not each.path.endswith(
            (
                *UNMADE,
                *READ_BY_ACTS,
                "/preflight",
                "/contactability",
                "/media",
                "/media/phrases",
                "/wallboard",
            )
        ):
            answer = await operator.client.get(each.url(**names))
            assert 200 == answer.status_code, (named(each), answer.text)
            shown[named(each)] = answer.text
    return shown


async def test_no_route_shows_or_changes_what_another_account_has(
    operator: Operator, stranger: Operator
) -> None:
    """Whatever is asked with everything right but the key: nothing is there, and nothing has happened afterwards."""
    names = await stocked(operator)
    before = await everything(operator, names)
    answered = {
        named(each): (await stranger.client.request(each.method, each.url(**names), **sent(each))).status_code
        for each in NAMED_BY_ID
    }
    assert dict.fromkeys(answered, 404) == answered
    assert before == await everything(operator, names)
    assert [] == (await stranger.client.get("/api/audit-log")).json()["data"]


async def test_lists_show_nothing_of_another_account(operator: Operator, stranger: Operator) -> None:
    names = await stocked(operator)
    for each in ASKED:
        if each.method == "GET" and "cursor" in each.query_names and not each.path_names:
            told = (await stranger.client.get(each.url(), params={"limit": 200})).text
            assert not [name for name in names.values() if name in told and len(name) > 20], named(each)


@pytest.mark.parametrize("field", ["agent_id", "script_version_id", "trunk_id"])
async def test_nothing_is_made_with_what_another_account_has(
    operator: Operator, stranger: Operator, field: str
) -> None:
    own = await operator.parts()
    mixed = own | {field: (await stranger.parts())[field]}
    campaign = {"name": "Autumn", "default_region": "US"}
    call = {"to": "+14155552672", "variables": {"city": "Reno"}, "rules": "simulation"}
    draft = await operator.made("/api/campaigns", campaign | own)
    answers = [
        await operator.client.post("/api/campaigns", json=campaign | mixed),
        await operator.client.patch(f"/api/campaigns/{draft['id']}", json={field: mixed[field]}),
        await operator.client.post("/api/calls/outbound", json=call | mixed),
        await operator.client.post("/api/calls/outbound/schedule", json=call | mixed | {"at": LATER}),
    ]
    assert {404, 422} >= {answer.status_code for answer in answers}, [answer.text for answer in answers]
    assert [] == (await operator.client.get("/api/calls")).json()["data"]
    [campaign_now] = (await operator.client.get("/api/campaigns")).json()["data"]
    assert own[field] == campaign_now[field]


async def test_no_list_is_imported_into_another_accounts_campaign(
    operator: Operator, stranger: Operator
) -> None:
    campaign = await operator.campaign()
    refused = await stranger.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n")
    assert 404 == refused.status_code
    assert [] == (await operator.client.get("/api/lead-imports")).json()["data"]
