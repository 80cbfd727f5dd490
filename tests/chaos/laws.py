"""Holds what a storm left against the laws: the world's ledger is the judge, the rows are what the product believes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from tests.chaos.storm_run import Absence, Aftermath, Promise
from tests.chaos.storms import MEDIA
from tests.end_to_end import judge
from tests.end_to_end.house import House, until
from tests.end_to_end.judge import Rows, at

# A decision is at most a second old when the request leaves; the rest is the way to the ledger on a busy machine.
_PROMISE_BINDS_AFTER: Final = timedelta(seconds=1.5)
# From the end of a sentence until what it binds is stored; by feel, several times what it takes on an idle machine.
_HEARS_WITHIN_MS: Final = 2000.0

# The pace binds what leaves us (decision 0012), and the ledger sees what arrives. Storms run on machines with ten times more
# to do than they can; there a request was answered 130 ms after the slot that it left in, its neighbours after 20. Slots
# that are shared, or nearer than this allows, are still seen; on a quiet machine the end-to-end tests allow nothing.
_WAYS_DIFFER_BY_MS: Final = 150.0

_ATTEMPTS = """
    SELECT a.id, a.call_id, a.state, a.result, a.carrier_call_id, a.trunk_id
    FROM attempts a JOIN calls c ON c.id = a.call_id WHERE c.campaign_id = $1
"""
_OPT_OUTS = """
    SELECT a.carrier_call_id AS sid, min(s.created_at) AS at FROM suppressions s
    JOIN attempts a ON a.call_id = s.call_id JOIN calls c ON c.id = a.call_id
    WHERE s.removed_at IS NULL AND a.carrier_call_id IS NOT NULL AND c.campaign_id = $1 GROUP BY a.carrier_call_id
"""
_TRUNKS = """
    SELECT t.id, t.calls_per_second AS cap, count(l.number) AS lines FROM trunks t LEFT JOIN lines l ON l.trunk_id = t.id
    WHERE t.id = (SELECT trunk_id FROM campaigns WHERE id = $1) GROUP BY t.id
"""
_UNFINISHED = f"""
    SELECT u.* FROM ({judge.UNFINISHED}) u JOIN leads l ON l.id = u.lead JOIN campaigns m ON m.id = l.campaign_id
    WHERE u.calls > 0 OR m.state <> 'cancelled'
"""
_LEAKED_LINES = f"{judge.LEAKED_LINES} AND l.trunk_id = (SELECT trunk_id FROM campaigns WHERE id = $1)"
_TALKED_WITHOUT_RECORD = """
    SELECT c.id FROM calls c JOIN campaigns m ON m.id = c.campaign_id LEFT JOIN crm_links k ON k.call_id = c.id
    WHERE c.campaign_id = $1 AND c.result = 'talked' AND k.call_id IS NULL AND (m.plan -> 'sync_crm')::boolean
"""
_UNSUPPRESSED = """
    SELECT a.carrier_call_id AS sid FROM attempts a JOIN calls c ON c.id = a.call_id
    WHERE c.campaign_id = $1 AND a.carrier_call_id = ANY($2::text[]) AND NOT EXISTS (
        SELECT FROM suppressions s WHERE s.number_hash = a.number_hash AND s.removed_at IS NULL)
"""


@dataclass(frozen=True, slots=True)
class Breach:
    """One law that a storm broke."""

    law: str
    what: str

    def __str__(self) -> str:
        return f"{self.law}: {self.what}"


async def breaches(house: House, after: Aftermath) -> list[Breach]:
    """Every law that does not hold for this storm's campaign; empty when all is well."""
    campaign = after.campaign_id
    rows = Rows(
        attempts=await house.rows(_ATTEMPTS, campaign),
        opt_outs=[
            {"sid": row["sid"], "at": row["at"] - _ahead(after)}
            for row in await house.rows(_OPT_OUTS, campaign)
        ],
        unfinished=await house.rows(_UNFINISHED, [campaign]) if not after.unfinished else (),
        leaked_lines=await house.rows(_LEAKED_LINES, campaign),
        trunks=await house.rows(_TRUNKS, campaign),
    )
    ledger = await house.ledger()
    calls = [call for call in ledger["calls"] if call["to"] in {lead.number for lead in after.storm.leads}]
    said = [call["sid"] for call in calls if has_heard_opt_out(call, after.absences)]
    unsuppressed = await house.rows(_UNSUPPRESSED, campaign, said)
    return [
        *_named("1, one dial per attempt", judge.dialled_twice(calls)),
        *_named("1, one leg per number", judge.two_legs_at_once(calls)),
        *_named("1, nobody else is dialled", strangers(ledger["calls"], after)),
        *_named("2, decided immediately before", dialled_against_promise(calls, after.promises)),
        *_named("4, an opt-out binds", judge.after_opt_out(calls, rows.opt_outs, record_was_away=True)),
        *_named(
            "4, an opt-out is durable",
            (f"{row['sid']} opted out and is not suppressed" for row in unsuppressed),
        ),
        *_named("5, one outcome", [after.unfinished] if after.unfinished else []),
        *_named("5, one outcome", (f"lead {row['lead']}: {dict(row)}" for row in rows.unfinished)),
        *_named("5, rows and ledger agree", judge.disagreements(calls, rows.attempts)),
        *_named("6, no line leaks", (f"line {row['number']} stays taken" for row in rows.leaked_lines)),
        *_named("pace and lines", judge.over_caps(calls, rows, way_ms=_WAYS_DIFFER_BY_MS)),
        *_named("messages once", told_twice(ledger["messages"], after)),
        *_named("CRM records once", recorded_twice(ledger["crm"]["calls"], await _call_ids(house, campaign))),
        *_named("CRM records", (f"call {row['id']} has none" for row in await _unrecorded(house, after))),
        *_named("the world's own", ledger["defects"]),
    ]


