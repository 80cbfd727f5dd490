"""What the media process says of itself: how it does, and its cache of spoken phrases."""

from typing import Any

import httpx
from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.access import Authenticated
from api.tools import ApiTools, Tools
from domain.errors import OutboundError

router = APIRouter(prefix="/media", tags=["media"])


class MediaUnreachable(OutboundError):
    """The media server does not answer at the moment; see `outbound doctor`."""

    code = "media_unreachable"


class PhraseFigures(BaseModel):
    """The phrase cache since its process began; bytes are of audio, hit_rate is the share that needed no synthesis."""

    kept: int
    bytes: int
    hits: int
    misses: int
    hit_rate: float = Field(ge=0, le=1)


class Cleared(BaseModel):
    """How many phrases were forgotten."""

    cleared: int


@router.get("")
async def media_figures(tools: Tools, _asker: Authenticated) -> dict[str, Any]:
    """What goes on in the media process: live calls, outcomes, latencies, and where backups took over."""
    return await _ask(tools, "GET", "/stats")


@router.get("/phrases")
async def phrase_figures(tools: Tools, _asker: Authenticated) -> PhraseFigures:
    """Size and hit rate of the phrase cache."""
    return PhraseFigures.model_validate(await _ask(tools, "GET", "/phrases"))


@router.delete("/phrases")
async def clear_phrases(tools: Tools, _asker: Authenticated) -> Cleared:
    """Have every phrase synthesised anew when it is next spoken, such as after a voice was changed at its vendor."""
    return Cleared.model_validate(await _ask(tools, "DELETE", "/phrases"))


async def _ask(tools: ApiTools, method: str, path: str) -> dict[str, Any]:
    try:
        answer = await tools.media.request(method, path)
        answer.raise_for_status()
    except httpx.HTTPError as error:
        raise MediaUnreachable from error
    found: dict[str, Any] = answer.json()
    return found
