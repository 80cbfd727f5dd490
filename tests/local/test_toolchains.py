"""Go, Java and Node: the machine's own where they will do, else from their wheels."""

from pathlib import Path

import pytest

from local import toolchains
from local.toolchains import NotHad, go, java, node, npm, run

WHEEL = Path("/from/a/wheel")


@pytest.fixture(autouse=True)
def wheels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(toolchains, "wheel_program", lambda lock, program: WHEEL / lock / program)


def program(folder: Path, name: str, says: str) -> Path:
    """An executable that says this."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{says}'\n")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize(("version", "will_do"), [("1.24.9", False), ("1.25.0", True), ("2.0.1", True)])
def test_a_go_that_is_new_enough_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, will_do: bool
) -> None:
    mine = program(tmp_path, "go", f"go version go{version} linux/amd64")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert (mine if will_do else WHEEL / "go" / "go") == go()


def test_a_java_that_is_named_comes_before_the_one_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path = program(tmp_path / "path", "java", 'openjdk version "17.0.15"')
    monkeypatch.setenv("PATH", str(on_path.parent), prepend=":")
    assert on_path == java()
    named = program(tmp_path / "home" / "bin", "java", 'java version "1.8.0_401"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert named == java()
    program(tmp_path / "home" / "bin", "java", 'java version "1.7.0_80"')
    assert on_path == java()
    program(tmp_path / "path", "java", "none")
    assert WHEEL / "java" / "java" == java()


@pytest.mark.parametrize(
    ("version", "has_npm", "will_do"),
    [("v19.9.0", True, False), ("v22.12.0", True, True), ("v22.1.0", False, False)],
)
def test_a_node_that_is_new_enough_and_has_npm_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, has_npm: bool, will_do: bool
) -> None:
    mine = program(tmp_path / "bin", "node", version)
    if has_npm:
        program(tmp_path / "bin", "npm", "10.0.0")
    for tool in ("sh", "echo"):
        (tmp_path / "bin" / tool).symlink_to(f"/bin/{tool}")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert (mine if will_do else WHEEL / "node" / "node") == node()


def test_npm_is_the_one_that_came_with_the_node(tmp_path: Path) -> None:
    mine = program(tmp_path / "bin", "node", "v22.0.0")
    assert ["npm"] == npm(mine)
    own = program(tmp_path / "lib" / "node_modules" / "npm" / "bin", "npm-cli.js", "")
    assert [str(mine), str(own)] == npm(mine)


def test_a_command_that_fails_says_so_with_the_end_of_what_it_said() -> None:
    with pytest.raises(NotHad, match=r"`sh -c .*` ended with status 3: it is broken"):
        run(["sh", "-c", "echo it is broken >&2; exit 3"])
    with pytest.raises(NotHad, match="no such program"):
        run(["/no such program"])
    assert "told\n" == run(["sh", "-c", "echo $WORD"], WORD="told")
