"""The note that a running system leaves in its home folder: for the command line, and for the next start."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from local.keys import local_keys, write_for_owner
from local.processes import remembered

NOTE = "running.json"


@dataclass(frozen=True, slots=True)
class RunningSystem:
    """A system that another process holds up: its pid, addresses (as LocalSystem.addresses) and API key."""

    pid: int
    addresses: Mapping[str, str]
    api_key: str


def running_system(home: Path) -> RunningSystem | None:
    """The system that runs in this home folder, or None."""
    process = remembered(home / NOTE)
    if process is None:
        return None
    return RunningSystem(process.pid, read_note(home)["addresses"], local_keys(home)["OUTBOUND_API_KEY"])


def remember_running(home: Path, ports: Mapping[str, int], addresses: Mapping[str, str]) -> None:
    """Leave the note; it stays after a kill."""
    started = psutil.Process().create_time()
    note = {"pid": os.getpid(), "started": started, "ports": dict(ports), "addresses": dict(addresses)}
    write_for_owner(home / NOTE, json.dumps(note, indent=2) + "\n")


def forget_running(home: Path) -> None:
    """Of a system that ended in order only the ports are still known."""
    if ports := ports_before(home):
        write_for_owner(home / NOTE, json.dumps({"ports": ports}, indent=2) + "\n")


def ports_before(home: Path) -> dict[str, int]:
    """The last run's ports, which the next one keeps: open calls know its callback addresses, people their bookmarks."""
    ports: dict[str, int] = read_note(home).get("ports", {})
    return ports


def read_note(home: Path) -> dict[str, Any]:
    try:
        note: dict[str, Any] = json.loads((home / NOTE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return note
