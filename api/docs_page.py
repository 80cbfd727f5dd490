"""`/docs`: the description of the API for people, one page that loads nothing from anywhere."""

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from startup.answer_headers import NOTHING_MAY

router = APIRouter()

_STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
summary { cursor: pointer; padding: .2rem 0; } code, pre { font: 14px/1.4 ui-monospace, monospace; }
pre { background: #8881; padding: .6rem; overflow: auto; } .method { display: inline-block; width: 4.5rem; font-weight: 600; }
:root { color-scheme: light dark; } td { padding-right: 1.5rem; vertical-align: top; }
"""
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_HEADERS: Final = {"Content-Security-Policy": f"{NOTHING_MAY}; style-src 'sha256-{_STYLE_HASH}'"}


@router.get("/docs", include_in_schema=False)
async def reference(request: Request) -> HTMLResponse:
    """Every address with what it takes and answers. The description itself is at /openapi.json."""
    return HTMLResponse("\n".join(_page(request.app.openapi())), headers=_HEADERS)


def _page(described: dict[str, Any]) -> Iterator[str]:
    title = escape(described["info"]["title"])
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    yield f"<h1>{title}</h1><p>{escape(described['info']['description'])}"
    yield '<p>The same for programs: <a href="/openapi.json">/openapi.json</a>'
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield from _operation(method.upper(), path, operation)
    yield "<h2>Schemas</h2>"
    for name, schema in described["components"]["schemas"].items():
        yield f'<details id="{escape(name)}"><summary><code>{escape(name)}</code></summary>{_json(schema)}</details>'


def _operation(method: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
    yield f'<details><summary><span class="method">{method}</span> <code>{escape(path)}</code> '
    yield f"{escape(operation.get('summary', ''))}</summary><p>{escape(operation.get('description', ''))}"
    yield "<table>"
    for each in operation.get("parameters", ()):
        needed = "" if each.get("required") else ", optional"
        yield f"<tr><td><code>{escape(each['name'])}</code><td>{escape(each['in'])}{needed}"
        yield f"<td>{escape(each.get('description', ''))}"
    yield "</table>"
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<p>Takes <code>{escape(kind)}</code> {_schema(content['schema'])}"
    for status, answer in operation["responses"].items():
        yield f"<p>{escape(status)}: {escape(answer['description'])} "
        for kind, content in answer.get("content", {}).items():
            yield f"<code>{escape(kind)}</code> {_schema(content.get('schema', {}))}"
    yield "</details>"


def _schema(schema: dict[str, Any]) -> str:
    """A link to a schema that has a name; any other as it is."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    return _json(schema) if schema else ""


def _json(schema: dict[str, Any]) -> str:
    return f"<pre>{escape(json.dumps(schema, indent=2, ensure_ascii=False))}</pre>"
