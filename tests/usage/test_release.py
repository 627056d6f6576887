"""The one door: what it gives, what it refuses, what it records."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import NOON, WEEK, an_event, store
from usage import release as door
from usage.disclosure import MixedTraffic
from usage.model import PublishedTable, ReleaseRecord
from usage.periods import Period, Span, period_of
from usage.release import (
    AREAS,
    SUPPRESSED,
    BadPeriod,
    NotYet,
    RefusedRelease,
    ReleasedTable,
    TableRequest,
    UnknownName,
    offer,
    prepare,
    release,
)
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


RELEASED_ON = datetime(2026, 1, 19, 9, tzinfo=UTC)  # the Monday when another whole week has passed
ASKED = TableRequest(WEEK.first, WEEK.last, Traffic.REAL)
TELFORD = District.TELFORD_AND_WREKIN.value


def ask(
    sessions: sessionmaker[Session], request: TableRequest = ASKED, at: datetime = RELEASED_ON
) -> ReleasedTable:
    with sessions.begin() as session:
        return release(session, request, by="analyst-1", at=at)


def test_twelve_visits_become_ten_when_their_week_is_released(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])

    table = ask(sessions)

    assert table.figure(Need.CUCKOOING, TELFORD) == table.figure(None, None) == 10


@pytest.mark.parametrize("visits", [0, 1, 9])
def test_fewer_than_ten_visits_are_hidden_everywhere(
    sqlite_sessions: sessionmaker[Session], visits: int
) -> None:
    week_before = NOON - timedelta(weeks=1)
    store(sqlite_sessions, [an_event(at=week_before), *(an_event() for _ in range(visits))])

    assert set(ask(sqlite_sessions).figures.values()) == {SUPPRESSED}


def test_a_week_cannot_be_had_a_moment_early(sessions: sessionmaker[Session]) -> None:
    with pytest.raises(NotYet):
        ask(sessions, at=RELEASED_ON - timedelta(hours=9, seconds=1))


def test_a_clock_that_goes_back_closes_the_door_again(sqlite_sessions: sessionmaker[Session]) -> None:
    ask(sqlite_sessions)

    with pytest.raises(NotYet):
        ask(sqlite_sessions, at=RELEASED_ON - timedelta(days=7))


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 1, 11), date(2026, 1, 5), "reversed"),
        (date.min, date.max, "absurd"),
        (date(1999, 1, 4), date(1999, 1, 10), "absurd"),
        (date(2026, 1, 5), date(2026, 1, 5), "not-a-period"),
        (date(2026, 1, 4), date(2026, 1, 10), "not-a-period"),
        (date(2025, 12, 29), date(2026, 1, 11), "not-a-period"),
    ],
)
def test_dates_that_are_no_released_period_are_refused(
    sqlite_sessions: sessionmaker[Session], first: date, last: date, code: str
) -> None:
    with pytest.raises(BadPeriod) as refused:
        ask(sqlite_sessions, replace(ASKED, first=first, last=last))

    assert refused.value.code == code


@pytest.mark.parametrize(
    "made_up", [{"need": "MARKER-TEXT"}, {"area": "TF1"}, {"need": ""}, {"area": "E92000001"}]
)
def test_needs_and_areas_outside_the_lists_are_refused_and_not_repeated(
    sqlite_sessions: sessionmaker[Session], made_up: dict[str, str]
) -> None:
    with pytest.raises(UnknownName) as refused:
        ask(sqlite_sessions, replace(ASKED, **made_up))

    assert str(refused.value) == ""


def test_a_mixture_is_refused(
    sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    store(sqlite_sessions, [an_event(), an_event(traffic=Traffic.TEST)])
    read = door.tabulate.read_visits
    monkeypatch.setattr(
        door.tabulate, "read_visits", lambda session, period, _: read(session, period, set(Traffic))
    )

    with pytest.raises(MixedTraffic):
        ask(sqlite_sessions)


def test_test_and_demo_visits_never_count_as_real(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event(traffic=kind) for kind in (Traffic.TEST, Traffic.DEMO) for _ in range(40)])

    assert set(ask(sessions).figures.values()) == {SUPPRESSED}


def test_every_release_is_recorded_with_who_which_and_when(sessions: sessionmaker[Session]) -> None:
    ask(sessions)
    ask(sessions, replace(ASKED, need=Need.CUCKOOING.value))

    with sessions() as session:
        records = list(session.scalars(select(ReleaseRecord)))

    assert [(each.by, each.name) for each in records] == [
        ("analyst-1", "needs-by-area/real/2026-01-05/2026-01-11")
    ] * 2
    assert {each.at.replace(tzinfo=UTC) for each in records} == {RELEASED_ON}


def test_a_refused_request_is_no_release(sqlite_sessions: sessionmaker[Session]) -> None:
    with pytest.raises(RefusedRelease):
        ask(sqlite_sessions, replace(ASKED, need="none"))

    with sqlite_sessions() as session:
        assert session.scalar(select(ReleaseRecord)) is None


def test_an_event_that_comes_late_does_not_change_a_published_table(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])
    before = ask(sessions)

    store(sessions, [an_event() for _ in range(30)])

    assert ask(sessions) == before


def test_the_same_cell_has_the_same_value_whatever_else_is_asked(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(33)])
    whole = ask(sessions)

    part = ask(sessions, replace(ASKED, need=Need.CUCKOOING.value, area=TELFORD))

    assert (part.rows, part.columns) == ((Need.CUCKOOING.value,), (TELFORD,))
    assert part.figure(Need.CUCKOOING, TELFORD) == whole.figure(Need.CUCKOOING, TELFORD) == 35
    assert part.figure(None, None) == whole.figure(None, None)


def test_a_quarter_publishes_its_weeks_with_it(sqlite_sessions: sessionmaker[Session]) -> None:
    quarter = period_of(WEEK.first, Span.QUARTER)
    store(sqlite_sessions, [an_event() for _ in range(40)])

    ask(
        sqlite_sessions,
        TableRequest(quarter.first, quarter.last, Traffic.REAL),
        datetime(2026, 5, 1, tzinfo=UTC),
    )

    with sqlite_sessions() as session:
        assert len(list(session.scalars(select(PublishedTable)))) == quarter.weeks + 1


def test_a_quarter_does_not_give_away_what_a_week_hides(sqlite_sessions: sessionmaker[Session]) -> None:
    quarter = period_of(WEEK.first, Span.QUARTER)
    mondays = [quarter.first + timedelta(weeks=number) for number in range(quarter.weeks)]
    for number, monday in enumerate(mondays):
        moment = datetime(monday.year, monday.month, monday.day, 12, tzinfo=UTC)
        store(sqlite_sessions, [an_event(at=moment) for _ in range(3 if number == 5 else 40)])
    late = datetime(2026, 5, 1, tzinfo=UTC)

    table = ask(sqlite_sessions, TableRequest(quarter.first, quarter.last, Traffic.REAL), late)

    assert table.figure(Need.CUCKOOING, TELFORD) is door.WITHHELD  # less twelve times 40, it would be 3


def test_a_week_published_meanwhile_is_what_the_quarter_is_protected_with(
    sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    quarter = period_of(WEEK.first, Span.QUARTER)
    store(sqlite_sessions, [an_event() for _ in range(3)])
    ask(sqlite_sessions)
    store(
        sqlite_sessions, [an_event(at=NOON + timedelta(weeks=week)) for week in range(13) for _ in range(40)]
    )
    read, blind = door._read, iter([True, True])
    protected: list[tuple[object, ...]] = []
    protect = door.protect

    def read_too_early(session: Session, period: Period, traffic: Traffic) -> ReleasedTable | None:
        is_early = period == WEEK and next(blind, False)
        return None if is_early else read(session, period, traffic)

    def note(raw: object, **more: object) -> ReleasedTable:
        protected.append(tuple(more))
        return protect(raw, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(door, "_read", read_too_early)
    monkeypatch.setattr(door, "protect", note)
    next(blind)  # the first look at this week is the publisher's own
    ask(
        sqlite_sessions,
        TableRequest(quarter.first, quarter.last, Traffic.REAL),
        datetime(2026, 5, 1, tzinfo=UTC),
    )

    assert protected.count(("parts",)) == 2


def test_what_is_prepared_is_not_given_out(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])

    first, again = (prepare(sessions, traffic=Traffic.REAL, at=RELEASED_ON) for _ in range(2))

    with sessions() as session:
        assert (first, again) == (1, 0)
        assert session.scalar(select(ReleaseRecord)) is None
    assert ask(sessions).figure(None, None) == 10


def test_nothing_is_offered_before_the_first_event(sqlite_sessions: sessionmaker[Session]) -> None:
    with sqlite_sessions() as session:
        offered = offer(session, traffic=Traffic.REAL, at=RELEASED_ON)

    assert (offered.weeks, offered.best) == (0, None)


def test_the_offer_says_how_many_weeks_the_newest_and_the_next(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    store(sqlite_sessions, [an_event()])

    with sqlite_sessions() as session:
        offered = offer(session, traffic=Traffic.REAL, at=RELEASED_ON + timedelta(days=8))

    assert offered.weeks == 2
    assert offered.newest == date(2026, 1, 18)
    assert offered.next_on == date(2026, 2, 2)
    assert offered.best == Period(date(2026, 1, 12), date(2026, 1, 18))


def test_columns_and_rows_are_the_closed_lists_even_when_nobody_came(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    assert ask(sqlite_sessions).columns == AREAS
