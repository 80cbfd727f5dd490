"""`outbound keys …`: what programs ask the API with; how the installation's own keys are exchanged: key_rotation.py."""

from typing import Annotated, Final

import typer

from console import completion
from console.command_context import AsJson, client_of, screen

app = typer.Typer(
    no_args_is_help=True, help="Keys of programs, and the keys by which the installation seals."
)

_COLUMNS: Final = (
    "id",
    "name",
    "prefix",
    "scopes",
    "networks",
    "made_by",
    "last_used_at",
    "expires_at",
    "revoked_at",
)


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What it is for.")],
    scope: Annotated[
        list[str] | None,
        typer.Option(
            help="What it may do, such as calls:read; once for each. Without any it may do what yours may."
        ),
    ] = None,
    from_network: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            help="From where it is taken, such as 10.0.0.0/8; once for each. Everywhere if not told.",
        ),
    ] = None,
    expires_at: Annotated[str | None, typer.Option(help="2027-01-15T16:30:00Z; never if not told.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a key and print it, this once."""
    with client_of(context) as api:
        wish = {
            "name": name,
            "scopes": scope or None,
            "networks": from_network or None,
            "expires_at": expires_at,
        }
        screen(as_json).record(api.post("/api/api-keys", wish))


@app.command("list")
def list_keys(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The newest keys, how each begins and when it was last used."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/api-keys", limit), _COLUMNS)


@app.command()
def remove(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The key's id, key_…", autocompletion=completion.keys)],
    as_json: AsJson = False,
) -> None:
    """Refuse a key from now on."""
    with client_of(context) as api:
        api.delete(f"/api/api-keys/{key}")
        screen(as_json).record({"removed": key})
