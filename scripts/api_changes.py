"""Holds the API's description to its committed file, and both to what was released: python -m scripts.api_changes [write|release]

api/openapi.json is what the application says of itself: `write` writes it anew. api/released.json is what clients were made for, by which a
change is judged: one that would break them fails the check; `release` takes the present description over, with a release that says so
in CHANGELOG.md. What breaks: scripts/breaking_changes.py.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final, cast

from api.app import build_app
from api.tools import ApiTools
from scripts.breaking_changes import breaking_changes

_API: Final = Path(__file__).resolve().parent.parent / "api"
WRITTEN: Final = _API / "openapi.json"
RELEASED: Final = _API / "released.json"
_FOR_PEOPLE: Final = ("description", "summary", "title", "examples", "example")


def present() -> dict[str, Any]:
    """The description as the application has it."""
    return build_app(cast("ApiTools", None), with_upkeep=False).openapi()


def as_text(description: dict[str, Any]) -> str:
    """As it is committed: a change is a line."""
    return json.dumps(description, indent=1, ensure_ascii=False) + "\n"


def for_programs(part: Any) -> Any:
    """Without what people read, which may be told better at any time. A field may be called as one of those."""
    if isinstance(part, list):
        return [for_programs(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        name: {field: for_programs(inner) for field, inner in value.items()}
        if name in ("properties", "schemas", "paths")
        else for_programs(value)
        for name, value in part.items()
        if name not in _FOR_PEOPLE
    }


def complaints(now: dict[str, Any], written: str, released: dict[str, Any]) -> list[str]:
    """What is wrong, a sentence each."""
    wrong = [
        f"{each} Clients that are there would fail: leave the old as it is beside the new, or release it as a breaking change."
        for each in breaking_changes(released, now)
    ]
    if written != as_text(now):
        wrong.append(
            "api/openapi.json is not what the application says of itself: run `make openapi`, and look at the difference."
        )
    return wrong


def main(arguments: list[str]) -> int:
    now = present()
    if arguments == ["release"]:
        RELEASED.write_text(json.dumps(for_programs(now), ensure_ascii=False) + "\n", encoding="utf-8")
    if arguments in (["write"], ["release"]):
        WRITTEN.write_text(as_text(now), encoding="utf-8")
        return 0
    wrong = complaints(
        now, WRITTEN.read_text(encoding="utf-8"), json.loads(RELEASED.read_text(encoding="utf-8"))
    )
    print(
        "\n".join(wrong) or f"api: {len(now['paths'])} addresses as they are written, nothing released breaks"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
