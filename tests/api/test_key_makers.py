"""From where a key is taken, and what becomes of it when whoever made it changes. Decision 0061."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect

from startup.http_server import server_config
from tests.api.conftest import PUBLIC_URL, Operator
from tests.api.declared import DeclaredTransport, application
from tests.api.people import SignedIn, signed_in
from tests.api.server import serving
from tests.api.test_campaign_members import seen  # noqa: F401  a fixture


async def key_by(client: httpx.AsyncClient, **rules: Any) -> dict[str, Any]:
    """A key that this client makes."""
    answer = await client.post("/api/api-keys", json={"name": "made", **rules})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def with_key(
    operator: Operator, made: dict[str, Any], path: str = "/api/agents", **more: Any
) -> httpx.Response:
    """What somebody is answered who asks with this key; host: from this address."""
    transport = DeclaredTransport(application(operator.tools), raise_app_exceptions=False)
    if (host := more.pop("host", None)) is not None:
        transport.client = (host, 4_000)
    headers = {"Authorization": f"Bearer {made['key']}"}
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, headers=headers) as client:
        return await client.request(more.pop("method", "GET"), path, **more)


async def status(operator: Operator, made: dict[str, Any], path: str = "/api/agents", **more: Any) -> int:
    return (await with_key(operator, made, path, **more)).status_code


async def shown(operator: Operator, key_id: str) -> dict[str, Any]:
    listed = (await operator.client.get("/api/api-keys", params={"limit": 200})).json()["data"]
    return next(each for each in listed if each["id"] == key_id)


@pytest.mark.parametrize(
    "host, let_in",
    [
        ("192.0.2.0", True),
        ("192.0.2.255", True),
        ("192.0.3.0", False),
        ("::ffff:192.0.2.7", True),
        ("::ffff:192.0.3.7", False),
        ("2001:db8:7::1", True),
        ("2001:db8:8::1", False),
        ("", False),
        ("testclient", False),
    ],
)
async def test_a_key_is_taken_from_its_networks_only(operator: Operator, host: str, let_in: bool) -> None:
    """Requirement 152. Whoever is refused is not told from where it would be taken, and it is a 403 as it is nobody's fault who asks."""
    made = await key_by(operator.client, networks=["192.0.2.0/24", "2001:db8:7::/48"])
    answer = await with_key(operator, made, host=host)
    assert (200 if let_in else 403) == answer.status_code
    if not let_in:
        assert "address_not_allowed" == answer.json()["code"]
        assert not {"192.0.2", "2001:db8"} & {part for part in ("192.0.2", "2001:db8") if part in answer.text}


@pytest.mark.parametrize("peer, let_in", [("127.0.0.1", True), ("203.0.113.5", False)])
async def test_only_a_proxy_that_is_trusted_is_believed_from_where_one_asks(
    operator: Operator, peer: str, let_in: bool
) -> None:
    """As the API process is served: everybody else's X-Forwarded-For is passed over."""
    made = await key_by(operator.client, networks=["192.0.2.0/24"])
    config = server_config(
        application(operator.tools), forwarded_allow_ips=operator.tools.settings.trusted_proxies
    )
    config.load()
    transport = httpx.ASGITransport(config.loaded_app, client=(peer, 4_000))
    headers = {"Authorization": f"Bearer {made['key']}", "X-Forwarded-For": "192.0.2.9"}
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, headers=headers) as client:
        answer = await client.get("/api/agents")
    assert (200 if let_in else 403) == answer.status_code


async def test_a_socket_is_refused_from_elsewhere_too(operator: Operator) -> None:
    made = await key_by(operator.client, networks=["192.0.2.0/24"])
    here = await key_by(operator.client, networks=["127.0.0.0/8"])
    async with serving(operator) as port:
        for key, taken in ((made, False), (here, True)):
            async with connect(f"ws://127.0.0.1:{port}/api/ws", proxy=None) as socket, asyncio.timeout(10):
                await socket.send(f'{{"token": "{key["key"]}"}}')
                if taken:
                    assert "ready" in str(await socket.recv())
                else:
                    await socket.wait_closed()
                    assert 4403 == socket.close_code


