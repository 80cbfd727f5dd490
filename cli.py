"""`outbound`: operates the system over its HTTP API, and holds up a local one.

A command begins in a fraction of a second: what only one of them needs (the local system, the engine, the simulated
world) is loaded by that one.

Exit codes: 0 done, 1 the product refused, 2 wrong use, 3 something needed does not answer, 4 the demonstration's
ledger and database disagree.
"""

import asyncio
import importlib.metadata
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.core import TyperGroup

from console import (
    account,
    agents,
    audit,
    callers,
    calls,
    campaigns,
    compliance,
    connections,
    consents,
    dnc,
    flights,
    keys,
    lead_hooks,
    leads,
    limits,
    people,
    predial,
    preferences,
    retention,
    trunks,
    users,
    webhooks,
)
from console.command_context import AsJson, Setting, client_of, setting_of
from console.exit_codes import CommandFailed, Exit
from console.screen import Screen
from domain.errors import OutboundError
from local.errors import LocalSystemError


class FailsInOrder(TyperGroup):
    """Ends a failed command with its exit code and two sentences: what is wrong, and how to mend it."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        screen = Screen(as_json="--json" in ctx.args)
        try:
            return super().invoke(ctx)
        except CommandFailed as failure:
            return _end(screen, failure)
        except LocalSystemError as failure:
            return _end(screen, CommandFailed(Exit.UNREACHABLE, str(failure)))
        except typer.BadParameter as failure:
            if not screen.as_json:
                raise
            return _end(screen, CommandFailed(Exit.USAGE, failure.format_message()))


def _end(screen: Screen, failure: CommandFailed) -> NoReturn:
    screen.fail(failure)
    raise typer.Exit(failure.exit_code) from failure


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"outbound {importlib.metadata.version('outbound')}")
        raise typer.Exit


app = typer.Typer(
    name="outbound",
    cls=FailsInOrder,
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    help="AI phone-call campaigns: durable, lawful, observable.",
)
for noun in (
    leads,
    lead_hooks,
    campaigns,
    calls,
    connections,
    trunks,
    callers,
    dnc,
    consents,
    preferences,
    predial,
    compliance,
    people,
    retention,
    limits,
    agents,
    account,
    users,
    keys,
    audit,
    webhooks,
):
    app.add_typer(noun.app, name=noun.__name__.rpartition(".")[2].replace("_", "-"))


@app.callback()
def common(
    context: typer.Context,
    home: Annotated[Path, typer.Option(envvar="OUTBOUND_HOME", help="The local system's folder.")] = Path(
        ".outbound"
    ),
    url: Annotated[str | None, typer.Option(envvar="OUTBOUND_URL", help="The API's address.")] = None,
    key: Annotated[
        str | None, typer.Option(envvar="OUTBOUND_API_KEY", help="A key of the account.", show_envvar=True)
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """Options that stand before the command."""
    context.obj = Setting(home, url, key)


@app.command()
def up(
    context: typer.Context,
    simulate: Annotated[bool, typer.Option("--simulate", help="Start the simulated world as well.")] = False,
) -> None:
    """Start the whole system here and stay until Ctrl-C."""
    from local.up import choices_from_environment
    from local.up import up as stay_up

    choices = choices_from_environment(simulate=simulate)
    asyncio.run(stay_up(setting_of(context).home, choices, say=lambda line: typer.echo(line)))


@app.command()
def doctor(context: typer.Context, as_json: AsJson = False) -> None:
    """Look at each part of the local system and say how to mend what is not well."""
    from local.doctor import examine, told

    findings = asyncio.run(examine(setting_of(context).home))
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json([asdict(finding) for finding in findings])
    else:
        screen.grid(line for finding in findings for line in told(finding))
    if any(not finding.is_well and finding.is_needed for finding in findings):
        raise typer.Exit(Exit.REFUSED)


@keys.app.command("rotate")
def rotate_keys(
    context: typer.Context,
    ring: Annotated[str, typer.Option(help="data: rows and Temporal's payloads; or recordings.")] = "data",
    as_json: AsJson = False,
) -> None:
    """Seal everything with a new key, while the system runs; killed, it goes on where it was.

    The system of the home folder is given a new key. With DATABASE_URL and the key rings in the environment it works on that
    system, whose newest key it takes: add one first, where its processes read it.
    """
    from console.key_rotation import rotate_keys as rotated  # brings the database along, as the next one

    rotated(setting_of(context).home, ring, Screen(as_json=as_json))


@keys.app.command("status")
def key_status(
    context: typer.Context,
    ring: Annotated[str, typer.Option(help="data: rows and Temporal's payloads; or recordings.")] = "data",
    as_json: AsJson = False,
) -> None:
    """Which key seals, what each one is still needed for, and how many processes know it."""
    from console.key_rotation import show_status

    show_status(setting_of(context).home, ring, Screen(as_json=as_json))


@calls.app.command()
def replay(
    context: typer.Context,
    call: calls.CallId,
    attempt: Annotated[
        int | None, typer.Option(help="Which attempt; the last answered one if not told.")
    ] = None,
    script_file: Annotated[
        Path | None, typer.Option(help="A script as YAML or JSON, instead of the newest version.")
    ] = None,
    as_recorded: Annotated[
        bool, typer.Option("--as-recorded", help="Use the prompts the call was held with.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Hold a recorded call again: the present engine, the script's newest version, and what vendors sent then.

    Ends with 0 if everything goes the same way, with 1 at the first difference, which is shown.
    """
    from media.recording.flight import read_flights  # brings the engine along, which no other command needs
    from media.recording.replay import replay as hold_again
    from media.recording.replay import rewritten

    with client_of(context) as api:
        chosen = attempt or flights.last_attempt(api, call)
        lines = flights.flight_lines(api, call, chosen)
        script = None if as_recorded else flights.present_script(api, call, script_file)
    try:
        recorded = read_flights(lines)
        if not recorded:
            raise CommandFailed(Exit.REFUSED, "The beginning of this record was lost; it cannot be replayed.")
        plans = [flight.plan if script is None else rewritten(flight.plan, *script) for flight in recorded]
    except OutboundError as error:
        raise CommandFailed(Exit.REFUSED, str(error)) from error
    found = [hold_again(flight, plan) for flight, plan in zip(recorded, plans, strict=True)]
    flights.show_replayed(Screen(as_json=as_json), [asdict(one) for one in found])
    if any(one.divergence is not None for one in found):
        raise typer.Exit(Exit.REFUSED)


@app.command()
def demo(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="End as soon as no call is due.")] = False,
) -> None:
    """Run the demonstration campaign against the simulated world."""
    from console.demo import run  # brings the simulated world along, which no other command needs

    raise typer.Exit(run(setting_of(context).home, once=once))


if __name__ == "__main__":
    app()
