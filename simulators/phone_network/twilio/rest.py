"""Twilio's REST interface for calls: create, fetch, list, update. Form in, JSON out, Basic authentication."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulators.dropped_connections import drop_connection
from simulators.ledger import Ledger
from simulators.ordered_faults import Fault, Faults
from simulators.phone_network.call import Call, CallRequest, CallStatus
from simulators.phone_network.network import NumberRefused, PhoneNetwork
from simulators.phone_network.twilio.accounts import TwilioAccounts
from simulators.phone_network.twilio.callbacks import Callbacks
from simulators.phone_network.twilio.documents import DocumentPlayer
from simulators.phone_network.twilio.errors import (
    Refused,
    bad_credentials,
    not_found,
    server_error,
    too_many_requests,
)
from simulators.phone_network.twilio.forms import call_request, is_address
from simulators.phone_network.twilio.resources import resource_of
from simulators.phone_network.twilio.twiml import Redirect
from simulators.vendor_journal import Journal

Handler = Callable[[Request], Awaitable[Response]]
_LARGEST_PAGE = 1000
_REFUSALS = {
    21211: "The phone number you are attempting to call, {to}, is not valid.",
    21214: "The phone number you are attempting to call, {to}, cannot be reached.",
    21215: "Account not authorized to call {to}. Perhaps you need to enable some international permissions.",
    21217: "The phone number you provided, {to}, does not appear to be a valid phone number.",
}


def guarded(handler: Handler, accounts: TwilioAccounts) -> Handler:
    """The handler behind Basic authentication, for the account of its path; its refusals in the vendor's form."""

    async def answer(request: Request) -> Response:
        try:
            accounts.check(request)
            return await handler(request)
        except Refused as refusal:
            return refusal.response()

    return answer


class CallsInterface:
    """/2010-04-01/Accounts/{account}/Calls."""

    def __init__(
        self,
        network: PhoneNetwork,
        callbacks: Callbacks,
        ledger: Ledger,
        faults: Faults,
        journal: Journal,
        accounts: TwilioAccounts,
    ) -> None:
        self._network = network
        self._callbacks = callbacks
        self._ledger = ledger
        self._faults = faults
        self._journal = journal
        self._accounts = accounts

    def routes(self) -> list[Route]:
        """The routes of this interface."""
        root = "/2010-04-01/Accounts/{account}"
        return [
            Route(f"{root}/Calls.json", guarded(self._create, self._accounts), methods=["POST"]),
            Route(f"{root}/Calls.json", guarded(self._list, self._accounts), methods=["GET"]),
            Route(f"{root}/Calls/{{sid}}.json", guarded(self._fetch, self._accounts), methods=["GET"]),
            Route(f"{root}/Calls/{{sid}}.json", guarded(self._update, self._accounts), methods=["POST"]),
        ]

    async def _create(self, request: Request) -> Response:
        account = request.path_params["account"]
        wanted = call_request(await request.form(), partial(self._accounts.holds, account))
        fault = self._faults.take("twilio.place", to=wanted.to)
        self._journal.record(
            "twilio", "place", account=account, to=wanted.to, fault=fault.kind if fault else None
        )
        await _misbehave_before(fault)
        call = self._place(wanted, account)
        resource = resource_of(call)
        await self._misbehave_after(fault, request, call)
        return JSONResponse(resource, status_code=201)

    def _place(self, wanted: CallRequest, account: str) -> Call:
        try:
            return self._network.place(wanted, account=account)
        except NumberRefused as refused:
            raise Refused(refused.code, _REFUSALS[refused.code].format(to=wanted.to)) from None

    async def _misbehave_after(self, fault: Fault | None, request: Request, call: Call) -> None:
        """The call is under way: what may still go wrong with the answer."""
        match fault and fault.kind:
            case "500_after_effect":
                raise server_error()
            case "reset_after_effect":
                await drop_connection(request)
            case "slow":
                await asyncio.sleep(_seconds(fault))
            case "callback_first":
                await self._callbacks.first_of(call.sid)

    async def _fetch(self, request: Request) -> Response:
        fault = self._faults.take("twilio.fetch", sid=request.path_params["sid"])
        await _misbehave_before(fault)
        return JSONResponse(resource_of(self._known(request)))

    async def _list(self, request: Request) -> Response:
        fault = self._faults.take("twilio.list", to=request.query_params.get("To", ""))
        await _misbehave_before(fault)
        account, query = request.path_params["account"], request.query_params
        found = [
            call
            for call in reversed(self._ledger.calls.values())
            if call.account_sid == account and _matches(call, query)
        ]
        return JSONResponse(page_of("calls", [resource_of(call) for call in found], request))

    async def _update(self, request: Request) -> Response:
        call = self._known(request)
        fault = self._faults.take("twilio.update", sid=call.sid, to=call.request.to)
        await _misbehave_before(fault)
        form = await request.form()
        leg = self._network.leg(call.sid)
        if leg is None or call.is_over:
            raise Refused(21220, "Invalid call state. Call is not in-progress. Cannot redirect.")
        status, url, twiml = (str(form.get(name, "")) for name in ("Status", "Url", "Twiml"))
        if status == "completed" or (status == "canceled" and call.answered_at is None):
            leg.hang_up("api")
        elif status not in {"", "canceled"}:
            raise Refused(20001, f"Status must be completed or canceled, not {status}")
        elif url or twiml:
            if url and not is_address(url):
                raise Refused(21205, f"Url is not a valid URL: {url}")
            if not isinstance(leg.player, DocumentPlayer):  # nobody has answered yet
                raise Refused(21220, "Call is not in-progress. Cannot redirect.")
            leg.player.redirect(Redirect(url, str(form.get("Method", "POST"))) if url else twiml)
        return JSONResponse(resource_of(call))

    def _known(self, request: Request) -> Call:
        call = self._ledger.calls.get(request.path_params["sid"])
        if call is None or call.account_sid != request.path_params["account"]:
            raise not_found(request.url.path)
        return call


