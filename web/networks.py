"""Which network an address on the internet belongs to, so that whoever holds many addresses counts once."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network


HOUSEHOLD_PREFIX = 64  # RFC 6177: no home or phone gets less
SITE_PREFIX = 48  # what a provider commonly gives one customer who asks for many
UNKNOWN = "unknown"


def network_of(address: str) -> str:
    """An IPv6 household is its /64; an IPv4 address stands for itself, also when it is written as IPv6."""
    found = _read(address)
    if found is None:
        return UNKNOWN
    if isinstance(found, IPv4Address):
        return str(found)
    return str(ip_network((found, HOUSEHOLD_PREFIX), strict=False))


def site_of(address: str) -> str | None:
    """The /48 that an IPv6 address lies in, which one customer may hold whole; None for any other address."""
    found = _read(address)
    return str(ip_network((found, SITE_PREFIX), strict=False)) if isinstance(found, IPv6Address) else None


def _read(address: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(address.partition("%")[0])  # a zone belongs to our side of the wire
    except ValueError:
        return None
    # A server that listens to both writes IPv4 as ::ffff:192.0.2.1: all of those lie in one /64.
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
