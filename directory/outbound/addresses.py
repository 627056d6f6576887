"""Which addresses are public: everything that is not plainly so is refused."""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address

import requests
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from directory.outbound.errors import RefusedAddress, Unreachable


LONGEST = 2000
USUAL_PORTS = {"http": 80, "https": 443}
# https://www.iana.org/assignments/iana-ipv4-special-registry, multicast and reserved space, and the one
# public address at which a cloud (Azure) answers its own machines.
NOT_PUBLIC_4 = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 "
        "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32"
    ).split()
)
# Only global unicast is public; IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo) is outside it or named here.
GLOBAL_UNICAST = IPv6Network("2000::/3")
NOT_PUBLIC_6 = tuple(
    IPv6Network(each) for each in "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split()
)
OWN_NAMES = frozenset("localhost local localdomain internal intranet lan home corp arpa onion".split())
# What old software takes for an address: 2130706433, 0x7f.1, 0177.0.0.1 and their like.
ENDS_AS_NUMBER = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)\.?", re.IGNORECASE)
DOTTED_QUAD = re.compile(r"(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}")
ODD = re.compile(r"[\x00-\x20\x7f\\]|%(25)?[0-9a-z]*\]")  # spaces, controls, backslash, IPv6 zones


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return not any(found in network for network in NOT_PUBLIC_4)
    return (
        found in GLOBAL_UNICAST
        and found.scope_id is None
        and not any(found in network for network in NOT_PUBLIC_6)
    )


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, IPv4 first. Raises Unreachable."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable("no-such-host") from None
    addresses = dict.fromkeys(str(each[4][0]) for each in found)
    return sorted(addresses, key=lambda each: ":" in each)


@dataclass(frozen=True)
class Reach:
    """How a name becomes addresses, and which of them may be asked; only tests have another than this."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    is_allowed: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(USUAL_PORTS.values())


@dataclass(frozen=True)
class Asked:
    """One address to ask, checked."""

    url: str
    scheme: str
    host: str
    host_header: str
    addresses: tuple[str, ...] = ()


def asked_for(url: str, reach: Reach) -> Asked:
    """A web address with the checked addresses of its host. Raises RefusedAddress, Unreachable."""
    asked, port = _parsed(url, reach.ports)
    addresses = tuple(reach.resolve(asked.host, port))
    if not addresses or not all(reach.is_allowed(each) for each in addresses):
        raise RefusedAddress("not-public")
    return replace(asked, addresses=addresses)


def check_address(url: str) -> None:
    """Raises RefusedAddress for what can be refused without asking anybody which addresses a name has."""
    asked, _port = _parsed(url, frozenset(USUAL_PORTS.values()))
    if _is_address(asked.host) and not is_public(asked.host):
        raise RefusedAddress("not-public")


def _parsed(url: str, ports: frozenset[int]) -> tuple[Asked, int]:
    """A web address without the addresses of its host, and the port. Raises RefusedAddress."""
    if len(url) > LONGEST or ODD.search(url):
        raise RefusedAddress("not-a-web-address")
    try:
        whole = requests.Request("GET", url).prepare().url or ""
        parts = parse_url(whole)
    except (requests.exceptions.RequestException, LocationParseError, ValueError):
        raise RefusedAddress("not-a-web-address") from None
    scheme, host = parts.scheme or "", (parts.host or "").strip("[]").lower()
    if scheme not in USUAL_PORTS or not host:
        raise RefusedAddress("not-a-web-address")
    if parts.auth is not None or "@" in (parts.netloc or ""):
        raise RefusedAddress("credentials")
    port = parts.port or USUAL_PORTS[scheme]
    if port not in ports:
        raise RefusedAddress("port")
    _check_name(host)
    return Asked(whole.partition("#")[0], scheme, host, parts.netloc or host), port


def _check_name(host: str) -> None:
    """Refuses names of our own network, and addresses written in another way than the usual."""
    if _is_address(host):
        return  # which is checked as one
    if ENDS_AS_NUMBER.fullmatch(host):
        raise RefusedAddress("odd-address")
    labels = host.rstrip(".").split(".")
    if len(labels) < 2 or labels[-1] in OWN_NAMES:
        raise RefusedAddress("not-public")


def _is_address(host: str) -> bool:
    return ":" in host or DOTTED_QUAD.fullmatch(host) is not None
