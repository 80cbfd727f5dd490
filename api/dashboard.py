"""`/`: the dashboard as it was built (dashboard/built): one page, and its parts under names that change with what is in them.

The page talks to the API as any other program does; it gets no right by coming from here (dashboard/src/session/).
"""

import asyncio
import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request, Response

from api.errors import NoDashboard

router = APIRouter(include_in_schema=False)

BUILT: Final = Path(__file__).resolve().parent.parent / "dashboard" / "built"
PAGE: Final = "index.html"
_NAMED_BY_CONTENT: Final = "assets/"
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASK_FIRST: Final = "no-cache"
# Scripts, styles, sound and requests of this origin alone; nothing written in the page itself runs.
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_KINDS: Final = {".webmanifest": "application/manifest+json", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A built file as it is sent; tag: its ETag."""

    kind: str
    plain: bytes
    packed: bytes
    tag: str
    keep: str


class Built:
    """The built files, read when they are first asked for, and again whenever the page was built anew.

    Parts of an earlier build stay: a page that is open goes on to ask for them.
    """

    def __init__(self, folder: Path = BUILT) -> None:
        self._folder = folder
        self._parts: dict[str, _Part] = {}
        self._built_at: int | None = None
        self._reading = asyncio.Lock()

    async def part(self, name: str) -> _Part:
        """The file of this name. Raises NoDashboard for one that was not built."""
        async with self._reading:
            if (built_at := _changed_at(self._folder / PAGE)) != self._built_at:
                self._parts |= await asyncio.to_thread(_read, self._folder)
                self._built_at = built_at
        if name not in self._parts:
            raise NoDashboard if not self._parts else NoDashboard("The dashboard has no such file.")
        return self._parts[name]


def _changed_at(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _read(folder: Path) -> dict[str, _Part]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): _part(folder, path) for path in files}


def _part(folder: Path, path: Path) -> _Part:
    plain = path.read_bytes()
    kind = _KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    is_named_by_content = path.relative_to(folder).as_posix().startswith(_NAMED_BY_CONTENT)
    keep = _FOR_EVER if is_named_by_content else _ASK_FIRST
    return _Part(kind, plain, gzip.compress(plain, 9), f'W/"{hashlib.sha256(plain).hexdigest()[:32]}"', keep)


@router.get("/")
async def show_page(request: Request) -> Response:
    """The page; what it shows stands behind the `#` of its address."""
    return await _answer(request, PAGE)


@router.get("/icon.svg")
@router.get("/manifest.webmanifest")
async def show_named(request: Request) -> Response:
    """What a browser asks for by a fixed name."""
    return await _answer(request, request.url.path.removeprefix("/"))


@router.get("/assets/{name}")
async def show_asset(request: Request, name: str) -> Response:
    """A part of the page."""
    return await _answer(request, f"{_NAMED_BY_CONTENT}{name}")


async def _answer(request: Request, name: str) -> Response:
    built = request.app.state.dashboard
    assert isinstance(built, Built)
    part = await built.part(name)
    headers = {"ETag": part.tag, "Cache-Control": part.keep, "Vary": "Accept-Encoding"}
    if name == PAGE:
        headers["Content-Security-Policy"] = _POLICY
    if request.headers.get("if-none-match") == part.tag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(part.packed, media_type=part.kind, headers=headers)
    return Response(part.plain, media_type=part.kind, headers=headers)
