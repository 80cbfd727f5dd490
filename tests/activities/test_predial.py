"""The customer's word before a dial: asked outside every transaction, fresh, signed; without a plain yes no dial leaves (law 2)."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook

from activities import dialling, predial
from activities.elapsed_time import Moment
from activities.predial import Asked
from database.call_facts import read_facts
from database.predial_hooks import NewPredialHook, PredialHook, add_predial_hook, remove_predial_hook
from domain.calls import DialAnswer, DialKind
from domain.identifiers import CallId
from domain.predial import PredialAnswer
from providers.errors import ProviderUnavailable, SendRefused
from providers.webhooks import Notice, NoticeAnswer, WebhookSender
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene
from tests.activities.test_statement_cost import _sent
from tests.providers.listeners import answer as http_answer
from tests.providers.listeners import listening

SECRET = "whsec_b3Vyc2VjcmV0b3Vyc2VjcmV0b3Vyc2VjcmV0"
URL = "https://hooks.example.com/may-we"
YES = NoticeAnswer(200, b'{"allow": true}')


@dataclass
class ScriptedProgram:
    """Answers in order, the last answer again and again; notices are what it was asked."""

    answers: list[NoticeAnswer | Exception] = field(default_factory=lambda: [YES])
    notices: list[Notice] = field(default_factory=list)
    answered_at: list[float] = field(default_factory=list)
    takes: float = 0.0

    async def send(self, notice: Notice) -> NoticeAnswer:
        """The next answer of the script."""
        self.notices.append(notice)
        await asyncio.sleep(self.takes)
        self.answered_at.append(time.monotonic())
        said = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(said, Exception):
            raise said
        return said

    async def aclose(self) -> None:
        """Nothing is open."""


def says(**said: Any) -> NoticeAnswer:
    return NoticeAnswer(200, json.dumps(said).encode())


async def hooked(
    scene: Scene,
    *answers: NoticeAnswer | Exception,
    of_account: bool = False,
    timeout_ms: int = 2000,
    unanswered: str = "hold",
    url: str = URL,
) -> ScriptedProgram:
    """Let the scene's campaign, or all of the account, ask this program first."""
    campaign = scene.campaign
    new = NewPredialHook(None if of_account else campaign.campaign_id, url, timeout_ms, unanswered, SECRET)
    async with scene.tools.database.transaction() as session:
        await add_predial_hook(session, campaign.account_id, new, campaign.key_ring)
    program = ScriptedProgram(list(answers) or [YES])
    scene.tools = replace(scene.tools, webhooks=program)  # type: ignore[arg-type]
    return program


async def reasons(scene: Scene, call_id: CallId) -> list[str]:
    found = await scene.campaign.rows(
        "SELECT reasons FROM decisions WHERE call_id = :call ORDER BY id DESC LIMIT 1", call=call_id
    )
    return [reason["code"] for row in found for reason in row["reasons"]]


async def dialled(scene: Scene) -> tuple[CallId, DialAnswer]:
    call_id = await scene.campaign.call(NUMBER)
    return call_id, await scene.prepared_dial(call_id)


async def test_a_program_that_says_yes_is_asked_once_and_the_dial_leaves(scene: Scene) -> None:
    """It is told whom, for what and from which number; another question is another message."""
    program = await hooked(scene)
    call_id, answer = await dialled(scene)
    assert DialKind.PLACED is answer.kind
    [notice] = program.notices
    told = json.loads(notice.body)
    assert "call.predial" == told["type"]
    assert {
        "call_id": call_id,
        "campaign_id": scene.campaign.campaign_id,
        "lead_id": f"lead_{call_id[5:]}",
        "attempt": 1,
        "number": NUMBER,
        "caller_number": "+14155552671",
        "purpose": "survey",
    } == told["data"]
    assert (URL, (SECRET,)) == (notice.url, notice.secrets)
    assert notice.id.startswith(f"{call_id}-1-")


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        (says(allow=False, reason="in_arrears"), DialKind.REFUSED, "predial_refused"),
        (says(allow=False, retry_after_seconds=600), DialKind.DEFERRED, "predial_held"),
        (says(allow="yes"), DialKind.DEFERRED, "predial_unanswered"),
        (NoticeAnswer(503, b'{"allow": true}'), DialKind.DEFERRED, "predial_unanswered"),
        (NoticeAnswer(302, b'{"allow": true}'), DialKind.DEFERRED, "predial_unanswered"),
        (ProviderUnavailable(code="no_answer"), DialKind.DEFERRED, "predial_unanswered"),
        (SendRefused("Not there.", code="hidden_address"), DialKind.DEFERRED, "predial_unanswered"),
    ],
)
async def test_without_a_plain_yes_nothing_leaves_and_no_line_is_held(
    scene: Scene, said: NoticeAnswer | Exception, kind: DialKind, code: str
) -> None:
    """Law 3: whatever waits is no attempt."""
    await hooked(scene, said)
    call_id, answer = await dialled(scene)
    assert (kind, [code]) == (answer.kind, await reasons(scene, call_id))
    assert (0, 0, []) == (await scene.attempts(), await scene.lines_taken(), scene.carrier.requests)


