"""Forms that really come from Twilio, and what it is answered with."""

from typing import Annotated

import structlog
from fastapi import Depends, Request, Response

from api.problems import route_of
from api.tools import Tools
from domain.errors import TamperedOrExpired
from providers.carriers.twilio.callbacks import signing_key, verify

log = structlog.get_logger()


class Document(Response):
    """Instructions to Twilio, TwiML."""

    media_type = "text/xml"


class SignatureRefused(TamperedOrExpired):
    """This request does not carry the carrier's signature."""

    code = "signature_refused"


async def _signed_form(request: Request, tools: Tools) -> dict[str, str]:
    """The form, if Twilio signed it for our public address; a U+0000 in it is left out, since what happened on a call
    must not be lost for one. Raises SignatureRefused."""
    pairs = [(name, str(value)) for name, value in (await request.form()).multi_items()]
    query = f"?{request.url.query}" if request.url.query else ""
    url = f"{tools.settings.public_url}{request.url.path}{query}"
    twilio, named = tools.settings.twilio, request.headers.get("x-twilio-webhooks-signature-settings")
    key = signing_key(named, twilio.auth_token, twilio.shared_keys)
    signature = request.headers.get("x-twilio-signature")
    if key is None or not verify(signature, url, pairs, key.secret, key.algorithm):
        # What the header names is the id of a key, no secret: an account's webhooks rule asks for that key.
        log.warning("webhook.signature_refused", path=route_of(request), signed_by=named)
        raise SignatureRefused
    return {name: value.replace("\0", "") for name, value in pairs}


SignedForm = Annotated[dict[str, str], Depends(_signed_form)]
