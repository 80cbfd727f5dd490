"""Named do-not-call lists: which there are, and their numbers as keyed hashes, whole versions of them.

A version is read in pieces, each committed by itself, and binds nobody until one statement puts it in the place of the one before; until
then that one binds. Which contacts a list forbids, `sql/suppressing_v*.sql` says; how old it may be, domain/suppression_lists.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.json_columns import plan_of
from database.lead_staging import copy_rows
from database.session import new_id
from domain.campaigns import Purpose
from domain.errors import Conflict, InvalidInput, NotFound
from domain.identifiers import AccountId
from domain.suppression_lists import ListKind, NamedList, what_lists_lack

# A reader that has told nothing for so long is gone; a piece takes it a second.
_GONE_AFTER: Final = "interval '10 min'"
_FORGOTTEN_AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True)
class ListProblem:
    """A line that is no number: where, and why; nothing of what it says."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list's numbers as they were on one day. state: reading, in_force, replaced or failed; numbers, rejected: lines so far; problems:
    the first of those rejected.
    """

    number: int
    as_of: date
    state: str
    numbers: int
    rejected: int
    problems: Sequence[ListProblem]
    added_by: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ListView:
    """A list as it stands, whose it is, and its newest versions, newest first."""

    list: NamedList
    kind: ListKind
    source: str
    added_by: str
    created_at: datetime
    versions: Sequence[ListVersion]


_NAMED = text("""
    SELECT id, name, channel, category, as_of, max_age_days FROM suppression_lists
    WHERE account_id = :account_id AND removed_at IS NULL ORDER BY id
""")
_SELECT: Final = """
    SELECT l.*, (
        SELECT jsonb_agg(to_jsonb(v) ORDER BY v.number DESC) FROM (
            SELECT id AS number, as_of, state, numbers, rejected, problems, added_by, created_at
            FROM suppression_list_versions WHERE list_id = l.id ORDER BY id DESC LIMIT 5) v) AS versions
    FROM suppression_lists l WHERE l.account_id = :account_id AND l.removed_at IS NULL
"""
_PUT_IN_FORCE = text("""
    WITH ready AS (
        UPDATE suppression_list_versions v SET state = 'in_force' FROM suppression_lists l
        WHERE v.id = :version AND v.account_id = :account_id AND v.state = 'reading' AND l.id = v.list_id
          AND l.removed_at IS NULL AND COALESCE(l.as_of <= v.as_of, true)
        RETURNING v.id, v.list_id, v.as_of
    ),
    replaced AS (
        UPDATE suppression_list_versions v SET state = 'replaced' FROM ready
        WHERE v.list_id = ready.list_id AND v.state = 'in_force' AND v.id <> ready.id
    )
    UPDATE suppression_lists l SET version = ready.id, as_of = ready.as_of FROM ready WHERE l.id = ready.list_id RETURNING l.id
""")


async def named_lists(session: AsyncSession, account_id: AccountId) -> list[NamedList]:
    """The account's lists, as the decision looks at them."""
    rows = await session.execute(_NAMED, {"account_id": account_id})
    return [_named(row) for row in rows.mappings()]


async def lists_lacking(
    session: AsyncSession, account_id: AccountId, campaign_id: str, on: date
) -> list[str]:
    """Why nobody is called for this campaign on that day, a sentence for each list; none where the lists hold nothing up."""
    rows = (await session.execute(_NAMED, {"account_id": account_id})).mappings().all()
    found = await session.execute(
        text("""
            SELECT plan FROM campaigns WHERE id = :campaign_id AND account_id = :account_id
        """),
        {"account_id": account_id, "campaign_id": campaign_id},
    )
    row = found.one_or_none()
    if row is None:
        return []
    plan = plan_of(row.plan)
    lists = [_named(each) for each in rows]
    return list(what_lists_lack(lists, plan.required_lists, "voice", plan.purpose, on))


async def add_list(
    session: AsyncSession,
    account_id: AccountId,
    wanted: NamedList,
    kind: ListKind,
    *,
    source: str,
    added_by: str,
) -> str:
    """Make a list without numbers, of which id and day are not looked at; its id. Raises Conflict for a name that there is."""
    list_id = new_id("list")
    made = await session.execute(
        text("""
            INSERT INTO suppression_lists (id, account_id, name, kind, channel, category, max_age_days, source, added_by)
            VALUES (:id, :account_id, :name, :kind, :channel, :category, :max_age_days, :source, :added_by)
            ON CONFLICT (account_id, name) WHERE removed_at IS NULL DO NOTHING RETURNING id
        """),
        {
            "id": list_id,
            "account_id": account_id,
            "name": wanted.name,
            "kind": kind,
            "channel": wanted.channel,
            "category": wanted.category,
            "max_age_days": wanted.max_age_days,
            "source": source,
            "added_by": added_by,
        },
    )
    if made.one_or_none() is None:
        raise Conflict("There is a do-not-call list of this name; fill that one, or choose another name.")
    return list_id


async def list_lists(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[ListView]:
    """The newest lists, or those older than the one named by before."""
    rows = await session.execute(
        text(
            f"{_SELECT} AND (CAST(:before AS text) IS NULL OR l.id < :before) ORDER BY l.id DESC LIMIT :limit"
        ),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row) for row in rows.mappings()]


