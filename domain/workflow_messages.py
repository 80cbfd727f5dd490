"""What is said to workflows: each workflow, signal and update once, with its name and the type of what it carries.

Workflows take their names from here and senders say only these, so that a message that nobody understands, or of another
type, is seen by the type checker. The workflows' own methods are no references for senders: `startup/` knows
no workflows, which bring all activities with them into a media process, and the type of a described update is lost in the SDK.
"""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from domain.calls import CallOrder, Cancellation, ConversationReported, LegEnded, Reschedule
from domain.campaigns import CampaignOrder
from domain.letters import ResetOrder
from domain.person_requests import PersonOrder
from domain.retention import RetentionOrder
from domain.webhook_orders import WebhookOrder

Order = TypeVar("Order", contravariant=True)
News = TypeVar("News", contravariant=True)


@dataclass(frozen=True)
class Workflow(Generic[Order]):
    """A workflow that is started with an order of this type; None for one that takes none."""

    name: str


@dataclass(frozen=True)
class Signal(Generic[News]):
    """A signal that carries news of this type; None for one that carries nothing."""

    name: str


@dataclass(frozen=True)
class Update(Generic[News]):
    """An update that is given this, None for nothing, and answers with the state afterwards."""

    name: str


CALL: Final = Workflow[CallOrder]("CallWorkflow")
LEG_ENDED: Final = Signal[LegEnded]("leg_ended")
CONVERSATION_REPORTED: Final = Signal[ConversationReported]("conversation_reported")
WAKE: Final = Signal[None]("wake")
CANCEL_CALL: Final = Update[Cancellation]("cancel")
RESCHEDULE: Final = Update[Reschedule]("reschedule")

CAMPAIGN: Final = Workflow[CampaignOrder]("CampaignWorkflow")
LOOK_AGAIN: Final = Signal[None]("look_again")
PAUSE: Final = Update[None]("pause")
RESUME: Final = Update[None]("resume")
CANCEL_CAMPAIGN: Final = Update[None]("cancel")
SET_PACE: Final = Update[int]("set_pace")

SWEEP: Final = Workflow[None]("SweepWorkflow")

WEBHOOK: Final = Workflow[WebhookOrder]("WebhookWorkflow")
SOMETHING_IS_DUE: Final = Signal[None]("something_is_due")

RETENTION: Final = Workflow[RetentionOrder]("RetentionWorkflow")

PASSWORD_RESET: Final = Workflow[ResetOrder]("PasswordResetWorkflow")

PERSON_EXPORT: Final = Workflow[PersonOrder]("PersonExportWorkflow")
PERSON_ERASURE: Final = Workflow[PersonOrder]("PersonErasureWorkflow")
