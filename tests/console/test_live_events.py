"""Watching for days: connections break, and nothing is missed or told twice."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest
from websockets.sync.server import ServerConnection, serve

from console import live_events
from console.client import Address, Record
from console.exit_codes import CommandFailed, Exit
from tests.console.breaking_api import breaking_api, response

ADDRESS = Address("http://nowhere", "key")


class BreakingApi:
    """Tells one event on each connection, then breaks it; so often, and after that it is away."""

    def __init__(self, events: int) -> None:
        self.left = events
        self.asked_after: list[int | None] = []

    def messages(self, address: Address, topics: Sequence[str], after: int | None) -> Iterator[Record]:
        self.asked_after.append(after)
        if self.left:
            self.left -= 1
            yield {"type": "event", "seq": (after or 0) + 1}
        raise ConnectionResetError


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.live_events.time.sleep", lambda seconds: None)


def test_any_number_of_broken_connections_is_taken_up_again_where_each_broke(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    api = BreakingApi(events=3 * live_events._TRIES)
    monkeypatch.setattr("console.live_events._messages", api.messages)
    told: list[int] = []
    with pytest.raises(CommandFailed) as ended:
        told.extend(event["seq"] for event in live_events.live_events(ADDRESS, [], None))
    assert list(range(1, 3 * live_events._TRIES + 1)) == told
    assert [None, *told] == api.asked_after[: len(told) + 1]
    assert Exit.UNREACHABLE is ended.value.exit_code


def test_who_had_heard_nothing_yet_is_told_what_happened_since_the_line_was_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked_after: list[int | None] = []

    def messages(_address: Address, _topics: Sequence[str], after: int | None) -> Iterator[Record]:
        asked_after.append(after)
        if after is None:
            yield {"type": "ready", "seq": 41}
            raise ConnectionResetError
        yield {"type": "event", "seq": 42}

    monkeypatch.setattr("console.live_events._messages", messages)
    assert 42 == next(live_events.live_events(ADDRESS, [], None))["seq"]
    assert [None, 41] == asked_after


def test_an_api_that_stays_away_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    api = BreakingApi(events=0)
    monkeypatch.setattr("console.live_events._messages", api.messages)
    with pytest.raises(CommandFailed) as ended:
        next(live_events.live_events(ADDRESS, [], 7))
    assert (Exit.UNREACHABLE, [7] * live_events._TRIES) == (ended.value.exit_code, api.asked_after)


@pytest.mark.parametrize(
    "answer",
    [b"", response(200), response(502)],
    ids=["closes", "knows no sockets", "a proxy without its API"],
)
def test_an_api_that_opens_no_socket_is_tried_again_as_one_that_is_away(answer: bytes) -> None:
    """Over real sockets: it may be restarting."""
    asked: list[str] = []

    def answered(path: str) -> bytes:
        asked.append(path)
        return answer

    with breaking_api(answered) as url, pytest.raises(CommandFailed) as ended:
        next(live_events.live_events(Address(url, "key"), [], 7))
    assert (Exit.UNREACHABLE, ["/api/ws"] * live_events._TRIES) == (ended.value.exit_code, asked)


@contextmanager
def watched(serves: Callable[[ServerConnection], None]) -> Iterator[Address]:
    """An API whose sockets are served so."""
    with serve(serves, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Address(f"http://127.0.0.1:{server.socket.getsockname()[1]}", "a key")
        finally:
            server.shutdown()
            thread.join()


def test_the_first_message_says_who_asks_for_what_and_from_where_on() -> None:
    said: list[Record] = []

    def tell(socket: ServerConnection) -> None:
        said.append(json.loads(socket.recv(timeout=5)))
        for message in (
            {"type": "ready", "seq": 7},
            {"type": "heartbeat", "seq": 7},
            {"type": "event", "seq": 9, "kind": "call.closed"},
        ):
            socket.send(json.dumps(message))
        socket.recv(timeout=5)

    with watched(tell) as address:
        events = live_events.live_events(address, ["call:call_1"], 7)
        assert {"type": "event", "seq": 9, "kind": "call.closed"} == next(events)
        events.close()  # type: ignore[attr-defined]
    assert [{"token": "a key", "after": 7, "topics": ["call:call_1"]}] == said


@pytest.mark.parametrize(
    ("code", "says"), [(4401, "refuses this key"), (4400, "refuses to be watched so: no such call")]
)
def test_a_refusal_ends_it_at_once_and_says_why(code: int, says: str) -> None:
    opened: list[int] = []

    def refuse(socket: ServerConnection) -> None:
        opened.append(code)
        socket.close(code, "no such call")

    with watched(refuse) as address, pytest.raises(CommandFailed, match=says) as ended:
        next(live_events.live_events(address, [], None))
    assert (Exit.REFUSED, [code]) == (ended.value.exit_code, opened)
