"""`outbound agents …`: the agents, and the documents they answer from."""

from pathlib import Path
from typing import Annotated, Final

import typer

from console.command_context import AsJson, client_of, screen

app = typer.Typer(no_args_is_help=True, help="Look at agents, and at what they know.")
documents = typer.Typer(no_args_is_help=True, help="Documents that an agent answers from.")
app.add_typer(documents, name="documents")

_AGENTS: Final = ("id", "name", "language", "engine", "model", "voice_model")
_DOCUMENTS: Final = ("id", "name", "passages", "created_at")
Agent = Annotated[str, typer.Argument(help="The agent's id, agent_…")]


@app.command("list")
def list_agents(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: AsJson = False,
) -> None:
    """The newest agents, and what their vendors will soon end."""
    with client_of(context) as api:
        found = api.pages("/api/agents", limit)
    out = screen(as_json)
    out.rows(found, _AGENTS)
    for agent in found:
        for warning in agent["warnings"]:
            out.say(f"{agent['name']}: {warning}")


@documents.command("add")
def add_document(
    context: typer.Context,
    agent: Agent,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Plain text or Markdown.")],
    name: Annotated[str | None, typer.Option(help="How it is cited; the file's name otherwise.")] = None,
    as_json: AsJson = False,
) -> None:
    """Let the agent answer from a document, from its next call on."""
    form = {"name": name} if name else {}
    with client_of(context) as api, file.open("rb") as content:
        path = f"/api/agents/{agent}/documents"
        screen(as_json).record(api.upload(path, content, file.name, form, kind="text/plain"))


@documents.command("list")
def list_documents(context: typer.Context, agent: Agent, as_json: AsJson = False) -> None:
    """What the agent knows."""
    with client_of(context) as api:
        screen(as_json).rows(api.get(f"/api/agents/{agent}/documents"), _DOCUMENTS)


@documents.command("delete")
def delete_document(
    context: typer.Context,
    agent: Agent,
    document: Annotated[str, typer.Argument(help="The document's id, doc_…")],
    as_json: AsJson = False,
) -> None:
    """Forget a document."""
    with client_of(context) as api:
        screen(as_json).record(api.delete(f"/api/agents/{agent}/documents/{document}"))
