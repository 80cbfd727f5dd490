"""Lets the Temporal Web UI show plain text to its operator (codec server): `python -m startup.codec`, on loopback only.

The UI posts payloads to /decode and /encode (Temporal documentation, "Remote data encoding"). It tells this address to
everybody who loads it, so a key within it would be no secret: whoever asks must be this process's own user, by the
kernel's account of the connection, from a page of this machine (decision 0023). The process refuses to serve any address
that others could reach.
"""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import structlog
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from google.protobuf import json_format
from starlette.middleware.trustedhost import TrustedHostMiddleware
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.converter import PayloadCodec

from database.sealing import CannotOpen
from startup.fitness import fit_settings
from startup.hosts import is_this_machine
from startup.http_server import server_config
from startup.key_rings import key_rings, renewed
from startup.logs import configure_logs
from startup.loopback_peers import Address, is_own
from startup.payload_codec import EncryptingCodec
from startup.renewal import Renewal

log = structlog.get_logger()

# The UI runs in the operator's own browser, on whatever loopback port it was given.
_UI_ORIGIN: Final = r"https?://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?"
# A page of elsewhere that rebinds its name to this machine still says its name.
_HOSTS: Final = ("127.0.0.1", "localhost")
_LONGEST_BODY: Final = 32 * 1024 * 1024

Coding = Callable[[Sequence[Payload]], Awaitable[list[Payload]]]


class RefusedToServe(Exception):
    """The codec endpoint would be reachable by others."""


def build_codec_app(codec: PayloadCodec, is_admitted: Callable[[Address, Address], bool] = is_own) -> FastAPI:
    """The two routes, for whom is_admitted says yes to: given the client's address, and ours."""
    app = FastAPI(
        title="Outbound codec", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    app.add_middleware(
        CORSMiddleware,
        allow_origin_regex=_UI_ORIGIN,
        allow_methods=["POST"],
        allow_headers=["*"],
        allow_credentials=True,
    )
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS, www_redirect=False)

    @app.post("/decode")
    async def decode(request: Request) -> Response:
        return await _coded(request, codec.decode)

    @app.post("/encode")
    async def encode(request: Request) -> Response:
        return await _coded(request, codec.encode)

    async def _coded(request: Request, coding: Coding) -> Response:
        if not _is_of_this_machine(request) or not is_admitted(*_ends(request)):
            log.warning("codec.refused")
            return Response(status_code=403)
        body = await _bounded_body(request)
        if body is None:
            return Response(status_code=413)
        try:
            payloads = json_format.Parse(body, Payloads())
            coded = Payloads(payloads=await coding(payloads.payloads))
        except (json_format.ParseError, UnicodeDecodeError, CannotOpen):
            return Response(status_code=400)
        return Response(json_format.MessageToJson(coded), media_type="application/json")

    return app


def _is_of_this_machine(request: Request) -> bool:
    """Whether no page asks, or one of this machine."""
    origin = request.headers.get("origin")
    return origin is None or re.fullmatch(_UI_ORIGIN, origin) is not None


def _ends(request: Request) -> tuple[Address, Address]:
    client, server = request.scope["client"], request.scope["server"]
    return (client[0], client[1]), (server[0], server[1])


async def _bounded_body(request: Request) -> bytes | None:
    """The body; None as soon as it is too long."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _LONGEST_BODY:
            return None
    return bytes(body)


def check_private(host: str) -> None:
    """Raise RefusedToServe unless only this machine can reach the host."""
    if not is_this_machine(host):
        raise RefusedToServe(
            f"The codec endpoint shows everybody's data and serves loopback only, not {host}; "
            "set OUTBOUND_HOST=127.0.0.1 for it."
        )


async def serve(server: uvicorn.Server, renewal: Renewal) -> None:
    """Serve until a signal asks for the end. It opens with new keys as soon as they are there, and seals for nobody else to read."""
    async with renewed(renewal):
        await server.serve()


def main() -> None:
    """Read the settings and serve."""
    settings = fit_settings()
    configure_logs(settings.log_level, "codec")
    try:
        check_private(settings.host)
    except RefusedToServe as refusal:
        sys.exit(str(refusal))
    log.info("codec.starting", port=settings.codec_port)
    rings = key_rings(settings)
    app = build_codec_app(EncryptingCodec(rings.data))
    asyncio.run(
        serve(
            uvicorn.Server(server_config(app, host=settings.host, port=settings.codec_port)),
            Renewal([rings.renew]),
        )
    )


if __name__ == "__main__":
    main()
