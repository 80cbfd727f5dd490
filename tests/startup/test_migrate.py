"""The one command of a release, run where it cannot do its work."""

import os
import socket
import subprocess
import sys


def test_a_database_that_does_not_answer_is_named_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and nobody listens
        address = f"postgresql://nobody@127.0.0.1:{taken.getsockname()[1]}/none"
        ended = subprocess.run(
            [sys.executable, "-m", "startup.migrate"],
            env={**os.environ, "DATABASE_URL": address},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert (1, True) == (ended.returncode, "correct DATABASE_URL" in ended.stderr)
    assert "Traceback" not in ended.stderr
