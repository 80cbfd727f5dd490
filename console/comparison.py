"""Holds the simulated world's ledger against the database: what really happened against what we believe.

The two sides are read by separate code (ledger.py over HTTP, books.py by its own SQL) and meet only here.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from console.books import BookedAttempt, Books
from console.ledger import Ledger, LedgerCall
from domain.outcomes import RESULT_FLAGS, TechnicalResult

# What our results mean in the ledger's words; every other result belongs to a call that was answered.
_UNANSWERED: Final[dict[TechnicalResult, frozenset[str]]] = {
    TechnicalResult.BUSY: frozenset({"busy"}),
    TechnicalResult.NO_ANSWER: frozenset({"no-answer"}),
    TechnicalResult.CARRIER_FAILED: frozenset({"failed"}),
    TechnicalResult.INVALID_NUMBER: frozenset({"failed"}),
    TechnicalResult.NUMBER_UNAVAILABLE: frozenset({"failed", "completed"}),
    TechnicalResult.UNWANTED: frozenset({"failed"}),
    TechnicalResult.CANCELLED: frozenset({"canceled", "completed"}),
}
_ANSWERED: Final = frozenset({"completed"})
_SENT: Final = frozenset({"sent", "delivered", "failed"})
_OPENING_WORDS: Final = 3  # a person may interrupt the rest
_DURATION_TOLERANCE: Final = 1  # second; both sides round

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One point on which the two sides differ, in words for people; never carries a number.

    subject: the attempt, message or call it is about, or the trunk's limit that was broken.
    """

    subject: str
    text: str


def compare(ledger: Ledger, books: Books) -> list[Disagreement]:
    """Every point on which ledger and database differ, and every law the ledger shows broken; empty when all is well."""
    return [
        *_dials(ledger, books),
        *_messages(ledger, books),
        *_records(ledger, books),
        *_after_opt_out(ledger, books),
        *_overlapping(ledger.calls),
        *_limits(ledger, books),
    ]


def _dials(ledger: Ledger, books: Books) -> Iterator[Disagreement]:
    dialled = _grouped(ledger.calls, lambda call: call.attempt_id)
    booked = {attempt.attempt_id: attempt for attempt in books.attempts}
    for attempt_id in dialled:
        if attempt_id not in booked and _planned_call(attempt_id) not in books.strangers:
            yield Disagreement(attempt_id, "was dialled, but the database has no such attempt")
    for attempt in books.attempts:
        calls = dialled.get(attempt.attempt_id, [])
        expected = 1 if attempt.sent else 0
        if len(calls) != expected:
            yield Disagreement(attempt.attempt_id, f"was dialled {len(calls)} times, expected {expected}")
            continue
        for call in calls:
            for text in _differences(attempt, call):
                yield Disagreement(attempt.attempt_id, text)


def _differences(attempt: BookedAttempt, call: LedgerCall) -> Iterator[str]:
    """In words, what one attempt and its dial do not agree on."""
    if call.to != attempt.to:
        yield "went to another number than booked"
    if call.sid != attempt.carrier_call_id:
        yield "has another carrier id than booked"
    if (call.answered_at is None) != (attempt.answered_at is None):
        yield f"was {'not ' if call.answered_at is None else ''}answered, the database says otherwise"
    elif (
        call.answered_at
        and abs(call.duration_seconds - (attempt.duration_seconds or 0)) > _DURATION_TOLERANCE
    ):
        yield f"lasted {call.duration_seconds} s, booked are {attempt.duration_seconds} s"
    if attempt.result is None:
        yield f"has no result, the ledger says {call.status}"
    elif call.status not in _UNANSWERED.get(attempt.result, _ANSWERED):
        yield f"is booked as {attempt.result}, the ledger says {call.status}"
    else:
        yield from _misheard(attempt, call)


def _misheard(attempt: BookedAttempt, call: LedgerCall) -> Iterator[str]:
    """What the callee heard against what the result claims."""
    assert attempt.result is not None
    opening = attempt.opening[: _OPENING_WORDS + call.missed_words]
    heard_opening = most_in_order(call.heard, opening, may_miss=call.missed_words) >= _OPENING_WORDS
    if attempt.result is TechnicalResult.TALKED and not heard_opening:
        yield "is booked as talked, but the opening was not heard"
    elif RESULT_FLAGS[attempt.result].person and not call.heard:
        yield f"is booked as {attempt.result}, but nothing was heard"
    recorded = most_in_order(call.recorded, attempt.voicemail, may_miss=call.missed_words)
    was_left = bool(attempt.voicemail) and recorded == len(attempt.voicemail)
    is_booked = attempt.result is TechnicalResult.VOICEMAIL_LEFT
    if is_booked and (not recorded or recorded < len(attempt.voicemail) - call.missed_words):
        yield "is booked as a message left, but the machine did not record it"
    if was_left and not is_booked:
        yield f"left its message, but is booked as {attempt.result}"
    if is_booked and call.answered_by == "human":
        yield "is booked as a message left, but a person had answered"


