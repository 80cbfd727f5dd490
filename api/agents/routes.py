"""Routes for the AI agent's profiles."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Final, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from api.languages import Language
from api.pagination import Page, Paging
from api.permissions import AgentsRead, AgentsWrite
from api.request_bodies import Body, Name, Whole
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import agents
from database.audit import record_act
from domain.conversations import Backup, Engine, Menus, RecogniserName
from domain.errors import InvalidInput
from domain.language.phrases import base_of
from domain.pronunciation import check_pronunciation
from domain.timeouts import Timeouts
from providers.facts.agents import own_voices, refusals, warnings
from startup.wiring import voices

router = Routes(prefix="/agents", tags=["agents"])

Milliseconds = Annotated[Whole, Field(ge=0, le=600_000)]
_NAME: Final = r"^[A-Za-z0-9_.:-]{1,100}$"
VendorName = Annotated[str, Field(pattern=_NAME)]
"""A vendor's name of a model or voice: it stands in the addresses of requests that carry our key."""
NameOrNothing = Annotated[str, Field(pattern=rf"{_NAME}|^$")]

# Each with its former name, which is read for one version more.
_RECOGNISER: Final = AliasChoices("recogniser", "ears")
_RECOGNISER_BUDGET: Final = AliasChoices("recogniser_budget", "ears_budget")
_TIMEOUTS: Final = AliasChoices("timeouts", "patience")


class TimeoutsBody(Body):
    """How long the agent waits, in milliseconds; a prompt is spoken after each of the silences in `prompts`."""

    model_config = ConfigDict(from_attributes=True)
    prompts: list[Milliseconds] = Field(default=list(Timeouts().prompts), max_length=5)
    long_greeting: Milliseconds = Timeouts().long_greeting
    beep_wait: Milliseconds = Timeouts().beep_wait
    longest_call: Milliseconds = Timeouts().longest_call
    long_sound: Milliseconds = Timeouts().long_sound
    greeting_pause: Milliseconds = Timeouts().greeting_pause
    screening_wait: Milliseconds = Timeouts().screening_wait
    shortest_beep: Milliseconds = Timeouts().shortest_beep
    who_speaks: Milliseconds = Timeouts().who_speaks
    moment: Milliseconds = Timeouts().moment
    reassurance: Milliseconds = Timeouts().reassurance
    recogniser_budget: Milliseconds = Field(
        default=Timeouts().recogniser_budget, validation_alias=_RECOGNISER_BUDGET
    )
    model_budget: Milliseconds = Timeouts().model_budget
    voice_budget: Milliseconds = Timeouts().voice_budget

    def record(self) -> Timeouts:
        """The domain's record."""
        return Timeouts(**{**self.model_dump(), "prompts": tuple(self.prompts)})


class BackupBody(Body):
    """What takes over for the rest of a call when the first choice fails or is too slow; null or empty for nothing.

    The voice should be the first one's pair: as like it as the other vendor has.
    """

    model_config = ConfigDict(from_attributes=True)
    recogniser: RecogniserName | None = Field(default=None, validation_alias=_RECOGNISER)
    model: NameOrNothing = ""
    voice: NameOrNothing = ""
    voice_model: NameOrNothing = ""

    def record(self) -> Backup:
        """The domain's record."""
        return Backup(self.recogniser, self.model, self.voice, self.voice_model)


