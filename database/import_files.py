"""An uploaded file whose columns are asked about: kept, sealed and packed, until the question is answered."""

import zlib
from typing import BinaryIO, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from domain.identifiers import AccountId

KEPT_FOR_DAYS: Final = 7
LARGEST_KEPT: Final = 64_000_000  # bytes; a larger one is uploaded again with its answer
_PIECE: Final = 1_000_000


async def keep_file(
    session: AsyncSession, account_id: AccountId, import_id: str, file: BinaryIO, key_ring: KeyRing
) -> None:
    """Keep the file from its beginning; one of this import that was kept before is replaced, one too large is not kept."""
    await forget_file(session, account_id, import_id)
    if file.seek(0, 2) > LARGEST_KEPT:
        return
    file.seek(0)
    place = 0
    while piece := file.read(_PIECE):
        await session.execute(
            text("""
                INSERT INTO import_files (import_id, place, account_id, content_sealed)
                VALUES (:import_id, :place, :account_id, :content)
            """),
            {
                "import_id": import_id,
                "place": place,
                "account_id": account_id,
                "content": key_ring.seal(zlib.compress(piece), account_id),
            },
        )
        place += 1


async def write_file(
    session: AsyncSession, account_id: AccountId, import_id: str, key_ring: KeyRing, file: BinaryIO
) -> bool:
    """Write what was kept into the file; False if nothing is."""
    rows = await session.stream(
        text("""
            SELECT content_sealed FROM import_files WHERE import_id = :import_id AND account_id = :account_id
            ORDER BY place
        """),
        {"import_id": import_id, "account_id": account_id},
    )
    written = 0
    async for (content,) in rows:
        written += file.write(zlib.decompress(key_ring.open(content, account_id)))
    return written > 0


async def forget_file(session: AsyncSession, account_id: AccountId, import_id: str) -> None:
    """Keep nothing of this import's file."""
    await session.execute(
        text("DELETE FROM import_files WHERE import_id = :import_id AND account_id = :account_id"),
        {"import_id": import_id, "account_id": account_id},
    )


async def forget_old_files(session: AsyncSession) -> None:
    """Keep no file for longer than a question should wait: every account's, the system's own upkeep."""
    await session.execute(
        text("DELETE FROM import_files WHERE created_at < now() - make_interval(days => :days)"),
        {"days": KEPT_FOR_DAYS},
    )
