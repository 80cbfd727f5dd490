"""Every edit may say what it saw: of two that saw the same, one is made; a thing that is known is not sent again."""

import asyncio
from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text

from api.routing import WITHOUT_MATCH
from database.accounts import set_language
from tests.api.conftest import Operator
from tests.api.operations import KEYED, Operation, named
from tests.api.stock import CREDENTIALS, LATER, SOON, stocked
from tests.api.workflows import Stall

pytestmark = pytest.mark.long

EDITS: Final = [each for each in KEYED if each.method in ("PUT", "PATCH")]
MATCHED: Final = [
    each for each in EDITS if any(one["name"] == "If-Match" for one in each.described.get("parameters", ()))
]
# What each edit sends, and something else.
SENT: Final[dict[str, tuple[dict[str, Any], dict[str, Any]]]] = {
    "PATCH /api/account": ({"language": "de"}, {"language": "fr"}),
    "PATCH /api/campaigns/{campaign_id}": ({"name": "Winter"}, {"name": "Spring"}),
    "PUT /api/campaigns/{campaign_id}/pace": ({"window": 5}, {"window": 6}),
    "PUT /api/connections/{connection_id}/credentials": (
        {"credentials": CREDENTIALS | {"auth_token": "newer"}},
        {"credentials": CREDENTIALS | {"auth_token": "newest"}},
    ),
    "PATCH /api/leads/{lead_id}": (
        {"name": "Ada", "variables": {"city": "Reno"}},
        {"variables": {"city": "Elko"}},
    ),
    "PUT /api/provider-limits/{kind}/{provider}": ({"most": 5}, {"most": 6}),
    "PUT /api/retention": ({"is_on": False, "content_days": 90}, {"is_on": False, "content_days": 91}),
    "PATCH /api/scheduled-calls/{call_id}": ({"at": LATER}, {"at": SOON}),
    "PUT /api/trunks/{trunk_id}/pace": ({"calls_per_second": 2.0}, {"calls_per_second": 3.0}),
    "PATCH /api/users/{user_id}": ({"name": "Grace"}, {"role": "admin"}),
    "PATCH /api/webhook-endpoints/{endpoint_id}": ({"description": "a"}, {"description": "b"}),
}


