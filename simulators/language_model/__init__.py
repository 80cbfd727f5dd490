"""OpenAI and Anthropic on loopback: one model that plays a telephone script sensibly, always the same way.

It knows only what is in the request.
"""

from simulators.language_model.message_service import message_routes
from simulators.language_model.service import routes
from simulators.language_model.tokens import ModelTiming

__all__ = ["ModelTiming", "message_routes", "routes"]
