"""Service cards from the directory in good time, and the last good numbers when it does not answer."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from directory import search
from safety import cards as fixed_cards
from vocabulary.people import AgeBand
from web import metrics
from web.chat.cards import service_card, without_hours
from web.chat.schema import ServiceCard


class ListingUnavailable(Exception):
    """The directory's database did not answer in time."""


class Listing:
    """What web.chat reads from the directory."""

    def __init__(self, sessions: sessionmaker[Session], *, clock: Callable[[], datetime], live: bool) -> None:
        self._sessions = sessions
        self._clock = clock
        self._live = live
        self._kept: Sequence[search.ServiceCard] = ()  # not yet in words: those are the person's language's

    async def cards(
        self, keys: Sequence[str], *, within: float, area: str | None = None, age: AgeBand | None = None
    ) -> Mapping[str, ServiceCard]:
        """Cards by id and by slug, read afresh within so many seconds. Raises ListingUnavailable."""
        return self._in_words(await self._found(keys, within=within, area=area, age=age))

    async def fixed(self, *, within: float) -> Mapping[str, ServiceCard]:
        """The cards of all fixed numbers by slug; those of the last reading when the database is away."""
        try:
            self._kept = await self._found(every_fixed_slug(), within=within)
        except ListingUnavailable:
            return {key: without_hours(card) for key, card in self._in_words(self._kept).items()}
        return self._in_words(self._kept)

    async def _found(
        self, keys: Sequence[str], *, within: float, area: str | None = None, age: AgeBand | None = None
    ) -> Sequence[search.ServiceCard]:
        if not keys:
            return ()
        reading = asyncio.to_thread(self._read, tuple(keys), area, age)
        try:
            return await asyncio.wait_for(reading, within)
        except (TimeoutError, SQLAlchemyError):
            raise ListingUnavailable from None

    def _read(
        self, keys: tuple[str, ...], area: str | None, age: AgeBand | None
    ) -> Sequence[search.ServiceCard]:
        with self._sessions() as session:
            found = search.service_cards(session, keys, at=self._clock(), area=area, age=age, live=self._live)
        metrics.DIRECTORY_READ.set_to_current_time()
        return found

    def _in_words(self, found: Sequence[search.ServiceCard]) -> dict[str, ServiceCard]:
        now = self._clock()
        cards = {each.slug: service_card(each, now=now) for each in found}
        return cards | {card.id: card for card in cards.values()}


def chosen(listed: Mapping[str, ServiceCard], slugs: Sequence[str]) -> tuple[ServiceCard, ...]:
    """The cards of these slugs, in this order, without those the public may not see."""
    return tuple(listed[slug] for slug in slugs if slug in listed)


def every_fixed_slug() -> tuple[str, ...]:
    """The services of all fixed cards, each once."""
    cards = (fixed_cards.FALLBACK, *fixed_cards.CARDS.values())
    return tuple(dict.fromkeys(slug for card in cards for slug in card.services))
