"""Customers' programs that are asked before each dial, over the API: who is asked, and by which secret, which is shown once."""

from typing import Any

import pytest

from tests.api.conftest import Operator
from tests.api.test_contactability import lead_of, why

URL = "https://hooks.example.com/may-we"


async def test_a_program_is_named_and_its_secret_is_shown_once(operator: Operator) -> None:
    made = await operator.made("/api/predial-hooks", {"url": URL})
    assert made["secret"].startswith("whsec_")
    assert (None, 2.0, "hold") == (made["campaign_id"], made["timeout_seconds"], made["unanswered"])
    shown = (await operator.client.get(f"/api/predial-hooks/{made['id']}")).json()
    assert {**shown, "secret": made["secret"]} == made
    assert [shown] == (await operator.client.get("/api/predial-hooks")).json()["data"]


async def test_one_program_is_asked_for_each_campaign_and_one_for_the_rest(operator: Operator) -> None:
    campaign = await operator.campaign()
    made = [
        await operator.made("/api/predial-hooks", {"url": URL, **body})
        for body in ({}, {"campaign_id": campaign["id"]})
    ]
    for body in ({}, {"campaign_id": campaign["id"]}):
        again = await operator.client.post("/api/predial-hooks", json={"url": URL, **body})
        assert 409 == again.status_code
    for each in made:
        assert 204 == (await operator.client.delete(f"/api/predial-hooks/{each['id']}")).status_code
    await operator.made("/api/predial-hooks", {"url": URL, "campaign_id": campaign["id"]})


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"url": "http://hooks.example.com/"}, "/url"),
        ({"url": "https://127.0.0.1/"}, "/url"),
        ({"url": "https://169.254.169.254/latest"}, "/url"),
        ({"timeout_seconds": 6}, "/timeout_seconds"),
        ({"timeout_seconds": 0}, "/timeout_seconds"),
        ({"unanswered": "maybe"}, "/unanswered"),
        ({"campaign_id": "camp_of_nobody"}, "/campaign_id"),
    ],
)
async def test_what_could_not_be_asked_is_refused_with_its_place(
    operator: Operator, more: dict[str, Any], pointer: str
) -> None:
    refused = await operator.client.post("/api/predial-hooks", json={"url": URL, **more})
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_another_accounts_campaign_gets_no_program(operator: Operator, stranger: Operator) -> None:
    theirs = await stranger.campaign()
    refused = await operator.client.post("/api/predial-hooks", json={"url": URL, "campaign_id": theirs["id"]})
    assert (422, "/campaign_id") == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_an_explanation_names_the_program_and_does_not_ask_it(operator: Operator) -> None:
    lead = await lead_of(operator)
    assert (await why(operator, lead))["looked_at"]["predial_hook"] is None
    hook = await operator.made("/api/predial-hooks", {"url": URL})
    assert hook["id"] == (await why(operator, lead))["looked_at"]["predial_hook"]
