"""Caller identities over the API: kept for what they fit, asked of their carrier, and picked by campaigns of the same account."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from api.caller_identities import ask_carriers
from domain.connections import ConnectionRef
from providers.errors import ProviderUnavailable
from tests.activities.carrier import ScriptedCarrier
from tests.activities.connections import FixedConnections
from tests.api.conftest import Operator

NUMBER = "+14155552690"


async def connection_of(operator: Operator) -> str:
    await operator.parts(more=" of numbers")
    found = (await operator.client.get("/api/connections")).json()["data"]
    return next(str(each["id"]) for each in found if each["kind"] == "telephony")


async def added(operator: Operator, **more: Any) -> dict[str, Any]:
    body = {"connection_id": await connection_of(operator), "number": NUMBER, "purposes": ["survey"]}
    return await operator.made("/api/caller-identities", {**body, **more})


@dataclass(frozen=True, slots=True)
class _Carriers:
    """Which connections were asked through."""

    fixed: FixedConnections
    through: list[str] = field(default_factory=list)

    async def telephony(self, ref: ConnectionRef) -> Any:
        self.through.append(ref.id)
        return self.fixed.opened(ref)


async def asked(operator: Operator, carrier: ScriptedCarrier) -> list[str]:
    """The upkeep asks; through which connections."""
    through: list[str] = []
    while True:  # other accounts' numbers are due as well, twenty at a time
        carriers = _Carriers(FixedConnections(carrier))
        await ask_carriers(replace(operator.tools, connections=carriers))  # type: ignore[arg-type]
        if not carriers.through:
            return through
        through += carriers.through


async def test_a_number_waits_for_its_carriers_word(operator: Operator) -> None:
    made = await added(operator)
    assert ("asked", "own", None) == (made["standing"], made["series"], made["verified_at"])
    assert made["connection_id"] in await asked(operator, ScriptedCarrier(numbers={NUMBER: "verified"}))
    known = (await operator.client.get(f"/api/caller-identities/{made['id']}")).json()
    assert "verified" == known["standing"]
    [listed] = (await operator.client.get("/api/caller-identities")).json()["data"]
    assert known == listed
    assert made["connection_id"] not in await asked(operator, ScriptedCarrier()), "not again today"


async def test_a_number_that_the_carrier_calls_no_longer_ours_is_told(operator: Operator) -> None:
    made = await added(operator)
    await asked(operator, ScriptedCarrier(numbers={NUMBER: "owned"}))
    await operator.made(f"/api/caller-identities/{made['id']}/verification", {})
    await asked(operator, ScriptedCarrier())
    known = (await operator.client.get(f"/api/caller-identities/{made['id']}")).json()
    assert ("not_held", None) == (known["standing"], known["verified_at"])
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    told = [(act["action"], act["actor"]) for act in acts if act["action"].startswith("caller_identity.")]
    assert ("caller_identity.lost", "carrier") == told[0]
    assert ("caller_identity.verified", "carrier") in told


async def test_a_carrier_that_is_away_changes_nothing(operator: Operator) -> None:
    made = await added(operator)
    await asked(operator, ScriptedCarrier(numbers={NUMBER: "owned"}))
    await operator.made(f"/api/caller-identities/{made['id']}/verification", {})
    await asked(operator, ScriptedCarrier(away=ProviderUnavailable()))
    known = (await operator.client.get(f"/api/caller-identities/{made['id']}")).json()
    assert "owned" == known["standing"]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"number": "12"}, "/number"),
        ({"number": "+911401234567"}, "/purposes/0"),
        ({"connection_id": "conn_of_nobody"}, "/connection_id"),
        ({"purposes": []}, "/purposes"),
        ({"countries": ["Germany"]}, "/countries/0"),
    ],
)
async def test_what_cannot_be_shown_is_refused_with_its_place(
    operator: Operator, more: dict[str, Any], pointer: str
) -> None:
    body = {"connection_id": await connection_of(operator), "number": NUMBER, "purposes": ["survey"]}
    refused = await operator.client.post("/api/caller-identities", json={**body, **more})
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_a_number_is_there_once_and_can_be_removed(operator: Operator) -> None:
    made = await added(operator)
    body = {"connection_id": made["connection_id"], "number": NUMBER, "purposes": ["service"]}
    again = await operator.client.post("/api/caller-identities", json=body)
    assert 409 == again.status_code
    assert 204 == (await operator.client.delete(f"/api/caller-identities/{made['id']}")).status_code
    assert 404 == (await operator.client.get(f"/api/caller-identities/{made['id']}")).status_code
    await operator.made("/api/caller-identities", body)


async def test_a_campaign_picks_numbers_of_its_own_account_alone(
    operator: Operator, stranger: Operator
) -> None:
    ours, theirs = await added(operator), await added(stranger)
    parts = await operator.parts(more=" of the campaign")
    plan = {"caller_identities": [ours["id"], theirs["id"]]}
    refused = await operator.client.post("/api/campaigns", json={"name": "A", "plan": plan, **parts})
    assert (422, "/plan/caller_identities/1") == (
        refused.status_code,
        refused.json()["errors"][0]["pointer"],
    )
    made = await operator.campaign(plan={"caller_identities": [ours["id"]]}, **parts)
    assert [ours["id"]] == made["plan"]["caller_identities"]


async def test_the_preflight_says_whom_no_number_fits(operator: Operator) -> None:
    made = await added(operator, countries=["DE"])
    parts = await operator.parts(more=" of the campaign")
    campaign = await operator.campaign(plan={"caller_identities": [made["id"]]}, **parts)
    staged = await operator.upload(campaign["id"], b"phone,city\n+14155552672,Reno\n", rules="simulation")
    await operator.made(f"/api/lead-imports/{staged.json()['id']}/commit", {})
    found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
    assert ["caller_unfit"] == [reason["code"] for reason in found["refused_because"]]
    assert "No number that the campaign may show fits a survey call in US" in found["sentence"]
