"""Importing a long list against a bare loop that parses and validates the same rows, and the memory that it takes."""

import asyncio
import csv
import io
import time
from itertools import pairwise
from statistics import median
from typing import Any, Final

import phonenumbers
import psutil

from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage

_ROWS: Final = 200_000
_FEWER: Final = 50_000
_ROUNDS: Final = 5
_AREAS: Final = (202, 213, 303, 312, 404, 415, 503, 512, 602, 617, 702, 713, 720, 801, 907)
_LOOK_EVERY: Final = 0.05  # seconds


async def measure(stage: Stage, say: Say) -> Measured:
    """Whole uploads (checked, sealed, stored) between bare loops; the API's largest size at both lengths."""
    document = await asyncio.to_thread(make_document, _ROWS)
    say(f"{_FEWER} rows for the memory")
    _, fewer = await _upload(stage, await asyncio.to_thread(make_document, _FEWER), _FEWER)
    bare, ours, sizes = [await asyncio.to_thread(_bare_loop, document)], [], []
    for number in range(1, _ROUNDS + 1):
        say(f"round {number} of {_ROUNDS}: import of {_ROWS} rows ({bare[-1]:.1f} s bare)")
        seconds, size = await _upload(stage, document, _ROWS)
        ours.append(seconds)
        sizes.append(size)
        bare.append(await asyncio.to_thread(_bare_loop, document))
    around = [(before + after) / 2 for before, after in pairwise(bare)]
    ratios = [loop / upload for loop, upload in zip(around, ours, strict=True)]
    return Measured(
        [
            Figure("import of 200,000 rows ÷ bare loop", median(ratios), "ratio", 0.5, "at least"),
            Figure(
                "import memory: API at 200,000 rows ÷ at 50,000", max(sizes) / fewer, "ratio of peak RSS", 1.1
            ),
        ],
        {
            "bare_seconds": bare,
            "import_seconds": ours,
            "ratios": ratios,
            "peak_mb": {_FEWER: fewer, _ROWS: sizes},
        },
        [
            f"{_ROWS / median(ours):.0f} rows/s of {_ROWS / median(bare):.0f}, ratios "
            f"{', '.join(f'{ratio:.2f}' for ratio in ratios)}; API {fewer:.0f} MB, then {max(sizes):.0f} MB"
        ],
    )


def make_document(rows: int) -> bytes:
    """A CSV file of people in two countries, each number once and valid."""
    lines = ["name,phone,email,city,last_order"]
    for place in range(rows):
        number = f"+9198{place * 7919 % 100_000_000:08}"
        if place % 2:
            number = f"+1{_AREAS[place % 15]}{2_000_000 + place:07}"
        lines.append(
            f"Ann Smith {place},{number},ann{place}@example.com,Springfield,2026-01-{place % 28 + 1:02}"
        )
    return "\n".join(lines).encode()


async def _upload(stage: Stage, document: bytes, rows: int) -> tuple[float, float]:
    """Seconds from the request to the report, and the API's largest resident size meanwhile in MB."""
    campaign_id = await stage.empty_campaign(await stage.parts(lines=1, calls_per_second=1))
    process, peak = psutil.Process(stage.system.children["api"].pid), 0
    began = time.monotonic()
    upload = asyncio.create_task(stage.upload(campaign_id, document))
    while not upload.done():
        peak = max(peak, process.memory_info().rss)
        await asyncio.wait([upload], timeout=_LOOK_EVERY)
    took, report = time.monotonic() - began, await upload
    _check(report, rows)
    return took, peak / 1e6


def _check(report: dict[str, Any], rows: int) -> None:
    if report["accepted"] != rows:
        raise RuntimeError(f"{rows} rows were to be accepted: {report}")


def _bare_loop(document: bytes) -> float:
    """Seconds to read each row, parse and validate its number and look at its address, keeping nothing."""
    began = time.monotonic()
    for row in csv.DictReader(io.StringIO(document.decode())):
        number = phonenumbers.parse(row["phone"], "US")
        if not phonenumbers.is_valid_number(number) or "@" not in row["email"]:
            raise RuntimeError(f"an invalid row: {row['name']}")
    return time.monotonic() - began
