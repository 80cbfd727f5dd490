"""A campaign's progress for people."""

from typing import Any

from rich.table import Table
from rich.text import Text

from console.screen import Record, shown


def campaign_view(campaign: Record, numbers: Record) -> Table:
    """State and figures, as they are at this moment."""
    title = Text(f"{shown(campaign['name'])} · {campaign['state']}")
    table = Table(title=title, show_header=False, box=None)
    for name, value in _lines(numbers):
        table.add_row(Text(name, style="bold"), Text(shown(value)))
    return table


def _lines(numbers: Record) -> list[tuple[str, Any]]:
    return [
        ("leads", numbers["leads"]),
        ("calls", numbers["calls"]),
        ("attempts", f"{numbers['attempts']} ({numbers['retries']} retries)"),
        ("waiting for their moment", numbers["deferred"]),
        ("queued for", numbers["waits_for"]),
        ("words spoken", numbers["words"]),
        ("results", numbers["results"]),
        ("outcomes", numbers["outcomes"]),
        ("sentiments", numbers["sentiments"]),
        ("rates", f"answered {_percent(numbers['answer_rate'])}, goal {_percent(numbers['goal_rate'])}"),
        ("abandoned in 30 days", _abandoned(numbers)),
    ]


def _abandoned(numbers: Record) -> str:
    share = numbers["abandonment_rate"]
    of = f"{numbers['abandoned']} of {numbers['answered_by_person']} answered by a person"
    return of if share is None else f"{share:.1%} ({of})"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
