"""The judge: holds the world's ledger and the product's rows against the laws, through code of its own.

The ledger says what really happened; the rows say what the product believes. Nothing here imports the product's rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.end_to_end.house import House, Lead

ATTEMPTS = "SELECT id, call_id, state, result, carrier_call_id, trunk_id FROM attempts"
OPT_OUTS = """
    SELECT a.carrier_call_id AS sid, min(s.created_at) AS at
    FROM suppressions s JOIN attempts a ON a.call_id = s.call_id
    WHERE s.removed_at IS NULL AND a.carrier_call_id IS NOT NULL GROUP BY a.carrier_call_id
"""
UNFINISHED = """
    SELECT l.id AS lead, count(c.id) AS calls, min(c.state) AS state, min(c.result) AS result, min(c.outcome) AS outcome
    FROM leads l LEFT JOIN calls c ON c.lead_id = l.id WHERE l.campaign_id = ANY($1::text[]) GROUP BY l.id
    HAVING count(c.id) <> 1 OR min(c.state) <> 'closed' OR min(c.result) IS NULL OR min(c.outcome) IS NULL
"""
LEAKED_LINES = """
    SELECT l.trunk_id, l.number, c.state FROM lines l LEFT JOIN calls c ON c.id = l.call_id
    WHERE l.call_id IS NOT NULL AND COALESCE(c.state, 'absent') NOT IN ('claimed', 'queued', 'dialling', 'live')
"""
TRUNKS = """
    SELECT t.id, t.calls_per_second AS cap, count(l.number) AS lines
    FROM trunks t LEFT JOIN lines l ON l.trunk_id = t.id GROUP BY t.id
"""

# What the product may make of the carrier's final word. A caller who hangs up cancels, whatever became of the leg.
RESULTS_OF = {
    "busy": {"busy", "cancelled"},
    "no-answer": {"no_answer", "cancelled"},
    "canceled": {"cancelled", "no_answer"},
    "failed": {"invalid_number", "carrier_failed", "cancelled"},
    "completed": {
        "talked",
        "hung_up_early",
        "no_response",
        "voicemail_left",
        "voicemail_silent",
        "number_unavailable",
        "conversation_lost",
        "vendor_failed",
        "cancelled",
    },
}
OVER = frozenset({"ended", "closed"})


@dataclass(frozen=True, slots=True)
class Rows:
    """What the product believes, as plain rows. unfinished: leads of finished campaigns without one closed call."""

    attempts: Sequence[Mapping[str, Any]] = ()
    opt_outs: Sequence[Mapping[str, Any]] = ()
    unfinished: Sequence[Mapping[str, Any]] = ()
    leaked_lines: Sequence[Mapping[str, Any]] = ()
    trunks: Sequence[Mapping[str, Any]] = ()


async def judge(house: House, *campaigns: str) -> None:
    """Fail the test unless every law holds for all that happened so far; the campaigns named are over."""
    rows = Rows(
        attempts=await house.rows(ATTEMPTS),
        opt_outs=await house.rows(OPT_OUTS),
        unfinished=await house.rows(UNFINISHED, list(campaigns)),
        leaked_lines=await house.rows(LEAKED_LINES),
        trunks=await house.rows(TRUNKS),
    )
    ledger = await house.ledger()
    found = [
        *findings(ledger["calls"], rows, house.leads, record_was_away=house.record_was_away),
        *ledger["defects"],
    ]
    assert [] == found, "\n".join(found)


def findings(
    calls: Sequence[Mapping[str, Any]],
    rows: Rows,
    leads: Iterable[Lead] = (),
    *,
    record_was_away: bool = False,
) -> list[str]:
    """Every breach of a law, in words; calls are the ledger's entries.

    record_was_away: PostgreSQL was killed. A conversation waits five seconds for its opt-out to be stored and then
    leaves that to the next attempt at storing, so only then may an opt-out be younger than its call's end.
    """
    return [
        *dialled_twice(calls),
        *two_legs_at_once(calls),
        *outside_hours(calls, leads),
        *after_opt_out(calls, rows.opt_outs, record_was_away=record_was_away),
        *over_caps(calls, rows),
        *disagreements(calls, rows.attempts),
        *(f"lead {row['lead']} has no single final outcome: {dict(row)}" for row in rows.unfinished),
        *(f"line {row['number']} of {row['trunk_id']} stays taken" for row in rows.leaked_lines),
    ]


def dialled_twice(calls: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """At most one dial for each attempt."""
    for attempt, dials in grouped(calls, lambda call: call["correlation"]).items():
        if len(dials) > 1:
            yield f"attempt {attempt} was dialled {len(dials)} times"


def two_legs_at_once(calls: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Never two live legs to one number."""
    for number, dials in grouped(calls, lambda call: call["to"]).items():
        if most_at_once(dials) > 1:
            yield f"{number} had two live legs"


