"""The API in this process, over a real database, with a Temporal that remembers."""

import base64
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, closing
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlalchemy import text

from activities.account_rules import AccountRules
from api.tools import ApiTools
from database.api_keys import ensure_key
from database.campaigns import complete_if_over
from database.json_columns import AgentProfile, agent_of
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AccountId, CampaignId
from providers.identity.client import IdentityProviders
from providers.identity.outside_requests import OutsideRequests
from providers.recordings.archive import RecordingArchive
from startup.access_tokens import PURPOSE, AccessTokens
from startup.callback_proofs import CallbackProofs
from startup.connections import Connections
from startup.first_connections import open_account
from startup.media_control import MediaProcesses
from startup.passwords import Passwords
from startup.rule_packs import read_rule_packs
from startup.settings import ElevenLabsSettings, Settings, TwilioSettings
from startup.stream_tokens import StreamTokens
from tests.api.declared import DeclaredTransport, application
from tests.api.workflows import RememberedWorkflows
from tests.database.campaign_rows import media_process
from tests.providers.recordings import MemoryStorage

PUBLIC_URL = "https://outbound.example"
TWILIO_TOKEN = "a token of the simulated account"
SIGNING_KEY = base64.b64encode(b"s" * 32).decode()


@dataclass
class Operator:
    """Somebody who works with the API: a client that carries their key, and what stands behind it."""

    client: httpx.AsyncClient
    account_id: AccountId
    tools: ApiTools
    workflows: RememberedWorkflows
    key: str

    async def made(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What a POST made; fails the test if it was refused."""
        answer = await self.client.post(path, json=body)
        assert answer.is_success, answer.text
        made: dict[str, Any] = answer.json()
        return made

    async def parts(self, *, lines: int = 5, more: str = "") -> dict[str, str]:
        """A script, an agent and a trunk, by the fields that refer to them; a media process takes their calls.

        more: behind their names, for further ones in the same account.
        """
        async with self.tools.database.transaction() as session:
            await media_process(session)
        script = await self.made("/api/scripts", {"name": f"Survey{more}", "content": SCRIPT})
        agent = await self.made("/api/agents", {"name": f"Maya{more}"})
        trunk = await self.made(
            "/api/trunks",
            {"name": f"main{more}", "caller_number": "+14155552671", "lines": lines, "calls_per_second": 5},
        )
        return {
            "script_version_id": script["id"],
            "agent_id": agent["id"],
            "trunk_id": trunk["id"],
        }

    async def campaign(self, **more: Any) -> dict[str, Any]:
        """A draft; of parts of its own unless they are given."""
        parts = {} if "trunk_id" in more else await self.parts()
        body = {"name": "Autumn", "default_region": "US", **parts, **more}
        return await self.made("/api/campaigns", body)

    async def profile(self, agent_id: str) -> AgentProfile:
        """The agent as its conversations have it."""
        async with self.tools.database.transaction() as session:
            row = await session.execute(
                text("SELECT to_jsonb(g) FROM agents g WHERE id = :id"), {"id": agent_id}
            )
            return agent_of(row.scalar_one())

    async def upload(self, campaign_id: str, content: bytes, **form: str) -> httpx.Response:
        """The answer to an upload of this file."""
        return await self.client.post(
            "/api/lead-imports",
            data={"campaign_id": campaign_id, **form},
            files={"file": ("leads.csv", content, "text/csv")},
        )

    async def running_campaign(self, content: bytes = b"phone,city\n+14155552672,Reno\n") -> dict[str, Any]:
        """A started campaign with the leads of this file."""
        campaign = await self.campaign()
        staged = await self.upload(campaign["id"], content, rules="simulation")
        assert staged.is_success, staged.text
        await self.made(f"/api/lead-imports/{staged.json()['id']}/commit", {})
        return await self.made(f"/api/campaigns/{campaign['id']}/start", {})

    async def finish(self, campaign_id: str) -> None:
        """Let the campaign's leads be through, and the campaign over, as its feeder would store it."""
        async with self.tools.database.transaction() as session:
            await session.execute(
                text("UPDATE leads SET state = 'closed' WHERE campaign_id = :id AND state = 'ready'"),
                {"id": campaign_id},
            )
            assert await complete_if_over(session, self.account_id, CampaignId(campaign_id))


SCRIPT = {
    "opening": "Hello, this is Maya from Acme.",
    "disclosure": "I am an automated assistant.",
    "instructions": "You ask customers in {{city}} how they are.",
    "questions": [{"key": "well", "text": "Are you well?", "expects": "yes_no"}],
    "voicemail": "We will call again.",
    "closing": "Goodbye.",
}


def settings() -> Settings:
    """Settings that depend on nothing around the test, and are its own."""
    return _settings().model_copy(deep=True)


@cache
def _settings() -> Settings:
    """Made once: each takes as long as a request."""
    return Settings(
        public_url=PUBLIC_URL,
        # A test asks more often than anybody else; tests/api/test_request_limits.py has the limits of everybody.
        requests_a_minute=10_000,
        requests_burst=10_000,
        requests_an_hour=10_000,
        signing_key=SIGNING_KEY,
        twilio=TwilioSettings(account_sid="AC1", auth_token=TWILIO_TOKEN),
        elevenlabs=ElevenLabsSettings(default_voice="avasOwnVoiceAvasOwn1"),
    )


@pytest_asyncio.fixture
async def tools(database: Database, key_ring: KeyRing) -> AsyncIterator[ApiTools]:
    """The tools of the API, with a Temporal that remembers."""
    known = settings()
    connections = Connections(known, database, key_ring)
    identities = IdentityProviders(OutsideRequests(local=True, whole=2))
    async with httpx.AsyncClient() as media, aclosing(connections), aclosing(identities):
        with closing(Passwords()) as passwords:
            yield ApiTools(
                settings=known,
                database=database,
                key_ring=key_ring,
                workflows=RememberedWorkflows(database),
                rule_packs=AccountRules(read_rule_packs()),
                stream_tokens=StreamTokens(SIGNING_KEY),
                callback_proofs=CallbackProofs(SIGNING_KEY),
                connections=connections,
                media=MediaProcesses(database, media),
                recordings=RecordingArchive(MemoryStorage(), key_ring),
                passwords=passwords,
                access_tokens=AccessTokens(key_ring.derived(PURPOSE), known.access_token_life),
                identities=identities,
            )


def client_of(
    app: FastAPI, *, raise_app_exceptions: bool = True, headers: Mapping[str, str] | None = None
) -> httpx.AsyncClient:
    """A client of this application, whose every answer must be declared."""
    transport = DeclaredTransport(app, raise_app_exceptions=raise_app_exceptions)
    return httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, headers=headers)


async def _operator(tools: ApiTools) -> AsyncIterator[Operator]:
    key = f"ok_{os.urandom(12).hex()}"
    async with tools.database.transaction() as session:
        account_id = await open_account(session, f"account {key}")
        await ensure_key(session, account_id, "test", key)
    headers = {"Authorization": f"Bearer {key}"}
    assert isinstance(tools.workflows, RememberedWorkflows)
    app = application(tools)
    async with client_of(app, raise_app_exceptions=False, headers=headers) as client:
        yield Operator(client, account_id, tools, tools.workflows, key)


@pytest_asyncio.fixture
async def operator(tools: ApiTools) -> AsyncIterator[Operator]:
    """An operator with an account of their own."""
    async for one in _operator(tools):
        yield one


@pytest_asyncio.fixture
async def stranger(tools: ApiTools) -> AsyncIterator[Operator]:
    """Another account's operator."""
    async for one in _operator(tools):
        yield one


@pytest.fixture
def anonymous(operator: Operator) -> httpx.AsyncClient:
    """A client without a key."""
    operator.client.headers.pop("Authorization")
    return operator.client
