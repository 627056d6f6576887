"""A synthetic year of visits, so that the analysts' pages can be seen before anybody has used the service.

Every event is marked as a demonstration; the proportions are made up and describe no real place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from random import Random

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, sessionmaker

from usage.event import OUTSIDE, UK, UsageEvent, new_visit, usage_event
from usage.model import UsageRow
from usage.once import insert_once
from usage.rows import row_of
from usage.tabulate import rolled_weeks
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Outcome, Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


DAYS = 365
VISITS_AT_ONCE = 500
BUSIER_BY_THE_END = 0.5  # as a new service grows known
WEEKEND = 0.8  # of a weekday's visits
HOURS = [3] * 6 + [5] * 6 + [8] * 6 + [9] * 6  # weights of the 24 hours: evenings are busiest
AREAS: dict[str | None, int] = {
    District.SHROPSHIRE.value: 20,
    District.HEREFORDSHIRE.value: 13,
    District.TELFORD_AND_WREKIN.value: 18,
    District.WORCESTER.value: 12,
    District.WYRE_FOREST.value: 9,
    District.WYCHAVON.value: 7,
    District.REDDITCH.value: 8,
    District.BROMSGROVE.value: 5,
    District.MALVERN_HILLS.value: 3,
    OUTSIDE: 3,
    None: 15,
}
CHANNELS = {Channel.WEB: 70, Channel.WIDGET: 20, Channel.WEB_NO_SCRIPT: 8, Channel.API: 2}
COMMON = (
    Need.FAMILY_DRUG_USE,
    Need.OWN_DRUG_USE,
    Need.DEALING_NEAR_HOME,
    Need.THREATS_VIOLENCE,
    Need.DRUG_DEBT,
)
RARE = (Need.HATE_MATE_CRIME, Need.BEREAVEMENT, Need.SPIKING, Need.ARRESTED_LEGAL, Need.MISSING)
NO_MATCH = {Need.SPIKING: 0.2, Need.HATE_MATE_CRIME: 0.12, Need.BEREAVEMENT: 0.1}
WHY_NOTHING = {Outcome.NOTHING_LISTED: 6, Outcome.HIDDEN: 1, Outcome.UNCONFIRMED: 3}
SHOWN_AT_ONCE = 3
RISKS = {
    Need.DANGER_NOW: Risk.EMERGENCY,
    Need.OVERDOSE: Risk.OVERDOSE,
    Need.FEELINGS_SUICIDE: Risk.SUICIDE,
    Need.CRIMINAL_EXPLOITATION_CHILD: Risk.CHILD,
}


class RealVisitsPresent(ValueError):
    """The database holds real visits; a demonstration is never drawn beside them."""


class AlreadyRolledUp(ValueError):
    """Weeks of a demonstration are closed; more visits would not be counted in them."""


@dataclass(frozen=True)
class _Visitor:
    """What one made-up visitor brings along."""

    at: datetime
    channel: Channel
    area: str | None
    age: AgeBand | None
    services: Mapping[Need, Sequence[str]]


def draw(
    sessions: sessionmaker[Session],
    *,
    visits: int,
    seed: int,
    until: date,
    services: Mapping[Need, Sequence[str]] | None = None,
) -> int:
    """Store a synthetic year of visits that ends on the day `until`; returns how many events there are.

    `services` are the UUIDs to show for each need. The same arguments give the same events, which are stored
    once. Raises RealVisitsPresent and AlreadyRolledUp.
    """
    with sessions() as session:
        if session.scalar(select(exists().where(UsageRow.traffic == str(Traffic.REAL)))):
            raise RealVisitsPresent
        if rolled_weeks(session, Traffic.REAL):
            raise RealVisitsPresent
        if rolled_weeks(session, Traffic.DEMO):
            raise AlreadyRolledUp
    random = Random(seed)  # noqa: S311 - a demonstration must come out the same again
    drawn = drawn_visits(random, visits, until, services=services or {})
    stored = 0
    while batch := [event for visit in islice(drawn, VISITS_AT_ONCE) for event in visit]:
        with sessions.begin() as session:
            session.execute(insert_once(session, UsageRow), [row_of(event) for event in batch])
        stored += len(batch)
    return stored


def drawn_visits(
    random: Random, visits: int, until: date, *, services: Mapping[Need, Sequence[str]], days: int = DAYS
) -> Iterator[list[UsageEvent]]:
    """The events of made-up visits, one visit at a time, in the days up to `until`."""
    for day in _days(random, visits, until, days):
        yield _visit(random, day, services)


def _days(random: Random, visits: int, until: date, number: int) -> list[date]:
    """A day for each visit: weekdays are busier, and the year grows towards its end."""
    days = [until - timedelta(days=back) for back in range(number)]
    weights = [
        (1 - BUSIER_BY_THE_END * back / DAYS) * (WEEKEND if day.weekday() > 4 else 1)
        for back, day in enumerate(days)
    ]
    return random.choices(days, weights, k=visits)


def _visit(random: Random, day: date, services: Mapping[Need, Sequence[str]]) -> list[UsageEvent]:
    (hour,) = random.choices(range(24), HOURS)
    (area,) = random.choices(list(AREAS), list(AREAS.values()))
    (channel,) = random.choices(list(CHANNELS), list(CHANNELS.values()))
    age = random.choice(list(AgeBand)) if random.random() < 0.5 else None
    visitor = _Visitor(datetime.combine(day, time(hour), UK), channel, area, age, services)
    visit = new_visit(lambda size: random.randbytes(size).hex())
    about = {"visit": visit, "at": visitor.at, "channel": visitor.channel}
    return [_event(random, **about, **said) for said in _said(random, visitor)]


def _event(random: Random, **said: object) -> UsageEvent:
    return usage_event(id=random.randbytes(16).hex(), traffic=Traffic.DEMO, **said)  # type: ignore[arg-type]


def _said(random: Random, visitor: _Visitor) -> Iterator[dict[str, object]]:
    """What one visitor does, step by step; some leave at each."""
    yield {"step": Step.STARTED}
    if random.random() < 0.10:
        yield {"step": Step.CLARIFIED}
    if random.random() < 0.08:
        yield {"step": Step.NOT_UNDERSTOOD}
        if random.random() < 0.5:
            return
    for need in _needs(random):
        yield {"step": Step.NEED_FOUND, "need": need}
        if need in RISKS:
            yield {"step": Step.RISK_CARD, "need": need, "risk": RISKS[need]}
        if random.random() < 0.85:
            yield from _after_need(random, need, visitor)
    if random.random() < 0.15:
        yield {"step": Step.ENDED}


def _needs(random: Random) -> list[Need]:
    weights = [8 if need in COMMON else 1 if need in RARE else 3 for need in Need]
    chosen = random.choices(list(Need), weights, k=2)
    return list(dict.fromkeys(chosen if random.random() < 0.15 else chosen[:1]))


def _after_need(random: Random, need: Need, visitor: _Visitor) -> Iterator[dict[str, object]]:
    area = visitor.area
    step = Step.AREA_SKIPPED if area is None else Step.OUT_OF_AREA if area == OUTSIDE else Step.AREA_GIVEN
    yield {"step": step, "need": need, "area": area}
    about = {"need": need, "area": area, "age": visitor.age}
    if random.random() < 0.3:
        yield {"step": Step.FACTS_READ, **about}
    if random.random() < NO_MATCH.get(need, 0.03):
        (why,) = random.choices(list(WHY_NOTHING), list(WHY_NOTHING.values()))
        yield {"step": Step.NO_MATCH, "outcome": why, **about}
        return
    fitting = list(visitor.services.get(need, ()))
    shown: list[str | None] = [*random.sample(fitting, min(SHOWN_AT_ONCE, len(fitting)))]
    for service in shown or [None]:
        outcome = _standing(random, visitor.at) if service else None
        yield {"step": Step.SERVICES_SHOWN, "service": service, "outcome": outcome, **about}
        if random.random() < 0.2:
            yield {"step": Step.CONTACT_OPENED, "service": service}
    if random.random() < 0.2:
        yield {"step": Step.HELPED_YES if random.random() < 0.7 else Step.HELPED_NO, **about}


def _standing(random: Random, at: datetime) -> Outcome:
    """Most services are open by day, few at night."""
    open_by_day = 9 <= at.hour < 17 and at.weekday() < 5
    return Outcome.OPEN if random.random() < (0.85 if open_by_day else 0.35) else Outcome.CLOSED
