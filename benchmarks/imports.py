"""Importing a long list against a bare loop that parses and validates the same rows with the number library."""

import csv
import io
import time

import phonenumbers
import psutil

from benchmarks import scripts
from benchmarks.figures import Figure
from benchmarks.stage import Stage

ROWS = 200_000
_WARM_UP = 20_000


def measure_import(stage: Stage) -> list[Figure]:
    """Upload (checked, sealed and stored) against the bare loop, and how the API's memory grows with the rows."""
    _upload(stage, _WARM_UP)
    memory = psutil.Process(stage.system.children["api"].pid).memory_info
    after_warm_up = memory().rss
    ours = _upload(stage, ROWS)
    grown = (memory().rss - after_warm_up) / 2**20
    bare = _bare_loop(_document(ROWS))
    return [
        Figure(
            "import of 200,000 rows ÷ bare parse-and-validate loop",
            bare / ours,
            "",
            0.5,
            at_most=False,
            samples=[{"import_seconds": ours, "bare_seconds": bare}],
        ),
        Figure("API memory grown by ten times the rows", grown, "MiB", 48),
    ]


def _document(rows: int) -> bytes:
    """Rows with names, e-mail addresses and numbers of the North American plan, each once."""
    lines = (
        f"Ann Smith {place},+1{201 + place // 10_000 % 80}2{place % 1_000_000:06d},ann{place}@example.com\n"
        for place in range(rows)
    )
    return b"name,phone,email\n" + "".join(lines).encode()


def _upload(stage: Stage, rows: int) -> float:
    """Seconds from the first byte sent to the report."""
    api, mark = stage.api, f"import {time.time()}"
    trunk = {"name": mark, "caller_number": "+14155552671", "lines": 1, "calls_per_second": 1}
    campaign = api.post(
        "/api/campaigns",
        {
            "name": mark,
            "script_version_id": api.post("/api/scripts", {"name": mark, "content": scripts.SHORT})["id"],
            "agent_id": api.post("/api/agents", {"name": mark})["id"],
            "trunk_id": api.post("/api/trunks", trunk)["id"],
        },
        spends=True,
    )["id"]
    document = _document(rows)
    began = time.monotonic()
    report = api.upload("/api/lead-imports", io.BytesIO(document), "leads.csv", {"campaign_id": campaign})
    took = time.monotonic() - began
    assert report["rows"] == rows, report
    return took


def _bare_loop(document: bytes) -> float:
    """Seconds to parse every row and validate its number, keeping nothing."""
    began = time.monotonic()
    for row in csv.DictReader(io.StringIO(document.decode())):
        phonenumbers.is_valid_number(phonenumbers.parse(row["phone"], None))
    return time.monotonic() - began
