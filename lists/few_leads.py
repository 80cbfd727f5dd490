"""A few leads at once, without a file: a list of so many rows, read by the same rules, reported in the same way, committed at once."""

from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from database import lead_imports
from database.campaigns import CampaignView, get_campaign
from database.import_barred import bind_barred
from database.lead_imports import ImportView
from database.lead_staging import stage_rows
from database.scripts import get_version
from domain.errors import InvalidInput
from domain.identifiers import AccountId
from lists.column_mapping import check_mapping
from lists.row_reading import Chunk, Repairs, Table, read_chunks
from lists.rows import letter_of
from lists.tools import ListTools

_FIRST_ROW = 2  # as in a file, below its header


@dataclass(frozen=True, slots=True)
class FewLeads:
    """Rows as somebody writes them: texts by name, in any order. mapping: field -> name, as far as it is not guessed; came_by: where they
    are from, which stands in the place of a file's name."""

    rows: Sequence[Mapping[str, str]]
    mapping: Mapping[str, str] = field(default_factory=dict)
    default_region: str | None = None
    rules: str = ""
    came_by: str = ""


async def add_few(
    session: AsyncSession, tools: ListTools, account_id: AccountId, campaign_id: str, few: FewLeads
) -> tuple[ImportView, CampaignView]:
    """The committed list, of whose rows some may be held or refused, and its campaign, which is not told yet.

    Raises InvalidInput where no name is a number's, NotFound, Conflict, ImportPending while a file is read.
    """
    campaign = await get_campaign(session, account_id, campaign_id)
    version = await get_version(session, account_id, campaign.script_version_id)
    headers = list(dict.fromkeys([*(name for row in few.rows for name in row), *few.mapping.values()]))
    table = Table(
        headers,
        _mapping(headers, few.mapping),
        needed=version.content.variables() | campaign.plan.variables(),
        default_region=few.default_region or campaign.default_region,
        default_rules=few.rules,
        account_id=account_id,
    )
    chunks = await _read(table, few.rows, tools)
    import_id = await lead_imports.begin_single(session, account_id, campaign_id, came_by=few.came_by)
    await lead_imports.describe_file(
        session,
        account_id,
        import_id,
        mapping=table.mapping,
        sheet="",
        notes=(),
        reading={"default_region": few.default_region or "", "rules": few.rules},
    )
    repairs = Repairs()
    for chunk in chunks:
        await _stage(session, table, import_id, campaign_id, chunk)
        for group in chunk.repairs:
            repairs.note(group.column, group.code, group.rows, group.cells)
    await lead_imports.finish_import(session, account_id, import_id, len(few.rows), repairs=repairs.groups())
    await lead_imports.begin_commit(session, account_id, import_id)
    await lead_imports.release_leads(session, account_id, import_id)
    await bind_barred(session, account_id, import_id)
    return await lead_imports.finish_commit(session, account_id, import_id, tools.now()), campaign


def _mapping(headers: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """Raises InvalidInput, in the words of somebody who has no file."""
    try:
        return check_mapping(headers, given)
    except InvalidInput as error:
        raise InvalidInput(_REFUSED.get(error.code, str(error)), pointer="/", code=error.code) from error


_REFUSED: Final = {
    "too_wide": "These leads have more names than a list may have columns; send fewer.",
    "no_header": "A name looks like a person's number or address; send that as a value, under a name.",
    "no_number_column": "No name looks like that of a phone number; say in the mapping which one is `number`.",
}


async def _read(table: Table, rows: Sequence[Mapping[str, str]], tools: ListTools) -> list[Chunk]:
    """Before the campaign is held: nobody waits for it meanwhile."""
    cells = ([row.get(name, "") for name in table.headers] for row in rows)
    numbered = enumerate(cells, start=_FIRST_ROW)
    async with aclosing(read_chunks(numbered, table, tools.key_ring, long=False)) as chunks:
        return [chunk async for chunk in chunks]


async def _stage(session: AsyncSession, table: Table, import_id: str, campaign_id: str, chunk: Chunk) -> None:
    number_column = table.mapping["number"]
    await stage_rows(
        session,
        table.account_id,
        import_id,
        campaign_id,
        chunk.leads,
        chunk.problems,
        number_column=number_column,
        number_letter=letter_of(list(table.headers).index(number_column)),
        barred=chunk.barred,
        at_once=True,
    )
