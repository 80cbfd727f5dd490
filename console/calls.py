"""`outbound calls …`"""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

import typer

from console import completion, parts
from console.call_story import tell
from console.client import Record
from console.command_context import AsJson, client_of, screen
from console.exit_codes import CommandFailed, Exit
from console.kept_file import keep
from console.live_events import live_events

app = typer.Typer(no_args_is_help=True, help="Place, schedule and look at single calls.")

_COLUMNS: Final = ("id", "number", "name", "state", "result", "outcome", "attempts", "next_attempt_at", "why")
_LIKE_THIS: Final = "Write it like 2027-01-15T16:30:00+01:00, or with Z for UTC."
_EVENT: Final = ("seq", "occurred_at", "kind", "call_id", "detail")
CallId = Annotated[str, typer.Argument(help="The call's id, call_…", autocompletion=completion.calls)]
Number = Annotated[str, typer.Argument(help="The number, best with + and country code.")]
Name = Annotated[str, typer.Option(help="The person's name.")]
Script = Annotated[str | None, typer.Option(help="Script or version id.")]
ScriptFile = Annotated[Path | None, typer.Option(help="A script as YAML or JSON.")]
Agent = Annotated[str | None, typer.Option(help="Agent id; not needed if there is one.")]
Trunk = Annotated[str | None, typer.Option(help="Trunk id; not needed if there is one.")]
Region = Annotated[str | None, typer.Option(help="ISO country of a number without one.")]
Variables = Annotated[list[str] | None, typer.Option("--var", help="A script's variable: name=value.")]
Rules = Annotated[str, typer.Option(help='"simulation" for a rehearsal in the simulated world.')]


@app.command()
def place(
    context: typer.Context,
    number: Number,
    name: Name = "",
    script: Script = None,
    script_file: ScriptFile = None,
    agent: Agent = None,
    trunk: Trunk = None,
    region: Region = None,
    variables: Variables = None,
    rules: Rules = "",
    queue: Annotated[bool, typer.Option("--queue", help="Wait for a line if none is free.")] = False,
    as_json: AsJson = False,
) -> None:
    """Call somebody now."""
    with client_of(context) as api:
        body = {
            **_person(number, name, region, variables, rules),
            **parts.means(api, script, script_file, agent, trunk),
            "queue": queue,
        }
        screen(as_json).record(api.post("/api/calls/outbound", body, spends=True))


@app.command()
def schedule(
    context: typer.Context,
    number: Number,
    at: Annotated[str, typer.Option(help="When, with a zone: 2027-01-15T16:30:00+01:00")],
    name: Name = "",
    script: Script = None,
    script_file: ScriptFile = None,
    agent: Agent = None,
    trunk: Trunk = None,
    region: Region = None,
    variables: Variables = None,
    rules: Rules = "",
    as_json: AsJson = False,
) -> None:
    """Call somebody at a chosen moment."""
    with client_of(context) as api:
        body = {
            "at": _moment(at),
            **_person(number, name, region, variables, rules),
            **parts.means(api, script, script_file, agent, trunk),
        }
        screen(as_json).record(api.post("/api/calls/outbound/schedule", body, spends=True))


def _person(number: str, name: str, region: str | None, variables: list[str] | None, rules: str) -> Record:
    return {
        "to": number,
        "name": name,
        "default_region": region,
        "variables": dict(_pair(text) for text in variables or []),
        "rules": rules,
    }


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise CommandFailed(Exit.USAGE, f"--var {name} has no value.", "Write it as --var name=value.")
    return name, value


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandFailed(Exit.USAGE, "--at is no moment.", _LIKE_THIS) from error
    if moment.tzinfo is None:
        raise CommandFailed(Exit.USAGE, "--at names no time zone.", _LIKE_THIS)
    return moment.isoformat()


