"""Which entry of the ledger a contact rests on, or why there is none. Requirement 113; decision 0056."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import (
    EMPTY_LEDGER,
    ConsentBasis,
    ConsentEntry,
    ConsentLedger,
    ConsentWithdrawal,
    Lack,
    Resting,
    consent_for,
    holds_still,
    lacking,
)
from domain.rule_packs import Consent

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)
MARKETING, SURVEY = frozenset({Purpose.MARKETING}), frozenset({Purpose.SURVEY})
VOICE, SMS = frozenset({Channel.VOICE}), frozenset({Channel.SMS})
SAID = ConsentEntry("cons_1", ConsentBasis.EXPRESS, MARKETING, VOICE, given_at=NOON - timedelta(days=2))
SIGNED = replace(SAID, id="cons_2", basis=ConsentBasis.WRITTEN, given_at=NOON - timedelta(days=3))
UNDATED = replace(SAID, id="cons_3", given_at=None)
BACK = ConsentWithdrawal(MARKETING, VOICE, NOON - timedelta(days=1))


def found(
    ledger: ConsentLedger, needed: Consent = Consent.EXPRESS, channel: Channel = Channel.VOICE
) -> str | Lack | None:
    """The id of the entry, None for a contact that needs none, or what is lacking."""
    answer = consent_for(ledger, needed, Purpose.MARKETING, channel, NOON)
    if isinstance(answer, Resting):
        return None if answer.entry is None else answer.entry.id
    return answer


def of(*each: ConsentEntry | ConsentWithdrawal) -> ConsentLedger:
    return ConsentLedger(
        tuple(one for one in each if isinstance(one, ConsentEntry)),
        tuple(one for one in each if isinstance(one, ConsentWithdrawal)),
    )


EXPRESS, WRITTEN, NONE = Consent.EXPRESS, Consent.WRITTEN, Consent.NONE
AT_ONCE = replace(SAID, id="cons_4", given_at=BACK.withdrawn_at)
LATER = BACK.withdrawn_at + TICK
AFTER = replace(SAID, id="cons_5", given_at=LATER)
AGAIN = replace(BACK, withdrawn_at=LATER)
TABLE = [
    (EMPTY_LEDGER, NONE, None),
    (EMPTY_LEDGER, EXPRESS, Lack.MISSING),
    (EMPTY_LEDGER, WRITTEN, Lack.MISSING),
    (of(SAID), NONE, "cons_1"),
    (of(SAID), EXPRESS, "cons_1"),
    (of(SAID), WRITTEN, Lack.TOO_WEAK),
    (of(SIGNED), EXPRESS, "cons_2"),
    (of(SIGNED), WRITTEN, "cons_2"),
    # the one that was given last, and one of unknown time before none
    (of(SAID, SIGNED), EXPRESS, "cons_1"),
    (of(SAID, SIGNED), WRITTEN, "cons_2"),
    (of(UNDATED, SIGNED), EXPRESS, "cons_2"),
    (of(UNDATED, replace(UNDATED, id="cons_9")), EXPRESS, "cons_9"),
    # what it names, and nothing else
    (of(replace(SAID, channels=SMS)), EXPRESS, Lack.OTHER_CHANNEL),
    (of(replace(SAID, channels=frozenset())), EXPRESS, Lack.OTHER_CHANNEL),
    (of(replace(SAID, purposes=SURVEY)), EXPRESS, Lack.OTHER_PURPOSE),
    (of(replace(SAID, purposes=frozenset())), EXPRESS, Lack.OTHER_PURPOSE),
    (of(replace(SAID, channels=SMS), replace(SAID, purposes=SURVEY)), EXPRESS, Lack.OTHER_CHANNEL),
    (of(replace(SAID, purposes=SURVEY)), NONE, None),
    # expiry, to the microsecond
    (of(replace(SAID, expires_at=NOON)), EXPRESS, Lack.EXPIRED),
    (of(replace(SAID, expires_at=NOON + TICK)), EXPRESS, "cons_1"),
    (of(replace(SAID, expires_at=NOON)), NONE, None),
    (of(replace(SAID, expires_at=NOON)), WRITTEN, Lack.MISSING),
    (of(replace(SIGNED, expires_at=NOON)), WRITTEN, Lack.EXPIRED),
    (of(replace(SIGNED, expires_at=NOON), SAID), WRITTEN, Lack.EXPIRED),
    (of(replace(SAID, channels=SMS, expires_at=NOON)), EXPRESS, Lack.MISSING),
    # not yet given
    (of(replace(SAID, given_at=NOON)), EXPRESS, "cons_1"),
    (of(replace(SAID, given_at=NOON + TICK)), EXPRESS, Lack.MISSING),
    (of(replace(SAID, channels=SMS, given_at=NOON + TICK)), EXPRESS, Lack.MISSING),
    # withdrawn: what was given before, at the same moment, or nobody knows when
    (of(SAID, BACK), EXPRESS, Lack.WITHDRAWN),
    (of(AT_ONCE, BACK), EXPRESS, Lack.WITHDRAWN),
    (of(AFTER, BACK), EXPRESS, "cons_5"),
    (of(UNDATED, BACK), EXPRESS, Lack.WITHDRAWN),
    (of(UNDATED, AFTER, BACK), EXPRESS, "cons_5"),
    (of(AFTER, SIGNED, BACK), WRITTEN, Lack.TOO_WEAK),
    (of(replace(AFTER, expires_at=NOON), BACK), EXPRESS, Lack.WITHDRAWN),
    (of(AFTER, BACK, AGAIN), EXPRESS, Lack.WITHDRAWN),
    (of(AFTER, AGAIN, BACK), EXPRESS, Lack.WITHDRAWN),
    # where no consent is needed as well, until another is given
    (of(BACK), NONE, Lack.WITHDRAWN),
    (of(BACK), EXPRESS, Lack.WITHDRAWN),
    (of(BACK, AFTER), NONE, "cons_5"),
    (of(BACK, replace(AFTER, channels=SMS)), NONE, Lack.WITHDRAWN),
    # of other purposes or channels, and of all
    (of(SAID, replace(BACK, purposes=SURVEY)), EXPRESS, "cons_1"),
    (of(SAID, replace(BACK, channels=SMS)), EXPRESS, "cons_1"),
    (of(SAID, replace(BACK, purposes=frozenset())), EXPRESS, Lack.WITHDRAWN),
    (of(SAID, replace(BACK, channels=frozenset())), EXPRESS, Lack.WITHDRAWN),
    (of(SAID, replace(BACK, purposes=frozenset(), channels=SMS)), EXPRESS, "cons_1"),
    (of(SAID, replace(BACK, purposes=SURVEY, channels=frozenset())), EXPRESS, "cons_1"),
]


@pytest.mark.parametrize("ledger, needed, expected", TABLE, ids=map(str, range(len(TABLE))))
def test_what_a_contact_rests_on(ledger: ConsentLedger, needed: Consent, expected: str | Lack | None) -> None:
    for entries in permutations(ledger.entries):
        assert expected == found(replace(ledger, entries=entries), needed)


def test_each_channel_is_asked_for_itself() -> None:
    both = replace(SAID, channels=VOICE | SMS)
    assert ("cons_1", Lack.WITHDRAWN) == tuple(
        found(of(both, replace(BACK, channels=VOICE)), channel=channel)
        for channel in (Channel.SMS, Channel.VOICE)
    )


def test_what_is_lacking_is_said_in_a_sentence() -> None:
    said = {lack: lacking(lack, Consent.WRITTEN, Purpose.MARKETING) for lack in Lack}
    assert "A marketing contact needs written consent here." == said[Lack.MISSING]
    assert "A marketing contact needs written consent here; what was given has expired." == said[Lack.EXPIRED]
    assert len(Lack) == len(set(said.values()))


HOLDS = [
    (of(SAID), True),
    (of(SAID, BACK), False),
    (of(UNDATED, BACK), False),
    (of(AFTER, BACK), True),
    (of(replace(SAID, expires_at=NOON)), False),
    (of(replace(SAID, channels=VOICE | SMS), BACK), True),
    (of(replace(SAID, purposes=MARKETING | SURVEY), BACK), True),
    (of(replace(SAID, given_at=NOON + TICK)), False),
    (of(SAID, replace(AFTER, id="cons_6"), BACK), False),
]


@pytest.mark.parametrize("ledger, expected", HOLDS, ids=map(str, range(len(HOLDS))))
def test_an_entry_holds_while_it_allows_anything(ledger: ConsentLedger, expected: bool) -> None:
    """The first entry; whatever others allow."""
    assert expected is holds_still(ledger, ledger.entries[0], NOON)


moments = st.sampled_from([NOON + timedelta(days=days) for days in range(-3, 2)])
purposes, channels = st.frozensets(st.sampled_from(Purpose)), st.frozensets(st.sampled_from(Channel))
entries = st.builds(
    ConsentEntry,
    st.uuids().map(str),
    st.sampled_from(ConsentBasis),
    purposes,
    channels,
    st.none() | moments,
    st.none() | moments,
)
withdrawals = st.builds(ConsentWithdrawal, purposes, channels, moments)
ledgers = st.builds(
    ConsentLedger,
    st.lists(entries, max_size=4).map(tuple),
    st.lists(withdrawals, max_size=3).map(tuple),
)


@given(ledgers, st.sampled_from(Consent), st.sampled_from(Purpose), st.sampled_from(Channel), withdrawals)
def test_it_fails_closed(
    ledger: ConsentLedger, needed: Consent, purpose: Purpose, channel: Channel, more: ConsentWithdrawal
) -> None:
    """What is rested on is of the ledger, names the contact, holds, is firm enough, and outlives every withdrawal; and one more
    withdrawal never allows what was not allowed."""
    answer = consent_for(ledger, needed, purpose, channel, NOON)
    if isinstance(answer, Resting):
        entry = answer.entry
        assert entry is not None or needed is Consent.NONE
        if entry is not None:
            assert entry in ledger.entries
            assert entry.names(purpose, channel)
            assert not entry.is_expired(NOON)
            assert needed is not Consent.WRITTEN or entry.basis is ConsentBasis.WRITTEN
        for each in ledger.withdrawals:
            if each.ends(purpose, channel):
                assert entry is not None
                assert entry.given_at is not None
                assert entry.given_at > each.withdrawn_at
    else:
        again = replace(ledger, withdrawals=(*ledger.withdrawals, more))
        assert isinstance(consent_for(again, needed, purpose, channel, NOON), Lack)


@given(ledgers, st.sampled_from(Purpose), st.sampled_from(Channel))
def test_whoever_withdraws_everything_now_is_contacted_no_more(
    ledger: ConsentLedger, purpose: Purpose, channel: Channel
) -> None:
    now = ConsentWithdrawal(frozenset(), frozenset(), NOON)
    ended = replace(ledger, withdrawals=(*ledger.withdrawals, now))
    for needed in Consent:
        assert Lack.WITHDRAWN == consent_for(ended, needed, purpose, channel, NOON)
