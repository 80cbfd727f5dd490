"""What may be changed of a conversation, and of the reply in the making, by name and type: a change that is none is seen before
it runs. Tests hold these to the fields of both, which they repeat: a conversation is copied once in a step and written into after
that, and no type says "some fields of that record".
"""

from collections.abc import Mapping
from typing import TypedDict

from domain.conversations import AnsweredBy, EndReason, Evidence, Verdict
from domain.knowledge import Passage
from domain.transcripts import Spans, Transcript
from domain.vendors import VendorKind
from media.engine.asked_back import Promise
from media.engine.demands import Doubt, OptOut, TakenBack
from media.engine.durable import Durable
from media.engine.events import ToolCall
from media.engine.sound import Sound
from media.engine.turns import (
    Deadline,
    Floor,
    Machine,
    Phase,
    Reply,
    Speech,
    Spoken,
    Unasked,
    Wait,
)


class Changes(TypedDict, total=False):
    """Of a conversation; its plan and beginning stay."""

    phase: Phase
    floor: Floor
    reply: Reply | None
    cut: Reply | None
    theirs: Speech | None
    unread: tuple[Speech, ...]
    transcript: Transcript
    answered_by: AnsweredBy
    machine: Machine
    carrier_hint: str
    opt_out: OptOut
    doubt: Doubt
    taken_back: TakenBack
    report: Durable
    verdict: Verdict | None
    end_reason: EndReason | None
    ended_ms: int | None
    greeting_ms: int | None
    replies_made: int
    prompts_made: int
    failures: int
    failing: VendorKind | None
    message_beeped: bool
    sound: Sound
    evidence: tuple[Evidence, ...]
    speech_since: int | None
    heard_out: bool
    machine_since: int | None
    asked_who: bool
    callback_phrase: str
    promise: Promise | None
    keys: str
    last_said: str
    said_back: tuple[str, ...]
    spoken: Spoken | None
    line_echoes: bool
    waiting: Wait
    idle_holds: int
    filled: bool
    presses: int
    greeted_ms: int
    notes: tuple[str, ...]
    switched_to: str
    other_language: str
    line_up: bool
    draining: bool
    lingers_since: int | None
    reopened: bool
    overtime_until: int | None
    deadlines: Mapping[Deadline, int]


class ReplyChanges(TypedDict, total=False):
    """Of a reply; its number and purpose stay."""

    text: str
    unspoken: str
    answers: str
    until: int | None
    clauses: int
    clauses_ready: int
    audio_ms: int
    complete: bool
    released: bool
    tools: tuple[ToolCall, ...]
    ends_call: bool
    began_ms: int | None
    ending: bool
    voiced: bool
    unread: bool
    filler: str
    unasked: Unasked | None
    noted: bool
    confirms: bool
    looking: bool
    look_ups: int
    passages: tuple[Passage, ...]
    rests_from: int
    spans: Spans
