"""What every command needs: where the API is, with which key, and how to print."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.client import Address, ApiClient
from console.exit_codes import CommandFailed, Exit
from console.screen import Screen

if TYPE_CHECKING:
    from local.running_note import RunningSystem

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@dataclass(frozen=True, slots=True)
class Setting:
    """The options that stand before the command."""

    home: Path
    url: str | None
    key: str | None

    def address(self) -> Address:
        """Where the API is: as told, else the local system that runs in the home folder. Raises CommandFailed."""
        running = None if self.url and self.key else _running(self.home)
        url = self.url or (running and running.addresses.get("api"))
        key = self.key or (running and running.api_key)
        if not url or not key:
            raise CommandFailed(
                Exit.UNREACHABLE,
                f"No system runs in {self.home.absolute()}.",
                "Start one with `outbound up --simulate`, or set OUTBOUND_URL and OUTBOUND_API_KEY.",
            )
        return Address(url, key)


def _running(home: Path) -> "RunningSystem | None":
    from local.running_note import running_system  # not needed where address and key are told

    return running_system(home)


def setting_of(context: typer.Context) -> Setting:
    """The options of this run."""
    setting = context.find_object(Setting)
    assert setting is not None
    return setting


def client_of(context: typer.Context) -> ApiClient:
    """A client of the API. Raises CommandFailed."""
    return ApiClient(setting_of(context).address())


def screen(as_json: bool) -> Screen:
    """Where the result goes."""
    return Screen(as_json=as_json)
