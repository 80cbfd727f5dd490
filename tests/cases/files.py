"""Reported cases: what was seen in the field, what is expected of it, and where we answer otherwise, with the reason."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

HERE: Final = Path(__file__).parent


def cases(name: str) -> list[Mapping[str, Any]]:
    """The cases of one file: id, kind, input, expected, why; ours where our answer differs, and the reason (reasons.jsonl)."""
    reasons = {line["id"]: line for line in _lines("reasons")}
    nothing = {"ours": None, "reason": None}
    return [{**case, **nothing, **reasons.get(case["id"], {})} for case in _lines(name)]


def tried(name: str, *kinds: str) -> list[Any]:
    """A file's cases of these kinds, all without any, as parameters with their ids."""
    return [pytest.param(case, id=case["id"]) for case in cases(name) if not kinds or case["kind"] in kinds]


def _lines(name: str) -> list[dict[str, Any]]:
    text = (HERE / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
