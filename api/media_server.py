"""What the media processes say of themselves: how they do, and their caches of spoken phrases."""

import asyncio
from typing import Any

import httpx
from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.access import Authenticated
from api.tools import ApiTools, Tools
from domain.errors import OutboundError

router = APIRouter(prefix="/media", tags=["media"])


class MediaUnreachable(OutboundError):
    """No media process answers at the moment; see `outbound doctor`."""

    code = "media_unreachable"


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
async def media_figures(tools: Tools, _asker: Authenticated) -> dict[str, dict[str, Any]]:
    """What goes on in each media process, by its name: live calls, outcomes, latencies, and where backups took over."""
    return await _ask_all(tools, "GET", "/stats")


@router.get("/phrases")
async def phrase_figures(tools: Tools, _asker: Authenticated) -> PhraseFigures:
    """Size and hit rate of the phrase caches."""
    found = (await _ask_all(tools, "GET", "/phrases")).values()
    kept, size, hits, misses = (
        sum(int(figures[name]) for figures in found) for name in ("kept", "bytes", "hits", "misses")
    )
    asked = hits + misses
    rate = round(hits / asked, 4) if asked else 0.0
    return PhraseFigures(kept=kept, bytes=size, hits=hits, misses=misses, hit_rate=rate)


@router.delete("/phrases")
async def clear_phrases(tools: Tools, _asker: Authenticated) -> Cleared:
    """Have every phrase synthesised anew when it is next spoken, such as after a voice was changed at its vendor."""
    answers = await _ask_all(tools, "DELETE", "/phrases")
    return Cleared(cleared=sum(answer["cleared"] for answer in answers.values()))


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
