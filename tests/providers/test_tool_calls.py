"""What a model gives its tools, and what it decides, however little of that can be read."""

import pytest

from providers.errors import MalformedMessage
from providers.language_models.tool_calls import arguments_of, decision_of

UNREADABLE = pytest.mark.parametrize("text", ["soon", "[]", '{"phrase": ', "[" * 2_000, "7" * 5_000])


@UNREADABLE
def test_arguments_that_cannot_be_read_are_none(text: str) -> None:
    """A tool without them is better than a call that ends of it."""
    assert {} == arguments_of(text)


@UNREADABLE
def test_a_decision_that_cannot_be_read_is_nonsense(text: str) -> None:
    with pytest.raises(MalformedMessage):
        decision_of(text)
