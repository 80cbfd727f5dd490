"""The media processes: what each tells of itself once a second, and with it how its conversations stand."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from domain.conversations import Snapshot
from domain.identifiers import AccountId, AttemptId

SILENT: Final = "interval '3 s'"
"""A process that has told nothing for so long gets no more calls."""

ACCEPTING: Final = f"media_processes m WHERE m.accepts AND m.seen_at > clock_timestamp() - {SILENT}"
"""The processes that take another call."""

LEAST_LOADED: Final = f"""
    SELECT m.process, m.stream_url, m.control_url FROM {ACCEPTING}
    ORDER BY (SELECT count(*) FROM attempts a
              WHERE a.media_process = m.process AND a.state NOT IN ('ended', 'closed')), m.process
    LIMIT 1
"""
"""The process that has the fewest open attempts; those assigned a moment ago count as well."""

MOST_EPOCHS: Final = 4
"""So many processes may hold one conversation after each other; after that the call is ended."""


@dataclass(frozen=True, slots=True)
class MediaPlace:
    """Where a media process is reached: stream_url by carriers (ws or wss, no path), control_url by the house."""

    process: str
    stream_url: str
    control_url: str


@dataclass(frozen=True, slots=True)
class Beat:
    """What a process tells: its place, what it does, how late its loop runs, and whether it takes more calls."""

    place: MediaPlace
    live: int
    prepared: int
    lag_ms: float
    accepts: bool


@dataclass(frozen=True, slots=True)
class TakenSnapshot:
    """How one conversation stands."""

    account_id: AccountId
    attempt_id: AttemptId
    epoch: int
    snapshot: Snapshot


_BEAT = text("""
    WITH beaten AS (
        INSERT INTO media_processes AS m
               (process, stream_url, control_url, live, prepared, lag_ms, accepts, began_at, seen_at)
        VALUES (:process, :stream_url, :control_url, :live, :prepared, :lag_ms, :accepts,
                clock_timestamp() - make_interval(secs => :age), clock_timestamp())
        ON CONFLICT (process) DO UPDATE SET
            stream_url = EXCLUDED.stream_url, control_url = EXCLUDED.control_url, live = EXCLUDED.live,
            prepared = EXCLUDED.prepared, lag_ms = EXCLUDED.lag_ms, accepts = EXCLUDED.accepts,
            began_at = EXCLUDED.began_at, seen_at = EXCLUDED.seen_at
    )
    INSERT INTO conversation_snapshots AS kept (attempt_id, account_id, epoch, content_sealed, taken_at)
    SELECT a.id, a.account_id, taken.epoch, taken.content, clock_timestamp()
    FROM unnest(CAST(:attempts AS text[]), CAST(:epochs AS int[]), CAST(:contents AS bytea[]))
         AS taken(attempt_id, epoch, content)
    JOIN attempts a ON a.id = taken.attempt_id AND a.stream_epoch = taken.epoch
    WHERE a.state <> 'closed' AND NOT EXISTS (SELECT FROM conversations v WHERE v.attempt_id = a.id)
    ON CONFLICT (attempt_id) DO UPDATE SET
        epoch = EXCLUDED.epoch, content_sealed = EXCLUDED.content_sealed, taken_at = EXCLUDED.taken_at
""")


async def beat(
    session: AsyncSession,
    told: Beat,
    snapshots: Sequence[TakenSnapshot],
    key_ring: KeyRing,
    *,
    age_seconds: float,
) -> None:
    """The process lives, and its conversations stand so; one statement, whatever there is to tell.

    A snapshot of an epoch that is over, or of a conversation that is reported, is not kept. age_seconds: since the
    process began.
    """
    parameters = {
        "process": told.place.process,
        "stream_url": told.place.stream_url,
        "control_url": told.place.control_url,
        "live": told.live,
        "prepared": told.prepared,
        "lag_ms": told.lag_ms,
        "accepts": told.accepts,
        "age": age_seconds,
        "attempts": [taken.attempt_id for taken in snapshots],
        "epochs": [taken.epoch for taken in snapshots],
        "contents": [key_ring.seal_record(asdict(taken.snapshot), taken.account_id) for taken in snapshots],
    }
    await session.execute(_BEAT, parameters)


async def all_places(session: AsyncSession) -> Mapping[str, MediaPlace]:
    """Every process that tells of itself, by name."""
    found = await session.execute(
        text(
            "SELECT process, stream_url, control_url FROM media_processes "
            f"WHERE seen_at > clock_timestamp() - {SILENT} ORDER BY process"
        )
    )
    return {row.process: MediaPlace(row.process, row.stream_url, row.control_url) for row in found}


@dataclass(frozen=True, slots=True)
class Resumption:
    """A conversation that was cut off: the epoch that may go on with it, and where; None for no process just now."""

    epoch: int
    place: MediaPlace | None


_RESUMPTION = text(f"""
    SELECT a.stream_epoch + 1 AS epoch, m.process, m.stream_url, m.control_url
    FROM attempts a
    LEFT JOIN LATERAL (
        SELECT m.process, m.stream_url, m.control_url FROM media_processes m
        WHERE m.accepts AND m.seen_at > clock_timestamp() - {SILENT}
          AND (m.process <> :lost OR m.began_at > COALESCE(a.stream_opened_at, a.answered_at, a.placed_at))
        ORDER BY m.live, m.process LIMIT 1
    ) m ON true
    WHERE a.id = :attempt_id AND (a.carrier_call_id IS NULL OR a.carrier_call_id = :carrier_call_id)
      AND a.state NOT IN ('created', 'ended', 'closed') AND a.stream_epoch < :most_epochs
      AND NOT EXISTS (SELECT FROM conversations v WHERE v.attempt_id = a.id)
""")


async def find_resumption(
    session: AsyncSession, attempt_id: AttemptId, *, carrier_call_id: str, lost: str
) -> Resumption | None:
    """How this attempt's conversation may go on after its process was lost; None if it may not.

    It may not when it is reported, when its leg is over, or when it was lost too often. A process of the same name may
    go on with it if it began later.
    """
    parameters = {
        "attempt_id": attempt_id,
        "carrier_call_id": carrier_call_id,
        "lost": lost,
        "most_epochs": MOST_EPOCHS,
    }
    row = (await session.execute(_RESUMPTION, parameters)).one_or_none()
    if row is None:
        return None
    place = None if row.process is None else MediaPlace(row.process, row.stream_url, row.control_url)
    return Resumption(row.epoch, place)
