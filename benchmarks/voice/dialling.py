"""How a call reaches each server under test: what is said to it while the telephone rings, and the stream's handshake."""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from pydantic import TypeAdapter

from benchmarks.voice import ours
from benchmarks.voice.processes import Server
from benchmarks.voice.wire import post
from domain.conversations import ConversationPlan

_plans: TypeAdapter[ConversationPlan] = TypeAdapter(ConversationPlan)


@dataclass(frozen=True, slots=True)
class Ours:
    """Our media server: prepared over its control address, reached by a signed handshake."""

    record: bool = True

    async def prepare(self, server: Server, call: int) -> None:
        """The plan, as the house sends it while the telephone rings."""
        plan = _plans.dump_json(ours.plan_of(call, record=self.record))
        await post(server.control_port, "/prepare", plan, f"Bearer {ours.CONTROL_KEY}")

    def stream(self, server: Server, call: int) -> tuple[str, dict[str, str]]:
        """The path names the call, Twilio's signature proves the caller."""
        path = f"/stream/twilio/{ours.PROCESS}/{call}{'' if self.record else '.silent'}"
        address = f"ws://127.0.0.1:{server.port}{path}"
        digest = hmac.digest(ours.AUTH_TOKEN.encode(), address.encode(), hashlib.sha1)
        return path, {"X-Twilio-Signature": base64.b64encode(digest).decode()}


@dataclass(frozen=True, slots=True)
class Pipecat:
    """The pipecat bot: nothing can be prepared."""

    async def prepare(self, server: Server, call: int) -> None:
        """It begins when the stream does."""

    def stream(self, server: Server, call: int) -> tuple[str, dict[str, str]]:
        """One path for all calls; the start message names the call."""
        return "/ws", {}
