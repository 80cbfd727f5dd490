"""Signatures of Twilio's requests: the SDK's own signer and the simulator's agree with our check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs
from twilio.request_validator import RequestValidator

from providers.carriers.contract import CarrierRequest
from providers.carriers.twilio.callbacks import TwilioCallbacks
from simulators.phone_network.twilio.webhooks import signature_of

TOKEN = "12345"
URL = "https://calls.example.com/webhooks/twilio/status?attempt=call_1-1"
SIGNATURE = "x-twilio-signature"
FORM = {"CallSid": "CA1", "From": "+14155550100", "CallStatus": "completed"}

Form = dict[str, str] | list[tuple[str, str]]


def signed(url: str = URL, form: dict[str, str] | None = None, token: str = TOKEN) -> str:
    """The signature the vendor's SDK computes."""
    return str(RequestValidator(token).compute_signature(url, FORM if form is None else form))


def request(
    signature: str | None, url: str, form: Form | None = None, signed_by: str | None = None
) -> CarrierRequest:
    """A request with these headers, as the API and the media process read it."""
    headers = {SIGNATURE: signature, "x-twilio-webhooks-signature-settings": signed_by}
    pairs = form.items() if isinstance(form, dict) else form or ()
    return CarrierRequest(
        url, [(name, value) for name, value in headers.items() if value is not None], list(pairs)
    )


def verify(signature: str | None, url: str, form: Form, token: str) -> bool:
    """Whether the API believes this request."""
    return TwilioCallbacks(token).verify(request(signature, url, form))


def opens(signature: str | None, url: str, token: str) -> bool:
    """Whether the media process lets this socket in."""
    return TwilioCallbacks(token).opens(request(signature, url))


def test_example_of_the_vendors_documentation_is_accepted() -> None:
    form = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+12349013030",
        "Digits": "1234",
        "From": "+12349013030",
        "To": "+18005551212",
    }

    assert verify(
        "0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "https://mycompany.com/myapp.php?foo=1&bar=2", form, "12345"
    )


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_every_form_the_sdk_signs_is_accepted(form: dict[str, str]) -> None:
    assert verify(signed(form=form), URL, form, TOKEN)


def test_simulators_signature_is_accepted() -> None:
    assert verify(signature_of(TOKEN, URL, FORM), URL, FORM, TOKEN)


@pytest.mark.parametrize(
    "signature, url, form, token",
    [
        (signed(), URL, FORM, "another token"),
        (signed(), URL.replace("calls.", "evil."), FORM, TOKEN),
        (signed(), URL.replace("https://", "http://"), FORM, TOKEN),
        (signed(), URL.replace("call_1-1", "call_2-1"), FORM, TOKEN),
        (signed(), URL.replace(".com/", ".com:8443/"), FORM, TOKEN),
        (signed(), URL, FORM | {"CallStatus": "busy"}, TOKEN),
        (signed(), URL, FORM | {"Extra": "1"}, TOKEN),
        (signed(), URL, {}, TOKEN),
        (signed()[:-2], URL, FORM, TOKEN),
        ("", URL, FORM, TOKEN),
        (None, URL, FORM, TOKEN),
        ("é", URL, FORM, TOKEN),
    ],
)
def test_anything_altered_is_refused(
    signature: str | None, url: str, form: dict[str, str], token: str
) -> None:
    """Requirement 131."""
    assert not verify(signature, url, form, token)


@pytest.mark.parametrize("scheme, port", [("https", 443), ("wss", 443), ("http", 80)])
def test_default_port_may_be_written_or_not(scheme: str, port: int) -> None:
    plain, written = f"{scheme}://calls.example.com/x", f"{scheme}://calls.example.com:{port}/x"

    assert verify(signature_of(TOKEN, written, FORM), plain, FORM, TOKEN)
    assert verify(signature_of(TOKEN, plain, FORM), written, FORM, TOKEN)


def test_repeated_field_counts_each_value_once() -> None:
    pairs = [("Digit", "2"), ("Digit", "1"), ("Digit", "2")]

    assert verify(signature_of(TOKEN, URL + "Digit1Digit2"), URL, pairs, TOKEN)


@pytest.mark.parametrize("end", ["", "/"])
@pytest.mark.parametrize("port", ["", ":443"])
def test_media_socket_handshake_is_signed_over_its_address_in_any_spelling(port: str, end: str) -> None:
    """Which of them Twilio signs is told; each is as hard to forge."""
    address = "wss://media.example.com/stream/media-1/token"
    signed = f"wss://media.example.com{port}/stream/media-1/token{end}"

    with capture_logs() as logs:
        assert opens(signature_of(TOKEN, signed), address, TOKEN)
    told = [(entry["with_port"], entry["with_slash"]) for entry in logs]
    assert ([] if signed == address else [(bool(port), bool(end))]) == told
    assert not opens(signature_of(TOKEN, signed), address + "2", TOKEN)
    assert not opens(signature_of("other", signed), address, TOKEN)


