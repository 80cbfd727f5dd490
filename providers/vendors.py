"""The vendors that a connection can be made with, and what each needs for it: the one list of them.

Another one is its form here, and what opens it in startup/wiring.py.
Who holds a conversation by which vendor, and without a backup: domain/vendors.py.
"""

from collections.abc import Mapping
from typing import Final

from domain.connections import ConnectionKind
from providers.carriers.twilio.account import CREDENTIALS as TWILIO
from providers.credentials import CredentialForm
from providers.crm.hubspot import CREDENTIALS as HUBSPOT

CREDENTIALS: Final[Mapping[tuple[ConnectionKind, str], CredentialForm]] = {
    (form.kind, form.vendor): form for form in (TWILIO, HUBSPOT)
}
