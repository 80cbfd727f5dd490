"""Everything that goes through one account with a telephone carrier."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.identifiers import AccountId
from providers.carriers.contract import Carrier, CarrierCallbacks, StreamOpener
from providers.messaging.contract import Inbox, Messenger


@dataclass(frozen=True, slots=True)
class Telephony:
    """Calls and text messages through one account, and what the carrier tells of them.

    account_id: whose connection it is, None for the installation's own account, which serves every account; inbox: None
    without an account whose messages could be read; streams: how it opens media streams; proof: given the id of an
    attempt or message, what its callback addresses carry to be known as this connection's, empty for the installation's.
    """

    account_id: AccountId | None
    carrier: Carrier
    messenger: Messenger
    inbox: Inbox | None
    callbacks: CarrierCallbacks
    streams: StreamOpener
    proof: Callable[[str], str]
