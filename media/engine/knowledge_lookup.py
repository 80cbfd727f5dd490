"""What the agent's documents say, for a reply in the making: when it may be looked up, and how the model is told. Pure."""

from dataclasses import replace
from typing import Final

from domain.conversations import ConversationPlan
from domain.knowledge import Passage, Source
from domain.plain_text import quotable
from media.engine.events import LOOK_UP, ToolCall
from media.engine.state import Reply

MOST_LOOK_UPS: Final = 2
"""For one turn of the person, who waits meanwhile."""

_MOST_OF_A_NAME: Final = 200
_MOST_OF_A_PASSAGE: Final = 2_000
_MOST_SAID: Final = 1_000

_FOUND: Final = '[From the documents, not said by the person: {name}: "{text}"]'
_NOTHING: Final = "Nothing is written about it."


def may_look_up(plan: ConversationPlan, reply: Reply) -> bool:
    """Whether the model is offered to."""
    return plan.has_knowledge and reply.look_ups < MOST_LOOK_UPS


def looks_up(reply: Reply) -> bool:
    """It goes on when something was looked up, or will be once it is released."""
    return reply.looking or any(call.name == LOOK_UP for call in reply.tools)


def will_look_up(plan: ConversationPlan, reply: Reply, call: ToolCall) -> bool:
    """Whether this call of the tool is carried out: one at a time, and not for nothing."""
    wants = bool(call.argument.strip()) and not reply.complete
    return wants and may_look_up(plan, reply) and not looks_up(reply)


def go_on_with(reply: Reply, passages: tuple[Passage, ...]) -> Reply:
    """The reply as it goes on, with what was found."""
    known = tuple(dict.fromkeys((*reply.passages, *passages)))
    text = f"{reply.text.rstrip()} " if reply.text else ""
    rests_from = reply.rests_from if reply.passages else len(text)
    return replace(
        reply, looking=False, look_ups=reply.look_ups + 1, passages=known, text=text, rests_from=rests_from
    )


def sources_of(reply: Reply, heard: str) -> tuple[Source, ...]:
    """What the part of a reply that was heard rests on."""
    rests = len(heard.strip()) > reply.rests_from
    return tuple(passage.source for passage in reply.passages) if rests else ()


def findings(reply: Reply) -> tuple[str, ...]:
    """What the documents say, as the model is shown it: not by us, who instruct it, nor by the person."""
    return tuple(
        _FOUND.format(
            name=quotable(one.source.name, _MOST_OF_A_NAME), text=quotable(one.text, _MOST_OF_A_PASSAGE)
        )
        for one in reply.passages
    )


def found_nothing(reply: Reply) -> tuple[str, ...]:
    """What the model is told when nothing was found."""
    return (_NOTHING,) if reply.look_ups and not reply.passages else ()


def already_said(reply: Reply) -> tuple[str, ...]:
    """How the reply began that the model is to go on with; a filler is none of its business."""
    said = reply.text.removeprefix(reply.filler).strip()
    return (f'Go on after what you have said already: "{quotable(said, _MOST_SAID)}"',) if said else ()
