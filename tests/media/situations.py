"""Every place a conversation may stand at: each phase with each holder of the floor, and each step with a machine."""

from collections.abc import Callable, Mapping

from domain.conversations import Menus
from domain.knowledge import Passage, Source
from media.audio.line_sounds import Tone, ToneKind, Voice
from media.engine.events import LOOK_UP, PRESS_KEYS, Failed, Found, Hearing, ModelText, Part, ToolCall, Words
from media.engine.pressed_keys import PAUSE_MS
from tests.media.plans import plan
from tests.media.script import Script

MAILBOX = "You have reached the voicemail of Miller. Please leave a message after the tone."
MENU = "For sales, press one. For support, press two."
SCREENING = "Please record your name and reason for calling"
ON_HOLD = "The person you are calling has put your call on hold. Please stay on the line."
NO_NUMBER = "The number you have dialed is not in service"
OPT_OUT = "Please do not call me again."
BEEP = Tone(1_000, 400)
DELIVERY = Passage(Source("doc_1", "Delivery", 1), "Parcels arrive within three working days.")
ANSWER = "We offer many things to all customers in every town."


def listening() -> Script:
    """The opening was heard; nobody speaks."""
    return Script().until_silent()


def asked() -> Script:
    """The person has asked something, and the model is silent."""
    return listening().says("Tell me more please")


def answering() -> Script:
    """The agent is in the middle of an answer."""
    return asked().model_says(ANSWER).later(1_500)


def looking_up(words: str = "") -> Script:
    """The model has something looked up, after these words."""
    script = Script(plan(has_knowledge=True)).until_silent().says("How long does delivery take?")
    return script.model_says(words, (LOOK_UP, "delivery time")).later(300)


def guessing() -> Script:
    """A reply is prepared for a turn that is probably over."""
    script = listening().starts("I am").later(300).handle(Words(Hearing.EAGER, "I am fine, thank you"))
    return script.model_says("Glad to hear it.", ("note_callback", "tomorrow"))


def prompting() -> Script:
    """The agent asks whether anybody is there."""
    return listening().later(6_200)


def closing() -> Script:
    """The agent is saying goodbye."""
    return listening().says("Goodbye").later(300)


def held(script: Script) -> Script:
    """A voice without words has made the agent hold back."""
    return script.handle(Voice(True)).later(100)


def machine(text: str, menus: Menus = Menus.HANG_UP) -> Script:
    """A machine has said all of this."""
    script = (
        Script(plan(menus=menus))
        .at(500)
        .handle(Voice(True))
        .starts(text.split()[0])
        .goes_on(text)
        .later(3_000)
    )
    return script.handle(Voice(False)).handle(Words(Hearing.FINAL, text)).later(100)


def choosing(script: Script) -> Script:
    """The model has chosen keys."""
    return script.handle(ToolCall(script.asked().reply, PRESS_KEYS, "12345")).later(100)


def message() -> Script:
    """The agent is leaving its message."""
    return machine(MAILBOX).handle(BEEP).later(1_000)


def stated() -> Script:
    """A screening has been told who calls."""
    return machine(SCREENING).later(500).until_silent()


SITUATIONS: Mapping[str, Callable[[], Script]] = {
    "opening": lambda: Script().at(1_500),
    "opening, they speak": lambda: Script().at(1_500).starts("Who").goes_on("Who is calling there?"),
    "opening, held back": lambda: held(Script().at(2_500)),
    "nobody speaks": listening,
    "they speak": lambda: listening().starts("I").goes_on("I would"),
    "they asked for a moment": lambda: listening().says("One moment please.").later(5_000),
    "they fetch somebody": lambda: listening().says("I'll put her on.").later(5_000),
    "somebody else is greeted": lambda: (
        listening().says("I'll put her on.").later(3_000).says("Hello?").later(900)
    ),
    "a guess is ready": guessing,
    "the model is silent": asked,
    "a filler is heard": lambda: asked().later(1_700),
    "the model writes": lambda: asked().handle(ModelText(2, "Of course, we have")).later(300),
    "something is looked up": looking_up,
    "something is looked up behind a filler": lambda: looking_up().later(600),
    "something is looked up behind words": lambda: looking_up("That is a good question."),
    "something is looked up, held back": lambda: held(looking_up("That is a good question.")),
    "something was found": lambda: looking_up("Good question.").handle(Found(2, (DELIVERY,))),
    "the model has failed once": lambda: asked().handle(Failed(Part.MODEL, 2)),
    "asking to say it again": lambda: (
        asked().handle(Failed(Part.MODEL, 2)).handle(Failed(Part.MODEL, 3)).later(500)
    ),
    "an answer": answering,
    "an answer, held back": lambda: held(answering()),
    "an answer's last second": lambda: asked().model_says(ANSWER).later(len(ANSWER) * 60 - 600),
    "an answer's last second, held back": lambda: held(
        asked().model_says(ANSWER).later(len(ANSWER) * 60 - 900)
    ),
    "the last words of the model": lambda: (
        listening()
        .says("I have told you everything")
        .model_says("Thank you, goodbye.", ("end_call", "done"))
        .later(300)
    ),
    "a prompt": prompting,
    "a prompt, held back": lambda: held(prompting()),
    "the closing": closing,
    "the moment after the closing": lambda: closing().until_silent().later(100),
    "a mailbox greets": lambda: machine(MAILBOX),
    "a message is left": message,
    "a message without a beep": lambda: machine(MAILBOX).later(2_500),
    "the message's proof": lambda: message().until_silent().later(100),
    "a menu": lambda: machine(MENU),
    "a menu that is listened to": lambda: machine(MENU, Menus.NAVIGATE),
    "a menu's keys are chosen": lambda: machine(MENU, Menus.NAVIGATE).later(1_100),
    "keys are sent to a menu": lambda: choosing(machine(MENU, Menus.NAVIGATE).later(1_100)),
    "an announcement": lambda: machine(NO_NUMBER),
    "on hold": lambda: machine(ON_HOLD),
    "tones of the network": lambda: Script().at(1_600).handle(Tone(1_800, 330, ToneKind.NO_SUCH_NUMBER)),
    "a screening asks": lambda: machine(SCREENING),
    "a screening is told": lambda: machine(SCREENING).later(600),
    "a screening waits": stated,
    "digits are entered": lambda: listening().later(500).key("4").later(PAUSE_MS - 500),
}
