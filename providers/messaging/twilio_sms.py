"""Text messages through Twilio: send, find. Callbacks are read in twilio_sms_callbacks.py."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from providers.carriers.demonstration import is_e164
from providers.carriers.twilio.account import LOOKED_THROUGH, MALFORMED, TwilioAccount, first_created_since
from providers.carriers.twilio.addresses import message_url
from providers.errors import MalformedMessage, OutcomeUnknown, RecipientRefused
from providers.messaging.contract import TextMessage


class TwilioSms:
    """Messages through one Twilio account."""

    def __init__(self, account: TwilioAccount) -> None:
        self._account = account

    async def send(self, message: TextMessage) -> str:
        """The SID of the new message; see the contract for errors. Twilio has no idempotency key: never repeat it."""
        if not is_e164(message.to):
            raise RecipientRefused(code="not_e164")
        client = self._account.acting(
            fictional=message.fictional, to=message.to, send_before=message.send_before
        )
        try:
            sent = await client.messages.create_async(
                to=message.to,
                from_=message.from_number,
                body=message.body,
                status_callback=message_url(message.public_url, message.message_id, message.proof),
            )
        except MALFORMED:
            raise OutcomeUnknown(code="unreadable") from None
        if not isinstance(sent.sid, str) or not sent.sid:
            raise OutcomeUnknown(code="no_message_sid")
        return sent.sid

    async def find(
        self, message: TextMessage, *, since: datetime, not_these: Collection[str] = ()
    ) -> str | None:
        """The SID of the first message with these numbers and this text created since then.

        not_these: messages known to be others. Lists show no callback address; a trial account puts a sentence
        before the text.
        """
        client = self._account.asking(fictional=message.fictional, to=message.to)
        try:
            listed = await client.messages.list_async(
                to=message.to, from_=message.from_number, limit=LOOKED_THROUGH, page_size=LOOKED_THROUGH
            )
            ours = [each for each in listed if each.sid not in not_these and _has_text(each, message.body)]
            found = first_created_since(since, ours)
            return str(found.sid) if found else None
        except MALFORMED:
            raise MalformedMessage from None


def _has_text(listed: Any, body: str) -> bool:
    return isinstance(listed.body, str) and listed.body.rstrip().endswith(body.rstrip())
