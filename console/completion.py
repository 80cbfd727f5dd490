"""What the shell offers where a command wants an id: those of the newest things of its kind, each with what it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typer

from console.client import ApiClient
from console.command_context import Setting
from console.exit_codes import CommandFailed

_NEWEST: Final = 100
Offers = list[tuple[str, str]]


def campaigns(context: typer.Context, incomplete: str) -> Offers:
    """Campaigns, with their names and states."""
    return list(_offers(context, incomplete, "/api/campaigns", ("name", "state")))


def calls(context: typer.Context, incomplete: str) -> Offers:
    """Calls, with their states and outcomes."""
    return list(_offers(context, incomplete, "/api/calls", ("state", "outcome")))


def connections(context: typer.Context, incomplete: str) -> Offers:
    """Connections, with their names and vendors."""
    return list(_offers(context, incomplete, "/api/connections", ("name", "vendor")))


def trunks(context: typer.Context, incomplete: str) -> Offers:
    """Trunks, with their names and caller numbers."""
    return list(_offers(context, incomplete, "/api/trunks", ("name", "caller_number")))


def users(context: typer.Context, incomplete: str) -> Offers:
    """People, with their addresses and roles."""
    return list(_offers(context, incomplete, "/api/users", ("email", "role")))


def webhook_endpoints(context: typer.Context, incomplete: str) -> Offers:
    """Programs that are told what happens, with their addresses."""
    return list(_offers(context, incomplete, "/api/webhook-endpoints", ("url", "description")))


def lead_hooks(context: typer.Context, incomplete: str) -> Offers:
    """Doors by which programs add leads, with their campaigns."""
    return list(_offers(context, incomplete, "/api/lead-hooks", ("campaign_id", "description")))


def keys(context: typer.Context, incomplete: str) -> Offers:
    """Keys, with their names and how they begin."""
    return list(_offers(context, incomplete, "/api/api-keys", ("name", "prefix")))


def _offers(
    context: typer.Context, incomplete: str, path: str, fields: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Nothing where the API does not answer: whoever presses a key waits for no explanation."""
    given = context.find_root().params
    try:
        with ApiClient(
            Setting(given.get("home") or Path(".outbound"), given.get("url"), given.get("key")).address()
        ) as api:
            found = api.pages(path, _NEWEST)
    except CommandFailed:
        return
    for each in found:
        if each["id"].startswith(incomplete):
            yield each["id"], ", ".join(str(each[field]) for field in fields if each[field])
