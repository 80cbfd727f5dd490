"""What programs sent to hooks: each message known by the id that its program gave it, and what came of it.

What a message says is kept only while it waits for the list that is being read for its campaign.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.session import new_id
from domain.errors import Conflict
from domain.identifiers import AccountId
from domain.lead_hooks import KNOWN_FOR

_BATCH: Final = 20


class MessageChanged(Conflict):
    """This hook has had another message of the same id; give each its own."""

    code = "message_id_reused"


@dataclass(frozen=True, slots=True)
class HookMessage:
    """One message. import_id: its list of one or more rows; refusal: the code of what came of it instead; neither while it waits."""

    id: str
    import_id: str | None
    refusal: str | None
    received_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says, as it came."""

    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that is still to be read."""

    id: str
    account_id: AccountId
    hook_id: str
    content: Content
    received_at: datetime


async def begin_hook_message(
    session: AsyncSession,
    account_id: AccountId,
    hook_id: str,
    name: str,
    sent: Content,
    key_ring: KeyRing,
) -> tuple[HookMessage, bool]:
    """The message of this name, empty for none, and whether it is new; whoever sends it at the same time waits for this transaction.

    Raises MessageChanged for a name that said something else before.
    """
    name_hash = key_ring.lookup(f"message {hook_id} {name}", account_id) if name else None
    body_hash = key_ring.lookup(hashlib.sha256(sent.body).hexdigest(), account_id)
    added = await session.execute(
        text("""
            INSERT INTO lead_hook_messages (id, account_id, hook_id, name_hash, body_hash)
            VALUES (:id, :account_id, :hook_id, :name_hash, :body_hash)
            ON CONFLICT (hook_id, name_hash) DO NOTHING
            RETURNING id, import_id, refusal, received_at, settled_at
        """),
        {
            "id": new_id("lhm"),
            "account_id": account_id,
            "hook_id": hook_id,
            "name_hash": name_hash,
            "body_hash": body_hash,
        },
    )
    row = added.mappings().one_or_none()
    if row is not None:
        return HookMessage(**row), True
    found = await session.execute(
        text("""
            SELECT id, import_id, refusal, received_at, settled_at, body_hash FROM lead_hook_messages
            WHERE hook_id = :hook_id AND account_id = :account_id AND name_hash = :name_hash
        """),
        {"hook_id": hook_id, "account_id": account_id, "name_hash": name_hash},
    )
    known: dict[str, Any] = dict(found.mappings().one())
    if bytes(known.pop("body_hash")) != body_hash:
        raise MessageChanged
    return HookMessage(**known), False


async def keep_received(
    session: AsyncSession, account_id: AccountId, hook_message_id: str, sent: Content, key_ring: KeyRing
) -> None:
    """Keep what the message says until it is settled."""
    await session.execute(
        text(
            "UPDATE lead_hook_messages SET content_sealed = :content WHERE id = :id AND account_id = :account_id"
        ),
        {"id": hook_message_id, "account_id": account_id, "content": key_ring.seal_record(sent, account_id)},
    )


async def settle_hook_message(
    session: AsyncSession,
    account_id: AccountId,
    hook_message_id: str,
    *,
    import_id: str | None = None,
    refusal: str | None = None,
) -> None:
    """What came of the message; what it says is kept no longer."""
    await session.execute(
        text("""
            UPDATE lead_hook_messages
            SET import_id = :import_id, refusal = :refusal, content_sealed = NULL, settled_at = now()
            WHERE id = :id AND account_id = :account_id AND settled_at IS NULL
        """),
        {"id": hook_message_id, "account_id": account_id, "import_id": import_id, "refusal": refusal},
    )


async def list_received(
    session: AsyncSession, account_id: AccountId, hook_id: str, *, before: str | None, limit: int
) -> list[HookMessage]:
    """What came through this hook in the last month, newest first, before the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, import_id, refusal, received_at, settled_at FROM lead_hook_messages
            WHERE hook_id = :hook_id AND account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"hook_id": hook_id, "account_id": account_id, "before": before, "limit": limit},
    )
    return [HookMessage(**row) for row in rows.mappings()]


async def waiting_messages(session: AsyncSession) -> list[str]:
    """The oldest messages of each hook, of all accounts, that are still to be read: the system's own repair. Those of a campaign whose list
    takes long keep no other hook's waiting."""
    rows = await session.execute(
        text("""
            SELECT id FROM (
                SELECT id, row_number() OVER (PARTITION BY hook_id ORDER BY id) AS place
                FROM lead_hook_messages WHERE settled_at IS NULL
            ) waiting WHERE place <= :batch ORDER BY id
        """),
        {"batch": _BATCH},
    )
    return list(rows.scalars())


async def hold_waiting(session: AsyncSession, message_id: str, key_ring: KeyRing) -> Waiting | None:
    """The message, which nobody else reads until the transaction ends; None if somebody does, or did."""
    rows = await session.execute(
        text("""
            SELECT id, account_id, hook_id, content_sealed, received_at FROM lead_hook_messages
            WHERE id = :id AND settled_at IS NULL FOR UPDATE SKIP LOCKED
        """),
        {"id": message_id},
    )
    row = rows.one_or_none()
    if row is None:
        return None
    account_id = AccountId(row.account_id)
    content = key_ring.open_record(bytes(row.content_sealed), account_id, Content)
    return Waiting(row.id, account_id, row.hook_id, content, row.received_at)


async def messages_wait(session: AsyncSession, account_id: AccountId) -> bool:
    """Whether a message of this account is still to be read: whose it is nobody can tell before."""
    found = await session.execute(
        text("""
            SELECT true FROM lead_hook_messages WHERE settled_at IS NULL AND account_id = :account_id LIMIT 1
        """),
        {"account_id": account_id},
    )
    return found.one_or_none() is not None


async def forget_old_messages(session: AsyncSession) -> None:
    """Those whose id nobody sends again."""
    await session.execute(
        text("""
            DELETE FROM lead_hook_messages WHERE received_at < now() - CAST(:known AS interval) AND settled_at IS NOT NULL
        """),
        {"known": KNOWN_FOR},
    )
