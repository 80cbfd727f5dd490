"""How nginx is found, without obtaining it."""

from pathlib import Path

import pytest

from local import nginx
from local.toolchains import NotHad


def test_the_one_on_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tmp_path / "nginx"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setattr(nginx, "_PATH", str(tmp_path))
    assert mine == nginx.on_path()


def test_a_machine_without_debians_packages_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(NotHad, match="no apt-get"):
        nginx.unpack_debians()


def test_where_it_is_not_to_be_had_the_tests_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> Path:
        raise NotHad("not there")

    monkeypatch.setattr(nginx, "ways_to_find_nginx", lambda: (("the path", fails),))
    monkeypatch.setattr(nginx, "unpack_debians", fails)
    assert 0 == nginx.main()
    assert "To mend: install nginx" in capsys.readouterr().err
