"""What may be changed of a conversation is what it has, by the same types, and changed where it says."""

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from inspect import getsource
from pathlib import Path
from typing import get_type_hints

from media.engine import changes, state


def test_every_field_of_a_conversation_may_be_changed_but_its_plan_and_beginning() -> None:
    has = get_type_hints(state.Conversation)
    assert {field.name for field in fields(state.Conversation)} == has.keys()
    assert has == get_type_hints(changes.Changes) | {name: has[name] for name in ("plan", "began_at")}


def test_every_field_of_a_reply_may_be_changed_but_which_it_is_and_why() -> None:
    has = get_type_hints(state.Reply)
    assert has == get_type_hints(changes.ReplyChanges) | {name: has[name] for name in ("number", "purpose")}


def test_behind_a_field_stand_all_files_that_change_it() -> None:
    """So a newcomer sees who owns what; a field of one or two files names them."""
    changed = _changed_by()
    named = {
        found["field"]: set(found["files"].split(", "))
        for found in re.finditer(
            r"^    (?P<field>\w+): .*  # (?P<files>[\w.]+\.py(, \w+\.py)*)$",
            getsource(state.Conversation),
            re.MULTILINE,
        )
    }
    assert named == {field: changed[field] for field in named}
    assert all(len(changed[field]) > 2 for field in changes.Changes.__annotations__ if field not in named)


def _changed_by() -> Mapping[str, set[str]]:
    """The engine's files that change each field, by move.change(field=…)."""
    found = defaultdict[str, set[str]](set)
    for file in Path(state.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "change"
            ):
                for keyword in node.keywords:
                    found[str(keyword.arg)].add(file.name)
    return found
