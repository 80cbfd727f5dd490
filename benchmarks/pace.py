"""How strictly the calls-per-second cap is kept: the worst one-second window of the world's ledger."""

from collections.abc import Sequence

from benchmarks import scripts
from benchmarks.figures import Figure
from benchmarks.stage import Stage

SIZES = {1: 6, 5: 30, 20: 100}  # dials for each cap


def measure_pace(stage: Stage) -> list[Figure]:
    """One campaign of busy people for each cap."""
    return [_worst(stage, cap, dials) for cap, dials in SIZES.items()]


def _worst(stage: Stage, cap: int, dials: int) -> Figure:
    campaign = stage.campaign(
        f"cap {cap}", "busy", dials, script=scripts.SHORT, lines=100, calls_per_second=cap, window=100
    )
    stage.finished(campaign, limit=180)
    moments = sorted(call["requested_ms"] for call in stage.ledger(campaign))
    worst = worst_window(moments)
    return Figure(f"worst one-second window at a cap of {cap}", worst, "dials", cap, samples=moments)


def worst_window(moments: Sequence[float]) -> int:
    """The most moments (milliseconds, ascending) within any second."""
    worst = first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1000:
            first += 1
        worst = max(worst, last - first + 1)
    return worst
