"""A service as the pure parts of the directory see it: plain values, no session behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.opening_hours import Hours
from directory.terms import Caller, ContactChannel, ServiceStatus, Verification


@dataclass(frozen=True)
class Ages:
    """The ages of the people helped, in whole years; absent where there is no limit."""

    youngest: int | None = None
    oldest: int | None = None

    @property
    def are_limited(self) -> bool:
        """Whether there is a limit at either end."""
        return self.youngest is not None or self.oldest is not None


@dataclass(frozen=True)
class ContactRecord:
    """One way to reach a service."""

    id: str
    channel: ContactChannel
    label: str
    value: str
    free: bool | None
    hours: Hours | None  # its own, or the service's where it keeps those; absent when not known
    outside_office_hours: bool
    ages: Ages  # its own where it has any, else the service's
    areas: frozenset[str]  # likewise
    verified: Verification
    confirmed: bool
    checked_on: date
    withdrawn: bool


@dataclass(frozen=True)
class ServiceRecord:
    """One service with its contacts and everything that decides whether it fits."""

    id: str
    slug: str
    name: str
    organization: str
    description: str
    status: ServiceStatus
    public: bool
    ages: Ages
    areas: frozenset[str]
    needs: Mapping[str, int | None]  # a need's slug and the place among the first to try, 1 is best
    not_for_needs: frozenset[str]
    caller: Caller
    hours: Hours | None
    confirmed_on: date | None
    read_on: date
    fallback: str | None  # the slug of the service that takes its place
    contacts: tuple[ContactRecord, ...]
    what_happens: str | None
    told_to_police: str | None
    for_whom: str | None
    not_for: str | None
    languages: frozenset[str] = frozenset()  # as the directory writes them; read only for who asks for one

    @property
    def confirmed(self) -> bool:
        """Whether a person of ours has confirmed the entry."""
        return self.confirmed_on is not None

    @property
    def checked_on(self) -> date:
        """The day it was confirmed, else the day its published pages were read."""
        return self.confirmed_on or self.read_on
