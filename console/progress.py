"""A campaign's progress for people."""

from typing import Any

from rich.table import Table

from console.screen import Record, shown


def campaign_view(campaign: Record, numbers: Record) -> Table:
    """State and figures, as they are at this moment."""
    table = Table(title=f"{campaign['name']} · {campaign['state']}", show_header=False, box=None)
    for name, value in _lines(numbers):
        table.add_row(f"[bold]{name}[/bold]", shown(value))
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
    ]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
