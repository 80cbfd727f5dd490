"""`outbound dnc …`: numbers nobody may call."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console.command_context import AsJson, client_of, screen
from console.exit_codes import Exit
from console.parts import mapping_of

app = typer.Typer(no_args_is_help=True, help="Numbers that must not be contacted; effective at once.")

_COLUMNS: Final = ("id", "number", "channel", "source", "said_at", "words", "attempt_id", "created_at")
Channel = Annotated[str, typer.Option(help="all, voice or sms.")]
Region = Annotated[str | None, typer.Option(help="ISO country of numbers without one.")]


@app.command()
def add(
    context: typer.Context,
    numbers: Annotated[list[str], typer.Argument(help="Numbers, best with + and country code.")],
    channel: Channel = "all",
    region: Region = None,
    as_json: AsJson = False,
) -> None:
    """Put numbers on the list."""
    body = {"numbers": numbers, "channel": channel, "default_region": region}
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/dnc", body))


@app.command("list")
def list_numbers(
    context: typer.Context,
    number: Annotated[str | None, typer.Option(help="Only this number's entries.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest entries."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/dnc", limit, number=number), _COLUMNS)


@app.command()
def remove(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(help="The entry's id, sup_…")],
    as_json: AsJson = False,
) -> None:
    """Take an entry off the list."""
    with client_of(context) as api:
        api.delete(f"/api/dnc/{entry}")
        screen(as_json).record({"removed": entry})


@app.command("import")
def import_numbers(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="CSV or workbook (.xlsx) with a header; gzip too."),
    ],
    channel: Channel = "all",
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="number=COLUMN, if it is not guessed.")
    ] = None,
    region: Region = None,
    sheet: Annotated[str, typer.Option(help="Of a workbook; else the first with rows.")] = "",
    as_json: AsJson = False,
) -> None:
    """Put a file's numbers on the list; ends with 1 if there are rows that could not be read."""
    form = {
        "channel": channel,
        "sheet": sheet,
        "mapping": mapping_of(mapping or []),
        **({"default_region": region} if region else {}),
    }
    with client_of(context) as api, file.open("rb") as content:
        imported = api.upload("/api/dnc/imports", content, file.name, form)
    screen(as_json).record(imported)
    if imported["rejected"]:
        raise typer.Exit(Exit.REFUSED)
