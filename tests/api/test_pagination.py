"""Every list that comes in pages: walked entry by entry it is the same as at once, the newest first."""

from datetime import datetime
from typing import Any, Final

import httpx

from tests.api.conftest import Operator
from tests.api.operations import KEYED, Operation, named
from tests.api.stock import stocked

# Of a person's sessions test_sign_in.py tells.
PAGED: Final = [each for each in KEYED if "cursor" in each.query_names and not each.is_for_people]
# In the order of what they tell of: of moments to come, of a file's rows, of what happened.
BY_THEIR_OWN_ORDER: Final = ("/scheduled-calls", "/problems", "/events")
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


async def _is_paged(operator: Operator, operation: Operation, url: str) -> None:
    at_once = await walked(operator.client, url, 200)
    if not operation.path.endswith(SHORT):
        assert len(at_once) >= 2, named(operation)
    for limit in (1, 2):
        assert at_once == await walked(operator.client, url, limit), named(operation)
    if not operation.path.endswith(BY_THEIR_OWN_ORDER):
        moments = [datetime.fromisoformat(entry.get("created_at") or entry["at"]) for entry in at_once]
        assert sorted(moments, reverse=True) == moments, named(operation)
