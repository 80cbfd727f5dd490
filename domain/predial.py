"""The customer's own word before a dial: what their program answers, and what follows where it does not.

Asked by activities/predial.py, decided with everything else by contactability.py. Source: decision 0068.
"""

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.contact_rules import Rule

LONGEST_SECONDS: Final = 5.0
"""The most that a program may be waited for: a line is held meanwhile."""
USUAL_SECONDS: Final = 2.0
GOOD_FOR: Final = timedelta(seconds=1)
"""So old an answer may be when a dial is decided on it."""
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)
_LONGEST_ASKED: Final = timedelta(days=31)
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
HOOK: Final = Rule(
    "predial_hook", "The customer's own program, asked before each dial: outbound predial list."
)


@dataclass(frozen=True, slots=True)
class PredialAnswer:
    """What the program answered. allowed: None where it did not, failure then says how; reason: its own word, a code, empty for none or for
    what is none; retry_after: when it wants to be asked again, None for never."""

    allowed: bool | None
    reason: str = ""
    retry_after: timedelta | None = None
    failure: str = ""

    @property
    def told(self) -> str:
        """Its reason within a sentence."""
        return f" ({self.reason})" if self.reason else ""


def read_answer(status: int, body: bytes) -> PredialAnswer:
    """An answer of a program; one that cannot be read, or is none of 200 to 299, is a failure.

    Its reason is kept as a code ("in_arrears") alone: decisions are kept for years, and tell nothing personal.
    """
    if not 200 <= status < 300:
        return PredialAnswer(None, failure=f"status_{status}")
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return PredialAnswer(None, failure="unreadable")
    if not isinstance(said, dict) or not isinstance(said.get("allow"), bool):
        return PredialAnswer(None, failure="unreadable")
    reason, after = said.get("reason"), said.get("retry_after_seconds")
    is_number = isinstance(after, int | float) and not isinstance(after, bool)
    if after is not None and not (is_number and 0 < after <= _LONGEST_ASKED.total_seconds()):
        return PredialAnswer(None, failure="unreadable")
    return PredialAnswer(
        said["allow"],
        reason if isinstance(reason, str) and _CODE.fullmatch(reason) else "",
        None if after is None else max(timedelta(seconds=after), timedelta(seconds=1)),
    )


def wait_after(failures: int) -> timedelta:
    """How long until a program is asked again that did not answer; failures: of this attempt before, this one not among them."""
    return min(_FIRST_WAIT * 2.0 ** min(failures, 20), _LONGEST_WAIT)
