"""`outbound predial …`: programs of our own that are asked before each dial."""

from typing import Annotated, Final

import typer

from console.client import Record
from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="A program of yours that is asked before each dial.")

_COLUMNS: Final = ("id", "campaign_id", "url", "timeout_seconds", "unanswered")


@app.command()
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(help="Where it is asked, https://…")],
    campaign: Annotated[
        str | None, typer.Option(help="Only before this campaign's dials, camp_…; all without it.")
    ] = None,
    seconds: Annotated[float, typer.Option(help="How long it may take, up to 5.")] = 2.0,
    unanswered: Annotated[
        str, typer.Option(help="What follows where it does not answer: hold or allow.")
    ] = "hold",
    as_json: AsJson = False,
) -> None:
    """Ask a program; the secret that signs is shown this once."""
    body: Record = {
        "url": url,
        "campaign_id": campaign,
        "timeout_seconds": seconds,
        "unanswered": unanswered,
    }
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/predial-hooks", body))


@app.command("list")
def list_hooks(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest programs."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/predial-hooks", limit), _COLUMNS)


@app.command()
def remove(
    context: typer.Context,
    hook: Annotated[str, typer.Argument(help="The program's id, pdh_…")],
    as_json: AsJson = False,
) -> None:
    """Ask it no more, from the next dial on."""
    with client_of(context) as api:
        api.delete(f"/api/predial-hooks/{hook}")
        screen(as_json).record({"removed": hook})
