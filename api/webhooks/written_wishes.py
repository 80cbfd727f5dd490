"""What people ask for by text message: granted as it comes, and read again from the provider's list after an outage.

A message is told to us once. If neither this process nor the database could take it then, the person is not called on
for all that: every minute the list is read from where it is known to be read.
"""

from datetime import timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from api.tools import ApiTools
from database import inbox_marks
from database.suppressions import accounts_of_caller, lift_channel, suppress, was_suppressed_since
from domain.identifiers import AccountId
from domain.suppressions import OptOutEvidence, SuppressionSource
from providers.messaging.contract import Wish, WrittenWish

log = structlog.get_logger()
# Clocks differ, and a list shows a message a moment after it came; chosen by feel.
_OVERLAP: Final = timedelta(minutes=2)


async def grant(session: AsyncSession, tools: ApiTools, written: WrittenWish) -> None:
    """STOP binds every channel, START lifts the block of text messages alone; whoever decided since then has the last word."""
    for account_id in await accounts_of_caller(session, written.our_number):
        if written.wish is Wish.STOP:
            await _stop(session, tools, account_id, written)
        elif written.wish is Wish.START:
            await lift_channel(session, account_id, written.person, tools.key_ring, "sms", written.at)


async def _stop(session: AsyncSession, tools: ApiTools, account_id: AccountId, written: WrittenWish) -> None:
    """A message that is read twice must not undo that an operator has taken its entry off the list."""
    number, ring = written.person, tools.key_ring
    if not await was_suppressed_since(session, account_id, number, ring, written.at):
        await suppress(
            session,
            account_id,
            [number],
            ring,
            channel="all",
            source=SuppressionSource.TEXT_MESSAGE,
            evidence=OptOutEvidence(written.words, written.at),
        )


async def read_missed(tools: ApiTools) -> None:
    """Grant what was written since the list was last read, however long ago. Raises ProviderError."""
    if tools.inbox is None:
        return
    account, began = tools.inbox.account, tools.now()
    async with tools.database.transaction() as session:
        until = await inbox_marks.read_until(session, account)
    found = [] if until is None else await tools.inbox.wishes(since=until - _OVERLAP)
    async with tools.database.transaction() as session:
        for written in found:
            await grant(session, tools, written)
        await inbox_marks.mark_read(session, account, began)
