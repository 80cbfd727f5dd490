"""Routes for uploaded lead lists: upload, look at the report, then commit or discard."""

import csv
import io
import unicodedata
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict

from api.access import Authenticated, Principal
from api.bodies import Text, file_name
from api.idempotency import Once
from api.leads.column_mapping import ColumnMapping, read_mapping
from api.leads.commits import finish_commit
from api.leads.importing import Upload, import_leads
from api.leads.people import knows_rules
from api.leads.regions import Region
from api.pages import Page, Paging
from api.tools import ApiTools, Tools
from database import import_reports, lead_imports
from database.audit import record_act
from database.campaigns import get_campaign
from database.lead_imports import ImportState, ImportView
from database.lead_staging import RowProblem
from database.scripts import get_version
from domain.errors import InvalidInput
from domain.plain_text import one_line

router = APIRouter(prefix="/lead-imports", tags=["lead imports"])

_REPORT_PAGE = 5000


class NoteResponse(BaseModel):
    """What is to be said of a file as a whole: another sheet, hidden rows; code for programs, message for people."""

    model_config = ConfigDict(from_attributes=True)
    code: str
    message: str


class ImportResponse(BaseModel):
    """An import; accepted + rejected + duplicates = rows once it is staged. mapping: field -> column of the file; sheet:
    of a workbook, which was read; notes: what is to be said of the file as a whole.
    """

    model_config = ConfigDict(from_attributes=True)
    id: str
    campaign_id: str
    file_name: str
    state: ImportState
    rows: int
    accepted: int
    rejected: int
    duplicates: int
    mapping: Mapping[str, Any]
    sheet: str
    notes: list[NoteResponse]
    created_at: datetime
    committed_at: datetime | None


class ProblemGroupResponse(BaseModel):
    """How many rows share one problem; verdict "review" counts accepted rows that a person has to look at."""

    model_config = ConfigDict(from_attributes=True)
    verdict: str
    column: str
    code: str
    rows: int


class ImportReport(ImportResponse):
    """An import with its problems grouped, most frequent first."""

    problems: list[ProblemGroupResponse]


class ProblemResponse(BaseModel):
    """What is wrong with one row; row_number is the spreadsheet's."""

    model_config = ConfigDict(from_attributes=True)
    row_number: int
    verdict: str
    column: str
    code: str
    message: str


@router.post("", status_code=201)
async def upload_leads(
    tools: Tools,
    principal: Authenticated,
    campaign_id: Annotated[Text, Form(max_length=100)],
    file: Annotated[
        UploadFile,
        File(
            description="CSV or TSV in any usual encoding, or a workbook (.xlsx); with a header; gzip as well"
        ),
    ],
    mapping: ColumnMapping = "{}",
    default_region: Annotated[Region | None, Form()] = None,
    rules: Annotated[str, Form(description='"simulation" for a rehearsal; else each country\'s own')] = "",
    sheet: Annotated[
        Text, Form(max_length=100, description="of a workbook; else the first that is shown and has rows")
    ] = "",
    replace: Annotated[bool, Form(description="discard the campaign's uncommitted upload first")] = False,
) -> ImportReport:
    """Check every row and stage the acceptable ones; nobody is called before the import is committed."""
    if not knows_rules(rules):
        raise InvalidInput('Rules are left empty, or "simulation".', pointer="/rules", code="unknown_rules")
    async with tools.database.transaction() as session:
        campaign = await get_campaign(session, principal.account_id, campaign_id)
        version = await get_version(session, principal.account_id, campaign.script_version_id)
    upload = Upload(
        file=file.file,
        file_name=file_name(file, "leads.csv"),
        mapping=read_mapping(mapping),
        default_region=default_region,
        rules=rules,
        sheet=sheet,
        replace=replace,
    )
    staged = await import_leads(tools, principal, campaign, version.content, upload)
    return await _report(tools, principal, staged)


async def _report(tools: ApiTools, principal: Principal, found: ImportView) -> ImportReport:
    async with tools.database.transaction() as session:
        groups = await import_reports.group_problems(session, principal.account_id, found.id)
    shown = ImportResponse.model_validate(found)
    return ImportReport(
        **shown.model_dump(), problems=[ProblemGroupResponse.model_validate(group) for group in groups]
    )


