"""`outbound consents …`: what people agreed to be contacted for, and took back."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="What people agreed to, and took back; binds at once.")

_COLUMNS: Final = (
    *(
        "id",
        "number",
        "kind",
        "basis",
        "purposes",
        "channels",
        "holds",
        "at",
        "expires_at",
        "source",
        "text_id",
    ),
    "evidence",
)
_TEXT_COLUMNS: Final = ("id", "name", "version", "created_at", "text")
Number = Annotated[str, typer.Argument(help="A number, best with + and country code.")]
Purposes = Annotated[
    list[str] | None, typer.Option("--purpose", help="survey, service or marketing; once for each.")
]
Channels = Annotated[list[str] | None, typer.Option("--channel", help="voice or sms; once for each.")]
Evidence = Annotated[str, typer.Option(help="What proves it.")]
Given = Annotated[str | None, typer.Option("--at", help="When they said so, with its zone; else now.")]
Where = Annotated[str | None, typer.Option("--region", help="ISO country of a number without one.")]


@app.command()
def add(
    context: typer.Context,
    number: Number,
    basis: Annotated[str, typer.Option(help="express or written.")],
    purposes: Purposes = None,
    channels: Channels = None,
    text: Annotated[str | None, typer.Option(help="The words that they agreed to, ctext_…")] = None,
    at: Given = None,
    expires: Annotated[str | None, typer.Option(help="When it ends, with its zone.")] = None,
    evidence: Evidence = "",
    region: Where = None,
    as_json: AsJson = False,
) -> None:
    """Enter what a person agreed to."""
    body = {
        "number": number,
        "default_region": region,
        "basis": basis,
        "purposes": purposes or [],
        "channels": channels or [],
        "text_id": text,
        "given_at": at,
        "expires_at": expires,
        "evidence": evidence,
    }
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/consents", body))


@app.command()
def withdraw(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="A number, or the id of one consent, cons_…")],
    purposes: Purposes = None,
    channels: Channels = None,
    at: Given = None,
    evidence: Evidence = "",
    region: Where = None,
    as_json: AsJson = False,
) -> None:
    """Enter that a person takes back what they agreed to: for all purposes and channels, unless some are named."""
    said = {"withdrawn_at": at, "evidence": evidence}
    with client_of(context) as api:
        if number.startswith("cons_"):
            entered = api.post(f"/api/consents/{number}/withdrawal", said)
        else:
            named = {"purposes": purposes, "channels": channels}
            some = {name: each for name, each in named.items() if each}
            body = {"number": number, "default_region": region, **said, **some}
            entered = api.post("/api/consents/withdrawals", body)
        screen(as_json).record(entered)


@app.command("list")
def list_consents(
    context: typer.Context,
    number: Annotated[str | None, typer.Option(help="Only this number's.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The ledger, newest line first."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/consents", limit, number=number), _COLUMNS)


@app.command("add-text")
def add_text(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Of the form or the script, such as newsletter.")],
    file: Annotated[Path, typer.Argument(help="A file with the exact words.", exists=True, dir_okay=False)],
    as_json: AsJson = False,
) -> None:
    """Keep the words that people agree to, as the next version of the name."""
    body = {"name": name, "text": file.read_text(encoding="utf-8")}
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/consent-texts", body))


@app.command()
def texts(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The words that people agree to, newest first."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/consent-texts", limit), _TEXT_COLUMNS)
