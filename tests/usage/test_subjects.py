"""What each kind of table tells."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import ASKED, WEEK, a_visit, an_event, ask, store
from usage.periods import Span, period_of
from usage.release import (
    NOT_KNOWN,
    SUPPRESSED,
    Subject,
)
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Outcome, Step


RELEASED_ON = datetime(2026, 1, 19, 9, tzinfo=UTC)  # the Monday when another whole week has passed
TELFORD = District.TELFORD_AND_WREKIN.value
QUARTER = period_of(WEEK.first, Span.QUARTER)
SERVICE, RARE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"


def test_the_funnel_tells_how_far_people_came(sessions: sessionmaker[Session]) -> None:
    visits = [a_visit() for _ in range(40)]
    store(sessions, [an_event(visit=visit, step=Step.STARTED, need=None, area=None) for visit in visits])
    store(sessions, [an_event(visit=visit) for visit in visits[:30]])
    store(sessions, [an_event(visit=visit, step=Step.SERVICES_SHOWN) for visit in visits[:20]])

    table = ask(sessions, replace(ASKED, subject=Subject.FUNNEL))
    of_need = ask(sessions, replace(ASKED, subject=Subject.FUNNEL, need=Need.CUCKOOING.value))

    steps = (Step.STARTED, Step.NEED_FOUND, Step.SERVICES_SHOWN, Step.CONTACT_OPENED)
    assert [table.figure(step, None) for step in steps] == [40, 30, 20, SUPPRESSED]
    assert [of_need.figure(step, None) for step in steps] == [30, 30, 20, SUPPRESSED]


def test_unmet_need_tells_none_from_hidden_unconfirmed_and_closed(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    closed = {"step": Step.SERVICES_SHOWN, "service": SERVICE, "outcome": Outcome.CLOSED}
    nothing = {Outcome.NOTHING_LISTED: 10, Outcome.HIDDEN: 30, Outcome.UNCONFIRMED: 15}
    store(sqlite_sessions, [an_event(**closed) for _ in range(20)])
    for why, number in nothing.items():
        store(sqlite_sessions, [an_event(step=Step.NO_MATCH, outcome=why) for _ in range(number)])

    table = ask(sqlite_sessions, replace(ASKED, subject=Subject.UNMET))

    assert [table.figure(row, Need.CUCKOOING) for row in table.rows] == [55, 10, 30, 15, 20]
    assert table.figure(None, Need.CUCKOOING) == 75


def test_understanding_is_told_by_need(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(step=Step.NOT_UNDERSTOOD, need=None) for _ in range(20)])
    store(sqlite_sessions, [an_event(step=Step.CLARIFIED) for _ in range(30)])

    table = ask(sqlite_sessions, replace(ASKED, subject=Subject.UNDERSTANDING))

    assert table.figure(Step.CLARIFIED, Need.CUCKOOING) == 30
    assert table.figure(Step.NOT_UNDERSTOOD, NOT_KNOWN) == 20
    assert table.figure(None, None) == 50


def test_a_service_that_few_saw_is_not_even_listed(sqlite_sessions: sessionmaker[Session]) -> None:
    visits = [a_visit() for _ in range(20)]
    shown = {"step": Step.SERVICES_SHOWN}
    store(sqlite_sessions, [an_event(visit=visit, service=SERVICE, **shown) for visit in visits])
    store(sqlite_sessions, [an_event(visit=visit, service=RARE, **shown) for visit in visits[:9]])
    opened = {"step": Step.CONTACT_OPENED, "service": SERVICE, "need": None, "area": None}
    store(sqlite_sessions, [an_event(visit=visit, **opened) for visit in visits[:10]])

    table = ask(sqlite_sessions, replace(ASKED, subject=Subject.SERVICES))
    in_area = ask(sqlite_sessions, replace(ASKED, subject=Subject.SERVICES, area=TELFORD))

    assert table.rows == in_area.rows == (SERVICE,)
    assert table.figure(SERVICE, Step.SERVICES_SHOWN) == 20
    assert in_area.figure(SERVICE, Step.CONTACT_OPENED) == 10


def test_demand_from_outside_is_told_by_need_and_week(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(area="outside") for _ in range(20)])
    store(sqlite_sessions, [an_event() for _ in range(20)])

    table = ask(sqlite_sessions, replace(ASKED, subject=Subject.OUT_OF_AREA))

    assert table.figure(Need.CUCKOOING, "2026-01-05") == table.figure(None, None) == 20
