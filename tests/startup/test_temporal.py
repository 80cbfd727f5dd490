"""How Temporal is reached, and how our workflows are begun and told: what the client is given, whole."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import TypeAdapter
from temporalio.api.common.v1 import Payload
from temporalio.client import Client, TLSConfig, WorkflowExecutionStatus
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.converter import DefaultFailureConverterWithEncodedAttributes
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.runtime import Runtime
from temporalio.service import RPCError, RPCStatusCode

from database.sealing import CannotOpen, KeyRing
from domain.calls import CallOrder
from domain.campaigns import CampaignOrder
from domain.identifiers import AccountId, CallId, CampaignId, LeadId, TrunkId
from domain.workflow_messages import LOOK_AGAIN, PAUSE, SET_PACE, WAKE
from startup.call_starter import TemporalCallStarter
from startup.payload_codec import (
    EncryptingCodec,
    RecordsConverter,
    data_converter,
)
from startup.settings import Settings, TemporalSettings
from startup.temporal import CORE_LINES, ask, connect, start_call, start_campaign, tell

KEY_RING = KeyRing({1: b"k" * 32}, b"l" * 32)
ORDER = CallOrder(AccountId("acc_1"), CallId("call_1"), TrunkId("trunk_1"), CampaignId("camp_1"))
LEAD = LeadId("lead_1")
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)


class Remembered:
    """A client, and a handle, that remember what they were asked; failure: what they raise."""

    def __init__(
        self, failure: Exception | None = None, status: WorkflowExecutionStatus | None = None
    ) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.given: dict[str, Any] = {}
        self.failure, self.status = failure, status

    def get_workflow_handle(self, workflow_id: str) -> "Remembered":
        self.asked.append((workflow_id,))
        return self

    async def _answer(self, *asked: Any, **given: Any) -> "Remembered":
        self.asked.append(asked)
        self.given = given
        if self.failure is not None:
            raise self.failure
        return self

    start_workflow = signal = execute_update = describe = cancel = _answer


def as_client(remembered: Remembered) -> Client:
    """For who needs a client's type."""
    return remembered  # type: ignore[return-value]


def attributes(remembered: Remembered) -> dict[str, Any]:
    """The search attributes of what was started."""
    return {pair.key.name: pair.value for pair in remembered.given["search_attributes"]}


async def test_a_call_is_started_with_all_that_operators_find_it_by() -> None:
    """Requirement 161; nothing personal among them (law 8)."""
    client = Remembered()
    await start_call(as_client(client), ORDER, LEAD, masked_number="+49***001", not_before=AT)
    assert ("CallWorkflow", ORDER) == client.asked[0]
    assert {
        "CallState": "claimed",
        "Trunk": "trunk_1",
        "Attempt": 1,
        "CampaignId": "camp_1",
        "NextAttemptAt": AT,
    } == attributes(client)
    assert ("call/camp_1/lead_1", "outbound", "call to +49***001") == (
        client.given["id"],
        client.given["task_queue"],
        client.given["static_summary"],
    )
    assert WorkflowIDReusePolicy.REJECT_DUPLICATE is client.given["id_reuse_policy"]


async def test_a_call_of_no_campaign_is_started_without_one() -> None:
    client = Remembered()
    order = CallOrder(AccountId("acc_1"), CallId("call_1"), TrunkId("trunk_1"), None)
    await start_call(as_client(client), order, None, masked_number="", again=True)
    assert {"CallState", "Trunk", "Attempt"} == set(attributes(client))
    assert "call/direct/call_1" == client.given["id"]
    assert WorkflowIDReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY is client.given["id_reuse_policy"]
    await start_call(as_client(client), order, None, masked_number="", not_before=AT)
    assert AT == attributes(client)["NextAttemptAt"], "it may be for later"


async def test_a_campaign_is_started_once_and_found_by_its_name() -> None:
    client = Remembered()
    order = CampaignOrder(AccountId("acc_1"), CampaignId("camp_1"))
    await start_campaign(as_client(client), order, name="n" * 300)
    assert ("CampaignWorkflow", order) == client.asked[0]
    assert {"CampaignId": "camp_1"} == attributes(client)
    assert ("campaign/camp_1", "outbound") == (client.given["id"], client.given["task_queue"])
    assert f"campaign {'n' * 171}" == client.given["static_summary"], "Temporal keeps 200 bytes"
    assert WorkflowIDReusePolicy.ALLOW_DUPLICATE is client.given["id_reuse_policy"]
    assert WorkflowIDConflictPolicy.USE_EXISTING is client.given["id_conflict_policy"]


