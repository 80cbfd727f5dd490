"""Imports that wait for a word about their columns: confirmed as they are, or begun again with others."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.lead_imports import ImportState, ImportView, forget_rows, get_import
from domain.errors import Conflict
from domain.identifiers import AccountId


async def confirm_mapping(session: AsyncSession, account_id: AccountId, import_id: str) -> ImportView:
    """The import as staged: its columns are right. Raises NotFound, Conflict if it asks nothing."""
    await _get_asking(session, account_id, import_id)
    for statement in (
        "DELETE FROM import_files WHERE import_id = :id AND account_id = :account_id",
        """
            UPDATE lead_imports SET state = 'staged', question_sealed = NULL
            WHERE id = :id AND account_id = :account_id
        """,
    ):
        await session.execute(text(statement), {"id": import_id, "account_id": account_id})
    return await get_import(session, account_id, import_id)


async def begin_again(session: AsyncSession, account_id: AccountId, import_id: str) -> ImportView:
    """The import as one in which the rows of its file can be staged again. Raises NotFound, Conflict if it asks nothing."""
    await _get_asking(session, account_id, import_id)
    await forget_rows(session, account_id, import_id)
    for statement in (
        "DELETE FROM import_problems WHERE import_id = :id AND account_id = :account_id",
        """
            UPDATE lead_imports SET state = 'validating', question_sealed = NULL, read_at = clock_timestamp()
            WHERE id = :id AND account_id = :account_id
        """,
    ):
        await session.execute(text(statement), {"id": import_id, "account_id": account_id})
    return await get_import(session, account_id, import_id)


async def _get_asking(session: AsyncSession, account_id: AccountId, import_id: str) -> ImportView:
    found = await get_import(session, account_id, import_id, lock=True)
    if found.state is not ImportState.ASKING:
        raise Conflict(f"An import that is {found.state} asks nothing.")
    return found


async def sealed_question(session: AsyncSession, account_id: AccountId, import_id: str) -> bytes | None:
    """The question (an ImportQuestion) that the import waits with; None for none."""
    found = await session.execute(
        text("SELECT question_sealed FROM lead_imports WHERE id = :id AND account_id = :account_id"),
        {"id": import_id, "account_id": account_id},
    )
    sealed = found.scalar_one_or_none()
    return None if sealed is None else bytes(sealed)
