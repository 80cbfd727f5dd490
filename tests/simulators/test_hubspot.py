"""The simulated HubSpot: one record per unique value, searched late, limited, failing on demand."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from hubspot import Client
from hubspot.crm.contacts.exceptions import UnauthorizedException

from simulators.ordered_faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from tests.simulators.customer import until

AUTHORISED = {"Authorization": f"Bearer {Credentials().hubspot_token}"}
CALL = {"hs_timestamp": "2026-11-21T04:00:00.000Z", "hs_call_direction": "OUTBOUND"}


@pytest.fixture
async def http(world: ServedWorld) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=world.base_url, headers=AUTHORISED) as client:
        yield client


def _upsert(key: str, value: str, properties: dict[str, str]) -> dict[str, Any]:
    return {"inputs": [{"id": value, "idProperty": key, "properties": properties}]}


@pytest.mark.parametrize("root", ["/crm/v3/objects", "/crm/objects/2026-09"])
async def test_call_upserted_twice_is_one_record(
    world: ServedWorld, http: httpx.AsyncClient, root: str
) -> None:
    """Requirement 109: duplicate delivery leaves one call record."""
    order = _upsert("outbound_call_id", "call-1", CALL)
    first = (await http.post(f"{root}/calls/batch/upsert", json=order)).json()["results"][0]
    second = (await http.post(f"{root}/calls/batch/upsert", json=order)).json()["results"][0]
    assert (first["id"], first["new"], second["new"]) == (second["id"], True, False)
    assert 1 == len(world.world.whole_ledger()["crm"]["calls"])


async def test_call_is_tied_to_its_contact(world: ServedWorld, http: httpx.AsyncClient) -> None:
    contact = (
        await http.post("/crm/v3/objects/contacts", json={"properties": {"email": "Ann@Example.com"}})
    ).json()
    tie = {"to": {"id": contact["id"]}, "types": [{"associationCategory": "X", "associationTypeId": 194}]}
    created = await http.post("/crm/v3/objects/calls", json={"properties": CALL, "associations": [tie]})
    assert 201 == created.status_code
    other = (await http.post("/crm/v3/objects/calls", json={"properties": CALL})).json()
    path = f"/crm/v4/objects/calls/{other['id']}/associations/contacts/{contact['id']}"
    tied = await http.put(path, json=[{"associationCategory": "X", "associationTypeId": 194}])
    assert tied.is_success
    expected = [{"to": "contacts", "id": contact["id"], "type": 194}]
    for call in world.world.whole_ledger()["crm"]["calls"]:
        assert expected == call["associations"]


async def test_contact_is_found_updated_and_never_doubled(http: httpx.AsyncClient) -> None:
    created = await http.post("/crm/v3/objects/contacts", json={"properties": {"email": "a@b.example"}})
    again = await http.post("/crm/v3/objects/contacts", json={"properties": {"email": "A@B.example"}})
    assert (409, "CONFLICT") == (again.status_code, again.json()["category"])
    path = f"/crm/v3/objects/contacts/{created.json()['id']}"
    await http.patch(path, json={"properties": {"phone": "+12025550123"}})
    search = {
        "filterGroups": [{"filters": [{"propertyName": "phone", "operator": "EQ", "value": "+12025550123"}]}]
    }
    found = (await http.post("/crm/v3/objects/contacts/search", json=search)).json()
    assert (1, "a@b.example") == (found["total"], found["results"][0]["properties"]["email"])


async def test_a_further_portal_has_records_of_its_own(world: ServedWorld, http: httpx.AsyncClient) -> None:
    """Opened, and its token changed, over the world's own interface; the vendor's SDK is its client."""

    def client(token: str) -> Client:
        return Client.create(access_token=token, host=world.base_url)

    def create(sdk: Client, email: str) -> str:
        return str(sdk.crm.contacts.basic_api.create({"properties": {"email": email}}).id)

    for token in ("second", "newer"):
        assert {"opened": 1} == (await http.put("/control/hubspot-portals", json={"b": token})).json()
        theirs = await asyncio.to_thread(create, client(token), f"{token}@b.example")
    with pytest.raises(UnauthorizedException):
        await asyncio.to_thread(create, client("second"), "late@b.example")
    await asyncio.to_thread(create, client(Credentials().hubspot_token), "newer@b.example")
    assert 404 == (await http.get(f"/crm/v3/objects/contacts/{theirs}")).status_code, "it is theirs"
    ledger = world.world.whole_ledger()
    emails = [
        [contact["properties"]["email"] for contact in crm["contacts"]]
        for crm in (ledger["crm"], ledger["further_crms"]["b"])
    ]
    assert [["newer@b.example"], ["second@b.example", "newer@b.example"]] == emails
    assert 204 == (await http.delete("/ledger")).status_code
    assert {"contacts": [], "calls": [], "archived": []} == world.world.whole_ledger()["further_crms"]["b"]


async def test_search_finds_a_new_record_late() -> None:
    settings = WorldSettings(search_lag_seconds=0.3)
    async with (
        serve_world(settings) as world,
        httpx.AsyncClient(base_url=world.base_url, headers=AUTHORISED) as http,
    ):
        await http.post("/crm/v3/objects/contacts", json={"properties": {"email": "a@b.example"}})
        totals: list[int] = []

        async def search() -> int:
            found = await http.post("/crm/v3/objects/contacts/search", json={"filterGroups": []})
            return int(found.json()["total"])

        totals.append(await search())
        while totals[-1] == 0:
            totals.append(await search())
        assert 0 == totals[0]
        assert 1 == totals[-1]


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"hs_call_direction": "OUTBOUND"}, "hs_timestamp"),
        (CALL | {"hs_call_status": "DONE"}, "allowed options"),
        (CALL | {"mood": "good"}, '"mood" does not exist'),
    ],
)
async def test_bad_call_is_refused(http: httpx.AsyncClient, properties: dict[str, str], message: str) -> None:
    refused = await http.post("/crm/v3/objects/calls", json={"properties": properties})
    assert (400, "VALIDATION_ERROR") == (refused.status_code, refused.json()["category"])
    assert message in refused.json()["message"]


async def test_batch_with_a_bad_input_does_the_others(http: httpx.AsyncClient) -> None:
    good = _upsert("outbound_call_id", "call-1", CALL)["inputs"]
    bad = _upsert("outbound_call_id", "call-2", {"mood": "good"})["inputs"]
    answer = await http.post("/crm/v3/objects/calls/batch/upsert", json={"inputs": good + bad})
    assert (207, 1) == (answer.status_code, answer.json()["numErrors"])
    assert 1 == len(answer.json()["results"])


async def test_token_is_needed(http: httpx.AsyncClient) -> None:
    refused = await http.get("/crm/v3/objects/contacts/1", headers={"Authorization": "Bearer guess"})
    assert (401, "INVALID_AUTHENTICATION") == (refused.status_code, refused.json()["category"])


async def test_burst_above_the_limit_is_slowed_down() -> None:
    async with (
        serve_world(WorldSettings(crm_requests_per_ten_seconds=3)) as world,
        httpx.AsyncClient(base_url=world.base_url, headers=AUTHORISED) as http,
    ):
        answers = [await http.get("/crm/v3/objects/contacts/1") for _ in range(4)]
    assert [404, 404, 404, 429] == [answer.status_code for answer in answers]
    assert "RATE_LIMIT" == answers[-1].json()["errorType"]


async def test_portal_may_be_down_for_a_time(world: ServedWorld, http: httpx.AsyncClient) -> None:
    world.faults.add(Fault("hubspot", "503", parameters={"for_seconds": 0.3}))
    statuses: list[int] = []

    async def ask() -> None:
        answer = await http.post("/crm/v3/objects/calls", json={"properties": CALL})
        statuses.append(answer.status_code)

    while 201 not in statuses:
        await ask()
    assert [503, 503] == statuses[:2]


async def test_answer_may_be_lost_after_the_record_is_written(
    world: ServedWorld, http: httpx.AsyncClient
) -> None:
    world.faults.add(Fault("hubspot", "reset_after_effect"))
    order = _upsert("outbound_call_id", "call-1", CALL)
    with pytest.raises(httpx.TransportError):
        await http.post("/crm/v3/objects/calls/batch/upsert", json=order)
    await until(lambda: world.world.whole_ledger()["crm"]["calls"])
    assert (await http.post("/crm/v3/objects/calls/batch/upsert", json=order)).is_success
    assert [2] == [call["writes"] for call in world.world.whole_ledger()["crm"]["calls"]]


@pytest.fixture
def sdk(world: ServedWorld) -> Client:
    """HubSpot's own client, which knows no address but HubSpot's unless it is told one."""
    client: Client = Client.create(access_token=Credentials().hubspot_token, host=world.base_url)
    return client


async def test_sdk_finds_creates_and_ties(world: ServedWorld, sdk: Client) -> None:
    def work() -> tuple[str, Any, Any]:
        person = sdk.crm.contacts.basic_api.create({"properties": {"phone": "+1 415 555 2671"}})
        call = sdk.crm.objects.calls.basic_api.create({"properties": CALL})
        spec = [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194}]
        tied = sdk.crm.associations.v4.basic_api.create("calls", call.id, "contacts", person.id, spec)
        rule = {
            "propertyName": "hs_searchable_calculated_phone_number",
            "operator": "EQ",
            "value": "4155552671",
        }
        found = sdk.crm.contacts.search_api.do_search({"filterGroups": [{"filters": [rule]}]})
        return person.id, tied, found

    contact_id, tied, found = await asyncio.to_thread(work)
    assert (contact_id, []) == (tied.to_object_id, tied.labels)
    assert [contact_id] == [each.id for each in found.results]
