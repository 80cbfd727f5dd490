"""The part of a body that a request asks for (RFC 9110, section 14)."""

import re
from dataclasses import dataclass
from typing import Final

from domain.errors import OutboundError

_ONE_RANGE: Final = re.compile(
    r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE
)  # no recording has more bytes


@dataclass(frozen=True, slots=True)
class ByteRange:
    """From first to last byte, both included."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many bytes these are."""
        return self.last - self.first + 1


class RangeNotSatisfiable(OutboundError):
    """The body has no such bytes."""

    code = "range_not_satisfiable"


def byte_range(header: str | None, size: int) -> ByteRange | None:
    """What a Range header wants of a body of this size (1 or more); None for all of it.

    A header that is no range of bytes, or several of them, may be answered with everything. Raises RangeNotSatisfiable.
    """
    found = _ONE_RANGE.fullmatch(header.strip()) if header else None
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        wanted = ByteRange(max(0, size - int(last)), size - 1)
    else:
        wanted = ByteRange(int(first), min(int(last), size - 1) if last else size - 1)
        if last and int(last) < int(first):
            return None  # not a valid range: to be ignored
    if wanted.first >= size:
        raise RangeNotSatisfiable
    return wanted
