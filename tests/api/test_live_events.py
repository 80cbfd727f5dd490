"""The WebSocket of live events over a real socket: resumed without gaps, cut by topic, refused without a key."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import text
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from api import live_events
from database.live_events import newest_seq
from database.reported_events import record_event
from domain.identifiers import AttemptId, CallId, CampaignId
from tests.api.conftest import Operator
from tests.api.outages import be_away
from tests.api.server import serving
from tests.simulators.loopback import until


@dataclass
class Served:
    """The API on a port of its own, with its upkeep."""

    operator: Operator
    url: str

    async def happens(self, *kinds: str, campaign: str | None = None) -> None:
        """Store these events, each in a transaction of its own."""
        for kind in kinds:
            async with self.operator.tools.database.transaction() as session:
                campaign_id = CampaignId(campaign) if campaign else None
                await record_event(session, self.operator.account_id, kind, kind, campaign_id=campaign_id)

    async def watch(self, **hello: Any) -> ClientConnection:
        """A socket that has said its first message."""
        socket = await connect(self.url, proxy=None)
        await socket.send(json.dumps({"token": self.operator.key, **hello}))
        return socket


@pytest_asyncio.fixture
async def served(operator: Operator) -> AsyncIterator[Served]:
    """The operator's API, served."""
    async with serving(operator) as port:
        yield Served(operator, f"ws://127.0.0.1:{port}/api/ws")


async def kinds(socket: ClientConnection, count: int) -> list[tuple[int, str]]:
    """The next events, with their numbers."""
    found: list[tuple[int, str]] = []
    async with asyncio.timeout(10):
        while len(found) < count:
            message = json.loads(await socket.recv())
            if message["type"] == "event":
                found.append((message["seq"], message["kind"]))
    return found


async def test_events_arrive_and_a_broken_watch_is_resumed_where_it_broke_off(served: Served) -> None:
    """Requirements 12, 92 and 98."""
    async with await served.watch(after=0) as first:
        await served.happens("one", "two")
        seen = await kinds(first, 2)
    await served.happens("three", "four")
    async with await served.watch(after=seen[0][0]) as second:
        assert [kind for _, kind in await kinds(second, 3)] == ["two", "three", "four"]


async def test_without_after_the_watch_begins_now(served: Served) -> None:
    await served.happens("before")
    for _ in range(2):  # whether its number is still to be given or long known
        async with await served.watch(after=0) as all_events:
            assert [kind for _, kind in await kinds(all_events, 1)] == ["before"]
    async with await served.watch() as socket:
        assert json.loads(await socket.recv())["type"] == "ready"
        await served.happens("after")
        assert [kind for _, kind in await kinds(socket, 1)] == ["after"]


async def test_a_number_that_another_process_gave_a_moment_ago_is_known(served: Served) -> None:
    await served.happens("one")
    async with await served.watch(after=0) as socket:
        ((seq, _),) = await kinds(socket, 1)
    tools, just_begun = served.operator.tools, live_events.Tail()
    hello = live_events.Hello(token=served.operator.key, after=seq)
    watcher = await live_events._watcher(tools, hello, "127.0.0.1")
    await live_events._check(tools, just_begun, watcher, hello)


async def test_the_newest_number_wakes_everybody_who_waits_for_it_and_never_goes_back() -> None:
    tail = live_events.Tail()
    waiting = [asyncio.create_task(tail.beyond(seen, 10)) for seen in (0, 0, 4)]
    await asyncio.sleep(0)
    for newest in (5, 3):
        await tail.advance(newest)
    assert [True] * 3 == await asyncio.gather(*waiting)
    assert (5, False) == (tail.newest, await tail.beyond(5, 0))


async def test_what_sockets_are_woken_for_can_be_read_by_then(operator: Operator) -> None:
    """Whoever is told of a number before it is committed finds nothing, and does not look again."""
    tools = operator.tools

    class Looking(live_events.Tail):
        async def advance(self, newest: int) -> None:
            async with tools.database.transaction() as session:
                assert newest <= await newest_seq(session)
            await super().advance(newest)

    tail = Looking()
    async with tools.database.transaction() as session:
        await record_event(session, operator.account_id, "one", "one")
    await live_events.publish(tools, tail)
    assert tail.newest


