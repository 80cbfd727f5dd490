"""What the media server is told before a conversation and what it reports after one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.asked_back import Doubt, Promise
from domain.callbacks.answers import AgreedCallback
from domain.identifiers import AccountId, AgentId, AttemptId, CallId, CampaignId
from domain.language.fixed_texts import fixed_texts
from domain.language.tables.shape import FixedTexts
from domain.outcomes import Outcome, OutcomeFlags
from domain.own_outcomes import OutcomeDefinition
from domain.preferences import SaidPreference
from domain.prompts import system_prompt
from domain.prompts.person import values_for
from domain.prompts.rule import Brief
from domain.script_fields import FieldAnswer, FieldDefinition, Told
from domain.scripts import Question, Script, fill
from domain.timeouts import Timeouts
from domain.transcripts import Transcript


class AnsweredBy(StrEnum):
    """Who or what picked up; UNKNOWN is treated as a person."""

    UNKNOWN = "unknown"
    PERSON = "person"
    VOICEMAIL = "voicemail"
    IVR = "ivr"
    SCREENING = "screening"
    UNAVAILABLE = "unavailable"


class EndReason(StrEnum):
    """Why a conversation ended."""

    FINISHED = "finished"
    PERSON_HUNG_UP = "person_hung_up"
    MACHINE = "machine"
    NO_RESPONSE = "no_response"
    OPT_OUT = "opt_out"
    VOICEMAIL = "voicemail"
    TOO_LONG = "too_long"
    CANCELLED = "cancelled"
    DRAINED = "drained"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for who answered. Weights are natural log odds and add up; what never quotes words."""

    answered_by: AnsweredBy
    what: str
    at_ms: int
    weight: float


class Engine(StrEnum):
    """What holds a conversation: recogniser, model and voice one after the other, or one model that hears and speaks.

    REALTIME falls back to recogniser, model and voice beside it; fixed phrases are spoken by that voice in any case.
    """

    CASCADE = "cascade"
    REALTIME = "realtime"


class Menus(StrEnum):
    """What an agent does with a telephone menu: leave it, or press keys to get through to a person."""

    HANG_UP = "hang_up"
    NAVIGATE = "navigate"


class RecogniserName(StrEnum):
    """Whose speech recognition listens: Deepgram's Flux or Nova, or OpenAI's transcription."""

    FLUX = "flux"
    NOVA = "nova"
    OPENAI = "openai"


@dataclass(frozen=True, slots=True)
class Backup:
    """What takes over for the rest of a call when the first choice fails or is too slow; empty for nothing."""

    recogniser: RecogniserName | None = None
    model: str = ""
    voice: str = ""
    voice_model: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A conversation as it stood after a whole step, small enough to be kept every second: what another process goes
    on from.

    taken_ms counts from began_at, as the transcript's times do. opened: the opening was begun; greeted_ms: since when
    somebody is there who is to hear the disclosure; closing: the last words were being said;
    machine: how far a machine was dealt with (a name of media.engine.state.Machine);
    opt_out_phrase: what was said, empty if nothing was; opt_out_by_key: a key was pressed; opt_out_ms: when; opt_out_stored: it is durable; switched_to: the language in
    which the conversation went on, empty for the plan's; waiting: whom we waited for in silence (a name of
    media.engine.state.Waiting); doubt, promise: what we asked about calling again, and whether it was answered;
    taken_back_words: with which a demand was taken back, empty for none.
    """

    began_at: datetime
    taken_ms: int
    transcript: Transcript
    opened: bool
    closing: bool
    answered_by: AnsweredBy
    machine: str
    evidence: tuple[Evidence, ...]
    carrier_hint: str
    greeting_ms: int | None
    replies_made: int
    callback_phrase: str
    notes: tuple[str, ...]
    opt_out_phrase: str
    opt_out_stored: bool
    switched_to: str = ""
    greeted_ms: int = 0
    waiting: str = "none"
    opt_out_by_key: bool = False
    opt_out_ms: int | None = None
    doubt: Doubt = field(default_factory=Doubt)
    promise: Promise | None = None
    taken_back_words: str = ""


@dataclass(frozen=True, slots=True)
class ConversationPlan:
    """Everything the media server needs for one conversation; all texts are filled in for the lead.

    language: in which it begins, that of the texts; languages: further ones it may change to. pronunciation:
    see domain.pronunciation. opt_out_key: the digit that opts out where our words announce it, empty for none. announcement: the
    disclosure as it is spoken within the opening; record, recording_consent: see domain.recordings.
    carrier_call_id: the leg whose stream is opened, by the carrier's own name; empty until then.
    outcomes: the script's own, beside the built-in ones; fields: what is to be known, those that are asked for among questions too.
    agent_id, has_knowledge: whose documents may be looked up, and whether there are any.
    instructions: the script's, which are not to be repeated; values: the lead's, for the [names] in the system prompt.
    zones: those in which the person may be; lives_in: the one among them where nearly everybody of the place lives, if any.
    epoch: how many processes have held this conversation, this one included; what an earlier one still writes is
    refused. cut_off: where the one before was cut off, if that is known. account_language: in which the call is summed up.
    """

    account_id: AccountId
    call_id: CallId
    attempt_id: AttemptId
    campaign_id: CampaignId | None
    workflow_id: str
    carrier_call_id: str = ""
    opening: str = ""
    announcement: str = ""
    system_prompt: str = ""
    instructions: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    outcomes: tuple[OutcomeDefinition, ...] = ()
    fields: tuple[FieldDefinition, ...] = ()
    voicemail: str = ""
    screening: str = ""
    closing: str = ""
    opt_out_confirmation: str = fixed_texts("en").opt_out_confirmation
    opt_out_key: str = "9"
    silence_prompt: str = fixed_texts("en").silence_prompt
    silence_goodbye: str = fixed_texts("en").silence_goodbye
    voice: str = "default"
    voice_model: str = "eleven_flash_v2_5"
    model: str = "gpt-6-luna"
    engine: Engine = Engine.CASCADE
    recogniser: RecogniserName = RecogniserName.FLUX
    backup: Backup = Backup()
    language: str = "en"
    languages: tuple[str, ...] = ()
    pronunciation: Mapping[str, str] = field(default_factory=dict)
    menus: Menus = Menus.HANG_UP
    agent_id: AgentId | None = None
    has_knowledge: bool = False
    timeouts: Timeouts = field(default_factory=Timeouts)
    record: bool = False
    recording_consent: bool = False
    zones: tuple[str, ...] = ()
    lives_in: str | None = None
    epoch: int = 1
    cut_off: Snapshot | None = None
    account_language: str = "en"

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every language in which the conversation may be held, the first one first."""
        return tuple(dict.fromkeys((self.language, *self.languages)))

    def texts_in(self, language: str) -> FixedTexts:
        """What is said without the model: the plan's own words in its own language, elsewhere those of the house."""
        texts = fixed_texts(language)
        if language != self.language:
            return texts
        return replace(
            texts,
            closing=self.closing,
            opt_out_confirmation=self.opt_out_confirmation,
            silence_prompt=self.silence_prompt,
            silence_goodbye=self.silence_goodbye,
        )


