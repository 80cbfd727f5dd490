"""What opens an account with a vendor, as its adapter declares it; whether it really opens is seen at its first use."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.connections import ConnectionKind
from domain.errors import InvalidInput

_LONGEST = 4_000  # characters; tokens that carry claims are long


@dataclass(frozen=True, slots=True)
class CredentialForm:
    """The fields that open an account with this vendor. identity: the one that names the account, if one does."""

    kind: ConnectionKind
    vendor: str
    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()
    identity: str | None = None

    def read(self, given: Mapping[str, str]) -> dict[str, str]:
        """These fields and no others, without blanks around them. Raises InvalidInput, which quotes no value."""
        known = (*self.needed, *self.optional)
        for name in given:
            if name not in known:
                raise InvalidInput(
                    f"{self.vendor} has no credential of this name; it has {', '.join(known)}.",
                    pointer="/credentials",
                    code="unknown_credential",
                )
        read = {name: value.strip() for name, value in given.items() if value.strip()}
        for name in self.needed:
            if name not in read:
                raise InvalidInput(
                    f"{self.vendor} needs the credential {name}.",
                    pointer=f"/credentials/{name}",
                    code="missing_credential",
                )
        for name, value in read.items():
            if len(value) > _LONGEST or not (value.isascii() and value.isprintable()):
                raise InvalidInput(
                    "A credential is printable ASCII text, 4,000 characters at most.",
                    pointer=f"/credentials/{name}",
                    code="unfit_credential",
                )
        return read

    def identity_of(self, credentials: Mapping[str, str]) -> str:
        """The vendor's name of the account that these open; empty if they do not say."""
        return "" if self.identity is None else credentials[self.identity]
