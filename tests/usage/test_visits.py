"""Visits are read one at a time, without their keys."""

from dataclasses import fields

from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import NOON, WEEK, a_visit, an_event, store
from usage.visits import Visit, first_day, read_visits
from vocabulary.pathway import PartOfDay, Step, Traffic


def test_a_visit_is_what_all_its_events_said(sessions: sessionmaker[Session]) -> None:
    one, other = a_visit(), a_visit()
    store(sessions, [an_event(visit=visit, step=step) for step in Step for visit in (one, other)])

    with sessions() as session:
        found = list(read_visits(session, WEEK, Traffic.REAL))

    assert [{each.step for each in visit.said} for visit in found] == [set(Step)] * 2
    assert {(visit.day, visit.part) for visit in found} == {(NOON.date(), PartOfDay.AFTERNOON)}


def test_a_visit_does_not_carry_its_key() -> None:
    assert "visit" not in {each.name for each in fields(Visit)}


def test_the_first_day_is_that_of_the_kind_of_traffic(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(), an_event(traffic=Traffic.TEST, at=NOON.replace(year=2025))])

    with sessions() as session:
        assert first_day(session, Traffic.REAL) == NOON.date()
        assert first_day(session, Traffic.DEMO) is None
