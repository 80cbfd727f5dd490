"""Whoever sees only their own campaigns: by id, list, live event and export these, and nothing else. Requirement 151."""

import asyncio
import json
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text
from websockets.asyncio.client import connect

from database.reported_events import record_event
from domain.access import MAY, Role
from domain.identifiers import CallId, CampaignId, TrunkId
from tests.api.conftest import Operator
from tests.api.operations import KEYED, Operation, named
from tests.api.people import SignedIn, signed_in
from tests.api.server import serving
from tests.api.test_live_events import kinds, next_of
from tests.database.campaign_rows import CampaignRows

MAY_TRY = [each for each in KEYED if set(each.permissions) <= MAY[Role.AGENT] and not each.is_for_people]
NAMES_ONE = [each for each in MAY_TRY if {"campaign_id", "call_id"} & set(each.path_names)]
# Nothing was recorded on the calls of these rows.
UNMADE = ("/recording", "/flight")


@dataclass
class Seen:
    """An agent, a campaign of theirs and one that is not, with a call each, and a call of no campaign."""

    agent: SignedIn
    own: dict[str, str]
    others: dict[str, str]
    direct: dict[str, str]


async def _campaign_with_a_call(operator: Operator, name: str) -> dict[str, str]:
    campaign = await operator.campaign(name=name, **await operator.parts(more=f" {name}"))
    rows = CampaignRows(
        operator.tools.database,
        operator.tools.key_ring,
        operator.account_id,
        CampaignId(campaign["id"]),
        TrunkId(campaign["trunk_id"]),
    )
    call_id = await rows.call("+14155552671")
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE calls SET not_before = :at, state = 'waiting' WHERE id = :id"),
            {"at": operator.tools.now() + timedelta(days=1), "id": call_id},
        )
    return {"campaign_id": campaign["id"], "call_id": call_id, "number": "1"}


@pytest_asyncio.fixture
async def seen(operator: Operator) -> Seen:
    agent = await signed_in(operator, Role.AGENT)
    own, others = [await _campaign_with_a_call(operator, name) for name in ("own", "others'")]
    placed = {"to": "+14155552672", "variables": {"city": "Reno"}, "rules": "simulation"}
    direct = await operator.made("/api/calls/outbound", placed | await operator.parts(more=" of no campaign"))
    added = await operator.client.put(f"/api/campaigns/{own['campaign_id']}/members/{agent.id}")
    assert 204 == added.status_code
    return Seen(
        agent, own, others, {"campaign_id": others["campaign_id"], "call_id": direct["id"], "number": "1"}
    )


async def asked(client: httpx.AsyncClient, operation: Operation, names: dict[str, str]) -> httpx.Response:
    return await client.request(operation.method, operation.url(**names))


async def test_by_its_id_an_agent_reaches_what_is_theirs_and_nothing_else(seen: Seen) -> None:
    """Also where it is not there: both look alike."""
    nowhere = {"campaign_id": "camp_1", "call_id": "call_1", "number": "1"}
    for each in NAMES_ONE:
        if not each.path.endswith(UNMADE):
            own = await asked(seen.agent.client, each, seen.own)
            assert own.is_success, (named(each), own.text)
        absent = await asked(seen.agent.client, each, nowhere)
        for hidden in (seen.others, seen.direct):
            answer = await asked(seen.agent.client, each, hidden)
            assert (404, absent.json()["detail"]) == (answer.status_code, answer.json()["detail"]), named(
                each
            )
    assert 10 <= len(NAMES_ONE)


@pytest.mark.parametrize("path", ["/api/campaigns", "/api/calls", "/api/scheduled-calls"])
async def test_lists_show_an_agent_what_is_theirs(operator: Operator, seen: Seen, path: str) -> None:
    mine = (await seen.agent.client.get(path)).json()["data"]
    assert [seen.own["campaign_id" if path == "/api/campaigns" else "call_id"]] == [
        each["id"] for each in mine
    ]
    assert 2 <= len((await operator.client.get(path)).json()["data"])