def _messages(ledger: Ledger, books: Books) -> Iterator[Disagreement]:
    sent = _grouped(ledger.messages, lambda message: message.message_id)
    booked = {message.message_id: message for message in books.messages}
    for message_id in sent:
        if message_id not in booked and message_id not in books.strangers:
            yield Disagreement(message_id, "was sent, but the database has no such message")
    for message in books.messages:
        expected = 1 if message.state in _SENT else 0
        found = sent.get(message.message_id, [])
        if len(found) != expected:
            text = f"is {message.state} and was sent {len(found)} times, expected {expected}"
            yield Disagreement(message.message_id, text)
        if any(each.to != message.to for each in found):
            yield Disagreement(message.message_id, "went to another number than booked")
    written = {message.call_id for message in books.messages}
    for call in books.calls:
        if call.wants_message and call.call_id not in written:
            yield Disagreement(call.call_id, f"ended as {call.outcome} and has no follow-up message")


def _records(ledger: Ledger, books: Books) -> Iterator[Disagreement]:
    kept = _grouped(ledger.records, lambda record: record.call_id)
    booked = {call.call_id for call in books.calls}
    for call_id in kept:
        if call_id not in booked and call_id not in books.strangers:
            yield Disagreement(call_id, "is in the CRM, but the database has no such call")
    for call in books.calls:
        expected = 1 if books.syncs_crm and call.state == "closed" else 0
        found = kept.get(call.call_id, [])
        if len(found) != expected or call.has_record != bool(expected):
            said = "one" if call.has_record else "none"
            yield Disagreement(
                call.call_id, f"has {len(found)} CRM records, expected {expected}, booked is {said}"
            )
        for record in found:
            if record.to != call.to:
                yield Disagreement(call.call_id, "is in the CRM with another number")
            if f"Result: {call.result}. Outcome: {call.outcome}." not in record.body:
                yield Disagreement(call.call_id, f"is not in the CRM as {call.result}, {call.outcome}")


def _after_opt_out(ledger: Ledger, books: Books) -> Iterator[Disagreement]:
    """Nothing reaches a number once its opt-out is durable (law 4)."""
    for opt_out in books.opt_outs:
        for call in ledger.calls:
            if call.to == opt_out.to and call.requested_at > opt_out.at:
                yield Disagreement(call.attempt_id, "was dialled after the person had opted out")
        for message in ledger.messages:
            if message.to == opt_out.to and message.created_at > opt_out.at:
                yield Disagreement(message.message_id, "was sent after the person had opted out")


def _overlapping(calls: Iterable[LedgerCall]) -> Iterator[Disagreement]:
    """Two live legs to one number, which may never be (law 1)."""
    in_order = sorted(calls, key=lambda call: call.requested_at)
    for of_number in _grouped(in_order, lambda call: call.to).values():
        for earlier, later in itertools.pairwise(of_number):
            if earlier.ended_at is None or later.requested_at < earlier.ended_at:
                yield Disagreement(later.attempt_id, "was dialled while another leg to the number was live")


def _limits(ledger: Ledger, books: Books) -> Iterator[Disagreement]:
    """This campaign's dials against its trunk's pace and lines."""
    ours = {attempt.attempt_id for attempt in books.attempts}
    calls = [call for call in ledger.calls if call.attempt_id in ours]
    fastest = most_in_a_second(call.requested_ms for call in calls)
    if fastest > max(1, books.calls_per_second):
        yield Disagreement("pace", f"{fastest} dials in one second, allowed are {books.calls_per_second:g}")
    most = most_at_once(calls)
    if most > books.lines:
        yield Disagreement("lines", f"{most} legs at once, the trunk has {books.lines} lines")


def most_in_a_second(moments_ms: Iterable[float]) -> int:
    """How many of these moments the fullest second holds."""
    ordered = sorted(moments_ms)
    return max(
        (sum(1 for moment in ordered if first <= moment < first + 1000) for first in ordered), default=0
    )


def most_at_once(calls: Iterable[LedgerCall]) -> int:
    """How many of these legs were up at the same moment; one that ends as another begins is not beside it."""
    edges = []
    for call in calls:
        edges.append((call.requested_at, 1))
        if call.ended_at is not None:
            edges.append((call.ended_at, -1))
    return max(itertools.accumulate(change for _, change in sorted(edges)), default=0)


def most_in_order(words: Sequence[str], wanted: Sequence[str], *, may_miss: int) -> int:
    """How many of the wanted words follow one another somewhere in there, with nothing foreign between them.

    At most may_miss of the wanted ones may be absent before the last that counts.
    """
    return max((_found_from(words[at:], wanted, may_miss) for at in range(len(words))), default=0)


def _found_from(words: Sequence[str], wanted: Sequence[str], may_miss: int) -> int:
    found = missed = 0
    for word in wanted:
        if found < len(words) and words[found] == word:
            found += 1
        else:
            missed += 1
        if missed > may_miss:
            break
    return found


def _planned_call(attempt_id: str) -> str:
    return attempt_id.rpartition("-")[0]


def _grouped(rows: Iterable[_Row], key: Callable[[_Row], str]) -> Mapping[str, list[_Row]]:
    groups: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups
