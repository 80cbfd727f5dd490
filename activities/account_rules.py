"""The rule packs that hold for an account: the shipped ones, with its own versions where it has some.

A decision reads with its facts which versions hold (`rules_in_force_v1`), so that a change binds the next dial; what they say never
changes and is kept here, so that nothing is read for it twice.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from database.rule_packs import rule_versions_of, rules_in_force
from domain.identifiers import AccountId
from domain.own_rules import with_own
from domain.rule_packs import RulePacks

_MOST_KEPT: Final = 256


class AccountRules:
    """The packs of every account; shipped: those of who has none of their own."""

    def __init__(self, shipped: RulePacks) -> None:
        self.shipped = shipped
        self._known: dict[tuple[str, ...], RulePacks] = {(): shipped}

    async def of(self, session: AsyncSession, account_id: AccountId, versions: Sequence[str]) -> RulePacks:
        """The account's packs with these versions of its own; they are read once.

        Raises InvalidInput for a version that cannot be read, so that nobody is contacted by other rules than theirs.
        """
        wanted = tuple(versions)
        packs = self._known.get(wanted)
        if packs is None:
            own = await rule_versions_of(session, account_id, wanted)
            assert len(wanted) == len(own), "a version is never removed"
            packs = with_own(self.shipped, [version.pack() for version in own])
            if len(self._known) > _MOST_KEPT:
                self._known = {(): self.shipped}
            self._known[wanted] = packs
        return packs

    async def now(self, session: AsyncSession, account_id: AccountId) -> RulePacks:
        """The account's packs of this moment, for what is no decision about a contact."""
        return await self.of(session, account_id, await rules_in_force(session, account_id))
