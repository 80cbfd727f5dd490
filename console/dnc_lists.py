"""`outbound dnc lists …`: named lists of numbers nobody may contact, such as a registry."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="Named lists, such as a registry, and how old they are.")

_COLUMNS: Final = ("id", "name", "kind", "channel", "category", "as_of", "max_age_days", "is_stale", "source")
ListId = Annotated[str, typer.Argument(help="The list's id, list_…")]


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    kind: Annotated[str, typer.Option(help="own, or registry: at most 31 days old.")] = "own",
    channel: Annotated[str, typer.Option(help="all, voice or sms.")] = "all",
    category: Annotated[
        str | None, typer.Option(help="Only contacts for this purpose: survey, service or marketing.")
    ] = None,
    max_age_days: Annotated[
        int | None, typer.Option(help="How old it may be; contacts wait for a newer one.")
    ] = None,
    source: Annotated[str, typer.Option(help="Where its numbers come from.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a list without numbers."""
    body = {
        "name": name,
        "kind": kind,
        "channel": channel,
        "category": category,
        "max_age_days": max_age_days,
        "source": source,
    }
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/dnc/lists", body))


@app.command("show")
def list_lists(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The lists, how old each is and whether contacts wait for a newer one."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/dnc/lists", limit), _COLUMNS)


@app.command()
def fill(
    context: typer.Context,
    list_id: ListId,
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A number or its SHA-256 a line; gzip too.")
    ],
    as_of: Annotated[str, typer.Option(help="The day of these numbers, such as 2026-12-01.")],
    region: Annotated[str | None, typer.Option(help="ISO country of numbers without one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Put a file's numbers in the place of the list's, once all are read."""
    form = {"as_of": as_of, **({"default_region": region} if region else {})}
    with client_of(context) as api, file.open("rb") as content:
        filled = api.upload(f"/api/dnc/lists/{list_id}/versions", content, file.name, form)
    screen(as_json).record(filled)


@app.command()
def remove(context: typer.Context, list_id: ListId, as_json: AsJson = False) -> None:
    """Let a list forbid nothing any more."""
    with client_of(context) as api:
        api.delete(f"/api/dnc/lists/{list_id}")
        screen(as_json).record({"removed": list_id})
