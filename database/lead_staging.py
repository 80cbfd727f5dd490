"""Staging an import's rows: duplicates found, the rest copied in, every row accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.import_barred import Barred, bar_numbers
from database.lead_imports import check_validating
from domain.identifiers import AccountId


class StagedLead(NamedTuple):
    """An accepted row. review: why a person has to look before the lead is called, None for no reason; review_text: the
    same as a sentence; column, cell: where the reason stands, if in one; list_hash: of the number, as named lists have it.

    A tuple, for it goes from one process to another in half the time of a record.
    """

    id: str
    row_number: int
    number_hash: bytes
    list_hash: bytes
    person_sealed: bytes
    hours_key: str
    review: str | None
    review_text: str
    consents: Sequence[str]
    column: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row was not accepted, or needs a person's eye ("review"); the message tells how to mend it and repeats nothing
    of the row. cell: as a spreadsheet names it ("C7"), empty for no single one; offer: the repair that would make a lead of it.
    """

    row_number: int
    verdict: str
    column: str
    code: str
    message: str
    cell: str = ""
    offer: str = ""


# Nothing depends on a staged row before finish_import counts them all, and that commit makes every earlier one durable.
_COMMIT_LATER = text("SELECT set_config('synchronous_commit', 'off', true)")

_KNOWN = text("""
    SELECT number_hash, import_id = :import_id AS in_file FROM leads
    WHERE campaign_id = :campaign_id AND account_id = :account_id AND number_hash = ANY(:hashes)
""")


async def stage_rows(
    session: AsyncSession,
    account_id: AccountId,
    import_id: str,
    campaign_id: str,
    leads: Sequence[StagedLead],
    problems: Sequence[RowProblem],
    *,
    number_column: str,
    number_letter: str = "",
    barred: Sequence[Barred] = (),
    at_once: bool = False,
) -> int:
    """Stage the accepted rows and store the problems of the others; returns how many of the leads were duplicates.

    number_letter: of its column in a spreadsheet; barred: numbers that a refused row says must not be called; at_once: the
    import is committed in this transaction, which is then as durable as any.

    Of equal numbers the first row counts. Only one import stages into a campaign at a time (begin_import), so what is
    looked up here is still true when it is stored. Raises Conflict when the import was discarded meanwhile.
    """
    await check_validating(session, account_id, import_id)
    if not at_once:
        await session.execute(_COMMIT_LATER)
    parameters = {
        "account_id": account_id,
        "campaign_id": campaign_id,
        "import_id": import_id,
        "hashes": [lead.number_hash for lead in leads],
    }
    rows = await session.execute(_KNOWN, parameters)
    known = {bytes(number_hash): bool(in_file) for number_hash, in_file in rows}
    records, reviews, duplicates = [], [], []
    for lead in leads:
        in_file = known.get(lead.number_hash)
        if in_file is None:
            known[lead.number_hash] = True
            records.append(_lead_record(lead, account_id, campaign_id, import_id))
            if lead.review is not None:
                reviews.append(
                    RowProblem(
                        lead.row_number, "review", lead.column, lead.review, lead.review_text, lead.cell
                    )
                )
        else:
            cell = f"{number_letter}{lead.row_number}" if number_letter else ""
            duplicates.append(_duplicate(lead.row_number, number_column, cell, in_file=in_file))
    await copy_rows(session, "leads", records, _LEAD_COLUMNS)
    if barred:
        await bar_numbers(session, account_id, import_id, campaign_id, barred)
    reports = [
        _problem_record(problem, account_id, import_id) for problem in (*problems, *reviews, *duplicates)
    ]
    await copy_rows(session, "import_problems", reports, _PROBLEM_COLUMNS)
    return len(duplicates)


def _duplicate(row_number: int, column: str, cell: str, *, in_file: bool) -> RowProblem:
    if in_file:
        message = "The same number stands in an earlier row of this file."
        return RowProblem(row_number, "duplicate", column, "duplicate_in_file", message, cell)
    message = "This campaign has a lead with the same number already."
    return RowProblem(row_number, "duplicate", column, "duplicate_in_campaign", message, cell)


_LEAD_COLUMNS: Final = (
    "id",
    "account_id",
    "campaign_id",
    "import_id",
    "number_hash",
    "list_hash",
    "person_sealed",
    "hours_key",
    "review",
    "consents",
)
_PROBLEM_COLUMNS: Final = (
    "import_id",
    "row_number",
    "account_id",
    "verdict",
    "column_name",
    "code",
    "message",
    "cell",
    "offer",
)


def _lead_record(
    lead: StagedLead, account_id: AccountId, campaign_id: str, import_id: str
) -> tuple[Any, ...]:
    return (
        lead.id,
        account_id,
        campaign_id,
        import_id,
        lead.number_hash,
        lead.list_hash,
        lead.person_sealed,
        lead.hours_key,
        lead.review,
        lead.consents,
    )


def _problem_record(problem: RowProblem, account_id: AccountId, import_id: str) -> tuple[Any, ...]:
    return (
        import_id,
        problem.row_number,
        account_id,
        problem.verdict,
        problem.column,
        problem.code,
        problem.message,
        problem.cell,
        problem.offer,
    )


async def copy_rows(
    session: AsyncSession, table: str, records: Sequence[tuple[Any, ...]], columns: Sequence[str]
) -> None:
    """COPY into a table, within the session's transaction (which a statement before this one has begun)."""
    raw = await (await session.connection()).get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.copy_records_to_table(table, records=records, columns=columns)
