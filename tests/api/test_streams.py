"""The documents that connect a call's stream, and what follows it: the end, or another process that goes on."""

import dataclasses
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from startup.media_control import MediaProcesses
from startup.stream_tokens import StreamClaim
from tests.api.conftest import PUBLIC_URL, Operator, client_of
from tests.api.declared import application
from tests.api.dialled_call import DialledCall
from tests.api.dialled_call import dialled as dialled
from tests.api.outages import be_away


@dataclass
class ControlDoors:
    """The control addresses of all processes: what each holds; one that is lost does not answer."""

    held: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    hints: list[object] = field(default_factory=list)

    async def _answer(self, request: Request) -> Response:
        if request.url.hostname in self.lost:
            raise httpx.ConnectError("nobody listens")
        if request.method == "POST":
            self.hints.append(await request.json())
        return Response(status_code=204 if request.path_params["attempt_id"] in self.held else 404)

    @asynccontextmanager
    async def opened_for(self, operator: Operator) -> AsyncIterator[None]:
        """The operator's API asks these doors."""
        routes = [
            Route("/conversations/{attempt_id}", self._answer),
            Route("/machine/{attempt_id}", self._answer, methods=["POST"]),
        ]
        transport = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport) as client:
            tools = dataclasses.replace(operator.tools, media=MediaProcesses(operator.tools.database, client))
            async with client_of(application(tools)) as principal:
                before, operator.client = operator.client, principal
                try:
                    yield
                finally:
                    operator.client = before


async def _processes(dialled: DialledCall, *alive: str) -> None:
    await dialled.run("DELETE FROM media_processes")
    for name in alive:
        await dialled.run(
            "INSERT INTO media_processes (process, stream_url, control_url, began_at) "
            f"VALUES ('{name}', 'wss://media.example', 'http://{name}', now() - interval '1 hour')"
        )


async def _opened(dialled: DialledCall, process: str, epoch: int = 1) -> None:
    await dialled.run(
        f"UPDATE attempts SET state = 'answered', stream_opened_at = now(), stream_epoch = {epoch}, "
        f"media_process = '{process}', carrier_call_id = '{dialled.sid}' WHERE id = '{dialled.attempt_id}'"
    )


async def _ask(dialled: DialledCall, what: str, process: str, query: str = "") -> str:
    path = f"/api/webhooks/twilio/{what}/{dialled.attempt_id}/{process}{query}"
    answer = await dialled.twilio(path, {"CallSid": dialled.sid, "CallStatus": "in-progress"})
    assert answer.status_code == 200
    return answer.text


def _connected(dialled: DialledCall, document: str) -> tuple[str, StreamClaim]:
    """The process that the document connects, and whose stream its token opens."""
    found = re.search(r'<Stream url="wss://media.example/stream/twilio/([^/]+)/([^"]+)"', document)
    assert found is not None, document
    return found[1], dialled.operator.tools.stream_tokens.read(found[2], datetime.now(UTC))


async def test_the_answer_connects_the_process_that_prepared(dialled: DialledCall) -> None:
    """Requirement 77."""
    await _processes(dialled, "media-1", "media-2")
    document = await _ask(dialled, "voice", "media-2")
    process, claim = _connected(dialled, document)
    assert ("media-2", dialled.attempt_id, dialled.sid, 1) == (
        process,
        claim.attempt_id,
        claim.carrier_call_id,
        claim.epoch,
    )
    assert f"{PUBLIC_URL}/api/webhooks/twilio/after/{dialled.attempt_id}/media-2</Redirect>" in document


async def test_a_process_that_died_while_it_rang_is_replaced(dialled: DialledCall) -> None:
    await _processes(dialled, "media-2")
    process, claim = _connected(dialled, await _ask(dialled, "voice", "media-1"))
    assert ("media-2", 1) == (process, claim.epoch)


async def test_after_a_conversation_that_ended_the_call_is_hung_up(dialled: DialledCall) -> None:
    await _processes(dialled, "media-1", "media-2")
    await _opened(dialled, "media-1")
    async with ControlDoors(held={dialled.attempt_id}).opened_for(dialled.operator):
        assert "<Hangup" in await _ask(dialled, "after", "media-1")


async def test_after_a_process_was_lost_another_goes_on_in_the_next_epoch(dialled: DialledCall) -> None:
    """Requirement 123."""
    await _processes(dialled, "media-1", "media-2")
    await _opened(dialled, "media-1")
    async with ControlDoors(lost={"media-1"}).opened_for(dialled.operator):
        process, claim = _connected(dialled, await _ask(dialled, "after", "media-1"))
    assert ("media-2", 2) == (process, claim.epoch)


