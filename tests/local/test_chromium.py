"""How Chromium is found, without obtaining it."""

import os
from pathlib import Path

import pytest

from local import chromium
from local.errors import PartMissing
from local.toolchains import NotHad


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_the_machines_own_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    mine = program(tmp_path / name)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("OUTBOUND_CHROMIUM", raising=False)
    assert mine == chromium.chromium()


def test_the_one_that_the_environment_names_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "chromium")
    named = program(tmp_path / "another")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("OUTBOUND_CHROMIUM", str(named))
    assert named == chromium.chromium()


def test_whoever_is_not_root_installs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "apt-get")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(NotHad, match="only root"):
        chromium.install_debians()


def test_what_was_tried_in_vain_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> Path:
        raise NotHad("away")

    monkeypatch.setattr(chromium, "ways_to_find_chromium", lambda: (("the path", fails),))
    monkeypatch.setattr(chromium, "install_debians", fails)
    monkeypatch.setattr(chromium, "unpack_from_npm", fails)
    with pytest.raises(PartMissing):
        chromium.chromium()
    assert 1 == chromium.main()
    assert "To mend: install Chromium" in capsys.readouterr().err