async def test_what_carries_nothing_is_told_without_an_argument_and_an_update_has_its_id() -> None:
    client = Remembered()
    await tell(as_client(client), "call/1", WAKE, None)
    assert (("call/1",), ("wake",), {"args": []}) == (*client.asked, client.given)
    await ask(as_client(client), "campaign/1", SET_PACE, 7, update_id="act/9")
    assert ("set_pace",) == client.asked[-1]
    assert {"args": [7], "id": "act/9", "result_type": str} == client.given
    await ask(as_client(client), "campaign/1", PAUSE, None)
    assert {"args": [], "id": None, "result_type": str} == client.given


UNREACHABLE = RPCError("away", RPCStatusCode.UNAVAILABLE, b"")
ABSENT = RPCError("no such workflow", RPCStatusCode.NOT_FOUND, b"")


STEPS: dict[str, Callable[[TemporalCallStarter], Awaitable[Any]]] = {
    "is_open": lambda starter: starter.is_open("call/1"),
    "cancel": lambda starter: starter.cancel("call/1", why="tried"),
    "wake": lambda starter: starter.wake("call/1"),
    "look_again": lambda starter: starter.look_again("campaign/1"),
    "start_call": lambda starter: starter.start_call(ORDER, LEAD, masked_number=""),
    "follow_up": lambda starter: starter.follow_up(ORDER, LEAD, masked_number=""),
}


@pytest.mark.parametrize("step", STEPS)
async def test_a_temporal_that_is_away_is_no_workflow_that_is_gone(step: str) -> None:
    """Laws 5 and 6: the sweep would close live calls, and a cancel be told as done."""
    with pytest.raises(RPCError):
        await STEPS[step](TemporalCallStarter(as_client(Remembered(UNREACHABLE))))


@pytest.mark.parametrize(
    ("status", "is_open"),
    [(WorkflowExecutionStatus.RUNNING, True)]
    + [(each, False) for each in WorkflowExecutionStatus if each is not WorkflowExecutionStatus.RUNNING],
)
async def test_only_a_workflow_that_runs_is_open(status: WorkflowExecutionStatus, is_open: bool) -> None:
    client = Remembered(status=status)
    starter = TemporalCallStarter(as_client(client))
    assert is_open is await starter.is_open("call/1")
    assert is_open is await starter.cancel("call/1", why="an operator")
    assert ("an operator" if is_open else None) == client.given.get("reason")


async def test_who_was_gone_is_told_nothing_and_that_is_no_error() -> None:
    starter = TemporalCallStarter(as_client(Remembered(ABSENT)))
    assert (False, False) == (await starter.is_open("call/1"), await starter.cancel("call/1", why="tried"))
    await starter.wake("call/1")
    await starter.look_again("campaign/1")
    again = TemporalCallStarter(as_client(Remembered(WorkflowAlreadyStartedError("call/1", "CallWorkflow"))))
    await again.start_call(ORDER, LEAD, masked_number="")
    await again.follow_up(ORDER, LEAD, masked_number="")


async def test_who_goes_while_he_is_being_cancelled_was_not_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Then whoever asked ends the call's rows."""
    starter = TemporalCallStarter(as_client(Remembered(ABSENT)))

    async def still_open(workflow_id: str) -> bool:
        return True

    monkeypatch.setattr(starter, "is_open", still_open)
    assert not await starter.cancel("call/1", why="an operator")


async def test_only_what_follows_a_closed_call_may_have_another_run() -> None:
    """Law 1: a repeated start of a call that ended is no second call."""
    for step, policy in (
        ("start_call", WorkflowIDReusePolicy.REJECT_DUPLICATE),
        ("follow_up", WorkflowIDReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY),
    ):
        client = Remembered()
        await getattr(TemporalCallStarter(as_client(client)), step)(ORDER, LEAD, masked_number="+49***001")
        assert (policy, "call to +49***001") == (
            client.given["id_reuse_policy"],
            client.given["static_summary"],
        )


async def test_a_call_is_woken_and_a_campaign_looks_again() -> None:
    client = Remembered()
    starter = TemporalCallStarter(as_client(client))
    await starter.wake("call/1")
    await starter.look_again("campaign/1")
    assert [("call/1",), (WAKE.name,), ("campaign/1",), (LOOK_AGAIN.name,)] == client.asked


