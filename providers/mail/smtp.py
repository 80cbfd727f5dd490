"""Letters by SMTP: `smtp://USER:PASSWORD@HOST:587`, which turns to TLS by STARTTLS, or `smtps://HOST:465` (RFC 5321, 3207, 8314).

The library blocks, so a letter is sent in a thread. No error tells an address, a password or what a server said.
"""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

from domain.letters import Letter
from providers.errors import CredentialsRefused, ProviderRefused, ProviderUnavailable, RecipientRefused

_PORTS: Final = {"smtp": 587, "smtps": 465}
_LIMIT_SECONDS: Final = 15.0
_NEVER: Final = 500
"""From this answer on, the same letter will not be taken later either."""


class UnfitMailAddress(ValueError):
    """A mail server is told as smtp://USER:PASSWORD@HOST:PORT or smtps://…; user and password may be left out."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over. starts_plain: to be turned to TLS before anything is told."""

    host: str
    port: int
    starts_plain: bool
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_this_machine(self) -> bool:
        """Whether nobody listens on the way."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def mail_server(url: str) -> MailServer:
    """What an address says. Raises UnfitMailAddress, which does not quote it."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UnfitMailAddress(UnfitMailAddress.__doc__) from None
    if parts.scheme not in _PORTS or not parts.hostname or parts.path not in ("", "/"):
        raise UnfitMailAddress(UnfitMailAddress.__doc__)
    return MailServer(
        parts.hostname,
        port or _PORTS[parts.scheme],
        parts.scheme == "smtp",
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


class Smtp:
    """Hands letters over, each by a connection of its own: they are few."""

    def __init__(self, server: MailServer, sender: str, *, authorities: ssl.SSLContext | None = None) -> None:
        self._server, self._sender = server, sender
        self._authorities = authorities

    async def send(self, letter: Letter) -> None:
        """Hand it over. Raises ProviderUnavailable, ProviderRefused, CredentialsRefused, RecipientRefused."""
        await asyncio.to_thread(self._send, letter)

    def _send(self, letter: Letter) -> None:
        try:
            with self._connected() as connection:
                connection.send_message(self._written(letter))
        except smtplib.SMTPAuthenticationError as error:
            raise CredentialsRefused(code=str(error.smtp_code)) from None
        except smtplib.SMTPRecipientsRefused as error:
            code = max(code for code, _ in error.recipients.values())
            raise (RecipientRefused if code >= _NEVER else ProviderUnavailable)(code=str(code)) from None
        except smtplib.SMTPResponseException as error:
            refused = ProviderRefused if error.smtp_code >= _NEVER else ProviderUnavailable
            raise refused(code=str(error.smtp_code)) from None
        except smtplib.SMTPNotSupportedError:
            raise ProviderRefused("The mail server offers no TLS, or no way to sign in.") from None
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderUnavailable(code=type(error).__name__) from None

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        if not server.starts_plain:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=_LIMIT_SECONDS, context=self._trusted()
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=_LIMIT_SECONDS)
        try:
            if server.starts_plain and (connection.has_extn("starttls") or not server.is_this_machine):
                connection.starttls(context=self._trusted())
            if server.user:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _trusted(self) -> ssl.SSLContext:
        return self._authorities or ssl.create_default_context()

    def _written(self, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self._sender, letter.to, letter.subject
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = make_msgid(domain=self._sender.rpartition("@")[2].strip("> ") or None)
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday answers back
        message.set_content(letter.text)
        return message
