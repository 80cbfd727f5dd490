"""The product's error tree.

OutboundError
├── NotFound                what was named does not exist in this account
├── Conflict                the thing's present state does not allow it
│   ├── IllegalTransition   lists what would be allowed
│   └── OnLegalHold         it may not be deleted now
├── InvalidInput            the caller's data is wrong; says where and how to mend it
├── NoLineFree              every line of the trunk is taken and the caller did not ask to queue
├── Superseded              another process holds the conversation now
└── TamperedOrExpired       a signed token is forged, altered, used or too old

The docstring is the default message. HTTP status codes are chosen in api/errors.py.
"""

from collections.abc import Sequence


class OutboundError(Exception):
    """Something went wrong in Outbound."""

    code = "error"

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class NotFound(OutboundError):
    """Nothing of that name exists in this account."""

    code = "not_found"


class Conflict(OutboundError):
    """The present state does not allow this."""

    code = "conflict"


class IllegalTransition(Conflict):
    """That action is not possible in the present state."""

    code = "illegal_transition"

    def __init__(self, noun: str, state: str, action: str, legal: Sequence[str]) -> None:
        allowed = ", ".join(legal) or "none"
        super().__init__(f"A {noun} that is {state} cannot {action}; possible now: {allowed}.")
        self.state, self.action, self.legal = state, action, tuple(legal)


class OnLegalHold(Conflict):
    """A legal hold forbids to delete anything of this person; release it first, `GET /api/legal-holds` has it."""

    code = "on_legal_hold"


class BeingErased(Conflict):
    """Something of this person is being deleted at this moment; ask again in a minute, when it is certain what a hold can still keep."""

    code = "being_erased"


class InvalidInput(OutboundError):
    """The data given is not valid."""

    code = "invalid_input"

    def __init__(self, message: str, *, pointer: str = "", code: str = "invalid_input") -> None:
        super().__init__(message)
        self.pointer, self.code = pointer, code


class NoLineFree(OutboundError):
    """Every line of this trunk is in use; try again later or ask to queue."""

    code = "no_line_free"


class TamperedOrExpired(OutboundError):
    """This token is forged, altered, already used or expired."""

    code = "token_refused"


class Superseded(OutboundError):
    """Another process has taken this conversation over; what this one still writes of it is refused."""

    code = "superseded"
