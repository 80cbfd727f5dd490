"""What would go from an account if retention ran now, store by store, by the same conditions as it goes by; nothing is changed.

Of recordings the length is known and so about how much they take; nobody looks into the object storage for a plan.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.legal_holds import holding
from database.retention_calls import DAYS_OF_LEAD
from database.retention_rows import ROW_SWEEPS, RowSweep, row_days
from domain.identifiers import AccountId
from domain.personal_data import DataClass
from domain.retention import KeptFor
from domain.retention_receipts import PlanLine

_RECORDED_BYTES_A_SECOND: Final = 16_000  # two channels of µ-law
_OVER: Final = "c.closed_at < now() - make_interval(days => {days})"
_CONTENT_OVER: Final = _OVER.format(days=DAYS_OF_LEAD.replace(":days", ":content"))
_EVIDENCE_OVER: Final = _OVER.format(days=DAYS_OF_LEAD.replace(":days", ":evidence"))
_HELD: Final = f"""
    EXISTS ({holding(":account_id", "l.number_hash")}) OR EXISTS (
        SELECT FROM attempts a JOIN legal_holds held ON held.account_id = :account_id AND held.number_hash = a.number_hash
        WHERE a.call_id = c.id AND held.released_at IS NULL)
"""
_COUNT: Final = """
    '{data_class}' AS data_class, '{store}' AS store, count(*) FILTER (WHERE NOT c.is_held) AS due,
    count(*) FILTER (WHERE c.is_held) AS held, min(c.closed_at) FILTER (WHERE NOT c.is_held) AS oldest_at,
    {bytes}::bigint AS bytes
"""


def _counted(data_class: DataClass, store: str, joined: str, calls: str, of_bytes: str = "0") -> str:
    count = _COUNT.format(data_class=data_class, store=store, bytes=of_bytes)
    return f"SELECT {count} FROM {calls} c {joined}"


def _bytes(size: str) -> str:
    return f"COALESCE(sum({size}) FILTER (WHERE NOT c.is_held), 0)"


_OF_CALL: Final = "JOIN {table} t ON t.call_id = c.id"
_STREAMED: Final = "JOIN attempts t ON t.call_id = c.id AND t.stream_epoch > 0"
_CONTENT_COUNTS: Final = (
    _counted(DataClass.CONTENT, "calls", "", "said"),
    _counted(DataClass.CONTENT, "leads", "JOIN leads t ON t.id = c.lead_id", "said", _bytes("octet_length(t.person_sealed)")),
    _counted(DataClass.CONTENT, "conversations", _OF_CALL.format(table="conversations"), "said", _bytes("octet_length(t.content_sealed)")),
    _counted(
        DataClass.CONTENT,
        "conversation_snapshots",
        "JOIN attempts a ON a.call_id = c.id JOIN conversation_snapshots t ON t.attempt_id = a.id",
        "said",
        _bytes("octet_length(t.content_sealed)"),
    ),
    _counted(DataClass.CONTENT, "recordings", _STREAMED, "said", _bytes(f"COALESCE(t.duration_seconds, 0) * {_RECORDED_BYTES_A_SECOND}")),
    _counted(DataClass.CONTENT, "flight records", _STREAMED, "said"),
    _counted(DataClass.CONTENT, "workflow histories", "", "said"),
)  # fmt: skip
_EVIDENCE_COUNTS: Final = (
    _counted(DataClass.EVIDENCE, "calls", "JOIN calls t ON t.id = c.id", "held", _bytes("pg_column_size(t.*)")),
    _counted(DataClass.EVIDENCE, "leads", "JOIN leads t ON t.id = c.lead_id", "held", _bytes("pg_column_size(t.*)")),
    *(
        _counted(DataClass.EVIDENCE, table, _OF_CALL.format(table=table), "held", _bytes("pg_column_size(t.*)"))
        for table in ("attempts", "decisions", "call_events", "messages", "conversations", "crm_links")
    ),
)  # fmt: skip
_CALLS: Final = text(f"""
    WITH old AS MATERIALIZED (
        SELECT c.id, c.lead_id, c.closed_at, c.content_gone_at, {_HELD} AS is_held,
               {_CONTENT_OVER} AS content_over, {_EVIDENCE_OVER} AS evidence_over
        FROM calls c JOIN leads l ON l.id = c.lead_id
        WHERE c.account_id = :account_id AND c.state = 'closed' AND c.closed_at < now() - make_interval(days => :shortest)
    ),
    said AS (SELECT * FROM old WHERE content_over AND content_gone_at IS NULL),
    held AS (SELECT * FROM old WHERE evidence_over AND (content_over OR content_gone_at IS NOT NULL))
    {" UNION ALL ".join((*_CONTENT_COUNTS, *_EVIDENCE_COUNTS))}
