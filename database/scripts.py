"""Scripts and their immutable versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import new_id
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, ScriptVersionId
from domain.scripts import Script

_VERSIONS = """
    SELECT v.id, v.script_id, s.name, v.number, v.content, v.created_at
    FROM script_versions v JOIN scripts s ON s.id = v.script_id
    WHERE v.account_id = :account_id
"""


@dataclass(frozen=True, slots=True)
class VersionOfScript:
    """One version of a script; id is what a campaign refers to, number counts the script's versions from 1."""

    id: ScriptVersionId
    script_id: str
    name: str
    number: int
    content: Script
    created_at: datetime


async def add_script(
    session: AsyncSession, account_id: AccountId, name: str, content: Script
) -> VersionOfScript:
    """A new script with its first version. Raises Conflict if the name is taken."""
    script_id = new_id("script")
    try:
        await session.execute(
            text("INSERT INTO scripts (id, account_id, name) VALUES (:id, :account_id, :name)"),
            {"id": script_id, "account_id": account_id, "name": name},
        )
    except IntegrityError as error:
        raise Conflict("A script of this name exists already; add a version to it instead.") from error
    return await add_version(session, account_id, script_id, content)


async def add_version(
    session: AsyncSession, account_id: AccountId, script_id: str, content: Script
) -> VersionOfScript:
    """The script's next version, or the newest one if it says the same; earlier ones stay as they are. Raises NotFound."""
    version_id = new_id("sv")
    found = await session.execute(
        text("SELECT id FROM scripts WHERE id = :id AND account_id = :account_id FOR UPDATE"),
        {"id": script_id, "account_id": account_id},
    )
    if found.one_or_none() is None:
        raise NotFound("This account has no such script.")
    newest = await list_versions(session, account_id, script_id, before=None, limit=1)
    if newest and newest[0].content == content:
        return newest[0]
    await session.execute(
        text("""
            INSERT INTO script_versions (id, account_id, script_id, number, content)
            SELECT :id, :account_id, :script_id, COALESCE(max(number), 0) + 1, CAST(:content AS jsonb)
            FROM script_versions WHERE script_id = :script_id
        """),
        {
            "id": version_id,
            "account_id": account_id,
            "script_id": script_id,
            "content": msgspec.json.encode(content).decode(),
        },
    )
    return await get_version(session, account_id, version_id)


async def get_version(session: AsyncSession, account_id: AccountId, version_id: str) -> VersionOfScript:
    """One version by its own id. Raises NotFound."""
    found = await session.execute(
        text(f"{_VERSIONS} AND v.id = :id"), {"account_id": account_id, "id": version_id}
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such version of a script.")
    return _version(row)


async def newest_version(session: AsyncSession, account_id: AccountId, script_id: str) -> VersionOfScript:
    """The script's newest version. Raises NotFound."""
    versions = await list_versions(session, account_id, script_id, before=None, limit=1)
    if not versions:
        raise NotFound("This account has no such script.")
    return versions[0]


async def script_of_call(session: AsyncSession, account_id: AccountId, call_id: str) -> str:
    """The script of the version that this call is made with. Raises NotFound."""
    found = await session.execute(
        text("""
            SELECT v.script_id FROM call_made_with_v1 w JOIN script_versions v ON v.id = w.script_version_id
            WHERE w.call_id = :call_id AND w.account_id = :account_id
        """),
        {"account_id": account_id, "call_id": call_id},
    )
    script_id = found.scalar_one_or_none()
    if script_id is None:
        raise NotFound("This account has no such call.")
    return str(script_id)


async def list_versions(
    session: AsyncSession, account_id: AccountId, script_id: str, *, before: str | None, limit: int
) -> list[VersionOfScript]:
    """The script's versions, newest first."""
    rows = await session.execute(
        text(f"""
            {_VERSIONS} AND v.script_id = :script_id AND (CAST(:before AS text) IS NULL OR v.id < :before)
            ORDER BY v.id DESC LIMIT :limit
        """),
        {"account_id": account_id, "script_id": script_id, "before": before, "limit": limit},
    )
    return [_version(row) for row in rows.mappings()]


async def list_scripts(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[VersionOfScript]:
    """Each script's newest version, newest script first; before is a script's id."""
    rows = await session.execute(
        text(f"""
            {_VERSIONS} AND (CAST(:before AS text) IS NULL OR s.id < :before)
              AND v.number = (SELECT max(number) FROM script_versions w WHERE w.script_id = s.id)
            ORDER BY s.id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_version(row) for row in rows.mappings()]


def _version(row: RowMapping) -> VersionOfScript:
    fields: Mapping[str, Any] = {**row, "content": msgspec.convert(row["content"], Script)}
    return VersionOfScript(**fields)
