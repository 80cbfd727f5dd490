"""Rows whose time is over and that go by themselves, not with a call: leads that nobody called, lists that nobody committed, what no
longer forbids or allows anything. One table of them; what goes with a call: retention_calls.py.

What forbids a contact now stays whatever its age: do-not-call entries in force, withdrawn consents, wishes and lists of hashed numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.legal_holds import may_go
from database.retention_calls import DAYS_OF_LEAD, days_of, open_the_door
from database.retention_consents import keep_numbers_agreed_with
from database.sealing import KeyRing
from domain.identifiers import AccountId
from domain.personal_data import DataClass

DELETED: Final = ""
_LONGEST: Final = ":longest"
_NO_CALL: Final = "NOT EXISTS (SELECT FROM calls c WHERE c.lead_id = l.id)"


@dataclass(frozen=True, slots=True)
class RowSweep:
    """Some rows of one table. source: FROM what, the rows themselves as t; over: which of them; since: from when their time counts; days:
    for how long, of the lead l or the longest of any country; number: the hash of whose number is looked for among legal holds, null for
    nobody's; change: what of them is emptied, DELETED for the rows themselves; key: by which they are walked and named, of key_type."""

    store: str
    data_class: DataClass
    since: str
    over: str
    source: str = ""
    number: str = "CAST(NULL AS bytea)"
    change: str = DELETED
    days: str = _LONGEST
    key: str = "t.id"
    key_type: str = "text"
    first_key: str | int = ""

    def key_of(self, text_of_it: str) -> str | int:
        """A key that was written down."""
        return int(text_of_it) if self.key_type == "bigint" else text_of_it

    @property
    def due(self) -> str:
        """FROM and WHERE of the rows whose time is over."""
        return f"""
            FROM {self.source or f"{self.store} t"}
            WHERE t.account_id = :account_id AND {self.over}
              AND {self.since} < now() - make_interval(days => {self.days})
        """


ROW_SWEEPS: Final = (
    RowSweep(
        "leads",
        DataClass.CONTENT,
        since="GREATEST(l.created_at, m.finished_at)",
        source="leads l JOIN leads t ON t.id = l.id JOIN campaigns m ON m.id = l.campaign_id",
        over=f"m.account_id = :account_id AND m.state IN ('completed', 'cancelled') AND {_NO_CALL}",
        number="l.number_hash",
        days=DAYS_OF_LEAD,
    ),
    RowSweep(
        "leads",
        DataClass.CONTENT,
        since="GREATEST(l.created_at, i.created_at)",
        source="lead_imports i JOIN leads l ON l.import_id = i.id JOIN leads t ON t.id = l.id",
        over=f"i.account_id = :account_id AND i.state IN ('validating', 'staged', 'asking', 'discarded') AND l.state = 'staged' AND {_NO_CALL}",
        number="l.number_hash",
        days=DAYS_OF_LEAD,
    ),
    RowSweep(
        "lead_imports",
        DataClass.OPERATIONAL,
        since="t.created_at",
        over="""t.state IN ('validating', 'staged', 'asking')
            AND NOT EXISTS (SELECT FROM leads l WHERE l.import_id = t.id)""",
        change="state = 'discarded', question_sealed = NULL",
    ),
    RowSweep(
        "import_barred",
        DataClass.EVIDENCE,
        since="i.created_at",
        source="import_barred t JOIN lead_imports i ON i.id = t.import_id",
        over="i.state = 'discarded'",
        number="t.number_hash",
        key="t.import_id || '/' || encode(t.number_hash, 'hex')",
    ),
    RowSweep(
        "preferences",
        DataClass.CONTENT,
        since="t.removed_at",
        over="t.removed_at IS NOT NULL",
        number="t.number_hash",
    ),
    RowSweep(
        "preferences",
        DataClass.CONTENT,
        since="t.said_at",
        over="t.removed_at IS NULL AND t.phrase_sealed IS NOT NULL",
        number="t.number_hash",
        change="phrase_sealed = NULL",
    ),
    RowSweep(
        "suppressions",
        DataClass.EVIDENCE,
        since="t.removed_at",
        over="t.removed_at IS NOT NULL",
        number="t.number_hash",
    ),
    RowSweep(
        "suppressions",
        DataClass.EVIDENCE,
        since="t.created_at",
        over="t.removed_at IS NULL AND (t.words_sealed IS NOT NULL OR t.note_sealed IS NOT NULL)",
        number="t.number_hash",
        change="words_sealed = NULL, note_sealed = NULL",
    ),
    RowSweep(
        "limited_suppressions",
        DataClass.EVIDENCE,
        since="LEAST(t.removed_at, t.expires_at)",
        over="LEAST(t.removed_at, t.expires_at) < now()",
        number="t.number_hash",
    ),
    RowSweep(
        "consents",
        DataClass.EVIDENCE,
        since="t.expires_at",
        over="t.kind = 'given' AND t.expires_at IS NOT NULL",
        number="t.number_hash",
    ),
    RowSweep(
        "consents",
        DataClass.EVIDENCE,
        since="t.created_at",
        over="t.kind = 'withdrawn' AND t.evidence_sealed IS NOT NULL",
        number="t.number_hash",
        change="evidence_sealed = NULL",
    ),
    RowSweep(
        "call_events",
        DataClass.EVIDENCE,
        since="t.stored_at",
        over="t.call_id IS NULL",
        key_type="bigint",
        first_key=-1,
    ),
    RowSweep(
        "person_requests",
        DataClass.EVIDENCE,
        since="t.finished_at",
        over="t.finished_at IS NOT NULL",
        number="t.number_hash",
    ),
    RowSweep(
        "legal_holds",
        DataClass.EVIDENCE,
        since="t.released_at",
        over="t.released_at IS NOT NULL",
        number="t.number_hash",
    ),
    RowSweep("retention_runs", DataClass.EVIDENCE, since="t.finished_at", over="t.finished_at IS NOT NULL"),
)


