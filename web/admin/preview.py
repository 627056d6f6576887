"""The directory as somebody who asks would see it: choose a need, a place, an age and a time."""

from dataclasses import dataclass
from datetime import date, datetime, time

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams

from directory.enquiry import Enquiry
from directory.opening_hours import LONDON
from directory.replay import first_shown
from directory.search import find_services
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand
from vocabulary.words import words
from web.admin.clock_times import NotATime, read_time
from web.admin.door import Manager
from web.admin.moment import Moment, Now
from web.as_public import public_cards
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/preview", include_in_schema=False)
OUTSIDE = "outside"
NO_NEED = "Choose a need"
NO_DAY = "Write a day that there is, such as 24 12 2026"
NO_TIME = "Write a time such as 9am, 5.30pm or 17:30"
LONGEST_TIME = 20


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a field."""

    field: str
    message: str


@router.get("")
def show_preview(request: Request, _member: Manager, session: Database, now: Moment) -> Response:
    """The form; once a need is chosen, the cards of the answer as the chat draws them, and the later ones."""
    query = request.query_params
    mistakes, enquiry = _read(query, now)
    matches = find_services(session, enquiry, live=now.live) if enquiry else []
    cards = (
        public_cards(
            session,
            [match.id for match in matches],
            at=enquiry.at,
            live=now.live,
            area=enquiry.area,
            age=enquiry.age,
            reasons={match.id: match.reasons for match in matches},
        )
        if enquiry
        else []
    )
    first = len(first_shown(matches))
    return page(
        request,
        "admin/preview.html",
        status=422 if mistakes else 200,
        errors=[{"text": each.message, "href": f"#{each.field}"} for each in mistakes],
        wrong={each.field: each.message for each in mistakes},
        asked=query,
        enquiry=enquiry,
        first=cards[:first],
        later=cards[first:],
        needs=list(Need),
        areas=[*District],
        ages=list(AgeBand),
        words=words,
        today=now.today,
    )


def _read(query: QueryParams, now: Now) -> tuple[list[Mistake], Enquiry | None]:
    """What was asked, or what is wrong with it; neither on the first visit."""
    if not query:
        return [], None
    need, area, age = (query.get(name, "") for name in ("need", "area", "age"))
    mistakes = [] if need in set(Need) else [Mistake("need", NO_NEED)]
    day, clock = _read_day(query, now), _read_clock(query, now)
    mistakes += [] if day else [Mistake("day", NO_DAY)]
    mistakes += [] if clock else [Mistake("time", NO_TIME)]
    if mistakes or day is None or clock is None:
        return mistakes, None
    return [], Enquiry(
        (Need(need),),
        area if area in {*District, OUTSIDE} else None,
        AgeBand(age) if age in set(AgeBand) else None,
        None,
        datetime.combine(day, clock, tzinfo=LONDON),
    )


def _read_day(query: QueryParams, now: Now) -> date | None:
    """The day that was asked for, today when none was, or None for one that there is not."""
    parts = [query.get(name, "").strip() for name in ("day", "month", "year")]
    if not any(parts):
        return now.today
    if not all(each.isascii() and each.isdecimal() and len(each) <= 4 for each in parts):
        return None
    day, month, year = (int(each) for each in parts)
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if abs(found.year - now.today.year) <= 2 else None


def _read_clock(query: QueryParams, now: Now) -> time | None:
    said = query.get("time", "")[:LONGEST_TIME].strip()
    if not said:
        return now.at.astimezone(LONDON).time()
    try:
        return read_time(said)
    except NotATime:
        return None
