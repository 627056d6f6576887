"""The one door: what it gives, what it refuses, what it records."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import ASKED, LATE, NOON, WEEK, a_visit, an_event, ask, in_weeks, store
from usage import tabulate
from usage.disclosure import MixedTraffic
from usage.model import CubeRow, ReleaseRecord
from usage.periods import Period, Span, period_of
from usage.release import (
    AREAS,
    NEEDS,
    POLICY,
    SUPPRESSED,
    WITHHELD,
    BadPeriod,
    Breakdown,
    NotYet,
    RefusedRelease,
    Subject,
    TableRequest,
    TooManyBreakdowns,
    UnknownName,
    UnknownTable,
    offer,
    release,
)
from usage.roll_up import roll_up
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, PartOfDay, Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


RELEASED_ON = datetime(2026, 1, 19, 9, tzinfo=UTC)  # the Monday when another whole week has passed
TELFORD = District.TELFORD_AND_WREKIN.value
QUARTER = period_of(WEEK.first, Span.QUARTER)
SERVICE, RARE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"


def test_twelve_visits_become_ten_when_their_week_is_released(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(12)])

    table = ask(sessions)

    assert table.figure(Need.CUCKOOING, TELFORD) == table.figure(None, None) == 10
    assert (table.rows, table.columns) == (NEEDS, AREAS)


@pytest.mark.parametrize("visits", [0, 1, 9])
def test_fewer_than_ten_visits_are_hidden_everywhere(
    sqlite_sessions: sessionmaker[Session], visits: int
) -> None:
    week_before = NOON - timedelta(weeks=1)
    store(sqlite_sessions, [an_event(at=week_before), *(an_event() for _ in range(visits))])

    assert set(ask(sqlite_sessions).figures.values()) == {SUPPRESSED}


def test_figures_have_the_noise_of_their_visits_record_keys(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(visit=f"{visit:030x}{visit % 251:02x}") for visit in range(40)])
    figures = set()
    for start in range(1, 5):
        at = NOON + timedelta(weeks=start)
        store(
            sqlite_sessions, [an_event(at=at, visit=a_visit()[:-2] + f"{start * 37:02x}") for _ in range(40)]
        )
    for start in range(5):
        week = replace(
            ASKED, first=ASKED.first + timedelta(weeks=start), last=ASKED.last + timedelta(weeks=start)
        )
        figures.add(ask(sqlite_sessions, week, LATE).figure(Need.CUCKOOING, TELFORD))

    assert len(figures) > 1  # the same count every week
    assert all(isinstance(each, int) and abs(each - 40) <= POLICY.largest_error for each in figures)


def test_a_week_cannot_be_had_a_moment_early(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event()])
    roll_up(sessions, at=LATE)

    with pytest.raises(NotYet):
        ask(sessions, at=RELEASED_ON - timedelta(hours=9, seconds=1))


def test_a_week_that_is_not_rolled_up_is_not_released(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event() for _ in range(40)])

    with pytest.raises(NotYet), sqlite_sessions() as session:
        release(session, ASKED, by="analyst-1", at=LATE)


def test_a_clock_that_goes_back_closes_the_door_again(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event()])
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
    "made_up",
    [
        {"need": "MARKER-TEXT"},
        {"area": "TF1"},
        {"need": ""},
        {"area": "E92000001"},
        {"age": "17"},
        {"part": "3am"},
        {"channel": "telephone"},
        {"subject": Subject.UNMET, "stage": "started"},
    ],
)
def test_values_outside_the_lists_are_refused_and_not_repeated(
    sqlite_sessions: sessionmaker[Session], made_up: dict[str, Any]
) -> None:
    with pytest.raises(UnknownName) as refused:
        ask(sqlite_sessions, replace(ASKED, **made_up))

    assert str(refused.value) == ""


@pytest.mark.parametrize(
    "asked",
    [
        {"age": AgeBand.UNDER_18.value, "part": PartOfDay.NIGHT.value},
        {"subject": Subject.FUNNEL, "need": "cuckooing", "area": TELFORD, "age": "under-18"},
        {"subject": Subject.OUT_OF_AREA, "columns": Breakdown.AGE, "part": "night"},
        {"subject": Subject.SERVICES, "need": "cuckooing", "area": TELFORD},
        {"age": AgeBand.UNDER_18.value, "channel": Channel.WIDGET.value},
        {"subject": Subject.UNMET, "rows": Breakdown.NEED, "columns": Breakdown.AREA}
        | {"stage": "no-match", "channel": Channel.API.value},
    ],
)
def test_a_fourth_breakdown_is_refused_and_filters_count(
    sqlite_sessions: sessionmaker[Session], asked: dict[str, Any]
) -> None:
    with pytest.raises(TooManyBreakdowns):
        ask(sqlite_sessions, replace(ASKED, **asked))


@pytest.mark.parametrize(
    "asked",
    [
        {"rows": Breakdown.AREA, "columns": Breakdown.AREA},
        {"rows": Breakdown.WEEK},
        {"rows": Breakdown.SERVICE},
        {"columns": Breakdown.STAGE},
        {"subject": Subject.SERVICES, "age": "under-18"},
        {"subject": Subject.OUT_OF_AREA, "area": TELFORD},
        {"stage": "no-match"},
        {"subject": Subject.UNMET, "rows": Breakdown.NEED, "columns": Breakdown.AREA},
    ],
)
def test_a_table_that_is_not_released_is_refused(
    sqlite_sessions: sessionmaker[Session], asked: dict[str, Any]
) -> None:
    with pytest.raises(UnknownTable):
        ask(sqlite_sessions, replace(ASKED, **asked))


def test_a_mixture_is_refused(
    sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    store(sqlite_sessions, [an_event(), an_event(traffic=Traffic.TEST)])
    roll_up(sqlite_sessions, at=RELEASED_ON)
    stored = tabulate._stored

    def read_both(session: Session, request: TableRequest, cube: Any) -> Any:
        for kind in (Traffic.REAL, Traffic.TEST):
            yield from stored(session, replace(request, traffic=kind), cube)

    monkeypatch.setattr(tabulate, "_stored", read_both)

    with pytest.raises(MixedTraffic):
        ask(sqlite_sessions)


def test_test_and_demo_visits_never_count_as_real(sessions: sessionmaker[Session]) -> None:
    others = [an_event(traffic=kind) for kind in (Traffic.TEST, Traffic.DEMO) for _ in range(40)]
    store(sessions, [an_event(), *others])

    assert set(ask(sessions).figures.values()) == {SUPPRESSED}


def test_every_release_is_recorded_with_who_which_and_when(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event()])
    ask(sessions)
    ask(sessions, replace(ASKED, need=Need.CUCKOOING.value, subject=Subject.FUNNEL))

    with sessions() as session:
        records = list(session.scalars(select(ReleaseRecord)))

    assert sorted((each.by, each.name) for each in records) == [
        ("analyst-1", "funnel/real/2026-01-05/2026-01-11/stage,all/need=cuckooing"),
        ("analyst-1", "visits/real/2026-01-05/2026-01-11/need,area"),
    ]
    assert {each.at.replace(tzinfo=UTC) for each in records} == {LATE}


def test_a_refused_request_is_no_release(sqlite_sessions: sessionmaker[Session]) -> None:
    with pytest.raises(RefusedRelease):
        ask(sqlite_sessions, replace(ASKED, need="none"))

    with sqlite_sessions() as session:
        assert session.scalar(select(ReleaseRecord)) is None


def test_the_same_cell_has_the_same_value_whatever_else_is_asked(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    visits = [a_visit()[:-2] + f"{number * 11 % 256:02x}" for number in range(33)]
    store(sqlite_sessions, [an_event(visit=visit, age=AgeBand.UNDER_18) for visit in visits])
    cuckooing, under_18 = Need.CUCKOOING.value, AgeBand.UNDER_18.value

    found = {
        ask(sqlite_sessions).figure(cuckooing, TELFORD),
        ask(sqlite_sessions, replace(ASKED, need=cuckooing, area=TELFORD)).figure(cuckooing, TELFORD),
        ask(sqlite_sessions, replace(ASKED, columns=Breakdown.AGE)).figure(cuckooing, under_18),
        ask(sqlite_sessions, replace(ASKED, columns=Breakdown.AGE, area=TELFORD)).figure(cuckooing, None),
        ask(sqlite_sessions, replace(ASKED, rows=Breakdown.AREA, columns=Breakdown.ALL)).figure(
            TELFORD, None
        ),
        ask(sqlite_sessions, replace(ASKED, columns=Breakdown.WEEK)).figure(cuckooing, None),
    }

    assert len(found) == 1  # the same 33 visits, each time


def test_a_filter_on_an_axis_shows_part_of_the_same_table(sessions: sessionmaker[Session]) -> None:
    store(sessions, [an_event() for _ in range(33)])

    part = ask(sessions, replace(ASKED, need=Need.CUCKOOING.value, area=TELFORD))

    assert (part.rows, part.columns) == ((Need.CUCKOOING.value,), (TELFORD,))
    assert part.figure(Need.CUCKOOING, TELFORD) == part.figure(None, None) == 35


def test_any_other_filter_is_the_third_breakdown(sessions: sessionmaker[Session]) -> None:
    ages = [AgeBand.UNDER_18] * 20 + [AgeBand.FROM_60] * 40
    store(sessions, [an_event(age=age) for age in ages])

    table = ask(sessions, replace(ASKED, age=AgeBand.UNDER_18.value))

    assert table.figure(Need.CUCKOOING, TELFORD) == table.figure(None, None) == 20
    assert table.shape.filters == {Breakdown.AGE: "under-18"}


def test_a_channel_can_be_asked_for_alone(sessions: sessionmaker[Session]) -> None:
    channels = [Channel.WIDGET] * 20 + [Channel.API] * 40
    store(sessions, [an_event(channel=channel) for channel in channels])

    table = ask(sessions, replace(ASKED, channel=Channel.WIDGET.value))
    side_by_side = ask(sessions, replace(ASKED, columns=Breakdown.CHANNEL))

    assert table.figure(Need.CUCKOOING, TELFORD) == table.figure(None, None) == 20
    figures = {each: side_by_side.figure(Need.CUCKOOING, each) for each in Channel}
    assert figures == {"web": SUPPRESSED, "web-no-script": SUPPRESSED, "widget": 20, "api": 40}


def test_a_quarter_is_the_sum_of_its_weeks(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, in_weeks(20, 20, 20, 20))

    table = ask(sqlite_sessions, replace(ASKED, first=QUARTER.first, last=QUARTER.last), LATE)

    assert table.figure(Need.CUCKOOING, TELFORD) == 80


def test_weeks_stand_side_by_side_and_the_total_is_the_quarter_s(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    risk = {"step": Step.RISK_CARD, "risk": Risk.SUICIDE}
    store(
        sqlite_sessions,
        [
            an_event(at=NOON + timedelta(weeks=week), **risk)
            for week in range(2)
            for _ in range(20 + 10 * week)
        ],
    )
    asked = replace(ASKED, first=QUARTER.first, last=QUARTER.last, subject=Subject.RISK_CARDS)

    table = ask(sqlite_sessions, asked, LATE)

    assert len(table.columns) == QUARTER.weeks
    assert [table.figure("risk-card-suicide", week) for week in table.columns[1:4]] == [20, 30, SUPPRESSED]
    assert table.figure("risk-card-suicide", None) == table.figure(None, None) == 50


def test_a_run_of_weeks_that_is_no_period_has_no_total(sqlite_sessions: sessionmaker[Session]) -> None:
    store(
        sqlite_sessions, [an_event(at=NOON + timedelta(weeks=week)) for week in range(3) for _ in range(20)]
    )
    asked = replace(ASKED, last=ASKED.last + timedelta(weeks=1), columns=Breakdown.WEEK)

    table = ask(sqlite_sessions, asked, LATE)

    assert [table.figure(None, week) for week in table.columns] == [20, 20]
    assert {table.figure(row, None) for row in (*table.rows, None)} == {WITHHELD}


@pytest.mark.parametrize(("days", "weeks"), [(1, 0), (0, 54)])
def test_half_weeks_and_too_many_weeks_are_refused(
    sqlite_sessions: sessionmaker[Session], days: int, weeks: int
) -> None:
    last = ASKED.last + timedelta(days=days, weeks=weeks)

    with pytest.raises(BadPeriod, match="not-a-period"):
        ask(sqlite_sessions, replace(ASKED, last=last, columns=Breakdown.WEEK), LATE)


def test_nothing_is_offered_before_the_first_event(sqlite_sessions: sessionmaker[Session]) -> None:
    with sqlite_sessions() as session:
        offered = offer(session, traffic=Traffic.REAL, at=RELEASED_ON)

    assert (offered.weeks, offered.best) == (0, None)


def test_the_offer_says_how_many_weeks_the_newest_and_the_next(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    store(sqlite_sessions, [an_event()])
    roll_up(sqlite_sessions, at=RELEASED_ON + timedelta(days=8))

    with sqlite_sessions() as session:
        offered = offer(session, traffic=Traffic.REAL, at=RELEASED_ON + timedelta(days=8))

    assert offered.weeks == 2
    assert offered.newest == date(2026, 1, 18)
    assert offered.next_on == date(2026, 2, 2)
    assert offered.best == Period(date(2026, 1, 12), date(2026, 1, 18))


def test_only_weeks_that_are_rolled_up_are_offered(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event()])
    roll_up(sqlite_sessions, at=RELEASED_ON)

    with sqlite_sessions() as session:
        offered = offer(session, traffic=Traffic.REAL, at=LATE)
        weeks = session.scalars(select(CubeRow.week).distinct()).all()

    assert [period.first for period in offered.periods[Span.WEEK]] == list(weeks) == [WEEK.first]
