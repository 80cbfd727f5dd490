"""What people ask for by text message (which words count: providers/messaging/opt_out_keywords.py) is granted as it comes, and
read again from the provider's list after an outage.

A message is told to us once. If neither this process nor the database could take it then, the person is not called on
for all that: every minute the list is read from where it is known to be read.
"""

from datetime import timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from api.tools import ApiTools
from database import inbox_marks
from database.opt_outs import lift_channel, refused_since, suppress_by_own_word
from database.preferences import prefer_written
from database.trunks import accounts_of_caller
from domain.identifiers import AccountId
from domain.suppressions import OptOutEvidence, SuppressionSource
from providers.carriers.registry import CARRIERS
from providers.errors import ProviderError
from providers.messaging.contract import Wish, WrittenWish
from providers.messaging.opt_out_keywords import preferences_written
from providers.telephony import Telephony

log = structlog.get_logger()
# Clocks differ, and a list shows a message a moment after it came; chosen by feel.
_OVERLAP: Final = timedelta(minutes=2)


async def grant(session: AsyncSession, tools: ApiTools, written: WrittenWish, only: AccountId | None) -> None:
    """STOP binds every channel, START lifts the block of text messages alone; whoever decided since then has the last word. How
    somebody wants to be contacted is kept as a preference.

    only: the account through whose own connection it came; None for every account that calls from this number.
    """
    for account_id in await accounts_of_caller(session, written.our_number):
        if only not in (None, account_id):
            continue
        if written.wish is Wish.STOP:
            await _stop(session, tools, account_id, written)
        elif written.wish is Wish.START:
            await lift_channel(session, account_id, written.person, tools.key_ring, "sms", written.at)
        elif preferred := preferences_written(written.words, written.at):
            await prefer_written(session, account_id, written.person, preferred, tools.key_ring)


async def _stop(session: AsyncSession, tools: ApiTools, account_id: AccountId, written: WrittenWish) -> None:
    """A message that is read twice must not undo that an operator has taken its entry off the list."""
    number, ring = written.person, tools.key_ring
    if not await refused_since(session, account_id, number, ring, written.at):
        await suppress_by_own_word(
            session,
            account_id,
            number,
            ring,
            source=SuppressionSource.TEXT_MESSAGE,
            evidence=OptOutEvidence(written.words, written.at),
        )


async def read_missed(tools: ApiTools) -> None:
    """Grant what was written since each list was last read, however long ago. Raises ProviderError when all are read
    but the first that could not be."""
    installation = [tools.connections.installation(carrier) for carrier in CARRIERS]
    failed: list[ProviderError] = []
    for telephony in [*installation, *await tools.connections.own_telephony()]:
        try:
            await _read_list(tools, telephony)
        except ProviderError as error:
            failed.append(error)
    if failed:
        raise failed[0]


async def _read_list(tools: ApiTools, telephony: Telephony) -> None:
    inbox, only = telephony.inbox, telephony.account_id
    if inbox is None:
        return
    # What was granted to one account only is not read for another.
    name, began = inbox.account if only is None else f"{only}/{inbox.account}", tools.now()
    async with tools.database.transaction() as session:
        until = await inbox_marks.read_until(session, name)
    found = [] if until is None else await inbox.wishes(since=until - _OVERLAP)
    async with tools.database.transaction() as session:
        for written in found:
            await grant(session, tools, written, only)
        await inbox_marks.mark_read(session, name, began)
