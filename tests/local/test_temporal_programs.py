"""How Temporal and its test server are found, without obtaining anything."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from local import temporal_programs
from local.errors import PartMissing
from local.toolchains import NotHad, java_version


def program(folder: Path, says: str) -> Path:
    """An executable that says this."""
    file = folder / "temporal"
    file.write_text(f"#!/bin/sh\necho '{says}'\n")
    file.chmod(0o755)
    return file


def test_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = program(tmp_path, "temporal version 9.9.9")
    monkeypatch.setenv("TEMPORAL_CLI", str(mine))
    assert mine == temporal_programs.temporal_cli()


def test_an_environment_that_names_nothing_is_an_error_and_no_silent_fallback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEMPORAL_CLI", str(tmp_path / "absent"))
    with pytest.raises(PartMissing, match="TEMPORAL_CLI is set to"):
        temporal_programs.temporal_cli()


def test_the_path_comes_next_if_its_version_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEMPORAL_CLI", raising=False)
    mine = program(tmp_path, "temporal version 1.6.0 (Server 1.30.0)")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert mine == temporal_programs.temporal_cli()


def test_a_temporal_that_is_too_old_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "temporal version 1.3.0 (Server 1.27.1)")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(NotHad, match="too old"):
        temporal_programs.cli_on_path()


def test_where_nothing_works_the_message_names_what_was_tried_and_what_to_install() -> None:
    def fails() -> Path:
        raise NotHad("not there")

    with pytest.raises(PartMissing) as raised:
        temporal_programs.first_that_works(
            "Temporal", (("the path", fails), ("a build", fails)), mend="install Go"
        )
    assert (
        "Temporal could not be had. Tried:\n  - the path: not there\n  - a build: not there\nTo mend: install Go."
        == str(raised.value)
    )


def test_a_jar_that_is_not_the_pinned_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pins = tmp_path / "pins"
    pins.write_text(f"{hashlib.sha256(b'good').hexdigest()}  io.temporal:server:1.0\n")
    monkeypatch.setattr(temporal_programs, "JARS", pins)
    (tmp_path / "server-1.0.jar").write_bytes(b"good")
    temporal_programs.check_jars(tmp_path)
    (tmp_path / "server-1.0.jar").write_bytes(b"bad")
    with pytest.raises(NotHad, match=r"server-1.0.jar is not the file"):
        temporal_programs.check_jars(tmp_path)


@pytest.mark.parametrize(
    ("says", "version"),
    [('openjdk version "17.0.15" 2025-04-15', 17), ('java version "1.8.0_401"', 8), ("not found", 0)],
)
def test_the_version_of_a_java(tmp_path: Path, says: str, version: int) -> None:
    assert version == java_version(str(program(tmp_path, says)))


def test_the_test_server_may_be_moved_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporal_programs, "TOOLS", tmp_path / "before")
    runtime = tmp_path / "before" / "java" / "java"
    runtime.parent.mkdir(parents=True)
    runtime.write_text("#!/bin/sh\necho $2\n")
    runtime.chmod(0o755)
    script = tmp_path / "before" / "bin" / "temporal-test-server"
    script.parent.mkdir()
    script.write_text(temporal_programs.test_server_script(runtime))
    script.chmod(0o755)
    moved = (tmp_path / "before").rename(tmp_path / "after")
    said = subprocess.run([moved / "bin" / script.name], capture_output=True, text=True, check=True).stdout
    assert f"{moved}/test-server/*\n" == said
