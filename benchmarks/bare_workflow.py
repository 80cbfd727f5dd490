"""The least a call could be in Temporal, the yardstick of the throughput figure.

One activity, two signals, three empty local activities, one timer.
"""

from datetime import timedelta

from temporalio import activity, workflow

_LIMIT = timedelta(seconds=60)


@activity.defn
async def nothing() -> None:
    """Does nothing."""


@workflow.defn
class BareCall:
    """Waits for its two signals between an activity and local activities."""

    def __init__(self) -> None:
        self._told = 0

    @workflow.run
    async def run(self) -> None:
        """The whole life of it; the timer is that of the wait."""
        await workflow.execute_local_activity(nothing, start_to_close_timeout=_LIMIT)
        await workflow.execute_activity(nothing, start_to_close_timeout=_LIMIT)
        await workflow.execute_local_activity(nothing, start_to_close_timeout=_LIMIT)
        await workflow.wait_condition(lambda: self._told == 2, timeout=_LIMIT)
        await workflow.execute_local_activity(nothing, start_to_close_timeout=_LIMIT)

    @workflow.signal
    def tell(self) -> None:
        """One of the two ends."""
        self._told += 1
