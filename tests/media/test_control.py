"""The control address: what the house is answered, and what the media process is told by it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import httpx
import pytest
from pydantic import TypeAdapter

from domain.conversations import AnsweredBy, ConversationPlan
from media.control import Controlled, control_app
from media.engine.events import CarrierHint
from media.live.prewarming import Prepared
from providers.errors import CredentialsRefused, ProviderThrottled, ProviderUnavailable
from tests.media.plans import plan

_plans: TypeAdapter[ConversationPlan] = TypeAdapter(ConversationPlan)
HERE = "call_here-1"


@dataclass
class Media:
    """A media process that knows one attempt; fails: how its preparation does; told: what it was asked, in order."""

    fails: Exception | None = None
    is_ready: bool = True
    told: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def preparation(self) -> "Media":
        return self

    async def prepare(self, here: ConversationPlan) -> Prepared:
        self.told.append(("prepare", here))
        if self.fails is not None:
            raise self.fails
        return Prepared(here, {"Hello.": b"", "Goodbye.": b""})

    async def release(self, attempt_id: str) -> None:
        self.told.append(("release", attempt_id))

    def hint(self, attempt_id: str, hint: CarrierHint) -> bool:
        self.told.append(("hint", attempt_id, hint))
        return attempt_id == HERE

    def hang_up(self, attempt_id: str) -> bool:
        self.told.append(("hang_up", attempt_id))
        return attempt_id == HERE

    def holds(self, attempt_id: str) -> bool:
        self.told.append(("holds", attempt_id))
        return attempt_id == HERE

    def stats(self) -> dict[str, object]:
        return {"live": 3}

    def phrase_figures(self) -> dict[str, float]:
        return {"kept": 7}

    def clear_phrases(self) -> int:
        return 7


@asynccontextmanager
async def reached(media: Media, key: str = "key") -> AsyncIterator[httpx.AsyncClient]:
    """The house, with this key."""
    app = control_app(cast("Controlled", media), "key")
    headers = {"Authorization": f"Bearer {key}"}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://media", headers=headers) as client:
        yield client


PLAN = _plans.dump_json(plan())


@pytest.mark.parametrize(
    ("media", "status", "code"),
    [
        (Media(is_ready=False), 503, "draining"),
        (Media(ProviderThrottled(code="429")), 429, "vendor_full"),
        (Media(ProviderUnavailable("away")), 503, "not_prepared"),
        (Media(CredentialsRefused(code="401")), 503, "not_prepared"),
        (Media(TimeoutError()), 503, "not_prepared"),
    ],
)
async def test_why_a_call_is_not_ready_is_told(media: Media, status: int, code: str) -> None:
    """The dial waits for a vendor that is full, and tries another process where one is stopping."""
    async with reached(media) as house:
        answer = await house.post("/prepare", content=PLAN)
    told = answer.json()
    assert (status, status, code) == (answer.status_code, told["status"], told["code"])
    assert told["detail"]
    assert "application/problem+json" == answer.headers["content-type"]
    assert int(media.is_ready) == len(media.told)


async def test_what_is_ready_is_told() -> None:
    media = Media()
    async with reached(media) as house:
        answer = await house.post("/prepare", content=PLAN)
    assert (200, {"attempt_id": plan().attempt_id, "phrases": 2}) == (answer.status_code, answer.json())
    assert [("prepare", plan())] == media.told


@pytest.mark.parametrize(
    ("path", "content", "named"),
    [
        ("/prepare", PLAN.replace(b'"call_1-1"', b"5"), "attempt_id"),
        (f"/machine/{HERE}", b'{"answered_by": 5}', "answered_by"),
        (f"/machine/{HERE}", b"[]", ""),
    ],
)
async def test_what_is_wrong_is_named_and_changes_nothing(path: str, content: bytes, named: str) -> None:
    """Law 10; and the words of a plan are not said again."""
    media = Media()
    async with reached(media) as house:
        answer = await house.post(path, content=content)
    assert (422, []) == (answer.status_code, media.told)
    assert answer.json()["detail"].startswith(f"{named}:")
    assert plan().opening not in answer.text


HINT = {"answered_by": "voicemail", "greeting_over": True, "word": "machine"}
AS_EVENT = CarrierHint(AnsweredBy.VOICEMAIL, beeped=True, word="machine")


@pytest.mark.parametrize(
    ("method", "path", "body", "told"),
    [
        ("POST", "/machine/{}", HINT, ("hint", AS_EVENT)),
        ("POST", "/hang-up/{}", None, ("hang_up",)),
        ("GET", "/conversations/{}", None, ("holds",)),
    ],
)
async def test_an_attempt_is_known_here_or_not(
    method: str, path: str, body: Any, told: tuple[Any, ...]
) -> None:
    media = Media()
    async with reached(media) as house:
        here = await house.request(method, path.format(HERE), json=body)
        elsewhere = await house.request(method, path.format("call_elsewhere-1"), json=body)
    assert (204, b"") == (here.status_code, here.content)
    assert (404, "not_found") == (elsewhere.status_code, elsewhere.json()["code"])
    asked, *with_what = told
    assert [(asked, attempt, *with_what) for attempt in (HERE, "call_elsewhere-1")] == media.told


async def test_what_was_made_ready_in_vain_is_released() -> None:
    media = Media()
    async with reached(media) as house:
        assert 204 == (await house.post(f"/release/{HERE}")).status_code
    assert [("release", HERE)] == media.told


async def test_how_it_is_can_be_looked_at() -> None:
    async with reached(Media()) as house:
        assert {"live": 3} == (await house.get("/stats")).json()
        assert {"kept": 7} == (await house.get("/phrases")).json()
        assert {"cleared": 7} == (await house.delete("/phrases")).json()


@pytest.mark.parametrize(("is_ready", "status"), [(True, 200), (False, 503)])
async def test_whoever_asks_whether_it_lives_needs_no_key(is_ready: bool, status: int) -> None:
    async with reached(Media(is_ready=is_ready), key="") as house:
        answer = await house.get("/healthz")
    assert (status, {"ready": is_ready}) == (answer.status_code, answer.json())


@pytest.mark.parametrize("key", ["", "ke", "keys", "xkey", "KEY"])
async def test_a_key_is_the_whole_key(key: str) -> None:
    async with reached(Media(), key) as house:
        assert 401 == (await house.get("/stats")).status_code
