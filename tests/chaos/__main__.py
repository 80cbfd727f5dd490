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
import traceback
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.chaos.laws import Breach, breaches
from tests.chaos.storm_house import storm_house
from tests.chaos.storm_run import Aftermath, Weather
from tests.chaos.storms import Storm, storm_of
from tests.end_to_end.house import House

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(slots=True)
class Tally:
    """What all storms together brought. homes: the folders of the systems they came over."""

    seeds: int = 0
    broken: dict[int, list[str]] = field(default_factory=dict)
    leads: int = 0
    dials: int = 0
    troubles: int = 0
    homes: list[Path] = field(default_factory=list)

    @property
    def last_line(self) -> str:
        """The result in one line."""
        violations = sum(len(found) for found in self.broken.values())
        return (
            f"chaos: {self.seeds} seeds, {violations} violations, {self.leads} leads, {self.dials} dials, "
            f"{self.troubles} troubles"
        )

    def another_home(self, first: Path) -> Path:
        """The folder for one more system, beside the first one's."""
        self.homes.append(first if not self.homes else first.with_name(f"{first.name}-{len(self.homes) + 1}"))
        return self.homes[-1]


async def run(seeds: Sequence[int], home: Path) -> Tally:
    """Let the storm of each seed come, one after the other over one system.

    A campaign that did not end would dial into the next storm, so that one comes over another system.
    """
    tally, left = Tally(), deque(seeds)
    while left:
        async with storm_house(tally.another_home(home)) as (house, weather):
            while left:
                is_over = await _see(storm_of(left.popleft()), house, weather, tally)
                if not is_over:
                    break
    return tally


async def _see(storm: Storm, house: House, weather: Weather, tally: Tally) -> bool:
    """Let one storm come, judge and count it; whether its campaign is over."""
    began, after = time.monotonic(), Aftermath(storm)
    try:
        after = await weather.let_come(storm)
        found = await breaches(house, after)
        tally.dials += len(await house.dials(*storm.leads))
    except Exception as error:  # what keeps a storm from being judged is told like what it broke
        traceback.print_exc()
        after.unfinished = repr(error)
        found = [Breach("the storm", f"could not be judged: {after.unfinished}")]
    tally.seeds += 1
    tally.leads += len(storm.leads)
    tally.troubles += len(storm.troubles)
    say(storm, found, after.died, time.monotonic() - began)
    if found:
        tally.broken[storm.seed] = [str(breach) for breach in found]
        await _keep_evidence(house, storm.seed, after)
    await house.world.delete("/ledger")
    return not after.unfinished


async def _keep_evidence(house: House, seed: int, after: Aftermath) -> None:
    """What the world saw, beside the logs: the next storm's ledger is empty when it begins."""
    shown = {
        "campaign": after.campaign_id,
        "absences": [asdict(absence) for absence in after.absences],
        **await house.ledger(),
    }
    file = house.system.home / "logs" / f"seed-{seed}.json"
    await asyncio.to_thread(file.write_text, json.dumps(shown, indent=1))


def say(storm: Storm, found: Sequence[Breach], died: Sequence[str], seconds: float) -> None:
    """One line for a storm that broke nothing; for another one what broke, after what, and how to see it again.

    died: processes that ended though the storm did not order it, and how.
    """
    if not found:
        besides = "".join(f"; {each}" for each in died)
        print(f"[chaos] seed {storm.seed}: well, {seconds:.0f} s{besides}", flush=True)
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
    for each in died:
        print(f"    besides: {each}")
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
        print("[chaos] the logs, and what the world saw, are in", *(each / "logs" for each in tally.homes))
    else:
        for each in tally.homes:
            shutil.rmtree(each, ignore_errors=True)
    print(tally.last_line, flush=True)
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
