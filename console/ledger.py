"""What really happened in the simulated world, as its ledger tells it over HTTP. Knows nothing of the database."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import httpx

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LedgerCall:
    """One dial as the world saw it. answered_at, ended_at are None while that has not happened.

    requested_ms: the world's monotonic clock. heard: all words the callee heard, in order; recorded: those that
    began after the callee's first sentence (a machine's greeting with its beep) had ended. answered_by: what the
    carrier's detection made of the callee, None before its verdict. missed_words: how many of ours the callee noticed
    to be missing, because frames were lost or the world itself stalled.
    """

    sid: str
    attempt_id: str
    to: str
    status: str
    requested_at: datetime
    requested_ms: float
    answered_at: datetime | None
    ended_at: datetime | None
    duration_seconds: int
    heard: tuple[str, ...]
    recorded: tuple[str, ...]
    answered_by: str | None
    missed_words: int = 0


@dataclass(frozen=True, slots=True)
class LedgerMessage:
    """One text message that reached the network."""

    message_id: str
    to: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """One record of a call in the CRM."""

    call_id: str
    to: str
    body: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The world's side. late_ms: the worst delay of the world's own 20 ms beat; a slow machine loses words by it."""

    calls: Sequence[LedgerCall] = ()
    messages: Sequence[LedgerMessage] = ()
    records: Sequence[LedgerRecord] = ()
    late_ms: float = 0.0


def words_of(text: str) -> tuple[str, ...]:
    """The words alone, in lower case."""
    return tuple(_WORD.findall(text.lower()))


def fetch_ledger(world_url: str) -> dict[str, Any]:
    """The whole ledger of the simulated world."""
    answer = httpx.get(f"{world_url}/ledger", timeout=30, trust_env=False)
    answer.raise_for_status()
    document: dict[str, Any] = answer.json()
    return document


def read_ledger(document: Mapping[str, Any]) -> Ledger:
    """The ledger's document as records."""
    return Ledger(
        calls=[_call(entry) for entry in document["calls"]],
        messages=[
            LedgerMessage(
                entry["correlation"] or "", entry["to"], datetime.fromisoformat(entry["created_at"])
            )
            for entry in document["messages"]
            if entry["direction"] != "inbound"
        ],
        records=[_record(entry["properties"]) for entry in document["crm"]["calls"]],
        late_ms=document["driver_lateness"]["max_ms"] or 0.0,
    )


def _call(entry: Mapping[str, Any]) -> LedgerCall:
    greeted_ms = _first_sentence_ended_ms(entry)
    return LedgerCall(
        sid=entry["sid"],
        attempt_id=entry["correlation"] or "",
        to=entry["to"],
        status=entry["status"],
        requested_at=datetime.fromisoformat(entry["requested_at"]),
        requested_ms=entry["requested_ms"],
        answered_at=_moment(entry["answered_at"]),
        ended_at=_moment(entry["ended_at"]),
        duration_seconds=entry["duration_s"],
        heard=words_of(entry["heard_text"]),
        recorded=words_of(
            " ".join(word["text"] for word in entry["heard"] if greeted_ms and word["at_ms"] >= greeted_ms)
        ),
        answered_by=entry["answered_by"],
        missed_words=entry["missed_words"],
    )


def _first_sentence_ended_ms(entry: Mapping[str, Any]) -> float | None:
    """Milliseconds after the answer; two frames of tolerance, since words are stamped where they begin."""
    ended = entry["turns"][0]["person_ended_ms"] if entry["turns"] else None
    return None if ended is None else float(ended - entry["answered_ms"] - 40)


def _record(properties: Mapping[str, Any]) -> LedgerRecord:
    return LedgerRecord(
        call_id=properties.get("outbound_call_id", ""),
        to=properties.get("hs_call_to_number", ""),
        body=properties.get("hs_call_body", ""),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
