"""Networks from which a key is taken: written, compared, and who belongs to one."""

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInput
from domain.networks import is_within, reach_beyond, read_networks

IPV4 = st.ip_addresses(v=4)


@pytest.mark.parametrize(
    "written, read",
    [
        (["10.0.0.0/8"], ["10.0.0.0/8"]),
        (["10.1.2.3"], ["10.1.2.3/32"]),
        (["2001:DB8::/32"], ["2001:db8::/32"]),
        (["2001:db8:0:0::1"], ["2001:db8::1/128"]),
        (["::ffff:10.0.0.0/104"], ["10.0.0.0/8"]),
        (["::ffff:0a00:0001"], ["10.0.0.1/32"]),
        (["::ffff:0:0/96"], ["0.0.0.0/0"]),
        (
            ["192.0.2.0/24", "10.0.0.0/8", "2001:db8::/32", "10.0.0.0/8"],
            ["10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32"],
        ),
    ],
)
def test_a_network_has_one_spelling(written: list[str], read: list[str]) -> None:
    assert read == read_networks(written, "/networks")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "home",
        "10.0.0",
        "10.0.0.0/33",
        "10.0.0.1/8",
        "2001:db8::1/32",
        "::ffff:10.0.0.1/104",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/0.255.255.255",
        "10.0.0.0/-1",
        "010.0.0.0/8",
        "fe80::1%eth0",
        "10.0.0.0/8 ",
        "١٠.0.0.0/8",
        "10.0.0.0/٨",
        "167772160",
        "10.0.0.0/",
    ],
)
def test_what_is_no_network_is_refused_with_its_place(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_networks(["10.0.0.0/8", written], "/networks")
    assert ("/networks/1", "network_refused") == (refused.value.pointer, refused.value.code)


@pytest.mark.parametrize(
    "host, networks, belongs",
    [
        ("10.0.0.0", ["10.0.0.0/8"], True),
        ("10.255.255.255", ["10.0.0.0/8"], True),
        ("11.0.0.0", ["10.0.0.0/8"], False),
        ("9.255.255.255", ["10.0.0.0/8"], False),
        ("::ffff:10.1.2.3", ["10.0.0.0/8"], True),
        ("::ffff:11.1.2.3", ["10.0.0.0/8"], False),
        ("::ffff:10.1.2.3", ["::/0"], False),
        ("10.1.2.3", ["::/0"], False),
        ("2001:db8::1", ["2001:db8::/32"], True),
        ("2001:db9::1", ["2001:db8::/32"], False),
        ("2001:db8::1", ["0.0.0.0/0"], False),
        ("fe80::1%eth0", ["fe80::/10"], True),
        ("10.1.2.3", ["192.0.2.0/24", "10.0.0.0/8"], True),
        ("10.1.2.3", [], False),
        ("", ["0.0.0.0/0", "::/0"], False),
        ("testclient", ["0.0.0.0/0", "::/0"], False),
        ("10.1.2.3.4", ["0.0.0.0/0"], False),
    ],
)
def test_an_address_belongs_to_a_network_or_not(host: str, networks: list[str], belongs: bool) -> None:
    assert belongs is is_within(host, networks)


@pytest.mark.parametrize(
    "inner, outer, beyond",
    [
        (["10.0.0.0/8"], ["10.0.0.0/8"], False),
        (["10.1.0.0/16"], ["10.0.0.0/8"], False),
        (["10.0.0.0/7"], ["10.0.0.0/8"], True),
        (["10.0.0.0/8", "192.0.2.0/24"], ["10.0.0.0/8"], True),
        (["10.0.0.0/8", "192.0.2.0/24"], ["192.0.0.0/16", "10.0.0.0/8"], False),
        (["2001:db8::/32"], ["0.0.0.0/0"], True),
        (["10.0.0.0/8"], ["::/0"], True),
        (["2001:db8:1::/48"], ["2001:db8::/32"], False),
    ],
)
def test_networks_reach_beyond_others_or_not(inner: list[str], outer: list[str], beyond: bool) -> None:
    assert beyond is reach_beyond(inner, outer)


@given(IPV4, st.integers(0, 32), IPV4)
def test_an_address_and_the_same_within_ipv6_belong_to_the_same(
    one: object, length: int, other: object
) -> None:
    network = str(ip_network(f"{one}/{length}", strict=False))
    assert is_within(str(other), [network]) is is_within(f"::ffff:{other}", [network])
    assert is_within(str(one), [network])
