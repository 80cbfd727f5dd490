"""Imports one file: read, checked and sealed in a thread, chunk by chunk, while the chunk before it is being stored."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, Final

from api.access import Asker
from api.csv_files import open_csv
from api.lead_rows import RowReader, check_mapping
from api.tools import ApiTools
from database import lead_imports
from database.campaigns import CampaignView
from database.lead_imports import ImportCounts, ImportState, ImportView
from database.lead_staging import RowProblem, StagedLead, stage_rows
from database.outages import OUTAGES
from database.sealing import KeyRing
from database.session import new_ids
from domain.errors import InvalidInput, OutboundError
from domain.identifiers import AccountId, ImportId
from domain.lead_rows import RowRefusal
from domain.scripts import Script

CHUNK_ROWS: Final = 5000
Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was uploaded, and how it is to be read. rules: for rows that name none."""

    file: BinaryIO
    file_name: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    default_region: str | None = None
    rules: str = ""
    replace: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    leads: Sequence[StagedLead]
    problems: Sequence[RowProblem]


async def import_leads(
    tools: ApiTools, asker: Asker, campaign: CampaignView, script: Script, upload: Upload
) -> ImportView:
    """The staged import with its figures. Raises InvalidInput for an unreadable file, ImportPending, Conflict."""
    rows = await asyncio.to_thread(open_csv, upload.file)
    _, headers = await asyncio.to_thread(next, rows, (0, []))
    mapping = check_mapping(headers, upload.mapping)
    reader = RowReader(
        headers,
        mapping,
        script=script,
        default_region=upload.default_region or campaign.default_region,
        default_rules=upload.rules,
    )
    async with tools.database.transaction() as session:
        import_id = await lead_imports.begin_import(
            session, asker.account_id, campaign.id, file_name=upload.file_name, replace=upload.replace
        )
        await lead_imports.name_columns(session, asker.account_id, import_id, mapping)
    work = _Import(tools, asker.account_id, import_id, campaign.id, reader, mapping["number"])
    try:
        return await work.run(rows)
    except (OutboundError, *OUTAGES, asyncio.CancelledError):
        await asyncio.shield(work.give_up())
        raise


class _Import:
    """One import under way."""

    def __init__(
        self,
        tools: ApiTools,
        account_id: AccountId,
        import_id: ImportId,
        campaign_id: str,
        reader: RowReader,
        number_column: str,
    ) -> None:
        self._tools, self._account_id, self._import_id = tools, account_id, import_id
        self._campaign_id, self._reader, self._number_column = campaign_id, reader, number_column
        self._counts = ImportCounts(0, 0, 0, 0)

    async def run(self, rows: Iterator[Row]) -> ImportView:
        chunk = await self._next(rows)
        while chunk.leads or chunk.problems:
            stored, following = await asyncio.gather(
                self._store(chunk), self._next(rows), return_exceptions=True
            )
            for result in (stored, following):
                if isinstance(result, BaseException):
                    raise result
            assert isinstance(following, _Chunk)
            chunk = following
        if not self._counts.rows:
            raise InvalidInput("The file has a header and no rows.", pointer="/file", code="empty_file")
        async with self._tools.database.transaction() as session:
            return await lead_imports.finish_import(
                session, self._account_id, self._import_id, self._counts.rows
            )

    async def give_up(self) -> None:
        async with self._tools.database.transaction() as session:
            await lead_imports.discard_import(session, self._account_id, self._import_id, ImportState.FAILED)

    async def _next(self, rows: Iterator[Row]) -> _Chunk:
        return await asyncio.to_thread(
            _read_chunk, rows, self._reader, self._account_id, self._tools.key_ring
        )

    async def _store(self, chunk: _Chunk) -> None:
        async with self._tools.database.transaction() as session:
            duplicates = await stage_rows(
                session,
                self._account_id,
                self._import_id,
                self._campaign_id,
                chunk.leads,
                chunk.problems,
                number_column=self._number_column,
            )
            self._counts = ImportCounts(
                rows=self._counts.rows + len(chunk.leads) + len(chunk.problems),
                accepted=self._counts.accepted + len(chunk.leads) - duplicates,
                rejected=self._counts.rejected + len(chunk.problems),
                duplicates=self._counts.duplicates + duplicates,
            )
            await lead_imports.note_progress(session, self._account_id, self._import_id, self._counts)


def _read_chunk(rows: Iterator[Row], reader: RowReader, account_id: AccountId, key_ring: KeyRing) -> _Chunk:
    leads, problems = [], []
    chunk = list(islice(rows, CHUNK_ROWS))
    for lead_id, (number, row) in zip(new_ids("lead", len(chunk)), chunk, strict=True):
        read = reader.read(row)
        if isinstance(read, RowRefusal):
            problems.append(RowProblem(number, "rejected", read.column, read.code, read.message))
            continue
        leads.append(
            StagedLead(
                id=lead_id,
                row_number=number,
                number_hash=key_ring.lookup(read.person.number, account_id),
                person_sealed=key_ring.seal_record(read.person, account_id),
                hours_key=read.hours_key,
                review=read.review,
                consents=read.consents,
            )
        )
    return _Chunk(leads, problems)
