"""What every CRM adapter must do, proved against a simulated CRM that keeps what it is given.

A CRM's own test file inherits CrmSuite and offers a fixture `portal`.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Protocol

import pytest

from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.crm.contract import Crm, CrmCall, CrmContact
from providers.errors import CredentialsRefused, ProviderUnavailable
from simulators.ordered_faults import Fault, Faults
from tests.providers.dials import CALLER, SOMEBODY

ANNA = CrmContact(number=SOMEBODY, name="Anna Maria Berg", email="Anna@example.com")
NAMELESS = CrmContact(number=SOMEBODY, name="", email="")
CALL = CrmCall(
    call_id="call_1",
    at=datetime(2026, 11, 21, 13, 30, tzinfo=timezone(timedelta(hours=1))),
    duration_ms=42_000,
    from_number=CALLER,
    to_number=SOMEBODY,
    result=TechnicalResult.TALKED,
    outcome=BusinessOutcome.INTERESTED,
    summary='Wants <b>an "offer"</b>\nby Monday',
)


@dataclass(frozen=True, slots=True)
class KeptCall:
    """A record of a call as the CRM has it. contacts: whose it is; text: all that it says, as it says it."""

    contacts: Sequence[str]
    text: str


class Portal(Protocol):
    """A simulated CRM, empty, and the adapters under test.

    service: its name in faults, which know 429, 500, 500_after_effect and reset_after_effect. steps: what each request
    of the first delivery to a new contact is matched by, in their order.
    """

    crm: Crm
    stranger: Crm  # has a wrong key
    unreachable: Crm  # nothing listens where it asks
    faults: Faults
    service: str
    steps: Sequence[Mapping[str, str]]

    def contacts(self) -> Sequence[str]:
        """The ids of the contacts that it has."""
        ...

    def restorable(self) -> str:
        """All that can be brought back of what was deleted."""
        ...

    def calls(self) -> Mapping[str, KeptCall]:
        """The records of calls that it has, by the CRM's ids."""
        ...


class CrmSuite:
    """One contact and one record of each call, however often it is delivered and wherever that breaks off."""

    @pytest.mark.parametrize("contact", [ANNA, NAMELESS], ids=["named", "nameless"])
    async def test_repeated_delivery_leaves_one_contact_and_one_record(
        self, portal: Portal, contact: CrmContact
    ) -> None:
        """Requirement 109. The second comes at once: before a search that lags knows the first one's contact."""
        first = await portal.crm.record_call(contact, CALL)
        again = await portal.crm.record_call(contact, CALL)

        assert first == again
        assert [first.contact_id] == portal.contacts()
        assert [first.call_record_id] == list(portal.calls())
        assert [first.contact_id] == portal.calls()[first.call_record_id].contacts

    async def test_two_calls_at_once_to_a_new_person_leave_one_contact(self, portal: Portal) -> None:
        calls = [replace(CALL, call_id=f"call_{number}") for number in range(5)]

        await asyncio.gather(*(portal.crm.record_call(NAMELESS, call) for call in calls))

        assert (1, 5) == (len(portal.contacts()), len(portal.calls()))

    async def test_an_amended_outcome_changes_the_record_there_is(self, portal: Portal) -> None:
        await portal.crm.record_call(ANNA, CALL)
        amended = replace(CALL, outcome=BusinessOutcome.OPT_OUT, summary="Asked us to stop")
        await portal.crm.record_call(ANNA, amended)

        [record] = portal.calls().values()
        assert (True, False) == ("Asked us to stop" in record.text, "by Monday" in record.text)

    async def test_the_record_says_what_was_said(self, portal: Portal) -> None:
        await portal.crm.record_call(NAMELESS, CALL)

        [record] = portal.calls().values()
        assert "by Monday" in record.text

    @pytest.mark.parametrize("kind", ["500", "500_after_effect", "reset_after_effect", "429"])
    async def test_delivery_that_broke_off_anywhere_is_completed_by_the_next(
        self, portal: Portal, kind: str
    ) -> None:
        """Requirement 91: at each request of a delivery."""
        for number, step in enumerate(portal.steps):
            person = replace(NAMELESS, number=f"+1503555{4000 + number}")
            call = replace(CALL, call_id=f"call_{number}")
            portal.faults.add(Fault(portal.service, kind, match=step))

            with pytest.raises(ProviderUnavailable):
                await portal.crm.record_call(person, call)
            assert [] == portal.faults.waiting(), "this request was never made"
            link = await portal.crm.record_call(person, call)

            assert (number + 1, number + 1) == (len(portal.contacts()), len(portal.calls()))
            assert [link.contact_id] == portal.calls()[link.call_record_id].contacts

    @pytest.mark.parametrize("contact", [True, False])
    async def test_what_is_forgotten_is_gone_for_good_and_nobody_else_with_it(
        self, portal: Portal, contact: bool
    ) -> None:
        """Requirement 162. Twice, as after a step that was cut off."""
        link = await portal.crm.record_call(ANNA, CALL)
        other = await portal.crm.record_call(
            replace(NAMELESS, number="+15035554999"), replace(CALL, call_id="call_other")
        )

        for _ in range(2):
            await portal.crm.forget_person([link], contact=contact)

        assert [other.call_record_id] == list(portal.calls())
        kept = [other.contact_id] if contact else [link.contact_id, other.contact_id]
        assert sorted(kept) == sorted(portal.contacts())
        assert "by Monday" not in portal.restorable()

    async def test_a_crm_that_refuses_to_forget_is_no_success(self, portal: Portal) -> None:
        link = await portal.crm.record_call(ANNA, CALL)
        with pytest.raises(CredentialsRefused):
            await portal.stranger.forget_person([link], contact=True)
        with pytest.raises(ProviderUnavailable):
            await portal.unreachable.forget_person([link], contact=True)
        assert [link.contact_id] == list(portal.contacts())

    async def test_wrong_key_is_told_apart(self, portal: Portal) -> None:
        with pytest.raises(CredentialsRefused):
            await portal.stranger.record_call(ANNA, CALL)

        assert [] == list(portal.contacts())

    async def test_a_crm_that_is_away_can_be_asked_again(self, portal: Portal) -> None:
        with pytest.raises(ProviderUnavailable):
            await portal.unreachable.record_call(ANNA, CALL)
