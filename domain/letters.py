"""Letters that the installation itself writes to people who sign in; what campaigns send are messages (channels.py)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.identifiers import UserId

RESET_LIFE: Final = timedelta(hours=1)
"""So long the link of a letter lets somebody choose a new password."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes to one address. text: lines as they are read."""

    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class ResetOrder:
    """That somebody forgot a password. address_hash: the keyed hash of the address they gave (hex), which may be nobody's."""

    address_hash: str


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """One letter to one person."""

    user_id: UserId


def reset_letter(to: str, account: str, page: str, token: str) -> Letter:
    """With the link by which a new password is chosen. account: its name; page: the address of the dashboard."""
    return Letter(
        to,
        "Choose a new password",
        f"""Somebody, you we hope, asked for a new password for {account}.

To choose one, open this within an hour:

{page}/#reset-code={token}

A program sends the code behind # to POST /api/auth/accept, with the new password. It is good once, and the newest letter's
only. All sessions end then. If it was not you, there is nothing to do: without this letter nobody can use it.
""",
    )
