"""Rows beside the ones that a query is about: of another account, older and newer, over and not yet. Each test is one transaction."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import users
from database.sealing import KeyRing
from database.users import UserDetails
from domain.access import Role
from domain.identifiers import AccountId, UserId

A_MOMENT = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Neighbours:
    """Two accounts in one transaction, of which nothing stays; now: the moment that now() is in all of it."""

    session: AsyncSession
    ring: KeyRing
    ours: AccountId
    theirs: AccountId
    now: datetime

    async def person(
        self,
        email: str = "",
        *,
        account: AccountId | None = None,
        role: Role = Role.AGENT,
        password: str | None = "theirs",
        disabled: bool = False,
    ) -> UserId:
        """Somebody of ours, unless an account is given. password: None for who has not come in."""
        address = email or f"{os.urandom(6).hex()}@example.com"
        details, of = UserDetails(address, "Ada"), account or self.ours
        user = await users.add_user(self.session, of, details, role, self.ring)
        change = "UPDATE users SET password_hash = :password, disabled_at = :disabled_at WHERE id = :id"
        await self.run(change, password=password, disabled_at=self.now if disabled else None, id=user)
        return user

    async def run(self, statement: str, **parameters: Any) -> None:
        """Change rows by hand."""
        await self.session.execute(text(statement), parameters)

    async def found(self, statement: str, **parameters: Any) -> list[Any]:
        """The first column of what a query finds."""
        return list((await self.session.execute(text(statement), parameters)).scalars())
