"""Whose call a step works for stands in each line that it writes, by whoever writes it: a vendor's client knows no call."""

from typing import Any, Final

import structlog
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

_KNOWN_BY: Final = ("call_id", "attempt_id", "campaign_id")


class LogContext(Interceptor):
    """Binds the ids that an activity is given to its lines (startup/logs.py)."""

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """The activity with this around it."""
        return _InContext(next)


class _InContext(ActivityInboundInterceptor):
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        with structlog.contextvars.bound_contextvars(**_ids_in(input.args)):
            return await super().execute_activity(input)


def _ids_in(given: Any) -> dict[str, str]:
    found = {name: getattr(each, name, None) for each in reversed(given) for name in _KNOWN_BY}
    return {name: str(value) for name, value in found.items() if value}
