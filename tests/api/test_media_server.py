"""The media process as the API shows it."""

import dataclasses
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx
import pytest
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from startup.media_control import MediaProcesses
from tests.api.conftest import Operator, client_of
from tests.api.declared import application
from tests.database.campaign_rows import media_process

FIGURES = {"kept": 3, "bytes": 2400, "hits": 9, "misses": 3, "hit_rate": 0.75}


OTHERS = {"kept": 1, "bytes": 800, "hits": 0, "misses": 4, "hit_rate": 0.0}
UNUSED = {"kept": 0, "bytes": 0, "hits": 0, "misses": 0, "hit_rate": 0.0}


async def _phrases(request: Request) -> JSONResponse:
    return JSONResponse({"cleared": 3} if request.method == "DELETE" else FIGURES)


async def _stats(_: Request) -> JSONResponse:
    return JSONResponse(
        {"draining": False, "lag_ms": 1.0, "health": {}, "outcomes": {"interested": 4}, "live": 2}
    )


def door_to(answers: Mapping[str, object]) -> httpx.AsyncClient:
    """The way to processes by their hosts: what each tells of its phrases, a status it refuses with, or how it fails."""

    def answer(request: httpx.Request) -> httpx.Response:
        told = answers[request.url.host]
        if isinstance(told, Exception):
            raise told
        return httpx.Response(told) if isinstance(told, int) else httpx.Response(200, json=told)

    return httpx.AsyncClient(transport=httpx.MockTransport(answer))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            {"one": FIGURES, "two": OTHERS},
            (200, {"kept": 4, "bytes": 3200, "hits": 9, "misses": 7, "hit_rate": 0.5625}),
        ),
        ({"one": 503, "two": OTHERS}, (200, OTHERS)),
        ({"one": httpx.ConnectError("away"), "two": FIGURES}, (200, FIGURES)),
        ({"one": UNUSED}, (200, UNUSED)),
        ({"one": 503}, (503, None)),
    ],
    ids=["both", "one is stopping", "one is away", "nothing was asked for yet", "nobody answers"],
)
async def test_the_figures_are_those_of_all_processes_that_answer(
    operator: Operator, answers: Mapping[str, object], expected: tuple[int, object]
) -> None:
    database = operator.tools.database
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM media_processes"))
        for host in answers:
            await session.execute(
                text(
                    "INSERT INTO media_processes (process, stream_url, control_url, seen_at) "
                    "VALUES (:host, 'wss://media.example', 'http://' || :host, now() + interval '1 day')"
                ),
                {"host": host},
            )
    async with door_to(answers) as door:
        tools = dataclasses.replace(operator.tools, media=MediaProcesses(database, door))
        async with client_of(application(tools), headers=operator.client.headers) as client:
            answer = await client.get("/api/media/phrases")
    status, figures = expected
    assert (status, figures) == (answer.status_code, answer.json() if answer.is_success else None)
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM media_processes"))


@asynccontextmanager
async def asking(operator: Operator, *, own_key: str = "") -> AsyncIterator[httpx.AsyncClient]:
    """The operator's client of an API with one media process; own_key: that which the system was started with."""
    routes = [Route("/phrases", _phrases, methods=["GET", "DELETE"]), Route("/stats", _stats)]
    tools, database = operator.tools, operator.tools.database
    async with database.transaction() as session:
        await session.execute(text("DELETE FROM media_processes"))
        await media_process(session)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=routes))) as door:
        settings = tools.settings.model_copy(update={"api_key": own_key})
        tools = dataclasses.replace(tools, media=MediaProcesses(database, door), settings=settings)
        app = application(tools)
        async with client_of(app, headers=operator.client.headers) as client:
            yield client


async def test_whoever_runs_the_system_clears_the_phrases_and_it_is_noted(operator: Operator) -> None:
    """Requirements 58, 60, 61."""
    async with asking(operator, own_key=operator.key) as client:
        assert FIGURES == (await client.get("/api/media/phrases")).json()
        assert {"cleared": 3} == (await client.delete("/api/media/phrases")).json()
        [act] = (await client.get("/api/audit-log")).json()["data"]
    assert ("phrases.cleared", {"cleared": 3}) == (act["action"], act["detail"])


async def test_whoever_runs_the_system_sees_what_goes_on_in_it(operator: Operator) -> None:
    async with asking(operator, own_key=operator.key) as client:
        [figures] = (await client.get("/api/media")).json().values()
    assert ({"interested": 4}, 2) == (figures["outcomes"], figures["live"])


async def test_an_account_neither_sees_nor_disturbs_the_others(operator: Operator) -> None:
    for own_key in ("", "another key"):
        async with asking(operator, own_key=own_key) as client:
            [figures] = (await client.get("/api/media")).json().values()
            refused = await client.delete("/api/media/phrases")
            acts = (await client.get("/api/audit-log")).json()["data"]
        assert {"draining", "lag_ms", "health"} == figures.keys()
        assert (403, "not_allowed") == (refused.status_code, refused.json()["code"])
        assert [] == acts


async def test_a_media_server_that_is_away_is_said_to_be(operator: Operator) -> None:
    answer = await operator.client.get("/api/media")
    assert (503, "media_unreachable") == (answer.status_code, answer.json()["code"])
