"""Letters by SMTP: what arrives, what each refusal means, and that nothing is told before there is TLS."""

import pytest

from domain.letters import Letter
from providers.errors import (
    CredentialsRefused,
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
    RecipientRefused,
)
from providers.mail.smtp import MailServer, Smtp, UnfitMailAddress, mail_server
from simulators.mail import mailbox

LETTER = Letter("ada@example.com", "Choose a new password", "Grüße.\n.\nThe end.\n")
FROM = "Outbound <no-reply@outbound.example>"


async def test_a_letter_arrives_as_it_was_written() -> None:
    async with mailbox() as box:
        await Smtp(mail_server(f"smtp://127.0.0.1:{box.port}"), FROM).send(LETTER)
    [letter] = box.letters
    assert (FROM, LETTER.to, LETTER.subject) == (letter["From"], letter["To"], letter["Subject"])
    assert LETTER.text == letter.get_content().replace("\r\n", "\n")
    assert letter["Message-ID"].endswith("@outbound.example>")
    assert "auto-generated" == letter["Auto-Submitted"]


@pytest.mark.parametrize(
    ("command", "code", "means"),
    [
        ("RCPT", 550, RecipientRefused),
        ("RCPT", 500, RecipientRefused),
        ("RCPT", 499, ProviderUnavailable),
        ("RCPT", 451, ProviderUnavailable),
        ("DATA", 554, ProviderRefused),
        ("DATA", 500, ProviderRefused),
        ("DATA", 499, ProviderUnavailable),
        ("DATA", 452, ProviderUnavailable),
        ("MAIL", 421, ProviderUnavailable),
    ],
)
async def test_each_refusal_has_one_meaning(command: str, code: int, means: type[ProviderError]) -> None:
    async with mailbox() as box:
        box.answers[command] = code
        with pytest.raises(ProviderError) as caught:
            await Smtp(mail_server(f"smtp://127.0.0.1:{box.port}"), FROM).send(LETTER)
    assert (means, str(code)) == (type(caught.value), caught.value.code)
    assert LETTER.to not in f"{caught.value!r}{caught.value}"
    assert [] == box.letters


@pytest.mark.parametrize(("password", "is_in"), [("s3cr%40t", True), ("other", False)])
async def test_who_may_send_signs_in(password: str, is_in: bool) -> None:
    async with mailbox() as box:
        box.account = ("mailer", "s3cr@t")
        smtp = Smtp(mail_server(f"smtp://mailer:{password}@127.0.0.1:{box.port}"), FROM)
        if is_in:
            await smtp.send(LETTER)
        else:
            with pytest.raises(CredentialsRefused):
                await smtp.send(LETTER)
    assert is_in == bool(box.letters)


async def test_another_machine_is_told_nothing_without_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MailServer, "is_this_machine", False)
    async with mailbox() as box:
        with pytest.raises(ProviderRefused):
            await Smtp(mail_server(f"smtp://127.0.0.1:{box.port}"), FROM).send(LETTER)
    assert [] == box.letters


async def test_a_server_that_is_away_or_speaks_otherwise_is_unavailable() -> None:
    async with mailbox() as box:
        with pytest.raises(ProviderUnavailable):
            await Smtp(mail_server(f"smtps://127.0.0.1:{box.port}"), FROM).send(LETTER)
    with pytest.raises(ProviderUnavailable):
        await Smtp(mail_server(f"smtp://127.0.0.1:{box.port}"), FROM).send(LETTER)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.com", MailServer("mail.example.com", 587, True)),
        ("smtps://u%3A:p%2F@mail.example.com/", MailServer("mail.example.com", 465, False, "u:", "p/")),
        ("smtp://[::1]:25", MailServer("::1", 25, True)),
    ],
)
def test_an_address_says_where_and_how(url: str, server: MailServer) -> None:
    assert server == mail_server(url)
    assert "p/" not in repr(server)


@pytest.mark.parametrize(
    "url", ["mail.example.com", "http://mail", "smtp://", "smtp://h:x", "smtp://h/path", "smtp://[::1"]
)
def test_what_is_no_address_is_refused_unquoted(url: str) -> None:
    with pytest.raises(UnfitMailAddress) as caught:
        mail_server(url)
    assert "mail.example.com" not in str(caught.value)
