"""HubSpot against the simulated portal, which keeps what it is given and searches it with a delay: the CRM suite."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from providers.crm.hubspot import HubSpot
from simulators.ordered_faults import Faults
from simulators.serving import ServedWorld, serve_world
from simulators.settings import Credentials, WorldSettings
from tests.providers.crm_suite import ANNA, CALL, NAMELESS, CrmSuite, KeptCall
from tests.providers.vendor import NOWHERE

TOKEN = Credentials().hubspot_token
_CALL_TO_CONTACT = 194


@dataclass(frozen=True)
class HubSpotPortal:
    """The simulated portal and three adapters, for one version of the interface."""

    world: ServedWorld
    version: str
    crm: HubSpot
    stranger: HubSpot
    unreachable: HubSpot
    service: str = "hubspot"

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def steps(self) -> Sequence[Mapping[str, str]]:
        root = f"/crm/{'v3/objects' if self.version == 'v3' else f'objects/{self.version}'}"
        paths = ("contacts/search", "contacts/batch/upsert", "calls/batch/upsert")
        return [*({"path": f"{root}/{path}"} for path in paths), {"method": "PUT"}]

    def contacts(self) -> list[str]:
        return [each["id"] for each in self._kept("contacts")]

    def calls(self) -> dict[str, KeptCall]:
        return {each["id"]: _kept_call(each) for each in self._kept("calls")}

    def restorable(self) -> str:
        return json.dumps(self._kept("archived"))

    def _kept(self, kind: str) -> list[dict[str, Any]]:
        records: list[dict[str, Any]] = self.world.world.crm.as_entry()[kind]
        return records


def _kept_call(entry: Mapping[str, Any]) -> KeptCall:
    contacts = [
        tie["id"]
        for tie in entry["associations"]
        if (tie["to"], tie["type"]) == ("contacts", _CALL_TO_CONTACT)
    ]
    return KeptCall(contacts, json.dumps(entry["properties"]))


@pytest.fixture(scope="module")
async def served() -> AsyncIterator[ServedWorld]:
    """One world for all tests of this file."""
    async with serve_world(WorldSettings(crm_requests_per_ten_seconds=None)) as world:
        yield world


@pytest.fixture(params=["v3", "2026-09"])
async def portal(served: ServedWorld, request: pytest.FixtureRequest) -> AsyncIterator[HubSpotPortal]:
    """The portal, empty and with nothing about to go wrong, for each version of the interface."""
    served.world.crm.reset()
    served.faults.clear()
    async with AsyncExitStack() as stack:
        crm, stranger, unreachable = [
            await stack.enter_async_context(aclosing(HubSpot(token, base_url=url, version=request.param)))
            for token, url in ((TOKEN, served.base_url), ("not the token", served.base_url), (TOKEN, NOWHERE))
        ]
        yield HubSpotPortal(served, request.param, crm, stranger, unreachable)


class TestHubSpot(CrmSuite):
    """The suite."""


async def test_a_contact_that_somebody_typed_in_by_hand_is_not_doubled(portal: HubSpotPortal) -> None:
    typed = {"firstname": "Anna", "phone": "(415) 555-2671"}
    by_hand = portal.world.world.crm.portal.create(
        "contacts", typed, datetime.now(UTC) - timedelta(minutes=1)
    )
    link = await portal.crm.record_call(replace(NAMELESS, number="+14155552671"), CALL)
    assert [by_hand.id] == [link.contact_id] == portal.contacts()


async def test_an_address_tells_more_than_a_number_that_an_older_contact_has_as_well(
    portal: HubSpotPortal,
) -> None:
    crm, typed = portal.world.world.crm.portal, datetime.now(UTC) - timedelta(minutes=2)
    crm.create("contacts", {"phone": "(415) 555-2671"}, typed)
    hers = {"phone": "(415) 555-2671", "email": ANNA.email}
    anna = crm.create("contacts", hers, typed + timedelta(minutes=1))
    link = await portal.crm.record_call(replace(ANNA, number="+14155552671"), CALL)
    assert anna.id == link.contact_id
