"""One finished call into the CRM: find or create the contact, keep one record (requirement 109).

The vendor: providers/crm/hubspot.py; what is written: database/finished_calls.py.
"""

from temporalio import activity

from activities.tools import Tools
from database import finished_calls
from database.finished_calls import CallRecord
from domain.calls import CallRef
from domain.transcripts import Speaker
from providers.crm.contract import CrmCall, CrmContact


class CrmActivities:
    """The step that brings a call into the CRM."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def sync_crm(self, ref: CallRef) -> None:
        """Upsert contact and call. Repeated for days while the CRM is down; leaves one record however often.

        Raises ProviderUnavailable (again later) or ProviderRefused (never).
        """
        async with self._tools.database.transaction() as session:
            record = await finished_calls.read_call_record(
                session, ref.account_id, ref.call_id, self._tools.key_ring
            )
        if record is None or record.crm is None:
            return
        crm = await self._tools.connections.crm(record.crm)
        if crm is None:
            return
        person = record.person
        link = await crm.record_call(
            CrmContact(number=person.number, name=person.name, email=person.email),
            CrmCall(
                call_id=ref.call_id,
                at=record.at,
                duration_ms=record.duration_ms,
                from_number=record.caller_number,
                to_number=person.number,
                result=record.result,
                outcome=record.outcome,
                summary=_summary(record),
            ),
        )
        async with self._tools.database.transaction() as session:
            await finished_calls.store_crm_link(
                session,
                ref.account_id,
                ref.call_id,
                contact_id=link.contact_id,
                record_id=link.call_record_id,
            )


def _summary(record: CallRecord) -> str:
    """What a person reads in the CRM: summary and fields, result, outcome with its proof, then the conversation."""
    lines = [f"Result: {record.result}. Outcome: {record.outcome}."]
    if record.content is not None:
        fields = [f"{field.name}: {field.value or 'open'}" for field in record.content.fields]
        lines = [*([record.content.summary] if record.content.summary else []), *fields, *lines]
        if record.content.evidence:
            lines.append(f"Because they said: “{record.content.evidence}”")
        names = {Speaker.AGENT: "Agent", Speaker.PERSON: "Person"}
        lines += [f"{names[turn.speaker]}: {turn.text}" for turn in record.content.turns]
    return "\n".join(lines)
