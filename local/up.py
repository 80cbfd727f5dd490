"""`outbound up`: the whole system until Ctrl-C, SIGTERM or the end of the terminal.

What it starts, and in which order: system.py, services.py.
"""

import asyncio
import os
import signal
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from database.sealing import KeyRing
from database.session import Database, engine_for
from database.users import UserDetails
from domain.errors import Conflict
from local import dashboard
from local.doctor import provider_keys
from local.errors import LocalSystemError
from local.services import PORT_SETTINGS
from local.supervisor import Say
from local.system import Choices, LocalSystem
from local.toolchains import NotHad
from startup.first_admin import make_first_admin

_ADMIN: Final = UserDetails("admin@outbound.local", "Admin")
FAREWELLS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


async def up(home: Path, choices: Choices, *, say: Say) -> None:
    """Start everything, print where it is, and stay until a signal asks for the end. Raises LocalSystemError."""
    with suppress(asyncio.CancelledError):
        system = LocalSystem(home, choices, say=say)
        end_on_signals(system, say)
        if "api" not in choices.without:  # which serves it
            await build_dashboard(say)
        async with system:
            for line in [*introduction(system), *await first_admin(system)]:
                say(line)
            await asyncio.Event().wait()
    say("ended; what was under way goes on at the next start")


async def build_dashboard(say: Say) -> None:
    """Have the API serve today's dashboard; what keeps it from being built keeps nothing else from running."""
    try:
        await asyncio.to_thread(dashboard.build)
    except NotHad as error:
        say(f"the dashboard could not be built, all else runs without it: {error}")


def end_on_signals(system: LocalSystem, say: Say) -> None:
    """The first signal ends everything in order, during the start as well; a second one ends it by force."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None
    asked = False

    def farewell() -> None:
        nonlocal asked
        if asked:
            system.kill_all()
            return
        asked = True
        say("ending everything in order (a second Ctrl-C ends it by force; nothing is lost either way)")
        task.cancel()

    for number in FAREWELLS:
        loop.add_signal_handler(number, farewell)


def introduction(system: LocalSystem) -> list[str]:
    """What a person needs to go on: addresses, the key, where the logs are."""
    words = {
        "dashboard": "dashboard",
        "api": "API",
        "api_docs": "API documentation",
        "temporal_ui": "Temporal Web UI",
        "simulators": "simulated world",
    }
    lines = ["", "Outbound is up. Ctrl-C ends it."]
    lines += [f"  {words[name]:<18} {where}" for name, where in system.addresses.items() if name in words]
    lines += [
        f"  {'API key':<18} {system.environment['OUTBOUND_API_KEY']}",
        f"  {'logs':<18} {shown(system.home / 'logs')}",
        *missing_keys(simulated="simulators" in system.addresses),
        "",
    ]
    return lines


async def first_admin(system: LocalSystem) -> list[str]:
    """Lines that say how the first admin comes in, once: none where the account has one."""
    environment = system.environment
    key_ring = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"])
    database = Database(engine_for(environment["DATABASE_URL"], connections=1))
    try:
        with suppress(Conflict):
            token = await make_first_admin(database, key_ring, "local", _ADMIN, datetime.now(UTC))
            return [] if token is None else _shown_once(f"{system.addresses['dashboard']}#invitation={token}")
    finally:
        await database.close()
    return []


def _shown_once(address: str) -> list[str]:
    return [
        f"  {'first admin':<18} {_ADMIN.email}, who chooses a password here, once and within a week:",
        f"  {'':<18} {address}",
        f"  {'':<18} (`outbound users link` makes another)",
        "",
    ]


def missing_keys(*, simulated: bool) -> list[str]:
    """A line that says which vendors' keys calls will do without, if there are any."""
    absent = [] if simulated else [finding.part for finding in provider_keys() if not finding.is_well]
    if not absent:
        return []
    return [
        f"  no keys for {', '.join(absent)}: calls that need them will fail (`outbound doctor` names the settings;"
        " `outbound up --simulate` needs none)"
    ]


def shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def choices_from_environment(*, simulate: bool, world_arguments: tuple[str, ...] = ()) -> Choices:
    """Own servers are named by DATABASE_URL and TEMPORAL_ADDRESS, demanded ports by the settings that hold them.

    Raises LocalSystemError for a port that is no number.
    """
    demanded = {name: setting for name, setting in PORT_SETTINGS.items() if os.environ.get(setting)}
    return Choices(
        simulate=simulate,
        ports={name: port_of(setting) for name, setting in demanded.items()},
        world_arguments=world_arguments,
        database_url=os.environ.get("DATABASE_URL") or None,
        temporal_address=os.environ.get("TEMPORAL_ADDRESS") or None,
    )


def port_of(setting: str) -> int:
    text = os.environ[setting]
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise LocalSystemError(
            f"{setting} is {text!r}, which is no port. To mend: give a number from 1 to 65535, or unset it."
        )
    return int(text)
