"""The development server: one description in temporal-dev.yaml, really started, killed and started again."""

from pathlib import Path

import pytest
import yaml

from domain import search_attributes
from local import temporal
from local.errors import TemporalUnreachable
from local.keys import new_keys
from local.ports import free_port
from local.temporal import DevServer, check_temporal, flag_values, is_serving, replaced
from tests.local.waiting import processes_mentioning


def test_the_description_is_a_compose_file_with_one_service() -> None:
    described = yaml.safe_load(temporal.DESCRIPTION.read_text())
    assert {"name", "services", "volumes"} == set(described)
    assert ["temporal"] == list(described["services"])
    service = described["services"]["temporal"]
    assert service["image"].startswith("temporalio/temporal:1.5")
    assert ["server", "start-dev"] == service["command"][:2]
    assert all(isinstance(part, str) for part in service["command"])
    volumes = {mount.partition(":")[0] for mount in service["volumes"]}
    assert volumes == set(described["volumes"])
    published = {port.rpartition(":")[2] for port in service["ports"]}
    assert published == {*flag_values("--port"), *flag_values("--ui-port")}


def test_the_description_registers_every_search_attribute_of_the_product() -> None:
    used = {value for name, value in vars(search_attributes).items() if name.isupper()}
    assert used == set(temporal.search_attributes())


def test_the_description_holds_the_measured_pragmas() -> None:
    assert ["journal_mode=WAL", "synchronous=NORMAL"] == flag_values("--sqlite-pragma")
    assert ["outbound"] == flag_values("--namespace")


def test_our_addresses_replace_those_of_the_description() -> None:
    command = ("server", "start-dev", "--port=7233", "--ui-codec-endpoint=x", "--namespace=n")
    own = {"--port": "1", "--ui-codec-endpoint": None}
    assert ["server", "start-dev", "--namespace=n", "--port=1"] == replaced(command, own)


async def test_what_the_server_knew_survives_a_kill(tmp_path: Path) -> None:
    server = DevServer(tmp_path)
    await server.start()
    assert await is_serving(server.address, server.namespace)
    await server.child.kill()
    assert not await is_serving(server.address, server.namespace)
    await server.start()
    assert await is_serving(server.address, "outbound")
    assert server.data.stat().st_size > 0
    await server.stop()
    assert [] == processes_mentioning(tmp_path)


async def test_an_unreachable_temporal_address_is_an_error_that_says_how_to_mend_it() -> None:
    address = f"127.0.0.1:{free_port()}"
    with pytest.raises(TemporalUnreachable, match=f"(?s)'outbound' at {address}.*unset TEMPORAL_ADDRESS"):
        await check_temporal(address, new_keys())