async def test_nothing_is_sent_to_a_watcher_who_has_left(served: Served) -> None:
    async with await served.watch(after=0) as socket:
        await socket.recv()
        assert 1 == _senders()
    await until(lambda: not _senders(), 5)


def _senders() -> int:
    return sum("_send_all" in repr(task.get_coro()) for task in asyncio.all_tasks())


async def test_topics_cut_the_stream(served: Served) -> None:
    await served.happens("unrelated")
    campaign = (await served.operator.campaign())["id"]
    await served.happens("wanted", campaign=campaign)
    async with await served.watch(after=0, topics=[f"campaign:{campaign}"]) as socket:
        assert [kind for _, kind in await kinds(socket, 1)] == ["wanted"]


async def test_another_accounts_events_stay_out(served: Served, stranger: Operator) -> None:
    await served.happens("secret")
    async with stranger.tools.database.transaction() as session:
        await record_event(session, stranger.account_id, "own", "own")
    async with await served.watch(token=stranger.key, after=0) as socket:
        assert [kind for _, kind in await kinds(socket, 1)] == ["own"]


@pytest.mark.parametrize(
    ("hello", "code"),
    [
        ({"token": "unknown"}, 4401),
        ({"after": -1}, 4400),
        ({"after": True}, 4400),
        ({"surprise": True}, 4400),
        ({"after": 10**18}, 4400),
        ({"topics": ["zzz"]}, 4400),
        ({"topics": ["call:call_nope"]}, 4400),
        ({"topics": ["call:a\0b"]}, 4400),
    ],
)
async def test_a_wrong_first_message_closes_the_socket_with_a_reason(
    served: Served, hello: dict[str, Any], code: int
) -> None:
    async with await served.watch(**hello) as socket:
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == code
    assert closed.value.rcvd.reason


