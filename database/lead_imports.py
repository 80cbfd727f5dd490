"""Uploaded lists of leads: staged row by row with their report, then committed or discarded; of a dead reader's: abandoned_imports.py.

accepted + rejected + duplicates = rows, always: each row of the file is a staged lead or a problem.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.consents import entering
from database.lead_events import RELEASED
from database.session import new_id
from domain.campaigns import CampaignState
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, CampaignId, ImportId
from domain.import_notes import ImportNote, RepairGroup

COMMIT_BATCH: Final = 10_000


class ImportState(StrEnum):
    """Where an import stands; only a staged one can be committed. One that is asking looks as if its columns were mapped
    wrongly: somebody confirms them, or names others.
    """

    VALIDATING = "validating"
    ASKING = "asking"
    STAGED = "staged"
    COMMITTING = "committing"
    COMMITTED = "committed"
    DISCARDED = "discarded"
    FAILED = "failed"


class ImportAsks(Conflict):
    """This upload looks as if its columns were mapped wrongly; answer its question first."""

    code = "import_asks"


class ImportPending(Conflict):
    """This campaign has an upload that is neither committed nor discarded; decide about it, or upload with replace."""

    code = "import_pending"


@dataclass(frozen=True, slots=True)
class ImportView:
    """One import. mapping: field -> column of the file; sheet: of a workbook, which was read, else empty; reading: how its
    rows are read besides (default_region, rules, accept).
    """

    id: ImportId
    campaign_id: CampaignId
    file_name: str
    state: ImportState
    rows: int
    accepted: int
    rejected: int
    duplicates: int
    mapping: Mapping[str, Any]
    sheet: str
    notes: Sequence[ImportNote]
    repairs: Sequence[RepairGroup]
    reading: Mapping[str, str]
    created_at: datetime
    committed_at: datetime | None


_SELECT = """
    SELECT id, campaign_id, file_name, state, rows, accepted, rejected, duplicates, mapping, sheet, notes, repairs, reading,
        created_at, committed_at
    FROM lead_imports WHERE account_id = :account_id
"""


async def begin_import(
    session: AsyncSession, account_id: AccountId, campaign_id: str, *, file_name: str, replace: bool
) -> ImportId:
    """A new import in which rows can be staged. Raises NotFound, Conflict, ImportPending."""
    await hold_campaign(session, account_id, campaign_id)
    for pending in await _pending(session, account_id, campaign_id):
        if not replace:
            raise ImportPending
        await discard_import(session, account_id, pending)
    return await _new_import(session, account_id, campaign_id, file_name)


async def begin_single(
    session: AsyncSession, account_id: AccountId, campaign_id: str, *, came_by: str = ""
) -> ImportId:
    """A new import of a few rows, staged and committed in this transaction; an upload that is staged may wait beside it. came_by: by what.

    Raises NotFound, Conflict, ImportPending while the rows of a file are being staged.
    """
    await hold_campaign(session, account_id, campaign_id)
    for pending in await _pending(session, account_id, campaign_id):
        if (await get_import(session, account_id, pending)).state is ImportState.VALIDATING:
            raise ImportPending("The rows of a list are being read for this campaign; ask again in a moment.")
    return await _new_import(session, account_id, campaign_id, came_by)


async def _new_import(
    session: AsyncSession, account_id: AccountId, campaign_id: str, file_name: str
) -> ImportId:
    import_id = ImportId(new_id("imp"))
    await session.execute(
        text("""
            INSERT INTO lead_imports (id, account_id, campaign_id, file_name)
            VALUES (:id, :account_id, :campaign_id, :file_name)
        """),
        {"id": import_id, "account_id": account_id, "campaign_id": campaign_id, "file_name": file_name},
    )
    return import_id


async def hold_campaign(session: AsyncSession, account_id: AccountId, campaign_id: str) -> None:
    """Until the transaction ends the campaign is not over. Raises NotFound, Conflict if it takes no more leads."""
    found = await session.execute(
        text("SELECT state FROM campaigns WHERE id = :id AND account_id = :account_id FOR UPDATE"),
        {"id": campaign_id, "account_id": account_id},
    )
    state = found.scalar_one_or_none()
    if state is None:
        raise NotFound("This account has no such campaign.")
    if state not in (CampaignState.DRAFT, CampaignState.RUNNING, CampaignState.PAUSED):
        raise Conflict(f"A campaign that is {state} takes no more leads; make a new one.")


async def _pending(session: AsyncSession, account_id: AccountId, campaign_id: str) -> list[str]:
    rows = await session.execute(
        text("""
            SELECT id FROM lead_imports
            WHERE campaign_id = :campaign_id AND account_id = :account_id AND state IN ('validating', 'staged', 'asking')
        """),
        {"campaign_id": campaign_id, "account_id": account_id},
    )
    return list(rows.scalars())


async def describe_file(
    session: AsyncSession,
    account_id: AccountId,
    import_id: str,
    *,
    mapping: Mapping[str, Any],
    sheet: str,
    notes: Sequence[ImportNote],
    reading: Mapping[str, str],
) -> None:
    """Keep which column of the file means what, how it is read besides, and what is to be said of it as a whole."""
    await session.execute(
        text("""
            UPDATE lead_imports
            SET mapping = CAST(:mapping AS jsonb), sheet = :sheet, notes = CAST(:notes AS jsonb),
                reading = CAST(:reading AS jsonb)
            WHERE id = :id AND account_id = :account_id
        """),
        {
            "id": import_id,
            "account_id": account_id,
            "mapping": msgspec.json.encode(mapping).decode(),
            "sheet": sheet,
            "notes": msgspec.json.encode(notes).decode(),
            "reading": msgspec.json.encode(reading).decode(),
        },
    )


async def check_validating(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """Hold the import where it is until the transaction ends. Raises Conflict when it takes no more rows."""
    found = await session.execute(
        text("SELECT state FROM lead_imports WHERE id = :id AND account_id = :account_id FOR SHARE"),
        {"id": import_id, "account_id": account_id},
    )
    if found.scalar_one_or_none() != ImportState.VALIDATING:
        raise Conflict("Another upload replaced this one.")


async def note_progress(
    session: AsyncSession, account_id: AccountId, import_id: str, view: "ImportCounts"
) -> None:
    """Show how far an import is; the final figures are counted anew by finish_import."""
    await session.execute(
        text("""
            UPDATE lead_imports SET read_at = clock_timestamp(),
                rows = :rows, accepted = :accepted, rejected = :rejected, duplicates = :duplicates
            WHERE id = :id AND account_id = :account_id AND state = 'validating'
        """),
        {
            "id": import_id,
            "account_id": account_id,
            "rows": view.rows,
            "accepted": view.accepted,
            "rejected": view.rejected,
            "duplicates": view.duplicates,
        },
    )


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many rows were read, and what became of them."""

    rows: int
    accepted: int
    rejected: int
    duplicates: int


