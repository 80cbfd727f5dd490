"""JSON columns as the domain's records."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from domain.campaigns import CampaignPlan
from domain.conversations import Backup, Engine, Menus, RecogniserName, Timeouts
from domain.identifiers import AgentId
from domain.scripts import Script


@dataclass(frozen=True, slots=True)
class AgentProfile:
    """An agent's settings as a conversation needs them."""

    name: str
    voice: str
    voice_model: str
    model: str
    language: str = "en"
    languages: tuple[str, ...] = ()
    patience: Timeouts = field(default_factory=Timeouts)
    engine: Engine = Engine.CASCADE
    ears: RecogniserName = RecogniserName.FLUX
    backup: Backup = field(default_factory=Backup)
    pronunciation: dict[str, str] = field(default_factory=dict)
    menus: Menus = Menus.HANG_UP
    opt_out_key: str = "9"
    id: AgentId | None = None
    has_knowledge: bool = False


def plan_of(record: dict[str, Any] | None) -> CampaignPlan:
    """A campaign's plan from its column; what an older row does not name has its default."""
    return msgspec.convert(record or {}, CampaignPlan)


def script_of(record: dict[str, Any]) -> Script:
    """A script version's content from its column."""
    return msgspec.convert(record, Script)


def agent_of(record: dict[str, Any]) -> AgentProfile:
    """An agent from its row as JSON; columns it does not need are passed over."""
    return msgspec.convert(record, AgentProfile)
