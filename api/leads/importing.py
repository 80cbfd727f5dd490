"""Imports one file, chunk by chunk: the next are read, checked and sealed while one is being stored."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import BinaryIO

from api.access import Principal
from api.leads.column_mapping import Header, find_header
from api.leads.list_files import LONG_FILE_BYTES, OpenList, open_list
from api.leads.row_reading import Chunk, Table, read_chunks
from api.tools import ApiTools
from database import lead_imports
from database.campaigns import CampaignView
from database.lead_imports import ImportCounts, ImportState, ImportView
from database.lead_staging import stage_rows
from database.outages import OUTAGES
from domain.errors import InvalidInput, OutboundError
from domain.identifiers import AccountId, ImportId
from domain.scripts import Script


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was uploaded, and how it is to be read. rules: for rows that name none; sheet: the one of a workbook
    that is meant, empty for the first with rows.
    """

    file: BinaryIO
    file_name: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    default_region: str | None = None
    rules: str = ""
    sheet: str = ""
    replace: bool = False


async def import_leads(
    tools: ApiTools, principal: Principal, campaign: CampaignView, script: Script, upload: Upload
) -> ImportView:
    """The staged import with its figures. Raises InvalidInput for an unreadable file, ImportPending, Conflict."""
    opened = await asyncio.to_thread(open_list, upload.file, long_bytes=LONG_FILE_BYTES, sheet=upload.sheet)
    try:
        return await _import(tools, principal, campaign, script, upload, opened)
    finally:
        await asyncio.shield(asyncio.to_thread(opened.close))


async def _import(
    tools: ApiTools,
    principal: Principal,
    campaign: CampaignView,
    script: Script,
    upload: Upload,
    opened: OpenList,
) -> ImportView:
    headers, mapping, rows = await asyncio.to_thread(_header, opened, upload.mapping)
    table = Table(
        headers,
        mapping,
        needed=script.variables() | campaign.plan.variables(),
        default_region=upload.default_region or campaign.default_region,
        default_rules=upload.rules,
        account_id=principal.account_id,
    )
    async with tools.database.transaction() as session:
        import_id = await lead_imports.begin_import(
            session, principal.account_id, campaign.id, file_name=upload.file_name, replace=upload.replace
        )
        await lead_imports.describe_file(
            session, principal.account_id, import_id, mapping=mapping, sheet=opened.sheet, notes=opened.notes
        )
    work = _Import(tools, principal.account_id, import_id, campaign.id, mapping["number"])
    try:
        async with aclosing(read_chunks(rows, table, tools.key_ring, long=opened.is_long)) as chunks:
            return await work.run(chunks)
    except (OutboundError, *OUTAGES, asyncio.CancelledError):
        await asyncio.shield(work.give_up())
        raise


def _header(opened: OpenList, given: Mapping[str, str]) -> Header:
    """The list's header. Raises InvalidInput, which names a workbook's sheet."""
    try:
        return find_header(opened.rows, given)
    except InvalidInput as error:
        if not opened.sheet:
            raise
        others = " ".join(note.message for note in opened.notes if note.code == "other_sheets")
        raise InvalidInput(
            f'Sheet "{opened.sheet}": {error} {others}'.strip(), pointer=error.pointer, code=error.code
        ) from error


class _Import:
    """One import under way."""

    def __init__(
        self,
        tools: ApiTools,
        account_id: AccountId,
        import_id: ImportId,
        campaign_id: str,
        number_column: str,
    ) -> None:
        self._tools, self._account_id, self._import_id = tools, account_id, import_id
        self._campaign_id, self._number_column = campaign_id, number_column
        self._counts = ImportCounts(0, 0, 0, 0)

    async def run(self, chunks: AsyncIterator[Chunk]) -> ImportView:
        async for chunk in chunks:
            await self._store(chunk)
        if not self._counts.rows:
            raise InvalidInput("The file has a header and no rows.", pointer="/file", code="empty_file")
        async with self._tools.database.transaction() as session:
            return await lead_imports.finish_import(
                session, self._account_id, self._import_id, self._counts.rows
            )

    async def give_up(self) -> None:
        async with self._tools.database.transaction() as session:
            await lead_imports.discard_import(session, self._account_id, self._import_id, ImportState.FAILED)

    async def _store(self, chunk: Chunk) -> None:
        async with self._tools.database.transaction() as session:
            duplicates = await stage_rows(
                session,
                self._account_id,
                self._import_id,
                self._campaign_id,
                chunk.leads,
                chunk.problems,
                number_column=self._number_column,
                barred=chunk.barred,
            )
            self._counts = ImportCounts(
                rows=self._counts.rows + len(chunk.leads) + len(chunk.problems),
                accepted=self._counts.accepted + len(chunk.leads) - duplicates,
                rejected=self._counts.rejected + len(chunk.problems),
                duplicates=self._counts.duplicates + duplicates,
            )
            await lead_imports.note_progress(session, self._account_id, self._import_id, self._counts)
