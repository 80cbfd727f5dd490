"""How safe something is that must outlast the call: a demand for no more calls, its lifting, the report."""

from enum import StrEnum


class Durable(StrEnum):
    """NONE: there is nothing to be kept; GIVEN_UP: the record could not be reached in time."""

    NONE = "none"
    WRITING = "writing"
    STORED = "stored"
    GIVEN_UP = "given_up"

    @property
    def is_settled(self) -> bool:
        """Nothing more will be done about it."""
        return self in (Durable.STORED, Durable.GIVEN_UP)
