"""`outbound callers …`: the numbers that people who are called may see."""

from typing import Annotated, Final

import typer

from console import completion
from console.client import Record
from console.command_context import AsJson, client_of, screen

app = typer.Typer(
    no_args_is_help=True, help="Numbers that may be shown: for what, to whom, and whether they are ours."
)

_COLUMNS: Final = ("id", "number", "series", "purposes", "countries", "standing", "connection_id")
CallerId = Annotated[str, typer.Argument(help="The caller identity's id, cid_…")]


@app.command()
def add(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="With + and country code.")],
    connection: Annotated[
        str, typer.Option(help="Whose number it is, conn_…", autocompletion=completion.connections)
    ],
    purpose: Annotated[list[str], typer.Option(help="survey, service or marketing; several: again.")],
    country: Annotated[
        list[str] | None, typer.Option(help="Of who sees it, such as US; all without it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a number; its carrier is asked whether it is ours."""
    body: Record = {
        "number": number,
        "connection_id": connection,
        "purposes": purpose,
        "countries": country or [],
    }
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/caller-identities", body))


@app.command("list")
def list_callers(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest numbers, and what their carriers say."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/caller-identities", limit), _COLUMNS)


@app.command()
def show(context: typer.Context, caller: CallerId, as_json: AsJson = False) -> None:
    """One number."""
    with client_of(context) as api:
        screen(as_json).record(api.get(f"/api/caller-identities/{caller}"))


@app.command()
def verify(context: typer.Context, caller: CallerId, as_json: AsJson = False) -> None:
    """Have the carrier asked now; look again in some seconds."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/caller-identities/{caller}/verification"))


@app.command()
def remove(context: typer.Context, caller: CallerId, as_json: AsJson = False) -> None:
    """Show the number no more, from the next dial on."""
    with client_of(context) as api:
        api.delete(f"/api/caller-identities/{caller}")
        screen(as_json).record({"removed": caller})
