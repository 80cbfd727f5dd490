"""Small real programs for the supervisor to run."""

import sys
from datetime import timedelta
from pathlib import Path

from local.processes import Program
from local.ready_conditions import wrote

# Writes its mark when it is ready, notes the signal that ends it, and lives until then.
POLITE = """
import pathlib, signal, sys
mark, notes = map(pathlib.Path, sys.argv[1:])
def end(number, frame):
    with notes.open("a") as file: file.write(f"{mark.stem} {signal.Signals(number).name}\\n")
    mark.unlink(missing_ok=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
mark.write_text("ready")
while True: signal.pause()
"""
DEAF = """
import pathlib, signal, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).write_text("ready")
while True: signal.pause()
"""
# Starts a grandchild in the same group, which does not hear the end of its parent.
PARENT = """
import pathlib, signal, subprocess, sys
subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()", sys.argv[1]])
pathlib.Path(sys.argv[1]).write_text("ready")
while True: signal.pause()
"""
FAILING = "import sys; print('no such table: calls'); sys.exit(3)"


def small(home: Path, name: str, source: str = POLITE) -> Program:
    """A program that counts as ready once it has written home/NAME.mark."""
    mark = home / f"{name}.mark"

    async def unmark() -> None:
        mark.unlink(missing_ok=True)

    return Program(
        name=name,
        command=(sys.executable, "-c", source, str(mark), str(home / "notes")),
        log=home / "logs" / f"{name}.jsonl",
        is_ready=wrote(mark),
        prepare=unmark,
        folder=home,
        stop_within=timedelta(seconds=5),
    )
