"""The whole directory as the public may see it, read once for pages that ask many questions of it.

The answers are those of directory.search for the same moment; a test holds that.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from directory import ranking
from directory.eligibility import is_offered
from directory.enquiry import Enquiry
from directory.lifelines import CHILDREN_TEAMS
from directory.model import Service
from directory.opening_hours import LONDON
from directory.ranking import Match
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.terms import ServiceStatus


PUBLIC = services_where(Service.public)


@dataclass(frozen=True)
class Snapshot:
    """Every public entry, whatever its state, as it stood when it was read."""

    services: tuple[ServiceRecord, ...]
    live: bool

    @cached_property
    def by_slug(self) -> Mapping[str, ServiceRecord]:
        """The entries by their slugs."""
        return {each.slug: each for each in self.services}

    @cached_property
    def by_need(self) -> Mapping[str, Sequence[ServiceRecord]]:
        """What a need is weighed among: those that meet it, the children's teams, and all their fallbacks."""
        found: dict[str, dict[str, ServiceRecord]] = defaultdict(dict)
        needs = {need for each in self.services for need in each.needs}
        for need in needs:
            for each in self.services:
                if need in each.needs or each.slug in CHILDREN_TEAMS:
                    found[need][each.slug] = each
                    stand_in = self.by_slug.get(each.fallback or "")
                    if stand_in is not None:
                        found[need][stand_in.slug] = stand_in
        return {need: tuple(services.values()) for need, services in found.items()}

    def find(self, enquiry: Enquiry) -> list[Match]:
        """Every service that fits, best first, among what the public sees on the enquiry's day."""
        today = enquiry.at.astimezone(LONDON).date()
        weighed: dict[str, ServiceRecord] = {}
        for need in enquiry.needs:
            for each in self.by_need.get(need.value, ()):
                if self._is_weighed(each, today):
                    weighed[each.slug] = each
        return ranking.rank(list(weighed.values()), enquiry)

    def _is_weighed(self, service: ServiceRecord, today: date) -> bool:
        """Suspended services are weighed too: they give way to their fallbacks."""
        if service.status is not ServiceStatus.ACTIVE:
            return service.fallback is not None
        return is_offered(service, live=self.live, today=today)


def take_snapshot(session: Session, *, live: bool) -> Snapshot:
    """The directory as it stands now: five statements, whatever is asked of it then."""
    return Snapshot(tuple(read_services(session, PUBLIC)), live)
