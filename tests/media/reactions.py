"""What a conversation does, wherever it stands, when something happens: written into reactions.txt, a line for each.

`python -m tests.media.reactions` writes them anew after a change that is meant to change them; the file's diff then says, for
whoever reads the change, what agents do otherwise from now on. A line ends with a digest of everything that was asked for and of
the report, so that no change is too small to be seen.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from domain.conversations import AnsweredBy
from domain.timeouts import Timeouts
from media.audio.line_sounds import Voice
from media.engine import actions
from media.engine.events import (
    END_CALL,
    NOTE_CALLBACK,
    STOP_CALLING,
    CarrierHint,
    Drain,
    Failed,
    Found,
    HangUp,
    Hearing,
    ModelText,
    Part,
    ToolCall,
    Words,
)
from media.engine.state import Phase
from tests.media.plans import SCRIPT, plan
from tests.media.script import Script
from tests.media.situations import (
    BEEP,
    DELIVERY,
    MAILBOX,
    ON_HOLD,
    OPT_OUT,
    SITUATIONS,
    answering,
    asked,
    held,
    listening,
    looking_up,
    machine,
    message,
)

FILE: Final = Path(__file__).with_name("reactions.txt")
_AFTERWARDS_MS: Final = 8_500
_STEP_MS: Final = 500
_LONGEST_QUOTE: Final = 20
_MOST_TOLD: Final = 5

Happening = Callable[[Script], Script | None]


def _says(text: str, *, ms: int = 700) -> Happening:
    """They say this: the gate hears it, and the recogniser word by word."""

    def happens(script: Script) -> None:
        words = text.split()
        script.handle(Voice(True)).later(100).starts(words[0]).later(ms // 2)
        script.goes_on(" ".join(words[: max(1, len(words) * 2 // 3)])).later(ms // 2).handle(Voice(False))
        script.later(60).handle(Words(Hearing.FINAL, text))

    return happens


def _final(text: str) -> Happening:
    """Only the end of their turn reaches us."""
    return lambda script: script.handle(Words(Hearing.FINAL, text))


def _sounds(ms: int) -> Happening:
    """Something is loud, and no word."""
    return lambda script: script.handle(Voice(True)).later(ms).handle(Voice(False))


def _guessed(script: Script) -> None:
    """Their turn seems to be over twice before it is."""
    script.starts("I").later(200).handle(Words(Hearing.EAGER, "I am fine")).later(100)
    script.handle(Words(Hearing.RESUMED, "I am fine")).later(300)
    script.handle(Words(Hearing.EAGER, "I am fine with that")).later(200)
    script.handle(Words(Hearing.FINAL, "I am fine with that."))


def _unread(text: str, news: Hearing = Hearing.FINAL) -> Happening:
    """A turn whose words come after its end, or never."""

    def happens(script: Script) -> None:
        script.handle(Voice(True)).handle(Words(Hearing.VOICED)).later(800).handle(Voice(False))
        script.handle(Words(Hearing.UNREAD)).later(600).handle(Words(news, text))

    return happens


def _fails(part: Part) -> Happening:
    """What the current reply needs fails, or the ear."""

    def happens(script: Script) -> None:
        reply = script.state.reply
        script.handle(Failed(part, 0 if reply is None else reply.number))

    return happens


def _writes(name: str, argument: str, text: str = "") -> Happening:
    """The model that is asked, or was last, wants something done."""

    def happens(script: Script) -> None:
        asked = script.all_of(actions.Ask)
        if asked:
            if text:
                script.handle(ModelText(asked[-1].reply, text))
            script.handle(ToolCall(asked[-1].reply, name, argument))

    return happens


def _taken_back(script: Script) -> None:
    """They demand no more calls, and do not mean it."""
    _says(OPT_OUT)(script)
    _says("No, no, keep me on the list.")(script.later(900))


def _interrupted_demand(script: Script) -> None:
    """They hang up in the midst of a demand."""
    script.handle(Voice(True)).starts("Please").later(300).hangs_up().later(300)
    script.goes_on("Please do not").later(200).handle(Words(Hearing.FINAL, OPT_OUT))


HAPPENINGS: Final[Mapping[str, Happening]] = {
    "nothing": lambda script: script,
    "Hello?": _says("Hello?", ms=300),
    "Yes.": _says("Yes.", ms=300),
    "Okay.": _says("Okay.", ms=300),
    "hm": _says("hm", ms=300),
    "a question": _says("What does it cost for somebody like me?", ms=1_800),
    "a long answer": _says("Well, let me think, I would say that eight points are fine for me", ms=5_200),
    "a robot question": _says("Are you a robot?"),
    "a goodbye": _says("Goodbye then."),
    "a likely demand": _says("I don't think I want these calls."),
    "a demand": _says(OPT_OUT),
    "a demand, taken back": _taken_back,
    "another language": _says("Can we speak Spanish?"),
    "a moment": _says("One moment please."),
    "another person": _says("I'll put her on."),
    "say again": _says("Sorry, what did you say?"),
    "digits": _says("four one five"),
    "a mailbox": _says(MAILBOX, ms=4_000),
    "an announcement to hold": _says(ON_HOLD, ms=4_000),
    "only a turn's end": _final("I have understood all of that"),
    "a turn's end without words": _final(""),
    "a turn that seems over": _guessed,
    "a cough": _sounds(400),
    "a noise": _sounds(7_000),
    "a key": lambda script: script.key("4").later(400).key("2"),
    "the opt-out key": lambda script: script.key("9"),
    "a beep": lambda script: script.handle(BEEP),
    "the carrier: a mailbox that beeped": lambda script: script.handle(
        CarrierHint(AnsweredBy.VOICEMAIL, beeped=True, word="machine")
    ),
    "the carrier: a person": lambda script: script.handle(CarrierHint(AnsweredBy.PERSON, word="human")),
    "words after the turn": _unread("What does it cost for me?"),
    "a demand after the turn": _unread(OPT_OUT),
    "no words after the turn": _unread("", Hearing.UNREADABLE),
    "an ear that is lost": _unread("", Hearing.LOST),
    "no model": _fails(Part.MODEL),
    "no voice": _fails(Part.SPEECH),
    "no ear": _fails(Part.RECOGNISER),
    "a callback is noted": _writes(NOTE_CALLBACK, "tomorrow at nine", "I see. "),
    "the model hangs up": _writes(END_CALL, "done"),
    "the model hears a demand": _writes(STOP_CALLING, "stop calling me"),
    "a drain": lambda script: script.handle(Drain()),
    "an operator hangs up": lambda script: script.handle(HangUp()),
    "they hang up in a demand": _interrupted_demand,
    "the process is lost": lambda script: script.cut_off(),
}


def _wished(when: str) -> Script:
    """They want to be called again then, and we have said something about it."""
    here = plan(zones=("America/New_York", "America/Chicago"), lives_in="America/Chicago")
    script = Script(here).until_silent().says(f"Call me again {when}")
    return script.model_says("Of course.", (NOTE_CALLBACK, when), (END_CALL, "later")).until_silent()


def _in_spanish() -> Script:
    """They asked for Spanish, and are answered in it."""
    script = Script(plan(languages=("es-MX",))).until_silent().says("Can we speak Spanish please?")
    return script.model_says("Claro que sí.").until_silent()


def _unstored() -> Script:
    """A demand that is not durable yet."""
    return Script(record_is_away=True).until_silent().says(OPT_OUT).later(200)


def _announced() -> Script:
    """They were told which key stops our calls, and are asked for a number by another."""
    here = plan(opening=f"{SCRIPT.opening} To stop our calls, press 9.", announcement=SCRIPT.opening)
    return Script(here).until_silent().says("Yes, go on").model_says("How are you today?").until_silent()


def _echoing() -> Script:
    """The line has brought our own words back."""
    script = listening()
    script.handle(Words(Hearing.FINAL, "this is Ava an automated assistant calling from Northwind"))
    return script.later(500)


def _goodbye_after(longest_ms: int) -> Script:
    """The call has lasted as long as it may."""
    return Script(plan(timeouts=Timeouts(longest_call=longest_ms))).until_silent().at(longest_ms + 200)


def _resumed(script: Script) -> Script:
    """Another process has taken the conversation up."""
    return script.cut_off().later(300)


_MORE: Final[Mapping[str, Callable[[], Script]]] = {
    "the greeting's third second": lambda: Script().at(2_600),
    "before the greeting's first sound": lambda: Script(voice_is_away=True).at(0),
    "a second prompt": lambda: listening().later(14_500),
    "the goodbye to nobody": lambda: listening().later(22_500),
    "asked whether to stop": lambda: listening().says("I don't think I want these calls.").until_silent(),
    "being asked whether to stop": lambda: listening().says("I don't think I want these calls.").later(900),
    "a demand is not stored yet": _unstored,
    "a demand was confirmed": lambda: listening().says(OPT_OUT).until_silent(),
    "a moment is read back": lambda: _wished("on Monday at four"),
    "a moment is asked for": lambda: _wished("some other time"),
    "in another language": _in_spanish,
    "a number is dictated": lambda: listening().says("My number is four one five"),
    "a number was said back": lambda: (
        listening().says("four one five five five five").later(1_600).until_silent()
    ),
    "a key was announced": _announced,
    "a line that echoes": _echoing,
    "the longest call is over": lambda: _goodbye_after(12_000),
    "a goodbye was taken back": lambda: (
        listening().says("Goodbye").later(300).says("Wait, what was the address?").model_says("Elm Street.")
    ),
    "taken up in an answer": lambda: _resumed(answering()),
    "taken up in their words": lambda: _resumed(asked()),
    "taken up at a mailbox": lambda: _resumed(message()),
    "taken up in a demand": lambda: _resumed(_unstored()),
    "taken up on hold": lambda: _resumed(machine(ON_HOLD)),
    "found behind a filler": lambda: looking_up().later(900).handle(Found(2, (DELIVERY,))).later(100),
    "nothing was found": lambda: looking_up("Let me check that.").handle(Found(2)).later(100),
    "held back for the third time": lambda: held(
        held(held(answering()).later(700).handle(Voice(False))).later(700).handle(Voice(False))
    ),
    "marks are lost": lambda: Script(marks_are_lost=True).until_silent().later(800),
}
EVERYWHERE: Final = {**SITUATIONS, **_MORE}
_ALL_OF_IT: Final = ("opening", "nobody speaks", "an answer", "a message is left")
_SELDOM: Final = (
    "Okay.",
    "another language",
    "digits",
    "an announcement to hold",
    "only a turn's end",
    "the carrier: a person",
    "the model hears a demand",
    "no words after the turn",
    "a drain",
    "an operator hangs up",
)
"""What is tried in few of SITUATIONS."""

_OFTEN: Final = (
    "nothing",
    "Hello?",
    "Yes.",
    "a question",
    "a goodbye",
    "a demand",
    "digits",
    "a cough",
    "a key",
    "the opt-out key",
    "words after the turn",
    "no model",
    "they hang up in a demand",
    "the process is lost",
)
"""What is tried in all of _MORE."""


def _tried(where: str) -> list[str]:
    if where in _MORE:
        return list(_OFTEN)
    return [what for what in HAPPENINGS if where in _ALL_OF_IT or what not in _SELDOM]


def reactions(where: str) -> Iterator[str]:
    """A line for everything that may happen in this situation."""
    for what in _tried(where):
        script = EVERYWHERE[where]()
        before, began = len(script.done), script.now
        other = HAPPENINGS[what](script)
        if other is not None and other is not script:  # another process holds it by now
            script, before, began = other, 0, other.now
        _go_on(script)
        script.hangs_up().later(8_000)
        yield f"{what}: {_told(script, before, began)}"


def _go_on(script: Script) -> None:
    """The model answers whatever it is asked, in half a second; nobody says anything."""
    until, answered = script.now + _AFTERWARDS_MS, 0
    while script.now < until:
        script.later(_STEP_MS)
        asked = script.all_of(actions.Ask)
        if len(asked) > answered and script.state.phase is not Phase.ENDED:
            answered = len(asked)
            script.model_says("I see. That is good to know.")


def _told(script: Script, before: int, began: int) -> str:
    done = script.done[before:]
    told = [short for at, action in done if (short := _short(at - began, action))]
    told[_MOST_TOLD:] = ["…"] if len(told) > _MOST_TOLD else []
    report = script.report()
    digest = crc32(repr(_told_of((done, report))).encode())
    return f"{', '.join(told)}; {report.answered_by}, {report.end_reason}, {len(report.transcript)} turns #{digest:08x}"


def _told_of(value: Any) -> Any:
    """A value without what is as it always is: a field that nobody sets is none, so that a new one changes no digest."""
    if isinstance(value, list | tuple):
        return [_told_of(each) for each in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    told = ((name, getattr(value, name)) for name in _usual(type(value)))
    usual = _usual(type(value))
    return type(value).__name__, [(name, _told_of(each)) for name, each in told if each != usual[name]]


@cache
def _usual(kind: type[Any]) -> Mapping[str, Any]:
    """What each field of a record is unless it is told; what must be told is never usual."""
    return {
        each.name: each.default if each.default_factory is MISSING else each.default_factory()
        for each in fields(kind)
    }


def _short(at_ms: int, action: actions.Action) -> str:
    """What somebody on the line, or the house, would notice of it."""
    match action:
        case actions.Speak(_, text):
            quoted = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"
            return f"{at_ms} “{quoted}”"
        case (
            actions.Ask()
            | actions.Clear()
            | actions.Hold()
            | actions.Resume()
            | actions.LookUp()
            | actions.PressKeys()
            | actions.StoreOptOut()
            | actions.TakeBackOptOut()
            | actions.Identify()
            | actions.Close()
        ):
            return f"{at_ms} {type(action).__name__}"
        case _:
            return ""


def written() -> Mapping[str, list[str]]:
    """The lines of the file, by situation."""
    sections = FILE.read_text().split("\n\n")
    return {lines[0]: lines[1:] for lines in (section.strip().splitlines() for section in sections)}


def main() -> None:
    """Write the file."""
    FILE.write_text("\n\n".join("\n".join((where, *reactions(where))) for where in EVERYWHERE) + "\n")


if __name__ == "__main__":
    main()
