"""The Temporal client: its connection, and how our workflows are started and told. What its payloads are sealed with: payload_codec.py."""

import logging
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from temporalio.client import Client, TLSConfig, WorkflowHandle
from temporalio.common import (
    SearchAttributeKey,
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.runtime import LogForwardingConfig, LoggingConfig, Runtime, TelemetryConfig

from database.sealing import KeyRing
from domain import search_attributes
from domain.calls import CallOrder, CallState
from domain.campaigns import CampaignOrder
from domain.identifiers import (
    AccountId,
    LeadId,
    call_workflow_id,
    campaign_workflow_id,
    person_workflow_id,
    reset_workflow_id,
    retention_workflow_id,
    webhook_workflow_id,
)
from domain.letters import ResetOrder
from domain.person_requests import PersonOrder, RequestKind
from domain.retention import RetentionOrder
from domain.webhook_orders import WebhookOrder
from domain.workflow_messages import (
    CALL,
    CAMPAIGN,
    PASSWORD_RESET,
    PERSON_ERASURE,
    PERSON_EXPORT,
    RETENTION,
    SOMETHING_IS_DUE,
    WEBHOOK,
    News,
    Order,
    Signal,
    Update,
    Workflow,
)
from startup.payload_codec import EncryptingCodec, data_converter
from startup.settings import Settings, TemporalSettings

WORKFLOW_QUEUE: Final = "outbound"

CORE_LINES: Final = LogForwardingConfig(
    logging.getLogger("temporalio.core"),
    append_target_to_name=False,
    prepend_target_on_message=False,
    append_log_fields_to_message=False,
)
"""What the client's core has to say goes the way of all lines (startup/logs.py), without its fields, which may be anything."""


async def connect(settings: Settings, key_ring: KeyRing, *, lazy: bool = True) -> Client:
    """A client for the configured Temporal, which connects again whenever the server comes back. key_ring: for payloads.

    A lazy one connects at its first use; workers need one that has. Raises RuntimeError where the server is away.
    """
    temporal = settings.temporal
    return await Client.connect(
        temporal.address,
        namespace=temporal.namespace,
        api_key=temporal.api_key,
        tls=_tls(temporal),
        data_converter=data_converter(EncryptingCodec(key_ring)),
        lazy=lazy,
        runtime=_runtime(),
    )


@cache
def _runtime() -> Runtime:
    """The client's core, one a process."""
    logs = LoggingConfig(LoggingConfig.default.filter, forwarding=CORE_LINES)
    return Runtime(telemetry=TelemetryConfig(logging=logs))


def _tls(temporal: TemporalSettings) -> TLSConfig | bool:
    if not (temporal.tls or temporal.api_key or temporal.tls_client_cert):
        return False
    return TLSConfig(
        domain=temporal.tls_server_name,
        server_root_ca_cert=_read(temporal.tls_server_ca_cert),
        client_cert=_read(temporal.tls_client_cert),
        client_private_key=_read(temporal.tls_client_key),
    )


def _read(path: Path | None) -> bytes | None:
    return path.read_bytes() if path else None


async def start_call(
    client: Client,
    order: CallOrder,
    lead_id: LeadId | None,
    *,
    masked_number: str,
    not_before: datetime | None = None,
    again: bool = False,
) -> None:
    """Start this call's workflow once; a second start of the same call raises WorkflowAlreadyStartedError.

    again: a run that failed or was terminated may have a successor.
    """
    pairs: list[SearchAttributePair[Any]] = [
        SearchAttributePair(
            SearchAttributeKey.for_keyword(search_attributes.CALL_STATE), str(CallState.CLAIMED)
        ),
        SearchAttributePair(SearchAttributeKey.for_keyword(search_attributes.TRUNK), str(order.trunk_id)),
        SearchAttributePair(SearchAttributeKey.for_int(search_attributes.ATTEMPT), 1),
    ]
    if order.campaign_id is not None:
        key = SearchAttributeKey.for_keyword(search_attributes.CAMPAIGN_ID)
        pairs.append(SearchAttributePair(key, str(order.campaign_id)))
    if not_before is not None:
        at = SearchAttributeKey.for_datetime(search_attributes.NEXT_ATTEMPT_AT)
        pairs.append(SearchAttributePair(at, not_before))
    await client.start_workflow(
        CALL.name,
        order,
        id=call_workflow_id(order.call_id, order.campaign_id, lead_id),
        task_queue=WORKFLOW_QUEUE,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY
        if again
        else WorkflowIDReusePolicy.REJECT_DUPLICATE,
        search_attributes=TypedSearchAttributes(pairs),
        static_summary=f"call to {masked_number}",
    )


async def start_campaign(client: Client, order: CampaignOrder, *, name: str) -> None:
    """Start this campaign's workflow; one that already runs is left as it is.

    One that ended while its row says that it must run ended wrongly, and is started again.
    """
    key = SearchAttributeKey.for_keyword(search_attributes.CAMPAIGN_ID)
    await _start_unless_running(
        client,
        CAMPAIGN,
        order,
        workflow_id=campaign_workflow_id(order.campaign_id),
        summary=f"campaign {name}"[:180],
        search_attributes=TypedSearchAttributes([SearchAttributePair(key, str(order.campaign_id))]),
    )


async def tell_program(client: Client, order: WebhookOrder) -> None:
    """Have this program's workflow look for what is due, started if it is not there."""
    await client.start_workflow(
        WEBHOOK.name,
        order,
        id=webhook_workflow_id(order.endpoint_id),
        task_queue=WORKFLOW_QUEUE,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        start_signal=SOMETHING_IS_DUE.name,
        static_summary=f"webhooks to {order.endpoint_id}",
    )


async def start_person_request(client: Client, kind: RequestKind, order: PersonOrder) -> None:
    """Start the workflow of what a person asked for; one that already runs is left as it is.

    One that ended while its row says that it waits ended wrongly, and is started again.
    """
    workflow = PERSON_EXPORT if kind is RequestKind.EXPORT else PERSON_ERASURE
    await _start_unless_running(
        client,
        workflow,
        order,
        workflow_id=person_workflow_id(order.request_id),
        summary=f"{kind} of one person",
    )


async def start_reset(client: Client, order: ResetOrder) -> None:
    """Have whoever signs in under this address written to; one that was asked for a moment ago is left as it is."""
    await _start_unless_running(
        client,
        PASSWORD_RESET,
        order,
        workflow_id=reset_workflow_id(order.address_hash),
        summary="a forgotten password",
    )


async def start_retention(client: Client, account_id: AccountId) -> None:
    """Start the run of retention that is open for this account; one that already runs is left as it is."""
    await _start_unless_running(
        client,
        RETENTION,
        RetentionOrder(only=account_id),
        workflow_id=retention_workflow_id(account_id),
        summary="retention of one account",
    )


async def _start_unless_running(
    client: Client,
    workflow: Workflow[Order],
    order: Order,
    *,
    workflow_id: str,
    summary: str,
    search_attributes: TypedSearchAttributes | None = None,
) -> None:
    """However its last run ended; one that runs is left as it is, whatever the order."""
    await client.start_workflow(
        workflow.name,
        order,
        id=workflow_id,
        task_queue=WORKFLOW_QUEUE,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        search_attributes=search_attributes,
        static_summary=summary,
    )


def workflow_handle(client: Client, workflow_id: str) -> WorkflowHandle[object, object]:
    """The workflow of this id, whichever run is the present one."""
    return client.get_workflow_handle(workflow_id)


async def tell(client: Client, workflow_id: str, signal: Signal[News], news: News) -> None:
    """Signal this to the workflow; news: None for a signal that carries nothing."""
    await workflow_handle(client, workflow_id).signal(signal.name, args=_arguments(news))


async def ask(
    client: Client, workflow_id: str, update: Update[News], given: News, *, update_id: str | None = None
) -> str:
    """The workflow's state after this update; given: None for one that is given nothing.

    update_id: with the same one the update has its effect once.
    """
    handle = workflow_handle(client, workflow_id)
    state: str = await handle.execute_update(
        update.name, args=_arguments(given), id=update_id, result_type=str
    )
    return state


def _arguments(news: object) -> list[object]:
    return [] if news is None else [news]
