"""`outbound webhooks …`: programs that are told what happens, and what they were told."""

from typing import Annotated, Final

import typer

from console import completion
from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="Programs that are told what happens, by signed requests.")

_COLUMNS: Final = ("id", "url", "kinds", "disabled_at", "disabled_why", "failing_since")
_TOLD: Final = ("id", "kind", "state", "attempts", "status", "failure", "next_at", "created_at")
EndpointId = Annotated[str, typer.Argument(help="Its id, wh_…", autocompletion=completion.webhook_endpoints)]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", help="An event such as call.closed; once for each.")
]


@app.command()
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(help="https://…, on port 443 or 8443.")],
    kind: Kinds = None,
    description: Annotated[str, typer.Option(help="For people.")] = "",
    as_json: AsJson = False,
) -> None:
    """Tell a program what happens from now on; its secret is printed this once."""
    with client_of(context) as api:
        body = {"url": url, "kinds": kind or [], "description": description}
        screen(as_json).record(api.post("/api/webhook-endpoints", body))


@app.command("list")
def list_endpoints(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The newest programs."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/webhook-endpoints", limit), _COLUMNS)


@app.command()
def show(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """One program."""
    with client_of(context) as api:
        screen(as_json).record(api.get(f"/api/webhook-endpoints/{endpoint}"))


@app.command()
def disable(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Tell it nothing more for now."""
    with client_of(context) as api:
        screen(as_json).record(api.patch(f"/api/webhook-endpoints/{endpoint}", {"disabled": True}))


@app.command()
def enable(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Tell it again, what waited for it first."""
    with client_of(context) as api:
        screen(as_json).record(api.patch(f"/api/webhook-endpoints/{endpoint}", {"disabled": False}))


@app.command()
def remove(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Forget it and what it was told."""
    with client_of(context) as api:
        api.delete(f"/api/webhook-endpoints/{endpoint}")
        screen(as_json).record({"removed": endpoint})


@app.command()
def rotate(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Print a new secret; for 24 hours the one before signs as well."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/webhook-endpoints/{endpoint}/secret"))


@app.command("test")
def send_ping(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Send it a ping."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/webhook-endpoints/{endpoint}/test"))


@app.command()
def deliveries(
    context: typer.Context,
    endpoint: EndpointId,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """What it was told, newest first."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages(f"/api/webhook-endpoints/{endpoint}/deliveries", limit), _TOLD)


@app.command()
def replay(
    context: typer.Context,
    endpoint: EndpointId,
    delivery: Annotated[str | None, typer.Option(help="One delivery's id, whd_….")] = None,
    since: Annotated[str | None, typer.Option(help="2027-01-15T16:30:00Z.")] = None,
    until: Annotated[str | None, typer.Option(help="2027-01-15T18:30:00Z.")] = None,
    as_json: AsJson = False,
) -> None:
    """Send one delivery once more, or what happened in a time."""
    with client_of(context) as api:
        body = {"delivery_id": delivery, "since": since, "until": until}
        screen(as_json).record(api.post(f"/api/webhook-endpoints/{endpoint}/replay", body))
