"""An API whose line breaks: it sends what it was told to, and closes."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def breaking_api(answer: Callable[[str], bytes]) -> Iterator[str]:
    """Its address. answer: what whoever asks for a path is sent, status line and all, before the connection is closed."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve, args=(listener, answer))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(listener: socket.socket, answer: Callable[[str], bytes]) -> None:
    with suppress(OSError):  # the listener is shut down
        while True:
            connection, _ = listener.accept()
            with connection, connection.makefile("rb") as request:
                path = request.readline().split()[1].decode()
                while request.readline().strip():
                    pass
                connection.sendall(answer(path))


def response(status: int, body: bytes = b"", *, length: int | None = None) -> bytes:
    """A response; length: how long its body is said to be, if not as long as it is."""
    size = len(body) if length is None else length
    return b"HTTP/1.1 %d Said\r\nContent-Length: %d\r\n\r\n%s" % (status, size, body)