async def get_list(session: AsyncSession, account_id: AccountId, list_id: str) -> ListView:
    """One list. Raises NotFound."""
    found = await session.execute(
        text(f"{_SELECT} AND l.id = :list_id"), {"account_id": account_id, "list_id": list_id}
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such do-not-call list.")
    return _view(row)


async def remove_list(session: AsyncSession, account_id: AccountId, list_id: str) -> None:
    """The list forbids nothing any more. Raises NotFound."""
    removed = await session.execute(
        text("""
            UPDATE suppression_lists SET removed_at = clock_timestamp()
            WHERE id = :list_id AND account_id = :account_id AND removed_at IS NULL RETURNING id
        """),
        {"account_id": account_id, "list_id": list_id},
    )
    if removed.one_or_none() is None:
        raise NotFound("This account has no such do-not-call list.")


async def begin_version(
    session: AsyncSession, account_id: AccountId, list_id: str, as_of: date, added_by: str
) -> int:
    """A version that is to be read; its number. Raises NotFound, and InvalidInput for a day before that of the numbers in force."""
    there = await get_list(session, account_id, list_id)
    _check_day(there.list, as_of)
    made = await session.execute(
        text("""
            INSERT INTO suppression_list_versions (account_id, list_id, as_of, added_by)
            VALUES (:account_id, :list_id, :as_of, :added_by) RETURNING id
        """),
        {"account_id": account_id, "list_id": list_id, "as_of": as_of, "added_by": added_by},
    )
    return int(made.scalar_one())


async def add_numbers(
    session: AsyncSession,
    account_id: AccountId,
    version: int,
    hashes: Sequence[bytes],
    problems: Sequence[ListProblem],
    *,
    numbers: int,
    rejected: int,
) -> None:
    """Keep a piece of a version that is read, and how far that is now: numbers, rejected and problems of all its pieces.

    hashes: KeyRing.lookup_of_list. Raises Conflict where the version is read no more.
    """
    heard = await session.execute(
        text("""
            UPDATE suppression_list_versions SET numbers = :numbers, rejected = :rejected, heard_at = clock_timestamp(),
                   problems = CAST(:problems AS jsonb)
            WHERE id = :version AND account_id = :account_id AND state = 'reading' RETURNING id
        """),
        {
            "version": version,
            "account_id": account_id,
            "numbers": numbers,
            "rejected": rejected,
            "problems": msgspec.json.encode(problems).decode(),
        },
    )
    if heard.one_or_none() is None:
        raise Conflict("This version of the list is read no more; send it again.")
    await copy_rows(
        session, "suppression_list_numbers", [(version, each) for each in hashes], ("version", "hash")
    )


async def put_in_force(session: AsyncSession, account_id: AccountId, list_id: str, version: int) -> None:
    """From the commit on the version binds instead of the one before. Raises NotFound, and InvalidInput where one of a later day came
    first."""
    # One after the other, so that the day of the one before is seen.
    await session.execute(
        text("SELECT FROM suppression_lists WHERE id = :list_id AND account_id = :account_id FOR UPDATE"),
        {"account_id": account_id, "list_id": list_id},
    )
    done = await session.execute(_PUT_IN_FORCE, {"account_id": account_id, "version": version})
    if done.one_or_none() is None:
        there = await get_list(session, account_id, list_id)
        [as_of] = [each.as_of for each in there.versions if each.number == version] or [date.min]
        _check_day(there.list, as_of)
        raise Conflict("This version of the list is read no more; send it again.")


async def fail_version(session: AsyncSession, account_id: AccountId, version: int) -> None:
    """The version is read no more, and binds nobody. Harmless for one that is in force."""
    await session.execute(
        text("""
            UPDATE suppression_list_versions SET state = 'failed'
            WHERE id = :version AND account_id = :account_id AND state = 'reading'
        """),
        {"version": version, "account_id": account_id},
    )


async def forget_replaced(session: AsyncSession) -> int:
    """Keep no numbers that bind nobody: of versions that were replaced or failed, whose reader is gone, or whose list was removed; how many
    were forgotten, 0 when none are left."""
    await session.execute(
        text(f"""
            UPDATE suppression_list_versions SET state = 'failed'
            WHERE state = 'reading' AND heard_at < clock_timestamp() - {_GONE_AFTER}
        """)
    )
    forgotten = await session.execute(
        text("""
            DELETE FROM suppression_list_numbers WHERE ctid = ANY(ARRAY(
                SELECT n.ctid FROM suppression_list_versions v JOIN suppression_lists l ON l.id = v.list_id,
                LATERAL (SELECT ctid FROM suppression_list_numbers WHERE version = v.id LIMIT :most) n
                WHERE v.state IN ('replaced', 'failed') OR (l.removed_at IS NOT NULL AND v.state = 'in_force')
                LIMIT :most))
        """),
        {"most": _FORGOTTEN_AT_ONCE},
    )
    return int(getattr(forgotten, "rowcount", 0))


def _check_day(there: NamedList, as_of: date) -> None:
    if there.as_of is not None and as_of < there.as_of:
        raise InvalidInput(
            f"The numbers in force are of {there.as_of}; send newer ones.", pointer="/as_of", code="older"
        )


def _named(row: RowMapping) -> NamedList:
    category = None if row["category"] is None else Purpose(row["category"])
    return NamedList(row["id"], row["name"], row["channel"], category, row["as_of"], row["max_age_days"])


def _view(row: RowMapping) -> ListView:
    versions: list[Any] = row["versions"] or []
    return ListView(
        list=_named(row),
        kind=ListKind(row["kind"]),
        source=row["source"],
        added_by=row["added_by"],
        created_at=row["created_at"],
        versions=msgspec.convert(versions, list[ListVersion]),
    )
