"""`outbound leads …`"""

import json
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from console import completion, held_leads
from console.client import ApiClient, Record
from console.command_context import AsJson, client_of, screen
from console.kept_file import keep
from console.parts import mapping_of
from console.screen import Screen

app = typer.Typer(no_args_is_help=True, help="Import lead lists and look at leads.")

app.command()(held_leads.add)
app.command()(held_leads.mend)
app.command("mend-all")(held_leads.mend_all)
_GROUPS: Final = (
    ("refused", "rejected"),
    ("held, until somebody mends them (outbound leads mend)", "review"),
    ("duplicates", "duplicate"),
)
_REPORT: Final = ("code", "rows", "column", "cells", "message")
_COLUMNS: Final = ("id", "state", "number", "name", "rules", "zones", "review")
ImportId = Annotated[str, typer.Argument(help="The import's id, imp_…")]


@app.command("import")
def import_leads(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="CSV or workbook (.xlsx) with a header; gzip too."),
    ],
    campaign: Annotated[str, typer.Option(help="The campaign's id.", autocompletion=completion.campaigns)],
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="field=column; what is left out is guessed.")
    ] = None,
    region: Annotated[str | None, typer.Option(help="ISO country of numbers without one.")] = None,
    sheet: Annotated[str, typer.Option(help="Of a workbook; else the first with rows.")] = "",
    rules: Annotated[str, typer.Option(help='"simulation" for a rehearsal.')] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Discard an uncommitted upload.")] = False,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", help="An offered repair that is to be done.")
    ] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="The columns are right; ask nothing.")] = False,
    commit: Annotated[bool, typer.Option("--commit", help="Commit what is acceptable.")] = False,
    as_json: AsJson = False,
) -> None:
    """Upload a list, show what became of its rows, and commit it if told so."""
    form = {
        "campaign_id": campaign,
        "mapping": mapping_of(mapping or []),
        "rules": rules,
        "sheet": sheet,
        "accept": ",".join(accept or []),
        "confirm": str(confirm).lower(),
        "replace": str(replace).lower(),
        **({"default_region": region} if region else {}),
    }
    with client_of(context) as api:
        out = screen(as_json)
        report = _upload(api, file, form, out)
        if commit and not report["question"]:
            report |= api.post(f"/api/lead-imports/{report['id']}/commit", spends=True)
        _print_report(report, out)
        _say_what_is_next(report, out)


def _upload(api: ApiClient, file: Path, form: dict[str, str], out: Screen) -> Record:
    with file.open("rb") as content, ThreadPoolExecutor(1) as pool:
        upload = pool.submit(api.upload, "/api/lead-imports", content, file.name, form)
        if not out.as_json:
            _follow(api, form["campaign_id"], upload, out)
        report: Record = upload.result()
    return report


def _follow(api: ApiClient, campaign: str, upload: "Future[Any]", out: Screen) -> None:
    """Show how many rows are through; the API notes it after each chunk."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=out.err, transient=True) as progress:
        task = progress.add_task("uploading", total=None)
        while not upload.done():
            _wait(upload, 0.5)
            newest = [] if upload.done() else api.pages("/api/lead-imports", 1, campaign_id=campaign)
            if newest and newest[0]["state"] == "validating":
                progress.update(task, description=f"{newest[0]['rows']} rows checked")


def _wait(upload: "Future[Any]", seconds: float) -> None:
    done = threading.Event()
    upload.add_done_callback(lambda _: done.set())
    done.wait(seconds)


def _print_report(report: Record, out: Screen) -> None:
    if out.as_json:
        out.json(report)
        return
    lists = {name: report.get(name) or [] for name in ("problems", "repairs", "offers")}
    hidden = {*lists, "question", "reading"}
    out.record({name: value for name, value in report.items() if name not in hidden})
    for title, verdict in _GROUPS:
        found = [group for group in lists["problems"] if group["verdict"] == verdict]
        if found:
            out.rows(found, _REPORT, title)
    if lists["repairs"]:
        out.rows(lists["repairs"], _REPORT, "repaired")
    if lists["offers"]:
        offers = [{**group, "code": group["offer"]} for group in lists["offers"]]
        out.rows(offers, _REPORT, "could be repaired (import with --accept CODE)")


def _say_what_is_next(report: Record, out: Screen) -> None:
    question = report.get("question")
    if report["state"] == "staged":
        out.say(f"Nothing is committed yet. To commit: outbound leads commit {report['id']}")
    if not question:
        return
    out.say(question["message"])
    for sample in question["samples"]:
        out.say(f"  {sample['column']}: {' | '.join(sample['texts'])}")
    number = question["proposal"].get("number", "COLUMN")
    out.say(f"If another column is meant: outbound leads answer {report['id']} --map 'number={number}'")
    out.say(f"If it is right as it is:    outbound leads answer {report['id']} --confirm")


@app.command()
def answer(
    context: typer.Context,
    import_id: ImportId,
    confirm: Annotated[bool, typer.Option("--confirm", help="The columns are right.")] = False,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="field=column; what is left out is guessed.")
    ] = None,
    region: Annotated[str | None, typer.Option(help="ISO country of numbers without one.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Of a workbook, another one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Answer an upload that asks about its columns: confirm them, or have its file read in another way."""
    said = {
        "confirm": confirm or None,
        "mapping": json.loads(mapping_of(mapping)) if mapping else None,
        "default_region": region,
        "sheet": sheet,
    }
    body = {name: value for name, value in said.items() if value is not None}
    with client_of(context) as api:
        out = screen(as_json)
        report = api.post(f"/api/lead-imports/{import_id}/answer", body)
        _print_report(report, out)
        _say_what_is_next(report, out)


@app.command()
def commit(context: typer.Context, import_id: ImportId, as_json: AsJson = False) -> None:
    """Let an upload's accepted leads become part of the campaign."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/lead-imports/{import_id}/commit", spends=True))


@app.command()
def discard(context: typer.Context, import_id: ImportId, as_json: AsJson = False) -> None:
    """Forget an uncommitted upload's leads."""
    with client_of(context) as api:
        screen(as_json).record(api.delete(f"/api/lead-imports/{import_id}"))


@app.command()
def report(
    context: typer.Context,
    import_id: ImportId,
    output: Annotated[Path | None, typer.Option(help="Write the rows' problems here, as CSV.")] = None,
    as_json: AsJson = False,
) -> None:
    """What became of an upload's rows."""
    with client_of(context) as api:
        out = screen(as_json)
        _print_report(api.get(f"/api/lead-imports/{import_id}"), out)
        if output is not None:
            keep(api.download(f"/api/lead-imports/{import_id}/problems.csv"), output)
            out.say(f"The rows' problems are in {output}")


@app.command("list")
def list_leads(
    context: typer.Context,
    campaign: Annotated[str, typer.Option(help="The campaign's id.", autocompletion=completion.campaigns)],
    state: Annotated[str | None, typer.Option(help="Only those in this state.")] = None,
    review: Annotated[str | None, typer.Option(help="Only those held for this reason.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """A campaign's newest leads."""
    with client_of(context) as api:
        found = api.pages(f"/api/campaigns/{campaign}/leads", limit, state=state, review=review)
        screen(as_json).rows(found, _COLUMNS)
