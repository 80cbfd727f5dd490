"""The voice under load: `python -m benchmarks.voice [FIGURE …]`, or `make bench-voice` for everything.

Runs our media server and a pipecat bot, one after the other, on the machine's first core, with callees and vendors on
the second. Prints a table and writes .outbound/bench-voice.json, with the raw samples in .outbound/bench-voice-samples.json.
A quick look: ROUNDS=1 SECONDS=5 make bench-voice.
"""

import argparse
import asyncio
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final

import uvloop
from rich.console import Console

from benchmarks.conditions import QUIET, busy_cores, conditions
from benchmarks.peers import PIPECAT, NoPeer, python_with
from benchmarks.report import Figure, Measured, table, write_report
from benchmarks.voice import measurements
from benchmarks.voice.bench import Bench, running_bench
from benchmarks.voice.processes import ServerFailed

MEASUREMENTS: Final[dict[str, Callable[[Bench], Awaitable[Measured]]]] = {
    "cost": measurements.cost,
    "capacity": measurements.capacity,
    "turns": measurements.turns,
    "greeting": measurements.greeting,
    "interruptions": measurements.interruptions,
    "footprint": measurements.footprint,
    "soak": measurements.soak,
}
_WITH_PEER: Final = {"cost", "capacity"}
_console = Console(highlight=False)


def say(line: str) -> None:
    """Show where the measurement stands."""
    _console.print(f"[dim]{time.strftime('%H:%M:%S')}[/dim] ", end="")
    _console.print(line, markup=False, soft_wrap=True)


async def take(
    wanted: Sequence[str], to: Path, options: argparse.Namespace, python: Path | None
) -> list[Figure]:
    """Take the wanted measurements one after the other; the report grows with each."""
    figures: list[Figure] = []
    samples: dict[str, Any] = {}
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None
    loop.add_signal_handler(signal.SIGTERM, task.cancel)
    folder = Path(tempfile.mkdtemp(prefix="outbound-bench-voice-"))
    try:
        async with running_bench(
            folder, say, rounds=options.rounds, seconds=options.seconds, python=python, bare=options.bare
        ) as bench:
            for name in wanted:
                say(f"{name} …")
                before = await asyncio.to_thread(conditions)
                measured = await MEASUREMENTS[name](bench)
                for line in measured.details:
                    say(f"    {line}")
                figures += measured.figures
                samples[name] = {"conditions": before, "samples": measured.samples}
                write_report(to, "voice", figures, samples)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return figures


def main() -> int:
    """Read the command line, measure, show and write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.voice",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "figures", nargs="*", metavar="FIGURE", help=f"of {', '.join(MEASUREMENTS)}; all if none"
    )
    parser.add_argument(
        "--rounds", type=int, default=int(os.environ.get("ROUNDS", "4")), help="of cost (ROUNDS)"
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=float(os.environ.get("SECONDS", "8")),
        help="that a stretch lasts (SECONDS)",
    )
    parser.add_argument("--alone", action="store_true", help="measure our server only, without pipecat")
    parser.add_argument("--bare", action="store_true", help="let pipecat neither record nor time its turns")
    parser.add_argument("--to", type=Path, default=Path(".outbound"), help="folder for the report")
    options = parser.parse_args()
    wanted = options.figures or list(MEASUREMENTS)
    if unknown := set(wanted) - MEASUREMENTS.keys():
        parser.error(f"no figure {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    if (busy := busy_cores()) > QUIET:
        say(f"not quiet: others use {busy} cores (more than {QUIET}); times will be worse than the code")
    began = time.monotonic()
    try:
        python = None if options.alone or not _WITH_PEER & set(wanted) else python_with(PIPECAT, say)
        figures = uvloop.run(take(wanted, options.to, options, python))
    except (NoPeer, ServerFailed) as error:
        parser.exit(1, f"{error}\n")
    except (KeyboardInterrupt, asyncio.CancelledError):
        parser.exit(130, "stopped; every server has ended\n")
    _console.print(table(figures))
    for figure in figures:
        if figure.note:
            _console.print(f"{figure.figure}: {figure.note}", markup=False, soft_wrap=True)
    say(f"{time.monotonic() - began:.0f} s, written to {options.to}/bench-voice.json")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
