"""Verifies an account's audit log batch by batch: entries in order, the seals over them, and at the end what is kept of the end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.audit_chain import BEGINNING, Break, ChainedAct, Flaw, Link, link
from domain.audit_seals import Keys, Seal, is_genuine

PROMPT: Final = timedelta(hours=1)
"""So soon after an act a seal is made while the system runs, by far."""


@dataclass(frozen=True, slots=True)
class Judge:
    """What a log is held against. known: a link that somebody kept elsewhere, None for none."""

    keys: Keys
    now: datetime
    known: Link | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """How far the chain holds. sealed_to: up to which place it is sealed; late_from, late_to: between them stand entries that were not
    sealed within an hour of when they say they were done, as those of before there were seals; None where there are none."""

    link: Link = BEGINNING
    sealed_to: int = 0
    sealed_at: datetime | None = None
    late_from: int | None = None
    late_to: int | None = None


def verify(
    so_far: Verified, acts: Iterable[ChainedAct], seals: Sequence[Seal], judge: Judge
) -> Verified | Break:
    """How far it holds behind these entries, or where it breaks first.

    acts: those that follow, by place; seals: all from the first of these entries to the first one at or behind the last, by place.
    """
    stands, covering = so_far, _Covering(seals)
    for act in acts:
        found = link(stands.link, act)
        if isinstance(found, Break):
            return found
        if judge.known is not None and judge.known.seq == found.seq and judge.known != found:
            return Break(Flaw.KNOWN_OTHERWISE, found.seq, act.id)
        seal = covering.of(found.seq)
        if seal is not None and seal.link.seq == found.seq:
            if not is_genuine(judge.keys, seal):
                return Break(Flaw.SEAL_REFUSED, found.seq, act.id)
            if seal.link != found:
                return Break(Flaw.SEALED_OTHERWISE, found.seq, act.id)
            stands = replace(stands, sealed_to=found.seq, sealed_at=seal.at)
        stands = replace(stands, link=found)
        if (judge.now if seal is None else seal.at) - act.at > PROMPT:
            first = found.seq if stands.late_from is None else stands.late_from
            stands = replace(stands, late_from=first, late_to=found.seq)
    return stands


def verify_end(walked: Verified, head: Link | None, last_seal: Seal | None, judge: Judge) -> Verified | Break:
    """The same, if the log goes as far as what is kept of its end says. head: as the database has it, None if it has none."""
    end = walked.link
    if last_seal is not None and last_seal.link.seq > end.seq and not is_genuine(judge.keys, last_seal):
        return Break(Flaw.SEAL_REFUSED, last_seal.link.seq)
    kept = (head, None if last_seal is None else last_seal.link, judge.known)
    if any(each is not None and each.seq > end.seq for each in kept):
        return Break(Flaw.CUT_OFF, end.seq + 1)
    if (head or BEGINNING) != end:
        return Break(Flaw.HEAD_DIFFERS, end.seq)
    return walked


class _Covering:
    """The first seal at or behind a place, of places that are asked for in order."""

    def __init__(self, seals: Sequence[Seal]) -> None:
        self._left: Iterator[Seal] = iter(seals)
        self._at = next(self._left, None)

    def of(self, seq: int) -> Seal | None:
        while self._at is not None and self._at.link.seq < seq:
            self._at = next(self._left, None)
        return self._at
