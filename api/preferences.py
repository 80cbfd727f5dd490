"""Routes for how people want to be contacted; a preference binds the next dial and message, also of calls already queued."""

from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.leads.default_regions import Region
from api.numbers import OfNumber, number_of
from api.pagination import Page, Paging
from api.permissions import PreferencesRead, PreferencesWrite
from api.request_bodies import Body, Real
from api.routing import Routes
from api.tools import Tools
from database import preferences
from database.audit import record_act
from database.preferences import PreferenceView
from domain.errors import InvalidInput
from domain.preferences import (
    PreferenceKind,
    PreferenceSource,
    PreferenceValue,
    SaidPreference,
    WritingChannel,
    hours_as_text,
    hours_of_text,
)

router = Routes(prefix="/preferences", tags=["preferences"])

WindowText = Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d-\d\d:\d\d$")]
"""Hours of a day on the person's own clock, such as "17:00-20:30"."""
DayName = Annotated[str, StringConstraints(pattern=r"^(mon|tue|wed|thu|fri|sat|sun)$")]


class PreferenceBody(Body):
    """One of hours, writing and every_days.

    hours: the only ones in which the person wants to be contacted, by day, on their own clock; days left out are closed. writing: they
    want to be written to instead of called, by these ways, none for any. every_days: they want to be called no sooner after a talk.
    words: their own, as evidence.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"number": "+14155552671", "hours": {"mon": ["17:00-24:00"]}}]}
    )
    number: Annotated[str, Field(max_length=60)]
    default_region: Region | None = None
    hours: dict[DayName, list[WindowText]] | None = None
    writing: list[WritingChannel] | None = None
    every_days: Annotated[Real, Field(gt=0, le=366)] | None = None
    words: Annotated[str, Field(max_length=1000)] = ""

    def value(self) -> PreferenceValue:
        """What is meant. Raises InvalidInput where it is nothing, or more than one thing."""
        named = [self.hours is not None, self.writing is not None, self.every_days is not None]
        if sum(named) != 1:
            raise InvalidInput("Name one of hours, writing and every_days.", pointer="", code="one_of")
        if self.hours is not None:
            return PreferenceValue(PreferenceKind.WHEN, hours=hours_of_text(self.hours))
        if self.every_days is not None:
            return PreferenceValue(PreferenceKind.HOW_OFTEN, gap=timedelta(days=self.every_days))
        return PreferenceValue(PreferenceKind.WRITING, channels=tuple(dict.fromkeys(self.writing or ())))


class PreferenceResponse(BaseModel):
    """How the person at a number wants to be contacted.

    kind: "when" (hours), "writing" (writing: the ways, none for any) or "how_often" (every_days). understood: it has an effect; words
    that are not understood are kept and have none. current: no later preference of its kind replaced it. source: "said_on_call", "sms"
    (a text message) or "api" (an operator). words, said_at, call_id and attempt_id are the evidence; words are null where nobody has
    them, or where they were erased.
    """

    id: str
    number: str
    kind: PreferenceKind
    hours: dict[str, list[str]] | None
    writing: list[WritingChannel] | None
    every_days: float | None
    understood: bool
    current: bool
    source: str
    words: str | None
    said_at: datetime
    call_id: str | None
    attempt_id: str | None
    created_at: datetime

    @classmethod
    def of(cls, entry: PreferenceView) -> "PreferenceResponse":
        """The preference as it is shown."""
        value = entry.value
        return cls(
            id=entry.id,
            number=entry.number,
            kind=value.kind,
            hours=None if value.hours is None else hours_as_text(value.hours),
            writing=list(value.channels) if value.kind is PreferenceKind.WRITING else None,
            every_days=None if value.gap is None else value.gap / timedelta(days=1),
            understood=value.has_effect,
            current=entry.is_current,
            source=entry.source,
            words=entry.phrase or None,
            said_at=entry.said_at,
            call_id=entry.call_id,
            attempt_id=entry.attempt_id,
            created_at=entry.created_at,
        )


class AddedPreference(BaseModel):
    """The new preference."""

    id: str


@router.post("", status_code=201)
async def add_preference(body: PreferenceBody, tools: Tools, principal: PreferencesWrite) -> AddedPreference:
    """Note how a person wants to be contacted; it replaces what they wished of the same kind before."""
    said = SaidPreference(body.value(), body.words.strip(), tools.now())
    number = number_of(body.number, body.default_region, "/number")
    async with tools.database.transaction() as session:
        added = await preferences.prefer(
            session, principal.account_id, number, said, tools.key_ring, PreferenceSource.OPERATOR
        )
        await record_act(
            session,
            principal.account_id,
            principal.actor,
            "preference.added",
            added,
            {"kind": str(said.value.kind)},
        )
    return AddedPreference(id=added)


@router.get("")
async def list_preferences(
    tools: Tools,
    principal: PreferencesRead,
    paging: Paging,
    number: OfNumber,
) -> Page[PreferenceResponse]:
    """All that are known, newest first, or those of one number."""
    async with tools.database.transaction() as session:
        found = await preferences.list_preferences(
            session,
            principal.account_id,
            tools.key_ring,
            number=number,
            before=paging.before,
            limit=paging.fetch,
        )
    return paging.of(found, PreferenceResponse.of, lambda entry: entry.id)


@router.delete("/{preference_id}", status_code=204)
async def remove_preference(preference_id: str, tools: Tools, principal: PreferencesWrite) -> Response:
    """Let a preference bind no more, nor what it replaced, and erase its words; removing it twice is no error."""
    async with tools.database.transaction() as session:
        await preferences.remove_preference(session, principal.account_id, preference_id, tools.now())
        await record_act(session, principal.account_id, principal.actor, "preference.removed", preference_id)
    return Response(status_code=204)
