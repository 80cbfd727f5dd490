"""HubSpot: one contact, one record of a call, however often it is delivered."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.crm.contract import CrmContact, CrmLink
from providers.crm.hubspot import HubSpot
from providers.errors import (
    CredentialsRefused,
    MalformedMessage,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
)
from tests.providers.crm_suite import ANNA, CALL, NAMELESS
from tests.providers.dials import CALLER, SOMEBODY
from tests.providers.listeners import Listener, answer, listening


def records(*ids: str, **more: object) -> bytes:
    """HubSpot's answer with these records."""
    body = {"results": [{"id": each, "properties": {}} for each in ids], **more}
    return answer(json.dumps(body).encode(), status="200 OK")


def portal(found: bytes | None = None) -> Callable[[str], bytes]:
    """A portal whose search finds this; new contacts are 11, calls are 22."""

    def says(path: str) -> bytes:
        if path.endswith("/search"):
            return found or records()
        if "associations" in path:
            return answer(b"{}", status="200 OK")
        return records("11" if "contacts" in path else "22")

    return says


@asynccontextmanager
async def hubspot(
    says: bytes | Callable[[str], bytes], version: str = "2026-09"
) -> AsyncIterator[tuple[HubSpot, Listener]]:
    """An adapter and its portal."""
    async with listening(says=says) as service:
        crm = HubSpot("a token", base_url=service.url, version=version)
        async with aclosing(crm):
            yield crm, service


async def test_unknown_person_is_created_and_the_call_hangs_on_them() -> None:
    """Requirement 109."""
    async with hubspot(portal(), version="v3") as (crm, service):
        link = await crm.record_call(ANNA, CALL)

    assert CrmLink("11", "22") == link
    assert [each.line for each in service.exchanges] == [
        "POST /crm/v3/objects/contacts/search",
        "POST /crm/v3/objects/contacts/batch/upsert",
        "POST /crm/v3/objects/calls/batch/upsert",
        "PUT /crm/v4/objects/calls/22/associations/contacts/11",
    ]
    assert body_of(service, 3) == [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194}]
    assert b"authorization: bearer a token" in bytes(service.received).lower()


async def test_an_address_may_end_in_a_slash() -> None:
    async with listening(says=portal()) as service:
        crm = HubSpot("a token", base_url=f"{service.url}/")
        async with aclosing(crm):
            await crm.record_call(ANNA, CALL)
    assert {"/crm"} == {each.path[:4] for each in service.exchanges}


async def test_dated_interface_keeps_everything_under_its_date() -> None:
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(ANNA, CALL)

    assert [each.line for each in service.exchanges] == [
        "POST /crm/objects/2026-09/contacts/search",
        "POST /crm/objects/2026-09/contacts/batch/upsert",
        "POST /crm/objects/2026-09/calls/batch/upsert",
        "PUT /crm/objects/2026-09/calls/22/associations/contacts/11",
    ]


def body_of(service: Listener, exchange: int) -> object:
    """What the n-th request said."""
    body: object = json.loads(service.exchanges[exchange].body)
    return body


async def test_new_contact_is_named_by_their_address() -> None:
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(ANNA, CALL)

    properties = {
        "firstname": "Anna",
        "lastname": "Maria Berg",
        "phone": SOMEBODY,
        "email": "anna@example.com",
    }
    record = {"id": "anna@example.com", "idProperty": "email", "properties": properties}
    assert {"inputs": [record]} == body_of(service, 1)


async def test_an_address_is_looked_for_and_kept_in_the_letters_that_hubspot_keeps() -> None:
    """In small ones: in others the person would be made a second time."""
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(replace(ANNA, email="Anna@Example.COM"), CALL)

    searched = json.loads(service.exchanges[0].body)["filterGroups"][0]["filters"][0]
    assert ("email", "anna@example.com") == (searched["propertyName"], searched["value"])
    assert "anna@example.com" == json.loads(service.exchanges[1].body)["inputs"][0]["id"]
    async with hubspot(portal(people(her="anna@example.com"))) as (crm, _):
        assert "her" == (await crm.record_call(replace(ANNA, email="Anna@Example.COM"), CALL)).contact_id


async def test_the_oldest_of_several_is_meant() -> None:
    async with hubspot(portal(people(older=None, newer=None))) as (crm, service):
        assert "older" == (await crm.record_call(NAMELESS, CALL)).contact_id

    assert [{"propertyName": "createdate", "direction": "ASCENDING"}] == json.loads(
        service.exchanges[0].body
    )["sorts"]


async def test_contact_without_address_is_named_by_their_number() -> None:
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(NAMELESS, CALL)

    properties = {"phone": SOMEBODY, "outbound_number": SOMEBODY}
    record = {"id": SOMEBODY, "idProperty": "outbound_number", "properties": properties}
    assert {"inputs": [record]} == body_of(service, 1)


