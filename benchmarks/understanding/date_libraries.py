"""Public date libraries on the same English phrases, in a virtualenv of their own: .tools/dates, by pinned versions.

A library's answer counts as ours does: a time within what was meant is right, any other is wrong, none is asked about.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.understanding.figures import Answered, Callback, callbacks
from benchmarks.understanding.judging import CALLBACKS

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_VENV: Final = _ROOT / ".tools" / "dates"
_PINS: Final = (
    "dateparser==1.5.0", "parsedatetime==2.6", "tzdata", "recognizers-text-date-time==1.0.2a2", "recognizers-text==1.0.2a2",
    "recognizers-text-number==1.0.2a2", "recognizers-text-number-with-unit==1.0.2a2", "emoji==1.7.0", "setuptools<81",
)  # fmt: skip
"""Recognizers-Text asks for no certain emoji and needs an old one."""
_ASKER: Final = Path(__file__).with_name("date_library_asked.py")


def compared(ours: Sequence[Callback], say: Callable[[str], None]) -> Iterator[str]:
    """One line for us and one for each library, on the English phrases; a line that says why where none could be asked."""
    english = [one for one in ours if one.language == "en"]
    yield _line("ours", english)
    try:
        answers = json.loads(_run(str(_python(say)), str(_ASKER), str(CALLBACKS)))
    except (subprocess.CalledProcessError, OSError) as error:
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


def _python(say: Callable[[str], None]) -> Path:
    python = _VENV / "bin" / "python"
    stamp = _VENV / "installed.stamp"
    wanted = " ".join(_PINS)
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        say(f"installing {wanted} into .tools/dates")
        _run(sys.executable, "-m", "venv", "--clear", str(_VENV))
        _run(str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *_PINS)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