async def test_with_no_process_left_the_line_waits_a_little_then_ends(dialled: DialledCall) -> None:
    await _processes(dialled, "media-1")
    await _opened(dialled, "media-1")
    async with ControlDoors(lost={"media-1"}).opened_for(dialled.operator):
        waiting = await _ask(dialled, "after", "media-1")
        assert '<Pause length="1"' in waiting
        assert "?tries=1</Redirect>" in waiting
        assert "<Pause" in await _ask(dialled, "after", "media-1", "?tries=3")
        assert "<Hangup" in await _ask(dialled, "after", "media-1", "?tries=4")


async def test_whoever_answers_while_no_process_lives_waits_from_the_first_try_on(
    dialled: DialledCall,
) -> None:
    await _processes(dialled)
    waiting = await _ask(dialled, "voice", "media-1")
    assert '<Pause length="1"' in waiting
    assert f"/after/{dialled.attempt_id}/media-1?tries=1</Redirect>" in waiting


@pytest.mark.parametrize("prepared", ["media-1", "media-2"])
async def test_a_connection_that_died_costs_the_person_no_answer(
    dialled: DialledCall, monkeypatch: pytest.MonkeyPatch, prepared: str
) -> None:
    """A carrier ends a call whose question was answered with an error: it is found out by whichever statement comes first."""
    await _processes(dialled, "media-2")
    media = dialled.operator.tools.media
    if prepared == "media-1":  # known to be gone: what is asked next is who goes on instead
        monkeypatch.setattr(media, "place", _nobody)
    be_away(dialled.operator.tools.database, 1, monkeypatch)
    process, _ = _connected(dialled, await _ask(dialled, "voice", prepared))
    assert "media-2" == process


async def _nobody(_process: str) -> None:
    return None


async def test_a_process_that_lives_but_does_not_hold_it_may_have_another_try(dialled: DialledCall) -> None:
    """It refused the stream while the record was away, or was started again under its name."""
    await _processes(dialled, "media-1")
    await _opened(dialled, "media-1")
    async with ControlDoors().opened_for(dialled.operator):
        process, claim = _connected(dialled, await _ask(dialled, "after", "media-1"))
    assert ("media-1", 2) == (process, claim.epoch)


async def test_a_leg_that_is_over_or_a_stranger_is_hung_up(dialled: DialledCall) -> None:
    await _processes(dialled, "media-2")
    await _opened(dialled, "media-1")
    await dialled.run(f"UPDATE attempts SET state = 'ended' WHERE id = '{dialled.attempt_id}'")
    assert "<Hangup" in await _ask(dialled, "after", "media-1")
    await dialled.run(f"UPDATE attempts SET state = 'answered' WHERE id = '{dialled.attempt_id}'")
    dialled.sid = "CA" + "3" * 32
    assert "<Hangup" in await _ask(dialled, "after", "media-1")


async def test_a_machine_hint_reaches_the_conversation_in_our_words(dialled: DialledCall) -> None:
    """It is stored with the conversation's report, so not by us."""
    await _processes(dialled, "media-1")
    doors = ControlDoors(held={dialled.attempt_id})
    async with doors.opened_for(dialled.operator):
        path = f"/api/webhooks/twilio/machine/{dialled.attempt_id}/media-1"
        answer = await dialled.twilio(path, {"CallSid": dialled.sid, "AnsweredBy": "machine_end_beep"})
    assert 204 == answer.status_code
    assert [{"answered_by": "voicemail", "greeting_over": True, "word": "machine_end_beep"}] == doors.hints
    assert (None,) == tuple(await dialled.row("SELECT machine_hint FROM attempts WHERE id = :id"))


@pytest.mark.parametrize("lost", [set(), {"media-1"}], ids=["it holds another call", "it is lost"])
async def test_a_machine_hint_that_no_conversation_took_is_stored_here(
    dialled: DialledCall, lost: set[str]
) -> None:
    await _processes(dialled, "media-1")
    async with ControlDoors(lost=lost).opened_for(dialled.operator):
        path = f"/api/webhooks/twilio/machine/{dialled.attempt_id}/media-1"
        assert (
            204
            == (
                await dialled.twilio(path, {"CallSid": dialled.sid, "AnsweredBy": "machine_start"})
            ).status_code
        )
    assert ("machine_start",) == tuple(await dialled.row("SELECT machine_hint FROM attempts WHERE id = :id"))


async def test_what_the_carrier_says_of_a_greeting_that_goes_on_is_told_so(dialled: DialledCall) -> None:
    await _processes(dialled, "media-1")
    doors = ControlDoors(held={dialled.attempt_id})
    async with doors.opened_for(dialled.operator):
        path = f"/api/webhooks/twilio/machine/{dialled.attempt_id}/media-1"
        await dialled.twilio(path, {"CallSid": dialled.sid, "AnsweredBy": "machine_start"})
    assert [{"answered_by": "voicemail", "greeting_over": False, "word": "machine_start"}] == doors.hints
