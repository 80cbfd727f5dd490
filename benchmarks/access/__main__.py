"""Who may do what, measured: `python -m benchmarks.access [PART …]`, or `make bench-access` for all of it.

Prints a table and writes .outbound/bench-access.json, with the raw samples beside it.
"""

import argparse
import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from benchmarks.access import (
    costs,
    doors,
    hidden,
    leaks,
    made_up,
    matrix,
    pages,
    races,
    rotation,
    suppressions,
    tampering,
)
from benchmarks.report import Figure, Measured, table, write_report
from benchmarks.stage import Say, Stage, running_stage

MEASUREMENTS: Final[dict[str, Callable[[Stage, Say], Awaitable[Measured]]]] = {
    "matrix": matrix.measure,
    "races": races.measure,
    "made_up": made_up.measure,
    "doors": doors.measure,
    "hidden": hidden.measure,
    "tampering": tampering.measure,
    "costs": costs.measure,
    "leaks": leaks.measure,
    "rotation": rotation.measure,
    "pages": pages.measure,
    "suppressions": suppressions.measure,
}
# The measurement itself asks more often than anybody may.
_UNLIMITED: Final = dict.fromkeys(
    ("OUTBOUND_REQUESTS_A_MINUTE", "OUTBOUND_REQUESTS_BURST", "OUTBOUND_REQUESTS_AN_HOUR"), "10000"
)
_console = Console(highlight=False)


async def take(wanted: Sequence[str], folder: Path) -> None:
    """Take the wanted measurements one after the other on one running system; the report grows with each."""
    figures: list[Figure] = []
    samples: dict[str, Any] = {}
    os.environ.update(_UNLIMITED)
    async with running_stage(lambda line: _console.print(line, markup=False)) as stage:
        for name in wanted:
            measured = await MEASUREMENTS[name](stage, lambda line: _console.print(line, markup=False))
            for line in measured.details:
                _console.print(f"    {line}", markup=False, soft_wrap=True)
            figures += measured.figures
            samples[name] = measured.samples
            write_report(folder, "access", figures, samples)
    _console.print(table(figures))


def main() -> None:
    """Read the command line, measure, show and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.access", description=__doc__)
    parser.add_argument("wanted", nargs="*", choices=[*MEASUREMENTS, []], default=[])
    parser.add_argument("--to", type=Path, default=Path(".outbound"), help="folder for the report")
    arguments = parser.parse_args()
    asyncio.run(take(arguments.wanted or list(MEASUREMENTS), arguments.to))


if __name__ == "__main__":
    main()
