"""Who answered: `python -m benchmarks.amd` or `make bench-amd`; CORPUS=folder judges another labelled set (see corpus.py).

Judges the held-out half of generated calls (--half practice: the half to tune on), prints the confusion matrix and writes
.outbound/bench-amd.json, with every judgement in .outbound/bench-amd-samples.json.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from benchmarks.amd import calls, figures
from benchmarks.amd.corpus import BadLabels, read_corpus
from benchmarks.amd.figures import Heard, Judged
from benchmarks.amd.judge import judge, sounds_of
from benchmarks.amd.noises import NOISES, false_beeps_in
from benchmarks.report import table, write_report

_PORTION: Final = 125  # calls a process takes at once
_console = Console(highlight=False)


def generated(half: str, count: int, seed: int) -> tuple[list[Judged], list[Heard]]:
    """Persons and machines, this many of each, judged with and without words; and the sounds that are no beeps."""
    with ProcessPoolExecutor() as pool:
        work = [
            pool.submit(_portion, kind, half, seed * 1_000 + number)
            for kind in ("persons", "machines")
            for number in range(-(-count // _PORTION))
        ]
        sounds = [pool.submit(false_beeps_in, noise, half, seed) for noise in NOISES]
        return [each for portion in work for each in portion.result()], [each.result() for each in sounds]


def _portion(kind: str, half: str, seed: int) -> list[Judged]:
    make: Callable[..., Iterable[calls.Call]] = getattr(calls, kind)
    return judged(make(half, _PORTION, seed))


def judged(heard: Iterable[calls.Call], *, words: bool = True) -> list[Judged]:
    """Each call judged with its words, if it has any, and without."""
    found = []
    for call in heard:
        sounds = sounds_of(call.audio)
        by = partial(judge, call, sounds)
        found.append(Judged.of(call, by(words=True) if words else None, by(words=False)))
    return found


def main() -> None:
    """Read the command line, judge, show and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.amd", description=__doc__)
    parser.add_argument("--half", choices=("judged", "practice"), default="judged")
    parser.add_argument("--calls", type=int, default=4_000, help="persons, and as many machines")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, default=Path(".outbound"), help="folder for the report")
    parser.add_argument("--show", type=int, default=0, help="name this many calls that were misjudged")
    arguments = parser.parse_args()
    began = time.monotonic()
    corpus = os.environ.get("CORPUS")
    try:
        found, noises = (
            (judged(read_corpus(Path(corpus)), words=False), [])
            if corpus
            else generated(arguments.half, arguments.calls, arguments.seed)
        )
    except (BadLabels, FileNotFoundError) as error:
        parser.error(str(error))
    bars = figures.figures(found, noises)
    for line in figures.confusion(found) + figures.misjudged(found, arguments.show):
        _console.print(line, markup=False, soft_wrap=True)
    _console.print(table(bars))
    for bar in bars:
        _console.print(
            f"{bar.figure}: {bar.note}" if bar.note else "",
            markup=False,
            soft_wrap=True,
            end="\n" if bar.note else "",
        )
    samples: dict[str, Any] = {
        "half": corpus or arguments.half, "seed": arguments.seed, "seconds": round(time.monotonic() - began, 1),
        "calls": [asdict(each) for each in found],
    }  # fmt: skip
    report = write_report(arguments.to, "amd", bars, samples)
    _console.print(f"{len(found)} calls in {time.monotonic() - began:.0f} s, written to {report}")


if __name__ == "__main__":
    main()