async def test_the_wallboard_counts_what_is_theirs(operator: Operator, seen: Seen) -> None:
    async with operator.tools.database.transaction() as session:
        await session.execute(text("UPDATE campaigns SET state = 'running'"))
        await session.execute(text("UPDATE calls SET state = 'live', needs_review = true"))
    hers = (await seen.agent.client.get("/api/wallboard")).json()
    assert ({"live": 1}, 1) == (hers["calls"], hers["needs_review"])
    assert [seen.own["campaign_id"]] == [each["id"] for each in hers["campaigns"]]
    everybodys = (await operator.client.get("/api/wallboard")).json()
    assert ({"live": 3}, 2) == (everybodys["calls"], len(everybodys["campaigns"]))


async def test_no_filter_shows_an_agent_more(seen: Seen) -> None:
    hidden = await seen.agent.client.get(f"/api/campaigns/{seen.others['campaign_id']}/calls")
    assert 404 == hidden.status_code
    waiting = (await seen.agent.client.get("/api/calls", params={"state": "waiting"})).json()["data"]
    assert [seen.own["call_id"]] == [each["id"] for each in waiting]


async def test_every_other_route_of_an_agents_is_one_that_shows_only_theirs(seen: Seen) -> None:
    """A route that comes anew is kept from them until somebody says that it does."""
    open_to_them = {
        named(each)
        for each in MAY_TRY
        if each not in NAMES_ONE and (await asked(seen.agent.client, each, {})).status_code != 403
    }
    assert {
        "GET /api/account",
        "GET /api/calls",
        "GET /api/campaigns",
        "GET /api/scheduled-calls",
        "GET /api/wallboard",
    } == open_to_them


async def test_an_agent_watches_what_is_theirs(operator: Operator, seen: Seen) -> None:
    async with serving(operator) as port:
        url = f"ws://127.0.0.1:{port}/api/ws"
        hello = {"token": seen.agent.tokens["access_token"], "after": 0}
        async with connect(url, proxy=None) as refused, asyncio.timeout(20):
            await refused.send(json.dumps({**hello, "topics": [f"call:{seen.others['call_id']}"]}))
            await refused.wait_closed()
            assert (4400, "a topic names no campaign or call of this account") == (
                refused.close_code,
                refused.close_reason,
            )
        async with connect(url, proxy=None) as socket, asyncio.timeout(20):
            await socket.send(json.dumps({**hello, "topics": ["dashboard"]}))
            await next_of(socket, "ready")
            for of, kind in ((seen.direct, "a"), (seen.others, "b"), (seen.own, "c")):
                await _happens(operator, kind, of)
            assert ["c"] == [each for _, each in await kinds(socket, 1)]


async def _happens(operator: Operator, kind: str, of: dict[str, str]) -> None:
    campaign = None if kind == "a" else CampaignId(of["campaign_id"])
    async with operator.tools.database.transaction() as session:
        await record_event(
            session, operator.account_id, kind, kind, campaign_id=campaign, call_id=CallId(of["call_id"])
        )


async def test_who_sees_a_campaign_is_listed_and_changed(
    operator: Operator, stranger: Operator, seen: Seen
) -> None:
    members = f"/api/campaigns/{seen.own['campaign_id']}/members"
    again = await operator.client.put(f"{members}/{seen.agent.id}")
    assert 204 == again.status_code
    [listed] = (await operator.client.get(members)).json()
    assert (seen.agent.id, "Ada Lovelace") == (listed["user_id"], listed["name"])
    theirs = await signed_in(stranger, Role.AGENT)
    for client, path in (
        (operator.client, f"{members}/{theirs.id}"),
        (operator.client, f"{members}/usr_1"),
        (stranger.client, f"{members}/{theirs.id}"),
    ):
        assert 404 == (await client.put(path)).status_code
    assert 404 == (await stranger.client.delete(f"{members}/{seen.agent.id}")).status_code
    assert 204 == (await operator.client.delete(f"{members}/{seen.agent.id}")).status_code
    assert 404 == (await operator.client.delete(f"{members}/{seen.agent.id}")).status_code
    assert [] == (await seen.agent.client.get("/api/calls")).json()["data"]


async def test_a_manager_of_agents_sees_all(operator: Operator, seen: Seen) -> None:
    """Requirement 150."""
    manager = await signed_in(operator, Role.AGENT_MANAGER)
    assert 3 == len((await manager.client.get("/api/calls")).json()["data"])
    assert (await manager.client.get(f"/api/calls/{seen.direct['call_id']}")).is_success
