"""The conversation as the realtime model knows it: items in order, and what the client may do to them."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from simulators.language_model.requests import CompletionRequest
from simulators.openai_sockets import Refused, new_id
from simulators.speech_to_speech.session import Session
from simulators.words.voice import SpokenWord

_LONGEST_ID: Final = 32
_TEXT_OF: Final = {"system": "input_text", "user": "input_text", "assistant": "output_text"}


@dataclass(frozen=True, slots=True)
class Item:
    """A message, a function call or its output. role: of a message, or "tool" for an output, "call" for a call.

    words and audio_ms: of what the assistant said by voice, as far as it was made, or heard once it was truncated.
    """

    id: str
    role: str
    text: str = ""
    call_id: str = ""
    name: str = ""
    words: tuple[SpokenWord, ...] = ()
    audio_ms: int = 0
    is_spoken: bool = False

    def as_event(self) -> dict[str, Any]:
        """As it stands in events."""
        if self.role == "call":
            fields = {"name": self.name, "call_id": self.call_id, "arguments": self.text}
            return {"id": self.id, "type": "function_call", "status": "completed"} | fields
        if self.role == "tool":
            return {
                "id": self.id,
                "type": "function_call_output",
                "call_id": self.call_id,
                "output": self.text,
            }
        content: list[dict[str, Any]] = []
        if self.is_spoken:
            kind = "output_audio" if self.role == "assistant" else "input_audio"
            content = [{"type": kind, "transcript": self.text if self.role == "assistant" else None}]
        elif self.text:
            content = [{"type": _TEXT_OF[self.role], "text": self.text}]
        return {
            "id": self.id,
            "type": "message",
            "role": self.role,
            "status": "completed",
            "content": content,
        }


@dataclass
class Conversation:
    """The items of one session."""

    items: list[Item] = field(default_factory=list)

    def add(self, item: Item, after: str | None = None) -> str | None:
        """Put an item behind another one ("root": first, None: last); the id of the one before it."""
        if any(known.id == item.id for known in self.items):
            raise Refused("item_create_duplicate_item_id", "An item of this id exists already.", "item.id")
        place = len(self.items)
        if after == "root":
            place = 0
        elif after is not None:
            place = self._place(after, "item_create_invalid_previous_item_id") + 1
        self.items.insert(place, item)
        return self.items[place - 1].id if place else None

    def put(self, item: Item) -> None:
        """An item has changed; one that was deleted meanwhile stays deleted."""
        self.items = [item if known.id == item.id else known for known in self.items]

    def delete(self, item_id: str) -> None:
        """Raises Refused."""
        del self.items[self._place(item_id, "item_delete_invalid_item_id")]

    def truncate(self, item_id: str, content_index: int, audio_end_ms: int) -> Item:
        """Only so much was heard of it. Raises Refused."""
        item = self.items[self._place(item_id, "item_truncate_invalid_item_id")]
        if item.role != "assistant" or not item.is_spoken or content_index != 0:
            raise Refused("invalid_value", "Only model output audio messages can be truncated.", "item_id")
        if not 0 <= audio_end_ms <= item.audio_ms:
            raise Refused(
                "invalid_value",
                f"Audio content of {item.audio_ms}ms is already shorter than {audio_end_ms}ms",
                "audio_end_ms",
            )
        words = tuple(word for word in item.words if word.end_ms <= audio_end_ms)
        heard = replace(item, words=words, audio_ms=audio_end_ms, text=" ".join(word.text for word in words))
        self.put(heard)
        return heard

    def request(self, session: Session, model: str) -> CompletionRequest:
        """What the simulated language model is asked."""
        messages = [{"role": "system", "content": session.instructions}]
        messages += [{"role": item.role, "content": item.text} for item in self.items if item.role != "call"]
        tools = [{"type": "function", "function": {"name": tool.name}} for tool in session.tools]
        return CompletionRequest.model_validate(
            {"model": model, "messages": messages, "tools": tools, "tool_choice": session.tool_choice}
        )

    def _place(self, item_id: str, code: str) -> int:
        for place, item in enumerate(self.items):
            if item.id == item_id:
                return place
        raise Refused(code, f"Item with item_id '{item_id}' not found.", "item_id")


def item_of(wanted: Any, calls: frozenset[str]) -> Item:
    """The item that a client wants to create; calls: the function calls that have no output yet. Raises Refused."""
    match wanted:
        case {"type": "function_call_output", "call_id": str(call_id), "output": str(output)}:
            if call_id not in calls:
                raise Refused("invalid_tool_call_id", f"Tool call ID '{call_id}' not found.", "item.call_id")
            return Item(_id_of(wanted), "tool", output, call_id=call_id)
        case {"type": "message", "role": ("system" | "user" | "assistant") as role, "content": [*parts]}:
            return Item(_id_of(wanted), role, " ".join(_text_of(role, part) for part in parts))
        case _:
            raise Refused("invalid_value", "Invalid 'item': unknown type, role or content.", "item")


def _text_of(role: str, part: Any) -> str:
    match part:
        case {"type": str(kind), "text": str(text)} if kind == _TEXT_OF[role]:
            return text
        case _:
            raise Refused(
                "invalid_value", f"Invalid content of role {role}: expected {_TEXT_OF[role]}.", "item.content"
            )


def _id_of(wanted: dict[str, Any]) -> str:
    item_id = wanted.get("id") or new_id("item")
    if len(item_id) > _LONGEST_ID:
        raise Refused("string_above_max_length", "Invalid 'item.id': string too long.", "item.id")
    return str(item_id)
