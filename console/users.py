"""`outbound users …`: the people of the account, who sign in for themselves."""

from typing import Annotated, Final

import typer

from console import completion, identity_provider
from console.client import ApiClient, Record
from console.command_context import AsJson, client_of, screen
from console.screen import Screen

app = typer.Typer(no_args_is_help=True, help="The people of the account; they sign in for themselves.")

app.add_typer(identity_provider.app, name="provider")

_COLUMNS: Final = ("id", "email", "name", "role", "has_come_in", "last_seen_at", "disabled_at")
UserId = Annotated[str, typer.Argument(help="The person's id, usr_…", autocompletion=completion.users)]
RoleName = Annotated[str, typer.Option(help="admin, agent_manager or agent.")]
_HOW: Final = "Give them this address, by which they choose a password; it is good once:"


@app.command()
def invite(
    context: typer.Context,
    email: Annotated[str, typer.Argument(help="By which they sign in.")],
    name: Annotated[str, typer.Option(help="What they are called.")],
    role: RoleName,
    as_json: AsJson = False,
) -> None:
    """Invite somebody and print the token by which they come in."""
    with client_of(context) as api:
        made = api.post("/api/users", {"email": email, "name": name, "role": role})
        _show(made, made["link"]["token"], api, screen(as_json))


@app.command("list")
def list_users(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The newest people."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/users", limit), _COLUMNS)


@app.command()
def link(context: typer.Context, user: UserId, as_json: AsJson = False) -> None:
    """Print another token for somebody who lost theirs, or their password."""
    with client_of(context) as api:
        made = api.post(f"/api/users/{user}/link")
        _show(made, made["token"], api, screen(as_json))


def _show(made: Record, token: str, api: ApiClient, output: Screen) -> None:
    output.record(made)
    output.say(_HOW)
    output.say(f"{api.address.url}/#invitation={token}")


@app.command()
def role(
    context: typer.Context,
    user: UserId,
    role: Annotated[str, typer.Argument(help="admin, agent_manager or agent.")],
    as_json: AsJson = False,
) -> None:
    """Give somebody another role, from their next request on."""
    with client_of(context) as api:
        screen(as_json).record(api.patch(f"/api/users/{user}", {"role": role}))


@app.command()
def disable(context: typer.Context, user: UserId, as_json: AsJson = False) -> None:
    """Let somebody in no more; all they have open ends."""
    with client_of(context) as api:
        screen(as_json).record(api.patch(f"/api/users/{user}", {"disabled": True}))


@app.command()
def enable(context: typer.Context, user: UserId, as_json: AsJson = False) -> None:
    """Let somebody in again who was disabled."""
    with client_of(context) as api:
        screen(as_json).record(api.patch(f"/api/users/{user}", {"disabled": False}))
