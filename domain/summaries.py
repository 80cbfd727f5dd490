"""A call summed up for people who did not hear it: two sentences, of a bounded length, on one line.

Written by the model: media/live/verdict.py.
"""

import re
from typing import Final

from domain.plain_text import one_line

LONGEST: Final = 400
"""Characters; chosen by feel."""

_SENTENCES: Final = 2
_CUT: Final = " …"

# A full stop behind three letters or fewer, or a figure, may be an abbreviation's: what follows it is kept.
_END: Final = re.compile(r"(?:(?<=[^\W\d]{4})\.|[!?।])(?=\s)")


def summary_in(text: str) -> str:
    """The first two sentences of what a model wrote, as text that steers nothing; empty for nothing."""
    line = one_line(text)
    ends = [found.end() for found in _END.finditer(line)]
    whole = line[: ends[_SENTENCES - 1]] if len(ends) >= _SENTENCES else line
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST - len(_CUT)].rpartition(" ")[0] + _CUT
