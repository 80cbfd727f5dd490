"""Every route by every kind of credential: what gets through that must not."""

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from api.first_account import make_key
from benchmarks.access.people import signed_in
from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from database.sealing import KeyRing
from database.session import Database, engine_for
from domain.access import MAY, SEES_OWN_ONLY, Permission, Role
from domain.identifiers import SessionId, UserId
from startup.access_tokens import PURPOSE, AccessTokens
from tests.api.operations import KEYED, Operation

_OF_THE_SYSTEM: Final = ("DELETE", "/api/media/phrases")


async def measure(stage: Stage, say: Say) -> Measured:
    """Ask each route as nobody, by what is no longer good, in each role, and as somebody of another account."""
    names = await _ours(stage)
    leaks, cells = [], 0
    for who, secret in {**await _no_longer_good(stage), "nobody": ""}.items():
        for route in KEYED:
            cells += 1
            if await _status(stage, route, secret, names) != 401:
                leaks.append(f"{who}: {route.method} {route.path}")
    for role, route in itertools.product(Role, KEYED):
        token = (
            await signed_in(stage, role)
        ).access_token  # whoever signs out, or is disabled, is another one's
        cells += 1
        status = await _status(stage, route, token, names)
        if is_kept_from(role, route) and status not in (403, 404):
            leaks.append(f"{role}: {route.method} {route.path} {status}")
    stranger = await _other_account(stage)
    for route in KEYED:
        if "{" in route.path and "/provider-limits/" not in route.path:
            cells += 1
            status = await _status(stage, route, stranger, names)
            if 200 <= status < 300:
                leaks.append(f"another account: {route.method} {route.path} {status}")
    without = [route.path for route in KEYED if len(route.permissions) != 1]
    say(f"{cells} cells over {len(KEYED)} routes")
    return Measured(
        [
            Figure("cells of the matrix", cells, "cells", 500, "at least"),
            Figure("leaks", len(leaks), "", 0),
            Figure("routes without a permission", len(without), "", 0),
        ],
        {"leaks": leaks, "without": without},
        leaks,
    )


def is_kept_from(role: Role, route: Operation) -> bool:
    """Whether nobody in this role gets anything there, none of the named things being of their own campaigns."""
    names_one = "{campaign_id}" in route.path or "{call_id}" in route.path
    return (
        not set(route.permissions) <= MAY[role]
        or (role in SEES_OWN_ONLY and names_one)
        or (route.method, route.path) == _OF_THE_SYSTEM
    )


async def _status(stage: Stage, route: Operation, secret: str, names: Mapping[str, str]) -> int:
    url = str(stage.api.base_url).replace("/api/", "") + route.url(**names)
    headers = {"Authorization": f"Bearer {secret}"} if secret else {"Authorization": ""}
    return (await stage.api.request(route.method, url, json={}, headers=headers)).status_code


async def _ours(stage: Stage) -> dict[str, str]:
    parts = await stage.parts(lines=1, calls_per_second=1)
    campaign_id = await stage.empty_campaign(parts)
    user = await signed_in(stage, Role.AGENT)
    return {
        "campaign_id": campaign_id,
        "agent_id": parts["agent_id"],
        "trunk_id": parts["trunk_id"],
        "user_id": user.id,
    }


async def _no_longer_good(stage: Stage) -> dict[str, str]:
    """Credentials that were good once, and one that never was."""
    environment = stage.system.environment
    ring = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"])
    tokens = AccessTokens(ring.derived(PURPOSE), timedelta(hours=24))
    out = await signed_in(stage, Role.ADMIN)
    await stage.api.post("/auth/logout", headers={"Authorization": f"Bearer {out.access_token}"})
    disabled = await signed_in(stage, Role.ADMIN)
    (await stage.api.patch(f"/users/{disabled.id}", json={"disabled": True})).raise_for_status()
    key = await stage.post("/api-keys", {"name": "removed", "scopes": [Permission.CALLS_READ]})
    (await stage.api.delete(f"/api-keys/{key['id']}")).raise_for_status()
    late = tokens.issue(UserId(out.id), SessionId("ses_1"), datetime.now(UTC) - timedelta(days=2))
    return {
        "signed out": out.access_token,
        "disabled": disabled.access_token,
        "removed key": key["key"],
        "expired": late,
        "made up": "ok_" + "0" * 48,
    }


async def _other_account(stage: Stage) -> str:
    database = Database(engine_for(stage.system.environment["DATABASE_URL"], connections=1))
    try:
        return await make_key(database, "another account")
    finally:
        await database.close()
