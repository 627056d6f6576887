"""Asking other people's sites for something, without being led into our own network.

`fetch(url)` is for feeds and for the check of links; everything that it can raise is an OutboundError.
"""

from directory.outbound.addresses import Reach, check_address, is_public
from directory.outbound.errors import (
    OutboundError,
    RefusedAddress,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    Unreachable,
    Unreadable,
)
from directory.outbound.fetching import PUBLIC, USUAL, Fetched, Limits, fetch


__all__ = [
    "PUBLIC",
    "USUAL",
    "Fetched",
    "Limits",
    "OutboundError",
    "Reach",
    "RefusedAddress",
    "TooLarge",
    "TooManyRedirects",
    "TooSlow",
    "Unreachable",
    "Unreadable",
    "check_address",
    "fetch",
    "is_public",
]
