"""Each line that a step writes names its call, whoever writes it."""

from typing import Any, cast

import pytest
import structlog
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput

from activities.log_context import LogContext
from domain.calls import AttemptRef, CallRef
from domain.identifiers import AccountId, AttemptId, CallId

CALL = CallRef(AccountId("acc_1"), CallId("call_1"))
ATTEMPT = AttemptRef(AccountId("acc_1"), CallId("call_1"), AttemptId("call_1-2"))


class Step:
    """An activity that tells what is bound while it works."""

    async def execute_activity(self, _: ExecuteActivityInput) -> Any:
        return dict(structlog.contextvars.get_contextvars())


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ((CALL,), {"call_id": "call_1"}),
        ((ATTEMPT,), {"call_id": "call_1", "attempt_id": "call_1-2"}),
        ((CALL, "call_9"), {"call_id": "call_1"}),
        ((), {}),
        (("text",), {}),
    ],
)
async def test_the_ids_that_a_step_is_given_are_bound_while_it_works(
    given: tuple[object, ...], bound: dict[str, str]
) -> None:
    step = cast("ActivityInboundInterceptor", Step())
    around = LogContext().intercept_activity(step)
    input = ExecuteActivityInput(fn=print, args=given, executor=None, headers={})
    assert bound == await around.execute_activity(input)
    assert {} == structlog.contextvars.get_contextvars()