@pytest.mark.parametrize(
    "networks, code",
    [
        ([], None),
        (["10.0.0.1/8"], "network_refused"),
        (["10.0.0.0/8"] * 21, None),
        (["home"], "network_refused"),
    ],
)
async def test_networks_are_some_that_there_are_and_not_too_many(
    operator: Operator, networks: list[str], code: str | None
) -> None:
    refused = await operator.client.post("/api/api-keys", json={"name": "made", "networks": networks})
    assert 422 == refused.status_code
    [first, *_] = refused.json()["errors"]
    assert first["pointer"].startswith("/networks")
    assert code in (None, first["code"])


async def test_the_list_shows_from_where_and_by_whom(operator: Operator) -> None:
    person = await signed_in(operator)
    made = await key_by(person.client, networks=["::ffff:10.0.0.0/104", "2001:DB8::/32"])
    child = await key_by_key(operator, made, host="10.0.0.7")
    found = await shown(operator, made["id"])
    assert (["10.0.0.0/8", "2001:db8::/32"], person.id) == (found["networks"], found["made_by"])
    assert made["id"] == (await shown(operator, child["id"]))["made_by"]
    plain = await shown(operator, (await key_by(operator.client))["id"])
    assert plain["networks"] is None


async def key_by_key(
    operator: Operator, parent: dict[str, Any], host: str | None = None, **rules: Any
) -> dict[str, Any]:
    """A key that this key makes."""
    answer = await with_key(
        operator, parent, "/api/api-keys", method="POST", json={"name": "child", **rules}, host=host
    )
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def test_a_key_ends_with_whoever_made_it_and_so_does_what_it_made(operator: Operator) -> None:
    """Requirement 153. For good: who is let in again makes new ones. Others' keys stay."""
    await signed_in(operator)
    person, other = await signed_in(operator), await signed_in(operator)
    made, others = await key_by(person.client), await key_by(other.client)
    child = await key_by_key(operator, await key_by_key(operator, made))
    disabled = await operator.client.patch(f"/api/users/{person.id}", json={"disabled": True})
    assert disabled.is_success
    assert [401, 401, 200] == [await status(operator, each) for each in (made, child, others)]
    act = (await operator.client.get("/api/audit-log")).json()["data"][0]
    assert ("user.changed", 3) == (act["action"], act["detail"]["keys_ended"])
    await operator.client.patch(f"/api/users/{person.id}", json={"disabled": False})
    assert [401, 401] == [await status(operator, each) for each in (made, child)]
    assert (await shown(operator, child["id"]))["revoked_at"] is not None


async def test_a_key_may_no_more_than_whoever_made_it_may_now(operator: Operator) -> None:
    """A key with scopes and one with all; what it made follows too; and both may again what their maker may again."""
    await signed_in(operator)
    person = await signed_in(operator)
    everything = await key_by(person.client)
    scoped = await key_by(person.client, scopes=["agents:read", "users:read"])
    child = await key_by_key(operator, everything)
    keys = (everything, scoped, child)
    assert [200] * 3 == [await status(operator, each, "/api/users") for each in keys]
    await operator.client.patch(f"/api/users/{person.id}", json={"role": "agent_manager"})
    assert [403] * 3 == [await status(operator, each, "/api/users") for each in keys]
    assert [200] * 3 == [await status(operator, each) for each in keys]
    await operator.client.patch(f"/api/users/{person.id}", json={"role": "admin"})
    assert [200] * 3 == [await status(operator, each, "/api/users") for each in keys]


async def test_a_key_of_somebody_who_sees_only_their_own_campaigns_sees_no_others(
    operator: Operator,
    seen: Any,  # noqa: F811
) -> None:
    await signed_in(operator)
    agent: SignedIn = seen.agent
    await operator.client.patch(f"/api/users/{agent.id}", json={"role": "admin"})
    made = await key_by(agent.client)
    everything = (await with_key(operator, made, "/api/campaigns")).json()["data"]
    assert 2 <= len(everything)
    await operator.client.patch(f"/api/users/{agent.id}", json={"role": "agent"})
    listed = (await with_key(operator, made, "/api/campaigns")).json()["data"]
    assert [seen.own["campaign_id"]] == [each["id"] for each in listed]
    assert 200 == await status(operator, made, f"/api/calls/{seen.own['call_id']}")
    assert 404 == await status(operator, made, f"/api/calls/{seen.others['call_id']}")


