"""How many messages one conversation and one network may send, without knowing who they are."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from vocabulary.pathway import Traffic
from web.networks import network_of, site_of


SITE_NETWORKS = 10


class TooManyMessages(Exception):
    """More messages than a person writes."""


@dataclass(frozen=True)
class Rates:
    """The limits; a network is shared by a school or a whole mobile mast, so it gets many."""

    conversation: RateLimitItem
    network: RateLimitItem

    @property
    def site(self) -> RateLimitItem:
        """The limit of the 65,536 networks that one customer may hold: of ten of them."""
        return type(self.network)(self.network.amount * SITE_NETWORKS, self.network.multiples)


PEOPLE = Rates(conversation=parse("40/minute"), network=parse("600/minute"))
MACHINES = Rates(conversation=parse("10000/minute"), network=parse("100000/minute"))


def rates_for(traffic: Traffic) -> Rates:
    """The limits of an installation: load tests mark their traffic as test."""
    return MACHINES if traffic is Traffic.TEST else PEOPLE


class Limiter:
    """Counts in memory under keys that are hashed with a salt that lives for one day."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._windows = MovingWindowRateLimiter(MemoryStorage())
        self._day = date.min
        self._salt = b""

    def count(self, *, conversation: str, address: str, today: date) -> None:
        """Counts one message. Raises TooManyMessages when either is over its limit."""
        network_fits = self._network_fits(address, today)
        if conversation and not self._windows.hit(self._rates.conversation, "conversation", conversation):
            raise TooManyMessages
        if not network_fits:
            raise TooManyMessages

    def network_key(self, address: str, *, today: date) -> str:
        """A network as a key that nobody can lead back to it, and that changes every day."""
        return self._key(network_of(address), today)

    def _network_fits(self, address: str, today: date) -> bool:
        """Counts for the network, and for all the networks that one customer of a provider may hold."""
        fits = self._windows.hit(self._rates.network, "network", self.network_key(address, today=today))
        site = site_of(address)
        if site is None:
            return fits
        return self._windows.hit(self._rates.site, "site", self._key(site, today)) and fits

    def _key(self, named: str, today: date) -> str:
        if today != self._day:
            self._day, self._salt = today, secrets.token_bytes(32)
        return hmac.new(self._salt, named.encode(), hashlib.sha256).hexdigest()
