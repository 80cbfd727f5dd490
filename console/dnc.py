"""`outbound dnc …`: numbers nobody may call."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console import dnc_lists
from console.command_context import AsJson, client_of, screen
from console.exit_codes import Exit
from console.parts import mapping_of

app = typer.Typer(no_args_is_help=True, help="Numbers that must not be contacted; effective at once.")
app.add_typer(dnc_lists.app, name="lists")

_COLUMNS: Final = (
    "id", "number", "channel", "campaign_id", "category", "expires_at", "source", "said_at", "words", "attempt_id",
    "added_by", "note", "created_at",
)  # fmt: skip
Channel = Annotated[str, typer.Option(help="all, voice or sms.")]
Region = Annotated[str | None, typer.Option(help="ISO country of numbers without one.")]
Campaign = Annotated[str | None, typer.Option(help="Only contacts of this campaign, camp_…")]
Category = Annotated[
    str | None, typer.Option(help="Only contacts for this purpose: survey, service or marketing.")
]
Until = Annotated[str | None, typer.Option(help="Until then, as 2027-01-15T16:30:00Z; else for good.")]
Note = Annotated[
    str, typer.Option(help="Where the numbers come from, or what else should stand beside them.")
]


@app.command()
def add(
    context: typer.Context,
    numbers: Annotated[list[str], typer.Argument(help="Numbers, best with + and country code.")],
    channel: Channel = "all",
    region: Region = None,
    campaign: Campaign = None,
    category: Category = None,
    until: Until = None,
    note: Note = "",
    as_json: AsJson = False,
) -> None:
    """Put numbers on the list."""
    body = {"numbers": numbers, "channel": channel, "default_region": region}
    body |= _limits(campaign, category, until, note)
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
    campaign: Campaign = None,
    category: Category = None,
    until: Until = None,
    note: Note = "",
    as_json: AsJson = False,
) -> None:
    """Put a file's numbers on the list; ends with 1 if there are rows that could not be read."""
    form = {
        "channel": channel,
        "sheet": sheet,
        "mapping": mapping_of(mapping or []),
        **({"default_region": region} if region else {}),
        **_limits(campaign, category, until, note),
    }
    with client_of(context) as api, file.open("rb") as content:
        imported = api.upload("/api/dnc/imports", content, file.name, form)
    screen(as_json).record(imported)
    if imported["rejected"]:
        raise typer.Exit(Exit.REFUSED)


def _limits(campaign: str | None, category: str | None, until: str | None, note: str) -> dict[str, str]:
    """Those that are given, and the note."""
    limits = {"campaign_id": campaign, "category": category, "expires_at": until, "note": note}
    return {name: limit for name, limit in limits.items() if limit}
