"""How strictly the calls-per-second cap is kept: the worst one-second window of the world's ledger."""

from collections.abc import Sequence
from typing import Any, Final

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage

DIALS: Final = {1: 12, 5: 60, 20: 200}  # for each cap
AT_ONCE_BUSY: Final[dict[str, Any]] = {"name": "engaged", "pickup": {"kind": "busy", "rings_s": 0}}
ONE_ATTEMPT: Final = {"busy": {"attempts": 1}}


async def measure(stage: Stage, say: Say) -> Measured:
    """One campaign of busy people for each cap."""
    figures, samples = [], {}
    for cap, dials in DIALS.items():
        say(f"{dials} dials at a cap of {cap} a second")
        moments = await _dial(stage, cap, dials)
        rate = (len(moments) - 1) * 1000 / (moments[-1] - moments[0])
        figures.append(Figure(f"worst one-second window at cap {cap}", worst_window(moments), "dials", cap))
        samples[f"cap {cap}"] = {"rate_per_second": rate, "requested_ms": moments}
    return Measured(
        figures,
        samples,
        [f"cap {cap}: {samples[f'cap {cap}']['rate_per_second']:.2f} dials/s over all" for cap in DIALS],
    )


async def _dial(stage: Stage, cap: int, dials: int) -> list[float]:
    await stage.forget()
    parts = await stage.parts(lines=100, calls_per_second=cap)
    campaign_id = await stage.draft(dials, AT_ONCE_BUSY, parts, sync_crm=False, retries=ONE_ATTEMPT)
    await stage.run(campaign_id, limit=60 + 3 * dials / cap)
    return sorted(call["requested_ms"] for call in (await stage.ledger())["calls"])


def worst_window(moments: Sequence[float]) -> int:
    """The most moments (milliseconds, ascending) within any second; the second's end does not belong to it."""
    worst = first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1000:
            first += 1
        worst = max(worst, last - first + 1)
    return worst
