"""What the demonstration shows while its campaign runs, and the summary at its end."""

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from console.books import Books
from console.client import Record
from console.comparison import Disagreement
from console.ledger import Ledger

_ON_THE_LINE = ("dialling", "live")
_ABOUT_TO_DIAL = ("claimed", "queued")
_FRAME_ROWS = 11  # the panel with its longest lines, two headings and one spare row
_FEWEST_ROWS = 2
_MOST_ROWS = 14


def progress(numbers: Record, calls: Sequence[Record], seconds: float, *, height: int) -> RenderableType:
    """The campaign at this moment: figures, calls in flight, who waits until when; fits a screen of so many rows."""
    in_flight = [call for call in calls if call["state"] in _ON_THE_LINE]
    in_flight += [call for call in calls if call["state"] in _ABOUT_TO_DIAL]
    waiting = sorted(
        (call for call in calls if call["state"] == "waiting"), key=lambda call: call["next_attempt_at"] or ""
    )
    flying, sleeping = _shares(height, len(in_flight), len(waiting))
    return Group(
        _figures(numbers, calls, seconds),
        _table("In flight", in_flight[:flying], len(in_flight)),
        _table("Waiting until", waiting[:sleeping], len(waiting)),
    )


def _shares(height: int, in_flight: int, waiting: int) -> tuple[int, int]:
    """How many rows calls in flight and waiting calls get; who waits is what nobody can see elsewhere, so at least half."""
    room = max(height - _FRAME_ROWS, 2 * _FEWEST_ROWS)
    sleeping = min(waiting, max(room // 2, room - in_flight))
    return min(in_flight, room - sleeping, _MOST_ROWS), min(sleeping, _MOST_ROWS)


def _figures(numbers: Record, calls: Sequence[Record], seconds: float) -> Panel:
    leads = sum(numbers["leads"].values())
    in_flight = sum(1 for call in calls if call["state"] in _ON_THE_LINE)
    closed = numbers["calls"].get("closed", 0)
    line = Text.assemble(
        (f"{in_flight}", "bold green"),
        " in flight   ",
        (f"{closed}", "bold"),
        f" of {leads} closed   ",
        (f"{numbers['words']}", "bold"),
        " words spoken   ",
        (f"{numbers['attempts']}", "bold"),
        f" dials ({numbers['retries']} retries)   ",
        (f"{numbers['deferred']}", "bold yellow"),
        " waiting",
    )
    return Panel(
        Group(
            line,
            Text(f"results   {_counts(numbers['results'])}"),
            Text(f"outcomes  {_counts(numbers['outcomes'])}"),
        ),
        title=f"Demonstration, {seconds:.0f} s",
    )


def _table(title: str, calls: Sequence[Record], total: int) -> Table:
    more = f" ({len(calls)} of {total})" if total > len(calls) else f" ({total})"
    table = Table(
        title=title + more,
        title_justify="left",
        box=None,
        show_header=False,
        padding=(0, 2, 0, 0),
        expand=True,
    )
    for width in (18, 9, 17):
        table.add_column(min_width=width, max_width=width, no_wrap=True)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for call in calls:
        table.add_row(call["name"], f"attempt {max(1, call['attempts'])}", _until(call), call["why"])
    return table


def _until(call: Record) -> str:
    """The moment a waiting call goes on, in UTC, which the reason behind it may be too long to show; else its state."""
    if call["state"] != "waiting" or call["next_attempt_at"] is None:
        return str(call["state"])
    return datetime.fromisoformat(call["next_attempt_at"]).astimezone(UTC).strftime("%a %d %b %H:%MZ")


def import_report(report: Record) -> RenderableType:
    """What the list came to: accepted, rejected, duplicates, and why."""
    table = Table(title="Import of examples/leads.xlsx", title_justify="left", box=None, show_header=False)
    head = f"{report['rows']} rows: {report['accepted']} accepted, {report['rejected']} rejected, "
    table.add_row(head + f"{report['duplicates']} duplicates")
    for problem in report["problems"]:
        cells = f" ({', '.join(problem['cells'])})" if problem["cells"] else ""
        table.add_row(
            f"  {problem['rows']} × {problem['verdict']}: {problem['code'].replace('_', ' ')}{cells}"
        )
    for note in report["notes"]:
        table.add_row(f"  {note['message']}")
    return table


def transcript(call: Record, document: Record) -> RenderableType:
    """One conversation, word for word, with the sentence that decided its outcome."""
    lines = Text()
    for conversation in document["conversations"]:
        if conversation["summary"]:
            lines.append(f"{conversation['summary']}\n", style="bold")
        for turn in conversation["turns"]:
            who = "agent " if turn["speaker"] == "agent" else "person"
            style = "cyan" if turn["speaker"] == "agent" else "green"
            cut = " —" if turn["interrupted"] else ""
            lines.append(f"{turn['began_ms'] / 1000:6.1f} s  {who}  ", style="dim")
            lines.append(f"{turn['text']}{cut}\n", style=style)
        if conversation["evidence"]:
            lines.append(
                f"outcome {conversation['outcome']}, because: “{conversation['evidence']}”", style="bold"
            )
    return Panel(lines, title=f"{call['name']}: {call['result']}, {call['outcome']}", title_align="left")


def summary(figures: Record) -> RenderableType:
    """The demonstration's figures, one a line."""
    table = Table(title="Summary", title_justify="left", box=None, show_header=False)
    for name, value in figures.items():
        shown = _counts(value) if isinstance(value, dict) else str(value)
        table.add_row(name.replace("_", " "), shown)
    return table


def verdict(books: Books, disagreements: Sequence[Disagreement]) -> str:
    """The line the demonstration is about: how much of what was booked the ledger confirms."""
    wrong = {found.subject for found in disagreements}
    dials = [attempt.attempt_id for attempt in books.attempts]
    messages = [message.message_id for message in books.messages]
    records = [call.call_id for call in books.calls if call.has_record]
    counted = [
        f"{sum(1 for each in ids if each not in wrong)} of {len(ids)} {name}"
        for ids, name in ((dials, "dials"), (messages, "messages"), (records, "CRM records"))
    ]
    others = len(wrong.difference(dials, messages, records))
    more = f"; {others} more disagree" if others else ""
    return f"simulator's ledger and database agree: {', '.join(counted)}{more}"


def missed_words(ledger: Ledger, books: Books) -> str:
    """What got lost between the agent's mouth and the callees' ears; empty when nothing did."""
    ours = {attempt.attempt_id for attempt in books.attempts}
    missed = [call.missed_words for call in ledger.calls if call.attempt_id in ours and call.missed_words]
    if not missed:
        return ""
    return (
        f"{sum(missed)} words were not heard, in {len(missed)} calls; the simulated world was up to "
        f"{ledger.late_ms:.0f} ms behind its clock (a busy machine loses words that way)"
    )


def due_soon(calls: Sequence[Record], now: datetime, seconds: float) -> bool:
    """Whether any of these calls is under way or goes on within this time."""
    for call in calls:
        if call["state"] not in ("closed", "waiting", "needs_review"):
            return True
        if call["state"] == "waiting" and call["next_attempt_at"] is not None:
            at = datetime.fromisoformat(call["next_attempt_at"]).astimezone(UTC)
            if (at - now).total_seconds() <= seconds:
                return True
    return False


def _counts(counts: Record) -> str:
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in ordered) or "none yet"
