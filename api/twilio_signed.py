"""Forms that really come from Twilio."""

from typing import Annotated

import structlog
from fastapi import Depends, Request

from api.tools import Tools
from domain.errors import TamperedOrExpired
from providers.carriers.twilio_callbacks import verify

log = structlog.get_logger()


class SignatureRefused(TamperedOrExpired):
    """This request does not carry the carrier's signature."""

    code = "signature_refused"


async def _signed_form(request: Request, tools: Tools) -> dict[str, str]:
    """The form, if Twilio signed it for our public address. Raises SignatureRefused."""
    pairs = [(name, str(value)) for name, value in (await request.form()).multi_items()]
    query = f"?{request.url.query}" if request.url.query else ""
    url = f"{tools.settings.public_url.rstrip('/')}{request.url.path}{query}"
    token = tools.settings.twilio.auth_token
    if not token or not verify(request.headers.get("x-twilio-signature"), url, pairs, token):
        log.warning("webhook.signature_refused", path=getattr(request.scope.get("route"), "path", ""))
        raise SignatureRefused
    return dict(pairs)


SignedForm = Annotated[dict[str, str], Depends(_signed_form)]