async def test_a_key_that_is_removed_takes_what_it_made_with_it(operator: Operator) -> None:
    parent, other = await key_by(operator.client), await key_by(operator.client)
    child = await key_by_key(operator, parent)
    grandchild = await key_by_key(operator, child)
    assert 204 == (await operator.client.delete(f"/api/api-keys/{parent['id']}")).status_code
    assert [401, 401, 401, 200] == [
        await status(operator, each) for each in (parent, child, grandchild, other)
    ]
    act = (await operator.client.get("/api/audit-log")).json()["data"][0]
    assert ("key.removed", 2) == (act["action"], act["detail"]["also"])


async def test_removing_a_key_leaves_its_maker(operator: Operator) -> None:
    parent = await key_by(operator.client)
    child = await key_by_key(operator, parent)
    await operator.client.delete(f"/api/api-keys/{child['id']}")
    assert [200, 401] == [await status(operator, each) for each in (parent, child)]


@pytest.mark.parametrize("seconds, is_made", [(-1, True), (0, True), (1, False)])
async def test_a_key_outlives_not_the_key_that_made_it(
    operator: Operator, seconds: int, is_made: bool
) -> None:
    ends = operator.tools.now() + timedelta(days=3)
    parent = await key_by(operator.client, expires_at=ends.isoformat())
    wish = {"name": "child", "expires_at": (ends + timedelta(seconds=seconds)).isoformat()}
    answer = await with_key(operator, parent, "/api/api-keys", method="POST", json=wish)
    if is_made:
        assert 201 == answer.status_code
    else:
        assert (422, "beyond_own_end") == (answer.status_code, answer.json()["errors"][0]["code"])
    unsaid = await key_by_key(operator, parent)
    assert (await shown(operator, parent["id"]))["expires_at"] == (await shown(operator, unsaid["id"]))[
        "expires_at"
    ]


async def test_a_key_is_taken_from_no_more_places_than_the_key_that_made_it(operator: Operator) -> None:
    parent = await key_by(operator.client, networks=["192.0.2.0/24"])
    at = {"host": "192.0.2.9"}
    wish = {"name": "child", "networks": ["192.0.2.0/25", "192.0.0.0/16"]}
    refused = await with_key(operator, parent, "/api/api-keys", method="POST", json=wish, **at)
    assert (422, "beyond_own_networks") == (refused.status_code, refused.json()["errors"][0]["code"])
    unsaid = await key_by_key(operator, parent, **at)
    assert [200, 403] == [await status(operator, unsaid, host=host) for host in ("192.0.2.9", "198.51.100.1")]
    narrow = await key_by_key(operator, parent, **at, networks=["192.0.2.128/25"])
    assert [403, 200] == [await status(operator, narrow, host=host) for host in ("192.0.2.9", "192.0.2.129")]


async def test_a_key_made_while_its_maker_is_removed_is_out_as_well(operator: Operator) -> None:
    """Whichever of the two came first."""
    for _ in range(5):
        parent = await key_by(operator.client)
        wish = {"name": "child"}
        answer, _removed = await asyncio.gather(
            with_key(operator, parent, "/api/api-keys", method="POST", json=wish),
            operator.client.delete(f"/api/api-keys/{parent['id']}"),
        )
        assert answer.status_code in (201, 401)
        if answer.status_code == 201:
            assert 401 == await status(operator, answer.json())


async def test_the_key_that_runs_the_system_is_removed_neither_by_itself_nor_with_its_maker(
    operator: Operator,
) -> None:
    maker = await key_by(operator.client)
    system = await key_by_key(operator, maker)
    operator.tools.settings.api_key = system["key"]
    for each in (maker, system):
        refused = await operator.client.delete(f"/api/api-keys/{each['id']}")
        assert (409, True) == (refused.status_code, "OUTBOUND_API_KEY" in refused.json()["detail"])
    operator.tools.settings.api_key = ""
    assert [200, 200] == [await status(operator, each) for each in (maker, system)]
    assert 204 == (await operator.client.delete(f"/api/api-keys/{maker['id']}")).status_code
    assert [401, 401] == [await status(operator, each) for each in (maker, system)]


async def test_keys_of_whoever_runs_the_system_outlive_the_key_of_its_settings(operator: Operator) -> None:
    """Its key is changed in the settings, and no program stands still for it."""
    system = await key_by(operator.client)
    operator.tools.settings.api_key = system["key"]
    try:
        made = await key_by_key(operator, system)
    finally:
        operator.tools.settings.api_key = ""
    assert (await shown(operator, made["id"]))["made_by"] is None
    await operator.client.delete(f"/api/api-keys/{system['id']}")
    assert [401, 200] == [await status(operator, each) for each in (system, made)]
