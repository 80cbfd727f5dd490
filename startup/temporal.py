"""The Temporal client: connection, pydantic converter under an encrypting codec, and how our workflows are started."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from temporalio.api.common.v1 import Payload
from temporalio.client import Client, TLSConfig, WorkflowHandle
from temporalio.common import (
    SearchAttributeKey,
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.converter import DataConverter, DefaultFailureConverterWithEncodedAttributes, PayloadCodec

from database.sealing import KeyRing
from domain import search_attributes
from domain.calls import CallOrder, CallState
from domain.campaigns import CampaignOrder
from domain.identifiers import LeadId, call_workflow_id, campaign_workflow_id
from domain.workflow_messages import CALL, CAMPAIGN, News, Signal, Update
from startup.settings import Settings, TemporalSettings

WORKFLOW_QUEUE: Final = "outbound"
_ENCODING: Final = b"binary/encrypted"
_CONTEXT: Final = "temporal"


class EncryptingCodec(PayloadCodec):
    """Seals every payload, so that a history shows nobody's number, name or words."""

    def __init__(self, key_ring: KeyRing) -> None:
        self._key_ring = key_ring

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """The payloads, sealed whole: their own metadata included."""
        return [
            Payload(
                metadata={"encoding": _ENCODING},
                data=self._key_ring.seal(payload.SerializeToString(), _CONTEXT),
            )
            for payload in payloads
        ]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """The payloads as they were; one that was never sealed is passed on. Raises CannotOpen."""
        return [self._decoded(payload) for payload in payloads]

    def _decoded(self, payload: Payload) -> Payload:
        if payload.metadata.get("encoding") != _ENCODING:
            return payload
        return Payload.FromString(self._key_ring.open(payload.data, _CONTEXT))


def payload_codec(settings: Settings) -> EncryptingCodec:
    """The codec under the configured key ring."""
    return EncryptingCodec(KeyRing.parse(settings.key_ring, settings.lookup_key))


def data_converter(codec: PayloadCodec) -> DataConverter:
    """Pydantic for our frozen records, everything under the codec, failures' messages and stack traces included."""
    return dataclasses.replace(
        pydantic_data_converter,
        payload_codec=codec,
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )


async def connect(settings: Settings, *, lazy: bool = True) -> Client:
    """A client for the configured Temporal, which connects again whenever the server comes back.

    A lazy one connects at its first use; workers need one that has. Raises RuntimeError where the server is away.
    """
    temporal = settings.temporal
    return await Client.connect(
        temporal.address,
        namespace=temporal.namespace,
        api_key=temporal.api_key,
        tls=_tls(temporal),
        data_converter=data_converter(payload_codec(settings)),
        lazy=lazy,
    )


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
    await client.start_workflow(
        CAMPAIGN.name,
        order,
        id=campaign_workflow_id(order.campaign_id),
        task_queue=WORKFLOW_QUEUE,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        search_attributes=TypedSearchAttributes([SearchAttributePair(key, str(order.campaign_id))]),
        static_summary=f"campaign {name}"[:180],
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