def page_of(name: str, records: list[dict[str, Any]], request: Request) -> dict[str, Any]:
    """One page of a list as the SDK reads it; PageSize is 50 unless asked, at most 1000."""
    query = request.query_params
    size = min(_LARGEST_PAGE, max(1, int(query.get("PageSize", "50"))))
    page = max(0, int(query.get("Page", "0")))
    kept = {key: value for key, value in query.items() if key not in {"Page", "PageSize", "PageToken"}}

    def uri(number: int) -> str:
        return f"{request.url.path}?{urlencode(kept | {'PageSize': size, 'Page': number})}"

    shown = records[page * size : (page + 1) * size]
    return {
        name: shown,
        "first_page_uri": uri(0),
        "next_page_uri": uri(page + 1) if len(records) > (page + 1) * size else None,
        "previous_page_uri": uri(page - 1) if page else None,
        "page": page,
        "page_size": size,
        "start": page * size,
        "end": page * size + max(0, len(shown) - 1),
        "uri": uri(page),
    }


def is_between(moment: datetime | None, field: str, query: QueryParams) -> bool:
    """Twilio's filters on a time: field, field> and field<; bounds included, dates mean days in UTC."""
    exact, after, before = (query.get(field + suffix) for suffix in ("", ">", "<"))
    if not (exact or after or before):
        return True
    if moment is None:
        return False
    whole = moment.replace(microsecond=0)
    return (
        (not after or whole >= _moment(after))
        and (not before or whole <= _moment(before))
        and (not exact or whole.date() == _moment(exact).date())
    )


def _matches(call: Call, query: QueryParams) -> bool:
    status = query.get("Status")
    shown = CallStatus.QUEUED if call.status is CallStatus.INITIATED else call.status
    return (
        query.get("To", call.request.to) == call.request.to
        and query.get("From", call.request.from_) == call.request.from_
        and (not status or status == shown.value)
        and is_between(call.dialled_at, "StartTime", query)
        and is_between(call.ended_at, "EndTime", query)
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            raise Refused(20001, f"{text} is not a time") from None
    return moment if moment.tzinfo else datetime.fromisoformat(f"{moment.isoformat()}+00:00")


async def _misbehave_before(fault: Fault | None) -> None:
    """Nothing has been done yet: refuse, break or dawdle."""
    match fault and fault.kind:
        case "401":
            raise bad_credentials()
        case "429":
            raise too_many_requests()
        case "500_before_effect" | "500":
            raise server_error()
        case "slow_before_effect":
            await asyncio.sleep(_seconds(fault))


def _seconds(fault: Fault | None) -> float:
    return fault.parameters.get("seconds", 1.0) if fault else 0.0
