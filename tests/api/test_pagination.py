"""Every list that comes in pages: walked entry by entry it is the same as at once, the newest first."""

import base64
import hmac
from datetime import datetime
from typing import Any, Final

import httpx

from startup.secrets import signing_bytes
from tests.api.conftest import Operator
from tests.api.operations import KEYED, Operation, named
from tests.api.stock import stocked

# Of a person's sessions test_sign_in.py tells.
PAGED: Final = [each for each in KEYED if "cursor" in each.query_names and not each.is_for_people]
# In the order of what they tell of: of moments to come, of a file's rows, of what happened; by name.
BY_THEIR_OWN_ORDER: Final = ("/scheduled-calls", "/problems", "/events", "/rule-packs")
# Their entries come of work that no request does; tests/api/test_campaigns.py and test_live_events.py have some.
SHORT: Final = ("/campaigns/{campaign_id}/calls", "/events")


async def walked(client: httpx.AsyncClient, url: str, limit: int) -> list[Any]:
    """All entries, page by page."""
    entries: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await client.get(url, params={"limit": limit, **cursor})).json()
        entries += page["data"]
        assert page["has_more"] is (page["next_cursor"] is not None)
        assert len(page["data"]) <= limit
        if not page["has_more"]:
            return entries
        cursor = {"cursor": page["next_cursor"]}


async def test_pages_of_every_list_follow_each_other_without_gap_or_repeat(operator: Operator) -> None:
    names = await stocked(operator)
    for each in PAGED:
        await _is_paged(operator, each, each.url(**names))


async def test_a_cursor_is_good_for_one_list_of_one_account_with_its_filters(
    operator: Operator, stranger: Operator
) -> None:
    """Of another's it would show a position that is not its own, and seem to be the end. However the filters are ordered."""
    await operator.running_campaign(b"phone,city\n+14155552671,Reno\n+14155552672,Reno\n")
    campaign = (await operator.client.get("/api/campaigns")).json()["data"][0]["id"]
    leads = f"/api/campaigns/{campaign}/leads"
    filters: dict[str, Any] = {"state": "ready", "limit": 1}
    cursor = (await operator.client.get(leads, params=filters)).json()["next_cursor"]
    wider: dict[str, Any] = {"limit": 2, "cursor": cursor, "state": "ready"}
    assert 1 == len((await operator.client.get(leads, params=wider)).json()["data"])
    for other in ({"limit": 1}, {"state": "held"}, {"state": "ready", "review": ""}):
        await _refuses(operator, leads, other | {"cursor": cursor})
    for name in ("first", "second"):
        for each in (operator, stranger):
            await each.made("/api/agents", {"name": name})
    cursor = (await operator.client.get("/api/agents", params={"limit": 1})).json()["next_cursor"]
    await _refuses(stranger, "/api/agents", {"cursor": cursor})
    await _refuses(operator, "/api/trunks", {"cursor": cursor})


async def test_a_cursor_with_a_letter_changed_is_refused(operator: Operator) -> None:
    for name in ("first", "second"):
        await operator.made("/api/agents", {"name": name})
    cursor = (await operator.client.get("/api/agents", params={"limit": 1})).json()["next_cursor"]
    for place in range(len(cursor) - 1):  # some bits of the last letter stand for nothing
        letter = "B" if cursor[place] == "A" else "A"
        forged = cursor[:place] + letter + cursor[place + 1 :]
        await _refuses(operator, "/api/agents", {"cursor": forged})
    before_accounts_were_in_it = base64.urlsafe_b64encode(_as_it_was(operator, cursor)).decode().rstrip("=")
    await _refuses(operator, "/api/agents", {"cursor": before_accounts_were_in_it})


def _as_it_was(operator: Operator, cursor: str) -> bytes:
    """The same position, as an earlier release signed it."""
    position = base64.urlsafe_b64decode(cursor + "==")[9:]
    key = signing_bytes(operator.tools.settings.signing_key)
    return hmac.digest(key, b"/api/agents\n" + position, "sha256")[:9] + position


async def _refuses(operator: Operator, path: str, query: dict[str, Any]) -> None:
    refused = await operator.client.get(path, params=query)
    told = refused.json()
    assert (422, "cursor_refused") == (refused.status_code, told["code"]), (path, query)
    assert "/query/cursor" == told["errors"][0]["pointer"]
    assert "begin again" in told["detail"]


async def _is_paged(operator: Operator, operation: Operation, url: str) -> None:
    at_once = await walked(operator.client, url, 200)
    if not operation.path.endswith(SHORT):
        assert len(at_once) >= 2, named(operation)
    for limit in (1, 2):
        assert at_once == await walked(operator.client, url, limit), named(operation)
    if not operation.path.endswith(BY_THEIR_OWN_ORDER):
        moments = [datetime.fromisoformat(entry.get("created_at") or entry["at"]) for entry in at_once]
        assert sorted(moments, reverse=True) == moments, named(operation)
