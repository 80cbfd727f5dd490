"""The mask of a WebSocket client's frames (RFC 6455, section 5.3), by the compiled part of the library where there is one."""

try:
    from websockets.speedups import apply_mask
except ImportError:  # no compiled part for this machine
    from websockets.utils import apply_mask

__all__ = ["apply_mask"]
