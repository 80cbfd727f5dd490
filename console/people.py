"""`outbound people …`: what one person may ask for, and legal holds, which forbid to delete."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console.client import Record
from console.command_context import AsJson, client_of, screen
from console.kept_file import keep
from console.screen import Screen

app = typer.Typer(no_args_is_help=True, help="All that is known of one person: give it out, or forget it.")

_REQUESTS: Final = ("id", "kind", "state", "created_at", "finished_at", "expires_at", "asked_by")
_LINES: Final = ("store", "data_class", "found", "deleted", "emptied", "kept", "why")
_HOLDS: Final = ("id", "number", "reason", "created_at", "set_by", "released_at", "released_by")
Number = Annotated[str, typer.Argument(help="Their number, best with + and country code.")]
Region = Annotated[str | None, typer.Option(help="ISO country of a number without one.")]
RequestId = Annotated[str, typer.Argument(help="The request's id, preq_…")]


@app.command()
def export(context: typer.Context, number: Number, region: Region = None, as_json: AsJson = False) -> None:
    """Put together all that is known of somebody; `people fetch` keeps it as a file."""
    with client_of(context) as api:
        body = {"number": number, "default_region": region}
        _show(screen(as_json), api.post("/api/people/exports", body, spends=True), as_json=as_json)


@app.command()
def erase(
    context: typer.Context,
    number: Number,
    region: Region = None,
    only_calls: Annotated[
        bool,
        typer.Option(
            "--only-calls-in-crm", help="Leave the CRM's contact; delete our records of calls there."
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Forget somebody for good, in the CRM too; `people show` has the receipt."""
    if not yes:
        typer.confirm("This ends their calls and cannot be undone. Forget them?", abort=True)
    with client_of(context) as api:
        body = {"number": number, "default_region": region, "in_crm": "calls" if only_calls else "contact"}
        _show(screen(as_json), api.post("/api/people/erasures", body, spends=True), as_json=as_json)


@app.command("list")
def list_requests(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The newest requests."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/people/requests", limit), _REQUESTS)


@app.command()
def show(context: typer.Context, request: RequestId, as_json: AsJson = False) -> None:
    """How far a request has come, and its receipt."""
    with client_of(context) as api:
        _show(screen(as_json), api.get(f"/api/people/requests/{request}"), as_json=as_json)


@app.command()
def fetch(
    context: typer.Context,
    request: RequestId,
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Where to keep it.")],
    as_json: AsJson = False,
) -> None:
    """Keep an export as a file."""
    with client_of(context) as api:
        keep(api.download(f"/api/people/requests/{request}/export"), file)
    screen(as_json).record({"file": str(file)})


@app.command()
def hold(
    context: typer.Context,
    number: Number,
    reason: Annotated[str, typer.Argument(help="For people, such as a claim's number.")],
    region: Region = None,
    as_json: AsJson = False,
) -> None:
    """Forbid to delete anything of somebody, until it is released."""
    with client_of(context) as api:
        body = {"number": number, "default_region": region, "reason": reason}
        screen(as_json).record(api.post("/api/legal-holds", body, spends=True))


@app.command()
def holds(
    context: typer.Context,
    number: Annotated[str | None, typer.Option(help="Only this number's.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest legal holds, released ones too."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/legal-holds", limit, number=number), _HOLDS)


@app.command()
def release(
    context: typer.Context,
    hold: Annotated[str, typer.Argument(help="The hold's id, hold_…")],
    as_json: AsJson = False,
) -> None:
    """Let a legal hold forbid nothing any more."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/legal-holds/{hold}/release"))


def _show(shown: Screen, asked: Record, *, as_json: bool) -> None:
    """The request, and below it its receipt, store by store."""
    receipt = asked.get("receipt")
    if as_json or receipt is None:
        shown.record(asked)
        return
    shown.record(
        {**{name: value for name, value in asked.items() if name != "receipt"}, "crm": receipt["crm"]}
    )
    shown.rows(receipt["lines"], _LINES)
