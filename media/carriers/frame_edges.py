"""Where WebSocket frames end in what a client sent (RFC 6455, section 5.2), and the commonest frame read whole. Pure."""

from websockets.frames import Opcode

from providers.websocket_masking import apply_mask

_WHOLE_TEXT = 0x80 | Opcode.TEXT
_MASKED = 0x80
_TWO_BYTES = 126
"""A frame's length is in the next two bytes: it has 126 to 65,535."""


def whole_texts(data: bytes) -> list[bytes]:
    """The text messages that are all of this data, if each has the length of a carrier's frame of audio; none for anything else."""
    messages, place = [], 0
    while place < len(data):
        head = data[place : place + 8]
        if len(head) < 8 or head[0] != _WHOLE_TEXT or head[1] != _MASKED | _TWO_BYTES:
            return []
        start, place = place + 8, place + 8 + (head[2] << 8 | head[3])
        if place > len(data):
            return []
        messages.append(apply_mask(data[start:place], head[4:]))
    return messages


def missing(data: bytes, before: int | None) -> int | None:
    """How many bytes of the last frame in this data are still to come, when so many were of the frame before.

    None when the data ends in a frame's head, so that its length is unknown, or when that was so before.
    """
    if before is None:
        return None
    place = before
    while place < len(data):
        head = data[place : place + 10]
        marked = head[1] & 0x7F if len(head) > 1 else 0
        lengths = {126: 2, 127: 8}.get(marked, 0)
        if len(head) < 2 + lengths:
            return None
        length = int.from_bytes(head[2 : 2 + lengths], "big") if lengths else marked
        place += 2 + lengths + (4 if head[1] & _MASKED else 0) + length
    return place - len(data)
