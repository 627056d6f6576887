"""Weeks are rolled up once, and raw events are gone when their time is over."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from signpost.settings import USAGE_DAYS
from tests.usage.factories import NOON, WEEK, an_event, store
from usage import roll_up as rolling
from usage.breakdowns import CUBES, cube_name
from usage.model import CubeRow, UsageRow
from usage.periods import Period
from usage.release import TableRequest, release
from usage.roll_up import FEWEST_DAYS, TooFewDays, purge, roll_up
from usage.tabulate import EVERYBODY, from_body, rolled_weeks
from vocabulary.pathway import Traffic


DUE = datetime(2026, 1, 19, 9, tzinfo=UTC)  # the Monday when another whole week has passed
TABLES = {cube_name(cube) for cube in CUBES}


def everybody(sessions: sessionmaker[Session]) -> dict[date, int]:
    """How many visits each rolled-up week has."""
    with sessions() as session:
        rows = session.execute(select(CubeRow.week, CubeRow.body).where(CubeRow.name == EVERYBODY)).all()
    return {week: sum(cell.visits for cell in from_body(body).values()) for week, body in rows}


def days_left(sessions: sessionmaker[Session]) -> set[date]:
    with sessions() as session:
        return set(session.scalars(select(UsageRow.date)))


def test_a_finished_week_gets_every_table_once(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])

    first, again = (roll_up(sessions, at=DUE) for _ in range(2))

    with sessions() as session:
        names = list(session.scalars(select(CubeRow.name)))
    assert (first, again) == (1, 0)
    assert sorted(names) == sorted(TABLES)
    assert everybody(sessions) == {WEEK.first: 12}


def test_a_week_waits_for_its_delay(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event()])

    assert roll_up(sqlite_sessions, at=DUE - timedelta(hours=9, seconds=1)) == 0
    assert roll_up(sqlite_sessions, at=DUE - timedelta(hours=9)) == 1


def test_weeks_without_visits_are_rolled_up_too_so_that_none_is_missing(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    store(sqlite_sessions, [an_event(), an_event(at=NOON + timedelta(weeks=3))])

    roll_up(sqlite_sessions, at=DUE + timedelta(weeks=4))

    assert list(everybody(sqlite_sessions).values()) == [1, 0, 0, 1, 0]
    with sqlite_sessions() as session:
        assert rolled_weeks(session, Traffic.REAL) == Period(
            WEEK.first, WEEK.first + timedelta(weeks=5, days=-1)
        )


def test_each_kind_of_traffic_has_weeks_of_its_own(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(traffic=kind) for kind in (Traffic.REAL, Traffic.TEST)])

    assert roll_up(sqlite_sessions, at=DUE) == 2
    with sqlite_sessions() as session:
        assert rolled_weeks(session, Traffic.DEMO) is None


def test_what_comes_after_a_week_was_rolled_up_changes_nothing(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])
    roll_up(sessions, at=DUE)

    store(sessions, [an_event() for _ in range(30)])
    roll_up(sessions, at=DUE + timedelta(weeks=1))

    assert everybody(sessions)[WEEK.first] == 12


def test_a_clock_that_goes_back_rolls_nothing_up_and_deletes_nothing(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    store(sqlite_sessions, [an_event()])
    roll_up(sqlite_sessions, at=DUE)

    long_ago = DUE - timedelta(days=400)

    assert roll_up(sqlite_sessions, at=long_ago) == 0
    assert purge(sqlite_sessions, days=90, at=long_ago) == 0
    assert everybody(sqlite_sessions) == {WEEK.first: 1}


@pytest.mark.parametrize("at", [datetime(2026, 3, 30, tzinfo=UTC), datetime(2026, 10, 26, tzinfo=UTC)])
def test_a_night_of_daylight_saving_leaves_no_week_out_and_takes_none_twice(
    sqlite_sessions: sessionmaker[Session], at: datetime
) -> None:
    sundays = [at - timedelta(days=1) + timedelta(hours=hour) for hour in range(-24, 48, 3)]
    store(sqlite_sessions, [an_event(at=moment) for moment in sundays])

    for hours in range(0, 24 * 28, 7):
        roll_up(sqlite_sessions, at=at + timedelta(hours=hours))

    assert sum(everybody(sqlite_sessions).values()) == len(sundays)


def test_two_rollers_at_once_count_each_week_once(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(at=NOON + timedelta(weeks=week)) for week in range(6)])
    done: list[int] = []
    rollers = [
        threading.Thread(target=lambda: done.append(roll_up(sessions, at=DUE + timedelta(weeks=5))))
        for _ in range(3)
    ]

    for each in rollers:
        each.start()
    for each in rollers:
        each.join()

    assert sum(done) == 6
    assert list(everybody(sessions).values()) == [1] * 6


def test_nothing_older_than_the_set_days_remains(sessions: sessionmaker[Session]) -> None:
    days = [NOON + timedelta(days=number) for number in range(60)]
    store(sessions, [an_event(at=day) for day in days])

    deleted = purge(sessions, days=30, at=days[-1])

    assert deleted == 30
    assert min(days_left(sessions)) == (days[-1] - timedelta(days=29)).date()


@pytest.mark.parametrize(("hour", "left"), [(22, 8), (23, 7)])
def test_a_day_s_time_is_over_at_midnight_in_the_united_kingdom_in_summer_too(
    sqlite_sessions: sessionmaker[Session], hour: int, left: int
) -> None:
    days = [datetime(2026, 7, day, 12, tzinfo=UTC) for day in range(1, 9)]
    store(sqlite_sessions, [an_event(at=day) for day in days])

    purge(sqlite_sessions, days=30, at=datetime(2026, 7, 30, hour, tzinfo=UTC))

    assert len(days_left(sqlite_sessions)) == left


def test_what_is_due_is_rolled_up_before_it_is_deleted(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])

    purge(sessions, days=30, at=NOON + timedelta(days=365))

    assert days_left(sessions) == set()
    assert everybody(sessions)[WEEK.first] == 12


def test_a_purge_that_runs_daily_loses_no_visit(sqlite_sessions: sessionmaker[Session]) -> None:
    days = [NOON + timedelta(days=number) for number in range(90)]
    for day in days:
        store(sqlite_sessions, [an_event(at=day)])
        purge(sqlite_sessions, days=FEWEST_DAYS, at=day)

    assert set(everybody(sqlite_sessions).values()) == {5, 7}  # the first week began on a Wednesday
    assert len(days_left(sqlite_sessions)) == FEWEST_DAYS


def test_too_few_days_are_refused_here_and_by_the_settings(sqlite_sessions: sessionmaker[Session]) -> None:
    with pytest.raises(TooFewDays):
        purge(sqlite_sessions, days=FEWEST_DAYS - 1, at=DUE)

    assert USAGE_DAYS[0] == FEWEST_DAYS


def test_figures_are_the_same_after_a_purge(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(33)])
    roll_up(sessions, at=DUE)
    later = DUE + timedelta(days=200)
    asked = TableRequest(WEEK.first, WEEK.last, Traffic.REAL)

    with sessions.begin() as session:
        before = release(session, asked, by="test", at=later)
    purge(sessions, days=90, at=later)
    with sessions.begin() as session:
        after = release(session, asked, by="test", at=later)

    assert before == after
    assert after.figure(None, None) == 35


def test_a_purge_in_the_middle_of_a_release_takes_no_figure_away(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(33)])
    roll_up(sessions, at=DUE)
    later = DUE + timedelta(days=200)
    asked = TableRequest(WEEK.first, WEEK.last, Traffic.REAL)

    with sessions() as session:
        before = release(session, asked, by="test", at=later)
        session.commit()
        purge(sessions, days=90, at=later)
        after = release(session, asked, by="test", at=later)

    assert before == after


def test_a_week_whose_tables_could_not_all_be_stored_has_none(
    sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    store(sqlite_sessions, [an_event()])
    insert, calls = rolling.insert_once, iter(range(9))

    def fail_second(session: Session, model: type[CubeRow]) -> object:
        if next(calls) == 1:
            raise OSError("disk full")
        return insert(session, model)

    with monkeypatch.context() as broken:
        broken.setattr(rolling, "insert_once", fail_second)
        with pytest.raises(OSError, match="disk full"):
            roll_up(sqlite_sessions, at=DUE)
    left = everybody(sqlite_sessions)
    roll_up(sqlite_sessions, at=DUE)

    with sqlite_sessions() as session:
        assert session.scalar(select(func.count()).select_from(CubeRow)) == len(CUBES)
    assert left == {}
