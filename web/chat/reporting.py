"""Taking in "this is wrong" from the public pages: without a word about who says it, never in floods.

Only a network is limited, and it is told so; what one network sends never keeps another's report out.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime

from limits import parse
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from directory import reports
from vocabulary.faults import Fault
from vocabulary.pathway import Traffic
from web.chat.moments import UK
from web.chat.rates import MACHINES, Limiter, Rates, TooManyMessages


# Of one service, and of all: a network may be a whole mobile mast.
PEOPLE = Rates(conversation=parse("6/hour"), network=parse("60/hour"))


class UnknownSubject(LookupError):
    """A service or contact that nobody was shown."""


class ReportingUnavailable(Exception):
    """The database did not take the report."""


class TooManyReports(Exception):
    """More reports of one network than people make in an hour."""


class Reporting:
    """What the chat and the service pages give their reports to."""

    def __init__(
        self, sessions: sessionmaker[Session], *, clock: Callable[[], datetime], traffic: Traffic
    ) -> None:
        self._sessions = sessions
        self._clock = clock
        self._limiter = Limiter(MACHINES if traffic is Traffic.TEST else PEOPLE)

    async def take(
        self, service_id: str, *, fault: Fault, address: str, contact_id: str | None = None
    ) -> None:
        """Keeps a report of a network address, which is only counted.

        Raises TooManyReports, UnknownSubject and ReportingUnavailable.
        """
        try:
            self._count(service_id, address)
        except TooManyMessages:
            raise TooManyReports from None
        try:
            await asyncio.to_thread(self._keep, service_id, contact_id, fault)
        except reports.UnknownSubject:
            raise UnknownSubject from None
        except SQLAlchemyError:
            raise ReportingUnavailable from None

    def _count(self, service_id: str, address: str) -> None:
        """Counts a report under the hash of its network, in memory alone. Raises TooManyMessages."""
        today = self._clock().date()
        of_service = f"{service_id} {self._limiter.network_key(address, today=today)}"
        self._limiter.count(conversation=of_service, address=address, today=today)

    def _keep(self, service_id: str, contact_id: str | None, fault: Fault) -> None:
        today = self._clock().astimezone(UK).date()
        with self._sessions.begin() as session:
            reports.add_report(session, service_id, fault=fault, contact_id=contact_id, today=today)
