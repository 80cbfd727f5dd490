"""Which conversations ended here a moment ago: the carrier asks what follows a stream only after its end."""

from collections import OrderedDict
from typing import Final

from domain.identifiers import AttemptId

_KEPT: Final = 5_000  # at twenty calls a second, those of the last four minutes


class RecentConversations:
    """The last attempts whose conversations ended here."""

    def __init__(self) -> None:
        self._ended: OrderedDict[AttemptId, None] = OrderedDict()

    def __contains__(self, attempt_id: AttemptId) -> bool:
        return attempt_id in self._ended

    def add(self, attempt_id: AttemptId) -> None:
        """This one ended now."""
        self._ended[attempt_id] = None
        if len(self._ended) > _KEPT:
            self._ended.popitem(last=False)
