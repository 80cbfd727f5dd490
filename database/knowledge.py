"""Documents that agents answer from, in passages, and the search for the passages that answer a question.

The texts are the operator's own, not personal. Words are compared as PostgreSQL's dictionaries stem them where it ships
one for the agent's language, elsewhere by how they begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from database.dictionaries import STEMMED, stemmed
from database.session import new_id
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId
from domain.knowledge import Passage, Source

MOST_PASSAGES: Final = 5_000
"""Of one agent: a search among 20,000 took 400 ms, 1.3 s when they were read from the disk (2 cores, 2026-11-21)."""

_LEAST_COVERED: Final = 0.3
"""How much of a question, by the weight of its words, a passage must speak of to be an answer; chosen on the corpus of
tests/database/test_knowledge.py."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document of an agent; passages: how many it has."""

    id: str
    agent_id: str
    name: str
    passages: int
    created_at: datetime


_SHOWN: Final = """
    SELECT d.id, d.agent_id, d.name, d.created_at,
           (SELECT count(*) FROM knowledge_passages p WHERE p.document_id = d.id) AS passages
    FROM knowledge_documents d
"""


async def add_document(
    session: AsyncSession, account_id: AccountId, agent_id: str, name: str, passages: Sequence[str]
) -> DocumentView:
    """Keep a document. Raises NotFound for an unknown agent, Conflict if it has one of this name, or too many."""
    language = await _lock_agent(session, account_id, agent_id)
    has = sum(document.passages for document in await list_documents(session, account_id, agent_id))
    if has + len(passages) > MOST_PASSAGES:
        raise Conflict(
            f"An agent has at most {MOST_PASSAGES} passages; it has {has}, and this document {len(passages)}."
        )
    document_id = new_id("doc")
    try:
        await session.execute(
            text("""
                INSERT INTO knowledge_documents (id, account_id, agent_id, name)
                VALUES (:id, :account_id, :agent_id, :name)
            """),
            {"id": document_id, "account_id": account_id, "agent_id": agent_id, "name": name},
        )
    except IntegrityError as error:
        raise Conflict("This agent has a document of this name; delete that one first.") from error
    await session.execute(
        text("""
            INSERT INTO knowledge_passages (document_id, place, account_id, language, content)
            SELECT :document_id, place, :account_id, :language, content
            FROM unnest(CAST(:passages AS text[])) WITH ORDINALITY AS given (content, place)
        """),
        {
            "document_id": document_id,
            "account_id": account_id,
            "language": language,
            "passages": list(passages),
        },
    )
    await _note_whether_it_has_any(session, account_id, agent_id)
    return await _get_document(session, account_id, agent_id, document_id)


async def list_documents(session: AsyncSession, account_id: AccountId, agent_id: str) -> list[DocumentView]:
    """The agent's documents, by name."""
    rows = await session.execute(
        text(f"{_SHOWN} WHERE d.account_id = :account_id AND d.agent_id = :agent_id ORDER BY d.name"),
        {"account_id": account_id, "agent_id": agent_id},
    )
    return [DocumentView(**row) for row in rows.mappings()]


async def delete_document(
    session: AsyncSession, account_id: AccountId, agent_id: str, document_id: str
) -> DocumentView:
    """Forget a document; from the next conversation on nothing is answered from it. Raises NotFound."""
    await _lock_agent(session, account_id, agent_id)
    found = await _get_document(session, account_id, agent_id, document_id)
    await session.execute(text("DELETE FROM knowledge_passages WHERE document_id = :id"), {"id": document_id})
    await session.execute(text("DELETE FROM knowledge_documents WHERE id = :id"), {"id": document_id})
    await _note_whether_it_has_any(session, account_id, agent_id)
    return found


