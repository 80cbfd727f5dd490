"""Tools in JSON: what they take, and what a model gave them."""

import json
from typing import Any

from providers.language_models.contract import Tool


def schema_of(tool: Tool) -> dict[str, Any]:
    """The JSON schema of a tool's arguments."""
    return {
        "type": "object",
        "properties": {tool.argument: {"type": "string", "description": tool.argument_purpose}},
        "required": [tool.argument],
        "additionalProperties": False,
    }


def arguments_of(text: str) -> dict[str, Any]:
    """A tool's arguments; those that are no JSON object count as none, since the model may err."""
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