def outside_hours(calls: Sequence[Mapping[str, Any]], leads: Iterable[Lead]) -> Iterator[str]:
    """No dial outside the window that the test gave this lead."""
    hours = {lead.number: lead.hours for lead in leads if lead.hours is not None}
    for call in calls:
        if call["to"] in hours:
            zone, opens, closes = hours[call["to"]]
            local = at(call["requested_at"]).astimezone(ZoneInfo(zone)).strftime("%H:%M")
            is_open = opens <= local < closes if opens < closes else local >= opens or local < closes
            if not is_open:
                yield f"{call['to']} was dialled at {local} in {zone}, outside {opens} to {closes}"


def after_opt_out(
    calls: Sequence[Mapping[str, Any]], opt_outs: Iterable[Mapping[str, Any]], *, record_was_away: bool
) -> Iterator[str]:
    """An opt-out is durable before its call ends, and no dial follows it.

    A person who hangs up in the middle of it can be faster than a record that is being started again.
    """
    by_sid = {call["sid"]: call for call in calls}
    for opt_out in opt_outs:
        said_in = by_sid.get(opt_out["sid"])
        if said_in is None:
            continue
        is_ours = said_in["ended_by"] in ("document", "api") and not record_was_away
        if is_ours and at(said_in["ended_at"]) < opt_out["at"]:
            yield f"the opt-out of call {opt_out['sid']} was stored after the call had ended"
        for call in calls:
            if call["to"] == said_in["to"] and at(call["requested_at"]) > opt_out["at"]:
                yield f"{call['to']} was dialled after the opt-out"


def over_caps(calls: Sequence[Mapping[str, Any]], rows: Rows, *, way_ms: float = 0.0) -> Iterator[str]:
    """No second holds more dials than the trunk's cap, no moment more legs than its lines.

    way_ms: by how much the way of one request to the ledger may be longer than that of the next.
    """
    trunk_of = {row["id"]: row["trunk_id"] for row in rows.attempts}
    dials_of = grouped(calls, lambda call: trunk_of.get(call["correlation"]))
    for trunk in rows.trunks:
        dials = dials_of.get(trunk["id"], [])
        worst = most_in_a_second([call["requested_ms"] for call in dials], way_ms=way_ms)
        if worst > max(1, trunk["cap"]):
            yield f"trunk {trunk['id']} dialled {worst} times in one second, its cap is {trunk['cap']}"
        if most_at_once(dials) > trunk["lines"]:
            yield f"trunk {trunk['id']} had {most_at_once(dials)} legs on {trunk['lines']} lines"


def disagreements(calls: Sequence[Mapping[str, Any]], attempts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Every dial has its row and every row its dial, and both tell the same end."""
    rows, by_sid = {row["id"]: row for row in attempts}, {call["sid"]: call for call in calls}
    for call in calls:
        row = rows.get(call["correlation"])
        if row is None:
            yield f"the ledger's call {call['sid']} has no attempt in the database"
        elif row["carrier_call_id"] is not None and call["sid"] != row["carrier_call_id"]:
            yield f"attempt {row['id']} names {row['carrier_call_id']}, the ledger {call['sid']}"
        elif row["state"] in OVER and call["ended_at"] is None:
            yield f"attempt {row['id']} is over in the database, its leg lives on"
        elif row["state"] == "closed" and row["result"] not in RESULTS_OF.get(call["status"], set()):
            yield f"attempt {row['id']} is {row['result']}, the ledger says {call['status']}"
    for row in attempts:
        if row["carrier_call_id"] is not None and row["carrier_call_id"] not in by_sid:
            yield f"attempt {row['id']} names {row['carrier_call_id']}, which the ledger does not know"


def most_at_once(calls: Iterable[Mapping[str, Any]]) -> int:
    """How many of these legs were up at the same moment; one that ends as another begins is not beside it."""
    edges = []
    for call in calls:
        edges.append((at(call["requested_at"]), 1))
        if call["ended_at"] is not None:
            edges.append((at(call["ended_at"]), -1))
    most = up = 0
    for _, change in sorted(edges):
        up += change
        most = max(most, up)
    return most


def most_in_a_second(moments_ms: Iterable[float], *, way_ms: float = 0.0) -> int:
    """The fullest window of one second, less what the ways there may differ by."""
    ordered = sorted(moments_ms)
    first, most = 0, 0
    for place, moment in enumerate(ordered):
        while moment - ordered[first] >= 1000 - way_ms:
            first += 1
        most = max(most, place - first + 1)
    return most


def grouped(calls: Iterable[Mapping[str, Any]], key: Any) -> dict[Any, list[Mapping[str, Any]]]:
    """The calls by what the key says of them."""
    groups: dict[Any, list[Mapping[str, Any]]] = defaultdict(list)
    for call in calls:
        groups[key(call)].append(call)
    return groups


def at(moment: str) -> datetime:
    """A moment of the ledger."""
    return datetime.fromisoformat(moment)
