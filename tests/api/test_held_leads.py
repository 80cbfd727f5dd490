"""Held leads are mended in place and go on; one lead is added as a list of one row. Requirements 24, 87, 96."""

from typing import Any

import pytest

from api.leads import held_leads
from tests.api.conftest import Operator

LIST = (
    "phone,city,country,state,time zone\n"
    "+14155552671,Reno,Merica,,\n"
    "+14155552672,Reno,merica,,\n"
    "+14155552673,Reno,Atlantis,,\n"
    "+14155552674,,US,CA,\n"
    "+14155552675,Reno,US,,Asia/Kolkata\n"
    "+18005552676,Reno,,,\n"
    "+14155552677,Reno,US,CA,\n"
)


async def held(operator: Operator, content: str = LIST, *, commit: bool = True) -> dict[str, dict[str, Any]]:
    """The held leads of a campaign with this list, by number."""
    campaign = await operator.campaign()
    staged = (await operator.upload(campaign["id"], content.encode())).json()
    if commit:
        await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    listed = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    return {lead["number"]: lead for lead in listed if lead["review"]}


async def mended(operator: Operator, lead: dict[str, Any], **body: Any) -> dict[str, Any]:
    answer = await operator.client.patch(f"/api/leads/{lead['id']}", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_held_lead_says_what_is_wrong_and_what_its_row_says(operator: Operator) -> None:
    leads = await held(operator)
    lead = leads["+14155552671"]
    assert ("unknown_country", {"country": "Merica"}) == (lead["review"], lead["whereabouts"])
    assert "not recognised" in lead["review_message"]
    assert "city" in leads["+14155552674"]["review_message"]


async def test_a_country_is_mended_and_the_lead_goes_on(operator: Operator) -> None:
    lead = await mended(operator, (await held(operator))["+14155552671"], country="United States")
    assert ("ready", None, "us", ["America/Los_Angeles"]) == (
        lead["state"],
        lead["review"],
        lead["rules"],
        lead["zones"],
    )
    assert {} == lead["whereabouts"]


async def test_a_missing_value_is_mended_and_its_place_stays(operator: Operator) -> None:
    lead = await mended(operator, (await held(operator))["+14155552674"], variables={"City": "Reno"})
    assert ("ready", {"city": "Reno"}, ["America/Los_Angeles"]) == (
        lead["state"],
        lead["variables"],
        lead["zones"],
    )


async def test_a_contradictory_zone_and_a_placeless_number_are_mended(operator: Operator) -> None:
    leads = await held(operator)
    zone = await mended(operator, leads["+14155552675"], timezone="")
    assert ("ready", "us") == (zone["state"], zone["rules"])
    free = await mended(operator, leads["+18005552676"], timezone="America/New_York")
    assert ("ready", ["America/New_York"]) == (free["state"], free["zones"])


async def test_what_mends_nothing_is_refused_and_changes_nothing(operator: Operator) -> None:
    """Law 10."""
    lead = (await held(operator))["+14155552671"]
    answer = await operator.client.patch(f"/api/leads/{lead['id']}", json={"country": "Utopia"})
    assert (422, "not_mended", "/country") == (
        answer.status_code,
        answer.json()["code"],
        answer.json()["errors"][0]["pointer"],
    )
    now = (await operator.client.get(f"/api/leads/{lead['id']}")).json()
    assert ({"country": "Merica"}, "needs_review") == (now["whereabouts"], now["state"])


async def test_a_lead_with_two_faults_is_held_until_both_are_mended(operator: Operator) -> None:
    leads = await held(operator, "phone,city,country\n+14155552671,,Merica\n")
    first = await mended(operator, leads["+14155552671"], country="US")
    assert ("needs_review", "variables_missing:city") == (first["state"], first["review"])
    second = await mended(operator, first, variables={"city": "Reno"})
    assert ("ready", None) == (second["state"], second["review"])


async def test_a_ready_lead_has_nothing_to_mend_and_a_barred_one_is_not_mended(operator: Operator) -> None:
    rows = "phone,city,DNC\n+14155552671,Reno,\n+14155552672,Reno,\n+14155552671,Reno,yes\n"
    (barred,) = (await held(operator, rows)).values()
    answer = await operator.client.patch(f"/api/leads/{barred['id']}", json={"country": "US"})
    assert (409, True) == (answer.status_code, "must not be called" in answer.json()["detail"])
    all_of_them = await operator.client.post(
        f"/api/campaigns/{barred['campaign_id']}/leads/mend",
        json={"review": "do_not_call", "mend": {"country": "US"}},
    )
    assert 409 == all_of_them.status_code
    listed = (await operator.client.get(f"/api/campaigns/{barred['campaign_id']}/leads")).json()["data"]
    ready = next(lead for lead in listed if lead["state"] == "ready")
    answer = await operator.client.patch(f"/api/leads/{ready['id']}", json={"country": "US"})
    assert (409, "conflict") == (answer.status_code, answer.json()["code"])


async def test_all_of_a_kind_are_mended_at_once(operator: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_leads, "_BATCH", 2)
    leads = await held(operator)
    campaign = leads["+14155552671"]["campaign_id"]
    path = f"/api/campaigns/{campaign}/leads/mend"
    said = {"review": "unknown_country", "where": {"country": "Merica"}, "mend": {"country": "US"}}
    assert {"mended": 2, "held": 0} == await posted(operator, path, said)
    assert {"mended": 0, "held": 1} == await posted(
        operator, path, {"review": "unknown_country", "mend": {"country": "Nowhere"}}
    )
    assert {"mended": 1, "held": 0} == await posted(
        operator, path, {"review": "unknown_country", "mend": {"country": "US"}}
    )
    listed = await operator.client.get(
        f"/api/campaigns/{campaign}/leads", params={"review": "unknown_country"}
    )
    assert [] == listed.json()["data"]


async def posted(operator: Operator, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = await operator.client.post(path, json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_what_is_mended_before_the_commit_is_ready_after_it(operator: Operator) -> None:
    leads = await held(operator, commit=False)
    lead = await mended(operator, leads["+14155552671"], country="US")
    assert ("staged", None) == (lead["state"], lead["review"])
    await operator.made(f"/api/lead-imports/{lead['import_id']}/commit", {})
    assert "ready" == (await operator.client.get(f"/api/leads/{lead['id']}")).json()["state"]


async def test_a_running_campaign_is_told_of_a_mended_lead_and_one_that_is_over_refuses(
    operator: Operator,
) -> None:
    campaign = await operator.running_campaign(
        b"phone,city,country\n+14155552672,Reno,\n+14155552673,Reno,Merica\n+14155552674,Reno,Merica\n"
    )
    listed = await operator.client.get(
        f"/api/campaigns/{campaign['id']}/leads", params={"state": "needs_review"}
    )
    first, second = listed.json()["data"]
    lead = await mended(operator, first, country="US")
    assert ("ready", "simulation") == (lead["state"], lead["rules"])
    assert [("look_again", None)] == operator.workflows.updates
    await operator.finish(campaign["id"])
    answer = await operator.client.patch(f"/api/leads/{second['id']}", json={"country": "US"})
    assert (409, True) == (answer.status_code, "new one" in answer.json()["detail"])


async def test_one_lead_is_added_as_a_list_of_one_row(operator: Operator) -> None:
    campaign = await operator.campaign()
    body = {
        "number": "(415) 555-2671",
        "name": "Ada Lovelace",
        "country": "USA",
        "state": "California",
        "consents": "yes",
        "variables": {"City": "Reno", "Last Order #": "7"},
    }
    added = await operator.made(f"/api/campaigns/{campaign['id']}/leads", body)
    lead, report = added["lead"], added["report"]
    assert ("ready", "+14155552671", "Ada Lovelace", ["express"], {"city": "Reno", "last_order": "7"}) == (
        lead["state"],
        lead["number"],
        lead["name"],
        lead["consents"],
        lead["variables"],
    )
    assert ("committed", 1, 1, 0, 0) == tuple(
        report[name] for name in ("state", "rows", "accepted", "rejected", "duplicates")
    )
    again = await operator.client.post(f"/api/campaigns/{campaign['id']}/leads", json=body)
    assert (409, "duplicate_in_campaign") == (again.status_code, again.json()["code"])


@pytest.mark.parametrize(
    "body, code, pointer",
    [
        ({"number": "12"}, "emergency_or_short", "/number"),
        ({"number": "4155552671 / 4155552672"}, "two_numbers", "/number"),
        ({"number": "+14155552671", "email": "nobody"}, "not_an_email", "/email"),
        ({"number": "+14155552671", "consents": "opted out"}, "do_not_call", "/consents"),
        ({"number": "+14155552671", "variables": {"Do not call": "yes"}}, "do_not_call", "/Do not call"),
        ({"number": "+14155552671", "rules": "in"}, "unknown_rules", "/rules"),
    ],
)
async def test_one_lead_is_refused_as_its_row_would_be(
    operator: Operator, body: dict[str, Any], code: str, pointer: str
) -> None:
    campaign = await operator.campaign()
    answer = await operator.client.post(f"/api/campaigns/{campaign['id']}/leads", json=body)
    assert (422, code, pointer) == (
        answer.status_code,
        answer.json()["code"],
        answer.json()["errors"][0]["pointer"],
    )
    imports = await operator.client.get("/api/lead-imports", params={"campaign_id": campaign["id"]})
    assert [] == imports.json()["data"]


async def test_one_lead_may_be_held_and_goes_beside_an_upload_that_waits(operator: Operator) -> None:
    campaign = await operator.campaign()
    await operator.upload(campaign["id"], b"phone,city\n+14155552679,Reno\n")
    added = await operator.made(
        f"/api/campaigns/{campaign['id']}/leads", {"number": "+14155552671", "timezone": "Mars/Base"}
    )
    assert ("needs_review", "not_a_zone") == (added["lead"]["state"], added["lead"]["review"])
    assert [("review", "not_a_zone", 1)] == [
        (group["verdict"], group["code"], group["rows"]) for group in added["report"]["problems"]
    ]


async def test_one_lead_is_added_once_for_its_key_and_a_running_campaign_is_told(operator: Operator) -> None:
    campaign = await operator.running_campaign()
    body = {"number": "+14155552679", "variables": {"city": "Reno"}}
    path, headers = f"/api/campaigns/{campaign['id']}/leads", {"Idempotency-Key": "one-lead-once"}
    first = await operator.client.post(path, json=body, headers=headers)
    second = await operator.client.post(path, json=body, headers=headers)
    assert (201, 201) == (first.status_code, second.status_code)
    assert first.json()["lead"]["id"] == second.json()["lead"]["id"]
    assert [("look_again", None)] == operator.workflows.updates
