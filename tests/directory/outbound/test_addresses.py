"""Only plainly public addresses are asked, in whatever way one that is not is written."""

import socket

import pytest

from directory.outbound import Reach, RefusedAddress, Unreachable, check_address, is_public
from directory.outbound.addresses import asked_for, resolve


def _resolving(*addresses: str) -> Reach:
    return Reach(resolve=lambda _host, _port: list(addresses))


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1
    255.255.255.255 168.63.129.16 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1
    64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1::1 2001:0:7f00:1::1 2001:db8::1 fc00::1 fd00:ec2::254 fe80::1
    fec0::1 ff02::1 3fff::1 2606:4700::1%eth0 nonsense""".split(),
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(RefusedAddress):
        asked_for("https://charity.example.org/", _resolving(address))


@pytest.mark.parametrize("address", "1.1.1.1 172.32.0.1 151.101.0.81 2606:4700::1111 2a00:1450::8".split())
def test_an_address_that_is_public_is_taken(address: str) -> None:
    assert asked_for("https://charity.example.org/", _resolving(address)).addresses == (address,)


def test_one_address_that_is_not_public_among_others_refuses_the_name() -> None:
    with pytest.raises(RefusedAddress):
        asked_for("https://charity.example.org/", _resolving("1.1.1.1", "10.0.0.1"))


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://ｌocalhost/",
        "http://db/",
        "http://printer.local/",
        "http://metadata.google.internal/",
        "http://a.localhost/",
        "http://charity.example.org:22/",
        "http://charity.example.org:8080/",
        "http://who:what@charity.example.org/",
        "http://who@charity.example.org/",
        "http://charity.example.org\\@127.0.0.1/",
        "http://charity.example.org /",
        "http://charity.example.org/\r\nHost: x",
        "ftp://charity.example.org/",
        "file:///etc/passwd",
        "gopher://charity.example.org/",
        "//charity.example.org/",
        "charity.example.org",
        "http:///",
        "",
        "http://charity.example.org/" + "a" * 2000,
    ],
)
def test_an_address_written_to_deceive_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddress):
        asked_for(url, Reach(resolve=resolve_locally))
    with pytest.raises(RefusedAddress):
        check_address(url)  # nobody need be asked


def resolve_locally(host: str, port: int) -> list[str]:
    """As the machine itself takes numbers and its own names; every other name is public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except OSError:
        return ["1.1.1.1"]
    return [str(each[4][0]) for each in found]


@pytest.mark.parametrize(
    "url",
    [
        "https://charity.example.org",
        "http://charity.example.org:80/a?b=c#d",
        "https://charity.example.org:443/",
        "https://bücher.example.org/",
        "https://1.1.1.1/",
        "https://[2606:4700::1111]/",
    ],
)
def test_a_usual_address_is_taken(url: str) -> None:
    assert "#" not in asked_for(url, Reach(resolve=resolve_locally)).url
    check_address(url)


def test_a_name_that_nobody_has_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        resolve("no-such-name.invalid", 80)
