"""The media process as the API shows it."""

import dataclasses

import httpx
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from api.app import build_app
from startup.media_control import MediaProcesses
from tests.api.conftest import Operator
from tests.database.campaign_rows import media_process

FIGURES = {"kept": 3, "bytes": 2400, "hits": 9, "misses": 3, "hit_rate": 0.75}


async def _phrases(request: Request) -> JSONResponse:
    return JSONResponse({"cleared": 3} if request.method == "DELETE" else FIGURES)


async def test_the_phrase_cache_is_shown_and_cleared(operator: Operator) -> None:
    """Requirements 58, 60, 61."""
    door = Starlette(routes=[Route("/phrases", _phrases, methods=["GET", "DELETE"])])
    database = operator.tools.database
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM media_processes"))
        await media_process(session)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(door)) as client:
        media = MediaProcesses(database, client)
        app = build_app(dataclasses.replace(operator.tools, media=media), with_upkeep=False)
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://api", headers=operator.client.headers
        ) as client:
            assert FIGURES == (await client.get("/api/media/phrases")).json()
            assert {"cleared": 3} == (await client.delete("/api/media/phrases")).json()


async def test_a_media_server_that_is_away_is_said_to_be(operator: Operator) -> None:
    answer = await operator.client.get("/api/media")
    assert (503, "media_unreachable") == (answer.status_code, answer.json()["code"])