async def _get_document(
    session: AsyncSession, account_id: AccountId, agent_id: str, document_id: str
) -> DocumentView:
    found = await session.execute(
        text(f"{_SHOWN} WHERE d.account_id = :account_id AND d.agent_id = :agent_id AND d.id = :id"),
        {"account_id": account_id, "agent_id": agent_id, "id": document_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This agent has no such document.")
    return DocumentView(**row)


async def _lock_agent(session: AsyncSession, account_id: AccountId, agent_id: str) -> str:
    """Its language; nobody else changes its documents meanwhile."""
    found = await session.execute(
        text("SELECT language FROM agents WHERE id = :id AND account_id = :account_id FOR UPDATE"),
        {"id": agent_id, "account_id": account_id},
    )
    language = found.scalar_one_or_none()
    if language is None:
        raise NotFound("This account has no such agent.")
    return str(language)[:2]


async def _note_whether_it_has_any(session: AsyncSession, account_id: AccountId, agent_id: str) -> None:
    """On the agent's own row, which every call reads anyway."""
    await session.execute(
        text("""
            UPDATE agents SET has_knowledge = EXISTS (SELECT 1 FROM knowledge_documents WHERE agent_id = :id)
            WHERE id = :id AND account_id = :account_id
        """),
        {"id": agent_id, "account_id": account_id},
    )


_ASKED: Final = stemmed(":question", otherwise="to_tsvector('simple', :question)")

# A word weighs the more the fewer passages have it; what stands in none counts as a word of middling weight.
_FIND: Final = text(f"""
    WITH agent AS (SELECT left(language, 2) AS language FROM agents WHERE id = :agent_id AND account_id = :account_id),
    lexemes AS (
        SELECT lexeme, language FROM agent,
               unnest(tsvector_to_array({_ASKED})) AS lexeme
    ),
    quoted AS (
        SELECT lexeme, language, plainto_tsquery('simple', lexeme) AS whole FROM lexemes
    ),
    terms AS (
        SELECT lexeme, CASE WHEN language IN ({STEMMED}) OR length(lexeme) < 4 THEN whole
                            ELSE (whole::text || ':*')::tsquery END AS query
        FROM quoted WHERE numnode(whole) > 0
    ),
    total AS (
        SELECT count(*) AS passages FROM knowledge_passages p JOIN knowledge_documents d ON d.id = p.document_id
        WHERE d.agent_id = :agent_id AND d.account_id = :account_id
    ),
    hits AS (
        SELECT t.lexeme, t.query, p.document_id, d.name, p.place, p.content, p.search
        FROM terms t JOIN knowledge_passages p ON p.search @@ t.query
        JOIN knowledge_documents d ON d.id = p.document_id
        WHERE d.agent_id = :agent_id AND d.account_id = :account_id AND p.account_id = :account_id
    ),
    weights AS (
        SELECT t.lexeme, CASE WHEN count(h.place) = 0 THEN 1.0
                              ELSE greatest(0.5, ln(1 + (total.passages - count(h.place) + 0.5) / (count(h.place) + 0.5)))
                              END AS weight
        FROM total, terms t LEFT JOIN hits h ON h.lexeme = t.lexeme GROUP BY t.lexeme, total.passages
    )
    SELECT h.document_id, h.name, h.place, h.content
    FROM hits h JOIN weights w ON w.lexeme = h.lexeme
    GROUP BY h.document_id, h.name, h.place, h.content
    HAVING sum(w.weight) >= :least_covered * (SELECT sum(weight) FROM weights)
    ORDER BY sum(w.weight) DESC, sum(ts_rank(h.search, h.query, 1)) DESC, h.document_id, h.place
    LIMIT :most
""")


async def find_passages(
    session: AsyncSession, account_id: AccountId, agent_id: str, question: str, *, most: int = 3
) -> tuple[Passage, ...]:
    """What the agent's documents say about this, the best first; none if nothing is near enough."""
    rows = await session.execute(
        _FIND,
        {
            "account_id": account_id,
            "agent_id": agent_id,
            "question": question,
            "least_covered": _LEAST_COVERED,
            "most": most,
        },
    )
    return tuple(Passage(Source(row.document_id, row.name, row.place), row.content) for row in rows)