async def finish_import(
    session: AsyncSession,
    account_id: AccountId,
    import_id: str,
    rows: int,
    *,
    repairs: Sequence[RepairGroup] = (),
    question_sealed: bytes | None = None,
) -> ImportView:
    """The import as staged, or as asking if there is a question (an ImportQuestion), its figures counted from what is stored. Raises Conflict if a row is unaccounted for."""
    await check_validating(session, account_id, import_id)
    counted = await session.execute(
        text("""
            UPDATE lead_imports i SET state = :state, rows = :rows, repairs = CAST(:repairs AS jsonb),
                question_sealed = :question_sealed,
                accepted = (SELECT count(*) FROM leads WHERE import_id = i.id),
                rejected = (SELECT count(*) FROM import_problems WHERE import_id = i.id AND verdict = 'rejected'),
                duplicates = (SELECT count(*) FROM import_problems WHERE import_id = i.id AND verdict = 'duplicate')
            WHERE id = :id AND account_id = :account_id
            RETURNING accepted + rejected + duplicates
        """),
        {
            "id": import_id,
            "account_id": account_id,
            "rows": rows,
            "state": str(ImportState.STAGED if question_sealed is None else ImportState.ASKING),
            "repairs": msgspec.json.encode(repairs).decode(),
            "question_sealed": question_sealed,
        },
    )
    if counted.scalar_one() != rows:
        raise Conflict("The file's rows and the stored rows differ; upload it again.")
    return await get_import(session, account_id, import_id)


async def discard_import(
    session: AsyncSession, account_id: AccountId, import_id: str, state: ImportState = ImportState.DISCARDED
) -> ImportView:
    """Forget the import's staged leads; the report stays. Discarding twice is no error. Raises NotFound, Conflict."""
    found = await get_import(session, account_id, import_id, lock=True)
    if found.state in (ImportState.COMMITTING, ImportState.COMMITTED):
        raise Conflict("This import is committed; its leads belong to the campaign now.")
    await forget_rows(session, account_id, import_id)
    await session.execute(
        text("""
            UPDATE lead_imports SET state = :state, question_sealed = NULL
            WHERE id = :id AND account_id = :account_id AND state IN ('validating', 'staged', 'asking')
        """),
        {"id": import_id, "account_id": account_id, "state": str(state)},
    )
    return await get_import(session, account_id, import_id)


