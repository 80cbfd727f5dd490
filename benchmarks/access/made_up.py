"""Every operation by every kind of credential, asked what was made up from the API's description: no failure, nothing that is not declared."""

import asyncio
from collections.abc import Mapping
from typing import Final

from benchmarks.access.people import signed_in
from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from domain.access import Role
from tests.api.made_up import made_up, may_be_asked, wrong_with
from tests.api.operations import OPERATIONS, Operation

EACH: Final = 9
_NOBODY: Final = "nobody"


async def measure(stage: Stage, say: Say) -> Measured:
    """Ask each operation some requests in each role, with a key and as nobody; two of three name what there is."""
    key = stage.api.headers["Authorization"].removeprefix("Bearer ")
    secrets: dict[str, str | None] = {_NOBODY: None, "key": key}
    for role in Role:
        secrets[role] = (await signed_in(stage, role)).access_token
    parts = await stage.parts(lines=1, calls_per_second=1)
    names = {
        "campaign_id": await stage.empty_campaign(parts),
        "user_id": (await signed_in(stage, Role.AGENT)).id,
    }
    names |= {name: parts[name] for name in ("agent_id", "trunk_id")}
    base_url = str(stage.api.base_url).split("/api")[0]
    asked = 0
    wrong: list[str] = []
    for number, operation in enumerate(OPERATIONS):
        count, found = await asyncio.to_thread(_ask, operation, number, base_url, secrets, names)
        asked, wrong = asked + count, wrong + found
    say(f"{asked} requests to {len(OPERATIONS)} operations")
    return Measured(
        [
            Figure("requests made up from the description", asked, "requests", 5000, "at least"),
            Figure("failures and undeclared answers", len(wrong), "", 0),
        ],
        {"wrong": wrong},
        wrong,
    )


def _ask(
    operation: Operation,
    number: int,
    base_url: str,
    secrets: Mapping[str, str | None],
    names: Mapping[str, str],
) -> tuple[int, list[str]]:
    """How many were asked, and what is wrong with their answers."""
    asked = 0
    wrong: list[str] = []
    for place, case in enumerate(made_up(operation, EACH * len(secrets), number)):
        who = list(secrets)[place % len(secrets)]
        if may_be_asked(operation, signed_in=who in set(Role)):
            asked += 1
            named = names if place % 3 else {}
            wrong += [
                f"as {who}: {each}" for each in wrong_with(case, operation, base_url, secrets[who], named)
            ]
    return asked, wrong
