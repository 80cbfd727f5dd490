"""Routes for scripts; a script is changed by adding a version to it."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from api.pagination import Page, Paging
from api.permissions import ScriptsRead, ScriptsWrite
from api.request_bodies import Body, Name, OutcomeName
from api.routing import Routes
from api.tools import Tools
from database import scripts
from database.audit import record_act
from database.scripts import VersionOfScript
from domain.own_outcomes import MOST as MOST_OUTCOMES
from domain.script_fields import MOST as MOST_FIELDS
from domain.script_fields import FieldType
from domain.scripts import Script, check_script

router = Routes(prefix="/scripts", tags=["scripts"])

Words = Annotated[str, Field(max_length=4000)]
_EXAMPLE: JsonDict = {
    "name": "Satisfaction survey",
    "content": {
        "opening": "Hello {{first_name}}, this is Maya from Acme.",
        "disclosure": "I am an automated assistant, and this call is transcribed.",
        "instructions": "You ask customers of Acme in {{city}} how their order went.",
        "questions": [{"key": "satisfied", "text": "Were you satisfied?", "expects": "yes_no"}],
        "voicemail": "Hello, this is Acme. We will try again another day.",
        "screening": "Maya from Acme, about {{first_name}}'s order.",
        "objections": [{"objection": "no time", "answer": "It is one question, half a minute."}],
        "closing": "Thank you, and goodbye.",
        "outcomes": [
            {
                "name": "orders_again",
                "description": "They say that they will order again.",
                "success": True,
                "phrases": ["I'll order again"],
            }
        ],
        "fields": [{"name": "arrived_on", "question": "On which day did your order arrive?", "type": "date"}],
    },
}


class QuestionBody(Body):
    """One question; `choices` are named for `choice` only."""

    model_config = ConfigDict(from_attributes=True)
    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,49}$")
    text: Words = Field(min_length=1)
    expects: Literal["yes_no", "number", "choice", "free", "digits", "phone", "email"] = "free"
    choices: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(
        default_factory=list, max_length=20
    )


class ObjectionBody(Body):
    """What people object, and what the agent answers to it, in its own words."""

    model_config = ConfigDict(from_attributes=True)
    objection: Annotated[str, Field(min_length=1, max_length=200)]
    answer: Annotated[str, Field(min_length=1, max_length=1000)]


class OutcomeBody(Body):
    """What a call with this script may come to, beside the built-in outcomes; `description` tells the model when.

    `success` counts as the campaign's goal; after `retry` the person is called again, by the plan's `retries.talked`; after
    `suppress` the number is never contacted again; after `follow_up` the plan's messages for `follow_up` are sent. With
    none of them it ends the call. `phrases`: what a person says who certainly means it, found without the model too.
    """

    model_config = ConfigDict(from_attributes=True)
    name: OutcomeName
    description: str = Field(min_length=1, max_length=300)
    success: bool = False
    retry: bool = False
    suppress: bool = False
    follow_up: bool = False
    phrases: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(
        default_factory=list, max_length=20
    )


class FieldBody(Body):
    """What is to be known of each call; `question` may carry {{variables}}, `choices` are named for `choice` only.

    `required`: the agent asks the question, after the script's own, and a call that reaches its goal with the field open is
    marked for review. What is not required is taken down where the person tells it.
    """

    model_config = ConfigDict(from_attributes=True)
    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    question: str = Field(min_length=1, max_length=300)
    type: FieldType = FieldType.TEXT
    required: bool = False
    choices: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(
        default_factory=list, max_length=20
    )


class ContentBody(Body):
    """What the agent is to say; texts may carry {{variables}} from the lead's columns.

    `screening` is said in one breath to a service that asks who calls and why; empty for the opening. `outcomes` go before
    interested, not_interested and follow_up; an opt-out, a wrong number and a wish for another call are found in any call.
    `fields` are taken down of what the person says, however it was asked, by their types. `objections` are
    answered by what stands beside them.
    """

    model_config = ConfigDict(from_attributes=True)
    opening: Words = Field(min_length=1)
    disclosure: Words = Field(min_length=1)
    instructions: Words = Field(min_length=1)
    questions: list[QuestionBody] = Field(default_factory=list, max_length=50)
    voicemail: Words = ""
    screening: Words = ""
    objections: list[ObjectionBody] = Field(default_factory=list, max_length=30)
    closing: Words = Field(min_length=1)
    outcomes: list[OutcomeBody] = Field(default_factory=list, max_length=MOST_OUTCOMES)
    fields: list[FieldBody] = Field(default_factory=list, max_length=MOST_FIELDS)

    def record(self, pointer: str) -> Script:
        """The domain's record of a new script; pointer: where this stands in the request. Raises InvalidInput."""
        script = msgspec.convert(self.model_dump(), Script)
        check_script(script, pointer)
        return script


class ScriptBody(Body):
    """A new script with its first version."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})
    name: Name = Field(max_length=100)
    content: ContentBody


class VersionResponse(BaseModel):
    """One immutable version; campaigns refer to its id. variables: what each lead must have a value for."""

    id: str
    script_id: str
    name: str
    number: int
    content: ContentBody
    variables: list[str]
    created_at: datetime


def show(version: VersionOfScript) -> VersionResponse:
    """A version for people."""
    return VersionResponse(
        id=version.id,
        script_id=version.script_id,
        name=version.name,
        number=version.number,
        content=ContentBody.model_validate(version.content),
        variables=sorted(version.content.variables()),
        created_at=version.created_at,
    )


@router.post("", status_code=201)
async def create_script(body: ScriptBody, tools: Tools, principal: ScriptsWrite) -> VersionResponse:
    """Make a script."""
    async with tools.database.transaction() as session:
        version = await scripts.add_script(
            session, principal.account_id, body.name, body.content.record("/content")
        )
        await record_act(session, principal.account_id, principal.actor, "script.created", version.script_id)
    return show(version)


@router.get("")
async def list_scripts(tools: Tools, principal: ScriptsRead, paging: Paging) -> Page[VersionResponse]:
    """Each script's newest version, newest script first."""
    async with tools.database.transaction() as session:
        found = await scripts.list_scripts(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, show, lambda version: version.script_id)


@router.get("/{script_id}")
async def show_script(script_id: str, tools: Tools, principal: ScriptsRead) -> VersionResponse:
    """The script's newest version."""
    async with tools.database.transaction() as session:
        return show(await scripts.newest_version(session, principal.account_id, script_id))


@router.post("/{script_id}/versions", status_code=201)
async def create_version(
    script_id: str, body: ContentBody, tools: Tools, principal: ScriptsWrite
) -> VersionResponse:
    """Add a version; campaigns keep the one they were made with. The newest one's own words are no new version."""
    async with tools.database.transaction() as session:
        version = await scripts.add_version(session, principal.account_id, script_id, body.record(""))
        await record_act(session, principal.account_id, principal.actor, "script.version_added", version.id)
    return show(version)


@router.get("/{script_id}/versions")
async def list_versions(
    script_id: str, tools: Tools, principal: ScriptsRead, paging: Paging
) -> Page[VersionResponse]:
    """The script's versions, newest first."""
    async with tools.database.transaction() as session:
        await scripts.newest_version(session, principal.account_id, script_id)
        found = await scripts.list_versions(
            session, principal.account_id, script_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, show, lambda version: version.id)
