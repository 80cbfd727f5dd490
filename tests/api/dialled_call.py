"""Calls as Twilio's requests about them are tested: an attempt that was placed, and the carrier that signs."""

import os
from typing import Any

import httpx
import pytest_asyncio
from sqlalchemy import text
from twilio.request_validator import RequestValidator

from domain.calls import LegEnded
from domain.identifiers import AttemptId, attempt_id
from tests.api.conftest import PUBLIC_URL, TWILIO_TOKEN, Operator


class DialledCall:
    """A direct call whose first attempt was placed."""

    def __init__(self, operator: Operator, call_id: str) -> None:
        self.operator, self.call_id = operator, call_id
        self.attempt_id: AttemptId = attempt_id(call_id, 1)  # type: ignore[arg-type]
        self.sid = f"CA{os.urandom(16).hex()}"

    async def twilio(self, path: str, form: dict[str, str], *, token: str = TWILIO_TOKEN) -> httpx.Response:
        """Twilio's request to one of our addresses, signed with this token."""
        signature = RequestValidator(token).compute_signature(f"{PUBLIC_URL}{path}", form)
        return await self.operator.client.post(path, data=form, headers={"X-Twilio-Signature": signature})

    async def status(self, status: str, sequence: int, **more: str) -> httpx.Response:
        """A status callback of this attempt."""
        form = {"CallSid": self.sid, "CallStatus": status, "SequenceNumber": str(sequence), **more}
        return await self.twilio(f"/api/webhooks/twilio/status/{self.attempt_id}", form)

    async def row(self, statement: str) -> Any:
        """The one row of a statement about this attempt."""
        async with self.operator.tools.database.transaction() as session:
            found = await session.execute(text(statement), {"id": self.attempt_id})
            return found.one()

    async def run(self, statement: str) -> None:
        """Change rows."""
        async with self.operator.tools.database.transaction() as session:
            await session.execute(text(statement))

    @property
    def told(self) -> list[LegEnded]:
        """What the workflow was told about the leg."""
        signals = self.operator.workflows.signals
        return [
            news for _, news in signals if isinstance(news, LegEnded) and news.attempt_id == self.attempt_id
        ]


async def dial(operator: Operator, parts: dict[str, str], to: str = "+14155552672") -> DialledCall:
    """A call to this number that the carrier accepted."""
    body = {"to": to, "variables": {"city": "Reno"}, "rules": "simulation", **parts}
    call = await operator.made("/api/calls/outbound", body)
    made = DialledCall(operator, call["id"])
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at)
                SELECT :id, c.account_id, c.id, 1, l.number_hash, c.trunk_id, 'placing', now()
                FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call_id
            """),
            {"id": made.attempt_id, "call_id": call["id"]},
        )
    return made


@pytest_asyncio.fixture
async def dialled(operator: Operator) -> DialledCall:
    """A call that the carrier accepted."""
    return await dial(operator, await operator.parts())
