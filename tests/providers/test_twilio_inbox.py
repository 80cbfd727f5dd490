"""The list of an account's messages: which of them are wishes, whose, and of which moment."""

import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio.account import TwilioAccount
from providers.errors import MalformedMessage
from providers.messaging.contract import Wish, WrittenWish
from providers.messaging.twilio_inbox import TwilioInbox
from tests.providers.dials import CALLER, SOMEBODY
from tests.providers.listeners import Listener, answer, listening

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BY_LETTER = "Write to me instead, please"


def after_noon(seconds: float | None) -> str | None:
    return None if seconds is None else format_datetime(NOON + timedelta(seconds=seconds))


def said(body: str | None, *, created: float, sent: float | None) -> dict[str, object]:
    """A message of somebody's, as the list has it; times are seconds after noon."""
    return {
        "sid": f"SM{created}",
        "direction": "inbound",
        "from": SOMEBODY,
        "to": CALLER,
        "body": body,
        "error_code": None,
        "date_created": after_noon(created),
        "date_sent": after_noon(sent),
    }


def ours(error_code: int | None, *, created: float, sent: float | None) -> dict[str, object]:
    """A message of ours to somebody, which names the words that stop it."""
    return said("Acme. Reply STOP to opt out.", created=created, sent=sent) | {
        "direction": "outbound-api",
        "from": CALLER,
        "to": SOMEBODY,
        "error_code": error_code,
    }


def listed(*messages: dict[str, object]) -> bytes:
    """Twilio's answer, the newest message first."""
    return answer(json.dumps({"messages": messages, "next_page_uri": None}).encode(), status="200 OK")


@asynccontextmanager
async def inbox(says: bytes) -> AsyncIterator[tuple[TwilioInbox, Listener]]:
    """The list of an account, and the service that always gives this one."""
    async with listening(says=says) as service:
        account = TwilioAccount(
            "AC1", "token", base_url=service.url, demonstration_numbers=DemonstrationNumbers()
        )
        async with aclosing(account):
            yield TwilioInbox(account), service


def wish(kind: Wish, words: str, seconds: float) -> WrittenWish:
    return WrittenWish(SOMEBODY, CALLER, kind, NOON + timedelta(seconds=seconds), words)


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ([], []),
        ([said("stop", created=1, sent=4)], [wish(Wish.STOP, "stop", 4)]),
        ([said("stop", created=1, sent=None)], [wish(Wish.STOP, "stop", 1)]),
        ([said(None, created=1, sent=4)], []),
        ([said("Thank you!", created=1, sent=4)], []),
        ([said("help", created=1, sent=4)], []),
        ([said(BY_LETTER, created=1, sent=4)], [wish(Wish.NONE, BY_LETTER, 4)]),
        ([ours(21610, created=1, sent=4)], [wish(Wish.STOP, "", 4)]),
        ([ours(30003, created=1, sent=4)], []),
        ([ours(None, created=1, sent=4)], []),
        # Oldest first by when they were sent, whatever the list's own order.
        (
            [said("stop", created=2, sent=3), said("start", created=1, sent=4)],
            [wish(Wish.STOP, "stop", 3), wish(Wish.START, "start", 4)],
        ),
        # Within one second the list's order says which came later.
        (
            [said("start", created=2, sent=4), said("stop", created=1, sent=4)],
            [wish(Wish.STOP, "stop", 4), wish(Wish.START, "start", 4)],
        ),
    ],
)
async def test_a_wish_is_of_the_moment_it_was_sent(
    messages: list[dict[str, object]], expected: list[WrittenWish]
) -> None:
    async with inbox(listed(*messages)) as (list_of, _):
        assert expected == await list_of.wishes(since=NOON)


async def test_the_list_is_asked_for_from_that_moment_in_pages_as_large_as_can_be() -> None:
    async with inbox(listed()) as (list_of, service):
        assert "AC1" == list_of.account
        await list_of.wishes(since=NOON)
    [asked] = service.exchanges
    assert {"DateSent>": ["2026-11-21T12:00:00Z"], "PageSize": ["1000"]} == parse_qs(
        urlsplit(asked.path).query
    )


async def test_a_list_that_is_none_is_told_as_such() -> None:
    async with inbox(answer(b"[1]", status="200 OK")) as (list_of, _):
        with pytest.raises(MalformedMessage):
            await list_of.wishes(since=NOON)
