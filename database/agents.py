"""Profiles of the AI agent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from database.json_columns import backup_of, timeouts_of
from database.session import new_id
from domain.conversations import Backup, Engine, Menus, RecogniserName
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, AgentId
from domain.permits import recogniser_of, synthesiser_of
from domain.timeouts import Timeouts
from domain.vendors import relied_on

# Two columns have other names than their fields; recogniser is also a column, whose permit it takes: database.tables.Agent.
_COLUMNS = """
    id, name, voice, voice_model, model, engine, ears AS recogniser, backup, language, languages, pronunciation, menus,
    opt_out_key, patience AS timeouts, created_at
"""


@dataclass(frozen=True, slots=True)
class AgentProfile:
    """One agent as its account sees it; languages: further ones than language."""

    id: AgentId
    name: str
    voice: str
    voice_model: str
    model: str
    engine: str
    recogniser: str
    backup: Backup
    language: str
    languages: Sequence[str]
    pronunciation: Mapping[str, str]
    menus: str
    opt_out_key: str
    timeouts: Timeouts
    created_at: datetime


async def add_agent(
    session: AsyncSession,
    account_id: AccountId,
    *,
    name: str,
    voice: str,
    voice_model: str,
    model: str,
    language: str,
    timeouts: Timeouts,
    engine: Engine = Engine.CASCADE,
    recogniser: RecogniserName = RecogniserName.FLUX,
    backup: Backup | None = None,
    languages: Sequence[str] = (),
    pronunciation: Mapping[str, str] | None = None,
    menus: Menus = Menus.HANG_UP,
    opt_out_key: str = "9",
) -> AgentProfile:
    """A new agent. Raises Conflict if the name is taken."""
    statement = text(f"""
        INSERT INTO agents (id, account_id, name, voice, voice_model, model, engine, ears, backup, language, languages,
                            pronunciation, menus, opt_out_key, patience, recogniser, synthesiser, relies_on)
        VALUES (:id, :account_id, :name, :voice, :voice_model, :model, :engine, :ears, CAST(:backup AS jsonb), :language,
                :languages, CAST(:pronunciation AS jsonb), :menus, :opt_out_key, CAST(:patience AS jsonb), :recogniser, :synthesiser, :relies_on)
        RETURNING {_COLUMNS}
    """)
    parameters = {
        "id": new_id("agent"),
        "account_id": account_id,
        "name": name,
        "voice": voice,
        "voice_model": voice_model,
        "model": model,
        "engine": str(engine),
        "ears": str(recogniser),
        "backup": msgspec.json.encode(backup or Backup()).decode(),
        "language": language,
        "languages": list(languages),
        "pronunciation": msgspec.json.encode(pronunciation or {}).decode(),
        "menus": str(menus),
        "opt_out_key": opt_out_key,
        "patience": msgspec.json.encode(timeouts).decode(),
        "recogniser": str(recogniser_of(recogniser, engine)),
        "synthesiser": str(synthesiser_of(voice_model)),
        "relies_on": relied_on(
            engine=engine,
            recogniser=recogniser,
            model=model,
            voice_model=voice_model,
            backup=backup or Backup(),
        ),
    }
    try:
        row = (await session.execute(statement, parameters)).mappings().one()
    except IntegrityError as error:
        raise Conflict("An agent of this name exists already; choose another name.") from error
    return _profile(row)


async def get_agent(session: AsyncSession, account_id: AccountId, agent_id: str) -> AgentProfile:
    """The agent. Raises NotFound."""
    found = await session.execute(
        text(f"SELECT {_COLUMNS} FROM agents WHERE id = :id AND account_id = :account_id"),
        {"id": agent_id, "account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such agent.")
    return _profile(row)


async def list_agents(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[AgentProfile]:
    """The newest agents, or those older than the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM agents
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_profile(row) for row in rows.mappings()]


def _profile(row: RowMapping) -> AgentProfile:
    records = {"backup": backup_of(row["backup"]), "timeouts": timeouts_of(row["timeouts"])}
    return AgentProfile(**{**row, **records})
