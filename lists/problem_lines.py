"""An import's report row by row, as a CSV file for a spreadsheet."""

import csv
import io
import unicodedata
from collections.abc import AsyncIterator, Sequence

from database import import_reports
from database.lead_staging import RowProblem
from database.session import Database
from domain.identifiers import AccountId
from domain.plain_text import one_line

_PAGE = 5000


async def problem_lines(database: Database, account_id: AccountId, import_id: str) -> AsyncIterator[str]:
    """The file's text in pieces: a header, then a line for each row that has a problem."""
    yield "row,verdict,column,code,message,cell,offer\r\n"
    after_row = 0
    while True:
        async with database.transaction() as session:
            rows = await import_reports.list_problems(
                session, account_id, import_id, after_row=after_row, limit=_PAGE
            )
        if not rows:
            return
        yield _as_csv(rows)
        after_row = rows[-1].row_number


def _as_csv(rows: Sequence[RowProblem]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow(
            (
                row.row_number,
                row.verdict,
                _harmless(row.column),
                row.code,
                row.message,
                row.cell,
                row.offer,
            )
        )
    return text.getvalue()


def _harmless(column: str) -> str:
    """A column's name comes from the uploader; spreadsheets take some beginnings for formulas, wide ones as well."""
    name = one_line(column).strip()
    return f"'{name}" if unicodedata.normalize("NFKC", name[:1]) in ("=", "+", "-", "@") else name
