"""Free ports, and who owns a taken one."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

from local import ports
from local.errors import PortTaken
from local.ports import choose_ports, free_port, is_free, listening_user, owner_of


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that this test listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_free_ports_are_free_and_different() -> None:
    found = {free_port() for _ in range(20)}
    assert 20 == len(found)
    assert all(is_free(port) for port in found)


def test_no_port_is_given_out_twice_though_it_is_free_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its server may not have begun to listen."""
    first, other = free_port(), free_port()
    _give_back(other)
    drawn = iter([first, first, other])
    monkeypatch.setattr("local.ports.random.choice", lambda _: next(drawn))
    assert other == free_port()


def test_no_port_is_given_out_that_another_process_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor may that one's have begun: several systems start side by side."""
    port = free_port()
    _give_back(port)
    other = f"import sys; from local import ports; ports.RANGE = [{port}]; print(ports.free_port(), flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", other], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert f"{port}\n" == process.stdout.readline()
        monkeypatch.setattr(ports, "RANGE", [port])
        assert is_free(port)
        with pytest.raises(OSError, match="no free port"):
            free_port()
    assert port == free_port(), "it has ended"


def _give_back(port: int) -> None:
    ports._given_out.pop(port).close()


def test_the_owner_of_a_taken_port_is_named(taken: int) -> None:
    me = psutil.Process()
    assert f"{me.name()} (pid {os.getpid()}, user {me.username()})" == owner_of(taken)


@pytest.mark.skipif(not os.path.exists("/proc/net/tcp"), reason="the kernel's table is Linux's")
def test_the_user_of_a_hidden_process_is_named_all_the_same(taken: int) -> None:
    assert psutil.Process().username() == listening_user(taken)
    assert listening_user(free_port()) is None


def test_a_usual_port_that_is_taken_is_replaced_and_said(taken: int) -> None:
    said: list[str] = []
    usual = free_port()
    chosen = choose_ports({"api": taken, "media": usual}, {}, prefer=True, say=said.append)
    assert usual == chosen["media"]
    assert taken != chosen["api"]
    assert [f"port {taken} belongs to {owner_of(taken)}; api takes {chosen['api']} instead"] == said


def test_a_demanded_port_that_is_taken_is_an_error_that_names_its_owner(taken: int) -> None:
    with pytest.raises(
        PortTaken, match=rf"Port {taken}, asked for for api, belongs to .* \(pid {os.getpid()}, "
    ):
        choose_ports({"api": 8000}, {"api": taken}, prefer=True, say=print)


def test_tests_may_leave_the_usual_ports_alone() -> None:
    said: list[str] = []
    usual = free_port()
    assert usual != choose_ports({"api": usual}, {}, prefer=False, say=said.append)["api"]
    assert [] == said
