"""Lets storms come over the real system: python -m tests.chaos --seeds 200 [--first 1]; `make chaos SEEDS=200`.

Each seed is a short campaign under stalls, kills, moved clocks, refused credentials, slow and absent servers, carriers and
vendors. The world's ledger judges. A seed that breaks a law says which, where and after what, and can be repeated alone;
the exit status is then 1. A report is left in .outbound/chaos.json.
"""

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.laws import Breach, breaches
from tests.chaos.storm_house import storm_house
from tests.chaos.storms import Storm, storm_of

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(slots=True)
class Tally:
    """What all storms together brought."""

    seeds: int = 0
    broken: dict[int, list[str]] = field(default_factory=dict)
    leads: int = 0
    dials: int = 0
    troubles: int = 0

    @property
    def last_line(self) -> str:
        """The result in one line."""
        violations = sum(len(found) for found in self.broken.values())
        return (
            f"chaos: {self.seeds} seeds, {violations} violations, {self.leads} leads, {self.dials} dials, "
            f"{self.troubles} troubles"
        )


async def run(seeds: Sequence[int], home: Path) -> Tally:
    """Let the storm of each seed come, one after the other over one system."""
    tally = Tally()
    async with storm_house(home) as (house, weather):
        for seed in seeds:
            storm, began = storm_of(seed), time.monotonic()
            after = await weather.let_come(storm)
            found = await breaches(house, after)
            tally.seeds += 1
            tally.leads += len(storm.leads)
            tally.troubles += len(storm.troubles)
            tally.dials += len(await house.dials(*storm.leads))
            say(storm, found, time.monotonic() - began)
            if found:
                tally.broken[seed] = [str(breach) for breach in found]
            await house.world.delete("/ledger")
    return tally


def say(storm: Storm, found: Sequence[Breach], seconds: float) -> None:
    """One line for a storm that broke nothing; for another one what broke, after what, and how to see it again."""
    if not found:
        print(f"[chaos] seed {storm.seed}: well, {seconds:.0f} s", flush=True)
        return
    print(f"[chaos] seed {storm.seed}: {len(found)} VIOLATIONS, {seconds:.0f} s", flush=True)
    for breach in found:
        print(f"    law {breach}")
    print(
        f"  over {len(storm.leads)} leads, {storm.lines} lines, {storm.calls_per_second} calls a second, after"
    )
    for name, seconds in storm.clocks.items():
        print(f"    {name}'s clock is off by {seconds:+.0f} s")
    for trouble in storm.troubles:
        print(f"    {trouble}")
    print(f"  again: make chaos FIRST={storm.seed} SEEDS=1", flush=True)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=20, help="how many storms")
    parser.add_argument("--first", type=int, default=1, help="the first one's seed")
    wanted = parser.parse_args()
    # Outside the project's folder: started by root, PostgreSQL is another user and must reach it.
    home = Path(tempfile.mkdtemp(prefix="outbound-chaos-")).resolve()
    tally = asyncio.run(run(range(wanted.first, wanted.first + wanted.seeds), home))
    report = ROOT / ".outbound" / "chaos.json"
    report.parent.mkdir(exist_ok=True)
    report.write_text(json.dumps({"result": tally.last_line, "broken": tally.broken}, indent=2) + "\n")
    if tally.broken:
        print(f"[chaos] the logs are in {home / 'logs'}")
    else:
        shutil.rmtree(home, ignore_errors=True)
    print(tally.last_line, flush=True)
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
