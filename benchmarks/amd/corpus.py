"""A labelled set of recordings: mono µ-law files at 8 kHz and labels.jsonl; it carries no words.

One JSON object a line: file, class (person, voicemail, ivr, screening, unavailable), greeting_end_ms, beep_at_ms (either
may be null).
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.amd.calls import Call
from benchmarks.amd.sounds import PER_MS
from domain.conversations import AnsweredBy
from simulators.words import mulaw

_AUDIBLE = 500.0
_BEEP_ENDS_WITHIN_MS = 2_500


class BadLabels(ValueError):
    """labels.jsonl cannot be read; the message names the line."""


def read_corpus(folder: Path) -> Iterator[Call]:
    """The calls of a folder. Raises BadLabels, FileNotFoundError."""
    labels = (folder / "labels.jsonl").read_text(encoding="utf-8")
    for number, line in enumerate(labels.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            label = json.loads(line)
            answered_by = AnsweredBy(label["class"])
            audio = (folder / label["file"]).read_bytes()
        except (json.JSONDecodeError, KeyError, ValueError) as error:
            raise BadLabels(f"{folder}/labels.jsonl line {number}: {error}") from error
        beep = label.get("beep_at_ms")
        yield Call(
            name=label["file"],
            answered_by=answered_by,
            language="en",
            audio=audio,
            first_sound_ms=_first_sound(audio),
            greeting_end_ms=label.get("greeting_end_ms"),
            beep_at_ms=beep,
            beep_ends_ms=None if beep is None else beep + _BEEP_ENDS_WITHIN_MS,
        )


def _first_sound(audio: bytes) -> int:
    loud = np.flatnonzero(np.abs(mulaw.decode(audio)) > _AUDIBLE)
    return int(loud[0]) // PER_MS if loud.size else 0
