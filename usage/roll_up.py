"""The roller: raw events of a finished week become tables, and raw events that are too old are deleted.

A week is rolled up once, when its delay is over, and never again: what comes later is not counted, so that
no two releases can be subtracted. Reading and counting hold no lock; the tables of a week are then stored in
one short transaction, which only the first of two rollers completes. Nothing here reads what was released,
and no release reads a raw event, so deleting and exporting can run at once.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import CursorResult, delete
from sqlalchemy.orm import Session, sessionmaker

from usage.breakdowns import Cube, cube_name
from usage.cells import tables_of
from usage.disclosure import POLICY
from usage.event import UK
from usage.model import CubeRow, UsageRow
from usage.once import insert_once
from usage.periods import WEEK, Period, monday_of, newest_released_day
from usage.tabulate import EVERYBODY, Table, rolled_weeks, to_body
from usage.visits import first_day, read_visits
from vocabulary.pathway import Traffic


# A week waits up to 6 days to end and 7 more to be released, and a visit can begin the day before.
FEWEST_DAYS = 7 * (2 + POLICY.delay_weeks)


class TooFewDays(ValueError):
    """Raw events would be deleted before their week is rolled up."""


def roll_up(sessions: sessionmaker[Session], *, at: datetime) -> int:
    """Roll up every week whose delay is over at a moment (aware); how many weeks there were.

    A clock that went back finds nothing to do: what is rolled up stays.
    """
    return sum(_roll_up_due(sessions, traffic, at) for traffic in Traffic)


def purge(sessions: sessionmaker[Session], *, days: int, at: datetime) -> int:
    """Delete the raw events of the days before the last `days`; how many there were.

    What is due is rolled up first, so that nothing is lost. Raises TooFewDays.
    """
    if days < FEWEST_DAYS:
        raise TooFewDays
    roll_up(sessions, at=at)
    oldest = at.astimezone(UK).date() - timedelta(days=days - 1)
    return sum(_purge_days(sessions, traffic, oldest) for traffic in Traffic)


def _purge_days(sessions: sessionmaker[Session], traffic: Traffic, oldest: date) -> int:
    """Delete day by day, each in a transaction of its own: on SQLite nobody else can write during one."""
    deleted = 0
    while True:
        with sessions() as session:
            day = first_day(session, traffic)
        if day is None or day >= oldest:
            return deleted
        of_day = (UsageRow.traffic == str(traffic), UsageRow.date == day)
        with sessions.begin() as session:
            done = session.execute(delete(UsageRow).where(*of_day))
            assert isinstance(done, CursorResult)
            deleted += done.rowcount


def _roll_up_due(sessions: sessionmaker[Session], traffic: Traffic, at: datetime) -> int:
    until = newest_released_day(at, delay_weeks=POLICY.delay_weeks)
    with sessions() as session:
        rolled = rolled_weeks(session, traffic)
        first = first_day(session, traffic)
    if rolled is None and first is None:
        return 0
    week = rolled.last + timedelta(days=1) if rolled else monday_of(first or until)
    done = 0
    while week + WEEK - timedelta(days=1) <= until:
        done += _roll_up_week(sessions, traffic, week)
        week += WEEK
    return done


def _roll_up_week(sessions: sessionmaker[Session], traffic: Traffic, week: date) -> bool:
    with sessions() as session:
        visits = read_visits(session, Period(week, week + WEEK - timedelta(days=1)), traffic)
        tables = tables_of(visits)
    with sessions.begin() as session:
        return _store(session, traffic, week, tables)


def _store(session: Session, traffic: Traffic, week: date, tables: Mapping[Cube, Table]) -> bool:
    """Store a week's tables, unless another roller has; the table of everybody is the one that tells."""
    rows = [
        {"traffic": str(traffic), "name": cube_name(cube), "week": week, "body": to_body(table)}
        for cube, table in tables.items()
    ]
    rows.sort(key=lambda row: row["name"] != EVERYBODY)
    claim = insert_once(session, CubeRow).values(rows[0])
    claimed = session.execute(claim, execution_options={"preserve_rowcount": True})
    assert isinstance(claimed, CursorResult)
    if claimed.rowcount != 1:
        return False
    session.execute(insert_once(session, CubeRow), rows[1:])
    return True