async def test_a_no_says_its_reason_and_when_to_ask_again(scene: Scene) -> None:
    program = await hooked(scene, says(allow=False, reason="in_arrears", retry_after_seconds=600), YES)
    call_id, answer = await dialled(scene)
    assert "The customer's program says not yet (in_arrears)." in answer.why
    assert answer.wait_seconds is not None
    assert 590 < answer.wait_seconds <= 600
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert 2 == len({notice.id for notice in program.notices})


async def test_a_program_that_is_slow_is_not_waited_for_longer_than_it_may_take(scene: Scene) -> None:
    program = await hooked(scene, timeout_ms=100)
    program.takes = 30
    call_id, answer = await dialled(scene)
    assert DialKind.DEFERRED is answer.kind
    assert "did not answer (too_slow)" in answer.why
    assert ["predial_unanswered"] == await reasons(scene, call_id)


async def test_who_does_not_answer_is_asked_less_and_less_often(scene: Scene) -> None:
    await hooked(scene, NoticeAnswer(500, b""))
    call_id = await scene.campaign.call(NUMBER)
    waits = [(await scene.prepared_dial(call_id)).wait_seconds or 0 for _ in range(3)]
    assert [30, 60, 120] == [round(wait) for wait in waits]


async def test_where_no_answer_is_to_be_a_yes_it_is_one(scene: Scene) -> None:
    """The customer has chosen that; a no stays a no."""
    program = await hooked(scene, NoticeAnswer(500, b""), says(allow=False), unanswered="allow")
    _, answer = await dialled(scene)
    assert DialKind.PLACED is answer.kind
    call_id = await scene.campaign.call(OTHER_NUMBER)
    assert DialKind.REFUSED is (await scene.prepared_dial(call_id)).kind
    assert 2 == len(program.notices)


