"""Held leads are mended in place and go on; one lead is added as a list of one row. Requirements 24, 87, 96."""

from typing import Any

import pytest

from lists import held_leads
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


async def test_a_batch_of_which_not_all_are_meant_is_not_the_last(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_leads, "_BATCH", 2)
    places = ("Elsewhere", "Merica", "Merica", "Merica")
    rows = "".join(f"+1415555267{place},Reno,{country}\n" for place, country in enumerate(places))
    campaign = next(iter((await held(operator, f"phone,city,country\n{rows}")).values()))["campaign_id"]
    said = {"review": "unknown_country", "where": {"country": "Merica"}, "mend": {"country": "US"}}
    answer = await posted(operator, f"/api/campaigns/{campaign}/leads/mend", said)
    assert {"mended": 3, "held": 0} == answer


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


WRITTEN = {
    "number": "Tel: 030 1234540",
    "name": "Ada Lovelace",
    "email": "ada@example.com",
    "country": "Germany",
    "state": "Berlin",
    "postcode": "10115",
    "timezone": "Europe/Berlin",
    "consents": "written",
}


async def test_one_lead_is_what_a_list_of_one_row_would_have_made_of_it(operator: Operator) -> None:
    """In a campaign whose numbers are another country's; what is said of the lead goes before it."""
    said = {"default_region": "DE", "rules": "simulation"}
    campaigns = [await operator.campaign(**await operator.parts(more=more)) for more in (" one", " two")]
    body = {**WRITTEN, **said, "variables": {"city": "Reno", "Last Order #": "7"}}
    added = await operator.made(f"/api/campaigns/{campaigns[0]['id']}/leads", body)
    row = {**WRITTEN, "city": "Reno", "Last Order #": "7"}
    content = f"{','.join(row)}\n{','.join(row.values())}\n"
    staged = (await operator.upload(campaigns[1]["id"], content.encode(), **said)).json()
    await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
    [listed] = (await operator.client.get(f"/api/campaigns/{campaigns[1]['id']}/leads")).json()["data"]
    own = {"id", "campaign_id", "import_id", "created_at"}
    lead = {name: value for name, value in added["lead"].items() if name not in own}
    assert {name: value for name, value in listed.items() if name not in own} == lead
    assert (
        "ready",
        "+49301234540",
        "ada@example.com",
        "simulation",
        ["Europe/Berlin"],
        ["written"],
    ) == tuple(lead[name] for name in ("state", "number", "email", "rules", "zones", "consents"))
    assert ["label"] == [each["code"] for each in added["report"]["repairs"]]
    assert {**staged["repairs"][0], "cells": []} == added["report"]["repairs"][0]


async def test_a_variable_is_no_field_of_the_lead_whatever_its_name(operator: Operator) -> None:
    campaign = await operator.campaign()
    said = {"number": "+14155552671", "name": "Ada", "variables": {"name": "Eve", "city": "Reno"}}
    added = await operator.made(f"/api/campaigns/{campaign['id']}/leads", said)
    assert ("+14155552671", "Ada") == (added["lead"]["number"], added["lead"]["name"])


async def test_all_that_a_mending_says_is_kept_and_nothing_else_changes(operator: Operator) -> None:
    rows = "phone,name,email,city,plan,country,state\n+14155552671,Ada,ada@example.com,,gold,Merica,CA\n"
    (lead,) = (await held(operator, rows)).values()
    first = await mended(operator, lead, country="US", name="Ada Moss", email="moss@example.com")
    assert {"country": "US", "state": "CA"} == first["whereabouts"], "a value is missing still"
    assert ("Ada Moss", "moss@example.com", {"plan": "gold"}) == tuple(
        first[name] for name in ("name", "email", "variables")
    )
    second = await mended(operator, lead, variables={"city": "Reno"})
    assert ("ready", "Ada Moss", "moss@example.com", {"plan": "gold", "city": "Reno"}, "us") == tuple(
        second[name] for name in ("state", "name", "email", "variables", "rules")
    )


