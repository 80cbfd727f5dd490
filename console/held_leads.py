"""`outbound leads add`, `mend` and `mend-all`: one lead more, and held ones put right."""

from typing import Annotated, Any, Final

import typer

from console import completion
from console.client import Record
from console.command_context import AsJson, client_of, screen
from console.exit_codes import CommandFailed, Exit

_COLUMNS: Final = (
    "id",
    "state",
    "number",
    "name",
    "rules",
    "zones",
    "review",
    "review_message",
    "whereabouts",
)
_PLACES: Final = ("timezone", "country", "state", "postcode")
Campaign = Annotated[str, typer.Option(help="The campaign's id.", autocompletion=completion.campaigns)]
Place = Annotated[str | None, typer.Option(help="As a list writes it.")]
Values = Annotated[list[str] | None, typer.Option("--var", help="name=value of a variable.")]


def add(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="The number, best with + and country code.")],
    campaign: Campaign,
    name: Annotated[str, typer.Option(help="The person's name.")] = "",
    email: Annotated[str, typer.Option(help="The person's address.")] = "",
    timezone: Place = None,
    country: Place = None,
    state: Place = None,
    postcode: Place = None,
    values: Values = None,
    consents: Annotated[str, typer.Option(help="express, written.")] = "",
    region: Annotated[str | None, typer.Option(help="ISO country of a number without one.")] = None,
    rules: Annotated[str, typer.Option(help='"simulation" for a rehearsal.')] = "",
    as_json: AsJson = False,
) -> None:
    """Add one lead to a campaign, as a file of one row would, and commit it."""
    body: Record = {
        "number": number,
        "name": name,
        "email": email,
        "consents": consents,
        "rules": rules,
        "variables": _pairs(values),
        **_places(timezone, country, state, postcode),
        **({"default_region": region} if region else {}),
    }
    with client_of(context) as api:
        added = api.post(f"/api/campaigns/{campaign}/leads", body, spends=True)
    screen(as_json).record(added if as_json else _shown(added["lead"]))


def mend(
    context: typer.Context,
    lead_id: Annotated[str, typer.Argument(help="The lead's id, lead_…")],
    timezone: Place = None,
    country: Place = None,
    state: Place = None,
    postcode: Place = None,
    name: Annotated[str | None, typer.Option(help="The person's name.")] = None,
    email: Annotated[str | None, typer.Option(help="The person's address.")] = None,
    values: Values = None,
    as_json: AsJson = False,
) -> None:
    """Put a held lead right; it goes on when nothing holds it any more."""
    body = _mending(timezone, country, state, postcode, name, email, values)
    with client_of(context) as api:
        mended = api.patch(f"/api/leads/{lead_id}", body)
    screen(as_json).record(mended if as_json else _shown(mended))


def mend_all(
    context: typer.Context,
    campaign: Campaign,
    review: Annotated[str, typer.Option(help="The reason they are held for, as the report says it.")],
    where: Annotated[
        list[str] | None, typer.Option(help="Only rows that say this: country=Merica, state=…")
    ] = None,
    timezone: Place = None,
    country: Place = None,
    state: Place = None,
    postcode: Place = None,
    name: Annotated[str | None, typer.Option(help="The persons' name.")] = None,
    email: Annotated[str | None, typer.Option(help="The persons' address.")] = None,
    values: Values = None,
    as_json: AsJson = False,
) -> None:
    """Put all leads of a campaign right that are held for one reason."""
    body = {
        "review": review,
        "where": _pairs(where),
        "mend": _mending(timezone, country, state, postcode, name, email, values),
    }
    with client_of(context) as api:
        screen(as_json).record(api.post(f"/api/campaigns/{campaign}/leads/mend", body))


def _mending(
    timezone: str | None,
    country: str | None,
    state: str | None,
    postcode: str | None,
    name: str | None,
    email: str | None,
    values: list[str] | None,
) -> Record:
    said: Record = _places(timezone, country, state, postcode)
    said |= {key: value for key, value in (("name", name), ("email", email)) if value is not None}
    if values:
        said["variables"] = _pairs(values)
    if not said:
        raise CommandFailed(
            Exit.USAGE, "Nothing is to be put right.", "Say what: --country US, --var city=Reno."
        )
    return said


def _places(*said: str | None) -> Record:
    return {name: value for name, value in zip(_PLACES, said, strict=True) if value is not None}


def _pairs(texts: list[str] | None) -> dict[str, str]:
    found = {}
    for text in texts or []:
        name, equals, value = text.partition("=")
        if not equals:
            raise CommandFailed(Exit.USAGE, f"{text} names no value.", "Write name=value.")
        found[name] = value
    return found


def _shown(lead: Any) -> Record:
    return {name: lead[name] for name in _COLUMNS if lead[name] not in ("", None, [], {})}
