"""How large the history of a clean one-attempt call is, with the codec, the search attributes and the CRM on."""

from collections import Counter

from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHistory

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage

_CALLS = 3


async def measure(stage: Stage, say: Say) -> Measured:
    """The largest of three histories, as the server counts: history_length and history_size_bytes."""
    say(f"{_CALLS} clean calls")
    parts = await stage.parts(lines=_CALLS, calls_per_second=5)
    campaign_id = await stage.draft(_CALLS, "cooperative", parts)
    await stage.run(campaign_id, limit=120)
    sizes, histories = [], []
    for workflow_id in await stage.calls_ended(campaign_id, _CALLS, limit=60):
        handle = stage.temporal.get_workflow_handle(workflow_id)
        info = (await handle.describe()).raw_description.workflow_execution_info
        histories.append(await handle.fetch_history())
        sizes.append({"events": info.history_length, "bytes": info.history_size_bytes})
    largest = max(range(_CALLS), key=lambda call: sizes[call]["bytes"])
    return Measured(
        [
            Figure("history of a clean call: events", max(size["events"] for size in sizes), "events", 30),
            Figure(
                "history of a clean call: size", sizes[largest]["bytes"] / 1000, "kB (history_size_bytes)", 7
            ),
        ],
        {"calls": sizes, "events": _by_event(histories[largest])},
        _details(histories[largest]),
    )


def _by_event(history: WorkflowHistory) -> list[dict[str, object]]:
    return [{"event": _name(event.event_type), "bytes": event.ByteSize()} for event in history.events]


def _details(history: WorkflowHistory) -> list[str]:
    """Each kind of event: how many, and how many bytes together."""
    counts, sizes = Counter[str](), Counter[str]()
    for event in history.events:
        counts[_name(event.event_type)] += 1
        sizes[_name(event.event_type)] += event.ByteSize()
    return [f"{counts[name]:3} {name}, {size} bytes" for name, size in sizes.most_common()]


def _name(event_type: EventType.ValueType) -> str:
    return EventType.Name(event_type).removeprefix("EVENT_TYPE_").lower()
