"""What may be changed of a conversation, and of the reply in the making, by name and type: a change that is none is seen before
it runs. Tests hold these to the fields of both, which they repeat: a conversation is copied once in a step and written into after
that, and no type says "some fields of that record".
"""

from collections.abc import Mapping
from typing import TypedDict

from domain.asked_back import Doubt, Promise
from domain.conversations import AnsweredBy, EndReason, Evidence, Verdict
from domain.knowledge import Passage
from domain.transcripts import Spans, Transcript
from domain.vendors import VendorKind
from media.engine.demands import OptOut, TakenBack
from media.engine.durable import Durable
from media.engine.events import ToolCall
from media.engine.sound import Sound
from media.engine.state import (
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
    deadlines: Mapping[Deadline, int]
    transcript: Transcript
    notes: tuple[str, ...]
    floor: Floor
    reply: Reply | None
    cut: Reply | None
    replies_made: int
    greeting_ms: int | None
    greeted_ms: int
    spoken: Spoken | None
    last_said: str
    said_back: tuple[str, ...]
    line_echoes: bool
    filled: bool
    failures: int
    failing: VendorKind | None
    theirs: Speech | None
    unread: tuple[Speech, ...]
    sound: Sound
    idle_holds: int
    keys: str
    prompts_made: int
    waiting: Wait
    answered_by: AnsweredBy
    carrier_hint: str
    evidence: tuple[Evidence, ...]
    speech_since: int | None
    heard_out: bool
    asked_who: bool
    machine: Machine
    machine_since: int | None
    message_beeped: bool
    presses: int
    opt_out: OptOut
    doubt: Doubt
    taken_back: TakenBack
    callback_phrase: str
    promise: Promise | None
    switched_to: str
    other_language: str
    line_up: bool
    draining: bool
    overtime_until: int | None
    end_reason: EndReason | None
    ended_ms: int | None
    lingers_since: int | None
    reopened: bool
    verdict: Verdict | None
    report: Durable


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