""")
_IN_USE: Final = text(f"""
    SELECT
        (SELECT count(*) FROM calls c JOIN leads l ON l.id = c.lead_id
         WHERE c.account_id = :account_id AND c.state <> 'closed'
           AND c.created_at < now() - make_interval(days => {DAYS_OF_LEAD})) AS calls,
        (SELECT count(*) FROM campaigns m JOIN leads l ON l.campaign_id = m.id
         WHERE m.account_id = :account_id AND m.state NOT IN ('completed', 'cancelled') AND (l.state = 'ready' OR l.review IS NOT NULL)
           AND l.created_at < now() - make_interval(days => {DAYS_OF_LEAD})) AS leads
""")
_AUDIT: Final = text("""
    SELECT count(*) AS due, min(at) AS oldest_at, COALESCE(sum(pg_column_size(e.*)), 0) AS bytes
    FROM audit_events e WHERE account_id = :account_id AND at < now() - make_interval(days => :days)
""")


async def todays_date(session: AsyncSession) -> date:
    """The day by the database's clock, by which all ages are told."""
    day: date = (await session.execute(text("SELECT (now() AT TIME ZONE 'UTC')::date"))).scalar_one()
    return day


async def plan_retention(session: AsyncSession, account_id: AccountId, kept: KeptFor) -> list[PlanLine]:
    """What would go now, by class and store; every store that retention knows, those with nothing due too."""
    lines: dict[tuple[DataClass, str], PlanLine] = {}
    found = await session.execute(
        _CALLS,
        {
            "account_id": account_id,
            "content": _json(kept.content),
            "evidence": _json(kept.evidence),
            "shortest": min(*kept.content.values(), *kept.evidence.values()),
        },
    )
    for row in found.mappings():
        _add(lines, PlanLine(**{**row, "data_class": DataClass(row["data_class"])}))
    for sweep in ROW_SWEEPS:
        _add(lines, await _of_rows(session, account_id, sweep, kept))
    open_ones = (
        (await session.execute(_IN_USE, {"account_id": account_id, "days": _json(kept.content)}))
        .mappings()
        .one()
    )
    for store, count in open_ones.items():
        _add(lines, PlanLine(store, DataClass.CONTENT, in_use=count))
    audit = (await session.execute(_AUDIT, {"account_id": account_id, "days": kept.audit})).mappings().one()
    _add(lines, PlanLine("audit_events", DataClass.AUDIT, **audit))
    return [lines[key] for key in sorted(lines)]


async def _of_rows(session: AsyncSession, account_id: AccountId, sweep: RowSweep, kept: KeptFor) -> PlanLine:
    held = f"EXISTS ({holding(':account_id', sweep.number)})"
    found = await session.execute(
        text(f"""
            SELECT count(*) FILTER (WHERE NOT is_held) AS due, count(*) FILTER (WHERE is_held) AS held,
                   min(since) FILTER (WHERE NOT is_held) AS oldest_at,
                   COALESCE(sum(size) FILTER (WHERE NOT is_held), 0) AS bytes
            FROM (SELECT {held} AS is_held, {sweep.since} AS since, pg_column_size(t.*) AS size {sweep.due}) AS rows
        """),
        row_days(sweep, account_id, days_of_class(kept, sweep.data_class)),
    )
    return PlanLine(sweep.store, sweep.data_class, **found.mappings().one())


def days_of_class(kept: KeptFor, data_class: DataClass) -> Mapping[str, int]:
    """The times of this class by country; what is neither content nor evidence is kept as content is."""
    return kept.evidence if data_class is DataClass.EVIDENCE else kept.content


def _add(lines: dict[tuple[DataClass, str], PlanLine], line: PlanLine) -> None:
    key = (line.data_class, line.store)
    known = lines.get(key)
    if known is None:
        lines[key] = line
        return
    oldest = [each for each in (known.oldest_at, line.oldest_at) if each is not None]
    lines[key] = replace(
        known,
        due=known.due + line.due,
        bytes=known.bytes + line.bytes,
        oldest_at=min(oldest, default=None),
        held=known.held + line.held,
        in_use=known.in_use + line.in_use,
    )


def _json(days: Mapping[str, int]) -> str:
    return msgspec.json.encode(days).decode()
