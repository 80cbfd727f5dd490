"""The names that plans and agents in JSON had before: flight records and rows keep them, a process of before sends them.

What is no object comes back as it was, for whoever reads it to refuse.
"""

from typing import Any, Final

_FORMER: Final = {"ears": "recogniser", "ears_budget": "recogniser_budget", "patience": "timeouts"}
_PARTS: Final = ("timeouts", "backup")


def with_present_names(record: Any) -> Any:
    """Timeouts or a Backup as JSON, by the names that their fields have now."""
    if not isinstance(record, dict):
        return record
    renamed = {_FORMER[name]: value for name, value in record.items() if name in _FORMER}
    return renamed | {name: value for name, value in record.items() if name not in _FORMER}


def plan_with_present_names(record: Any) -> Any:
    """A ConversationPlan as JSON, by the names that its fields have now; other objects in it may hold any name."""
    plan = with_present_names(record)
    if not isinstance(plan, dict):
        return plan
    return plan | {part: with_present_names(plan[part]) for part in _PARTS if part in plan}
