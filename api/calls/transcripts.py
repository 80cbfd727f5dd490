"""What a call's conversations told, as the API shows it; and the route of the transcript."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from api.permissions import TranscriptsRead
from api.routing import Routes
from api.tools import Tools
from database import call_views
from database.audit import record_act
from database.conversations import ConversationContent
from database.transcript_views import ConversationView, conversations_of
from domain.conversations import Sentiment
from domain.script_fields import FieldAnswer, FieldType

router = Routes(tags=["calls"])


class SpansResponse(BaseModel):
    """How an agent's turn came about: the millisecond of the call of each step, null where there was no such step.

    end_of_speech: the person's voice ceased; end_of_turn: their turn was known to be over; then the model's first token,
    the first clause given to the voice, its first audio, and the first frame on the wire.
    """

    model_config = ConfigDict(from_attributes=True)
    end_of_speech: int | None
    end_of_turn: int | None
    first_token: int | None
    first_clause: int | None
    first_audio: int | None
    first_frame: int | None


class SourceResponse(BaseModel):
    """A passage of one of the agent's documents; place counts from 1."""

    model_config = ConfigDict(from_attributes=True)
    document_id: str
    name: str
    place: int


class TurnResponse(BaseModel):
    """One turn; of the agent's text only what was really heard. Times count from the stream's start.

    sources: what the model had looked up for it, the most fitting passage first.
    """

    model_config = ConfigDict(from_attributes=True)
    speaker: str
    text: str
    began_ms: int
    ended_ms: int
    interrupted: bool
    response_ms: int | None
    spans: SpansResponse | None
    sources: Sequence[SourceResponse]


class AnswerEvidenceResponse(BaseModel):
    """One thing that spoke for who answered; weights are natural log odds."""

    model_config = ConfigDict(from_attributes=True)
    answered_by: str
    what: str
    at_ms: int
    weight: float


class FieldResponse(BaseModel):
    """One field of the script, with what the person told of it; value: true, false, a number or a text (dates as 2026-12-04),
    null where it is open; evidence: their words; decided_by: rules or model, empty where it is open.
    """

    name: str
    type: FieldType
    question: str
    value: bool | float | str | None
    evidence: str
    decided_by: str
    required: bool


class Told(BaseModel):
    """What a call is about, before all else. summary: two sentences in the account's language, null where there is none: no
    talk, or a model that could not be asked; fields: those of the script.
    """

    summary: str | None
    fields: Sequence[FieldResponse]


class ConversationResponse(Told):
    """One conversation; evidence is the sentence that proves the outcome; callback_phrase: the
    person's words about when to call again, empty for none; callback_at: the moment that was read back to them and agreed on, null
    where none was; confidence (0 to 1) is that in answered_by;
    erased_at: when what was said was deleted, null while it is here.
    """

    attempt_id: str
    answered_by: str
    confidence: float
    answer_evidence: Sequence[AnswerEvidenceResponse]
    end_reason: str
    outcome: str
    decided_by: str
    sentiment: Sentiment
    language: str | None
    needs_review: bool
    evidence: str
    callback_phrase: str
    callback_at: datetime | None
    answers: Mapping[str, str]
    words: int
    voicemail_proved: bool
    greeting_ms: int | None
    disclosed_at_ms: int | None
    began_at: datetime
    ended_at: datetime
    erased_at: datetime | None
    turns: Sequence[TurnResponse]


class Transcript(BaseModel):
    """Everything that was said on a call, one conversation for each attempt that connected."""

    call_id: str
    conversations: list[ConversationResponse]


@router.get("/calls/{call_id}/transcript")
async def show_transcript(call_id: str, tools: Tools, principal: TranscriptsRead) -> Transcript:
    """What was said; that it was read, and by whom, stands in the audit log."""
    async with tools.database.transaction() as session:
        await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        await record_act(session, principal.account_id, principal.actor, "transcript.read", call_id)
        found = await conversations_of(session, principal.account_id, call_id, tools.key_ring)
    return Transcript(call_id=call_id, conversations=[_conversation(one) for one in found])


def _conversation(one: ConversationView) -> ConversationResponse:
    content = one.content
    own = (
        "summary",
        "fields",
        "evidence",
        "callback_phrase",
        "callback_at",
        "answers",
        "turns",
        "confidence",
        "answer_evidence",
        "erased_at",
    )
    fields = {name: getattr(one, name) for name in ConversationResponse.model_fields if name not in own}
    turns = [TurnResponse.model_validate(turn) for turn in content.turns]
    return ConversationResponse(
        **fields,
        **dict(told_by(content)),
        evidence=content.evidence,
        callback_phrase=content.callback_phrase,
        callback_at=None if content.callback is None else content.callback.at,
        erased_at=content.erased_at,
        answers=content.answers,
        turns=turns,
        confidence=content.confidence,
        answer_evidence=[AnswerEvidenceResponse.model_validate(each) for each in content.answer_evidence],
    )


def told_by(content: ConversationContent) -> Told:
    """What this conversation was about."""
    return Told(summary=content.summary or None, fields=[_field(each) for each in content.fields])


def _field(field: FieldAnswer) -> FieldResponse:
    return FieldResponse(
        name=field.name,
        type=field.type,
        question=field.question,
        value=field.typed,
        evidence=field.evidence,
        decided_by=field.decided_by,
        required=field.required,
    )
