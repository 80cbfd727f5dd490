"""`outbound retention …`: for how long what is kept, what would go now, and what went."""

from typing import Annotated, Any, Final

import typer

from console.client import ApiClient, Record
from console.command_context import AsJson, client_of, screen
from console.screen import Screen

app = typer.Typer(no_args_is_help=True, help="For how long what is kept, and what goes when that is over.")

_PLAN: Final = ("data_class", "store", "due", "bytes", "oldest_at", "held", "in_use")
_RUNS: Final = ("id", "asked_by", "created_at", "finished_at")
_RECEIPT: Final = ("data_class", "store", "gone", "held", "in_use", "left")
_LAWS: Final = ("country", "data_class", "since", "at_least", "source")
_EDITED: Final = ("is_on", "content_days", "evidence_days", "audit_days", "countries")


@app.command()
def show(context: typer.Context, as_json: AsJson = False) -> None:
    """The account's times in days, and the laws that demand longer ones."""
    with client_of(context) as api:
        _show(screen(as_json), api.get("/api/retention"), as_json=as_json)


@app.command()
def plan(context: typer.Context, as_json: AsJson = False) -> None:
    """What would go now, store by store; nothing is changed."""
    with client_of(context) as api:
        found = api.get("/api/retention/plan")
    shown = screen(as_json)
    if as_json:
        shown.record(found)
        return
    shown.rows(
        [line for line in found["lines"] if any(line[name] for name in ("due", "held", "in_use"))], _PLAN
    )
    shown.say("Turn it on after you saw this:")
    shown.say(f"outbound retention on --plan-seen {found['plan']}")


@app.command("set")
def set_times(
    context: typer.Context,
    content: Annotated[int | None, typer.Option(min=1, help="Days of what people are and said.")] = None,
    evidence: Annotated[int | None, typer.Option(min=1, help="Days of that they were called.")] = None,
    audit: Annotated[int | None, typer.Option(min=1, help="Days of the audit log.")] = None,
    country: Annotated[str | None, typer.Option(help="Only of people there: its ISO code.")] = None,
    as_json: AsJson = False,
) -> None:
    """Store other times. Retention is off then, until you saw the plan and turn it on."""
    with client_of(context) as api:
        kept = _kept(api)
        if country is None:
            told = {"content_days": content, "evidence_days": evidence, "audit_days": audit}
            kept |= {name: days for name, days in told.items() if days is not None}
        else:
            own: dict[str, Any] = dict(kept["countries"].get(country.upper(), {}))
            told = {"content_days": content, "evidence_days": evidence}
            own |= {name: days for name, days in told.items() if days is not None}
            kept["countries"] = {**kept["countries"], country.upper(): own}
        changed = api.put("/api/retention", kept | {"is_on": False})
        _show(screen(as_json), changed, as_json=as_json)


@app.command()
def on(
    context: typer.Context,
    plan_seen: Annotated[str, typer.Option(help="The plan you saw, as `retention plan` calls it.")],
    as_json: AsJson = False,
) -> None:
    """Delete from now on, each night, what is older than its time."""
    with client_of(context) as api:
        changed = api.put("/api/retention", _kept(api) | {"is_on": True, "plan_seen": plan_seen})
        _show(screen(as_json), changed, as_json=as_json)


@app.command()
def off(context: typer.Context, as_json: AsJson = False) -> None:
    """Delete nothing more by age; a run that goes on stops."""
    with client_of(context) as api:
        _show(screen(as_json), api.put("/api/retention", _kept(api) | {"is_on": False}), as_json=as_json)


@app.command()
def run(context: typer.Context, as_json: AsJson = False) -> None:
    """Have what is over go now; `retention runs` has the receipt."""
    with client_of(context) as api:
        screen(as_json).record(api.post("/api/retention/runs", spends=True))


@app.command()
def runs(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 20, as_json: AsJson = False
) -> None:
    """The newest runs, and what went by the last one that is over."""
    with client_of(context) as api:
        found = api.pages("/api/retention/runs", limit)
    shown = screen(as_json)
    if as_json:
        shown.rows(found, _RUNS)
        return
    shown.rows(found, _RUNS)
    receipt = next((each["receipt"] for each in found if each["receipt"] is not None), None)
    if receipt is not None:
        shown.rows([line for line in receipt["lines"] if any(line[name] for name in _RECEIPT[2:])], _RECEIPT)
        for note in receipt["notes"]:
            shown.say(note)


def _kept(api: ApiClient) -> Record:
    found = api.get("/api/retention")
    return {name: found[name] for name in _EDITED}


def _show(shown: Screen, found: Record, *, as_json: bool) -> None:
    if as_json:
        shown.record(found)
        return
    shown.record({name: found[name] for name in _EDITED})
    shown.rows(found["laws"], _LAWS)
