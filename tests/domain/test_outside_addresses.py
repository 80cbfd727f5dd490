"""Which addresses are sent to: one spelling each, of a name that everybody can reach."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInput
from domain.outside_addresses import (
    LONGEST,
    OutsideAddress,
    is_public,
    is_this_machine,
    read_outside_address,
)

TRICKS = [
    "",
    "hooks.example.com",
    "//hooks.example.com/",
    "/hooks",
    "https:/hooks.example.com/",
    "https:hooks.example.com/",
    "https:///hooks.example.com/",
    "https://",
    "https://?x",
    "http://hooks.example.com/",
    "HTTP://hooks.example.com/",
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "gopher://hooks.example.com/",
    "javascript://hooks.example.com/%0aalert(1)",
    "wss://hooks.example.com/",
    "https+unix://hooks.example.com/",
    " https://hooks.example.com/",
    "https://hooks.example.com/ ",
    "https://hooks.example.com/a b",
    "https://hooks.example.com/\r\nHost: 127.0.0.1",
    "https://hooks.example.com/\t",
    "https://hooks.example.com/\x00",
    "https://hooks.example.com\\@127.0.0.1/",
    "https://hooks.example.com/\\127.0.0.1",
    "https://127.0.0.1\\.example.com/",
    "https://user@hooks.example.com/",
    "https://user:word@hooks.example.com/",
    "https://hooks.example.com@127.0.0.1/",
    "https://127.0.0.1@hooks.example.com/",
    "https://hooks.example.com%40127.0.0.1/",
    "https://hooks.example.com/#part",
    "https://hooks.example.com#@127.0.0.1/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://2130706433/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://0x7f.0.0.1/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://127.0.0.0x1/",
    "https://example.0x1/",
    "https://example.1/",
    "https://0/",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://0xa9fea9fe/",
    "https://192.168.0.1/",
    "https://8.8.8.8/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[fe80::1%25eth0]/",
    "https://[2606:4700:4700::1111]/",
    "https://[::1/",
    "https://::1/",
    "https://[v1.x]/",
    "https://①②⑦.⓪.⓪.①/",
    "https://１２７.0.0.1/",
    "https://127。0。0。1/",
    "https://hooks.exámple.com/",
    "https://hooks.example.com\u200b/",
    "https://ⓛocalhost/",
    "https://%6c%6f%63%61%6c%68%6f%73%74/",
    "https://127.0.0.1%2eexample.com/",
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://api.localhost/",
    "https://hooks.example.com./",
    "https://hooks.example.com../",
    "https://.example.com/",
    "https://hooks..example.com/",
    "https://-hooks.example.com/",
    "https://hooks-.example.com/",
    "https://hooks_.example.com/",
    "https://hooks.example.c/",
    "https://metadata/",
    "https://metadata.google.internal/computeMetadata/v1/",
    "https://printer.local/",
    "https://database.lan/",
    "https://1.0.0.127.in-addr.arpa/",
    "https://hooks.example.onion/",
    "https://hooks.example.com:80/",
    "https://hooks.example.com:22/",
    "https://hooks.example.com:5432/",
    "https://hooks.example.com:6379/",
    "https://hooks.example.com:0/",
    "https://hooks.example.com:/",
    "https://hooks.example.com:0443/",
    "https://hooks.example.com:+443/",
    "https://hooks.example.com:443:443/",
    "https://hooks.example.com:65536/",
    "https://hooks.example.com:99999999/",
    "https://hooks.example.com:４４３/",
    f"https://{'a' * 64}.example.com/",
    f"https://{'a.' * 127}example.com/",
    f"https://hooks.example.com/{'a' * LONGEST}",
]


@pytest.mark.parametrize("url", TRICKS)
def test_a_trick_is_refused_with_what_to_write_instead(url: str) -> None:
    """Requirement 6."""
    with pytest.raises(InvalidInput) as refused:
        read_outside_address(url)
    assert ("/url", "address_refused") == (refused.value.pointer, refused.value.code)
    assert "127" not in str(refused.value)


HERE = {"https://127.0.0.1/", "https://[::1]/", "https://localhost/", "https://LOCALHOST/"}
SAID = {
    "http://hooks.example.com/": "begins with https://",
    "https://user:word@hooks.example.com/": "no user and no password",
    "https://hooks.example.com/#part": "no fragment",
    "https://hooks.exámple.com/": "xn--",
    "https://2130706433/": "a full name",
    "https://printer.local/": "a network of one's own",
    "https://hooks.example.com:22/": "443, 8443",
}


@pytest.mark.parametrize(("url", "expected"), SAID.items())
def test_a_refusal_says_how_to_mend_it(url: str, expected: str) -> None:
    """Law 10."""
    with pytest.raises(InvalidInput, match=expected):
        read_outside_address(url)


LOCAL = ["http://localhost:8080/in", "http://127.0.0.1:9/", "https://127.0.0.1/", "http://[::1]:8080"]


@pytest.mark.parametrize("url", [url for url in TRICKS if url not in HERE])
def test_a_trick_is_refused_by_a_local_system_too(url: str) -> None:
    with pytest.raises(InvalidInput):
        read_outside_address(url, local=True)


@pytest.mark.parametrize("url", LOCAL)
def test_only_a_local_system_sends_to_its_own_machine(url: str) -> None:
    assert read_outside_address(url, local=True).host in ("localhost", "127.0.0.1", "::1")
    with pytest.raises(InvalidInput):
        read_outside_address(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://hooks.example.com", OutsideAddress("https", "hooks.example.com", 443, "/")),
        ("HTTPS://Hooks.Example.COM/In?A=b", OutsideAddress("https", "hooks.example.com", 443, "/In?A=b")),
        ("https://example.com:8443?a=1", OutsideAddress("https", "example.com", 8443, "/?a=1")),
        (
            "https://xn--exmple-qta.com/a/../b",
            OutsideAddress("https", "xn--exmple-qta.com", 443, "/a/../b"),
        ),
        (
            "https://a.io/?next=http://127.0.0.1/",
            OutsideAddress("https", "a.io", 443, "/?next=http://127.0.0.1/"),
        ),
        ("https://a.io/me@example.com", OutsideAddress("https", "a.io", 443, "/me@example.com")),
    ],
)
def test_an_address_is_read(url: str, expected: OutsideAddress) -> None:
    assert expected == read_outside_address(url)


def test_the_host_is_named_with_its_port_where_that_is_not_the_usual_one() -> None:
    said = [read_outside_address(f"https://a.io{port}/").authority for port in ("", ":443", ":8443")]
    assert ["a.io", "a.io", "a.io:8443"] == said
    assert "[::1]:80" == read_outside_address("https://[::1]:80/", local=True).authority


@given(st.text("htps:/.@\\#?[]%0x17aA-", max_size=20), st.booleans())
def test_whatever_is_taken_is_read_alike_by_everybody(rest: str, local: bool) -> None:
    url = f"https://{rest}"
    try:
        address = read_outside_address(url, local=local)
    except InvalidInput:
        return
    assert (address.host, address.port) == (urlsplit(url).hostname, urlsplit(url).port or 443)


NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.0.1",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.31.196.1",
    "192.52.193.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.175.48.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:808:808::1",
    "2620:4f:8000::1",
    "3ffe::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fd20:ce::254",
    "fe80::1",
    "fe80::1%1",
    "2606:4700::1%1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "2606:4700::5efe:7f00:1",
    "2606:4700::200:5efe:7f00:1",
    "4000::1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "localhost",
    "8.8.8.8.8",
]


@pytest.mark.parametrize("address", [*NOT_PUBLIC, "", " 8.8.8.8", "8.8.8.8/32"])
def test_no_network_of_ones_own_is_public_nor_what_carries_its_address(address: str) -> None:
    """Requirement 6."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "168.63.129.17",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450::1",
        "2001:4860:4860::8888",
        "2003::1",
    ],
)
def test_the_internet_at_large_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("address", "expected"), [("127.0.0.1", True), ("::1", True), ("10.0.0.1", False), ("localhost", False)]
)
def test_this_machine_is_its_loopback(address: str, expected: bool) -> None:
    assert expected is is_this_machine(address)
