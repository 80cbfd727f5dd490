"""The media process as the API shows it."""

import dataclasses

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from api.app import build_app
from tests.api.conftest import Operator

FIGURES = {"kept": 3, "bytes": 2400, "hits": 9, "misses": 3, "hit_rate": 0.75}


async def _phrases(request: Request) -> JSONResponse:
    return JSONResponse({"cleared": 3} if request.method == "DELETE" else FIGURES)


async def test_the_phrase_cache_is_shown_and_cleared(operator: Operator) -> None:
    """Requirements 58, 60, 61."""
    door = Starlette(routes=[Route("/phrases", _phrases, methods=["GET", "DELETE"])])
    transport = httpx.ASGITransport(door)
    async with httpx.AsyncClient(transport=transport, base_url="http://media") as media:
        app = build_app(dataclasses.replace(operator.tools, media=media), with_upkeep=False)
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://api", headers=operator.client.headers
        ) as client:
            assert FIGURES == (await client.get("/api/media/phrases")).json()
            assert {"cleared": 3} == (await client.delete("/api/media/phrases")).json()


async def test_a_media_server_that_is_away_is_said_to_be(operator: Operator) -> None:
    answer = await operator.client.get("/api/media")
    assert (503, "media_unreachable") == (answer.status_code, answer.json()["code"])