async def test_call_record_is_keyed_by_our_call_and_says_what_happened() -> None:
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(ANNA, CALL)

    properties = {
        "outbound_call_id": "call_1",
        "hs_timestamp": "2026-11-21T12:30:00.000Z",
        "hs_call_title": "Outbound call: interested",
        "hs_call_body": 'Wants &lt;b&gt;an "offer"&lt;/b&gt;<br>by Monday',
        "hs_call_direction": "OUTBOUND",
        "hs_call_duration": "42000",
        "hs_call_from_number": CALLER,
        "hs_call_to_number": SOMEBODY,
        "hs_call_status": "COMPLETED",
        "hs_call_source": "INTEGRATIONS_PLATFORM",
        "hs_call_disposition": "f240bbac-87c9-4f6e-bf70-924b57d47db7",
    }
    record = {"id": "call_1", "idProperty": "outbound_call_id", "properties": properties}
    assert {"inputs": [record]} == body_of(service, 2)


def people(**addresses: str | None) -> bytes:
    """A search that finds these contacts, by id, with these e-mail addresses."""
    found = [
        {"id": each, "properties": {"email": email, "phone": SOMEBODY}} for each, email in addresses.items()
    ]
    return answer(json.dumps({"total": len(found), "results": found}).encode(), status="200 OK")


@pytest.mark.parametrize(
    "expected, contact, found",
    [
        ("by_address", ANNA, people(by_number=None, by_address="anna@example.com")),
        ("by_address", ANNA, people(by_address="ANNA@Example.com")),
        ("by_number", ANNA, people(by_number=None)),
        ("by_number", ANNA, people(by_number="")),
        ("11", ANNA, people(partner="bert@example.com")),
        ("partner", NAMELESS, people(partner="bert@example.com", another=None)),
        ("11", NAMELESS, people()),
    ],
)
async def test_person_is_found_by_address_else_by_a_number_that_is_nobody_elses(
    expected: str, contact: CrmContact, found: bytes
) -> None:
    async with hubspot(portal(found)) as (crm, _):
        link = await crm.record_call(contact, CALL)

    assert expected == link.contact_id


