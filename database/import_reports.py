"""What became of an import's rows: the problems one by one, and grouped."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.lead_staging import RowProblem
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """How many rows share one problem; verdict "review" counts accepted leads that a person has to look at."""

    verdict: str
    column: str
    code: str
    rows: int


async def list_problems(
    session: AsyncSession, account_id: AccountId, import_id: str, *, after_row: int, limit: int
) -> Sequence[RowProblem]:
    """Problems in the order of the file, those of rows after after_row."""
    rows = await session.execute(
        text("""
            SELECT row_number, verdict, column_name AS column, code, message FROM import_problems
            WHERE import_id = :import_id AND account_id = :account_id AND row_number > :after_row
            ORDER BY row_number LIMIT :limit
        """),
        {"import_id": import_id, "account_id": account_id, "after_row": after_row, "limit": limit},
    )
    return [RowProblem(**row) for row in rows.mappings()]


async def group_problems(session: AsyncSession, account_id: AccountId, import_id: str) -> list[ProblemGroup]:
    """The import's problems, most frequent first."""
    rows = await session.execute(
        text("""
            SELECT verdict, column_name AS column, code, count(*) AS rows FROM import_problems
            WHERE import_id = :import_id AND account_id = :account_id AND verdict <> 'review' GROUP BY 1, 2, 3
            UNION ALL
            SELECT 'review', '', review, count(*) FROM leads
            WHERE import_id = :import_id AND account_id = :account_id AND review IS NOT NULL GROUP BY review
            ORDER BY 4 DESC, 3
        """),
        {"import_id": import_id, "account_id": account_id},
    )
    return [ProblemGroup(**row) for row in rows.mappings()]
