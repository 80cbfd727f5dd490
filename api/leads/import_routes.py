"""Routes for uploaded lead lists: upload, look at the report, then commit or discard.

The work: importing.py (chunk by chunk), import_commits.py; rows: row_reading.py.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import File, Form, UploadFile
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.authentication import Principal
from api.idempotency import Once
from api.leads.default_regions import Region
from api.leads.form_fields import ColumnMapping, read_accepted, read_mapping
from api.leads.list_tools import list_tools
from api.leads.whereabouts import knows_rules
from api.pagination import Page, Paging
from api.permissions import LeadsRead, LeadsWrite
from api.request_bodies import Body, Text, file_name
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import import_reports, lead_imports
from database.audit import record_act
from database.campaigns import get_campaign
from database.import_barred import count_barred
from database.import_questions import confirm_mapping, sealed_question
from database.import_reports import ProblemGroup
from database.lead_imports import ImportState, ImportView
from database.scripts import get_version
from domain.errors import InvalidInput
from domain.identifiers import AccountId
from domain.import_notes import ImportQuestion
from domain.lead_rows import BARRED, DO_NOT_CALL
from domain.offered_repairs import OFFERED, REPAIRED, Repair
from lists.import_commits import finish_commit
from lists.importing import Upload, import_leads, read_again
from lists.problem_lines import problem_lines

router = Routes(prefix="/lead-imports", tags=["lead imports"])


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
    """How many rows share one problem, and the first cells it stands in; verdict: "rejected", "duplicate", or "review" for
    accepted rows that are held until a person has looked at them.
    """

    model_config = ConfigDict(from_attributes=True)
    verdict: str
    column: str
    code: str
    rows: int
    message: str
    cells: Sequence[str]


class RepairGroupResponse(BaseModel):
    """How many rows' numbers were repaired in one way, and the first cells of them."""

    column: str
    code: str
    rows: int
    message: str
    cells: Sequence[str]


class OfferGroupResponse(BaseModel):
    """How many refused rows one repair would make leads of: upload again with it in `accept`, if that is meant."""

    column: str
    offer: str
    rows: int
    message: str
    cells: Sequence[str]


class SampleResponse(BaseModel):
    """The first texts of a column, as they stand in the file."""

    model_config = ConfigDict(from_attributes=True)
    column: str
    texts: Sequence[str]


class QuestionResponse(BaseModel):
    """Why the mapping looks wrong, what stands in its column and in the one that is proposed, and the mapping that is
    proposed (empty for none).
    """

    model_config = ConfigDict(from_attributes=True)
    code: str
    message: str
    column: str
    samples: list[SampleResponse]
    proposal: Mapping[str, str]


class ImportReport(ImportResponse):
    """An import with its problems, repairs and offers grouped, most frequent first; barred: how many numbers its rows say
    nobody may call, which go on the do-not-call list with the commit; question: what it waits for, if it is asking.
    """

    problems: list[ProblemGroupResponse]
    repairs: list[RepairGroupResponse]
    offers: list[OfferGroupResponse]
    barred: int
    question: QuestionResponse | None


class AnswerBody(Body):
    """The answer to an import's question: its columns are right, or another mapping (field -> column), or how its rows are
    to be read besides; what is left out stays as it was.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"mapping": {"number": "Mobile"}}, {"confirm": True}]}
    )
    confirm: bool = False
    mapping: dict[str, Annotated[str, Field(max_length=500)]] | None = Field(default=None, max_length=50)
    default_region: Region | None = None
    sheet: Annotated[str, Field(max_length=100)] | None = None


class ProblemResponse(BaseModel):
    """What is wrong with one row; row_number is the spreadsheet's, cell its cell ("C7", empty for no single one); offer: the
    repair that would make a lead of it.
    """

    model_config = ConfigDict(from_attributes=True)
    row_number: int
    verdict: str
    column: str
    code: str
    message: str
    cell: str
    offer: str


@router.post("", status_code=201, response_model=ImportReport)
async def upload_leads(
    tools: Tools,
    principal: LeadsWrite,
    once: Once,
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
    accept: Annotated[
        Text,
        Form(max_length=200, description="offered repairs to be done, with commas between: first_number, …"),
    ] = "",
    confirm: Annotated[bool, Form(description="the columns are right, however they look")] = False,
    replace: Annotated[bool, Form(description="discard the campaign's uncommitted upload first")] = False,
) -> Response:
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
        accepted=read_accepted(accept),
        confirmed=confirm,
        replace=replace,
    )

    async def work(_: str) -> ImportReport:
        # A repeat after a failure finds what the first one left staged, and is refused: no list is staged twice.
        staged = await import_leads(
            list_tools(tools), principal.account_id, campaign, version.content, upload
        )
        return await report_of(tools, principal.account_id, staged)

    return await once.run("imp", 201, work)


async def report_of(tools: ApiTools, account_id: AccountId, found: ImportView) -> ImportReport:
    """The import with its report."""
    async with tools.database.transaction() as session:
        groups = await import_reports.group_problems(session, account_id, found.id)
        offers = await import_reports.group_offers(session, account_id, found.id)
        barred = await count_barred(session, account_id, found.id)
        sealed = await sealed_question(session, account_id, found.id)
    shown = ImportResponse.model_validate(found)
    question = tools.key_ring.open_record(sealed, account_id, ImportQuestion) if sealed else None
    return ImportReport(
        **shown.model_dump(),
        problems=[_problem_group(group) for group in groups],
        repairs=[
            RepairGroupResponse(
                column=each.column,
                code=each.code,
                rows=each.rows,
                message=REPAIRED[Repair(each.code)],
                cells=each.cells,
            )
            for each in found.repairs
        ],
        offers=[
            OfferGroupResponse(
                column=each.column,
                offer=each.offer,
                rows=each.rows,
                message=OFFERED[Repair(each.offer)],
                cells=each.cells,
            )
            for each in offers
        ],
        barred=barred,
        question=QuestionResponse.model_validate(question) if question else None,
    )


def _problem_group(group: ProblemGroup) -> ProblemGroupResponse:
    shown = ProblemGroupResponse.model_validate(group)
    if shown.code == DO_NOT_CALL and not shown.message:  # held by another row of the list
        shown.message = BARRED
    return shown


@router.get("")
async def list_imports(
    tools: Tools, principal: LeadsRead, paging: Paging, campaign_id: str | None = None
) -> Page[ImportResponse]:
    """The account's imports, newest first."""
    async with tools.database.transaction() as session:
        found = await lead_imports.list_imports(
            session, principal.account_id, campaign_id=campaign_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, ImportResponse.model_validate, lambda one: one.id)


