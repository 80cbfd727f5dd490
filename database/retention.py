"""How long an account keeps what it has, and the runs by which goes what is older. What goes: retention_calls.py, retention_rows.py."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import new_id
from domain.errors import Conflict
from domain.identifiers import AccountId
from domain.retention import DueRun, KeptFor, RetentionSettings, Times
from domain.retention_receipts import Receipt

SCHEDULE: Final = "schedule"
"""Who asks for the daily runs."""


@dataclass(frozen=True, slots=True)
class RunView:
    """A run as people see it. gone: how much went so far, by class and store; receipt: None until it is over."""

    id: str
    asked_by: str
    created_at: datetime
    finished_at: datetime | None
    gone: Mapping[str, int]
    receipt: Receipt | None


async def get_settings(
    session: AsyncSession, account_id: AccountId, *, lock: bool = False
) -> RetentionSettings:
    """What the account chose; the defaults, and off, where it chose nothing. lock: nobody changes it meanwhile."""
    locking = "FOR SHARE" if lock else ""
    found = await session.execute(
        text(f"""
            SELECT is_on, content_days, evidence_days, audit_days, countries FROM retention_settings
            WHERE account_id = :account_id {locking}
        """),
        {"account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        return RetentionSettings()
    countries = {country: Times(**times) for country, times in row["countries"].items()}
    return RetentionSettings(**{**row, "countries": countries})


async def set_settings(session: AsyncSession, account_id: AccountId, settings: RetentionSettings) -> None:
    """Keep these instead."""
    await session.execute(
        text("""
            INSERT INTO retention_settings (account_id, is_on, content_days, evidence_days, audit_days, countries)
            VALUES (:account_id, :is_on, :content_days, :evidence_days, :audit_days, CAST(:countries AS jsonb))
            ON CONFLICT (account_id) DO UPDATE SET is_on = excluded.is_on, content_days = excluded.content_days,
                evidence_days = excluded.evidence_days, audit_days = excluded.audit_days, countries = excluded.countries,
                changed_at = now()
        """),
        {**asdict(settings), "account_id": account_id, "countries": _json(asdict(settings)["countries"])},
    )


async def next_account(session: AsyncSession, after: str) -> AccountId | None:
    """The next account by id whose retention is on, or was turned off while a run was open."""
    found = await session.execute(
        text("""
            SELECT account_id FROM retention_settings s WHERE account_id > :after AND (is_on OR EXISTS (
                SELECT FROM retention_runs r WHERE r.account_id = s.account_id AND r.finished_at IS NULL))
            ORDER BY account_id LIMIT 1
        """),
        {"after": after},
    )
    return found.scalar()


async def begin_run(
    session: AsyncSession, account_id: AccountId, kept: KeptFor, *, asked_by: str
) -> tuple[str, bool]:
    """The account's open run, begun if there is none; and whether it was. Raises Conflict while retention is off."""
    if not (await get_settings(session, account_id, lock=True)).is_on:
        raise Conflict("Retention is off for this account; look at the plan and turn it on first.")
    begun = await session.execute(
        text("""
            INSERT INTO retention_runs (id, account_id, asked_by, times) VALUES (:id, :account_id, :asked_by, CAST(:times AS jsonb))
            ON CONFLICT (account_id) WHERE finished_at IS NULL DO NOTHING RETURNING id
        """),
        {"id": new_id("ret"), "account_id": account_id, "asked_by": asked_by, "times": _json(asdict(kept))},
    )
    run_id = begun.scalar_one_or_none()
    if run_id is not None:
        return run_id, True
    found = await open_run(session, account_id)
    if found.run_id is None:
        raise Conflict("A run was over a moment ago; ask again.")
    return found.run_id, False


async def open_run(session: AsyncSession, account_id: AccountId) -> DueRun:
    """The account's run that is not over."""
    found = await session.execute(
        text("SELECT id FROM retention_runs WHERE account_id = :account_id AND finished_at IS NULL"),
        {"account_id": account_id},
    )
    return DueRun(account_id, found.scalar())


async def note_gone(
    session: AsyncSession, account_id: AccountId, run_id: str, gone: Mapping[str, int]
) -> None:
    """Add to what went by this run, in the transaction by which it goes."""
    found = await session.execute(
        text("SELECT gone FROM retention_runs WHERE id = :id AND account_id = :account_id FOR UPDATE"),
        {"id": run_id, "account_id": account_id},
    )
    so_far = found.scalar_one()
    total = {name: so_far.get(name, 0) + gone.get(name, 0) for name in {*so_far, *gone}}
    await session.execute(
        text(
            "UPDATE retention_runs SET gone = CAST(:gone AS jsonb) WHERE id = :id AND account_id = :account_id"
        ),
        {"id": run_id, "account_id": account_id, "gone": _json(total)},
    )


async def gone_so_far(session: AsyncSession, account_id: AccountId, run_id: str) -> Mapping[str, int] | None:
    """What went by this run, which nobody ends meanwhile; None if it is over."""
    found = await session.execute(
        text("""
            SELECT gone FROM retention_runs WHERE id = :id AND account_id = :account_id AND finished_at IS NULL FOR UPDATE
        """),
        {"id": run_id, "account_id": account_id},
    )
    gone: Mapping[str, int] | None = found.scalar_one_or_none()
    return gone


async def end_run(session: AsyncSession, account_id: AccountId, run_id: str, receipt: Receipt) -> None:
    """Keep the receipt; the run is over."""
    await session.execute(
        text("""
            UPDATE retention_runs SET receipt = CAST(:receipt AS jsonb), finished_at = now()
            WHERE id = :id AND account_id = :account_id
        """),
        {"id": run_id, "account_id": account_id, "receipt": _json(asdict(receipt))},
    )


async def list_runs(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> Sequence[RunView]:
    """The newest runs, or those older than the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, asked_by, created_at, finished_at, gone, receipt FROM retention_runs
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row) for row in rows.mappings()]


def _view(row: RowMapping) -> RunView:
    receipt = None if row["finished_at"] is None else msgspec.convert(row["receipt"], Receipt)
    return RunView(**{**row, "receipt": receipt})


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
