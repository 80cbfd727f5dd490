"""What the media processes say of themselves: how they do, and their caches of spoken phrases."""

import asyncio
from typing import Any, Final

import httpx
from pydantic import BaseModel, Field

from api.errors import ForWhoRunsTheSystem, MediaUnreachable
from api.permissions import MediaRead, MediaWrite
from api.routing import Routes
from api.tools import ApiTools, Tools
from database.audit import record_act

router = Routes(prefix="/media", tags=["media"])
# Of one account's calls another learns nothing, not even how many there are.
_FOR_EVERYBODY: Final = frozenset(("draining", "lag_ms", "health"))


class PhraseFigures(BaseModel):
    """The phrase caches of all processes since those began; bytes are of audio, hit_rate is the share that needed no
    synthesis."""

    kept: int
    bytes: int
    hits: int
    misses: int
    hit_rate: float = Field(ge=0, le=1)


class Cleared(BaseModel):
    """How many phrases were forgotten."""

    cleared: int


@router.get("")
async def media_figures(tools: Tools, principal: MediaRead) -> dict[str, dict[str, Any]]:
    """How each media process does, by its name: whether it stops, how late its loop runs, how its vendors answer.

    Whoever runs the system sees what goes on in it as well, over all accounts: live calls, outcomes, latencies, and where
    backups took over.
    """
    found = await _ask_all(tools, "GET", "/stats")
    if principal.runs_the_system:
        return found
    return {
        process: {name: value for name, value in figures.items() if name in _FOR_EVERYBODY}
        for process, figures in found.items()
    }


@router.get("/phrases")
async def phrase_figures(tools: Tools, _principal: MediaRead) -> PhraseFigures:
    """Size and hit rate of the phrase caches."""
    found = (await _ask_all(tools, "GET", "/phrases")).values()
    kept, size, hits, misses = (
        sum(int(figures[name]) for figures in found) for name in ("kept", "bytes", "hits", "misses")
    )
    asked = hits + misses
    rate = round(hits / asked, 4) if asked else 0.0
    return PhraseFigures(kept=kept, bytes=size, hits=hits, misses=misses, hit_rate=rate)


@router.delete("/phrases")
async def clear_phrases(tools: Tools, principal: MediaWrite) -> Cleared:
    """Have every phrase synthesised anew when it is next spoken, such as after a voice was changed at its vendor.

    The phrases are those of all accounts: for whoever runs the system.
    """
    if not principal.runs_the_system:
        raise ForWhoRunsTheSystem
    answers = await _ask_all(tools, "DELETE", "/phrases")
    cleared = sum(answer["cleared"] for answer in answers.values())
    async with tools.database.transaction() as session:
        await record_act(
            session, principal.account_id, principal.actor, "phrases.cleared", "media", {"cleared": cleared}
        )
    return Cleared(cleared=cleared)


async def _ask_all(tools: ApiTools, method: str, path: str) -> dict[str, dict[str, Any]]:
    """What each process answers, by its name; one that does not answer is left out. Raises MediaUnreachable for none."""
    places = list((await tools.media.places()).values())
    answers = await asyncio.gather(
        *(tools.media.ask(place, method, path) for place in places), return_exceptions=True
    )
    found = {
        place.process: answer.json()
        for place, answer in zip(places, answers, strict=True)
        if isinstance(answer, httpx.Response) and answer.is_success
    }
    if not found:
        raise MediaUnreachable
    return found
