"""`outbound connections …`: the accounts with vendors through which calls, messages and records go."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console import completion
from console.client import ApiClient, Record
from console.command_context import AsJson, client_of, screen
from console.exit_codes import CommandFailed, Exit
from console.screen import Screen
from console.vendor_credentials import ask_credentials, read_credentials

app = typer.Typer(
    no_args_is_help=True,
    help="Accounts with vendors, through which calls, messages and records go.",
)

_COLUMNS: Final = ("id", "name", "kind", "vendor", "identity", "of_installation", "trunks")
_VENDORS: Final = ("vendor", "kind", "needed", "optional")
ConnectionId = Annotated[
    str, typer.Argument(help="The connection's id, conn_…", autocompletion=completion.connections)
]
Credentials = Annotated[
    Path | None,
    typer.Option(
        "--credentials",
        metavar="FILE",
        help="A JSON object of the credentials, - for standard input; they are asked for otherwise.",
    ),
]


@app.command()
def vendors(context: typer.Context, as_json: AsJson = False) -> None:
    """The vendors that a connection can be made with, and the credentials that each wants."""
    with client_of(context) as api:
        screen(as_json).rows(_forms(api), _VENDORS)


@app.command("list")
def list_connections(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest connections, and the addresses to enter at their vendors."""
    with client_of(context) as api:
        found = api.pages("/api/connections", limit)
    out = screen(as_json)
    out.rows(found, _COLUMNS)
    for connection in found:
        _tell_addresses(out, connection)


@app.command()
def show(context: typer.Context, connection: ConnectionId, as_json: AsJson = False) -> None:
    """One connection, and the addresses to enter at its vendor."""
    with client_of(context) as api:
        _tell(screen(as_json), api.get(f"/api/connections/{connection}"))


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    kind: Annotated[str, typer.Option(help="telephony or crm.")],
    vendor: Annotated[str, typer.Option(help="Whose account it is: see `outbound connections vendors`.")],
    credentials: Credentials = None,
    as_json: AsJson = False,
) -> None:
    """Make a connection with an account of your own, and show the addresses to enter at its vendor."""
    with client_of(context) as api:
        body = {"name": name, "kind": kind, "vendor": vendor}
        given = read_credentials(credentials) if credentials else ask_credentials(_form(api, kind, vendor))
        _tell(screen(as_json), api.post("/api/connections", {**body, "credentials": given}))


@app.command()
def change(
    context: typer.Context,
    connection: ConnectionId,
    credentials: Credentials = None,
    as_json: AsJson = False,
) -> None:
    """Give a connection other credentials of the same account at the vendor; the next call uses them."""
    with client_of(context) as api:
        if credentials:
            given = read_credentials(credentials)
        else:
            known = api.get(f"/api/connections/{connection}")
            if known["of_installation"]:
                raise CommandFailed(
                    Exit.REFUSED,
                    "The installation's settings hold the credentials of this connection.",
                    "Change the settings, or add a connection for an account of your own.",
                )
            given = ask_credentials(_form(api, known["kind"], known["vendor"]))
        _tell(
            screen(as_json),
            api.put(f"/api/connections/{connection}/credentials", {"credentials": given}),
        )


def _form(api: ApiClient, kind: str, vendor: str) -> Record:
    forms = _forms(api)
    for form in forms:
        if (form["kind"], form["vendor"]) == (kind, vendor):
            return form
    known = ", ".join(f"--kind {form['kind']} --vendor {form['vendor']}" for form in forms)
    raise CommandFailed(
        Exit.REFUSED, f"There is no vendor {vendor} of the kind {kind}.", f"There are: {known}"
    )


def _forms(api: ApiClient) -> list[Record]:
    forms: list[Record] = api.get("/api/connections/vendors")
    return forms


def _tell(out: Screen, connection: Record) -> None:
    if out.as_json:
        out.json(connection)
        return
    out.record({name: value for name, value in connection.items() if name != "addresses"})
    _tell_addresses(out, connection)


def _tell_addresses(out: Screen, connection: Record) -> None:
    if out.as_json:
        return
    for what, url in connection["addresses"].items():
        out.heading(f"{connection['name']}: where {connection['vendor']} is to tell of {what}")
        out.address(url)
