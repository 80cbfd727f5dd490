"""`outbound lead-hooks …`: doors by which other people's programs add leads to a campaign."""

import json
from typing import Annotated, Final

import typer

from console import completion
from console.command_context import AsJson, client_of, screen
from console.parts import mapping_of

app = typer.Typer(no_args_is_help=True, help="Doors by which forms and other programs add leads.")

_COLUMNS: Final = ("id", "campaign_id", "proof", "networks", "description", "created_at")
_CAME: Final = ("id", "state", "import_id", "refusal", "created_at")
HookId = Annotated[str, typer.Argument(help="Its id, lh_…", autocompletion=completion.lead_hooks)]


@app.command()
def add(
    context: typer.Context,
    campaign: Annotated[str, typer.Argument(autocompletion=completion.campaigns)],
    proof: Annotated[
        str, typer.Option(help="signature, or secret for programs that cannot sign.")
    ] = "signature",
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", help="field=the program's name of it; what is left out is guessed."),
    ] = None,
    region: Annotated[str | None, typer.Option(help="ISO country of numbers without one.")] = None,
    rules: Annotated[str, typer.Option(help='"simulation" for a rehearsal.')] = "",
    network: Annotated[
        list[str] | None, typer.Option("--from", help="Taken from this network only; once for each.")
    ] = None,
    description: Annotated[str, typer.Option(help="For people.")] = "",
    as_json: AsJson = False,
) -> None:
    """Let a program add leads to a campaign; address and secret are printed, the secret this once."""
    with client_of(context) as api:
        body = {
            "campaign_id": campaign,
            "proof": proof,
            "mapping": json.loads(mapping_of(mapping or [])),
            "default_region": region,
            "rules": rules,
            "networks": network or [],
            "description": description,
        }
        screen(as_json).record(api.post("/api/lead-hooks", body))


@app.command("list")
def list_hooks(
    context: typer.Context,
    campaign: Annotated[
        str | None, typer.Option(help="Of this one only.", autocompletion=completion.campaigns)
    ] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest hooks."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/lead-hooks", limit, campaign_id=campaign), _COLUMNS)


@app.command()
def show(context: typer.Context, hook: HookId, as_json: AsJson = False) -> None:
    """One hook."""
    with client_of(context) as api:
        screen(as_json).record(api.get(f"/api/lead-hooks/{hook}"))


@app.command()
def rotate(context: typer.Context, hook: HookId, as_json: AsJson = False) -> None:
    """Print a new secret; for 24 hours the one before is good as well."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/lead-hooks/{hook}/secret"))


@app.command()
def revoke(context: typer.Context, hook: HookId, as_json: AsJson = False) -> None:
    """Take nothing more through it; what it brought stays."""
    with client_of(context) as api:
        api.delete(f"/api/lead-hooks/{hook}")
        screen(as_json).record({"revoked": hook})


@app.command()
def messages(
    context: typer.Context,
    hook: HookId,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """What came through it, newest first; `outbound leads report IMPORT` says what became of it."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages(f"/api/lead-hooks/{hook}/messages", limit), _CAME)
