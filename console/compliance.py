"""`outbound compliance …`: why somebody may or may not be contacted."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Final

import typer

from console.client import Record
from console.command_context import AsJson, client_of, screen
from console.screen import Screen, shown

app = typer.Typer(no_args_is_help=True, help="Who may be contacted when, and by which rules.")

_HELD: Final = ("id", "channel", "source", "since", "campaign_id", "category", "expires_at")
_WISHED: Final = ("id", "kind", "source", "said_at", "hours", "writing", "every_days")


@app.command()
def explain(
    context: typer.Context,
    whom: Annotated[str, typer.Argument(metavar="LEAD", help="A lead's id, lead_…, or a call's, call_…")],
    channel: Annotated[str, typer.Option(help="voice or sms.")] = "voice",
    at: Annotated[str | None, typer.Option(help="A moment ahead, such as 2027-01-15T16:30:00+01:00.")] = None,
    as_json: AsJson = False,
) -> None:
    """Whether a person may be contacted now, by which rules with their sources, and when next."""
    noun = "calls" if whom.startswith("call_") else "leads"
    with client_of(context) as api:
        why = api.get(f"/api/{noun}/{whom}/contactability", channel=channel, at=at)
    out = screen(as_json)
    if as_json:
        out.json(why)
    else:
        _tell(out, why)


def _tell(out: Screen, why: Record) -> None:
    out.heading(f"{why['verdict']}: {why['lead_id']} by {why['channel']}, at {shown(why['at'])}")
    out.say(why["sentence"])
    out.grid([("rules", why["rule_set"]), ("next", _next(why))])
    for reason in why["reasons"]:
        out.heading(reason["code"])
        out.grid([("", reason["text"]), *(("", line) for line in _rules(reason))], indent=0)
    looked_at = why["looked_at"]
    out.heading("looked at")
    out.grid(_looked_at(looked_at), indent=2)
    for title, field, columns in (
        ("do-not-call entries", "do_not_call", _HELD),
        ("preferences", "preferences", _WISHED),
    ):
        if looked_at[field]:
            out.rows(looked_at[field], columns, title)


def _next(why: Record) -> str:
    if why["next_at"] is None:
        return "never, until what refuses is mended"
    return "now" if why["verdict"] == "allow" else shown(why["next_at"])


def _rules(reason: Record) -> Iterator[str]:
    for rule in reason["rules"]:
        yield f"by {rule['name']}: {rule['source']}"


def _looked_at(looked_at: Record) -> Iterator[tuple[str, str]]:
    yield "call", f"{shown(looked_at['call_id'])} {looked_at['call_state'] or 'not planned yet'}"
    yield "campaign", f"{looked_at['campaign_state'] or 'none'}, for a {looked_at['purpose']}"
    yield "rules", " ".join(filter(None, [looked_at["rules"], looked_at["state"]])) or "none are known"
    for zone in looked_at["zones"]:
        clock = datetime.fromisoformat(zone["local_time"])
        yield zone["zone"], f"{clock:%a %d %b %H:%M}, that day {', '.join(zone['hours']) or 'closed'}"
    for day in looked_at["closed_days"]:
        yield "closed on", f"{day['on']}, by {day['rule']['name']}"
    yield (
        "calls to the number",
        f"{looked_at['attempts_today']} on the day{_of(looked_at['attempts_allowed_today'])}",
    )
    yield "calls of the lead", f"{looked_at['attempts']}{_of(looked_at['attempts_allowed'])}"
    yield "last call", f"{shown(looked_at['last_attempt_at'])}, {_gap(looked_at['gap_seconds'])}"
    yield "waits for", shown(looked_at["not_before"])
    rests = f", by {looked_at['consent_id']}" if looked_at["consent_id"] else ""
    yield (
        "consent",
        f"{', '.join(looked_at['consents']) or 'none'}, needed: {shown(looked_at['consent_needed'])}{rests}",
    )


def _of(most: int | None) -> str:
    return ", without a limit" if most is None else f" of {most}"


def _gap(seconds: float | None) -> str:
    return "no gap is kept" if seconds is None else f"{seconds / 60:g} minutes apart at least"
