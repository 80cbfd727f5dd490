"""What may be changed of a conversation is what it has, by the same types."""

from dataclasses import fields
from typing import get_type_hints

from media.engine import changes, turns


def test_every_field_of_a_conversation_may_be_changed_but_its_plan_and_beginning() -> None:
    has = get_type_hints(turns.Conversation)
    assert {field.name for field in fields(turns.Conversation)} == has.keys()
    assert has == get_type_hints(changes.Changes) | {name: has[name] for name in ("plan", "began_at")}


def test_every_field_of_a_reply_may_be_changed_but_which_it_is_and_why() -> None:
    has = get_type_hints(turns.Reply)
    assert has == get_type_hints(changes.ReplyChanges) | {name: has[name] for name in ("number", "purpose")}