async def forget_rows(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """Forget what was staged of the file, and the file if it is kept."""
    parameters = {"id": import_id, "account_id": account_id}
    for statement in (
        "DELETE FROM leads WHERE import_id = :id AND account_id = :account_id AND state = 'staged'",
        "DELETE FROM import_barred WHERE import_id = :id AND account_id = :account_id",
        "DELETE FROM import_files WHERE import_id = :id AND account_id = :account_id",
    ):
        await session.execute(text(statement), parameters)


async def begin_commit(session: AsyncSession, account_id: AccountId, import_id: str) -> ImportView:
    """From now on the leads can only become part of the campaign. Raises NotFound, Conflict.

    The campaign is locked first, as by its feeder before it says that all is done: leads never come too late.
    """
    if (found := await get_import(session, account_id, import_id)).state is ImportState.STAGED:
        await hold_campaign(session, account_id, found.campaign_id)
    found = await get_import(session, account_id, import_id, lock=True)
    if found.state in (ImportState.COMMITTING, ImportState.COMMITTED):
        return found
    if found.state is ImportState.ASKING:
        raise ImportAsks
    if found.state is not ImportState.STAGED:
        raise Conflict(f"An import that is {found.state} cannot be committed; upload the file again.")
    parameters = {"id": import_id, "account_id": account_id}
    await session.execute(
        text("""
            INSERT INTO lead_groups (campaign_id, hours_key, account_id)
            SELECT DISTINCT campaign_id, hours_key, account_id FROM leads
            WHERE import_id = :id AND account_id = :account_id AND review IS NULL
            ON CONFLICT DO NOTHING
        """),
        parameters,
    )
    await session.execute(
        text("UPDATE lead_imports SET state = 'committing' WHERE id = :id AND account_id = :account_id"),
        parameters,
    )
    return await get_import(session, account_id, import_id)


# A list does not say for what its people agreed to be contacted: it is taken to be what the campaign is for.
_AGREED: Final = """
    SELECT l.id, l.account_id, l.number_hash, l.consents, l.import_id, COALESCE(m.plan ->> 'purpose', 'survey') AS purpose,
           'import' AS source
    FROM released l JOIN campaigns m ON m.id = l.campaign_id
"""
_RELEASE: Final = text(f"""
    WITH next AS (
        SELECT id FROM leads WHERE import_id = :id AND account_id = :account_id AND state = 'staged'
        ORDER BY id LIMIT :batch FOR UPDATE
    ),
    released AS (
        UPDATE leads SET state = CASE WHEN review IS NULL THEN 'ready' ELSE 'needs_review' END
        FROM next WHERE leads.id = next.id
        RETURNING leads.id, leads.account_id, leads.campaign_id, leads.import_id, leads.number_hash, leads.consents, leads.review
    ),
    told AS ({RELEASED}),
    agreed AS ({entering(_AGREED)})
    SELECT count(*) FROM released
""")


async def release_leads(session: AsyncSession, account_id: AccountId, import_id: str) -> int:
    """Let the next staged leads be called, or be reviewed first, enter what they agreed to in the consent ledger, and tell of few of
    them; returns how many, 0 when all are through."""
    parameters = {"id": import_id, "account_id": account_id, "batch": COMMIT_BATCH}
    return int((await session.execute(_RELEASE, parameters)).scalar_one())


async def finish_commit(
    session: AsyncSession, account_id: AccountId, import_id: str, at: datetime
) -> ImportView:
    """The import as committed."""
    await session.execute(
        text("""
            UPDATE lead_imports SET state = 'committed', committed_at = COALESCE(committed_at, :at)
            WHERE id = :id AND account_id = :account_id AND state = 'committing'
        """),
        {"id": import_id, "account_id": account_id, "at": at},
    )
    return await get_import(session, account_id, import_id)


async def unfinished_commits(session: AsyncSession) -> list[tuple[AccountId, ImportId]]:
    """Every account's imports that are being committed, or were when their process died: the system's own repair."""
    rows = await session.execute(
        text("SELECT account_id, id FROM lead_imports WHERE state = 'committing' ORDER BY id")
    )
    return [(AccountId(account_id), ImportId(import_id)) for account_id, import_id in rows]


async def get_import(
    session: AsyncSession, account_id: AccountId, import_id: str, *, lock: bool = False
) -> ImportView:
    """The import. Raises NotFound."""
    found = await session.execute(
        text(f"{_SELECT} AND id = :id{' FOR UPDATE' if lock else ''}"),
        {"account_id": account_id, "id": import_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such import.")
    return _view(row)


async def list_imports(
    session: AsyncSession, account_id: AccountId, *, campaign_id: str | None, before: str | None, limit: int
) -> list[ImportView]:
    """The newest imports, or those older than the one named by before."""
    rows = await session.execute(
        text(f"""
            {_SELECT} AND (CAST(:before AS text) IS NULL OR id < :before)
              AND (CAST(:campaign_id AS text) IS NULL OR campaign_id = :campaign_id)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "before": before, "limit": limit},
    )
    return [_view(row) for row in rows.mappings()]


def _view(row: Mapping[str, Any] | Any) -> ImportView:
    return ImportView(
        **{
            **row,
            "state": ImportState(row["state"]),
            "notes": msgspec.convert(row["notes"], tuple[ImportNote, ...]),
            "repairs": msgspec.convert(row["repairs"], tuple[RepairGroup, ...]),
        }
    )
