"""Imports one file, chunk by chunk: the next are read, checked and sealed while one is being stored."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from sqlalchemy.ext.asyncio import AsyncSession

from database import lead_imports
from database.campaigns import CampaignView, get_campaign
from database.import_files import keep_file, write_file
from database.import_questions import begin_again
from database.lead_imports import ImportCounts, ImportState, ImportView
from database.lead_staging import stage_rows
from database.outages import OUTAGES
from database.scripts import get_version
from domain.errors import Conflict, InvalidInput, OutboundError
from domain.identifiers import AccountId, ImportId
from domain.scripts import Script
from lists.column_mapping import Header, find_header
from lists.list_files import LONG_FILE_BYTES, OpenList, open_list
from lists.mapping_questions import Judgement
from lists.row_reading import Chunk, Repairs, Table, read_chunks
from lists.rows import letter_of
from lists.tools import ListTools


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was uploaded, and how it is to be read. rules: for rows that name none; sheet: the one of a workbook
    that is meant, empty for the first with rows; accepted: offered repairs (domain.offered_repairs) that are done;
    confirmed: the mapping is right, however it looks.
    """

    file: BinaryIO
    file_name: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    default_region: str | None = None
    rules: str = ""
    sheet: str = ""
    accepted: frozenset[str] = frozenset()
    confirmed: bool = False
    replace: bool = False


async def import_leads(
    tools: ListTools,
    account_id: AccountId,
    campaign: CampaignView,
    script: Script,
    upload: Upload,
    *,
    again: ImportId | None = None,
) -> ImportView:
    """The staged import with its figures, or one that asks. again: an import that asked, whose file this is.

    Raises InvalidInput for an unreadable file, ImportPending, Conflict.
    """
    opened = await asyncio.to_thread(open_list, upload.file, long_bytes=LONG_FILE_BYTES, sheet=upload.sheet)
    try:
        return await _import(tools, account_id, campaign, script, upload, opened, again)
    finally:
        await asyncio.shield(asyncio.to_thread(opened.close))


async def read_again(
    tools: ListTools,
    account_id: AccountId,
    import_id: str,
    *,
    mapping: Mapping[str, str] | None,
    default_region: str | None,
    sheet: str | None,
) -> ImportView:
    """The import that asked, its kept file read in another way; None for what stays as it was.

    Raises InvalidInput, which leaves it asking, NotFound, and Conflict if it asks nothing or its file is no longer kept.
    """
    async with tools.database.transaction() as session:
        asking = await lead_imports.get_import(session, account_id, import_id)
        if asking.state is not ImportState.ASKING:
            raise Conflict(f"An import that is {asking.state} asks nothing.")
        campaign = await get_campaign(session, account_id, asking.campaign_id)
        version = await get_version(session, account_id, campaign.script_version_id)
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        async with tools.database.transaction() as session:
            if not await write_file(session, account_id, import_id, tools.key_ring, cast("BinaryIO", file)):
                raise Conflict("The file is no longer kept; upload it again, with the mapping that is right.")
        upload = Upload(
            file=cast("BinaryIO", file),
            file_name=asking.file_name,
            mapping=_said(asking, mapping, sheet),
            default_region=default_region or asking.reading.get("default_region") or None,
            rules=asking.reading.get("rules", ""),
            sheet=asking.sheet if sheet is None else sheet,
            accepted=frozenset(filter(None, asking.reading.get("accept", "").split(","))),
        )
        return await import_leads(tools, account_id, campaign, version.content, upload, again=asking.id)


_IN_MEMORY: Final = 1 << 20


def _said(asking: ImportView, mapping: Mapping[str, str] | None, sheet: str | None) -> Mapping[str, str]:
    """The mapping as somebody says it, else as it was; another sheet's is guessed anew."""
    if mapping is not None:
        return mapping
    return asking.mapping if sheet is None else {}


async def _import(
    tools: ListTools,
    account_id: AccountId,
    campaign: CampaignView,
    script: Script,
    upload: Upload,
    opened: OpenList,
    again: ImportId | None,
) -> ImportView:
    headers, mapping, rows = await asyncio.to_thread(_header, opened, upload.mapping)
    table = Table(
        headers,
        mapping,
        needed=script.variables() | campaign.plan.variables(),
        default_region=upload.default_region or campaign.default_region,
        default_rules=upload.rules,
        accepted=upload.accepted,
        account_id=account_id,
    )
    async with tools.database.transaction() as session:
        import_id = await _begin(session, account_id, campaign, upload, again)
        await lead_imports.describe_file(
            session,
            account_id,
            import_id,
            mapping=mapping,
            sheet=opened.sheet,
            notes=opened.notes,
            reading={
                "default_region": upload.default_region or "",
                "rules": upload.rules,
                "accept": ",".join(sorted(upload.accepted)),
            },
        )
    judgement = Judgement(headers, mapping, table.default_region)
    work = _Import(tools, account_id, import_id, campaign.id, judgement, upload)
    rows = judgement.watch(rows)
    try:
        async with aclosing(read_chunks(rows, table, tools.key_ring, long=opened.is_long)) as chunks:
            return await work.run(chunks)
    except (OutboundError, *OUTAGES, asyncio.CancelledError):
        await asyncio.shield(work.give_up())
        raise


async def _begin(
    session: AsyncSession,
    account_id: AccountId,
    campaign: CampaignView,
    upload: Upload,
    again: ImportId | None,
) -> ImportId:
    if again is not None:
        return (await begin_again(session, account_id, again)).id
    return await lead_imports.begin_import(
        session, account_id, campaign.id, file_name=upload.file_name, replace=upload.replace
    )


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
        tools: ListTools,
        account_id: AccountId,
        import_id: ImportId,
        campaign_id: str,
        judgement: Judgement,
        upload: Upload,
    ) -> None:
        self._tools, self._account_id, self._import_id = tools, account_id, import_id
        self._campaign_id, self._judgement, self._upload = campaign_id, judgement, upload
        self._number_column = judgement.mapping["number"]
        self._number_letter = letter_of(judgement.headers.index(self._number_column))
        self._counts, self._repairs = ImportCounts(0, 0, 0, 0), Repairs()

    async def run(self, chunks: AsyncIterator[Chunk]) -> ImportView:
        async for chunk in chunks:
            await self._store(chunk)
        if not self._counts.rows:
            raise InvalidInput("The file has a header and no rows.", pointer="/file", code="empty_file")
        question = None if self._upload.confirmed else await asyncio.to_thread(self._judgement.question)
        key_ring = self._tools.key_ring
        async with self._tools.database.transaction() as session:
            staged = await lead_imports.finish_import(
                session,
                self._account_id,
                self._import_id,
                self._counts.rows,
                repairs=self._repairs.groups(),
                question_sealed=key_ring.seal_record(question, self._account_id) if question else None,
            )
            if question is not None:
                await keep_file(session, self._account_id, self._import_id, self._upload.file, key_ring)
        return staged

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
                number_letter=self._number_letter,
                barred=chunk.barred,
            )
            self._judgement.note(
                len(chunk.leads) + len(chunk.problems), [(each.code, each.message) for each in chunk.problems]
            )
            for group in chunk.repairs:
                self._repairs.note(group.column, group.code, group.rows, group.cells)
            self._counts = ImportCounts(
                rows=self._counts.rows + len(chunk.leads) + len(chunk.problems),
                accepted=self._counts.accepted + len(chunk.leads) - duplicates,
                rejected=self._counts.rejected + len(chunk.problems),
                duplicates=self._counts.duplicates + duplicates,
            )
            await lead_imports.note_progress(session, self._account_id, self._import_id, self._counts)
