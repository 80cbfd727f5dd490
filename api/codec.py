"""Lets the Temporal Web UI show plain text to its operator: `python -m api.codec`, on loopback only.

The UI posts payloads to /KEY/decode and /KEY/encode (Temporal documentation, "Remote data encoding"). Whoever has the
key reads everything, so the process refuses any address that others could reach.
"""

import hmac
import ipaddress
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from google.protobuf import json_format
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.converter import PayloadCodec

from database.sealing import CannotOpen
from startup.logs import configure_logs
from startup.secrets import fit_settings
from startup.temporal import payload_codec

# The UI runs in the operator's own browser, on whatever loopback port it was given.
_UI_ORIGIN: Final = r"https?://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?"
_LONGEST_BODY: Final = 32 * 1024 * 1024
_LEAST_KEY: Final = 16

Coding = Callable[[Sequence[Payload]], Awaitable[list[Payload]]]


class RefusedToServe(Exception):
    """The codec endpoint would be reachable by others, or has no key."""


def build_codec_app(codec: PayloadCodec, key: str) -> FastAPI:
    """The two routes, for the holder of the key."""
    app = FastAPI(title="Outbound codec", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(
        CORSMiddleware,
        allow_origin_regex=_UI_ORIGIN,
        allow_methods=["POST"],
        allow_headers=["*"],
        allow_credentials=True,
    )

    @app.post("/{given}/decode")
    async def decode(given: str, request: Request) -> Response:
        return await _coded(given, request, codec.decode)

    @app.post("/{given}/encode")
    async def encode(given: str, request: Request) -> Response:
        return await _coded(given, request, codec.encode)

    async def _coded(given: str, request: Request, coding: Coding) -> Response:
        if not hmac.compare_digest(given.encode(), key.encode()):
            return Response(status_code=404)
        body = await request.body()
        if len(body) > _LONGEST_BODY:
            return Response(status_code=413)
        try:
            payloads = json_format.Parse(body, Payloads())
            coded = Payloads(payloads=await coding(payloads.payloads))
        except (json_format.ParseError, UnicodeDecodeError, CannotOpen):
            return Response(status_code=400)
        return Response(json_format.MessageToJson(coded), media_type="application/json")

    return app


def check_private(host: str, key: str) -> None:
    """Raise RefusedToServe unless only this machine can reach the host, and there is a key worth the name."""
    if not _is_loopback(host):
        raise RefusedToServe(
            f"The codec endpoint shows everybody's data and serves loopback only, not {host}; "
            "set OUTBOUND_HOST=127.0.0.1 for it."
        )
    if len(key) < _LEAST_KEY:
        raise RefusedToServe(f"OUTBOUND_CODEC_KEY must have at least {_LEAST_KEY} characters.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def main() -> None:
    """Read the settings and serve."""
    settings = fit_settings()
    configure_logs(settings.log_level)
    try:
        check_private(settings.host, settings.codec_key)
    except RefusedToServe as refusal:
        sys.exit(str(refusal))
    app = build_codec_app(payload_codec(settings), settings.codec_key)
    uvicorn.run(app, host=settings.host, port=settings.codec_port, log_config=None, access_log=False)


if __name__ == "__main__":
    main()
