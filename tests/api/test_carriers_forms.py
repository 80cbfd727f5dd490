"""What a carrier sends is read as it writes it, and only as far as it was signed."""

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256

import pytest
from fastapi import Request
from starlette.types import Message
from twilio.request_validator import RequestValidator

from api.tools import ApiTools
from api.webhooks.legs import Caller, CarrierLegs, SignatureRefused
from providers.carriers.contract import Answered, CallbackKind, CarrierNews, CarrierRequest
from tests.api.conftest import PUBLIC_URL, TWILIO_TOKEN
from tests.api.dialled_call import DialledCall
from tests.api.dialled_call import dialled as dialled

PATH = "/api/webhooks/somebody/status/call_1-1"
BODY = json.dumps({"data": {"call": {"id": "c1", "status": "ringing\0", "number": 2}}}).encode()


class SignsItsBodies:
    """A carrier that signs address and body, as most of those do that write JSON."""

    name = "somebody"

    def signature(self, url: str, body: bytes) -> str:
        return hmac.new(b"a secret", url.encode() + body, sha256).hexdigest()

    def verify(self, request: CarrierRequest) -> bool:
        return request.header("X-Signature") == self.signature(request.url, request.body)

    def read(self, kind: CallbackKind, form: Mapping[str, str]) -> CarrierNews:
        return Answered(form["data.call.id"])

    def account_addresses(self, public_url: str, proof: str) -> Mapping[str, str]:
        return {}


def sent(body: bytes, *, signature: str, kind: str) -> Request:
    """A request to our address."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    headers = [(b"content-type", kind.encode()), (b"x-signature", signature.encode())]
    scope = {"type": "http", "method": "POST", "path": PATH, "query_string": b"a=1", "headers": headers}
    return Request({**scope, "server": ("elsewhere", 80), "scheme": "http"}, receive)


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=utf-8"])
async def test_a_body_in_json_that_was_signed_whole_is_read(tools: ApiTools, kind: str) -> None:
    carrier = SignsItsBodies()
    signature = carrier.signature(f"{PUBLIC_URL}{PATH}?a=1", BODY)
    legs = CarrierLegs(tools, Caller(carrier))
    form = await legs.form_of(sent(BODY, signature=signature, kind=kind))
    assert {"data.call.id": "c1", "data.call.status": "ringing", "data.call.number": "2"} == form
    assert Answered("c1") == legs.read(CallbackKind.ANSWER, form)
    for other in (BODY + b" ", b"", BODY.replace(b"c1", b"c2")):
        with pytest.raises(SignatureRefused):
            await legs.form_of(sent(other, signature=signature, kind=kind))


async def test_whoever_signs_forms_is_not_believed_for_json(dialled: DialledCall) -> None:
    """Law 5, broken on purpose: a signature over an address without a form, which somebody has seen, and a body beside it."""
    path = f"/api/webhooks/twilio/status/{dialled.attempt_id}"
    seen = str(RequestValidator(TWILIO_TOKEN).compute_signature(f"{PUBLIC_URL}{path}", {}))
    told = {"CallSid": dialled.sid, "CallStatus": "completed", "SequenceNumber": "1"}
    answer = await dialled.operator.client.post(path, json=told, headers={"X-Twilio-Signature": seen})
    assert (403, "signature_refused") == (answer.status_code, answer.json()["code"])
