"""The synthetic year is marked, the same again, and never beside real visits."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import an_event, store
from usage import demo
from usage.model import UsageRow
from vocabulary.pathway import Traffic


UNTIL = date(2026, 11, 23)


def test_every_event_is_marked_as_a_demonstration(sessions: sessionmaker[Session]) -> None:
    made = demo.draw(sessions, visits=50, seed=1, until=UNTIL)

    with sessions() as session:
        kinds = session.execute(select(UsageRow.traffic, func.count()).group_by(UsageRow.traffic)).all()
    assert [tuple(each) for each in kinds] == [(Traffic.DEMO, made)]


def test_there_are_as_many_visits_as_asked_within_the_year(sqlite_sessions: sessionmaker[Session]) -> None:
    demo.draw(sqlite_sessions, visits=600, seed=1, until=UNTIL)

    with sqlite_sessions() as session:
        visits = session.scalar(select(func.count(func.distinct(UsageRow.visit))))
        first, last = session.execute(select(func.min(UsageRow.date), func.max(UsageRow.date))).one()
    assert visits == 600
    assert UNTIL - timedelta(days=365) < first < last <= UNTIL


def test_drawing_the_same_again_adds_nothing(sqlite_sessions: sessionmaker[Session]) -> None:
    made = [demo.draw(sqlite_sessions, visits=30, seed=7, until=UNTIL) for _ in range(2)]

    with sqlite_sessions() as session:
        assert session.scalar(select(func.count()).select_from(UsageRow)) == made[0] == made[1]


def test_another_seed_draws_another_year(sqlite_sessions: sessionmaker[Session]) -> None:
    made = sum(demo.draw(sqlite_sessions, visits=30, seed=seed, until=UNTIL) for seed in (1, 2))

    with sqlite_sessions() as session:
        assert session.scalar(select(func.count()).select_from(UsageRow)) == made


def test_nothing_is_drawn_beside_real_visits(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event()])

    with pytest.raises(demo.RealVisitsPresent):
        demo.draw(sqlite_sessions, visits=1, seed=1, until=UNTIL)