def _ahead(after: Aftermath) -> timedelta:
    """By how much the rows' moments are ahead of the world's."""
    return timedelta(seconds=after.storm.clocks.get("postgres", 0.0))


def _named(law: str, found: Iterable[str]) -> Iterator[Breach]:
    return (Breach(law, what) for what in found)


def strangers(calls: Iterable[Mapping[str, Any]], after: Aftermath) -> Iterator[str]:
    """Dials of people who are not in this storm: a call of an earlier one, whose campaign was over."""
    known = {lead.number for lead in after.storm.leads}
    return (
        f"{call['to']} was dialled after its campaign was over" for call in calls if call["to"] not in known
    )


def dialled_against_promise(calls: Sequence[Mapping[str, Any]], promises: Iterable[Promise]) -> Iterator[str]:
    """No dial leaves more than a second after what forbids it was acknowledged."""
    for promise in promises:
        for call in calls:
            if promise.number not in ("", call["to"]):
                continue
            asked = at(call["requested_at"])
            is_after = asked > promise.since + _PROMISE_BINDS_AFTER
            if is_after and (promise.until is None or asked < promise.until):
                late = (asked - promise.since).total_seconds()
                yield f"{call['to']} was dialled {late:.1f} s after it was acknowledged that {promise.what}"


def has_heard_opt_out(call: Mapping[str, Any], absences: Sequence[Absence]) -> bool:
    """Whether the callee said the whole sentence to a living ear.

    One stream carried all of it, and its process did not vanish before it and the record had been awake together for
    as long as hearing and storing take.
    """
    lost = {each["stream"]: each["at_ms"] for each in call["streams_lost"]}
    for turn in call["turns"]:
        if "never call me again" not in turn["said"].lower() or None in (
            turn["stream"],
            turn["person_ended_ms"],
        ):
            continue
        lost_ms = lost.get(turn["stream"])
        if lost_ms is None or awake_ms(turn["person_ended_ms"], lost_ms, absences) >= _HEARS_WITHIN_MS:
            return True
    return False


def awake_ms(since_ms: float, until_ms: float, absences: Iterable[Absence]) -> float:
    """How long of this time neither the record nor any media process was absent."""
    awake, at_ms = 0.0, since_ms
    deaf = [each for each in absences if each.process in ("postgres", *MEDIA)]
    for absence in sorted(deaf, key=lambda each: each.since_ms):
        awake += max(0.0, min(absence.since_ms, until_ms) - at_ms)
        at_ms = max(at_ms, absence.until_ms)
    return awake + max(0.0, until_ms - at_ms)


def told_twice(messages: Iterable[Mapping[str, Any]], after: Aftermath) -> Iterator[str]:
    """Nobody is sent the same text twice."""
    known = {lead.number for lead in after.storm.leads}
    sent = Counter((m["to"], m["body"]) for m in messages if m["to"] in known and m["direction"] != "inbound")
    return (
        f"{number} was sent the same text {times} times" for (number, _), times in sent.items() if times > 1
    )


def recorded_twice(records: Sequence[Any], call_ids: Iterable[str]) -> Iterator[str]:
    """At most one CRM record for each call."""
    shown = [str(record) for record in records]
    for call_id in call_ids:
        times = sum(call_id in record for record in shown)
        if times > 1:
            yield f"call {call_id} has {times} CRM records"


async def _call_ids(house: House, campaign: str) -> list[str]:
    return [row["id"] for row in await house.rows("SELECT id FROM calls WHERE campaign_id = $1", campaign)]


async def _unrecorded(house: House, after: Aftermath) -> Sequence[Mapping[str, Any]]:
    """Calls that talked and reach no CRM record within half a minute: the sync goes on after the campaign's end."""
    found: list[Mapping[str, Any]] = []

    async def are_all_there() -> bool:
        found[:] = await house.rows(_TALKED_WITHOUT_RECORD, after.campaign_id)
        return not found

    with suppress(TimeoutError):
        await until(are_all_there, 40, every=0.3)
    return found