class Thing:
    """Something of a stocked account, as it is shown and as it is edited."""

    def __init__(self, operator: Operator, operation: Operation, names: dict[str, str]) -> None:
        self._client, self._method = operator.client, operation.method
        self.edited = operation.url(**{name: names[name] for name in operation.path_names})
        self.shown = self.edited.removesuffix("/pace").removesuffix("/credentials")
        self.sent, self.other = SENT[named(operation)]

    async def show(self, **headers: str) -> httpx.Response:
        return await self._client.get(self.shown, headers=headers)

    async def tag(self) -> str:
        return str((await self.show()).headers["etag"])

    async def edit(self, sent: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        named_so = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self._client.request(self._method, self.edited, json=sent or self.sent, headers=named_so)


async def _thing(operator: Operator, operation: Operation) -> Thing:
    names = await stocked(operator)
    use = (await operator.client.get("/api/provider-limits")).json()[0]
    names |= {"kind": use["kind"], "provider": use["provider"]}
    if operation.path.startswith("/api/leads/"):
        await operator.made(f"/api/lead-imports/{names['import_id']}/commit", {})
        leads = (await operator.client.get(f"/api/campaigns/{names['campaign_id']}/leads")).json()["data"]
        names["lead_id"] = next(each["id"] for each in leads if each["review"])
    return Thing(operator, operation, names)


@pytest.mark.parametrize("operation", MATCHED, ids=named)
async def test_an_edit_is_made_of_what_was_seen_and_of_nothing_else(
    operator: Operator, operation: Operation
) -> None:
    thing = await _thing(operator, operation)
    seen = await thing.show()
    for stale in ('"0.0"', f"W/{seen.headers['etag']}", ""):
        refused = await thing.edit(If_Match=stale)
        assert (412, "changed_meanwhile") == (refused.status_code, refused.json()["code"])
        assert "read it again" in refused.json()["detail"]
    assert seen.content == (await thing.show()).content
    answers = await asyncio.gather(
        *(
            thing.edit(sent, If_Match=f'"0.0", {seen.headers["etag"]}')
            for sent in (thing.sent, thing.other, thing.sent)
        )
    )
    if operation.path.startswith("/api/scheduled-calls/"):
        return  # no workflow here that would move the call
    assert [200, 412, 412] == sorted(each.status_code for each in answers)
    [made] = [each for each in answers if each.is_success]
    assert made.headers["etag"] == await thing.tag() != seen.headers["etag"]


@pytest.mark.parametrize("operation", MATCHED, ids=named)
async def test_an_edit_that_says_nothing_is_made(operator: Operator, operation: Operation) -> None:
    thing = await _thing(operator, operation)
    assert 200 == (await thing.edit()).status_code
    if not operation.path.startswith("/api/leads/"):  # mended, it is held no more
        assert 200 == (await thing.edit(If_Match="*")).status_code


@pytest.mark.parametrize("operation", MATCHED, ids=named)
async def test_what_is_known_is_not_sent_again(operator: Operator, operation: Operation) -> None:
    thing = await _thing(operator, operation)
    tag = await thing.tag()
    for known in (tag, f"W/{tag}", f'"0.0", {tag}', "*"):
        answer = await thing.show(**{"If-None-Match": known})
        assert (304, b"", tag) == (answer.status_code, answer.content, answer.headers["etag"])
    assert 200 == (await thing.show(**{"If-None-Match": '"0.0"'})).status_code
    if not operation.path.startswith("/api/scheduled-calls/"):
        await thing.edit()
        assert 200 == (await thing.show(**{"If-None-Match": tag})).status_code


async def test_whoever_says_nothing_is_not_overwritten_either(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process changes the account between this edit's look and its statement."""
    tag = (await operator.client.get("/api/account")).headers["etag"]

    async def overtaken(session: Any, account_id: Any, language: str | None) -> None:
        async with operator.tools.database.transaction() as other:
            await set_language(other, account_id, "fr")
        await set_language(session, account_id, language)

    monkeypatch.setattr("api.account.accounts.set_language", overtaken)
    refused = await operator.client.patch("/api/account", json={"language": "de"}, headers={"If-Match": tag})
    assert 412 == refused.status_code
    assert "fr" == (await operator.client.get("/api/account")).json()["language"]


async def test_what_others_do_in_the_account_refuses_no_edit(operator: Operator) -> None:
    """Each act takes the same row of the audit log: whoever is overtaken there is tried anew."""
    tag = (await operator.client.get("/api/account")).headers["etag"]
    answers = await asyncio.gather(
        operator.client.patch("/api/account", json={"language": "de"}, headers={"If-Match": tag}),
        *(operator.client.post("/api/agents", json={"name": f"Maya {place}"}) for place in range(6)),
    )
    assert all(each.is_success for each in answers)


async def test_what_changes_by_itself_refuses_no_edit_and_is_sent_again(operator: Operator) -> None:
    """A trunk's taken lines change with every call."""
    trunk = f"/api/trunks/{(await operator.parts())['trunk_id']}"
    tag = (await operator.client.get(trunk)).headers["etag"]
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE trunks SET paused_until = now() + interval '1 hour' WHERE account_id = :id"),
            {"id": operator.account_id},
        )
    assert 200 == (await operator.client.get(trunk, headers={"If-None-Match": tag})).status_code
    pace = await operator.client.put(
        f"{trunk}/pace", json={"calls_per_second": 2.0}, headers={"If-Match": tag}
    )
    assert 200 == pace.status_code, pace.text


async def test_edits_that_wait_for_their_turn_leave_connections_to_everybody_else(operator: Operator) -> None:
    """More of them than the process has connections, while the workflow that carries the first one out stands still."""
    path = f"/api/campaigns/{(await operator.running_campaign())['id']}"
    stall = operator.workflows.stalls["set_pace"] = Stall()
    edits = [
        asyncio.create_task(
            operator.client.put(f"{path}/pace", json={"window": window}, headers={"If-Match": "*"})
        )
        for window in range(1, 25)
    ]
    await stall.reached.wait()
    async with asyncio.timeout(20):
        for _ in range(5):
            assert 200 == (await operator.client.get(path)).status_code
    stall.over.set()
    answers = [await each for each in edits]
    assert {200} <= {each.status_code for each in answers} <= {200, 409}
    assert all(each.is_success or each.json()["code"] == "changed_too_often" for each in answers)


async def test_a_tag_is_anothers_thing_nowhere(operator: Operator, stranger: Operator) -> None:
    campaign = await operator.campaign()
    path = f"/api/campaigns/{campaign['id']}"
    tag = (await operator.client.get(path)).headers["etag"]
    for headers in ({"If-Match": tag}, {"If-Match": "*"}):
        refused = await stranger.client.patch(path, json={"name": "Winter"}, headers=headers)
        assert 404 == refused.status_code


def test_every_edit_takes_a_tag_or_stands_in_the_list_of_those_that_need_none() -> None:
    without = {each.path.removeprefix("/api") for each in EDITS if each not in MATCHED}
    assert without == set(WITHOUT_MATCH)
    assert {named(each) for each in MATCHED} == set(SENT)
