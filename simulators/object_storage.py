"""Object storage as S3 speaks it, on loopback: objects put, got, deleted in bulk and listed, every request signed.

Source: AWS's pages on the REST API and on Signature Version 4, read 2026-11-21. Path style: /s3/bucket/key.
"""

import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable
from email.utils import format_datetime
from typing import Final
from urllib.parse import parse_qsl, quote
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from simulators.clock import utc_now
from simulators.ordered_faults import Faults
from simulators.vendor_journal import Journal

_Handler = Callable[[Request], Awaitable[Response]]
_PAGE: Final = 50  # S3 may answer with fewer than were asked for
_AUTHORIZATION: Final = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<id>[^/]+)/(?P<scope>(?P<date>\d{8})/(?P<region>[^/]+)/s3/aws4_request),\s*"
    r"SignedHeaders=(?P<headers>[^,]+),\s*Signature=(?P<signature>[0-9a-f]{64})"
)


class S3:
    """One account with one bucket. Faults of service "s3" (match: method): "500", "503" instead of an answer."""

    def __init__(
        self, access_key_id: str, secret_access_key: str, bucket: str, faults: Faults, journal: Journal
    ) -> None:
        self._id, self._secret, self._bucket = access_key_id, secret_access_key, bucket
        self._faults, self._journal = faults, journal
        self.objects: dict[str, bytes] = {}

    def routes(self) -> list[BaseRoute]:
        """The routes of this interface."""
        bucket, one = "/s3/{bucket:str}", "/s3/{bucket:str}/{key:path}"
        return [
            Route(bucket, self._guarded(self._list), methods=["GET"]),
            Route(bucket, self._guarded(self._delete_many), methods=["POST"]),
            Route(one, self._guarded(self._put), methods=["PUT"]),
            Route(one, self._guarded(self._get), methods=["GET"]),
        ]

    def _guarded(self, handler: _Handler) -> _Handler:
        async def guarded(request: Request) -> Response:
            self._journal.record("s3", request.method, path=request.url.path)
            if fault := self._faults.take("s3", method=request.method):
                return _refusal(int(fault.kind), "InternalError")
            if not await self._is_signed(request):
                return _refusal(403, "SignatureDoesNotMatch")
            if request.path_params["bucket"] != self._bucket:
                return _refusal(404, "NoSuchBucket")
            return await handler(request)

        return guarded

    async def _is_signed(self, request: Request) -> bool:
        signed = _AUTHORIZATION.fullmatch(request.headers.get("authorization", ""))
        claimed = request.headers.get("x-amz-content-sha256", "")
        if signed is None or signed["id"] != self._id:
            return False
        if claimed != "UNSIGNED-PAYLOAD" and claimed != hashlib.sha256(await request.body()).hexdigest():
            return False
        key = f"AWS4{self._secret}".encode()
        for part in (
            *signed["scope"].split("/"),
            _string_to_sign(request, signed["headers"], claimed, signed["scope"]),
        ):
            key = hmac.digest(key, part.encode(), hashlib.sha256)
        return hmac.compare_digest(key.hex(), signed["signature"])

    async def _put(self, request: Request) -> Response:
        content = self.objects[request.path_params["key"]] = await request.body()
        return Response(headers={"ETag": _etag(content)})

    async def _get(self, request: Request) -> Response:
        content = self.objects.get(request.path_params["key"])
        if content is None:
            return _refusal(404, "NoSuchKey")
        headers = {"ETag": _etag(content), "Last-Modified": format_datetime(utc_now(), usegmt=True)}
        return Response(content, headers=headers, media_type="application/octet-stream")

    async def _delete_many(self, request: Request) -> Response:
        keys = [
            element.text or ""
            for element in ElementTree.fromstring(await request.body()).iter()  # nosec B314 # our own requests
            if element.tag.endswith("Key")
        ]
        for key in keys:
            self.objects.pop(key, None)
        gone = "".join(f"<Deleted><Key>{escape(key)}</Key></Deleted>" for key in keys)
        return _xml(f"<DeleteResult>{gone}</DeleteResult>")

    async def _list(self, request: Request) -> Response:
        prefix, after = (request.query_params.get(name, "") for name in ("prefix", "continuation-token"))
        keys = sorted(key for key in self.objects if key.startswith(prefix) and key > after)
        page, moment = keys[:_PAGE], utc_now().strftime("%Y-%m-%dT%H:%M:%S.000Z")
        contents = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{len(self.objects[key])}</Size>"
            f"<ETag>{escape(_etag(self.objects[key]))}</ETag><LastModified>{moment}</LastModified></Contents>"
            for key in page
        )
        has_more = len(keys) > len(page)
        token = f"<NextContinuationToken>{escape(page[-1])}</NextContinuationToken>" if has_more else ""
        return _xml(
            f"<ListBucketResult><Name>{self._bucket}</Name><IsTruncated>{str(has_more).lower()}</IsTruncated>"
            f"<KeyCount>{len(page)}</KeyCount>{token}{contents}</ListBucketResult>"
        )


def _string_to_sign(request: Request, signed_headers: str, payload_hash: str, scope: str) -> str:
    query = sorted(parse_qsl(request.url.query, keep_blank_values=True))
    canonical = "\n".join(
        (
            request.method,
            request.scope["raw_path"].decode().partition("?")[0],
            "&".join(f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}" for name, value in query),
            *(f"{name}:{request.headers.get(name, '').strip()}" for name in signed_headers.split(";")),
            "",
            signed_headers,
            payload_hash,
        )
    )
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return "\n".join(("AWS4-HMAC-SHA256", request.headers.get("x-amz-date", ""), scope, digest))


def _etag(content: bytes) -> str:
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


def _xml(body: str, status: int = 200) -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>{body}', status, media_type="application/xml")


def _refusal(status: int, code: str) -> Response:
    return _xml(f"<Error><Code>{code}</Code><Message>{code}</Message></Error>", status)