async def _connected(monkeypatch: pytest.MonkeyPatch, lazy: bool = True, **temporal: Any) -> dict[str, Any]:
    """What the SDK is given to connect by."""
    given: dict[str, Any] = {}

    async def remember(address: str, **options: Any) -> None:
        given.update(options, address=address)

    monkeypatch.setattr(Client, "connect", remember)
    await connect(Settings(temporal=TemporalSettings(**temporal)), KEY_RING, lazy=lazy)
    return given


async def test_a_local_temporal_is_reached_without_tls_and_everything_is_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Law 8: payloads, and what failures say."""
    given = await _connected(monkeypatch, address="10.0.0.1:7233", namespace="calls", lazy=False)
    assert ("10.0.0.1:7233", "calls", None, False, False) == tuple(
        given[name] for name in ("address", "namespace", "api_key", "tls", "lazy")
    )
    assert isinstance(given["runtime"], Runtime)
    converter = given["data_converter"]
    assert isinstance(converter.payload_codec, EncryptingCodec)
    assert DefaultFailureConverterWithEncodedAttributes is converter.failure_converter_class
    sealed = [each async for each in _sealed(converter.payload_codec, b"+4930555001")]
    assert b"+4930555001" not in sealed[0].SerializeToString()


async def _sealed(codec: EncryptingCodec, plain: bytes) -> Any:
    for each in await codec.encode([Payload(data=plain)]):
        yield each


async def test_a_payload_that_was_never_sealed_is_passed_on_and_another_keys_is_not_opened() -> None:
    codec, other = EncryptingCodec(KEY_RING), EncryptingCodec(KeyRing({1: b"o" * 32}, b"l" * 32))
    plain = [Payload(metadata={"encoding": b"json/plain"}, data=b"1")]
    assert plain == await codec.decode(plain)
    assert plain == await codec.decode(await codec.encode(plain))
    with pytest.raises(CannotOpen):
        await other.decode(await codec.encode(plain))


@pytest.mark.parametrize("chosen", [{"tls": True}, {"api_key": "k"}])
async def test_a_temporal_elsewhere_is_reached_over_tls(
    monkeypatch: pytest.MonkeyPatch, chosen: dict[str, Any]
) -> None:
    given = await _connected(monkeypatch, **chosen)
    assert TLSConfig() == given["tls"]
    assert chosen.get("api_key") == given["api_key"]
    assert given["lazy"]


async def test_each_certificate_is_given_as_what_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = ("tls_server_ca_cert", "tls_client_cert", "tls_client_key")
    for name in names:
        (tmp_path / name).write_text(name)
    files: dict[str, Any] = {name: tmp_path / name for name in names}
    given = await _connected(monkeypatch, tls_server_name="temporal.example", **files)
    assert given["tls"] == TLSConfig(
        domain="temporal.example",
        server_root_ca_cert=b"tls_server_ca_cert",
        client_cert=b"tls_client_cert",
        client_private_key=b"tls_client_key",
    )


@pytest.mark.parametrize(
    "record",
    [
        ORDER,
        3,
        None,
        b"raw",
        {"at": [1, 2]},
    ],
    ids=["a record", "plain values", "nothing", "bytes", "a mapping"],
)
async def test_a_record_is_read_as_it_was_written(record: object) -> None:
    converter = data_converter(EncryptingCodec(KEY_RING))
    (payload,) = await converter.encode([record])
    assert [record] == await converter.decode([payload], None if record is None else [type(record)])


async def test_a_process_builds_one_reader_for_each_type_of_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each workflow has a converter of its own; the readers are all of theirs."""
    built: list[Any] = []
    build = TypeAdapter.__init__

    def counting(self: TypeAdapter[Any], kind: Any, **options: Any) -> None:
        built.append(kind)
        build(self, kind, **options)

    @dataclass(frozen=True)
    class Told:
        call_id: CallId

    monkeypatch.setattr(TypeAdapter, "__init__", counting)
    payload = RecordsConverter().to_payloads([Told(CallId("call_1"))])
    for _ in range(3):
        assert [Told(CallId("call_1"))] == RecordsConverter().from_payloads(payload, [Told])
    assert [Told] == built


def test_what_the_clients_core_has_to_say_goes_the_way_of_all_lines() -> None:
    """By itself it writes coloured text to the terminal; the fields of what it says may be anything."""
    records: list[logging.LogRecord] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    listener = Listener()
    logger = logging.getLogger("temporalio.core")
    logger.addHandler(listener)
    said = SimpleNamespace(
        level=30, message="Task took long", target="t", time=1e9, fields={"f": "+14155550123"}
    )
    CORE_LINES._on_logs([said])
    logger.removeHandler(listener)
    assert [("temporalio.core", "Task took long")] == [(each.name, each.getMessage()) for each in records]
