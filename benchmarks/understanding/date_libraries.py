"""Public date libraries on the same English phrases, in a virtualenv of their own (benchmarks/peers.py).

A library's answer counts as ours does: a time within what was meant is right, any other is wrong, none is asked about.
"""

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.peers import DATE_LIBRARIES, NoPeer, python_with
from benchmarks.understanding.figures import Answered, Callback, callbacks
from benchmarks.understanding.judging import CALLBACKS

_ASKER: Final = Path(__file__).with_name("date_library_asked.py")


def compared(ours: Sequence[Callback], say: Callable[[str], None]) -> Iterator[str]:
    """One line for us and one for each library, on the English phrases; a line that says why where none could be asked."""
    english = [one for one in ours if one.language == "en"]
    yield _line("ours", english)
    try:
        answers = _asked(python_with(DATE_LIBRARIES, say))
    except (NoPeer, subprocess.CalledProcessError) as error:
        yield f"date libraries could not be asked: {getattr(error, 'stderr', '') or error}"
        return
    for library, found in answers.items():
        yield _line(library, [Callback("en", phrase, Answered(answered), "") for phrase, answered in found])


def _line(whose: str, answers: Sequence[Callback]) -> str:
    shares = [
        f"{bar.figure.split(',')[0]} {bar.value:.1f} %"
        for bar in callbacks(answers)[:3]
        if bar.value is not None
    ]
    return f"{whose:14} {', '.join(shares)} (English, {len(answers)} phrases)"


def _asked(python: Path) -> dict[str, list[tuple[str, str]]]:
    command = [str(python), str(_ASKER), str(CALLBACKS)]
    answers: dict[str, list[tuple[str, str]]] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    return answers
