"""What `outbound calls replay` fetches and prints; the engine that replays is brought by the command."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from console.client import ApiClient, Record
from console.exit_codes import CommandFailed, Exit
from console.parts import read_document
from console.screen import Screen
from domain.scripts import Script

_DIFFERS: Final = {
    "request": "the model would be asked for something else",
    "actions": "the engine does something else",
    "failure": "the engine fails, or failed then",
}


def last_attempt(api: ApiClient, call: str) -> int:
    """The number of the last attempt that was answered. Raises CommandFailed."""
    for attempt in reversed(api.get(f"/api/calls/{call}/attempts")):
        if attempt["answered_at"] is not None:
            return int(attempt["number"])
    raise CommandFailed(Exit.USAGE, "Nobody answered this call yet.", "Replay a call that was answered.")


def flight_lines(api: ApiClient, call: str, attempt: int) -> list[bytes]:
    """The lines of an attempt's flight records. Raises CommandFailed."""
    return b"".join(api.download(f"/api/calls/{call}/attempts/{attempt}/flight")).splitlines()


def present_script(api: ApiClient, call: str, file: Path | None) -> tuple[Script, Mapping[str, str]]:
    """The script's newest version, or what a file says, with the values of its variables. Raises CommandFailed."""
    found = api.get(f"/api/calls/{call}/script")
    content = found["version"]["content"]
    if file is not None:
        document = read_document(file)
        content = document.get("content", document)
    try:
        return msgspec.convert(content, Script), found["values"]
    except msgspec.ValidationError as error:
        raise CommandFailed(
            Exit.USAGE, f"{file} is no script: {error}.", "Write it as for --script-file."
        ) from error


def show_replayed(out: Screen, replayed: Sequence[Record]) -> None:
    """One sentence for each process that held the conversation, and where it went another way."""
    if out.as_json:
        out.json(list(replayed))
        return
    for number, flight in enumerate(replayed, start=1):
        until = "to its end" if flight["is_complete"] else "as far as it was kept"
        same = (
            f"{flight['events']} events and {flight['requests']} requests to a model went the same way, "
            f"until {_seconds(flight['until_ms'])}"
        )
        divergence = flight["divergence"]
        if divergence is None:
            _print(out, f"process {number}: identical {until}. {same}.")
            continue
        _print(out, f"process {number}: DIVERGED at {_seconds(divergence['at_ms'])}; {same}.")
        _show_divergence(out, divergence)


def _show_divergence(out: Screen, divergence: Mapping[str, Any]) -> None:
    _print(out, f"  upon      {divergence['event']}")
    _print(out, f"  differs   {_DIFFERS[divergence['what']]}")
    for line in divergence["recorded"] or ["nothing"]:
        _print(out, f"  recorded  - {line}")
    for line in divergence["present"] or ["nothing"]:
        _print(out, f"  present   + {line}")


def _seconds(ms: int) -> str:
    return f"{ms / 1000:.2f} s"


def _print(out: Screen, line: str) -> None:
    out.out.print(line, markup=False, soft_wrap=True)
