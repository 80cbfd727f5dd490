"""Where secrets come from: the environment, a file that the environment names, or a Vault-compatible store.

Of a secret setting NAME, `NAME_FILE` is the path of a file that holds it, and a value `vault:MOUNT/PATH#FIELD`, in the environment or
in such a file, is asked of the store (providers/vault.py). Which settings are secret is said by their type (settings.py). Who
has them read again while a process runs: renewal.py.
"""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import AfterValidator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from domain.errors import OutboundError
from providers.errors import ProviderError

REFERENCE: Final = "vault:"
_OTHERS_MAY: Final = stat.S_IRWXO | stat.S_IWGRP
_LONGEST: Final = 1_000_000

Ask = Callable[[str], str]


class SecretUnreadable(OutboundError):
    """A secret's file or store does not give it."""


class SecretText(str):
    """A secret. Whoever shows values as Python writes them (a record, a traceback with its variables) shows none of it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'**********'" if self else "''"


def hidden(value: str | None) -> str | None:
    """The value as a secret."""
    return None if value is None else SecretText(value)


HIDDEN: Final = AfterValidator(hidden)
"""Marks a setting as secret."""


class SecretSource(PydanticBaseSettingsSource):
    """The secret settings of one section that are not told by the environment itself."""

    def __init__(self, section: type[BaseSettings], environment: Mapping[str, str], ask: Ask) -> None:
        super().__init__(section)
        self._environment, self._ask = environment, ask

    def __call__(self) -> dict[str, Any]:
        """Their values by the names that the section reads them by. Raises SecretUnreadable, which tells no value."""
        found = {}
        for name, field in self.settings_cls.model_fields.items():
            if HIDDEN in field.metadata:
                variable = _variable(self.settings_cls, name, field)
                value = self._value(variable)
                if value is not None:
                    found[str(field.validation_alias or name)] = value
        return found

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Not asked: __call__ gives all at once."""
        raise NotImplementedError

    def _value(self, variable: str) -> str | None:
        told, path = self._environment.get(variable), self._environment.get(f"{variable}_FILE")
        if path is not None:
            if told:
                raise SecretUnreadable(f"{variable} and {variable}_FILE are both set. To mend: unset one.")
            told = _read(variable, Path(path))
        if told is None or not told.startswith(REFERENCE):
            return told if path is not None else None
        try:
            return self._ask(told.removeprefix(REFERENCE))
        except ProviderError as error:
            raise SecretUnreadable(f"{variable}: {error}") from error


def files_named(environment: Mapping[str, str]) -> list[Path]:
    """The files that hold secrets, as the environment names them."""
    return sorted(Path(value) for name, value in environment.items() if name.endswith("_FILE") and value)


def stamp_of(files: list[Path]) -> tuple[object, ...]:
    """What changes whenever one of the files does; one that is put in another's place is another file."""
    found: list[object] = []
    for file in files:
        try:
            known = file.stat()
        except OSError:
            found.append(None)
        else:
            found.append((known.st_ino, known.st_mtime_ns, known.st_size))
    return tuple(found)


def _variable(section: type[BaseSettings], name: str, field: FieldInfo) -> str:
    return str(field.validation_alias or f"{section.model_config.get('env_prefix', '')}{name}".upper())


def _read(variable: str, file: Path) -> str:
    """A secret's file, without the end of its last line."""
    try:
        with file.open(encoding="utf-8") as opened:
            mode = os.fstat(opened.fileno()).st_mode
            text = opened.read(_LONGEST).rstrip("\r\n")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise SecretUnreadable(f"{variable}_FILE: {file} cannot be read: {why}.") from None
    if mode & _OTHERS_MAY:
        raise SecretUnreadable(
            f"{variable}_FILE: {file} may be read or written by others. To mend: chmod 600 {file}"
        )
    if not text:
        raise SecretUnreadable(f"{variable}_FILE: {file} is empty.")
    return text
