"""Consent ledgers as tests write them."""

from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import ConsentBasis, ConsentEntry, ConsentLedger


def ledger_of(*bases: str, purpose: Purpose = Purpose.MARKETING) -> ConsentLedger:
    """An entry on each basis, for this purpose on every channel, given nobody knows when; its id is cons_ and the basis. Other
    words make none."""
    return ConsentLedger(
        tuple(
            ConsentEntry(
                f"cons_{basis}", ConsentBasis(basis), frozenset({purpose}), frozenset(Channel), given_at=None
            )
            for basis in bases
            if basis in set(ConsentBasis)
        )
    )
