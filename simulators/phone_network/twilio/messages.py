"""Twilio's text messages: send, fetch, list; delivery reports; people who answer STOP.

Source: Twilio's pages on the Message resource and on opt-out keywords, read 2026-11-20.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulators.clock import iso_ms, rfc2822, utc_now
from simulators.dropped_connections import drop_connection
from simulators.ordered_faults import Fault, Faults
from simulators.phone_network.call import correlation_of, new_sid
from simulators.phone_network.twilio.accounts import TwilioAccounts
from simulators.phone_network.twilio.callbacks import Callbacks
from simulators.phone_network.twilio.errors import (
    Refused,
    bad_credentials,
    not_found,
    server_error,
    too_many_requests,
)
from simulators.phone_network.twilio.forms import E164, is_address
from simulators.phone_network.twilio.rest import guarded, is_between, page_of
from simulators.phone_network.twilio.webhooks import Webhooks
from simulators.tasks import Tasks
from simulators.vendor_journal import Journal

_STOP = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
_START = frozenset({"START", "YES", "UNSTOP"})
_LONGEST_BODY = 1600
_STEP_SECONDS = 0.05  # between two states of a message on its way


@dataclass(slots=True)
class Message:
    """One text message, outbound or inbound."""

    to: str
    from_: str
    body: str
    account_sid: str
    direction: str = "outbound-api"
    status_callback: str | None = None
    sid: str = field(default_factory=lambda: new_sid("SM"))
    status: str = "queued"
    error_code: int | None = None
    created_at: datetime = field(default_factory=utc_now)
    sent_at: datetime | None = None

    def as_resource(self) -> dict[str, Any]:
        """The message object of Twilio's REST interface."""
        uri = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{self.sid}"
        return {
            "sid": self.sid,
            "account_sid": self.account_sid,
            "messaging_service_sid": None,
            "api_version": "2010-04-01",
            "body": self.body,
            "num_segments": str(1 + (len(self.body) - 1) // 153 if len(self.body) > 160 else 1),
            "num_media": "0",
            "direction": self.direction,
            "from": self.from_,
            "to": self.to,
            "status": self.status,
            "error_code": self.error_code,
            "error_message": None,
            "price": None,
            "price_unit": "USD",
            "date_created": rfc2822(self.created_at),
            "date_updated": rfc2822(self.sent_at or self.created_at),
            "date_sent": rfc2822(self.sent_at),
            "uri": f"{uri}.json",
            "subresource_uris": {"media": f"{uri}/Media.json"},
        }

    def as_entry(self) -> dict[str, Any]:
        """The message in the ledger."""
        return {
            "sid": self.sid,
            "account": self.account_sid,
            "to": self.to,
            "from": self.from_,
            "body": self.body,
            "direction": self.direction,
            "status": self.status,
            "error_code": self.error_code,
            "created_at": iso_ms(self.created_at),
            "sent_at": iso_ms(self.sent_at),
            "status_callback": self.status_callback,
            "correlation": correlation_of(self.status_callback),
        }


class TextMessages:
    """The messages of all accounts, and who wants none from whom."""

    def __init__(
        self, accounts: TwilioAccounts, callbacks: Callbacks, webhooks: Webhooks, tasks: Tasks
    ) -> None:
        self.sent: dict[str, Message] = {}
        self._accounts = accounts
        self._callbacks = callbacks
        self._webhooks = webhooks
        self._tasks = tasks
        self._stopped: set[tuple[str, str, str]] = set()

    def send(self, account: str, *, to: str, from_: str, body: str, status_callback: str | None) -> Message:
        """Accept a message; raises Refused, 21610 if the receiver has said STOP to this sender."""
        if not self._accounts.holds(account, from_):
            raise Refused(
                21606,
                f"The 'From' phone number {from_} is not a valid, SMS-capable phone number for your account.",
            )
        if (account, to, from_) in self._stopped:
            raise Refused(21610, "Attempt to send to unsubscribed recipient")
        message = Message(to, from_, body, account, status_callback=status_callback)
        self.sent[message.sid] = message
        self._tasks.start(self._carry(message), f"message {message.sid}")
        return message

    async def arrive(self, *, from_: str, to: str, body: str, webhook: str) -> int | None:
        """A person sends a message to a number, and so to the account that holds it.

        Answers the webhook's HTTP status, None if it failed.
        """
        account = self._accounts.account_of(to)
        message = Message(to, from_, body, account, direction="inbound", status="received")
        message.sent_at = message.created_at
        self.sent[message.sid] = message
        fields = _inbound_fields(message)
        keyword = body.strip().upper()
        if keyword in _STOP:
            self._stopped.add((account, from_, to))
            fields["OptOutType"] = "STOP"
        elif keyword in _START:
            self._stopped.discard((account, from_, to))
            fields["OptOutType"] = "START"
        response = await self._webhooks.send(account, webhook, fields)
        return None if response is None else response.status

    def reset(self) -> None:
        """Forget all messages and all refusals."""
        self.sent.clear()
        self._stopped.clear()

    async def _carry(self, message: Message) -> None:
        for status in ("sending", "sent", "delivered"):
            await asyncio.sleep(_STEP_SECONDS)
            message.status = status
            if status == "sent":
                message.sent_at = utc_now()
            if message.status_callback and status != "sending":
                self._callbacks.message(message.sid, message.status_callback, _report_fields(message))


class MessagesInterface:
    """/2010-04-01/Accounts/{account}/Messages."""

    def __init__(
        self, messages: TextMessages, faults: Faults, journal: Journal, accounts: TwilioAccounts
    ) -> None:
        self._messages = messages
        self._faults = faults
        self._journal = journal
        self._accounts = accounts

    def routes(self) -> list[Route]:
        """The routes of this interface."""
        root = "/2010-04-01/Accounts/{account}/Messages"
        return [
            Route(f"{root}.json", guarded(self._create, self._accounts), methods=["POST"]),
            Route(f"{root}.json", guarded(self._list, self._accounts), methods=["GET"]),
            Route(f"{root}/{{sid}}.json", guarded(self._fetch, self._accounts), methods=["GET"]),
        ]

    async def _create(self, request: Request) -> Response:
        form = await request.form()
        to, from_, body, callback = (
            str(form.get(name, "")).strip() for name in ("To", "From", "Body", "StatusCallback")
        )
        _check(to, from_, body, callback)
        fault = self._faults.take("sms", to=to)
        account = request.path_params["account"]
        self._journal.record("sms", "send", account=account, to=to, fault=fault.kind if fault else None)
        _misbehave_before(fault)
        message = self._messages.send(
            account, to=to, from_=from_, body=body, status_callback=callback or None
        )
        resource = message.as_resource()
        match fault and fault.kind:
            case "500_after_effect":
                raise server_error()
            case "reset_after_effect":
                await drop_connection(request)
            case "slow":
                await asyncio.sleep(fault.parameters.get("seconds", 1.0) if fault else 0)
        return JSONResponse(resource, status_code=201)

    async def _fetch(self, request: Request) -> Response:
        message = self._messages.sent.get(request.path_params["sid"])
        if message is None or message.account_sid != request.path_params["account"]:
            raise not_found(request.url.path)
        return JSONResponse(message.as_resource())

    async def _list(self, request: Request) -> Response:
        account, query = request.path_params["account"], request.query_params
        found = [
            message.as_resource()
            for message in reversed(self._messages.sent.values())
            if message.account_sid == account
            and query.get("To", message.to) == message.to
            and query.get("From", message.from_) == message.from_
            and is_between(message.sent_at, "DateSent", query)
        ]
        return JSONResponse(page_of("messages", found, request))


def _check(to: str, from_: str, body: str, callback: str) -> None:
    if not to:
        raise Refused(21604, "A 'To' phone number is required.")
    if not from_:
        raise Refused(21603, "A 'From' phone number is required.")
    if not body:
        raise Refused(21602, "Message body is required.")
    if not E164.fullmatch(to):
        raise Refused(21211, f"The 'To' number {to} is not a valid phone number.")
    if not E164.fullmatch(from_):
        raise Refused(21212, f"The 'From' number {from_} is not a valid phone number.")
    if len(body) > _LONGEST_BODY:
        raise Refused(21617, "The concatenated message body exceeds the 1600 character limit.")
    if callback and not is_address(callback):
        raise Refused(
            21609, "The 'StatusCallback' URL parameter is invalid. This parameter must be a valid URL."
        )


def _misbehave_before(fault: Fault | None) -> None:
    match fault and fault.kind:
        case "401":
            raise bad_credentials()
        case "429":
            raise too_many_requests()
        case "500_before_effect":
            raise server_error()


def _report_fields(message: Message) -> dict[str, str]:
    fields = {
        "MessageSid": message.sid,
        "SmsSid": message.sid,
        "AccountSid": message.account_sid,
        "MessageStatus": message.status,
        "SmsStatus": message.status,
        "To": message.to,
        "From": message.from_,
        "ApiVersion": "2010-04-01",
    }
    return fields | ({"ErrorCode": str(message.error_code)} if message.error_code else {})


def _inbound_fields(message: Message) -> dict[str, str]:
    return {
        "MessageSid": message.sid,
        "SmsSid": message.sid,
        "AccountSid": message.account_sid,
        "From": message.from_,
        "To": message.to,
        "Body": message.body,
        "NumMedia": "0",
        "NumSegments": "1",
        "SmsStatus": "received",
        "ApiVersion": "2010-04-01",
    }