@router.get("/{import_id}")
async def show_import(import_id: str, tools: Tools, principal: LeadsRead) -> ImportReport:
    """One import with its problems grouped."""
    async with tools.database.transaction() as session:
        found = await lead_imports.get_import(session, principal.account_id, import_id)
    return await report_of(tools, principal.account_id, found)


@router.get("/{import_id}/problems")
async def list_problems(
    import_id: str, tools: Tools, principal: LeadsRead, paging: Paging
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
async def download_problems(import_id: str, tools: Tools, principal: LeadsRead) -> StreamingResponse:
    """The same as a CSV file."""
    async with tools.database.transaction() as session:
        await lead_imports.get_import(session, principal.account_id, import_id)
    headers = {"Content-Disposition": f'attachment; filename="{import_id}-problems.csv"'}
    return StreamingResponse(
        problem_lines(tools.database, principal.account_id, import_id), media_type="text/csv", headers=headers
    )


@router.post("/{import_id}/answer", response_model=ImportReport)
async def answer_question(
    import_id: str, body: AnswerBody, tools: Tools, principal: LeadsWrite, once: Once
) -> Response:
    """Answer what an import asks: confirm its columns, or have its file read again in another way (409 if it asks nothing,
    or its file is no longer kept: upload it again then).
    """
    if body.confirm and (body.mapping is not None or body.default_region or body.sheet is not None):
        raise InvalidInput("Confirm what is there, or say how to read it; not both.", pointer="/confirm")

    async def work(_: str) -> ImportReport:
        return await report_of(
            tools, principal.account_id, await _answered(tools, principal, import_id, body)
        )

    return await once.run("imp", 200, work)


async def _answered(tools: ApiTools, principal: Principal, import_id: str, body: AnswerBody) -> ImportView:
    if not body.confirm:
        return await read_again(
            list_tools(tools),
            principal.account_id,
            import_id,
            mapping=body.mapping,
            default_region=body.default_region,
            sheet=body.sheet,
        )
    async with tools.database.transaction() as session:
        staged = await confirm_mapping(session, principal.account_id, import_id)
        await record_act(session, principal.account_id, principal.actor, "import.confirmed", import_id)
    return staged


@router.post("/{import_id}/commit", response_model=ImportResponse)
async def commit_import(import_id: str, tools: Tools, principal: LeadsWrite, once: Once) -> Response:
    """Let the accepted leads become part of the campaign, and nobody call whom the list bars. Committing twice has no
    second effect; an import that asks, and a campaign that is over, refuse it (409).
    """

    async def work(_: str) -> ImportResponse:
        async with tools.database.transaction() as session:
            begun = await lead_imports.begin_commit(session, principal.account_id, import_id)
            if begun.state is ImportState.COMMITTED:
                return ImportResponse.model_validate(begun)
            await record_act(session, principal.account_id, principal.actor, "import.committed", import_id)
        return ImportResponse.model_validate(
            await finish_commit(list_tools(tools), principal.account_id, begun.id)
        )

    return await once.run("imp", 200, work)


@router.delete("/{import_id}")
async def discard_import(import_id: str, tools: Tools, principal: LeadsWrite) -> ImportResponse:
    """Forget an uncommitted upload's leads; its report stays."""
    async with tools.database.transaction() as session:
        found = await lead_imports.discard_import(session, principal.account_id, import_id)
        await record_act(session, principal.account_id, principal.actor, "import.discarded", import_id)
    return ImportResponse.model_validate(found)