@dataclass(frozen=True, slots=True)
class SweptRows:
    """How many went, or were emptied; last: the key of the last one looked at, None when there was none."""

    count: int
    last: str | int | None


def row_days(sweep: RowSweep, account_id: AccountId, days: Mapping[str, int]) -> dict[str, object]:
    """The parameters of the rows whose time is over; days: of the sweep's class, by country."""
    return days_of(account_id, days) | {"longest": max(days.values())}


async def sweep_rows(
    session: AsyncSession,
    account_id: AccountId,
    sweep: RowSweep,
    days: Mapping[str, int],
    key_ring: KeyRing,
    *,
    after: str | int,
    limit: int,
) -> SweptRows:
    """Delete or empty the next rows behind this key whose time is over. Waits for nobody: what is locked stays for another time."""
    rows = (
        await session.execute(
            text(f"""
                SELECT {sweep.key} AS key, {sweep.number} AS number {sweep.due} AND {sweep.key} > CAST(:after AS {sweep.key_type})
                ORDER BY 1 LIMIT :limit FOR UPDATE OF t SKIP LOCKED
            """),
            row_days(sweep, account_id, days) | {"after": after, "limit": limit},
        )
    ).all()
    if not rows:
        return SweptRows(0, None)
    free = await may_go(session, account_id, {bytes(row.number) for row in rows if row.number is not None})
    keys = [row.key for row in rows if row.number is None or bytes(row.number) in free]
    change = (
        f"DELETE FROM {sweep.store} t"
        if sweep.change is DELETED
        else f"UPDATE {sweep.store} t SET {sweep.change}"
    )
    await open_the_door(session, account_id)
    if sweep.store == "leads":
        await keep_numbers_agreed_with(session, account_id, keys, key_ring)
    done = await session.execute(
        text(f"""
            WITH done AS (
                {change} WHERE t.account_id = :account_id AND {sweep.key} = ANY(CAST(:keys AS {sweep.key_type}[])) RETURNING 1
            )
            SELECT count(*) FROM done
        """),
        {"account_id": account_id, "keys": keys},
    )
    return SweptRows(done.scalar_one(), rows[-1].key)
