"""The dashboard's files as the API serves them."""

import os
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.dashboard import Built
from tests.api.conftest import Operator

SCRIPT = "console.log('here')" * 50


@pytest.fixture
def page(operator: Operator, tmp_path: Path) -> httpx.AsyncClient:
    """Somebody without a key, and a dashboard of four files."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    (tmp_path / "manifest.webmanifest").write_text("{}", encoding="utf-8")
    (tmp_path / "assets" / "main-1a2b.js").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / ".made-of").write_text("a secret of the build", encoding="utf-8")
    return served(operator, Built(tmp_path))


def served(operator: Operator, built: Built) -> httpx.AsyncClient:
    transport = operator.client._transport
    assert isinstance(transport, httpx.ASGITransport)
    app = transport.app
    while not isinstance(app, FastAPI):
        app = app.app  # type: ignore[attr-defined]
    app.state.dashboard = built
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="https://outbound.example")


async def test_the_page_comes_without_a_key_and_runs_only_what_is_ours(page: httpx.AsyncClient) -> None:
    answer = await page.get("/")
    assert (answer.status_code, answer.text) == (200, "<!doctype html>")
    assert answer.headers["cache-control"] == "no-cache"
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy["script-src"], policy["style-src"], policy["connect-src"]} == {"'self'"}
    assert "unsafe" not in answer.headers["content-security-policy"]


async def test_parts_named_by_their_content_are_kept_for_ever_and_sent_packed(
    page: httpx.AsyncClient,
) -> None:
    packed = await page.get("/assets/main-1a2b.js")
    assert packed.text == SCRIPT
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(SCRIPT)
    assert "immutable" in packed.headers["cache-control"]
    assert packed.headers["content-type"] == "text/javascript; charset=utf-8"
    plain = await page.get("/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert plain.text == SCRIPT
    assert "content-encoding" not in plain.headers


async def test_a_page_that_is_known_is_not_sent_again(page: httpx.AsyncClient) -> None:
    known = (await page.get("/")).headers["etag"]
    again = await page.get("/", headers={"if-none-match": known})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", known)
    assert "script-src" in again.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/assets/.made-of", "/assets/..%2f.made-of", "/assets/gone.js", "/.made-of", "/icon.svg"]
)
async def test_nothing_else_of_the_folder_is_served(page: httpx.AsyncClient, path: str) -> None:
    answer = await page.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_new_build_is_served_and_pages_of_the_last_one_go_on(
    page: httpx.AsyncClient, tmp_path: Path
) -> None:
    await page.get("/")
    (tmp_path / "assets" / "main-1a2b.js").unlink()
    (tmp_path / "assets" / "main-3c4d.js").write_text("new", encoding="utf-8")
    (tmp_path / "index.html").write_text("<!doctype html><p>new", encoding="utf-8")
    os.utime(tmp_path / "index.html", ns=(1, 1))
    assert (await page.get("/")).text == "<!doctype html><p>new"
    assert [(await page.get(f"/assets/main-{each}.js")).text for each in ("3c4d", "1a2b")] == ["new", SCRIPT]


async def test_what_was_not_built_says_how_to_mend_it_and_is_there_once_it_is(
    operator: Operator, tmp_path: Path
) -> None:
    page = served(operator, Built(tmp_path))
    answer = await page.get("/")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_dashboard")
    assert "make dashboard" in answer.json()["detail"]
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    assert (await page.get("/")).status_code == 200
