"""Who did what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from api.pagination import Page, Paging
from api.permissions import AuditRead
from api.tools import Tools
from database.audit import list_acts

router = APIRouter(prefix="/audit-log", tags=["audit"])


class ActResponse(BaseModel):
    """One act: actor is the id of the key that was used, subject the thing it was done to."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Any]
    at: datetime


@router.get("")
async def list_audit(tools: Tools, principal: AuditRead, paging: Paging) -> Page[ActResponse]:
    """Every act of the account's keys, newest first."""
    before = None if paging.before is None else int(paging.before)
    async with tools.database.transaction() as session:
        found = await list_acts(session, principal.account_id, before=before, limit=paging.fetch)
    return paging.of(found, ActResponse.model_validate, lambda act: act.id)
