"""What the media server needs from the house around it; built in startup, faked in tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from database.media_processes import Beat, TakenSnapshot
from domain.conversations import ConversationPlan, ConversationReport, RecogniserName
from domain.knowledge import Passage
from media.recording.recordings import Recordings
from providers.carriers.contract import StreamOpener
from providers.language_models.contract import LanguageModel
from providers.speech.contract import Recogniser, TimedSynthesiser
from providers.speech_to_speech.contract import SpeechToSpeech


class Records(Protocol):
    """The record of calls."""

    async def open_stream(self, token: str, carrier: str) -> ConversationPlan:
        """Use up a stream's token, at the door of the carrier it was issued for, and mark its attempt as talking.

        Raises TamperedOrExpired.
        """

    async def store_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime, *, by_key: bool) -> None:
        """Suppress this person everywhere; returns when that is durable. May be repeated.

        phrase: their words, or what tells of the key that they pressed, then.
        """

    async def take_back_opt_out(self, plan: ConversationPlan, phrase: str, at: datetime) -> None:
        """Lift what this conversation has bound, and nothing else; returns when that is durable. May be repeated.

        phrase: the person's words that took it back, then.
        """

    async def find_passages(self, plan: ConversationPlan, question: str) -> tuple[Passage, ...]:
        """What the agent's documents say about this, the most fitting first."""

    async def store_report(self, report: ConversationReport) -> None:
        """Keep the one report of an attempt; returns when it is durable. May be repeated.

        Raises Superseded when another process holds the conversation by now.
        """

    async def beat(self, told: Beat, snapshots: Sequence[TakenSnapshot], *, age_seconds: float) -> None:
        """Tell that this process lives, and how its conversations stand. age_seconds: since it began."""


class Doors(Protocol):
    """Where carriers open streams."""

    async def opener(self, carrier: str, token: str, *, anew: bool = False) -> StreamOpener | None:
        """Who opens a stream with this token at this carrier's door; None if there is no such door.

        anew: look whether he has other credentials by now.
        """


class Notices(Protocol):
    """Who is told that a conversation is over."""

    async def conversation_reported(
        self, plan: ConversationPlan, report: ConversationReport, *, stored: bool
    ) -> None:
        """Tell the call's workflow. May fail: a sweep delivers what was stored. What is not, the workflow stores."""


@dataclass(frozen=True, slots=True)
class MediaTools:
    """Everything a conversation is held with. synthesiser and model know every vendor by the name of its models;
    recordings: None to record nothing; speech_to_speech: None to hold every conversation by the other parts."""

    records: Records
    notices: Notices
    doors: Doors
    recognisers: Mapping[RecogniserName, Recogniser]
    synthesiser: TimedSynthesiser
    model: LanguageModel
    recordings: Recordings | None = None
    speech_to_speech: SpeechToSpeech | None = None
