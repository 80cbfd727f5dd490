"""The accounts of the simulated Twilio: who may ask for what, whose a number is, and with whose token it signs.

Another account's resources are not found (20404), its path is not to be entered with one's own credentials (20003).
Source: Twilio's page on error 20003, read 2026-11-30.
"""

import base64
import binascii
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request

from simulators.phone_network.twilio.errors import bad_credentials


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """One account. numbers: those that it holds, and nobody else; None for any well-formed number that nobody holds. verified: those of
    elsewhere that it has proved to be its own, as caller ids."""

    sid: str
    auth_token: str
    numbers: frozenset[str] | None = None
    verified: frozenset[str] = frozenset()


class NumberTaken(Exception):
    """A number that is to be an account's is held by another."""


class TwilioAccounts:
    """All accounts, the first one first: what nobody holds is its."""

    def __init__(self, first: TwilioAccount, further: Iterable[TwilioAccount] = ()) -> None:
        self._first = first.sid
        self._by_sid: dict[str, TwilioAccount] = {}
        for account in (first, *further):
            self.open(account)

    def open(self, account: TwilioAccount) -> None:
        """Let there be this account; of one that is there the token changes, and its numbers if any are given.

        Raises NumberTaken.
        """
        known = self._by_sid.get(account.sid)
        for number in account.numbers or ():
            holder = self._holder(number)
            if holder is not None and holder.sid != account.sid:
                raise NumberTaken(f"{number} is a number of {holder.sid}")
        numbers = known.numbers if known is not None and account.numbers is None else account.numbers
        self._by_sid[account.sid] = TwilioAccount(account.sid, account.auth_token, numbers, account.verified)

    def check(self, request: Request) -> None:
        """Raise Refused unless the request's credentials are those of the account in its path."""
        kind, _, encoded = request.headers.get("authorization", "").partition(" ")
        try:
            user, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            raise bad_credentials() from None
        account = self._by_sid.get(user)
        if (
            kind.lower() != "basic"
            or account is None
            or not hmac.compare_digest(secret.encode(), account.auth_token.encode())
            or request.path_params["account"] != account.sid
        ):
            raise bad_credentials()

    def token_of(self, sid: str) -> str:
        """What this account's requests are signed with at this moment."""
        return self._by_sid[sid].auth_token

    def holds(self, sid: str, number: str) -> bool:
        """Whether this account may call and write from this number."""
        return self.owns(sid, number) or number in self.verified_of(sid)

    def owns(self, sid: str, number: str) -> bool:
        """Whether it is a number of this account's."""
        holder = self._holder(number)
        return self._by_sid[sid].numbers is None if holder is None else holder.sid == sid

    def verified_of(self, sid: str) -> frozenset[str]:
        """The caller ids that this account has verified."""
        return self._by_sid[sid].verified

    def account_of(self, number: str) -> str:
        """The SID of the account that what is sent to this number reaches."""
        holder = self._holder(number)
        return self._first if holder is None else holder.sid

    def _holder(self, number: str) -> TwilioAccount | None:
        held = (account for account in self._by_sid.values() if number in (account.numbers or ()))
        return next(held, None)
