"""What the steps of one dial hand on to each other (dialling.py)."""

from dataclasses import dataclass

from activities.elapsed_time import Moment
from activities.predial import Asked
from database.call_facts import CallFacts
from database.media_processes import MediaPlace
from domain.calls import DialRequest
from domain.identifiers import AttemptId, attempt_id


@dataclass(frozen=True, slots=True)
class Admitted:
    """The attempt exists and has a slot, due on the monotonic clock, begins: when it is to be prepared.

    since: the age of the decision; place: who talks; shown: the number that the person sees; asked: what
    the customer's program said of it; is_judged: the decision rests on that.
    """

    request: DialRequest
    facts: CallFacts
    since: Moment
    due: float
    begins: float
    place: MediaPlace
    shown: str
    asked: Asked | None
    is_judged: bool = True

    @property
    def attempt(self) -> AttemptId:
        """The attempt's id."""
        return attempt_id(self.request.call_id, self.request.attempt)


@dataclass(frozen=True, slots=True)
class Placing:
    """This step placed the attempt, at that moment, and may take it back by the token; since: the age of the decision."""

    token: str
    since: Moment
    at: Moment


@dataclass(frozen=True, slots=True)
class Missed:
    """The slot was missed, and nothing left.

    token: of the placing that is to be taken back; None: it was not placed. prepared: the media process that is ready
    for the call, empty for none.
    """

    token: str | None = None
    prepared: str = ""
