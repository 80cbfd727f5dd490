"""By which way a person is contacted."""

from enum import StrEnum


class Channel(StrEnum):
    """How the person would be contacted."""

    VOICE = "voice"
    SMS = "sms"
