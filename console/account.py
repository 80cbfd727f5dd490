"""`outbound account …`: the account that the key acts for."""

from typing import Annotated

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="The account: in which language its calls are summed up.")


@app.command()
def show(context: typer.Context, as_json: AsJson = False) -> None:
    """The account's settings."""
    with client_of(context) as api:
        screen(as_json).record(api.get("/api/account"))


@app.command()
def language(
    context: typer.Context,
    tag: Annotated[
        str | None, typer.Argument(help="As de or en-GB; without one that of each call's agent.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Choose the language in which calls are summed up."""
    with client_of(context) as api:
        screen(as_json).record(api.patch("/api/account", {"language": tag}))
