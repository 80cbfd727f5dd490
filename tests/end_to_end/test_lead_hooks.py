"""A form's lead, sent over a socket to the running system, is called by the campaign that runs."""

import json
import os
from datetime import UTC, datetime

import httpx
from standardwebhooks import Webhook

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.judge import judge
from tests.end_to_end.people import RING_ON, RINGS_ON, SAYS_HELLO


async def test_a_signed_lead_is_called_once_however_often_it_comes(house: House) -> None:
    """Requirement 6: five deliveries, one dial; a forged one changes nothing. The campaign runs until they have come."""
    rings, wanted, forged = Lead(RINGS_ON), Lead(SAYS_HELLO), Lead(SAYS_HELLO)
    campaign = await house.campaign_of([rings], **RING_ON)
    await house.cast([wanted, forged])
    hook = await house.post("/lead-hooks", {"campaign_id": campaign, "rules": "simulation"})
    url = f"{house.system.addresses['api']}/hooks/leads/{hook['id']}"

    async with httpx.AsyncClient(timeout=30) as form:

        async def send(lead: Lead, *, secret: str, name: str) -> httpx.Response:
            body, at = json.dumps({"phone": lead.number, "name": "Ann Smith"}), datetime.now(UTC)
            head = {
                "content-type": "application/json",
                "webhook-id": name,
                "webhook-timestamp": str(int(at.timestamp())),
                "webhook-signature": Webhook(secret).sign(name, at, body),
            }
            return await form.post(url, content=body, headers=head)

        for _ in range(5):
            answer = await send(wanted, secret=hook["secret"], name="msg_1")
            assert 200 == answer.status_code, answer.text
            assert 1 == answer.json()["report"]["accepted"]
        assert 401 == (await send(forged, secret=f"whsec_{os.urandom(8).hex()}00", name="msg_2")).status_code

    async def is_called() -> bool:
        return len(await house.dials(wanted)) > 0

    await until(is_called)
    await house.cancel(campaign, rings.number)
    await house.finished(campaign)
    assert [1, 0] == [len(await house.dials(lead)) for lead in (wanted, forged)]
    await judge(house, campaign)
