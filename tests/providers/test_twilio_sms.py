"""Text messages through Twilio: what leaves, what each answer means, how a lost one is found."""

import json
import traceback
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs

import pytest

from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio.account import TwilioAccount
from providers.errors import (
    CredentialsRefused,
    MalformedMessage,
    OutcomeUnknown,
    ProviderError,
    ProviderRefused,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientOptedOut,
    RecipientRefused,
    SendRefused,
)
from providers.messaging.twilio_sms import TwilioSms
from tests.providers.dials import CALLER, SOMEBODY, now, text
from tests.providers.listeners import Listener, answer, listening

CREATED = answer(b'{"sid": "SM1", "status": "queued"}')


@asynccontextmanager
async def messages(says: bytes = CREATED) -> AsyncIterator[tuple[TwilioSms, Listener]]:
    """An adapter, and a service that always says this."""
    async with listening(says=says) as service:
        account = TwilioAccount(
            "AC1", "token", base_url=service.url, demonstration_numbers=DemonstrationNumbers()
        )
        async with aclosing(account):
            yield TwilioSms(account), service


async def test_message_says_who_to_whom_what_and_where_to_report() -> None:
    """Requirement 108."""
    message = replace(text(body="Danke & bis bald, 50 % für Sie 👍"), proof="conn_1.proof")
    async with messages() as (sms, service):
        sent = await sms.send(message)

    form = parse_qs(bytes(service.received).rpartition(b"\r\n\r\n")[2].decode())
    assert sent == "SM1"
    assert {
        "To": [SOMEBODY],
        "From": [CALLER],
        "Body": [message.body],
        "StatusCallback": ["http://127.0.0.1:9/api/webhooks/twilio/sms/msg_1?through=conn_1.proof"],
    } == form


def refusal(code: int, status: int) -> bytes:
    """Twilio's refusal, its message naming the number as Twilio's do."""
    body = {"code": code, "message": f"no good: {SOMEBODY}", "status": status}
    return answer(json.dumps(body).encode(), status=f"{status} No")


@pytest.mark.parametrize(
    "error, says",
    [
        (RecipientOptedOut, refusal(21610, 400)),
        (RecipientRefused, refusal(21211, 400)),
        (RecipientRefused, refusal(21614, 400)),
        (RecipientRefused, refusal(21408, 403)),
        (RecipientRefused, refusal(21612, 400)),
        (RecipientRefused, refusal(21635, 400)),
        (CredentialsRefused, refusal(20005, 403)),
        (ProviderThrottled, refusal(20429, 429)),
        (ProviderThrottled, refusal(30610, 400)),
        (ProviderRefused, refusal(21999, 400)),
        (ProviderRefused, answer(b'{"code": null}', status="400 No")),
        (ProviderRefused, answer(b'{"code": "none of ours"}', status="400 No")),
        (OutcomeUnknown, answer(b"", status="408 Late")),
        (OutcomeUnknown, answer(b"", status="302 Elsewhere")),
        (OutcomeUnknown, refusal(20500, 500)),
        (OutcomeUnknown, answer(b"<html>")),
        (OutcomeUnknown, answer(b"{}")),
        (OutcomeUnknown, answer(b'{"sid": 7}')),
        (OutcomeUnknown, answer(b'{"sid": ""}')),
    ],
)
async def test_each_answer_has_one_meaning(error: type[ProviderError], says: bytes) -> None:
    async with messages(says) as (sms, service):
        with pytest.raises(error) as raised:
            await sms.send(text())

    assert (error, 1) == (type(raised.value), service.requests)
    assert SOMEBODY not in "".join(traceback.format_exception(raised.value))


async def test_late_sender_and_malformed_number_send_nothing() -> None:
    async with messages() as (sms, service):
        with pytest.raises(SendRefused):
            await sms.send(text(send_before=now() - timedelta(seconds=1)))
        with pytest.raises(RecipientRefused):
            await sms.send(text("whatsapp:+14155550142"))

    assert service.requests == 0


NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BODY = "Thank you for your time."


def listed(*messages: tuple[str, float, str]) -> bytes:
    """A list of messages: SID, seconds after noon, text."""
    records = [
        {"sid": sid, "date_created": format_datetime(NOON + timedelta(seconds=seconds)), "body": body}
        for sid, seconds, body in messages
    ]
    return answer(json.dumps({"messages": records, "next_page_uri": None}).encode(), status="200 OK")


@pytest.mark.parametrize(
    "expected, says",
    [
        (None, listed()),
        ("ours", listed(("ours", 1, BODY))),
        ("ours", listed(("ours", 1, f"Sent from your Twilio trial account - {BODY}"))),
        ("ours", listed(("later", 9, BODY), ("ours", 1, BODY), ("other", 0, "Something else"))),
        (None, listed(("earlier", -600, BODY))),
        (None, listed(("other", 1, "Something else"))),
    ],
)
async def test_lost_message_is_the_first_with_its_text_since_the_request(
    expected: str | None, says: bytes
) -> None:
    async with messages(says) as (sms, service):
        assert expected == await sms.find(text(body=BODY), since=NOON)
    asked = parse_qs(service.exchanges[0].line.partition("?")[2].partition(" ")[0])
    wanted = text(body=BODY)
    assert {"To": [wanted.to], "From": [wanted.from_number]} == {
        name: asked.get(name) for name in ("To", "From")
    }


async def test_a_message_that_is_known_to_be_anothers_is_passed_over() -> None:
    async with messages(listed(("anothers", 1, BODY), ("ours", 2, BODY))) as (sms, _):
        assert "ours" == await sms.find(text(body=BODY), since=NOON, not_these=["anothers"])
        assert "anothers" == await sms.find(text(body=BODY), since=NOON)


@pytest.mark.parametrize(
    "error, says", [(ProviderUnavailable, answer(status="500 Oops")), (MalformedMessage, answer(b"[1]"))]
)
async def test_failed_search_may_be_repeated(error: type[ProviderError], says: bytes) -> None:
    async with messages(says) as (sms, _):
        with pytest.raises(error):
            await sms.find(text(), since=NOON)
