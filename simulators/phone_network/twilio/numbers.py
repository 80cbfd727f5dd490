"""Twilio's lists of an account's numbers: those that it has, and the caller ids that it has verified. Read only.

Source: Twilio, "IncomingPhoneNumber resource" and "OutgoingCallerIds resource", read 2026-12-01.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulators.phone_network.twilio.accounts import TwilioAccounts
from simulators.phone_network.twilio.forms import E164
from simulators.phone_network.twilio.rest import guarded, page_of

_ROOT = "/2010-04-01/Accounts/{account}"


class NumbersInterface:
    """IncomingPhoneNumbers and OutgoingCallerIds of each account."""

    def __init__(self, accounts: TwilioAccounts) -> None:
        self._accounts = accounts

    def routes(self) -> list[Route]:
        """The routes of this interface."""
        return [
            Route(
                f"{_ROOT}/IncomingPhoneNumbers.json", guarded(self._owned, self._accounts), methods=["GET"]
            ),
            Route(
                f"{_ROOT}/OutgoingCallerIds.json", guarded(self._verified, self._accounts), methods=["GET"]
            ),
        ]

    async def _owned(self, request: Request) -> Response:
        sid, number = request.path_params["account"], request.query_params.get("PhoneNumber", "")
        found = [number] if E164.fullmatch(number) and self._accounts.owns(sid, number) else []
        return self._page("incoming_phone_numbers", "PN", found, request)

    async def _verified(self, request: Request) -> Response:
        sid, number = request.path_params["account"], request.query_params.get("PhoneNumber", "")
        found = [each for each in sorted(self._accounts.verified_of(sid)) if number in each]
        return self._page("outgoing_caller_ids", "CA", found, request)

    def _page(self, name: str, kind: str, numbers: list[str], request: Request) -> Response:
        records = [
            {
                "sid": f"{kind}{number.removeprefix('+'):0>32}",
                "account_sid": request.path_params["account"],
                "friendly_name": number,
                "phone_number": number,
            }
            for number in numbers
        ]
        return JSONResponse(page_of(name, records, request))
