"""Credentials from a file: read whole, or refused with where and how to mend it, and never shown."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from console.exit_codes import Exit
from console.vendor_credentials import read_credentials

SECRET = "their-secret-token"
TERMINAL = CliRunner(env={"OUTBOUND_URL": None, "OUTBOUND_API_KEY": None, "OUTBOUND_HOME": None})


def change(credentials: str, stdin: bytes | None = None) -> Result:
    """`outbound connections change` with these, where no API answers: what is refused did not reach for one."""
    words = ["--url", "http://127.0.0.1:9", "--key", "key", "connections", "change", "conn_1"]
    return TERMINAL.invoke(app, [*words, "--credentials", credentials], input=stdin)


def test_a_file_holds_each_credential_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_text(f'{{"account_sid": "AC2", "auth_token": "{SECRET}"}}\n', encoding="utf-8")
    assert {"account_sid": "AC2", "auth_token": SECRET} == read_credentials(file)


UNFIT = {
    f'{{"token": "{SECRET}",\n}}'.encode(): "is no JSON (line 2, column 1)",
    f"{SECRET}\n".encode(): "is no JSON (line 1, column 1)",
    f'["{SECRET}"]'.encode(): "holds no JSON object",
    f'{{"{SECRET}": 5}}'.encode(): "as its value 1",
    f'{{"token": {{"of": "{SECRET}"}}}}'.encode(): "as its value 1",
    b"\xff\xfe" + SECRET.encode(): "is no text in UTF-8",
    b"": "is no JSON (line 1, column 1)",
}


@pytest.mark.parametrize(("content", "why"), UNFIT.items(), ids=UNFIT.values())
def test_what_holds_no_credentials_is_told_and_not_shown(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "own.json"
    file.write_bytes(content)
    for result, name in ((change(str(file)), "own.json"), (change("-", content), "Standard input")):
        # A line ends where the terminal does, wherever that is in a long path, or in a name.
        assert (Exit.USAGE, True) == (
            result.exit_code,
            name.replace(" ", "") in "".join(result.stderr.split()),
        )
        assert why in result.stderr
        assert "one JSON object of texts" in result.stderr
        assert SECRET not in result.output


def test_a_file_that_is_not_there_is_told() -> None:
    result = change("own.json")
    assert Exit.USAGE == result.exit_code
    assert "own.json cannot be read: No such file or directory." in result.stderr


@pytest.mark.parametrize("length", [1, 300], ids=["short", "too long for a name"])
def test_credentials_that_were_given_as_an_argument_are_not_shown_again(length: int) -> None:
    """Whoever writes them there sees it in the error, and not the credentials in a log of the machine."""
    result = change(f'{{"token": "{SECRET * length}"}}')
    assert Exit.USAGE == result.exit_code
    assert "cannot be read" in result.stderr
    assert SECRET not in result.output