@router.get("")
async def list_imports(
    tools: Tools, principal: Authenticated, paging: Paging, campaign_id: str | None = None
) -> Page[ImportResponse]:
    """The account's imports, newest first."""
    async with tools.database.transaction() as session:
        found = await lead_imports.list_imports(
            session, principal.account_id, campaign_id=campaign_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, ImportResponse.model_validate, lambda one: one.id)


@router.get("/{import_id}")
async def show_import(import_id: str, tools: Tools, principal: Authenticated) -> ImportReport:
    """One import with its problems grouped."""
    async with tools.database.transaction() as session:
        found = await lead_imports.get_import(session, principal.account_id, import_id)
    return await _report(tools, principal, found)


@router.get("/{import_id}/problems")
async def list_problems(
    import_id: str, tools: Tools, principal: Authenticated, paging: Paging
) -> Page[ProblemResponse]:
    """The rows that were not accepted, or that a person has to look at, in the order of the file."""
    async with tools.database.transaction() as session:
        await lead_imports.get_import(session, principal.account_id, import_id)
        found = await import_reports.list_problems(
            session,
            principal.account_id,
            import_id,
            after_row=int(paging.before or 0),
            limit=paging.fetch,
        )
    return paging.of(found, ProblemResponse.model_validate, lambda row: row.row_number)


@router.get(
    "/{import_id}/problems.csv",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {}}, "description": "One line for each row, after a header"}},
)
async def download_problems(import_id: str, tools: Tools, principal: Authenticated) -> StreamingResponse:
    """The same as a CSV file."""
    async with tools.database.transaction() as session:
        await lead_imports.get_import(session, principal.account_id, import_id)
    headers = {"Content-Disposition": f'attachment; filename="{import_id}-problems.csv"'}
    return StreamingResponse(
        _problem_lines(tools, principal, import_id), media_type="text/csv", headers=headers
    )


async def _problem_lines(tools: ApiTools, principal: Principal, import_id: str) -> AsyncIterator[str]:
    yield "row,verdict,column,code,message\r\n"
    after_row = 0
    while True:
        async with tools.database.transaction() as session:
            rows = await import_reports.list_problems(
                session, principal.account_id, import_id, after_row=after_row, limit=_REPORT_PAGE
            )
        if not rows:
            return
        yield _as_csv(rows)
        after_row = rows[-1].row_number


def _as_csv(rows: Sequence[RowProblem]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow((row.row_number, row.verdict, _harmless(row.column), row.code, row.message))
    return text.getvalue()


def _harmless(column: str) -> str:
    """A column's name comes from the uploader; spreadsheets take some beginnings for formulas, wide ones as well."""
    name = one_line(column).strip()
    return f"'{name}" if unicodedata.normalize("NFKC", name[:1]) in ("=", "+", "-", "@") else name


@router.post("/{import_id}/commit", response_model=ImportResponse)
async def commit_import(import_id: str, tools: Tools, principal: Authenticated, once: Once) -> JSONResponse:
    """Let the accepted leads become part of the campaign. Committing twice has no second effect; a campaign that is over
    takes no leads any more (409).
    """

    async def work(_: str) -> ImportResponse:
        async with tools.database.transaction() as session:
            begun = await lead_imports.begin_commit(session, principal.account_id, import_id)
            if begun.state is ImportState.COMMITTED:
                return ImportResponse.model_validate(begun)
            await record_act(session, principal.account_id, principal.key_id, "import.committed", import_id)
        return ImportResponse.model_validate(await finish_commit(tools, principal.account_id, begun.id))

    return await once.run("imp", 200, work)


@router.delete("/{import_id}")
async def discard_import(import_id: str, tools: Tools, principal: Authenticated) -> ImportResponse:
    """Forget an uncommitted upload's leads; its report stays."""
    async with tools.database.transaction() as session:
        found = await lead_imports.discard_import(session, principal.account_id, import_id)
        await record_act(session, principal.account_id, principal.key_id, "import.discarded", import_id)
    return ImportResponse.model_validate(found)
