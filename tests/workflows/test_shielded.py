"""What must be done to its end is done, however often it is cancelled meanwhile, and its failure is its waiter's."""

import asyncio

import pytest

from workflows.shielded import to_its_end


@pytest.mark.parametrize("cancels", [0, 1, 3])
@pytest.mark.parametrize("failure", [None, ValueError("it cannot be done")])
async def test_what_was_begun_is_done_and_how_it_ended_is_heard(
    cancels: int, failure: Exception | None
) -> None:
    """Law 6: an update's cancel, and Temporal's on top of it; who hangs up must know that it did not succeed."""
    begun, may_end, done = asyncio.Event(), asyncio.Event(), []

    async def work() -> None:
        begun.set()
        await may_end.wait()
        done.append("to its end")
        if failure is not None:
            raise failure

    waiting = asyncio.create_task(to_its_end(work()))
    await begun.wait()
    for _ in range(cancels):
        waiting.cancel()
        await asyncio.sleep(0)
    may_end.set()
    await asyncio.wait([waiting])
    assert failure is waiting.exception()
    assert ["to its end"] == done
