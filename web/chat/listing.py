"""Service cards from the directory in good time, and the last good numbers when it does not answer."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from directory import search
from safety import cards as fixed_cards
from vocabulary.people import AgeBand


class ListingUnavailable(Exception):
    """The directory's database did not answer in time."""


class Listing:
    """What web.chat reads from the directory."""

    def __init__(self, sessions: sessionmaker[Session], *, clock: Callable[[], datetime], live: bool) -> None:
        self._sessions = sessions
        self._clock = clock
        self._live = live
        self._kept: dict[str, search.ServiceCard] = {}

    async def cards(
        self, keys: Sequence[str], *, within: float, area: str | None = None, age: AgeBand | None = None
    ) -> list[search.ServiceCard]:
        """Cards by id or slug within so many seconds, read afresh. Raises ListingUnavailable."""
        if not keys:
            return []
        reading = asyncio.to_thread(self._read, tuple(keys), area, age)
        try:
            return await asyncio.wait_for(reading, within)
        except (TimeoutError, SQLAlchemyError):
            raise ListingUnavailable from None

    async def fixed(self, slugs: Sequence[str], *, within: float) -> list[search.ServiceCard]:
        """Cards of the fixed numbers, in this order; the last ones read when the database is away."""
        try:
            found = await self.cards(every_fixed_slug(), within=within)
        except ListingUnavailable:
            return [self._kept[slug] for slug in slugs if slug in self._kept]
        self._kept = {card.slug: card for card in found}
        return [self._kept[slug] for slug in slugs if slug in self._kept]

    def _read(self, keys: tuple[str, ...], area: str | None, age: AgeBand | None) -> list[search.ServiceCard]:
        with self._sessions() as session:
            return search.service_cards(session, keys, at=self._clock(), area=area, age=age, live=self._live)


def every_fixed_slug() -> tuple[str, ...]:
    """The services of all fixed cards, each once."""
    cards = (fixed_cards.FALLBACK, *fixed_cards.CARDS.values())
    return tuple(dict.fromkeys(slug for card in cards for slug in card.services))
