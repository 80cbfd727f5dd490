"""Our media server as a process under load: `python -m benchmarks.voice.ours VENDORS_PORT FOLDER`.

It is the media process with its real clients, recordings and logs; only PostgreSQL and Temporal are stood in for, by a
record that knows every plan by its call's number (the peer it is compared with keeps no record at all).
"""

import os
import sys
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog
import uvloop

from benchmarks.voice import script
from database.media_processes import Beat, TakenSnapshot
from database.sealing import KeyRing
from domain.conversations import ConversationPlan, ConversationReport
from domain.identifiers import AccountId, AttemptId, CallId, ConnectionId
from domain.knowledge import Passage
from domain.timeouts import Timeouts
from media.process import run, tools_of
from media.server import MediaAddress
from startup.logs import configure_logs
from startup.settings import DeepgramSettings, ElevenLabsSettings, OpenAISettings, Settings, TwilioSettings
from startup.speech_wiring import SpeechVendors
from startup.stream_openers import StreamDoors
from startup.stream_tokens import StreamTokens
from startup.wiring import stream_openers, telephony

log = structlog.get_logger()

PROCESS: Final = "media-1"
AUTH_TOKEN: Final = "load"
CONTROL_KEY: Final = "load"


def plan_of(call: int, *, record: bool) -> ConversationPlan:
    """What is talked about in this call."""
    opening = script.greeting(call)
    return ConversationPlan(
        account_id=AccountId("acc_load"),
        call_id=CallId(f"call_{call}"),
        attempt_id=AttemptId(f"att_{call}"),
        campaign_id=None,
        workflow_id=f"call/load/{call}",
        opening=opening,
        system_prompt="You are Ava from Northwind. Note what the person says, in a few words.",
        closing="Thank you, goodbye.",
        voicemail="This is Ava from Northwind, goodbye.",
        timeouts=Timeouts(longest_call=3_600_000),
        record=record,
    )


class Records:
    """Stands in for PostgreSQL and Temporal: nothing is kept."""

    async def open_stream(self, token: str, carrier: str) -> ConversationPlan:
        """The plan of the call that the token names: NUMBER, or NUMBER.silent for a call without recording."""
        call, _, wish = token.partition(".")
        return plan_of(int(call), record=wish != "silent")

    async def store_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime, *, by_key: bool) -> None:
        """Nobody opts out under load."""
        log.error("load.opt_out", phrase=phrase)

    async def take_back_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime) -> None:
        """Nobody opts out under load."""
        log.error("load.opt_out_taken_back", phrase=phrase)

    async def find_passages(self, plan: ConversationPlan, question: str) -> tuple[Passage, ...]:
        """Nothing is written."""
        return ()

    async def store_report(self, report: ConversationReport) -> None:
        """Every report is durable at once."""

    async def beat(self, told: Beat, snapshots: Sequence[TakenSnapshot], *, age_seconds: float) -> None:
        """Nobody would take a conversation up."""

    async def conversation_reported(
        self, plan: ConversationPlan, report: ConversationReport, *, stored: bool
    ) -> None:
        """Nobody waits for it."""


def settings(vendors: str, folder: Path) -> Settings:
    """The product's own settings, towards the vendors at this host and port."""
    return Settings(
        home=folder,
        twilio=TwilioSettings(auth_token=AUTH_TOKEN),
        deepgram=DeepgramSettings(api_key="load", ws_url=f"ws://{vendors}", base_url=f"http://{vendors}"),
        elevenlabs=ElevenLabsSettings(api_key="load", base_url=f"http://{vendors}"),
        openai=OpenAISettings(api_key="load", base_url=f"http://{vendors}/v1"),
    )


async def _nobodys(connection_id: ConnectionId, *, anew: bool) -> None:
    """No connection has credentials of its own here."""


async def serve(vendors: str, folder: Path) -> None:
    """Hold conversations until SIGTERM."""
    chosen = settings(vendors, folder)
    records = Records()
    openers = stream_openers(lambda carrier: telephony(chosen, carrier)[0])
    doors = StreamDoors(openers, StreamTokens(b64encode(os.urandom(32)).decode()), named=_nobodys)
    tools = tools_of(
        chosen, SpeechVendors(chosen), KeyRing({1: os.urandom(32)}, os.urandom(32)), records, records, doors
    )
    await run(tools, MediaAddress(PROCESS, CONTROL_KEY), drain_seconds=1)


def main() -> None:
    """Entrance; logs go to standard output, as the product's do."""
    configure_logs("INFO", "media")
    uvloop.run(serve(f"127.0.0.1:{int(sys.argv[1])}", Path(sys.argv[2])))


if __name__ == "__main__":
    main()
