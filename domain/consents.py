"""The consent ledger: what a person agreed to and took back, and which entry a contact rests on (decision 0056).

Asked by contactability.py with each decision; what a cell of a list says is read by lead_consents.py; rows: database/consents.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from domain.campaigns import Purpose
from domain.channels import Channel
from domain.rule_packs import Consent


class ConsentBasis(StrEnum):
    """How firmly somebody agreed; WRITTEN includes EXPRESS."""

    EXPRESS = "express"
    WRITTEN = "written"


class ConsentSource(StrEnum):
    """By which way we know of it: a program or an operator, the row of a list, the order of a single call."""

    OPERATOR = "api"
    LIST = "import"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """A consent that was given. purposes, channels: those that it names, and no other.

    given_at: None where nobody knows when, as of a list: whatever the person withdraws, at whatever time, ends it. expires_at: the
    first moment at which it holds no more, None for never.
    """

    id: str
    basis: ConsentBasis
    purposes: frozenset[Purpose]
    channels: frozenset[Channel]
    given_at: datetime | None
    expires_at: datetime | None = None

    def names(self, purpose: Purpose, channel: Channel) -> bool:
        """Whether it is about such a contact."""
        return purpose in self.purposes and channel in self.channels

    def is_expired(self, now: datetime) -> bool:
        """Whether it holds no more."""
        return self.expires_at is not None and self.expires_at <= now

    def outlives(self, withdrawn_at: datetime | None) -> bool:
        """Whether it was given after this withdrawal; at the same moment the withdrawal wins. None: nothing was withdrawn."""
        return withdrawn_at is None or (self.given_at is not None and self.given_at > withdrawn_at)


@dataclass(frozen=True, slots=True)
class ConsentWithdrawal:
    """A consent that was taken back, with all others for these purposes and channels; empty: for every one."""

    purposes: frozenset[Purpose]
    channels: frozenset[Channel]
    withdrawn_at: datetime

    def ends(self, purpose: Purpose, channel: Channel) -> bool:
        """Whether it is about such a contact."""
        return (not self.purposes or purpose in self.purposes) and (
            not self.channels or channel in self.channels
        )


@dataclass(frozen=True, slots=True)
class ConsentLedger:
    """All that is on record of the person at one number, in any order."""

    entries: tuple[ConsentEntry, ...] = ()
    withdrawals: tuple[ConsentWithdrawal, ...] = ()


EMPTY_LEDGER: Final = ConsentLedger()


class Lack(StrEnum):
    """Why no entry suffices; that which is nearest to one that would comes first."""

    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    TOO_WEAK = "too_weak"
    OTHER_CHANNEL = "other_channel"
    OTHER_PURPOSE = "other_purpose"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Resting:
    """The contact is agreed to: by this entry, or None where no consent is needed and none was withdrawn."""

    entry: ConsentEntry | None


def consent_for(
    ledger: ConsentLedger, needed: Consent, purpose: Purpose, channel: Channel, now: datetime
) -> Resting | Lack:
    """Say which entry a contact for this purpose by this channel rests on, or why there is none.

    needed: by the rules of the place. What was withdrawn binds where no consent is needed as well, until the person gives
    another. Of several entries it is the one that was given last; one of unknown time is last taken. An entry that is given only
    later than now is none yet. now must carry a time zone.
    Source: decision 0056.
    """
    standing = standing_for(ledger, purpose, channel, now)
    withdrawn_at = _withdrawn_at(ledger, purpose, channel)
    sufficing = [entry for entry in standing if _suffices(entry.basis, needed)]
    if sufficing:
        return Resting(max(sufficing, key=_age))
    if needed is Consent.NONE and withdrawn_at is None:
        return Resting(None)
    if withdrawn_at is not None and not standing:
        return Lack.WITHDRAWN
    given = _given_for(ledger, purpose, channel, now)
    if any(_suffices(entry.basis, needed) and entry.outlives(withdrawn_at) for entry in given):
        return Lack.EXPIRED
    return Lack.TOO_WEAK if standing else _elsewhere(ledger.entries, purpose, now)


def standing_for(
    ledger: ConsentLedger, purpose: Purpose, channel: Channel, now: datetime
) -> list[ConsentEntry]:
    """The entries that hold for such a contact now: given, not expired, and not withdrawn since."""
    withdrawn_at = _withdrawn_at(ledger, purpose, channel)
    given = _given_for(ledger, purpose, channel, now)
    return [entry for entry in given if not entry.is_expired(now) and entry.outlives(withdrawn_at)]


def _given_for(
    ledger: ConsentLedger, purpose: Purpose, channel: Channel, now: datetime
) -> list[ConsentEntry]:
    return [entry for entry in ledger.entries if entry.names(purpose, channel) and _is_given(entry, now)]


def _withdrawn_at(ledger: ConsentLedger, purpose: Purpose, channel: Channel) -> datetime | None:
    """When such a contact was withdrawn last; None for never."""
    ending = (each.withdrawn_at for each in ledger.withdrawals if each.ends(purpose, channel))
    return max(ending, default=None)


def lacking(lack: Lack, needed: Consent, purpose: Purpose) -> str:
    """What is lacking, as a sentence."""
    if lack is Lack.WITHDRAWN:
        return f"The person withdrew their consent to a {purpose} contact."
    return f"A {purpose} contact needs {needed} consent here{_BUT.get(lack, '')}."


_BUT: Final = {
    Lack.EXPIRED: "; what was given has expired",
    Lack.TOO_WEAK: "; what was given is not in writing",
    Lack.OTHER_CHANNEL: "; what was given is for another channel",
    Lack.OTHER_PURPOSE: "; what was given is for another purpose",
}


def holds_still(ledger: ConsentLedger, entry: ConsentEntry, now: datetime) -> bool:
    """Whether this entry of the ledger still allows any contact that it names."""
    return any(
        entry in standing_for(ledger, purpose, channel, now)
        for purpose in entry.purposes
        for channel in entry.channels
    )


def _is_given(entry: ConsentEntry, now: datetime) -> bool:
    return entry.given_at is None or entry.given_at <= now


def _suffices(given: ConsentBasis, needed: Consent) -> bool:
    return needed is not Consent.WRITTEN or given is ConsentBasis.WRITTEN


_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


def _age(entry: ConsentEntry) -> tuple[datetime, str]:
    return entry.given_at or _LONG_AGO, entry.id


def _elsewhere(entries: Iterable[ConsentEntry], purpose: Purpose, now: datetime) -> Lack:
    """What is lacking where no entry is about such a contact."""
    held = [entry for entry in entries if _is_given(entry, now) and not entry.is_expired(now)]
    if any(purpose in entry.purposes for entry in held):
        return Lack.OTHER_CHANNEL
    return Lack.OTHER_PURPOSE if held else Lack.MISSING
