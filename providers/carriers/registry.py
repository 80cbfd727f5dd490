"""The carriers that a trunk can have: those with which an account can be opened (providers/vendors.py), in that order."""

from typing import Final

from domain.connections import ConnectionKind
from providers.vendors import CREDENTIALS

CARRIERS: Final = tuple(vendor for kind, vendor in CREDENTIALS if kind is ConnectionKind.TELEPHONY)
"""The first is what a trunk has that names none."""
