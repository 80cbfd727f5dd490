"""Routes for the documents that agents answer from.

Cut into passages by domain/knowledge.py, searched in database/knowledge.py.
"""

from datetime import datetime
from typing import Annotated, Final

from fastapi import File, Form, UploadFile
from pydantic import BaseModel, ConfigDict

from api.permissions import AgentsRead, AgentsWrite
from api.request_bodies import Text, file_name
from api.routing import Routes
from api.tools import Tools
from database import knowledge
from database.agents import get_agent
from database.audit import record_act
from domain.errors import InvalidInput
from domain.knowledge import passages_in

router = Routes(prefix="/agents/{agent_id}/documents", tags=["agents"])

MOST_BYTES: Final = 1_000_000


class DocumentResponse(BaseModel):
    """A document of an agent; passages: into how many it fell, the places of which sources in transcripts name."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    agent_id: str
    name: str
    passages: int
    created_at: datetime


@router.post("", status_code=201)
async def add_document(
    agent_id: str,
    tools: Tools,
    principal: AgentsWrite,
    file: Annotated[UploadFile, File(description="plain text or Markdown in UTF-8, at most 1 MB")],
    name: Annotated[Text, Form(description="else the file's", max_length=200)] = "",
) -> DocumentResponse:
    """Let the agent answer from a document, from its next conversation on. A changed document is deleted and added again."""
    content = await file.read(MOST_BYTES + 1)
    passages = passages_in(_read(content))
    if not passages:
        raise _unfit("The document has no text.", "document_empty")
    called = name.strip() or file_name(file, "document")
    async with tools.database.transaction() as session:
        document = await knowledge.add_document(session, principal.account_id, agent_id, called, passages)
        detail = {"agent_id": agent_id, "name": called}
        await record_act(
            session, principal.account_id, principal.actor, "document.added", document.id, detail
        )
    return DocumentResponse.model_validate(document)


def _read(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _unfit("The document has more than 1 MB; split it.", "document_too_large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _no_text() from error
    if "\x00" in text:
        raise _no_text()
    return text


def _no_text() -> InvalidInput:
    return _unfit("The file is not text in UTF-8; save it as plain text or Markdown.", "document_not_text")


def _unfit(message: str, code: str) -> InvalidInput:
    return InvalidInput(message, pointer="/file", code=code)


@router.get("")
async def list_documents(agent_id: str, tools: Tools, principal: AgentsRead) -> list[DocumentResponse]:
    """The agent's documents, by name."""
    async with tools.database.transaction() as session:
        await get_agent(session, principal.account_id, agent_id)
        found = await knowledge.list_documents(session, principal.account_id, agent_id)
    return [DocumentResponse.model_validate(document) for document in found]


@router.delete("/{document_id}")
async def delete_document(
    agent_id: str, document_id: str, tools: Tools, principal: AgentsWrite
) -> DocumentResponse:
    """Forget a document; calls that go on find nothing in it any more. What was said from it stays in transcripts."""
    async with tools.database.transaction() as session:
        document = await knowledge.delete_document(session, principal.account_id, agent_id, document_id)
        detail = {"agent_id": agent_id, "name": document.name}
        await record_act(
            session, principal.account_id, principal.actor, "document.deleted", document.id, detail
        )
    return DocumentResponse.model_validate(document)
