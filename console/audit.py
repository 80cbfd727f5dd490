"""`outbound audit …`: who did what, all of it as a file, and whether it is whole."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import msgspec
import typer

from console.command_context import AsJson, client_of, screen
from console.exit_codes import CommandFailed, Exit
from console.kept_file import keep
from domain.audit_chain import BEGINNING, Break, ChainedAct, Flaw, Link, link

app = typer.Typer(no_args_is_help=True, help="Who did what, and whether the log of it is whole.")

_COLUMNS: Final = ("seq", "at", "actor", "action", "subject", "network", "detail")
_APART: Final = {"broken", "head"}  # told below, in words and for copying
_SAYS: Final = {
    Flaw.CHANGED: "the entry was changed",
    Flaw.TORN: "the entry, or the one before it, was changed or is another",
    Flaw.MISSING: "the entry is missing",
    Flaw.REPEATED: "an entry stands where another one stood",
    Flaw.OUTSIDE: "an entry was put in from outside",
    Flaw.CUT_OFF: "the log once went further; its end was cut off",
    Flaw.HEAD_DIFFERS: "the log's end is not what is kept of it",
    Flaw.SEAL_REFUSED: "its seal was made by none of the keys",
    Flaw.SEALED_OTHERWISE: "another entry stood here when it was sealed",
    Flaw.CUT_REFUSED: "the log is said to begin behind it, by none of the keys",
    Flaw.CUT_UNTOLD: "the log begins behind it, and no entry tells that it was cut off",
    Flaw.KNOWN_OTHERWISE: "another entry stood here when its hash was written down",
}


@app.command("list")
def list_acts(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The newest acts."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/audit-log", limit), _COLUMNS)


@app.command()
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Where to keep it.")],
    since: Annotated[str | None, typer.Option(help="From this moment on, with its zone.")] = None,
    until: Annotated[str | None, typer.Option(help="Until before this moment.")] = None,
    as_json: AsJson = False,
) -> None:
    """Keep the log as a file: a line of JSON for each act, oldest first, with its hashes."""
    told = {name: value for name, value in (("since", since), ("until", until)) if value is not None}
    with client_of(context) as api:
        keep(api.download(f"/api/audit-log/export?{urlencode(told)}"), file)
    screen(as_json).record({"file": str(file)})


@app.command()
def verify(
    context: typer.Context,
    known: Annotated[str | None, typer.Option(help="SEQ:HASH, as an earlier verification told it.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="An exported file instead; its chain, without seals."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look at every entry; ends with 1 at the first place where the log does not hold."""
    if file is not None:
        found = _of_file(file)
    else:
        with client_of(context) as api:
            found = api.get("/api/audit-log/verification", known=known)
    output, broken = screen(as_json), found["broken"]
    output.record(found if as_json else {name: value for name, value in found.items() if name not in _APART})
    if broken is not None:
        entry = "" if broken["act_id"] is None else f" (act {broken['act_id']})"
        output.say(f"It does not hold at place {broken['seq']}{entry}: {_SAYS[broken['flaw']]}.")
        raise typer.Exit(Exit.REFUSED)
    if not as_json:
        output.say("Write the head down elsewhere; later --known takes it:")
        output.address(found["head"])


class _Line(msgspec.Struct):
    """One line of an export; detail as it stands there, byte for byte."""

    account_id: str
    seq: int
    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    network: str
    detail: msgspec.Raw
    previous_hash: str
    hash: str

    def act(self) -> ChainedAct:
        own = {name: getattr(self, name) for name in self.__struct_fields__}
        hashes = {name: bytes.fromhex(own[name]) for name in ("previous_hash", "hash")}
        return ChainedAct(**(own | hashes | {"detail": bytes(self.detail).decode()}))


def _of_file(file: Path) -> dict[str, Any]:
    """The same as the API tells, of an exported file. Raises CommandFailed."""
    stands = None
    try:
        with file.open("rb") as lines:
            for act in _acts(lines, file):
                # A part of the log is followed from where it begins.
                stands = stands or Link((act.seq or 1) - 1, act.previous_hash or b"")
                found = link(stands, act)
                if isinstance(found, Break):
                    broken = {"flaw": found.flaw, "seq": found.seq, "act_id": found.act_id}
                    return {"is_whole": False, "broken": broken}
                stands = found
    except OSError as error:
        raise CommandFailed(Exit.USAGE, f"{file} cannot be read: {error.strerror}.") from error
    end = stands or BEGINNING
    return {"is_whole": True, "broken": None, "head": f"{end.seq}:{end.hash.hex()}"}


def _acts(lines: Iterable[bytes], file: Path) -> Iterator[ChainedAct]:
    for number, line in enumerate(lines, start=1):
        try:
            yield msgspec.json.decode(line, type=_Line).act()
        except (msgspec.MsgspecError, ValueError) as error:
            raise CommandFailed(
                Exit.USAGE, f"{file} is no exported audit log: line {number} cannot be read."
            ) from error
