"""The time-skipping Temporal, one for each test process, with our converter and search attributes."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest_asyncio
from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest
from temporalio.testing import WorkflowEnvironment

from database.sealing import KeyRing
from local.temporal import search_attributes
from local.temporal_programs import test_server as time_skipping_server
from startup.payload_codec import EncryptingCodec, data_converter
from tests.workflows.stage import Stage


@pytest_asyncio.fixture(scope="session")
async def skipping(key_ring: KeyRing) -> AsyncIterator[WorkflowEnvironment]:
    """A Temporal whose clock runs ahead while a test awaits a result or sleeps."""
    server = await asyncio.to_thread(time_skipping_server)
    async with await WorkflowEnvironment.start_time_skipping(
        data_converter=data_converter(EncryptingCodec(key_ring)),
        test_server_existing_path=str(server),
        # On a busy machine it takes longer than the five seconds for which the SDK waits by itself.
        test_server_startup_timeout=timedelta(minutes=1),
    ) as env:
        await env.client.operator_service.add_search_attributes(
            AddSearchAttributesRequest(
                namespace=env.client.namespace,
                search_attributes={name: _kind(kind) for name, kind in search_attributes().items()},
            )
        )
        yield env


def _kind(name: str) -> IndexedValueType.ValueType:
    return IndexedValueType.Value(f"INDEXED_VALUE_TYPE_{name.upper()}")


@pytest_asyncio.fixture
async def stage(skipping: WorkflowEnvironment) -> AsyncIterator[Stage]:
    """Workflows as the worker runs them, with activities that the test scripts."""
    async with Stage(skipping) as opened:
        yield opened
