"""Once a second a process tells that it lives and how its conversations stand, whatever the record does."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from database.media_processes import Beat, MediaPlace, TakenSnapshot
from domain.identifiers import AccountId, AttemptId
from media.engine.resuming import snapshot_of
from media.heartbeat import Heartbeat
from tests.media.house import MemoryRecords
from tests.media.script import Script


@dataclass
class Forgetful(MemoryRecords):
    """A record that is away for the next so many beats."""

    away: int = 0
    kept: list[list[AttemptId]] = field(default_factory=list)

    async def beat(self, told: Beat, snapshots: Sequence[TakenSnapshot], *, age_seconds: float) -> None:
        if self.away:
            self.away -= 1
            raise ConnectionError("the record is away")
        self.kept.append([taken.attempt_id for taken in snapshots])


def stands(script: Script, attempt: str) -> TakenSnapshot:
    snapshot = snapshot_of(script.state, script.now)
    assert snapshot is not None
    return TakenSnapshot(AccountId("acc_1"), AttemptId(attempt), 1, snapshot)


def beating(records: Forgetful, standing: list[TakenSnapshot]) -> Heartbeat:
    beat = Beat(MediaPlace("media-1", "ws://one", "http://one"), 0, 0, 0.1, accepts=True)
    return Heartbeat(records, lambda: beat, lambda: standing)


async def test_what_has_not_changed_is_not_told_again() -> None:
    records, script = Forgetful(), Script().until_silent()
    standing = [stands(script, "call_1-1"), stands(script, "call_2-1")]
    heartbeat = beating(records, standing)
    await heartbeat.tell()
    standing[0] = replace(standing[0], snapshot=replace(standing[0].snapshot, taken_ms=9_000))
    standing[1] = stands(script.says("Who is this?"), "call_2-1")
    await heartbeat.tell()
    await heartbeat.tell()
    await heartbeat.tell()
    assert [["call_1-1", "call_2-1"], ["call_2-1"], [], []] == records.kept


async def test_what_a_record_that_was_away_missed_is_told_with_the_next_beat() -> None:
    """Conversations go on without it, and nobody is taken for lost because of it."""
    records, standing = Forgetful(away=2), [stands(Script().until_silent(), "call_1-1")]
    heartbeat = beating(records, standing)
    for _ in range(4):
        await heartbeat.tell()
    assert [["call_1-1"], []] == records.kept