async def test_another_accounts_call_is_no_topic(served: Served, stranger: Operator) -> None:
    campaign = await stranger.campaign()
    async with await served.watch(topics=[f"campaign:{campaign['id']}"]) as socket:
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_a_removed_key_loses_its_socket(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within 15 seconds, whether anything happens or not; here the two intervals are short."""
    monkeypatch.setattr("api.live_events._HEARTBEAT", 0.05)
    monkeypatch.setattr("api.live_events._ASKED_AGAIN", 0.05)
    made = await served.operator.made("/api/api-keys", {"name": "a watcher's"})
    async with await served.watch(token=made["key"]) as socket:
        assert "ready" == json.loads(await socket.recv())["type"]
        assert (await served.operator.client.delete(f"/api/api-keys/{made['id']}")).status_code == 204
        async with asyncio.timeout(10):
            await socket.wait_closed()
    assert 4401 == socket.close_code


def test_a_removed_key_is_out_within_fifteen_seconds() -> None:
    """Asked just before an event, which asks nothing anew, a watcher is asked about again after the next heartbeat."""
    assert live_events._ASKED_AGAIN + live_events._HEARTBEAT <= 15


async def test_more_events_than_fit_one_page_all_arrive(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.live_events._PAGE", 2)
    happened = [f"event {n}" for n in range(5)]
    await served.happens(*happened)
    async with await served.watch(after=0) as socket:
        assert happened == [kind for _, kind in await kinds(socket, 5)]


async def next_of(socket: ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of this type."""
    async with asyncio.timeout(10):
        while (message := json.loads(await socket.recv()))["type"] != kind:
            pass
    found: dict[str, Any] = message
    return found


async def _of_a_call(served: Served, call_id: str) -> None:
    """One event of this call, and one of another thing."""
    async with served.operator.tools.database.transaction() as session:
        account_id = served.operator.account_id
        await record_event(session, account_id, "other", f"other {call_id}")
        await record_event(
            session,
            account_id,
            "answered",
            f"answered {call_id}",
            call_id=CallId(call_id),
            attempt_id=AttemptId(f"{call_id}-1"),
            detail='{"by": "person"}',
        )


async def _call(operator: Operator) -> str:
    sent = {"to": "+14155552672", "variables": {"city": "Reno"}, "rules": "simulation"}
    call = await operator.made("/api/calls/outbound", sent | await operator.parts())
    return str(call["id"])


async def test_an_event_says_what_happened_to_which_call_and_when(served: Served) -> None:
    call_id = await _call(served.operator)
    async with await served.watch(topics=[f"call:{call_id}"]) as socket:
        began = (await next_of(socket, "ready"))["seq"]
        await _of_a_call(served, call_id)
        told = await next_of(socket, "event")
    assert told["seq"] > began
    assert datetime.now(UTC) - datetime.fromisoformat(told["occurred_at"]) < timedelta(minutes=1)
    assert {
        "kind": "answered",
        "campaign_id": None,
        "call_id": call_id,
        "attempt_id": f"{call_id}-1",
        "detail": {"by": "person"},
    } == {name: told[name] for name in ("kind", "campaign_id", "call_id", "attempt_id", "detail")}


async def test_the_dashboard_is_told_everything_whatever_else_is_watched(served: Served) -> None:
    call_id = await _call(served.operator)
    async with await served.watch(topics=[f"call:{call_id}", "dashboard"]) as socket:
        await next_of(socket, "ready")
        await _of_a_call(served, call_id)
        assert ["other", "answered"] == [kind for _, kind in await kinds(socket, 2)]


async def test_a_quiet_watch_is_told_that_it_lives_and_how_far_it_is(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.live_events._HEARTBEAT", 0.05)
    await served.happens("before")
    async with await served.watch(after=0) as socket:
        [(seq, _)] = await kinds(socket, 1)
        assert {"type": "heartbeat", "seq": seq} == await next_of(socket, "heartbeat")
    async with await served.watch(after=seq) as again:
        assert {"type": "ready", "seq": seq} == await next_of(again, "ready")


async def test_whoever_says_nothing_is_asked_to_leave(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.live_events._HELLO_LIMIT", 0.05)
    async with asyncio.timeout(10), connect(served.url, proxy=None) as socket:
        await socket.wait_closed()
    assert 4400 == socket.close_code


async def test_a_watch_that_meets_no_database_is_to_come_back(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its first message, and in its course."""
    monkeypatch.setattr("api.live_events._ASKED_AGAIN", 0.05)
    monkeypatch.setattr("api.live_events._HEARTBEAT", 0.05)
    async with asyncio.timeout(10), await served.watch() as watching:
        await next_of(watching, "ready")
        be_away(served.operator.tools.database, 10_000, monkeypatch)
        await watching.wait_closed()
        async with await served.watch() as late:
            await late.wait_closed()
    assert (1013, 1013) == (watching.close_code, late.close_code)
    monkeypatch.undo()


async def test_whoever_may_not_see_calls_watches_none(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its first message, and once its key may no more."""
    monkeypatch.setattr("api.live_events._ASKED_AGAIN", 0.05)
    monkeypatch.setattr("api.live_events._HEARTBEAT", 0.05)
    made = await served.operator.made("/api/api-keys", {"name": "watching", "scopes": ["calls:read"]})
    async with asyncio.timeout(10), await served.watch(token=made["key"]) as watching:
        await next_of(watching, "ready")
        async with served.operator.tools.database.transaction() as session:
            await session.execute(
                text("UPDATE api_keys SET scopes = '{agents:read}' WHERE id = :id"), {"id": made["id"]}
            )
        await watching.wait_closed()
        async with await served.watch(token=made["key"]) as late:
            await late.wait_closed()
    assert (4403, 4403) == (watching.close_code, late.close_code)


async def test_a_new_socket_counts_as_a_request(served: Served) -> None:
    made = await served.operator.made("/api/api-keys", {"name": "watching", "scopes": ["calls:read"]})
    async with served.operator.tools.database.transaction() as session:
        for _ in range(served.operator.tools.settings.requests_burst):
            await session.execute(
                text("INSERT INTO requests_taken (actor, at) VALUES (:key, now())"), {"key": made["id"]}
            )
    async with asyncio.timeout(10), await served.watch(token=made["key"]) as refused:
        await refused.wait_closed()
    assert 4429 == refused.close_code


async def test_a_first_message_is_short(served: Served) -> None:
    async with asyncio.timeout(10), await served.watch(token="x" * 20_000) as refused:
        await refused.wait_closed()
    assert 1009 == refused.close_code