class Sentiment(StrEnum):
    """How the person took the call."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the person wants, and the sentence that proves it.

    outcome: a built-in one's name or one of the script's own, whose flags then stand beside it;
    evidence: a sentence of the person's, empty only for NONE (of an opt-out that was taken back it is what did so); decided_by: "rules",
    "classifier", "model", "guard" or "key" (that they pressed); needs_review: rules and model disagree, or the model could not be asked, or what was
    said is contradictory; callback_phrase: the person's own words about when to call again, empty if none; sentiment: by the model
    alone, NEUTRAL where it was not asked or there was nothing to judge; answers: the person's words, by question, to those the agent
    asked in words of its own; confidence: of who decided, 0 to 1; told: what the model read of the script's fields, by their names;
    summary: of the whole call, by the model, see domain.summaries; empty where it was not asked.
    """

    outcome: str
    evidence: str = ""
    decided_by: str = "rules"
    needs_review: bool = False
    callback_phrase: str = ""
    sentiment: Sentiment = Sentiment.NEUTRAL
    answers: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    flags: OutcomeFlags | None = None
    told: dict[str, Told] = field(default_factory=dict)
    summary: str = ""

    @property
    def means(self) -> OutcomeFlags:
        """What its outcome means."""
        return Outcome.of(self.outcome, self.flags).flags


@dataclass(frozen=True, slots=True)
class ConversationReport:
    """How one conversation went; exactly one is stored for each attempt whose stream was connected.

    carrier_hint: the carrier's own word for who answered, empty if it gave none. confidence: in answered_by, 0 to 1;
    answer_evidence: what it rests on; epoch: the plan's; language: in which the conversation ended. disclosed_at_ms: when
    whoever was there last had heard all of the announcement, in milliseconds since began_at; None if they never had.
    failed_vendor: whose model, recogniser or voice had failed and did not come back (see domain.vendors), empty for
    nobody's; fields: all of the script's, in its order, none where nobody spoke; preferences: how the person said that they want to be
    contacted; callback: the moment of another call that was agreed on, None where none was. greeting_ms: our first word, None where it
    never came; greeted_until_ms: see domain.abandonment.greeted_until.
    """

    account_id: AccountId
    call_id: CallId
    attempt_id: AttemptId
    answered_by: AnsweredBy
    end_reason: EndReason
    verdict: Verdict
    transcript: Transcript
    began_at: datetime
    ended_at: datetime
    voicemail_proved: bool = False
    greeting_ms: int | None = None
    carrier_hint: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    confidence: float = 0.0
    answer_evidence: tuple[Evidence, ...] = ()
    epoch: int = 1
    language: str = "en"
    disclosed_at_ms: int | None = None
    failed_vendor: str = ""
    fields: tuple[FieldAnswer, ...] = ()
    preferences: tuple[SaidPreference, ...] = ()
    callback: AgreedCallback | None = None
    greeted_until_ms: int | None = None


def plan_conversation(bare: ConversationPlan, script: Script, values: Mapping[str, str]) -> ConversationPlan:
    """The plan with every text of the script filled in for this lead. Raises InvalidInput for a missing value.

    The disclosure is spoken as part of the opening. Whatever cuts it short, it is owed until it was heard.
    """
    announcement, texts = fill(script.disclosure, values), fixed_texts(bare.language)
    opening = " ".join(part for part in (fill(script.opening, values), announcement) if part)
    brief = Brief(script, bare.language, bare.languages, bare.has_knowledge)
    return replace(
        bare,
        opening=opening,
        announcement=announcement,
        system_prompt=system_prompt(brief, values, bare.zones),
        instructions=script.instructions,
        values=values_for(script, values),
        questions=tuple(replace(asked, text=fill(asked.text, values)) for asked in script.asked()),
        outcomes=script.outcomes,
        fields=tuple(replace(each, question=fill(each.question, values)) for each in script.fields),
        voicemail=fill(script.voicemail, values),
        screening=fill(script.screening, values),
        closing=fill(script.closing, values),
        opt_out_confirmation=texts.opt_out_confirmation,
        silence_prompt=texts.silence_prompt,
        silence_goodbye=texts.silence_goodbye,
    )
