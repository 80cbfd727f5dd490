"""JSON columns as the domain's records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from domain.campaigns import CampaignPlan
from domain.conversations import Backup, Engine, Menus, RecogniserName
from domain.former_names import with_present_names
from domain.identifiers import AgentId
from domain.scripts import Script
from domain.timeouts import Timeouts


@dataclass(frozen=True, slots=True)
class AgentProfile:
    """An agent's settings as a conversation needs them."""

    name: str
    voice: str
    voice_model: str
    model: str
    language: str = "en"
    languages: tuple[str, ...] = ()
    timeouts: Timeouts = field(default_factory=Timeouts)
    engine: Engine = Engine.CASCADE
    recogniser: RecogniserName = RecogniserName.FLUX
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


def agent_of(row: Mapping[str, Any]) -> AgentProfile:
    """An agent from its row as JSON; columns it does not need are passed over.

    Two columns have other names than their fields, see database.tables.Agent: what an agent chose stands in `ears`, and
    `recogniser` is whose permit that takes.
    """
    fields = {
        **row,
        "recogniser": row["ears"],
        "timeouts": with_present_names(row["patience"]),
        "backup": with_present_names(row["backup"]),
    }
    return msgspec.convert(fields, AgentProfile)


def timeouts_of(record: Mapping[str, Any]) -> Timeouts:
    """An agent's timeouts from its column."""
    return msgspec.convert(with_present_names(record), Timeouts)


def backup_of(record: Mapping[str, Any]) -> Backup:
    """An agent's backup from its column."""
    return msgspec.convert(with_present_names(record), Backup)
