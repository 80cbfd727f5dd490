"""Routes for how long an account keeps what it has, for what would go now, and for the runs by which it goes.

The times and their bounds: domain/retention.py; what goes: activities/retention.py. Nothing goes before an admin saw the plan.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.errors import WorkflowsUnreachable
from api.etags import edit_of
from api.pagination import Page, Paging
from api.permissions import PeopleErase, PeopleRead
from api.request_bodies import Body, Whole
from api.routing import Routes
from api.tools import Tools
from database import retention
from database.audit import record_act
from database.retention_plan import plan_retention, todays_date
from domain.errors import InvalidInput
from domain.personal_data import DataClass
from domain.retention import (
    AUDIT_DAYS,
    CONTENT_DAYS,
    EVIDENCE_DAYS,
    LAWS,
    MOST_DAYS,
    RetentionSettings,
    Times,
    check_times,
    kept_for,
)

router = Routes(prefix="/retention", tags=["retention"])

Days = Annotated[Whole, Field(ge=1, le=MOST_DAYS)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class CountryTimes(BaseModel):
    """Days, of people in one country; null: as the account's own."""

    model_config = ConfigDict(from_attributes=True, extra="forbid")
    content_days: Days | None = None
    evidence_days: Days | None = None


class RetentionBody(Body):
    """For how many days what is kept. countries: other times of people there, by ISO code.

    plan_seen: what `GET /api/retention/plan` calls the plan of exactly these times; needed where is_on is true: so store them with is_on
    false first, look at the plan, and then turn it on.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"is_on": False, "countries": {"DE": {"content_days": 90}}}]}
    )
    is_on: bool
    content_days: Days = CONTENT_DAYS
    evidence_days: Days = EVIDENCE_DAYS
    audit_days: Days = AUDIT_DAYS
    countries: Annotated[dict[Country, CountryTimes], Field(default_factory=dict, max_length=250)]
    plan_seen: Annotated[str, Field(max_length=40)] | None = None

    def settings(self) -> RetentionSettings:
        """As they are kept."""
        return RetentionSettings(
            is_on=self.is_on,
            content_days=self.content_days,
            evidence_days=self.evidence_days,
            audit_days=self.audit_days,
            countries={
                country: Times(times.content_days, times.evidence_days)
                for country, times in sorted(self.countries.items())
            },
        )


class RetentionLawResponse(BaseModel):
    """What a law demands: no less than so many days, from a day on, of people in that country."""

    model_config = ConfigDict(from_attributes=True)
    country: str
    data_class: DataClass
    since: date
    at_least: int
    source: str


class RetentionResponse(BaseModel):
    """For how many days what is kept, and whether what is older goes. laws: what is kept longer than that where they demand it; in_force:
    the days that hold today, by country: "*" is every other one, "" are those of whom nobody knows it."""

    live: ClassVar = frozenset({"in_force"})
    is_on: bool
    content_days: int
    evidence_days: int
    audit_days: int
    countries: Mapping[str, CountryTimes]
    in_force: Mapping[str, Mapping[str, int]]
    laws: Sequence[RetentionLawResponse]


class RetentionPlanLine(BaseModel):
    """One store. data_class: as what it would go; content is emptied, or deleted where nothing else is in it, evidence deleted. due: rows,
    or files; bytes: how much that is, about; oldest_at: from when the oldest counts; held: how many a legal hold keeps besides;
    in_use: how many are as old and belong to calls in flight or promised, or to campaigns that go on."""

    model_config = ConfigDict(from_attributes=True)
    store: str
    data_class: DataClass
    due: int
    bytes: int
    oldest_at: datetime | None
    held: int
    in_use: int


class RetentionPlanResponse(BaseModel):
    """What would go now. plan: to be told as plan_seen by whoever turns retention on."""

    plan: str
    lines: Sequence[RetentionPlanLine]


class RetentionReceiptLine(BaseModel):
    """One store. gone: rows, or files, that were deleted or emptied; held, in_use: as in a plan, at the end; left: what was due and that
    somebody else was working on."""

    model_config = ConfigDict(from_attributes=True)
    store: str
    data_class: str
    gone: int
    held: int
    in_use: int
    left: int


class RetentionReceipt(BaseModel):
    """What went and what stayed. notes: what is to be said besides."""

    model_config = ConfigDict(from_attributes=True)
    lines: Sequence[RetentionReceiptLine]
    notes: Sequence[str]


class RetentionRunResponse(BaseModel):
    """A run. asked_by: the id of a key or a person, or "schedule"; gone: how much went so far, by class and store; receipt: null until it
    is over."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    asked_by: str
    created_at: datetime
    finished_at: datetime | None
    gone: Mapping[str, int]
    receipt: RetentionReceipt | None


