"""What an agent answers from: uploaded, listed and deleted over the API and the command line, refused with the reason."""

from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from tests.api.conftest import Operator
from tests.api.test_console import Terminal, terminal

__all__ = ["terminal"]  # the fixture

TEXT = "# Delivery\n\nParcels arrive within three working days.\n\nWe ship to Switzerland.\n"
NOTHING = "/api/agents/agent_unknown/documents"


@pytest_asyncio.fixture
async def path(operator: Operator) -> str:
    """An agent's documents."""
    agent = await operator.made("/api/agents", {"name": "Ava"})
    return f"/api/agents/{agent['id']}/documents"


async def added(operator: Operator, path: str, content: bytes, name: str = "delivery.md") -> httpx.Response:
    """The answer to an upload."""
    return await operator.client.post(path, files={"file": (name, content, "text/markdown")})


async def listed(operator: Operator, path: str) -> list[dict[str, Any]]:
    """All of the agent's documents."""
    found: list[dict[str, Any]] = (await operator.client.get(path)).json()
    return found


async def test_a_document_is_kept_listed_and_deleted(operator: Operator, path: str) -> None:
    """Requirement 69."""
    answer = await added(operator, path, TEXT.encode())
    assert 201 == answer.status_code
    document = answer.json()
    assert ("delivery.md", 2) == (document["name"], document["passages"])
    assert [document] == await listed(operator, path)
    gone = await operator.client.delete(f"{path}/{document['id']}")
    assert (200, document) == (gone.status_code, gone.json())
    assert [] == await listed(operator, path)
    assert 404 == (await operator.client.delete(f"{path}/{document['id']}")).status_code


async def test_what_is_done_to_documents_is_audited(operator: Operator, path: str) -> None:
    document = (await added(operator, path, TEXT.encode())).json()
    await operator.client.delete(f"{path}/{document['id']}")
    acts = (await operator.client.get("/api/audit-log")).json()["data"][:2]
    assert [("document.deleted", document["id"]), ("document.added", document["id"])] == [
        (act["action"], act["subject"]) for act in acts
    ]
    assert "delivery.md" == acts[0]["detail"]["name"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document_empty"),
        (b"# Only a heading\n", "document_empty"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\xff", "document_not_text"),
        (b"a\x00b", "document_not_text"),
        (b"word " * 200_001, "document_too_large"),
    ],
)
async def test_what_cannot_be_read_is_refused_with_the_reason(
    operator: Operator, path: str, content: bytes, code: str
) -> None:
    """Law 10."""
    refused = await added(operator, path, content)
    assert (422, code, "/file") == (
        refused.status_code,
        refused.json()["code"],
        refused.json()["errors"][0]["pointer"],
    )
    assert [] == await listed(operator, path)


async def test_a_document_of_the_same_name_is_refused(operator: Operator, path: str) -> None:
    await added(operator, path, TEXT.encode())
    assert 409 == (await added(operator, path, b"Other.")).status_code
    assert 2 == (await listed(operator, path))[0]["passages"]


async def test_documents_are_their_accounts_alone(operator: Operator, stranger: Operator, path: str) -> None:
    document = (await added(operator, path, TEXT.encode())).json()
    assert 404 == (await stranger.client.get(path)).status_code
    assert 404 == (await added(stranger, path, TEXT.encode())).status_code
    assert 404 == (await stranger.client.delete(f"{path}/{document['id']}")).status_code
    assert 404 == (await operator.client.get(NOTHING)).status_code
    assert [document] == await listed(operator, path)


async def test_documents_are_kept_from_the_command_line(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "delivery.md"
    file.write_text(TEXT, encoding="utf-8")
    [agent] = await terminal.json("agents", "list")
    document = await terminal.json("agents", "documents", "add", agent["id"], str(file), "--name", "Delivery")
    assert ("Delivery", 2) == (document["name"], document["passages"])
    shown = await terminal.run("agents", "documents", "list", agent["id"])
    assert "Delivery" in shown.stdout
    await terminal.json("agents", "documents", "delete", agent["id"], document["id"])
    assert [] == await terminal.json("agents", "documents", "list", agent["id"])
