"""Which activity classes the workers serve. Each activity is found in its class: one that is written is served."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from activities.attempt_readiness import LineWaitActivities, ReadinessActivities
from activities.campaigns import CampaignActivities
from activities.closing import ClosingActivities
from activities.crm import CrmActivities
from activities.dialling import DialActivities
from activities.legs import LegActivities
from activities.letters import LetterActivities
from activities.messages import MessageActivities
from activities.orphan_sweep import SweepActivities
from activities.people import PeopleActivities
from activities.retention import RetentionActivities
from activities.tools import Tools
from activities.webhooks import WebhookActivities

# A class of activities: it receives the tools, its decorated methods are the steps.
ActivityClass = Callable[[Tools], object]

# Served beside the workflows.
STEPS: Final[Sequence[ActivityClass]] = (
    ReadinessActivities,
    LegActivities,
    ClosingActivities,
    CrmActivities,
    MessageActivities,
    CampaignActivities,
    SweepActivities,
)
# Served beside the workflows as well: what one person asks for, and what goes when its time is over.
PEOPLE: Final[Sequence[ActivityClass]] = (PeopleActivities, RetentionActivities, LetterActivities)
# Served on a queue of their own, since they last for hours.
LINE_WAITS: Final[Sequence[ActivityClass]] = (LineWaitActivities,)
# Served on a queue of their own, since the programs that are told may be slow.
TELLINGS: Final[Sequence[ActivityClass]] = (WebhookActivities,)
# Served on each trunk's own queue.
DIALS: Final[Sequence[ActivityClass]] = (DialActivities,)

# The mark that activity.defn leaves on a function; the SDK has no public way to ask for it.
_MARK: Final = "__temporal_activity_definition"


def activities_of(classes: Sequence[ActivityClass], tools: Tools) -> list[Callable[..., Any]]:
    """Every activity of these classes, bound to its tools."""
    return [activity for each in classes for activity in _marked(each(tools))]


def activity_names(classes: Sequence[ActivityClass]) -> frozenset[str]:
    """The names under which the activities of these classes are served."""
    return frozenset(getattr(activity, _MARK).name for each in classes for activity in _marked(each))


def _marked(owner: object) -> Iterator[Callable[..., Any]]:
    return (method for name in dir(owner) if hasattr(method := getattr(owner, name), _MARK))
