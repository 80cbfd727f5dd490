"""What a list is read, committed and mended with, whoever runs the job: a route, a command, a worker."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import CampaignId


@dataclass(frozen=True, slots=True)
class ListTools:
    """The tools of one process.

    tell_feeder: tells a running campaign that it has more leads. It is no error if that cannot be told: the feeder finds
    them in its next round.
    """

    database: Database
    key_ring: KeyRing
    now: Callable[[], datetime]
    tell_feeder: Callable[[CampaignId], Awaitable[None]]