async def test_a_campaigns_program_is_asked_instead_of_the_accounts(scene: Scene) -> None:
    """And the account's where the campaign has none, for single calls too."""
    program = await hooked(scene, of_account=True, url="https://hooks.example.com/account")
    single = await scene.campaign.single_call(NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(single)).kind
    own = NewPredialHook(scene.campaign.campaign_id, URL, 2000, "hold", SECRET)
    async with scene.tools.database.transaction() as session:
        hook = await add_predial_hook(session, scene.campaign.account_id, own, scene.campaign.key_ring)
    call_id = await scene.campaign.call(OTHER_NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    assert ["https://hooks.example.com/account", URL] == [notice.url for notice in program.notices]
    async with scene.tools.database.transaction() as session:
        await remove_predial_hook(session, scene.campaign.account_id, hook)
        facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    assert facts.predial_hook is not None
    assert "https://hooks.example.com/account" == facts.predial_hook.url


async def test_nobody_is_asked_about_a_call_that_could_not_leave_anyway(scene: Scene) -> None:
    program = await hooked(scene)
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await scene.campaign.run("UPDATE campaigns SET state = 'paused' WHERE id = :id")
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert [] == program.notices


async def test_what_happens_while_the_program_thinks_is_decided_anew(scene: Scene) -> None:
    """Law 2: its time is inside the decision, which is made when its answer is there. No connection of the database waits for it."""
    program = await hooked(scene)
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    open_meanwhile: list[int] = []

    async def send(notice: Notice) -> NoticeAnswer:
        open_meanwhile.append(scene.tools.database.engine.pool.checkedout())  # type: ignore[attr-defined]
        await scene.campaign.run("UPDATE campaigns SET state = 'paused' WHERE id = :id")
        return YES

    program.send = send  # type: ignore[method-assign]
    assert DialKind.DEFERRED is (await scene.dial(call_id)).kind
    assert [0] == open_meanwhile
    assert ["campaign_not_running"] == await reasons(scene, call_id)
    assert [] == scene.carrier.requests


async def test_an_answer_that_is_old_when_the_number_is_free_is_asked_for_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever held the decision up, it rests on no older word: asked a few times, then the call waits for another turn."""
    program = await hooked(scene)
    monkeypatch.setattr(predial.Asked, "serves", lambda *_: False)
    _, answer = await dialled(scene)
    assert DialKind.DEFERRED is answer.kind
    assert [] == scene.carrier.requests
    assert dialling._MOST_ASKED == len(program.notices)


@pytest.mark.parametrize("takes", [0.0, 0.6])
async def test_a_dial_whose_slot_is_seconds_away_leaves_on_a_fresh_word(scene: Scene, takes: float) -> None:
    """A decision ages: nothing is sent on one over a second old, the customer's included."""
    program = await hooked(scene)
    program.takes = takes
    call_id = await _with_a_slot_in(scene, 2.5)
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    [request] = scene.carrier.requests
    assert 2 == len(program.notices)
    assert request.due - 1 < program.answered_at[-1] < request.due


async def test_a_no_that_comes_while_a_dial_waits_for_its_slot_counts(scene: Scene) -> None:
    program = await hooked(scene, YES, says(allow=False, reason="in_arrears"))
    call_id = await _with_a_slot_in(scene, 2.5)
    assert DialKind.REFUSED is (await scene.dial(call_id)).kind
    assert ([], 2) == (scene.carrier.requests, len(program.notices))
    assert ["predial_refused"] == await reasons(scene, call_id)


async def test_a_program_that_answers_too_late_for_a_slot_costs_that_slot(scene: Scene) -> None:
    program = await hooked(scene, YES, YES)
    call_id = await _with_a_slot_in(scene, 1.3)

    async def send(notice: Notice) -> NoticeAnswer:
        program.notices.append(notice)
        if len(program.notices) == 2:
            await asyncio.sleep(1.5)
        return YES

    program.send = send  # type: ignore[method-assign]
    assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert (1, 3) == (len(scene.carrier.requests), len(program.notices))


async def _with_a_slot_in(scene: Scene, seconds: float) -> CallId:
    """A call that is ready, on a trunk whose next slot is so many seconds away."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    await scene.campaign.run(
        "UPDATE trunks SET next_dial_at = clock_timestamp() + CAST(:wait AS interval) WHERE id = :trunk",
        wait=timedelta(seconds=seconds),
        trunk=scene.campaign.trunk_id,
    )
    return call_id


def test_an_answer_serves_its_own_program_and_no_longer_than_it_may() -> None:
    hook = PredialHook("pdh_1", URL, SECRET, 2000, "hold", 0)
    asked = Asked("pdh_1", PredialAnswer(True), Moment.now(), 0.1)
    old = replace(asked, at=replace(asked.at, steady=asked.at.steady - 1.1))
    assert asked.serves(hook)
    assert not asked.serves(replace(hook, id="pdh_2"))
    assert not old.serves(hook)


async def test_without_a_program_a_dial_costs_no_statement_more(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    with _sent(scene.campaign.database) as sent:
        assert DialKind.PLACED is (await scene.dial(call_id)).kind
    assert not any("predial_hooks" in statement for statement in sent)


async def test_a_real_program_proves_the_question_by_the_standards_own_library(
    scene: Scene,
) -> None:
    async with _served(b'{"allow": true}') as (url, exchanges):
        await hooked(scene, url=f"{url}/may-we")
        sender = WebhookSender(local=True)
        scene.tools = replace(scene.tools, webhooks=sender)
        _, answer = await dialled(scene)
        await sender.aclose()
    assert DialKind.PLACED is answer.kind
    [asked] = exchanges
    Webhook(SECRET).verify(asked.body, {name.lower(): value for name, value in asked.headers.items()})


@asynccontextmanager
async def _served(body: bytes) -> AsyncIterator[tuple[str, list[Any]]]:
    async with listening(says=lambda path: http_answer(body, status="200 OK")) as there:
        yield there.url, there.exchanges
