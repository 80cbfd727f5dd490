"""Accounts' own versions of rule packs: stored once, never changed, and in force from a moment on (domain/own_rules.py)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFound
from domain.identifiers import AccountId
from domain.own_rules import OwnPack
from domain.rule_packs import RulePack, parse_rule_pack

_COLUMNS: Final = """
    id, name, revision, dated, content, compared_with, less_strict, less_strict_because, created_by, created_at, valid_from,
    id = ANY(COALESCE(rules_in_force_v1(account_id), '{}')) AS in_force
"""


@dataclass(frozen=True, slots=True)
class OwnVersion:
    """A stored version. dated: what its text says; compared_with: the shipped pack's rule set; in_force: it is the last of its name
    whose time (valid_from) has come."""

    id: str
    name: str
    revision: int
    dated: date
    content: str
    compared_with: str
    less_strict: Sequence[str]
    less_strict_because: str | None
    created_by: str
    created_at: datetime
    valid_from: datetime
    in_force: bool

    @property
    def digest(self) -> str:
        """What tells this text from every other one: its SHA-256, in hexadecimal."""
        return hashlib.sha256(self.content.encode()).hexdigest()

    def pack(self) -> OwnPack:
        """What it says."""
        alone = self.compared_with if self.less_strict else None
        return OwnPack(parse_rule_pack(self.content), self.revision, alone)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version that is to be stored. less_strict is empty, or there is a reason; valid_from: None for at once."""

    id: str
    pack: RulePack
    compared_with: str
    less_strict: tuple[str, ...]
    less_strict_because: str | None
    created_by: str
    valid_from: datetime | None


async def add_rule_version(session: AsyncSession, account_id: AccountId, new: NewVersion) -> OwnVersion:
    """The account's next version of this pack."""
    # One after the other, so that each has a revision of its own.
    await session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended('rule pack of ' || :account_id, 0))"),
        {"account_id": account_id},
    )
    await session.execute(
        text("""
            INSERT INTO rule_pack_versions (id, account_id, name, revision, dated, content, compared_with, less_strict,
                                            less_strict_because, created_by, created_at, valid_from)
            SELECT :id, :account_id, :name, COALESCE(max(revision), 0) + 1, :dated, :content, :compared_with, :less_strict,
                   CAST(:because AS text), :created_by, clock_timestamp(), COALESCE(CAST(:valid_from AS timestamptz), clock_timestamp())
            FROM rule_pack_versions WHERE account_id = :account_id AND name = :name
        """),
        {
            "id": new.id,
            "account_id": account_id,
            "name": new.pack.name,
            "dated": new.pack.version,
            "content": new.pack.text,
            "compared_with": new.compared_with,
            "less_strict": list(new.less_strict),
            "because": new.less_strict_because,
            "created_by": new.created_by,
            "valid_from": new.valid_from,
        },
    )
    rows = await session.execute(
        text(f"SELECT {_COLUMNS} FROM rule_pack_versions WHERE account_id = :account_id AND id = :id"),
        {"account_id": account_id, "id": new.id},
    )
    return _version(rows.mappings().one())


async def get_rule_version(
    session: AsyncSession, account_id: AccountId, name: str, revision: int
) -> OwnVersion:
    """One version of a pack. Raises NotFound."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM rule_pack_versions
            WHERE account_id = :account_id AND name = :name AND revision = :revision
        """),
        {"account_id": account_id, "name": name, "revision": revision},
    )
    row = rows.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such version of its own.")
    return _version(row)


async def list_rule_versions(
    session: AsyncSession, account_id: AccountId, name: str, *, before: int | None, limit: int
) -> list[OwnVersion]:
    """The account's versions of a pack, newest first, or those before this revision."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM rule_pack_versions
            WHERE account_id = :account_id AND name = :name AND (CAST(:before AS int) IS NULL OR revision < :before)
            ORDER BY revision DESC LIMIT :limit
        """),
        {"account_id": account_id, "name": name, "before": before, "limit": limit},
    )
    return [_version(row) for row in rows.mappings()]


async def rules_in_force(session: AsyncSession, account_id: AccountId) -> tuple[str, ...]:
    """The ids of the account's own versions that hold now, at most one for each pack."""
    found = await session.execute(text("SELECT rules_in_force_v1(:account_id)"), {"account_id": account_id})
    return tuple(found.scalar_one() or ())


async def rule_versions_of(
    session: AsyncSession, account_id: AccountId, ids: Sequence[str]
) -> list[OwnVersion]:
    """These versions, whichever the account has."""
    rows = await session.execute(
        text(f"SELECT {_COLUMNS} FROM rule_pack_versions WHERE account_id = :account_id AND id = ANY(:ids)"),
        {"account_id": account_id, "ids": list(ids)},
    )
    return [_version(row) for row in rows.mappings()]


def _version(row: RowMapping) -> OwnVersion:
    return OwnVersion(**row)
