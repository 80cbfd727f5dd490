"""A simulated person as a data file: how they pick up, what they say to what, when they hang up.

The files lie in examples/people; what happens on a line is in conversation.py.
"""

import re
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


def _expression(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


def _e164(number: str) -> str:
    if not re.fullmatch(r"\+[1-9]\d{6,14}", number):
        raise ValueError(f"not E.164: {number}; write +, country code and number")
    return number


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))


class Pickup(_Strict):
    """What the network reports when this person is dialled.

    kind: answer · busy · no_answer (rings until the caller's limit) · failed (the carrier cannot reach the
    line: sip_code 404, 480, 503 …) · refused (Twilio refuses the request itself with error_code 21211, 21214,
    21215 or 21217: nothing is dialled).
    rings_s: seconds of ringing before it is answered or found busy.
    """

    kind: Literal["answer", "busy", "no_answer", "failed", "refused"] = "answer"
    rings_s: float = Field(default=0.8, ge=0, le=600)
    sip_code: int = 404
    error_code: int = 21211


class Reply(_Strict):
    """What the person does when their turn comes.

    when: a regular expression, or a list of words and phrases of which one is enough, looked for without case
    in what was heard since the person last spoke; None fits always. A key that the caller pressed counts as the
    word "key_" with it, such as key_0.
    say: one text, or several that are said in turn at each use. press: digits. hang_up: afterwards.
    after_ms: hesitation on top of the person's waits_ms.
    interrupt_after_ms: speak this long after the words were heard, without waiting for the caller to pause.
    times: how often this reply may be used, None for always.
    """

    when: Annotated[str, AfterValidator(_expression)] | tuple[str, ...] | None = None
    say: str | tuple[str, ...] | None = None
    press: str | None = Field(default=None, pattern=r"^[0-9*#]+$")
    hang_up: bool = False
    after_ms: int = Field(default=0, ge=0)
    interrupt_after_ms: int | None = Field(default=None, ge=0)
    times: int | None = Field(default=None, ge=1)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if self.when is None:
            return None
        if isinstance(self.when, str):
            return re.compile(self.when, re.IGNORECASE)
        return re.compile("|".join(rf"\b{re.escape(words)}\b" for words in self.when), re.IGNORECASE)

    def fits(self, heard: str) -> bool:
        """Say whether this reply answers what was heard."""
        return self._pattern is None or self._pattern.search(heard.replace("’", "'")) is not None

    def text(self, use: int) -> str | None:
        """What is said at the use-th use (from 0); the last text is repeated when they run out."""
        if self.say is None or isinstance(self.say, str):
            return self.say
        return self.say[min(use, len(self.say) - 1)] if self.say else None


class Machine(_Strict):
    """A voicemail box or other machine instead of a person: it greets, beeps, records and never replies.

    beep_hz 0 means no beep. records_s: the box hangs up after so many seconds of recording.
    """

    beep_hz: float = Field(default=1000, ge=0, le=3400)
    beep_ms: int = Field(default=400, ge=0)
    beep_after_ms: int = Field(default=400, ge=0)
    records_s: float = Field(default=60, gt=0)


class LineQuality(_Strict):
    """What the person's line does to sound on its way to us.

    noise_rms: level of the quiet line on the 16-bit scale. echo_db: how far below our own sound its echo comes
    back echo_ms later, None for none. held_share: share of frames that are held back for 100 to 300 ms and then
    arrive in a bunch; seeded by the call.
    """

    noise_rms: float = Field(default=2.0, ge=0, le=1000)
    echo_db: float | None = Field(default=None, ge=0, le=80)
    echo_ms: int = Field(default=40, ge=20, le=1_000)
    held_share: float = Field(default=0.0, ge=0, le=0.5)


class Person(_Strict):
    """One kind of callee.

    numbers: the numbers behind which this person stands (E.164).
    attempts: names of people who answer the first, second … dial to a number; the last repeats. A person with
    attempts has no behaviour of its own.
    greeting: said greeting_after_ms after pick-up, None to wait for the caller.
    waits_ms: silence that the person takes for the end of the caller's turn.
    patience_s: hangs up after so long without hearing or saying anything.
    hangs_up_after_s: hangs up so long after pick-up, whatever happens.
    detected_as: Twilio's verdict when asked; None is human for people and machine for machines. It comes
    detected_after_ms after pick-up; the end of a machine's message is reported when it is over.
    """

    name: str = Field(pattern=r"^[a-z0-9_]+$")
    about: str = ""
    numbers: tuple[Annotated[str, AfterValidator(_e164)], ...] = ()
    attempts: tuple[str, ...] = ()
    pickup: Pickup = Pickup()
    line: LineQuality = LineQuality()
    voice: str = "en-us"
    words_per_minute: int = Field(default=170, ge=80, le=300)
    greeting: str | None = None
    greeting_after_ms: int = Field(default=400, ge=0)
    machine: Machine | None = None
    waits_ms: int = Field(default=600, ge=200)
    replies: tuple[Reply, ...] = ()
    otherwise: Reply | None = None
    patience_s: float = Field(default=25, gt=0)
    hangs_up_after_s: float | None = Field(default=None, gt=0)
    detected_as: Literal["human", "machine", "fax", "unknown"] | None = None
    detected_after_ms: int = Field(default=1500, ge=0)

    def sentences(self) -> list[str]:
        """Everything this person may say, the greeting first."""
        said = [self.greeting] if self.greeting else []
        for reply in (*self.replies, *([self.otherwise] if self.otherwise else [])):
            said += [reply.say] if isinstance(reply.say, str) else reply.say or ()
        return said

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if self.attempts and (self.replies or self.greeting or self.machine):
            raise ValueError("a person with attempts takes its behaviour from the people it names")
        if self.machine and (self.replies or self.otherwise):
            raise ValueError("a machine does not reply")
        return self
