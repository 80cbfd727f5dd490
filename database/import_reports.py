"""What became of an import's rows: the problems one by one, and grouped."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.lead_staging import RowProblem
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """How many rows share one problem; verdict "review" counts accepted leads that a person has to look at. message: what
    the first of them says, empty if it says nothing; cells: the first three.
    """

    verdict: str
    column: str
    code: str
    rows: int
    message: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """How many refused rows one repair would make leads of, if somebody says so; cells: the first three."""

    offer: str
    column: str
    rows: int
    cells: Sequence[str]


async def list_problems(
    session: AsyncSession, account_id: AccountId, import_id: str, *, after_row: int, limit: int
) -> Sequence[RowProblem]:
    """Problems in the order of the file, those of rows after after_row."""
    rows = await session.execute(
        text("""
            SELECT row_number, verdict, column_name AS column, code, message, cell, offer FROM import_problems
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
            WITH told AS (
                SELECT verdict, column_name, code, count(*) AS rows, min(message) AS message,
                    (array_agg(cell ORDER BY row_number) FILTER (WHERE cell <> ''))[1:3] AS cells
                FROM import_problems WHERE import_id = :import_id AND account_id = :account_id GROUP BY 1, 2, 3
            ), held AS (
                SELECT review, count(*) AS rows FROM leads
                WHERE import_id = :import_id AND account_id = :account_id AND review IS NOT NULL GROUP BY review
            )
            SELECT verdict, column_name AS column, code, rows, message, coalesce(cells, '{}') AS cells
            FROM told WHERE verdict <> 'review'
            UNION ALL
            SELECT 'review', coalesce(t.column_name, ''), review, held.rows, coalesce(t.message, ''), coalesce(t.cells, '{}')
            FROM held LEFT JOIN LATERAL (
                SELECT column_name, message, cells FROM told WHERE verdict = 'review' AND code = held.review
                ORDER BY told.rows DESC LIMIT 1
            ) t ON true
            ORDER BY 4 DESC, 3
        """),
        {"import_id": import_id, "account_id": account_id},
    )
    return [ProblemGroup(**row) for row in rows.mappings()]


async def group_offers(session: AsyncSession, account_id: AccountId, import_id: str) -> list[OfferGroup]:
    """The repairs that are offered, most frequent first."""
    rows = await session.execute(
        text("""
            SELECT offer, column_name AS column, count(*) AS rows,
                coalesce((array_agg(cell ORDER BY row_number) FILTER (WHERE cell <> ''))[1:3], '{}') AS cells
            FROM import_problems
            WHERE import_id = :import_id AND account_id = :account_id AND offer <> '' GROUP BY 1, 2 ORDER BY 3 DESC, 1
        """),
        {"import_id": import_id, "account_id": account_id},
    )
    return [OfferGroup(**row) for row in rows.mappings()]
