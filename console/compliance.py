"""`outbound compliance …`: why somebody may or may not be contacted, and the rules by which."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
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


@app.command()
def abandonment(
    context: typer.Context,
    campaign: Annotated[str, typer.Argument(help="A campaign's id, camp_…")],
    as_json: AsJson = False,
) -> None:
    """How many answered calls of a campaign had no word of ours in time, and what follows from it."""
    with client_of(context) as api:
        found = api.get(f"/api/campaigns/{campaign}/abandonment")
    out = screen(as_json)
    if as_json:
        out.json(found)
        return
    out.say(found["sentence"])
    limit = found["limit"] or {"rule": "none", "source": ""}
    out.grid(
        [
            ("standing", found["standing"]),
            ("calls due at once", shown(found["window"])),
            ("counts from", f"{found['least_calls']} answered calls, in {found['days']} days"),
            ("the whole account", f"{found['account']['abandoned']} of {found['account']['answered']}"),
            ("rule", limit["rule"]),
            ("", limit["source"]),
        ]
    )


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


rules = typer.Typer(no_args_is_help=True, help="Rule packs, and your own stricter versions of them.")
app.add_typer(rules, name="rules")
_PACKS: Final = ("name", "rule_set", "revision", "editable", "countries", "source")
_VERSIONS: Final = (
    "revision",
    "version",
    "valid_from",
    "in_force",
    "less_strict",
    "less_strict_because",
    "created_by",
)
PackName = Annotated[str, typer.Argument(help="The pack's name, such as us.")]


@rules.command("list")
def list_rules(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1)] = 50, as_json: AsJson = False
) -> None:
    """The rule packs as they hold for you now."""
    with client_of(context) as api:
        screen(as_json).rows(api.pages("/api/rule-packs", limit), _PACKS)


@rules.command("show")
def show_rules(
    context: typer.Context,
    pack: PackName,
    revision: Annotated[int | None, typer.Option(min=1, help="Of your own versions, this one.")] = None,
    as_json: AsJson = False,
) -> None:
    """A rule pack's text, which a file of your own begins with, and your versions of it."""
    path = f"/api/rule-packs/{pack}" + ("" if revision is None else f"/versions/{revision}")
    with client_of(context) as api:
        found = api.get(path)
    out = screen(as_json)
    if as_json:
        out.json(found)
        return
    for title, field in (("shipped", "shipped_text"), ("your own", "own_text"), ("your own", "text")):
        if found.get(field):
            out.heading(title)
            for line in found[field].splitlines():
                out.say(line)
    out.rows(found.get("versions", [found]), _VERSIONS, "versions of your own")


@rules.command()
def put(
    context: typer.Context,
    pack: PackName,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The whole pack as TOML.")],
    less_strict_because: Annotated[
        str | None, typer.Option(help="On which ground it may be less strict, and who answers for that.")
    ] = None,
    valid_from: Annotated[str | None, typer.Option(help="A moment ahead; at once if not told.")] = None,
    as_json: AsJson = False,
) -> None:
    """Store a new version of your own; it binds the next decision. Where it is less strict than the shipped one it is refused."""
    body = {
        "text": file.read_text(encoding="utf-8"),
        "less_strict_because": less_strict_because,
        "valid_from": valid_from,
    }
    with client_of(context) as api:
        added = api.post(f"/api/rule-packs/{pack}/versions", body, spends=True)
    out = screen(as_json)
    if as_json:
        out.json(added)
    else:
        out.record({name: value for name, value in added.items() if name != "text"})
