"""The dashboard is built when a source changed, and only then."""

from pathlib import Path

import pytest

from local import dashboard
from local.toolchains import NotHad

NPM, TYPES, VITE = "ci", "openapi-typescript", "vite"


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A dashboard of one source in a folder of its own, and what was run for it so far."""
    folder = tmp_path / "dashboard"
    (folder / "src" / "api").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", "src/main.tsx", "../openapi.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    monkeypatch.setattr(dashboard, "ROOT", tmp_path)
    monkeypatch.setattr(dashboard, "FOLDER", folder)
    monkeypatch.setattr(dashboard, "BUILT", folder / "built")
    monkeypatch.setattr(dashboard, "_PACKAGES", folder / "node_modules")
    monkeypatch.setattr(dashboard, "_DESCRIPTION", tmp_path / "openapi.json")
    monkeypatch.setattr(dashboard, "node", lambda: Path("/node/bin/node"))
    commands: list[str] = []

    def run(command: list[str], **_: str) -> str:
        program = next(name for name in (NPM, TYPES, VITE) if name in (*command, Path(command[1]).name))
        commands.append(program)
        made = {NPM: folder / "node_modules", VITE: folder / "built"}.get(program)
        if made is not None:
            made.mkdir(exist_ok=True)
        return ""

    monkeypatch.setattr(dashboard, "run", run)
    return commands


def test_the_first_build_installs_and_builds_and_the_second_does_nothing(ran: list[str]) -> None:
    assert dashboard.build() == dashboard.BUILT
    assert ran == [NPM, TYPES, VITE]
    dashboard.build()
    assert len(ran) == 3


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("src/main.tsx", [TYPES, VITE]),
        ("../openapi.json", [TYPES, VITE]),
        ("package-lock.json", [NPM, TYPES, VITE]),
        ("src/new.tsx", [TYPES, VITE]),
        ("node_modules/anything", []),
        ("built/anything", []),
        ("src/api/schema.d.ts", []),
    ],
)
def test_what_is_done_again(ran: list[str], changed: str, expected: list[str]) -> None:
    dashboard.build()
    ran.clear()
    (dashboard.FOLDER / changed).write_text("changed", encoding="utf-8")
    dashboard.build()
    assert expected == ran


def test_a_build_that_failed_is_tried_again(ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = vars(dashboard)["run"]

    def failing(command: list[str], **environment: str) -> object:
        if "build" in command:
            raise NotHad("out of memory")
        return whole(command, **environment)

    monkeypatch.setattr(dashboard, "run", failing)
    with pytest.raises(NotHad):
        dashboard.build()
    monkeypatch.setattr(dashboard, "run", whole)
    dashboard.build()
    assert ran == [NPM, TYPES, TYPES, VITE]


def test_where_only_built_files_are_nothing_is_built(ran: list[str]) -> None:
    (dashboard.FOLDER / "package.json").unlink()
    assert dashboard.build() == dashboard.BUILT
    assert ran == []


def test_a_failure_is_told_and_is_an_exit_code(
    ran: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_node() -> Path:
        raise NotHad("there is no pip")

    monkeypatch.setattr(dashboard, "node", no_node)
    assert dashboard.main([]) == 1
    assert "there is no pip" in capsys.readouterr().err
