"""Who speaks, by the most telling words of those that answer a telephone."""

import re

# The first that matches holds.
_SIGNS = (
    (
        "unavailable",
        r"not in service|disconnected|switched off|number you (?:have )?(?:dialed|dialled|called)",
    ),
    ("screening", r"reason|purpose|screening|who is calling and why"),
    ("ivr", r"\bpress\b|\bmenu\b|\boptions?\b|extension"),
    ("voicemail", r"message|mailbox|voicemail|\btone\b|\bbeep\b|not available|not here|get back to you"),
    ("person", r"^hello|help you|speaking|who is this|\?\s*$"),
)


def answerer_of(words: str) -> str:
    """The class of answerer, "unknown" without a sign."""
    return next((name for name, sign in _SIGNS if re.search(sign, words, re.IGNORECASE)), "unknown")
