"""The secrets of one local system: made once, kept in home/keys.json for its owner alone."""

import base64
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from database.secret_hashes import new_secret

KEY_BYTES = 32
RINGS = ("OUTBOUND_KEY_RING", "RECORDINGS_KEY_RING")


def local_keys(home: Path) -> dict[str, str]:
    """Environment variables with this system's secrets. They stay the same from start to start, as the data needs.

    A secret that the environment sets already is used as it is, and not kept.
    """
    file = home / "keys.json"
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    keys = {**new_keys(), **kept}
    if keys != kept:
        write_for_owner(file, json.dumps(keys, indent=2) + "\n")
    return {name: os.environ.get(name) or key for name, key in keys.items()}


def with_ring_files(home: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The same for a process that runs for long: key rings as files, whose new keys it takes by itself.

    A ring that the environment of this process sets stays where it is.
    """
    changed = dict(environment)
    for ring in RINGS:
        if ring in changed and not os.environ.get(ring) and not os.environ.get(f"{ring}_FILE"):
            file = _ring_file(home, ring)
            write_for_owner(file, changed.pop(ring) + "\n")
            changed[f"{ring}_FILE"] = str(file)
    return changed


def add_key(home: Path, ring: str) -> str:
    """A new key in the ring of this name, with the next id, which running processes take within seconds; the ring as it is then."""
    kept = json.loads((home / "keys.json").read_text(encoding="utf-8"))
    newest = max(int(entry.partition(":")[0]) for entry in kept[ring].split(","))
    kept[ring] += f",{newest + 1}:{new_key()}"
    write_for_owner(home / "keys.json", json.dumps(kept, indent=2) + "\n")
    write_for_owner(_ring_file(home, ring), kept[ring] + "\n")
    return str(kept[ring])


def _ring_file(home: Path, ring: str) -> Path:
    return home / "keys" / ring


def new_keys() -> dict[str, str]:
    return {
        "OUTBOUND_KEY_RING": f"1:{new_key()}",
        "RECORDINGS_KEY_RING": f"1:{new_key()}",
        "OUTBOUND_LOOKUP_KEY": new_key(),
        "OUTBOUND_SIGNING_KEY": new_key(),
        "OUTBOUND_API_KEY": new_secret("ok"),
    }


def new_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def write_for_owner(file: Path, text: str) -> None:
    """Written aside and moved into place: a killed write leaves the old file, and nobody else ever reads it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(file)
