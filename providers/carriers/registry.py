"""The carriers that a trunk can have. Another one is a folder beside this file, its name here, its account in the wiring."""

from typing import Final

from providers.carriers.twilio.statuses import NAME as TWILIO

CARRIERS: Final = (TWILIO,)
"""The first is what a trunk has that names none."""
