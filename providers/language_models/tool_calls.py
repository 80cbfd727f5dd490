"""Tools and decisions in JSON: what tools take, what a model gave them, and what it decided."""

import json
from typing import Any, Final

from providers.errors import MalformedMessage
from providers.language_models.contract import Tool

_UNREADABLE: Final = (ValueError, RecursionError)  # a model that runs away may write a thousand brackets


def schema_of(tool: Tool) -> dict[str, Any]:
    """The JSON schema of a tool's arguments."""
    arguments = ((tool.argument, tool.argument_purpose), *tool.further)
    return {
        "type": "object",
        "properties": {name: {"type": "string", "description": purpose} for name, purpose in arguments},
        "required": [name for name, _ in arguments],
        "additionalProperties": False,
    }


def arguments_of(text: str) -> dict[str, Any]:
    """A tool's arguments; those that are no JSON object count as none, since the model may err."""
    try:
        value = json.loads(text or "{}")
    except _UNREADABLE:
        return {}
    return value if isinstance(value, dict) else {}


def decision_of(text: str | None) -> dict[str, Any]:
    """The record that a model answered with. Raises MalformedMessage."""
    try:
        value = json.loads(text or "")
    except _UNREADABLE as error:
        raise MalformedMessage("The model's decision is not JSON.") from error
    if not isinstance(value, dict):
        raise MalformedMessage("The model's decision is not a record.")
    return value
