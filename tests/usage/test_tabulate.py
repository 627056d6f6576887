"""Visits are counted, once each, where and when they belong."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import NOON, WEEK, an_event, store
from usage.disclosure import RawTable
from usage.event import OUTSIDE, new_visit
from usage.periods import Period
from usage.subtraction import TOTAL, Entry
from usage.tabulate import AREAS, NEEDS, NOT_KNOWN, first_day, needs_by_area, read_visits
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Step, Traffic


TELFORD = District.TELFORD_AND_WREKIN.value
SHROPSHIRE = District.SHROPSHIRE.value


def at(need: str | None, area: str | None) -> Entry:
    return (
        TOTAL if need is None else NEEDS.index(need),
        TOTAL if area is None else AREAS.index(area),
    )


def counted(sessions: sessionmaker[Session], period: Period = WEEK) -> RawTable:
    with sessions() as session:
        return needs_by_area(read_visits(session, period, {Traffic.REAL}), period, Traffic.REAL)


def test_many_events_of_one_visit_count_once(sessions: sessionmaker[Session]) -> None:
    visit = new_visit()
    store(sessions, [an_event(visit=visit, step=step) for step in Step])

    counts = counted(sessions).counts

    assert counts[at(Need.CUCKOOING, TELFORD)] == counts[at(None, None)] == 1


def test_two_needs_count_under_each_and_once_in_the_total(sessions: sessionmaker[Session]) -> None:
    visit = new_visit()
    store(sessions, [an_event(visit=visit, need=need) for need in (Need.CUCKOOING, Need.DRUG_DEBT)])

    counts = counted(sessions).counts

    assert (counts[at(Need.CUCKOOING, TELFORD)], counts[at(Need.DRUG_DEBT, TELFORD)]) == (1, 1)
    assert (counts[at(None, TELFORD)], counts[at(None, None)]) == (1, 1)


def test_a_need_said_before_the_area_counts_in_that_area(sessions: sessionmaker[Session]) -> None:
    visit = new_visit()
    store(
        sessions,
        [
            an_event(visit=visit, step=Step.STARTED, need=None, area=None),
            an_event(visit=visit, area=None),
            an_event(visit=visit, step=Step.AREA_GIVEN),
        ],
    )

    counts = counted(sessions).counts

    assert counts[at(Need.CUCKOOING, TELFORD)] == 1
    assert counts[at(Need.CUCKOOING, NOT_KNOWN)] == counts[at(NOT_KNOWN, NOT_KNOWN)] == 0


def test_an_area_given_without_a_need_belongs_to_the_needs_that_have_none(
    sessions: sessionmaker[Session],
) -> None:
    visit = new_visit()
    store(sessions, [an_event(visit=visit, area=None), an_event(visit=visit, need=None, area=OUTSIDE)])

    assert counted(sessions).counts[at(Need.CUCKOOING, OUTSIDE)] == 1


def test_a_visit_without_need_or_area_is_counted_too(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(step=Step.STARTED, need=None, area=None)])

    assert counted(sessions).counts[at(NOT_KNOWN, NOT_KNOWN)] == 1


def test_two_areas_count_in_each_and_once_in_the_total(sessions: sessionmaker[Session]) -> None:
    visit = new_visit()
    store(sessions, [an_event(visit=visit, area=area) for area in (TELFORD, SHROPSHIRE)])

    counts = counted(sessions).counts

    assert (counts[at(None, TELFORD)], counts[at(None, SHROPSHIRE)]) == (1, 1)
    assert counts[at(Need.CUCKOOING, None)] == 1


def test_a_visit_that_passes_midnight_belongs_to_the_week_it_began_in(
    sessions: sessionmaker[Session],
) -> None:
    visit = new_visit()
    sunday = datetime(2026, 1, 11, 23, 50, tzinfo=UTC)
    store(
        sessions, [an_event(visit=visit, at=sunday), an_event(visit=visit, at=sunday.replace(day=12, hour=0))]
    )

    after = Period(date(2026, 1, 12), date(2026, 1, 18))

    assert counted(sessions).counts[at(None, None)] == 1
    assert counted(sessions, after).counts[at(None, None)] == 0


def test_other_traffic_is_not_read(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(traffic=Traffic.TEST), an_event(traffic=Traffic.DEMO)])

    raw = counted(sessions)

    assert raw.counts[at(None, None)] == 0
    assert raw.traffic == {Traffic.REAL}


def test_a_visit_of_other_traffic_that_slips_in_is_named(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(), an_event(traffic=Traffic.TEST)])

    with sessions() as session:
        visits = read_visits(session, WEEK, {Traffic.REAL, Traffic.TEST})

    assert needs_by_area(visits, WEEK, Traffic.REAL).traffic == {Traffic.REAL, Traffic.TEST}


def test_the_first_day_is_that_of_the_kind_of_traffic(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(), an_event(traffic=Traffic.TEST, at=NOON.replace(year=2025))])

    with sessions() as session:
        assert first_day(session, Traffic.REAL) == NOON.date()
        assert first_day(session, Traffic.DEMO) is None
