"""How far away a moment is that another clock than Temporal's has chosen."""

from datetime import datetime, timedelta

from temporalio import workflow


def left_until(until: datetime, wait_seconds: float | None) -> timedelta:
    """What is left until then: as long as whoever chose it says, so that clocks may differ.

    wait_seconds: None in histories from before it was told; then by Temporal's clock.
    """
    return until - workflow.now() if wait_seconds is None else timedelta(seconds=wait_seconds)
