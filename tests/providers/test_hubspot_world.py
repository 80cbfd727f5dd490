"""HubSpot against the simulated portal, which keeps what it is given and searches it with a delay."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.outcomes import BusinessOutcome
from providers.crm.contract import CrmContact
from providers.crm.hubspot import HubSpot
from providers.errors import CredentialsRefused, ProviderUnavailable
from simulators.faults import Fault
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from tests.providers.test_hubspot import ANNA, CALL, NAMELESS

TOKEN = Credentials().hubspot_token


@pytest.fixture(scope="module")
async def served() -> AsyncIterator[ServedWorld]:
    """One world for all tests of this file."""
    async with serve_world(WorldSettings(crm_requests_per_ten_seconds=None)) as world:
        yield world


@pytest.fixture
def world(served: ServedWorld) -> ServedWorld:
    """The world, its portal empty and nothing about to go wrong."""
    served.world.crm.reset()
    served.faults.clear()
    return served


@pytest.fixture(params=["v3", "2026-09"])
async def crm(world: ServedWorld, request: pytest.FixtureRequest) -> AsyncIterator[HubSpot]:
    """The adapter, for each version of the interface."""
    async with aclosing(HubSpot(TOKEN, base_url=world.base_url, version=request.param)) as adapter:
        yield adapter


def kept(world: ServedWorld, kind: str) -> list[dict[str, Any]]:
    """What the portal holds."""
    records: list[dict[str, Any]] = world.world.crm.as_entry()[kind]
    return records


@pytest.mark.parametrize("contact", [ANNA, NAMELESS])
async def test_repeated_delivery_leaves_one_contact_and_one_record(
    world: ServedWorld, crm: HubSpot, contact: CrmContact
) -> None:
    """Requirement 109. The second delivery comes before the search knows the first one's contact."""
    first = await crm.record_call(contact, CALL)
    again = await crm.record_call(contact, CALL)

    [person], [call] = kept(world, "contacts"), kept(world, "calls")
    assert first == again
    assert [{"to": "contacts", "id": person["id"], "type": 194}] == call["associations"]
    assert (
        call["properties"]["outbound_call_id"],
        call["properties"]["hs_call_status"],
    ) == ("call_1", "COMPLETED")


async def test_two_calls_at_once_to_a_new_person_leave_one_contact(world: ServedWorld, crm: HubSpot) -> None:
    await asyncio.gather(*(crm.record_call(NAMELESS, replace(CALL, call_id=f"call_{n}")) for n in range(5)))

    assert (len(kept(world, "contacts")), len(kept(world, "calls"))) == (1, 5)


async def test_amended_outcome_changes_the_record_it_has(world: ServedWorld, crm: HubSpot) -> None:
    await crm.record_call(ANNA, CALL)
    await crm.record_call(ANNA, replace(CALL, outcome=BusinessOutcome.OPT_OUT))

    [call] = kept(world, "calls")
    assert call["properties"]["hs_call_title"] == "Outbound call: opt out"


@pytest.mark.parametrize("kind", ["500", "500_after_effect", "reset_after_effect", "429"])
@pytest.mark.parametrize(
    "request_that_fails",
    [
        {"path": "/crm/objects/2026-09/contacts/search"},
        {"path": "/crm/objects/2026-09/contacts/batch/upsert"},
        {"path": "/crm/objects/2026-09/calls/batch/upsert"},
        {"method": "PUT"},
    ],
)
async def test_delivery_that_broke_off_anywhere_is_completed_by_the_next(
    world: ServedWorld, kind: str, request_that_fails: dict[str, str]
) -> None:
    """Requirement 91."""
    world.faults.add(Fault("hubspot", kind, match=request_that_fails))

    async with aclosing(HubSpot(TOKEN, base_url=world.base_url)) as crm:
        with pytest.raises(ProviderUnavailable):
            await crm.record_call(NAMELESS, CALL)
        await crm.record_call(NAMELESS, CALL)

    [person], [call] = kept(world, "contacts"), kept(world, "calls")
    assert [{"to": "contacts", "id": person["id"], "type": 194}] == call["associations"]


async def test_wrong_token_is_told_apart(world: ServedWorld) -> None:
    async with aclosing(HubSpot("another token", base_url=world.base_url)) as stranger:
        with pytest.raises(CredentialsRefused):
            await stranger.record_call(ANNA, CALL)


async def test_a_contact_that_somebody_typed_in_by_hand_is_not_doubled(
    world: ServedWorld, crm: HubSpot
) -> None:
    typed = {"firstname": "Anna", "phone": "(415) 555-2671"}
    by_hand = world.world.crm.portal.create("contacts", typed, datetime.now(UTC) - timedelta(minutes=1))
    link = await crm.record_call(replace(NAMELESS, number="+14155552671"), CALL)
    assert (by_hand.id, 1) == (link.contact_id, len(kept(world, "contacts")))
