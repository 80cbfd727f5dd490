"""What people say and what is made of it: `python -m benchmarks.understanding` or `make bench-understanding`.

Judges the half that nothing was tuned on (--half practice: the other), prints confusion matrices and writes
.outbound/bench-understanding.json, with every judgement in .outbound/bench-understanding-samples.json.
"""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.console import Console

from benchmarks.report import Figure, percentile, table, write_report
from benchmarks.understanding import date_libraries, figures, judging, lists
from benchmarks.understanding.corpus import LANGUAGES, Said, read

_SLOWEST_US: Final = 150
_console = Console(highlight=False)


def times(said: list[Said]) -> list[Figure]:
    """The classifier's cost, with its words in memory and without."""
    if not said:
        return [Figure("classification of a final turn, p95", None, "us", _SLOWEST_US, note="no sentences")]
    judging.microseconds(said, cold=False)
    return [
        Figure(f"classification of a final turn, p95{how}", percentile(taken, 0.95), "us", _SLOWEST_US)
        for how, taken in (
            ("", judging.microseconds(said, cold=False)),
            (", every word new", judging.microseconds(said, cold=True)),
        )
    ]


def missing() -> list[Figure]:
    """What is measured elsewhere is no figure of ours, and does not hold because it is not here."""
    return [
        Figure("persons taken for machines by words", None, "%", 0.5, note="make bench-amd measures it"),
        Figure("CPU per call", None, "%", 3, note="make bench-voice measures it"),
    ]


def main() -> None:
    """Read the command line, judge, show and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding", description=__doc__)
    parser.add_argument("--half", choices=("judged", "practice"), default="judged")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--to", type=Path, default=Path(".outbound"), help="folder for the report")
    parser.add_argument("--show", type=int, default=0, help="name this many sentences that were misheard")
    parser.add_argument(
        "--without-libraries", action="store_true", help="install no date library to compare with"
    )
    arguments = parser.parse_args()
    said = read(arguments.half, arguments.languages)
    heard = list(judging.heard(said))
    answers, dictated = list(judging.callbacks()), list(judging.dictations())
    bars = [
        *figures.opt_outs(heard), *figures.outcomes(heard), *figures.guards(heard), *figures.callbacks(answers),
        figures.dictations(dictated), *times(said), lists.figure(), *missing(),
    ]  # fmt: skip
    for line in figures.confusion(heard):
        _console.print(line, markup=False, soft_wrap=True)
    for line in list(figures.misheard(heard))[: arguments.show]:
        _console.print(line, markup=False, soft_wrap=True)
    if not arguments.without_libraries:
        for line in date_libraries.compared(answers, _console.print):
            _console.print(line, markup=False)
    _console.print(table(bars))
    for bar in bars:
        if bar.note:
            _console.print(f"{bar.figure}: {bar.note}", markup=False, soft_wrap=True)
    samples = {
        "half": arguments.half,
        "heard": [asdict(one) for one in heard],
        "callbacks": [asdict(one) for one in answers],
        "dictations": [asdict(one) for one in dictated],
    }
    report = write_report(arguments.to, "understanding", bars, samples)
    _console.print(f"{len(heard)} sentences, written to {report}")


if __name__ == "__main__":
    main()
