"""The state of one conversation: phase, floor, the reply in the making, the person's turn, and its deadlines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.asked_back import Doubt, Promise
from domain.conversations import (
    AnsweredBy,
    ConversationPlan,
    EndReason,
    Evidence,
    Verdict,
)
from domain.disclosures import still_owed
from domain.knowledge import Passage
from domain.language.languages import name_of
from domain.language.tables.shape import FixedTexts
from domain.language.utterance import Utterance
from domain.transcripts import Spans, Speaker, Transcript, Turn
from domain.vendors import VendorKind
from media.engine.demands import OptOut, TakenBack
from media.engine.durable import Durable
from media.engine.events import ToolCall
from media.engine.sound import Sound


class Phase(StrEnum):
    """Where the conversation stands."""

    OPENING = "opening"
    TALKING = "talking"
    CLOSING = "closing"
    ENDED = "ended"


class Floor(StrEnum):
    """Who speaks: nobody, the person, or a reply (being guessed at, awaited, heard, held back)."""

    IDLE = "idle"
    THEIRS = "theirs"
    EAGER = "eager"
    THINKING = "thinking"
    OURS = "ours"
    HELD = "held"


class Machine(StrEnum):
    """How far we are with a machine; NONE while it is not taken for one.

    A mailbox: GREETING, LEAVING our message, PROVED. A menu or an announcement: ANNOUNCING, until the line is freed; a
    MENU that is answered by keys. ON_HOLD: an announcement asks us to wait for a person. A screening: SCREENING asks who calls, STATED
    waits for the person.
    """

    NONE = "none"
    GREETING = "greeting"
    LEAVING = "leaving"
    PROVED = "proved"
    ANNOUNCING = "announcing"
    MENU = "menu"
    ON_HOLD = "on_hold"
    SCREENING = "screening"
    STATED = "stated"


class Waiting(StrEnum):
    """Whom we wait for in silence: nobody, the person who asked for a MOMENT, or ANOTHER whom they fetch."""

    NONE = "none"
    MOMENT = "moment"
    ANOTHER = "another"


class Purpose(StrEnum):
    """Why a reply is spoken."""

    OPENING = "opening"
    ANSWER = "answer"
    PROMPT = "prompt"
    REPEAT = "repeat"
    CLOSING = "closing"
    CONFIRMATION = "confirmation"
    MESSAGE = "message"
    STATEMENT = "statement"
    CHOICE = "choice"
    KEYS = "keys"


class Deadline(StrEnum):
    """What the conversation waits for, at most until a time."""

    START = "start"
    SILENCE = "silence"
    UNREAD = "unread"
    WORDS = "words"
    TURN = "turn"
    REPLY = "reply"
    HOLD = "hold"
    LONGEST = "longest"
    LONG_GREETING = "long_greeting"
    LONG_SOUND = "long_sound"
    PAUSE = "pause"
    BEEP = "beep"
    GREETING_END = "greeting_end"
    PROOF = "proof"
    LINGER = "linger"
    OPT_OUT = "opt_out"
    CUT = "cut"
    KEYS = "keys"
    FILLER = "filler"
    DICTATION = "dictation"
    WHO = "who"
    IDENTITY = "identity"
    JUDGE = "judge"
    STORE = "store"
    STORE_AGAIN = "store_again"


QUESTION_MARKS = ("?", "？")
_NO_WORDS = Utterance()

OF_THE_FLOOR = frozenset(
    {Deadline.SILENCE, Deadline.TURN, Deadline.UNREAD, Deadline.REPLY, Deadline.HOLD, Deadline.DICTATION}
)
"""Deadlines that belong to who has the floor; they go when the floor changes."""


@dataclass(frozen=True, slots=True)
class Unasked:
    """What the model is still to be asked for a reply. first_say: spoken before its own text; note: told beside the words."""

    first_say: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing the agent says. Times are milliseconds of the call.

    text: all of it so far; unspoken: what the model wrote and the voice was not given; answers: the person's
    words it answers, until: when those ended; ends_call: hang up when it has been heard; voiced: the model speaks it by
    itself; unread: the words that it answers are not known yet; filler: its first words, that are not the model's;
    unasked: what the model is asked once it is known what was heard of the reply before;
    noted: it has noted when to call again, confirms: without a word, so that it was asked to confirm it;
    looking: something is being looked up, look_ups: how often something was, passages: what was found;
    rests_from: how much of the text was written before that.
    """

    number: int
    purpose: Purpose
    text: str = ""
    unspoken: str = ""
    answers: str = ""
    until: int | None = None
    clauses: int = 0
    clauses_ready: int = 0
    audio_ms: int = 0
    complete: bool = False
    released: bool = False
    tools: tuple[ToolCall, ...] = ()
    ends_call: bool = False
    began_ms: int | None = None
    ending: bool = False
    voiced: bool = False
    unread: bool = False
    filler: str = ""
    unasked: Unasked | None = None
    noted: bool = False
    confirms: bool = False
    looking: bool = False
    look_ups: int = 0
    passages: tuple[Passage, ...] = ()
    rests_from: int = 0
    spans: Spans = field(default_factory=Spans)

    @property
    def hangs_up(self) -> bool:
        """The call ends behind it; a model that asks something is answered first, whatever it wants."""
        asks = self.purpose is Purpose.ANSWER and self.text.rstrip().endswith(QUESTION_MARKS)
        return self.ends_call and not asks

    @property
    def says_nothing(self) -> bool:
        """Nothing of it is the model's yet."""
        return self.text.strip() == self.filler


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something the agent said until until_ms; all of its text lasts, or would have lasted, lasts_ms."""

    text: str
    began_ms: int
    lasts_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Speech:
    """The person's turn so far, without a pause since unbroken_since.

    said: since the last pause in something dictated, before: until then; overtaken: it began before the message to the machine did;
    unread: its words come only after its end, which was at ended_ms; guesses: how often a reply was prepared for it.
    """

    began_ms: int
    unbroken_since: int
    said: Utterance = _NO_WORDS
    before: str = ""
    overtaken: bool = False
    unread: bool = False
    ended_ms: int | None = None
    guesses: int = 0

    @property
    def words(self) -> str:
        """All of it, with what was dictated before a pause."""
        return f"{self.before} {self.said.text}".strip()

    @property
    def all_said(self) -> Utterance:
        """All of it, to be asked what it means."""
        return self.said.of(self.words)

    @property
    def opts_out(self) -> bool:
        """All of it, or what came after the last pause in something dictated, demands no more calls: "four one five ... stop"."""
        return self.said.opts_out or self.all_said.opts_out


@dataclass(frozen=True, slots=True)
class Wait:
    """A silence that we keep for somebody, as only waiting.py changes it. reassures_at: when they hear that we are still there;
    None once they did, or where nobody listens."""

    whom: Waiting = Waiting.NONE
    until_ms: int | None = None
    reassures_at: int | None = None

    @property
    def silent_until(self) -> int | None:
        """When we speak again by ourselves; None while nobody is waited for."""
        return self.reassures_at or self.until_ms


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything a conversation knows. reply is set exactly while the floor is EAGER, THINKING, OURS or HELD.

    Behind a field stand the only files that change it; many change one without. Times are milliseconds of the
    call.

    greeted_ms: since when somebody is there who is to hear the disclosure. cut: the reply that was silenced
    last, until it is known how much of it was heard; spoken: what was heard of us last; last_said: what we
    said last that is worth saying again; said_back: our words that only repeat what was dictated;
    line_echoes: our own words have come back; filled: the present turn has had its filler; failing: what
    failed last, until an answer is heard again.

    unread: their turns that are over and whose words follow, the first first; idle_holds: how often we held
    back for a sound that was no word, since their last words. evidence: what was noticed about who answered;
    speech_since: when the present stretch of speech began, at the call's start; heard_out: it was let go on
    since its words are understood; asked_who: the model was asked who speaks; machine_since: when it was last
    taken for a machine; presses: how often we pressed keys.

    switched_to: the language it changed to, empty for the plan's; other_language: that of their last whole
    turn, if it was another one. lingers_since: when our last words had been heard, or a demand was made; reopened: a goodbye was
    taken back once; overtime_until: how long what is being said may last beyond the longest call.
    """

    plan: ConversationPlan
    began_at: datetime
    phase: Phase = Phase.OPENING
    deadlines: Mapping[Deadline, int] = field(default_factory=dict)  # transition.py
    transcript: Transcript = ()  # transition.py
    notes: tuple[str, ...] = ()

    floor: Floor = Floor.IDLE  # transition.py
    reply: Reply | None = None  # transition.py, replying.py
    cut: Reply | None = None  # transition.py, conversation.py, ending.py
    replies_made: int = 0  # transition.py
    greeting_ms: int | None = None  # replying.py
    greeted_ms: int = 0  # transition.py, answering_machines.py
    spoken: Spoken | None = None  # transition.py
    last_said: str = ""  # transition.py
    said_back: tuple[str, ...] = ()  # dictating.py
    line_echoes: bool = False  # echo.py
    filled: bool = False  # fillers.py, turn_taking.py
    failures: int = 0  # replying.py, unread.py
    failing: VendorKind | None = None  # replying.py, unread.py, transition.py

    theirs: Speech | None = None
    unread: tuple[Speech, ...] = ()  # unread.py, ending.py
    sound: Sound = field(default_factory=Sound)  # turn_taking.py, transition.py
    idle_holds: int = 0  # barge_in.py, turn_taking.py
    keys: str = ""  # pressed_keys.py, ending.py
    prompts_made: int = 0
    waiting: Wait = field(default_factory=Wait)  # waiting.py

    answered_by: AnsweredBy = AnsweredBy.UNKNOWN
    carrier_hint: str = ""  # conversation.py
    evidence: tuple[Evidence, ...] = ()  # who_answered.py, answering_machines.py
    speech_since: int | None = None  # who_answered.py
    heard_out: bool = False  # who_answered.py
    asked_who: bool = False  # who_answered.py
    machine: Machine = Machine.NONE  # answering_machines.py, menus.py, who_answered.py, opting_out.py
    machine_since: int | None = None  # answering_machines.py
    message_beeped: bool = False  # answering_machines.py
    presses: int = 0  # menus.py

    opt_out: OptOut = field(default_factory=OptOut)  # opting_out.py
    doubt: Doubt = field(default_factory=Doubt)  # opting_out.py
    taken_back: TakenBack = field(default_factory=TakenBack)  # opting_out.py
    callback_phrase: str = ""  # confirming_callbacks.py
    promise: Promise | None = None  # confirming_callbacks.py, ending.py
    switched_to: str = ""  # language_changes.py
    other_language: str = ""  # language_changes.py

    line_up: bool = True  # conversation.py, ending.py
    draining: bool = False  # conversation.py
    overtime_until: int | None = None  # conversation.py
    end_reason: EndReason | None = None  # ending.py, opting_out.py, replying.py
    ended_ms: int | None = None  # ending.py
    lingers_since: int | None = None  # ending.py, opting_out.py
    reopened: bool = False  # ending.py
    verdict: Verdict | None = None  # ending.py, opting_out.py
    report: Durable = Durable.NONE  # ending.py

    @property
    def language(self) -> str:
        """In which the conversation is held now."""
        return self.switched_to or self.plan.language

    @property
    def languages(self) -> tuple[str, ...]:
        """All in which it may be held, the present one first."""
        return tuple(dict.fromkeys((self.language, *self.plan.spoken)))

    def utterance(self, text: str) -> Utterance:
        """These words of the person's; where the present turn says just this already, with what is known of it."""
        said = Utterance(text, self.language, self.plan.spoken)
        known = None if self.theirs is None else self.theirs.said
        return known if known == said else said

    @property
    def texts(self) -> FixedTexts:
        """What is said without the model, in the present language."""
        return self.plan.texts_in(self.language)

    @property
    def facts(self) -> tuple[str, ...]:
        """What the model is told beside what was said."""
        return (*self.notes, f"Go on in {name_of(self.switched_to)}.") if self.switched_to else self.notes

    @property
    def owed(self) -> str:
        """What of the disclosure is still to be heard by whoever is there now."""
        said = [
            turn.text
            for turn in self.transcript
            if turn.speaker is Speaker.AGENT and turn.began_ms >= self.greeted_ms
        ]
        return still_owed(self.plan.announcement, said)

    @property
    def their_turns(self) -> Transcript:
        """What the other end said so far, person or machine."""
        return tuple(turn for turn in self.transcript if turn.speaker is Speaker.PERSON)


def wake_at(state: Conversation) -> int | None:
    """The millisecond of the call at which TimePassed is due; None only once everything is over."""
    return min(state.deadlines.values(), default=None)


def is_over(state: Conversation) -> bool:
    """The conversation has ended and all that had to be durable is, or was given up."""
    demands = (state.opt_out.durable, state.taken_back.durable)
    return state.phase is Phase.ENDED and state.report.is_settled and Durable.WRITING not in demands


def with_turn(transcript: Transcript, turn: Turn) -> Transcript:
    """The transcript with one more turn, in the order in which turns began."""
    return tuple(sorted((*transcript, turn), key=lambda one: one.began_ms))


def with_last_words(state: Conversation, now_ms: int) -> Transcript:
    """The transcript with what the person was saying when the conversation broke off."""
    theirs = state.theirs
    if theirs is None or not theirs.words:
        return state.transcript
    return with_turn(state.transcript, Turn(Speaker.PERSON, theirs.words, theirs.began_ms, now_ms))