class AgentBody(Body):
    """A new agent; voice is the speech vendor's name of a voice.

    The names of the models tell the vendors: voice_model "eleven_…" or "aura-…", model "gpt-…" or "claude-…". With the
    engine "realtime" one model of OpenAI's hears, answers and speaks; voice, model and recogniser stay in use: the fixed
    phrases are spoken by the voice, and all three hold the rest of a call whose realtime session is lost.

    `pronunciation` maps written words to what the voice is given instead; transcripts keep the written ones. A telephone
    menu is left, or with `menus` "navigate" answered by at most three keys. `opt_out_key` opts a person out where the
    script says so ("To stop our calls, press 9"), and is asked back elsewhere; empty for none.

    `language` is that of the script; to one of `languages` the agent changes when the person asks for it or speaks it.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "Maya", "voice": "default", "language": "en"}]},
    )
    name: Name = Field(max_length=100)
    voice: VendorName = "default"
    voice_model: VendorName = "eleven_flash_v2_5"
    model: VendorName = "gpt-6-luna"
    engine: Engine = Engine.CASCADE
    recogniser: RecogniserName = Field(default=RecogniserName.FLUX, validation_alias=_RECOGNISER)
    backup: BackupBody = Field(default_factory=BackupBody)
    language: Language = "en"
    languages: list[Language] = Field(default=[], max_length=5)
    pronunciation: dict[str, str] = Field(default={}, examples=[{"SQL": "sequel"}])
    menus: Menus = Menus.HANG_UP
    opt_out_key: str = Field(default="9", pattern=r"^[0-9]?$")
    timeouts: TimeoutsBody = Field(default_factory=TimeoutsBody, validation_alias=_TIMEOUTS)

    @field_validator("pronunciation")
    @classmethod
    def can_be_pronounced(cls, dictionary: dict[str, str]) -> dict[str, str]:
        """Every word can be looked up, every form spoken."""
        try:
            check_pronunciation(dictionary)
        except InvalidInput as error:
            raise ValueError(str(error)) from error
        return dictionary

    @model_validator(mode="after")
    def knows_each_language_once(self) -> Self:
        """No language stands twice."""
        spoken = [base_of(tag) for tag in (self.language, *self.languages)]
        if len(set(spoken)) < len(spoken):
            raise ValueError("languages: each language may stand once, and not again where it is `language`.")
        return self


class AgentResponse(BaseModel):
    """An agent. warnings: what its vendors will soon end, or have ended, and what to use instead."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    voice: str
    voice_model: str
    model: str
    engine: Engine
    recogniser: RecogniserName
    backup: BackupBody
    language: str
    languages: Sequence[str]
    pronunciation: Mapping[str, str]
    menus: Menus
    opt_out_key: str
    timeouts: TimeoutsBody
    created_at: datetime
    warnings: Sequence[str] = ()


@router.post("", status_code=201)
async def create_agent(body: AgentBody, tools: Tools, principal: AgentsWrite) -> AgentResponse:
    """Make an agent; one that its vendors would refuse is refused."""
    for refused in refusals(body, tools.now().date(), tools.settings.allowed_models):
        raise InvalidInput(refused.message, pointer=refused.pointer)
    await _have_voices(body, tools)
    async with tools.database.transaction() as session:
        agent = await agents.add_agent(
            session,
            principal.account_id,
            name=body.name,
            voice=body.voice,
            voice_model=body.voice_model,
            model=body.model,
            language=body.language,
            timeouts=body.timeouts.record(),
            engine=body.engine,
            recogniser=body.recogniser,
            backup=body.backup.record(),
            languages=body.languages,
            pronunciation=body.pronunciation,
            menus=body.menus,
            opt_out_key=body.opt_out_key,
        )
        await record_act(session, principal.account_id, principal.actor, "agent.created", agent.id)
    return shown(agent, tools)


@router.get("")
async def list_agents(tools: Tools, principal: AgentsRead, paging: Paging) -> Page[AgentResponse]:
    """The account's agents, newest first."""
    async with tools.database.transaction() as session:
        found = await agents.list_agents(
            session, principal.account_id, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, lambda agent: shown(agent, tools), lambda agent: agent.id)


@router.get("/{agent_id}")
async def show_agent(agent_id: str, tools: Tools, principal: AgentsRead) -> AgentResponse:
    """One agent."""
    async with tools.database.transaction() as session:
        return shown(await agents.get_agent(session, principal.account_id, agent_id), tools)


async def _have_voices(body: AgentBody, tools: ApiTools) -> None:
    """Ask the speech vendor whether the account has the voices. Raises InvalidInput if it says no."""
    vendor = voices(tools.settings)
    if vendor is None:
        return
    for pointer, voice in own_voices(body):
        if await vendor.lacks(voice):
            raise InvalidInput(
                f"This account of {vendor.vendor} has no voice {voice}. Add it to the account's voices, or choose one of those.",
                pointer=pointer,
            )


def shown(agent: agents.AgentProfile, tools: ApiTools) -> AgentResponse:
    """The agent as it is told, with what its vendors have announced by now."""
    told = AgentResponse.model_validate(agent)
    found = warnings(told, tools.now().date(), tools.settings.default_voice)
    return told.model_copy(update={"warnings": found})
