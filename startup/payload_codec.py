"""How Temporal's payloads travel: pydantic for our records, sealed under the key ring (law 8).

The address at which Temporal's Web UI has them opened for its operator is another thing: codec.py.
"""

from collections.abc import Sequence
from typing import Final

from temporalio.api.common.v1 import Payload
from temporalio.contrib.pydantic import PydanticJSONPlainPayloadConverter
from temporalio.converter import (
    CompositePayloadConverter,
    DataConverter,
    DefaultFailureConverterWithEncodedAttributes,
    DefaultPayloadConverter,
    JSONPlainPayloadConverter,
    PayloadCodec,
)

from database.sealing import KeyRing

_ENCODING: Final = b"binary/encrypted"
_CONTEXT: Final = "temporal"


_RECORDS: Final = PydanticJSONPlainPayloadConverter()
"""It keeps a reader of each type that it has read."""


class RecordsConverter(CompositePayloadConverter):
    """What everything of ours is written by and read: the usual converters, with pydantic's for JSON, one for the whole process.

    Each workflow has a converter of its own; the library's would build its readers anew for each, two of three milliseconds that a
    call's workflow takes of its worker.
    """

    def __init__(self) -> None:
        usual = DefaultPayloadConverter.default_encoding_payload_converters
        super().__init__(*(_RECORDS if isinstance(one, JSONPlainPayloadConverter) else one for one in usual))


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


def data_converter(codec: PayloadCodec) -> DataConverter:
    """Pydantic for our frozen records, everything under the codec, failures' messages and stack traces included."""
    return DataConverter(
        payload_converter_class=RecordsConverter,
        payload_codec=codec,
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )
