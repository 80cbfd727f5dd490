"""How soon the first greeting frame follows the carrier's `start`, when the call was prepared while it rang."""

from typing import Any, Final

from benchmarks.report import Figure, Measured, percentile
from benchmarks.stage import Say, Stage

_CALLS: Final = 60
# Rings as long as people let it ring at the least, listens for two seconds.
_LISTENER: Final[dict[str, Any]] = {"name": "listener", "pickup": {"rings_s": 2}, "hangs_up_after_s": 2}


async def measure(stage: Stage, say: Say) -> Measured:
    """The 95th percentile over sixty calls, ten lines, five calls a second; stamped at the carrier's socket."""
    say(f"{_CALLS} calls")
    await stage.forget()
    parts = await stage.parts(lines=10, calls_per_second=5)
    campaign_id = await stage.draft(
        _CALLS, _LISTENER, parts, sync_crm=False, retries={"hung_up_early": {"attempts": 1}}
    )
    await stage.run(campaign_id, limit=240)
    ledger = await stage.ledger()
    delays = [call["greeting_after_start_ms"] for call in ledger["calls"]]
    greeted = [delay for delay in delays if delay is not None]
    value = percentile(greeted, 0.95) if greeted else None
    return Measured(
        [Figure("greeting frame after start, p95", value, "ms", 50)],
        {"greeting_after_start_ms": delays, "driver_lateness": ledger["driver_lateness"]},
        [
            f"{len(greeted)} of {len(delays)} greeted, p50 {percentile(greeted, 0.5):.1f} ms"
            if greeted
            else "none"
        ],
    )
