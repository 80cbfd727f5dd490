"""The list of one Twilio account's messages, read for what people asked for while nobody took their messages."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import Any, Final

from providers.carriers.twilio.account import MALFORMED, TwilioAccount
from providers.errors import MalformedMessage
from providers.messaging.contract import Wish, WrittenWish
from providers.messaging.opt_out_keywords import preferences_written, wish_in
from providers.messaging.twilio_sms_callbacks import OPTED_OUT

_PAGE: Final = 1000  # the most that Twilio gives at once


class TwilioInbox:
    """Reads the list of messages; see the contract."""

    def __init__(self, account: TwilioAccount) -> None:
        self._account = account

    @property
    def account(self) -> str:
        """The account's SID."""
        return self._account.sid

    async def wishes(self, *, since: datetime) -> list[WrittenWish]:
        """Also those of messages of ours that Twilio kept back (21610). The list does not show Advanced Opt-Out's own
        words: who uses them takes them by the webhook alone."""
        client = self._account.asking(fictional=False)
        try:
            listed = await client.messages.list_async(date_sent_after=since, page_size=_PAGE)
            return sorted(_wishes(reversed(listed)), key=attrgetter("at"))  # the newest is listed first
        except MALFORMED:
            raise MalformedMessage from None


def _wishes(listed: Iterable[Any]) -> Iterator[WrittenWish]:
    for message in listed:
        at = message.date_sent or message.date_created
        if message.direction == "inbound":
            wish = wish_in(message.body or "")
            if wish in (Wish.STOP, Wish.START) or preferences_written(message.body or "", at):
                yield WrittenWish(message.from_, message.to, wish, at, message.body)
        elif str(message.error_code) == OPTED_OUT:
            yield WrittenWish(message.to, message.from_, Wish.STOP, at)
