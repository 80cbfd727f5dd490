"""What can take a letter to somebody."""

from typing import Protocol

from domain.letters import Letter


class Mail(Protocol):
    """Takes letters."""

    async def send(self, letter: Letter) -> None:
        """Hand it over. Raises ProviderUnavailable, ProviderRefused, CredentialsRefused, RecipientRefused."""
        ...
