"""Routes for the exact words that people agree to, each version of which stays as it is. Rows: database/consent_texts.py."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.pagination import Page, Paging
from api.permissions import ConsentsRead, ConsentsWrite
from api.request_bodies import Body
from api.routing import Routes
from api.tools import Tools
from database import consent_texts
from database.audit import record_act
from database.consent_texts import ConsentTextView
from database.session import new_id

router = Routes(prefix="/consent-texts", tags=["consents"])


class ConsentTextBody(Body):
    """The words, as people see or hear them. name: of the form or the script; the same name again makes its next version."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "newsletter",
                    "text": "I agree that Example Ltd calls me about offers, also by an AI voice.",
                }
            ]
        }
    )
    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class ConsentTextResponse(BaseModel):
    """One version of a text; versions of a name count from 1."""

    id: str
    name: str
    version: int
    text: str
    created_at: datetime

    @classmethod
    def of(cls, view: ConsentTextView) -> "ConsentTextResponse":
        """The text as it is shown."""
        return cls(
            id=view.id, name=view.name, version=view.version, text=view.wording, created_at=view.created_at
        )


@router.post("", status_code=201)
async def add_consent_text(
    body: ConsentTextBody, tools: Tools, principal: ConsentsWrite
) -> ConsentTextResponse:
    """Keep a text for good, as the next version of its name."""
    async with tools.database.transaction() as session:
        added = await consent_texts.add_text(
            session, principal.account_id, new_id("ctext"), body.name, body.text, tools.key_ring
        )
        detail = {"name": added.name, "version": added.version}
        await record_act(
            session, principal.account_id, principal.actor, "consent_text.added", added.id, detail
        )
    return ConsentTextResponse.of(added)


@router.get("")
async def list_consent_texts(
    tools: Tools, principal: ConsentsRead, paging: Paging
) -> Page[ConsentTextResponse]:
    """All versions of all texts, newest first."""
    async with tools.database.transaction() as session:
        found = await consent_texts.list_texts(
            session, principal.account_id, tools.key_ring, before=paging.before, limit=paging.fetch
        )
    return paging.of(found, ConsentTextResponse.of, lambda text: text.id)
