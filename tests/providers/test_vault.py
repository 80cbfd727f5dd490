"""Secrets from a store, by token, role or service account; what goes wrong is told without any of them."""

import traceback
from pathlib import Path

import httpx
import pytest

from providers.errors import CredentialsRefused, ProviderError, ProviderRefused, ProviderUnavailable
from providers.vault import SecretStore, StoreAccount
from simulators.vault import SimulatedVault

ADDRESS = "http://vault.test"
PLACE = "secret/outbound/keys"
SECRET = "a secret nobody sees"
TOKEN = "hvs.given"


def vault() -> SimulatedVault:
    return SimulatedVault({PLACE: {"ring": SECRET, "number": 3, "empty": ""}}, {TOKEN})


def opened(store: SimulatedVault, account: StoreAccount) -> SecretStore:
    return SecretStore(account, httpx.MockTransport(store))


def by_role(**changes: str) -> StoreAccount:
    return StoreAccount(ADDRESS, **{"role_id": "role-1", "secret_id": "secret-1", **changes})  # type: ignore[arg-type]


def test_each_way_in_reads_the_same(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("service.account.token\n")
    ways = [
        StoreAccount(ADDRESS, TOKEN),
        by_role(),
        StoreAccount(ADDRESS, kubernetes_role="outbound", kubernetes_token=token),
    ]
    assert [SECRET] * 3 == [opened(vault(), way).read(f"{PLACE}#ring") for way in ways]


def test_one_sign_in_serves_until_its_lease_is_nearly_over_or_revoked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [1000.0]
    monkeypatch.setattr("providers.vault.time.monotonic", lambda: now[0])
    there = vault()
    store = opened(there, by_role())
    sign_ins = []
    for moment in (1000, 1100, 3394, 3401):
        now[0] = moment
        store.read(f"{PLACE}#ring")
        sign_ins.append(there.asked.count("POST /v1/auth/approle/login"))
    assert [1, 1, 1, 2] == sign_ins
    there.tokens.clear()
    now[0] += 10
    assert SECRET == store.read(f"{PLACE}#ring")


def test_fields_of_one_secret_are_asked_for_once_and_a_new_value_is_seen_soon(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [1000.0]
    monkeypatch.setattr("providers.vault.time.monotonic", lambda: now[0])
    there = vault()
    store = opened(there, StoreAccount(ADDRESS, TOKEN))
    for _ in range(3):
        store.read(f"{PLACE}#ring")
    assert 1 == len(there.asked)
    there.secrets[PLACE] = {"ring": "new"}
    now[0] += 6
    assert "new" == store.read(f"{PLACE}#ring")


@pytest.mark.parametrize(
    ("reference", "account", "error"),
    [
        ("secret/none#ring", StoreAccount(ADDRESS, TOKEN), ProviderRefused),
        (f"{PLACE}#none", StoreAccount(ADDRESS, TOKEN), ProviderRefused),
        (f"{PLACE}#number", StoreAccount(ADDRESS, TOKEN), ProviderRefused),
        (f"{PLACE}#empty", StoreAccount(ADDRESS, TOKEN), ProviderRefused),
        (PLACE, StoreAccount(ADDRESS, TOKEN), ProviderRefused),
        ("secret#ring", StoreAccount(ADDRESS, TOKEN), ProviderRefused),
        (f"{PLACE}#ring", StoreAccount(ADDRESS, "hvs.other"), CredentialsRefused),
        (f"{PLACE}#ring", by_role(secret_id="planted"), CredentialsRefused),
        (f"{PLACE}#ring", StoreAccount(ADDRESS), CredentialsRefused),
        (f"{PLACE}#ring", StoreAccount(ADDRESS, TOKEN, namespace="elsewhere"), CredentialsRefused),
        (
            f"{PLACE}#ring",
            StoreAccount(ADDRESS, kubernetes_role="outbound", kubernetes_token=Path("/nowhere/token")),
            CredentialsRefused,
        ),
    ],
)
def test_what_goes_wrong_is_told_without_a_secret(
    reference: str, account: StoreAccount, error: type[ProviderError]
) -> None:
    with pytest.raises(error) as refused:
        opened(vault(), account).read(reference)
    told = "".join(traceback.format_exception(refused.value)) + repr(account)
    assert [] == [each for each in (SECRET, TOKEN, "hvs.other", "planted") if each in told]


def test_a_store_that_is_sealed_or_away_is_unavailable() -> None:
    there = vault()
    there.is_sealed = True
    with pytest.raises(ProviderUnavailable):
        opened(there, StoreAccount(ADDRESS, TOKEN)).read(f"{PLACE}#ring")
    with pytest.raises(ProviderUnavailable):
        SecretStore(StoreAccount("http://127.0.0.1:9", TOKEN)).read(f"{PLACE}#ring")
