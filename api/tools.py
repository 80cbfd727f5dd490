"""What the routes work with; built once at start, found on the application."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from activities.account_rules import AccountRules
from api.turns import Turns
from api.workflows import Workflows
from database.sealing import KeyRing
from database.session import Database
from providers.identity.client import IdentityProviders
from providers.recordings.archive import RecordingArchive
from startup.access_tokens import AccessTokens
from startup.callback_proofs import CallbackProofs
from startup.connections import Connections
from startup.media_control import MediaProcesses
from startup.passwords import Passwords
from startup.settings import Settings
from startup.stream_tokens import StreamTokens


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ApiTools:
    """The tools of one API process."""

    settings: Settings
    database: Database
    key_ring: KeyRing
    workflows: Workflows
    rule_packs: AccountRules
    stream_tokens: StreamTokens
    callback_proofs: CallbackProofs
    connections: Connections
    media: MediaProcesses
    recordings: RecordingArchive
    passwords: Passwords
    access_tokens: AccessTokens
    identities: IdentityProviders
    now: Callable[[], datetime] = utc_now
    turns: Turns = field(default_factory=Turns)
    hook_turns: Turns = field(default_factory=Turns)


def tools_of(connection: HTTPConnection) -> ApiTools:
    """The tools of the application that serves this request or socket."""
    tools = connection.app.state.tools
    assert isinstance(tools, ApiTools)
    return tools


async def _of_the_application(connection: HTTPConnection) -> ApiTools:
    return tools_of(connection)


Tools = Annotated[ApiTools, Depends(_of_the_application)]
