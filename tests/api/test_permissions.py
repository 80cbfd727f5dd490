"""Who may use which route: every one names what it needs, and nobody without that gets further."""

from collections.abc import Iterable
from pathlib import Path

import httpx
import pytest

from domain.access import MAY, SCOPES, Permission, Role
from tests.api import people
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.api.operations import KEYED, Operation, named
from tests.api.permissions import table

pytestmark = pytest.mark.long

SIGNING_OUT = next(each for each in KEYED if each.path == "/api/auth/logout")
OF_THE_SYSTEM = {"DELETE /api/media/phrases"}
_WRITTEN = Path(__file__).with_name("permissions.txt")


@pytest.mark.parametrize("operation", KEYED, ids=named)
def test_every_route_names_the_one_thing_it_needs(operation: Operation) -> None:
    assert 1 == len(operation.permissions)
    assert operation.permissions[0] in set(Permission)


def test_who_may_use_which_route_is_as_it_was_written_down() -> None:
    """Requirements 7, 149-153. After a change on purpose: `python -m tests.api.permissions > tests/api/permissions.txt`."""
    assert _WRITTEN.read_text(encoding="utf-8").splitlines() == list(table())


def test_every_permission_is_needed_by_some_route() -> None:
    assert set(Permission) == {scope for each in KEYED for scope in each.permissions}


def test_an_admin_may_everything_and_each_role_less_than_the_one_above() -> None:
    assert MAY[Role.AGENT] < MAY[Role.AGENT_MANAGER] < MAY[Role.ADMIN] == frozenset(Permission)


async def _holding(operator: Operator, scopes: Iterable[Permission]) -> httpx.AsyncClient:
    """A client whose key has these scopes."""
    made = await operator.made("/api/api-keys", {"name": "scoped", "scopes": list(scopes)})
    return client_of(
        application(operator.tools),
        raise_app_exceptions=False,
        headers={"Authorization": f"Bearer {made['key']}"},
    )


async def _is_kept_out(client: httpx.AsyncClient, operation: Operation) -> bool:
    answer = await client.request(operation.method, operation.url(), json={})
    return answer.status_code == 403 and answer.json()["code"] == "not_allowed"


@pytest.mark.parametrize("permission", sorted(SCOPES))
async def test_a_key_reaches_what_its_scope_names_and_nothing_else(
    operator: Operator, permission: Permission
) -> None:
    """Requirements 7, 152."""
    async with await _holding(operator, [permission]) as client:
        kept_out = {named(each) for each in KEYED if await _is_kept_out(client, each)}
    let_in = {named(each) for each in KEYED if each.permissions == [permission]} - OF_THE_SYSTEM
    assert let_in == {named(each) for each in KEYED} - kept_out - OF_THE_SYSTEM


@pytest.mark.parametrize("role", Role)
async def test_a_person_reaches_what_their_role_may_and_nothing_else(operator: Operator, role: Role) -> None:
    """Requirements 7, 104, 149, 150, 153. What an agent's role may and their campaigns do not: test_campaign_members.py."""
    async with (await people.signed_in(operator, role)).client as client:
        kept_out = {named(each) for each in KEYED if each != SIGNING_OUT and await _is_kept_out(client, each)}
    may_not = {named(each) for each in KEYED if not set(each.permissions) <= MAY[role]}
    assert may_not | OF_THE_SYSTEM == kept_out | OF_THE_SYSTEM


async def test_a_key_with_every_scope_is_nobody(operator: Operator) -> None:
    """It has no sessions and no password."""
    assert not SCOPES & {Permission.SELF}
    kept_out = {named(each) for each in KEYED if await _is_kept_out(operator.client, each)}
    assert {named(each) for each in KEYED if each.is_for_people} == kept_out - OF_THE_SYSTEM


async def test_whoever_lacks_a_permission_is_told_which(operator: Operator) -> None:
    async with await _holding(operator, [Permission.CALLS_READ]) as client:
        refused = await client.get("/api/campaigns")
    assert (403, "not_allowed") == (refused.status_code, refused.json()["code"])
    assert "campaigns:read" in refused.json()["detail"]