@pytest.mark.parametrize(
    "typed, is_found",
    [
        ("(415) 555-2671", True),
        ("+1 415 555 2671", True),
        ("001-415-555-2671", True),
        ("415.555.2672", False),
        ("+44 415 555 2671", False),
        ("(415) 555-2671 x 12", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("field", ["phone", "mobilephone"])
async def test_a_person_is_found_however_their_number_was_typed(
    typed: str | None, is_found: bool, field: str
) -> None:
    """The search compares digits without a country's code; the answer's are compared with it where it is there."""
    found = [{"id": "7", "properties": {"email": None, field: typed}}]
    contact = CrmContact(number="+14155552671", name="", email="")
    async with hubspot(portal(answer(json.dumps({"results": found}).encode(), status="200 OK"))) as (
        crm,
        seen,
    ):
        link = await crm.record_call(contact, CALL)

    assert ("7" if is_found else "11") == link.contact_id
    asked = json.loads(seen.exchanges[0].body)["filterGroups"]
    searched = {group["filters"][0]["propertyName"]: group["filters"][0]["value"] for group in asked}
    assert "4155552671" == searched["hs_searchable_calculated_phone_number"]
    assert "4155552671" == searched["hs_searchable_calculated_mobile_number"]
    assert len(asked) <= 5  # more groups are refused


CONNECTED = "f240bbac-87c9-4f6e-bf70-924b57d47db7"
NOBODY = "73a0d17f-1163-4015-bdd5-ec830791da20"
TOLD: dict[TechnicalResult, tuple[str, str | None]] = {
    TechnicalResult.TALKED: ("COMPLETED", CONNECTED),
    TechnicalResult.HUNG_UP_EARLY: ("COMPLETED", CONNECTED),
    TechnicalResult.NO_RESPONSE: ("COMPLETED", CONNECTED),
    TechnicalResult.VOICEMAIL_LEFT: ("COMPLETED", "b2cf5968-551e-4856-9783-52b3da59a7d0"),
    TechnicalResult.VOICEMAIL_SILENT: ("COMPLETED", NOBODY),
    TechnicalResult.BUSY: ("BUSY", "9d9162e7-6cf3-4944-bf63-4dff82258764"),
    TechnicalResult.NO_ANSWER: ("NO_ANSWER", NOBODY),
    TechnicalResult.INVALID_NUMBER: ("FAILED", "17b47fee-58de-441e-a44c-c6300d46f273"),
    TechnicalResult.NUMBER_UNAVAILABLE: ("COMPLETED", NOBODY),
    TechnicalResult.UNWANTED: ("FAILED", NOBODY),
    TechnicalResult.CARRIER_FAILED: ("FAILED", None),
    TechnicalResult.CONVERSATION_LOST: ("FAILED", None),
    TechnicalResult.VENDOR_FAILED: ("FAILED", None),
    TechnicalResult.UNCONFIRMED: ("FAILED", None),
    TechnicalResult.CANCELLED: ("CANCELED", None),
    TechnicalResult.NEVER_DIALLED: ("CANCELED", None),
    TechnicalResult.WRITING_WANTED: ("CANCELED", None),
}


@pytest.mark.parametrize("result", TechnicalResult)
async def test_every_result_is_told_in_hubspots_words(result: TechnicalResult) -> None:
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(ANNA, replace(CALL, result=result, outcome=BusinessOutcome.NONE))

    sent = json.loads(service.exchanges[2].body)["inputs"][0]["properties"]
    assert TOLD[result] == (sent["hs_call_status"], sent.get("hs_call_disposition"))
    assert sent["hs_call_title"] == f"Outbound call: {result.replace('_', ' ')}"


async def test_a_call_is_told_in_utc_wherever_it_was_made() -> None:
    there = CALL.at.astimezone(timezone(timedelta(hours=5, minutes=30)))
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(ANNA, replace(CALL, at=there))

    sent = json.loads(service.exchanges[2].body)["inputs"][0]["properties"]
    assert "2026-11-21T12:30:00.000Z" == sent["hs_timestamp"]


async def test_wrong_number_is_the_disposition_even_of_a_talk() -> None:
    async with hubspot(portal()) as (crm, service):
        await crm.record_call(ANNA, replace(CALL, outcome=BusinessOutcome.WRONG_NUMBER))

    sent = json.loads(service.exchanges[2].body)["inputs"][0]["properties"]
    assert sent["hs_call_disposition"] == "17b47fee-58de-441e-a44c-c6300d46f273"


def refusal(status: str, **body: str) -> bytes:
    """A refusal in HubSpot's form."""
    return answer(
        json.dumps({"status": "error", **body}).encode(), status=status, headers="Retry-After: 3\r\n"
    )


@pytest.mark.parametrize(
    "error, code, says",
    [
        (ProviderThrottled, "RATE_LIMIT", refusal("429 Too Many", errorType="RATE_LIMIT")),
        (ProviderUnavailable, "500", answer(b"<html>", status="500 Oops")),
        (ProviderUnavailable, "CONFLICT", refusal("409 Conflict", category="CONFLICT")),
        (ProviderUnavailable, "423", answer(status="423 Locked")),
        (ProviderUnavailable, "408", answer(status="408 Request Timeout")),
        (ProviderUnavailable, "477", answer(status="477 Migration in progress")),
        (CredentialsRefused, "INVALID_AUTHENTICATION", refusal("401 No", category="INVALID_AUTHENTICATION")),
        (CredentialsRefused, "MISSING_SCOPES", refusal("403 No", category="MISSING_SCOPES")),
        (ProviderRefused, "VALIDATION_ERROR", refusal("400 Bad", category="VALIDATION_ERROR")),
        (MalformedMessage, "302", answer(b"", status="302 Found", headers="Location: /\r\n")),
        (MalformedMessage, "unreadable", answer(b"<html>", status="200 OK")),
        (MalformedMessage, "unreadable", answer(b'{"results": [{"id": null}]}', status="200 OK")),
        (MalformedMessage, "unreadable", answer(b"[]", status="200 OK")),
    ],
)
async def test_each_refusal_has_one_meaning(error: type[ProviderError], code: str, says: bytes) -> None:
    async with hubspot(says) as (crm, service):
        with pytest.raises(error) as raised:
            await crm.record_call(ANNA, CALL)

    assert (error, code, 1) == (type(raised.value), raised.value.code, service.requests)


async def test_throttling_says_for_how_long() -> None:
    async with hubspot(refusal("429 Too Many")) as (crm, _):
        with pytest.raises(ProviderThrottled) as raised:
            await crm.record_call(ANNA, CALL)

    assert raised.value.retry_after == 3.0


async def test_refusal_inside_a_success_is_a_refusal() -> None:
    """A batch answers 207 and lists what it refused."""
    refused = records(errors=[{"status": "error", "category": "VALIDATION_ERROR", "message": "no"}])

    async with hubspot(lambda path: records() if path.endswith("/search") else refused) as (crm, _):
        with pytest.raises(ProviderRefused) as raised:
            await crm.record_call(ANNA, CALL)

    assert raised.value.code == "VALIDATION_ERROR"


async def test_a_success_without_a_record_is_none() -> None:
    async with hubspot(records()) as (crm, _):
        with pytest.raises(MalformedMessage) as malformed:
            await crm.record_call(ANNA, CALL)
    assert "no_record" == malformed.value.code


async def test_portal_that_is_down_can_be_tried_again() -> None:
    crm = HubSpot("a token", base_url="http://127.0.0.1:9")
    async with aclosing(crm):
        with pytest.raises(ProviderUnavailable):
            await crm.record_call(ANNA, CALL)
