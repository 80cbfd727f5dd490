"""`outbound users provider …`: the company's identity provider, by which the account's people sign in."""

from typing import Annotated

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(
    no_args_is_help=True, help="The company's identity provider (OpenID Connect) that people sign in with."
)

_PATH = "/api/identity-provider"


@app.command()
def show(context: typer.Context, as_json: AsJson = False) -> None:
    """Show it, with what it is to be told of us (redirect_uri) and where people begin (start)."""
    with client_of(context) as api:
        screen(as_json).record(api.get(_PATH))


@app.command("set")
def set_provider(
    context: typer.Context,
    issuer: Annotated[str, typer.Argument(help="As it calls itself, https://…")],
    client_id: Annotated[str, typer.Option(help="By which it knows us.")],
    domain: Annotated[list[str], typer.Option(help="Of the company's e-mail addresses; once for each.")],
    client_secret: Annotated[
        str | None,
        typer.Option(
            envvar="OUTBOUND_CLIENT_SECRET",
            help="Better in the environment than here; left out, the one before stays.",
        ),
    ] = None,
    makes_people: Annotated[
        bool, typer.Option(help="Whom it vouches for comes in without an invitation.")
    ] = False,
    default_role: Annotated[
        str | None, typer.Option(help="admin, agent_manager or agent: of whom no group gives one.")
    ] = None,
    group_claim: Annotated[str, typer.Option(help="Where it tells somebody's groups.")] = "",
    group_role: Annotated[list[str] | None, typer.Option(help="GROUP=ROLE; once for each group.")] = None,
    as_json: AsJson = False,
) -> None:
    """Have people sign in with it; it is asked at once whether it is one."""
    wish = {
        "issuer": issuer,
        "client_id": client_id,
        "client_secret": client_secret,
        "domains": domain,
        "makes_people": makes_people,
        "default_role": default_role,
        "group_claim": group_claim,
        "group_roles": dict(_pair(each) for each in group_role or ()),
    }
    with client_of(context) as api:
        screen(as_json).record(api.put(_PATH, wish))


def _pair(text: str) -> tuple[str, str]:
    group, separator, role = text.rpartition("=")
    if not separator or not group:
        raise typer.BadParameter("write GROUP=ROLE", param_hint="--group-role")
    return group, role


@app.command()
def remove(context: typer.Context, as_json: AsJson = False) -> None:
    """Nobody signs in with it any more; whoever has no password is out at once."""
    with client_of(context) as api:
        api.delete(_PATH)
        screen(as_json).record({"removed": "identity provider"})