@pytest.mark.parametrize("signature", ["", None, "ä", "ä" * 28])
def test_what_is_no_signature_at_all_opens_no_media_socket(signature: str | None) -> None:
    assert not opens(signature, "wss://media.example.com/stream/media-1/token", TOKEN)


def test_a_media_socket_is_opened_by_its_whole_address() -> None:
    address = "wss://media.example.com/stream/media-1/token"
    assert opens(signature_of(TOKEN, f"{address}?a=1"), f"{address}?a=1", TOKEN)
    assert not opens(signature_of(TOKEN, address), f"{address}?a=1", TOKEN)
    assert not opens(signature_of(TOKEN, f"{address}?a=1"), address, TOKEN)


@pytest.mark.parametrize(("token", "has_token"), [(TOKEN, True), ("", False)])
def test_why_a_media_socket_was_not_opened_is_told(token: str, has_token: bool) -> None:
    """Whether somebody forgot the token, or somebody else signs."""
    with capture_logs() as logs:
        assert not opens("bm9uc2Vuc2U=", "wss://media.example.com/stream/media-1/token", token)
    [told] = logs
    assert ("stream.unsigned", has_token) == (told["event"], told["has_token"])


def test_without_a_token_of_the_account_nobody_is_twilio() -> None:
    """Whoever forgot it would else believe all who sign with nothing."""
    address = "wss://media.example.com/stream/media-1/token"

    assert not opens(signature_of("", address), address, "")
    assert not verify(signature_of("", URL), URL, {}, "")


# Keys that an account's webhooks rule signs by

SHARED = {"SK1": "a shared secret"}


@pytest.mark.parametrize("algorithm", ["HMAC_SHA1", "HMAC_SHA256"])
def test_a_request_that_names_a_shared_key_is_checked_by_it(algorithm: str) -> None:
    """The vendor's SDK signs."""
    signature = str(RequestValidator(SHARED["SK1"]).compute_signature(URL, FORM, algorithm))
    asked = request(signature, URL, FORM, f"key=SK1,algorithm={algorithm}")
    assert TwilioCallbacks(TOKEN, SHARED).verify(asked)
    assert not TwilioCallbacks(TOKEN, {"SK1": "another secret"}).verify(asked)
    assert not TwilioCallbacks(SHARED["SK1"], SHARED).verify(request(signature, URL, FORM, "key=SK1"))


@pytest.mark.parametrize(
    "named, secret, algorithm",
    [
        (None, TOKEN, "HMAC_SHA1"),
        ("", TOKEN, "HMAC_SHA1"),
        ("key=SK1, algorithm=hmac_sha256", SHARED["SK1"], "HMAC_SHA256"),
    ],
)
def test_the_header_says_which_key_signs(named: str | None, secret: str, algorithm: str) -> None:
    signature = str(RequestValidator(secret).compute_signature(URL, FORM, algorithm))
    assert TwilioCallbacks(TOKEN, SHARED).verify(request(signature, URL, FORM, named))


@pytest.mark.parametrize(
    "named", ["key=SK2,algorithm=HMAC_SHA256", "key=SK1,algorithm=HMAC_MD5", "key=SK1", "nonsense"]
)
@pytest.mark.parametrize("secret", [TOKEN, SHARED["SK1"]])
@pytest.mark.parametrize("algorithm", ["HMAC_SHA1", "HMAC_SHA256"])
def test_a_key_or_algorithm_that_we_do_not_have_proves_nothing(
    named: str, secret: str, algorithm: str
) -> None:
    signature = str(RequestValidator(secret).compute_signature(URL, FORM, algorithm))
    assert not TwilioCallbacks(TOKEN, SHARED).verify(request(signature, URL, FORM, named))


@pytest.mark.parametrize(("named", "told"), [("key=SK2,algorithm=HMAC_SHA1", 1), ("", 0), (None, 0)])
def test_a_key_that_we_do_not_have_is_told_and_no_other_refusal(named: str | None, told: int) -> None:
    """An account's webhooks rule asks for it; strangers who sign with anything would fill the log."""
    with capture_logs() as logs:
        TwilioCallbacks(TOKEN, SHARED).verify(request("bm9uc2Vuc2U=", URL, FORM, named))
    assert [("webhook.signed_otherwise", named)] * told == [
        (each["event"], each["signed_by"]) for each in logs
    ]


def test_a_signature_that_comes_twice_is_none() -> None:
    """Which of two somebody checked could be another's."""
    twice = CarrierRequest(URL, [(SIGNATURE, signed()), (SIGNATURE, signed())], list(FORM.items()))
    assert not TwilioCallbacks(TOKEN).verify(twice)
