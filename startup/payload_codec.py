"""How Temporal's payloads travel: pydantic for our records, sealed under the key ring (law 8).

The address at which Temporal's Web UI has them opened for its operator is another thing: codec.py.
"""

from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import Any, Final

from pydantic import TypeAdapter
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
from startup.settings import Settings

_ENCODING: Final = b"binary/encrypted"
_CONTEXT: Final = "temporal"


@lru_cache(maxsize=1024)
def _reader_of(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class RecordConverter(PydanticJSONPlainPayloadConverter):
    """Pydantic's converter, with one reader for each type in a process.

    Each workflow has a converter of its own, for which the library builds a reader of every type anew: two of three milliseconds that a
    call's workflow takes of its worker.
    """

    def from_payload(self, payload: Payload, type_hint: type | None = None) -> Any:
        """The record that the payload holds. Raises pydantic.ValidationError."""
        if type_hint is None or not isinstance(type_hint, Hashable):
            return super().from_payload(payload, type_hint)
        return _reader_of(type_hint).validate_json(payload.data)


class RecordsConverter(CompositePayloadConverter):
    """What everything of ours is written by and read: the usual converters, with ours for JSON."""

    def __init__(self) -> None:
        usual = DefaultPayloadConverter.default_encoding_payload_converters
        super().__init__(
            *(RecordConverter() if isinstance(one, JSONPlainPayloadConverter) else one for one in usual)
        )


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
    return DataConverter(
        payload_converter_class=RecordsConverter,
        payload_codec=codec,
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )
