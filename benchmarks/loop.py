"""The figures of the main loop: `python -m benchmarks.loop [history sql …]`, or `make bench-loop` for all of them.

Prints a table and writes .outbound/bench-loop.json, with the raw samples in .outbound/bench-loop-samples.json.
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from benchmarks import (
    greeting,
    imports,
    newcomer_commands,
    pace,
    sql_statements,
    throughput,
    turn_delay,
    workflow_history,
)
from benchmarks.conditions import QUIET, busy_cores, conditions
from benchmarks.report import Figure, Measured, table, write_report
from benchmarks.stage import Say, Stage, running_stage

MEASUREMENTS: Final[dict[str, Callable[[Stage, Say], Awaitable[Measured]]]] = {
    "history": workflow_history.measure,
    "sql": sql_statements.measure,
    "pace": pace.measure,
    "greeting": greeting.measure,
    "throughput": throughput.measure,
    "import": imports.measure,
    "turns": turn_delay.measure,
}
_console = Console(highlight=False)


def say(line: str) -> None:
    """Show where the measurement stands."""
    _console.print(f"[dim]{time.strftime('%H:%M:%S')}[/dim] {line}", markup=True)


async def take(wanted: Sequence[str], folder: Path) -> list[Figure]:
    """Take the wanted measurements one after the other on one running system; the report grows with each."""
    samples: dict[str, Any] = {}
    busy = await asyncio.to_thread(busy_cores)
    if busy > QUIET:
        say(
            f"[yellow]not quiet[/yellow]: others use {busy} cores (more than {QUIET}); times will be worse than the code"
        )
    figures = newcomer_commands.recorded(folder)
    async with running_stage(say) as stage:
        for name in wanted:
            say(f"[bold]{name}[/bold]")
            before = await asyncio.to_thread(conditions)
            measured = await MEASUREMENTS[name](stage, say)
            for line in measured.details:
                _console.print(f"    {line}", markup=False, soft_wrap=True)
            figures += measured.figures
            samples[name] = {"conditions": before, "samples": measured.samples}
            _console.print(table(measured.figures))
            write_report(folder, "loop", figures, samples)
    return figures


def main() -> None:
    """Read the command line, measure, show and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loop", description=__doc__)
    parser.add_argument(
        "figures", nargs="*", metavar="FIGURE", help=f"of {', '.join(MEASUREMENTS)}; all if none is named"
    )
    parser.add_argument("--to", type=Path, default=Path(".outbound"), help="folder for the report")
    arguments = parser.parse_args()
    unknown = set(arguments.figures) - MEASUREMENTS.keys()
    if unknown:
        parser.error(f"no figure {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    figures = asyncio.run(take(arguments.figures or list(MEASUREMENTS), arguments.to))
    _console.print(table(figures))
    _console.print(f"written to {arguments.to}/bench-loop.json")


if __name__ == "__main__":
    main()
