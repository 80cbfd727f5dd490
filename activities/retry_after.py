"""A service that asks for a pause gets it: the step is tried again when the service said, not when our own rhythm would.

The rhythm of all other failures stands in workflows/activity_options.py; a dial keeps its trunk's pause itself (dialling.py).
"""

from datetime import timedelta
from typing import Any, Final

from temporalio.exceptions import ApplicationError
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from providers.errors import ProviderThrottled

LONGEST_PAUSE: Final = timedelta(hours=1)
"""No service's word holds a step up for longer."""


def asked_pause(error: ProviderThrottled) -> timedelta | None:
    """How long the service wants to be left alone, an hour at the most; None if it does not say."""
    return None if error.retry_after is None else min(timedelta(seconds=error.retry_after), LONGEST_PAUSE)


class AskedPauses(Interceptor):
    """Gives each activity's failure the pause that its service asked for."""

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """The activity with this around it."""
        return _AskedPause(next)


class _AskedPause(ActivityInboundInterceptor):
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        try:
            return await super().execute_activity(input)
        except ProviderThrottled as error:
            pause = asked_pause(error)
            if pause is None:
                raise
            raise ApplicationError(str(error), type=type(error).__name__, next_retry_delay=pause) from error
