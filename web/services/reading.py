"""What the service pages read from the directory, off the loop that answers everybody, and in good time."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from directory import search
from vocabulary.people import AgeBand
from web.chat.cards import service_card, why_words
from web.chat.schema import ServiceCard
from web.resources import Resources


WITHIN = 2.6  # seconds, as a turn of the chat
Read = TypeVar("Read")


class DirectoryAway(Exception):
    """The directory's database did not answer in time."""


@dataclass(frozen=True)
class Listed:
    """One service: its card in words, and the details that only these pages tell."""

    slug: str
    card: ServiceCard
    details: search.ServiceCard


async def read(held: Resources, work: Callable[[Session], Read]) -> Read:
    """What a piece of work reads in a session of its own. Raises DirectoryAway."""

    def reading() -> Read:
        with held.sessions() as session:
            return work(session)

    try:
        return await asyncio.wait_for(asyncio.to_thread(reading), WITHIN)
    except (TimeoutError, SQLAlchemyError):
        raise DirectoryAway from None


def listed(
    session: Session,
    matches: Sequence[search.Match],
    *,
    now: datetime,
    live: bool,
    area: str | None = None,
    age: AgeBand | None = None,
) -> tuple[Listed, ...]:
    """The services of a ranking in its order, with why each was suggested."""
    why = {match.id: why_words(match.reasons) for match in matches}
    found = search.service_cards(
        session, [match.id for match in matches], at=now, area=area, age=age, live=live
    )
    return tuple(
        Listed(each.slug, service_card(each, now=now).model_copy(update={"why": why[each.id]}), each)
        for each in found
    )


def one_service(session: Session, slug: str, *, now: datetime, live: bool) -> Listed | None:
    """One service that the public sees and can reach, or None."""
    found = search.service_cards(session, [slug], at=now, live=live)
    return next(
        (Listed(each.slug, service_card(each, now=now), each) for each in found if has_way(each)), None
    )


def has_way(card: search.ServiceCard) -> bool:
    """Whether there is any way to reach a service on its card."""
    return bool(card.phones or card.text or card.textphones or card.webchat or card.web or card.email)
