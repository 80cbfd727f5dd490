"""What the media server needs from the house around it; built in startup, faked in tests."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from domain.conversations import ConversationPlan, ConversationReport
from providers.language_models.contract import LanguageModel
from providers.speech.contract import Recogniser, Synthesiser


class Records(Protocol):
    """The record of calls."""

    async def open_stream(self, token: str) -> ConversationPlan:
        """Use up a stream's token and mark its attempt as talking. Raises TamperedOrExpired."""

    async def store_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime) -> None:
        """Suppress this person everywhere; returns when that is durable. May be repeated."""

    async def store_report(self, report: ConversationReport) -> None:
        """Keep the one report of an attempt; returns when it is durable. May be repeated."""


class Notices(Protocol):
    """Who is told that a conversation is over."""

    async def conversation_reported(
        self, plan: ConversationPlan, report: ConversationReport, *, stored: bool
    ) -> None:
        """Tell the call's workflow. May fail: a sweep delivers what was stored. What is not, the workflow stores."""


@dataclass(frozen=True, slots=True)
class MediaTools:
    """Everything a conversation is held with. recordings: folder for WAV files, None to keep none."""

    records: Records
    notices: Notices
    recogniser: Recogniser
    synthesiser: Synthesiser
    model: LanguageModel
    recordings: Path | None = None
