"""How a number came to be on the do-not-call list, and what proves it to whoever asks later.

Its rows: database/suppressions.py; words that demand one: domain/language/; what a list brings: database/import_barred.py.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.campaigns import Purpose
from domain.identifiers import AttemptId, CampaignId
from domain.transcripts import Speaker, Transcript

KEY = "key"
"""What decided a verdict (domain.conversations.Verdict.decided_by) where a key was pressed."""


class SuppressionSource(StrEnum):
    """Who wanted it, and by which way; beside these, the outcome that was found in a conversation, such as wrong_number."""

    SAID_ON_CALL = "said_on_call"
    PRESSED_ON_CALL = "pressed_on_call"
    TEXT_MESSAGE = "sms"
    CARRIER = "carrier_opt_out"
    LIST = "import"
    OPERATOR = "api"


@dataclass(frozen=True, slots=True)
class OptOutEvidence:
    """What a person said, typed or wrote that put the number on the list, as far as it is known.

    words: empty where nobody has them; said_at: the moment by the clock of the call, or of the message; attempt_id: the dial in
    whose conversation it was.
    """

    words: str = ""
    said_at: datetime | None = None
    attempt_id: AttemptId | None = None


@dataclass(frozen=True, slots=True)
class SuppressionScope:
    """What an entry forbids. channel: "all" for every one; campaign_id: contacts of this campaign alone; category: those of campaigns
    and calls with this purpose alone; expires_at: until then; None for no such limit.

    An entry of narrower scope that is lifted, or is over, changes nothing about a wider one.
    """

    channel: str = "all"
    campaign_id: CampaignId | None = None
    category: Purpose | None = None
    expires_at: datetime | None = None

    @property
    def is_limited(self) -> bool:
        """Whether it leaves some campaign, purpose or later time free; what a person demands never is."""
        return not (self.campaign_id is None and self.category is None and self.expires_at is None)


@dataclass(frozen=True, slots=True)
class AddedSuppression:
    """by: the id of the key or the person that put the number on the list, None for no operator; note: what they wrote beside it, such
    as where they have it from.
    """

    by: str | None = None
    note: str = ""


def evidence_in(
    transcript: Transcript, words: str, began_at: datetime, attempt_id: AttemptId
) -> OptOutEvidence:
    """A verdict's words as evidence; the person's last turn that holds them tells when they were said.

    began_at: of the conversation, from which its turns count.
    """
    turns = [turn for turn in transcript if turn.speaker is Speaker.PERSON and words and words in turn.text]
    said_at = began_at + timedelta(milliseconds=turns[-1].ended_ms) if turns else None
    return OptOutEvidence(words, said_at, attempt_id)


def source_of(outcome: str, decided_by: str) -> str:
    """The source of an entry that a conversation's verdict makes."""
    return SuppressionSource.PRESSED_ON_CALL if decided_by == KEY else str(outcome)
