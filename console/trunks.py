"""`outbound trunks …`: the ways out to the telephone network."""

from typing import Annotated, Final

import typer

from console import completion
from console.client import Record
from console.command_context import AsJson, client_of, screen

app = typer.Typer(
    no_args_is_help=True, help="Ways out to the telephone network: a caller number, its lines and its pace."
)

_COLUMNS: Final = (
    *("id", "name", "carrier", "connection_id", "caller_number", "calls_per_second", "lines", "lines_taken"),
    "paused_until",
)
TrunkId = Annotated[str, typer.Argument(help="The trunk's id, trunk_…", autocompletion=completion.trunks)]


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    caller_number: Annotated[
        str, typer.Option(help="What people see who are called; with + and country code.")
    ],
    lines: Annotated[int, typer.Option(min=1, help="Calls at the same time.")],
    calls_per_second: Annotated[float, typer.Option(help="What the carrier allows.")] = 1.0,
    carrier: Annotated[str | None, typer.Option(help="Not needed if there is one.")] = None,
    connection: Annotated[
        str | None,
        typer.Option(
            help="Whose account it dials through, conn_…; the installation's own otherwise.",
            autocompletion=completion.connections,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a trunk."""
    body: Record = {
        "name": name,
        "caller_number": caller_number,
        "lines": lines,
        "calls_per_second": calls_per_second,
        "connection_id": connection,
        **({"carrier": carrier} if carrier else {}),
    }
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/trunks", body))


@app.command("list")
def list_trunks(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest trunks, and how many of their lines are taken."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/trunks", limit), _COLUMNS)


@app.command()
def show(context: typer.Context, trunk: TrunkId, as_json: AsJson = False) -> None:
    """One trunk; paused_because says why it does not dial."""
    with client_of(context) as api:
        screen(as_json).record(api.get(f"/api/trunks/{trunk}"))


@app.command()
def pace(
    context: typer.Context,
    trunk: TrunkId,
    calls_per_second: Annotated[float, typer.Argument(help="What the carrier allows.")],
    as_json: AsJson = False,
) -> None:
    """Change how often a trunk may dial; it binds with its next dial."""
    with client_of(context) as api:
        screen(as_json).record(api.put(f"/api/trunks/{trunk}/pace", {"calls_per_second": calls_per_second}))
