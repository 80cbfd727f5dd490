"""Pages of other origins that may ask the API from a browser (OUTBOUND_CORS_ORIGINS), each with a key of its own.

Around the whole application: a browser's first question carries no key, and a page must be able to read refusals too. Which
origins are fit: startup/origins.py.
"""

from collections.abc import Sequence
from typing import Final

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
# What a page may send, and what of an answer it may read beside the few that each may.
_ASKED_WITH: Final = (
    "Authorization",
    "Content-Type",
    "Idempotency-Key",
    "If-Match",
    "If-None-Match",
    "Range",
)
_ANSWERED_WITH: Final = (
    *("Content-Disposition", "Content-Range", "ETag", "Idempotency-Replayed", "Location", "RateLimit"),
    *("RateLimit-Policy", "Retry-After", "X-Request-Id"),
)


def open_to_pages(app: ASGIApp, origins: Sequence[str]) -> ASGIApp:
    """The application for pages of these origins and everybody who is no page; credentials of a browser's own are never asked."""
    if not origins:
        return app
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_methods=_METHODS,
        allow_headers=_ASKED_WITH,
        expose_headers=_ANSWERED_WITH,
        allow_credentials=False,
    )
