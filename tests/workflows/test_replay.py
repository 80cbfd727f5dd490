"""Law 9: histories recorded from the running system replay, and a changed command is noticed.

scripts/record_histories.py made them, under the keys of this file.
"""

import base64
import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from temporalio import workflow
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner, WorkflowRunner
from temporalio.workflow import NondeterminismError

from database.sealing import KeyRing
from domain.calls import Readiness
from domain.campaigns import CampaignOrder, FeedResult
from domain.webhook_orders import WebhookOrder, WebhookRound
from startup.payload_codec import EncryptingCodec, data_converter
from worker import WORKFLOWS, workflow_runner
from workflows import call, campaign, carrier_questions, follow_through
from workflows.call import CallWorkflow
from workflows.campaign import CampaignWorkflow
from workflows.webhook import WebhookWorkflow

HISTORIES = Path(__file__).resolve().parent.parent / "histories"
ALL = sorted(HISTORIES.glob("*/*.json"))
PROMISED = {
    "call/clean",
    "call/busy_busy_answered",
    "call/voicemail",
    "call/opt_out",
    "call/cancelled_while_ringing",
    "call/cancelled_while_talking",
    "call/continued",
    "call/found_ready",
    "call/late_report",
    "call/lost_callback",
    "call/refused",
    "call/told_late_then_cancelled",
    "call/woken_message",
    "campaign/completed",
    "campaign/continued",
    "campaign/paused",
    "campaign/paused_for_long",
    "webhook/told_again",
}

# What needs a worker that is away, or a carrier that answers late, at the right moment: the skipped-time tests see to it.
NOT_RECORDED = {
    "cancel with the first task",
    "cancelling campaigns continue as new",
    "woken while a message is asked for",
}

every_history = pytest.mark.parametrize("file", ALL, ids=lambda file: f"{file.parent.name}/{file.stem}")


@pytest.fixture
def key_ring() -> KeyRing:
    """Key 1 was the recorder's before the system refused keys that are plainly examples."""
    return KeyRing({1: b"k" * 32, 2: bytes(range(32))}, bytes(range(32, 64)))


def _history(file: Path) -> WorkflowHistory:
    content = _content(file)
    return WorkflowHistory.from_json(content["workflow_id"], content["history"])


def _content(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def _replayer(key_ring: KeyRing, runner: WorkflowRunner) -> Replayer:
    return Replayer(
        workflows=WORKFLOWS,
        data_converter=data_converter(EncryptingCodec(key_ring)),
        workflow_runner=runner,
    )


def test_the_promised_histories_are_here() -> None:
    assert PROMISED <= {f"{file.parent.name}/{file.stem}" for file in ALL}


def test_what_newer_runs_do_otherwise_is_recorded() -> None:
    """Law 9: a history without the patch's mark would replay though the patched way had changed."""
    ids = {
        str(getattr(module, name))
        for module in (call, campaign, carrier_questions, follow_through)
        for name in re.findall(r"workflow\.patched\((\w+)\)", inspect.getsource(module))
    }
    assert ids - NOT_RECORDED == {patch for file in ALL for patch in _patches(file)}


def _patches(file: Path) -> Iterator[str]:
    for event in _content(file)["history"]["events"]:
        marker = event.get("markerRecordedEventAttributes", {})
        for payload in marker.get("details", {}).get("patch-data", {}).get("payloads", []):
            yield json.loads(base64.b64decode(payload["data"]))["id"]


@every_history
async def test_a_recorded_history_replays(file: Path, key_ring: KeyRing) -> None:
    """Law 9, requirement 101, in the sandbox as the worker runs it."""
    await _replayer(key_ring, workflow_runner()).replay_workflow(_history(file))


@every_history
async def test_one_more_command_makes_replay_fail(
    file: Path, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 9, broken on purpose: a timer before the first local activity."""
    prepare, feed, tell = CallWorkflow._prepare, CampaignWorkflow._feed, WebhookWorkflow._round

    async def slower_prepare(self: CallWorkflow) -> Readiness:
        await workflow.sleep(1)
        return await prepare(self)

    async def slower_feed(self: CampaignWorkflow, number: int) -> FeedResult:
        await workflow.sleep(1)
        return await feed(self, number)

    async def slower_round(self: WebhookWorkflow, order: WebhookOrder) -> WebhookRound:
        await workflow.sleep(1)
        return await tell(self, order)

    monkeypatch.setattr(WebhookWorkflow, "_round", slower_round)
    monkeypatch.setattr(CallWorkflow, "_prepare", slower_prepare)
    monkeypatch.setattr(CampaignWorkflow, "_feed", slower_feed)
    replayer = _replayer(key_ring, UnsandboxedWorkflowRunner())
    with pytest.raises(NondeterminismError):
        await replayer.replay_workflow(_history(file))


@every_history
def test_nobody_can_be_read_in_a_history(file: Path) -> None:
    """Law 8: neither numbers nor names nor words, and every payload is sealed."""
    text = file.read_text(encoding="utf-8")
    assert not [known for known in ("+1202555", "+1212555", "Ann Smith", "Maya", "survey") if known in text]
    encodings = {payload["metadata"]["encoding"] for payload in _payloads(_content(file)["history"])}
    assert {"YmluYXJ5L2VuY3J5cHRlZA=="} == encodings


def _payloads(part: Any) -> list[dict[str, Any]]:
    """Every payload but search attributes and the SDK's own notes on a marker (sequence, name, times): never personal."""
    if isinstance(part, list):
        return [payload for each in part for payload in _payloads(each)]
    if not isinstance(part, dict):
        return []
    if "metadata" in part and "data" in part:
        return [part]
    if "markerRecordedEventAttributes" in part:
        return _payloads(part["markerRecordedEventAttributes"]["details"].get("result", []))
    return [
        payload for name, each in part.items() if name != "searchAttributes" for payload in _payloads(each)
    ]


def test_a_clean_call_has_a_small_history() -> None:
    """At most 30 events and 7 KB, with codec and attributes on."""
    content = _content(HISTORIES / "call" / "clean.json")
    assert len(content["history"]["events"]) <= 30
    assert content["bytes"] <= 7 * 1024


async def test_a_campaign_that_continues_as_new_keeps_its_round(key_ring: KeyRing) -> None:
    """Design, section 5: the cursor goes through continue-as-new, so no round's number is used twice."""
    converter = data_converter(EncryptingCodec(key_ring))
    first = _history(HISTORIES / "campaign" / "continued.run1.json").events
    second = _history(HISTORIES / "campaign" / "continued.json").events
    started = [
        events[0].workflow_execution_started_event_attributes.input.payloads for events in (first, second)
    ]
    handed_on = first[-1].workflow_execution_continued_as_new_event_attributes.input.payloads
    rounds = [
        (await converter.decode(list(payloads), [CampaignOrder]))[0].round
        for payloads in (*started, handed_on)
    ]
    assert 0 == rounds[0] < rounds[1] == rounds[2]
