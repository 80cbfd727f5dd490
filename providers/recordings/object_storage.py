"""Object storage through obstore: a folder of this machine, or any service that speaks S3."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import obstore
from obstore import exceptions
from obstore.store import LocalStore, S3Store

from providers.errors import CredentialsRefused, ProviderRefused, ProviderUnavailable

_REQUEST_LIMIT: Final = timedelta(seconds=10)
_RETRY_LIMIT: Final = timedelta(seconds=20)
_RETRIES: Final = 3


@dataclass(frozen=True, slots=True)
class S3Account:
    """Who we are towards an S3 service; empty fields are left to what AWS's own environment says."""

    access_key_id: str = ""
    secret_access_key: str = ""
    region: str = ""
    endpoint: str = ""


class ObstoreStorage:
    """An ObjectStorage over one of obstore's stores."""

    def __init__(self, store: LocalStore | S3Store) -> None:
        self._store = store

    def put(self, name: str, content: bytes) -> None:
        """Keep this, whole or not at all."""
        with _our_errors():
            obstore.put(self._store, name, content, use_multipart=False)

    def get(self, name: str) -> bytes | None:
        """What is kept under the name."""
        with _our_errors():
            try:
                return obstore.get(self._store, name).bytes().to_bytes()
            except (exceptions.NotFoundError, FileNotFoundError):
                return None

    def names(self, folder: str) -> list[str]:
        """Every name within the folder."""
        with _our_errors():
            return sorted(kept["path"] for page in obstore.list(self._store, folder) for kept in page)

    def delete(self, names: Sequence[str]) -> None:
        """Remove these."""
        with _our_errors():
            for name in names:
                try:
                    obstore.delete(self._store, name)
                except (exceptions.NotFoundError, FileNotFoundError):
                    continue


def open_storage(url: str, account: S3Account) -> ObstoreStorage:
    """The storage at s3://bucket/prefix or file:///folder, which is made. Raises ValueError for any other address."""
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        return _folder(Path(unquote(parts.path)))
    if parts.scheme == "s3" and parts.netloc:
        return ObstoreStorage(_s3(parts.netloc, parts.path.strip("/"), account))
    raise ValueError("RECORDINGS_URL must look like s3://bucket/prefix or file:///folder.")


def _folder(folder: Path) -> ObstoreStorage:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return ObstoreStorage(LocalStore(folder, automatic_cleanup=True))


def _s3(bucket: str, prefix: str, account: S3Account) -> S3Store:
    given = {
        "access_key_id": account.access_key_id,
        "secret_access_key": account.secret_access_key,
        "region": account.region,
        "endpoint": account.endpoint,
    }
    return S3Store(
        bucket,
        prefix=prefix or None,
        config={name: value for name, value in given.items() if value},  # type: ignore[arg-type]
        client_options={"allow_http": account.endpoint.startswith("http://"), "timeout": _REQUEST_LIMIT},
        retry_config={"max_retries": _RETRIES, "retry_timeout": _RETRY_LIMIT},
    )


@contextmanager
def _our_errors() -> Iterator[None]:
    try:
        yield
    except (exceptions.UnauthenticatedError, exceptions.PermissionDeniedError, PermissionError) as error:
        raise CredentialsRefused("The object storage does not let us in.") from error
    except (exceptions.InvalidPathError, exceptions.NotSupportedError) as error:
        raise ProviderRefused("The object storage does not take such a request.") from error
    except (exceptions.BaseError, OSError) as error:
        raise ProviderUnavailable("The object storage does not answer.") from error
