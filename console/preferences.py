"""`outbound preferences …`: how people want to be contacted."""

from typing import Annotated, Final

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="How people want to be contacted; honoured at once.")

_COLUMNS: Final = (
    *("id", "number", "kind", "hours", "writing", "every_days", "understood", "current", "source", "said_at"),
    "words",
)


@app.command()
def add(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="A number, best with + and country code.")],
    hours: Annotated[
        list[str] | None,
        typer.Option(help="When, on the person's clock: mon=17:00-20:00, once for each window."),
    ] = None,
    writing: Annotated[
        list[str] | None, typer.Option(help="Instead of calls: sms, whatsapp or email; any for all.")
    ] = None,
    every_days: Annotated[float | None, typer.Option(help="Days between two talks at least.")] = None,
    words: Annotated[str, typer.Option(help="What they said.")] = "",
    region: Annotated[str | None, typer.Option(help="ISO country of a number without one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Note one preference; it replaces the one of its kind."""
    ways = None if writing is None else [way for way in writing if way != "any"]
    body = {
        "number": number,
        "default_region": region,
        "hours": _days(hours) if hours else None,
        "writing": ways,
        "every_days": every_days,
        "words": words,
    }
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/preferences", body))


def _days(hours: list[str]) -> dict[str, list[str]]:
    days: dict[str, list[str]] = {}
    for window in hours:
        day, _, times = window.partition("=")
        days.setdefault(day, []).append(times)
    return days


@app.command("list")
def list_preferences(
    context: typer.Context,
    number: Annotated[str | None, typer.Option(help="Only this number's.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest preferences."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/preferences", limit, number=number), _COLUMNS)


@app.command()
def remove(
    context: typer.Context,
    preference: Annotated[str, typer.Argument(help="The preference's id, pref_…")],
    as_json: AsJson = False,
) -> None:
    """Let a preference bind no more, and erase its words."""
    with client_of(context) as api:
        api.delete(f"/api/preferences/{preference}")
        screen(as_json).record({"removed": preference})
