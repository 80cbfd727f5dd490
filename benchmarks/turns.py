"""The delay we add to each turn: what the carrier's socket sees, less what the vendors themselves took.

Floor of a turn = the longer of the recogniser's end of turn, and eager end of turn + model's first clause + voice's
first byte (the model is asked at the eager end). All stamps are the simulated world's, on one clock.
"""

from bisect import bisect_left

from benchmarks import scripts
from benchmarks.figures import Figure, percentile
from benchmarks.stage import Stage
from console.client import Record

CALLS, ROUNDS = 10, 2
_TOKEN_MS = 15.0
_DRIVER_LATE_MS = 5.0


def measure_turns(stage: Stage) -> list[Figure]:
    """Ten calls at once, in rounds, until at least two hundred turns are seen."""
    added: list[float] = []
    late = 0.0
    for round_number in range(ROUNDS):
        campaign = stage.campaign(
            f"turns {round_number}",
            "cooperative",
            CALLS,
            script=scripts.LONG,
            lines=CALLS,
            calls_per_second=10,
            window=CALLS,
            longest_call_seconds=200,
        )
        stage.finished(campaign, limit=240)
        journal = stage.world.get("/journal").raise_for_status().json()
        entries = journal["entries"] if isinstance(journal, dict) else journal
        for call in stage.ledger(campaign):
            late = max(late, call["driver_lateness_p99_ms"] or 0.0)
            added += _added(call, _Vendors(entries))
    valid = late <= _DRIVER_LATE_MS and len(added) >= 200
    return [
        Figure(
            "delay added per turn at 10 calls, p50",
            percentile(added, 0.5) if valid else None,
            "ms",
            20,
            samples=added,
        ),
        Figure("delay added per turn at 10 calls, p95", percentile(added, 0.95) if valid else None, "ms", 45),
        Figure("driver's own lateness, p99", late, "ms", _DRIVER_LATE_MS),
        Figure("turns measured", len(added), "turns", 200, at_most=False),
    ]


class _Vendors:
    """The vendors' log, by service and event, in order of time."""

    def __init__(self, entries: list[Record]) -> None:
        self._by_kind: dict[tuple[str, str], list[Record]] = {}
        for entry in entries:
            self._by_kind.setdefault((entry["service"], entry["event"]), []).append(entry)

    def nearest(self, service: str, event: str, at_ms: float) -> Record | None:
        """The entry whose moment is nearest."""
        entries = self._by_kind.get((service, event), [])
        place = bisect_left(entries, at_ms, key=lambda entry: entry["at_ms"])
        around = entries[max(0, place - 1) : place + 1]
        return min(around, key=lambda entry: abs(entry["at_ms"] - at_ms), default=None)

    def first_byte(self, since_ms: float, until_ms: float) -> Record | None:
        """The last first byte of speech before our own first frame."""
        entries = self._by_kind.get(("elevenlabs", "FirstByte"), [])
        place = bisect_left(entries, until_ms, key=lambda entry: entry["at_ms"])
        return next((entry for entry in reversed(entries[:place]) if entry["at_ms"] > since_ms), None)


def _added(call: Record, vendors: _Vendors) -> list[float]:
    """What we added to each turn of this call that was answered without overlap."""
    found = []
    for turn in call["turns"]:
        if turn.get("overlapped") or None in (turn["person_ended_ms"], turn["reply_received_ms"]):
            continue
        floor = _floor(turn, vendors)
        if floor is not None:
            found.append(turn["reply_received_ms"] - turn["person_ended_ms"] - floor)
    return found


def _floor(turn: Record, vendors: _Vendors) -> float | None:
    ended, received = turn["person_ended_ms"], turn["reply_received_ms"]
    voice = vendors.first_byte(ended, received + 1)
    end = vendors.nearest("deepgram", "EndOfTurn", received)
    eager = vendors.nearest("deepgram", "EagerEndOfTurn", ended + 250)
    if end is None or eager is None:
        return None
    if voice is None:  # the reply came from the phrase cache
        return float(end["delay_ms"])
    asked = voice["at_ms"] - voice["delay_ms"]
    token = vendors.nearest("openai", "FirstToken", asked)
    if token is None:
        return None
    clause = _TOKEN_MS * (len(str(voice["text"]).split()) - 1)
    chain = eager["delay_ms"] + token["delay_ms"] + clause + voice["delay_ms"]
    return float(max(end["delay_ms"], chain))
