"""Whether a process may serve with the settings that it was given; asked by each before anything else.

What is wrong is told all at once, a sentence a line, with the variable and its remedy and never with a value: a value may be
a secret. Secrets: startup/secrets.py. What only production asks for: startup/production.py.
"""

import sys
from email.utils import parseaddr

from pydantic import ValidationError

from domain.email_addresses import is_email
from providers.mail.smtp import UnfitMailAddress, mail_server
from startup.hosts import is_this_machine
from startup.origins import unfit_origins
from startup.production import unfit_for_production
from startup.secret_sources import SecretUnreadable
from startup.secrets import unfit_secrets
from startup.settings import Settings


def fit_settings() -> Settings:
    """The settings of a process that is about to serve; it ends, with all that is wrong, if they are not fit."""
    try:
        settings = Settings()
    except ValidationError as error:
        sys.exit("\n".join(_unreadable(error)))
    except SecretUnreadable as error:
        sys.exit(str(error))
    if found := unfit(settings):
        sys.exit("\n".join(found))
    return settings


def unfit(settings: Settings) -> list[str]:
    """A sentence for each thing for which a process must not serve; none if it may."""
    if not __debug__:
        return [
            "Python was started with -O or PYTHONOPTIMIZE, which leave our checks out. To mend: start it without."
        ]
    of_its_mode = unfit_for_production if settings.mode == "production" else _unfit_for_one_machine
    return [
        *unfit_secrets(settings),
        *unfit_origins(settings.cors_origins),
        *_unfit_mail(settings),
        *of_its_mode(settings),
    ]


def _unfit_mail(settings: Settings) -> list[str]:
    found = []
    if settings.mail_url:
        try:
            mail_server(settings.mail_url)
        except UnfitMailAddress:
            found.append(
                "OUTBOUND_MAIL_URL cannot be read. To mend: smtp://USER:PASSWORD@HOST:587 or smtps://…."
            )
        if not is_email(parseaddr(settings.mail_from)[1]):
            found.append(
                "OUTBOUND_MAIL_FROM is no address, so no letter could be sent. To mend: Outbound <no-reply@example.com>."
            )
    return found


def _unfit_for_one_machine(settings: Settings) -> list[str]:
    if is_this_machine(settings.host) and is_this_machine(settings.media_control_host):
        return []
    return [
        "OUTBOUND_MODE=local is for one machine, and OUTBOUND_HOST or OUTBOUND_MEDIA_CONTROL_HOST lets others in. To mend: "
        "127.0.0.1, or OUTBOUND_MODE=production with all that it asks for."
    ]


def _unreadable(error: ValidationError) -> list[str]:
    return [
        f"{'.'.join(map(str, each['loc']))} cannot be read: {each['msg']}. To mend: see the table of settings in README.md."
        for each in error.errors(include_url=False, include_input=False, include_context=False)
    ]
