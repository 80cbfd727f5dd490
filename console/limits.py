"""`outbound limits …`: how many calls at once may use a speech provider."""

from typing import Annotated, Final

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(
    no_args_is_help=True,
    help="How many calls may use a speech provider at once; others wait with their dial.",
)

_COLUMNS: Final = ("kind", "provider", "most", "in_use", "waiting", "utilisation")
_FAILING: Final = ("vendor", "failures", "failed_at", "held_until", "waiting")
Kind = Annotated[str, typer.Argument(help="recogniser or synthesiser.")]
Provider = Annotated[str, typer.Argument(help="deepgram, elevenlabs or openai.")]


@app.command("list")
def list_limits(context: typer.Context, as_json: AsJson = False) -> None:
    """Every limit, how much of it is in use, and how many calls wait for it."""
    with client_of(context) as api:
        screen(as_json).rows(api.get("/api/provider-limits"), _COLUMNS)


@app.command()
def failing(context: typer.Context, as_json: AsJson = False) -> None:
    """Vendors that failed the last conversations, until when they are left alone, and how many calls wait for them."""
    with client_of(context) as api:
        screen(as_json).rows(api.get("/api/provider-limits/failing"), _FAILING)


@app.command("set")
def set_limit(
    context: typer.Context,
    kind: Kind,
    provider: Provider,
    most: Annotated[int, typer.Argument(min=0, help="Calls at once; 0 lets no new call in.")],
    as_json: AsJson = False,
) -> None:
    """Set a limit: what the vendor's plan allows. Live calls go on."""
    with client_of(context) as api:
        screen(as_json).record(api.put(f"/api/provider-limits/{kind}/{provider}", {"most": most}))


@app.command()
def lift(context: typer.Context, kind: Kind, provider: Provider, as_json: AsJson = False) -> None:
    """Let any number of calls use the provider."""
    with client_of(context) as api:
        screen(as_json).record(api.put(f"/api/provider-limits/{kind}/{provider}", {"most": None}))
