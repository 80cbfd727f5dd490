"""How strictly the calls-per-second cap is kept, and what waiting for it costs.

The worst one-second window of the world's ledger, and the dial activities that its dials took: with more lines than the
pace can use, every lead but the first few waits for its turn.
"""

from collections.abc import Sequence
from typing import Any, Final

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage

DIALS: Final = {1: 12, 5: 60, 20: 200}  # for each cap
AT_ONCE_BUSY: Final[dict[str, Any]] = {"name": "engaged", "pickup": {"kind": "busy", "rings_s": 0}}
ONE_ATTEMPT: Final = {"busy": {"attempts": 1}}


async def measure(stage: Stage, say: Say) -> Measured:
    """One campaign of busy people for each cap."""
    figures, samples, activities = [], {}, 0
    for cap, dials in DIALS.items():
        say(f"{dials} dials at a cap of {cap} a second")
        moments, dialled = await _dial(stage, cap, dials)
        activities += dialled
        rate = (len(moments) - 1) * 1000 / (moments[-1] - moments[0])
        figures.append(Figure(f"worst one-second window at cap {cap}", worst_window(moments), "dials", cap))
        samples[f"cap {cap}"] = {"rate_per_second": rate, "requested_ms": moments}
    figures.append(
        Figure(
            "dial activities per dial where the pace is slow",
            activities / sum(DIALS.values()),
            "activities",
            1.1,
        )
    )
    return Measured(
        figures,
        samples,
        [f"cap {cap}: {samples[f'cap {cap}']['rate_per_second']:.2f} dials/s over all" for cap in DIALS],
    )


async def _dial(stage: Stage, cap: int, dials: int) -> tuple[list[float], int]:
    """When the dials were asked for (milliseconds, ascending), and how many dial activities that took."""
    await stage.forget()
    parts = await stage.parts(lines=100, calls_per_second=cap)
    campaign_id = await stage.draft(dials, AT_ONCE_BUSY, parts, sync_crm=False, retries=ONE_ATTEMPT)
    await stage.run(campaign_id, limit=60 + 3 * dials / cap)
    moments = sorted(call["requested_ms"] for call in (await stage.ledger())["calls"])
    calls = await stage.calls_ended(campaign_id, dials, limit=60)
    return moments, sum([await _dial_activities(stage, workflow_id) for workflow_id in calls])


async def _dial_activities(stage: Stage, workflow_id: str) -> int:
    history = await stage.temporal.get_workflow_handle(workflow_id).fetch_history()
    scheduled = (event.activity_task_scheduled_event_attributes for event in history.events)
    return sum(attributes.activity_type.name == "dial" for attributes in scheduled)


def worst_window(moments: Sequence[float]) -> int:
    """The most moments (milliseconds, ascending) within any second; the second's end does not belong to it."""
    worst = first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1000:
            first += 1
        worst = max(worst, last - first + 1)
    return worst