async def test_a_value_mends_no_place(operator: Operator) -> None:
    """A lead of nowhere is not called because its city is known now; another one's is not forgotten for a new value."""
    (lead,) = (await held(operator, "phone,city,country\n+14155552671,Reno,Merica\n")).values()
    refused = await operator.client.patch(f"/api/leads/{lead['id']}", json={"variables": {"city": "Elko"}})
    assert (422, "/country") == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_those_are_meant_whose_rows_say_all_of_it(operator: Operator) -> None:
    rows = "phone,city,country,state\n" + "".join(
        f"+1415555267{at},Reno,{country},{state}\n"
        for at, (country, state) in enumerate((("Merica", "CA"), ("Merica", "TX"), ("Atlantis", "CA")))
    )
    leads = await held(operator, rows)
    path = f"/api/campaigns/{leads['+14155552670']['campaign_id']}/leads/mend"
    where = {"country": " merica", "state": "ca"}
    said = {"review": "unknown_country", "where": where, "mend": {"country": "US"}}
    assert {"mended": 1, "held": 0} == await posted(operator, path, said)
    assert "ready" == (await operator.client.get(f"/api/leads/{leads['+14155552670']['id']}")).json()["state"]
    act = (await operator.client.get("/api/audit-log")).json()["data"][0]
    assert {"review": "unknown_country", "mended": 1} == act["detail"]


NAMES_TITLE = {"follow_ups": [{"text": "Dear {{title}}, thank you.", "outcomes": ["interested"]}]}


async def test_a_lead_needs_a_value_for_what_only_a_message_names(operator: Operator) -> None:
    """By whichever way it comes: a list, one by one, mended, called at once."""
    campaign = await operator.campaign(plan=NAMES_TITLE)
    listed = await operator.upload(campaign["id"], b"phone,city,country\n+14155552671,Reno,Merica\n")
    await operator.made(f"/api/lead-imports/{listed.json()['id']}/commit", {})
    added = await operator.made(
        f"/api/campaigns/{campaign['id']}/leads", {"number": "+14155552672", "variables": {"city": "Reno"}}
    )
    [_, of_list] = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    of_list = await mended(operator, of_list, country="US")
    assert ["variables_missing:title"] * 2 == [lead["review"] for lead in (added["lead"], of_list)]
    call = {"to": "+14155552673", "variables": {"city": "Reno"}, "rules": "simulation", "plan": NAMES_TITLE}
    parts = {name: campaign[name] for name in ("script_version_id", "agent_id", "trunk_id")}
    refused = await operator.client.post("/api/calls/outbound", json=call | parts)
    assert (422, "missing_variable") == (refused.status_code, refused.json()["code"])
    assert "title" in refused.json()["detail"]


async def test_a_campaign_with_leads_comes_to_need_no_more_of_them(operator: Operator) -> None:
    campaign = await operator.campaign(plan=NAMES_TITLE)
    path = f"/api/campaigns/{campaign['id']}"
    await operator.upload(campaign["id"], b"phone,city,title\n+14155552671,Reno,Dr\n")
    more = {"follow_ups": [{"text": "Your {{order}}, {{title}}", "outcomes": ["interested"]}]}
    refused = await operator.client.patch(path, json={"plan": more})
    assert (409, True) == (refused.status_code, "not checked for order" in refused.json()["detail"])
    assert 200 == (await operator.client.patch(path, json={"plan": {"window": 3}})).status_code
    empty = await operator.campaign(**await operator.parts(more=" of another"))
    changed = await operator.client.patch(f"/api/campaigns/{empty['id']}", json={"plan": more})
    assert 200 == changed.status_code, "nobody was checked for anything yet"


async def test_a_value_that_is_missing_shows_what_the_row_says_of_its_place(operator: Operator) -> None:
    (lead,) = (await held(operator, "phone,city,state\n+14155552671,,CA\n")).values()
    assert ("variables_missing:city", {"state": "CA"}) == (lead["review"], lead["whereabouts"])


async def test_a_list_of_leads_is_narrowed_by_state_and_by_reason_alike(operator: Operator) -> None:
    leads = await held(operator)
    campaign = leads["+14155552671"]["campaign_id"]
    for params, numbers in (
        ({"review": "unknown_country"}, {"+14155552671", "+14155552672", "+14155552673"}),
        ({"state": "ready"}, {"+14155552677"}),
        ({"state": "ready", "review": "unknown_country"}, set()),
    ):
        listed = await operator.client.get(f"/api/campaigns/{campaign}/leads", params=params)
        assert numbers == {lead["number"] for lead in listed.json()["data"]}, params
    assert 404 == (await operator.client.get("/api/campaigns/camp_none/leads")).status_code
