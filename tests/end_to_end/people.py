"""Short people, so that a whole call takes a few seconds."""

from typing import Any

from simulators.people.person import Machine, Person, Pickup, Reply

_GOODBYE = Reply(when=("goodbye", "bye"), say="Bye.", hang_up=True)
_QUICK = Pickup(rings_s=0.3)

YES = Person(
    name="says_yes",
    pickup=_QUICK,
    greeting="Hello?",
    waits_ms=450,
    replies=(_GOODBYE, Reply(when=r"\?", say="Yes.")),
    otherwise=Reply(say="Okay."),
    patience_s=10,
)
"""Answers and says goodbye."""

OPTS_OUT = Person(
    name="opts_out",
    pickup=_QUICK,
    greeting="Hello?",
    waits_ms=450,
    replies=(
        Reply(times=1, say="Take me off your list and never call me again."),
        Reply(when=r"\b(removed?|not call|no longer|sorry|bye|goodbye)\b", say="Bye.", hang_up=True),
    ),
    patience_s=10,
)

ASKS_LATER = Person(
    name="asks_later",
    pickup=_QUICK,
    greeting="Hello?",
    waits_ms=450,
    replies=(
        Reply(times=1, say="I am busy, please call me back tomorrow at three in the afternoon."),
        Reply(when="is that right", times=1, say="Yes."),
        Reply(when=r"\b(goodbye|bye)\b", say="Bye.", hang_up=True),
    ),
    patience_s=10,
)

VOICEMAIL = Person(
    name="short_voicemail",
    pickup=_QUICK,
    greeting="You have reached the voicemail of the Millers. Please leave a message after the tone.",
    machine=Machine(records_s=12),
    detected_after_ms=1500,
)

LINGERS = Person(name="lingers", pickup=_QUICK, greeting="Hello?", hangs_up_after_s=8, patience_s=20)
"""Picks up, says hello and stays on the line for eight seconds."""

SAYS_NO_MORE = LINGERS.model_copy(
    update={"name": "says_no_more", "hangs_up_after_s": None, "patience_s": 100}
)
"""Picks up, says hello and stays; with an agent as patient as that, until the test has said what it wanted."""

STAYS = Person(
    name="stays",
    pickup=_QUICK,
    greeting="Hello?",
    waits_ms=450,
    replies=(_GOODBYE, Reply(when="cut off", say="Never mind, yes I am happy.")),
    patience_s=20,
)
"""Says hello, then nothing until the line was cut off for a moment."""


RINGS_ON = YES.model_copy(update={"name": "rings_on", "pickup": Pickup(rings_s=100)})
"""Picks up so late that a test has long said when the ringing ends; for plans that let it ring as long (RING_ON)."""

RING_ON: dict[str, Any] = {"ring_seconds": 120}


def says(sentence: str) -> Person:
    """Says this sentence to the first thing that is asked."""
    return YES.model_copy(update={"name": "speaker", "replies": (_GOODBYE, Reply(when=r"\?", say=sentence))})


SAYS_HELLO = Person(
    name="says_hello", pickup=_QUICK, greeting="Hello?", hangs_up_after_s=2, waits_ms=450, patience_s=10
)
"""The shortest call."""