class AskedRetention(BaseModel):
    """The run that goes on now."""

    id: str


@router.get("")
async def show_retention(tools: Tools, principal: PeopleRead) -> RetentionResponse:
    """For how long what is kept, and the laws that bound it."""
    async with tools.database.transaction() as session:
        settings = await retention.get_settings(session, principal.account_id)
        return _shown(settings, await todays_date(session))


@router.put("")
@edit_of(show_retention)
async def change_retention(body: RetentionBody, tools: Tools, principal: PeopleErase) -> RetentionResponse:
    """Store other times, or turn retention on or off; they bind from the next batch of a run on, also of one that goes on."""
    settings = body.settings()
    if settings.is_on and body.plan_seen != settings.mark():
        raise InvalidInput(
            "Store these times with is_on false, look at GET /api/retention/plan, and say here what it calls its plan.",
            pointer="/plan_seen",
            code="plan_not_seen",
        )
    async with tools.database.transaction() as session:
        today = await todays_date(session)
        check_times(settings, today)
        was = await retention.get_settings(session, principal.account_id)
        await retention.set_settings(session, principal.account_id, settings)
        await record_act(
            session,
            principal.account_id,
            principal.actor,
            "retention.changed",
            principal.account_id,
            {"was": asdict(was), "now": asdict(settings)},
        )
    return _shown(settings, today)


@router.get("/plan")
async def show_plan(tools: Tools, principal: PeopleRead) -> RetentionPlanResponse:
    """What would go if retention ran now, by the stored times, on or off; nothing is changed."""
    async with tools.database.transaction() as session:
        settings = await retention.get_settings(session, principal.account_id)
        kept = kept_for(settings, await todays_date(session))
        lines = await plan_retention(session, principal.account_id, kept)
    return RetentionPlanResponse(
        plan=settings.mark(), lines=[RetentionPlanLine.model_validate(line) for line in lines]
    )


@router.post("/runs", status_code=202)
async def ask_for_run(tools: Tools, principal: PeopleErase) -> AskedRetention:
    """Have what is over go now, not only in the night; one that goes on already is answered with."""
    async with tools.database.transaction() as session:
        settings = await retention.get_settings(session, principal.account_id)
        run_id, begun = await retention.begin_run(
            session,
            principal.account_id,
            kept_for(settings, await todays_date(session)),
            asked_by=principal.actor,
        )
        if begun:
            await record_act(session, principal.account_id, principal.actor, "retention.asked", run_id)
    # While Temporal is away the run waits for the night's round.
    with suppress(WorkflowsUnreachable):
        await tools.workflows.start_retention(principal.account_id)
    return AskedRetention(id=run_id)


@router.get("/runs")
async def list_runs(tools: Tools, principal: PeopleRead, paging: Paging) -> Page[RetentionRunResponse]:
    """The runs with their receipts, newest first."""
    async with tools.database.transaction() as session:
        found = await retention.list_runs(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, RetentionRunResponse.model_validate, lambda run: run.id)


def _shown(settings: RetentionSettings, today: date) -> RetentionResponse:
    kept: dict[str, Any] = asdict(kept_for(settings, today))
    kept["audit"] = {"*": kept["audit"]}
    return RetentionResponse(
        **{name: value for name, value in asdict(settings).items() if name != "countries"},
        countries={
            country: CountryTimes.model_validate(times) for country, times in settings.countries.items()
        },
        in_force=kept,
        laws=[RetentionLawResponse.model_validate(law) for law in LAWS],
    )
