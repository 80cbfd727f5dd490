"""`outbound campaigns …`"""

import time
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.live import Live

from console import completion, parts
from console.campaign_view import campaign_view
from console.client import ApiClient, Record
from console.command_context import AsJson, client_of, screen
from console.screen import Screen

app = typer.Typer(no_args_is_help=True, help="Make, launch and watch campaigns.")

_COLUMNS: Final = ("id", "name", "state", "created_at", "started_at")
_PLAN: Final = ("purpose", "window", "ring_seconds", "longest_call_seconds", "caps")  # the rest with --json
_OVER: Final = ("completed", "cancelled")
CampaignId = Annotated[
    str, typer.Argument(help="The campaign's id, camp_…", autocompletion=completion.campaigns)
]


@app.command()
def create(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="What people call it.")],
    script: Annotated[str | None, typer.Option(help="Script or version id.")] = None,
    script_file: Annotated[Path | None, typer.Option(help="A script as YAML or JSON.")] = None,
    agent: Annotated[str | None, typer.Option(help="Agent id; not needed if there is one.")] = None,
    trunk: Annotated[str | None, typer.Option(help="Trunk id; not needed if there is one.")] = None,
    region: Annotated[str | None, typer.Option(help="ISO country of numbers written without one.")] = None,
    plan: Annotated[Path | None, typer.Option(help="The plan as YAML or JSON.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a draft."""
    with client_of(context) as api:
        body: Record = {
            "name": name,
            "default_region": region,
            "plan": parts.read_document(plan) if plan else {},
            **parts.means(api, script, script_file, agent, trunk),
        }
        screen(as_json).record(api.post("/api/campaigns", body, spends=True))


@app.command("list")
def list_campaigns(
    context: typer.Context,
    state: Annotated[str | None, typer.Option(help="Only those in this state.")] = None,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest campaigns."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/campaigns", limit, state=state), _COLUMNS)


@app.command()
def show(context: typer.Context, campaign: CampaignId, as_json: AsJson = False) -> None:
    """One campaign with its figures and its preflight."""
    with client_of(context) as api:
        found = api.get(f"/api/campaigns/{campaign}")
        found["metrics"] = api.get(f"/api/campaigns/{campaign}/metrics")
        found["preflight"] = _preflight(api, campaign)
        if not as_json:
            found["plan"] = {name: found["plan"][name] for name in _PLAN}
            # Leads that are held until somebody looks at them are counted beside it under the same name.
            found["metrics"]["calls_to_review"] = found["metrics"].pop("needs_review")
        screen(as_json).record(found)


@app.command()
def launch(
    context: typer.Context,
    campaign: CampaignId,
    watch_it: Annotated[bool, typer.Option("--watch", help="Stay and show what happens.")] = False,
    as_json: AsJson = False,
) -> None:
    """Begin to call the leads."""
    with client_of(context) as api:
        out = screen(as_json)
        out.say(_preflight(api, campaign))
        started = api.post(f"/api/campaigns/{campaign}/start", spends=True)
        if watch_it:
            _watch(api, campaign, out)
        else:
            out.record(started)


@app.command()
def watch(context: typer.Context, campaign: CampaignId, as_json: AsJson = False) -> None:
    """Show what happens until the campaign is over; Ctrl-C ends the watching alone."""
    with client_of(context) as api:
        _watch(api, campaign, screen(as_json))


def _preflight(api: ApiClient, campaign: str) -> str:
    """Whom the campaign would call, and what its calls would have to do without."""
    found = api.get(f"/api/campaigns/{campaign}/preflight")
    return " ".join([found["sentence"], *found["warnings"]])


def _watch(api: ApiClient, campaign: str, out: Screen) -> None:
    """JSON: one line whenever something changed."""
    before: Record = {}
    with Live(console=out.err, refresh_per_second=4, transient=False) as live:
        while True:
            found = api.get(f"/api/campaigns/{campaign}")
            numbers = api.get(f"/api/campaigns/{campaign}/metrics")
            now = {"state": found["state"], **numbers}
            if out.as_json and now != before:
                out.line(now)
            if not out.as_json:
                live.update(campaign_view(found, numbers))
            if found["state"] in _OVER:
                return
            before = now
            time.sleep(1)


@app.command()
def pause(context: typer.Context, campaign: CampaignId, as_json: AsJson = False) -> None:
    """Begin no further call; calls under way end by themselves."""
    _act(context, campaign, "pause", as_json)


@app.command()
def resume(context: typer.Context, campaign: CampaignId, as_json: AsJson = False) -> None:
    """Go on after a pause."""
    _act(context, campaign, "resume", as_json)


@app.command()
def cancel(context: typer.Context, campaign: CampaignId, as_json: AsJson = False) -> None:
    """End the campaign for good; live calls are hung up."""
    _act(context, campaign, "cancel", as_json)


def _act(context: typer.Context, campaign: str, action: str, as_json: bool) -> None:
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/campaigns/{campaign}/{action}"))


@app.command()
def pace(
    context: typer.Context,
    campaign: CampaignId,
    window: Annotated[int, typer.Argument(min=1, help="Calls that may be due at once.")],
    as_json: AsJson = False,
) -> None:
    """Change how many calls may be due at once."""
    with client_of(context) as api:
        screen(as_json).record(api.put(f"/api/campaigns/{campaign}/pace", {"window": window}))
