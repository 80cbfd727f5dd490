"""Accounts as they are opened: with what they may use without credentials of their own."""

from sqlalchemy.ext.asyncio import AsyncSession

from database.api_keys import ensure_account
from database.connections import installation_connection
from domain.identifiers import AccountId
from providers.vendors import CREDENTIALS


async def open_account(session: AsyncSession, name: str) -> AccountId:
    """The account of this name, made if there is none, with its connections through the installation's own accounts."""
    account_id = await ensure_account(session, name)
    for kind, vendor in CREDENTIALS:
        await installation_connection(session, account_id, kind, vendor)
    return account_id
