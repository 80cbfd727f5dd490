"""What a customer's server sends to a media stream: read strictly, and held against the call when it breaks the rules."""

import base64
import binascii
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec
from websockets.frames import Opcode

from simulators.phone_network.call import Call

Message = TypeVar("Message")


@dataclass(frozen=True, slots=True)
class Inlet(Generic[Message]):
    """Reads one stream's messages; binary and unreadable are the network's numbers for such violations."""

    call: Call
    decoder: msgspec.json.Decoder[Message]
    binary: int
    unreadable: int

    def message(self, opcode: Opcode, data: bytes) -> Message | None:
        """The message; None when it is a violation."""
        if opcode is Opcode.BINARY:
            self.call.violate(self.binary, "binary frame")
            return None
        try:
            return self.decoder.decode(data)
        except msgspec.DecodeError as error:
            self.call.violate(self.unreadable, f"invalid message: {error}")
            return None

    def audio(self, payload: str) -> bytes | None:
        """The bytes of a payload; None when it is a violation."""
        try:
            return base64.b64decode(payload, validate=True)
        except binascii.Error as error:
            self.call.violate(self.unreadable, f"payload is not base64: {error}")
            return None
