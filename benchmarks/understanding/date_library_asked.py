"""Asks date libraries for the English phrases of a table, in a process that has them: python date_library_asked.py TABLE.

Prints JSON: library -> list of [phrase, "right" | "asked" | "wrong"]. Knows nothing of the project.
"""

import csv
import json
import sys
import warnings
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

warnings.filterwarnings("ignore")
_DATE_ALONE = len("2026-11-18")
Ask = Callable[[str, datetime], datetime | None]


def dateparser_finds(phrase: str, now: datetime) -> datetime | None:
    """The first date that is found in the phrase."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "RETURN_AS_TIMEZONE_AWARE": False}
    found: Any = search_dates(phrase, languages=["en"], settings=settings)
    return found[0][1] if found else None


def parsedatetime_finds(phrase: str, now: datetime) -> datetime | None:
    """What the whole phrase comes to."""
    import parsedatetime

    found, status = parsedatetime.Calendar(version=parsedatetime.VERSION_CONTEXT_STYLE).parseDT(phrase, now)
    return found if status.hasDateOrTime else None


def recognizers_finds(phrase: str, now: datetime) -> datetime | None:
    """The first answer of Recognizers-Text that has an hour, in the future where it leaves a choice; a day alone would be asked about."""
    from recognizers_date_time import Culture, recognize_datetime

    for found in recognize_datetime(phrase, Culture.English, reference=now):
        moments = []
        for value in (found.resolution or {}).get("values", ()):
            written = value.get("value") or value.get("start") or ""
            if len(written) == _DATE_ALONE:
                continue
            try:
                moments.append(datetime.fromisoformat(written))
            except ValueError:
                try:
                    at = time.fromisoformat(written)
                except ValueError:
                    continue
                today = datetime.combine(now.date(), at)
                moments.append(today if today > now else today + timedelta(days=1))
        later = [moment for moment in moments if moment > now]
        if later or moments:
            return min(later) if later else moments[-1]
    return None


def judged(ask: Ask, line: dict[str, str]) -> str:
    """Right, asked (nothing found, or a question was meant and nothing found) or wrong."""
    now = datetime.fromisoformat(line["now"])
    try:
        found = ask(line["phrase"], now)
    except Exception:
        found = None
    if found is None:
        return "right" if line["earliest"] == "ask" else "asked"
    if line["earliest"] == "ask":
        return "wrong"
    slack = timedelta(seconds=59)
    earliest, latest = (datetime.fromisoformat(line[key]) for key in ("earliest", "latest"))
    return "right" if earliest - slack <= found.replace(tzinfo=None) <= latest + slack else "wrong"


def main() -> None:
    """Ask each library for each phrase."""
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        lines = [
            line
            for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if line["language"] == "en"
        ]
    libraries: dict[str, Ask] = {
        "Recognizers-Text": recognizers_finds,
        "dateparser": dateparser_finds,
        "parsedatetime": parsedatetime_finds,
    }
    answers = {
        name: [[line["phrase"], judged(ask, line)] for line in lines] for name, ask in libraries.items()
    }
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
