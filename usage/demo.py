"""A synthetic year of visits, so that the analysts' pages can be seen before anybody has used the service.

Every event is marked as a demonstration; the proportions are made up and describe no real place.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from random import Random

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, sessionmaker

from usage.event import OUTSIDE, UK, UsageEvent, new_visit, usage_event
from usage.model import UsageRow
from usage.once import insert_once
from usage.rows import row_of
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


DAYS = 365
VISITS_AT_ONCE = 500
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
COMMON = (
    Need.FAMILY_DRUG_USE,
    Need.OWN_DRUG_USE,
    Need.DEALING_NEAR_HOME,
    Need.THREATS_VIOLENCE,
    Need.DRUG_DEBT,
)
RARE = (Need.HATE_MATE_CRIME, Need.BEREAVEMENT, Need.SPIKING, Need.ARRESTED_LEGAL, Need.MISSING)
RISKS = {
    Need.DANGER_NOW: Risk.EMERGENCY,
    Need.OVERDOSE: Risk.OVERDOSE,
    Need.FEELINGS_SUICIDE: Risk.SUICIDE,
    Need.CRIMINAL_EXPLOITATION_CHILD: Risk.CHILD,
}


class RealVisitsPresent(ValueError):
    """The database holds real visits; a demonstration is never drawn beside them."""


def draw(sessions: sessionmaker[Session], *, visits: int, seed: int, until: date) -> int:
    """Store a synthetic year of visits that ends on the day `until`; returns how many events there are.

    The same arguments give the same events, which are stored once. Raises RealVisitsPresent.
    """
    with sessions() as session:
        if session.scalar(select(exists().where(UsageRow.traffic == str(Traffic.REAL)))):
            raise RealVisitsPresent
    random = Random(seed)  # noqa: S311 - a demonstration must come out the same again
    drawn = (_visit(random, until) for _ in range(visits))
    stored = 0
    while batch := [event for visit in islice(drawn, VISITS_AT_ONCE) for event in visit]:
        with sessions.begin() as session:
            session.execute(insert_once(session, UsageRow), [row_of(event) for event in batch])
        stored += len(batch)
    return stored


def _visit(random: Random, until: date) -> list[UsageEvent]:
    day = until - timedelta(days=random.randrange(DAYS))
    (hour,) = random.choices(range(24), HOURS)
    at = datetime.combine(day, time(hour), UK)
    visit = new_visit(lambda size: random.randbytes(size).hex())
    return [_event(random, visit=visit, at=at, **said) for said in _said(random)]


def _event(random: Random, **said: object) -> UsageEvent:
    return usage_event(id=random.randbytes(16).hex(), traffic=Traffic.DEMO, **said)  # type: ignore[arg-type]


def _said(random: Random) -> Iterator[dict[str, object]]:
    """What one visitor does, step by step; some leave at each."""
    yield {"step": Step.STARTED}
    if random.random() < 0.08:
        yield {"step": Step.NOT_UNDERSTOOD}
        return
    (area,) = random.choices(list(AREAS), list(AREAS.values()))
    for need in _needs(random):
        yield {"step": Step.NEED_FOUND, "need": need}
        if need in RISKS:
            yield {"step": Step.RISK_CARD, "need": need, "risk": RISKS[need]}
        yield from _after_need(random, need, area)


def _needs(random: Random) -> list[Need]:
    weights = [8 if need in COMMON else 1 if need in RARE else 3 for need in Need]
    chosen = random.choices(list(Need), weights, k=2)
    return list(dict.fromkeys(chosen if random.random() < 0.15 else chosen[:1]))


def _after_need(random: Random, need: Need, area: str | None) -> Iterator[dict[str, object]]:
    step = Step.AREA_SKIPPED if area is None else Step.OUT_OF_AREA if area == OUTSIDE else Step.AREA_GIVEN
    yield {"step": step, "need": need, "area": area}
    age = random.choice(list(AgeBand)) if random.random() < 0.5 else None
    yield {"step": Step.SERVICES_SHOWN, "need": need, "area": area, "age": age}
    if random.random() < 0.4:
        yield {"step": Step.CONTACT_OPENED, "need": need, "area": area, "age": age}
    if random.random() < 0.2:
        helped = Step.HELPED_YES if random.random() < 0.7 else Step.HELPED_NO
        yield {"step": helped, "need": need, "area": area, "age": age}
