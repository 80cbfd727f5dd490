"""What an outcome of a script's own means stands with the conversation that brought it, and holds whatever the script says later."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId, CallId
from domain.outcomes import OUTCOME_FLAGS, Outcome, OutcomeFlags

FLAGS_OF_CALL: Final = """(
    SELECT said.outcome_flags FROM conversations said
    WHERE said.call_id = c.id AND said.outcome = c.outcome AND said.outcome_flags IS NOT NULL
    ORDER BY said.began_at DESC LIMIT 1
)"""
"""The flags of call c's outcome; NULL for a built-in one."""

_FLAGS = text(f"SELECT {FLAGS_OF_CALL} FROM calls c WHERE c.id = :call_id AND c.account_id = :account_id")


def flags_column(flags: OutcomeFlags | None) -> str | None:
    """Flags as they are stored."""
    return None if flags is None else msgspec.json.encode(flags).decode()


def outcome_of(row: Mapping[Any, Any]) -> Outcome:
    """A row's outcome, with its outcome_flags."""
    return _outcome(row["outcome"], row["outcome_flags"])


async def outcome_of_call(
    session: AsyncSession, account_id: AccountId, call_id: CallId, name: str | None
) -> Outcome:
    """A call's outcome of this name; only of one that is not built in the record is asked what it means."""
    if name is None or name in OUTCOME_FLAGS:
        return Outcome.of(name)
    found = await session.execute(_FLAGS, {"account_id": account_id, "call_id": call_id})
    return _outcome(name, found.scalar_one_or_none())


def _outcome(name: str | None, flags: Mapping[str, Any] | None) -> Outcome:
    return Outcome.of(name, None if flags is None else msgspec.convert(flags, OutcomeFlags))
