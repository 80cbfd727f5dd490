"""An account's own settings. How accounts and their keys come to be: api_keys.py."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account. language: in which calls are summed up, None for that of each call's agent."""

    id: AccountId
    name: str
    language: str | None


async def get_account(session: AsyncSession, account_id: AccountId) -> AccountView:
    """The account of whoever asks."""
    found = await session.execute(
        text("SELECT id, name, language FROM accounts WHERE id = :account_id"), {"account_id": account_id}
    )
    return AccountView(**found.mappings().one())


async def set_language(session: AsyncSession, account_id: AccountId, language: str | None) -> None:
    """Have calls summed up in this language from now on."""
    await session.execute(
        text("UPDATE accounts SET language = :language WHERE id = :account_id"),
        {"account_id": account_id, "language": language},
    )