@app.command("list")
def list_calls(
    context: typer.Context,
    campaign: Annotated[str | None, typer.Option(help="Only this campaign's calls.")] = None,
    state: Annotated[str | None, typer.Option(help="Only those in this state.")] = None,
    outcome: Annotated[str | None, typer.Option(help="Only those with this outcome.")] = None,
    sentiment: Annotated[str | None, typer.Option(help="Only those that people took like this.")] = None,
    scheduled: Annotated[
        bool, typer.Option("--scheduled", help="Those that wait for a moment that was chosen, callbacks too.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest calls."""
    if scheduled and (campaign or state or outcome or sentiment):
        raise CommandFailed(
            Exit.USAGE, "--scheduled goes with no other filter.", "Leave the others out, or --scheduled."
        )
    path = f"/api/campaigns/{campaign}/calls" if campaign else "/api/calls"
    with client_of(context) as api:
        if scheduled:
            found = api.pages("/api/scheduled-calls", limit)
        else:
            found = api.pages(path, limit, state=state, outcome=outcome, sentiment=sentiment)
        screen(as_json).rows(found, _COLUMNS)


@app.command()
def show(context: typer.Context, call: CallId, as_json: AsJson = False) -> None:
    """One call: what the person answered, its attempts and decisions, and what was said."""
    with client_of(context) as api:
        found = api.get(f"/api/calls/{call}")
        found["attempts"] = api.get(f"/api/calls/{call}/attempts")
        found["decisions"] = api.get(f"/api/calls/{call}/decisions")
        found["conversations"] = api.get(f"/api/calls/{call}/transcript")["conversations"]
    out = screen(as_json)
    if as_json:
        out.json(found)
    else:
        tell(out, found)


@app.command()
def recording(
    context: typer.Context,
    call: CallId,
    attempt: Annotated[int, typer.Option(min=1, help="Which attempt's.")] = 1,
    out: Annotated[Path | None, typer.Option(help="The file; ATTEMPT.wav where you are otherwise.")] = None,
    as_json: AsJson = False,
) -> None:
    """Fetch the recording of an attempt: a WAV, the person left, the agent right."""
    with client_of(context) as api:
        found = api.get(f"/api/calls/{call}/attempts/{attempt}/recording")
        file = out or Path(f"{found['attempt_id']}.wav")
        if file.exists():
            raise CommandFailed(Exit.USAGE, f"{file} is there already.", "Name another file with --out.")
        keep(api.download(urlsplit(found["url"]).path), file)
        record = {**found, "file": str(file)}
        screen(as_json).record(record if as_json else {n: v for n, v in record.items() if n != "url"})


@app.command()
def erase(context: typer.Context, call: CallId) -> None:
    """Delete for good what was said in a call: transcripts, answers, recordings and flight records. Its results stay."""
    with client_of(context) as api:
        api.delete(f"/api/calls/{call}/conversations")


@app.command()
def tail(
    context: typer.Context,
    call: Annotated[str | None, typer.Argument(help="Only this call's events.")] = None,
    campaign: Annotated[str | None, typer.Option(help="Only this campaign's events.")] = None,
    after: Annotated[int | None, typer.Option(help="Begin after this number.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show events as they happen; ends with Ctrl-C, or with the call."""
    topics = [f"call:{call}"] if call else [f"campaign:{campaign}"] if campaign else []
    with client_of(context) as api:
        for path in (call and f"/api/calls/{call}", campaign and f"/api/campaigns/{campaign}"):
            if path:
                api.get(path)  # what does not exist would be waited for without a word
        out = screen(as_json)
        start = 0 if call and after is None else after
        for event in live_events(api.address, topics, start):
            if as_json:
                out.line(event)
            else:
                out.event(event[name] for name in _EVENT if event[name])
            if call and event["kind"] == "call.closed":
                return


@app.command()
def cancel(
    context: typer.Context,
    call: CallId,
    reason: Annotated[str, typer.Option(help="For people.")] = "cancelled by the operator",
    as_json: AsJson = False,
) -> None:
    """End a call: a live leg is hung up, a waiting call is never made."""
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/calls/{call}/cancel", {"reason": reason}))


@app.command()
def reschedule(
    context: typer.Context,
    call: CallId,
    at: Annotated[str, typer.Option(help="When instead, with a zone.")],
    as_json: AsJson = False,
) -> None:
    """Choose another moment for a scheduled call."""
    with client_of(context) as api:
        screen(as_json).record(api.patch(f"/api/scheduled-calls/{call}", {"at": _moment(at)}))
