"""In which language a call is summed up: that of its account, else that of its agent."""

import base64
from datetime import UTC, datetime

import pytest

from database.accounts import set_language
from domain.identifiers import attempt_id
from startup.media_records import CallRecords
from startup.stream_tokens import StreamClaim, StreamTokens
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene


@pytest.mark.parametrize(("chosen", "language"), [("fr", "fr"), (None, "es-MX")])
async def test_a_conversation_is_told_the_accounts_language(
    scene: Scene, chosen: str | None, language: str
) -> None:
    campaign = scene.campaign
    await campaign.run(
        "UPDATE agents SET language = 'es-MX' WHERE account_id = :account", account=campaign.account_id
    )
    async with campaign.database.transaction() as session:
        for language_then in ("it", chosen):
            await set_language(session, campaign.account_id, language_then)
    call_id = await campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    leg = (await campaign.row("attempts", attempt_id(call_id, 1)))["carrier_call_id"]
    tokens = StreamTokens(base64.b64encode(b"s" * 32).decode())
    token = tokens.issue(StreamClaim(attempt_id(call_id, 1), "twilio", leg, 1), datetime.now(UTC))
    plan = await CallRecords(campaign.database, campaign.key_ring, tokens, "media-1").open_stream(
        token, "twilio"
    )
    assert (language, "es-MX") == (plan.account_language, plan.language)
