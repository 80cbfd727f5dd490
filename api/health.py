"""`/healthz`: the process lives. `/readyz`: what it needs answers as well.

What else may be wrong with a local system: local/doctor.py.
"""

import asyncio

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy import text

from api.errors import WorkflowsUnreachable
from api.tools import ApiTools, Tools
from database.outages import OUTAGES

router = APIRouter(tags=["health"])
_LIMIT = 3.0


class Health(BaseModel):
    """The process answers."""

    status: str = "ok"


class Readiness(BaseModel):
    """What the process needs, each "ok" or "unreachable"."""

    database: str
    temporal: str


@router.get("/healthz")
async def healthz() -> Health:
    """Whether the process lives."""
    return Health()


@router.get("/readyz", response_model=Readiness, responses={503: {"model": Readiness}})
async def readyz(tools: Tools) -> JSONResponse:
    """Whether the process can serve: 200 if everything it needs answers, else 503."""
    database, temporal = await asyncio.gather(_database_answers(tools), _temporal_answers(tools))
    names = {True: "ok", False: "unreachable"}
    body = Readiness(database=names[database], temporal=names[temporal])
    return JSONResponse(body.model_dump(), 200 if database and temporal else 503)


async def _database_answers(tools: ApiTools) -> bool:
    try:
        async with asyncio.timeout(_LIMIT), tools.database.transaction() as session:
            await session.execute(text("SELECT 1"))
    except OUTAGES:
        return False
    return True


async def _temporal_answers(tools: ApiTools) -> bool:
    try:
        async with asyncio.timeout(_LIMIT):
            await tools.workflows.check()
    except (WorkflowsUnreachable, TimeoutError):
        return False
    return True
