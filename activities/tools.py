"""The tools activities are built with, and the contracts of those that are our own other processes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from activities.account_rules import AccountRules
from activities.line_queue import FreeLines
from database.sealing import KeyRing
from database.session import Database
from domain.calls import CallOrder
from domain.connections import ConnectionRef
from domain.conversations import ConversationPlan
from domain.identifiers import AttemptId, LeadId
from providers.crm.contract import Crm
from providers.mail.contract import Mail
from providers.recordings.archive import RecordingArchive
from providers.telephony import Telephony
from providers.webhooks import WebhookSender


class Connections(Protocol):
    """The vendors' clients, each by the connection it goes through; opened when first asked for, and kept."""

    def opened(self, ref: ConnectionRef) -> Telephony | None:
        """The telephony if it is open already, for who holds a connection of the database and must not wait for another."""
        ...

    async def telephony(self, ref: ConnectionRef) -> Telephony:
        """What this connection's calls and messages go through. Raises CredentialsRefused if its credentials cannot be read."""
        ...

    async def crm(self, ref: ConnectionRef) -> Crm | None:
        """Where this connection's records go; None for nowhere. Raises CredentialsRefused."""
        ...


class Stage(Protocol):
    """The media server, as it is asked to get ready. None of these is needed for a call to succeed."""

    async def prepare(self, control_url: str, plan: ConversationPlan) -> None:
        """Have the process at this control address synthesise the opening and open the sockets while the phone rings.

        Raises ProviderThrottled if a vendor takes no more calls.
        """
        ...

    async def release(self, control_url: str, attempt_id: AttemptId) -> None:
        """Nobody answered: free what was prepared there."""
        ...

    async def forget_phrases(self, control_url: str) -> None:
        """Keep no phrase there as audio: some of them greet somebody by name."""
        ...


class CallStarter(Protocol):
    """Temporal, as the feeder and the repairs use it."""

    async def start_call(self, order: CallOrder, lead_id: LeadId, *, masked_number: str) -> None:
        """Start the call's workflow; one that was started before is left as it is."""
        ...

    async def follow_up(self, order: CallOrder, lead_id: LeadId, *, masked_number: str) -> None:
        """Start the workflow of a closed call whose run failed, for what follows its end; one that ended well is left."""
        ...

    async def is_open(self, workflow_id: str) -> bool:
        """Whether a workflow of this id is running; False also when there is none."""
        ...

    async def cancel(self, workflow_id: str, *, why: str) -> bool:
        """Ask the workflow to cancel, and tell it why; False when it is closed or absent."""
        ...

    async def is_known(self, workflow_id: str) -> bool:
        """Whether there is a history of any run of this workflow."""
        ...

    async def forget(self, workflow_id: str) -> int:
        """Delete the histories of this workflow's runs, which must have ended; how many there were."""
        ...

    async def wake(self, workflow_id: str) -> None:
        """Have a waiting call look at the rules again; one that is gone is no error."""
        ...

    async def look_again(self, workflow_id: str) -> None:
        """Have a campaign look at its rows now; one that is gone is no error."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How long things may take. send_limit: from the compare-and-set to the last moment a dial may leave;

    unconfirmed_after: how long after that an ambiguous dial is looked up before it is closed.
    """

    send_limit: timedelta = timedelta(seconds=10)
    unconfirmed_after: timedelta = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Tools:
    """What the activities work with. public_url is the API's address, dashboard_url the page of people; mail: None where no mail server is set."""

    database: Database
    key_ring: KeyRing
    rule_packs: AccountRules
    connections: Connections
    stage: Stage
    starter: CallStarter
    webhooks: WebhookSender
    recordings: RecordingArchive
    public_url: str
    limits: Limits = Limits()
    mail: Mail | None = None
    dashboard_url: str = ""
    free_lines: FreeLines = field(default_factory=FreeLines)


class Clock(Protocol):
    """Gives the present moment, with its time zone."""

    def __call__(self) -> datetime:
        """Now."""
        ...
