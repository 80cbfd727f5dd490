"""Whatever is listed in pages comes whole, in one order and once; whatever is filtered is what was asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from database import (
    agents,
    api_keys,
    audit,
    call_views,
    campaigns,
    claims,
    connections,
    held_leads,
    import_reports,
    lead_imports,
    leads,
    live_events,
    scripts,
    suppression_lists,
    suppressions,
    trunks,
)
from database.call_views import CallFilter
from database.sealing import KeyRing
from database.session import Database
from domain.campaigns import CampaignState
from domain.connections import ConnectionKind
from domain.identifiers import AccountId
from domain.suppression_lists import ListKind, NamedList
from startup.first_connections import open_account
from tests.database.campaign_rows import SCRIPT, running_campaign
from tests.database.everything import NOW, something_of_everything

MANY = 1000


class Lists:
    """An account with several of everything, and its lists."""

    def __init__(
        self, database: Database, key_ring: KeyRing, account_id: AccountId, ids: dict[str, Any]
    ) -> None:
        self.database, self.key_ring, self.account_id, self.ids = database, key_ring, account_id, ids

    async def read(self, listing: Callable[..., Any], *about: str, **given: Any) -> Sequence[Any]:
        """What it lists. about: names of what comes behind the account, such as campaign_id."""
        known = {"key_ring": self.key_ring, **self.ids}
        async with self.database.transaction() as session:
            rows: Sequence[Any] = await listing(
                session, self.account_id, *(known[name] for name in about), **given
            )
        return rows


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def lists(database: Database, key_ring: KeyRing) -> Lists:
    """Three of each thing at least; two calls wait for one moment."""
    async with database.transaction() as session:
        account_id = await open_account(session, "an account with lists")
    made = await something_of_everything(database, key_ring, account_id)
    ids = {name: found[0] for name, found in made.items()} | {"call_id": made["call_id"][-1]}
    for place in range(3):
        rows = await running_campaign(database, key_ring, account_id)
        await rows.set_state(CampaignState.PAUSED if place else CampaignState.RUNNING)
        async with database.transaction() as session:
            script = replace(SCRIPT, opening=f"Hello {place}.")
            await scripts.add_version(session, account_id, ids["script_id"], script)
            await api_keys.ensure_key(session, account_id, f"key {place}", f"ok_{account_id}_{place}")
            await suppressions.suppress(
                session, account_id, [f"+4930555070{place}"], key_ring, channel="sms", source="api"
            )
            await suppression_lists.add_list(
                session, account_id, NamedList("", f"{place}"), ListKind.OWN, source="", added_by="key"
            )
            await audit.record_act(session, account_id, "key", f"act {place}", rows.campaign_id)
            await connections.add_connection(
                session,
                account_id,
                ConnectionKind.TELEPHONY,
                "twilio",
                key_ring,
                name=f"own {place}",
                identity=str(place),
                credentials={},
            )
    await rows.run(
        """
        UPDATE calls SET not_before = CAST(:at AS timestamptz) + number % 2 * interval '1 h', state = CASE WHEN number = 1 THEN 'closed' ELSE state END,
               needs_review = number < 3, outcome = CASE WHEN number > 4 THEN 'interested' END, backs_off = number = 2
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM calls WHERE account_id = :account) AS n
        WHERE n.id = calls.id
        """,
        at=NOW + timedelta(days=3650),
        account=account_id,
    )
    await rows.run(
        "INSERT INTO import_problems (import_id, row_number, account_id, verdict, column_name, code, message) "
        "SELECT :import, number, :account, 'rejected', 'phone', 'z' || (20 - number), 'm' FROM generate_series(5, 9) AS number",
        **{"import": ids["import_id"], "account": account_id},
    )
    async with database.transaction() as session:
        while await live_events.number_events(session):
            pass
    return Lists(database, key_ring, account_id, ids)


# What lists, what it is about, its cursor's name, and what a row's cursor is. The newest first where the cursor is `before`.
PAGED: dict[str, tuple[Callable[..., Any], tuple[str, ...], dict[str, Any], str, Callable[[Any], Any]]] = {
    "agents": (agents.list_agents, (), {}, "before", lambda row: row.id),
    "keys": (api_keys.list_keys, (), {}, "before", lambda row: row.id),
    "acts": (audit.list_acts, (), {}, "before", lambda row: row.id),
    "calls": (call_views.list_calls, ("key_ring",), {"wanted": CallFilter()}, "before", lambda row: row.id),
    "campaigns": (campaigns.list_campaigns, (), {"state": None}, "before", lambda row: row.id),
    "connections": (connections.list_connections, (), {}, "before", lambda row: row.id),
    "imports": (lead_imports.list_imports, (), {"campaign_id": None}, "before", lambda row: row.id),
    "leads": (leads.list_leads, ("campaign_id", "key_ring"), {"state": None}, "before", lambda row: row.id),
    "versions": (scripts.list_versions, ("script_id",), {}, "before", lambda row: row.id),
    "scripts": (scripts.list_scripts, (), {}, "before", lambda row: row.script_id),
    "suppressions": (
        suppressions.list_suppressions,
        ("key_ring",),
        {"number": None},
        "before",
        lambda row: row.id,
    ),
    "named lists": (suppression_lists.list_lists, (), {}, "before", lambda row: row.list.id),
    "trunks": (trunks.list_trunks, (), {}, "before", lambda row: row.id),
    "scheduled": (
        call_views.list_scheduled,
        ("key_ring",),
        {},
        "after",
        lambda row: (row.not_before, row.id),
    ),
    "open calls": (claims.open_calls, ("key_ring",), {}, "after", lambda row: row.call_id),
    "problems": (import_reports.list_problems, ("import_id",), {}, "after_row", lambda row: row.row_number),
    "events": (live_events.events_after, (), {"until": 10**9}, "after", lambda row: row.seq),
    "events of a call": (call_views.events_of, ("call_id",), {}, "after", lambda row: row.id),
}
FIRST = {"before": None, "after": "", "after_row": 0}
OF_NUMBERS = {"events": 0, "events of a call": 0, "scheduled": None}


@pytest.mark.parametrize("name", PAGED)
async def test_pages_of_one_row_make_up_the_list(lists: Lists, name: str) -> None:
    listing, about, given, cursor, place_of = PAGED[name]
    first = OF_NUMBERS.get(name, FIRST[cursor])
    whole = await lists.read(listing, *about, **given, **{cursor: first}, limit=MANY)
    places = [place_of(row) for row in whole]
    assert len(places) == len(set(places)) >= 3
    assert places == sorted(places, reverse=cursor == "before")
    pages, place = [], first
    while page := await lists.read(listing, *about, **given, **{cursor: place}, limit=1):
        [row] = page
        pages.append(row)
        place = place_of(row)
    assert list(whole) == pages


def _calls_by(field: str) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {"wanted": CallFilter(**{field: value})}


FILTERED: dict[str, tuple[str, str, Callable[[Any], dict[str, Any]]]] = {
    **{
        f"calls by {field}": ("calls", field, _calls_by(field))
        for field in ("campaign_id", "state", "outcome", "result", "needs_review", "sentiment")
    },
    "campaigns by state": ("campaigns", "state", lambda value: {"state": value}),
    "imports by campaign": ("imports", "campaign_id", lambda value: {"campaign_id": value}),
    "leads by state": ("leads", "state", lambda value: {"state": value}),
    "leads by review": ("leads", "review", lambda value: {"state": None, "review": value}),
    "suppressions by number": ("suppressions", "number", lambda value: {"number": value}),
}


@pytest.mark.parametrize("name", FILTERED)
async def test_a_filter_leaves_what_it_names(lists: Lists, name: str) -> None:
    what, field, given_for = FILTERED[name]
    listing, about, given, _, _ = PAGED[what]
    whole = await lists.read(listing, *about, **given, before=None, limit=MANY)
    values = {getattr(row, field) for row in whole} - {None, False}
    assert values
    for value in values:
        found = await lists.read(listing, *about, **given_for(value), before=None, limit=MANY)
        assert [row for row in whole if getattr(row, field) == value] == list(found)
    if field != "needs_review":
        nothing = given_for(_NOTHING.get(field, "nothing"))
        assert [] == list(await lists.read(listing, *about, **nothing, before=None, limit=MANY))


_NOTHING: dict[str, Any] = {"state": CampaignState.CANCELLED, "number": "+4930555987"}


async def test_only_what_somebody_chose_and_is_to_come_is_scheduled(lists: Lists) -> None:
    every = await lists.read(call_views.list_calls, "key_ring", wanted=CallFilter(), before=None, limit=MANY)
    scheduled = await lists.read(call_views.list_scheduled, "key_ring", after=None, limit=MANY)
    by_place = sorted(row.id for row in every)
    assert {row.id for row in every if row.state != "closed"} - {by_place[1]} == {row.id for row in scheduled}


async def test_leads_held_for_a_reason_are_found_page_by_page(lists: Lists) -> None:
    held = await lists.read(
        held_leads.hold_leads,
        "campaign_id",
        review="not_a_zone",
        key_ring=lists.key_ring,
        after="",
        limit=MANY,
    )
    ids = [lead.id for lead in held]
    assert 3 <= len(ids) == len(set(ids))
    assert sorted(ids) == ids
    rest = await lists.read(
        held_leads.hold_leads,
        "campaign_id",
        review="not_a_zone",
        key_ring=lists.key_ring,
        after=ids[0],
        limit=2,
    )
    assert ids[1:3] == [lead.id for lead in rest]
